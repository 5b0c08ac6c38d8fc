/* The search; and what is done last, when all is in place. */

const input = find("search");
const matches = find("matches");
let answers = [];
let active = -1;
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const index = () => {
  for (const node of nodes) {
    if (node.all !== undefined) return;
    node.names = plain([node.name, node.text, ...(node.others || [])].join("\n"));
    node.all = `${node.names}\n${plain(node.title)}`;
  }
};
const search = () => {
  index();
  const wanted = plain(input.value.trim());
  active = -1;
  input.removeAttribute("aria-activedescendant");
  const score = (node) => (node.names.startsWith(wanted) ? 3 : node.names.includes(wanted) ? 2 : 1) * 10000 + node.rank;
  answers = wanted ? nodes.filter((node) => node.all.includes(wanted)).sort((one, other) => score(other) - score(one)).slice(0, 20) : [];
  matches.replaceChildren(...answers.map((node, index) => {
    const item = make("li", undefined, { role: "option", id: `match-${index}`, "aria-selected": "false" });
    item.append(make("span", isClaim(node) ? sentence(node, -1) : node.name, { dir: "auto" }), make("small", node.kind === "action" ? `Action: ${node.type}` : node.type));
    item.addEventListener("pointerdown", (event) => { event.preventDefault(); take(index); });
    return item;
  }));
  if (wanted && !answers.length) matches.append(make("li", "Nothing found", { class: "none" }));
  open(Boolean(wanted));
};
const open = (yes) => { matches.hidden = !yes; input.setAttribute("aria-expanded", String(yes)); };
const take = (index) => {
  open(false);
  choose(answers[index].id);
  reveal(answers[index].id);
  panel.focus({ preventScroll: true });
};
const move = (step) => {
  if (!answers.length) return;
  active = (active + step + answers.length) % answers.length;
  [...matches.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === active)));
  matches.children[active].scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", `match-${active}`);
};
input.addEventListener("input", search);
input.addEventListener("focus", () => { if (input.value) search(); });
input.addEventListener("blur", () => open(false));
input.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); move(event.key === "ArrowDown" ? 1 : -1); }
  else if (event.key === "Enter" && answers.length) { event.preventDefault(); take(Math.max(active, 0)); }
  else if (event.key === "Escape") { event.stopPropagation(); open(false); }
});

const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: glide(200) });
find("closer").addEventListener("click", () => zoom(1.4));
find("farther").addEventListener("click", () => zoom(1 / 1.4));
find("whole").addEventListener("click", () => wholeView());
find("menu").addEventListener("click", () => document.body.classList.toggle("legend"));
count();
wholeView();

/* For scripts that drive the page: choose a node, ask where it stands in the window, which labels are drawn. */
window.gestae = {
  choose: (id) => { choose(id); if (id !== null) reveal(id); },
  spot: (id) => {
    const { left, top } = find("canvas").getBoundingClientRect();
    const { x, y } = network.canvasToDOM(network.getPosition(id));
    return { x: x + left, y: y + top };
  },
  labels: () => written,
};

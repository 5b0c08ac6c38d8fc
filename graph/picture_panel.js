/* One node with its evidence and its neighbours. */

const panel = find("panel");
const quoted = ([words, document_, saidBy, review]) => {
  const [title, publisher, date, url] = data.documents[document_];
  const cite = make("cite", saidBy ? `According to ${saidBy}, in ` : "", { dir: "auto" });
  if (/^https?:\/\//i.test(url)) cite.append(make("a", title, { href: url, target: "_blank", rel: "noopener noreferrer" }));
  else cite.append(title);
  const rest = [publisher, date].filter(Boolean).join(", ");
  if (rest) cite.append(`, ${rest}`);
  const judged = review ? [make("p", review, { class: "review", dir: "auto" })] : [];
  return [make("blockquote", words, { dir: "auto" }), cite, ...judged];
};
const link = (node, words) => {
  const button = make("button", words ?? node.name, { type: "button", dir: "auto" });
  button.addEventListener("click", () => { choose(node.id); reveal(node.id); });
  return button;
};
const group = (heading, entries) => {
  if (!entries.length) return;
  const list = make("ul");
  const fill = (some) => some.forEach((parts) => { const item = make("li"); item.append(...parts); list.append(item); });
  fill(entries.slice(0, 40));
  panel.append(make("h3", entries.length > 1 ? `${heading} (${entries.length})` : heading), list);
  if (entries.length > 40) {
    const more = make("button", `Show all ${entries.length}`, { type: "button" });
    more.addEventListener("click", () => { fill(entries.slice(40)); more.remove(); });
    panel.append(more);
  }
};
const ROLES = { ACTOR: ["Who", "Acts"], OBJECT: ["Acts on", "Acted on"], RECIPIENT: ["For, to", "Receives"],
  UNDER: ["Under", "Done under it"], RESULT_OF: ["Results from", "Outcome"], MEMBER: ["Member of", "Members"],
  ATTRIBUTED_TO: ["According to", "Says"], SAME: ["Same event as", "Same event as"],
  POSITION: ["Sides", "In conflict"], ABOUT: ["About", "Conflicts about it"], PART_OF: ["Part of", "Has parts"],
  HOLDS: ["Holds", "Held by"], SIGNED_BY: ["Signed by", "Signed"], STATED_IN: ["Stated in", "States"], CITES: ["Cites", "Cited by"] };

const choose = (id) => {
  chosen = id;
  near = new Set();
  panel.replaceChildren();
  if (panel.hidden !== (id === null)) {
    panel.hidden = id === null;
    // The canvas has another width now, and must know before anything is centred on it.
    network.setSize("100%", "100%");
  }
  if (id === null) { network.redraw(); return; }
  const node = nodes[id];
  near.add(id);
  for (const edge of node.ties) {
    const other = across(node, edge);
    near.add(other.id);
    // Of an actor the whole sentences are lit, not only their verbs.
    if (!isClaim(node) && isClaim(other)) for (const further of other.ties) near.add(across(other, further).id);
  }
  const head = make("header");
  const close = make("button", "×", { type: "button", class: "close", "aria-label": "Close" });
  close.addEventListener("click", () => { choose(null); find("search").focus(); });
  head.append(make("h2", node.name, { dir: "auto" }), close);
  panel.append(head, make("p", isClaim(node) ? [node.kind === "action" ? `Action: ${node.type}` : node.type,
    node.earliest && node.latest && (node.earliest === node.latest ? node.earliest : `${node.earliest} to ${node.latest}`)]
    .filter(Boolean).join(" · ") : node.type, { class: "facts" }));
  if (node.others) panel.append(make("p", `also: ${node.others.join(", ")}`, { class: "facts", dir: "auto" }));
  for (const mark of [node.modality !== "factual" && node.kind === "action" && node.modality, node.negated && "negated", node.attributed && "said by others"])
    if (mark) panel.append(make("span", mark, { class: "mark" }));
  for (const quote of node.evidence) panel.append(...quoted(quote));
  for (const [kind, [outward, inward]] of Object.entries(ROLES))
    for (const out of [true, false]) {
      const found = node.ties.filter((edge) => edge.kind === kind && (edge.from === id) === out);
      const heading = isClaim(node) && kind === "ACTOR" ? "Who" : !isClaim(node) && kind === "ACTOR" ? inward : out ? outward : inward;
      group(heading, found.map((edge) => {
        const other = across(node, edge);
        const quotes = edge.evidence || (isClaim(node) ? [] : other.evidence);
        return [link(other, isClaim(other) ? sentence(other, id) : other.name), ...quotes.flatMap(quoted)];
      }));
    }
  panel.scrollTop = 0;
  network.redraw();
};
/* Who does it, where that is not the one whose panel it is. */
const sentence = (claim, self) => {
  const who = claim.ties.filter((edge) => edge.kind === "ACTOR" && edge.from !== self).map((edge) => nodes[edge.from].name);
  const what = claim.ties.filter((edge) => edge.kind === "OBJECT" && edge.to !== self).map((edge) => nodes[edge.to].name);
  return [who.length ? `${who.join(", ")}:` : "", claim.name, ...what].filter(Boolean).join(" ");
};
const reveal = (id) => {
  if (!shown.has(id)) { for (const set of Object.values(off)) set.clear(); update(); choose(id); }
  const at = network.body.nodes[id];
  network.moveTo({ position: { x: at.x, y: at.y }, scale: Math.max(network.getScale(), 0.8), animation: glide(350) });
};
network.on("click", ({ pointer }) => choose(network.getNodeAt(pointer.DOM) ?? null));
network.on("dragEnd", ({ nodes: moved }) => { for (const id of moved) items.update({ id, ...network.getPosition(id) }); });
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && chosen !== null && matches.hidden) choose(null);
  if (event.key === "/" && !/^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName)) { event.preventDefault(); input.focus(); }
});

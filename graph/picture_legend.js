/* The legend, which says what there is and hides what is not wanted. */

const permitted = (node) => !off.kinds.has(node.kind) && (!isClaim(node) || (
  !(node.kind === "action" && (off.types.has(node.type) || off.modes.has(node.modality)))
  && !(node.negated && off.modes.has("negated")) && !(node.attributed && off.modes.has("attributed"))));
const refresh = () => {
  const filtered = Object.values(off).some((set) => set.size);
  const may = new Set(nodes.filter(permitted).map((node) => node.id));
  for (const node of nodes) {
    if (node.kind !== "outcome" || !may.has(node.id)) continue;
    const causes = node.ties.filter((edge) => edge.kind === "RESULT_OF" && edge.from === node.id);
    if (causes.length && !causes.some((edge) => may.has(edge.to) || off.kinds.has("action"))) may.delete(node.id);
  }
  // Whoever takes part in nothing that is still shown would only float about.
  shown = filtered ? new Set(nodes.filter((node) => may.has(node.id) && (isClaim(node)
    || node.ties.some((edge) => !off.ties.has(edge.kind) && may.has(across(node, edge).id)))).map((node) => node.id)) : may;
  nodeView.refresh();
  edgeView.refresh();
  if (chosen !== null && !shown.has(chosen)) choose(null);
  find("nothing").hidden = shown.size > 0;
  count();
  network.redraw();
};
const plural = (number, word) => `${number.toLocaleString("en")} ${word}${number === 1 ? "" : "s"}`;
const count = () => {
  const here = nodes.filter((node) => shown.has(node.id));
  const actions = here.filter((node) => node.kind === "action").length;
  const numbers = here.filter((node) => isClaim(node)).length - actions;
  const rest = here.length - actions - numbers;
  const part = here.length < nodes.length ? `${here.length.toLocaleString("en")} of ${plural(nodes.length, "node")} shown: ` : "";
  find("counts").textContent = `${part}${plural(actions, "action")}, ${plural(numbers, "number")}, ${plural(rest, "participant")}`
    + ` from ${plural(data.documents.length, "document")}`;
};

const SVG = "http://www.w3.org/2000/svg";
const drawing = (parts) => {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 20 16");
  svg.setAttribute("aria-hidden", "true");
  for (const [tag, attributes] of parts) {
    const part = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) part.setAttribute(name, value);
    svg.append(part);
  }
  return svg;
};
const star = Array.from({ length: 10 }, (_, step) => {
  const reach = step % 2 ? 3 : 7, turn = (step * Math.PI) / 5 - Math.PI / 2;
  return `${10 + reach * Math.cos(turn)},${8 + reach * Math.sin(turn)}`;
}).join(" ");
const SHAPES = { dot: ["circle", { cx: 10, cy: 8, r: 6 }], square: ["rect", { x: 4.5, y: 2.5, width: 11, height: 11 }],
  diamond: ["polygon", { points: "10,1 17,8 10,15 3,8" }], triangle: ["polygon", { points: "10,2 17,14 3,14" }],
  triangleDown: ["polygon", { points: "10,14 17,2 3,2" }], hexagon: ["polygon", { points: "6,2 14,2 18,8 14,14 6,14 2,8" }],
  star: ["polygon", { points: star }] };
const kindIcon = ([, shape, fill, border]) => {
  const [tag, attributes] = SHAPES[shape] || SHAPES.dot;
  return drawing([[tag, { ...attributes, fill, stroke: border, "stroke-width": 1.2 }]]);
};
const tieIcon = ([, colour, dashes]) => drawing([
  ["line", { x1: 1, y1: 8, x2: 15, y2: 8, stroke: colour, "stroke-width": 1.8, "stroke-dasharray": dashes.join(" ") }],
  ["polygon", { points: "19,8 13,4.5 13,11.5", fill: colour }]]);
const modeIcon = (mode) => {
  const amber = data.kinds.action;
  const sure = !["planned", "directed", "hypothetical", "negated"].includes(mode);
  const parts = [["circle", { cx: 10, cy: 8, r: 5, fill: sure ? amber[2] : "#fff", stroke: amber[3], "stroke-width": 1.2,
    "stroke-dasharray": sure ? "" : "3 2" }]];
  if (mode === "negated") parts.push(["path", { d: "M4 2L16 14M16 2L4 14", stroke: "#1b2430", "stroke-width": 1.4 }]);
  return drawing(parts);
};

const legend = [];
const entry = (list, set, key, words, number, icon) => {
  const item = make("li");
  const button = make("button", undefined, { type: "button", "aria-pressed": "true", title: "Click to hide or show" });
  if (icon) button.append(icon);
  button.append(make("span", words), make("small", number.toLocaleString("en")));
  button.addEventListener("click", () => { if (!set.delete(key)) set.add(key); update(); });
  const only = make("button", "only", { type: "button", class: "only", "aria-label": `Show only: ${words}` });
  only.addEventListener("click", () => {
    for (const other of legend) if (other.list === list && other.key !== key) set.add(other.key);
    set.delete(key);
    update();
  });
  item.append(button, only);
  list.append(item);
  legend.push({ list, set, key, button });
};
const update = () => {
  for (const { set, key, button } of legend) button.setAttribute("aria-pressed", String(!set.has(key)));
  refresh();
};
const tally = (values) => values.reduce((sums, value) => sums.set(value, (sums.get(value) || 0) + 1), new Map());
const kinds = tally(nodes.map((node) => node.kind));
for (const [kind, style] of Object.entries(data.kinds))
  if (kinds.has(kind)) entry(find("kinds"), off.kinds, kind, style[0], kinds.get(kind), kindIcon(style));
const actions = nodes.filter((node) => node.kind === "action");
const modes = tally([...actions.map((node) => node.modality),
  ...nodes.flatMap((node) => [...(node.negated ? ["negated"] : []), ...(node.attributed ? ["attributed"] : [])])]);
for (const [mode, words] of Object.entries(MODES))
  if (modes.has(mode)) entry(find("modes"), off.modes, mode, words, modes.get(mode), modeIcon(mode));
const ties = tally(edges.map((edge) => edge.kind));
for (const [tie, style] of Object.entries(data.ties))
  if (ties.has(tie)) entry(find("ties"), off.ties, tie, style[0], ties.get(tie), tieIcon(style));
for (const [type, number] of [...tally(actions.map((node) => node.type))].sort(([one, m], [other, n]) => n - m || (one < other ? -1 : 1)))
  entry(find("types"), off.types, type, type, number);
for (const section of document.querySelectorAll("#legend section"))
  section.hidden = !section.querySelector("li");
find("reset").addEventListener("click", () => { for (const set of Object.values(off)) set.clear(); update(); });

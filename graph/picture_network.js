/* The network itself, and what every other part of the page needs. */

const find = (id) => document.getElementById(id);
const data = JSON.parse(find("data").textContent);
const CLAIMS = new Set(["action", "statistic", "outcome"]);
const MODES = { factual: "as a fact", planned: "planned (will)", directed: "directed (shall)",
  hypothetical: "hypothetical (may)", negated: "negated (not)", attributed: "according to others (“ ”)" };
const FONT = getComputedStyle(document.body).fontFamily;

/* Every text of the data enters the page here, and only as a text node. */
const make = (tag, text, attributes = {}) => {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
};


const nodes = data.nodes.map((node) => ({ ...node, text: node.label, ties: [] }));
const edges = data.edges.map((edge, id) => ({ ...edge, id }));
for (const edge of edges) {
  nodes[edge.from].ties.push(edge);
  if (edge.to !== edge.from) nodes[edge.to].ties.push(edge);
}
// vis-network counts frames, not time: a large graph would take seconds to glide.
const glide = (duration) =>
  nodes.length > 600 || matchMedia("(prefers-reduced-motion: reduce)").matches ? false : { duration };
const isClaim = (node) => CLAIMS.has(node.kind);
const across = (node, edge) => nodes[edge.from === node.id ? edge.to : edge.from];
const off = { kinds: new Set(), modes: new Set(), ties: new Set(), types: new Set() };
let shown = new Set(nodes.map((node) => node.id));
let chosen = null;
let near = new Set();

// vis-network gets no words at all: labels, hover texts and evidence are drawn and written here.
const thin = Math.min(2.2, Math.max(1, nodes.length / 700));
const items = new vis.DataSet(nodes.map(({ id, shape, color, size, x, y, shapeProperties }) =>
  ({ id, shape, color, size, x, y, ...(shapeProperties && { shapeProperties }) })));
const nodeView = new vis.DataView(items, { filter: (item) => shown.has(item.id) });
const edgeView = new vis.DataView(new vis.DataSet(edges.map(({ id, from, to, color, width, dashes }) =>
  ({ id, from, to, color, width: width * thin, ...(dashes && { dashes }) }))), { filter: (item) => !off.ties.has(edges[item.id].kind) });
const network = new vis.Network(find("canvas"), { nodes: nodeView, edges: edgeView }, data.options);

// Nothing can be done there by keyboard; the search and the panel lead to every node.
find("canvas").firstElementChild.removeAttribute("tabindex");

/* Everything, with room at the rim for the labels. */
const wholeView = () => {
  const seen = nodes.filter((node) => shown.has(node.id)).map((node) => network.body.nodes[node.id]);
  if (!seen.length) return;
  const { clientWidth: wide, clientHeight: high } = find("canvas");
  const [left, top, right, bottom] = seen.reduce(([l, t, r, b], { x, y }) =>
    [Math.min(l, x), Math.min(t, y), Math.max(r, x), Math.max(b, y)], [Infinity, Infinity, -Infinity, -Infinity]);
  const scale = Math.min(1.4, Math.max(40, wide - 320) / (right - left + 1), Math.max(40, high - 100) / (bottom - top + 1));
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, animation: false });
};

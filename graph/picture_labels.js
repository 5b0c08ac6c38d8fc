/* Labels: as on a map, the important first, none over another; and what is drawn over the network. */

const wrap = (text, width, most) => {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines[lines.length - 1];
    if (line && line.length + word.length >= width) {
      if (lines.length === most) { lines[most - 1] += "…"; break; }
      lines.push(word);
    } else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines.map((line) => (line.length > width + 14 ? `${line.slice(0, width + 13)}…` : line));
};
for (const node of nodes) {
  const claim = isClaim(node);
  node.lines = wrap(node.text, 22, claim ? 2 : 3);
  node.height = claim || node.kind === "document" ? 11 : Math.min(14, 10.5 + Math.log2(1 + node.ties.length) * 0.6);
  node.weight = claim || node.kind === "document" || node.ties.length < 2 ? "400" : "600";
  node.rank = (claim ? 0 : 1000) + node.ties.length;
}
const ranked = [...nodes].sort((one, other) => other.rank - one.rank || one.id - other.id);
const measure = document.createElement("canvas").getContext("2d");
const widthOf = (node) => {
  if (node.width === undefined) {
    measure.font = `${node.weight} ${node.height}px ${FONT}`;
    node.width = Math.max(...node.lines.map((line) => measure.measureText(line).width));
  }
  return node.width;
};

const CELL = 64;
const boxes = () => {
  const cells = new Map();
  const visit = (box, act) => {
    for (let x = Math.floor(box[0] / CELL); x <= Math.floor(box[2] / CELL); x++)
      for (let y = Math.floor(box[1] / CELL); y <= Math.floor(box[3] / CELL); y++)
        if (act(x * 100003 + y)) return true;
    return false;
  };
  return {
    add: (box) => visit(box, (key) => { const cell = cells.get(key); if (cell) cell.push(box); else cells.set(key, [box]); return false; }),
    meets: (box, own) => visit(box, (key) => (cells.get(key) || []).some((other) => other.own !== own &&
      box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])),
  };
};

let written = [];
const outside = (box, wide) => (box[0] < 0 || box[2] > wide ? 1 : 0);
const drawLabels = (context, scale) => {
  const canvas = context.canvas;
  const ratio = canvas.width / canvas.clientWidth;
  const { clientWidth: wide, clientHeight: high } = canvas;
  const middle = network.getViewPosition();
  const grow = Math.min(1.35, Math.max(1, scale ** 0.4));
  // From far off only those who do much are named.
  const busy = scale > 0.6 ? 0 : scale > 0.36 ? 2 : scale > 0.25 ? 3 : 4;
  const taken = boxes();
  const seen = [];
  for (const node of ranked) {
    if (!shown.has(node.id) || (chosen !== null && !near.has(node.id))) continue;
    const at = network.body.nodes[node.id];
    const x = (at.x - middle.x) * scale + wide / 2;
    const y = (at.y - middle.y) * scale + high / 2;
    if (x < -150 || x > wide + 150 || y < -60 || y > high + 60) continue;
    const radius = node.size * scale;
    if (radius > 3 && !isClaim(node)) {
      const box = [x - radius, y - radius, x + radius, y + radius];
      box.own = node.id;
      taken.add(box);
    }
    if (chosen !== null || (isClaim(node) ? scale > 0.5 : node.ties.length >= busy)) seen.push([node, x, y, radius]);
  }
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  const dotted = boxes();
  written = [];
  for (const [node, x, y, radius] of seen) {
    if (!isClaim(node) || radius < 2) continue;
    const box = [x - radius, y - radius, x + radius, y + radius];
    box.own = node.id;
    dotted.add(box);
  }
  for (const [node, x, y, radius] of seen) {
    const size = node.height * grow;
    const lines = scale < 0.45 && node.lines.length > 2 ? [node.lines[0], `${node.lines[1].replace(/…$/, "")}…`] : node.lines;
    const half = (widthOf(node) * grow) / 2 + 1;
    const line = size * 1.15;
    const tall = line * lines.length;
    const room = [[x, y + radius + 2 + tall / 2], [x, y - radius - 2 - tall / 2],
      [x + radius + 4 + half, y], [x - radius - 4 - half, y]]
      .map(([cx, cy]) => [cx - half, cy - tall / 2, cx + half, cy + tall / 2])
      .filter((box) => !taken.meets(box, node.id))
      .sort((one, other) => outside(one, wide) - outside(other, wide));
    // The name of an actor may cover the dot of an action where it must, other words may not.
    const box = room.find((one) => !dotted.meets(one, node.id)) || (isClaim(node) ? undefined : room[0]);
    if (!box) continue;
    taken.add(box);
    written.push(box);
    const place = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
    context.font = `${node.weight} ${size}px ${FONT}`;
    context.strokeStyle = "rgba(255,255,255,.92)";
    context.lineWidth = 3.5;
    context.fillStyle = isClaim(node) ? "#3d4753" : "#10161f";
    lines.forEach((words, index) => {
      const cy = place[1] - tall / 2 + line * (index + 0.5);
      context.strokeText(words, place[0], cy);
      context.fillText(words, place[0], cy);
    });
  }
  context.restore();
};

const PALE = { action: "#F2D08A", statistic: "#F3C9AD", outcome: "#E9A27A" };
/* From far off a node keeps a size that can be seen. */
const dots = (context, scale) => {
  for (const node of nodes) {
    const least = (isClaim(node) ? 1.5 : 2.4) / scale;
    if (node.size >= least || !shown.has(node.id) || (chosen !== null && !near.has(node.id))) continue;
    const at = network.body.nodes[node.id];
    context.beginPath();
    context.arc(at.x, at.y, least, 0, 2 * Math.PI);
    context.fillStyle = node.color.background === "#FFFFFF" ? PALE[node.kind] || node.color.border : node.color.background;
    context.fill();
  }
};

const cross = (context, node) => {
  const at = network.body.nodes[node.id];
  const reach = node.size * 1.25;
  context.beginPath();
  context.moveTo(at.x - reach, at.y - reach); context.lineTo(at.x + reach, at.y + reach);
  context.moveTo(at.x + reach, at.y - reach); context.lineTo(at.x - reach, at.y + reach);
  context.strokeStyle = "#1b2430";
  context.lineWidth = 1.4;
  context.stroke();
};

network.on("afterDrawing", (context) => {
  const scale = network.getScale();
  if (chosen !== null) {
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = "rgba(255,255,255,.82)";
    context.fillRect(0, 0, context.canvas.width, context.canvas.height);
    context.restore();
    const lit = edges.filter((edge) => near.has(edge.from) && near.has(edge.to) && network.body.edges[edge.id]?.connected);
    for (const edge of lit) network.body.edges[edge.id].draw(context);
    for (const id of near) if (shown.has(id)) network.body.nodes[id].draw(context);
    for (const edge of lit) network.body.edges[edge.id].drawArrows(context);
    const at = network.body.nodes[chosen];
    context.beginPath();
    context.arc(at.x, at.y, nodes[chosen].size * 1.3 + 4 / scale, 0, 2 * Math.PI);
    context.strokeStyle = "#0b5cad";
    context.lineWidth = 2.5 / scale;
    context.stroke();
  }
  if (scale < 0.6) dots(context, scale);
  for (const node of nodes)
    if (node.negated && shown.has(node.id) && (chosen === null || near.has(node.id))) cross(context, node);
  drawLabels(context, scale);
  if (!document.documentElement.dataset.ready) document.documentElement.dataset.ready = String(Math.round(performance.now()));
});

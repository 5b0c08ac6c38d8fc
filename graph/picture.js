"use strict";
(() => {
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

  // ---- the network -------------------------------------------------------------------------

  const nodes = data.nodes.map((node) => ({ ...node, text: node.label, ties: [] }));
  const edges = data.edges.map((edge, id) => ({ ...edge, id }));
  for (const edge of edges) {
    nodes[edge.from].ties.push(edge);
    if (edge.to !== edge.from) nodes[edge.to].ties.push(edge);
  }
  const glide = (duration) => (matchMedia("(prefers-reduced-motion: reduce)").matches ? false : { duration });
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
    const scale = Math.min(1.4, Math.max(40, wide - 220) / (right - left + 1), Math.max(40, high - 100) / (bottom - top + 1));
    network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, animation: false });
  };

  // ---- labels: as on a map, the important first, none over another --------------------------

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
    const busy = scale > 0.6 ? 0 : scale > 0.4 ? 2 : scale > 0.25 ? 3 : 4;
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

  // ---- the words on hover ----------------------------------------------------------------------

  const tip = find("tip");
  network.on("hoverNode", ({ node, pointer }) => {
    tip.textContent = nodes[node].title;
    tip.hidden = false;
    const { clientWidth: wide, clientHeight: high } = find("canvas");
    const { x, y } = pointer.DOM;
    tip.style.left = `${Math.max(4, Math.min(x + 14, wide - tip.offsetWidth - 8))}px`;
    tip.style.top = `${y + 18 + tip.offsetHeight < high ? y + 18 : Math.max(4, y - tip.offsetHeight - 12)}px`;
  });
  const untip = () => { tip.hidden = true; };
  for (const event of ["blurNode", "dragStart", "zoom", "click"]) network.on(event, untip);
  find("canvas").addEventListener("mouseleave", untip);

  // ---- what is shown --------------------------------------------------------------------------

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

  // ---- one node and its evidence ------------------------------------------------------------------

  const panel = find("panel");
  const quoted = ([words, document_, saidBy]) => {
    const [title, publisher, date, url] = data.documents[document_];
    const cite = make("cite", saidBy ? `According to ${saidBy}, in ` : "", { dir: "auto" });
    if (/^https?:\/\//i.test(url)) cite.append(make("a", title, { href: url, target: "_blank", rel: "noopener noreferrer" }));
    else cite.append(title);
    const rest = [publisher, date].filter(Boolean).join(", ");
    if (rest) cite.append(`, ${rest}`);
    return [make("blockquote", words, { dir: "auto" }), cite];
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
    ATTRIBUTED_TO: ["According to", "Says"], SAME: ["Same event as", "Same event as"], PART_OF: ["Part of", "Has parts"],
    HOLDS: ["Holds", "Held by"], SIGNED_BY: ["Signed by", "Signed"], STATED_IN: ["Stated in", "States"], CITES: ["Cites", "Cited by"] };

  const choose = (id) => {
    chosen = id;
    near = new Set();
    panel.replaceChildren();
    panel.hidden = id === null;
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

  // ---- search ------------------------------------------------------------------------------------

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
})();

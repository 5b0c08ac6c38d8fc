/* The words of a node under the pointer. */

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

"""How each kind of node and edge looks, and how the legend names it.

Colours are those of Okabe and Ito (2008), told apart with every kind of colour vision, three of them
darkened to a contrast of at least 3:1 on white; shapes differ too, so that no meaning hangs on colour alone.
"""

from dataclasses import dataclass

__all__ = ["EDGES", "KINDS", "EdgeStyle", "NodeStyle"]


@dataclass(frozen=True, slots=True)
class NodeStyle:
    """Words of the legend, shape of vis-network, colours of filling and border, radius in pixels."""

    words: str
    shape: str
    fill: str
    border: str
    size: float


@dataclass(frozen=True, slots=True)
class EdgeStyle:
    """Words of the legend, colour, width in pixels, and lengths of dashes and gaps; none is a full line."""

    words: str
    colour: str
    width: float = 1.0
    dashes: tuple[int, ...] = ()


KINDS: dict[str, NodeStyle] = {
    "person": NodeStyle("Person", "dot", "#0072B2", "#00486F", 13),
    "post": NodeStyle("Office", "diamond", "#56B4E9", "#1F6E9C", 13),
    "government": NodeStyle("Government body", "square", "#1D4E89", "#0F2C50", 12),
    "organization": NodeStyle("Organization", "square", "#009E73", "#00614A", 10),
    "group": NodeStyle("Group", "dot", "#D9DEE4", "#66707C", 8),
    "place": NodeStyle("Place", "triangleDown", "#D9DEE4", "#66707C", 8),
    "instrument": NodeStyle("Law, order, report", "triangle", "#CC79A7", "#8A3F68", 11),
    "document": NodeStyle("Document", "square", "#FFFFFF", "#66707C", 9),
    "action": NodeStyle("Action", "dot", "#E69F00", "#9A6A00", 5.5),
    "outcome": NodeStyle("Outcome", "star", "#D55E00", "#8F3F00", 8),
    "conflict": NodeStyle("Conflict", "diamond", "#B5121B", "#6E0A10", 11),
    "statistic": NodeStyle("Statistic", "hexagon", "#F3B48A", "#A94B00", 7),
}

EDGES: dict[str, EdgeStyle] = {
    "ACTOR": EdgeStyle("acts", "#8593A3", 1.1),
    "OBJECT": EdgeStyle("acts on", "#8593A3", 1.1),
    "RECIPIENT": EdgeStyle("for, to", "#00876A", 1.2),
    "UNDER": EdgeStyle("under (law, order)", "#B0568A", 1.2, (6, 3)),
    "RESULT_OF": EdgeStyle("results from", "#C25400", 1.2),
    "MEMBER": EdgeStyle("member of", "#0072B2", 1.4),
    "ATTRIBUTED_TO": EdgeStyle("according to", "#66707C", 1.0, (2, 3)),
    "SAME": EdgeStyle("same event", "#A0A8B2", 1.0, (1, 3)),
    "POSITION": EdgeStyle("takes a side", "#B5121B", 1.8, (5, 2)),
    "ABOUT": EdgeStyle("disagreed on", "#B5121B", 1.2, (1, 3)),
    "PART_OF": EdgeStyle("part of", "#1D4E89", 1.0, (8, 4)),
    "HOLDS": EdgeStyle("holds office", "#1F6E9C", 1.0, (8, 4)),
    "SIGNED_BY": EdgeStyle("signed by", "#B0568A", 1.0, (8, 4)),
    "STATED_IN": EdgeStyle("stated in", "#B4BCC6", 1.0, (2, 3)),
    "CITES": EdgeStyle("cites", "#B4BCC6", 1.0, (2, 3)),
}

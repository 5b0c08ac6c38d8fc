"""One HTML file that shows the readable graph and needs nothing else: no server, no network.

pyvis builds the network; the page around it is ours, since pyvis's own loads style sheets from elsewhere,
writes hover texts as HTML and has neither legend nor evidence.
"""

import base64
import hashlib
import html
import json
import math
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from gestae.graph.network_claims import Evidence
from gestae.graph.picture_layout import layout
from gestae.graph.picture_style import EDGES, KINDS, EdgeStyle, NodeStyle

if TYPE_CHECKING:
    from networkx import MultiDiGraph
    from pyvis.network import Network

__all__ = ["picture"]

PARTS = ("network", "labels", "hover", "legend", "panel", "search")
"""The program of the page, in the order in which its parts need each other."""

NONFACTUAL = frozenset({"planned", "directed", "hypothetical"})

_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "tooltipDelay": 120,
        "hoverConnectedEdges": False,
        "selectConnectedEdges": False,
    },
    "edges": {
        "smooth": False,
        "selectionWidth": 0,
        "hoverWidth": 0,
        "arrowStrikethrough": False,
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.4}},
    },
    "nodes": {"borderWidth": 1.2, "chosen": False},
}
_OTHER_NODE = NodeStyle("Other", "dot", "#D9DEE4", "#66707C", 8)
_OTHER_EDGE = EdgeStyle("other", "#8593A3")


def picture(graph: "MultiDiGraph[str]", *, title: str) -> str:
    """The page for a graph made by `network`, all ASCII, so that no platform's encoding can harm it.

    Whatever the graph holds is shown as text: data go into the page as JSON that cannot end its element,
    into the document as text nodes, and the page's own policy allows no script but its two, and no request.
    """
    name = html.escape(title.strip() or "Graph")
    if not graph:
        body = '<main class="empty"><p>There is nothing to show: no statement matches.</p></main>'
        return _page(name, body, [])
    body = files(__package__).joinpath("picture.html").read_text(encoding="utf-8").replace("{title}", name)
    body = body.replace("{data}", _json(_data(graph)))
    bundle = files("pyvis").joinpath("templates", "lib", "vis-9.1.2", "vis-network.min.js")
    return _page(name, body, [bundle.read_text(encoding="utf-8"), _program()])


def _program() -> str:
    """The parts of the program in one scope."""
    parts = (files(__package__).joinpath(f"picture_{part}.js") for part in PARTS)
    code = "\n".join(part.read_text(encoding="utf-8") for part in parts)
    return f'"use strict";\n(() => {{\n{code}}})();\n'


def _page(name: str, body: str, scripts: Sequence[str]) -> str:
    style = files(__package__).joinpath("picture.css").read_text(encoding="utf-8")
    codes = [_ascii_script(script) for script in scripts]
    hashes = [base64.b64encode(hashlib.sha256(code.encode()).digest()).decode() for code in codes]
    allowed = " ".join(f"'sha256-{digest}'" for digest in hashes) or "'none'"
    policy = (
        f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    page = "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="generator" content="gestae">',
            f"<title>{name}</title>",
            f"<style>\n{style}</style>",
            "</head>",
            f"<body>\n{body}",
            *(f"<script>{code}</script>" for code in codes),
            "</body>",
            "</html>",
            "",
        ]
    )
    return page.encode("ascii", "xmlcharrefreplace").decode("ascii")


def _ascii_script(code: str) -> str:
    """The same program in ASCII: all that goes beyond stands in literals, where an escape means the same."""
    code = code.replace("\r\n", "\n").replace("</script", "<\\/script")
    return "".join(char if char.isascii() else json.dumps(char)[1:-1] for char in code)


def _json(data: object) -> str:
    """JSON that is ASCII and cannot end or open an element of HTML."""
    text = json.dumps(data, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _data(graph: "MultiDiGraph[str]") -> dict[str, object]:
    import networkx

    plain: networkx.Graph[str] = networkx.Graph()
    plain.add_nodes_from(graph)
    plain.add_edges_from((source, target) for source, target in graph.edges() if source != target)
    sizes = {node: _size(graph.nodes[node], plain.degree[node]) for node in plain}
    places = layout(plain, {node: max(size * 1.3, 15.0) for node, size in sizes.items()})
    documents: dict[Any, int] = {}
    network = _network(graph, sizes, places, documents)
    nodes, edges, _, _, _, options = network.get_network_data()
    return {
        "nodes": nodes,
        "edges": edges,
        "options": json.loads(options),
        "documents": [[doc.title, doc.publisher, doc.date, doc.url] for doc in documents],
        "kinds": {
            kind: [style.words, style.shape, style.fill, style.border] for kind, style in KINDS.items()
        },
        "ties": {kind: [style.words, style.colour, list(style.dashes)] for kind, style in EDGES.items()},
    }


def _network(
    graph: "MultiDiGraph[str]",
    sizes: Mapping[str, float],
    places: Mapping[str, tuple[float, float]],
    documents: dict[Any, int],
) -> "Network":
    """The pyvis network; nodes are named by numbers, and `documents` collects what their evidence cites."""
    from pyvis.network import Network

    network = Network(directed=True)
    network.set_options(json.dumps(_OPTIONS))
    numbers = {node: number for number, node in enumerate(graph)}
    for node, attributes in graph.nodes(data=True):
        style = KINDS.get(attributes["kind"], _OTHER_NODE)
        uncertain = attributes.get("modality") in NONFACTUAL or attributes.get("negated", False)
        extra: dict[str, object] = {
            name: attributes[name]
            for name in ("type", "modality", "negated", "attributed", "earliest", "latest", "others")
            if attributes.get(name)
        }
        if uncertain:
            extra["shapeProperties"] = {"borderDashes": [3, 2]}
        x, y = places[node]
        network.add_node(
            numbers[node],
            label=attributes["label"] or "…",
            shape=style.shape,
            color={"background": "#FFFFFF" if uncertain else style.fill, "border": style.border},
            size=round(sizes[node], 1),
            title=attributes["title"],
            x=round(x),
            y=round(y),
            kind=attributes["kind"],
            name=attributes["name"],
            evidence=_cited(attributes.get("evidence", ()), documents),
            **extra,
        )
    for source, target, key, attributes in graph.edges(keys=True, data=True):
        tie = EDGES.get(key, _OTHER_EDGE)
        network.add_edge(
            numbers[source],
            numbers[target],
            kind=key,
            color=tie.colour,
            width=tie.width,
            **({"dashes": list(tie.dashes)} if tie.dashes else {}),
            **({"evidence": _cited(attributes["evidence"], documents)} if "evidence" in attributes else {}),
        )
    return network


def _cited(evidence: tuple[Evidence, ...], documents: dict[Any, int]) -> list[list[object]]:
    return [
        [quote.quote, documents.setdefault(quote.document, len(documents)), quote.said_by]
        + [quote.review] * bool(quote.review)
        for quote in evidence
    ]


def _size(attributes: Mapping[str, Any], degree: int) -> float:
    """Radius in pixels: the busier an actor the larger, its area growing with what it does."""
    style = KINDS.get(attributes["kind"], _OTHER_NODE)
    if attributes["kind"] in {"action", "statistic", "outcome"}:
        return style.size
    return style.size * min(4.0, 0.8 + 0.2 * math.sqrt(degree))

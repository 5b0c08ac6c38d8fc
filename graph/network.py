"""The readable graph: who did what to whom, under what, with what outcome, each node with its words.

An arrow reads as a sentence: an actor points to its action, and the action to what it acts on.

| edge | from | to |
| --- | --- | --- |
| `ACTOR` | actor or instrument | action, statistic |
| `OBJECT`, `RECIPIENT`, `UNDER` | action | actor, instrument |
| `RESULT_OF` | outcome | action |
| `ATTRIBUTED_TO` | action, statistic | whoever is said to say so |
| `MEMBER` | member | group |
| `SAME` | action, statistic | one that tells of the same event |
| `POSITION` | conflict | action, statistic that takes a side in it |
| `ABOUT` | conflict | whom or what it is about |
| `PART_OF` | organization, office | its parent (authority data) |
| `HOLDS` | person | office (authority data) |
| `SIGNED_BY` | instrument | person (authority data) |
| `STATED_IN` | action, statistic that nothing else holds | document |
| `CITES` | document | instrument that takes part in nothing |
"""

import datetime
import re
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from gestae.graph.network_assembly import CLAIM_KINDS, Assembly
from gestae.graph.network_claims import Claim, QuadSource, Source, claims, sources
from gestae.graph.network_words import squeezed
from gestae.ontology.errors import NotFound
from gestae.ontology.terms import ACTION

if TYPE_CHECKING:
    from networkx import MultiDiGraph

__all__ = ["flat", "network"]

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def network(
    store: QuadSource,
    *,
    around: str | None = None,
    depth: int = 1,
    documents: Collection[str] = (),
    types: Collection[str] = (),
    since: datetime.date | None = None,
    until: datetime.date | None = None,
) -> "MultiDiGraph[str]":
    """The graph of a dataset for people, its nodes named by their IRIs, always in the same order.

    `documents` are names, their last parts, or IRIs; `types` are action types ("Convict"), which
    keep those actions and their outcomes; `since` and `until` (inclusive) keep what overlaps them, a
    claim without a time having that of its document. `around` is an IRI or a name, and keeps what lies
    within `depth` steps of it, a step leading from one actor over an action to another.

    Nodes have `kind` ("person", "post", "government", "organization", "group", "place", "instrument",
    "document", "conflict", "action", "statistic", "outcome"), `type`, `label`, `name`, `title` (plain text),
    `documents` (names), and entities `others` (names); conflicts also `evidence` of all sides; actions and
    statistics `modality`, `negated`, `attributed`, `earliest`, `latest` and `evidence` (`Evidence`). Edges
    are keyed by their kind; `MEMBER` edges have `evidence`.

    :raises NotFound: if no document or node is called so.
    """
    found = _within(claims(store, _wanted(sources(store), documents)), types, since, until)
    graph = Assembly(store, found).graph
    return _near(graph, around, depth) if around else graph


def flat(graph: "MultiDiGraph[str]") -> "MultiDiGraph[str]":
    """The same graph with attributes that GraphML can hold: strings, numbers and booleans.

    Document names are joined by "; "; quotes stand in `title`. Characters that XML forbids are dropped.
    """
    import networkx

    result: MultiDiGraph[str] = networkx.MultiDiGraph()
    for node, attributes in graph.nodes(data=True):
        result.add_node(_xml(node), **_scalars(attributes))
    for source, target, key, attributes in graph.edges(keys=True, data=True):
        result.add_edge(_xml(source), _xml(target), key=key, **_scalars(attributes))
    return result


def _wanted(known: Mapping[str, Source], names: Collection[str]) -> Mapping[str, Source]:
    """The versions of the documents of these names; of all, where none are given."""
    if not names:
        return known
    called = {
        version: {source.name, source.name.rpartition("/")[2], source.iri, version}
        for version, source in known.items()
    }
    found: dict[str, Source] = {}
    for name in names:
        # A file is often called by its whole name, which the graph has without its suffix.
        forms = {name, name.rpartition(".")[0] or name}
        matches = {version: source for version, source in known.items() if called[version] & forms}
        if not matches:
            raise NotFound(f"no document is called {name!r}: `gestae query documents` lists them")
        found |= matches
    return found


def _within(
    found: list[Claim],
    types: Collection[str],
    since: datetime.date | None,
    until: datetime.date | None,
) -> list[Claim]:
    if since or until:
        first = since.isoformat() if since else ""
        last = until.isoformat() if until else "9999-12-31"
        found = [
            claim for claim in found if claim.days[1] and claim.days[1] >= first and claim.days[0] <= last
        ]
    if types:
        actions = {
            claim.iri
            for claim in found
            if claim.kind == "action" and claim.links.get("actionType", "").removeprefix(ACTION) in types
        }
        found = [claim for claim in found if claim.iri in actions or claim.links.get("resultOf") in actions]
    return found


def _near(graph: "MultiDiGraph[str]", around: str, depth: int) -> "MultiDiGraph[str]":
    """What lies within so many steps; an edge to or from a claim is half a step."""
    import networkx

    centres = _called(graph, around)
    kinds = {node: attributes["kind"] for node, attributes in graph.nodes(data=True)}
    halves = max(0, 2 * depth - all(kinds[centre] in CLAIM_KINDS for centre in centres))
    plain = graph.to_undirected(as_view=True)
    reached = networkx.multi_source_dijkstra_path_length(
        plain,
        set(centres),
        cutoff=halves,
        weight=lambda one, other, _: 1 if kinds[one] in CLAIM_KINDS or kinds[other] in CLAIM_KINDS else 2,
    )
    # networkx's own subgraph would come in the order of a set.
    graph.remove_nodes_from([node for node in graph if node not in reached])
    return graph


def _called(graph: "MultiDiGraph[str]", wanted: str) -> list[str]:
    if wanted in graph:
        return [wanted]
    name = squeezed(wanted).casefold()
    called: dict[str, list[str]] = {}
    for node, attributes in graph.nodes(data=True):
        for own in {attributes["name"], attributes["label"], *attributes.get("others", ())}:
            called.setdefault(own.casefold(), []).append(node)
    if name in called:
        return called[name]
    import difflib

    close = [
        graph.nodes[called[match][0]]["name"] for match in difflib.get_close_matches(name, called, 3, 0.7)
    ]
    hint = f"; did you mean {' or '.join(map(repr, close))}?" if close else ""
    raise NotFound(f"nothing in the graph is called {wanted!r}{hint}")


def _scalars(attributes: dict[str, object]) -> dict[str, object]:
    result: dict[str, object] = {}
    for name, value in attributes.items():
        if name == "evidence":
            continue
        if isinstance(value, tuple):
            value = "; ".join(map(str, value))
        result[name] = _xml(value) if isinstance(value, str) else value
    return result


def _xml(text: str) -> str:
    return _NOT_XML.sub("", text)

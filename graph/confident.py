"""The part of a graph that is sure enough: without claims below a confidence and what rests on them alone.

A statement goes with its claim, a quote with the last statement that uses it. A direct link, a position or a
judgement goes with the last statement that it points at; a conflict that is left with fewer than two positions
is none. Every graph that is named afterwards stands whole.
"""

from collections import defaultdict
from collections.abc import Iterable
from copy import copy
from decimal import Decimal

import pyoxigraph as ox

from gestae.graph.dataset import Store
from gestae.ontology.terms import GESTAE, OA, RDF

__all__ = ["confident"]

_LEAST_POSITIONS = 2
_CLASSES_OF_FINDINGS = frozenset({GESTAE.Conflict, GESTAE.Corroboration, GESTAE.Change})
_EVIDENCE = frozenset({OA.hasTarget, OA.hasSelector, OA.hasSource})
"""What leads from a statement to the words that only it may use."""
_DERIVED = frozenset({GESTAE.statedBy, GESTAE.position})
"""What a derived node rests on; without any it says nothing."""


def confident(store: Store, least: float) -> Store:
    """A view of a store with the claims whose confidence is at least `least`, in memory; the store is not changed.

    A claim without a confidence is certain.
    """
    view = copy(store)
    view.quads = ox.Store()
    view.quads.bulk_extend(_sure(set(store.quads), Decimal(str(least))))
    return view


def _sure(quads: set[ox.Quad], least: Decimal) -> set[ox.Quad]:
    statements = {q.object: q.subject for q in quads if q.predicate == GESTAE.asserts}
    weak = {
        q.subject
        for q in quads
        if q.predicate == GESTAE.confidence and q.subject in statements and _number(q.object) < least
    }
    kept = quads
    gone: set[object] = {*weak, *(statements[claim] for claim in weak)}
    while gone:
        dropped = {q for q in kept if q.subject in gone or q.object in gone}
        kept = kept - dropped
        gone = _unfounded(kept, dropped)
    lost = quads - kept
    return kept - _links_of(lost, kept) - _outcomes(lost, kept)


def _unfounded(kept: Iterable[ox.Quad], dropped: Iterable[ox.Quad]) -> set[object]:
    """The nodes that rested on what was dropped, and on nothing that is kept."""
    uses: dict[object, int] = defaultdict(int)
    rests: dict[tuple[object, object], int] = defaultdict(int)
    findings = set()
    for quad in kept:
        if quad.predicate in _EVIDENCE:
            uses[quad.object] += 1
        if quad.predicate in _DERIVED:
            rests[quad.subject, quad.predicate] += 1
        if quad.predicate == RDF.type and quad.object in _CLASSES_OF_FINDINGS:
            findings.add(quad.subject)
    gone: set[object] = set()
    for quad in dropped:
        if quad.predicate in _EVIDENCE and quad.predicate != OA.hasSource and not uses[quad.object]:
            gone.add(quad.object)
        if quad.predicate in _DERIVED:
            needed = _LEAST_POSITIONS if quad.subject in findings else 1
            if rests[quad.subject, quad.predicate] < needed:
                gone.add(quad.subject)
    return gone


def _links_of(dropped: Iterable[ox.Quad], kept: Iterable[ox.Quad]) -> set[ox.Quad]:
    """The plain triples of direct links that are gone, unless another link still draws them."""
    gone, left = _drawn(dropped), _drawn(kept)
    return {edge for edge in gone if edge not in left}


def _outcomes(dropped: Iterable[ox.Quad], kept: Iterable[ox.Quad]) -> set[ox.Quad]:
    """What calls a number an outcome of an action that is gone."""
    lost = {(q.subject, q.graph_name) for q in dropped if q.predicate == GESTAE.resultOf}
    left = {(q.subject, q.graph_name) for q in kept if q.predicate == GESTAE.resultOf}
    return {ox.Quad(node, RDF.type, GESTAE.Outcome, graph) for node, graph in lost - left}


def _drawn(quads: Iterable[ox.Quad]) -> set[ox.Quad]:
    """The plain triple of each direct link among the quads, in the graph of its link."""
    links: dict[tuple[object, object], dict[ox.NamedNode, ox.NamedNode]] = defaultdict(dict)
    told = {GESTAE.actor, GESTAE.property, GESTAE.object}
    for quad in quads:
        if quad.predicate in told and isinstance(quad.object, ox.NamedNode):
            links[quad.subject, quad.graph_name][quad.predicate] = quad.object
    return {
        ox.Quad(parts[GESTAE.actor], parts[GESTAE.property], parts[GESTAE.object], graph)  # type: ignore[arg-type]
        for (_, graph), parts in links.items()
        if len(parts) == len(told)
    }


def _number(term: object) -> Decimal:
    return Decimal(term.value) if isinstance(term, ox.Literal) else Decimal(1)

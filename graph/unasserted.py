"""Numbers that a document does not report as fact: those within what it says is planned, ordered or denied."""

from collections.abc import Iterator

from pyoxigraph import NamedNode

from gestae.graph.comparable_claims import Comparable
from gestae.graph.dataset import Store
from gestae.ontology.terms import GESTAE, OA

__all__ = ["Unasserted"]

_OTHER = (GESTAE.planned, GESTAE.directed, GESTAE.hypothetical)
Stretch = tuple[int, int]


class Unasserted:
    """The stretches of each text that tell of what is no fact; found once for each version that is asked for."""

    def __init__(self, store: Store) -> None:
        self._find = store.quads.quads_for_pattern
        self._known: dict[str, tuple[Stretch, ...]] = {}

    def holds(self, told: Comparable) -> bool:
        """Whether a number stands apart from everything that the document tells otherwise than as fact."""
        if told.version not in self._known:
            self._known[told.version] = tuple(self._stretches(told.version))
        own = self._place(told.statement)
        return own is None or not any(
            start < own[1] and own[0] < end for start, end in self._known[told.version]
        )

    def _stretches(self, version: str) -> Iterator[Stretch]:
        graph = NamedNode(version)
        claims = {q.subject for term in _OTHER for q in self._find(None, GESTAE.modality, term, graph)}
        claims |= {q.subject for q in self._find(None, GESTAE.negated, None, graph)}
        for quad in self._find(None, GESTAE.asserts, None, graph):
            if quad.object in claims and (place := self._place(getattr(quad.subject, "value", ""))):
                yield place

    def _place(self, statement: str) -> Stretch | None:
        """Where the quote of a statement stands; its IRI ends in its offsets."""
        for quad in self._find(NamedNode(statement), OA.hasTarget, None):
            start, _, end = getattr(quad.object, "value", "").rpartition("/")[2].partition("-")
            if start.isdigit() and end.isdigit():
                return int(start), int(end)
        return None

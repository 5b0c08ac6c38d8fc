"""Conflicts in the readable graph: a node for the question, an edge to each claim that answers it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from gestae.graph.network_claims import Claim, Evidence, QuadSource
from gestae.graph.network_words import cited, shortened, squeezed
from gestae.ontology.terms import GESTAE, RDF

__all__ = ["Conflict", "conflicts"]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A question, its answers with the claims that give them, and the IRIs of whom it is about."""

    iri: str
    question: str
    sides: tuple[tuple[str, tuple[Claim, ...]], ...]
    about: tuple[str, ...]

    @property
    def answers(self) -> str:
        """The answers, told apart."""
        return " ≠ ".join(squeezed(answer) for answer, _ in self.sides)

    @property
    def label(self) -> str:
        """The answers, cut to what fits under a node."""
        return shortened(self.answers, 44)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of all sides."""
        return tuple(claim for _, told in self.sides for claim in told)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The words of all sides, side by side, each quote once."""
        return tuple(dict.fromkeys(claim.evidence for claim in self.claims))

    @property
    def title(self) -> str:
        """Hover text: the question, then each answer with the first words that give it."""
        lines = ["Conflict", squeezed(self.question)]
        for answer, told in self.sides:
            lines += ["", squeezed(answer), *(cited(claim.evidence) for claim in told[:1])]
            lines += [] if told else ["authority data"]
        return "\n".join(lines)


def conflicts(store: QuadSource, claims: Mapping[str, Claim]) -> Iterator[Conflict]:
    """The conflicts in which some of the claims (by statement) take part, in the order of their IRIs."""
    found = {quad.subject for quad in store.quads_for_pattern(None, RDF.type, GESTAE.Conflict)}
    for node in sorted((node for node in found if isinstance(node, NamedNode)), key=lambda node: node.value):
        sides = []
        for position in _objects(store, node, GESTAE.position):
            told = [claims[s.value] for s in _objects(store, position, GESTAE.statedBy) if s.value in claims]
            ordered = sorted(told, key=lambda claim: (claim.evidence.document.name, claim.evidence.start))
            sides.append((_text(store, position, GESTAE.answer), tuple(ordered)))
        if any(told for _, told in sides):
            about = tuple(sorted(entity.value for entity in _objects(store, node, GESTAE.about)))
            question = _text(store, node, GESTAE.question)
            yield Conflict(node.value, question, tuple(sorted(sides, key=lambda side: side[0])), about)


def _objects(store: QuadSource, node: NamedNode, predicate: NamedNode) -> Iterator[NamedNode]:
    seen = {quad.object for quad in store.quads_for_pattern(node, predicate, None)}
    yield from (value for value in seen if isinstance(value, NamedNode))


def _text(store: QuadSource, node: NamedNode, predicate: NamedNode) -> str:
    found = store.quads_for_pattern(node, predicate, None)
    return min((getattr(quad.object, "value", "") for quad in found), default="")

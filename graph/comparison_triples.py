"""From findings to RDF: a node a question, a position an answer, and the statements that give it."""

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Triple

from gestae.graph.attested_memberships import attested
from gestae.graph.comparable_claims import Comparable
from gestae.graph.comparison import Comparison
from gestae.graph.findings import Answer, Finding
from gestae.ontology import iris
from gestae.ontology.terms import GESTAE, PROV, RDF

__all__ = ["triples"]

_CLASSES = {
    "conflict": GESTAE.Conflict,
    "corroboration": GESTAE.Corroboration,
    "change": GESTAE.Change,
}


def triples(found: Comparison, base: str) -> Iterator[Triple]:
    """The graph of what comparing found, each triple once; its IRIs depend on what is asked alone."""
    for finding in found.findings:
        yield from _finding(finding, found, base)
    for claims in found.events:
        yield from _event(claims)
    yield from attested(found.memberships, found.known, base)
    for version, first in sorted(found.copies.items()):
        yield Triple(NamedNode(version), GESTAE.nearDuplicateOf, NamedNode(first))


def _finding(finding: Finding, found: Comparison, base: str) -> Iterator[Triple]:
    node = NamedNode(iris.finding(base, finding.kind, finding.rule, *finding.key))
    yield Triple(node, RDF.type, _CLASSES[finding.kind])
    yield Triple(node, GESTAE.rule, Literal(finding.rule))
    yield Triple(node, GESTAE.question, Literal(finding.question))
    for entity in finding.about:
        yield Triple(node, GESTAE.about, NamedNode(entity))
    for answer in finding.answers:
        yield from _answer(answer, node, found)


def _answer(answer: Answer, finding: NamedNode, found: Comparison) -> Iterator[Triple]:
    node = NamedNode(iris.position(finding.value, answer.text))
    yield Triple(finding, GESTAE.position, node)
    yield Triple(node, RDF.type, GESTAE.Position)
    yield Triple(node, GESTAE.answer, Literal(answer.text))
    for told in answer.told:
        yield Triple(node, GESTAE.statedBy, NamedNode(told.statement))
    for voice in found.voices.independent(answer.told):
        yield Triple(node, GESTAE.voice, Literal(voice.name))
    if answer.authority:
        yield Triple(node, PROV.wasDerivedFrom, NamedNode(answer.authority))


def _event(claims: Iterable[Comparable]) -> Iterator[Triple]:
    """Every claim of an event points at the first of them, so that links grow with claims and not with pairs."""
    first, *others = sorted(told.claim for told in claims)
    for claim in others:
        yield Triple(NamedNode(claim), GESTAE.sameEvent, NamedNode(first))

"""The findings of a store with both sides: each answer, who gives it, and the words that do."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from gestae.graph.dataset import Store
from gestae.graph.evidence import Evidence, evidence
from gestae.graph.findings import FindingKind
from gestae.ontology.terms import DCTERMS, GESTAE, PROV, RDF, RDFS

__all__ = ["KINDS", "Disagreement", "Side", "disagreements", "of_statements", "resting_on"]

KINDS: dict[FindingKind, NamedNode] = {
    "conflict": GESTAE.Conflict,
    "change": GESTAE.Change,
    "corroboration": GESTAE.Corroboration,
}
"""Kinds of finding by class, in the order in which they are told."""


@dataclass(frozen=True, slots=True)
class Side:
    """One answer; `voices` are the independent ones, `authority` the entry that gives it too, with its source."""

    answer: str
    voices: tuple[str, ...]
    authority: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A finding: what kind it is, the rule that fired, the question, whom it is about (IRIs), and the sides."""

    iri: str
    kind: FindingKind
    rule: str
    question: str
    about: tuple[str, ...]
    sides: tuple[Side, ...]


def disagreements(
    store: Store,
    *,
    kinds: Collection[str] = (),
    rules: Collection[str] = (),
    about: Collection[str] | None = None,
) -> list[Disagreement]:
    """The findings by kind, rule and question; all, where no kinds or rules are given.

    `about` are IRIs of which a finding must concern one, by its question or by a document that takes part.
    """
    found = [
        _read(store, quad.subject, kind)
        for kind, cls in KINDS.items()
        for quad in store.quads.quads_for_pattern(None, RDF.type, cls, store.comparison)
        if isinstance(quad.subject, NamedNode) and (not kinds or kind in kinds)
    ]
    kept = (one for one in found if not rules or one.rule in rules)
    order = list(KINDS)
    return sorted(
        (one for one in kept if about is None or _concerns(one, about)),
        key=lambda one: (order.index(one.kind), one.rule, one.question, one.iri),
    )


def resting_on(store: Store, statements: Iterable[NamedNode]) -> list[str]:
    """The IRIs of the findings that rest on one of these statements, sorted."""
    found = set()
    for statement in statements:
        for position in store.quads.quads_for_pattern(None, GESTAE.statedBy, statement, store.comparison):
            if isinstance(position.subject, NamedNode):
                for finding in store.quads.quads_for_pattern(None, GESTAE.position, position.subject):
                    found.add(getattr(finding.subject, "value", ""))
    return sorted(found)


def of_statements(store: Store) -> dict[str, list[str]]:
    """The IRIs of the conflicts by the statements that they rest on, each list sorted."""
    found: dict[str, list[str]] = {}
    for conflict in store.quads.quads_for_pattern(None, RDF.type, GESTAE.Conflict, store.comparison):
        for position in _objects(store, conflict.subject, GESTAE.position):
            for statement in _objects(store, position, GESTAE.statedBy):
                found.setdefault(statement.value, []).append(getattr(conflict.subject, "value", ""))
    return {statement: sorted(set(conflicts)) for statement, conflicts in found.items()}


def _concerns(found: Disagreement, about: Collection[str]) -> bool:
    documents = {said.document_iri for side in found.sides for said in side.evidence}
    return found.iri in about or not documents.isdisjoint(about) or not set(found.about).isdisjoint(about)


def _read(store: Store, node: NamedNode, kind: FindingKind) -> Disagreement:
    sides = [_side(store, position) for position in _objects(store, node, GESTAE.position)]
    return Disagreement(
        iri=node.value,
        kind=kind,
        rule=_text(store, node, GESTAE.rule),
        question=_text(store, node, GESTAE.question),
        about=tuple(sorted(entity.value for entity in _objects(store, node, GESTAE.about))),
        sides=tuple(sorted(sides, key=lambda side: _order(side, kind))),
    )


def _order(side: Side, kind: FindingKind) -> tuple[str, str]:
    """By day where answers changed with time, else by the answer."""
    days = [said.date or "" for said in side.evidence]
    return (min(days, default="") if kind == "change" else "", side.answer)


def _side(store: Store, position: NamedNode) -> Side:
    said = [
        evidence(store, statement, "statement") for statement in _objects(store, position, GESTAE.statedBy)
    ]
    entry = next(_objects(store, position, PROV.wasDerivedFrom), None)
    voices = store.quads.quads_for_pattern(position, GESTAE.voice, None, store.comparison)
    return Side(
        answer=_text(store, position, GESTAE.answer),
        voices=tuple(sorted(getattr(quad.object, "value", "") for quad in voices)),
        authority=None if entry is None else _entry(store, entry),
        evidence=tuple(sorted(said, key=lambda one: (one.date or "", one.document, one.start, one.iri))),
    )


def _entry(store: Store, entry: NamedNode) -> str:
    """The source of an authority entry, or its name."""
    found = (*_values(store, entry, DCTERMS.source), *_values(store, entry, RDFS.label), entry.value)
    return found[0]


def _values(store: Store, node: NamedNode, predicate: NamedNode) -> list[str]:
    found = store.quads.quads_for_pattern(node, predicate, None, store.authority)
    return sorted(quad.object.value for quad in found if isinstance(quad.object, Literal))


def _objects(store: Store, node: object, predicate: NamedNode) -> Iterator[NamedNode]:
    if isinstance(node, NamedNode):
        for quad in store.quads.quads_for_pattern(node, predicate, None, store.comparison):
            if isinstance(quad.object, NamedNode):
                yield quad.object


def _text(store: Store, node: NamedNode, predicate: NamedNode) -> str:
    found = store.quads.quads_for_pattern(node, predicate, None, store.comparison)
    return min((getattr(quad.object, "value", "") for quad in found), default="")

"""One thing of the graph with its evidence: who or what it is, and every statement that tells of it."""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from gestae.graph.dataset import Store
from gestae.graph.disagreements import Disagreement, disagreements, resting_on
from gestae.graph.evidence import Evidence, evidence, one, short, text
from gestae.ontology.errors import NotFound
from gestae.ontology.terms import DCTERMS, GESTAE, OA, RDF, RDFS, SCHEMA, SKOS

__all__ = ["Evidence", "Thing", "find", "label", "like", "show"]

_NAMES = (
    RDFS.label,
    SKOS.altLabel,
    GESTAE.name,
    SCHEMA.name,
    DCTERMS.identifier,
    ox.NamedNode(GESTAE.iri + "acronym"),
)
_ID = re.compile(r"[0-9a-f]{8,}")
_ENDS = (
    GESTAE.actor,
    GESTAE.object,
    GESTAE.recipient,
    GESTAE.under,
    GESTAE.member,
    GESTAE.group,
    GESTAE.place,
    GESTAE.instrument,
)


@dataclass(frozen=True)
class Thing:
    """Somebody or something: its IRI, label, classes, what else is known of it, and the statements about it.

    `findings` are the conflicts, changes and corroborations about it, or that rest on it.
    """

    iri: str
    label: str
    classes: tuple[str, ...]
    known: tuple[tuple[str, str], ...]
    evidence: tuple[Evidence, ...]
    findings: tuple[Disagreement, ...] = ()


def find(store: Store, called: str) -> list[str]:
    """The IRIs of what is called so, sorted.

    An IRI, a label, another name, an acronym or a public number, in any case; of a document also its title,
    its name with a suffix, or the last part of that; of a statement the last part of its IRI, which the facts
    table has as `id`.
    """
    try:
        node = ox.NamedNode(called)
        if next(store.quads.quads_for_pattern(node, None, None), None):
            return [called]
    except ValueError:
        pass
    if found := _names(store).get(called.casefold()):
        return sorted(found)
    if _ID.fullmatch(called) and (said := _statements(store, called)):
        return said
    try:
        return [store.document(called).iri]
    except NotFound:
        return []


def _statements(store: Store, id_: str) -> list[str]:
    asserting = {quad.subject for quad in store.quads.quads_for_pattern(None, GESTAE.asserts, None)}
    iris = (subject.value for subject in asserting if isinstance(subject, ox.NamedNode))
    return sorted(iri for iri in iris if iri.rpartition("/")[2] == id_)


def like(store: Store, called: str) -> list[str]:
    """At most three names that are nearly so, in lower case; the nearest first."""
    return difflib.get_close_matches(called.casefold(), sorted(_names(store)), 3, 0.6)


def label(store: Store, iri: str) -> str:
    """What something is called, and in which document where only that knows it."""
    about = {
        quad.predicate: getattr(quad.object, "value", "")
        for quad in store.quads.quads_for_pattern(ox.NamedNode(iri), None, None)
    }
    name = next((about[term] for term in (RDFS.label, GESTAE.name) if term in about), iri)
    document, local, _ = iri.partition("/entity/")
    within = text(one(store, ox.NamedNode(document), GESTAE.name)) if local else ""
    return f"{name} (in {within})" if within else name


def show(store: Store, iri: str) -> Thing:
    """All that the store holds of one thing; a `NotFound` where it holds nothing."""
    node = ox.NamedNode(iri)
    about = list(store.quads.quads_for_pattern(node, None, None))
    if not about:
        raise NotFound(f"nothing in the store has the IRI {iri}")
    classes = sorted({short(q.object) for q in about if q.predicate == RDF.type})
    known = sorted(
        {
            (short(q.predicate), getattr(q.object, "value", str(q.object)))
            for q in about
            if q.predicate not in {RDF.type, RDFS.label}
        }
    )
    called = next(
        (
            q.object.value
            for p in (RDFS.label, GESTAE.name)
            for q in about
            if q.predicate == p and isinstance(q.object, ox.Literal)
        ),
        iri,
    )
    said = sorted(
        set(_evidence(store, node)), key=lambda e: (e.date or "", e.document, e.start, e.claim, e.iri)
    )
    return Thing(iri, called, tuple(classes), tuple(known), tuple(said), tuple(_findings(store, node)))


def _names(store: Store) -> dict[str, set[str]]:
    """IRIs by the names that things answer to, in lower case."""
    found: dict[str, set[str]] = {}
    # A document's mention of a law repeats its number, and is not the law.
    mentions = {q.subject for q in store.quads.quads_for_pattern(None, RDF.type, GESTAE.InstrumentMention)}
    for predicate in _NAMES:
        for quad in store.quads.quads_for_pattern(None, predicate, None):
            if quad.subject in mentions:
                continue
            if isinstance(quad.object, ox.Literal) and isinstance(quad.subject, ox.NamedNode):
                found.setdefault(quad.object.value.casefold(), set()).add(quad.subject.value)
    return found


def _evidence(store: Store, node: ox.NamedNode) -> Iterator[Evidence]:
    claims: dict[ox.NamedNode, str] = {}
    for end in _ENDS:
        for quad in store.quads.quads_for_pattern(None, end, node):
            if isinstance(quad.subject, ox.NamedNode):
                claims.setdefault(quad.subject, short(end))
    statements = {node: "statement"} if one(store, node, GESTAE.asserts) else {}
    for claim, role in {node: "claim", **claims}.items():
        for quad in store.quads.quads_for_pattern(None, GESTAE.asserts, claim):
            if isinstance(quad.subject, ox.NamedNode):
                statements[quad.subject] = role
    for quad in store.quads.quads_for_pattern(None, GESTAE.attributedTo, node):
        if isinstance(quad.subject, ox.NamedNode):
            statements.setdefault(quad.subject, "source")
    for statement in _said_in(store, node):
        statements.setdefault(statement, "said here")
    for statement, role in statements.items():
        yield evidence(store, statement, role)


def _said_in(store: Store, document: ox.NamedNode) -> Iterator[ox.NamedNode]:
    for version in store.quads.quads_for_pattern(None, DCTERMS.isVersionOf, document):
        if isinstance(version.subject, ox.NamedNode):
            for quote in store.quads.quads_for_pattern(None, OA.hasSource, version.subject):
                if isinstance(quote.subject, ox.NamedNode):
                    for said in store.quads.quads_for_pattern(None, OA.hasTarget, quote.subject):
                        if isinstance(said.subject, ox.NamedNode):
                            yield said.subject


def _findings(store: Store, node: ox.NamedNode) -> list[Disagreement]:
    """Those about it; of a statement or claim those that rest on it; a finding itself."""
    claimed = [q.subject for q in store.quads.quads_for_pattern(None, GESTAE.asserts, node)]
    statements = [node, *(subject for subject in claimed if isinstance(subject, ox.NamedNode))]
    wanted = {node.value, *resting_on(store, statements)}
    return disagreements(store, about=wanted)

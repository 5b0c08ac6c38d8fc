"""A statement with its words: what it claims, where that stands, and how it is told."""

from dataclasses import dataclass

import pyoxigraph as ox

from gestae.graph.dataset import Store
from gestae.graph.told import WORDS
from gestae.ontology.terms import DCTERMS, GESTAE, OA, SCHEMA

__all__ = ["Evidence", "evidence", "one", "short", "text"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A statement: what it claims in a few words, its quote and where that stands, and how it is told.

    `role` says what the thing that was asked for is in it ("actor", "object", "source", "said here").
    """

    iri: str
    claim: str
    quote: str
    start: int
    document: str
    document_iri: str
    date: str | None
    role: str
    modality: str | None
    negated: bool
    source: str | None
    review: str | None = None


def evidence(store: Store, statement: ox.NamedNode, role: str) -> Evidence:
    """A statement as evidence for something that plays a role in it."""
    claim, target = one(store, statement, GESTAE.asserts), one(store, statement, OA.hasTarget)
    version = one(store, target, OA.hasSource)
    document = one(store, version, DCTERMS.isVersionOf)
    quote, start = "", 0
    if isinstance(target, ox.NamedNode):
        for selector in store.quads.quads_for_pattern(target, OA.hasSelector, None):
            quote = text(one(store, selector.object, OA.exact)) or quote
            start = int(text(one(store, selector.object, OA.start)) or start)
    words = [text(one(store, claim, predicate)) for predicate in WORDS]
    modality = one(store, claim, GESTAE.modality)
    return Evidence(
        iri=statement.value,
        claim=" · ".join(word for word in words if word),
        quote=quote,
        start=start,
        document=text(one(store, document, GESTAE.name)),
        document_iri=text(document),
        date=text(one(store, document, SCHEMA.datePublished)) or None,
        role=role,
        modality=short(modality) if modality else None,
        negated=one(store, claim, GESTAE.negated) is not None,
        source=text(one(store, statement, GESTAE.sourceMention)) or None,
        review=text(one(store, statement, GESTAE.review)) or None,
    )


def one(store: Store, subject: object, predicate: ox.NamedNode) -> ox.NamedNode | ox.Literal | None:
    """The value of a property, or `None`."""
    if not isinstance(subject, ox.NamedNode):
        return None
    found = next(iter(store.quads.quads_for_pattern(subject, predicate, None)), None)
    return found.object if found is not None and isinstance(found.object, ox.NamedNode | ox.Literal) else None


def text(term: ox.NamedNode | ox.Literal | None) -> str:
    """The text of a literal or IRI, "" of nothing."""
    return term.value if term is not None else ""


def short(term: object) -> str:
    """The last part of an IRI."""
    value: str = getattr(term, "value", str(term))
    return value.rpartition("#")[2].rpartition("/")[2]

"""From quads to claims: what each statement says, who it names, and the words that say it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal as OneOf
from typing import Protocol

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from gestae.ontology.terms import DCTERMS, GESTAE, OA, RDF, SCHEMA

__all__ = ["Claim", "ClaimKind", "Evidence", "QuadSource", "Source", "claims", "sources"]

Node = NamedNode | BlankNode
Graph = NamedNode | BlankNode | DefaultGraph
ClaimKind = OneOf["action", "statistic", "outcome", "instrument", "membership"]


class QuadSource(Protocol):
    """What holds quads and finds them by pattern; a `pyoxigraph.Store` does."""

    def quads_for_pattern(
        self,
        subject: Node | Triple | None,
        predicate: NamedNode | None,
        object: Node | Literal | Triple | None,  # noqa: A002  (pyoxigraph's own name)
        graph_name: Graph | None = None,
    ) -> Iterator[Quad]:
        """The quads that match; `None` matches anything."""
        ...


@dataclass(frozen=True, slots=True)
class Source:
    """A document, as far as its metadata are known; `date` is ISO 8601, "" where unknown."""

    iri: str
    name: str
    title: str
    date: str = ""
    publisher: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of a document that state a claim.

    `said_by` is who they are attributed to, and `review` who judged the fact and how, else "".
    """

    statement: str
    quote: str
    start: int
    document: Source
    said_by: str = ""
    said_by_iri: str = ""
    review: str = ""

    @property
    def attributed(self) -> bool:
        """Whether the document says that somebody else says so."""
        return bool(self.said_by or self.said_by_iri)


@dataclass(frozen=True, slots=True)
class Claim:
    """What one statement says.

    `words` holds its literals and `links` its IRIs, both by local name of the property
    ("verb", "objectText"; "actor", "resultOf"). `modality` is "factual" where none is given.
    """

    iri: str
    kind: ClaimKind
    words: Mapping[str, str]
    links: Mapping[str, str]
    evidence: Evidence

    @property
    def modality(self) -> str:
        """Local name of the modality."""
        return self.links.get("modality", "factual").removeprefix(GESTAE.iri)

    @property
    def negated(self) -> bool:
        """Whether the text says that it did not happen."""
        return self.words.get("negated") == "true"

    @property
    def days(self) -> tuple[str, str]:
        """First and last day as ISO 8601 dates, or the day of its document, or ""."""
        day = self.evidence.document.date
        return self.words.get("earliest", day), self.words.get("latest", day)


_KINDS: tuple[tuple[NamedNode, ClaimKind], ...] = (
    (GESTAE.Action, "action"),
    (GESTAE.Outcome, "outcome"),
    (GESTAE.Statistic, "statistic"),
    (GESTAE.InstrumentMention, "instrument"),
    (GESTAE.Membership, "membership"),
)


def sources(store: QuadSource) -> dict[str, Source]:
    """Every document by its version's IRI, in the order of the IRIs."""
    found = {}
    for quad in store.quads_for_pattern(None, DCTERMS.isVersionOf, None):
        document = quad.object
        if not isinstance(document, NamedNode) or not isinstance(quad.subject, NamedNode):
            continue
        words, links = _described(store, document, SCHEMA.iri, GESTAE.iri)
        name = words.get(GESTAE.name.value, document.value)
        found[quad.subject.value] = Source(
            iri=document.value,
            name=name,
            title=words.get(SCHEMA.name.value, name),
            date=words.get(SCHEMA.datePublished.value, ""),
            publisher=words.get(SCHEMA.publisher.value, ""),
            url=links.get(SCHEMA.url.value, words.get(SCHEMA.url.value, "")),
        )
    return dict(sorted(found.items()))


def claims(store: QuadSource, documents: Mapping[str, Source]) -> list[Claim]:
    """The claims of these versions with their evidence, by document name, place in the text, and IRI."""
    found = []
    for quad in store.quads_for_pattern(None, GESTAE.asserts, None):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            evidence = _evidence(store, quad.subject, documents)
            claim = _claim(store, quad.object, evidence) if evidence else None
            if claim:
                found.append(claim)
    return sorted(found, key=lambda claim: (claim.evidence.document.name, claim.evidence.start, claim.iri))


def _claim(store: QuadSource, node: NamedNode, evidence: Evidence) -> Claim | None:
    types = {quad.object for quad in store.quads_for_pattern(node, RDF.type, None)}
    kind = next((kind for term, kind in _KINDS if term in types), None)
    if kind is None:
        return None
    words, links = _described(store, node, GESTAE.iri)
    short = len(GESTAE.iri)
    return Claim(
        iri=node.value,
        kind=kind,
        words={name[short:]: text for name, text in words.items()},
        links={name[short:]: iri for name, iri in links.items()},
        evidence=evidence,
    )


def _evidence(store: QuadSource, statement: NamedNode, documents: Mapping[str, Source]) -> Evidence | None:
    """The first quote, by offset, of a statement; `None` where no known document holds it."""
    quotes = []
    for quad in store.quads_for_pattern(statement, OA.hasTarget, None):
        target = quad.object
        if not isinstance(target, NamedNode):
            continue
        version = next((q.object for q in store.quads_for_pattern(target, OA.hasSource, None)), None)
        document = documents.get(version.value) if isinstance(version, NamedNode) else None
        if document is None:
            continue
        selected: dict[str, str] = {}
        for selector in store.quads_for_pattern(target, OA.hasSelector, None):
            if isinstance(selector.object, NamedNode):
                selected |= _described(store, selector.object, OA.iri)[0]
        quotes.append((int(selected.get(OA.start.value, "0")), selected.get(OA.exact.value, ""), document))
    if not quotes:
        return None
    said, by = _described(store, statement, GESTAE.iri)
    start, quote, document = min(quotes, key=lambda found: (found[0], found[1], found[2].iri))
    return Evidence(
        statement=statement.value,
        quote=quote,
        start=start,
        document=document,
        said_by=said.get(GESTAE.sourceMention.value, ""),
        said_by_iri=by.get(GESTAE.attributedTo.value, ""),
        review=said.get(GESTAE.reviewNote.value, ""),
    )


def _described(store: QuadSource, node: NamedNode, *namespaces: str) -> tuple[dict[str, str], dict[str, str]]:
    """A node's literals and its IRIs by property; the smallest value where there are several."""
    words: dict[str, str] = {}
    links: dict[str, str] = {}
    for quad in store.quads_for_pattern(node, None, None):
        name = quad.predicate.value
        if not name.startswith(namespaces):
            continue
        if isinstance(quad.object, Literal):
            words[name] = min(words.get(name, quad.object.value), quad.object.value)
        elif isinstance(quad.object, NamedNode):
            links[name] = min(links.get(name, quad.object.value), quad.object.value)
    return words, links

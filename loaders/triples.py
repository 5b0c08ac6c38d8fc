"""From facts to RDF: the quads of one reading, in the graphs of its document's version."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from pyoxigraph import Literal, NamedNode, Quad, Triple

from gestae.loaders.claims import claim, mentioned
from gestae.loaders.entities import direct_links, link_triples
from gestae.loaders.identity import Identified, identify
from gestae.ontology import iris
from gestae.ontology.facts import Action, Document, Fact, Quote, Reading, Statistic
from gestae.ontology.links import Links
from gestae.ontology.terms import BASE, DCTERMS, GESTAE, OA, PROV, RDF, SCHEMA, VERSION, XSD

__all__ = ["quads"]


def quads(
    reading: Reading,
    links: Links,
    *,
    base: str = BASE,
    reader: str = "rules",
    reader_version: str = VERSION,
    settings: str = "",
) -> Iterator[Quad]:
    """Yield the quads of a reading, each once, in an order that depends on the reading alone.

    What the document says goes to the graph of its version; what `links` resolves, and the direct links
    drawn from that, to two graphs beside it. `base` is an absolute IRI that ends in `/` or `#`; `settings`
    is whatever else changes what the reader finds, in one line.

    :raises ReaderError: a number is not finite, or an action type is no name.
    """
    document = iris.document(base, reading.document)
    version = iris.version(document, reading.document.sha256)
    activity = iris.activity(version, reader, reader_version, settings, VERSION)
    named = tuple(identify(reading.facts, version))
    said = chain(
        _document(reading.document, NamedNode(document), NamedNode(version)),
        _version(reading.document, NamedNode(document), NamedNode(version), NamedNode(activity)),
        _activity(NamedNode(activity), reader, reader_version, settings),
        _quotes(named, version),
        _statements(named, version, reading.document),
    )
    yield from _in_graph(said, version)
    yield from _in_graph(link_triples(named, links, document), iris.links_graph(version))
    yield from _in_graph(direct_links(named, links, document, version), iris.derived_graph(version))


def _in_graph(triples: Iterator[Triple], graph: str) -> Iterator[Quad]:
    name = NamedNode(graph)
    for triple in dict.fromkeys(triples):
        yield Quad(triple.subject, triple.predicate, triple.object, name)


def _document(source: Document, document: NamedNode, version: NamedNode) -> Iterator[Triple]:
    yield Triple(document, RDF.type, GESTAE.Document)
    yield Triple(document, RDF.type, SCHEMA.CreativeWork)
    yield Triple(document, GESTAE.name, Literal(source.name))
    if source.title:
        yield Triple(document, SCHEMA.name, Literal(source.title))
    if source.date:
        yield Triple(document, SCHEMA.datePublished, Literal(source.date.isoformat(), datatype=XSD.date))
    if source.publisher:
        yield Triple(document, SCHEMA.publisher, Literal(source.publisher))
    if source.url:
        address = iris.web_address(source.url)
        url = NamedNode(address) if address else Literal(source.url, datatype=XSD.anyURI)
        yield Triple(document, SCHEMA.url, url)
    yield Triple(document, GESTAE.version, version)


def _version(
    source: Document, document: NamedNode, version: NamedNode, activity: NamedNode
) -> Iterator[Triple]:
    yield Triple(version, RDF.type, GESTAE.DocumentVersion)
    yield Triple(version, GESTAE.sha256, Literal(source.sha256))
    yield Triple(version, DCTERMS.extent, _count(len(source.text)))
    yield Triple(version, DCTERMS.isVersionOf, document)
    yield Triple(version, PROV.wasGeneratedBy, activity)


def _activity(activity: NamedNode, reader: str, reader_version: str, settings: str) -> Iterator[Triple]:
    yield Triple(activity, RDF.type, PROV.Activity)
    yield Triple(activity, GESTAE.reader, Literal(reader))
    yield Triple(activity, GESTAE.readerVersion, Literal(reader_version))
    yield Triple(activity, GESTAE.ontologyVersion, Literal(VERSION))
    if settings:
        yield Triple(activity, GESTAE.settings, Literal(settings))


def _quotes(named: Sequence[Identified], version: str) -> Iterator[Triple]:
    for quote in dict.fromkeys(item.fact.quote for item in named):
        node = iris.quote(version, quote.start, quote.end)
        text, position = map(NamedNode, iris.selectors(node))
        yield Triple(NamedNode(node), RDF.type, OA.SpecificResource)
        yield Triple(NamedNode(node), OA.hasSource, NamedNode(version))
        yield Triple(NamedNode(node), OA.hasSelector, text)
        yield Triple(NamedNode(node), OA.hasSelector, position)
        yield Triple(text, RDF.type, OA.TextQuoteSelector)
        yield Triple(text, OA.exact, Literal(quote.text))
        yield Triple(position, RDF.type, OA.TextPositionSelector)
        yield Triple(position, OA.start, _count(quote.start))
        yield Triple(position, OA.end, _count(quote.end))


def _statements(named: Sequence[Identified], version: str, source: Document) -> Iterator[Triple]:
    claims = {_certain(item.fact): item.claim for item in named}
    for item in named:
        statement, said = NamedNode(item.statement), NamedNode(item.claim)
        yield Triple(statement, RDF.type, GESTAE.Statement)
        yield Triple(statement, RDF.type, OA.Annotation)
        yield Triple(statement, GESTAE.asserts, said)
        yield Triple(statement, OA.hasTarget, NamedNode(_quote_iri(item.fact.quote, version)))
        if isinstance(item.fact, Action | Statistic):
            for predicate, value in mentioned(GESTAE.sourceMention, GESTAE.sourceText, item.fact.source):
                yield Triple(statement, predicate, value)
            if item.fact.speaker:
                yield Triple(statement, GESTAE.speakerMention, Literal(item.fact.speaker))
        for predicate, value in claim(item.fact, source.date):
            yield Triple(said, predicate, value)
        result_of = item.fact.result_of if isinstance(item.fact, Statistic) else None
        if result_of and (cause := claims.get(_certain(result_of))):
            yield Triple(said, RDF.type, GESTAE.Outcome)
            yield Triple(said, GESTAE.resultOf, NamedNode(cause))


def _certain(fact: Fact) -> Fact:
    return replace(fact, confidence=1.0)


def _quote_iri(quote: Quote, version: str) -> str:
    return iris.quote(version, quote.start, quote.end)


def _count(number: int) -> Literal:
    return Literal(str(number), datatype=XSD.integer)

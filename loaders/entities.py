"""From links to RDF: the entities that claims speak of, how each was found, and direct links."""

from collections.abc import Iterator, Sequence

from pyoxigraph import Literal, NamedNode, Triple

from gestae.loaders.identity import Identified
from gestae.ontology import iris
from gestae.ontology.direct import direct_link
from gestae.ontology.facts import Action, Fact, Instrument, Membership, Mention, Statistic
from gestae.ontology.links import Link, Links, RoleKind, mention_of
from gestae.ontology.terms import DCTERMS, ENTITY_CLASSES, GESTAE, RDF, RDFS, XSD

__all__ = ["direct_links", "entity_iri", "link_triples"]

_ACTOR: tuple[RoleKind, ...] = ("actor", "instrument")
_INSTRUMENT: tuple[RoleKind, ...] = ("instrument",)
_PLACE: tuple[RoleKind, ...] = ("place",)


def entity_iri(link: Link, document: str) -> str:
    """The IRI of what a link points at; one local to the document where no authority knows it."""
    label = link.label or link.mention.name
    return link.entity or iris.local_entity(document, link.kind or "Actor", label)


def link_triples(named: Sequence[Identified], links: Links, document: str) -> Iterator[Triple]:
    """Yield the resolved ends of every claim, entities that no authority file describes, and links."""
    used: dict[tuple[str, str], Link] = {}
    for item in named:
        for prop, of_statement, link in _resolved(item.fact, links):
            entity = entity_iri(link, document)
            subject = item.statement if of_statement else item.claim
            yield Triple(NamedNode(subject), prop, NamedNode(entity))
            key = (link.mention.text, entity)
            if key not in used or used[key].confidence < link.confidence:
                used[key] = link
    described = {entity: link for (_, entity), link in reversed(used.items()) if link.kind or not link.entity}
    for entity, link in described.items():
        yield from _entity(NamedNode(entity), link)
    for (mention, entity), link in used.items():
        yield from _link(mention, NamedNode(entity), link, document)


def direct_links(named: Sequence[Identified], links: Links, document: str, version: str) -> Iterator[Triple]:
    """Yield actor → object, by a property of the action's type, with the statements that it rests on.

    Only what the document itself states as a fact is drawn: factual, un-negated, without another source.
    """
    for item in named:
        fact = item.fact
        if not isinstance(fact, Action) or fact.modality != "factual" or fact.negated or fact.source:
            continue
        at = fact.quote.start
        actor, target = links.get(fact.actor, *_ACTOR, at=at), links.get(fact.object, *_ACTOR, at=at)
        if actor is None or target is None:
            continue
        start, end = entity_iri(actor, document), entity_iri(target, document)
        yield from direct_link(version, start, fact.type, end, item.statement)


def _resolved(fact: Fact, links: Links) -> Iterator[tuple[NamedNode, bool, Link]]:
    """Property, whether its subject is the statement (and not the claim), and the link."""
    for prop, mention, roles in _ends(fact):
        if link := links.get(mention, *roles, at=fact.quote.start):
            yield prop, prop == GESTAE.attributedTo, link


def _ends(fact: Fact) -> Iterator[tuple[NamedNode, Mention | None, tuple[RoleKind, ...]]]:
    match fact:
        case Action():
            yield GESTAE.actor, fact.actor, _ACTOR
            yield GESTAE.object, fact.object, _ACTOR
            yield GESTAE.recipient, fact.recipient, _ACTOR
            yield GESTAE.under, fact.under, _INSTRUMENT
            yield GESTAE.attributedTo, fact.source, _ACTOR
        case Statistic():
            yield GESTAE.actor, fact.actor, _ACTOR
            yield GESTAE.place, fact.place, _PLACE
            yield GESTAE.attributedTo, fact.source, _ACTOR
        case Instrument():
            yield GESTAE.instrument, mention_of(fact), _INSTRUMENT
        case Membership():
            yield GESTAE.member, fact.member, _ACTOR
            yield GESTAE.group, fact.group, _ACTOR


def _entity(entity: NamedNode, link: Link) -> Iterator[Triple]:
    for cls in ENTITY_CLASSES[link.kind or "Actor"]:
        yield Triple(entity, RDF.type, cls)
    yield Triple(entity, RDFS.label, Literal(link.label or link.mention.name))
    if link.identifier:
        yield Triple(entity, DCTERMS.identifier, Literal(link.identifier))


def _link(mention: str, entity: NamedNode, link: Link, document: str) -> Iterator[Triple]:
    node = NamedNode(iris.link(document, mention, entity.value))
    yield Triple(node, RDF.type, GESTAE.Link)
    yield Triple(node, GESTAE.mention, Literal(mention))
    yield Triple(node, GESTAE.inDocument, NamedNode(document))
    yield Triple(node, GESTAE.entity, entity)
    yield Triple(node, GESTAE.method, Literal(link.method))
    confidence = f"{link.confidence:.2f}".rstrip("0").rstrip(".")
    yield Triple(node, GESTAE.confidence, Literal(confidence, datatype=XSD.decimal))

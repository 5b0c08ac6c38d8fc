"""Authority entries and terms of office as RDF, in the form in which the authority files of gestae stand."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Triple

from gestae.loaders.authority_drafts import Belonging, Draft, Term
from gestae.ontology.authority import Authority
from gestae.ontology.entities import Entity
from gestae.ontology.iris import slug
from gestae.ontology.links import EntityKind
from gestae.ontology.register import PRESIDENT
from gestae.ontology.terms import DCTERMS, ENTITY_CLASSES, GESTAE, ORG, RDF, RDFS, SCHEMA, SKOS, TIME, XSD

__all__ = ["Written", "belonging", "office_terms", "written"]


@dataclass(frozen=True, slots=True)
class Written:
    """An entry that is to be written: `names` are its other names, `parent` the IRI of a body.

    The number of an entry that is `ambiguous` is told as a note of the key, and is no name of it.
    """

    iri: str
    kind: EntityKind
    draft: Draft
    names: tuple[str, ...]
    parent: str | None
    ambiguous: bool


def written(entry: Written) -> Iterator[Triple]:
    """The triples of an entry."""
    node, draft = NamedNode(entry.iri), entry.draft
    for cls in ENTITY_CLASSES[entry.kind]:
        yield Triple(node, RDF.type, cls)
    yield Triple(node, RDFS.label, Literal(draft.name))
    for name in dict.fromkeys(entry.names):
        yield Triple(node, SKOS.altLabel, Literal(name))
    if entry.kind == "Person":
        yield Triple(node, SCHEMA.name, Literal(draft.name))
        if draft.family:
            yield Triple(node, SCHEMA.familyName, Literal(draft.family))
    for acronym in draft.acronyms:
        yield Triple(node, GESTAE.acronym, Literal(acronym))
    if draft.identifier:
        yield Triple(node, DCTERMS.identifier, Literal(draft.identifier))
    if draft.title:
        yield Triple(node, DCTERMS.title, Literal(draft.title))
    if draft.date:
        yield Triple(node, DCTERMS.date, Literal(draft.date, datatype=XSD.date))
    if entry.parent:
        term = ORG.postIn if entry.kind == "Post" else ORG.subOrganizationOf
        yield Triple(node, term, NamedNode(entry.parent))
    for match in draft.matches:
        yield Triple(node, SKOS.exactMatch, NamedNode(match))
    if draft.source:
        yield Triple(node, DCTERMS.source, Literal(draft.source))


def office_terms(
    iri: str, draft: Draft, term: Term, post: Entity, known: Authority, base: str
) -> Iterator[Triple]:
    """The triples of a term of office, unless it is known already."""
    person = known.by_iri(iri)
    start = datetime.date.fromisoformat(term.start)
    if person and any(t.post == post.iri and abs((t.since - start).days) < 60 for t in known.tenures(person)):
        return
    if person and any(t.post == post.iri and t.covers(start) for t in known.tenures(person)):
        return
    node = NamedNode(f"{base}membership/{slug(draft.key)}-{slug(post.name)}-{term.start}")
    body = post.parent
    if post.iri == PRESIDENT or body is None:
        # An administration is the organization of its president's membership.
        body = f"{base}administration/{slug(draft.key)}"
        name = f"{draft.family or draft.name} Administration"
        for cls in ENTITY_CLASSES["GovernmentOrganization"]:
            yield Triple(NamedNode(body), RDF.type, cls)
        yield Triple(NamedNode(body), RDFS.label, Literal(name))
    yield Triple(NamedNode(iri), ORG.holds, NamedNode(post.iri))
    yield Triple(node, RDF.type, ORG.Membership)
    yield Triple(node, ORG.member, NamedNode(iri))
    yield Triple(node, ORG.role, NamedNode(post.iri))
    yield Triple(node, ORG.organization, NamedNode(body))
    yield from _during(node, term.start, term.end, base)


def belonging(iri: str, draft: Draft, told: Belonging, body: str, base: str) -> Iterator[Triple]:
    """The triples of a membership in a body."""
    parts = (slug(draft.key), slug(told.group), slug(told.role), told.since)
    node = NamedNode(f"{base}membership/{'-'.join(filter(None, parts))}")
    yield Triple(node, RDF.type, ORG.Membership)
    yield Triple(node, ORG.member, NamedNode(iri))
    yield Triple(node, ORG.organization, NamedNode(body))
    if told.role:
        role = NamedNode(f"{base}role/{slug(told.role)}")
        yield Triple(node, ORG.role, role)
        yield Triple(role, RDF.type, ORG.Role)
        yield Triple(role, RDFS.label, Literal(told.role))
    if draft.source:
        yield Triple(node, DCTERMS.source, Literal(draft.source))
    if told.since:
        yield from _during(node, told.since, "", base)


def _during(node: NamedNode, start: str, end: str, base: str) -> Iterator[Triple]:
    span = NamedNode(f"{base}interval/{start}--{end or 'open'}")
    yield Triple(node, ORG.memberDuring, span)
    yield Triple(span, RDF.type, TIME.Interval)
    for term, day in ((TIME.hasBeginning, start), (TIME.hasEnd, end)):
        if day:
            instant = NamedNode(f"{base}day/{day}")
            yield Triple(span, term, instant)
            yield Triple(instant, RDF.type, TIME.Instant)
            yield Triple(instant, TIME.inXSDDate, Literal(day, datatype=XSD.date))

"""Which entity every name in a document stands for: an entry of the authority files, or one of the document's own."""

from collections.abc import Iterator
from datetime import date

from gestae.ontology import iris
from gestae.ontology.authority import Authority, Entity
from gestae.ontology.facts import UNSPECIFIED, Action, Fact, Instrument, Membership, Mention, Reading, Statistic
from gestae.ontology.links import EntityKind, Link, Links, RoleKind, mention_of
from gestae.ontology.name_forms import looks_like_acronym

__all__ = ["link"]

_KINDS: dict[str, EntityKind] = {
    "law": "Law",
    "order": "Order",
    "proclamation": "Proclamation",
    "memorandum": "Memorandum",
    "treaty": "Treaty",
    "report": "Report",
    "plan": "Plan",
}
_UNSURE = 0.9
"""Confidence of a name that one of several holders bore on the document's date."""


def link(reading: Reading, authority: Authority) -> Links:
    """Link every mention of a reading.

    Whoever acts, receives, speaks, or belongs is an entity: the one that the authority files hold
    under that number, name or acronym on the document's date, else one of the document's own. An
    object is an entity only where it names one. A name that several entries share links to none.
    """
    found: dict[tuple[Mention, RoleKind], Link] = {}
    on = reading.document.date
    for fact in reading.facts:
        for mention, role, own in _mentions(fact):
            if (mention, role) in found or mention.name in {"", UNSPECIFIED}:
                continue
            linked = _known(mention, role, authority, on)
            if linked is None and own is not None:
                linked = Link(mention, None, "local", 1.0, own, mention.name)
            if linked is not None:
                found[mention, role] = linked
        if isinstance(fact, Instrument):
            found.setdefault((mention_of(fact), "instrument"), _instrument(fact, authority, on))
    return Links(found)


def _mentions(fact: Fact) -> Iterator[tuple[Mention, RoleKind, EntityKind | None]]:
    """Each mention of a fact, what it is looked up as, and what it is where no authority knows it."""
    match fact:
        case Action():
            named: tuple[tuple[Mention | None, RoleKind, EntityKind | None], ...] = (
                (fact.actor, "actor", "Actor"),
                (fact.object, "actor", None),
                (fact.recipient, "actor", None),
                (fact.source, "actor", "Actor"),
                (fact.under, "instrument", None),
            )
        case Statistic():
            named = ((fact.actor, "actor", "Actor"), (fact.source, "actor", "Actor"), (fact.place, "place", "Place"))
        case Membership():
            named = ((fact.member, "actor", "Actor"), (fact.group, "actor", "Actor"))
        case Instrument():
            named = ()
    for mention, role, own in named:
        if mention is not None:
            yield mention, role, own


def _known(mention: Mention, role: RoleKind, authority: Authority, on: date | None) -> Link | None:
    for words in dict.fromkeys((mention.name, mention.text)):
        entity = authority.resolve(words, on)
        if entity is None or not _fits(entity, role):
            continue
        sure = len(authority.find(words)) == 1
        method = "acronym" if looks_like_acronym(words) else "name" if sure else "office and date"
        return Link(mention, entity.iri, method, 1.0 if sure else _UNSURE)
    return None


def _fits(entity: Entity, role: RoleKind) -> bool:
    if role == "place":
        return entity.kind == "place"
    return role == "actor" or entity.kind == "instrument"


def _instrument(fact: Instrument, authority: Authority, on: date | None) -> Link:
    mention = mention_of(fact)
    if fact.identifier:
        entity = authority.instrument(fact.identifier)
        if entity is not None:
            return Link(mention, entity.iri, "identifier")
    named = authority.resolve(fact.name, on)
    if named is not None and named.kind == "instrument" and fact.identifier in {None, named.identifier}:
        return Link(mention, named.iri, "name")
    kind = _KINDS[fact.kind]
    if fact.identifier:
        return Link(mention, iris.instrument(fact.identifier), "identifier", 1.0, kind, fact.name, fact.identifier)
    return Link(mention, None, "local", 1.0, kind, fact.name)

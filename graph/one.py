"""Whether two entities can be one: what stands against it, and what they are called."""

from collections.abc import Iterable

import pyoxigraph as ox

from gestae.graph.dataset import Store
from gestae.graph.judgements import Judgements, Verdict
from gestae.ontology.authority import Authority
from gestae.ontology.terms import DCTERMS, GESTAE, ORG, RDF, RDFS, SCHEMA, SKOS

__all__ = ["is_entity", "name", "refusal"]

_KINDS = {
    SCHEMA.Person.value: "a person",
    ORG.Organization.value: "an organization",
    ORG.Post.value: "an office",
    GESTAE.Place.value: "a place",
    GESTAE.Instrument.value: "a law, an order or another instrument",
}
_OF_AUTHORITY = {
    "person": SCHEMA.Person.value,
    "organization": ORG.Organization.value,
    "post": ORG.Post.value,
    "place": GESTAE.Place.value,
    "instrument": GESTAE.Instrument.value,
}
_ENTITY = frozenset({*_KINDS, GESTAE.Actor.value})


def name(store: Store, authority: Authority, iri: str) -> str:
    """What an entity is called; "" where nobody says."""
    known = authority.by_iri(iri)
    return known.name if known else min(_values(store, iri, RDFS.label), default="")


def is_entity(store: Store, authority: Authority, iri: str) -> bool:
    """Whether something is an actor, an instrument or a place."""
    return authority.by_iri(iri) is not None or not _ENTITY.isdisjoint(_values(store, iri, RDF.type))


def refusal(
    store: Store, authority: Authority, known: Judgements, verdict: Verdict, first: str, second: str
) -> str | None:
    """Why two entities cannot be judged so, or `None`."""
    for iri in (first, second):
        if not is_entity(store, authority, iri) and not known.name(iri):
            return f"{iri} is no actor, law or place of this store"
    if first == second:
        return "that is one entity already: both names stand for the same IRI " + first
    one, other = known.same(first), known.same(second)
    joined = second in one
    if verdict == "different":
        return _through(known, one, "they are one by earlier judgements") if joined else None
    if verdict == "unsure":
        return _through(known, one, "they are one by earlier judgements") if joined else None
    if joined:
        return _through(known, one, "that closes a circle: they are one already")
    if apart := known.apart(first, second):
        return (
            f"{apart.first_name!r} and {apart.second_name!r} were judged different by {apart.who} "
            f"on {apart.when:%Y-%m-%d}: forget that first"
        )
    return _numbers(store, authority, one | other) or _kinds(store, authority, one | other)


def _through(known: Judgements, one: Iterable[str], reason: str) -> str:
    chain = [j for j in known.entities if j.verdict == "same" and j.first in one]
    told = "; ".join(f"{j.first_name!r} is {j.second_name!r} ({j.who}, {j.when:%Y-%m-%d})" for j in chain)
    return f"{reason}: {told}"


def _numbers(store: Store, authority: Authority, members: Iterable[str]) -> str | None:
    """Two public numbers, or two identifiers at one authority elsewhere, are two things."""
    numbers: dict[str, str] = {}
    for iri in sorted(members):
        entity = authority.by_iri(iri)
        found = _values(store, iri, DCTERMS.identifier) | ({entity.identifier} if entity else set())
        numbers |= {number: iri for number in found if number and "U.S.C." not in number}
        for match in _values(store, iri, SKOS.exactMatch):
            numbers[match] = iri
    kinds: dict[str, set[str]] = {}
    for number in numbers:
        space = number.rpartition("/")[0] if "://" in number else "number"
        kinds.setdefault(space, set()).add(number)
    for same in kinds.values():
        if len(same) > 1:
            two = " and ".join(sorted(same)[:2])
            return f"they bear two different identifiers, {two}: things of different numbers are not one"
    return None


def _kinds(store: Store, authority: Authority, members: Iterable[str]) -> str | None:
    found: set[str] = set()
    for iri in members:
        entity = authority.by_iri(iri)
        kinds = {_OF_AUTHORITY[entity.kind]} if entity else _values(store, iri, RDF.type)
        found |= {_KINDS[kind] for kind in kinds if kind in _KINDS}
    if len(found) > 1:
        return f"one is {' and the other '.join(sorted(found)[:2])}"
    return None


def _values(store: Store, iri: str, term: ox.NamedNode) -> set[str]:
    try:
        node = ox.NamedNode(iri)
    except ValueError:
        return set()
    return {getattr(quad.object, "value", "") for quad in store.quads.quads_for_pattern(node, term, None)}

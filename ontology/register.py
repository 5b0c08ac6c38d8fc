"""The authority files in memory: entries, the ways to look them up, and what the files say of them."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from gestae.ontology.entities import Entity, Tenure
from gestae.ontology.terms import ORG, OWL

__all__ = ["PRESIDENT", "Register", "about"]

PRESIDENT = "https://w3id.org/gestae/authority/post/us-president"

_DIFFERENT = OWL.iri + "differentFrom"
_MEMBER, _ROLE, _ORGANIZATION = ORG.member.value, ORG.iri + "role", ORG.organization.value


@dataclass
class Register:
    """Entries and the ways to look them up; every value of a look-up is an IRI or a tuple of them."""

    files: tuple[Path, ...] = ()
    entities: dict[str, Entity] = field(default_factory=dict)
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    titles: dict[str, tuple[str, ...]] = field(default_factory=dict)
    acronyms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    ambiguous: frozenset[str] = frozenset()
    tenures: dict[str, tuple[Tenure, ...]] = field(default_factory=dict)
    holders: dict[str, tuple[Tenure, ...]] = field(default_factory=dict)
    administrations: tuple[str, ...] = ()

    @cached_property
    def triples(self) -> dict[str, list[Triple]]:
        """Everything the files say, by subject; read again, since few runs ask for it."""
        found: dict[str, list[Triple]] = defaultdict(list)
        for path in self.files:
            for quad in parse(path=str(path), format=RdfFormat.TURTLE):
                if isinstance(quad.subject, NamedNode):
                    found[quad.subject.value].append(quad.triple)
        return found

    @cached_property
    def memberships(self) -> dict[str, list[str]]:
        """The memberships of a person, in an office, in an administration or in a group of officials."""
        found: dict[str, list[str]] = defaultdict(list)
        for iri, triples in self.triples.items():
            ends = {
                triple.predicate.value: triple.object.value
                for triple in triples
                if isinstance(triple.object, NamedNode)
            }
            if _MEMBER in ends:
                found[ends[_MEMBER]].append(iri)
                found[ends[_ROLE]].append(iri)
                if ends[_ROLE] == PRESIDENT or ends[_ROLE] not in self.entities:
                    found[ends[_ORGANIZATION]].append(iri)
        return found


def about(register: Register, iris: Collection[str]) -> Iterator[Triple]:
    """The triples of entries, of the bodies they belong to, and of who held which office when."""
    waiting = [*iris, *(membership for iri in iris for membership in register.memberships.get(iri, ()))]
    waiting.sort(reverse=True)
    done: set[str] = set()
    while waiting:
        iri = waiting.pop()
        if iri in done or iri not in register.triples:
            continue
        done.add(iri)
        for triple in register.triples[iri]:
            yield triple
            if isinstance(triple.object, NamedNode) and triple.predicate.value != _DIFFERENT:
                waiting.append(triple.object.value)

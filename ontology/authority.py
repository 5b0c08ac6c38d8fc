"""Who and what is known before any text is read: people and their offices, bodies, places, laws, orders.

The entries stand as Turtle in `authority-*.ttl` beside this module, each with its source; `authority` reads
them. Looking a name up never guesses: what several entries answer to is several entries.
"""

from collections.abc import Iterator, Set
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from gestae.ontology.authority_files import read
from gestae.ontology.entities import Entity, Kind, Tenure
from gestae.ontology.field import Stamped, field, stamped
from gestae.ontology.name_forms import acronym_form, looks_like_acronym, normal_form, public_number
from gestae.ontology.register import PRESIDENT, Register, about

if TYPE_CHECKING:
    from pyoxigraph import Triple

__all__ = ["Authority", "Entity", "Kind", "Tenure", "authority"]

_HERE = Path(__file__).parent
_ORDERS = "authority-orders.ttl"
"""The long list of executive orders, read only when an order is asked for."""
_CITED = (
    "executive order ",
    "eo ",
    "proclamation ",
    "presidential proclamation ",
    "public law ",
    "pub l ",
    "pl ",
)
_KEPT = 50_000
"""Words whose entries are kept in memory: the same names are looked up again and again."""
_LONGEST = 8
"""Words that the name of a parent may have."""
_DOMESTIC = frozenset({"organization", "post", "instrument"})
_PEOPLE = frozenset({"person"})
_PREFIXES: tuple[tuple[str, str, frozenset[str]], ...] = (
    ("united states ", "", _DOMESTIC),
    ("acting ", "", _PEOPLE),
    ("former ", "", _PEOPLE),
    ("then ", "", _PEOPLE),
    ("president elect ", "president ", _PEOPLE),
    ("vice president elect ", "vice president ", _PEOPLE),
)
"""What may stand before a name, what the name has in its place, and the kinds of entry it stands before."""


class Authority:
    """The entries, by name, acronym, number and office."""

    def __init__(self, register: Register, orders: Path | None = None) -> None:
        self._register = register
        self._orders_path = orders
        self._found: dict[str, tuple[Entity, ...]] = {}

    def __iter__(self) -> Iterator[Entity]:
        """Every entry but those of the long list of orders."""
        return iter(self._register.entities.values())

    def __len__(self) -> int:
        return len(self._register.entities)

    @cached_property
    def orders(self) -> Register:
        """The long list of executive orders."""
        return read([self._orders_path] if self._orders_path else [])

    def find(self, words: str) -> tuple[Entity, ...]:
        """The entries that a name, acronym or number stands for; several are an ambiguous name.

        Case, articles, possessives, "U.S.", quotes, dots, "&" do not count, except that a name of one word
        needs its capital, and an acronym two of them.
        """
        found = self._found.get(words)
        if found is None:
            if len(self._found) >= _KEPT:
                self._found.clear()
            found = self._found[words] = self._find(words)
        return found

    def _find(self, words: str) -> tuple[Entity, ...]:
        if looks_like_acronym(words) and (iris := self._register.acronyms.get(acronym_form(words))):
            return self._entities(iris)
        form = normal_form(words)
        if not form or (" " not in form and words.strip(" \"'“‘(").islower()):
            return ()
        iris = self._register.names.get(form) or self._register.titles.get(form if _is_title(words) else "")
        if iris:
            return self._entities(iris)
        for prefix, plain, kinds in _PREFIXES:
            if form.startswith(prefix):
                found = self._entities(self._register.names.get(plain + form[len(prefix) :], ()))
                return tuple(entity for entity in found if entity.kind in kinds)
        if form.startswith(_CITED):
            number = public_number(words)
            known = self.instrument(number) if number else None
            iris = () if known else self.orders.names.get(form, ())
            return (known,) if known else tuple(self.orders.entities[iri] for iri in iris)
        return self._part(form.split())

    def _part(self, words: list[str]) -> tuple[Entity, ...]:
        """The body that a name behind its parent's stands for ("Justice Department's Criminal Division")."""
        names, acronyms = self._register.names, self._register.acronyms
        for at in range(1, min(len(words) - 1, _LONGEST)):
            whole = " ".join(words[:at])
            own = whole.removesuffix("s")
            parents = (
                names.get(whole) or names.get(own) or acronyms.get(whole.upper()) or acronyms.get(own.upper())
            )
            if parents:
                part = self._entities(names.get(" ".join(words[at:]), ()))
                return tuple(entity for entity in part if not set(parents).isdisjoint(self._parents(entity)))
        return ()

    def _parents(self, entity: Entity) -> Iterator[str]:
        while entity.parent is not None:
            yield entity.parent
            entity = self._register.entities[entity.parent]

    def resolve(self, words: str, on: date | None = None) -> Entity | None:
        """The one entry that a name stands for on a day, or `None`.

        Of several, the one is meant that then holds an office or is in power, else the one that alone had
        begun by then; of orders with the same title, the one made in the month before.
        """
        found = self.find(words)
        if len(found) > 1 and on is not None:
            serving = tuple(entity for entity in found if self.serving(entity, on))
            begun = tuple(e for e in found if any(t.since <= on for t in self.tenures(e)))
            new = tuple(
                e for e in found if e.date and e.kind == "instrument" and 0 <= (on - e.date).days < 31
            )
            found = serving or new or (begun if all(map(self.tenures, found)) else found)
        return found[0] if len(found) == 1 else None

    def by_iri(self, iri: str) -> Entity | None:
        """The entry with this IRI."""
        found = self._register.entities.get(iri)
        if found is None and "/instrument/eo-" in iri:
            found = self.orders.entities.get(iri)
        return found

    def instrument(self, identifier: str) -> Entity | None:
        """The law or order with a public number ("Pub. L. 106-386", "EO 13903").

        A section of the United States Code stands for the law that begins there ("22 U.S.C. 7101").
        """
        form = normal_form(public_number(identifier) or identifier)
        if form in self._register.ambiguous:
            return None
        iri = self._register.numbers.get(form)
        if iri is None and form.startswith("eo "):
            iri = self.orders.numbers.get(form)
        return self.by_iri(iri) if iri else None

    def tenures(self, entity: Entity) -> tuple[Tenure, ...]:
        """The offices of a person, or the time of an administration, in the order of their beginning."""
        return self._register.tenures.get(entity.iri, ())

    def serving(self, entity: Entity, on: date) -> bool:
        """Whether a person holds some office on a day, or an administration is in power."""
        return any(tenure.covers(on) for tenure in self.tenures(entity))

    def holder(self, post_iri: str, on: date) -> Entity | None:
        """Who holds an office on a day; `None` where the files do not say."""
        for tenure in self._register.holders.get(post_iri, ()):
            if tenure.covers(on):
                return self.by_iri(tenure.holder)
        return None

    def office_holder(self, title: str, on: date) -> Entity | None:
        """Who holds the office of that title on a day ("Vice President", "First Lady")."""
        posts = [
            e for e in self._entities(self._register.names.get(normal_form(title), ())) if e.kind == "post"
        ]
        return self.holder(posts[0].iri, on) if len(posts) == 1 else None

    def president_on(self, on: date) -> Entity | None:
        """The President of the United States on a day."""
        return self.holder(PRESIDENT, on)

    def administration_on(self, on: date) -> Entity | None:
        """The administration in power on a day, in the United States."""
        for iri in self._register.administrations:
            if any(tenure.covers(on) for tenure in self._register.tenures.get(iri, ())):
                return self.by_iri(iri)
        return None

    def triples(self, iris: Set[str]) -> "Iterator[Triple]":
        """What the files say of these entries, of the bodies they belong to and of the offices they hold."""
        orders = {iri for iri in iris if iri not in self._register.entities and "/instrument/eo-" in iri}
        yield from about(self._register, iris - orders)
        if orders:
            yield from about(self.orders, orders)

    def _entities(self, iris: tuple[str, ...]) -> tuple[Entity, ...]:
        return tuple(self._register.entities[iri] for iri in iris)


def _is_title(words: str) -> bool:
    """Whether words are written as a title of some length, so that "equal employment opportunity" is none."""
    capitals = sum(word[0].isupper() for word in words.split())
    return capitals >= 3 and len(words.split()) >= 4


def authority(*extra: Path) -> Authority:
    """Read the authority files, and `extra` Turtle files of the same form beside those of the field in force; cached.

    An `OntologyError` names the file in which an entry lacks what it must hold.
    """
    return _read(stamped((*field(), *extra)))


@lru_cache(maxsize=4)
def _read(extra: Stamped) -> Authority:
    files = sorted(path for path in _HERE.glob("authority-*.ttl") if path.name != _ORDERS)
    return Authority(read([*files, *(path for path, _, _ in extra)]), _HERE / _ORDERS)

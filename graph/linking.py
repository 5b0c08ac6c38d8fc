"""Which entity every name in a document stands for: an entry of the authority files, or one of its own.

What the files hold under a number, a name, an acronym or an office is that entry; a name that several entries
share, and nothing on the document's date tells apart, is none of them. Then comes what a short form means in its
document, and last a name that is an entry's but for the ending of a word. How a link was made is its `method`:

| method | because of | confidence |
| --- | --- | --- |
| identifier | a public number | 1 |
| name, acronym | an entry that alone is called so | 1; 0.9 behind its owner ("Treasury's …") |
| date, office | an entry that alone is called so, or holds the office, on the document's date | 0.9 |
| context | a short form of what the document names in full | 0.9; 0.7 for the first of several |
| context | the owner of acts that are said to act ("U.S. actions") | 0.8 |
| fuzzy | an entry whose name differs in the ending of a word | below 0.7 |
| local | nothing: an entity of the document's own | 1 |
| judgement | a person said so | 1 |
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from gestae.graph.context import (
    NOBODY,
    behind_owner,
    by_family_name,
    generic_kind,
    main_of_kind,
    much_alike,
    owner_of_acts,
    short_of,
    without_year,
)
from gestae.ontology import iris
from gestae.ontology.authority import Authority
from gestae.ontology.entities import Entity
from gestae.ontology.facts import (
    UNSPECIFIED,
    Action,
    Fact,
    Instrument,
    Membership,
    Mention,
    Reading,
    Statistic,
)
from gestae.ontology.links import INSTRUMENT_KINDS, EntityKind, Link, Links, RoleKind, mention_of
from gestae.ontology.name_forms import looks_like_acronym, normal_form, public_number

__all__ = ["link"]

_NUMBERED: tuple[tuple[str, EntityKind], ...] = (
    ("EO ", "Order"),
    ("Proclamation ", "Proclamation"),
    ("Pub. L. ", "Law"),
)
_OF_THE_DAY = frozenset({"us-president", "us-vice-president", "us-first-lady"})
"""Offices by whose title a document means whoever holds them on its date."""
_DATED = 0.9
"""Confidence of an entry that only the document's date tells apart from others, or puts into the office."""
_CONTEXT = 0.9
"""Confidence of a short form that only one thing in the document, or behind its owner, answers to."""
_ACTS = 0.8
"""Confidence that it is their owner who acts where acts are said to."""
_FIRST = 0.7
"""Confidence that a document means by "the order" the one of several that it names first."""
_FUZZY = 0.7
"""Confidence of a name that differs from an entry's in the ending of a word, if they were quite alike."""
_ANOTHER = re.compile(r"\b(?:an?|another)(?: new)? $", re.I)
"""What stands before words for something that has not been named yet."""
_SECTION = 0.9
"""Confidence that a law cited by a section of the code or as a bill, and not by its number, is the law of its name."""
_BILL = re.compile(r"(?:H\.R\.|S\.|[HS]\.J\.Res\.) ?\d")


def link(reading: Reading, authority: Authority) -> Links:
    """Link every mention of a reading.

    Whoever acts, speaks, belongs or has members is an entity: an entry of the authority files, an instrument
    by its public number, or one of the document's own. An object, a recipient, a place and what an action is
    done under are entities only where they name one that is known.
    """
    instruments = tuple(fact for fact in reading.facts if isinstance(fact, Instrument))
    first: dict[str, int] = {}
    for fact in reading.facts:
        for mention, _, _ in _mentions(fact):
            first.setdefault(mention.name, fact.quote.end)
    linker = _Linker(authority, reading.document.date, instruments, first)
    for fact in sorted(instruments, key=lambda fact: generic_kind(fact.name) is not None):
        linker.instrument(fact)
    acted_on = Counter(fact.object for fact in reading.facts if isinstance(fact, Action))
    for fact in reading.facts:
        # Words that come again ("an Executive Order") need not name the same order there.
        if isinstance(fact, Action) and acted_on[fact.object] == 1:
            linker.named_object(fact)
    mentions = [named for fact in reading.facts for named in _mentions(fact)]
    # Who is named in full comes first, and tells whom a short form means.
    for mention, role, _ in mentions:
        linker.known(mention, role)
    for mention, role, own in sorted(mentions, key=lambda named: not named[2]):
        linker.mention(mention, role, own)
    places: dict[tuple[Mention, RoleKind, int], Link | None] = {}
    for fact in reading.facts:
        if isinstance(fact, Action | Statistic) and fact.actor is not None:
            places.update(linker.placed(fact, fact.actor, reading.document.text))
    return Links(linker.found, places)


@dataclass
class _Linker:
    """The links of one document as they are found."""

    authority: Authority
    on: date | None
    instruments: tuple[Instrument, ...] = ()
    first: dict[str, int] = field(default_factory=dict)
    """By name: the end of the first quote in which it stands."""
    found: dict[tuple[Mention, RoleKind], Link] = field(default_factory=dict)
    named: dict[str, Link] = field(default_factory=dict)
    """By normal form: the instruments that the document names, and the entities of its own."""
    begun: dict[int, Link] = field(default_factory=dict)
    """By the place where the words begin that name it: the instruments that the document names."""

    def instrument(self, fact: Instrument) -> None:
        mention, kind = mention_of(fact), INSTRUMENT_KINDS[fact.kind]
        if (mention, "instrument") in self.found:
            return
        made = self._by_number(mention, fact) or self._by_name(mention, "instrument", fact.identifier)
        if made is None and not fact.identifier:
            made = self._by_kind(mention)
        if made is None and fact.identifier:
            iri = iris.instrument(fact.identifier)
            made = Link(mention, iri, "identifier", 1.0, kind, fact.name, fact.identifier)
        made = made or Link(mention, None, "local", 1.0, kind, fact.name)
        self.found[mention, "instrument"] = made
        self.begun[fact.quote.start] = made
        self.named.setdefault(normal_form(fact.name), made)

    def named_object(self, fact: Action) -> None:
        """Link what is acted on to the instrument that its first words name ("an order titled “…”")."""
        at = fact.quote.text.find(fact.object.text) if fact.object.text else -1
        made = self.begun.get(fact.quote.start + at) if at >= 0 else None
        if made is not None and (fact.object, "actor") not in self.found:
            self.found[fact.object, "actor"] = replace(made, mention=fact.object)

    def placed(
        self, fact: Action | Statistic, who: Mention, text: str
    ) -> Iterator[tuple[tuple[Mention, RoleKind, int], Link | None]]:
        """What "Order" or "Executive Order" means as the actor of one fact, where that is not what it means elsewhere.

        It is the instrument that is named there in more words. "An order", after another has been named, is none
        of those before it.
        """
        kind = generic_kind(who.text)
        at = fact.quote.text.find(who.text) if kind else -1
        if kind is None or at < 0:
            return
        at += fact.quote.start
        named = self.begun.get(at)
        meant = self.found.get((who, "actor"))
        if named is not None and (meant is None or named.entity != meant.entity):
            yield (who, "actor", fact.quote.start), replace(named, mention=who)
        elif named is None and meant is not None and _ANOTHER.search(text[max(0, at - 12) : at]):
            first = main_of_kind(self.instruments, kind, at)
            if first is not None and first[0].quote.start < at:
                yield (who, "actor", fact.quote.start), None

    def known(self, mention: Mention, role: RoleKind) -> None:
        """Link a mention that an authority entry answers to by itself."""
        if (mention, role) in self.found or mention.name in {"", UNSPECIFIED}:
            return
        made = self._by_name(mention, role)
        if made is not None:
            self.found[mention, role] = made

    def mention(self, mention: Mention, role: RoleKind, own: bool) -> None:
        """Link a mention; where no authority knows it, and `own`, to an entity of the document's own."""
        if (mention, role) in self.found or mention.name in {"", UNSPECIFIED}:
            return
        made = self._in_document(mention, role) or self._by_context(mention, role)
        generic = mention.name.lower() in NOBODY or generic_kind(mention.name) is not None
        if made is None and own and not generic:
            made = Link(mention, None, "local", 1.0, "Actor", mention.name)
            self.named[normal_form(mention.name)] = made
        if made is not None:
            self.found[mention, role] = made

    def _by_context(self, mention: Mention, role: RoleKind) -> Link | None:
        """The link of a name that means something in this document, or is almost that of an entry."""
        if role == "place":
            return None
        made = self._by_kind(mention)
        if made is not None or role == "instrument":
            return made
        if bare := behind_owner(mention.name):
            entity = self.authority.resolve(bare, self.on)
            if entity is not None and entity.kind != "place":
                return self._of_the_day(mention, entity) or Link(mention, entity.iri, "name", _CONTEXT)
        if owner := owner_of_acts(mention.name):
            entity = self.authority.resolve(owner, self.on)
            if entity is not None:
                return Link(mention, entity.iri, "context", _ACTS)
        linked = (self.authority.by_iri(link.entity) for link in self.found.values() if link.entity)
        person = by_family_name(mention.name, [entity for entity in linked if entity is not None])
        if person is not None:
            return Link(mention, person.iri, "context", _CONTEXT)
        full = {
            normal_form(name): link.entity
            for link in self.found.values()
            if link.entity and link.method not in ("context", "fuzzy") and "/place/" not in link.entity
            for name in (link.mention.text, link.mention.name)
        }
        if entity_iri := short_of(mention.name, full):
            first = next(link for link in self.found.values() if link.entity == entity_iri)
            return replace(first, mention=mention, method="context", confidence=_CONTEXT)
        alike = much_alike(mention.name, self.authority)
        return Link(mention, alike[0].iri, "fuzzy", _FUZZY * alike[1]) if alike else None

    def _by_kind(self, mention: Mention) -> Link | None:
        """The instrument that is meant by its kind, or by its name without the year."""
        kind = generic_kind(mention.name)
        main = main_of_kind(self.instruments, kind, self.first.get(mention.name, 0)) if kind else None
        if main is None:
            form = without_year(mention.name)
            same = {
                one.name: one for one in self.instruments if " " in form and without_year(one.name) == form
            }
            main = (next(iter(same.values())), True) if len(same) == 1 else None
        if main is None or main[0].name == mention.name:
            return None
        link = self.found.get((mention_of(main[0]), "instrument"))
        if link is None:
            return None
        confidence = min(link.confidence, _CONTEXT if main[1] else _FIRST)
        return replace(link, mention=mention, method="context", confidence=confidence)

    def _by_number(self, mention: Mention, fact: Instrument) -> Link | None:
        entity = self.authority.instrument(fact.identifier) if fact.identifier else None
        if entity is None or entity.kind != "instrument":
            return None
        if "U.S.C." in (fact.identifier or ""):
            # A section may belong to an act of another name than the one that begins there.
            known = self.authority.resolve(fact.name, self.on)
            if known is not None and known.iri != entity.iri:
                return None
        return Link(mention, entity.iri, "identifier")

    def _by_name(self, mention: Mention, role: RoleKind, identifier: str | None = None) -> Link | None:
        entity = self.authority.resolve(mention.name, self.on)
        if entity is None or not _fits(entity, role):
            return None if role == "place" else _numbered(mention)
        if identifier not in {None, entity.identifier}:
            # Two laws may bear one name, but not two numbers; a section or a bill's number is no such number.
            of_other_kind = "U.S.C." in identifier or _BILL.match(identifier)
            return Link(mention, entity.iri, "name", _SECTION) if of_other_kind else None
        if holder := self._of_the_day(mention, entity):
            return holder
        if len(self.authority.find(mention.name)) > 1:
            return Link(mention, entity.iri, "date", _DATED)
        return Link(mention, entity.iri, "acronym" if looks_like_acronym(mention.name) else "name")

    def _of_the_day(self, mention: Mention, entity: Entity) -> Link | None:
        """Whoever holds an office on the document's date, where its title means them."""
        if self.on is None or entity.iri.rpartition("/")[2] not in _OF_THE_DAY:
            return None
        holder = self.authority.holder(entity.iri, self.on)
        return Link(mention, holder.iri, "office", _DATED) if holder else None

    def _in_document(self, mention: Mention, role: RoleKind) -> Link | None:
        """The link of another mention of the document with the same name."""
        known = self.named.get(normal_form(mention.name))
        if known is None or role == "place" or (role == "instrument" and known.kind == "Actor"):
            return None
        return Link(
            mention, known.entity, known.method, known.confidence, known.kind, known.label, known.identifier
        )


def _numbered(mention: Mention) -> Link | None:
    """An order, proclamation or law that the files do not hold, by the number in its name."""
    number = public_number(mention.name)
    for start, kind in _NUMBERED:
        if number and number.startswith(start):
            return Link(mention, iris.instrument(number), "identifier", 1.0, kind, mention.name, number)
    return None


def _fits(entity: Entity, role: RoleKind) -> bool:
    if role == "place":
        return entity.kind == "place"
    return role == "actor" or entity.kind == "instrument"


def _mentions(fact: Fact) -> Iterator[tuple[Mention, RoleKind, bool]]:
    """Each mention of a fact, what it is looked up as, and whether it is an entity where nobody knows it."""
    named: tuple[tuple[Mention | None, RoleKind, bool], ...] = ()
    match fact:
        case Action():
            named = (
                (fact.actor, "actor", True),
                (fact.source, "actor", True),
                (fact.object, "actor", False),
                (fact.recipient, "actor", False),
                (fact.under, "instrument", False),
            )
        case Statistic():
            named = ((fact.actor, "actor", True), (fact.source, "actor", True), (fact.place, "place", False))
        case Membership():
            named = ((fact.member, "actor", True), (fact.group, "actor", True))
    for mention, role, own in named:
        if mention is not None:
            yield mention, role, own

"""Laws, orders, proclamations, memoranda, treaties, reports and plans: each once for a document, and by each day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gestae.loaders.instrument_called import called
from gestae.loaders.instrument_mentions import InstrumentMention, mentions
from gestae.loaders.instrument_orders import NOW, Signing, order_meant, order_titled
from gestae.loaders.instrument_own import own_mention
from gestae.loaders.instrument_short import behind_and, means_another, shortened
from gestae.loaders.instrument_words import OWN_KINDS
from gestae.loaders.layout import clean
from gestae.ontology.facts import Document, Instrument, InstrumentKind, Period, Quote

if TYPE_CHECKING:
    from datetime import date

    from gestae.loaders.parse import Parsed
    from gestae.ontology.authority import Authority, Entity

__all__ = ["Placed", "instruments", "placed_instruments"]

_WORD = re.compile(r"[a-z0-9]+")
_BILL = re.compile(r"(?:H\.R\.|S\.|[HS]\.J\.Res\.) \d")
_COUNTRIES = (
    ("united states", re.compile(r"\b(?:u\.s\.(?:a\.)?|usa\b|united states of america\b)")),
    ("united kingdom", re.compile(r"\b(?:u\.k\.|uk\b)")),
)
"""The names of countries that those of treaties give in short, in lower case."""
_SMALL = frozenset({"a", "an", "the", "of", "to", "in", "on", "for", "and", "or", "by", "with", "s"})
_YEAR = re.compile(r"(?: of|,) (?:19|20)\d\d$")
_YEAR_FIRST = re.compile(r"(?:19|20)\d\d ")
_TODAY = re.compile(r"(?<!ago )\b(?:[Tt]oday|[Tt]onight|[Tt]his (?:morning|afternoon|evening))\b")
_AMONG = re.compile(r" (?:for|through|under|by|on|of|and|in|to|with) ")
"""What joins to a name, in a headline, words that do not belong to it."""
_INITIALS_AND_HEAD = 2
_AIM = re.compile(r" (?:to|on|regarding|concerning|\w+ing) .*")
_POINTED_AT: frozenset[InstrumentKind] = frozenset({"order", "proclamation", "memorandum"})
"""Kinds of which "the Order" names one even where nothing before does."""
_SIGNED: frozenset[InstrumentKind] = frozenset({"order", "proclamation", "law"})
"""Kinds that a description can name by what they are about and when they were signed."""
_NO_ORDER = "Notice"
"""What is published as an order is, and speaks of another as "the order"."""
_OF_AGENCY = " rule"
"""What ends the name of an order that no President signs."""
_DAYS_TO_PUBLISH = 60
"""Days that may lie between the signing of an instrument and a page that holds its text."""
_CODE_CITED = 1980
"""Laws older than this, named without their year, are cited by their place in the Code and not as once enacted."""
_DESCRIBED = 0.7
_INFERRED = 0.8
_NAMED = 0.95


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention of an instrument at `start`..`end` of the document's text, be it the first or a later one."""

    start: int
    end: int
    instrument: Instrument


def instruments(parsed: "Parsed", authority: "Authority | None" = None) -> list[Instrument]:
    """The instruments that a document names, one each, in the order of their first mention.

    One that is cited by a day ("Order 12 of May 3, 1990") elsewhere than at first stands there again, with that day.
    `authority` gives full names, kinds and numbers of what it knows.
    """
    return list(dict.fromkeys(placed.instrument for placed in placed_instruments(parsed, authority)))


def placed_instruments(parsed: "Parsed", authority: "Authority | None" = None) -> list[Placed]:
    """Every mention of an instrument that a document names, in the order of the text."""
    document = parsed.document
    gathering = _Gathering(document, authority)
    places: list[tuple[int, int, _Item, Period | None]] = []
    own = own_mention(document)
    if own is not None:
        gathering.own = gathering.add(own, itself=True)
        if gathering.own is not None:
            places.append((own.start, own.end, gathering.own, None))
    for block in parsed.blocks:
        # The line from its beginning: what looks like the mark of an item may be the "S." of a bill.
        start = document.text.rfind("\n", 0, block.start) + 1
        text = clean(document.text[start : block.end])
        for mention in sorted(_mentioned(text, start, authority), key=lambda m: (m.start, -m.end)):
            item = gathering.add(mention)
            if item is not None:
                places.append((mention.start, mention.end, item, mention.day))
    facts = {id(item): gathering.fact(item) for item in gathering.items}
    places.sort(key=lambda place: (place[0], place[1]))
    return list(_placed(places, facts, document.text))


def _mentioned(text: str, offset: int, authority: "Authority | None") -> Iterator[InstrumentMention]:
    """The mentions in a line, with what only the authority files tell to be one."""
    found = list(mentions(text, offset))
    yield from found
    for start, end, known in called(text, authority) if authority is not None else ():
        if not any(m.start < end + offset and start + offset < m.end for m in found):
            yield InstrumentMention(
                start + offset, end + offset, text[start:end], known.instrument_kind or "law", tentative=True
            )


def _placed(
    places: list[tuple[int, int, "_Item", Period | None]], facts: dict[int, Instrument], text: str
) -> Iterator[Placed]:
    """Each mention with its instrument; the first that gives a day, or another day, with that day."""
    cited = {(key, fact.time.start) for key, fact in facts.items() if fact.time}
    for start, end, item, day in places:
        fact = facts[id(item)]
        if day is not None and (id(item), day.start) not in cited:
            cited.add((id(item), day.start))
            fact = replace(fact, quote=Quote(start, end, text[start:end]), time=day)
        yield Placed(start, end, fact)


def _key(name: str) -> str:
    plain = clean(name).lower().replace("'s", "")
    for country, short in _COUNTRIES:
        plain = short.sub(country, plain)
    return " ".join(_WORD.findall(plain))


def _without_year(name: str) -> str:
    return _key(_YEAR.sub("", name))


def _words(name: str) -> frozenset[str]:
    return frozenset(w for w in _key(name).split() if w not in _SMALL)


def _of_initials(name: str, other: str) -> bool:
    """Whether a name is initials and a head noun ("the PIER Act") that the other does not end in."""
    first = name.split()[0]
    return (
        first.isupper()
        and first.isalpha()
        and len(name.split()) == _INITIALS_AND_HEAD
        and not _without_year(other).endswith(_without_year(name))
    )


def _numbered_otherwise(one: str | None, other: str | None) -> bool:
    """Whether two numbers are of one series and not one: orders and proclamations may bear the title of earlier ones."""
    if one is None or other is None or one == other:
        return False
    return any(one.startswith(series) and other.startswith(series) for series in ("EO ", "Proclamation "))


@dataclass(slots=True)
class _Item:
    """An instrument as it is known so far; `first` is its first mention, `cited` says that the text itself gives its number."""

    first: InstrumentMention
    name: str
    identifier: str | None
    described: bool
    confidence: float
    words: frozenset[str] = frozenset()
    cited: bool = False

    @property
    def kind(self) -> InstrumentKind:
        return self.first.kind


class _Gathering:
    """The instruments of a document as they are met: each mention finds its instrument or begins one."""

    def __init__(self, document: Document, authority: "Authority | None") -> None:
        self.document = document
        self.authority = authority
        self.items: list[_Item] = []
        self.by_key: dict[str, _Item] = {}
        self.own: _Item | None = None
        self.latest: dict[InstrumentKind, _Item] = {}
        title = (document.title or "").strip()
        at_top = bool(title) and document.text.lstrip()[:20] == title[:20]
        self.headline = len(document.text) - len(document.text.lstrip()) + len(title) if at_top else 0

    def add(self, mention: InstrumentMention, *, itself: bool = False) -> _Item | None:
        """The instrument of a mention; `None` where it is none, or points at nothing.

        `itself` says that it is the document: no instrument of another day, though it may bear its title.
        """
        own = self.own
        if own is not None and mention.described and own.first.start <= mention.start < own.first.end:
            return own
        if mention.refers and mention.kind == "order" and _AIM.search(mention.name):
            told = replace(mention, refers=False)  # "the President's order to open piers"
            mention = told if self._known(told)[0] is not None else mention
        given = mention.identifier if mention.identifier and not _BILL.match(mention.identifier) else None
        known, confidence = self._known(mention)
        earlier = self._of_another_day(mention, known)
        if itself and earlier:
            known, confidence = None, _NAMED
        if known is None and mention.tentative:
            return None
        if known is not None:
            mention = _as_known(mention, known, self.document.date)
        item = self._item(mention)
        if item is not None and item is self.own and mention.identifier and earlier:
            item = None
        if item is None:
            if mention.refers and mention.kind not in _POINTED_AT:
                return None
            item = _Item(mention, mention.name, mention.identifier, mention.described, confidence)
            self.items.append(item)
        elif not mention.refers:
            self._enrich(item, mention, confidence)
        if given is not None and not item.cited:
            item.identifier, item.cited = given, True
        for name in (mention.name, *mention.aliases, mention.identifier):
            if name:
                self.by_key.setdefault(_key(name), item)
                self.by_key.setdefault(_without_year(name), item)
        item.words |= _words(item.name)
        if not item.name.lower().endswith(_OF_AGENCY):
            self.latest[item.kind] = item
        return item

    def _of_another_day(self, mention: InstrumentMention, known: "Entity | None") -> bool:
        """Whether what is mentioned cannot be the document itself, by its day."""
        on = self.document.date
        day = mention.day.earliest if mention.day else known.date if known else None
        return on is not None and day is not None and abs((day - on).days) > _DAYS_TO_PUBLISH

    def _known(self, mention: InstrumentMention) -> "tuple[Entity | None, float]":
        """What the authority files hold of a mention, and how sure that is."""
        if self.authority is None or mention.refers:
            return None, _DESCRIBED
        for words in (mention.identifier, mention.name, *mention.aliases):
            if words and not (mention.described and words == mention.name):
                found = [k for k in self.authority.find(words) if k.instrument_kind]
                if (
                    len(found) == 1
                    and not _numbered_otherwise(mention.identifier, found[0].identifier)
                    and not means_another(words, found[0], self.document.text)
                ):
                    return found[0], 1.0
        if not mention.described and (short := shortened(mention.name, self.authority)) is not None:
            return short, _NAMED
        named_law = mention.kind == "law" and not mention.described
        if named_law and (law := behind_and(mention.name, self.authority)) is not None:
            return law, _NAMED
        if (
            mention.kind in _SIGNED
            and mention.identifier is None
            and (meant := self._meant(mention)) is not None
        ):
            return meant, _INFERRED
        return None, 1.0 if mention.identifier else _DESCRIBED if mention.described else _NAMED

    def _meant(self, mention: InstrumentMention) -> "Entity | None":
        """The order, proclamation or law that a description means, or that the document itself is."""
        on, authority = self.document.date, self.authority
        if on is None or authority is None or mention.name.lower().endswith(_OF_AGENCY):
            return None
        title = self.document.title or ""
        own = not mention.described and not self.items and mention.name in title
        if own and mention.kind == "order":
            return order_meant(Signing(title, title, "", True, title, on), authority, mention.kind)
        if not mention.described:
            return order_titled(mention.name, on, authority, mention.kind) if mention.kind != "law" else None
        news = (
            mention.start < self.headline
            or bool(_TODAY.search(mention.sentence))
            or (mention.kind == "order" and bool(NOW.search(mention.sentence)))
        )
        signing = Signing(mention.name, mention.about, mention.sentence, news, title, on)
        return order_meant(signing, authority, mention.kind)

    def _item(self, mention: InstrumentMention) -> _Item | None:
        own = self.own
        if (
            own is not None
            and own.kind == mention.kind
            and not own.name.startswith(_NO_ORDER)
            and (mention.refers or mention.name.lower() in OWN_KINDS)
        ):
            return own
        if mention.refers:
            return self.latest.get(mention.kind)
        for name in (mention.identifier, mention.name, *mention.aliases):
            item = self._called(name) if name else None
            if item is not None and not _numbered_otherwise(mention.identifier, item.identifier):
                return item
        if mention.introduced:
            return self._introduced(mention)
        return self._shorter(mention)

    def _called(self, name: str) -> _Item | None:
        """The instrument of that name; where only one of them has a year, it does not count."""
        item = self.by_key.get(_key(name))
        if item is None and _YEAR.search(name):
            item = self.by_key.get(_without_year(name))
            return item if item is not None and not _YEAR.search(item.name) else None
        return item

    def _introduced(self, mention: InstrumentMention) -> _Item | None:
        """The instrument that a description speaks of: one of the headline, or one named with its words."""
        latest = self.latest.get(mention.kind)
        if latest is not None and latest.described and latest.first.start < self.headline:
            return latest
        head = _AIM.sub("", mention.name).lower()
        if not mention.described or " " not in head or head in OWN_KINDS:
            return None
        return next(
            (i for i in self.items if i.kind == mention.kind and i.name.lower().startswith(head)), None
        )

    def _shorter(self, mention: InstrumentMention) -> _Item | None:
        """The instrument whose name holds all words of a mention ("the Rescue Plan"), or the other way round."""
        words = _words(mention.name)
        if len(words) < 2:
            return None
        for item in reversed(self.items):
            if (
                item.kind != mention.kind
                or item.described
                or not (words <= item.words or item.words <= words)
                or _of_initials(mention.name, item.name)
                or _of_initials(item.name, mention.name)
            ):
                continue
            own_other = item is self.own and mention.identifier is not None
            if mention.identifier == item.identifier or not (
                (mention.identifier and item.identifier) or own_other
            ):
                return item
        return None

    def _enrich(self, item: _Item, mention: InstrumentMention, confidence: float) -> None:
        if item.identifier is None or (_BILL.match(item.identifier) and mention.identifier is not None):
            item.identifier = mention.identifier
        longer = len(mention.name) > len(item.name) and item is not self.own
        if self._cut_better(item, mention):
            item.name = mention.name
        if not mention.described and (item.described or longer):
            item.name = mention.name
            item.described = False
            item.confidence = max(item.confidence, confidence)

    def _cut_better(self, item: _Item, mention: InstrumentMention) -> bool:
        """Whether the text shows where a name begins that stood among the capitals of the headline ("Ports Rise Under the Safe Pier Act")."""
        taken_in = item.name.removesuffix(f" {mention.name}")
        return (
            item.first.start < self.headline <= mention.start
            and not (mention.described or item is self.own or taken_in == item.name)
            and bool(_AMONG.search(f"{taken_in} "))
        )

    def fact(self, item: _Item) -> Instrument:
        """What is known of an instrument in the end."""
        first = item.first
        return Instrument(
            Quote(first.start, first.end, self.document.text[first.start : first.end]),
            item.name, first.kind, item.identifier, item.confidence, first.day,
        )  # fmt: skip


def _as_known(mention: InstrumentMention, known: "Entity", on: "date | None") -> InstrumentMention:
    """A mention under the name of its entry; a number that the text gives stays, a bill's only until it is law."""
    number = mention.identifier
    law = known.identifier is not None and known.identifier.startswith("Pub. L. ")
    if law and number is not None and _BILL.match(number) and on is not None and known.date is not None:
        number = known.identifier if known.date <= on else number
    if number is None and known.codified and known.date is not None and known.date.year < _CODE_CITED:
        dated = _YEAR.search(mention.name) or _YEAR_FIRST.match(mention.name)
        number = None if dated else known.codified
    return replace(
        mention,
        name=known.name,
        kind=known.instrument_kind or mention.kind,
        identifier=number or known.identifier,
        described=False,
    )

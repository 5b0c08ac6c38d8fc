"""Which order, proclamation or law a description means: by the day it was signed, and the words of its title."""

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from gestae.loaders.signing_days import signing_days

if TYPE_CHECKING:
    from gestae.ontology.authority import Authority, Entity
    from gestae.ontology.facts import InstrumentKind

__all__ = ["NOW", "Signing", "order_meant", "order_titled"]

_COMMON = frozenset({
    "the", "and", "for", "with", "that", "this", "from", "into", "certain", "other", "through", "under",
    "their", "our", "its", "his", "her", "has", "have", "had", "been", "are", "was", "were", "will", "who",
    "which", "executive", "order", "orders", "president", "presidential", "united", "states", "federal",
    "government", "national", "american", "america", "americans", "further", "amendment", "amending",
    "regarding", "relating", "concerning", "today", "signed", "signing", "fact", "sheet", "trump", "biden",
    "obama", "bush", "donald", "joseph", "administration", "policy",
})  # fmt: skip
_ENDINGS = (
    "ization",
    "izing",
    "izes",
    "ized",
    "ize",
    "ations",
    "ation",
    "ments",
    "ment",
    "ities",
    "ity",
    "ings",
    "ing",
    "ies",
    "ied",
    "ers",
    "er",
    "ive",
    "ed",
    "es",
    "al",
    "s",
    "e",
)
_SHORTEST_STEM = 4
_PRESIDENT = re.compile(
    r"\bPresident (?:[A-Z][\w.]* ){0,3}?(?P<name>Trump|Biden|Obama|Bush|Clinton)\b|(?P<same>\bhe\b|\b[Tt]he President\b|\bI\b)"
)
_NUMBER = re.compile(r"^(?:Executive Order|Proclamation) \d+, ")
_SIGNED = re.compile(r"\bsign(?:s|ed|ing)?\b")
NOW = re.compile(
    r"\bwill (?:sign|issue)\b|\b(?:is|am) (?:signing|issuing)\b|(?-i:\bPresident (?:[A-Z][\w.]* ){0,3}(?:to (?:[Ss]ign|[Ii]ssue)|[Ss]igns|[Ii]ssues))\b|(?<!ago )\btoday\b.{0,80}\b(?:signed|issued)\b"
    r"|\b(?:signed|issued)\b.{0,60}(?<!ago )\btoday\b|^fact sheet: (?:new )?executive order",
    re.I,
)
"""How a text tells that an order is signed on its own day."""
_VERB = re.compile(r"\b[Oo]rder (?:to )?([a-z]+(?<=ing)|(?<=to )[a-z]+)\b")
_AND_MORE = re.compile(r",| and ")
_AGAIN = re.compile(r"\b(?:[Ff]urther|[Ss]econd)\b")
_AI = re.compile(r"\bai\b")
_MONTH = timedelta(days=31)
_DAY = timedelta(days=1)

SAME_DAY = 0.15
"""Least likeness of the title of the one order that was signed on the day of the document."""
IN_PART = 0.3
"""The same where not all that were signed on that day are known."""
IN_MONTH = 0.12
"""Least likeness of the title of an order from the one month that the sentence names."""
CROWD = 6
"""Most orders of one month among which that is enough; of a new president's first days there are many."""
IN_CROWD = 0.23
IN_TIME = 0.3
"""Least likeness of the title of an order from a year that the sentence names, or of a president it names."""
LESS = 0.24
LED = 0.385
"""The same for a title less like, of its likeness and its lead over the next together (in 700 documents of a collection
eight of eight that it adds were right)."""
UNNAMED = 0.34
"""Least likeness where neither is named, so that the order is taken for one of the President of the day."""
ANY_TIME = 0.5
"""Least likeness where nobody is known to be President on that day."""
TITLED = 0.8
"""Least likeness where the title itself is given: an order of another title is another order."""
LEADING = 4
"""Least words that tell an order as the beginning of its title."""
FEW = 2
"""Words of a description so short that a title without one of them is another's: "an order on college sports"."""
MARGIN = 0.08
"""By how much the second best must be less like."""


@dataclass(frozen=True, slots=True)
class Signing:
    """What a document says of an order: the words that describe it, those from there to the end of the sentence,
    the whole sentence, whether it is the document's own news, and the document's title and date.
    """

    name: str
    about: str
    sentence: str
    news: bool
    title: str
    on: date


def order_meant(
    signing: Signing, authority: "Authority", kind: "InstrumentKind" = "order"
) -> "Entity | None":
    """The order, proclamation or law that a description means; `None` where no title is like it, or two are as like.

    Proclamations are known in part and laws are described loosely, so that of these only one of the day or the month
    that is told counts, or a proclamation whose title is much alike.
    """
    said = (_stems(signing.name), _stems(signing.about))
    again = bool(_AGAIN.search(signing.name)) or signing.about.startswith("second ")
    verb = _verb(signing.name)
    register = _orders(authority, kind)
    if kind == "law" and not _SIGNED.search(signing.sentence):
        return None
    by = _president(signing, authority)
    named = bool(by)
    by = by or _signer(signing.on, authority).rpartition(" ")[2]
    ever = [
        o for o in register.titles if o.date <= signing.on and (not by or by in _signer(o.date, authority))
    ]
    # A verb alone says nothing of what an order is about: "an order recognizing what we owe to nurses".
    named_by = said[:1] if said[0] - verb else ()
    # What is named by its title may be older than the news, or than the day in the sentence.
    titled = kind == "order" and signing.sentence and not verb
    if signing.news:
        day = [o for o in register.titles if abs(o.date - signing.on) <= _DAY]
        title, least = _stems(signing.title), SAME_DAY if kind == "order" else IN_PART
        alike = _likest((title,), day, register, least, again=again)
        alike = alike or _likest(tuple(s | title for s in said), day, register, least, again=again)
        signing_now = bool(NOW.search(signing.sentence))
        if alike is None and signing_now and kind == "order":
            alike = _only(o.entity for o in day if o.date == signing.on)
        if alike is not None or signing_now or kind != "order":
            return alike or (_likest(named_by, ever, register, ANY_TIME, again=again) if titled else None)
    since, until = signing_days(signing.sentence, signing.on, authority)
    until = until or signing.on
    then = [o for o in ever if (since or date.min) <= o.date <= until]
    monthly = since is not None and until - since <= _MONTH
    if not monthly and len(said[0]) <= FEW:
        then = [o for o in then if said[0] <= o.stems and (named_by or (said[1] - verb) & o.stems)]
    first = _stems(_AND_MORE.split(signing.name, maxsplit=1)[0]) - verb
    if not monthly and first:
        # What it does first is what it is known by: "an order protecting reefs and fighting climate change".
        then = [o for o in then if first & o.stems]
    least = UNNAMED if by else ANY_TIME
    if since is not None or named:
        least = IN_TIME if not monthly else IN_MONTH if len(then) <= CROWD else IN_CROWD
    if kind == "law" and monthly:
        least = IN_PART
    if kind != "order" and not monthly:
        return _likest(named_by, then, register, ANY_TIME) if kind == "proclamation" else None
    # The words of the name alone first: what follows them may tell more of the sentence than of the order.
    alike = _likest(named_by, then, register, least, again=again)
    alike = alike or _likest(said, then, register, least, again=again)
    if alike is None and len(first) >= FEW:
        alike = _likest((first,), then, register, ANY_TIME, again=again)
    if alike is None and least == IN_TIME:
        return _likest(said, then, register, LESS, LED, again=again)
    if alike is None and titled and since is not None and until - since <= 2 * _DAY:
        return _likest(named_by, ever, register, ANY_TIME, again=again)
    return alike


def order_titled(
    title: str, on: date, authority: "Authority", kind: "InstrumentKind" = "order"
) -> "Entity | None":
    """The order or proclamation of that title, or the one whose title begins so, signed by that day; or `None`."""
    register = _orders(authority, kind)
    signed = [order for order in register.titles if order.date <= on]
    alike = _likest((_stems(title),), signed, register, TITLED)
    if alike is not None or len(title.split()) < LEADING:
        return alike
    begun = {o.entity.iri: o.entity for o in signed if o.title.startswith(f"{title.lower()} ")}
    return next(iter(begun.values())) if len(begun) == 1 else None


def _only(entities: "Iterable[Entity]") -> "Entity | None":
    """The one order of a day, which the news of that day means, whatever its title."""
    first, *more = [*entities, None]
    return first if more == [None] else None


def _president(signing: Signing, authority: "Authority") -> str:
    """The surname of the president who signed, where the sentence tells."""
    match = _PRESIDENT.search(signing.sentence)
    if match is None:
        return ""
    return match["name"] or _signer(signing.on, authority).split()[-1]


@lru_cache(maxsize=2048)
def _signer(on: date, authority: "Authority") -> str:
    president = authority.president_on(on)
    return re.sub(r",? Jr\.?$", "", president.name) if president else ""


def _likest(
    said: tuple[frozenset[str], ...],
    candidates: "list[_Title]",
    register: "_Orders",
    least: float,
    led: float = 0.0,
    *,
    again: bool = False,
) -> "Entity | None":
    """The order whose title is most like one of the sets of words, if it is like enough and stands out.

    That it stands out is a lead over the next, and of `led` by likeness and lead together. Of an order and
    one that goes further, bearing its title, the latter is meant where the words say so (`again`).

    Likeness is the cosine of two sets of words, each weighted by its rarity in titles.
    """
    ranked: list[tuple[float, str, Entity]] = []
    for words in said:
        whole = register.weight(words)
        ranked.extend(
            (shared / math.sqrt(order.weight * whole), order.entity.iri, order.entity)
            for order in candidates
            if (shared := register.weight(words & order.stems))
        )
    ranked.sort(reverse=True)
    if not ranked or ranked[0][0] < least:
        return None
    first = ranked[0][0]
    near = {iri: entity for score, iri, entity in ranked if score > first - MARGIN}
    if len(near) > 1:
        near = {iri: entity for iri, entity in near.items() if bool(_AGAIN.search(entity.name)) == again}
        return next(iter(near.values())) if len(near) == 1 else None
    best = ranked[0][2]
    lead = first - next((score for score, _, entity in ranked if entity is not best), 0.0)
    return best if first + lead >= led else None


@dataclass(frozen=True, slots=True)
class _Title:
    """An order by the stems of its title and their weight."""

    entity: "Entity"
    date: date
    title: str
    stems: frozenset[str]
    weight: float


class _Orders:
    """The known orders by their titles, and how rare each word is in them and in the titles of others."""

    def __init__(self, orders: "Iterable[Entity]", others: "Iterable[Entity]" = ()) -> None:
        known = {e.iri: (e, _stems(_NUMBER.sub("", e.name))) for e in orders if e.date is not None}
        counts = Counter(word for _, stems in known.values() for word in stems)
        counts.update(word for e in others for word in _stems(_NUMBER.sub("", e.name)))
        most = 2 * (max(counts.values(), default=1) + 1)
        self.rarity = {word: math.log(most / count) for word, count in counts.items()}
        self.unseen = math.log(2 * most)
        self.titles = [
            _Title(e, e.date, _NUMBER.sub("", e.name).lower(), stems, self.weight(stems))
            for e, stems in known.values()
            if e.date is not None and stems
        ]

    def weight(self, stems: frozenset[str]) -> float:
        """The rarity of all these words together."""
        return sum(self.rarity.get(word, self.unseen) for word in stems)


@lru_cache(maxsize=8)
def _orders(authority: "Authority", kind: "InstrumentKind" = "order") -> _Orders:
    known = [e for e in authority if e.instrument_kind == kind]
    orders = authority.orders.entities.values()
    return _Orders([*orders, *known]) if kind == "order" else _Orders(known, orders)


def _verb(name: str) -> frozenset[str]:
    """The stem of what an order is said to do, which need not be a word of its title: "an order to ban smoking"."""
    match = _VERB.search(name)
    return _stems(match[1]) if match else frozenset()


def _stems(text: str) -> frozenset[str]:
    words = re.findall(
        r"[a-z]{3,}", _AI.sub("artificial intelligence", text.lower()).replace("'s", "").replace("’s", "")
    )
    return frozenset(_stem(w) for w in words if w not in _COMMON)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word

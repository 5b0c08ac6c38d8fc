"""Lists of people with where they are from, one a line or run together: "Jane Roe, Harbor Guild John Doe, Pilot, Acme"."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from gestae.loaders.attendee_bodies import affiliations, is_held
from gestae.loaders.body_words import BODY, HONORIFIC, NAME
from gestae.ontology.english import english

if TYPE_CHECKING:
    from gestae.loaders.layout import Block

__all__ = ["Attendee", "attendees"]

_ENTRY = re.compile(
    rf"(?:\([A-Z][a-z-]+\) )?(?P<name>{HONORIFIC}{NAME})(?P<aside>(?: \([^()]{{1,40}}\))*)(?:,| [-\u2013\u2014]+) (?=\S)"
)
_WHOLE_NAME = re.compile(rf"{HONORIFIC}{NAME}")
_NO_PERSON = re.compile(
    rf"\b(?:{BODY}|Health|County|City|States?|Transit|System|Republic|Nations?|District|Act|Order|Program)\b|\d"
)
_OPENS = re.compile(
    r"(?:Under|In|At|On|During|With|For|As|After|Before|Since|To|From|By|The(?! Honorable)|This|And|But) "
)
_SPEAKS = re.compile(r'(?P<who>[A-Z][^:"]{5,200}): ?(?:\[\w+\] ?)?"')
"""Whom a line lets speak: "Jane Roe, Master, Harbor Guild: "…"."""
_TITLE_FIRST = re.compile(
    r"(?:(?:International|National|General|Executive|Vice|Senior|Interim|Acting|Managing) )*"
    rf"(?:President|CEO|Secretary-Treasurer|Chair(?:man|woman)?|Director) (?={NAME}, )"
)
"""An office before the name of who speaks: "General President Jane Roe, Harbor Guild: "…"."""
_LONGEST = 300
_LONGEST_RUN = 6_000
_STOPS = re.compile(r"[.:;!?]$")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]\.(?:[A-Z]\.)+|Inc\.|Jr\.|Sr\.|Ltd\.|Co\.|Corp\.|Ph\.D\.)$")
_COMMA = re.compile(r", (?!(?:Jr|Sr|Inc|LLC|II|III|IV)\b)")
_LIST = 3
"""Entries one below the other that make a list."""
_PARTED = re.compile(r"; (?:and )?")
_LISTING = re.compile(rf"(?:\b(?:includ(?:e[sd]?|ing)|were|are|by|with|from)|:) (?={HONORIFIC}{NAME}, )")
"""Before the first of those whom a sentence lists."""
_ENDS = re.compile(r"\.(?= [A-Z][a-z]+ [a-z]|$)")
_WORD = re.compile(r"(?:[A-Z0-9(][\w.&'/()+-]*|of|for|on|and|the|to|in|at|with|de|del|von|van|&),?")
_GIVEN = re.compile(r"[A-Z][\w'-]+")
_INITIAL = re.compile(r"[A-Z]\.")
_LINKS = frozenset({"of", "for", "and", "the", "to", "on", "in", "at", "with", "&"})


@dataclass(frozen=True, slots=True)
class Attendee:
    """A name and what stands behind it, as spans of the text of their block, and the bodies that it tells."""

    member: tuple[int, int]
    rest: tuple[int, int]
    groups: tuple[tuple[int, int], ...] = ()


def attendees(
    blocks: "Sequence[Block]", words: str, kind: Callable[[str], str]
) -> dict[int, tuple[Attendee, ...]]:
    """Those whom each block lists, by the block's place; `words` is the text of the document.

    `kind` tells of a name what the authority files know it for, empty where they do not know it.
    """
    found: dict[int, tuple[Attendee, ...]] = {}
    run: list[tuple[int, Attendee]] = []
    for place, block in enumerate(blocks):
        entries = list(_entries(block, words[block.start : block.end], kind))
        if not entries and (len(block.text) > _LONGEST or _stops(block.text)):
            found.update(_told(blocks, run, kind))
            run = []
        run += [(place, entry) for entry in entries]
    found.update(_told(blocks, run, kind))
    return found


def _told(
    blocks: "Sequence[Block]", run: list[tuple[int, Attendee]], kind: Callable[[str], str]
) -> dict[int, tuple[Attendee, ...]]:
    """The entries of one list with their bodies: how sure those must be depends on how the list is written."""
    told: dict[int, tuple[Attendee, ...]] = {}
    bodies = [affiliations(blocks[place].text, *entry.rest, kind) for place, entry in run]
    plain = sum(any(b.sure and not b.titled for b in found) for found in bodies)
    for (place, entry), found in zip(run, bodies, strict=True):
        groups = tuple(
            b.group
            for b in found
            if (b.sure and b.titled) or (len(run) >= _LIST and (b.sure or b.titled or plain > 1))
        )
        told[place] = (*told.get(place, ()), Attendee(entry.member, entry.rest, groups))
    return told


def _entries(block: "Block", words: str, kind: Callable[[str], str]) -> Iterator[Attendee]:
    """The entries of one block: a line each, or all run together."""
    text = block.text
    edges = [0, *(m.end() for m in re.finditer("\n", words)), len(text)]
    lines = [(a, a + len(text[a:b].rstrip())) for a, b in pairwise(edges)]
    if _SPEAKS.match(text):
        for a, b in lines:
            speaks = _SPEAKS.match(text, a, b)
            title = _TITLE_FIRST.match(text, a, b)
            if speaks and (one := _entry(text, title.end() if title else a, speaks.end("who"), kind)):
                yield one
        return
    if series := _series(text, kind):
        yield from series
        return
    each = [_entry(text, a, b, kind) for a, b in lines]
    if len(lines) > 1 and (
        sum(e is not None for e in each) * 2 > len(lines) or (each[0] and _tells(text, each[0]))
    ):
        yield from (e for e in each if e is not None)
    elif together := _run_on(text, kind):
        yield from together
    elif one := _entry(text, 0, len(text), kind):
        yield one


def _series(text: str, kind: Callable[[str], str]) -> list[Attendee]:
    """The entries of a sentence that semicolons part: "Present were Jane Roe, Master, Harbor Guild; John Doe, Pilot; and …"."""
    cuts = [m.span() for m in _PARTED.finditer(text)]
    if len(cuts) < _LIST - 1:
        return []
    opens = list(_LISTING.finditer(text, 0, cuts[0][0]))
    last = _ENDS.search(text, cuts[-1][1])
    if not opens or last is None:
        return []
    edges = [opens[-1].end(), *(b for _, b in cuts)]
    ends = [*(a for a, _ in cuts), last.start()]
    found = [_entry(text, a, b, kind) for a, b in zip(edges, ends, strict=True)]
    told = [entry for entry in found if entry is not None]
    return told if len(told) >= _LIST and len(told) * 2 > len(found) else []


def _tells(text: str, entry: Attendee) -> bool:
    """Whether what stands behind an entry goes on about the same person: the first line heads a biography."""
    surname = text[slice(*entry.member)].split()[-1]
    return surname in text[entry.rest[1] :].split(". ")[0]


def _entry(text: str, start: int, end: int, kind: Callable[[str], str]) -> Attendee | None:
    found = _ENTRY.match(text, start, end)
    if found is None or end - start > _LONGEST or _stops(text[start:end]):
        return None
    name = found["name"]
    if _OPENS.match(name) or _NO_PERSON.search(name) or kind(name) in {"organization", "place", "instrument"}:
        return None
    return Attendee(found.span("name"), (found.end(), end))


def _stops(text: str) -> bool:
    """Whether words end as a sentence or a lead-in does."""
    return bool(_STOPS.search(text) and not _ABBREVIATED.search(text))


def _run_on(text: str, kind: Callable[[str], str]) -> list[Attendee]:
    """The entries of a list that lost its line breaks: each comma but the first parts a body from an office, or from the next name."""
    if len(text) > _LONGEST_RUN or _stops(text) or text.count(", ") < _LIST:
        return []
    if not all(_WORD.fullmatch(word) for word in text.split()):
        return []
    cuts = [m.span() for m in _COMMA.finditer(text)]
    if not cuts or not _WHOLE_NAME.fullmatch(text, 0, cuts[0][0]) or _NO_PERSON.search(text, 0, cuts[0][0]):
        return []
    names: list[tuple[int, int]] = [(0, cuts[0][0])]
    for (_, begin), (stop, _) in pairwise(cuts):
        if (name := _last_name(text, begin, stop, kind)) is not None:
            names.append((name, stop))
    if len(names) < _LIST:
        return []
    ends = [*(start - 1 for start, _ in names[1:]), len(text)]
    return [Attendee(name, (name[1] + 2, end)) for name, end in zip(names, ends, strict=True)]


def _last_name(text: str, start: int, end: int, kind: Callable[[str], str]) -> int | None:
    """Where the name begins on which a piece ends behind a body: "Harbor Guild Jane M. Roe"."""
    words = text[start:end].split(" ")
    size = 3 if len(words) > 2 and _INITIAL.fullmatch(words[-2]) else 2
    name = words[-size:]
    if len(words) <= size or words[-size - 1] in _LINKS or _INITIAL.fullmatch(words[-size - 1]):
        return None
    if kind(" ".join(words)) or kind(" ".join(name)) in {"organization", "place"}:
        return None
    ends = english().classes["office-end"]
    given = [w for w in name if not _INITIAL.fullmatch(w)]
    if any(not _GIVEN.fullmatch(w) or is_held(w) or w.lower() in ends for w in given):
        return None
    if _NO_PERSON.search(" ".join(name)):
        return None
    return end - len(" ".join(name))

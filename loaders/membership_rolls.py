"""Rolls: members named line by line below "Members of the Council:" or "the following to serve on the Council:"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gestae.loaders.body_words import CAPITAL, HONORIFIC, NAME
from gestae.loaders.membership_groups import body_named, is_group

if TYPE_CHECKING:
    from gestae.loaders.layout import Block

__all__ = ["Roll", "chairing", "leading", "person_at", "roll"]

_MEMBERS = re.compile(
    r"^(?:the )?(?:(?:appointed|current|founding|new|additional|other) )?members(?:hip)?"
    r"(?: (?:of|on|to) (?:the )?(?P<whole>[^:,.;]{3,120}?))?(?: (?:include|are))?\s*:?\s*$",
    re.I,
)
_NAMED = rf"(?:{CAPITAL}|[A-Z]\w+'s)(?:,? (?:of|on|for|and|the|to|&|in|{CAPITAL})){{0,16}}"
_BODY_ALONE = re.compile(rf"^(?:The )?(?P<whole>{_NAMED}?)(?: (?:[Mm]embers|[Mm]embership))?:\s*$")
_APPOINTS = re.compile(
    r"\b(?:appoint\w*|nam(?:e|ed|ing)|designat\w+|select\w*|announc\w+)\b[^.:]*?\b(?:serve|members?) (?:as (?:new )?members )?(?:on|of|to) (?:the )?"
    rf"(?P<whole>{_NAMED}):\s*$|"
    r"\b(?:appoint\w*|nam(?:e|ed|ing)|designat\w+|select\w*)\b[^.:]*?\bfollowing [\w -]{3,60}? (?:to|as (?:new )?members of) (?:the )?"
    rf"(?P<body>{_NAMED}):\s*$|"
    rf"\bfollowing (?:new )?(?:appointments|appointees|additions|members) (?:to|of|for) (?:the )?(?P<named>{_NAMED}):\s*$"
)
_CHOSEN = re.compile(
    r"^The following (?:[\w-]+ ){0,3}?(?:individuals|people|persons|members|leaders|experts) (?:have been |has been |were |was |are |will be )?"
    r"(?:appointed|named|selected|designated|chosen)(?: as members| to serve)?:\s*$"
)
"""A lead-in to names that leaves it to what stands above to say of which body."""
_PERSON = re.compile(rf"^(?:and )?(?P<name>{HONORIFIC}{NAME})(?=$|,| \(| [-\u2013\u2014] )")
_PERSON_OF = re.compile(
    rf"^(?:and )?(?P<name>{HONORIFIC}{NAME})(?=$|,| \(| of (?:the )?[A-Z]| [-\u2013\u2014] )"
)
"""The same where an appointment may tell their home: "Jane Roe of Ohio"."""
_OPENS = re.compile(r"(?:Under|In|At|On|During|With|For|As|After|Before|Since) [A-Z]")
"""The beginning of a sentence that a name is part of, not of a line of a roll."""
_CHAIR = re.compile(r"\((?:Co-)?Chair(?:man|woman|person)?\)\s*$")
_BODY_FAR = 80
"""Blocks above a list in which the body that it lists may be named."""
_LONGEST_LINE = 240
_LONGEST_LEAD = 600
_BLOCKS_BACK = 4
_LEADS = re.compile(
    rf"^(?P<member>{HONORIFIC}{NAME}),? [^;:]{{0,160}}?(?:will|shall|to) (?:lead|head|chair) (?:the|this) (?P<group>[A-Za-z]+(?: [A-Z]?[a-z]+)?)\b"
)


@dataclass(frozen=True, slots=True)
class Roll:
    """The body as a span of one block, and the members as spans of the blocks below it."""

    block: int
    group: tuple[int, int]
    members: tuple[tuple[int, tuple[int, int]], ...]


def roll(blocks: "Sequence[Block]", place: int) -> Roll | None:
    """The roll that the block at `place` heads; members need a person's name at the start of their line."""
    lead = blocks[place]
    if len(lead.text) > _LONGEST_LEAD or lead.role == "item":
        return None
    found = (
        _MEMBERS.match(lead.text)
        or _BODY_ALONE.match(lead.text)
        or _APPOINTS.search(lead.text)
        or _CHOSEN.match(lead.text)
    )
    if found is None:
        return None
    which = next((g for g in ("whole", "body", "named") if found.groupdict().get(g)), "")
    if which:
        if not is_group(found[which]):
            return None
        where, group = place, found.span(which)
        if " " not in found[which] and (fuller := _before(blocks, place, found[which])):
            where, group = fuller
    else:
        named = _before(blocks, place)
        if named is None:
            return None
        where, group = named
    members = tuple(_lines(blocks, place + 1))
    return Roll(where, group, members) if members else None


def _before(blocks: "Sequence[Block]", place: int, head: str = "") -> tuple[int, tuple[int, int]] | None:
    """The body named last above a heading that only says "Members", or "Delegation" (its `head`)."""
    for back in range(place - 1, max(place - 1 - _BLOCKS_BACK, -1), -1):
        if group := body_named(blocks[back].text, head):
            return back, group
    return None


def _lines(blocks: "Sequence[Block]", first: int) -> Iterator[tuple[int, tuple[int, int]]]:
    of_items = first < len(blocks) and blocks[first].role == "item"
    for place in range(first, len(blocks)):
        block = blocks[place]
        person = _PERSON_OF.match(block.text)
        if person is None or (of_items and block.role != "item") or len(block.text) > _LONGEST_LINE:
            return
        if _OPENS.match(block.text):
            return
        yield place, person.span("name")


def person_at(text: str) -> tuple[int, int] | None:
    """The person whose name a line begins with."""
    found = _PERSON.match(text)
    return found.span("name") if found else None


def leading(blocks: "Sequence[Block]", place: int) -> tuple[tuple[int, int], int, tuple[int, int]] | None:
    """Who "will lead the delegation", and the block and span that name the delegation in full."""
    found = _LEADS.match(blocks[place].text)
    if found is None:
        return None
    head = found["group"].split()[-1]
    for back in range(place - 1, max(place - 1 - _BLOCKS_BACK, -1), -1):
        group = body_named(blocks[back].text, head)
        if group:
            return found.span("member"), back, group
    return None


def chairing(blocks: "Sequence[Block]", place: int) -> tuple[tuple[int, int], int, tuple[int, int]] | None:
    """Whom an item of a list marks with "(Chair)", and the block and span of the body that was named last above it."""
    text = blocks[place].text
    person = _PERSON.match(text)
    if blocks[place].role != "item" or person is None or not _CHAIR.search(text):
        return None
    for back in range(place - 1, max(place - 1 - _BODY_FAR, -1), -1):
        if blocks[back].role != "item" and (group := body_named(blocks[back].text)):
            return person.span("name"), back, group
    return None

"""Bodies and their members: lists, "members of", chairs, offices, parts of a whole."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from gestae.loaders.attendees import Attendee, attendees
from gestae.loaders.body_words import HONORIFIC, NAME
from gestae.loaders.membership_clauses import read, told_by_line
from gestae.loaders.membership_listings import Line, listed_people
from gestae.loaders.membership_paragraph import Paragraph
from gestae.loaders.membership_people import kind
from gestae.loaders.membership_rolls import chairing, leading, roll
from gestae.loaders.membership_settled import settled
from gestae.loaders.resolver import Resolver
from gestae.ontology.facts import Membership

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from gestae.loaders.parse import Parsed

__all__ = ["memberships"]

_HEADING = re.compile(
    rf"(?:\d+\. )?{HONORIFIC}(?P<name>{NAME})(?::|,) (?:[Nn]ominee|[Cc]andidate|[Aa]ppointee|to be) "
)
"""Over the biography of somebody: "Jane Roe, Nominee for Warden"."""
_FAR = 60
"""Paragraphs below a lead-in that its list may take."""


def memberships(parsed: "Parsed", cast: Resolver) -> list[Membership]:
    """Who belongs to what, each pair once, in the order of the text."""
    listed = attendees(parsed.blocks, parsed.document.text, lambda name: kind(cast, name))
    names = [parsed.blocks[at].text[slice(*one.member)] for at, people in listed.items() for one in people]
    names += [m["name"] for block in parsed.blocks if (m := _HEADING.match(block.text))]
    return settled(_told(parsed, cast, listed), names, cast)


def _told(parsed: "Parsed", cast: Resolver, listed: dict[int, tuple[Attendee, ...]]) -> Iterator[Membership]:
    docs = {s.block.start: s.tokens.doc for s in parsed.sentences}
    last = ""
    for place, block in enumerate(parsed.blocks):
        doc = docs.get(block.start)
        if doc is None:
            continue
        below = [
            Line(b, docs[b.start], listed.get(at, ()))
            for at, b in enumerate(parsed.blocks[place + 1 : place + _FAR], place + 1)
            if b.start in docs
        ]
        here = Paragraph(parsed, cast, block, doc)
        people = listed.get(place, ())
        if people:
            last = block.text[slice(*people[-1].member)]
        headed = last if last and last.split()[-1] in block.text else None
        yield from told_by_line(here, people)
        yield from listed_people(here, people)
        yield from read(here, below, people, headed) if len(people) <= 1 else ()
        yield from _by_lines(parsed, cast, docs, place)


def _by_lines(parsed: "Parsed", cast: Resolver, docs: "dict[int, Doc]", place: int) -> Iterator[Membership]:
    """The members of a roll that the block at `place` heads, and who it says leads the body named above it."""
    found: list[tuple[int, tuple[int, int], int, tuple[int, int], str | None]] = []
    if named := roll(parsed.blocks, place):
        found += [(where, span, named.block, named.group, None) for where, span in named.members]
    if leader := leading(parsed.blocks, place):
        found.append((place, leader[0], leader[1], leader[2], "leader"))
    if chair := chairing(parsed.blocks, place):
        found.append((place, chair[0], chair[1], chair[2], "chair"))
    for where, span, at, group, role in found:
        member_in, group_in = parsed.blocks[where], parsed.blocks[at]
        if member_in.start not in docs or group_in.start not in docs:
            continue
        one = Paragraph(parsed, cast, member_in, docs[member_in.start])
        whole = Paragraph(parsed, cast, group_in, docs[group_in.start]).mention(*group)
        member = one.mention(*span)
        if member is not None and whole is not None:
            yield Membership(one.quote(*span), member, whole, role)

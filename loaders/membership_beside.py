"""Whom a text names right beside their body, or with an office behind "whose": "the Harbor Institute's Jane Roe", "the Harbor Fund, whose director is Jane Roe"."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from gestae.loaders.body_words import HONORIFIC, NAME, ORGANIZATION, office
from gestae.loaders.membership_offices import Pair, role_of
from gestae.loaders.membership_posts import HEADED
from gestae.loaders.sought import Sought

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

__all__ = ["beside", "whose"]

_INITIALS = re.compile(r"[A-Z]{3,8}")
"""Initials of a body; a code of two letters is that of a State."""
_NO_PERSON = re.compile(
    rf"{HEADED.pattern}|(?:ship|tion|ment|ness|program|plan|rule|\baward|\bprize|\bmedal|\blecture)s?$", re.I
)
"""What the parser may take for a person behind a possessive: "the Harbor Agency's Registered Apprenticeships"."""
_GOES_ON = re.compile(r"'s\b| [A-Z][a-z]")
"""Behind a name that is only part of another, or has something itself: "the Harbor Institute's Jane Roe Award"."""
_INSIDE = re.compile(r" \((?:the )?(?P<group>[A-Z][^()]{1,80})\)")


def beside(doc: "Doc", text: str, kind: Callable[[str], str]) -> Iterator[Pair]:
    """Each person by name behind a body that has them ("the Harbor Institute's Jane Roe"), or before its initials in brackets.

    `text` is that of `doc` with plain quotes; `kind` tells of a name what the authority files know it for.
    """
    for person in doc.ents:
        if person.label_ != "PERSON" or " " not in person.text or _NO_PERSON.search(person.text):
            continue
        start, end = person.start_char, person.end_char
        if text.endswith(("'s ", "' "), 0, start):
            owner = next((e for e in reversed(doc.ents[: _place(doc, person)])), None)
            if owner is not None and owner.label_ == "ORG" and text[owner.start_char : start].count("'") == 1:
                first, last = _bare(text, owner, start)
                if kind(text[first:last]) != "place" and not _GOES_ON.match(text, end):
                    yield Pair((start, end), (first, last))
        inside = _INSIDE.match(text, end)
        if inside and _INITIALS.fullmatch(inside["group"]) and kind(inside["group"]) == "organization":
            yield Pair((start, end), inside.span("group"))


def _place(doc: "Doc", person: "Span") -> int:
    return next(i for i, e in enumerate(doc.ents) if e.start == person.start)


def _bare(text: str, owner: "Span", end: int) -> tuple[int, int]:
    """The span of an owner without article and without the sign of what it has."""
    start = owner.start_char + (len("the ") if owner.text[:4].lower() == "the " else 0)
    return start, text.rindex("'", start, end)


@lru_cache(maxsize=4)
def _whose(post: str) -> tuple[Sought, ...]:
    someone = rf"(?P<member>{HONORIFIC}{NAME})"
    return (
        Sought(
            re.compile(
                rf"\b(?P<group>{ORGANIZATION})(?: \([A-Z]{{2,8}}\))?,? whose (?:[a-z-]+ ){{0,3}}(?P<role>{post})(?:,| is| was)? {someone}"
            ),
            ((" whose ",),),
        ),
        Sought(
            re.compile(
                rf"\b(?P<group>{ORGANIZATION}) (?:has |had )?(?:appointed|elected|hired|named|chose|selected) {someone},? (?:as |to be )?(?:its |an? |the )?(?:(?:new|next|first) )?(?P<role>{post})(?=[.,;]|$| (?!of|at|for|in|to|on)[a-z])"
            ),
            (("appointed", "elected", "hired", "named", "chose", "selected"),),
        ),
        Sought(
            re.compile(
                rf"\b[Ww]hile (?:(?:working|serving|still) )?(?:at|with|on|in) (?:the )?(?P<group>{ORGANIZATION}), (?P<role>)(?P<member>{NAME})"
            ),
            (("hile ",),),
        ),
        Sought(
            re.compile(
                rf"\b(?:[Tt]he|[Ii]ts) (?P<role>{post}) of (?:the )?(?P<group>{ORGANIZATION})(?: \([A-Z]{{2,8}}\))? (?:is|was|will be|became) {someone}"
            ),
            ((" is ", " was ", " will be ", " became "), (" of ",)),
        ),
    )


def whose(text: str) -> Iterator[Pair]:
    """Whom a clause names as the holder of an office of a body: "the Harbor Fund, whose director, Jane Roe", "the chair of the Harbor Fund is Jane Roe"."""
    for sought in _whose(office()):
        for match in sought.finditer(text):
            if HEADED.search(match["group"]):
                yield Pair(
                    match.span("member"), match.span("group"), role_of(match["role"]) or None, person=True
                )

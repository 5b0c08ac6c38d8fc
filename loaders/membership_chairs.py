"""Who chairs a body that is named elsewhere: "met, convened by co-chairs Jane Roe and John Doe", "with Jane Roe as its chair"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from gestae.loaders.body_words import HONORIFIC, NAME, ORGANIZATION
from gestae.loaders.membership_denied import denied, supposed
from gestae.loaders.membership_groups import context
from gestae.loaders.membership_offices import Pair
from gestae.loaders.patterns import any_of
from gestae.ontology.english import english

__all__ = ["chairs"]

_PERSON = rf"{HONORIFIC}{NAME}"
_OFFICE = rf"(?:Secretary|Director|Administrator|Chair) (?:of|for) (?:the )?{ORGANIZATION}|Attorney General|Vice President|First Lady"
_NAMED = re.compile(
    rf"\b[Cc]o-?[Cc]hairs,? (?:[A-Z][a-z]+(?:s|men) )?(?P<one>{_PERSON})(?:, (?!and )(?:[^;.:]|(?<=[A-Z])\.){{3,120}}?)?,? and (?P<other>{_PERSON})(?=[,.;]|$| [a-z])"
)
_AS_CHAIR = re.compile(
    rf"\b(?:(?P<one>{_PERSON}) and )?(?P<other>{_PERSON}|{_OFFICE}),? (?:(?:to|(?P<shall>shall|will)) (?:serve|act) )?as (?:the |an? |its )?(?:honorary |first |new |inaugural )?"
    r"(?P<role>(?:[Cc]o-?|[Vv]ice[- ])?[Cc]hair(?:s|man|woman|person)?)\b(?!'|-| of| for| on)"
)
_CLAUSE = re.compile(r"[^;:]*$")
_FAR = 400
"""Characters before a person in which it stands that they are appointed."""
_BEHIND = re.compile(
    rf"[^.;:]{{0,80}}?\b(?:[Cc]hairs?|[Mm]embers?)(?:man|woman|person)? of (?:the )?(?P<group>{ORGANIZATION})"
)


def chairs(text: str, start: int, end: int) -> Iterator[Pair]:
    """Those whom a sentence names as chairs, with the body that it, or its paragraph before, names; persons must turn out to be such."""
    if "hair" not in text[start:end]:
        return
    for pattern in (_NAMED, _AS_CHAIR):
        for match in pattern.finditer(text, start, end):
            if pattern is _AS_CHAIR and not _believed(
                text[max(start, match.start() - _FAR) : match.start()], match
            ):
                continue
            behind = _BEHIND.match(text, match.end(), end) if pattern is _AS_CHAIR else None
            group = behind.span("group") if behind else context(text, match.start())
            role = "co-chair" if pattern is _NAMED else match["role"].lower().removesuffix("s")
            for who in ("one", "other"):
                if group is not None and match[who] and not _ends_on_office(match[who]):
                    yield Pair(match.span(who), group, role, person=not re.match(_OFFICE, match[who]))


def _believed(before: str, match: re.Match[str]) -> bool:
    """Whether the words before "Jane Roe as its chair" tell that she is: not "rejected", and not "without"."""
    clause = _CLAUSE.search(before)[0]  # type: ignore[index]
    if denied(clause) or supposed(clause):
        return False
    return (
        match["shall"] is not None or _appointing(english().classes["appointing"]).search(clause) is not None
    )


@lru_cache(maxsize=4)
def _appointing(verbs: frozenset[str]) -> re.Pattern[str]:
    """A pattern of "with" or a verb that appoints, and behind it only names and their offices."""
    forms = any_of({form for verb in verbs for form in english().forms(verb)})
    return re.compile(
        rf"\b(?:[Ww]ith|{forms})"
        r"(?:,? (?:[A-Z][\w.'&-]*|the|an?|its|as|and|of|for|on|to|serve|act|first|new|former|honorary|inaugural|(?:co-?|vice[- ])?chairs?(?:man|woman|person)?)){0,40},? $"
    )


def _ends_on_office(name: str) -> bool:
    """Whether words are the end of an office's or a body's name: "the Office of Harbor Policy as co-chair"."""
    return not re.match(_OFFICE, name) and name.split()[-1].lower() in english().classes["office-end"]

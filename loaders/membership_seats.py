"""Where bodies have their seat: "established within the Harbor Department a Pier Council", "the Department, through its Office of Piers"."""

import re
from collections.abc import Iterator

from gestae.loaders.attendee_bodies import is_held
from gestae.loaders.body_words import BODY, CAPITAL, ORGANIZATION

__all__ = ["seats"]

_NAME = rf"{CAPITAL}(?:(?: (?:of|for|on|and|the|to|in|&)){{0,3}} {CAPITAL}){{0,8}}"
_ESTABLISHED = re.compile(
    rf"\b(?P<there>[Tt]here (?:is|are) (?:hereby )?)?(?:establish\w*|creat\w+),? (?:with)?in the (?P<group>{_NAME}?),? (?:the|an?) (?:(?!position|post|role|office )[a-z-]+ ){{0,3}}(?P<member>{_NAME})"
)
_WITHIN = re.compile(rf",? within the (?P<group>{_NAME})(?=[,.;)]|$| [a-z(])")
_NAMED = re.compile(rf"\b(?P<member>{_NAME})(?: \([A-Z]{{2,8}}\))?$")
_NAME_FAR = 160
"""Characters before "within the" in which the name may stand: a search that began with a name would try each capital anew."""
_THROUGH = re.compile(
    rf"\b(?P<group>{ORGANIZATION})(?: \([A-Z]{{2,8}}\))?(?:, | )(?:through|and) its (?P<member>{_NAME})"
    r"(?=,| \(| (?:has|have|had|will|is|to|[a-z]+(?:ed|s))\b)"
)
_BODY = re.compile(rf"\b{BODY}s?\b|^[A-Z][A-Z-]{{2,8}}$")
_PROGRAM = re.compile(r"\b(?:Program(?:me)?|Project|Initiative|Campaign|Fund|Act|Plan|Order)s?$")


def seats(text: str, start: int, end: int) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The spans of each body that a sentence tells to be established in another, or to act for it, and of the other."""
    if " establish" in text[start:end] or " creat" in text[start:end]:
        for match in _ESTABLISHED.finditer(text, start, end):
            if _is_body(match["group"]) and (
                _is_body(match["member"]) or (match["there"] and _is_founded(match["member"]))
            ):
                yield match.span("member"), match.span("group")
    if " within the " in text[start:end]:
        for match in _WITHIN.finditer(text, start, end):
            named = _NAMED.search(text, max(start, match.start() - _NAME_FAR), match.start())
            if named and _is_body(match["group"]) and _is_body(named["member"]):
                yield named.span("member"), match.span("group")
    if " its " in text[start:end]:
        for match in _THROUGH.finditer(text, start, end):
            for part in _parted(text, *match.span("member")):
                if _is_body(match["group"]) and _is_body(text[slice(*part)]):
                    yield part, match.span("group")


def _parted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The two bodies of "Office of Locks and Canals and Harbor Bureau", or the one."""
    cut = text.rfind(" and ", start, end)
    if cut < 0 or not _is_body(text[cut + 5 : end]):
        return [(start, end)]
    return [(start, cut), (cut + 5, end)]


def _is_founded(words: str) -> bool:
    """Whether a name that an order founds is that of a body, whatever its last word: neither a programme nor an office to hold."""
    return " " in words and not _PROGRAM.search(words) and not any(map(is_held, words.split()))


def _is_body(words: str) -> bool:
    return bool(_BODY.search(words) and not _PROGRAM.search(words))

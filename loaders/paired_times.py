"""Numbers in a row, each with a time of its own: "1,200 landings in 2030 and 1,500 in 2031"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from gestae.loaders.times import TimeMention

__all__ = ["Pair", "pairs"]

Pair = tuple[int, TimeMention]
"""Where a number begins, in characters of its block, and the time that it is of."""

_NUMBER = r"(?:[$€£]\s?)?\d[\d,.]*(?:\s(?:million|billion|trillion|thousand|percent))?%?"
_NEXT = re.compile(
    rf"\s?,?\s(?:(?:and|but|then)\s)?(?:(?:about|nearly|almost|over|some|only|more\sthan|another)\s)?"
    rf"(?P<number>{_NUMBER})\s(?:(?:more|others?|of\sthem)\s)?(?:(?:in|during|for)\s(?:the\s)?)?"
)
"""What stands between two times where the number of the second leaves out what it counts."""
_FIRST = re.compile(rf"(?<![\w$€£,.-]){_NUMBER}(?!\w)(?=[^.;:!?\d]*$)")
_REACH = 120
"""Characters from the first number to its time."""


def pairs(text: str, start: int, mentions: Sequence[TimeMention]) -> tuple[Pair, ...]:
    """The numbers of a sentence that begins at `start` of its block, and their times; none where it is no such row."""
    found: list[Pair] = []
    times = [m for m in mentions if not m.modifier and m.relation == "at"]
    for one, other in pairwise(times):
        behind = _NEXT.fullmatch(text, one.end, other.start)
        if behind is None:
            continue
        if not found or found[-1][1] is not one:
            first = _before(text, max(start, one.start - _REACH), one.start)
            if first is None:
                continue
            found.append((first, one))
        found.append((behind.start("number"), other))
    return tuple(found)


def _before(text: str, start: int, end: int) -> int | None:
    """Where the number begins that stands last before a time."""
    found = _FIRST.search(text[start:end])
    return start + found.start() if found else None

"""Words that were cut at the end of a line, put together again."""

import re
from collections.abc import Set

__all__ = ["mend"]

_CUT = re.compile(
    r"(?<![^\W\d_])([^\W\d_]{2,}(?:-[^\W\d_]+)*)([-\u2010\u00ad])[ \t]*\n[ \t]*([a-z]+)([^\s\w]*)[ \t]*"
)
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_SOFT = "\u00ad"
_PREFIXES = frozenset([
    "anti", "counter", "cross", "ex", "full", "half", "high", "long", "low", "mid", "multi", "non", "part",
    "post", "pre", "pro", "self", "well",
])  # fmt: skip


def mend(text: str) -> str:
    """Put words together again that a hyphen parts over two lines; the line then breaks after the word.

    The hyphen is kept where the text elsewhere writes the word with it, where what stands before it is a
    prefix like "anti", or where both parts are words of the text and the whole is not; a word that the
    text elsewhere writes as one is written as one. Soft hyphens go.
    """
    words = {word.lower() for word in _WORD.findall(_CUT.sub(" ", text))}

    def whole(match: re.Match[str]) -> str:
        first, hyphen, second, marks = match.groups()
        return f"{first}{_between(first, hyphen, second, words)}{second}{marks}\n"

    return _CUT.sub(whole, text).replace(_SOFT, "")


def _between(first: str, hyphen: str, second: str, words: Set[str]) -> str:
    before, after = first.lower(), second.lower()
    if hyphen == _SOFT or before + after in words:
        return ""
    if f"{before}-{after}" in words or before.rpartition("-")[2] in _PREFIXES:
        return "-"
    return "-" if before in words and after in words else ""

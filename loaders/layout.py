"""From a text to its blocks: headings, paragraphs and list items, and what stands over each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

__all__ = ["Block", "blocks", "clean"]

Role = Literal["heading", "paragraph", "item"]

_SAME_LENGTH = str.maketrans({
    "\n": " ", "\r": " ", "\t": " ", "\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u2009": " ",
    "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2010": "-", "\u2011": "-",
})  # fmt: skip
_SPACE = r"[ \t\u00a0\u2002-\u200a\u202f]"
_BULLET = re.compile(
    rf"{_SPACE}*(?:[-*•●▪–—·o]|\(?(?:\d{{1,2}}|[a-zA-Z](?![.)]{_SPACE}+\d)|[ivxIVX]{{2,5}})[.)]){_SPACE}+(?=\S)"
)
_RUN_ON = re.compile(rf"(?<=\S){_SPACE}*(?=•{_SPACE}+\S)")
"""Where the next item of a list begins that lost its line breaks: "They are: • Ann Lee • Max Day"."""
_NUMBER = re.compile(
    rf"(?:§|Sec(?:tion|\.)|Article|Part|Title|Chapter){_SPACE}*(?:\d{{1,4}}[A-Z]?|[IVXLC]+)\.?", re.I
)
_CAPITAL = r"[A-Z][\w'\u2019.-]*[a-z]"
_RUN_IN = re.compile(
    rf"{_CAPITAL}(?:,?[ \t]+(?:{_CAPITAL}|and|of|for|the|to|in|on|with))*\s+"
    r"(?=(?:An?|All|Any|As|Consistent|Each|For|In|It|No|Nothing|Not|Pursuant|The|There|These|This|To|Within)"
    r"\s+[\w(])"
)
_NAMED_LINE = re.compile(
    r"[A-Z][\w.'\u2019&-]*(?:,? (?:[A-Z][\w.'\u2019&-]*|of|the|de|del|la|van|von|der|bin|al|and|&|\([^()]{1,20}\))){1,7}"
)
"""A line that holds a name and nothing else."""
_NAMED_LINES = 3
"""Such lines that make a list when they follow one another; fewer may be a title over two lines."""
_ITEMS = 2
"""Bullets within a run that make items of what stands behind them; one may only part two words."""
_END = re.compile(r"""[.!?:;]["'”’)\]]*\s*$""")


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text that is one paragraph, heading or list item.

    `text` has the length of `document.text[start:end]` and differs from it only in characters
    replaced one for one (line breaks and odd spaces by a space, typographic quotes by plain
    ones), so that offsets into it, plus `start`, are offsets into the document. `lead` is the
    text of the line that introduces an item ("The order will:"), `heading` the nearest heading.
    """

    start: int
    end: int
    role: Role
    text: str
    lead: str = ""
    heading: str = ""


def clean(text: str) -> str:
    """The same number of characters, with the typography that confuses a parser made plain."""
    return text.translate(_SAME_LENGTH)


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a text, in order; blank lines part them, and so does a line that starts a list item."""
    lead = heading = ""
    for start, end in _headed(text):
        bullet = _BULLET.match(text, start, end)
        body = bullet.end() if bullet else start
        words = clean(text[body:end])
        role: Role = "item" if bullet else "heading" if _is_heading(words) else "paragraph"
        if role == "heading":
            heading, lead = words.strip(), ""
        yield Block(body, end, role, words, lead if role == "item" else "", heading)
        if role == "paragraph":
            lead = words.strip() if words.rstrip().endswith(":") else ""


def _headed(text: str) -> Iterator[tuple[int, int]]:
    """The runs, where a section's heading that stands in one with its first sentence is one of its own.

    So official texts have them that lost their layout: "Section 2." and below it "Activities The Council shall …".
    """
    numbered = False
    for start, end in _apart(text):
        first = _RUN_IN.match(text, start, end) if numbered else None
        if first:
            yield start, start + len(first[0].rstrip())
            start = first.end()
        yield start, end
        numbered = bool(_NUMBER.fullmatch(text, start, end))


def _apart(text: str) -> Iterator[tuple[int, int]]:
    """The runs, those that hold several items of a list taken apart where the items begin."""
    for start, end in _runs(text):
        cuts = [m.span() for m in _RUN_ON.finditer(text, start, end)] if "•" in text[start:end] else []
        if len(cuts) < _ITEMS:
            cuts = []
        yield from zip([start, *(b for _, b in cuts)], [*(a for a, _ in cuts), end], strict=True)


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each run of lines that belong together, without outer white space."""
    start = end = -1
    at = 0
    lines = text.splitlines(keepends=True)
    alone = _lists_of_names(lines)
    for number, line in enumerate(lines):
        stripped = line.strip()
        first = at + len(line) - len(line.lstrip())
        breaks = (
            not stripped
            or _BULLET.match(line)
            or number in alone
            or (start >= 0 and _END.search(text[start:end]))
        )
        if breaks and start >= 0:
            yield start, end
            start = -1
        if stripped:
            start = first if start < 0 else start
            end = first + len(stripped)
        at += len(line)
    if start >= 0:
        yield start, end


def _lists_of_names(lines: list[str]) -> set[int]:
    """The lines of a list that holds one name a line, by number, and the first line behind it."""
    found: set[int] = set()
    run: list[int] = []
    for number, line in enumerate([*lines, ""]):
        if _NAMED_LINE.fullmatch(line.strip()) and line.count(",") <= 1 and not line.strip().isupper():
            run.append(number)
            continue
        if len(run) >= _NAMED_LINES:
            found.update(run, [number])
        run = []
    return found


def _is_heading(words: str) -> bool:
    if _NUMBER.fullmatch(words):
        return True
    letters = [c for c in words if c.isalpha()]
    return (
        bool(letters)
        and len(words) < 120
        and not _END.search(words)
        and (
            sum(c.isupper() for c in letters) > 0.7 * len(letters)
            or sum(w[0].isupper() for w in words.split()) >= 0.6 * len(words.split())
        )
    )

"""Where a sentence begins behind a label or a section's number, and where none begins, whatever the parser makes of it.

"Safe harbours: Dredge the channel." and "Sec. 2. Policy. The agency shall …" are a label and a sentence;
"(Pub. L. 99-1; 100 Stat. 5)" is one citation.
"""

import re
from collections.abc import Iterator

from gestae.loaders.turns import label_end

__all__ = ["continuations", "starts"]

_SECTION = re.compile(r"\s*(?:Section|Sec\.|SEC\.|SECTION) \d+[A-Za-z]?\.\s+(?:[A-Z][^.:;]{2,90}\.\s+)?")
_PARAGRAPH = re.compile(r"\((?:[a-z]|\d{1,2}|[ivx]{1,5})\)\s+")
_LABEL = re.compile(r"""\s*([A-Z"'][^:.;?!]{2,100}):["']? +(?=[A-Z"'(])""")
_TELLS = re.compile(
    r"\b(?:say|says|said|state[sd]?|stating|wrote|writes|added|asked|following|follows|as|declare[sd]?|include|includes|including|included|consists?|comprises?|are|is|was|were"
    r"|concluded?|provides?|read|reads|shall|will|must|has|have|told|remarked|noted)\b",
    re.I,
)
"""A finite verb: what stands before the colon is a sentence that goes on behind it."""
_CITED = re.compile(
    r"\b(?:Pub|Stat|Fed|Reg|Cong|Sess|Rept|Res|Nos?|L)\. ?(?=(?:L\. ?|Reg\. ?|Rec\. ?)?\d)|\bPub\. ?(?=L\.)"
    r"|\bseq\.[),;]{0,3} (?=[a-z(])|, [JS]r\. (?!His |This |Its )(?=[A-Z][a-z]+s )"
)
"""Abbreviations of citations: behind them a sentence goes on, where a number or more of the citation follows, and behind "et seq." where no capital does.
And "Jr." before the verb of a headline ("Ann Lee, Jr. Approves …")."""
_LONGEST = 14
_LEAST = 3


def starts(text: str) -> Iterator[int]:
    """Offsets into a block at which a sentence begins, whatever the parser makes of it."""
    at = label_end(text)
    if at:
        yield at
    section = _SECTION.match(text, at)
    if section:
        at = section.end()
        yield at
        paragraph = _PARAGRAPH.match(text, at)
        if paragraph:
            at = paragraph.end()
            yield at
    label = _LABEL.match(text, at)
    if label and _labels(label[1]) and len(text[label.end() :].split()) >= _LEAST:
        yield label.end()


def continuations(text: str) -> Iterator[int]:
    """Offsets into a block at which no sentence begins: within the citation of a law or a page, and in a name."""
    return (found.end() for found in _CITED.finditer(text))


def _labels(words: str) -> bool:
    """Whether words before a colon are a label: few, and no sentence."""
    return len(words.split()) <= _LONGEST and not _TELLS.search(words)

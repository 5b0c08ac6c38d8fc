"""Blocks that are too long to parse in one go, cut where a sentence ends."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from gestae.loaders.layout import Block, blocks
from gestae.loaders.turns import label_end

__all__ = ["LONGEST", "parsable", "unread"]

LONGEST = 10_000
"""Characters that are parsed in one go: the parser's memory grows with them, and no sentence of prose is as long."""

_STOP = re.compile(r"""[.!?]["')\]]*\s+(?=["'(\[]*[A-Z])""")
_BEFORE = re.compile(r"""(?:[^\W\d_]+|\d|[)\]%"'])$""")
_SHORT = frozenset({
    "adm", "al", "amb", "apr", "art", "aug", "ave", "blvd", "bros", "capt", "cf", "cmdr", "co", "col", "cong", "corp",
    "dec", "dep", "dept", "dr", "eg", "ex", "feb", "fed", "ft", "gen", "gov", "hon", "ie", "inc", "jan", "jr", "jul", "jun",
    "lt", "ltd", "maj", "mar", "messrs", "mr", "mrs", "ms", "mt", "no", "nos", "nov", "oct", "pp", "prof", "pub", "rec",
    "reg", "rep", "rept", "reps", "res", "rev", "sec", "sen", "sens", "sept", "sep", "sess", "sgt", "sr", "st", "stat",
    "univ", "vs",
})  # fmt: skip
"""What a full stop may stand behind without an end of a sentence."""
_WORD = 30
_LABEL = 80
"""Characters that a word, or the label of a turn, takes at most."""


def parsable(text: str) -> Iterator[Block]:
    """The blocks of a text; one that is too long for the parser in pieces, each of whole sentences.

    A stretch without any end of a sentence stays whole, however long it is.
    """
    for block in blocks(text):
        if len(block.text) <= LONGEST:
            yield block
            continue
        cuts = [0, *_cuts(block.text), len(block.text)]
        for start, end in pairwise(cuts):
            end = start + len(block.text[start:end].rstrip())
            yield replace(block, start=block.start + start, end=block.start + end, text=block.text[start:end])


def unread(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches of a text that no parser is given, since no sentence ends in them: their start and end."""
    if len(text) <= LONGEST:
        return ()
    return tuple((b.start, b.end) for b in parsable(text) if len(b.text) > LONGEST)


def _cuts(words: str) -> Iterator[int]:
    """Where to cut a block: before each turn of a transcript, and else behind the last sentence that fits.

    That is one behind which no quotation is open, where there is one.
    """
    ends = [m.end() for m in _STOP.finditer(words) if _is_end(words, m.start())]
    turns = [end for end in ends if label_end(words[end : end + _LABEL])]
    start = 0
    for turn in (*turns, len(words)):
        while turn - start > LONGEST:
            fitting = ends[bisect_right(ends, start) : bisect_right(ends, start + LONGEST)]
            beyond = bisect_right(ends, start + LONGEST)
            if fitting:
                closed = (end for end in reversed(fitting) if words.count('"', start, end) % 2 == 0)
                start = next(closed, fitting[-1])
            elif beyond < len(ends) and ends[beyond] < turn:
                start = ends[beyond]
            else:
                break
            yield start
        if turn < len(words):
            yield turn
        start = turn


def _is_end(words: str, stop: int) -> bool:
    """Whether a sentence ends at a stop, and no abbreviation or initial does."""
    before = _BEFORE.search(words, max(0, stop - _WORD), stop)
    if before is None:
        return False
    word = before[0]
    return not word.isalpha() or (len(word) > 1 and word.lower() not in _SHORT)

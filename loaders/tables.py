"""Rows of a table set as text: a label, a leader of dots, a number."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Row", "rows"]

_ROW = re.compile(
    r"(?P<label>[A-Za-z][\w/,.'’()& -]{0,80}?)\s*(?:(?:\.|…|·|_)\s?){4,}\s*(?P<number>[$€£]?\d[\d,.]*\d"
    r"|[$€£]?\d)(?![\w-])"
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row, as character offsets of the row, of its label's end, and of where its number begins."""

    start: int
    label_end: int
    number: int
    end: int


def rows(text: str) -> Iterator[Row]:
    """The rows of a text that hold a leader of at least four dots."""
    if "..." not in text and ". . ." not in text and "……" not in text:
        return
    for m in _ROW.finditer(text):
        yield Row(m.start(), m.end("label"), m.start("number"), m.end())

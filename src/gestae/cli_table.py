"""Answers as text: a table where it fits, else row after row; uncut, and aligned in files and pipes."""

import re
import shutil
import sys
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gestae.queries.sparql import Answer

__all__ = ["plain", "table"]

_UNSEEN = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]+")
_LEAST = 20
"""Characters that a value gets in the narrowest of terminals."""


def plain(text: str) -> str:
    """Text in one line, without what would move a terminal's cursor or change its colours."""
    return _UNSEEN.sub(" ", text).strip()


def table(answer: "Answer", target: str) -> str:
    """An answer as text for a file, a pipe, or the terminal if `target` is `-` and that is one.

    A terminal that is too narrow for the columns gets every row as lines of `column  value`.
    """
    rows = [tuple(map(plain, row)) for row in answer.rows]
    widths = [max(map(len, column)) for column in zip(answer.columns, *rows, strict=True)]
    width = shutil.get_terminal_size().columns
    if target == "-" and sys.stdout.isatty() and sum(widths) + 2 * len(widths) > width:
        return "\n".join("".join(_record(answer.columns, row, width)) for row in rows)
    rule = tuple("-" * width for width in widths)
    lines = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in (answer.columns, rule, *rows)
    )
    return "".join(f"{line}\n" for line in lines)


def _record(columns: tuple[str, ...], row: tuple[str, ...], width: int) -> Iterator[str]:
    """A row as lines, without the columns that hold nothing in it."""
    left = max(map(len, columns)) + 2
    for column, cell in zip(columns, row, strict=True):
        if cell:
            lines = textwrap.wrap(cell, max(width - left, _LEAST), break_on_hyphens=False)
            yield f"{column.ljust(left)}{(chr(10) + ' ' * left).join(lines)}\n"

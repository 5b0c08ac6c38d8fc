"""The facts table as JSON Lines, which are exact, and as CSV, which spreadsheets open."""

import codecs
import csv
import json
import re
from collections.abc import Iterable
from typing import BinaryIO

from gestae.graph.facts_table import COLUMNS, Row

__all__ = ["cell", "uncell", "write_csv", "write_jsonl"]

_FORMULA = re.compile(r"'*[=+\-@＝＋－＠\t\r\n]")


def write_jsonl(rows: Iterable[Row], out: BinaryIO) -> None:
    """One JSON object a line, in UTF-8; fields that are not known are left out."""
    for row in rows:
        out.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")


def write_csv(rows: Iterable[Row], out: BinaryIO) -> None:
    """A table of all columns, in UTF-8 without byte order mark (RFC 4180, with line feeds).

    What is not known is an empty cell. Text that a spreadsheet would run as a formula is written as `cell`
    says.
    """
    table = csv.writer(codecs.getwriter("utf-8")(out), lineterminator="\n")
    table.writerow(COLUMNS)
    table.writerows([cell(row.get(name)) for name in COLUMNS] for row in rows)


def cell(value: object) -> str:
    """A value as a cell.

    Text that begins with `=`, `+`, `-`, `@` (also in full width), a tab or a line end gets an apostrophe
    before it, which makes spreadsheets take it as text
    (https://owasp.org/www-community/attacks/CSV_Injection). So that nothing is lost, text that already looks
    so, with apostrophes, gets one more: `uncell` takes off one.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return "" if value is None else str(value)
    return f"'{value}" if _FORMULA.match(value) else value


def uncell(text: str) -> str:
    """The text of a cell that `cell` wrote."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text

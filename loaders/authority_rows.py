"""Rows of tables that people keep authority data in: CSV, JSON and YAML, each row a mapping of its columns."""

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path

import yaml

from gestae.ontology.errors import BrokenInput, MissingInput, UnknownFormat

__all__ = ["FORMATS", "Row", "at", "lists_in", "rows"]

Row = Mapping[str, object]

_LOADER: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The safe loader; that in C where it is there, since the other takes seconds for long lists."""

FORMATS = {".csv": "csv", ".tsv": "tsv", ".json": "json", ".yaml": "yaml", ".yml": "yaml", ".ttl": "turtle"}
"""Suffix → format."""


def rows(path: Path, form: str = "", encoding: str = "", where: str = "") -> list[Row]:
    """The rows of a file.

    `form` is one of the values of `FORMATS`, by the suffix where none is given; `encoding` any codec of Python,
    UTF-8 (with or without byte order mark) where none is given; `where` the path of keys, with dots between,
    to the list in a JSON or YAML file. What stands in a list by itself is a row with the column `value`.

    :raises InputError: if the file cannot be read, or holds no list of rows there.
    """
    form = form or FORMATS.get(path.suffix.lower(), "")
    if form not in FORMATS.values():
        raise UnknownFormat(
            str(path), "not CSV, JSON, YAML or Turtle by its suffix: say `format` in the mapping"
        )
    try:
        text = path.read_bytes().decode(encoding or "utf-8-sig")
    except OSError as error:
        raise MissingInput(str(path), f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        wanted = encoding or "UTF-8"
        raise BrokenInput(
            str(path), f"not {wanted} at byte {error.start}: give its `encoding`, such as cp1252"
        ) from error
    except LookupError as error:
        raise BrokenInput(str(path), f"{encoding!r} is no encoding that Python knows") from error
    if form in ("csv", "tsv"):
        return _table(text, "\t" if form == "tsv" else ",", path)
    return _list(text, form, where, path)


def at(row: object, place: str) -> object:
    """What stands in a row at a column, or at a path of keys with dots between; `None` where nothing does."""
    if isinstance(row, Mapping) and place in row:
        return row[place]
    for key in place.split("."):
        if isinstance(row, list) and key.isdigit() and int(key) < len(row):
            row = row[int(key)]
        elif isinstance(row, Mapping):
            row = row.get(key)
        else:
            return None
    return row


def lists_in(found: list[Row]) -> list[str]:
    """Where lists stand in rows that were the values of one mapping, in the form that `rows` takes."""
    return [
        f"{row['key']}" if name == "value" else f"{row['key']}.{name}"
        for row in found
        if "key" in row
        for name, value in row.items()
        if isinstance(value, list)
    ]


def _table(text: str, delimiter: str, path: Path) -> list[Row]:
    try:
        table = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, restkey="", strict=True)
        return [{str(name): value for name, value in row.items() if name} for row in table]
    except csv.Error as error:
        raise BrokenInput(str(path), f"no table: {error}") from error


def _list(text: str, form: str, where: str, path: Path) -> list[Row]:
    try:
        data = json.loads(text) if form == "json" else yaml.load(text, _LOADER)  # noqa: S506
    except (ValueError, yaml.YAMLError) as error:
        raise BrokenInput(str(path), f"no {form.upper()}: {' '.join(str(error).split())}") from error
    found = at(data, where) if where else data
    if isinstance(found, dict) and not where:
        found = [
            {"key": key} | (value if isinstance(value, dict) else {"value": value})
            for key, value in found.items()
        ]
    if not isinstance(found, list):
        raise BrokenInput(str(path), f"no list of rows at {where!r}: say in the mapping where `rows` are")
    return [row if isinstance(row, dict) else {"value": row} for row in found]

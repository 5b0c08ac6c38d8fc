"""Mappings: which column of somebody's table is the name, the number or the acronym of an authority entry.

A mapping is a small YAML or TOML file. Values are templates: `{column}` stands for what the row holds there,
`{id.wikidata}` for what lies deeper; anything else is written as it stands.

| key | says |
| --- | --- |
| `kind` | person, organization, government, post, place, law, order, proclamation, memorandum, treaty, report or plan |
| `name` | full name |
| `key` | what tells a row from others; by default the identifier, else the name |
| `identifier` | public number ("EO {number}") |
| `acronym`, `names` | short forms; other names (a template or a list of them) |
| `title` | a title that only counts as a name where it is written as one |
| `split` | words (a regular expression) between several names in one |
| `inverted` | true where "X Department" stands for "Department of X" |
| `date` | day on which an instrument was made |
| `parent` | name, acronym or key of the body that it belongs to |
| `family` | family name of a person |
| `matches` | IRIs elsewhere of the same thing (`skos:exactMatch`) |
| `source` | where the data come from |
| `terms` | offices held: `rows` (where, in the row), `office`, `offices` (what its values stand for), `start`, `end` |
| `each` | the list in a row, each item of which is a row of its own, `{value}` where it is a mere name |
| `member_of` | a body that the entry belongs to: `group`, `role`, `since` (a day) |
| `format`, `encoding`, `rows`, `columns` | how the file is read; the columns by which a built-in mapping is chosen |
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from gestae.loaders.authority_rows import Row, at
from gestae.ontology.errors import BrokenInput, MissingInput

__all__ = ["KINDS", "Mapped", "built_in", "fitting", "mapping", "template"]

KINDS = (
    "person", "organization", "government", "post", "place",
    "law", "order", "proclamation", "memorandum", "treaty", "report", "plan",
)  # fmt: skip
_SEVERAL = frozenset({"acronym", "names", "matches", "columns"})
_TABLES = frozenset({"terms", "member_of"})
_FIELD = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True)
class Mapped:
    """A mapping, as the table above says."""

    kind: str
    name: str
    key: str = ""
    identifier: str = ""
    acronym: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    title: str = ""
    split: str = ""
    inverted: bool = False
    date: str = ""
    parent: str = ""
    family: str = ""
    matches: tuple[str, ...] = ()
    source: str = ""
    terms: Mapping[str, object] = field(default_factory=dict)
    each: str = ""
    member_of: Mapping[str, object] = field(default_factory=dict)
    format: str = ""
    encoding: str = ""
    rows: str = ""
    columns: tuple[str, ...] = ()


def template(text: str, row: Row) -> tuple[str, str | None]:
    """A template filled in, and the first of its columns that holds nothing, if there is one."""
    missing: list[str] = []

    def put(match: re.Match[str]) -> str:
        value = at(row, match[1])
        if value is None or value == "" or isinstance(value, list | dict):
            missing.append(match[1])
            return ""
        return str(value)

    filled = " ".join(_FIELD.sub(put, text).split())
    return filled, missing[0] if missing else None


def mapping(path: Path) -> Mapped:
    """Read a mapping.

    :raises InputError: if it cannot be read, or says something that no mapping says.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise MissingInput(str(path), f"cannot be read: {error.strerror}") from error
    return _mapped(data.decode("utf-8-sig", "replace"), path.suffix.lower() == ".toml", str(path))


@lru_cache(maxsize=1)
def built_in() -> dict[str, Mapped]:
    """The mappings that come with gestae, by name."""
    found = (part for part in files("gestae.loaders").iterdir() if part.name.startswith("mapping-"))
    return {
        part.name.removeprefix("mapping-").removesuffix(".yaml"): _mapped(
            part.read_text("utf-8"), False, part.name
        )
        for part in sorted(found, key=lambda part: part.name)
    }


def fitting(columns: Iterable[str]) -> str | None:
    """The built-in mapping whose columns a table has; of several the one that asks for most."""
    there = set(columns)
    found = [
        (len(m.columns), name) for name, m in built_in().items() if m.columns and there >= set(m.columns)
    ]
    return max(found)[1] if found else None


def _mapped(text: str, toml: bool, name: str) -> Mapped:
    try:
        data = tomllib.loads(text) if toml else yaml.safe_load(text)
    except (tomllib.TOMLDecodeError, yaml.YAMLError) as error:
        raise BrokenInput(name, f"no mapping: {' '.join(str(error).split())}") from error
    known = {one.name for one in fields(Mapped)}
    if not isinstance(data, dict) or not {"kind", "name"} <= data.keys():
        raise BrokenInput(name, "no mapping: it must say at least `kind` and `name`")
    if unknown := sorted(data.keys() - known):
        raise BrokenInput(
            name, f"{unknown[0]!r} says nothing in a mapping; known are: {', '.join(sorted(known))}"
        )
    if data["kind"] not in KINDS:
        raise BrokenInput(name, f"kind is one of {', '.join(KINDS)}, not {data['kind']!r}")
    values: dict[str, Any] = {}
    for one in fields(Mapped):
        given = data.get(one.name)
        if given is None:
            continue
        kept = isinstance(given, dict if one.name in _TABLES else str | bool | int)
        if one.name in _SEVERAL:
            given = tuple(map(str, [given] if isinstance(given, str) else given)) if given else ()
        elif not kept:
            raise BrokenInput(name, f"{one.name} cannot be {given!r}")
        values[one.name] = given if isinstance(given, tuple | dict | bool) else str(given)
    return Mapped(**values)

"""Cypher over the graph in Neo4j: named questions and one's own, parameters always passed as parameters."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gestae.graph.neo4j_connection import Connection, plain_errors
from gestae.ontology.errors import QueryError

if TYPE_CHECKING:
    from neo4j import Query

__all__ = ["Answer", "named", "parameters", "query_text", "run"]

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


@dataclass(frozen=True)
class Answer:
    """Column names and rows of plain values."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def named() -> dict[str, str]:
    """Named questions: name → the comment of its first line."""
    found = (entry for entry in files("gestae.queries").iterdir() if entry.name.endswith(".cypher"))
    return {
        entry.name.removesuffix(".cypher"): entry.read_text("utf-8")
        .splitlines()[0]
        .removeprefix("//")
        .strip()
        for entry in sorted(found, key=lambda entry: entry.name)
    }


def query_text(asked: str) -> str:
    """The Cypher of a name, of a file `*.cypher`, or as given. Raises QueryError for an unknown one."""
    if asked.endswith(".cypher"):
        try:
            return Path(asked).read_text("utf-8")
        except (OSError, ValueError) as error:
            raise QueryError(f"{asked}: cannot be read as a query") from error
    if not _NAME.fullmatch(asked):
        return asked
    if asked not in named():
        raise QueryError(f"no named query {asked!r}; `gestae cypher --list` shows them")
    return files("gestae.queries").joinpath(f"{asked}.cypher").read_text("utf-8")


def parameters(given: Iterable[str]) -> dict[str, str | int | float]:
    """`NAME=VALUE` pairs as parameters; numbers become numbers, `"..."` stays text. Raises QueryError."""
    pairs: dict[str, str | int | float] = {}
    for pair in given:
        name, mark, value = pair.partition("=")
        if not mark or not name:
            raise QueryError(f"{pair!r}: a parameter is written NAME=VALUE")
        quoted = len(value) > 1 and value[0] == value[-1] == '"'
        number = float(value) if "." in value and _NUMBER.fullmatch(value) else None
        if quoted:
            pairs[name] = value[1:-1]
        elif number is not None:
            pairs[name] = number
        else:
            pairs[name] = int(value) if _NUMBER.fullmatch(value) else value
    return pairs


def run(
    connection: Connection,
    text: str,
    values: Mapping[str, object],
    *,
    write: bool = False,
    seconds: float = 30.0,
) -> Answer:
    """Ask, read-only unless `write`, for at most so many seconds.

    Raises QueryError where it is malformed, lacks a parameter, writes without `write`, or takes too long.
    """
    from neo4j import READ_ACCESS, WRITE_ACCESS
    from neo4j import Query as Timed

    query: Query = Timed(text, timeout=seconds)
    mode = WRITE_ACCESS if write else READ_ACCESS
    with (
        plain_errors(connection.address),
        connection.driver.session(database=connection.address.database, default_access_mode=mode) as session,
    ):
        result = session.run(query, dict(values))
        columns = tuple(result.keys())
        return Answer(columns, tuple(tuple(_plain(value) for value in record.values()) for record in result))


def _plain(value: object) -> object:
    from neo4j.graph import Node, Path, Relationship

    if isinstance(value, Node):
        shown = {name: _plain(item) for name, item in value.items() if not name.startswith("_")}
        return {"labels": sorted(set(value.labels) - {"Gestae"}), **shown}
    if isinstance(value, Relationship):
        return {"type": value.type, **{name: _plain(item) for name, item in value.items()}}
    if isinstance(value, Path):
        return [_plain(item) for item in value.relationships]
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    return value if value is None or isinstance(value, (str, bool, int, float)) else str(value)

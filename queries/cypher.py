"""Cypher over the graph in Neo4j: named questions and one's own, parameters always passed as parameters."""

import json
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from gestae.graph.neo4j_connection import Connection, plain_errors
from gestae.graph.neo4j_names import LABEL
from gestae.ontology.errors import QueryError
from gestae.ontology.terms import ACTION

if TYPE_CHECKING:
    from neo4j import Query
    from neo4j.exceptions import Neo4jError

__all__ = ["Answer", "named_values", "run", "shown", "typed", "types_held"]

_IRI = re.compile(r"<[^<>\s]+>")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


_BOOKKEEPING = frozenset({"_graph", "_hash", "_iri", "_links", "_rdf"})
_ENDED = ("TransactionTimedOut", "Transaction.Terminated", "TransactionTerminated")


@dataclass(frozen=True)
class Answer:
    """Column names and rows of plain values."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def named_values(given: Mapping[str, str]) -> dict[str, str]:
    """The values of a named question's parameters; `<...>` is an IRI."""
    return {name: value[1:-1] if _IRI.fullmatch(value) else value for name, value in given.items()}


def types_held(connection: Connection) -> list[str]:
    """The names of the types that the actions of a server's graph have."""
    found = connection.read("MATCH (:Action)-[:ACTION_TYPE]->(type) RETURN DISTINCT type.iri AS iri")
    return [str(record["iri"]).removeprefix(ACTION) for record in found]


def typed(given: Mapping[str, str]) -> dict[str, str | int | float]:
    """Values as parameters: what is written as a number is one, `"..."` and all else is text."""
    return {name: _typed(value) for name, value in given.items()}


def _typed(value: str) -> str | int | float:
    if len(value) > 1 and value[0] == value[-1] == '"':
        return value[1:-1]
    if not _NUMBER.fullmatch(value):
        return value
    return float(value) if "." in value else int(value)


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
    from neo4j.exceptions import ClientError, TransientError

    query: Query = Timed(text, timeout=seconds)
    mode = WRITE_ACCESS if write else READ_ACCESS
    with (
        plain_errors(connection.address),
        connection.driver.session(database=connection.address.database, default_access_mode=mode) as session,
    ):
        try:
            result = session.run(query, dict(values))
            columns = tuple(result.keys())
            return Answer(columns, tuple(tuple(map(_plain, record.values())) for record in result))
        except (ClientError, TransientError) as error:
            raise _explained(error, seconds) from error


def _explained(error: "Neo4jError", seconds: float) -> Exception:
    code, said = error.code or "", error.message or ""
    if any(ended in code for ended in _ENDED):
        return QueryError(f"the query took longer than {seconds:g} seconds; --timeout allows more")
    if "access mode" in said.lower():
        return QueryError("the query changes the graph, and queries only read; --write allows it")
    return error


def shown(value: object) -> str:
    """A value of an answer as text; a number as people write it, what has parts as JSON."""
    if value is None:
        return ""
    if isinstance(value, float):
        text = f"{Decimal(repr(value)):f}"
        return text.removesuffix(".0")
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _plain(value: object) -> object:
    from neo4j.graph import Node, Path, Relationship

    if isinstance(value, Node):
        return {"labels": sorted(set(value.labels) - {LABEL}), **_plain_items(value.items())}
    if isinstance(value, Relationship):
        return {"type": value.type, **_plain_items(value.items())}
    if isinstance(value, Path):
        return [_plain(item) for item in value.relationships]
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value if value is None or isinstance(value, (str, bool, int, float)) else str(value)


def _plain_items(items: Iterable[tuple[str, object]]) -> dict[str, object]:
    return {name: _plain(value) for name, value in items if name not in _BOOKKEEPING}

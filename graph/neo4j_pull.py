"""Our graph out of Neo4j, exactly as it was pushed."""

from collections.abc import Iterator
from typing import Any

from gestae.graph import neo4j_cypher as cypher
from gestae.graph.neo4j_connection import Connection
from gestae.graph.neo4j_names import LABEL
from gestae.graph.neo4j_rows import Edge, Row, row_statements
from gestae.graph.neo4j_terms import Statement

__all__ = ["pull", "pulled_rows", "record_row"]

_PAGE = 2_000


def pulled_rows(connection: Connection) -> Iterator[dict[str, Any]]:
    """Our nodes with all that is on them and leaves them, users' additions too, by key, a page at a time."""
    after = ""
    while page := connection.read(cypher.PAGE_OF_ROWS, after=after, limit=_PAGE):
        yield from page
        after = page[-1]["key"]


def record_row(record: dict[str, Any]) -> Row:
    """The row of a node as the server hands it over; relationships that are not ours are left out."""
    edges = (
        Edge(type_, target, properties["_graph"], target_iri, properties.get("_iri"))
        for type_, target, target_iri, properties, _, ours in record["links"]
        if ours and properties.get("_graph") is not None
    )
    labels = tuple(label for label in record["labels"] if label != LABEL)
    return Row(record["key"], labels, record["properties"], tuple(edges))


def pull(connection: Connection) -> Iterator[Statement]:
    """Every statement that the server holds of ours, by subject; what users added is not among them."""
    for record in pulled_rows(connection):
        yield from row_statements(record_row(record))

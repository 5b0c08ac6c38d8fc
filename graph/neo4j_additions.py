"""What users added to the graph in Neo4j, as RDF in a graph of its own.

Their labels, property keys and relationship types become IRIs under `https://w3id.org/gestae/neo4j/`; their
nodes that touch ours are named by the server's element id, and relationships with properties also stand
as a node with `from`, `type` and `to`.
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from gestae.graph.neo4j_connection import Connection
from gestae.graph.neo4j_names import LABEL, RESERVED
from gestae.graph.neo4j_pull import pulled_rows, record_row
from gestae.graph.neo4j_rows import own_names, row_statements
from gestae.graph.neo4j_terms import NODE, Statement
from gestae.graph.neo4j_values import lexical

__all__ = ["GRAPH", "additions", "with_additions"]

GRAPH = "https://w3id.org/gestae/neo4j/additions"
"""The name of the graph of users' additions; it is no part of what is pushed."""

_SPACE = "https://w3id.org/gestae/neo4j/"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_OURS_ON_LINKS = frozenset({"_graph", "_iri"})
_NEIGHBOURS = f"""
MATCH (u) WHERE NOT u:{LABEL} AND EXISTS {{ (u)--(:{LABEL}) }}
RETURN elementId(u) AS element, labels(u) AS labels, properties(u) AS properties
"""


def with_additions(connection: Connection) -> Iterator[Statement]:
    """Everything of ours, and what users added, in its graph; in one pass over the server."""
    for record in pulled_rows(connection):
        yield from row_statements(record_row(record))
        yield from _of_row(record)
    yield from _of_neighbours(connection)


def additions(connection: Connection) -> Iterator[Statement]:
    """What users added to our nodes and relationships, and their own nodes next to ours."""
    for record in pulled_rows(connection):
        yield from _of_row(record)
    yield from _of_neighbours(connection)


def _of_neighbours(connection: Connection) -> Iterator[Statement]:
    for record in connection.read(_NEIGHBOURS):
        yield from _of_node(_element(record["element"]), record["labels"], record["properties"])


def _name(kind: str, name: str) -> str:
    return f"{_SPACE}{kind}/{quote(name, safe='')}"


def _element(element: str) -> str:
    return _name("node", element)


def _of_node(subject: str, labels: list[str], properties: dict[str, Any]) -> Iterator[Statement]:
    for label in labels:
        yield Statement(subject, _TYPE, _name("label", label), NODE, GRAPH)
    for name, value in properties.items():
        for single in value if isinstance(value, list) else (value,):
            yield Statement(subject, _name("property", name), *lexical(single), GRAPH)


def _of_row(record: dict[str, Any]) -> Iterator[Statement]:
    subject = record["properties"].get("_iri") or record["key"]
    labels, names = own_names(record["properties"].get("_rdf"))
    added = {k: v for k, v in record["properties"].items() if k not in names and k not in RESERVED}
    yield from _of_node(subject, sorted(set(record["labels"]) - labels - {LABEL}), added)
    for type_, target, target_iri, properties, element, ours in record["links"]:
        object_ = (target_iri or target) if ours else _element(element)
        yield from _of_link(subject, type_, object_, properties)
    for type_, element, properties in record["incoming"]:
        yield from _of_link(_element(element), type_, subject, properties)


def _of_link(source: str, type_: str, target: str, properties: dict[str, Any]) -> Iterator[Statement]:
    added = {name: value for name, value in properties.items() if name not in _OURS_ON_LINKS}
    ours = properties.get("_graph") is not None
    if not ours:
        yield Statement(source, _name("relationship", type_), target, NODE, GRAPH)
    if added:
        link = _name("link", f"{source} {type_} {target}")
        yield Statement(link, f"{_SPACE}from", source, NODE, GRAPH)
        yield Statement(link, f"{_SPACE}type", type_, "", GRAPH)
        yield Statement(link, f"{_SPACE}to", target, NODE, GRAPH)
        yield from _of_node(link, [], added)

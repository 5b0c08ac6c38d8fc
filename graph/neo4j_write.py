"""One batch of changed subjects into Neo4j, in one transaction."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from gestae.graph import neo4j_cypher as cypher
from gestae.graph.neo4j_rows import Edge, Row, own_names

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

__all__ = ["Change", "link_rows", "write_changes"]

_BOOKKEEPING = ("_rdf", "_hash", "_links", "_graph")


@dataclass(frozen=True, slots=True)
class Change:
    """A subject to write, or to retire: then its row is empty and so is its size in statements.

    `known` where the server has a node for it.
    """

    row: Row
    size: int
    known: bool


class _Link(NamedTuple):
    """A relationship of ours on the server; `built_on` where users gave it properties."""

    element: str
    graph: object
    built_on: bool


@dataclass(frozen=True, slots=True)
class _Old:
    """What a node holds of ours: label and property names, and relationships by type and target."""

    labels: frozenset[str]
    properties: frozenset[str]
    links: Mapping[tuple[str, str], _Link]


def write_changes(transaction: "ManagedTransaction", changes: Sequence[Change]) -> None:
    """Make the server hold the new rows in place of the old; what users added stays.

    Results are not waited for, so that the next statement is packed while the server works on the one before;
    a failure is raised by a later statement, or by the end of the transaction.
    """
    old = _old(transaction, [change.row.key for change in changes if change.known])
    rows = [change.row for change in changes]
    _drop_labels(transaction, rows, old)
    nodes: list[list[object]] = []
    for each in rows:
        properties = each.properties
        if each.key in old:
            gone = dict.fromkeys((*old[each.key].properties, *_BOOKKEEPING))
            properties = gone | properties
        nodes.append([each.key, each.labels, properties])
    transaction.run(cypher.MERGE_NODES, rows=nodes)
    _write_links(transaction, rows, old)


def _old(transaction: "ManagedTransaction", keys: list[str]) -> dict[str, _Old]:
    if not keys:
        return {}
    return {
        record["key"]: _Old(*own_names(record["record"]), _links(record["links"]))
        for record in transaction.run(cypher.OLD_ROWS, keys=keys)
    }


def _links(held: Iterable[Sequence[Any]]) -> dict[tuple[str, str], _Link]:
    links: dict[tuple[str, str], _Link] = {}
    for element, type_, target, graph, built_on in held:
        # A copy that somebody made, marked as ours, stands under a target that no row has: it goes.
        key = (type_, target) if (type_, target) not in links else (type_, f"{target}\0{element}")
        links[key] = _Link(element, graph, built_on)
    return links


def _drop_labels(transaction: "ManagedTransaction", rows: Iterable[Row], old: Mapping[str, _Old]) -> None:
    gone = [
        [each.key, list(labels)]
        for each in rows
        if each.key in old and (labels := old[each.key].labels.difference(each.labels))
    ]
    if gone:
        transaction.run(cypher.DROP_LABELS, rows=gone)


def _write_links(transaction: "ManagedTransaction", rows: Iterable[Row], old: Mapping[str, _Old]) -> None:
    created: list[tuple[str, list[Edge]]] = []
    deleted: list[str] = []
    stripped: list[str] = []
    moved: list[tuple[str, object]] = []
    for each in rows:
        left = dict(old[each.key].links) if each.key in old else {}
        new: list[Edge] = []
        for edge in each.edges:
            found = left.pop((edge.type, edge.target), None)
            if found is None:
                new.append(edge)
            elif found.graph != edge.graph:
                moved.append((found.element, edge.graph))
        created.append((each.key, new))
        for link in left.values():
            (stripped if link.built_on else deleted).append(link.element)
    if stripped:
        transaction.run(cypher.STRIP_LINKS, links=stripped)
    if deleted:
        transaction.run(cypher.DELETE_LINKS, links=deleted)
    if moved:
        transaction.run(cypher.REGRAPH_LINKS, links=moved)
    if links := link_rows(created):
        transaction.run(cypher.CREATE_LINKS_BY_KEY, rows=links)


def link_rows(leaving: Iterable[tuple[str, Sequence[Edge]]]) -> list[list[object]]:
    """The rows for `CREATE_LINKS_BY_KEY`, of keys of nodes and the relationships that leave them."""
    return [
        [key, edge.target, edge.type, edge.graph, edge.predicate, edge.target_iri]
        for key, edges in leaving
        for edge in edges
    ]

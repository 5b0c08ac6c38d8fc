"""Subjects that a server does not hold, as statements that create them and look for nothing that is old.

Most subjects of a graph are of few shapes: the same labels and properties, relationships of the same types. A
statement for each shape takes its rows as lists, and looks for the node that relationships leave only once.
What is of a rare shape is written by statements for its labels, and for each type: a shape of its own would
cost the server more to plan than to run.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from gestae.graph import neo4j_cypher as cypher
from gestae.graph.neo4j_connection import Connection
from gestae.graph.neo4j_rows import Edge, Row
from gestae.graph.neo4j_write import Change, link_row, write_changes
from gestae.ontology.errors import QueryError

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

__all__ = ["Batch", "Creator", "write_batches"]

Work = list[tuple[str, list[Any]]]
"""Statements of Cypher, each with its `$rows`."""

_MOST_KEYS = 250_000
_MOST_SHAPES = 200
_FEW = 25
_TOGETHER = 6
"""Relationships that one statement creates from a node."""


@dataclass(frozen=True, slots=True)
class Batch:
    """The changes of one transaction, or of two: statements for subjects that are new, and the others as they are."""

    changes: Sequence[Change]
    nodes: Work
    others: Sequence[Change]
    links: Work


def write_batches(connection: Connection, batches: Iterable[Batch]) -> None:
    """Create what is new, and make the rest hold its new rows.

    Relationships of subjects that are all new are written in a transaction of their own, while the nodes of the
    next batch are: a node says how many leave it, so that a push that dies in between is found out by the next.
    """
    with ThreadPoolExecutor(1) as pool:
        pending: Future[None] | None = None
        for batch in batches:
            if batch.others:
                _settle(pending)
            apart = _write_nodes(connection, batch)
            _settle(pending)
            pending = pool.submit(connection.write, partial(_run, work=batch.links)) if apart else None
        _settle(pending)


def _settle(pending: "Future[None] | None") -> None:
    if pending is not None:
        pending.result()


def _write_nodes(connection: Connection, batch: Batch) -> bool:
    """Write the batch, and say whether that was without its relationships.

    What was to be new and is there after all (a connection was lost after the commit, another push came
    between) is written over like the rest.
    """
    try:
        connection.write(partial(_write, batch=batch))
    except QueryError as error:
        from neo4j.exceptions import ConstraintError

        if not isinstance(error.__cause__, ConstraintError):
            raise
        again = [replace(change, known=True) for change in batch.changes]
        connection.write(partial(write_changes, changes=again))
        return False
    return bool(batch.links and not batch.others)


def _write(transaction: "ManagedTransaction", batch: Batch) -> None:
    _run(transaction, batch.nodes)
    if batch.others:
        write_changes(transaction, batch.others)
        _run(transaction, batch.links)


def _run(transaction: "ManagedTransaction", work: Work) -> None:
    for text, rows in work:
        transaction.run(text, rows=rows)


class Creator:
    """Knows, for the time of one push, which nodes without statements it made, and which shapes it met."""

    def __init__(self, *, most: int = _MOST_KEYS) -> None:
        self._most = most
        self._there: set[str] = set()
        self._all_known = True
        self._shapes: set[object] = set()

    def batch(self, changes: Sequence[Change]) -> Batch:
        """What to write for changes that follow those of the batch before, by key."""
        new: list[Row] = []
        others: list[Change] = []
        for change in changes:
            if change.known or not self._all_known or change.row.key in self._there:
                others.append(change)
            else:
                new.append(change.row)
        behind = changes[-1].row.key
        nodes, links = self._nodes(new, behind), self._links(new)
        self._note((edge.target for change in others for edge in change.row.edges), behind)
        return Batch(changes, nodes, others, links)

    def _nodes(self, rows: Sequence[Row], behind: str) -> Work:
        """Statements that create the nodes of the rows, and those that they point at and that may be missing."""
        shapes: dict[tuple[tuple[str, ...], tuple[str, ...]], list[list[object]]] = defaultdict(list)
        rare: dict[tuple[str, ...], list[dict[str, object]]] = defaultdict(list)
        for each in rows:
            shapes[each.labels, ("iri", *each.properties)].append([each.key, *each.properties.values()])
        work: Work = []
        for (labels, keys), group in shapes.items():
            if self._common((labels, keys), group):
                work.append((cypher.create_shape(labels, keys), group))
            else:
                rare[labels].extend(dict(zip(keys, values, strict=True)) for values in group)
        work += [(cypher.create_nodes(labels), group) for labels, group in rare.items()]
        here = {each.key for each in rows}
        stubs = {
            edge.target: edge.target_iri
            for each in rows
            for edge in each.edges
            if edge.target not in here and edge.target not in self._there
        }
        if stubs:
            work.append((cypher.MERGE_STUBS, [[key, iri] for key, iri in stubs.items()]))
            self._note(stubs, behind)
        return work

    def _links(self, rows: Iterable[Row]) -> Work:
        """Statements that create the relationships of the rows; their nodes must be there."""
        shapes: dict[tuple[tuple[str, bool], ...], list[tuple[str, Sequence[Edge]]]] = defaultdict(list)
        rare: dict[str, list[dict[str, object]]] = defaultdict(list)
        for each in rows:
            plain = [edge for edge in each.edges if edge.predicate is None]
            for start in range(0, len(plain), _TOGETHER):
                edges = plain[start : start + _TOGETHER]
                shapes[tuple([(edge.type, edge.graph is True) for edge in edges])].append((each.key, edges))
            if len(plain) < len(each.edges):
                for edge in each.edges:
                    if edge.predicate:
                        rare[edge.type].append(link_row(each.key, edge))
        work: Work = []
        for types, group in shapes.items():
            if len(types) == 1 or self._common(types, group):
                work.append((cypher.link_shape(types), [_flat(key, edges) for key, edges in group]))
                continue
            for key, together in group:
                for edge in together:
                    rare[edge.type].append(link_row(key, edge))
        return work + [(cypher.create_links(type_), rows_) for type_, rows_ in rare.items()]

    def _common(self, shape: object, group: Sequence[object]) -> bool:
        if shape in self._shapes:
            return True
        if len(group) < _FEW or len(self._shapes) >= _MOST_SHAPES:
            return False
        self._shapes.add(shape)
        return True

    def _note(self, keys: Iterable[str], behind: str) -> None:
        self._there.update(keys)
        if len(self._there) > self._most:
            # Subjects come by key, so that none of these will be created; they are only merged once more.
            self._there = {key for key in self._there if key > behind}
            if len(self._there) > self._most // 2:
                self._all_known = False
                self._there.clear()


def _flat(key: str, edges: Sequence[Edge]) -> list[object]:
    elsewhere = [edge.graph for edge in edges if edge.graph is not True]
    return [key, *[edge.target for edge in edges], *elsewhere]

"""Batches of subjects into a server: the new nodes of each in one transaction, what joins them in another.

The server hands back the internal number of each node that it creates or finds, and relationships are created
between nodes of these numbers: nothing is looked up by its key again, which costs the server a fifth less processor
time. Of what is only pointed at the numbers are kept for later batches, and checked at the end: a number that was
freed meanwhile may have been given to another node.

While the relationships of a batch are written, so are the nodes of the next. The two seldom wait for each other: new
nodes lock keys alone, and all that locks a node that is there is done by the second; where each waits for a key of the
other, the server breaks one off and the driver tries again. A push that ends between leaves nodes with fewer
relationships than they say, which the next push finds.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING, Self

from gestae.graph import neo4j_cypher as cypher
from gestae.graph.neo4j_connection import Connection
from gestae.graph.neo4j_rows import Edge
from gestae.graph.neo4j_write import Change, link_rows, write_changes
from gestae.ontology.errors import QueryError

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

__all__ = ["Batch", "Leaving", "Nodes", "Writer", "write_batches"]

_MOST_NUMBERS = 250_000
_CHECKED = 10_000

Leaving = tuple[str, Sequence[Edge]]
"""The key of a node, and relationships that leave it."""


@dataclass(frozen=True, slots=True)
class Nodes:
    """A statement that writes nodes and returns `numbers` in the order of its `$rows`, and the keys of these."""

    text: str
    keys: Sequence[str]
    rows: Sequence[object]


@dataclass(frozen=True, slots=True)
class Batch:
    """The changes of two transactions.

    `nodes` are new, and `stubs` may be: nodes that are only pointed at. `links` are the relationships of the new
    nodes. `others` are changes of what may be there.
    """

    changes: Sequence[Change]
    nodes: Sequence[Nodes]
    stubs: Sequence[Nodes]
    others: Sequence[Change]
    links: Sequence[Leaving]


def write_batches(connection: Connection, batches: Iterable[Batch]) -> None:
    """Create what is new, and make the rest hold its new rows."""
    with Writer(connection) as writer:
        for batch in batches:
            writer.write(batch)
        writer.check()


class Writer:
    """Writes the batches of one push, and knows the numbers of nodes that are only pointed at.

    A context manager: relationships of one batch are written by a thread while the next batch's nodes are made.
    """

    def __init__(self, connection: Connection, *, most: int = _MOST_NUMBERS) -> None:
        self._connection = connection
        self._most = most
        self.numbers: dict[str, int] = {}
        self._linking: Future[None] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._linked()
        elif issubclass(kind, Exception) and self._linking is not None:
            self._linking.exception()

    def write(self, batch: Batch) -> None:
        """Write the batch.

        What was to be new and is there after all (a connection was lost after the commit, another push came
        between) is written over like the rest.
        """
        try:
            near = self._connection.write(partial(_make, batch=batch))
        except QueryError as error:
            from neo4j.exceptions import ConstraintError

            if not isinstance(error.__cause__, ConstraintError):
                raise
            self._linked()
            again = [replace(change, known=True) for change in batch.changes]
            self._connection.write(partial(write_changes, changes=again))
            return
        far = {
            edge.target: self.numbers[edge.target]
            for _, edges in batch.links
            for edge in edges
            if edge.target in self.numbers
        }
        self.numbers.update((key, near[key]) for each in batch.stubs for key in each.keys)
        self._linked()
        self._linking = _begun(
            partial(self._connection.write, partial(_link, batch=batch, numbers=far | near))
        )
        if len(self.numbers) > self._most:
            self.check()
            self.numbers.clear()

    def check(self) -> None:
        """Have the next push write each subject anew whose relationships went to another node than was meant."""
        self._linked()
        pairs = [[number, key] for key, number in self.numbers.items()]
        for start in range(0, len(pairs), _CHECKED):
            self._connection.run(cypher.MARK_ASTRAY, rows=pairs[start : start + _CHECKED])

    def _linked(self) -> None:
        """Wait for the relationships of the batch before."""
        if self._linking is not None:
            self._linking.result()
            self._linking = None


def _begun(work: Callable[[], None]) -> Future[None]:
    """Have a thread do the work.

    The thread is a daemon: a user who breaks off does not wait for a server that holds it up. No pool has such.
    """
    done: Future[None] = Future()

    def run() -> None:
        try:
            work()
        except BaseException as error:
            done.set_exception(error)
        else:
            done.set_result(None)

    Thread(target=run, daemon=True).start()
    return done


def _make(transaction: "ManagedTransaction", batch: Batch) -> dict[str, int]:
    """Create the nodes of the batch and hand back their numbers by key.

    Results are waited for at the end, so that a statement is packed while the server works on the one before.
    """
    sent = [(each, transaction.run(each.text, rows=each.rows)) for each in (*batch.nodes, *batch.stubs)]
    made: dict[str, int] = {}
    for each, result in sent:
        made.update(zip(each.keys, result.single(strict=True)["numbers"], strict=True))
    return made


def _link(transaction: "ManagedTransaction", batch: Batch, numbers: Mapping[str, int]) -> None:
    """Write what may be there, and the relationships of the new nodes; a node without a number is looked up by key."""
    if batch.others:
        write_changes(transaction, batch.others)
    types: dict[str, int] = {}
    rows: list[list[object]] = []
    alone: list[Leaving] = []
    for key, edges in batch.links:
        number = numbers.get(key)
        for edge in edges:
            target = numbers.get(edge.target)
            if number is None or target is None:
                alone.append((key, (edge,)))
                continue
            row: list[object] = [number, target, types.setdefault(edge.type, len(types)), edge.graph]
            if edge.predicate:
                row.append(edge.predicate)
            rows.append(row)
    if rows:
        transaction.run(cypher.CREATE_LINKS, rows=rows, types=list(types))
    if alone:
        transaction.run(cypher.CREATE_LINKS_BY_KEY, rows=link_rows(alone))

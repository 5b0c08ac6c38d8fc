"""The graph into Neo4j: what differs is written, subject by subject, until the server holds just the source.

Nothing is remembered between runs but what the server itself holds: each node carries the hash of all
statements about its subject, and how many relationships leave it, written in the same transaction as the statements.
A push that dies is completed by the next one, which compares both. Labels, properties and relationships that users
added are not touched.
"""

import gc
import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from itertools import chain
from operator import itemgetter
from typing import TypeVar

from gestae.graph import neo4j_cypher as cypher
from gestae.graph.neo4j_batch import Batch, write_batches
from gestae.graph.neo4j_connection import Connection
from gestae.graph.neo4j_create import Creator
from gestae.graph.neo4j_names import key_name
from gestae.graph.neo4j_rows import Row, fingerprint, link_count, row
from gestae.graph.neo4j_sort import by_subject
from gestae.graph.neo4j_terms import Statement
from gestae.graph.neo4j_write import Change
from gestae.ontology.errors import ServerError

__all__ = ["Pushed", "Source", "Summary", "agrees", "completed", "meta", "push", "summary"]

_BATCH = 10_000
"""Statements a transaction; a literal counts once more for every so many characters."""
_LONG = 1_000
_PAGE = 20_000

Item = TypeVar("Item")
Progress = Callable[[int], None]


@dataclass(frozen=True)
class Source:
    """What is pushed: whose it is, a hash of its content, its statements, and the base of a store's IRIs."""

    origin: str
    digest: str
    statements: Callable[[], Iterable[Statement]]
    base: str | None = None


@dataclass(frozen=True)
class Summary:
    """What a server holds of ours: subjects, relationships, sums of the halves of the subjects' hashes."""

    nodes: int = 0
    links: int = 0
    low: int = 0
    high: int = 0


@dataclass(frozen=True)
class Pushed:
    """What a push did, in subjects; `unchanged` says that nothing had to be compared."""

    written: int
    retired: int
    kept: int
    unchanged: bool = False


def meta(connection: Connection) -> dict[str, object]:
    """What the last push left: `origin`, `digest`, `state` (`pushing`, `complete`), its summary, `base` of a store."""
    found = connection.read(cypher.READ_META)
    return dict(found[0]["meta"]) if found else {}


def summary(connection: Connection) -> Summary:
    """What the server holds now."""
    (nodes,) = connection.read(cypher.SUMMARY)
    (links,) = connection.read(cypher.COUNT_LINKS)
    return Summary(**nodes, **links)


def agrees(held: dict[str, object], now: Summary, digest: str) -> bool:
    """Whether the last push was of this content, was completed, and is still what the server holds."""
    return (
        held.get("state") == "complete"
        and held.get("digest") == digest
        and all(held.get(name) == value for name, value in asdict(now).items())
    )


def completed(source: Source, now: Summary) -> dict[str, object]:
    """What `meta` says after a push of the source that left so much."""
    return {"state": "complete", **_of(source), "digest": source.digest, **asdict(now)}


def _of(source: Source) -> dict[str, object]:
    named = {"origin": source.origin, "base": source.base}
    return {name: value for name, value in named.items() if value}


def push(connection: Connection, source: Source, *, progress: Progress = lambda _: None) -> Pushed:
    """Make the server hold exactly the source; `progress` is called with numbers of statements seen.

    Raises ServerError where the server fails, or was changed by another push meanwhile.
    """
    connection.run(cypher.CREATE_CONSTRAINT)
    connection.run(cypher.AWAIT_INDEXES)
    held = meta(connection)
    known = held.get("digest") == source.digest
    if known and agrees(held, summary(connection), source.digest):
        if source.base != held.get("base"):
            connection.run(cypher.MERGE_META, meta=held | {"base": source.base})
        return Pushed(0, 0, 0, unchanged=True)
    tally = _Tally(progress)
    changes = _changes(tally.counted(_subjects(source)), tally.noted(_hashes(connection)))
    with closing(_ahead(_batches(changes, tally))) as batches:
        # All of the source is read before its first subject comes: an error in its last line changes nothing.
        first = next(batches, None)
        connection.run(cypher.MERGE_META, meta={"state": "pushing", **_of(source)})
        write_batches(connection, chain(() if first is None else (first,), batches))
    if tally.met and (tally.retired or tally.rewritten or held.get("state") != "complete"):
        while connection.run(cypher.DELETE_STUBS)[0]["deleted"]:
            pass
    now, expected = summary(connection), tally.summary()
    if now != expected:
        raise ServerError(
            f"{connection.address.uri}: the graph was changed while it was pushed; run the command again"
        )
    done = completed(source, now)
    connection.run(cypher.MERGE_META, meta=done)
    return Pushed(tally.written, tally.retired, expected.nodes - tally.written)


class _Tally:
    """Running totals of a push."""

    def __init__(self, progress: Progress) -> None:
        self.progress = progress
        self.nodes = self.links = self.low = self.high = 0
        self.written = self.retired = self.rewritten = 0
        self.met = False
        """Whether the server held any node of ours when the push began."""

    def noted(self, hashes: Iterable[tuple[str, int | None]]) -> Iterator[tuple[str, int | None]]:
        for item in hashes:
            self.met = True
            yield item

    def counted(self, subjects: Iterable[list[Statement]]) -> Iterator[tuple[str, int, list[Statement]]]:
        for statements in subjects:
            hash_ = fingerprint(statements)
            self.nodes += 1
            self.links += link_count(statements)
            self.low += hash_ % 2**31
            self.high += hash_ // 2**31
            self.progress(len(statements))
            yield key_name(statements[0].subject), hash_, statements

    def summary(self) -> Summary:
        return Summary(self.nodes, self.links, self.low, self.high)


def _subjects(source: Source) -> Iterator[list[Statement]]:
    # Begun by the first `next`, and so by the thread that goes on with it.
    yield from by_subject(source.statements())


def _hashes(connection: Connection) -> Iterator[tuple[str, int | None]]:
    """Key and hash of each of our nodes, by key; none where it is only pointed at, -1 where it lost links."""
    after = ""
    while page := connection.read(cypher.PAGE_OF_HASHES, after=after, limit=_PAGE):
        for record in page:
            yield record["key"], record["hash"]
        after = page[-1]["key"]


def _changes(
    subjects: Iterator[tuple[str, int, list[Statement]]], hashes: Iterator[tuple[str, int | None]]
) -> Iterator[Change]:
    """What to write and what to retire, from two streams sorted by key."""
    held = next(hashes, None)
    for key, hash_, statements in subjects:
        while held is not None and held[0] < key:
            if held[1] is not None:
                yield Change(Row(held[0], (), {}, ()), 0, known=True)
            held = next(hashes, None)
        known = held is not None and held[0] == key
        if not (known and held is not None and held[1] == hash_):
            yield Change(row(statements, hash_), _size(statements), known=known)
        if known:
            held = next(hashes, None)
    while held is not None:
        if held[1] is not None:
            yield Change(Row(held[0], (), {}, ()), 0, known=True)
        held = next(hashes, None)


def _size(statements: Sequence[Statement]) -> int:
    return len(statements) + sum(map(len, map(_object, statements))) // _LONG


_object = itemgetter(2)


def _ahead(items: Generator[Item, None, None]) -> Generator[Item, None, None]:
    """The same items, the next one made by another thread while the server works on this one.

    All of a source is used in that thread, its end too, since Oxigraph's iterators bear no other.
    """
    with ThreadPoolExecutor(1) as pool, _short_turns():
        try:
            coming = pool.submit(next, items, None)
            while (item := coming.result()) is not None:
                coming = pool.submit(next, items, None)
                yield item
        finally:
            pool.submit(items.close).result()


@contextmanager
def _short_turns() -> Iterator[None]:
    """Let a thread that has heard from the server go on at once: by default it waits 5 ms for the other.

    Rows and statements are many and in no cycle, so the search for cycles, a third of the time, is made rarer.
    """
    before, rare = sys.getswitchinterval(), gc.get_threshold()
    sys.setswitchinterval(0.0001)
    gc.set_threshold(400_000, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*rare)
        sys.setswitchinterval(before)


def _batches(changes: Iterable[Change], tally: _Tally) -> Generator[Batch, None, None]:
    creator = Creator()
    held: list[Change] = []
    size = 0
    for change in changes:
        tally.rewritten += change.known
        tally.written += change.size > 0
        tally.retired += not change.size
        held.append(change)
        size += change.size or 1
        if size >= _BATCH:
            yield creator.batch(held)
            held, size = [], 0
    if held:
        yield creator.batch(held)

"""Statements brought together by subject, however many there are, in bounded memory."""

import marshal
import tempfile
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain, groupby, islice
from operator import itemgetter
from typing import IO, cast

from gestae.graph.neo4j_names import key_name
from gestae.graph.neo4j_terms import Statement

__all__ = ["by_subject"]

_RUN = 150_000
_BLOCK = 1_000


def by_subject(statements: Iterable[Statement], *, run: int = _RUN) -> Iterator[list[Statement]]:
    """The distinct statements of each subject, sorted; subjects in the order of their keys, by code point.

    At most `run` statements are held in memory at a time, and those of one subject; the rest waits in a
    temporary file that has no name.
    """
    long: list[Statement] = []
    source = _short(statements, long)
    with tempfile.TemporaryFile(prefix="gestae-sort-") as spill:
        runs: list[list[int]] = []
        while True:
            chunk = sorted(islice(source, run))
            if len(chunk) < run and not runs:
                merged: Iterable[tuple[str, ...]] = chunk
                break
            if not chunk:
                merged = _merged([_Run(spill, blocks) for blocks in runs])
                break
            runs.append(_spill(spill, chunk))
            del chunk
        # Keys that are hashes begin with `#`, which sorts before all others.
        long.sort(key=lambda item: (key_name(item.subject), item))
        for _, group in groupby(chain(long, merged), key=itemgetter(0)):
            yield _distinct(group)


def _short(statements: Iterable[Statement], long: list[Statement]) -> Iterator[Statement]:
    for item in statements:
        if key_name(item.subject) is item.subject:
            yield item
        else:
            long.append(item)


def _spill(file: IO[bytes], chunk: list[Statement]) -> list[int]:
    offsets = []
    for start in range(0, len(chunk), _BLOCK):
        offsets.append(file.tell())
        marshal.dump([tuple(item) for item in chunk[start : start + _BLOCK]], file)
    return offsets


class _Run:
    """A sorted run in the file, of which the next block is in memory."""

    def __init__(self, file: IO[bytes], offsets: list[int]) -> None:
        self.file = file
        self.offsets = iter(offsets)
        self.block: list[tuple[str, ...]] = []
        self.over = False
        self.fill()

    def fill(self) -> None:
        """Read the next block where this one is used up."""
        if self.block:
            return
        offset = next(self.offsets, None)
        if offset is None:
            self.over = True
        else:
            self.file.seek(offset)
            self.block = marshal.load(self.file)  # noqa: S302  # written by this process, without a name

    def take(self, last: tuple[str, ...]) -> list[tuple[str, ...]]:
        """What of the block is not after `last`, and out of it."""
        end = bisect_right(self.block, last)
        taken, self.block = self.block[:end], self.block[end:]
        return taken


def _merged(runs: list[_Run]) -> Iterator[tuple[str, ...]]:
    # Sorting a few sorted lists, one behind the other, only merges them; it is faster than item by item.
    while runs := [run for run in runs if not run.over]:
        last = min(run.block[-1] for run in runs)
        yield from sorted(chain.from_iterable(run.take(last) for run in runs))
        for run in runs:
            run.fill()


def _distinct(group: Iterable[tuple[str, ...]]) -> list[Statement]:
    items = list(dict.fromkeys(group))
    return cast("list[Statement]", items) if type(items[0]) is Statement else list(map(_as_statement, items))


_as_statement = partial(tuple.__new__, Statement)

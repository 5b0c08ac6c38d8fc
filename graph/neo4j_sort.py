"""Statements brought together by subject, however many there are, in bounded memory."""

import heapq
import marshal
import tempfile
from collections.abc import Iterable, Iterator
from itertools import chain, groupby, islice
from operator import itemgetter
from typing import IO

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
                merged = heapq.merge(*(_read(spill, blocks) for blocks in runs))
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


def _read(file: IO[bytes], offsets: list[int]) -> Iterator[tuple[str, ...]]:
    for offset in offsets:
        file.seek(offset)
        yield from marshal.load(file)  # noqa: S302  # written by this process, to a file without a name


def _distinct(group: Iterable[tuple[str, ...]]) -> list[Statement]:
    return [item if type(item) is Statement else Statement._make(item) for item, _ in groupby(group)]

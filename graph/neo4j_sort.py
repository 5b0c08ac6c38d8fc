"""Statements brought together by subject, however many there are, in bounded memory."""

import marshal
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from heapq import merge
from itertools import chain, groupby, islice
from operator import eq, itemgetter
from typing import IO

from gestae.graph.neo4j_names import key_name
from gestae.graph.neo4j_terms import Statement

__all__ = ["by_subject"]

_RUN = 250_000
_BLOCK = 1_000
_WIDTH = len(Statement._fields)

Group = tuple[str, list[Statement]]
"""The key of a subject and statements about it."""
Place = tuple[int, int]
"""Where a block begins in a file, and its length in bytes."""


def by_subject(statements: Iterable[Statement], *, run: int = _RUN) -> Iterator[list[Statement]]:
    """The distinct statements of each subject, sorted; subjects in the order of their keys, by code point.

    At most `run` statements are held in memory at a time, and those of one subject; the rest waits in a
    temporary file that has no name.
    """
    source = iter(statements)
    with tempfile.TemporaryFile(prefix="gestae-sort-") as spill:
        runs: list[list[Place]] = []
        groups = _grouped(islice(source, run))
        while (after := next(source, None)) is not None:
            runs.append(_spill(spill, groups))
            groups = _grouped(chain((after,), islice(source, run - 1)))
        merged = merge(*(_read(spill, places) for places in runs), groups, key=_key) if runs else groups
        for _, together in groupby(merged, key=_key):
            yield _distinct(list(chain.from_iterable(items for _, items in together)))


_key = itemgetter(0)
_as_statement = partial(tuple.__new__, Statement)


def _grouped(statements: Iterable[Statement]) -> list[Group]:
    """Statements by the key of their subject, in the order of the keys."""
    groups: dict[str, list[Statement]] = defaultdict(list)
    for item in statements:
        groups[item[0]].append(item)
    return sorted(((key_name(subject), items) for subject, items in groups.items()), key=_key)


def _distinct(items: list[Statement]) -> list[Statement]:
    # Nothing stands twice in most files, and neighbours are compared faster than all are hashed.
    items.sort()
    return sorted(set(items)) if any(map(eq, items, islice(items, 1, None))) else items


def _spill(file: IO[bytes], groups: list[Group]) -> list[Place]:
    """Write the groups in blocks of about `_BLOCK` statements, and hand back where they stand."""
    places: list[Place] = []
    keys: list[str] = []
    sizes: list[int] = []
    words: list[str] = []
    for key, items in groups:
        keys.append(key)
        sizes.append(len(items))
        for item in items:
            words += item
        if len(words) >= _BLOCK * _WIDTH:
            places.append((file.tell(), file.write(marshal.dumps((keys, sizes, words)))))
            keys, sizes, words = [], [], []
    places.append((file.tell(), file.write(marshal.dumps((keys, sizes, words)))))
    return places


def _read(file: IO[bytes], places: list[Place]) -> Iterator[Group]:
    for offset, length in places:
        file.seek(offset)
        # `marshal.load` would read a few bytes at a time.
        keys, sizes, words = marshal.loads(file.read(length))  # noqa: S302  # written by this process, without a name
        items = map(_as_statement, zip(*[iter(words)] * _WIDTH, strict=True))
        for key, size in zip(keys, sizes, strict=True):
            yield key, list(islice(items, size))

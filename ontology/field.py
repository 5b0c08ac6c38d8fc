"""The field of policy in force: Turtle files that a user adds to what comes with the package.

A field says which verbs name which actions, which words belong together, and who and what is known; it is
read beside the files of the package by `lexicon`, `english` and `authority`, and goes before them where both
say something of the same verb. It is in force within `using`, in one process and thread.
"""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

__all__ = ["Stamped", "field", "fingerprint", "stamped", "using"]

Stamped = tuple[tuple[Path, int, int], ...]
"""Files, each with the time of its last change in nanoseconds and its size in bytes: a key that changes with them."""

_FIELD: ContextVar[tuple[Path, ...]] = ContextVar("field", default=())


def field() -> tuple[Path, ...]:
    """The files in force, in the order in which they are read."""
    return _FIELD.get()


@contextmanager
def using(files: Iterable[Path]) -> Iterator[None]:
    """Put files in force, in place of those that were."""
    before = _FIELD.set(tuple(files))
    try:
        yield
    finally:
        _FIELD.reset(before)


def stamped(files: Iterable[Path]) -> Stamped:
    """Files as a key for a cache; one that is not there has no time and no size."""
    told = []
    for path in files:
        state = path.stat() if path.is_file() else None
        told.append((path, state.st_mtime_ns, state.st_size) if state else (path, 0, 0))
    return tuple(told)


def fingerprint() -> str:
    """A hash of what the files in force hold, 12 hexadecimal digits; empty where there are none."""
    if not field():
        return ""
    whole = hashlib.sha256()
    for path in field():
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()[:12]

"""Readers: what turns a document into facts.

A reader is a callable `read(document, *, pipeline=None) -> Iterable[Fact]`, registered as an
entry point of the group `gestae.readers`. Whatever it returns is held against the text
(`gestae.loaders.verification`): a fact whose quote does not stand at its offsets, or that is about somebody
whom the document does not name, is refused, never stored.
"""

import hashlib
import inspect
from collections.abc import Iterable
from importlib.metadata import entry_points
from typing import Protocol

from gestae.loaders.verification import verified
from gestae.ontology.errors import GestaeError, ReaderError
from gestae.ontology.facts import Document, Fact, Reading

__all__ = ["BUILT_IN", "GROUP", "Reader", "identity", "read_document", "reader", "readers"]

GROUP = "gestae.readers"
BUILT_IN = "rules"


class Reader(Protocol):
    """What turns a document into facts."""

    def __call__(self, document: Document, *, pipeline: str | None = None) -> Iterable[Fact]:
        """The facts of a document; `pipeline` names the language model that the user asked for, if any."""


def readers() -> list[str]:
    """The names of the readers that are installed."""
    return sorted({BUILT_IN, *(point.name for point in entry_points(group=GROUP))})


def reader(name: str = BUILT_IN) -> Reader:
    """The reader of that name; a `ReaderError` where none is installed or it cannot be loaded."""
    if name == BUILT_IN:
        from gestae.loaders.rules import read

        return read
    for point in entry_points(group=GROUP, name=name):
        try:
            loaded: Reader = point.load()
        except (Exception, SystemExit) as error:  # whatever a module of the user's own raises at import
            raise ReaderError(f"reader {name!r} cannot be loaded: {type(error).__name__}: {error}") from error
        if not callable(loaded):
            raise ReaderError(f"reader {name!r} cannot be called: {point.value} is no function")
        return loaded
    raise ReaderError(f"no reader {name!r} is installed; there are: {', '.join(readers())}")


def identity(name: str) -> str:
    """What tells one state of a reader from another: what it is called, where it is, its source's hash.

    A document is read again when its reader has changed.
    """
    read = reader(name)
    try:
        source = inspect.getsource(inspect.getmodule(read) or read)
    except (OSError, TypeError):
        source = ""
    origin = f"{getattr(read, '__module__', '')}:{getattr(read, '__qualname__', '')}"
    return f"{name} {origin} {hashlib.sha256(source.encode()).hexdigest()}"


def read_document(document: Document, *, reader_name: str = BUILT_IN, pipeline: str | None = None) -> Reading:
    """Read a document and keep the facts whose quotes it holds, in the order of the text.

    Raises:
        ReaderError: there is no such reader or pipeline, or the reader failed on this document.

    """
    read = reader(reader_name)
    try:
        facts = list(read(document, pipeline=pipeline))
    except GestaeError:
        raise
    except (
        Exception,
        SystemExit,
    ) as error:  # whatever a reader of the user's own raises; the others are read
        raise ReaderError(
            f"{document.name}: reader {reader_name!r} failed: {type(error).__name__}: {error}"
        ) from error
    return verified(document, facts)

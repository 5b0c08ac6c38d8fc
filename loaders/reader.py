"""Readers: what turns a document into facts, and the one place where their quotes are checked.

A reader is a callable `read(document, *, pipeline=None) -> Iterable[Fact]`, registered as an
entry point of the group `gestae.readers`. Whatever it returns is held against the text: a fact
whose quote does not stand at its offsets is refused and counted, never stored.
"""

from collections.abc import Iterable
from importlib.metadata import entry_points
from typing import Protocol

from gestae.ontology.errors import GestaeError, ReaderError
from gestae.ontology.facts import Document, Fact, Reading

__all__ = ["BUILT_IN", "GROUP", "Reader", "read_document", "reader", "readers", "verified"]

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
        except (ImportError, AttributeError) as error:
            raise ReaderError(f"reader {name!r} cannot be loaded: {error}") from error
        return loaded
    raise ReaderError(f"no reader {name!r} is installed; there are: {', '.join(readers())}")


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
    except (ValueError, TypeError, LookupError, AttributeError, OSError, RuntimeError) as error:
        raise ReaderError(
            f"{document.name}: reader {reader_name!r} failed: {type(error).__name__}: {error}"
        ) from error
    return verified(document, facts)


def verified(document: Document, facts: Iterable[Fact]) -> Reading:
    """The reading that holds only facts whose quote stands in the document where it says it does."""
    offered = list(facts)
    kept = [fact for fact in offered if _stands(document, fact)]
    kept.sort(key=lambda fact: (fact.quote.start, fact.quote.end, type(fact).__name__, repr(fact)))
    return Reading(document, tuple(dict.fromkeys(kept)), refused=len(offered) - len(kept))


def _stands(document: Document, fact: Fact) -> bool:
    quote = fact.quote
    return (
        0 <= quote.start < quote.end <= len(document.text)
        and document.text[quote.start : quote.end] == quote.text
    )

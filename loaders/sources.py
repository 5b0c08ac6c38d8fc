"""From what the user names (files, folders, `-`) to documents, one after the other."""

import datetime
import hashlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import BinaryIO

from gestae.loaders.files import STDIN, Found, Skipped, files
from gestae.loaders.formats import Source, container_limit
from gestae.loaders.metadata import Metadata, merge, of_name, sidecar
from gestae.loaders.suffixes import EXTRACTORS, largest_file, sniff
from gestae.ontology import iris
from gestae.ontology.errors import BrokenInput, EmptyInput, InputError, TooLarge
from gestae.ontology.facts import Document

__all__ = ["MAX_SIZE", "Sources", "sources"]

MAX_SIZE = 20_000_000
"""Characters of text, and bytes of a text file, that are read unless the user allows more."""


@dataclass(frozen=True, slots=True)
class _Held:
    """The file that came first at an address, and the hash of its text."""

    path: str
    sha256: str


@dataclass
class Sources:
    """The documents that some paths name; what cannot be read comes as an `InputError` among them.

    Each iteration reads the files anew and one at a time, and counts in `skipped` what it passes over
    inside folders; the counts are complete when it ends. So are the `notices`, which say in one line each
    what else became of a file than that it is a document of its own.
    """

    paths: Sequence[str]
    max_size: int = MAX_SIZE
    options: Metadata = field(default_factory=Metadata)
    stdin: BinaryIO | None = None
    skipped: Skipped = field(default_factory=Skipped, init=False)
    notices: list[str] = field(default_factory=list, init=False)

    def __iter__(self) -> Iterator[Document | InputError]:
        self.skipped, self.notices = Skipped(), []
        names: dict[str, str] = {}
        addresses: dict[str, _Held] = {}
        for file in files(self.paths, self.skipped):
            if isinstance(file, InputError):
                yield file
                continue
            try:
                document = self._document(file)
                _distinguish(document, str(file.path), names)
                kept = self._at_its_address(document, str(file.path), addresses)
                if kept is not None:
                    yield kept
            except InputError as error:
                yield error

    def _at_its_address(self, document: Document, path: str, known: "dict[str, _Held]") -> Document | None:
        """The document as it is kept beside one with the same URL: nothing of a copy, another text without the URL."""
        held = known.setdefault(iris.document("", document), _Held(path, document.sha256))
        if held.path == path:
            return document
        shared = f"{path}: has the url of {held.path} ({document.url})"
        if held.sha256 == document.sha256:
            self.skipped.copies += 1
            self.notices.append(f"{shared} and the same text: passed over")
            return None
        self.notices.append(f"{shared} and another text: kept as a document of its own, without the url")
        return replace(document, url=None)

    def _document(self, file: Found) -> Document:
        path = str(file.path)
        piped = path == STDIN
        data = self._read(file)
        suffix = sniff(data) if piped else file.suffix
        limit = largest_file(suffix, self.max_size)
        if len(data) > limit:
            raise TooLarge(path, f"a file of more than {limit:,} bytes: split it, or raise --max-size")
        if not data:
            raise EmptyInput(path, "an empty file")
        extracted = EXTRACTORS[suffix](Source(path, data, self.max_size))
        if len(extracted.text) > self.max_size:
            raise TooLarge(
                path, f"more than {self.max_size:,} characters of text: split it, or raise --max-size"
            )
        if not any(character.isalnum() for character in extracted.text):
            raise EmptyInput(path, "no text in it")
        try:
            beside = {} if piped else sidecar(file.path)
        except ValueError as error:
            raise BrokenInput(path, str(error)) from error
        stamped: Metadata = {"date": extracted.stamped} if extracted.stamped else {}
        layers = (extracted.stated, beside, extracted.said, self.options, of_name(file.path.stem), stamped)
        # What is piped has no name of its own, and two texts with one name would be versions of one document.
        name = f"stdin-{_short_hash(extracted.text)}" if piped else file.name
        return Document(name, extracted.text, **merge(*layers), path=None if piped else path)

    def _read(self, file: Found) -> bytes:
        try:
            if str(file.path) == STDIN:
                return (self.stdin or sys.stdin.buffer).read(container_limit(self.max_size) + 1)
            with file.path.open("rb") as stream:
                return stream.read(largest_file(file.suffix, self.max_size) + 1)
        except OSError as error:
            raise BrokenInput(str(file.path), f"cannot be read ({error.strerror})") from error


def sources(
    paths: Iterable[str],
    *,
    max_size: int = MAX_SIZE,
    date: datetime.date | None = None,
    publisher: str | None = None,
    stdin: BinaryIO | None = None,
) -> Sources:
    """The documents in files, folders and standard input (`-`).

    `date` and `publisher` hold for documents that do not say these themselves. A document is named by its
    path relative to the folder that was given, or by its file name if it was given by itself, in both
    cases without suffix; what is piped by a hash of its text. Of two with the same name in one run, the
    second is refused, since the graph would take it for a new version of the first. Of two with the same URL
    the second is passed over where it is a copy, and else kept without the URL; `Sources.notices` tell.
    """
    options: Metadata = {}
    if date:
        options["date"] = date
    if publisher:
        options["publisher"] = publisher
    return Sources(tuple(paths), max_size, options, stdin)


def _distinguish(document: Document, path: str, known: dict[str, str]) -> None:
    other = known.setdefault(document.name, path)
    if other != path:
        advice = "rename one of them, or give the folder that holds both"
        raise InputError(path, f"has the same name as {other} ({document.name!r}): {advice}")


def _short_hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:10]

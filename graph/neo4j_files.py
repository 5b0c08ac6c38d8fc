"""RDF files and stores as sources and targets of Neo4j, their lexical forms untouched."""

import hashlib
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from pyoxigraph import NamedNode, Quad, RdfFormat, parse, serialize

from gestae.graph.dataset import Store
from gestae.graph.neo4j_additions import GRAPH
from gestae.graph.neo4j_blank import relabelled
from gestae.graph.neo4j_lines import line_statements
from gestae.graph.neo4j_push import Source
from gestae.graph.neo4j_terms import Statement, quads, statements
from gestae.graph.store_digest import store_digest
from gestae.ontology.errors import BrokenInput, GestaeError, InputError, MissingInput, UnknownFormat

__all__ = ["file_source", "rdf_format", "store_source", "write_rdf"]

_FORMATS = {
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
}
_LINES = frozenset({RdfFormat.N_TRIPLES, RdfFormat.N_QUADS})
STORE_ORIGIN = "store"
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_MARK = b"\xef\xbb\xbf"
"""A byte order mark, which some editors put before UTF-8."""
_ADDITIONS = NamedNode(GRAPH)


def rdf_format(path: Path) -> RdfFormat:
    """The format of a file name. Raises UnknownFormat."""
    found = _FORMATS.get(path.suffix.lower())
    if found is None:
        raise UnknownFormat(str(path), f"not an RDF file by its name; use one of {', '.join(_FORMATS)}")
    return found


def file_source(path: Path, *, base: str | None = None) -> Source:
    """An RDF file as it is written, told from others by its path; relative IRIs are resolved against `base`, else
    against the file's own.

    Raises MissingInput, UnknownFormat, and BrokenInput or GestaeError where `base` is none; the statements
    raise BrokenInput where the file does not parse or holds triple terms.
    """
    format_ = rdf_format(path)
    if not path.is_file():
        raise MissingInput(str(path), "no such file")
    if base and not _SCHEME.match(base):
        raise GestaeError(f"{base!r} is no base: an absolute IRI such as https://example.org/ is needed")
    base = base or path.resolve().as_uri()
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    # A base that is no IRI is a mistake of the call, and is found before anything is done.
    for _ in _parsed(path, RdfFormat.TURTLE, base, content=b""):
        pass
    return Source(
        f"file {path.resolve()}", f"{digest} {base}", lambda: relabelled(_read(path, format_, base))
    )


def _read(path: Path, format_: RdfFormat, base: str) -> Iterator[Statement]:
    try:
        yield from _statements(path, format_, base)
    except InputError:
        raise
    except GestaeError as error:
        raise BrokenInput(str(path), str(error)) from error


def _statements(path: Path, format_: RdfFormat, base: str) -> Iterator[Statement]:
    if format_ not in _LINES:
        yield from statements(_parsed(path, format_, base))
        return
    try:
        with path.open("rb") as file:
            file.seek(len(_MARK) if file.read(len(_MARK)) == _MARK else 0)
            yield from line_statements(file, format_)
    except (SyntaxError, ValueError) as error:
        # What is wrong is told with its place in the file, not in the block that was being read.
        for _ in _parsed(path, format_, base):
            pass
        raise BrokenInput(str(path), " ".join(str(error).split())) from error
    except OSError as error:
        raise BrokenInput(str(path), " ".join(str(error).split())) from error


def _parsed(path: Path, format_: RdfFormat, base: str, *, content: bytes | None = None) -> Iterator[Quad]:
    triples_only = format_ in _LINES
    try:
        with path.open("rb") if content is None else io.BytesIO(content) as file:
            file.seek(len(_MARK) if file.read(len(_MARK)) == _MARK else 0)
            yield from parse(file, format=format_, base_iri=None if triples_only else base)
    except (SyntaxError, ValueError, OSError) as error:
        raise BrokenInput(str(path), " ".join(str(error).split())) from error


def store_source(store: Store) -> Source:
    """What a store holds, which must stay open until it is pushed; its folder tells it from others."""
    return Source(
        f"{STORE_ORIGIN} {store.folder.resolve()}",
        store_digest(store, _without_additions(store.quads)),
        lambda: statements(_without_additions(store.quads)),
        store.base,
    )


def _without_additions(stored: Iterable[Quad]) -> Iterator[Quad]:
    # What users added in Neo4j came from there and stays there.
    return (quad for quad in stored if quad.graph_name != _ADDITIONS)


def write_rdf(
    out: BinaryIO, format_: RdfFormat, pulled: Iterable[Statement], prefixes: Mapping[str, str]
) -> None:
    """Write statements to a stream; formats without graphs get the union."""
    items = quads(pulled)
    told = items if format_.supports_datasets else (item.triple for item in items)
    serialize(told, out, format=format_, prefixes=dict(prefixes))

"""The dataset on disk: documents with their graphs and texts, each changed as a whole or not at all."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self

import pyoxigraph as ox

from gestae.graph import folder as place
from gestae.graph.origins import Origins
from gestae.graph.readings import Readings
from gestae.ontology import iris
from gestae.ontology.errors import NotFound, StoreError
from gestae.ontology.facts import Document
from gestae.ontology.terms import DCTERMS, GESTAE, PREFIXES, SCHEMA

if TYPE_CHECKING:
    import rdflib

__all__ = ["Change", "Store", "StoredDocument"]

Change = Literal["new", "changed", "unchanged"]

_UNWRITTEN = 250_000
"""Changed quads that may wait in memory and in the log; Oxigraph alone lets some millions wait, in gigabytes."""


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document of a store; `iri` names it and `version` the version, which is also the name of its graph.

    `date` is ISO 8601; what is not known is `None`.
    """

    iri: str
    version: str
    name: str
    sha256: str
    title: str | None = None
    date: str | None = None
    publisher: str | None = None
    url: str | None = None

    @property
    def graphs(self) -> tuple[ox.NamedNode, ...]:
        """The graphs that hold what this version says, what linking resolved, and what is derived."""
        version = self.version
        return tuple(map(ox.NamedNode, (version, iris.links_graph(version), iris.derived_graph(version))))


class Store:
    """A folder with the graph and the texts it was read from; a context manager.

    Any number of processes may read a store at a time, and one may write it while none reads.
    `quads` is the `pyoxigraph.Store` within, `base` the IRI under which its data live.

    :raises StoreError: if the folder holds no store, or it is in use, damaged, or of another version.
    """

    def __init__(self, folder: str | Path, *, write: bool = False, base: str | None = None) -> None:
        self.folder = Path(folder)
        self.write = write
        if write:
            place.create(self.folder, base)
        self.base = place.opened(self.folder)
        if write and base and base != self.base:
            raise StoreError(
                f"{self.folder}: the data of this store live under {self.base}, not under {base}"
            )
        self.texts = place.Texts(self.folder / "texts")
        self._unwritten = 0
        self._open = ExitStack()
        self._open.enter_context(place.locked(self.folder, write=write))
        try:
            self.quads = self._database()
        except BaseException:
            self._open.close()
            raise

    @classmethod
    def existing(cls, folder: str | Path) -> Self:
        """A store that is there already, to be written: to write would else make one.

        :raises StoreError: as for any other.
        """
        with cls(folder):
            pass
        return cls(folder, write=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Write what is still in memory, let go of texts that no version has any more, and let others in."""
        with self._open:
            if self.write and "quads" in self.__dict__:
                with place.explained(self.folder):
                    self.quads.flush()
                    self.texts.keep(document.sha256 for document in self.documents())
            self.__dict__.pop("quads", None)

    @cached_property
    def readings(self) -> Readings:
        """What was read how."""
        return Readings(self.folder / "readings.tsv")

    @cached_property
    def origins(self) -> Origins:
        """Which file each document was read from."""
        return Origins(self.folder / "origins.tsv")

    @property
    def authority(self) -> ox.NamedNode:
        """The graph of authority data."""
        return ox.NamedNode(iris.authority_graph(self.base))

    @property
    def comparison(self) -> ox.NamedNode:
        """The graph of what comparing statements found; it is derived, and made anew when they change."""
        return ox.NamedNode(iris.comparison_graph(self.base))

    @property
    def judgements(self) -> ox.NamedNode:
        """The graph of what people judged."""
        return ox.NamedNode(iris.judgements_graph(self.base))

    @property
    def prefixes(self) -> dict[str, str]:
        """Prefix → IRI, that of the base (`id:`) among them."""
        return PREFIXES | {"id": self.base}

    def put(self, document: Document, quads: Iterable[ox.Quad]) -> Change:
        """Make the graphs of a document just these, in one transaction; older versions of it are retired.

        `quads` stand in the graphs of the document's version (`StoredDocument.graphs`). A document of the
        same name and text that has another IRI is the same file with other metadata, and is retired too.
        """
        iri = iris.document(self.base, document)
        version = iris.version(iri, document.sha256)
        retired = [
            old
            for old in (*self._versions(iri), *self._named(document.name))
            if old.iri == iri or old.sha256 == document.sha256
        ]
        current = StoredDocument(iri, version, document.name, document.sha256)
        before = set(self._quads_of([*retired, current]))
        after = _normalized(quads)
        if strays := {quad.graph_name for quad in after} - set(current.graphs):
            raise ValueError(f"graphs that are not those of {version}: {sorted(map(str, strays))}")
        if after == before:
            return "unchanged"
        with place.explained(self.folder):
            self.texts.write(document.sha256, document.text)
        self._replace(before - after, after - before)
        for old in {old.iri for old in retired} - {iri}:
            self.readings.drop(old)
            self.origins.drop(old)
        return "changed" if retired else "new"

    def replace(self, document: StoredDocument, quads: Iterable[ox.Quad]) -> bool:
        """Make the graphs of a version that is stored just these; true if that changed anything."""
        before, after = set(self._quads_of([document])), _normalized(quads)
        self._replace(before - after, after - before)
        return before != after

    def put_authority(self, triples: Iterable[ox.Triple]) -> bool:
        """Make the graph of authority data just these; true if that changed anything."""
        return self.put_graph(self.authority, triples)

    def put_graph(self, graph: ox.NamedNode, triples: Iterable[ox.Triple]) -> bool:
        """Make a graph that belongs to no document just these triples; true if that changed anything."""
        before = set(self.quads.quads_for_pattern(None, None, None, graph))
        after = _normalized(ox.Quad(t.subject, t.predicate, t.object, graph) for t in triples)
        self._replace(before - after, after - before)
        return before != after

    def remove(self, called: str) -> StoredDocument:
        """Retire a document by its name or IRI.

        :raises NotFound: if no document, or more than one, is called so.
        """
        document = self.document(called)
        self._replace(set(self._quads_of([document])), set())
        self.readings.drop(document.iri)
        self.origins.drop(document.iri)
        return document

    def document(self, called: str) -> StoredDocument:
        """A document by name (with or without suffix), the last part of its name, or IRI.

        :raises NotFound: if no document, or more than one, is called so.
        """
        import difflib

        known = self.documents()
        stem = called.rpartition("/")[0] + "/" * ("/" in called) + Path(called).stem
        for matches in (
            [one for one in known if called in (one.iri, one.version)],
            [one for one in known if one.name == called],
            [one for one in known if one.name == stem],
            [one for one in known if one.name.rpartition("/")[2] in (called, stem)],
        ):
            if len(matches) == 1:
                return matches[0]
            if matches:
                choice = ", ".join(f"{one.name} <{one.iri}>" for one in matches)
                raise NotFound(f"{called!r} names {len(matches)} documents, give one IRI: {choice}")
        close = difflib.get_close_matches(called, [one.name for one in known], 3, 0.5)
        hint = (
            f"did you mean {' or '.join(map(repr, close))}?"
            if close
            else "`gestae query documents` lists them"
        )
        raise NotFound(f"no document is called {called!r}: {hint}")

    def documents(self) -> list[StoredDocument]:
        """The documents by name, then IRI."""
        found = self.quads.quads_for_pattern(None, DCTERMS.isVersionOf, None)
        documents = (self._described(quad.object, quad.subject) for quad in found)
        return sorted(documents, key=lambda one: (one.name, one.iri, one.version))

    def text(self, sha256: str) -> str:
        """The text of a version.

        :raises StoreError: if it is gone or was changed.
        """
        return self.texts.read(sha256)

    def rdflib(self) -> "rdflib.Dataset":
        """The dataset in rdflib's API, for as long as the store is open; its default graph is the union."""
        import rdflib
        from oxrdflib import OxigraphStore

        dataset = rdflib.Dataset(OxigraphStore(store=self.quads), default_union=True)
        for prefix, iri in self.prefixes.items():
            dataset.bind(prefix, rdflib.URIRef(iri))
        return dataset

    def _database(self) -> ox.Store:
        path = self.folder / "oxigraph"
        with place.explained(self.folder):
            if self.write:
                database = ox.Store(path)
                for log in path.glob("LOG.old.*"):
                    log.unlink(missing_ok=True)
                return database
            if (path / "CURRENT").exists():
                return ox.Store.read_only(str(path))
            return ox.Store()

    def _versions(self, iri: str) -> Iterator[StoredDocument]:
        for quad in self.quads.quads_for_pattern(None, DCTERMS.isVersionOf, ox.NamedNode(iri)):
            yield self._described(quad.object, quad.subject)

    def _named(self, name: str) -> Iterator[StoredDocument]:
        for quad in self.quads.quads_for_pattern(None, GESTAE.name, ox.Literal(name)):
            if isinstance(quad.subject, ox.NamedNode):
                yield from self._versions(quad.subject.value)

    def _described(self, node: object, version: object) -> StoredDocument:
        if not isinstance(node, ox.NamedNode) or not isinstance(version, ox.NamedNode):
            raise StoreError(f"{self.folder}: the store is damaged: a document without an IRI")
        about = {
            quad.predicate: getattr(quad.object, "value", "")
            for subject in (node, version)
            for quad in self.quads.quads_for_pattern(subject, None, None, version)
        }
        return StoredDocument(
            node.value,
            version.value,
            about.get(GESTAE.name, ""),
            about.get(GESTAE.sha256, ""),
            about.get(SCHEMA.name),
            about.get(SCHEMA.datePublished),
            about.get(SCHEMA.publisher),
            about.get(SCHEMA.url),
        )

    def _quads_of(self, documents: Iterable[StoredDocument]) -> Iterator[ox.Quad]:
        for document in documents:
            for graph in document.graphs:
                yield from self.quads.quads_for_pattern(None, None, None, graph)

    def _replace(self, old: set[ox.Quad], new: set[ox.Quad]) -> None:
        """Take quads out and put others in, in one transaction.

        An update of nothing but data: the only way to both remove and add at once that Oxigraph offers.
        """
        with place.explained(self.folder):
            if old:
                self.quads.update(f"DELETE DATA {{ {_data(old)} }} ; INSERT DATA {{ {_data(new)} }}")
            else:
                self.quads.extend(new)
            self._unwritten += len(old) + len(new)
            if self._unwritten > _UNWRITTEN:
                self.quads.flush()
                self._unwritten = 0


def _normalized(quads: Iterable[ox.Quad]) -> set[ox.Quad]:
    """The quads as Oxigraph will give them back, so that they can be compared with what is stored."""
    memory = ox.Store()
    memory.extend(quads)
    return set(memory)


def _data(quads: Iterable[ox.Quad]) -> str:
    return " ".join(f"GRAPH {quad.graph_name} {{ {quad.triple} }}" for quad in quads)

"""From documents to a store: read, link, make triples, put; each document whole or not at all."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache, partial
from importlib.resources import files
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from gestae.ontology import iris
from gestae.ontology.errors import GestaeError, InputError, ReaderError
from gestae.ontology.facts import Document, Reading
from gestae.ontology.terms import AUTHORITY, GESTAE, VERSION

if TYPE_CHECKING:
    from gestae.graph.dataset import Store

__all__ = ["Built", "Settings", "build"]


@dataclass(frozen=True)
class Settings:
    """What decides how documents are read; `jobs` processes share the reading."""

    reader: str = "rules"
    pipeline: str | None = None
    jobs: int = 1

    def __str__(self) -> str:
        """The settings that change what is found, as the graph records them."""
        return f"pipeline={self.pipeline}" if self.pipeline else ""


@dataclass
class Built:
    """What a build did: documents by what became of them, facts by kind, what was refused."""

    documents: Counter[str] = field(default_factory=Counter)
    facts: Counter[str] = field(default_factory=Counter)
    refused: list[GestaeError] = field(default_factory=list)
    unanchored: int = 0


def build(
    store: "Store",
    documents: Iterable[Document | InputError],
    settings: Settings,
    told: Callable[[Document | GestaeError], None] = lambda _: None,
) -> Built:
    """Put every document into the store; one that cannot be read is reported and the rest goes on.

    `told` hears of each document when it is stored, and of each error. A document that was read in
    the same way before is not read again.
    """
    done = Built()
    waiting = _unread(store, documents, settings, done, told)
    for item in _readings(waiting, settings):
        if isinstance(item, GestaeError):
            done.refused.append(item)
            told(item)
            continue
        _put(store, item, settings, done)
        told(item.document)
    if done.documents["new"] or done.documents["changed"]:
        put_authority(store)
    return done


def put_authority(store: "Store") -> None:
    """Keep of the authority files what the store's links point at."""
    from gestae.ontology.authority import authority

    found = {
        quad.object.value
        for quad in store.quads.quads_for_pattern(None, GESTAE.entity, None)
        if isinstance(quad.object, NamedNode) and quad.object.value.startswith(AUTHORITY)
    }
    store.put_authority(authority().triples(found))


def _unread(
    store: "Store",
    documents: Iterable[Document | InputError],
    settings: Settings,
    done: Built,
    told: Callable[[Document | GestaeError], None],
) -> Iterator[Document]:
    for item in documents:
        if isinstance(item, InputError):
            done.refused.append(item)
            told(item)
        elif (iris.document(store.base, item), _fingerprint(item, settings)) in store.readings:
            done.documents["unchanged"] += 1
            told(item)
        else:
            yield item


def _readings(documents: Iterator[Document], settings: Settings) -> Iterator[Reading | ReaderError]:
    read = partial(_read, reader=settings.reader, pipeline=settings.pipeline)
    if settings.jobs == 1:
        yield from map(read, documents)
        return
    from multiprocessing import get_context

    with get_context("spawn").Pool(settings.jobs) as pool:
        yield from pool.imap(read, documents, chunksize=1)


def _read(document: Document, *, reader: str, pipeline: str | None) -> Reading | ReaderError:
    from gestae.loaders.reader import read_document

    try:
        return read_document(document, reader_name=reader, pipeline=pipeline)
    except ReaderError as error:
        return error


def _put(store: "Store", reading: Reading, settings: Settings, done: Built) -> None:
    from gestae.graph.linking import link
    from gestae.loaders.triples import quads
    from gestae.ontology.authority import authority

    document = reading.document
    links = link(reading, authority())
    triples = quads(reading, links, base=store.base, reader=settings.reader, settings=str(settings))
    done.documents[store.put(document, triples)] += 1
    store.readings.add(iris.document(store.base, document), _fingerprint(document, settings))
    done.facts.update(type(fact).__name__.lower() for fact in reading.facts)
    done.unanchored += reading.refused


def _fingerprint(document: Document, settings: Settings) -> str:
    """A hash of all that decides what a reading finds."""
    known = (
        document.name,
        document.sha256,
        document.title,
        str(document.date),
        document.publisher,
        document.url,
    )
    return hashlib.sha256(
        repr((known, settings.reader, settings.pipeline, VERSION, _data())).encode()
    ).hexdigest()[:24]


@lru_cache(maxsize=1)
def _data() -> str:
    """A hash of the ontology and of the reader's weights."""
    parts = [
        p
        for room in ("ontology", "loaders")
        for p in files(f"gestae.{room}").iterdir()
        if p.name.endswith((".ttl", ".json", ".py"))
    ]
    whole = hashlib.sha256()
    for part in sorted(parts, key=lambda p: p.name):
        whole.update(part.read_bytes())
    return whole.hexdigest()

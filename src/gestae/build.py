"""From documents to a store: read, link, make triples, put; each document whole or not at all."""

import hashlib
import shlex
import signal
from collections import Counter, deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, nullcontext
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from gestae.ontology import iris
from gestae.ontology.errors import GestaeError, InputError, ReaderError
from gestae.ontology.facts import Document, Reading
from gestae.ontology.field import field as field_in_force
from gestae.ontology.field import fingerprint, using
from gestae.ontology.terms import GESTAE, VERSION

if TYPE_CHECKING:
    from gestae.graph.dataset import Store
    from gestae.graph.judge import Judge

__all__ = ["Built", "Settings", "build", "put_authority", "settle"]

_ENDS = (".ttl", ".npz", ".py")


@dataclass(frozen=True)
class Settings:
    """What decides how documents are read; `jobs` processes share the reading.

    `imported` is the fingerprint of the authority data that the store holds; a build fills it in.
    """

    reader: str = "rules"
    pipeline: str | None = None
    jobs: int = 1
    imported: str = ""

    def __str__(self) -> str:
        """The settings that change what is found, as the graph records them."""
        told = {"pipeline": self.pipeline, "ontology": fingerprint()}
        return " ".join(f"{name}={value}" for name, value in told.items() if value)


@dataclass
class Built:
    """What a build did: documents by what became of them, facts by kind, what was refused.

    `unfounded` counts facts that a reader returned and that were refused.
    """

    documents: Counter[str] = field(default_factory=Counter)
    facts: Counter[str] = field(default_factory=Counter)
    refused: list[GestaeError] = field(default_factory=list)
    unfounded: int = 0


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
    from gestae.graph.imports import Imports
    from gestae.graph.judge import Judge
    from gestae.loaders.pieces import unread
    from gestae.loaders.reader import BUILT_IN

    imports = Imports(store.folder)
    settings = replace(settings, imported=imports.fingerprint())
    done, judge = Built(), Judge(store, imports.authority())
    judge.follow()
    waiting = _unread(store, documents, settings, done, told)
    with closing(_readings(waiting, settings)) as readings:
        for item in readings:
            try:
                if isinstance(item, ReaderError):
                    raise item
                _put(judge, item, settings, done)
                told(item.document)
                if item.refusals:
                    done.unfounded += len(item.refusals)
                    told(_unfounded(item, settings.reader))
                if not item.facts and _foreign(item, settings):
                    told(GestaeError(f"{item.document.name}: not in English, so nothing was read from it"))
                elif settings.reader == BUILT_IN and (gaps := unread(item.document.text)):
                    told(_endless(item.document, gaps))
            except ReaderError as error:
                done.refused.append(error)
                told(error)
    # Also where nothing is new: the run before may have been broken off before it came to this.
    settle(store)
    return done


def settle(store: "Store") -> None:
    """Bring up to date what rests on all documents together; to be called when they or judgements change.

    That is the authority data that links point at, and what comparing all statements finds.
    """
    from gestae.graph.compared import update

    put_authority(store)
    update(store)


def put_authority(store: "Store") -> None:
    """Keep of the authority files, and of what was imported, what the store's links point at."""
    from gestae.graph.imports import Imports

    found = {
        quad.object.value
        for quad in store.quads.quads_for_pattern(None, GESTAE.entity, None)
        if isinstance(quad.object, NamedNode) and "/entity/" not in quad.object.value
    }
    store.put_authority(Imports(store.folder).authority().triples(found))


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
        elif clash := _taken(store, item):
            done.refused.append(clash)
            told(clash)
        elif (iris.document(store.base, item), _fingerprint(item, settings)) in store.readings:
            _note_origin(store, item)
            done.documents["unchanged"] += 1
            told(item)
            if store.texts.restore(item.sha256, item.text):
                told(GestaeError(f"{item.name}: its text was lost or changed in the store, and is restored"))
        else:
            yield item


def _taken(store: "Store", document: Document) -> InputError | None:
    """Why a document would take the place of another file's: it has its name, which is what tells documents apart.

    Where that file is gone, it was moved or replaced, and where a document has a URL, that is what it is called.
    """
    if document.path is None or document.url:
        return None
    other = store.origins.other(iris.document(store.base, document), document.sha256, document.path)
    if other is None:
        return None
    return InputError(
        document.path,
        f"has the same name as {other}, which was built before ({document.name!r}): rename one of them; or "
        f"`gestae remove {shlex.quote(document.name)}` first, to put this one in its place or to build the folder that "
        "holds both",
    )


def _note_origin(store: "Store", document: Document) -> None:
    if document.path is not None and not document.url:
        store.origins.add(iris.document(store.base, document), document.sha256, document.path)


def _readings(
    documents: Iterator[Document], settings: Settings
) -> Generator[Reading | ReaderError, None, None]:
    """The readings in the order of the documents, never many at a time; to be closed when it is left early."""
    read = partial(_read, reader=settings.reader, pipeline=settings.pipeline)
    if settings.jobs == 1:
        yield from map(read, documents)
        return
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import active_children, get_context

    pool = ProcessPoolExecutor(settings.jobs, get_context("spawn"), _leave_interrupts_to_parent)
    read = partial(read, ontology=field_in_force())
    waiting: deque[Future[Reading | ReaderError]] = deque()
    try:
        for document in documents:
            waiting.append(pool.submit(read, document))
            # Enough to keep every process busy, and no more, whatever the number of documents.
            if len(waiting) >= 4 * settings.jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as error:
        reason = "a process that read was killed, perhaps for want of memory: try again with fewer --jobs"
        raise ReaderError(reason) from error
    finally:
        if waiting:
            for process in active_children():
                process.terminate()
        pool.shutdown(cancel_futures=True)


def _leave_interrupts_to_parent() -> None:
    """Ctrl-C reaches every process of a terminal; the one that started these ends them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _read(
    document: Document, *, reader: str, pipeline: str | None, ontology: tuple[Path, ...] | None = None
) -> Reading | ReaderError:
    """Read a document; a process of its own is told which field is in force."""
    from gestae.loaders.reader import read_document

    try:
        with nullcontext() if ontology is None else using(ontology):
            return read_document(document, reader_name=reader, pipeline=pipeline)
    except ReaderError as error:
        return error


def _put(judge: "Judge", reading: Reading, settings: Settings, done: Built) -> None:
    from gestae.graph.linking import link
    from gestae.loaders.triples import quads

    document = reading.document
    store = judge.store
    links = link(reading, judge.authority)
    triples = quads(reading, links, base=store.base, reader=settings.reader, settings=str(settings))
    done.documents[judge.put(document, triples)] += 1
    store.readings.note(iris.document(store.base, document), _fingerprint(document, settings))
    _note_origin(store, document)
    done.facts.update(type(fact).__name__.lower() for fact in reading.facts)


def _unfounded(reading: Reading, reader: str) -> ReaderError:
    """What became of the facts that the text does not hold; the others of the document are stored."""
    first, *more = reading.refusals
    count = (
        f"{len(reading.refusals)} facts of reader {reader!r} were"
        if more
        else f"a fact of reader {reader!r} was"
    )
    return ReaderError(f"{reading.document.name}: {count} refused{', the first' if more else ''}: {first}")


def _endless(document: Document, gaps: Sequence[tuple[int, int]]) -> GestaeError:
    """What the built-in reader left alone, since no parser takes a sentence of that length."""
    first, *more = gaps
    stretches = f" in {len(gaps)} stretches, the first" if more else ""
    return GestaeError(
        f"{document.name}: {sum(end - start for start, end in gaps):,} characters were not read,{stretches} "
        f"from character {first[0]:,} on, since no sentence ends in them: put full stops or blank lines where sentences end"
    )


def _foreign(reading: Reading, settings: Settings) -> bool:
    """Whether the built-in reader left a text alone because of its language."""
    from gestae.loaders.language import in_english
    from gestae.loaders.reader import BUILT_IN

    return settings.reader == BUILT_IN and in_english(reading.document.text) is False


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
        repr(
            (
                known,
                _reader(settings.reader),
                settings.pipeline,
                settings.imported,
                VERSION,
                _data(),
                fingerprint(),
            )
        ).encode()
    ).hexdigest()[:24]


@lru_cache
def _reader(name: str) -> str:
    from gestae.loaders.reader import BUILT_IN, identity

    return name if name == BUILT_IN else identity(name)


@lru_cache(maxsize=1)
def _data() -> str:
    """A hash of the ontology, of the reader with its weights, and of what links."""
    parts = [
        part
        for room, ends in (("ontology", _ENDS), ("loaders", _ENDS), ("graph", ("linking.py", "context.py")))
        for part in files(f"gestae.{room}").iterdir()
        if part.name.endswith(ends)
    ]
    whole = hashlib.sha256()
    for part in sorted(parts, key=lambda p: p.name):
        whole.update(part.read_bytes())
    return whole.hexdigest()

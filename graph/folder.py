"""The folder of a store: what lies in it, who may open it, and the texts of its documents.

| | |
| --- | --- |
| `gestae-store.json` | format of the store and base IRI of its data; never rewritten |
| `oxigraph/` | the quads |
| `texts/<sha256>.txt` | the text of a version, byte for byte |
| `digest.json` | a digest of the quads (see `gestae.graph.store_digest`) |
| `compared.txt` | a hash of what statements were last compared (see `gestae.graph.compared`) |
| `sketches.npy` | what stands for each text when copies are looked for (see `gestae.graph.sketches`) |
| `readings.tsv` | what was read how (see `gestae.graph.readings`) |
| `origins.tsv` | which file each document was read from (see `gestae.graph.origins`) |
"""

import hashlib
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from pyoxigraph import NamedNode

from gestae.ontology.errors import StoreError
from gestae.ontology.terms import BASE

if sys.platform != "win32":
    import fcntl

__all__ = ["FORMAT", "Texts", "create", "explained", "locked", "opened", "write_whole"]

FORMAT = 1
"""What `gestae-store.json` says of the layout of the folder; a store of a later one is refused."""

_CARD = "gestae-store.json"
_BASE = re.compile(r"https?://[^/?#\s]+/(?:[^?#\s]*[/#])?|[a-z][a-z0-9+.-]*:[^?#\s]*[/#:]", re.IGNORECASE)


def create(folder: Path, base: str | None) -> None:
    """Make a folder a store, unless it is one.

    :raises StoreError: if something else lies in it, or the base IRI is none.
    """
    base = base or BASE
    try:
        if not _BASE.fullmatch(base):
            raise ValueError("it must be an absolute IRI that ends in / or #")
        NamedNode(base)
    except ValueError as error:
        raise StoreError(f"{base!r} cannot be the base of IRIs: {error}") from None
    with explained(folder):
        if folder.is_dir() and any(path.name != f"{_CARD}.new" for path in folder.iterdir()):
            if not (folder / _CARD).exists():
                raise StoreError(
                    f"{folder}: a folder with other things in it, and no gestae store: name a new one"
                )
            return
        folder.mkdir(parents=True, exist_ok=True)
        card = json.dumps({"format": FORMAT, "base": base}, indent=2) + "\n"
        write_whole(folder / _CARD, card.encode())


def opened(folder: Path) -> str:
    """The base IRI of the store in a folder.

    :raises StoreError: if there is none, or one that this version of gestae cannot read.
    """
    try:
        card = json.loads((folder / _CARD).read_bytes())
        version, base = card["format"], str(card["base"])
    except (FileNotFoundError, NotADirectoryError):
        raise StoreError(f"{folder}: no gestae store here: `gestae build` makes one") from None
    except OSError as error:
        raise StoreError(f"{folder}: the store cannot be opened: {error.strerror}") from None
    except (ValueError, KeyError, TypeError):
        raise StoreError(f"{folder}: the store is damaged: {_CARD} cannot be read") from None
    if version != FORMAT:
        raise StoreError(f"{folder}: a store of format {version}, and this gestae reads format {FORMAT}")
    return base


@contextmanager
def locked(folder: Path, *, write: bool) -> Iterator[None]:
    """Keep a store for one writer, or for any number of readers, while it is open.

    RocksDB lets readers in while a process writes and calls the outcome undefined, so this lock is our own.
    The system drops it with the process, however that ends.

    :raises StoreError: at once, if another process holds the store.
    """
    if sys.platform == "win32":
        # Writers are kept apart by RocksDB's own lock.
        yield
        return
    with ExitStack() as stack:
        with explained(folder):
            card = stack.enter_context((folder / _CARD).open("rb"))
        try:
            fcntl.flock(card, (fcntl.LOCK_EX if write else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            other = "reads or writes" if write else "writes"
            raise StoreError(f"{folder}: another process {other} this store: wait until it is done") from None
        yield


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """Turn what the system or the database says into a `StoreError` of one line."""
    try:
        yield
    except (OSError, RuntimeError) as error:
        reason = " ".join(str(error).split())
        if "corrupt" in reason.lower():
            hint = "the store is damaged: restore a copy, or build a new one"
        elif "lock" in reason.lower():
            hint = "another process writes this store: wait until it is done"
        else:
            hint = "the store cannot be used"
        raise StoreError(f"{folder}: {hint} ({reason[:200]})") from error


class Texts:
    """The texts of a store, by the SHA-256 of their UTF-8."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, sha256: str) -> Path:
        """Where a text lies."""
        return self.folder / f"{sha256}.txt"

    def read(self, sha256: str) -> str:
        """A text, exactly as it was loaded.

        :raises StoreError: if it is gone, or is not what its name says.
        """
        try:
            data = self.path(sha256).read_bytes()
        except OSError as error:
            raise StoreError(f"{self.path(sha256)}: the text is missing ({error.strerror})") from None
        if hashlib.sha256(data).hexdigest() != sha256:
            raise StoreError(f"{self.path(sha256)}: the text was changed after it was stored")
        return data.decode()

    def write(self, sha256: str, text: str) -> None:
        """Keep a text; one that is there already is left alone."""
        if not self.path(sha256).exists():
            self.folder.mkdir(exist_ok=True)
            write_whole(self.path(sha256), text.encode())

    def restore(self, sha256: str, text: str) -> bool:
        """Keep a text that is known already; whether it was gone, or was changed after it was stored."""
        data = text.encode()
        try:
            if self.path(sha256).read_bytes() == data:
                return False
        except FileNotFoundError:
            self.folder.mkdir(exist_ok=True)
        write_whole(self.path(sha256), data)
        return True

    def keep(self, known: Iterable[str]) -> None:
        """Let go of all texts but these, and of what a broken-off run left."""
        kept = {self.path(sha256) for sha256 in known}
        for path in self.folder.glob("*"):
            if path not in kept:
                path.unlink(missing_ok=True)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file that is either there as a whole or not at all, whatever breaks off the program."""
    new = path.with_name(f"{path.name}.new")
    try:
        with new.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise

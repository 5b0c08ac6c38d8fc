"""Which files the user means: those named, and those in the folders named."""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from gestae.loaders.suffixes import EXTRACTORS, listed
from gestae.ontology.errors import BrokenInput, InputError, MissingInput, UnknownFormat

__all__ = ["STDIN", "Found", "Skipped", "files"]

STDIN = "-"
_ANNOTATIONS = ".gold.jsonl"
_STORE = "gestae-store.json"
_SIDECAR = ".json"


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: where it is, or `-`, and its name relative to what the user gave, without suffix."""

    path: Path
    name: str

    @property
    def suffix(self) -> str:
        """In lower case, with its dot."""
        return self.path.suffix.lower()


@dataclass(slots=True)
class Skipped:
    """How many files inside folders were not read, and why; none of it is an error.

    `unknown`: of a kind that gestae does not read. `sidecars`: the metadata of a document.
    `annotations`: `*.gold.jsonl`. `hidden`: files and folders whose name begins with a dot. `stores`:
    folders in which gestae keeps a graph. `repeated`: a file or folder that was met before, or given twice.
    `copies`: of a document with the same URL and text.
    """

    unknown: int = 0
    sidecars: int = 0
    annotations: int = 0
    hidden: int = 0
    stores: int = 0
    repeated: int = 0
    copies: int = 0


def files(paths: Iterable[str], skipped: Skipped) -> Iterator[Found | InputError]:
    """The files that are named and those in folders, folder by folder, in the order of their names.

    Links are followed, but nothing is given twice, so a link to a folder above ends there. Files inside
    folders that are not for reading are counted in `skipped`.
    """
    seen: set[object] = set()
    for given in paths:
        if given == STDIN:
            if _is_new(STDIN, seen, skipped):
                yield Found(Path(STDIN), STDIN)
            continue
        try:
            status = Path(given).stat() if given else None
        except (FileNotFoundError, NotADirectoryError, ValueError):
            status = None
        except OSError as error:
            yield _unreadable(Path(given), error)
            continue
        if status is None:
            yield MissingInput(given or "''", "no such file or folder")
        elif stat.S_ISDIR(status.st_mode):
            yield from _folder(Path(given), seen, skipped)
        elif _is_new(_identity(Path(given), status), seen, skipped):
            yield _named(Path(given), status.st_mode)


def _named(path: Path, mode: int) -> Found | InputError:
    if not stat.S_ISREG(mode):
        return _special(path)
    if path.name.endswith(_ANNOTATIONS):
        return UnknownFormat(str(path), "annotations are never read")
    if path.suffix.lower() not in EXTRACTORS:
        kind = f"files of kind {path.suffix!r} are" if path.suffix else "a file without a suffix is"
        return UnknownFormat(str(path), f"{kind} not read: convert it to one of {listed()}")
    return Found(path, path.stem)


def _folder(root: Path, seen: set[object], skipped: Skipped) -> Iterator[Found | InputError]:
    # A stack of its own, since folders may lie deeper than Python's calls may go.
    waiting = [root]
    while waiting:
        path = waiting.pop()
        try:
            status = path.stat()
            if stat.S_ISDIR(status.st_mode):
                if _is_new(_identity(path, status), seen, skipped):
                    waiting += _inside(path, root, skipped)
            elif _is_wanted(path, skipped) and _is_new(_identity(path, status), seen, skipped):
                name = path.relative_to(root).with_suffix("").as_posix()
                yield Found(path, name) if stat.S_ISREG(status.st_mode) else _special(path)
        except InputError as error:
            yield error
        except OSError as error:
            if path.suffix.lower() in EXTRACTORS or not isinstance(error, FileNotFoundError):
                yield _unreadable(path, error)
            else:
                skipped.unknown += 1


def _inside(path: Path, root: Path, skipped: Skipped) -> list[Path]:
    """What a folder holds and does not hide, in the reverse order of names; nothing if it is a store."""
    below = sorted(path.iterdir(), reverse=True)
    if any(entry.name == _STORE for entry in below):
        if path == root:
            raise InputError(str(root), "a gestae store, not a folder of documents")
        skipped.stores += 1
        return []
    shown = [entry for entry in below if not entry.name.startswith(".")]
    skipped.hidden += len(below) - len(shown)
    return shown


def _is_wanted(path: Path, skipped: Skipped) -> bool:
    """Whether to read a file inside a folder; counts it if not."""
    if path.name.endswith(_ANNOTATIONS):
        skipped.annotations += 1
    elif path.suffix.lower() in EXTRACTORS:
        return True
    elif path.suffix == _SIDECAR and any(path.with_suffix(suffix).exists() for suffix in EXTRACTORS):
        skipped.sidecars += 1
    else:
        skipped.unknown += 1
    return False


def _identity(path: Path, status: os.stat_result) -> object:
    """The same for every path to one file; some file systems number none."""
    return (status.st_dev, status.st_ino) if status.st_ino else str(path.absolute())


def _is_new(identity: object, seen: set[object], skipped: Skipped) -> bool:
    if identity in seen:
        skipped.repeated += 1
        return False
    seen.add(identity)
    return True


def _special(path: Path) -> InputError:
    return BrokenInput(str(path), "a pipe, socket or device, not a file: use `-` to read standard input")


def _unreadable(path: Path, error: OSError) -> InputError:
    if isinstance(error, FileNotFoundError):
        return MissingInput(str(path), "a link to nothing, or gone meanwhile")
    return BrokenInput(str(path), f"cannot be read ({error.strerror})")

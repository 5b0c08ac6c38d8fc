"""Which files the user means: those named, and those in the folders named."""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from gestae.loaders.kinds import EXTRACTORS, listed
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
    """

    unknown: int = 0
    sidecars: int = 0
    annotations: int = 0
    hidden: int = 0
    stores: int = 0
    repeated: int = 0


def files(paths: Iterable[str], skipped: Skipped) -> Iterator[Found | InputError]:
    """The files that are named and those in folders, folder by folder, in the order of their names.

    Links are followed, but nothing is given twice, so a link to a folder above ends there. Files inside
    folders that are not for reading are counted in `skipped`.
    """
    seen: set[str] = set()
    for given in paths:
        if given == STDIN:
            if _is_new(STDIN, seen, skipped):
                yield Found(Path(STDIN), STDIN)
            continue
        try:
            mode = Path(given).stat().st_mode if given else 0
        except (FileNotFoundError, NotADirectoryError, ValueError):
            mode = 0
        except OSError as error:
            yield _unreadable(given, error)
            continue
        if not mode:
            yield MissingInput(given or "''", "no such file or folder")
        elif stat.S_ISDIR(mode):
            yield from _folder(Path(given), seen, skipped)
        elif _is_new(given, seen, skipped):
            yield _named(Path(given), mode)


def _named(path: Path, mode: int) -> Found | InputError:
    if not stat.S_ISREG(mode):
        return _special(path)
    if path.name.endswith(_ANNOTATIONS):
        return UnknownFormat(str(path), "annotations are never read")
    if path.suffix.lower() not in EXTRACTORS:
        kind = f"files of kind {path.suffix!r} are" if path.suffix else "a file without a suffix is"
        return UnknownFormat(str(path), f"{kind} not read: convert it to one of {listed()}")
    return Found(path, path.stem)


def _folder(root: Path, seen: set[str], skipped: Skipped) -> Iterator[Found | InputError]:
    if (root / _STORE).exists():
        yield InputError(str(root), "a gestae store, not a folder of documents")
        return
    # A stack of its own, since folders may lie deeper than Python's calls may go.
    waiting = [root] if _is_new(str(root), seen, skipped) else []
    while waiting:
        path = waiting.pop()
        try:
            mode = path.stat().st_mode
            inside = sorted(path.iterdir(), reverse=True) if stat.S_ISDIR(mode) else []
        except FileNotFoundError:
            yield MissingInput(str(path), "a link to nothing")
        except OSError as error:
            yield _unreadable(str(path), error)
        else:
            if stat.S_ISDIR(mode):
                waiting += [below for below in inside if _is_wanted(below, seen, skipped)]
            elif not stat.S_ISREG(mode):
                yield _special(path)
            else:
                yield Found(path, path.relative_to(root).with_suffix("").as_posix())


def _is_wanted(path: Path, seen: set[str], skipped: Skipped) -> bool:
    """Whether to read a file, or enter a folder, inside a folder; counts it if not."""
    if path.name.startswith("."):
        skipped.hidden += 1
    elif path.is_dir():
        if not (path / _STORE).exists():
            return _is_new(str(path), seen, skipped)
        skipped.stores += 1
    elif path.name.endswith(_ANNOTATIONS):
        skipped.annotations += 1
    elif path.suffix.lower() in EXTRACTORS:
        return _is_new(str(path), seen, skipped)
    elif path.suffix == _SIDECAR and any(path.with_suffix(suffix).exists() for suffix in EXTRACTORS):
        skipped.sidecars += 1
    else:
        skipped.unknown += 1
    return False


def _is_new(path: str, seen: set[str], skipped: Skipped) -> bool:
    real = path if path == STDIN else os.path.realpath(path)
    if real in seen:
        skipped.repeated += 1
        return False
    seen.add(real)
    return True


def _special(path: Path) -> InputError:
    return BrokenInput(str(path), "a pipe, socket or device, not a file: use `-` to read standard input")


def _unreadable(path: str, error: OSError) -> InputError:
    return BrokenInput(path, f"cannot be read ({error.strerror})")

"""A digest of what a store holds, remembered for as long as the files of its database stay as they are."""

import hashlib
import json
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from pyoxigraph import Quad

from gestae.graph.dataset import Store

__all__ = ["store_digest"]

_FILE = "digest.json"
_DATA = (".sst", ".log")
_VERSION = 1
"""Raised when the digest of the same quads changes."""


def store_digest(store: Store, quads: Iterable[Quad]) -> str:
    """128 bits in hexadecimal digits over `quads`, a part of the store that is always the same part.

    Reading all quads is what takes long, so the digest is kept beside the database with the names, sizes and
    times of the database's files. RocksDB never changes a byte of these in place: every change makes a file
    longer or makes a new one, and so makes the kept digest void. A store open for writing has no kept digest.
    """
    files = [] if store.write else _files(store.folder / "oxigraph")
    kept = store.folder / _FILE
    if files and (known := _read(kept, files)) is not None:
        return known
    total = 0
    for quad in quads:
        total += int.from_bytes(hashlib.blake2b(str(quad).encode(), digest_size=16).digest())
    digest = f"{total % 2**128:032x}"
    if files and files == _files(store.folder / "oxigraph"):
        _write(kept, {"version": _VERSION, "files": files, "digest": digest})
    return digest


def _files(database: Path) -> list[list[str | int]]:
    if not database.is_dir():
        return []
    with os.scandir(database) as entries:
        found: list[list[str | int]] = [
            [entry.name, entry.stat().st_size, entry.stat().st_mtime_ns]
            for entry in entries
            if entry.name.endswith(_DATA) or entry.name.startswith(("MANIFEST-", "CURRENT"))
        ]
    return sorted(found, key=lambda file: str(file[0]))


def _read(kept: Path, files: list[list[str | int]]) -> str | None:
    # Anything but a digest of just these files, a damaged one too, is as good as none.
    with suppress(OSError, ValueError, AttributeError):
        read = json.loads(kept.read_text("utf-8"))
        if read.get("version") == _VERSION and read.get("files") == files:
            return str(read["digest"]) if "digest" in read else None
    return None


def _write(kept: Path, content: dict[str, object]) -> None:
    # A store that may not be written to is read all the same.
    pending = kept.with_name(f".{_FILE}.{os.getpid()}")
    with suppress(OSError):
        pending.write_text(json.dumps(content), "utf-8")
        pending.replace(kept)

"""Sketches of texts that are kept with a store, so that each text is sketched once.

The file only saves work: where it is missing or damaged, the texts are sketched again.
"""

import io
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

from gestae.graph.folder import write_whole
from gestae.graph.near_duplicates import SIZE, Sketch, sketch

__all__ = ["Sketches"]

_ROW = np.dtype([("sha256", "S64"), ("length", "<u2"), ("hashes", "<u8", (SIZE,))])


class Sketches:
    """The sketches of texts by their SHA-256; a context manager, which at its end keeps those that were asked for.

    `text` gives a stored text by its SHA-256.
    """

    def __init__(self, path: Path, text: Callable[[str], str]) -> None:
        self._path = path
        self._text = text
        self._kept = _read(path)
        self._used: dict[str, Sketch] = {}

    def of(self, sha256: str) -> Sketch:
        """The sketch of a text."""
        if sha256 not in self._used:
            kept = self._kept.get(sha256)
            self._used[sha256] = sketch(self._text(sha256)) if kept is None else kept
        return self._used[sha256]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None and self._used.keys() != self._kept.keys():
            write_whole(self._path, _written(self._used))


def _written(sketches: dict[str, Sketch]) -> bytes:
    rows = np.zeros(len(sketches), _ROW)
    for row, (sha256, hashes) in zip(rows, sorted(sketches.items()), strict=True):
        row["sha256"], row["length"] = sha256.encode(), len(hashes)
        row["hashes"][: len(hashes)] = hashes
    out = io.BytesIO()
    np.save(out, rows, allow_pickle=False)
    return out.getvalue()


def _read(path: Path) -> dict[str, Sketch]:
    try:
        rows = np.load(path, allow_pickle=False)
    except (OSError, ValueError, EOFError):
        return {}
    if rows.dtype != _ROW:
        return {}
    return {row["sha256"].decode(): row["hashes"][: row["length"]].astype(np.uint64) for row in rows}

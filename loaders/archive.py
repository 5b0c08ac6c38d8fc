"""Arrays in one file whose bytes depend on nothing but the arrays."""

import io
import zipfile
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["lines", "packed", "text"]


def packed(arrays: Mapping[str, NDArray[Any]]) -> bytes:
    """A NumPy archive (`.npz`, compressed); `numpy.load` opens it. The same arrays give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, array in arrays.items():
            part = io.BytesIO()
            np.lib.format.write_array(part, np.asanyarray(array), allow_pickle=False)
            # A ZipInfo made by hand carries no clock time.
            archive.writestr(zipfile.ZipInfo(f"{name}.npy"), part.getvalue(), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def text(words: "list[str] | tuple[str, ...]") -> NDArray[np.uint8]:
    """Words as an array: UTF-8, one a line."""
    return np.frombuffer("\n".join(words).encode(), dtype=np.uint8)


def lines(array: NDArray[Any]) -> list[str]:
    """The words of such an array."""
    return array.tobytes().decode().split("\n")

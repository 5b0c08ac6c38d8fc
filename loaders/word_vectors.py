"""Words as vectors that lie near each other where words are used alike.

`word_vectors.npz` was made by `benchmarks/fidelity/word_vectors.py` from public documents of the White
House: lemmas described by their neighbours in the parse (positive pointwise mutual information, reduced by a
singular value decomposition; Levy, Goldberg and Dagan, "Improving Distributional Similarity with Lessons
Learned from Word Embeddings", 2015). It lets what was learned of "prosecute" tell of "indict".
"""

import io
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from gestae.loaders.archive import lines

__all__ = ["DATA", "DIMENSIONS", "SCALE", "vector"]

DATA = "word_vectors.npz"
DIMENSIONS = 60
SCALE = 127
"""The vectors are stored as whole numbers, this many times their length."""
_UNKNOWN: NDArray[np.float32] = np.zeros(DIMENSIONS, dtype=np.float32)


def vector(lemma: str, *, verb: bool) -> NDArray[np.float32]:
    """The vector of a lemma in lower case, `DIMENSIONS` numbers of length one at most; zeros for an unknown word."""
    rows, vectors = _known()
    first, second = ("V", "N") if verb else ("N", "V")
    row = rows.get(f"{first}:{lemma}", rows.get(f"{second}:{lemma}"))
    return _UNKNOWN if row is None else vectors[row]


@lru_cache(maxsize=1)
def _known() -> tuple[dict[str, int], NDArray[np.float32]]:
    data = (files("gestae.loaders") / DATA).read_bytes()
    with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        words = lines(arrays["words"])
        vectors = arrays["vectors"].astype(np.float32) / SCALE
    return {word: row for row, word in enumerate(words)}, vectors

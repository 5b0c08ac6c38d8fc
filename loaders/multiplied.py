"""Matrix products of the pipeline as NumPy does them, on one thread: most of what a parse costs.

spaCy multiplies with BLIS. The OpenBLAS that NumPy brings has kernels for more kinds of processors: products of the
sizes that the small English pipeline has went at 98 GFlop/s instead of 34 on an AMD EPYC with AVX-512. Its threads do
not pay for matrices as small as these, so reading keeps to one; `--jobs` is there for more processors.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING

from thinc.api import get_current_ops, use_ops
from threadpoolctl import ThreadpoolController

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["multiplying", "on_one_thread"]


def multiplying(load: "Callable[[], Language]") -> "Language":
    """The pipeline that `load` loads, with its products done by NumPy; on a GPU, or where a library of the machine's maker does them, as it comes."""
    if get_current_ops().name != "numpy":
        return load()
    with use_ops("numpy", use_blis=False):
        return load()


@contextmanager
def on_one_thread() -> Iterator[None]:
    """Meanwhile NumPy multiplies on one thread; afterwards on as many as before."""
    with _libraries().limit(limits=1, user_api="blas"):
        yield


@lru_cache(maxsize=1)
def _libraries() -> ThreadpoolController:
    return ThreadpoolController()

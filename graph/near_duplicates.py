"""Copies of one text: documents that share most of their words in the same order.

Each text is sketched by the smallest hashes of its runs of words, and two sketches estimate which share of
all runs the texts have in common (Broder, "On the resemblance and containment of documents", 1997, the
bottom-k form). Texts meet only where they share one of their smallest hashes, so that the work grows with
the texts and not with their pairs. It is our own because it then takes numpy alone and a millisecond a text.
"""

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

__all__ = ["RESEMBLANCE", "SIZE", "Sketch", "copies", "resemblance", "sketch"]

Sketch = NDArray[np.uint64]

RESEMBLANCE = 0.85
"""Share of the runs of words of two texts, taken together, from which they are copies of one.

Letters of one form with other names in them share about half.
"""

_RUN = 5
SIZE = 128
"""Hashes that a sketch has at most."""
_MEETING = 24
"""Smallest hashes by which texts meet."""
_SHARED = 8
"""How many of these two texts must have in common before they are compared; copies share about twenty."""
_CROWD = 200
"""Texts that may share one hash; what more of them share is boilerplate, by which none need meet."""
_FACTOR = np.uint64(0x9E3779B97F4A7C15)  # 2**64 / golden ratio: spreads hashes (Knuth, TAOCP 3, 6.4)
_WORD = re.compile(r"\w+")


def sketch(text: str) -> Sketch:
    """At most 128 hashes that stand for a text, ascending; capitals and punctuation do not count."""
    words = np.fromiter((_hash(word) for word in _WORD.findall(text.lower())), np.uint64)
    if len(words) < _RUN:
        return np.unique(words)
    runs = np.zeros(len(words) - _RUN + 1, np.uint64)
    for offset in range(_RUN):
        runs = (runs ^ words[offset : offset + len(runs)]) * _FACTOR
        runs ^= runs >> np.uint64(29)
    found = np.unique(runs)
    return found[:SIZE]


def resemblance(one: Sketch, other: Sketch) -> float:
    """The share of the runs of two texts that stand in both, estimated from 0 to 1."""
    both = np.union1d(one, other)[:SIZE]
    if not len(both):
        return 0.0
    shared = np.isin(both, one) & np.isin(both, other)
    return float(shared.mean())


def copies(
    texts: Iterable[str], drawn: Callable[[str], Sketch], least: float = RESEMBLANCE
) -> Mapping[str, str]:
    """Which of the named texts is a copy of which: each maps to the first one, in the order given.

    `drawn` gives the sketch of a named text. A text that is nobody's copy, or the first of its kind, is
    left out.
    """
    names = list(texts)
    sketches = {name: drawn(name) for name in names}
    meeting: defaultdict[int, list[str]] = defaultdict(list)
    first: dict[str, str] = {}
    for name in names:
        own = [int(number) for number in sketches[name][:_MEETING]]
        near = Counter(other for number in own for other in meeting[number])
        for other, shared in near.items():
            if shared >= min(_SHARED, len(own)) and resemblance(sketches[name], sketches[other]) >= least:
                first[name] = first.get(other, other)
                break
        for number in own:
            if len(meeting[number]) < _CROWD:
                meeting[number].append(name)
    return first


@lru_cache(maxsize=200_000)
def _hash(word: str) -> int:
    data = word.encode("utf-8", "surrogatepass")
    return zlib.crc32(data) << 32 | zlib.adler32(data)

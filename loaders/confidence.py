"""How sure an action is: a logistic model over its clause, what stands around it, and what its words mean.

The weights in `confidence.npz` were fitted by `benchmarks/fidelity/train.py` on annotated
documents. Of a proposed action the model gives the probabilities that an annotator would record
it as a fact that must be found, as a borderline fact, or not at all.
"""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from math import exp

import numpy as np
from numpy.typing import NDArray

from gestae.loaders.archive import lines, packed, text
from gestae.loaders.meaning import Meaning

__all__ = ["WEIGHTS", "Judgement", "Model", "dumps", "loads", "model"]

WEIGHTS = "confidence.npz"
_NUMBERS = ("weights", "words", "context", "usual")


@dataclass(frozen=True, slots=True)
class Judgement:
    """The probabilities that a proposed action is a fact, a borderline fact, and none; they sum to one."""

    fact: float
    borderline: float
    wrong: float

    @property
    def right(self) -> float:
        """The probability that the text says it at all."""
        return self.fact + self.borderline


@dataclass(frozen=True)
class Model:
    """What was learned; the columns of the weights are for fact, borderline and wrong, or for the `moods.MOODS`.

    `names` are the features and `weights` a row for each; `words` and `context` hold a row for each number of a
    `Meaning`, and `usual` the context where there is none to look at. `least` are the least odds to be kept.
    """

    names: tuple[str, ...]
    weights: NDArray[np.float32]
    words: NDArray[np.float32]
    context: NDArray[np.float32]
    usual: NDArray[np.float32]
    least: float

    def judge(self, features: Iterable[str], about: Meaning | None = None) -> Judgement:
        """What it says of a proposed action; unknown features count nothing."""
        return Judgement(*self.chances(features, about))

    def chances(self, features: Iterable[str], about: Meaning | None = None) -> list[float]:
        """The softmax of the summed weights, a probability for each column."""
        known = self._rows
        rows = list(filter(None, map(known.get, dict.fromkeys(features))))
        summed = [sum(column) for column in zip(*rows, strict=True)] or [0.0] * self.weights.shape[1]
        if about is not None:
            words, context = about
            meant = words @ self.words + (self.usual if context is None else context) @ self.context
            summed = [one + other for one, other in zip(summed, meant.tolist(), strict=True)]
        most = max(summed)
        odds = [exp(one - most) for one in summed]
        whole = sum(odds)
        return [one / whole for one in odds]

    def keeps(self, judgement: Judgement) -> bool:
        """Whether an action is worth telling: a fact and an error weigh against each other, borderline facts do not."""
        return judgement.fact >= self.least * (judgement.fact + judgement.wrong)

    @cached_property
    def _rows(self) -> dict[str, list[float]]:
        return dict(zip(self.names, self.weights.tolist(), strict=True))


@lru_cache(maxsize=2)
def model(name: str = WEIGHTS) -> Model:
    """A fitted model that comes with the package."""
    return loads((files("gestae.loaders") / name).read_bytes())


def dumps(fitted: Model) -> bytes:
    """A model as a NumPy archive: `names` as UTF-8, one a line, half floats, and `least`.

    The same model gives the same bytes.
    """
    numbers = {name: getattr(fitted, name).astype(np.float16) for name in _NUMBERS}
    return packed(
        {"names": text(fitted.names), **numbers, "least": np.asarray(fitted.least, dtype=np.float64)}
    )


def loads(data: bytes) -> Model:
    """The model of an archive that `dumps` wrote."""
    with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        numbers = {name: arrays[name].astype(np.float32) for name in _NUMBERS}
        return Model(names=tuple(lines(arrays["names"])), **numbers, least=float(arrays["least"]))

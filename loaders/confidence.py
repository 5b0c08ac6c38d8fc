"""How sure an action is: a logistic model over the features of its clause and of what stands around it.

The weights in `confidence.npz` were fitted by `benchmarks/fidelity/train.py` on annotated
documents. Of a proposed action the model gives the probabilities that an annotator would record
it as a fact that must be found, as a borderline fact, or not at all.
"""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from gestae.loaders.archive import lines, packed, text

__all__ = ["WEIGHTS", "Judgement", "Model", "dumps", "loads", "model"]

WEIGHTS = "confidence.npz"


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
    """The names of features, a row of three weights for each (fact, borderline, wrong), and the least odds to be kept."""

    names: tuple[str, ...]
    weights: NDArray[np.float32]
    least: float

    def judge(self, features: Iterable[str]) -> Judgement:
        """The softmax of the summed weights; unknown features count nothing."""
        known = self._rows
        rows = {row for name in features if (row := known.get(name)) is not None}
        summed = self.weights[sorted(rows)].sum(axis=0, dtype=np.float64)
        chances = np.exp(summed - summed.max())
        fact, borderline, wrong = (chances / chances.sum()).tolist()
        return Judgement(fact, borderline, wrong)

    def keeps(self, judgement: Judgement) -> bool:
        """Whether an action is worth telling: a fact and an error weigh against each other, borderline facts do not."""
        return judgement.fact >= self.least * (judgement.fact + judgement.wrong)

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {name: row for row, name in enumerate(self.names)}


@lru_cache(maxsize=1)
def model() -> Model:
    """The fitted model that comes with the package."""
    return loads((files("gestae.loaders") / WEIGHTS).read_bytes())


def dumps(fitted: Model) -> bytes:
    """A model as a NumPy archive: `names` as UTF-8, one a line, `weights` as half floats, and `least`.

    The same model gives the same bytes.
    """
    return packed(
        {
            "names": text(fitted.names),
            "weights": fitted.weights.astype(np.float16),
            "least": np.asarray(fitted.least, dtype=np.float64),
        }
    )


def loads(data: bytes) -> Model:
    """The model of an archive that `dumps` wrote."""
    with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        return Model(
            tuple(lines(arrays["names"])), arrays["weights"].astype(np.float32), float(arrays["least"])
        )

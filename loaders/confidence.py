"""How sure an action is: a logistic model over the features of its clause.

The weights in `confidence.json` were fitted by `benchmarks/fidelity/train.py` on annotated
documents. Of a proposed action the model gives the probabilities that an annotator would record
it as a fact that must be found, as a borderline fact, or not at all.
"""

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

__all__ = ["Judgement", "Model", "model"]


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
    """Weights by feature, three each (fact, borderline, wrong), and the least odds at which an action is kept."""

    weights: dict[str, tuple[float, float, float]]
    least: float

    def judge(self, features: Iterable[str]) -> Judgement:
        """The softmax of the summed weights; unknown features count nothing."""
        a = b = c = 0.0
        weights = self.weights
        for feature in features:
            found = weights.get(feature)
            if found is not None:
                a += found[0]
                b += found[1]
                c += found[2]
        top = max(a, b, c)
        x, y, z = math.exp(a - top), math.exp(b - top), math.exp(c - top)
        total = x + y + z
        return Judgement(x / total, y / total, z / total)

    def keeps(self, judgement: Judgement) -> bool:
        """Whether an action is worth telling: a fact and an error weigh against each other, borderline facts do not."""
        return judgement.fact >= self.least * (judgement.fact + judgement.wrong)


@lru_cache(maxsize=1)
def model() -> Model:
    """The fitted model that comes with the package."""
    data = json.loads((files("gestae.loaders") / "confidence.json").read_text(encoding="utf-8"))
    return Model({name: (w[0], w[1], w[2]) for name, w in data["weights"].items()}, data["least"])

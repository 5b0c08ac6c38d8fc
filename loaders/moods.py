"""The modality of an action where what stands around it tells more than its own clause.

The rules of `modality` look at auxiliaries and at what governs a predicate. A bullet of a plan ("Build capacity …") and
one of a list of deeds look alike to them. A second model, of the same form as that of `confidence`, knows the kind of
document, the block and the neighbours; it may overrule the rules where it is far surer of another modality. Of
words that it never saw, such as those that another field adds, it knows nothing, and the rules stand.
"""

from collections.abc import Iterable

from gestae.loaders.confidence import Model, model
from gestae.loaders.meaning import Meaning
from gestae.ontology.facts import Modality

__all__ = ["MOODS", "WEIGHTS", "settled"]

WEIGHTS = "moods.npz"
"""Fitted by `benchmarks/fidelity/train.py`; its `least` is how much surer of another modality the model must be."""
MOODS: tuple[Modality, ...] = ("factual", "planned", "directed", "hypothetical")
"""What the columns of its weights stand for."""


def settled(
    by_rule: Modality, features: Iterable[str], about: Meaning | None, fitted: Model | None = None
) -> Modality:
    """The modality by rule, or another that is likelier by more than the model's `least`."""
    weights = fitted or model(WEIGHTS)
    chances = dict(zip(MOODS, weights.chances(features, about), strict=True))
    other = max(MOODS, key=lambda mood: chances[mood])
    return other if chances[other] - chances[by_rule] > weights.least else by_rule

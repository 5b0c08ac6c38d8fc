import numpy as np
import pytest

from gestae.loaders.confidence import Model
from gestae.loaders.meaning import CONTEXT, WORDS
from gestae.loaders.moods import MOODS, settled
from gestae.ontology.facts import Modality

NAMES = ("block=plan", "block=log")
LIKELY = np.zeros((len(NAMES), len(MOODS)), dtype=np.float32)
LIKELY[0, MOODS.index("planned")] = 2
LIKELY[1, MOODS.index("planned")] = 0.2
SMALL = Model(
    NAMES,
    LIKELY,
    np.zeros((WORDS, len(MOODS)), dtype=np.float32),
    np.zeros((CONTEXT, len(MOODS)), dtype=np.float32),
    np.zeros(CONTEXT, dtype=np.float32),
    0.3,
)


def test_what_is_far_likelier_overrules_the_rules() -> None:
    assert settled("factual", ["block=plan"], None, SMALL) == "planned"


def test_what_is_a_little_likelier_does_not() -> None:
    assert settled("factual", ["block=log"], None, SMALL) == "factual"


@pytest.mark.parametrize("mood", MOODS)
def test_of_words_never_seen_the_rules_stand(mood: Modality) -> None:
    assert settled(mood, ["verb=greenlight"], None, SMALL) == mood


@pytest.mark.parametrize("mood", MOODS)
def test_the_package_has_weights_for_every_modality(mood: Modality) -> None:
    assert settled(mood, [f"modality={mood}"], None) in MOODS

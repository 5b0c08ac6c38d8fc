import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gestae.loaders.confidence import Judgement, Model, dumps, loads
from gestae.loaders.meaning import CONTEXT, WORDS

NAMES = ("role=main", "role=purpose", "who=name")
NONE = np.zeros((WORDS, 3), dtype=np.float32)
SMALL = Model(
    NAMES,
    np.array([[1, 0, -1], [-2, 0.5, 1.5], [0.5, 0, -0.5]], dtype=np.float32),
    NONE,
    np.full((CONTEXT, 3), [0.5, 0, -0.5], dtype=np.float32),
    np.zeros(CONTEXT, dtype=np.float32),
    0.4,
)
CHANCE = st.floats(0, 1)


@given(st.lists(st.sampled_from((*NAMES, "never=seen"))))
def test_probabilities_lie_in_0_to_1_and_sum_to_one(names: list[str]) -> None:
    told = SMALL.judge(names)
    assert all(0 <= p <= 1 for p in (told.fact, told.borderline, told.wrong, told.right))
    assert told.fact + told.borderline + told.wrong == pytest.approx(1)


def test_what_the_model_never_saw_says_nothing() -> None:
    assert SMALL.judge(["never=seen"]) == SMALL.judge([])
    assert SMALL.judge(["who=name", "never=seen"]) == SMALL.judge(["who=name"])


def test_the_same_features_in_another_order_or_twice_are_the_same_judgement() -> None:
    assert SMALL.judge(["who=name", "role=main"]) == SMALL.judge(["role=main", "who=name", "role=main"])


@given(CHANCE, CHANCE)
def test_borderline_facts_weigh_neither_for_nor_against(fact: float, share: float) -> None:
    whole = Judgement(fact, 0.0, 1 - fact)
    thinned = Judgement(fact * share, 1 - share, (1 - fact) * share)
    if share > 1e-6 and abs(fact - SMALL.least) > 1e-6:
        assert SMALL.keeps(whole) == SMALL.keeps(thinned)


def test_a_model_is_the_same_bytes_each_time_and_comes_back() -> None:
    data = dumps(SMALL)
    back = loads(data)
    assert data == dumps(back)
    assert (back.names, back.least) == (SMALL.names, SMALL.least)
    assert np.array_equal(back.weights, SMALL.weights)


def test_without_a_context_the_usual_one_is_taken() -> None:
    words = np.zeros(WORDS, dtype=np.float32)
    usual, other = np.zeros(CONTEXT, dtype=np.float32), np.ones(CONTEXT, dtype=np.float32)
    assert SMALL.judge(["who=name"], (words, None)) == SMALL.judge(["who=name"], (words, usual))
    assert SMALL.judge(["who=name"], (words, None)) != SMALL.judge(["who=name"], (words, other))

import numpy as np

from gestae.loaders.word_vectors import vector


def near(one: str, other: str, *, verb: bool) -> float:
    return float(vector(one, verb=verb) @ vector(other, verb=verb))


def test_words_that_are_used_alike_lie_near_each_other() -> None:
    assert near("launch", "unveil", verb=True) > 2 * abs(near("launch", "prosecute", verb=True))
    assert near("guidance", "guideline", verb=False) > 2 * abs(near("guidance", "trafficker", verb=False))


def test_no_vector_is_longer_than_one_and_an_unknown_word_has_none() -> None:
    assert np.linalg.norm(vector("launch", verb=True)) < 1.01
    assert not vector("zyzzyva", verb=True).any()

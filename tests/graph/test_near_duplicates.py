import random
import string

from hypothesis import given
from hypothesis import strategies as st

from gestae.graph.near_duplicates import copies, resemblance, sketch

WORDS = [a + b for a in string.ascii_lowercase for b in ("oat", "ier", "ane", "ope")]


def text(seed: int, length: int = 600) -> str:
    pick = random.Random(seed)  # noqa: S311
    return " ".join(pick.choice(WORDS) + pick.choice(WORDS) for _ in range(length))


def found(**texts: str) -> dict[str, str]:
    return dict(copies(texts, lambda name: sketch(texts[name])))


def test_a_text_with_another_headline_is_a_copy_of_the_first() -> None:
    assert found(first=text(1), other=text(2), later=f"FOR THE PRESS. {text(1)}") == {"later": "first"}


def test_capitals_and_punctuation_do_not_make_another_text() -> None:
    assert found(first=text(1), loud=text(1).upper().replace(" ", ", ")) == {"loud": "first"}


def test_copies_of_copies_point_at_the_first() -> None:
    assert found(a=text(1), b=f"{text(1)} one", c=f"{text(1)} one two") == {"b": "a", "c": "a"}


def test_letters_of_one_form_are_no_copies() -> None:
    form = "Dear {0}, the Ministry of {1} has the honor to send {2} boats to {3}. " * 20
    texts = {str(n): form.format(*(text(n * 9 + i, 4) for i in range(4))) for n in range(5)}
    assert not copies(texts, lambda name: sketch(texts[name]))


def test_empty_texts_copy_nothing() -> None:
    assert found(a="", b="", c="word") == {}


@given(st.text(), st.text())
def test_resemblance_is_a_share_and_has_no_direction(one: str, other: str) -> None:
    assert 0 <= resemblance(sketch(one), sketch(other)) == resemblance(sketch(other), sketch(one)) <= 1

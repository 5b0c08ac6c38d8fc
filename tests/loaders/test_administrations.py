from datetime import date

import pytest

from gestae.loaders.administrations import administrations, term_of
from gestae.ontology.authority import authority


@pytest.mark.parametrize(
    ("text", "dated", "said", "period"),
    [
        (
            "In the Biden Administration, it met.",
            date(2025, 2, 26),
            "in the biden administration",
            "2021-01-20/2025-01-20",
        ),
        (
            "He served during the Obama-Biden Administration.",
            date(2021, 4, 7),
            "during the obama-biden administration",
            "2009-01-20/2017-01-20",
        ),
        (
            "Rates fell under the first Trump Administration.",
            date(2026, 4, 18),
            "under the first trump administration",
            "2017-01-20/2021-01-20",
        ),
        (
            "It closed under the previous administration.",
            date(2022, 1, 5),
            "under the previous administration",
            "2017-01-20/2021-01-20",
        ),
    ],
)
def test_an_administration_of_the_past_gives_its_time(text: str, dated: date, said: str, period: str) -> None:
    assert {k: str(v) for k, v in administrations(text, authority(), dated).items()} == {said: period}


@pytest.mark.parametrize(
    "text",
    [
        "Under the Biden-Harris Administration, jobs grew.",
        "In the Harbor Administration, rates fell.",
        "It was the Obama Administration’s plan.",
    ],
)
def test_who_governs_now_and_others_give_none(text: str) -> None:
    assert not administrations(text, authority(), date(2022, 1, 5))


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("The first Trump Administration", "2017-01-20/2021-01-20"),
        ("the first Harbor Administration", None),
        ("The Obama Administration", None),
        ("The first board of the Trump Administration", None),
    ],
)
def test_who_acts_is_dated_where_the_words_tell_of_which_term(words: str, period: str | None) -> None:
    term = term_of(words, authority(), date(2026, 4, 18))
    assert (str(term) if term else None) == period


def test_a_name_of_two_administrations_gives_no_time() -> None:
    assert administrations("In the Bush Administration, it met.", authority(), date(2024, 2, 6)) == {}

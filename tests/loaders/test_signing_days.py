"""The days that a sentence gives for a signing."""

from datetime import date

import pytest

from gestae.loaders.signing_days import signing_days
from gestae.ontology.authority import authority

PAGE = date(2025, 9, 1)


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("On Friday, June 14, 2024, he signed an order.", "2024-06-13", "2024-06-15"),
        ("On Friday he signed an order.", "2025-08-28", "2025-08-30"),
        ("On October 3, he signed an order.", "2024-10-02", "2024-10-04"),
        ("In his first week in office, he signed an order.", "2025-01-20", "2025-01-27"),
        ("In the first week of his second term, he signed an order.", "2025-01-20", "2025-01-27"),
        ("This year, he signed an order.", "2025-01-01", "2025-09-01"),
        ("Last year, he signed an order.", "2024-01-01", "2024-12-31"),
    ],
)
def test_the_sentence_says_when(sentence: str, first: str, last: str) -> None:
    found = signing_days(sentence, PAGE, authority())
    assert found == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "sentence",
    [
        "In the first week of harvest, the President signed an order.",
        "On day one of the fair, the President signed an order.",
    ],
)
def test_what_else_begins_is_no_term_of_office(sentence: str) -> None:
    assert signing_days(sentence, PAGE, authority()) == (None, None)

"""People listed with their offices: each is one, whatever the parser makes of the commas."""

from collections.abc import Callable

import pytest

from gestae.loaders.clauses import clauses
from gestae.loaders.parse import Parsed, Sentence
from gestae.loaders.phrases import core
from gestae.loaders.rosters import listed_with

Say = Callable[..., Parsed]


def test_each_of_a_list_acts(sentence: Callable[[str], Sentence]) -> None:
    said = sentence(
        "Deputy Attorney General Jane Roe, Deputy Secretary of State for Management and Resources Richard Doe, Acting Deputy Secretary "
        "of Homeland Security Mary Poe, and Director of the Office of Harbor Policy John Lee visited Norway."
    )
    [clause] = [c for c in clauses(said.tokens) if c.verb.lower_ == "visited"]
    assert [core(s).text for s in clause.subjects] == [
        "Deputy Attorney General Jane Roe",
        "Deputy Secretary of State for Management and Resources Richard Doe",
        "Acting Deputy Secretary of Homeland Security Mary Poe",
        "Director of the Office of Harbor Policy John Lee",
    ]


def test_a_body_before_an_office_is_named_whole(sentence: Callable[[str], Sentence]) -> None:
    said = sentence(
        "Today, Secretary of Ports Ann Lee, Office of Locks and Canals Director Max Roe, and National Harbor Advisor Jo Day "
        "are opening forty piers."
    )
    [clause] = [c for c in clauses(said.tokens) if c.verb.lower_ == "opening"]
    assert [core(s).text for s in clause.subjects] == [
        "Secretary of Ports Ann Lee",
        "Office of Locks and Canals Director Max Roe",
        "National Harbor Advisor Jo Day",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Secretary of Labor, the Attorney General, and the Director of National Intelligence met.",
        "The Secretary of Health and Human Services and the Director of National Drug Control Policy met.",
        "Mayor Jane Roe met the board.",
    ],
)
def test_offices_alone_are_no_list_of_people(sentence: Callable[[str], Sentence], text: str) -> None:
    assert not any(listed_with(t) for t in sentence(text).tokens)

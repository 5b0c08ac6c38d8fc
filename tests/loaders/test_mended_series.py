"""Several who act together are all told, though the parser takes one of them for another name of the one before."""

from collections.abc import Callable

import pytest

Deeds = Callable[[str], list[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "OpenAI, Oracle, and Related Digital are investing more than $7 billion in a data center in Salem.",
            ["OpenAI", "Oracle", "Related Digital"],
        ),
        (
            "Schools, early care programs, and health departments can promote vaccination in many ways.",
            ["Schools", "early care programs", "health departments"],
        ),
        (
            "The Director of National Ports, the Attorney General, the Secretary of Commerce, and, as appropriate, "
            "the heads of other relevant agencies, shall provide pertinent information to the Council.",
            [
                "Director of National Ports",
                "Attorney General",
                "Secretary of Commerce",
                "heads of other relevant agencies",
            ],
        ),
        (
            "President Roe, Prime Minister Doe, and Chancellor Lee condemned the attack.",
            ["President Roe", "Prime Minister Doe", "Chancellor Lee"],
        ),
    ],
)
def test_each_of_a_list_acts(deeds: Deeds, text: str, expected: list[str]) -> None:
    assert [who for who, _, _ in deeds(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jane Roe, the mayor, and John Doe visited the pier.", ["Jane Roe", "John Doe"]),
        ("Jane Roe, Secretary of Labor, and John Doe visited the pier.", ["Jane Roe", "John Doe"]),
        ("Two officials, the mayor and the clerk, met the crew.", ["Two officials"]),
        ("Acme, a shipyard in Salem, and Boreas donated $5 million.", ["Acme", "Boreas"]),
        ("The Council, the oldest body of its kind, and the Mint published a plan.", ["Council", "Mint"]),
    ],
)
def test_what_describes_somebody_acts_not_by_itself(deeds: Deeds, text: str, expected: list[str]) -> None:
    assert [who for who, _, _ in deeds(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme, Boreas, and Cygnus have pledged nets.", ["Acme", "Boreas", "Cygnus"]),
        ("Senators Roe, Doe, and Lee introduced the bill.", ["Senator Roe", "Senator Doe", "Senator Lee"]),
        (
            "The Mayor, Governor Doe, and Secretary Lee visited Dover.",
            ["Mayor", "Governor Doe", "Secretary Lee"],
        ),
        ("Acme, a rope maker, and Boreas pledged nets.", ["Acme", "Boreas"]),
        (
            "Representatives Doe (Salem), Lee (Dover), and Roe (Ulm) introduced the bill.",
            ["Representative Doe", "Representative Lee", "Representative Roe"],
        ),
    ],
)
def test_a_list_opens_a_clause(deeds: Deeds, text: str, expected: list[str]) -> None:
    assert [who for who, _, _ in deeds(text)] == expected


def test_a_name_for_an_office_is_no_further_one(deeds: Deeds) -> None:
    assert "Jane Roe" not in [who for who, _, _ in deeds("The Mayor, Jane Roe, and the Warden met crews.")]

"""Who sits in Congress by the title before the name."""

from collections.abc import Callable

import pytest

Told = Callable[[str], set[tuple[str, str]]]
SENATE = "United States Senate"
HOUSE = "United States House of Representatives"


def test_lists_of_senators_and_representatives(told: Told) -> None:
    text = "Thank you to Senators Ann Lee, Poe, Doe, and Moe, Speaker Hall and Representatives Max Roe and Day for their work."
    assert told(text) == {(name, SENATE) for name in ("Ann Lee", "Poe", "Doe", "Moe")} | {
        (name, HOUSE) for name in ("Max Roe", "Day")
    }


def test_a_list_that_others_end(told: Told) -> None:
    text = "Thank you to Representatives Roe, Doe, Moe, and many others for their leadership."
    assert told(text) == {(name, HOUSE) for name in ("Roe", "Doe", "Moe")}


def test_titles_that_are_cut_and_homes_in_brackets(told: Told) -> None:
    text = "The bill was led by Sen. Ann Lee (D-OH) and Rep. Max Roe (R-SC)."
    assert told(text) == {("Ann Lee", SENATE), ("Max Roe", HOUSE)}


def test_a_list_with_states_and_districts(told: Told) -> None:
    text = "Thank you to Senators Ann Lee (AZ), Jan Poe (NC), and Moe Hale (ND), as well as Representatives Max Roe (NY-04) and Kay Day (AK-AL)."
    assert told(text) == {(name, SENATE) for name in ("Ann Lee", "Jan Poe", "Moe Hale")} | {
        (name, HOUSE) for name in ("Max Roe", "Kay Day")
    }


def test_one_lawmaker_by_surname_and_in_full_is_told_once(told: Told) -> None:
    text = "Senator Jane Q. Roe spoke. Senator Roe’s bill passed, and Senator Roe thanked Senator Ann O’Hara."
    assert told(text) == {("Jane Q. Roe", SENATE), ("Ann O’Hara", SENATE)}


def test_a_surname_shared_by_the_two_chambers_stands_for_no_one_of_the_other(told: Told) -> None:
    text = "Thank you to Senators Poe, Moe, and Roe, and to Representatives Jane Roe and Doe. Representative Roe spoke."
    senators = {(name, SENATE) for name in ("Poe", "Moe", "Roe")}
    assert told(text) == senators | {("Jane Roe", HOUSE), ("Doe", HOUSE)}


@pytest.mark.parametrize(
    "text",
    [
        "U.S. Trade Representative Jane Roe met Special Representative John Doe.",
        "Senators of both parties and Representatives from Ohio were there.",
        "Ohio Senator Jane Roe spoke to the state legislature.",
        "The Representative Office in Oslo is closed.",
        "State Representative Jane Roe praised the pier.",
    ],
)
def test_who_is_no_lawmaker_of_the_nation(told: Told, text: str) -> None:
    assert not {group for _, group in told(text)} & {SENATE, HOUSE}

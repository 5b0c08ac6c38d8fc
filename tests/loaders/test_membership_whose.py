"""Whose Senate it is, who follows line by line, and with whom a body was made."""

from collections.abc import Callable

import pytest

Told = Callable[[str], set[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Ohio Senate Majority Leader John Poe met the mayor of Ulm.", {("John Poe", "Ohio Senate")}),
        ("Texas Senate Minority Leader John Poe met the mayor of Ulm.", {("John Poe", "Texas Senate")}),
        ("New York Senate Democratic Leader John Poe met the mayor of Ulm.", {("John Poe", "New York Senate")}),
        ("The French Senate Majority Leader John Poe met the mayor of Ulm.", {("John Poe", "French Senate")}),
        ("Canadian Senate Deputy Leader John Poe met the mayor of Ulm.", {("John Poe", "Canadian Senate")}),
        ("Ohio's Senate Majority Leader John Poe met the mayor of Ulm.", set()),
        ("In Ohio, Senate Majority Leader John Poe opposed the bill in Columbus.", set()),
        ("In Ohio on Monday, Senate Majority Leader John Poe opposed the bill.", set()),
        ("In Columbus, Ohio, Senate Majority Leader John Poe opposed the bill.", set()),
    ],
)  # fmt: skip
def test_senates_of_states_and_of_other_countries(told: Told, text: str, pairs: set[tuple[str, str]]) -> None:
    assert told(text) == pairs


@pytest.mark.parametrize(
    "opening",
    ["", "The ", "And ", "Yesterday ", "US ", "U.S. ", "In Washington, ", "In March, ", "Mayor Poe and "],
)
def test_the_senate_of_the_nation(told: Told, opening: str) -> None:
    assert ("Jane Roe", "United States Senate") in told(
        f"{opening}Senate Majority Leader Jane Roe welcomed it."
    )


@pytest.mark.parametrize(
    "told_of",
    [
        "gave the following reasons:\n\n- Cost\n\n- Time",
        "met the following mayors:\n\n- John Poe\n\n- Max Webber",
        "thanked the following sponsors:\n\n- Acme\n\n- Boreas",
        "asked the following questions:\n\n- Cost\n\n- Time",
    ],
)
@pytest.mark.parametrize("seat", ["serves on the Harbor Board", "sits on the Harbor Council"])
def test_what_who_sits_on_a_body_lists_is_no_member(told: Told, seat: str, told_of: str) -> None:
    assert {member for member, _ in told(f"Jane Roe, who {seat}, {told_of}")} <= {"Jane Roe"}


@pytest.mark.parametrize("link", ["with", "along with", "together with", "alongside"])
def test_with_whom_somebody_sits_on_a_body(told: Told, link: str) -> None:
    text = f"The Pier Office will sit on the Harbor Board {link} the following agencies:\n\n- Tide Agency\n\n- Lock Agency"
    assert told(text) >= {("Tide Agency", "Harbor Board"), ("Lock Agency", "Harbor Board")}


@pytest.mark.parametrize(
    "text",
    [
        "The Council compared the Harbor Group with Norway and Chile.",
        "Mayor Roe shared the plans of the Harbor Group with Norway and Chile.",
        "The police charged the Lock Network with Norway and Chile.",
        "The Council ended its Ports Alliance with Norway and Chile.",
        "Ministers discussed the Harbor Pact with Norway and Chile.",
        "The Council opened talks at the Harbor Forum with leaders from Norway and Chile.",
        "They found the Harbor Group with Norway and Chile.",
        "Ghana did not launch the Harbor Pact with Norway and Chile.",
        "If tolls fall, Ghana will launch the Harbor Pact with Norway and Chile.",
        "Ghana might launch the Harbor Pact with Norway and Chile.",
        "Ghana refused to form the Harbor Pact with Norway and Chile.",
        "Ghana urged Kenya to form the Harbor Pact with Norway and Chile.",
        "Ghana abandoned plans to form the Harbor Pact with Norway and Chile.",
        "Ghana opposed launching the Harbor Pact with Norway and Chile.",
        "Ghana launched the Harbor Pact [LINK] with Norway and Chile.",
    ],
)
def test_what_is_done_with_others_makes_them_no_members(told: Told, text: str) -> None:
    assert not {"Norway", "Chile"} & {member for member, _ in told(text)}


@pytest.mark.parametrize(
    "made",
    [
        "Ghana joined the Harbor Pact",
        "Ghana founded the new Harbor Pact",
        "Ghana announced the launch of the Harbor Pact",
        "Ghana will set up the Harbor Pact",
        "Ministers met in Ulm, launching the Harbor Pact",
        "At a press conference on 2 May Ghana launched its Harbor Pact",
    ],
)
def test_those_with_whom_a_body_is_made_are_members(told: Told, made: str) -> None:
    assert told(f"{made} with Norway and Chile.") >= {("Norway", "Harbor Pact"), ("Chile", "Harbor Pact")}

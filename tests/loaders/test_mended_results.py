"""What an act brings about is told, where the parser loses the verb that says so."""

from collections.abc import Callable

import pytest

Deeds = Callable[[str], list[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The new law forces owners to mend roofs.",
            [("new law", "force", "owners"), ("owners", "mend", "roofs")],
        ),
        (
            "The storm destroyed the pier, halting work on the ferry terminal.",
            [("storm", "destroy", "pier"), ("storm", "halt", "work on the ferry terminal")],
        ),
        (
            "The Act will fund new ferries, in turn creating jobs on the coast.",
            [("Act", "fund", "new ferries"), ("Act", "create", "jobs on the coast")],
        ),
        (
            "The fund will help Dover build new ferries.",
            [("fund", "help", "Dover build new ferries"), ("Dover", "build", "new ferries")],
        ),
        (
            "The Council raised wages and expanded benefits for crews.",
            [("Council", "raise", "wages"), ("Council", "expand", "benefits for crews")],
        ),
        (
            "The first thing the Mayor did was sign the Harbor Act.",
            [("Mayor", "do", "first thing"), ("Mayor", "sign", "Harbor Act")],
        ),
        ("The Harbor Council is in talks with Norway.", [("Harbor Council", "talk", "Norway")]),
    ],
)
def test_who_brings_about_what(deeds: Deeds, text: str, told: list[tuple[str, str, str]]) -> None:
    assert deeds(text) == told


def test_those_helped_did_not_what_describes_them(deeds: Deeds) -> None:
    told = deeds("The Council is helping recently arrived families find homes.")
    assert "arrive" not in {verb for _, verb, _ in told}
    assert ("Council", "help", "recently arrived families find homes") in told


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The storm destroyed the pier, fishing boats, and nets.", "fish"),
        ("The Council inspected new boats and renovated docks.", "renovate"),
    ],
)
def test_what_describes_a_thing_is_no_act(deeds: Deeds, text: str, verb: str) -> None:
    assert verb not in {done for _, done, _ in deeds(text)}


@pytest.mark.parametrize(
    ("text", "leaders"),
    [
        ("He met Jane Roe, John Doe, and Ann Lee, who lead the crews.", ["Jane Roe", "John Doe", "Ann Lee"]),
        ("He met Jane Roe, John Doe, and Ann Lee, who leads the crews.", ["Ann Lee"]),
    ],
)
def test_several_lead_and_one_leads(deeds: Deeds, text: str, leaders: list[str]) -> None:
    assert [who for who, verb, _ in deeds(text) if verb == "lead"] == leaders


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("The Council thanked the crews and Mayor Roe signed the Act.", ("Mayor Roe", "sign", "Act")),
        ("It is the policy of Norway to exercise its powers to impose fines.", ("Norway", "impose", "fines")),
        (
            "The Council tried to end the shortage while the pier remains closed, including working with owners.",
            ("Council", "work", "owners"),
        ),
    ],
)
def test_the_one_who_acts_and_not_the_one_before(deeds: Deeds, text: str, deed: tuple[str, str, str]) -> None:
    assert deed in deeds(text)


def test_a_name_behind_and_may_be_an_object(deeds: Deeds) -> None:
    told = deeds("The Council met owners, crews and Mayor Roe and signed a pact.")
    assert ("Council", "sign", "pact") in told

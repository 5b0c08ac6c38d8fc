"""Clauses that stand side by side are told apart, though the parser runs them together."""

from collections.abc import Callable

import pytest

from gestae.ontology.facts import Action

Deeds = Callable[[str], list[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The EPA banned asbestos, the FDA approved three vaccines, and the CDC updated its guidance.",
            ("Environmental Protection Agency", "ban", "asbestos"),
        ),
        (
            "Last month alone, employers added 303,000 jobs and wages rose by four percent.",
            ("employers", "add", "303,000 jobs"),
        ),
        ("The program created jobs and incomes rose.", ("program", "create", "jobs")),
        (
            "Founded in 1916 by President Wilson, the National Park Service manages 430 sites.",
            ("National Park Service", "manage", "430 sites"),
        ),
        ("Smith pleaded guilty to wire fraud on Monday.", ("Smith", "plead", "wire fraud")),
        ("The Department has cut wait times by half.", ("Department", "cut", "wait times")),
        ("The Office, together with the Mint, arrested six men.", ("Office", "arrest", "six men")),
        ("The Office, together with the Mint, arrested six men.", ("Mint", "arrest", "six men")),
        ("Both the Department and its partners opened locks.", ("Department", "open", "locks")),
    ],
)
def test_each_clause_has_its_own(deeds: Deeds, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in deeds(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Board mended piers and locks.", [("Board", "mend", "piers and locks")]),
        (
            "The Board mended piers and locks and opened a port.",
            [("Board", "mend", "piers and locks"), ("Board", "open", "port")],
        ),
        (
            "Founded by Mayor Roe, the Board runs piers.",
            [("Mayor Roe", "found", "Board"), ("Board", "run", "piers")],
        ),
    ],
)
def test_what_is_not_run_together_stays(
    deeds: Deeds, text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert deeds(text) == expected


def test_how_often_is_no_object(deeds: Deeds) -> None:
    assert all(
        what != "times" for _, _, what in deeds("The Governor cut taxes three times and met five times.")
    )


@pytest.mark.parametrize(
    ("text", "verb", "modality", "denied"),
    [
        (
            "The Secretary is directed to report to Congress and, if necessary, propose laws.",
            "propose",
            "directed",
            False,
        ),
        ("The agency did not consult tribes, nor did it publish a notice.", "publish", "factual", True),
        ("Neither the Department nor its contractors will disclose the data.", "disclose", "planned", True),
        ("Both the Department and its contractors will disclose the data.", "disclose", "planned", False),
        ("The Board opened locks, and it published a notice.", "publish", "factual", False),
        ("President Biden to Announce New Actions to Lower Costs", "announce", "planned", False),
    ],
)
def test_how_far_it_is_done(
    acted: Callable[[str], list[Action]], text: str, verb: str, modality: str, *, denied: bool
) -> None:
    told = [a for a in acted(text) if a.verb == verb]
    assert told
    assert {(a.modality, a.negated) for a in told} == {(modality, denied)}


@pytest.mark.parametrize(
    "text", ["On Tuesday the Warden signed the bill.", "Last Tuesday the Warden signed the bill."]
)
def test_a_day_is_no_part_of_a_name(deeds: Deeds, text: str) -> None:
    assert deeds(text) == [("Warden", "sign", "bill")]

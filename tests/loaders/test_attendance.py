"""Whom a list of those present names."""

from collections.abc import Callable

import pytest

from gestae.loaders.attendance import present
from gestae.loaders.cast import cast_of
from gestae.loaders.lists import listed
from gestae.loaders.outline import Implied, lines
from gestae.loaders.parse import Parsed
from gestae.loaders.timeline import timeline

Say = Callable[..., Parsed]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee, Master of Ports, City of Ulm", ["Ann Lee"]),
        ("Governor Ann Marie Lee", ["Governor Ann Marie Lee"]),
        ("Max Roe, Jr.", ["Max Roe, Jr."]),
        ("President Ada von der Au, Alpine Union", ["President Ada von der Au"]),
        (
            "Deputy Assistant to the Mayor for Ports and Director of the Harbor Board Jo Day (Chair)",
            ["Jo Day"],
        ),
        ("Minister of Ports, Locks and Roads Jo Day, Norway", ["Jo Day"]),
        ("Director of the Harbor Board, Jo Day", ["Jo Day"]),
        ("Director of the Harbor Board", ["Director of the Harbor Board"]),
        ("Rope & Anchor Society", ["Rope & Anchor Society"]),
        (
            "Harbor Bank\nFerry Fund\nDock Workers United",
            ["Harbor Bank", "Ferry Fund", "Dock Workers United"],
        ),
        ("Ann Lee, Member of the Harbor\nBoard", ["Ann Lee"]),
        (
            "Ann Lee, Harbor Bank Jo Day, Senior Economist, City of Ulm Max Roe, Ferry Board Ida Au, Docks Inc",
            ["Ann Lee", "Jo Day", "Max Roe", "Ida Au"],
        ),
        ("Owners of ferries:", []),
        ("The need to mend piers and open locks", []),
    ],
)
def test_a_line_names_who_was_present(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in present(text)] == expected


def taking_part(parsed: Parsed) -> list[str]:
    cast = cast_of(parsed)
    times = timeline(parsed, ())
    return [
        found.action.actor.text
        for line in lines(parsed, cast, Implied(), times)
        if line.pending
        for found in listed(line.sentence, line.pending, cast)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Participants in the meeting included:\n\nJo Day, Harbor Bank\n\nFerry Owners\n\n- Ann Lee, Docks United\n- Max Roe",
            ["Jo Day", "Ann Lee", "Max Roe"],
        ),
        (
            "Outside Participants in the Meeting\n\nJo Day, Harbor Bank Ann Lee, Docks United Max Roe, Ferry Board\n\n"
            "Government Participants\n\nIda Au, Ports Bureau",
            ["Jo Day", "Ann Lee", "Max Roe", "Ida Au"],
        ),
        ("At the meeting, participants will discuss:\n\n- Harbor Bank", ["participants"]),
        (
            "Attendees at the meeting included:\n\nDirector of the Harbor Board Jo Day\n\nHarbor Repairs",
            ["Jo Day"],
        ),
    ],
)
def test_each_of_those_listed_took_part(say: Say, text: str, expected: list[str]) -> None:
    assert taking_part(say(text)) == expected

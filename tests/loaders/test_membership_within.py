"""Parts of a body right behind its name, behind "its", and within a department."""

from collections.abc import Callable

import pytest

Told = Callable[[str], set[tuple[str, str]]]

_JUSTICE = "Department of Justice"
_PIERS = {("Office of Pier Grants", _JUSTICE)}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("The Department of Justice Pier Rights Division filed suit.", {("Pier Rights Division", _JUSTICE)}),
        ("The U.S. Department of Justice Office of Legal Counsel paid for it.", {("Office of Legal Counsel", _JUSTICE)}),
        ("The Department of Justice announced that its Office of Pier Grants (OPG) would pay for it.", _PIERS),
        ("The Department of Justice will double the staff of its Office of Pier Grants.", _PIERS),
        ("The Office of Pier Programs at the Department of Justice will pay for it.", {("Office of Pier Programs", _JUSTICE)}),
        ("The Office of Pier Grants in the Department of Justice will pay for it.", _PIERS),
        ("The Office of Pier Grants, within DOJ, will pay for it.", _PIERS),
        ("The Federal Bureau of Investigation, within the Department of Justice, met.", {("Federal Bureau of Investigation", _JUSTICE)}),
        ("Treasury's Office of Pier Grants will pay for it.", {("Office of Pier Grants", "Department of the Treasury")}),
        ("The Harbor Committee's Subcommittee on Piers met.", {("Subcommittee on Piers", "Harbor Committee")}),
        ("There is established within the Department of Justice the Pier Studio.", {("Pier Studio", _JUSTICE)}),
        ("The Secretary shall establish within the Department of Justice a Center for Pier Safety.", {("Center for Pier Safety", _JUSTICE)}),
        ("The Department of Justice, through its Office of Pier Grants and ATF, paid.", _PIERS),
    ],
)  # fmt: skip
def test_parts_of_a_body(told: Told, text: str, pairs: set[tuple[str, str]]) -> None:
    assert pairs <= told(text)
    assert {name for name, _ in told(text)} <= {name for name, _ in pairs} | {
        "ATF",
        "Bureau of Alcohol, Tobacco, Firearms and Explosives",
    }


@pytest.mark.parametrize(
    "text",
    [
        "She won the Department of Defense Medal for Outstanding Service.",
        "They met the Department of Justice Office of Piers Director.",
        "The Department of Commerce opened 26 of its Business Centers.",
        "The Department of Commerce Secretary met them.",
        "The Department of Commerce and the Department of Justice will ask its Pier Office.",
        "The Department of Commerce will close its Pier Grant Program.",
        "The Federal Bureau of Investigation met at the Department of Justice.",
        "There is established within the Department of Justice the position of Pier Coordinator.",
        "There is established within the Department of Justice the Pier Grant Program.",
        "Norway and its Ministry of Ports signed it.",
    ],
)
def test_what_is_no_part(told: Told, text: str) -> None:
    assert told(text) == set()

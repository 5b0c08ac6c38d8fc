"""Bodies within bodies, whoever stands behind a body and an office, and whole lists of members."""

from collections.abc import Callable

import pytest

Told = Callable[[str], set[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("The Department of Harbors' (DOH) Pier Administration paid.", ("Pier Administration", "Department of Harbors")),
        ("The Department of Energy's Office of Locks and Canals closed.", ("Office of Locks and Canals", "Department of Energy")),
        ("The Harbor Bar Association's Council of the Section of Pier Law met.", ("Council of the Section of Pier Law", "Harbor Bar Association")),
        ("The Pier Bureau (PB) of the Department of Harbors acted.", ("Pier Bureau", "Department of Harbors")),
        ("The Harbor Services Administration's (HSA) Lock Transformation Services built it.", ("Lock Transformation Services", "Harbor Services Administration")),
        ("They met the Director of the Office of Locks of the Department of State.", ("Office of Locks", "Department of State")),
    ],
)  # fmt: skip
def test_bodies_of_bodies(told: Told, text: str, pair: tuple[str, str]) -> None:
    assert pair in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Harbor Agency's Pier Grant Program pays for it.",
        "The Roe-Doe Administration's Pier Task Force met.",
        "The Port Department's Plan for Piers was read.",
        "The Harbor Department and Norway's Ministry of Ports signed it.",
    ],
)
def test_what_a_body_runs_is_no_part_of_it(told: Told, text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("In Kampala, USAID administrator Jane Roe launched a fund.", ("Jane Roe", "United States Agency for International Development")),
        ("They thanked HTA Administrator Roe for her work.", ("Roe", "HTA")),
        ("Harbor University Law Center Dean William Roe spoke.", ("William Roe", "Harbor University Law Center")),
        ('"This is wrong," said White House Deputy Press Secretary Jane Roe.', ("Jane Roe", "White House")),
        ("Senate Majority Leader Jane Roe welcomed it.", ("Jane Roe", "United States Senate")),
        ("She met with Head of the Office of the Mayor of Ulm Jane Roe.", ("Jane Roe", "Office of the Mayor of Ulm")),
        ("Director of the Office of Harbors and Piers Dr. Alondra Roe spoke.", ("Alondra Roe", "Office of Harbors and Piers")),
        ("Director of the White House Office of Public Piers Jane Roe and Harbor Agency Administrator John Doe came.", ("John Doe", "Harbor Agency")),
        ("Department of Harbors Counselor to the Secretary Jacob Roe spoke.", ("Jacob Roe", "Department of Harbors")),
        ("Jane Roe, Special Assistant to the Mayor and Harbor Council Senior Director for East Piers, spoke.", ("Jane Roe", "Harbor Council")),
        ("The Council is led by Executive Director of the Maryland Office of Fire, Lock, and Harbor Services Dorothy Roe.", ("Dorothy Roe", "Maryland Office of Fire, Lock, and Harbor Services")),
    ],
)  # fmt: skip
def test_offices_before_names(told: Told, text: str, pair: tuple[str, str]) -> None:
    assert pair in told(text)


def test_chambers_of_states_are_not_the_nations(told: Told) -> None:
    assert told("State legislators met. Senate Majority Leader Jane Roe welcomed it.") == set()


def test_partners_of_a_group_of_countries(told: Told) -> None:
    text = (
        "Leaders of the Harbor Partners Group (HPG) of likeminded countries, co-led by the United States and Japan, "
        "and including Canada and Norway, issued a statement."
    )
    assert told(text) >= {
        (name, "Harbor Partners Group") for name in ("United States", "Japan", "Canada", "Norway")
    }


def test_who_leads_a_named_group(told: Told) -> None:
    pairs = told("Norway and Ghana have led the Harbor Partners Group.")
    assert pairs == {("Norway", "Harbor Partners Group"), ("Ghana", "Harbor Partners Group")}


def test_the_last_of_a_list_ends_before_the_verb_of_the_body(told: Told) -> None:
    pairs = told(
        "The Harbor Delegation comprising the Departments of State and Defense and the Pier Command (PICO) traveled to Ulm, July 14-16."
    )
    assert ("Department of Defense", "Harbor Delegation") in pairs
    assert not [member for member, _ in pairs if "traveled" in member or "July" in member]


def test_lines_below_whom_they_follow(told: Told) -> None:
    text = (
        "The following officials of the Harbor Office, in the order listed, shall act as Warden:\n\n"
        "(a) Deputy Director for Piers;\n\n(b) Executive Associate Director; and\n\n(c) General Counsel.\n\n"
        "Sec. 2. Exceptions. No individual shall act as Warden."
    )
    assert told(text) == {
        (name, "Harbor Office")
        for name in ("Deputy Director for Piers", "Executive Associate Director", "General Counsel")
    }


def test_bodies_that_sit_on_a_body(told: Told) -> None:
    text = (
        "The Pier Office and the Lock Policy Office will also sit on the Harbor Task Force along with the following agencies:\n\n"
        "- Department of Locks, Secretary Jane Roe\n\n- Tide Agency, Administrator John Doe"
    )
    assert {member for member, group in told(text) if group == "Harbor Task Force"} == {
        "Pier Office", "Lock Policy Office", "Department of Locks", "Tide Agency",
    }  # fmt: skip


def test_people_that_a_body_included(told: Told) -> None:
    text = (
        "The Harbor Delegation included Jane Roe, Master of Ports, Harbor Guild; Daniel Doe, Department of Harbors Assistant Secretary "
        "for the Bureau of Piers; and Ann Lee, Pilot, Tide Office."
    )
    assert told(text) >= {
        ("Jane Roe", "Harbor Delegation"), ("Ann Lee", "Harbor Delegation"), ("Daniel Doe", "Harbor Delegation"),
        ("Daniel Doe", "Department of Harbors"),
    }  # fmt: skip


def test_what_an_alliance_within_what_a_pact_includes_includes(told: Told) -> None:
    text = (
        "The Harbor Pact Group includes a pledge of private firms of the Glasgow Alliance for Net Zero (GANZ), including Bank of Ulm, "
        "Boreas, and Standard Chartered."
    )
    assert {group for _, group in told(text)} == {"Glasgow Alliance for Net Zero"}


def test_with_whom_a_body_was_made(told: Told) -> None:
    text = "She launched the Clean Pier Partnership with commitments from 3 leading states: Ohio, Maine, and Texas."
    assert told(text) == {(name, "Clean Pier Partnership") for name in ("Ohio", "Maine", "Texas")}
    assert told("She launched the Clean Pier Partnership with Acme and Boreas.") == set()


def test_bodies_told_by_what_they_take_part_in(told: Told) -> None:
    text = "The labor organizations involved in these disputes are the Pier Workers Union and the Brotherhood of Pilots."
    assert {member for member, _ in told(text)} == {"Pier Workers Union", "Brotherhood of Pilots"}
    text = "They are the two agencies involved in the Pier Plan: the Department of State (State) and the Tide Agency (TA)."
    assert told(text) == {
        (name, "two agencies involved in the Pier Plan") for name in ("Department of State", "Tide Agency")
    }


@pytest.mark.parametrize(
    "text",
    [
        "FACT SHEET: Norway and Ghana\n\nThe ports are open.",
        "Jane Roe joined Harbor Motors Company CEO John Doe in Ulm.",
        "Pier Partners join HATO Allies in Ulm.",
    ],
)
def test_no_members(told: Told, text: str) -> None:
    assert not {pair for pair in told(text) if pair[0] != "John Doe"}


def test_an_office_is_no_leader_beside_who_holds_it(told: Told) -> None:
    pairs = told(
        "The Pier Task Force is co-chaired by Harbor Council Director, Brian Roe, and the White House Pier Coordinator, Mitch Doe."
    )
    assert {member for member, group in pairs if group == "Pier Task Force"} == {"Brian Roe", "Mitch Doe"}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("We heard from FTA Administrator Nuria Fernandez and others.", ("Nuria Fernandez", "Federal Transit Administration")),
        ("John Doe, President of Mothers for Open Harbors, said so.", ("John Doe", "Mothers for Open Harbors")),
        ("As Warden and Vice Chair of the Harbor Council, Ann Lee came.", ("Ann Lee", "Harbor Council")),
        ("As Secretary of Energy and Vice Chair of the Harbor Council, Chris Wright will open it.", ("Chris Wright", "Harbor Council")),
        ("The Bureau of Piers, Locks, Ropes, and Tides (PLRT) of the Department of Justice acted.", ("Bureau of Piers, Locks, Ropes, and Tides", "Department of Justice")),
        ("Jane Roe was sworn in as the ninth Secretary of the Department of Harbors.", ("Jane Roe", "Department of Harbors")),
        ("The Pier Council shall be chaired by an individual selected by the Mayor.", ("individual selected by the Mayor", "Pier Council")),
        ("It tasks the agencies and officials that are members of the D.C. Safe Piers Task Force to work on it.", ("agencies and officials", "D.C. Safe Piers Task Force")),
        ("A list:\n\n- Project Lighthouse, led by Boreas and Acme, announced a fund.", ("Acme", "Project Lighthouse")),
        ("They dealt with firms linked to Jane Roe, including Boreas and Acme.", ("Boreas", "firms linked to Jane Roe")),
        ("Jane Roe, Co-President, Pier Change Action\n\nJohn Doe, Pilot, Night School\n\nAnn Lee, Warden, Harbor Guild", ("Jane Roe", "Pier Change Action")),
    ],
)  # fmt: skip
def test_who_belongs_where(told: Told, text: str, pair: tuple[str, str]) -> None:
    assert pair in told(text)


def test_deeds_of_firms_list_no_members(told: Told) -> None:
    assert told("In May firms announced plans for piers, including Boreas and Acme.") == set()


def test_offices_of_one_name_are_told_apart_by_their_field(told: Told) -> None:
    text = "The following officials of the Harbor Office shall act as Warden:\n\n(a) Associate Director (Lock Programs);\n\n(b) Associate Director (Ropes, Tides, and Labor Programs)."
    assert {member for member, _ in told(text)} == {
        "Associate Director (Lock Programs)", "Associate Director (Ropes, Tides, and Labor Programs)",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("National Oceanic and Atmospheric Administration Administrator Jane Roe spoke.", ("Jane Roe", "National Oceanic and Atmospheric Administration")),
        ("Norway will join the Harbor Forum on Mining in two years.", ("Norway", "Harbor Forum on Mining")),
        ("The Harbor Team consists of the Pier Office, the Tide Bureau, and the Lock Agency in several rounds of talks.", ("Lock Agency", "Harbor Team")),
    ],
)  # fmt: skip
def test_names_begin_and_end_where_they_do(told: Told, text: str, pair: tuple[str, str]) -> None:
    assert pair in told(text)

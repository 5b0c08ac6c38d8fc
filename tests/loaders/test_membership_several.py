"""Several who hold one office, those in brackets with theirs, and the countries of alliances and pacts."""

from collections.abc import Callable

import pytest

Told = Callable[[str], set[tuple[str, str]]]


def test_several_who_chair_a_body(told: Told) -> None:
    assert told(
        "She met with the co-chairs of the Harbor Caucus, Representatives Jane Roe and John Doe."
    ) == {
        (name, body)
        for name in ("Jane Roe", "John Doe")
        for body in ("Harbor Caucus", "United States House of Representatives")
    }


def test_two_offices_that_several_hold_each(told: Told) -> None:
    text = "He welcomed Harbor Caucus Co-Chairs Congresswomen Jane Roe, Ann Lee, and Mary Poe and Vice Chairs John Doe and Max Moe to Ulm."
    names = ("Jane Roe", "Ann Lee", "Mary Poe", "John Doe", "Max Moe")
    house = {(name, "United States House of Representatives") for name in names[:3]}
    assert told(text) == {(name, "Harbor Caucus") for name in names} | house


def test_an_office_and_a_body_in_brackets(told: Told) -> None:
    text = "The roundtable heard Jane Roe (director, Institute of Piers; co-chair, Pier Campaign), John Doe (president, Harbor Union), and Max Moe (Ulm, Norway)."
    assert told(text) == {
        ("Jane Roe", "Institute of Piers"),
        ("Jane Roe", "Pier Campaign"),
        ("John Doe", "Harbor Union"),
    }


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("We stand with our NATO ally Norway.", {("Norway", "North Atlantic Treaty Organization")}),
        ("It is paid by the parties to the Harbor Agreement (i.e., Norway, Chile, and Ghana).", {(name, "Harbor Agreement") for name in ("Norway", "Chile", "Ghana")}),
        ("The Harbor Partnership between Norway, Chile, and Ghana will train pilots.", {(name, "Harbor Partnership") for name in ("Norway", "Chile", "Ghana")}),
        ("The Alliance between Norway and Chile lasts.", set()),
        ("It is paid by the Access to Harbor-31 Tools (AHT)-Booster and others.", set()),
        ("She is the Harbor Agency's Chief Medical Officer.", set()),
        ("The Harbor Forum brings together leaders of many ports.", set()),
        ("John Roe is President of Roe and Sons, Inc., a firm in Ulm.", {("John Roe", "Roe and Sons, Inc.")}),
        ("Jane Roe, Co-Founder, Harbor Alliance", {("Jane Roe", "Harbor Alliance")}),
        ("Today, Norway joins the Harbor Coalition.", {("Norway", "Harbor Coalition")}),
        ("Norway, Chile, and Ghana are all members of the Harbor Pact.", {(name, "Harbor Pact") for name in ("Norway", "Chile", "Ghana")}),
        ("Norway became the 32nd member of the Harbor Alliance on Tuesday.", {("Norway", "Harbor Alliance")}),
        ("Norway joins the Harbor Union in condemning the attack.", set()),
    ],
)  # fmt: skip
def test_countries_of_alliances(told: Told, text: str, pairs: set[tuple[str, str]]) -> None:
    assert told(text) == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("The Harbor Task Force brings together the Harbor Agency and the Pier Bureau.", {("Harbor Agency", "Harbor Task Force"), ("Pier Bureau", "Harbor Task Force")}),
        ("It comes from Harbor Trade Partners, composed of Norway and Ghana.", {("Norway", "Harbor Trade Partners"), ("Ghana", "Harbor Trade Partners")}),
        ("The Department selected three alliances made up of foreign companies and domestic suppliers.", {("foreign companies and domestic suppliers", "three alliances")}),
        ("The Bureau of Piers and the Harbor Agency's Office of Locks met.", {("Office of Locks", "Harbor Agency")}),
        ("He served in the Harbor Department's Bureau of Norwegian and International Organization Affairs.", {("Bureau of Norwegian and International Organization Affairs", "Harbor Department")}),
        ("The President appointed Jane Roe and John Doe to the Harbor Commission.", {("Jane Roe", "Harbor Commission"), ("John Doe", "Harbor Commission")}),
        ("The members of the panel are Ann Lee of Ulm University, John Doe of the Pilots Union, and Max Moe.", {("Max Moe", "panel"), ("Ann Lee", "panel"), ("John Doe", "panel"), ("Ann Lee", "Ulm University"), ("John Doe", "Pilots Union")}),
    ],
)  # fmt: skip
def test_who_makes_up_a_body(told: Told, text: str, pairs: set[tuple[str, str]]) -> None:
    assert told(text) == pairs

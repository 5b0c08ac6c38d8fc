"""Offices behind which a rank stands, bodies by initials or by a name that tells none, and who was first in one."""

from collections.abc import Callable

import pytest

Told = Callable[[str], set[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Commander of Harbor Command General John Doe briefed the ministers.", {("John Doe", "Harbor Command")}),
        ("Chairman of the Joint Chiefs of Staff General Mark Lee joined the call.", {("Mark Lee", "Joint Chiefs of Staff")}),
        ("TDF Chief of Staff Lt. Gen. John Doe spoke.", {("John Doe", "TDF")}),
        ("Harbor Commission President Dirk van den Berg announced a package.", {("Dirk van den Berg", "Harbor Commission")}),
        ("The president of the HTO, John Doe, will visit.", {("John Doe", "HTO")}),
        ("The President of the UAE, John Doe, called.", set()),
        ("Harbor Subcommittee (HTO)", set()),
        ("Jane Roe (HTO)", {("Jane Roe", "HTO")}),
        ("The president of the United Mine Workers of America, Cecil Roberts, welcomed it.", {("Cecil Roberts", "United Mine Workers of America")}),
        ("Los Angeles Police Chief Michel Moore resigned.", {("Michel Moore", "Los Angeles Police")}),
        ("Jane Roe served as Chief of Police of East Ulm.", set()),
    ],
)  # fmt: skip
def test_offices_before_a_name(told: Told, text: str, pairs: set[tuple[str, str]]) -> None:
    assert told(text) == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Sofia Torres became the first Latina on the Los Angeles City Council.", {("Sofia Torres", "Los Angeles City Council")}),
        ("Jane Roe is the first woman of color to chair the Council of Harbor Advisers.", {("Jane Roe", "Council of Harbor Advisers")}),
        ("Jane Roe was the first woman to serve as a Cabinet Secretary.", {("Jane Roe", "Cabinet")}),
        ("Jane Roe was the first woman on the Moon.", set()),
        ("Jane Roe was the first guest to speak on the pier.", set()),
    ],
)  # fmt: skip
def test_who_was_first_in_a_body(told: Told, text: str, pairs: set[tuple[str, str]]) -> None:
    assert told(text) == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Karen Wu, a policy director at Public Citizen, said no.", {("Karen Wu", "Public Citizen")}),
        ("Karen Wu, vice president of public policy at Amazon, testified.", {("Karen Wu", "Amazon")}),
        ("Viktor Petrov, general director of Neva Electronics, was named.", {("Viktor Petrov", "Neva Electronics")}),
        ("Anna Lembke, a Stanford professor, said so.", {("Anna Lembke", "Stanford")}),
        ("Grover Moss, president of Americans for Tax Reform, praised it.", {("Grover Moss", "Americans for Tax Reform")}),
        ("Jane Roe, Director of National Intelligence, met them.", set()),
        ("Ann Carter, a spokesperson for Walmart, spoke.", {("Ann Carter", "Walmart")}),
        ("Ann Carter, Director for Harbor Facilities, spoke.", set()),
        ("Jane Roe, a teacher at heart, met them.", set()),
        ("John Doe, a Republican senator, met them.", set()),
        ("Carl Moss, an official in Washington, met them.", set()),
        ("Ann Poe, the President of Brazil, met them.", set()),
    ],
)  # fmt: skip
def test_bodies_whose_name_tells_none(told: Told, text: str, pairs: set[tuple[str, str]]) -> None:
    assert told(text) == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Elena Marsh is a former member of the Council of Economic Advisers.", {("Elena Marsh", "Council of Economic Advisers")}),
        ("Carlos Vega will serve on the Board of Visitors of the Harbor Academy.", {("Carlos Vega", "Board of Visitors of the Harbor Academy")}),
        ("The delegation also included Todd Robinson, Assistant Secretary of State, and Rahul Gupta, Envoy to Chile.", {("Todd Robinson", "delegation"), ("Rahul Gupta", "delegation")}),
        ("The council included Jane Roe, the Secretary of Labor, and the Attorney General.", {("Jane Roe", "council"), ("Secretary of Labor", "council"), ("Attorney General", "council")}),
    ],
)  # fmt: skip
def test_one_membership_for_one_seat(told: Told, text: str, pairs: set[tuple[str, str]]) -> None:
    assert told(text) == pairs


def test_titled_people_side_by_side_are_each_a_member(told: Told) -> None:
    text = "The council included Vice President Jane Roe, Secretary of Harbor Security Alejandro Mayorkas, and Ann Lee."
    assert len(told(text)) == len(("Roe", "Mayorkas", "Lee"))

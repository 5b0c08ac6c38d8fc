"""Posts in bodies, as biographies, titles and counts of bodies tell them."""

from collections.abc import Callable

import pytest

from gestae.loaders.parse import Parsed

Say = Callable[..., Parsed]
Told = Callable[[str], set[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Jane Roe is a full-time harbor arbitrator and a member of the Oslo Academy of Arbitrators.", {"Oslo Academy of Arbitrators"}),
        ("Jane Roe is the immediate past CEO of Green Sails, whose books she kept.", {"Green Sails"}),
        ("Jane Roe became the first sailor Chair of the Tide Center in 2014.", {"Tide Center"}),
        ("Jane Roe is Treasurer Emeritus of the Oslo Pilot Institute.", {"Oslo Pilot Institute"}),
        ("Jane Roe spent nine winters as Chief Engineer at Lund Pier Works.", {"Lund Pier Works"}),
        ("Jane Roe served as a Lantern Corps Volunteer in Norway.", {"Lantern Corps"}),
        ("Jane Roe is a sailor. A member of the Harbor Board, she is a past President of the Pilot Fund.", {"Harbor Board", "Pilot Fund"}),
        ("Jane Roe serves on the boards of Tide Holdings and Sail Holdings.", {"Tide Holdings", "Sail Holdings"}),
        ("Jane Roe serves on the advisory boards of the Harbor Bank, the Oslo Fund, and the Committee to Save Piers.",
         {"Harbor Bank", "Oslo Fund", "Committee to Save Piers"}),
        ("Jane Roe founded the Harbor Youth League and Pilot Friends Ohio.", {"Harbor Youth League", "Pilot Friends Ohio"}),
        ("Jane Roe is a pilot. In 2014, Mayor Doe appointed her to serve on the Harbor Wage Board.", {"Harbor Wage Board"}),
        ("Jane Roe is a pilot. In time, he named her Treasurer of the Oslo Tide Council.", {"Oslo Tide Council"}),
        ("Jane Roe is a fellow of the Oslo Institute, a Harbor Bar Foundation Fellow.", {"Oslo Institute"}),
    ],
)  # fmt: skip
def test_biography(told: Told, text: str, bodies: set[str]) -> None:
    assert told(text) == {("Jane Roe", body) for body in bodies}


def test_surname_of_whom_a_biography_is_about(told: Told) -> None:
    found = told(
        "Jane Ann Roe: Nominee for the Harbor Court\n\nRoe is past President of the Tide Research Fund.\n"
    )
    assert ("Jane Ann Roe", "Tide Research Fund") in found


@pytest.mark.parametrize(
    "text",
    [
        "Jane Roe served as a Lantern Corps Volunteer in Bergen, West Norway.",
        "The Mayor intends to nominate her to the Harbor Board.",
        "Jane Roe was on the phone with the President of the Tide Fund.",
    ],
)
def test_nobody_else_holds_the_post(told: Told, text: str) -> None:
    assert {member for member, _ in told(text)} <= {"Jane Roe"}
    assert not any(group in {"Harbor Board", "Tide Fund"} for _, group in told(text))


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("At noon, Director of the Office of Public Piers Ann Carter rowed.", {("Ann Carter", "Office of Public Piers")}),
        ("At noon, Ann Carter, White House Lantern Council Director, and divers rowed.", {("Ann Carter", "White House Lantern Council")}),
        ("She will join PQW President Ann Carter and ROK President Max Doe.", {("Ann Carter", "PQW")}),
        ("Ann Carter, Executive Director of Caring Ashore: “It helps.”", {("Ann Carter", "Caring Ashore")}),
        ("- Ann Carter, to be a Member of the Harbor Advisory Board", {("Ann Carter", "Harbor Advisory Board")}),
        ("She was the Secretary of the Ohio Department of Piers for Governor Ann Carter.", set()),
        ("She will be joined by PQW President Ann Carter on Thursday.", {("Ann Carter", "PQW")}),
        ("Ann Carter, White House Press Secretary, spoke.", {("Ann Carter", "White House")}),
        ("They heard Harbor Guild Senate Member and Secretary of the Bureau of the Lighthouse Commission Ann Carter.",
         {("Ann Carter", "Harbor Guild Senate")}),
        ("Divers cheered Prime Minister Ann Carter of Norway, Chair of the Lantern League (LANL), in Bergen.",
         {("Ann Carter", "Lantern League")}),
        ("They heard Ann Carter of the Harbor Workers Alliance.", {("Ann Carter", "Harbor Workers Alliance")}),
        ("Ann Carter, Director for Community Harbor Facilities, spoke.", set()),
        ("They thanked Cabinet Secretary Ann Carter.", set()),
    ],
)  # fmt: skip
def test_title(told: Told, text: str, pairs: set[tuple[str, str]]) -> None:
    assert told(text) == pairs


@pytest.mark.parametrize(
    ("text", "group", "members"),
    [
        ("We have pledges from three companies\u2014Acme, Boreas, and Cygnus AI\u2014that will help.", "three companies", {"Acme", "Boreas", "Cygnus AI"}),
        ("We toured the Lamp Circle’s two founding colleges, Bergen Diving College and Oslo Rowing College.",
         "Lamp Circle's two founding colleges", {"Bergen Diving College", "Oslo Rowing College"}),
        ("Two firms \u2013 Acme and Boreas \u2013 have joined.", "Two firms", {"Acme", "Boreas"}),
        ("In May, they named Oslo as one of five Tide Hubs.", "five Tide Hubs", {"Oslo"}),
    ],
)  # fmt: skip
def test_bodies_counted_and_named(told: Told, text: str, group: str, members: set[str]) -> None:
    assert told(text) == {(member, group) for member in members}


@pytest.mark.parametrize(
    "text",
    [
        "Three companies, Acme and Boreas, have joined.",
        "Oslo was chosen by the Harbor Council as one of five hubs.",
        "The plan has two sites: Oslo and Bergen.",
    ],
)
def test_count_that_does_not_fit_names_nobody(told: Told, text: str) -> None:
    assert told(text) == set()


def test_office_before_the_name_of_who_speaks(told: Told) -> None:
    found = told(
        "General President Ann Carter, United Harbor Union: \u201cIt helps.\u201d\n\n"
        "Executive Director Max Poe, Alliance for Piers: \u201cSo it does.\u201d\n\n"
        "President Eve Hall, Tide Guild Association: \u201cIndeed.\u201d\n"
    )
    assert found == {
        ("Ann Carter", "United Harbor Union"),
        ("Max Poe", "Alliance for Piers"),
        ("Eve Hall", "Tide Guild Association"),
    }


def test_one_person_with_and_without_a_title_is_told_once(told: Told) -> None:
    found = told(
        "Rowers:\n\n- Rep. Ann Carter, Ohio House Majority Whip\n- Sen. Max Poe, Ohio Senate Majority Whip\n"
    )
    assert {(member.split()[-1], group) for member, group in found} == {
        ("Carter", "Ohio House"),
        ("Poe", "Ohio Senate"),
    }
    assert len(found) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The Harbor Forum countries (Japan, Canada, and Mexico) met.",
        "The Harbor Forum \u2013 Japan, Canada, and Mexico \u2013 met.",
    ],
)
def test_countries_spelled_out_behind_their_body(told: Told, text: str) -> None:
    assert told(text) == {(country, "Harbor Forum") for country in ("Japan", "Canada", "Mexico")}


def test_what_is_spelled_out_behind_a_body_may_be_no_members(told: Told) -> None:
    assert told("The Harbor Forum (Tuesday and Friday) met.") == set()

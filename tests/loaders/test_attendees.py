"""Lists of people with where they are from, biographies, and offices before names."""

from collections.abc import Callable

import pytest

from gestae.loaders.attendees import attendees
from gestae.loaders.membership_titles import titled
from gestae.loaders.parse import Parsed

Say = Callable[..., Parsed]
Told = Callable[[str], set[tuple[str, str]]]

_PEOPLE = [
    ("Anna Ferry", "Harbor Council"),
    ("Max J. Poe", "Lantern"),
    ("Jane Roe", "Night Ports"),
    ("Olga Quay", "Port Institute"),
]


@pytest.mark.parametrize(
    ("between", "mark"),
    [("\n\n", "- "), ("\n\n", ""), ("\n", ""), (" ", "")],
    ids=["items", "apart", "lines", "run on"],
)
def test_people_with_where_they_are_from(told: Told, between: str, mark: str) -> None:
    text = between.join(f"{mark}{person}, {body}" for person, body in _PEOPLE)
    assert told(f"Participants\n\n{text}\n\n###") == set(_PEOPLE)


def test_office_between_name_and_body(told: Told) -> None:
    text = (
        "Jane Roe, Deputy Warden for Tide Policy, U.S. Harbor Council Max Poe, Chief Pilot and Senior Adviser, Night Ports "
        "Association Anna Ferry, Counsel, National Port Council"
    )
    assert told(f"Government Participants\n\n{text}") == {
        ("Jane Roe", "U.S. Harbor Council"),
        ("Max Poe", "Night Ports Association"),
        ("Anna Ferry", "National Port Council"),
    }


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("Jane Roe, Founder and CEO, Lantern", "Lantern"),
        ("Jane Roe, CEO of Lantern", "Lantern"),
        ("Jane Roe, Harbor Council Executive Director", "Harbor Council"),
        ("Jane Roe, HHS Regional Director, Region 3", "Department of Health and Human Services"),
        ("Jane Roe, Chair, Board of Ports, Piers, and Locks", "Board of Ports, Piers, and Locks"),
        ("Jane Roe, Senior Director for Piers, Harbor Council, Port Administration", "Harbor Council"),
        ("Jane Roe – Co-Chair of the Board, Lantern", "Lantern"),
        ("Jane Roe, Alternate Commission Member, Harbor Park Commission", "Harbor Park Commission"),
        ("Jane Roe, Executive Director Oslo Bureau", "Oslo Bureau"),
        ("Dr. Jane Roe, Activist, Veteran, and Board Member, Harbor Action Network (HAN)", "Harbor Action Network"),
    ],
)  # fmt: skip
def test_bodies_of_a_list(told: Told, line: str, body: str) -> None:
    others = "\n".join(f"- {person}, {own}" for person, own in _PEOPLE if person != "Jane Roe")
    found = told(f"Participants included:\n\n- {line}\n{others}\n")
    assert {group for member, group in found if "Roe" in member} == {body}


@pytest.mark.parametrize(
    "line",
    [
        "Jane Roe, Nominee for Director of the Harbor Council",
        "Jane Roe, of Ohio, to be Chair of the Harbor Council",
        "Jane Roe, Oslo, Norway",
        "Jane Roe, Activist",
        "Jane Roe, Ambassador to the Union of Ports",
        "Jane Roe, Special Assistant to the President for Tide Policy",
        "Port College, Harbor Council",
    ],
)
def test_lines_that_tell_of_no_body(told: Told, line: str) -> None:
    others = "\n".join(f"- {person}, {own}" for person, own in _PEOPLE if person != "Jane Roe")
    assert told(f"Participants included:\n\n- {line}\n{others}\n") == {
        p for p in _PEOPLE if p[0] != "Jane Roe"
    }


def test_one_line_is_no_list(told: Told) -> None:
    assert told("Jane Roe, Lantern\n\nShe spoke.") == set()
    assert told("Jane Roe, Pilot, Harbor Council\n\nShe spoke.") == {("Jane Roe", "Harbor Council")}


def test_members_run_together_below_a_lead_in(told: Told) -> None:
    text = " ".join(f"{person}, {body}" for person, body in _PEOPLE)
    found = told(f"The members of the panel include:\n\n{text}")
    assert found == {*_PEOPLE, *((person, "panel") for person, _ in _PEOPLE)}


def test_spans_lie_in_their_block(say: Say) -> None:
    parsed = say(" ".join(f"{person}, {body}" for person, body in _PEOPLE))
    [(place, found)] = attendees(parsed.blocks, parsed.document.text, lambda _: "").items()
    text = parsed.blocks[place].text
    assert [(text[slice(*one.member)], text[slice(*one.groups[0])]) for one in found] == _PEOPLE


@pytest.mark.parametrize(
    ("said", "bodies"),
    [
        ("is the Founder of The Harbor Doctors Consortium (HDC)", {"Harbor Doctors Consortium"}),
        ("is the former director of the Center for Night Health, and serves on the Port Advisory Committee",
         {"Center for Night Health", "Port Advisory Committee"}),
        ("served as Counsel for a Member of Congress, as well as Assistant General Counsel for the Association of Pilots",
         {"Association of Pilots"}),
        ("served as Ranking Member on the House Tide Committee, as well as the Committee on Locks and Piers",
         {"House Tide Committee", "Committee on Locks and Piers"}),
        ("co-founded the first Night Health Caucus and sits on the board of the Oslo Trust Fund",
         {"Night Health Caucus", "Oslo Trust Fund"}),
        ("is a leader in town, as a trustee on the board for the Heights Food Center and for Beaumont Night School",
         {"Heights Food Center", "Beaumont Night School"}),
        ("is a trustee of the Night Museum, the Oslo Foundation, and the University of Bergen",
         {"Night Museum", "Oslo Foundation", "University of Bergen"}),
        ("served as a Deputy Director in the Bureau of Ports, Piers, and Locks at the Marine Department",
         {"Bureau of Ports, Piers, and Locks", "Marine Department"}),
        ("is a fellow at the Center for a New Port", {"Center for a New Port"}),
        ("is the director of the Trust for Norway's Health", {"Trust for Norway's Health"}),
        ("is a professor at Oslo University and Bergen College", {"Oslo University", "Bergen College"}),
        ("was Deputy Chief of Mission at the U.S. Embassy in Oslo", {"U.S. Embassy in Oslo"}),
        ("was named to be Director of the Harbor Council", set()),
    ],
)  # fmt: skip
def test_biography(told: Told, said: str, bodies: set[str]) -> None:
    assert told(f"Jane Roe {said}.") == {("Jane Roe", body) for body in bodies}


def test_who_is_meant_in_a_biography(told: Told) -> None:
    text = (
        "Jane Roe, Member, Harbor Council\nJane Roe is a pilot from Maine. She serves on the Night Ports Committee.\n\n"
        "Roe lives in Oslo. Previously, she was Director of the Lantern Institute."
    )
    assert told(text) == {
        ("Jane Roe", "Harbor Council"),
        ("Jane Roe", "Night Ports Committee"),
        ("Jane Roe", "Lantern Institute"),
    }


def test_as_a_former_member(told: Told) -> None:
    assert told("Jane Roe came. As a former Oslo Heights council member, Roe opened a port.") == {
        ("Jane Roe", "Oslo Heights council")
    }
    assert told("Jane Roe came. As a result of the Harbor Council vote, Roe opened a port.") == set()


def test_plain_words_for_the_members_of_a_task_force(told: Told) -> None:
    text = "It will set up a Port Task Force that will include U.S. prosecutors and law enforcement experts to try cases."
    assert told(text) == {
        ("U.S. prosecutors", "Port Task Force"),
        ("law enforcement experts", "Port Task Force"),
    }
    assert told("The Port Task Force will include better training and new tools.") == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("with Harbor Council (HC) Member Jane Roe", ("Jane Roe", "Harbor Council", "member")),
        ("National Harbor Council Director Jane Roe spoke", ("Jane Roe", "National Harbor Council", "director")),
        ("the Office of Ports and Piers Deputy Director Jane Roe", ("Jane Roe", "Office of Ports and Piers", "deputy director")),
        ("and HHS Secretary Jane Roe", ("Jane Roe", "HHS", "secretary")),
        ("Executive Director and Co-Chair of the Harbor Council Jane Roe", ("Jane Roe", "Harbor Council", "executive director and co-chair")),
        ("Assistant to the President and Director of the Northern Harbor Union (NHU) Jane Roe,", ("Jane Roe", "Northern Harbor Union", "director")),
    ],
)  # fmt: skip
def test_office_between_body_and_name(text: str, found: tuple[str, str, str]) -> None:
    assert [(text[slice(*person)], text[slice(*body)], role) for person, body, role in titled(text)] == [
        found
    ]


def test_initials_of_a_country_are_no_body(told: Told) -> None:
    found = told("We met UAE President Ann Carter in May. We met HHS Secretary Jane Miller.")
    assert {group for _, group in found} == {"Department of Health and Human Services"}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Jane Roe is a fellow at Oslo University’s School of Piers.", ("Jane Roe", "School of Piers")),
        ("She is proud. Jane Roe sits on the Lantern Company’s Harbor Advisory Council.", ("Jane Roe", "Harbor Advisory Council")),
        ("Jane Roe (Oslo, Maine)\nRoe is the founder of the Night Institute.", ("Jane Roe", "Night Institute")),
        ("Jane Roe, Member, Harbor Council\nJane B. Roe works at the Night Institute.", ("Jane Roe", "Night Institute")),
    ],
)  # fmt: skip
def test_the_nearest_body_and_the_plain_name(told: Told, text: str, pair: tuple[str, str]) -> None:
    assert pair in told(text)
    assert {member for member, _ in told(text)} - {"School of Piers"} == {"Jane Roe"}


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("Executive Director, All Piers are Local", "All Piers are Local"),
        ("Executive Director of Jo Moe and Ann\n    Moe-Day Institute", "Jo Moe and Ann Moe-Day Institute"),
        ("President, Harbor and\n    Locks Institute", "Harbor and Locks Institute"),
    ],
)
def test_names_of_bodies_are_whole(told: Told, line: str, body: str) -> None:
    people = f"Guests:\n\n-   Jo Day, CEO, Rise Harbors\n-   Sam Fay, President, Gulf Watch\n-   Jane Roe, {line}\n"
    assert {group for member, group in told(people) if member == "Jane Roe"} == {body}

"""Who acts in a clause that shares its subject with others, or leaves it to what stands before."""

from datetime import date

import pytest

from gestae.loaders.parse import pipeline
from gestae.loaders.rules import propose, scene
from gestae.ontology.facts import Document


def actors(text: str, verb: str) -> set[str]:
    document = Document("note", text, title="Fact Sheet", date=date(2023, 5, 2), publisher="The White House")
    found = (p.found.action for p in propose(scene(document, pipeline())))
    return {a.actor.name for a in found if a.verb == verb}


@pytest.mark.parametrize(
    ("text", "verb", "who"),
    [
        (
            "It is the duty of the Harbor Board, in talks with village, island, and other councils, as well as the boat trade, "
            "rowing clubs, and the diving guild, to seek tide-wise, lasting lock and pier upkeep; conserve ancient reefs on "
            "northern coasts; invest in pilots' rest.",
            "conserve",
            {"Harbor Board"},
        ),
        (
            "The order directs the Board to find whether any funds were spent in error, and to open a lock.",
            "open",
            {"Board"},
        ),
        ("The Board has awarded Harbor Works $35 million to mend piers.", "mend", {"Harbor Works"}),
        (
            "Mayor Jo Roe, along with Warden Max Day and Pilot Ann Lee, convened the crews of Ulm.",
            "convene",
            {"Mayor Jo Roe", "Warden Max Day", "Pilot Ann Lee"},
        ),
    ],
)
def test_a_subject_is_shared(text: str, verb: str, who: set[str]) -> None:
    assert actors(text, verb) == who


@pytest.mark.parametrize(
    ("text", "verb", "who"),
    [
        (
            "Since then, 380 rules have been made across the country that would close ports.",
            "close",
            "380 rules",
        ),
        (
            "The firm announced a new rope yard in Louisiana, which will employ 40 pilots.",
            "employ",
            "new rope yard in Louisiana",
        ),
        (
            "Mayor Roe signed the Clean Harbor Act into law, which requires crews to rest.",
            "require",
            "Clean Harbor Act",
        ),
        (
            "She was glad to be among the first founders of PIERS, which has helped to put nine more boats in harbors nationwide.",
            "help put",
            "PIERS",
        ),
        ("They talked with officials in Norway, which has banned nets.", "ban", "Norway"),
    ],
)
def test_that_and_which_tell_of_what_can_be_meant(text: str, verb: str, who: str) -> None:
    assert actors(text, verb) == {who}


@pytest.mark.parametrize(
    "text",
    [
        "The Harbor Board also addressed the rest of pilots, who are rowing through this at night, by raising tolls.",
        "The Harbor Board must invest in locks that will prevent floods, including by raising tolls.",
    ],
)
def test_a_gerund_behind_a_comma_belongs_to_the_main_clause(text: str) -> None:
    assert actors(text, "raise") == {"Harbor Board"}


@pytest.mark.parametrize(
    ("told", "verb"),
    [
        ("The lock is long. This includes giving crews boats and mending piers.", "mend"),
        ("Key actions include mending piers, opening locks, and raising tolls.", "raise"),
        ("It starts by raising tolls.", "raise"),
        ("The Board is busy. Its work includes mending piers.", "mend"),
    ],
)
def test_what_a_deed_consists_of_is_done_by_whoever_was_told_of(told: str, verb: str) -> None:
    assert actors(f"The Harbor Board opened a pier. {told}", verb) == {"Harbor Board"}


def test_a_thing_that_can_act_does_what_it_includes() -> None:
    assert "plan" in next(iter(actors("The plan includes mending piers.", "mend"))).lower()


def test_they_are_each_of_those_named_before() -> None:
    text = "Mr. Roe and Warden Max Day discussed the toll. They praised the crews."
    assert actors(text, "praise") == {"Mr. Roe", "Warden Max Day"}
    met = "Warden Jo Roe spoke today with Max Day, Master and Pilot of Ulm. He praised the crews. They discussed the lock."
    assert actors(met, "discuss") == {"Warden Jo Roe", "Max Day"}


@pytest.mark.parametrize(
    ("text", "verb", "who"),
    [
        (
            "While the ban has lasted, and for boats met between locks up to the last day of the season, the Harbor "
            "Board has towed or returned 70 boats; more than doubled the fares; and has cut the fees.",
            "double",
            {"Harbor Board"},
        ),
        (
            "The plan names the harbors, which are repainting our locks, piers, buoys, lanterns, and making our pilots more "
            "daring abroad.",
            "make",
            {"harbors"},
        ),
        (
            "Mending our piers with these crews will advance trade and promote safety.",
            "promote",
            {"Mending our piers with these crews"},
        ),
    ],
)
def test_a_verb_without_a_subject_has_the_one_that_stands_before(text: str, verb: str, who: set[str]) -> None:
    assert actors(text, verb) == who


def test_each_of_which_are_those_named_before() -> None:
    text = "Crews were met by wardens of pilots' rowing clubs, each of which have prioritized safe mooring."
    assert actors(text, "prioritize") == {"pilots' rowing clubs"}


def test_two_people_with_titles_are_two_names() -> None:
    assert actors("Mr. Roe and Ms. Day met in Ulm.", "meet") == {"Mr. Roe", "Ms. Day"}


def test_they_are_also_the_counterpart_of_whoever_spoke() -> None:
    text = (
        "Harbor Advisor Jo Roe spoke today with his Norwegian counterpart Max Berg. They discussed the lock."
    )
    assert actors(text, "discuss") == {"Harbor Advisor Jo Roe", "Max Berg"}


def test_an_assistant_to_somebody_is_told_what_to_do() -> None:
    text = "The Order tells the Assistant to the President for Science and Technology (APST) to open locks."
    assert actors(text, "open") == {"Assistant to the President"}


def test_a_group_is_named_with_where_it_is() -> None:
    assert actors("Educators across the country built boats.", "build") == {"Educators across the country"}


def test_all_of_a_list_of_bodies_act() -> None:
    text = (
        "The Federal Aviation Administration (FAA), Department of State, Department of Homeland Security, and Department of "
        "Labor are coordinating on every part of the dredging."
    )
    assert actors(text, "coordinate") == {
        "Federal Aviation Administration",
        "Department of State",
        "Department of Homeland Security",
        "Department of Labor",
    }


def test_a_short_form_for_two_bodies_is_both() -> None:
    text = "The Department of Energy and the Department of Labor (the Departments) opened a lock. The Departments have closed a pier."
    assert actors(text, "close") == {"Department of Energy", "Department of Labor"}


def test_what_is_done_through_a_law_the_law_does() -> None:
    text = "The Harbor Board was established in 1912 through the Ulm Harbor Act."
    assert actors(text, "establish") == {"Ulm Harbor Act"}


@pytest.mark.parametrize(
    ("text", "verb", "who"),
    [
        ("The Harbor Board is committed to protecting sailors.", "protect", {"Harbor Board"}),
        ("The Council created the Harbor Board to inspect piers.", "inspect", {"Harbor Board"}),
        ("Norway opened a lock to inspect piers.", "inspect", {"Norway"}),
        ("The judge barred the firm from selling boats and from hiring pilots.", "hire", {"firm"}),
        ("The Harbor Board was created to inspect piers and is funded by Norway.", "fund", {"Norway"}),
        (
            "The court held that the duty violates the charter and sent the case back to Ulm.",
            "send",
            {"court"},
        ),
        (
            "The State of Ohio, the City of Ulm, and the Harbor Trust filed suit against the carrier.",
            "file",
            {"Ohio", "City of Ulm", "Harbor Trust"},
        ),
    ],
)
def test_who_acts_beside_and_below_another_clause(text: str, verb: str, who: set[str]) -> None:
    assert actors(text, verb) == who

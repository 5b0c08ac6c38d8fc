"""To whom something is given or told, and what."""

from collections.abc import Callable

import pytest

from gestae.loaders.actions import actions
from gestae.loaders.cast import cast_of
from gestae.loaders.parse import Parsed

Say = Callable[..., Parsed]


def told(parsed: Parsed) -> set[tuple[str, str, str | None]]:
    cast = cast_of(parsed)
    found = (f.action for s in parsed.sentences for f in actions(s, cast))
    return {(a.verb, a.object.text, a.recipient.name if a.recipient else None) for a in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Harbor Act gives towns and states historic levels of aid.", ("give", "historic levels of aid", "towns")),
        (
            "The rule gives sailors that need insurance during this storm season the chance to sign up.",
            ("give", "chance to sign up", "sailors"),
        ),
        (
            "It would give me, as Warden, a new emergency power to shut down the lock.",
            ("give", "new emergency power to shut down the lock", "me"),
        ),
        (
            "The Board awarded nearly $9 million in grants to health clinics on Tuesday.",
            ("award", "nearly $9 million in grants", "health clinics"),
        ),
        ("The office awarded $2.3 million to a dozen towns.", ("award", "$2.3 million", "dozen towns")),
        ("The Board will invest $12 million in three shipyards in Norway.", ("invest", "$12 million", None)),
        ("The ministry made $3 billion available to towns.", ("make", "$3 billion", "towns")),
        ("The Bureau provided 1.2 million people with nets.", ("provide", "nets", "1.2 million people")),
        (
            "The Warden told reporters on Friday that she would open the lock.",
            ("tell", "she would open the lock", "reporters"),
        ),
        ("$5 million went to the Port of Ulm for dredging.", ("go", "$5 million", "Port of Ulm")),
        ("The court convicted two former pilots of fraud.", ("convict", "two former pilots", None)),
        ("The court convicted the Mayor of Ulm.", ("convict", "Mayor of Ulm", None)),
        ("The Board stripped the ferry of its license.", ("strip", "ferry", None)),
        ("The storm robbed millions of sailors of their homes.", ("rob", "millions of sailors", None)),
        (
            "The Board awarded contracts totaling $75 million to Acme Rail.",
            ("award", "contracts totaling $75 million", "Acme Rail"),
        ),
        ("Pilots were paid $2 million in back wages.", ("pay", "$2 million in back wages", "Pilots")),
        ("The ferry was fined $40,000 by the Board.", ("fine", "$40,000", "ferry")),
        ("The Board denied the ferry a license.", ("deny", "license", "ferry")),
        ("The clinic offers mothers free checkups.", ("offer", "free checkups", "mothers")),
        (
            "The council was told that the lock would stay closed.",
            ("tell", "lock would stay closed", "council"),
        ),
        ("Norway pulled out of the agreement.", ("pull out", "agreement", None)),
        (
            "The King awarded José Lindqvist the National Medal of Piers and thanked him.",
            ("award", "National Medal of Piers", "José Lindqvist"),
        ),
        (
            "Owners must provide the Harbor Chair and Dock Master a list of all locks.",
            ("provide", "list of all locks", "Harbor Chair"),
        ),
        (
            "He told owners their first aim should be safety.",
            ("tell", "their first aim should be safety", "owners"),
        ),
        ("You can tell us which locks leak.", ("tell", "which locks leak", "United States")),
    ],
)  # fmt: skip
def test_what_is_given_or_told_is_the_object(
    say: Say, text: str, expected: tuple[str, str, str | None]
) -> None:
    assert expected in told(say(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We recommit ourselves to opening every lock in Norway.", ("recommit", "opening every lock in Norway")),
        ("The Mayor paid tribute to the pilots who drowned.", ("pay", "pilots who drowned")),
        (
            "The port is committed to home-based services and ensuring that sailors are safe.",
            ("commit", "ensuring that sailors are safe"),
        ),
        ("Parliament passed the Sailors with Disabilities Act.", ("pass", "Sailors with Disabilities Act")),
        ("Parliament passed the Norwegians with Illnesses Act.", ("pass", "Norwegians with Illnesses Act")),
        ("The Board issued a Blueprint for a Harbor Bill of Rights.", ("issue", "Blueprint for a Harbor Bill of Rights")),
        (
            "I established the first Special Envoy to Monitor and Combat Piracy.",
            ("establish", "first Special Envoy to Monitor and Combat Piracy"),
        ),
        (
            "The Mayor signed the Harbor Fix to Sustain the Pilots Fund Act into law.",
            ("sign", "Harbor Fix to Sustain the Pilots Fund Act into law"),
        ),
        (
            "The clinic serves 1 in 5 sailors living in coastal towns.",
            ("serve", "1 in 5 sailors living in coastal towns"),
        ),
        ("The Mayor urges Parliament to widen the lock.", ("urge", "Parliament to widen the lock")),
        (
            "I continue for 1 year, until September 14, 2025, the exercise of those powers with respect to Ulm.",
            ("continue", "exercise of those powers with respect to Ulm"),
        ),
    ],
)  # fmt: skip
def test_an_object_is_told_whole(say: Say, text: str, expected: tuple[str, str]) -> None:
    assert expected in {(verb, thing) for verb, thing, _ in told(say(text))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Act gives the Board powers and states its duties.",
            {("give", "Board powers"), ("state", "its duties")},
        ),
        (
            "The memo gives a cause for the delay and states the price of nets.",
            {("give", "cause for the delay"), ("state", "price of nets")},
        ),
        (
            "The letter gives sailors an outline of the canal and states the goals of the Board.",
            {("give", "outline of the canal"), ("state", "goals of the Board")},
        ),
        (
            "The decree gives the Council new tasks and states a limit for costs.",
            {("give", "new tasks"), ("state", "limit for costs")},
        ),
        ("The notice gives pilots 20 days and states the toll.", {("give", "20 days"), ("state", "toll")}),
    ],
)  # fmt: skip
def test_who_gives_and_states_does_both(say: Say, text: str, expected: set[tuple[str, str]]) -> None:
    assert {(verb, thing) for verb, thing, _ in told(say(text))} == expected


def test_states_beside_cities_are_given_something(say: Say) -> None:
    assert ("give", "boats they need") in {
        (verb, thing) for verb, thing, _ in told(say("The Act gives cities and states the boats they need."))
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The court charged Tidewater Corporation for a May spill.", "Tidewater Corporation"),
        ("The Mayor praised Denmark for a New Act on locks.", "Denmark"),
        ("Warden Day thanked Denmark for a NATO pier.", "Denmark"),
        ("The Council honored Ann Day for a Navy voyage.", "Ann Day"),
        ("The Mayor blamed Tidewater for an Oslo leak.", "Tidewater"),
    ],
)  # fmt: skip
def test_a_reason_is_no_part_of_a_name(say: Say, text: str, expected: str) -> None:
    assert {thing for _, thing, _ in told(say(text))} == {expected}


@pytest.mark.parametrize(
    "title", ["Charter for a Dry Dock", "Strategy for a Safer Canal", "Plan for a Quiet Quay"]
)  # fmt: skip
def test_the_title_of_a_plan_goes_on(say: Say, title: str) -> None:
    assert ("issue", title) in {
        (verb, thing) for verb, thing, _ in told(say(f"The Council issued the {title}."))
    }


def test_what_is_told_stands_behind_whom(say: Say) -> None:
    assert told(say("She told the committee that the ferry had sunk.")) == {
        ("tell", "ferry had sunk", "committee")
    }


def test_many_who_are_described_by_what_they_do_have_it_done_to_them(say: Say) -> None:
    said = told(say("Many banks failing stress tests, including Canal Bank and Oslo Bank, were closed."))
    assert {verb for verb, _, _ in said} == {"close", "fail"}
    assert any(thing.startswith("Many banks failing") for verb, thing, _ in said if verb == "close")

"""Headlines, most of whose words have a capital: who does what in them."""

from collections.abc import Callable

import pytest

from gestae.loaders.actions import actions
from gestae.loaders.cast import cast_of
from gestae.loaders.parse import Parsed

Say = Callable[..., Parsed]


def told(parsed: Parsed) -> set[tuple[str, str, str]]:
    cast = cast_of(parsed)
    return {
        (f.action.actor.name, f.action.verb, f.action.object.name)
        for s in parsed.sentences
        for f in actions(s, cast)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mayor Jane J. Roe Secures a Second Ferry for Ulm", ("Mayor Jane J. Roe", "secure", "Second Ferry for Ulm")),
        (
            "Mayor Joseph J. Roe Grants Regulatory Relief from Harsh Harbor Fees to Promote American Trade and Fishing in Every Port of the Northern Coast",
            ("Mayor Joseph J. Roe", "grant", "Regulatory Relief"),
        ),
        ("The Harbor Board Is Deporting Him.", ("Harbor Board", "deport", "Him")),
        (
            "The Mayor's Budget Cuts Mooring Costs, Boosts Trade, and Expands Ferry Service",
            ("Mayor's Budget", "boost", "Trade"),
        ),
        (
            "Roe Administration Celebrates Opening of Ulm Lock and Calls on Congress to Pass Harbor Act",
            ("Congress", "pass", "Harbor Act"),
        ),
    ],
)  # fmt: skip
def test_a_headline_keeps_its_verbs(say: Say, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(say(text))


def test_no_name_runs_over_the_verb_of_a_headline(say: Say) -> None:
    parsed = say(
        "Mayor Jane Roe Unveils the Harbor Mission to Dredge Canals\n\nThe Harbor Mission opened a lock."
    )
    assert ("Harbor Mission", "open", "lock") in told(parsed)


def test_what_a_headline_tells_of_is_no_name(say: Say) -> None:
    parsed = say(
        "Mayor Jane Roe Announces Deal with Lindqvist to Lower Fees\n\nThe deal requires Lindqvist to dredge canals."
    )
    assert ("Lindqvist", "dredge", "canals") in told(parsed)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "President Roe Announces Appointments to the Council of Pilots on Locks and Piers",
            ("President Roe", "announce", "Appointments"),
        ),
        ("New Harbor Rules Protect Crews on Small Ferries", ("New Harbor Rules", "protect", "Crews")),
        ("President Roe is Saving Small Ports", ("President Roe", "save", "Small Ports")),
    ],
)
def test_little_words_and_several_who_act_leave_a_headline_one(
    say: Say, text: str, expected: tuple[str, str, str]
) -> None:
    assert any(
        (actor, verb) == expected[:2] and thing.startswith(expected[2])
        for actor, verb, thing in told(say(text))
    )

"""Who gets something done has acted, not what is done."""

from collections.abc import Callable

import pytest

from gestae.loaders.actions import actions
from gestae.loaders.cast import cast_of
from gestae.loaders.parse import Parsed

Say = Callable[..., Parsed]


def deeds(parsed: Parsed) -> list[tuple[str, str, str, str]]:
    cast = cast_of(parsed)
    found = (f.action for s in parsed.sentences for f in actions(s, cast))
    return [(a.actor.name, a.verb, a.type, a.object.name) for a in found]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mayor Roe got the Harbor Act passed.", [("Mayor Roe", "get passed", "Sign", "Harbor Act")]),
        ("Mayor Roe got money approved for the pier.", [("Mayor Roe", "get approved", "Fund", "money")]),
        (
            "The Council will get more people vaccinated.",
            [("Council", "get vaccinated", "Assist", "more people")],
        ),
    ],
)
def test_getting_something_done_is_one_act(
    say: Say, text: str, told: list[tuple[str, str, str, str]]
) -> None:
    assert deeds(say(text)) == told


def test_getting_paid_is_no_act_of_ones_own(say: Say) -> None:
    assert "get paid" not in {verb for _, verb, _, _ in deeds(say("The crews got paid last week."))}


def test_what_comes_into_force_is_told(say: Say) -> None:
    assert deeds(say("The Harbor Agreement entered into force on February 8.")) == [
        ("Harbor Agreement", "enter", "Other", "force")
    ]


def test_by_whom_one_gets_it_done_is_told_too(say: Say) -> None:
    assert deeds(say("Mayor Roe got the bridge mended by the crews.")) == [
        ("Mayor Roe", "get mended", "Other", "bridge"),
        ("crews", "mend", "Other", "bridge"),
    ]


def test_what_comes_into_effect_makes_nobody_partners(say: Say) -> None:
    told = deeds(say("The Harbor Rules shall enter into effect on May 1."))
    assert told == [("Harbor Rules", "enter", "Other", "effect")]

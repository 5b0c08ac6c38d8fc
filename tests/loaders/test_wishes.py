"""Wishes, what is only in view and what only turns to the listener are no acts; the month is no wish."""

from collections.abc import Callable

import pytest

from gestae.loaders.actions import actions
from gestae.loaders.cast import cast_of
from gestae.loaders.parse import Parsed
from gestae.loaders.rules import read

Say = Callable[..., Parsed]


@pytest.mark.parametrize(
    "text",
    [
        "May God protect our crews.",
        "Our crews sailed on, and may the winds carry them home.",
        "God bless you all.",
        "With a view to protecting the port, I transmit this pact.",
    ],
)
def test_who_is_only_wished_to_act_does_not(say: Say, text: str) -> None:
    assert not [
        f for f in read(say(text).document) if getattr(f, "verb", "") in {"protect", "carry", "bless"}
    ]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("In May the council opened two piers.", "open"),
        ("In April and May the firms mended ports in Chile.", "mend"),
        ("In March, April and May the crews opened 40 piers.", "open"),
        ("In April and May the firms open ports in Chile.", "open"),
        ("In July, and May the council opens two piers.", "open"),
        ("Theresa May signed the Harbor Act.", "sign"),
    ],
)
def test_the_month_and_the_name_are_no_wish(say: Say, text: str, verb: str) -> None:
    assert verb in {getattr(f, "verb", "") for f in read(say(text).document)}


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("I will never forget — we were standing on the pier with her.", "forget"),
        ("Folks, look at what we are building in our ports.", "look"),
    ],
)
def test_what_only_turns_to_the_listener_is_no_act(say: Say, text: str, verb: str) -> None:
    parsed = say(text)
    cast = cast_of(parsed)
    assert verb not in {f.action.verb for s in parsed.sentences for f in actions(s, cast)}

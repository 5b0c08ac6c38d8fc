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

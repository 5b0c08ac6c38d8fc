"""Acts that nouns name: whose they are stands before them or behind "by", what is done to behind a preposition."""

from collections.abc import Callable

import pytest

from gestae.loaders.actions import actions
from gestae.loaders.cast import cast_of
from gestae.loaders.parse import Parsed

Say = Callable[..., Parsed]


def deeds(parsed: Parsed) -> list[tuple[str, str, str]]:
    cast = cast_of(parsed)
    found = (f.action for s in parsed.sentences for f in actions(s, cast))
    return [(a.actor.name, a.verb, a.object.name) for a in found]


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Mayor Roe's visit to Dover marks a new chapter.", ("Mayor Roe", "visit", "Dover")),
        (
            "The Council's completion of a harbor study came late.",
            ("Council", "complete", "harbor study"),
        ),
        ("Readout of Mayor Roe's Call with Governor Doe", ("Mayor Roe", "call", "Governor Doe")),
        ("The raiders' attacks on fishing boats go on.", ("raiders", "attack", "fishing boats")),
        ("Norway's commitment to fair fishing is strong.", ("Norway", "commit", "fair fishing")),
        ("The Harbor Council's pledge to stop dumping is new.", ("Harbor Council", "pledge", "stop dumping")),
        ("Jane Roe praised Norway's support for the Harbor Fund.", ("Norway", "support", "Harbor Fund")),
    ],
)
def test_an_act_with_an_owner_is_told(say: Say, text: str, deed: tuple[str, str, str]) -> None:
    assert deed in deeds(say(text))


@pytest.mark.parametrize(
    "text",
    [
        "The Council seeks support for crews.",
        "Last week's visit to Dover went well.",
        "A commitment to safety is good.",
    ],
)
def test_an_act_of_nobody_is_none(say: Say, text: str) -> None:
    assert not {"support", "visit", "commit"} & {verb for _, verb, _ in deeds(say(text))}

"""Acts that nouns name: whose they are stands before them or behind "by", what is done to behind a preposition."""

from collections.abc import Callable

import pytest

from gestae.ontology.facts import Action

Deeds = Callable[[str], list[tuple[str, str, str]]]


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
def test_an_act_with_an_owner_is_told(deeds: Deeds, text: str, deed: tuple[str, str, str]) -> None:
    assert deed in deeds(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Council seeks support for crews.",
        "Last week's visit to Dover went well.",
        "A commitment to safety is good.",
    ],
)
def test_an_act_of_nobody_is_none(deeds: Deeds, text: str) -> None:
    assert not {"support", "visit", "commit"} & {verb for _, verb, _ in deeds(text)}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Norway's planned visit to Ulm was welcomed.", ("visit", "planned")),
        ("The Mayor's potential attack on the reef is feared.", ("attack", "hypothetical")),
        ("The Council urges the Mayor's support for the act.", ("support", "hypothetical")),
        ("Norway's visit to Ulm was welcomed.", ("visit", "factual")),
    ],
)
def test_an_act_that_a_noun_names_may_be_to_come(
    acted: Callable[[str], list[Action]], text: str, act: tuple[str, str]
) -> None:
    told = {(a.verb, a.modality) for a in acted(text)}
    assert act in told
    assert {mood for verb, mood in told if verb == act[0]} == {act[1]}


def test_when_an_act_was_done_is_not_what_it_was_done_to(deeds: Deeds) -> None:
    assert "strike" not in {verb for _, verb, _ in deeds("The crew's strike on Monday closed the port.")}

"""Verbs that the parser takes for nouns or adjectives."""

from collections.abc import Callable

import pytest

from gestae.loaders.actions import actions
from gestae.loaders.cast import cast_of
from gestae.loaders.parse import Parsed

Say = Callable[..., Parsed]


@pytest.mark.parametrize(
    ("text", "actor", "verb", "thing"),
    [
        ("Overly burdensome fees, and administrative delays have effectively stalled recovery efforts.", "administrative delays", "stall", "recovery efforts"),
        ("Last week, President Lindqvist signed executive actions to ensure that locks open.", "President Lindqvist", "sign", "executive actions"),
        ("President Roe reinstated crew members forced out of the harbor over the strike.", "President Roe", "reinstate", "crew members"),
        ("A classified annex to this charter addresses sensitive harbor issues.", "classified annex", "address", "sensitive harbor issues"),
        ("The Lock Fund partners with yards across Norway to mend nets.", "Lock Fund", "partner", "yards"),
        ("Harbor owners will not intentionally encode tide judgments into a chart.", "Harbor owners", "encode", "tide judgments"),
        ("The Harbor Board and Dock Union Reach Massive Ferry Deal", "Dock Union", "reach", "Massive Ferry Deal"),
        ("The plan mends the lock that powers coastal industry and lowers costs for sailors.", "lock", "lower", "costs for sailors"),
    ],
)  # fmt: skip
def test_what_has_a_subject_or_a_helping_verb_is_a_verb(
    say: Say, text: str, actor: str, verb: str, thing: str
) -> None:
    parsed = say(text)
    cast = cast_of(parsed)
    found = [f.action for s in parsed.sentences for f in actions(s, cast)]
    assert any(a.actor.text.startswith(actor) and (a.verb, a.object.name) == (verb, thing) for a in found)


@pytest.mark.parametrize(
    "text",
    ["They gave $3 million for repairs to water works.", "The Board has limited means."],
)
def test_a_noun_behind_to_and_an_adjective_behind_has_stay_what_they_are(say: Say, text: str) -> None:
    tokens = say(text).sentences[0].tokens
    assert not [
        t for t in tokens if t.lower_ in {"water", "limited"} and t.pos_ == "VERB" and t.dep_ != "amod"
    ]


@pytest.mark.parametrize(
    ("text", "verb", "thing"),
    [
        ("The Board fined Harbor Bank.", "fine", "Harbor Bank"),
        ("The Mayor reappointed the Warden.", "reappoint", "Warden"),
        ("The town is defunding the pier.", "defund", "pier"),
    ],
)
def test_a_form_is_one_of_a_verb_that_there_is(say: Say, text: str, verb: str, thing: str) -> None:
    parsed = say(text)
    cast = cast_of(parsed)
    found = [f.action for s in parsed.sentences for f in actions(s, cast)]
    assert [(a.verb, a.object.name) for a in found] == [(verb, thing)]

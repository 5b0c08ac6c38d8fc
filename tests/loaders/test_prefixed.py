"""Verbs with a prefix and a hyphen are read as the verbs they are, and names of companies as one."""

import pytest

from gestae.loaders.parse import pipeline
from gestae.loaders.rules import propose, scene
from gestae.ontology.facts import Document


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Secretary shall co-chair the council.", ("Secretary", "co-chair", "council")),
        ("The ministers co-hosted the harbour summit.", ("ministers", "co-host", "harbour summit")),
        (
            "The group, co-chaired by Ann Lee, met in May.",
            ("Ann Lee", "co-chair", "group, co-chaired by Ann Lee"),
        ),
        ("The islands re-opened their embassy.", ("islands", "re-open", "their embassy")),
    ],
)
def test_a_verb_with_a_prefix_is_one_word(text: str, told: tuple[str, str, str]) -> None:
    found = [p.found.action for p in propose(scene(Document("note", text), pipeline()))]
    assert told in [(a.actor.text, a.verb, a.object.text if a.object else "") for a in found]


def test_a_comma_before_what_a_company_calls_itself_parts_nothing() -> None:
    view = scene(Document("note", "Harbour Foods, Inc. sold nets, lines and sails."), pipeline())
    words = [t.text for s in view.parsed.sentences for t in s.tokens]
    assert words[:3] == ["Harbour", "Foods, Inc.", "sold"]
    assert words.count(",") == 1


def test_a_hyphen_elsewhere_parts_two_words() -> None:
    view = scene(Document("note", "The out-of-town visitors saw a well-known pre-war harbour."), pipeline())
    assert not [t for s in view.parsed.sentences for t in s.tokens if "-" in t.text and len(t) > 1]

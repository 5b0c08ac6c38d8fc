"""What a pronoun means by what stands before it in its own sentence."""

from collections.abc import Callable

import pytest

from gestae.loaders.cast import cast_of
from gestae.loaders.names import definitions
from gestae.loaders.parse import Parsed, pipeline
from gestae.loaders.rules import propose, read, scene
from gestae.ontology.facts import Action

Say = Callable[..., Parsed]


def _called(parsed: Parsed, words: str) -> str:
    cast = cast_of(parsed)
    found = [t for s in parsed.sentences for t in s.tokens if t.text == words][-1]
    return cast.resolve(found.doc[found.i : found.i + 1]).name


def _sinking(parsed: Parsed) -> list[str]:
    found = [f for f in read(parsed.document) if isinstance(f, Action) and f.verb == "sink"]
    return [f.actor.name for f in found]


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("The State of Maine showed how they are mending piers.", "they", "Maine"),
        ("FEMA helped the port. Although Canada builds good ships, it does not sell them.", "it", "Canada"),
        (
            "Ohio grew. China will suspend the tariffs that it has announced.",
            "it",
            "People's Republic of China",
        ),
        ("Ohio grew. Owners will mend the piers that they have built.", "they", "Owners"),
        ("Officials met. FEMA told fishers that they must leave.", "they", "fishers"),
    ],
)
def test_a_pronoun_means_the_subject_over_it_where_nothing_else_can_be_meant(
    say: Say, text: str, word: str, who: str
) -> None:
    assert _called(say(text), word) == who


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("Mayor Max Berg met with Minister Ann Roe in Ulm. She thanked him.", "him", "Mayor Max Berg"),
    ],
)
def test_nobody_thanks_themselves(say: Say, text: str, word: str, who: str) -> None:
    assert _called(say(text), word) == who


def test_somebody_known_who_only_starts_like_another_is_named_whole(say: Say) -> None:
    parsed = say(
        "For years, the Department of State and United States Agency for International Development have opened a port."
    )
    cast = cast_of(parsed)
    tokens = parsed.sentences[0].tokens
    start = next(t.i for t in tokens if t.text == "Department")
    named = [m.name for m in cast.parts(tokens.doc[start : start + 6])]
    assert named == ["Department of State", "United States Agency for International Development"]


def test_it_means_what_the_sentence_before_is_about_though_that_is_no_name(say: Say) -> None:
    text = "The Biden-Harris Administration opened a port. This storm wrecked the pier. It sank nine ships."
    assert _sinking(say(text)) == ["storm"]


def test_you_are_not_what_it_means(say: Say) -> None:
    text = "This storm wrecked the pier. You know the story. It sank nine ships."
    assert _sinking(say(text)) == ["storm"]


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ('S. 12, the "Safe Harbors Act of 2022," which funds piers', "s. 12", "Safe Harbors Act of 2022"),
        ('H.R. 7, the "Port and Tide Act" or the "PAT Act," which', "pat act", "Port and Tide Act"),
        ('S. 9, the "Port and Tide Act or the PAT Act," which', "pat act", "Port and Tide Act"),
    ],
)
def test_a_bill_is_known_by_its_number_and_by_its_other_title(text: str, short: str, full: str) -> None:
    assert definitions(text)[short] == full


def test_a_spokesperson_who_tells_of_travels_is_not_the_traveler(say: Say) -> None:
    parsed = say(
        "Jake Sullivan sailed. Mr. Sullivan met the crew, and he is now joining the pilots.",
        title="Statement from Spokesperson Ann Roe on the Travels of National Security Advisor Jake Sullivan",
    )
    assert _called(parsed, "he") == "Jake Sullivan"


def test_who_is_thanked_for_a_deed_did_it(say: Say) -> None:
    text = "We are grateful to Ann Roe for repairing the lighthouse."
    found = [f for f in propose(scene(say(text).document, pipeline())) if f.found.action.verb == "repair"]
    assert {f.found.action.actor.name for f in found} == {"Ann Roe"}

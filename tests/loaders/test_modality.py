from collections.abc import Callable

import pytest

from gestae.loaders.clauses import clauses
from gestae.loaders.modality import modality, negated
from gestae.loaders.parse import Parsed, Sentence, pipeline
from gestae.loaders.rules import propose, scene
from gestae.ontology.english import english

Parse = Callable[[str], Sentence]


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        ("The office published the list.", "publish", "factual"),
        ("The office is publishing the list.", "publish", "factual"),
        ("The office will publish the list.", "publish", "planned"),
        ("The office plans to publish the list.", "publish", "planned"),
        ("The office shall publish the list.", "publish", "directed"),
        ("The mayor ordered the office to publish the list.", "publish", "directed"),
        ("The office may publish the list.", "publish", "hypothetical"),
        ("The mayor urged the office to publish the list.", "publish", "hypothetical"),
        ("The order directs the office to print the notices, and publish the list.", "publish", "directed"),
        ("If the office publishes the list, prices fall.", "publish", "hypothetical"),
        ("The office is going to publish the list.", "publish", "planned"),
        ("Mayor Roe to Open Pier in Tampa", "open", "planned"),
        ("For years, the fee they pay for Acme to cover its towing fell.", "cover", "factual"),
        ("The mayor is grateful to the office for publishing the list.", "publish", "factual"),
        ("The mayor thanks the office for publishing the list.", "publish", "factual"),
        ("The office continues to publish the list.", "publish", "factual"),
        ("The office will review and publish the list.", "publish", "planned"),
        ("The office opened a desk to publish the list.", "publish", "planned"),
        ("The mayor is proud to publish the list.", "publish", "factual"),
        ("The office has chosen to publish the list.", "publish", "factual"),
        ("The office failed to publish the list.", "publish", "factual"),
        ("The office has yet to publish the list.", "publish", "factual"),
        (
            "The mayor asks that the board open a desk and that Norway publish the list.",
            "publish",
            "hypothetical",
        ),
        ("The court prevents the office from publishing the list.", "publish", "hypothetical"),
        ("The office was founded to print notices and is publishing the list.", "publish", "factual"),
        ("The office may take steps, including publishing the list.", "publish", "hypothetical"),
        ("The mayor tasked the office with publishing the list.", "publish", "directed"),
        ("The charter requires that the list be published.", "publish", "directed"),
        ("The office shall ensure that clerks publish the list.", "publish", "directed"),
        ("In addition to publishing the list, the office will help clerks.", "publish", "planned"),
    ],
)
def test_the_mood_of_a_clause(sentence: Parse, text: str, lemma: str, expected: str) -> None:
    clause = next(c for c in clauses(sentence(text).tokens) if c.verb.lemma_ == lemma)
    assert modality(clause) == expected


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        ("The office did not publish the list.", "publish", True),
        ("The office never published the list.", "publish", True),
        ("The office failed to publish the list.", "publish", True),
        ("The office published no list.", "publish", True),
        ("The office left without publishing the list.", "publish", True),
        ("Instead of publishing the list, the office left.", "publish", True),
        ("Rather than publish the list, the office left.", "publish", True),
        ("The office not only published the list but also opened a desk.", "publish", False),
        ("The office has not just published the list but opened a desk.", "publish", False),
        ("The office no longer publishes the list.", "publish", True),
        ("The office has yet to publish the list.", "publish", True),
        ("No office may publish the list.", "publish", True),
        ("None of the offices published the list.", "publish", True),
        ("Neither Norway nor Ulm published the list.", "publish", True),
        ("No Foreign Harbor Deposit Funds may be moved.", "move", True),
        ("He reminded us no matter how dark the hour.", "remind", False),
        ("The office published the list.", "publish", False),
        ("No Tax on Nets will publish the list.", "publish", False),
    ],
)
def test_what_is_denied(sentence: Parse, text: str, lemma: str, *, expected: bool) -> None:
    clause = next(c for c in clauses(sentence(text).tokens) if c.verb.lemma_ == lemma)
    assert negated(clause) is expected


def test_the_words_that_set_the_mood_stand_in_turtle() -> None:
    words = english()
    assert words.governing["instruct"] == "directed"
    assert words.auxiliaries["shall"] == "directed"
    assert "proud" in words.classes["gladness"]


def test_should_directs_in_an_order_and_is_an_opinion_elsewhere(say: Callable[..., Parsed]) -> None:
    text = (
        "By the authority vested in me, I hereby order as follows. The harbor office should publish the list."
    )
    order = say(text, title="Executive Order on Harbors")
    remarks = say("The harbor office should publish the list.", title="Remarks on Harbors")
    assert [_moods(parsed) for parsed in (order, remarks)] == [["directed"], ["hypothetical"]]


def _moods(parsed: Parsed) -> list[str]:
    view = scene(parsed.document, pipeline())
    return [p.found.action.modality for p in propose(view) if p.found.action.verb == "publish"]

import datetime

import pytest

from gestae.loaders.confidence import WEIGHTS, model
from gestae.loaders.judging import described, judged
from gestae.loaders.parse import pipeline
from gestae.loaders.rules import propose, read, scene
from gestae.loaders.surroundings import genre
from gestae.ontology.facts import Action, Document

TEXT = """On Monday, the Harbor Commission closed two illegal piers and banned their owners.

The Commission remains a beacon of hope for all who love the sea."""
NOTICE = Document(
    "notice", TEXT, "Harbor Commission Closes Piers", datetime.date(2031, 5, 6), "Harbor Commission"
)


def test_what_is_told_carries_a_confidence_and_is_told_at_most_once() -> None:
    view = scene(NOTICE, pipeline())
    proposals = list(propose(view))
    told = list(judged(view, proposals))
    assert {"close", "ban"} <= {action.verb for action, _ in told}
    assert all(0 < action.confidence <= 1 for action, _ in told)
    assert len(told) == len({id(proposal) for _, proposal in told}) <= len(proposals)


def test_plain_acts_are_surer_than_praise() -> None:
    view = scene(NOTICE, pipeline())
    told = {action.verb: action.confidence for action, _ in judged(view, list(propose(view)))}
    assert told["close"] > max((sure for verb, sure in told.items() if verb in {"remain", "love"}), default=0)


def test_every_clause_has_features_of_itself_and_of_its_place() -> None:
    view = scene(NOTICE, pipeline())
    for names in described(view, list(propose(view))):
        kinds = {name.partition("=")[0] for name in names}
        assert {"role", "verb", "genre", "among", "kind", "place"} <= kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The dock workers closed the pier.", "people"),
        ("The board closed the pier.", "agent"),
        ("The storm closed the pier.", "thing"),
        ("Ann Lee closed the pier.", "propn"),
    ],
)
def test_a_judge_is_told_whether_a_subject_can_act(text: str, kind: str) -> None:
    view = scene(Document("note", text), pipeline())
    [names] = described(view, list(propose(view)))
    assert {name for name in names if name.startswith("acts=")} == {f"acts={kind}"}


def test_all_that_a_judge_is_told_has_been_learned() -> None:
    view = scene(NOTICE, pipeline())
    known = {name.partition("=")[0] for name in model(WEIGHTS).names}
    for names in described(view, list(propose(view))):
        assert {name.partition("=")[0] for name in names} <= known


def test_the_kind_of_a_document_shows_in_its_title_or_in_the_words_of_an_order() -> None:
    assert genre(Document("a", "Text.", "Executive Order on Harbors")) == "order"
    assert genre(Document("a", "Text.", "FACT SHEET: Safer Harbors")) == "fact sheet"
    assert genre(Document("a", "By the authority vested in me, I order:")) == "order"
    assert genre(Document("a", "Text.")) == "other"


def test_the_words_of_the_name_of_an_order_tell_of_no_act() -> None:
    text = "I hereby expand Executive Order 12999 of May 4, 1995 (Prohibiting Certain Landings With Respect to the Northern Piers)."
    told = read(Document("note", text, title="Executive Order on Piers", publisher="The White House"))
    assert [fact.verb for fact in told if isinstance(fact, Action)] == ["expand"]

"""The built-in reader on text that is no tidy English prose: no crash, offsets that hold, and no wild facts."""

from datetime import date

import pytest

from gestae.loaders.reader import read_document
from gestae.ontology.facts import Action, Document, Reading


def read(text: str) -> Reading:
    """What the built-in reader makes of a text, every quote held against it."""
    reading = read_document(
        Document("note", text, "Fact Sheet: Harbor Works", date(2031, 5, 2), "The White House")
    )
    assert reading.refusals == ()
    assert all(text[f.quote.start : f.quote.end] == f.quote.text for f in reading.facts)
    return reading


@pytest.mark.parametrize(
    "text",
    [
        "As I shared with you, the mayor opened the harbor in May.",
        "The city is committed to working with firms to produce more bread to share with the world.",
        "The council provides with care.",
    ],
)
def test_giving_without_a_thing_given(text: str) -> None:
    assert all(fact.quote.text for fact in read(text).facts if isinstance(fact, Action))


@pytest.mark.parametrize(
    "text",
    [
        "Let’s celebrate the love that we hold. Let’s elect a mayor.",
        "* The council opened ( ) and *. ’s opened the harbor.",
        "“ ” signed the order. The council signed “ ”.",
    ],
)
def test_marks_alone_are_nobody_and_nothing(text: str) -> None:
    told = [fact for fact in read(text).facts if isinstance(fact, Action)]
    assert all(
        any(c.isalnum() for c in words) for fact in told for words in (fact.actor.name, fact.object.text)
    )

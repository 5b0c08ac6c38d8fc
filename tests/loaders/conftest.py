"""Sentences for the stages of the reader."""

from collections.abc import Callable
from datetime import date

import pytest

from gestae.loaders.actions import actions
from gestae.loaders.cast import cast_of
from gestae.loaders.memberships import memberships
from gestae.loaders.parse import Parsed, Sentence, parse
from gestae.ontology.facts import Action, Document

Say = Callable[..., Parsed]


@pytest.fixture(scope="session")
def say() -> Say:
    """Parse a text as a White House fact sheet of 2 May 2023, or with other metadata."""

    def parsed(text: str, **known: object) -> Parsed:
        given: dict[str, object] = {
            "title": "Fact Sheet",
            "date": date(2023, 5, 2),
            "publisher": "The White House",
            **known,
        }
        return parse(Document("note", text, **given))  # type: ignore[arg-type]

    return parsed


@pytest.fixture(scope="session")
def sentence(say: Say) -> Callable[[str], Sentence]:
    """The one sentence of a text."""
    return lambda text: say(text).sentences[0]


@pytest.fixture(scope="session")
def told(say: Say) -> Callable[[str], set[tuple[str, str]]]:
    """The memberships of a text: the names of member and body."""

    def pairs(text: str) -> set[tuple[str, str]]:
        parsed = say(text)
        return {(m.member.name, m.group.name) for m in memberships(parsed, cast_of(parsed))}

    return pairs


@pytest.fixture(scope="session")
def acted(say: Say) -> Callable[[str], list[Action]]:
    """The proposed actions of a text, before they are judged."""

    def proposed(text: str) -> list[Action]:
        parsed = say(text)
        cast = cast_of(parsed)
        return [f.action for s in parsed.sentences for f in actions(s, cast)]

    return proposed


@pytest.fixture(scope="session")
def deeds(acted: Callable[[str], list[Action]]) -> Callable[[str], list[tuple[str, str, str]]]:
    """The names of who acts, the verb, and the name of its object, of each."""
    return lambda text: [(a.actor.name, a.verb, a.object.name) for a in acted(text)]

"""Sentences for the stages of the reader."""

from collections.abc import Callable
from datetime import date

import pytest

from gestae.loaders.parse import Parsed, Sentence, parse
from gestae.ontology.facts import Document

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

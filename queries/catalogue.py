"""The named questions, each in SPARQL (`.rq`) and in Cypher (`.cypher`).

The first comment of a file says what it asks, the next ones which parameters it takes.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from gestae.ontology.errors import QueryError

__all__ = ["Language", "Parameter", "Question", "bound", "question", "questions"]

Language = Literal["SPARQL", "Cypher"]

_SUFFIXES: dict[Language, str] = {"SPARQL": ".rq", "Cypher": ".cypher"}
_COMMENT = re.compile(r"(?:#|//) ")
_PARAMETER = re.compile(r"(?:#|//) (?P<name>\w+): (?P<says>.+?)(?P<optional> \(optional\))?$")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a question asks for; one that is optional may be left out."""

    name: str
    says: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A named question with its text in one of the languages."""

    name: str
    says: str
    parameters: tuple[Parameter, ...]
    text: str


@lru_cache(maxsize=2)
def questions(language: Language = "SPARQL") -> dict[str, Question]:
    """The named questions of a language, by name."""
    suffix = _SUFFIXES[language]
    found = (f for f in files("gestae.queries").iterdir() if f.name.endswith(suffix))
    return {
        q.name: q
        for q in sorted(
            (_question(f.name.removesuffix(suffix), f.read_text(encoding="utf-8")) for f in found),
            key=lambda q: q.name,
        )
    }


def question(name: str, language: Language = "SPARQL") -> Question:
    """The question of that name; a `QueryError` names those there are."""
    known = questions(language)
    if name not in known:
        raise QueryError(f"no question is called {name!r}; there are: {', '.join(known)}")
    return known[name]


def bound(question: Question, given: Mapping[str, str]) -> dict[str, str]:
    """The parameters of a question with the values given; a `QueryError` where one is unknown or lacking."""
    known = {parameter.name: parameter for parameter in question.parameters}
    if unknown := sorted(set(given) - set(known)):
        takes = ", ".join(known) or "no parameters"
        raise QueryError(f"{question.name} knows no parameter {unknown[0]!r}; it takes {takes}")
    for parameter in question.parameters:
        if not parameter.optional and parameter.name not in given:
            raise QueryError(f"{question.name} needs {parameter.name}: {parameter.says}")
    return {name: given.get(name, "") for name in known}


def _question(name: str, text: str) -> Question:
    lines = text.splitlines()
    said = (m for m in map(_PARAMETER.match, lines[1:]) if m)
    parameters = tuple(Parameter(m["name"], m["says"], bool(m["optional"])) for m in said)
    return Question(name, _COMMENT.sub("", lines[0], count=1), parameters, text)

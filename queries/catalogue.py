"""The named questions: each a `.rq` file whose first comment says what it asks, and the next which parameters it takes."""

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from gestae.ontology.errors import QueryError

__all__ = ["Parameter", "Question", "question", "questions"]

_PARAMETER = re.compile(r"# (?P<name>\w+): (?P<says>.+?)(?P<optional> \(optional\))?$")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a question asks for; one that is optional may be left out."""

    name: str
    says: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A named question with its text in SPARQL."""

    name: str
    says: str
    parameters: tuple[Parameter, ...]
    text: str


@lru_cache(maxsize=1)
def questions() -> dict[str, Question]:
    """The named questions, by name."""
    found = (f for f in files("gestae.queries").iterdir() if f.name.endswith(".rq"))
    return {
        q.name: q
        for q in sorted(
            (_question(f.name.removesuffix(".rq"), f.read_text(encoding="utf-8")) for f in found),
            key=lambda q: q.name,
        )
    }


def question(name: str) -> Question:
    """The question of that name; a `QueryError` names those there are."""
    known = questions()
    if name not in known:
        raise QueryError(f"no question is called {name!r}; there are: {', '.join(known)}")
    return known[name]


def _question(name: str, text: str) -> Question:
    lines = text.splitlines()
    said = (m for m in map(_PARAMETER.match, lines[1:]) if m)
    parameters = tuple(Parameter(m["name"], m["says"], bool(m["optional"])) for m in said)
    return Question(name, lines[0].removeprefix("# "), parameters, text)

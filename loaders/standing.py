"""Whether a number tells what was counted, what is expected, or how a count stands on the day that it is told.

"The fleet grew by 5 percent" and "growth is forecast at 6 percent" measure two things; "bringing the number of boats to
83" and, half a year later, "to 132" measure one thing on two days. Numbers are compared by what they measure, so these
are told apart there.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gestae.loaders.grammar import COMPLEMENTS, PREDICATES, SUBJECTS
from gestae.loaders.modality import mood
from gestae.ontology.english import english, verbs_by_form
from gestae.ontology.measures import FORECAST, TOTAL

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["standing"]

_LEVEL = frozenset({"to", "at", "from"})
"""Before a number they give a height, where "by" gives a difference."""
_OBJECT = frozenset({"dobj", "obj", "attr", "npadvmod"})
_DEEP = 8


def standing(anchor: "Token", verb: "Token | None") -> Iterator[str]:
    """The marks of a number that hangs by a token under the verb that governs it, each of `gestae.ontology.measures`."""
    path = tuple(_path(anchor, verb))
    if _expected(path, verb):
        yield FORECAST
    elif verb is not None and (_reaches(path, verb) or _so_far(verb)):
        yield TOTAL


def _path(anchor: "Token", verb: "Token | None") -> Iterator["Token"]:
    """The token that a number hangs by and those that it hangs on, up to its verb, that one left out."""
    token = anchor
    for _ in range(_DEEP):
        if verb is not None and token.i == verb.i:
            return
        yield token
        if token.head.i == token.i or token.head.pos_ in PREDICATES:
            return
        token = token.head


def _expected(path: tuple["Token", ...], verb: "Token | None") -> bool:
    """Whether the number, or what it belongs to, is called a forecast, or its clause is no fact."""
    if any(_foreseen(token, counted=token.i == path[0].i and not token.like_num) for token in path):
        return True
    if verb is None:
        return False
    if mood(verb) != "factual" or _expecting(verb):
        return True
    if any(_foreseen(child) for child in verb.children if child.dep_ in SUBJECTS):
        return True
    return verb.dep_ in COMPLEMENTS and _expecting(verb.head)


def _foreseen(noun: "Token", *, counted: bool = False) -> bool:
    """Whether a noun is a forecast or an expected one; a forecast that is counted itself is there."""
    if not counted and noun.lemma_.lower() in english().classes["forecast"]:
        return True
    return any(_expecting(c) for c in noun.children if c.dep_ == "amod")


def _expecting(token: "Token") -> bool:
    return token.pos_ in {"VERB", "ADJ"} and token.lower_ in verbs_by_form(english().classes["expecting"])


def _reaches(path: tuple["Token", ...], verb: "Token") -> bool:
    """Whether a verb says how high the number stands: "raised it to 300", "reached 300"."""
    last = path[-1] if path else None
    if last is None or last.head.i != verb.i:
        return False
    classes = english().classes
    lemma = verb.lemma_.lower()
    if last.dep_ == "prep":
        return lemma in classes["level"] and last.lower_ in _LEVEL
    return lemma in classes["reaching"] and last.dep_ in _OBJECT


def _so_far(verb: "Token") -> bool:
    """Whether the clause says that it tells of now, and that there may be more to come."""
    said = f" {' '.join(t.lower_ for t in verb.subtree)} "
    return any(f" {words} " in said for words in english().classes["so-far"])

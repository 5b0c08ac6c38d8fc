"""What stands before a pronoun in its own sentence, and can be what it means.

The dependency labels are those of spaCy's English pipelines (CLEAR style).
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["people_before"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def people_before(pronoun: "Token") -> list["Token"]:
    """The people named before a pronoun in other clauses of its sentence: subjects first, then the nearest."""
    over = None if pronoun.dep_ == "poss" else _clause(pronoun)
    people = [
        token
        for token in reversed(pronoun.doc[pronoun.sent.start : pronoun.i])
        if token.ent_type_ == "PERSON"
        and token.pos_ == "PROPN"
        and token.dep_ != "compound"
        and (over is None or _clause(token) != over)
    ]
    return sorted(people, key=lambda token: token.dep_ not in _SUBJECTS)


def _clause(token: "Token") -> int | None:
    """The predicate over a token, by its place."""
    return next((a.i for a in token.ancestors if a.pos_ in {"VERB", "AUX"}), None)

"""The action that a number results from: "…, leading to 1,500 arrests", and what an act was itself done to or with.

The dependency labels are those of spaCy's English pipelines (CLEAR style).
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from gestae.loaders.clauses import Clause
from gestae.ontology.english import english
from gestae.ontology.facts import Action

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Done", "cause"]

Done = tuple[Action, Clause]
"""An action, and the clause that it was read from."""

_COUNTED = frozenset({
    "Arrest", "Assist", "Charge", "Convict", "Dismantle", "Establish", "Fund", "Honor", "Investigate", "Rescue", "Sanction",
    "Terminate", "Train",
})  # fmt: skip
"""Types of action whose object is what they brought about, so that its number is their outcome."""
_TELLING = frozenset(
    {
        "announce",
        "commit",
        "contain",
        "include",
        "plan",
        "pledge",
        "propose",
        "request",
        "spend",
        "unveil",
        "use",
    }
)
"""Verbs whose object was there without them, or is yet to come."""
_OF = frozenset({"of", "against", "for"})
_INTO = {"result": {"in"}, "lead": {"to"}, "culminate": {"in"}, "contribute": {"to"}}
"""Prepositions behind which verbs of result name it; other verbs of result have it as their object."""
_CLIMB = 8


def cause(number: "Token", actions: Sequence[Done]) -> Action | None:
    """The action that the number which hangs on a token results from, where the clause says so."""
    if not actions:
        return None
    below = number
    counted = number.lower_ not in {"%", "percent"}
    for _ in range(_CLIMB):
        above = below.head
        if above.i == below.i:
            return None
        if above.pos_ == "VERB":
            if above.lemma_.lower() in english().classes["result"] and above.i < number.i:
                return _before(above, actions) if _names(above, below) else None
            return _done(above, below, actions) if counted else None
        counted = counted and (below.dep_ != "prep" or below.lower_ in _OF)
        below = above
    return None


def _names(verb: "Token", below: "Token") -> bool:
    """Whether the branch on which a number hangs names the result of a verb."""
    into = _INTO.get(verb.lemma_.lower())
    if into:
        return below.dep_ == "prep" and below.lower_ in into
    return below.dep_ == "dobj" and verb.tag_ == "VBG" and verb.dep_ in {"advcl", "acl"}


def _before(verb: "Token", actions: Sequence[Done]) -> Action | None:
    """What a verb of result says its result follows from: its subject, or the clause that it hangs on."""
    own = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if own is not None and own.lower_ not in {"which", "that"}:
        return _at(own, actions)
    if verb.dep_ not in {"advcl", "acl", "relcl"} or (own is None and verb.tag_ != "VBG"):
        return None
    node = verb.head
    for _ in range(_CLIMB):
        found = _at(node, actions)
        if found is not None or node.pos_ == "VERB" or node.head.i == node.i:
            return found
        node = node.head
    return None


def _at(token: "Token", actions: Sequence[Done]) -> Action | None:
    return next(
        (action for action, clause in actions if clause.verb.doc is token.doc and clause.verb.i == token.i),
        None,
    )


def _done(verb: "Token", below: "Token", actions: Sequence[Done]) -> Action | None:
    """The action of the verb whose object holds the number, where it was done and its object is its outcome."""
    for action, clause in actions:
        if (
            clause.verb.doc is verb.doc
            and clause.verb.i == verb.i
            and action.modality == "factual"
            and not action.negated
            and action.type in _COUNTED
            and verb.lemma_ not in _TELLING
            and any(o.i == below.i for o in clause.objects[:1])
        ):
            return action
    return None

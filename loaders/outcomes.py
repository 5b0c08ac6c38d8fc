"""The action that a number results from: "…, leading to 1,500 arrests", and what an act was itself done to or with.

The dependency labels are those of spaCy's English pipelines (CLEAR style).
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from gestae.loaders.clauses import Clause
from gestae.loaders.speaker import NATION
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
            return _done(above, below, number, actions) if counted else None
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
            # "we talked about patrols that led to 40 arrests": it is not the talk that did
            told = verb.dep_ == "relcl" and node.lemma_.lower() in english().classes["regarding"]
            return None if told else found
        node = node.head
    return None


def _at(token: "Token", actions: Sequence[Done]) -> Action | None:
    return next(
        (action for action, clause in actions if clause.verb.doc is token.doc and clause.verb.i == token.i),
        None,
    )


def _done(verb: "Token", below: "Token", number: "Token", actions: Sequence[Done]) -> Action | None:
    """The action of the verb whose object holds the number, where it was done and its object is its outcome."""
    for action, clause in actions:
        if (
            clause.verb.doc is verb.doc
            and clause.verb.i == verb.i
            and action.modality == "factual"
            and not action.negated
            and action.type in _COUNTED
            and any(o.i == below.i for o in clause.objects[:1])
            and not _found(verb.lemma_.lower(), action)
            and not _awaited(verb)
            and not _known(number, verb)
        ):
            return action
    return None


def _found(lemma: str, action: Action) -> bool:
    """Whether an act finds its object there: money that is received, the dead whom a nation mourns."""
    words = english().classes
    if lemma in words["there-before"] or (action.type == "Fund" and lemma in words["receiving"]):
        return True
    if action.type != "Honor" or lemma in words["conferring"]:
        return False
    return lemma not in words["honouring"] or action.actor.name == NATION


def _awaited(verb: "Token") -> bool:
    """Whether a verb only shares what another says is to come: "rules that would cut fees, fund 40 schools"."""
    if verb.dep_ == "conj" and verb.tag_ == "VB":
        return verb.head.tag_ != "VB" and not any(c.dep_ in {"aux", "auxpass"} for c in verb.lefts)
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    within = verb.tag_ == "VBG" and verb.dep_ in {"advcl", "pcomp"}
    return within and any(c.tag_ == "MD" for c in above.lefts)


def _known(number: "Token", verb: "Token") -> bool:
    """Whether a number counts those of whom something further is told: "these 40 sailors were trained in Ulm"."""
    if number.dep_ != "nsubjpass" or number.head.i != verb.i:
        return False
    return any(c.lower_ in {"these", "those"} for c in number.lefts)

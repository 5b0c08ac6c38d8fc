"""To or for whom something is done: whoever is told to act, helped, trained or honored, or given something.

The dependency labels are those of spaCy's English pipelines (CLEAR style).
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

from gestae.loaders.acting import can_act
from gestae.loaders.clauses import Clause
from gestae.loaders.phrases import core, strip_article
from gestae.ontology.english import english
from gestae.ontology.facts import Action, Mention

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

__all__ = ["recipient_of"]

_TOLD = frozenset({"Direct", "Request"})
"""Types whose recipient is whoever is to act."""
_BENEFITING = frozenset({"Assist", "Partner", "Train"})
"""Types whose object is their recipient, where it is somebody."""
_GIVEN = frozenset({"Assist", "Fund", "Sanction", "Commit"})
"""Types of which a place can be the recipient."""
_TOGETHER = frozenset({"Partner", "Convene"})
"""Types whose recipient is whoever it is done with."""
_GIVING = frozenset({"for", "to"})
_ALSO = {"Fund": "in", "Sanction": "on"}
"""Further prepositions that a recipient stands behind: "invested in schools", "tariffs on importers"."""


class Resolver(Protocol):
    """What knows whom a phrase names."""

    def resolve(self, tokens: "Span") -> Mention:
        """Whom or what a noun phrase names."""


def recipient_of(action: Action, clause: Clause, cast: Resolver) -> Mention | None:
    """The recipient of an action that was read from a clause; nothing where the clause names none."""
    for token, certain in _candidates(action, clause):
        span = strip_article(core(token))
        who = cast.resolve(span)
        if certain or can_act(who, token):
            return who
    return None


def _candidates(action: Action, clause: Clause) -> "Iterator[tuple[Token, bool]]":
    """Whom a clause may name as recipient, the likeliest first, and whether only a recipient can stand there."""
    verb = clause.verb
    told = _told(clause)
    words = english().classes
    others = verb.lemma_.lower() in words["enabling"] | words["hindering"]
    if told is not None and (action.type in _TOLD or others):
        yield told, False
        return
    if clause.passive and action.type in _TOLD:
        yield from ((c, False) for c in verb.lefts if c.dep_ == "nsubjpass")
        return
    supplied = _supplied(verb)
    if supplied is not None:
        yield supplied, False
    for child in verb.rights:
        if child.dep_ == "dative" and child.pos_ in {"NOUN", "PROPN", "PRON"}:
            yield child, True
    praised = verb.lemma_.lower() in words["praise"]
    if clause.objects and (praised or action.type in _BENEFITING):
        yield clause.objects[0], False
    if action.type in _TOGETHER:
        holders = (verb, *clause.objects[:1])
        yield from ((c, False) for h in holders for c in _behind(h, "with"))
    giving = _GIVING | {_ALSO.get(action.type, "to")}
    for holder in (verb, *clause.objects[:1]) if clause.objects else ():
        for child in holder.rights:
            if child.dep_ in {"prep", "dative"} and child.lower_ in giving and holder.pos_ != "PROPN":
                yield from (
                    (c, False) for c in child.children if c.dep_ == "pobj" and not _whither(c, action)
                )


def _supplied(verb: "Token") -> "Token | None":
    """Of "provides families with food": the families."""
    if verb.lemma_.lower() not in english().classes["supplying"] or not any(_behind(verb, "with")):
        return None
    return next((c for c in verb.rights if c.dep_ == "dobj"), None)


def _behind(holder: "Token", preposition: str) -> "Iterator[Token]":
    """What stands behind a preposition that hangs on a word."""
    for child in holder.rights:
        if child.dep_ == "prep" and child.lower_ == preposition:
            yield from (c for c in child.children if c.dep_ == "pobj")


def _whither(target: "Token", action: Action) -> bool:
    """Whether it tells where something goes ("took the train to Dover") or why ("for the first time")."""
    if target.ent_type_ in {"DATE", "TIME"} or target.pos_ == "VERB":
        return True
    return target.ent_type_ in {"GPE", "LOC", "FAC"} and action.type not in _GIVEN


def _told(clause: Clause) -> "Token | None":
    """Of "directs the Secretary to publish" and "called on Congress to act": who is to do it."""
    verb = clause.verb
    done = clause.complement
    if done is not None and done.pos_ in {"VERB", "AUX"}:
        own = next((c for c in done.lefts if c.dep_ in {"nsubj", "nsubjpass"} and c.i > verb.i), None)
        if own is not None:
            return own
    below = [c for c in verb.rights if c.dep_ in {"xcomp", "ccomp", "advcl"} and c.tag_ in {"VB", "VBG"}]
    for child in verb.rights:
        if child.dep_ == "prep" and child.lower_ in {"on", "upon"}:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
        if child.dep_ == "dobj" and (below or any(c.dep_ in {"acl", "relcl", "prep"} for c in child.rights)):
            return child
    return None

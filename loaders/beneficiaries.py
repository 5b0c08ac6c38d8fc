"""Recipients that stand farther from their verb: whom an honour or a meeting is for, and for whom its object is.

The dependency labels are those of spaCy's English pipelines (CLEAR style).
"""

from typing import TYPE_CHECKING

from gestae.loaders.acting import acting, human
from gestae.loaders.grammar import NOUNS, TIMES
from gestae.ontology.english import english

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from gestae.loaders.clauses import Clause
    from gestae.ontology.facts import Action

__all__ = ["beneficiaries", "is_somebody", "joins_body"]

_GIVEN = frozenset({"Assist", "Commit", "Direct", "Establish", "Fund", "Sanction", "Sign", "Train", "Reform"})
"""Types of what is done for somebody; what is told, asked or met over "for sailors" is only about them."""
_DEEPEST = 3
"""Nouns over one another below which nobody is sought ("$9 million | in funding | for ports")."""
_LINKING = frozenset({"of", "in", "for"})
"""Prepositions that more of what is given stands behind."""
_NO_GOAL = frozenset(
    {"accordance", "addition", "capital", "exchange", "order", "response", "return", "total"}
)
"""What an investment is "in" that it does not go to."""
_OURS = frozenset({"our", "that", "this"})
_MEMBERSHIP = frozenset({"join", "rejoin", "chair", "lead"})
"""Verbs whose object, where it is a body, somebody is of, and not with."""


def beneficiaries(action: "Action", clause: "Clause") -> "Iterator[Token]":
    """Whom an action is for, the likeliest first, where nobody stands at its verb as its recipient."""
    verb, things = clause.verb, clause.objects[:1]
    named = english().classes
    if not clause.passive and verb.lemma_.lower() in named["honouring"] | named["praise"]:
        yield from (t for t in things if is_somebody(t) and t.pos_ != "PRON")
    if action.type == "Fund":
        yield from _invested_in(verb)
    if action.type == "Assist":
        yield from _whose(things)
    if action.type in _GIVEN:
        for holder in (*things, verb):
            yield from _meant_for(holder)
    if action.type in _GIVEN or verb.lemma_.lower() in english().classes["dispatching"]:
        for thing in things:
            yield from _gone_to(thing, verb)


def is_somebody(noun: "Token") -> bool:
    """Whether a noun is people, by what they are or by name, be it behind how many they are ("millions of sailors")."""
    lemma = noun.lemma_.lower()
    person = noun.ent_type_ == "PERSON" and any(True for _ in noun.lefts)  # "Passover" passes for one
    named = person or (noun.ent_type_ == "NORP" and noun.pos_ in NOUNS)
    if named or noun.pos_ == "PRON" or any(map(_people, (lemma, lemma.removesuffix("s")))):
        return True
    counted = lemma in english().classes["quantity"] or noun.ent_type_ == "CARDINAL" or lemma == "generation"
    return counted and any(is_somebody(c) for c in _behind(noun, "of"))


def _people(lemma: str) -> bool:
    return human(lemma) or lemma in english().classes["beneficiary"]


def joins_body(verb: "Token", thing: "Token") -> bool:
    """Whether somebody only comes into or leads a body ("joined the League of Ports"), which gets nothing by it."""
    several = thing.tag_ == "NNS" and acting(thing.lemma_.lower())
    return verb.lemma_.lower().removeprefix("co-") in _MEMBERSHIP and not (several or is_somebody(thing))


def _invested_in(verb: "Token") -> "Iterator[Token]":
    """Of "invested $4 million in ferries": the ferries."""
    if verb.lemma_.lower() not in english().classes["investing"]:
        return
    for preposition in ("in", "into"):
        for goal in _behind(verb, preposition):
            close = goal.left_edge.i == goal.head.i + 1 and goal.pos_ != "PRON"
            if (
                close
                and not _only_said(goal)
                and goal.ent_type_ not in TIMES
                and goal.lemma_.lower() not in _NO_GOAL
            ):
                yield goal


def _only_said(goal: "Token") -> bool:
    """Whether what one invests in is no goal of money: "our future", "that resolve"."""
    return goal.like_num or any(c.lower_ in _OURS for c in goal.lefts)


def _whose(things: "Sequence[Token]") -> "Iterator[Token]":
    """Of "protects the rights of sailors" and "protects sailors' health": the sailors."""
    for thing in things:
        if thing.pos_ != "NOUN":
            continue
        yield from (c for c in _behind(thing, "of") if is_somebody(c) and c.pos_ != "PRON")
        yield from (c for c in thing.lefts if c.dep_ == "poss" and c.pos_ != "PRON" and is_somebody(c))


def _meant_for(holder: "Token", depth: int = 0) -> "Iterator[Token]":
    """Of "cut the cost of tickets for sailors" and "a guide for pilots to follow": the sailors, the pilots."""
    if holder.pos_ == "PROPN":
        return  # "the Imager for Pilots" is a name
    for child in holder.rights:
        if child.dep_ in {"acl", "relcl", "advcl"}:
            own = next((c for c in child.lefts if c.dep_ == "nsubj" and c.pos_ != "PRON"), None)
            marked = any(c.dep_ == "mark" and c.lower_ == "for" for c in child.lefts)
            if own is not None and marked:
                yield own
        if child.dep_ not in {"prep", "dative"} or (child.lower_ not in _LINKING):
            continue
        for target in child.rights:
            if target.dep_ != "pobj":
                continue
            country = target.ent_type_ == "GPE" and holder.pos_ != "VERB"
            if child.lower_ == "for" and target.pos_ != "PRON" and (country or is_somebody(target)):
                yield target
            elif depth < _DEEPEST and holder.pos_ != "VERB":
                yield from _meant_for(target, depth + 1)


def _gone_to(thing: "Token", verb: "Token") -> "Iterator[Token]":
    """Of "announced $4 million in aid to Chile" and "sent its crews to Chile": Chile; not where it is moved from elsewhere."""
    holder = thing
    for _ in range(_DEEPEST):
        inner = next((c for p in ("in", "of") for c in _behind(holder, p)), None)
        if inner is None:
            break
        holder = inner
        yield from (c for c in _behind(holder, "to") if c.ent_type_ == "GPE")
    moved = any(c.dep_ == "prep" and c.lower_ == "from" for c in verb.rights)
    if verb.lemma_.lower() in english().classes["dispatching"] and not moved:
        yield from (c for c in _behind(verb, "to") if c.ent_type_ == "GPE")


def _behind(holder: "Token", preposition: str) -> "Iterator[Token]":
    for child in holder.rights:
        if child.dep_ in {"prep", "dative"} and child.lower_ == preposition:
            yield from (c for c in child.rights if c.dep_ == "pobj")

"""By whom a passive says that something is done."""

from typing import TYPE_CHECKING

from gestae.loaders.grammar import TIMES
from gestae.loaders.phrases import conjuncts, under_of
from gestae.ontology.english import english

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["agents"]

_TIMES = frozenset({"day", "week", "month", "quarter", "year", "end", "mark", "deadline", "time", "date"})
_PARTS = frozenset({"half", "third", "thirds", "quarter", "quarters"})

_WRITTEN = ("agreement", "document", "law", "order")
"""Classes of what lays down what is written in it."""


def agents(verb: "Token") -> list["Token"]:
    """Who a passive says that it is done by."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            named = (c for c in child.children if c.dep_ == "pobj" and not _time(c) and not _amount(c))
            return [h for c in named for h in conjuncts(c)]
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.head.tag_ == "VBN":
        return agents(verb.head)
    return _distant_agents(verb) or _laying_down(verb) or _through_a_law(verb)


def _laying_down(verb: "Token") -> list["Token"]:
    """What lays down or describes: of "the emergency declared in Order 9" the order."""
    words = english().classes
    if verb.lemma_ not in words["laying-down"]:
        return []
    return [
        c
        for p in verb.rights
        if p.dep_ == "prep" and p.lower_ == "in"
        for c in p.rights
        if c.dep_ == "pobj" and any(c.lemma_.lower() in words[name] for name in _WRITTEN)
    ]


def _through_a_law(verb: "Token") -> list["Token"]:
    """The law of "accounts created through the Harbor Act": what a law lets be done, it does."""
    words = english().classes
    return [
        c
        for p in verb.rights
        if p.dep_ == "prep" and p.lower_ == "through"
        for c in p.rights
        if c.dep_ == "pobj" and c.pos_ == "PROPN" and c.lemma_.lower() in words["law"]
    ]


def _time(noun: "Token") -> bool:
    """Whether "by" tells until when, not who ("hired by Day 100", "by the 100-day mark")."""
    return noun.ent_type_ in TIMES or noun.lemma_.lower() in _TIMES


def _amount(noun: "Token") -> bool:
    """Whether "by" tells by how much ("cut by 40 percent", "by hundreds of dollars", "by half")."""
    lower = noun.lower_
    if lower in {"%", "percent"} or noun.is_currency or noun.ent_type_ in {"MONEY", "PERCENT"}:
        return True
    of = under_of(noun)
    words = english().classes
    if noun.lemma_.lower() in words["quantity"]:
        return any(
            c.lemma_.lower() in words["currency"] | words["unit"] for c in of
        )  # "led by hundreds of volunteers"
    return (noun.like_num or lower in _PARTS) and not of  # "led by one of them"


def _distant_agents(verb: "Token") -> list["Token"]:
    """The agent of "joined in support by Canada", which the parser hangs on the phrase between."""
    for child in verb.rights:
        if child.dep_ == "prep":
            for by in child.subtree:
                if (
                    by.lower_ == "by"
                    and by.dep_ == "prep"
                    and by.head.dep_ == "pobj"
                    and by.head.head.i == child.i
                ):
                    return [
                        h
                        for c in by.children
                        if c.dep_ == "pobj" and c.ent_type_ != "DATE"
                        for h in conjuncts(c)
                    ]
    return []

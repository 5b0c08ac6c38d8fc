"""Whether the time of a predicate can hold for a clause that hangs on it."""

from typing import TYPE_CHECKING

from gestae.loaders.grammar import AUXILIARIES, SUBJECTS
from gestae.loaders.time_phrases import MODALS, PERFECT
from gestae.ontology.english import english

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["bidden", "elsewhen", "holds_below"]

_PARTED = frozenset({"after", "before", "despite", "following", "toward", "towards", "without"})
_AIMS = frozenset(
    {"aim", "commitment", "goal", "intent", "intention", "plan", "pledge", "proposal", "target"}
)
"""What has an act ahead of it: "today, she announced her intent to nominate him" names no day of the nomination."""


def holds_below(verb: "Token", below: "Token", *, nested: bool) -> bool:
    """Whether the time of a predicate can hold for one that hangs on it: of one mood, no perfect between."""
    helping = {c.lower_ for c in below.children if c.dep_ in AUXILIARIES}
    if helping & MODALS and not any(c.lower_ in MODALS for c in verb.children if c.dep_ == "aux"):
        return False
    if "to" in helping and below.dep_ == "acl" and below.head.lemma_.lower() in _AIMS:
        return False
    if helping & PERFECT and below.dep_ in {"relcl", "ccomp", "advcl"}:
        return False
    if below.dep_ == "relcl" and any(c.dep_ in SUBJECTS and c.lower_ == "who" for c in below.children):
        return False  # "in 2019, the man who robbed it was freed"
    if below.dep_ == "ccomp" and below.tag_ == "VBD" and verb.lemma_ in english().classes["ruling"]:
        return False
    if any(t.text == ";" for t in verb.doc[below.i : verb.i]):
        return False  # "every year, it helps 30 crews; in 2021 it helped 40" are two sentences in one
    if below.dep_ == "pcomp" and (_prior(below.head) or _for_merit(verb, below.head)):
        return False  # "prior to joining the guild, she led the pilots from 2020 to 2022"
    if below.dep_ == "advcl" and any(
        c.dep_ == "mark" and c.lower_ in {"after", "before", "until"} for c in below.children
    ):
        return False
    return nested or not (below.dep_ == "relcl" or ("to" in helping and below.dep_ == "acl") or _apart(below))


def _prior(preposition: "Token") -> bool:
    """Whether what a preposition governs was before: "before", "prior to"."""
    return preposition.lower_ == "before" or (
        preposition.lower_ == "to" and preposition.head.lower_ == "prior"
    )


def _for_merit(verb: "Token", preposition: "Token") -> bool:
    """Whether a preposition leads to what somebody is praised for, which was done before."""
    return preposition.lower_ in {"for", "with"} and verb.lemma_.lower() in english().classes["praise"] | {
        "credit"
    }


def bidden(clause: "Token") -> bool:
    """Whether a clause is what somebody tells, asks or allows others to do: "she urged them to close it", "… that they close it"."""
    verb = clause.head
    lemma = verb.lemma_.lower()
    helping = {c.lower_ for c in clause.children if c.dep_ in AUXILIARIES}
    subjunctive = clause.dep_ == "ccomp" and clause.tag_ in {"VB", "VBP"} and not helping
    asked = english().governing.get(lemma) in {"directed", "hypothetical"} and lemma != "help"
    return (asked and clause.dep_ in {"ccomp", "xcomp"} and ("to" in helping or subjunctive)) or (
        lemma == "propose" and subjunctive
    )


def _apart(clause: "Token") -> bool:
    """Whether the numbers of a clause are not those of what is done over it, then.

    They are of what came before or is hoped for ("despite having 40 arrests", "a step towards unlocking $3 million"), of what
    is only announced ("today, he will announce that the firm will invest $3 million"), or measure something by something
    else ("as much as what 40 homes use").
    """
    verb = clause.head
    telling = verb.lemma_.lower() in english().classes["touting"]
    helping = {c.lower_ for c in clause.children if c.dep_ == "aux"}
    if clause.dep_ == "pcomp":
        return verb.lower_ in _PARTED or any(c.lower_ == "what" for c in clause.lefts)
    if clause.dep_ in {"advcl", "xcomp"}:
        return telling and "to" in helping
    return clause.dep_ == "ccomp" and telling and bool(helping & MODALS)


def elsewhen(verb: "Token") -> bool:
    """Whether an adverb puts an act apart from what was told before: "The Board recently opened a pier and mended a lock"."""
    if verb.lower_.startswith("pre-"):
        return True  # "boats were pre-deployed", before the storm of which a text tells
    first = verb
    while first.dep_ == "conj" and first.head.pos_ == "VERB":
        first = first.head
    apart = english().classes["elsewhen"]
    return any(c.dep_ == "advmod" and c.lower_ in apart for v in (verb, first) for c in v.children)

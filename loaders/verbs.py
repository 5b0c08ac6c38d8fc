"""The verb or verb phrase that carries an action, and its type in the action scheme."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gestae.loaders.clauses import Clause
from gestae.ontology.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Predicate", "predicate"]

_CATENATIVES = frozenset({
    "continue", "begin", "start", "plan", "intend", "aim", "seek", "want", "try", "attempt", "hope", "wish", "need",
    "tend", "go", "strive", "look", "proceed", "manage", "use", "prepare", "come", "get", "be", "have", "endeavor",
})  # fmt: skip
"""Verbs that only say how another is done; the one under them carries the action."""
_ADJECTIVES = {"committed": "commit", "dedicated": "dedicate", "focused": "focus", "engaged": "engage", "devoted": "devote", "determined": "determine"}
_PREFIXES = frozenset({"co", "re", "pre", "de", "over", "under", "out", "cross"})
_JOINED = frozenset({"help", "work"})
"""Verbs that are named with the one under them ("help maintain", "work to end")."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """The lemma of a verb phrase and the notation of its action type."""

    lemma: str
    type: str


def predicate(clause: Clause) -> Predicate | None:
    """What a clause's verb says was done; nothing for verbs that only lead to another."""
    verb = clause.verb
    if clause.complement is not None and verb.lemma_ in _CATENATIVES and not clause.objects:
        return None
    if verb.lemma_ in _JOINED and _leads(clause):
        return None
    lemma = _ADJECTIVES.get(verb.lower_) or verb.lemma_.lower()
    head = clause.objects[0].lemma_.lower() if clause.objects else ""
    kind = lexicon().type_of(lemma, clause.particle, head) or "Other"
    doc = verb.doc
    if verb.i >= 2 and doc[verb.i - 1].text == "-" and doc[verb.i - 2].lower_ in _PREFIXES:
        lemma = f"{doc[verb.i - 2].lower_}-{lemma}"
        kind = lexicon().type_of(lemma, "", head) or kind
    name = f"{lemma} {clause.particle}".strip()
    over = _joined(verb)
    if over:
        name = f"{over} {name}"
    return Predicate(name, kind)


def _leads(clause: Clause) -> bool:
    """Whether "work" or "help" only stands before an infinitive that carries the action."""
    if clause.objects and clause.verb.lemma_ == "help":
        return False
    return any(
        c.dep_ in {"xcomp", "advcl", "ccomp"} and c.tag_ == "VB" and c.i > clause.verb.i
        and not any(s.dep_.startswith("nsubj") for s in c.children)
        for c in clause.verb.children
    )


def _joined(verb: "Token") -> str | None:
    head = verb.head
    if verb.dep_ not in {"xcomp", "ccomp", "advcl"} or head.lemma_ not in _JOINED:
        return None
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    if head.lemma_ == "help":
        return "help"
    return "work to" if infinitive else None

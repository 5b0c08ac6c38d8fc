"""Verbs that only lead to the one that carries the act: "work to end", "help mend", "take steps to", "had the honor of opening"."""

from typing import TYPE_CHECKING

from gestae.loaders.clauses import Clause
from gestae.loaders.grammar import COMPLEMENTS, SUBJECTS
from gestae.loaders.predicates import is_infinitive
from gestae.ontology.english import english

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["dating", "does_more", "honored", "in_view", "joined", "leads", "opposed", "taken"]

_JOINED = frozenset({"help", "work", "fight", "act"})
"""Verbs that are named with the one under them ("help maintain", "work to end")."""
_STEPS = frozenset({"action", "step", "measure"})
_AMOUNTS = frozenset({"more", "much", "everything", "all", "part", "best"})
"""What one does who does what follows ("do more to mend piers")."""
_SINCE = frozenset({"since", "when", "after", "before", "until", "upon"})
_TOWARDS = frozenset({"toward", "towards"})
_UNDER = frozenset({"acl", "xcomp", "advcl", "relcl", "ccomp"})


def honored(clause: Clause) -> bool:
    """Whether a clause only says how one came to do what follows ("had the honor of opening"), or how much ("does more to open")."""
    words = english().classes
    led = {"have": words["pleasure"] | words["chance"], "do": _AMOUNTS}.get(clause.verb.lemma_, frozenset())
    chance = next((o for o in clause.objects if o.lemma_.lower() in led), None)
    if chance is None:
        return False
    below = [*chance.rights, *clause.verb.rights]
    below += [c for p in chance.rights if p.lower_ == "of" for c in p.rights]
    return any(
        c.pos_ == "VERB" and c.i > chance.i and ((c.tag_ == "VB" and c.dep_ in _UNDER) or c.dep_ == "pcomp")
        for c in below
    )


def opposed(verb: "Token") -> bool:
    """Whether a participle is what somebody is against, who does not do it ("opposes closing ports")."""
    while verb.dep_ == "conj" and verb.head.tag_ == verb.tag_:
        verb = verb.head
    return (
        verb.tag_ == "VBG" and verb.dep_ in COMPLEMENTS and verb.head.lemma_ in english().classes["opposing"]
    )


def does_more(verb: "Token") -> bool:
    """Whether a verb only says how much is done of what follows ("must do more to mend piers")."""
    return verb.lemma_ == "do" and any(c.dep_ == "dobj" and c.lemma_.lower() in _AMOUNTS for c in verb.rights)


def dating(clause: Clause) -> bool:
    """Whether a clause only tells since when ("since he took office")."""
    verb = clause.verb
    return (
        verb.lemma_ == "take"
        and any(o.lower_ == "office" for o in clause.objects)
        and (
            (verb.dep_ == "pcomp" and verb.head.lower_ in _SINCE)
            or any(c.dep_ in {"mark", "advmod"} and c.lower_ in _SINCE for c in verb.lefts)
        )
    )


def taken(verb: "Token") -> str | None:
    """Of "take action" and "take steps": the noun."""
    if verb.lemma_ != "take":
        return None
    return next((c.lower_ for c in verb.rights if c.dep_ == "dobj" and c.lemma_ in _STEPS), None)


def leads(clause: Clause) -> bool:
    """Whether "work", "help" or "take steps" only stands before an infinitive that carries the action, or "towards …ing"."""
    behind = clause.preposition
    if clause.verb.lemma_ == "work" and behind is not None and behind.lower_ in _TOWARDS:
        return any(c.dep_ == "pcomp" and c.tag_ == "VBG" for c in behind.rights)
    if clause.verb.lemma_ not in _JOINED and not taken(clause.verb):
        return False
    if clause.objects and clause.verb.lemma_ == "help":
        return False
    below = (
        [*clause.verb.rights, *(c for o in clause.objects for c in o.rights)]
        if clause.verb.lemma_ == "take"
        else list(clause.verb.rights)
    )
    return any(
        c.dep_ in {"xcomp", "advcl", "ccomp", "acl"}
        and c.tag_ == "VB"
        and not any(s.dep_.startswith("nsubj") for s in c.children)
        for c in below
    )


def in_view(verb: "Token") -> bool:
    """Whether a participle only says what somebody has in view ("with a view to opening the lock, …")."""
    return verb.dep_ == "pcomp" and verb.head.lower_ in {"to", "of"} and verb.head.head.lower_ == "view"


def joined(verb: "Token") -> str | None:
    """The words before an infinitive that are named with it ("work to", "help", "take steps to")."""
    first = verb
    while first.dep_ == "conj" and first.head.pos_ == "VERB":
        first = first.head
    head = first.head
    infinitive = is_infinitive(first)
    if (
        first.dep_ == "acl"
        and infinitive
        and head.dep_ == "dobj"
        and head.lemma_ in _STEPS
        and head.head.lemma_ == "take"
    ):
        return f"take {head.lower_} to"
    if first.dep_ == "pcomp" and head.lower_ in _TOWARDS and head.head.lemma_ == "work":
        return f"work {head.lower_}"
    if first.dep_ not in {"xcomp", "ccomp", "advcl"}:
        return None
    noun = taken(head)
    if noun and infinitive:
        return f"take {noun} to"
    if head.lemma_ not in _JOINED:
        return None
    if head.lemma_ == "help":
        own = any(c.dep_ in SUBJECTS for c in first.children) or any(
            c.dep_ == "dobj" and c.i < first.i for c in head.rights
        )
        return None if own else "help"
    return f"{head.lemma_} to" if infinitive else None

"""Who is credited with a number through something of theirs: their help, what they invest, or what a sentence before told.

The dependency labels are those of spaCy's English pipelines (CLEAR style).
"""

from typing import TYPE_CHECKING

from gestae.loaders.agents import agents
from gestae.loaders.owners import owner
from gestae.loaders.predicates import is_passive
from gestae.ontology.english import english

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["added_to", "announced", "helper", "investor", "looks_back"]

_HELP = frozenset({"aid", "assistance", "backing", "help", "support"})
_ABOUT = frozenset({"nsubj", "nsubjpass", "attr"})
"""How what a clause is about hangs on its verb."""
_POINTING = frozenset({"this", "these", "that", "those"})
_BARE = frozenset({"this", "these"})


def helper(verb: "Token", counted: "Token") -> "Token | None":
    """Who made possible what a clause tells of what is counted: "Thanks to the Board's work, 40 boats …", "With the help of the Board, …"."""
    if counted.head.i != verb.i or counted.dep_ not in _ABOUT:
        return None
    for child in verb.lefts:
        given: Token | None = None
        if child.lower_ == "thanks":
            given = _behind(child, "to") or next((c for c in child.rights if c.dep_ == "pobj"), None)
        elif child.lower_ == "with":
            helped = next((c for c in child.rights if c.dep_ == "pobj" and c.lemma_ in _HELP), None)
            given = (
                None if helped is None else _behind(helped, "of") or _behind(helped, "from") or owner(helped)
            )
        if given is not None:
            of = _behind(given, "of") if given.pos_ == "NOUN" else None
            return next((c for c in given.lefts if c.dep_ == "poss"), of or given)
    return None


def investor(verb: "Token") -> "Token | None":
    """Of "the Mayor announced an investment by Acme Rail, creating 40 jobs": Acme Rail."""
    told = verb.head
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or told.lemma_.lower() not in english().classes["touting"]:
        return None
    things = (c for c in told.rights if c.dep_ == "dobj" and c.i < verb.i)
    return next((by for thing in things if (by := _behind(thing, "by")) is not None), None)


def announced(verb: "Token") -> bool:
    """Whether a clause is news that somebody tells of what others do: "announced that 40 firms will join"."""
    finite = any(c.dep_ == "aux" or (c.dep_ == "mark" and c.lower_ == "that") for c in verb.lefts)
    told = verb.dep_ == "ccomp" and verb.head.lemma_.lower() in english().classes["touting"]
    return told and finite and not is_passive(verb)


def looks_back(subject: "Token", verb: "Token") -> bool:
    """Whether a subject sums up what the sentence before tells: "This includes …", "These steps will save …"."""
    if verb.lemma_.lower() not in english().classes["coming-to"]:
        return False
    if subject.lower_ in _BARE and subject.pos_ in {"PRON", "DET"}:
        return True
    pointed = any(c.dep_ == "det" and c.lower_ in _POINTING | {"the"} for c in subject.lefts)
    plain = all(c.dep_ == "det" for c in subject.lefts)
    return pointed and plain and subject.lemma_.lower() in english().classes["step"]


def added_to(verb: "Token") -> bool:
    """Whether a clause only tells how things stand beside a deed, with nobody who did it: "…, with 40 jobs added"."""
    beside = verb.dep_ == "pcomp" and verb.head.lower_ == "with"
    return beside and verb.tag_ == "VBN" and not any(True for _ in agents(verb))


def _behind(holder: "Token", preposition: str) -> "Token | None":
    found = (c for p in holder.rights if p.lower_ == preposition for c in p.rights if c.dep_ == "pobj")
    return next(found, None)

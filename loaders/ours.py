"""Whom "we" means in a clause: the body that speaks, or the nation that it speaks for.

A nation celebrates, remembers and undergoes; a government launches, signs and funds. What is said for good, in the
simple present ("we stand with our allies"), tells neither. The dependency labels are those of spaCy's English
pipelines (CLEAR style).
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from gestae.loaders.grammar import AUXILIARIES, SUBJECTS
from gestae.loaders.predicates import is_infinitive
from gestae.ontology.english import english
from gestae.ontology.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Meant", "meant"]

Meant = Literal["nation", "body"]

_RITES = frozenset({"Honor", "Request", "Commit", "Convene", "Criticize", "Other"})
"""Types of act that anybody can do, and so do not tell a government."""
_GOVERNING = frozenset({"need", "go", "have", "pause", "try", "seek", "want", "remain"})
_DEEP = 4


def meant(we: "Token", *, solemn: bool) -> Meant | None:
    """Whether a "we" stands for the nation or for the body that speaks; nothing where its clause does not tell.

    `solemn` is whether the document speaks to the nation: elsewhere a body too can thank and honor.
    """
    own = _sign(we, solemn)
    if own is not None:
        return own
    others = (t for t in we.sent if t.lower_ == "we" and t.i != we.i)
    return "nation" if any(_sign(other, solemn) == "nation" for other in others) else None


def _sign(we: "Token", solemn: bool) -> Meant | None:
    classes = english().classes
    clause = we.sent.text.lower()
    if any(phrase in clause for phrase in classes["fellowship"]):
        return "nation"
    if we.dep_ not in SUBJECTS:
        return None
    verbs = list(_told(we.head))
    if verbs[0].lemma_.lower() in classes["failure"] and any(c.dep_ == "xcomp" for c in verbs[0].rights):
        return "nation"
    lemmas = {verb.lemma_.lower() for verb in verbs}
    if lemmas & classes["undergoing"] or (solemn and lemmas & classes["observance"]):
        return "nation"
    return "body" if we.dep_ == "nsubj" and _acts(verbs) else None


def _told(verb: "Token") -> "Iterator[Token]":
    """A verb and the infinitives through which it tells what is done ("continue to ensure", "pause to honor")."""
    for _ in range(_DEEP):
        yield verb
        if verb.lemma_.lower() not in english().classes["continuation"] | _GOVERNING:
            return
        below = next(
            (
                c
                for c in verb.rights
                if c.dep_ in {"xcomp", "advcl"} and (is_infinitive(c) or c.tag_ == "VBG")
            ),
            None,
        )
        if below is None:
            return
        verb = below


def _acts(verbs: "list[Token]") -> bool:
    """Whether something is, was or will be done that a government does."""
    first, last = verbs[0], verbs[-1]
    helpers = [c for c in first.lefts if c.dep_ in AUXILIARIES]
    if any(c.tag_ == "MD" and c.lower_ not in {"will", "'ll"} for c in helpers):
        return False
    if first.tag_ in {"VBP", "VB"} and not helpers and len(verbs) == 1:
        return False
    kind = lexicon().type_with(
        last.lemma_.lower(), "", [c.lemma_.lower() for c in last.rights if c.dep_ == "dobj"]
    )
    return kind is not None and kind not in _RITES

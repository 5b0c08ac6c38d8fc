"""Subjects that the parser mislays: who acts in a clause by the words around it, against its tree.

The dependency labels are those of spaCy's English pipelines (CLEAR style).
"""

from typing import TYPE_CHECKING

from gestae.loaders.acting import acting
from gestae.loaders.grammar import AUXILIARIES, FINITE, NOUNS, PAST, PREMODIFIERS, TENSED
from gestae.loaders.surface_subjects import own_subjects
from gestae.ontology.english import english

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["mislaid"]


def mislaid(verb: "Token") -> "Token | None":
    """The subject of a verb where the words tell it and the tree does not; none where nothing is amiss."""
    if own_subjects(verb):
        return None
    return _before(verb) or _doing(verb) or _described(verb) or _apposed(verb) or _continued(verb)


def _before(verb: "Token") -> "Token | None":
    """Of "the cannery accounts for …": the noun that was taken for an adjective."""
    if verb.tag_ not in TENSED or verb.i == verb.sent.start:
        return None
    last = verb.nbor(-1)
    noun = last.head.i == verb.i and last.dep_ in PREMODIFIERS
    return last if noun and any(c.dep_ == "det" for c in verb.lefts) else None


def _doing(verb: "Token") -> "Token | None":
    """Of "praises all nurses for the work they do to treat …": they, not who praises."""
    if verb.tag_ not in {"VB", "VBP"} or verb.i - 2 < verb.sent.start:
        return None
    to, do = verb.nbor(-1), verb.nbor(-2)
    if to.lower_ != "to" or do.lemma_ != "do" or do.dep_ in AUXILIARIES:
        return None
    who = next(iter(own_subjects(do)), None)
    praised = do.head.head.head if do.dep_ == "relcl" and do.head.head.dep_ == "prep" else do
    praised = next((c for c in praised.rights if c.dep_ == "dobj"), praised)
    if who is not None and who.pos_ == "PRON" and praised.pos_ in NOUNS:
        return praised
    return who


def _described(verb: "Token") -> "Token | None":
    """Of "the bill helps families earning less": the families."""
    if (
        verb.tag_ != "VBG"
        or verb.dep_ != "advcl"
        or verb.lemma_ not in english().classes["having"]
        or verb.i == verb.sent.start
    ):
        return None
    noun = verb.nbor(-1)
    if noun.pos_ not in NOUNS or not acting(noun.lemma_.lower()):
        return None
    return noun.head if noun.dep_ == "conj" and noun.head.pos_ == noun.pos_ else noun


def _apposed(verb: "Token") -> "Token | None":
    """Of "with money from the Fund, the Board is building …": the Board, which was taken to explain the Fund."""
    first = next((c for c in verb.lefts if c.dep_ in AUXILIARIES), verb)
    if first.tag_ not in FINITE or first.i - 1 <= verb.sent.start:
        return None
    name = first.nbor(-1)
    while name.dep_ == "conj":
        name = name.head
    opened = name.left_edge.i > verb.sent.start and name.left_edge.nbor(-1).text == ","
    return name if name.dep_ == "appos" and opened and name.head.i < name.i else None


def _continued(verb: "Token") -> "Token | None":
    """Of "widened the credit, which kept boats afloat, cut debts, and …": the credit.

    A verb that follows a relative clause without "and" goes on with it, not with the verb before it.
    """
    if (
        verb.dep_ not in {"conj", "advcl"}
        or verb.tag_ not in PAST
        or any(c.dep_ == "mark" for c in verb.lefts)
    ):
        return None
    for telling in reversed(verb.doc[verb.head.i + 1 : verb.i]):
        if telling.dep_ == "relcl" and telling.tag_ in PAST:
            which = any(s.lower_ == "which" for s in own_subjects(telling))
            return telling.head if which and verb.left_edge.nbor(-1).text == "," else None
    return _continued(verb.head)

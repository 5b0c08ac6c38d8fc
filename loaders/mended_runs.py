"""Clauses that stand side by side and that the parser runs together, and what it takes from a verb beside them.

Each is told by what no other reading allows: an adjective has no subject, a noun right before a finite verb that has no
"and" of its own is its subject, what is ordered is not told in a tense.
"""

from typing import TYPE_CHECKING

from gestae.loaders.grammar import AUXILIARIES, NOUNS, SUBJECTS, TENSED
from gestae.ontology.english import english

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

__all__ = ["untangle"]

_INSIDE = frozenset({"amod", "dep", "compound"})
_HELD = frozenset({"dobj", "ccomp", "acomp", "attr", "oprd"})


def untangle(tokens: "Iterable[Token]") -> None:
    """Set right the clauses of a block that are run together."""
    for token in tokens:
        tag, relation = token.tag_, token.dep_
        if relation == "csubj":
            _opened(token)
        elif relation == "npadvmod":
            _spans(token)
        elif relation == "acomp":
            _pleaded(token)
        elif relation == "prep":
            if token.lower_ == "with":
                _together(token)
        elif tag == "VBD" and relation in _INSIDE:
            _within(token)
        elif relation == "conj" and token.pos_ == "VERB":
            if tag in TENSED:
                _risen(token)
            if tag in {"VB", "VBP"}:
                _ordered(token)


def _opened(verb: "Token") -> None:
    """Of "Founded in 1931 by Mayor Roe, the Harbor Board runs piers": the Board, taken for another name of the mayor."""
    over = verb.head
    if verb.tag_ != "VBN" or over.i < verb.i or any(c.dep_ in SUBJECTS for c in (*verb.lefts, *over.lefts)):
        return
    first = next((c for c in over.lefts if c.dep_ in AUXILIARIES), over)
    behind = [
        t
        for t in verb.doc[verb.i + 1 : first.i]
        if t.dep_ in {"appos", "conj"} and t.pos_ in NOUNS and t.right_edge.i == first.i - 1
    ]
    if behind and verb.doc[behind[0].left_edge.i - 1].text == ",":
        behind[0].head, behind[0].dep_ = over, "nsubj"
        verb.dep_ = "advcl"


def _spans(noun: "Token") -> None:
    """Of "cut wait times by half": what was cut, taken for how often."""
    verb = noun.head
    if (
        noun.lower_ == "times"
        and verb.pos_ == "VERB"
        and any(c.dep_ in {"compound", "amod"} and c.tag_ in {"NN", "VBG"} for c in noun.lefts)
        and noun.left_edge.i == verb.i + 1
        and all(c.dep_ != "nummod" for c in noun.lefts)
        and all(c.dep_ not in _HELD for c in verb.rights)
    ):
        noun.dep_ = "dobj"


def _pleaded(guilty: "Token") -> None:
    """Of "pleaded guilty to fraud": the fraud, as what was pleaded guilty to."""
    verb = guilty.head
    if guilty.lower_ == "guilty" and verb.lemma_ in {"plead", "plea"}:
        for child in guilty.rights:
            if child.dep_ == "prep" and child.lower_ == "to":
                child.head = verb


def _within(verb: "Token") -> None:
    """Of "The Bureau banned paint, the Board mended piers, and …": the first clause, taken for a noun with an adjective."""
    noun = verb.head
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if subject is None or noun.i < verb.i or noun.pos_ not in NOUNS or noun.head.i == noun.i:
        return
    if noun.dep_ not in {"dep", "nsubj", "ccomp", "dobj"} or noun.head.i < noun.i:
        return
    over = noun.head
    verb.head, verb.dep_, verb.pos_ = over, "ccomp", "VERB"
    noun.head, noun.dep_ = verb, "dobj"


def _risen(verb: "Token") -> None:
    """Of "firms added jobs and wages rose": the wages, which no firm added."""
    over, before = verb.head, verb.doc[verb.i - 1]
    if over.i > verb.i or over.pos_ != "VERB" or any(c.dep_ in SUBJECTS | AUXILIARIES for c in verb.lefts):
        return
    noun = before
    while noun.dep_ in {"compound", "nmod"} and noun.head.i < verb.i:
        noun = noun.head
    thing = noun.head
    if noun.dep_ != "conj" or noun.pos_ not in NOUNS or noun.i != before.i or thing.dep_ != "dobj":
        return
    link = next((c for c in thing.rights if c.dep_ == "cc" and c.i == noun.left_edge.i - 1), None)
    if (
        link is None
        or link.lower_ not in {"and", "but"}
        or thing.head.i != over.i
        or any(c.dep_ == "cc" and c.i > over.i for c in over.rights)
        or any(c.dep_ == "conj" and c.i != noun.i for c in thing.rights)
    ):
        return
    noun.head, noun.dep_ = verb, "nsubj"
    link.head = over


def _ordered(verb: "Token") -> None:
    """Of "are directed to review piers and, where possible, close them": what they are directed to do, taken for what is done."""
    over = verb.head
    if over.tag_ != "VBN" or english().governing.get(over.lemma_) != "directed":
        return
    if any(c.dep_ in SUBJECTS | AUXILIARIES for c in verb.lefts):
        return
    task = next((c for c in over.rights if c.dep_ == "xcomp" and c.tag_ == "VB" and c.i < verb.i), None)
    if task is not None and any(c.dep_ == "auxpass" for c in over.lefts):
        verb.head, verb.tag_ = task, "VB"


def _together(link: "Token") -> None:
    """Of "The Mint, together with the Bank, opened locks": with whom they were opened, taken for a part of the name."""
    noun, first = link.head, link.left_edge
    told = first.lower_ == "together" and first.i == link.i - 1 and link.doc[max(0, first.i - 1)].text == ","
    if told and noun.dep_ == "nsubj" and noun.head.i > link.i:
        link.head = noun.head

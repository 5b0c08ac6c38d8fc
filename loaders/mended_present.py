"""Verbs in a row in the present, where the parser takes all but the last for plurals: "The Board plans, mends, and opens piers"."""

from itertools import pairwise
from typing import TYPE_CHECKING

from gestae.loaders.grammar import FINITE, JOINING, NOUNS
from gestae.ontology.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["array"]

_PLURAL_LIKE = frozenset({"NNS", "VBZ"})
_SINGULAR = frozenset({"NN", "NNP"})
_FEWEST = 3
_OWN = frozenset({"det", "compound", "amod", "poss", "nmod", "prep", "nummod", "appos"})
"""Relations of what goes with a subject, and not with its verb."""


def array(last: "Token") -> None:
    """Of "The Board plans, mends, and opens piers": let each be a verb, where the parser says so of the last alone."""
    row = _row(last)
    if len(row) < _FEWEST or all(w.pos_ == "VERB" for w in row) or row[0].i == 0:
        return
    first, noun = row[0], row[0].nbor(-1)
    root = next((w for w in row if w.dep_ == "ROOT"), None)
    sentence = last.doc[first.sent.start : first.i]
    if root is None or noun.tag_ not in _SINGULAR or any(t.tag_ in FINITE for t in sentence):
        return
    subject = noun
    while subject.dep_ in {"pobj", "conj", "prep", "compound"} and subject.head.i < first.i:
        subject = subject.head
    if subject.pos_ not in NOUNS or last.i + 1 >= len(last.doc) or last.nbor().is_punct:
        return
    members = {w.i for w in row}
    first.head, first.dep_ = first, "ROOT"
    for before, verb in pairwise(row):
        verb.head, verb.dep_ = before, "conj"
    for verb in row:
        verb.tag_, verb.pos_, verb.lemma_ = (
            "VBZ",
            "VERB",
            lexicon().verb_of_form.get(verb.lower_, verb.lemma_),
        )
    subject.head, subject.dep_ = first, "nsubj"
    for word in row:
        for child in list(word.children):
            if child.i in members or child.i == subject.i:
                continue
            if child.i < first.i:
                child.head = (
                    subject if child.dep_ in _OWN and child.i >= noun.left_edge.i - _FEWEST else first
                )
            elif child.i > last.i and not child.is_punct and word.i != last.i:
                child.head = last


def _row(last: "Token") -> list["Token"]:
    """Words in "s" parted by commas, the last behind "and", in the order of the text."""
    doc, at = last.doc, last.i - 1
    if at < _FEWEST or doc[at].lower_ not in JOINING:
        return []
    row = [last]
    at -= 2 if doc[at - 1].text == "," else 1
    while at > 0:
        word = doc[at]
        if word.tag_ not in _PLURAL_LIKE or not word.is_lower or word.lower_ not in lexicon().verb_of_form:
            return []
        row.append(word)
        if doc[at - 1].text != ",":
            break
        at -= 2
    return row[::-1]

"""Adjuncts and infinitives that the parser hangs on the wrong predicate, set right: by whom something is done "including by …ing".

The dependency labels are those of spaCy's English pipelines (CLEAR style).
"""

from typing import TYPE_CHECKING

from gestae.loaders.control import ORDERING

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["rehang"]

_MEANS = frozenset({"by", "through", "via"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_LOOSE = frozenset({"conj", "dep"})


def rehang(token: "Token") -> None:
    """Set right an adjunct or a bare infinitive that hangs where it does not belong."""
    if token.lower_ == "including" and token.i + 1 < len(token.doc) and token.nbor().lower_ in _MEANS:
        _including(token)
    elif token.lower_ in _MEANS and token.dep_ == "prep":
        _ordered(token, any(c.dep_ == "pcomp" for c in token.rights))
    elif token.tag_ == "VBG" and token.dep_ == "advcl":
        _ordered(token, any(c.dep_ == "mark" and c.lower_ == "while" for c in token.lefts))
    elif token.tag_ == "VB" and token.dep_ in _LOOSE:
        _listed(token)


def _including(token: "Token") -> None:
    """Of "opened new locks, including by mending piers": the predicate, and not the locks, includes this."""
    noun = token.head
    inside = (c for c in noun.rights if c.dep_ == "relcl" and c.i < token.i)
    over = next((a for a in (*inside, *token.ancestors) if a.pos_ == "VERB" and a.dep_ != "prep"), None)
    if over is not None and token.i > over.i:
        token.head, token.dep_ = over, "prep"
        _ordered(token, True)


def _ordered(adjunct: "Token", doing: bool) -> None:
    """Of "directs agencies to open locks by mending piers": so they are to open locks, which is no part of the order."""
    verb = adjunct.head
    if not doing or verb.lemma_ not in ORDERING or adjunct.i < verb.i:
        return
    told = [
        c for c in verb.rights if c.tag_ == "VB" and c.dep_ in {"xcomp", "ccomp", "advcl"} and c.i < adjunct.i
    ]
    if told:
        adjunct.head = told[-1]


def _listed(verb: "Token") -> None:
    """Of "signed an order asking owners to mend piers, open locks, and …": the next of the infinitives, hung on what was signed."""
    over = verb.head
    if (
        over.tag_ not in _FINITE
        or over.i > verb.i
        or any(c.dep_ in {"aux", "nsubj", "nsubjpass", "mark"} for c in verb.lefts)
    ):
        return
    doc = verb.doc
    before = doc[verb.left_edge.i - 1]
    if before.text != "," and before.dep_ != "cc":
        return
    first = next(
        (
            t
            for t in reversed(doc[over.i + 1 : verb.i])
            if t.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in t.lefts)
        ),
        None,
    )
    if first is not None and all(c.dep_ != "conj" for c in over.rights if c.i < verb.i):
        verb.head, verb.dep_ = first, "conj"

"""Lists of those who act, where the parser takes one of them for another name of the one before.

"Acme, Boreas, and Cygnus pledged nets" names three, and so does "the Warden, the Master of Ports, and the heads of
crews shall report": what stands between commas is no apposition where it cannot describe what it follows.
"""

from typing import TYPE_CHECKING

from gestae.loaders.grammar import NOUNS, PREDICATES, PREMODIFIERS, SUBJECTS
from gestae.ontology.english import english

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["enlist"]

_PLACES = frozenset({"GPE", "LOC", "FAC", "NORP"})
_LINKS = frozenset({"appos", "conj"})
_SINGULAR = frozenset({"NN", "NNP"})
_OWN = PREMODIFIERS | {"det", "poss", "nummod"}
_BRACKETS = frozenset({"(", "["})
_LEAST = 3
_ASIDE = 4
"""Words of ", and, as appropriate, "."""


def enlist(subject: "Token") -> None:
    """Of "Acme, Boreas, and Cygnus pledged nets": let the second be one of three, where it passes for the first."""
    if subject.dep_ not in SUBJECTS:
        return
    subject = _opened(subject)
    if not any(c.dep_ == "appos" for c in subject.rights):
        return
    items = [subject, *_linked(subject)]
    last = next(
        (
            c
            for c in subject.head.lefts
            if c.dep_ in SUBJECTS and c.i > items[-1].i and c.left_edge.nbor(-1).dep_ == "cc"
        ),
        None,
    )
    series = [*items, last] if last is not None else items
    if len(series) < _LEAST or not _listed(series) or not all(_beside(subject, b) for b in series[1:-1]):
        return
    those = {one.i for one in series}
    for item in series[1:]:
        if item.head.i not in those or item.dep_ == "appos":
            item.head = subject
        item.dep_ = "conj"


def _opened(last: "Token") -> "Token":
    """Of "Acme, Boreas, and Cygnus pledged nets", whose verb the parser joins to the first: the first, now the subject of it."""
    verb, first = last.head, last.head.head
    link = last.left_edge.nbor(-1) if last.left_edge.i else last
    if (
        verb.dep_ != "conj"
        or first.dep_ != "ROOT"
        or first.pos_ not in NOUNS
        or (link.dep_, link.head.i, link.nbor(-1).text) != ("cc", first.i, ",")
        or verb.pos_ not in PREDICATES
    ):
        return last
    between = [t for t in _linked(first) if t.i < last.i]
    series = [first, *between, last]
    if not between or not _listed(series):
        return last
    if not all(_beside(first, b) for b in between):
        if first.pos_ != "PROPN" or len(between) > 1 or between[0].pos_ != "NOUN":
            return last
        series = [first, last]  # "Acme, a rope maker, and Boreas pledged nets"
    verb.head, verb.dep_ = verb, "ROOT"
    for child in list(first.children):
        if child.i > verb.i or (child.i < first.i and child.dep_ not in _OWN):
            child.head = verb
    first.head, first.dep_ = verb, last.dep_
    for item in series[1:]:
        item.head, item.dep_ = first, "conj"
    return first


def _linked(token: "Token") -> list["Token"]:
    """What is told beside a noun, as a second name or as one more, in the order of the text."""
    found = []
    for child in token.rights:
        first = child.left_edge
        if child.dep_ in _LINKS and not _BRACKETS & {first.text, first.nbor(-1).text}:
            found += [child, *_linked(child)]
    return sorted(found, key=lambda t: t.i)


def _listed(series: list["Token"]) -> bool:
    """Whether each is parted from the next by a comma, the last by "and", with none behind it, as the end of an apposition has."""
    doc, end = series[0].doc, series[-1].right_edge.i + 1
    *between, joining = (_parting(token) for token in series[1:])
    closed = end < len(doc) and doc[end].text == "," and doc[joining.i + 1].text != ","
    return not closed and joining.lower_ == "and" and all(mark.text == "," for mark in between)


def _parting(item: "Token") -> "Token":
    """What stands before an item, or before "as appropriate" there."""
    before = item.left_edge.nbor(-1)
    aside = item.doc[max(0, before.i - _ASIDE) : before.i]
    joining = next((t for t in aside if t.dep_ == "cc"), None)
    if (
        before.text != ","
        or joining is None
        or "as" not in (t.lower_ for t in aside[joining.i - aside.start :])
    ):
        return before
    return joining


def _beside(first: "Token", item: "Token") -> bool:
    """Whether a noun behind a comma cannot describe the first, and so is one more of a list."""
    if item.dep_ == "conj" or (item.head.i != first.i and item.head.dep_ == "conj"):
        return True
    article, own = first.left_edge.lower_ == "the", item.left_edge.lower_ == "the"
    if first.tag_ == "NNS" and item.tag_ == "NNS":
        return article == own
    if first.tag_ == "NNS" and item.tag_ in _SINGULAR:
        return True
    if first.pos_ != "PROPN" or item.pos_ != "PROPN" or item.ent_type_ in _PLACES:
        return False
    if _is_full_name(first) or _is_full_name(item):
        return first.ent_type_ == item.ent_type_
    if article and not own and first.lower_ in english().classes["post"] and _has_office(item):
        return True
    if article != own or (item.lower_ in english().classes["office-end"] and not article):
        return False
    return not _short(item.text, first)


def _is_full_name(token: "Token") -> bool:
    """Whether somebody is named with more than a word; one alone the parser takes for a person's as often as not."""
    return token.ent_type_ == "PERSON" and any(c.ent_type_ == "PERSON" for c in token.lefts)


def _has_office(name: "Token") -> bool:
    """Whether an office stands before a name: "the Mayor, Warden Lee, and …" are two, "the Mayor, Jane Roe," is one."""
    return any(c.lower_ in english().classes["post"] for c in name.lefts)


def _short(short: str, name: "Token") -> bool:
    """Whether capitals stand for the words before: "the Harbor Council, HC, and …"."""
    words = name.doc[name.left_edge.i : name.right_edge.i + 1]
    return short.isupper() and short == "".join(w.text[0] for w in words if w.text[0].isupper())[: len(short)]

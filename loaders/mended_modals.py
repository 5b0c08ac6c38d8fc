"""The clause behind a modal, hung by its words where phrases between commas mislead the parser.

Of "The Warden shall, within nine days, mend, raise, or, where needed, close, at her discretion, each pier" the Warden is the
subject of three verbs and the pier their object, whatever the parser took for a noun.
"""

from itertools import pairwise
from typing import TYPE_CHECKING

from gestae.loaders.grammar import AUXILIARIES, DASHES, JOINING, NOUNS, PREMODIFIERS, SUBJECTS
from gestae.loaders.modal_series import Series, item_behind, series_behind
from gestae.loaders.rooted import below

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

__all__ = ["itemize", "noun_from", "string"]

_BETWEEN = DASHES | {","}
_WITHIN_NOUNS = PREMODIFIERS | {"det", "poss", "nummod", "predet", "quantmod"}
_NEXT = 4
"""Tokens before the second item of a list."""
_NAMING = frozenset({"the", "each", "every", "all"})
_LOOSE = frozenset(
    {"appos", "conj", "pobj", "nsubj", "npadvmod", "dep", "attr", "oprd", "nmod", "amod", "compound", "ROOT"}
)
"""What the object of a verb passes for that was taken for a noun."""


def string(modal: "Token") -> None:
    """Hang the verbs behind a modal on each other, the phrases between on the verb before, and what they share on the last."""
    if modal.i + 2 >= len(modal.doc):
        return
    series = series_behind(modal)
    if series is None or _hangs_well(series) or not _place(series):
        return
    first, last = series.verbs[0], series.verbs[-1]
    for before, verb in pairwise(series.verbs):
        verb.head, verb.dep_ = before, "conj"
    for verb in series.verbs:
        verb.tag_, verb.pos_, verb.lemma_ = "VB", "VERB", verb.lower_
    modal.head, modal.dep_ = first, "aux"
    _asides(series)
    _between(series)
    for token in _outside(series, range(modal.sent.start, modal.i)):
        token.head = first
    _object(series, last)
    _stands_before(series)
    _subject(series)


def itemize(space: "Token") -> None:
    """Of "shall: (i) mend piers; (ii) where needed, close docks": let the second verb go on with the first."""
    doc = space.doc
    if space.i < _NEXT or doc[space.i - 1].lower_ not in JOINING | {";"}:
        return
    modal = next((t for t in reversed(doc[space.sent.start : space.i]) if t.tag_ == "MD"), None)
    if modal is None or modal.dep_ != "aux" or modal.head.pos_ != "VERB":
        return
    series, over = item_behind(space), modal.head
    if series is None or over.i > space.i:
        return
    verb = series.verbs[0]
    if over.head.i == verb.i == verb.head.i:
        over.head, over.dep_ = over, "ROOT"
    if verb.is_ancestor(over):
        return
    verb.head, verb.dep_ = over, "conj"
    verb.tag_, verb.pos_, verb.lemma_ = "VB", "VERB", verb.lower_
    _asides(series)
    end = next((t.i for t in doc[verb.i : verb.sent.end] if t.text == ";"), verb.sent.end)
    opened, closed = series.asides[0]
    for token in doc[verb.i + 1 : verb.sent.end]:
        if opened <= token.head.i < closed and not (token.i == over.i or token.is_ancestor(over)):
            token.head = verb if token.i < end else over
    for token in doc[verb.i + 1 : end]:
        if not verb.i <= token.head.i < end and not token.is_punct and not token.is_ancestor(verb):
            token.head = verb
            if token.pos_ in NOUNS and token.dep_ in _LOOSE:
                token.dep_ = "dobj" if token.left_edge.i == verb.i + 1 else "dep"


def _subject(series: Series) -> None:
    """Let the noun before the modal be the subject, where the parser found none."""
    first, modal = series.verbs[0], series.modal
    before = [c for c in first.lefts if c.i < modal.i]
    if modal.tag_ != "MD" or any(c.dep_ in SUBJECTS or c.dep_ in {"expl", "csubj"} for c in before):
        return
    noun = next((c for c in reversed(before) if c.pos_ in NOUNS and c.dep_ in _LOOSE), None)
    noun = noun or _behind_opening(modal)
    if noun is not None and not noun.is_ancestor(first):
        noun.head, noun.dep_ = first, "nsubj"


def _behind_opening(modal: "Token") -> "Token | None":
    """Of "In doing so, the Warden, with help, shall mend …": the Warden, taken for another name of what stands before."""
    start = modal.sent.start
    if modal.doc[start].pos_ not in {"ADP", "SCONJ", "ADV"}:
        return None
    for token in modal.doc[start + 1 : modal.i]:
        if token.dep_ == "appos" and token.pos_ in NOUNS:
            opening = token.left_edge
            apart = opening.nbor(-1).text == "," and opening.dep_ == "det" and opening.lower_ in _NAMING
            return token if apart else None
    return None


def _stands_before(series: Series) -> None:
    """Of "The Chair of the Board (CB) shall, when needed, mend …": let the chair be the subject, on whom the parser hangs all that follows."""
    first, modal = series.verbs[0], series.modal
    noun = first.head
    if (
        modal.tag_ != "MD"
        or noun.i >= modal.i
        or noun.pos_ not in NOUNS
        or first.dep_ not in _LOOSE
        or any(c.dep_ in SUBJECTS for c in first.lefts)
    ):
        return
    while noun.dep_ in {"pobj", "appos", "conj", "nmod"} and noun.head.i < noun.i:
        over = noun.head if noun.head.pos_ in NOUNS else noun.head.head
        if over.pos_ not in NOUNS or over.i > noun.i:
            break
        noun = over
    if noun.dep_ != "ROOT":
        return
    first.head, first.dep_ = first, "ROOT"
    noun.head, noun.dep_ = first, "nsubj"
    for word in below(noun):
        for child in list(word.rights):
            if child.i > modal.i:
                child.head = first if child.i < series.rest else series.verbs[-1]
                if child.i >= series.rest and child.pos_ in NOUNS and child.dep_ in _LOOSE:
                    child.dep_ = "dobj"


def _hangs_well(series: Series) -> bool:
    """Whether the parser has found the verbs and their modal, and the last of several governs what is behind."""
    first, *others = series.verbs
    if any(v.pos_ != "VERB" for v in series.verbs) or series.modal.head.i != first.i:
        return False
    if any(v.dep_ != "conj" or v.head.i != b.i for b, v in zip(series.verbs, others, strict=False)):
        return False
    subjects = [c.i for c in first.lefts if c.dep_ in SUBJECTS]
    if series.modal.tag_ == "MD" and (not subjects or subjects[-1] > series.modal.i):
        return False
    if any(_hangs_outside(series, aside) for aside in series.asides):
        return False
    if not others and series.rest == first.i + 1:
        return True
    behind = range(series.rest, min(series.rest + 1, len(first.doc)))
    thing = noun_from(first.doc[behind.start]) if behind else None
    if series.rest > series.verbs[-1].i + 1 and thing is not None:
        return thing.head.i == series.verbs[-1].i and thing.dep_ == "dobj"
    return thing is None or (
        thing.head.i >= series.verbs[-1].i and thing.head.i not in _span_of_asides(series)
    )


def _hangs_outside(series: Series, aside: tuple[int, int]) -> bool:
    """Whether a phrase before one of several verbs hangs on another."""
    verb = next((v for v in series.verbs[1:] if v.i == aside[1]), None)
    return verb is not None and any(
        t.head.i not in {verb.i, *range(*aside)} for t in verb.doc[aside[0] : aside[1]] if not t.is_punct
    )


def _span_of_asides(series: Series) -> set[int]:
    return {i for start, end in series.asides for i in range(start, end)}


def _place(series: Series) -> bool:
    """Let the first verb stand where the parser puts the word that it gives the modal to; whether the tree allows it."""
    first, modal = series.verbs[0], series.modal
    owner = modal.head if modal.dep_ in AUXILIARIES else modal
    if owner.i == first.i or first.is_ancestor(owner):
        return _free(series)
    over, relation = owner.head, owner.dep_
    if owner.i != over.i and any(t.i == over.i for v in series.verbs for t in below(v)):
        return False
    subjects = [c for c in owner.lefts if c.i < modal.i]
    if owner.i == over.i:
        first.head, first.dep_ = first, "ROOT"
    else:
        first.head, first.dep_ = over, relation
    if owner.i != modal.i:
        owner.head = first
        owner.dep_ = "advcl" if owner.i < series.rest else "dobj" if owner.pos_ in NOUNS else "advcl"
    for child in subjects:
        child.head = first
        child.dep_ = child.dep_.removesuffix(
            "pass"
        )  # "may, if needed, mend": who is taken for what is needed
    return _free(series)


def _free(series: Series) -> bool:
    """Whether all that is over the first verb lies outside what is to hang on it: else the tree would close into a ring."""
    return not any(series.modal.i <= over.i < series.rest for over in series.verbs[0].ancestors)


def _asides(series: Series) -> None:
    """Hang what stands in a phrase between on the next verb behind it, or on the last before it."""
    for start, end in series.asides:
        verb = next((v for v in series.verbs if v.i >= end), series.verbs[-1])
        for token in verb.doc[start:end]:
            if token.i == verb.i or token.is_ancestor(verb):
                continue
            if not start <= token.head.i < end:
                token.head = verb
                if token.dep_ not in {"prep", "advmod", "punct", "cc", "advcl", "npadvmod"}:
                    token.dep_ = "punct" if token.is_punct else "advcl" if token.pos_ == "VERB" else "dep"
            elif token.head.i == token.i:
                token.head, token.dep_ = verb, "dep"


def _between(series: Series) -> None:
    """Hang marks, "and" and adverbs on the verbs that they part."""
    doc, inside = series.modal.doc, _span_of_asides(series)
    verbs = {v.i for v in series.verbs}
    owner = series.verbs[0]
    for token in doc[series.modal.i + 1 : series.verbs[-1].i]:
        if token.i in verbs:
            owner = token
        elif token.i not in inside:
            if token.is_punct:
                token.head, token.dep_ = owner, "punct"
            elif token.lower_ in JOINING:
                token.head, token.dep_ = owner, "cc"
            else:
                token.head = next(v for v in series.verbs if v.i > token.i)
                token.dep_ = "neg" if token.dep_ == "neg" else "advmod"


def _outside(series: Series, span: range) -> "Iterable[Token]":
    """Tokens of a span that hang between the modal and what the last verb governs, though not on its first verb."""
    for i in span:
        token = series.modal.doc[i]
        if series.modal.i <= token.head.i < series.rest and token.head.i != series.verbs[0].i:
            yield token


def _object(series: Series, last: "Token") -> None:
    """Let the last verb govern what begins behind it."""
    doc = last.doc
    for token in list(_outside(series, range(series.rest, last.sent.end))):
        if token.head.i != last.i:
            token.head = last
            if token.pos_ in NOUNS and token.dep_ in _LOOSE | {"dobj"}:
                token.dep_ = "dobj" if token.left_edge.i == series.rest else "dep"
    if series.rest < len(doc):
        word = doc[series.rest]
        for behind in word.rights:
            if (
                word.tag_ == "NN"
                and behind.i == word.i + 1
                and behind.dep_ == "dobj"
                and behind.pos_ in NOUNS
            ):
                behind.head, behind.dep_ = last, "dobj"
                word.head, word.dep_ = behind, "compound"
                break
        thing = noun_from(word)
        if (
            thing is not None
            and thing.head.i in {v.i for v in series.verbs}
            and thing.dep_ in {"dobj", *_LOOSE}
        ):
            thing.head, thing.dep_ = last, "dobj"


def noun_from(first: "Token") -> "Token | None":
    """The noun of the phrase that a word opens."""
    word = first
    while word.head.i > word.i and word.dep_ in _WITHIN_NOUNS:
        word = word.head
    return word if word.pos_ in NOUNS and word.left_edge.i >= first.i else None

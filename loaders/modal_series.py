"""What a modal is followed by: bare verbs in a row, with phrases that part them from the modal, from each other and from what they share.

"The Warden *shall*, within nine days, *mend*, *raise*, or, where needed, *close*, at her discretion, each pier": told by the
words alone, since a parser that meets so many commas takes a verb for a noun.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gestae.loaders.grammar import DASHES
from gestae.ontology.english import english
from gestae.ontology.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Series", "begins", "item_behind", "series_behind", "thing_behind"]

_FARTHEST = 90
"""Tokens behind a modal within which its verbs are looked for."""
_ALSO = frozenset({"and", "or", "and/or"})
_ADVERBS = frozenset({"RB", "RBR", "RBS"})
_UNSURE = frozenset({"NN", "VBP", "JJ", "NNP", "VBD", "VBN", "RB"})
"""Tags that the parser gives to bare verbs between commas."""
_DETERMINERS = frozenset({"DT", "PDT", "PRP$"})
_OPENING = frozenset({"such", "all", "any", "each", "every", "those", "these"})
_WITH = frozenset({"with", "through"})
_BRIEF = 4
"""Tokens of an aside that only says "if needed" or "where practicable", and a comma."""
_WHEN = frozenset({"as", "if", "when", "where"})
_SHORT = 8
"""Tokens of an aside that no comma closes."""


@dataclass(frozen=True, slots=True)
class Series:
    """The verbs behind a modal in the order of the text, the phrases between, and where what the last verb governs begins."""

    modal: "Token"
    verbs: tuple["Token", ...]
    asides: tuple[tuple[int, int], ...]
    rest: int


def series_behind(modal: "Token") -> Series | None:
    """The verbs behind a modal, where phrases stand between or there are several; None where the words leave it open."""
    doc = modal.doc
    end = min(modal.sent.end, modal.i + _FARTHEST)
    at = _past_adverbs(doc, modal.i + 1, end)
    asides: list[tuple[int, int]] = []
    numbered = at < end and doc[at].is_space  # where the number of an item stood
    if numbered:
        at = _past_adverbs(doc, at + 1, end)
    if at < end and modal.tag_ == "MD" and (_parts(doc[at]) or (numbered and begins(doc, at))):
        closing = _closed(doc, at, end) or _closed(doc, at, end, needed=True)
        if closing is None:
            return None
        asides.append((at, closing))
        at = _past_adverbs(doc, closing, end)
    if at >= end or not (_bare(doc[at]) or (asides and _needed(doc[at]))):
        return None
    verbs, at = [doc[at]], at + 1
    going_on = _several(doc, at, end) if verbs[0].lemma_ not in english().classes["embracing"] else None
    if going_on is not None:
        more, between, at = going_on
        verbs += more
        asides += between
    if at < end and doc[at].text == "," and begins(doc, at + 1):
        behind = thing_behind(doc, at, end)
        if behind is not None:
            asides.append((at, behind))
            at = behind
    if len(verbs) == 1 and not asides:
        return None
    return Series(modal, tuple(verbs), tuple(asides), at)


def item_behind(space: "Token") -> Series | None:
    """The verb of an item whose number stood where there is space now, behind what tells when or how: "; (ii) where needed, close docks"."""
    doc = space.doc
    end = min(space.sent.end, space.i + _FARTHEST)
    at = space.i + 1
    if not begins(doc, at):
        return None
    closing = _closed(doc, at, end) or _closed(doc, at, end, needed=True)
    if closing is None:
        return None
    verb = _past_adverbs(doc, closing, end)
    return Series(space, (doc[verb],), ((at, closing),), verb + 1)


def _several(doc: "Doc", at: int, end: int) -> tuple[list["Token"], list[tuple[int, int]], int] | None:
    """The verbs behind the first, up to the one behind "and"; None where there is none."""
    verbs: list[Token] = []
    asides: list[tuple[int, int]] = []
    while at < end:
        comma = doc[at].text == ","
        after = at + 1 if comma else at
        if after >= end:
            return None
        if doc[after].lower_ in _ALSO:
            found = _last(doc, after + 1, end)
            if found is None:
                return None
            verb, aside = found
            verbs.append(doc[verb])
            if aside is not None:
                asides.append(aside)
            further = _several(doc, verb + 1, end)  # "review and, where needed, mend, raise, or close"
            if further is None:
                apart = (
                    comma
                    and verb + 2 < end
                    and doc[verb + 1].text == ","
                    and doc[verb + 2].tag_ in _DETERMINERS
                )
                return verbs, asides, verb + 2 if apart else verb + 1  # "mend, and close, each pier"
            return verbs + further[0], asides + further[1], further[2]
        if not comma:
            return None
        verb = _past_adverbs(doc, after, end)
        if (
            verb + 1 < end
            and _bare(doc[verb])
            and (doc[verb + 1].text == "," or doc[verb + 1].lower_ in _ALSO)
        ):
            verbs.append(doc[verb])
            at = verb + 1
            continue
        return None
    return None


def _last(doc: "Doc", at: int, end: int) -> tuple[int, tuple[int, int] | None] | None:
    """The verb behind "and", and what stands between: "and, where needed, close"."""
    aside = None
    at_verb = _past_adverbs(doc, at, end)
    if at < end and (_parts(doc[at]) or doc[at].lower_ in english().classes["aside"]):
        opening = at
        closing = _closed(doc, at, end) or _unclosed(doc, at, end)
        if closing is None:
            return None
        aside = (opening, closing)
        at_verb = _past_adverbs(doc, closing, end)
    if at_verb >= end or not (
        _bare(doc[at_verb], last=True) or (aside and aside[1] == _unclosed(doc, at, end))
    ):
        return None
    return at_verb, aside


def _closed(doc: "Doc", at: int, end: int, *, needed: bool = False) -> int | None:
    """Where an aside ends that begins at a comma or dash: right behind the mark that a bare verb follows.

    Where one is `needed`, since a modal has none before, what could be a noun will do.
    """
    mark = doc[at].text if _parts(doc[at]) else ","
    inside = at + 1 if _parts(doc[at]) else at
    if mark == "," and not begins(doc, inside):
        return None
    depth = 0
    for token in doc[inside:end]:
        if token.text in "([":
            depth += 1
        elif token.text in ")]":
            depth -= 1
        elif token.text in {";", ":"} or token.tag_ == "MD":
            return None
        if depth or token.text != mark:
            continue
        verb = _past_adverbs(doc, token.i + 1, end)
        before = doc[token.i - 1]
        if (
            verb < end
            and before.tag_ != "VB"
            and (
                (_needed(doc[verb]) if needed else _bare(doc[verb], last=True))
                or (token.i - inside < _BRIEF and doc[inside].lower_ in _WHEN and _in_row(doc[verb]))
            )
        ):
            return token.i + 1
    return None


def _in_row(word: "Token") -> bool:
    """Whether a word can be the first of a row of verbs: "may, if needed, close, open, or sell docks"."""
    known = word.is_lower and word.tag_ in _UNSURE | {"VB"} and word.lower_ in lexicon().verbs
    return known and word.i + 1 < len(word.doc) and word.nbor().text == ","


def _unclosed(doc: "Doc", at: int, end: int) -> int | None:
    """Where an aside without a comma ends: of "and from time to time update, a list" before "update"."""
    for word in doc[at + 1 : min(at + _SHORT, end - 2)]:
        if word.text == ",":
            return None
        known = word.tag_ == "VB" or (word.tag_ in _UNSURE and word.lower_ in lexicon().verbs)
        if known and word.is_lower and word.nbor().text == "," and word.nbor(2).tag_ in _DETERMINERS:
            return word.i
    return None


def thing_behind(doc: "Doc", at: int, end: int) -> int | None:
    """Where what the verbs share begins: of "close, at her discretion, each pier" with "each"; None where they have it before.

    Of "close, with the Mint, the Board, and others, each pier" too: who helps ends behind the "and" of their list.
    """
    depth = 0
    commas: list[int] = []
    last: int | None = None
    for token in doc[at + 1 : end]:
        if token.text in "([":
            depth += 1
        elif token.text in ")]":
            depth -= 1
        elif token.text in {";", ":"} or token.tag_ == "MD":
            break
        if depth or token.text != "," or token.i + 1 >= end:
            continue
        commas.append(token.i)
        if token.nbor().lower_ in _ALSO and last is None:
            last = token.i
    if commas and doc[commas[0] + 1].tag_ in {"IN", "TO"}:
        return None  # "consult, as needed, with owners, crews, and others, …"
    behind = next((c for c in commas if last is not None and c > last), None)
    if behind is None:
        several = last is not None and any(t.lower_ in _WITH for t in doc[at + 1 : commas[0]])
        behind = commas[0] if commas and not several else None
    if behind is None or doc[behind + 1].tag_ not in _DETERMINERS | {"NN", "NNS", "JJ", "NNP", "CD"}:
        return None
    return behind + 1


def begins(doc: "Doc", at: int) -> bool:
    """Whether a word opens a phrase that interrupts: "within", "as", "where", "consistent", an adverb."""
    if at >= len(doc):
        return False
    first = doc[at]
    if first.lower_ in _ALSO and at + 1 < len(doc):
        first = doc[at + 1]
    return first.lower_ in english().classes["aside"] or (
        first.tag_ in _ADVERBS and first.lower_.endswith("ly")
    )


def _parts(token: "Token") -> bool:
    return token.text == "," or token.text in DASHES


def _past_adverbs(doc: "Doc", at: int, end: int) -> int:
    while at < end and doc[at].tag_ in _ADVERBS and (doc[at].lower_ not in lexicon().verbs):
        at += 1
    return at


def _needed(word: "Token") -> bool:
    """Whether a word can be the verb that a modal calls for: "shall, within a year, end contracts"."""
    return (
        word.is_lower
        and (word.tag_ == "VB" or word.tag_ in _UNSURE)
        and word.lower_ in lexicon().verbs
        and word.i + 1 < len(word.doc)
        and word.nbor().tag_ in _DETERMINERS | {"NN", "NNS", "JJ", "NNP", "CD"}
    )


def _bare(word: "Token", *, last: bool = False) -> bool:
    """Whether a word stands as a bare verb; the `last` of a row shows it by what follows, the others stand between commas."""
    if not word.is_lower or not word.is_alpha or word.lower_ in {"be", "have", "do"}:
        return False
    if word.tag_ == "VB":
        return True
    if word.tag_ not in _UNSURE:
        return False
    if word.lower_ not in lexicon().verbs:
        return not last and word.tag_ in {
            "NN",
            "JJ",
        }  # "buy, lease, or otherwise acquire": no verb has its object behind a comma
    if word.tag_ == "VBP" or not last:
        return True
    if word.i + 1 >= len(word.doc):
        return False
    after = word.nbor()
    told = (
        word.tag_ == "JJ" or word.nbor(-1).tag_ in _ADVERBS
    )  # "shall, with the Mint, quickly release charts"
    return after.tag_ in _DETERMINERS or after.lower_ in _OPENING or (told and after.tag_ == "NNS")

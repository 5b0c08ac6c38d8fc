"""What a number counts: the noun behind it with its modifiers, or what the words around it leave open."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gestae.loaders.acting import acting
from gestae.loaders.calendar_words import MONTHS, NEAR_DAYS
from gestae.loaders.grammar import NOUNS, PREMODIFIERS
from gestae.loaders.numbered import labels
from gestae.loaders.numbers import Number
from gestae.loaders.phrases import core, strip_article
from gestae.ontology.english import english

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from gestae.loaders.parse import Sentence

__all__ = ["Counted", "counted"]

_INSIDE = frozenset({"NOUN", "PROPN", "ADJ", "ADV", "X"})
_SKIPPED = frozenset({
    "more", "additional", "other", "new", "different", "further", "the", "these", "those", "our", "its",
    "their", "all", "such", "separate", "distinct", "or", "so",
})  # fmt: skip
_PRONOUNS = frozenset({"whom", "which", "them", "these", "those", "us", "you"})
_TIME = frozenset({
    "day", "week", "weekend", "month", "quarter", "year", "decade", "century", "hour", "minute", "second",
    "night", "morning", "weekday", "semester", "anniversary", "o'clock", "pm", "am", "birthday",
    "fortnight", "yr", "hr",
})  # fmt: skip
_NO_UNIT = frozenset({
    "way", "fold", "age", "old", "half", "time", "part", "rank", "ranking", "et", "al", "p.m", "a.m", "et.",
})  # fmt: skip
_PARTING = frozenset({"ADP", "NUM", "AUX", "PRON", "SCONJ"})
_COMPOUND = frozenset({
    "member", "person", "nation", "country", "agency", "mile", "acre", "bed", "unit", "job", "company",
    "people",
})  # fmt: skip
"""What a number joined by a hyphen counts ("a 15-member board"), unlike "a four-star general"."""
_LINK = re.compile(
    r"\b(?:to|and|or|including|(?:up|down) from|compared (?:with|to)|versus|of (?:whom|which|these|those|them))\s+(?:(?:just|only)\s+)?$"
)
_WHOSE = frozenset({"the", "all", "our", "their", "its"})
_NEAR_TIMES = frozenset({"last", "next", "past"})
_LEVELS = frozenset({"to", "from", "by", "at"})
_OBJECTS = frozenset({"dobj", "nsubj", "nsubjpass"})
_NEAR = 24
"""Characters back within which a word links a number to the one before."""
_REACH = 10


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts.

    `unit` is as written; `anchor` is the token by which the quantity hangs in its sentence, `last` the last
    token of the phrase. `start` and `end` are character offsets of the phrase in the block, the words that
    bound the number included.
    """

    unit: str
    anchor: "Token"
    last: "Token"
    start: int
    end: int


def counted(number: Number, sentence: "Sentence", before: str = "") -> Counted | None:
    """What a number of a sentence counts; none where that is no statistic (a duration) or cannot be told.

    `before` is the unit of the number before it in the sentence, which "of whom" and bare numbers share.
    """
    doc = sentence.tokens.doc
    span = doc.char_span(number.core, number.end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    if number.measure == "count":
        return None if labels(span) else _count(number, span, sentence, before)
    anchor = span.root
    last = span[-1]
    unit = number.unit
    whole = _of(doc, span.end, sentence.tokens.end)
    if whole is None and number.vague:
        whole = _shared_by(span, sentence.tokens.end)
    if number.measure == "percent" and whole is not None:
        last = whole[-1]
        if whole[0].lower_ not in _PRONOUNS:
            unit = f"{unit} of {_text(sentence, whole)}"
    return Counted(unit, anchor, last, number.start, max(number.end, last.idx + len(last)))


def _shared_by(span: "Span", stop: int) -> "Span | None":
    """Whose share a ratio is, without an "of": the sailors of "one in five sailors" and "half the sailors"."""
    doc, start = span.doc, span.end
    while start < stop and doc[start].dep_ in {"det", "poss"} and doc[start].lower_ in _WHOSE:
        start += 1
    head = _head(span, start, stop, None)
    return doc[start : _coordinated(head, stop)] if head is not None and head.tag_ == "NNS" else None


def _count(number: Number, span: "Span", sentence: "Sentence", before: str) -> Counted | None:
    doc, stop = span.doc, sentence.tokens.end
    at = span.end
    if at < stop and doc[at].text.istitle() and doc[at].lower_ in MONTHS:
        return None  # "on 3 May the crews met"
    hyphen = doc[at] if at < stop else None
    if hyphen is not None and hyphen.text in {"-", "–"} and at + 1 < stop and hyphen.idx == number.end:
        noun = doc[at + 1]
        return (
            None
            if noun.lemma_.lower() not in _COMPOUND
            else _made(number, sentence, doc[at + 1 : at + 2], noun)
        )
    partitive = at < stop and doc[at].lower_ == "of"
    if partitive:
        at += 1
        if at < stop and doc[at].lower_ in MONTHS:
            return None  # what is numbered so is of that day: "Proclamations 12 of May 3 and 14 of June 5"
        if (
            not number.vague
            and at < stop
            and doc[at].lower_ in _PRONOUNS
            and (at + 1 >= stop or doc[at + 1].pos_ not in NOUNS)
        ):
            return (
                Counted(before, span.root, doc[at], number.start, doc[at].idx + len(doc[at]))
                if before
                else None
            )
    start = at
    while start < stop and doc[start].text in _SKIPPED:
        start += 1
    if partitive and start < stop and doc[start].like_num:
        start += 1  # "three of the six boats"
    head = _head(span, start, stop, doc[at - 1] if partitive else None)
    if head is None or head.lower_ in NEAR_DAYS or (_is_time(head) and doc[start].lower_ in _NEAR_TIMES):
        return _elliptic(number, span, sentence, before)
    if _is_time(head) and not _length_of(head, stop):
        return None
    if head.lemma_.lower() in _NO_UNIT:
        return None
    end = _coordinated(head, stop)
    whole = _of(doc, end, stop)
    if head.lemma_.lower() in english().classes["currency"]:
        whole = None
    if whole is not None:
        end = whole.end
    return _made(number, sentence, doc[start:end], head)


def _made(number: Number, sentence: "Sentence", unit: "Span", head: "Token") -> Counted | None:
    if not any(c.isalpha() for c in unit.text):
        return None
    return Counted(_text(sentence, unit), head, unit[-1], number.start, unit.end_char)


def _text(sentence: "Sentence", span: "Span") -> str:
    return " ".join(sentence.block.text[span.start_char : span.end_char].split())


def _length_of(time: "Token", stop: int) -> bool:
    """Whether a duration counts something ("12 weeks of paid leave"), unlike "30 days of the incident"."""
    after = time.doc[time.i + 1 : min(time.i + 3, stop)]
    return len(after) == 2 and after[0].lower_ == "of" and after[1].pos_ in {"NOUN", "ADJ", "PROPN", "VERB"}


def _is_time(token: "Token") -> bool:
    return token.lemma_.lower() in _TIME or token.lower_.rstrip("s") in _TIME


def _head(span: "Span", start: int, stop: int, of: "Token | None") -> "Token | None":
    """The noun that a number counts: by the parse where that is plausible, else the last noun of the run."""
    doc = span.doc
    root = span.root
    run = _run(doc, start, stop)
    whole = next((c for c in of.rights if c.dep_ == "pobj"), None) if of is not None else None
    if (
        whole is not None
        and run <= whole.i < stop
        and whole.i - start <= _REACH
        and _clear(doc, start, whole.i)
    ):
        return whole
    if root.dep_ in {"nummod", "amod", "compound", "nmod", "quantmod", "det"} and root.head.i >= start:
        head = root.head
        while head.dep_ in {"nummod", "quantmod"} and head.head.i > head.i:
            head = head.head
        if (
            head.pos_ in NOUNS
            and start <= head.i < stop
            and head.i - start <= _REACH
            and _clear(doc, start, head.i)
        ):
            while (
                head.dep_ == "poss"
                and head.i + 1 < stop
                and doc[head.i + 1].dep_ == "case"
                and head.head.i - head.i <= _REACH
            ):
                head = head.head
            while head.i + 1 < run and doc[head.i + 1].pos_ in NOUNS and head.dep_ == "compound":
                head = doc[head.i + 1]
            return head
    for i in range(run - 1, start - 1, -1):
        if doc[i].pos_ in NOUNS:
            return doc[i]
    if (
        run > start
        and doc[run - 1].pos_ == "ADJ"
        and doc[run - 1].dep_ in {"pobj", "dobj", "nsubj", "ROOT", "attr", "conj"}
    ):
        return doc[run - 1]
    return None


def _clear(doc: "Doc", start: int, end: int) -> bool:
    """Whether nothing between a number and a noun parts them; 787 in "six Boeing 787 jets" does not."""
    for token in doc[start:end]:
        named = token.pos_ == "NUM" and token.i > start and doc[token.i - 1].pos_ == "PROPN"
        parts = token.pos_ in _PARTING or (token.pos_ == "VERB" and token.dep_ not in PREMODIFIERS)
        if (parts and not named and token.text != "-") or token.text in ".;:()":
            return False
    return True


def _run(doc: "Doc", start: int, stop: int) -> int:
    """Where the run of words ends that can belong to one noun phrase."""
    i = start
    while i < stop and i - start <= _REACH:
        token = doc[i]
        joined = token.text in {"-", "–", "/", "&", "'s", "'"} or (
            token.text in {",", "and", "or"}
            and i + 1 < stop
            and doc[i + 1].dep_ in {"amod", "conj"}
            and doc[i + 1].pos_ == "ADJ"
            and doc[i - 1].pos_ == "ADJ"
        )
        modifies = token.pos_ == "VERB" and token.dep_ in PREMODIFIERS
        if not (token.pos_ in _INSIDE or modifies or joined) or token.like_num:
            break
        i += 1
    return i


def _coordinated(head: "Token", stop: int) -> int:
    """Where the phrase ends that a noun makes with those coordinated with it that are not counted apart."""
    end = head.i + 1
    last = head
    for _ in range(_REACH):
        following = next(
            (c for c in last.rights if c.dep_ == "conj" and c.pos_ == last.pos_ and c.i < stop), None
        )
        if following is None or following.i - last.i > 6:
            break
        if any(
            t.like_num
            or (
                t.pos_ in {"NUM", "VERB", "AUX", "ADP", "PRON", "DET", "SCONJ"}
                and t.dep_ not in {"amod", "compound"}
            )
            for t in head.doc[last.i + 1 : following.i]
        ):
            break
        last = following
        end = last.i + 1
    return end


def _of(doc: "Doc", at: int, stop: int) -> "Span | None":
    """The phrase of an "of" that stands at a place, without a leading article."""
    if at >= stop or doc[at].lower_ != "of":
        return None
    start = at + 1
    while (
        start < stop
        and doc[start].pos_ in {"DET"}
        and doc[start].lower_ in {"the", "a", "an", "all", "these", "those"}
    ):
        start += 1
    head = next((c for c in doc[at].rights if c.dep_ == "pobj"), None)
    if head is None or not start <= head.i < stop or head.i - start > _REACH:
        end = _run(doc, start, stop)
        return doc[start:end] if end > start else None
    if head.lower_ in _PRONOUNS:
        return doc[head.i : head.i + 1]
    return doc[start : _coordinated(head, stop)] if head.i >= start else None


def _elliptic(number: Number, span: "Span", sentence: "Sentence", before: str) -> Counted | None:
    """What a number alone counts: the subject's "number of …", or what the number before it does."""
    root = span.root
    for token in (root, *root.ancestors):
        for noun in (token, *token.children):
            if noun.lemma_.lower() in {"number", "total", "count"} and noun.pos_ == "NOUN":
                whole = _of(span.doc, noun.i + 1, sentence.tokens.end)
                if whole is not None:
                    return Counted(_text(sentence, whole), root, span[-1], number.start, number.end)
    linked = (
        number.upper is None
        and before
        and span.start > sentence.tokens.start
        and (
            _LINK.search(sentence.block.text, max(0, number.start - _NEAR), number.start)
            or (root.dep_ in _OBJECTS and _out_of(before, sentence, number.start))
        )
    )
    if linked:
        return Counted(before, root, span[-1], number.start, number.end)
    if root.dep_ in _OBJECTS and root.head.lemma_.lower() in english().classes["befalling"]:
        return Counted("people", root, span[-1], number.start, number.end)
    amount = _amounting(root)
    if amount is None:
        return None
    return Counted(_text(sentence, strip_article(core(amount))), root, span[-1], number.start, number.end)


def _amounting(number: "Token") -> "Token | None":
    """What a clause tells a number of, which counts it: the landings in "landings fell to 900" and "cut landings by 900"."""
    words = english().classes
    verb = number.head
    if number.dep_ == "dobj" and verb.lemma_.lower() in words["amounting"]:
        things = [c for c in verb.lefts if c.dep_ == "nsubj"]
    elif number.dep_ == "pobj" and verb.lower_ in _LEVELS and verb.head.lemma_.lower() in words["level"]:
        verb = verb.head
        things = [c for c in verb.rights if c.dep_ == "dobj" and c.i < number.i]
        things = things or [c for c in verb.lefts if c.dep_ in {"nsubj", "nsubjpass"}]
    else:
        return None
    thing = things[0] if things else None
    if thing is None or thing.like_num or thing.lemma_.lower() in _NO_UNIT:
        return None
    opening = thing.i == thing.sent.start and not thing.ent_type_  # a capital makes a name of it
    if thing.pos_ != "NOUN" and not opening:
        return None
    named = thing.tag_ != "NNS" and thing.lemma_.lower() != "population" and acting(thing.lemma_.lower())
    return None if named else thing


def _out_of(unit: str, sentence: "Sentence", at: int) -> bool:
    """Whether a sentence tells before a place of how many the numbers there are ("Of the 40 boats, it sold 12 and kept 28")."""
    opening = sentence.block.text[int(sentence.tokens.start_char) : at]
    return bool(re.match(rf"Of (?:the|these|those|its|their)\b[^,;]*\b{re.escape(unit)}\b", opening))

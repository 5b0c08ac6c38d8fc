"""Which of a sentence's times belongs to a verb or a number, by the clauses that the parse gives."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from gestae.loaders.discourse import has_been
from gestae.loaders.grammar import AUXILIARIES, PARTICIPLES, PAST, PREDICATES, SUBJECTS
from gestae.loaders.owners import including
from gestae.loaders.parsed_text import parsed_text
from gestae.loaders.phrases import under_of
from gestae.loaders.reaching import bidden, holds_below
from gestae.loaders.time_phrases import (
    HELPING,
    MODALS,
    comparing,
    dates,
    enclosed,
    lasting,
    out_of_parentheses,
    predicate,
)
from gestae.loaders.times import TimeMention
from gestae.ontology.english import english
from gestae.ontology.facts import Period

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

__all__ = ["gone_by", "time_for"]

_NOW = re.compile(r"(?:on |earlier |later )?(?:today|yesterday|tomorrow|tonight|this |last |next )", re.I)
_SAME_DAY = re.compile(r"(?:earlier |later )?(?:today|tonight|this (?:morning|afternoon|evening))\b", re.I)
"""The day of the document, on which what is told of and its telling may both be."""
_MANY = 40
_AND = re.compile(r",?\s+and\s+|,\s+")
_YEAR, _DAY = 4, 10
_WHILE = re.compile(r"(?:during|throughout|since|in (?:his|her|my|their) (?:first|second|last))\b", re.I)
_COUNTED = frozenset({"ADJ", "ADP", "ADV", "DET", "NOUN", "NUM", "PROPN", "SYM"})
_BELOW = frozenset({"xcomp", "advcl", "ccomp"})


def time_for(
    token: "Token",
    mentions: Sequence[TimeMention],
    inherited: Period | None = None,
    *,
    nested: bool = True,
) -> Period | None:
    """The period that a verb's act, or a number, belongs to.

    It is the time in the token's own phrase or clause, else that of the nearest clause over it, else
    `inherited`, the time that the text before has set. Without `nested`, times do not reach into
    relative clauses and the purposes of things.
    """
    if len(mentions) > _MANY:  # a table or a list of dates, which the parse makes nothing of
        return inherited
    mentions = _joined(mentions, token)
    spans = [(m, span) for m in mentions if (span := _span(token, m)) is not None]
    anchored = [(m, span) for m, span in spans if token not in span and not _since_what(token, span)]
    if (dating := _dating(token, spans)) is not None:
        return dating
    usable = [
        (m, s, out_of_parentheses(predicate(s.root), s))
        for m, s in anchored
        if m.relation not in {"before", "after"} and dates(m, s) and (nested or not lasting(m, s))
    ]
    if not usable:
        return inherited
    phrase = _in_phrase(token, [u for u in usable if comparing(u[1]) < token.i])
    if phrase is None and not nested:
        phrase = _of_counted(token, usable)
    if phrase is not None:
        return phrase.period
    governed = [
        (m, s, _closing(m, s) or _of_telling(s, over) or over) for m, s, over in usable if comparing(s) < 0
    ]
    below: Token | None = None
    last: list[tuple[TimeMention, Span]] = []
    reached = True
    for verb in _upwards(token):
        here = [(m, s) for m, s, over in governed if over is not None and over.i == verb.i]
        here = [(m, s) for m, s in here if not enclosed(token, s)]
        if below is not None:
            reached = reached and holds_below(verb, below, nested=nested)
            by = not nested and below.dep_ == "xcomp"  # "By 2030, the plan aims to plant 300 trees"
            here = [(m, s) for m, s in here if reached and (by or _reaches(m, s, verb, below))]
        if below is None and _extending(token) and all(m.relation == "until" for m, _ in here):
            last = here
        elif here:
            return _nearest(token, here).period
        if below is None and (shared := _repeated(verb, governed) or _when(verb, governed)) is not None:
            return shared.period
        below = verb
    return _nearest(token, last).period if last else inherited


def _since_what(token: "Token", span: "Span") -> bool:
    """Whether a verb tells since what some years are counted: "in the two years since it took effect, …"."""
    if (
        (span[0].lower_, span[-1].lower_) != ("in", "since")
        or token.i < span.end
        or token.sent.start != span.sent.start
    ):
        return False
    return not any(t.text == "," for t in span.doc[span.end : token.i])


def _dating(token: "Token", anchored: "list[tuple[TimeMention, Span]]") -> Period | None:
    """The time that a verb tells more of, or begins: "it ran until 2030, when the guild closed it", "since it began in 2030"."""
    if token.tag_ == "VBD" or (
        token.tag_ == "VBN" and any(c.lower_ in {"was", "were"} for c in token.children)
    ):
        for mention, span in anchored:
            if mention.relation == "since" and span.start <= token.i < span.end:
                return replace(mention.period, end=mention.period.start)
    if token.dep_ != "relcl" or not any(c.lower_ == "when" and c.dep_ == "advmod" for c in token.lefts):
        return None
    for mention, span in anchored:
        if span.start <= token.head.i < span.end:
            period = mention.period
            if mention.relation == "until":
                return replace(period, start=period.end)
            return replace(period, end=period.start) if mention.relation == "since" else period
    return None


def gone_by(verb: "Token", mentions: Sequence[TimeMention], dated: date) -> Period | None:
    """A time gone by that the parse hangs on an infinitive below what was done: "has spent $3 to open piers since 2021"."""
    for mention in mentions:
        span = _span(verb, mention)
        if span is None or mention.period.latest > dated or not dates(mention, span):
            continue
        if mention.relation != "since" and not _WHILE.match(mention.period.text):
            continue
        over = predicate(span.root)
        while over is not None and over.i > verb.i and over.dep_ in _BELOW and over.i != over.head.i:
            if over.tag_ == "VB" and any(c.tag_ == "TO" for c in over.lefts) and over.head.i == verb.i:
                return mention.period
            over = predicate(over)
    return None


def _joined(mentions: Sequence[TimeMention], token: "Token") -> list[TimeMention]:
    """The times of a sentence, of which years in a row are one: "in 2021 and 2022"."""
    if len(mentions) < 2:
        return list(mentions)
    made: list[TimeMention] = []
    for mention in mentions:
        last = made[-1] if made else None
        if last is not None and (last.relation, last.modifier) == (mention.relation, mention.modifier):
            years = len(mention.period.start) == _YEAR == len(last.period.end)
            following = years and last.period.latest.year + 1 == mention.period.earliest.year
            between = parsed_text(token.doc)[last.end : mention.start] if following else ""
            if _AND.fullmatch(between):
                words = f"{last.period.text}{between}{mention.period.text}"
                span = Period(last.period.start, mention.period.end, words)
                made[-1] = replace(last, end=mention.end, period=span)
                continue
        made.append(mention)
    return made


def _extending(verb: "Token") -> bool:
    """Whether a participle tells what an act brought, at the time of the act: "in May, she signed it, extending the lease until 2030"."""
    return (verb.tag_, verb.dep_) == ("VBG", "advcl") and not any(c.dep_ == "aux" for c in verb.children)


def _closing(mention: TimeMention, span: "Span") -> "Token | None":
    """The main predicate where a time reckoned from now ends the sentence, whatever the parse hangs it on."""
    sentence = span.sent
    rest = sentence.doc[span.end : sentence.end]
    if not _NOW.match(mention.period.text) or any(not t.is_punct for t in rest):
        return None
    aside = next(
        (t for t in reversed(sentence.doc[sentence.start : span.start]) if not _counts_more(t)), None
    )
    if aside is not None and aside.lower_ == "including":
        return None  # "it has made 140 arrests, including 12 last month"
    over = predicate(span.root)
    if over is not None and over.tag_ == "VBD" and sentence.root.tag_ in {"VBP", "VBZ"}:
        return None  # "it comes after she announced the fund last month"
    if over is not None and over.dep_ == "advcl" and any(c.dep_ == "nsubj" for c in over.children):
        return None  # "she praised them, as she did last year"
    if over is not None and over.dep_ == "conj" and any(c.dep_ in SUBJECTS for c in over.children):
        return None  # "it built ten piers in March, and it will build nine next year"
    if over is not None and _retold(over) and not _SAME_DAY.match(mention.period.text):
        return None  # "she said that the guild closed the pier last year"
    return sentence.root if sentence.root.pos_ in PREDICATES else None


def _counts_more(token: "Token") -> bool:
    """Whether a word is a number, what it counts, or part of the phrase behind it."""
    return token.is_punct or (token.pos_ in _COUNTED and token.lower_ != "including")


def _of_telling(span: "Span", over: "Token | None") -> "Token | None":
    """The verb of saying behind which a time stands, before what is said: "she said on Tuesday that ports close"."""
    if over is None or over.dep_ != "ccomp" or over.head.lemma_.lower() not in english().classes["saying"]:
        return None
    own = next((c for c in over.lefts if c.dep_ in SUBJECTS), None)
    if own is None or span.start != over.head.i + 1 or span.end > own.left_edge.i:
        return None
    between = span.doc[span.end : own.left_edge.i]
    return over.head if all(t.dep_ == "mark" for t in between) else None


def _retold(clause: "Token") -> bool:
    """Whether a clause is what somebody says was done: "she said that the guild had closed the pier"."""
    told = clause
    while told.dep_ == "conj" and told.head.pos_ in PREDICATES:
        told = told.head
    if told.dep_ != "ccomp" or told.head.lemma_.lower() not in english().classes["saying"]:
        return False
    helping = {c.lower_ for c in clause.children if c.dep_ in AUXILIARIES}
    return clause.tag_ in PAST and not helping & (MODALS | {"to"})


def _distance(token: "Token", span: "Span") -> tuple[bool, int]:
    """How far a time is from a token; farther than any other where it comes behind a comma."""
    behind = span.start > token.i and any(t.text in {",", ";", "("} for t in token.doc[token.i : span.start])
    return behind, abs(span.start - token.i)


def _nearest(token: "Token", here: "list[tuple[TimeMention, Span]]") -> TimeMention:
    """The nearest of the times of a clause, or a narrower one that lies within it ("today, in the month of May, …")."""
    best = min(here, key=lambda ms: _distance(token, ms[1]))[0]
    if token.pos_ not in PREDICATES:
        return best
    for mention, _ in here:
        within = (
            best.period.earliest <= mention.period.earliest and mention.period.latest <= best.period.latest
        )
        if within and {best.relation, mention.relation} == {"at"}:
            best = mention
    return best


def _repeated(verb: "Token", governed: "list[tuple[TimeMention, Span, Token | None]]") -> TimeMention | None:
    """The time of a coordinated clause with the same verb or object ("A rose 3%, and B rose 8% in 2020")."""
    following = next((c for c in verb.rights if c.dep_ == "conj" and c.pos_ in PREDICATES), None)
    if following is None:
        return None
    bare = not any(c.dep_ in {"dobj", "prep", "ccomp", "xcomp"} for c in verb.rights)
    if following.lemma_ != verb.lemma_ and not bare:
        return None
    return next((m for m, _, over in governed if over is not None and over.i == following.i), None)


def _when(verb: "Token", governed: "list[tuple[TimeMention, Span, Token | None]]") -> TimeMention | None:
    """The time of the clause that tells when: "it had nine members when the Act founded it in May 2030"."""
    if verb.tag_ != "VBD":
        return None
    clauses = {
        c.i
        for c in verb.children
        if c.dep_ == "advcl" and c.tag_ == "VBD" and any(w.lower_ == "when" for w in c.lefts)
    }
    return next(
        (m for m, _, over in governed if over is not None and over.i in clauses and m.relation == "at"), None
    )


def _span(token: "Token", mention: TimeMention) -> "Span | None":
    span = token.doc.char_span(mention.start, mention.end, alignment_mode="expand")
    return span if span is not None and len(span) else None


def _in_phrase(
    token: "Token", governed: "list[tuple[TimeMention, Span, Token | None]]"
) -> TimeMention | None:
    """A time in the noun phrase that a number belongs to ("approvals over the past year of 18 projects")."""
    if token.pos_ in PREDICATES:
        return None
    nouns = []
    for ancestor in (token, *token.ancestors):
        if ancestor.pos_ in PREDICATES:
            break
        nouns.append(ancestor.i)
    for noun in nouns:
        for mention, span, _ in governed:
            root = span.root
            over = [a.i for a in _until_predicate(root)]
            if noun in over:
                return mention
    return None


def _until_predicate(token: "Token") -> Iterator["Token"]:
    for ancestor in token.ancestors:
        if ancestor.pos_ in PREDICATES:
            return
        yield ancestor


def _upwards(token: "Token") -> Iterator["Token"]:
    """The predicate of a token and those over it."""
    if token.pos_ in PREDICATES:
        yield token
    last = token
    for ancestor in token.ancestors:
        last = ancestor
        if ancestor.pos_ in PREDICATES and ancestor.dep_ not in HELPING:
            yield ancestor
    if last.pos_ not in PREDICATES and last.i != token.i:
        yield last


def _of_counted(token: "Token", usable: "list[tuple[TimeMention, Span, Token | None]]") -> TimeMention | None:
    """A time in a participle on what is counted ("the $3 million spent in 2023", "40% of loans backed in 2023")."""
    for mention, _, over in usable:
        clause = over
        while clause is not None and clause.dep_ == "acl" and clause.tag_ in PARTICIPLES:
            things = {clause.head.i, *(t.i for t in clause.head.conjuncts)}
            if things & _things(token):
                return mention
            thing = clause.head
            while thing.dep_ in {"conj", "dobj"} and thing.head.i != thing.i:
                thing = thing.head
            clause = thing
    return None


def _things(token: "Token") -> set[int]:
    """What a number stands before, what it is a share of, and what includes it."""
    whole = including(token)
    while token.dep_ in {"nummod", "nmod", "quantmod"} and token.head.i > token.i:
        token = token.head
    of = (c.i for c in under_of(token))
    return {token.i, *of} | ({whole.i} if whole is not None else set())


def _of_before(mention: TimeMention, verb: "Token", below: "Token") -> bool:
    """Whether a clause in the past adds to what is said of a day in the present, or of all the time up to it.

    In "today marks a year since a man shot ten" and "since May, it has mended what they broke" it tells of a time before.
    """
    helping = {c.lower_ for c in below.children if c.dep_ in AUXILIARIES}
    if has_been(verb) and below.dep_ == "relcl" and below.tag_ in {"VBP", "VBZ"} and not helping:
        return True  # "for a year, the bay, which holds most of it, has been warming"
    if not (below.tag_ == "VBD" and not helping) and not helping & {"was", "were"}:
        return False
    if has_been(verb):
        return below.dep_ in {"relcl", "advcl"}
    period = mention.period
    day = period.start == period.end and len(period.start) == _DAY
    return day and verb.tag_ in {"VBP", "VBZ"} and below.dep_ in {"relcl", "ccomp", "advcl"}


def _taken(verb: "Token", below: "Token") -> bool:
    """Whether one predicate only says what the other takes action to do ("takes steps to open the lock")."""
    return (
        verb.lemma_ == "take"
        and below.dep_ == "acl"
        and below.head.dep_ == "dobj"
        and below.head.head == verb
    )


def _reaches(mention: TimeMention, span: "Span", verb: "Token", below: "Token") -> bool:
    """Whether a time beside one predicate is placed so that it holds for another under it.

    That of a thing ("today's announcement") does not reach what the thing has others do.
    """
    if below.dep_ != "conj" and mention.period.text.endswith(("'s", "’s")) and not _taken(verb, below):
        return False
    if below.dep_ == "conj":
        period = mention.period
        day = mention.relation == "at" and period.start == period.end and len(period.start) == _DAY
        if mention.relation == "at" and has_been(below) and not has_been(verb):
            return False  # "in 1990, it built a pier, and it has trained crews"
        own = any(c.dep_ in SUBJECTS for c in below.children)
        one = (
            day and not own and verb.tag_ == below.tag_ == "VBD"
        )  # "she came on Friday and praised the crews"
        return span.start < verb.i or span.start > below.i or one
    if (
        below.dep_ == "ccomp"
        and span.start < verb.i
        and any(c.lower_ in MODALS for c in below.children if c.dep_ == "aux")
    ):
        return False  # "today, she will announce that the yard will invest …"
    if _of_before(mention, verb, below) and span.start < below.i:
        return False
    if (bidden(below) or _retold(below)) and verb.tag_ in PAST and len(mention.period.start) > _YEAR:
        return (
            False  # "on Friday, she urged the guild to close the pier", "… she said that it closed the pier"
        )
    reaching = {"at", "since", "by"} if below.dep_ == "xcomp" else {"at", "since"}
    return mention.relation in reaching or span.start > below.i

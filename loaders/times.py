"""The times that a sentence names, as periods: dates, times reckoned from the document's, terms of office."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from gestae.loaders.calendar_words import MONTH_NAME, day, months_after, span, week
from gestae.loaders.dates import Grain, Point, absolute, loosely
from gestae.loaders.numerals import WORDS, worth
from gestae.loaders.observances import observances
from gestae.loaders.office_times import in_office
from gestae.loaders.relative_times import relative, stretch
from gestae.loaders.taken import Taken
from gestae.ontology.facts import Period

if TYPE_CHECKING:
    from gestae.loaders.parse import Sentence

__all__ = ["Frame", "Relation", "TimeMention", "find_times", "named_periods", "times"]

Relation = Literal["at", "since", "by", "until", "before", "after"]


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time that a text names.

    `start` and `end` are character offsets into the block; they hold the words that date ("since
    2021"), its preposition included. `relation` tells what the words said of `period`, which already
    reaches from or to the document's date where they say "since" or "until". A `modifier` dates a
    thing ("the 2018 report", "the order of October 8, 2001") and only through it what is done. A time that only dates
    what something is `compared` with ("40 boats, up from 30 in 2018") tells where that comparison begins. One is `told`
    that is reckoned from a time which the text named before ("two years later"), not from the document's date.
    """

    start: int
    end: int
    period: Period
    relation: Relation = "at"
    modifier: bool = False
    compared: int | None = None
    told: bool = False


@dataclass(frozen=True)
class Frame:
    """What relative times are reckoned from.

    `dated` is the document's date; `terms` are the terms of office of who speaks, oldest first; `named`
    holds the periods that the document names, by name in lower case ("women's history month"). `ruling`
    is what the administration of these terms is called.
    """

    dated: date | None = None
    terms: tuple[Period, ...] = ()
    named: Mapping[str, Period] = field(default_factory=dict)
    ruling: str = ""


_CUE = re.compile(
    r"\d|\b(?:currently|today|tonight|tomorrow|yesterday|now|this time|days?|weeks?|week-?ends?|months?"
    r"|quarters?|years?|decades?|"
    r"centur(?:y|ies)|spring|summer|fall|autumn|winter|office|terms?|then|hereby|mornings?|afternoon"
    r"|evening|night|"
    r"jan|feb|march|april|may|june?|july?|aug|sept?|oct|nov|dec|january|february|august|september"
    r"|october|november|december|juneteenth|christmas|thanksgiving|halloween|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|lord)\b",
    re.I,
)
_FUTURE = re.compile(
    r"(?:\b(?:(?:will|would)(?! have)|shall|upcoming|scheduled|(?:plan|aim|intend|expect|hope|seek)s? to"
    r"|(?:planning|aiming|working|going|expected|due) to|on track to|deadline)|['’]ll)\b|\bto be\b(?! (?:able|sure))",
    re.I,
)
_OPENING = re.compile(r"\W*(?:(?:and|but|so|then|also|later|early|starting|beginning|on|in|by)\W+)*", re.I)
"""What may stand before a time that opens a clause."""
_WILL = loosely(
    r"[^,;:.]{3,30}(?:, \d{4})?,? (?:(?!(?:[a-z]+ed|said|told|made|met|held|was|were|has|have|had|that|which|who)\b)[^\s,;:.]+ ){1,8}"
    r"(?:will|shall|(?:is|are) (?:going|scheduled|expected) to)\b(?! have\b)"
)
"""A time that opens a clause which looks ahead: "on Monday, the Mayor will …"."""
_CLAUSE = re.compile(r"[,;:]|\b(?:that|which|who|whom|they|we|he|she)\b")
_CLAUSE_REACH = 120
_BEFORE = loosely(
    r"(?:(?P<since>\b(?:ever )?since(?: at least)?|\b(?:starting|beginning|effective)(?: in| on|"
    r" from)?|\bfrom)|(?P<by>\b(?:by|no later than|not later than)|\bbefore the end of)"
    r"|(?P<until>\b(?:through|thru|until|till|up to)(?: (?:sunset|sundown|midnight|noon)(?:,| on|, on)?)?)|(?P<before>\b(?:before|prior to|preceding|ahead of))"
    r"|(?P<after>\b(?:after|following))"
    r"|(?P<at>\b(?:in|on|at|during|over|throughout|for|within|as of|of)))(?: (?:the|its|his|her|their"
    r"|our|my))?"
    r"(?: (?:start|beginning|end|onset|middle|summer|spring|fall|winter|autumn|month|year) of)?(?: "
    r"(?:early|late|mid|about|around|approximately))?[ -]?$",
    re.I,
)
_SINCE_EVENT = re.compile(r"\bsince\s+(?:[\w'’-]+\s+){1,9}(?:(?:in|on)\s+)?$", re.I)
"""What dates an event since when something holds ("since its launch in May 2021")."""
_STARTING = re.compile(r"starting|beginning|effective", re.I)
_JOINED = loosely(r"^,? (?:to|through|thru|until) $")
_EFFECTIVE = re.compile(r"^effective", re.I)
"""What dates the effect of a thing and not when it was done ("signed a rule effective May 1, 2030")."""
_AND = loosely(r"^,? and (?:the )?$")
_SUPERLATIVE = re.compile(
    r"\b(?:first|only(?! \d)|record|most|least|\w{3,}est|highs?|lows?)\b[^.;]{0,40}$", re.I
)
_OPEN_BOUND = re.compile(r"\b(?:more than|over|at least|fewer than|less than)\s+$", re.I)
_NOUN_AFTER = re.compile(
    r"['’]?s? (?:[a-z]+-)?(?:[A-Z]|(?!(?:the|an?|this|that|its|our|their|his|her|to|we|they|you|and|or|of|by|in|under|no)\b)[a-z-]+ (?:law|act|treaty|accords?|agreement)\b|report|study|levels?|budget|election|law|order|memorandum|act|plan"
    r"|agreement|season|tax|edition|midterm|census|elections|data|rate)"
)
_NAMED_AFTER = re.compile(
    r"\b(?:Act|Law|Order|Proclamation|Memorandum|Directive|Amendments?|Resolution|Code|Treaty"
    r"|Convention|Protocol)\b[^,;.]{0,24}(?:\b(?:of|for)|,)\s+$|\b(?!As\b)[A-Z][a-z]+\s+of\s+$"
)
_LIKE = re.compile(r"\b(?:like|unlike|(?<!later )(?<!sooner )than)\s+$", re.I)
_COMPARED = loosely(
    r"\b(?:(?:(?:up|down) from|compared (?:with|to)|versus|vs\.?) (?:(?!\bto\b)(?:[^,;:()]|,(?=\d))){0,60}"
    r"|(?:(?:more|less|(?!(?:earli|lat|soon|oth|rath)er)\w{2,}er) than|as (?:many|much|high|low|large|often) as) )$",
    re.I,
)
"""What something is compared with, up to the time of that: "up from 30 | in 2018", "more than | in 2018"."""
_PROCLAIM = re.compile(r"\b(?:proclaim|designate|declare|observe)[^.;]{8,240}", re.I)
_AS_NAME = re.compile(
    r",?\s+(?:to be |as )(?:the )?"
    r"((?:(?:[A-Z][\w'’-]*|of|and|the|for|on|in|&)\s+){0,12}(?:Days?|Weeks?|Months?|Decade))\b"
)
_COMPARED_REACH = 80
_BASE = loosely(
    rf"(?:from|over) (?:the )?(?:(?:fiscal year |FY ?)?(?:19|20)\d\d$|{MONTH_NAME}(?:,? (?:of )?(?:19|20)\d\d)?$"
    r"|last (?:year|month|quarter)$|(?:previous|prior) (?:year|month|quarter)$|a year ago$)",
    re.I,
)
_SAME_PERIOD = loosely(
    r"\b(?:from|over|than|(?:compared|relative) (?:to|with)) the same (?:day|month|period|point|quarter|time|week)(?: (?:in|of))? $",
    re.I,
)
_CHANGE = loosely(
    r"\d(?:%| percent(?:age points?)?| points?)(?: (?:increase|decrease|rise|drop|decline|reduction|jump|gain|growth|more|less|fewer))? $",
    re.I,
)
"""How much something has changed, before what that is reckoned from."""
_EDGE = loosely(r"\b(?:the )?(?:very )?(?P<which>first|last|final) day of (?:the month of )?$", re.I)
_WEEK_OF = loosely(r"\b(?:the )?week of $", re.I)
_ENDING = loosely(
    r"\b(?:in|over|during|for|within) (?:the )?(?P<n>\d{1,3}|[a-z]+)[ -](?P<u>day|week|month|year)s?(?: period)?,? (?:that )?"
    r"(?:ending|ended)(?: on| in)? $",
    re.I,
)
"""A length of time that a day ends: "in the 12 months ending May 31, 2030"."""
_MONTH, _DAY = 7, 10
_HEREBY = re.compile(r"\b(?:hereby|hereunto)\b", re.I)


def times(sentence: "Sentence", frame: Frame) -> tuple[TimeMention, ...]:
    """The times that a sentence names, in the order of the text, none overlapping another."""
    start, end = int(sentence.tokens.start_char), int(sentence.tokens.end_char)
    found = find_times(sentence.block.text[start:end], frame)
    return tuple(
        replace(
            m,
            start=m.start + start,
            end=m.end + start,
            compared=None if m.compared is None else m.compared + start,
        )
        for m in found
    )


def find_times(text: str, frame: Frame) -> tuple[TimeMention, ...]:
    """The times of a text; offsets count from its beginning.

    Without a date of the document, times that need one are left out.
    """
    if not _CUE.search(text) and not frame.named:
        return ()

    def future(at: int) -> bool:
        before = _CLAUSE.split(text[max(0, at - _CLAUSE_REACH) : at])[-1]
        if _FUTURE.search(before):
            return True
        return bool(_OPENING.fullmatch(before) and _WILL.match(text, at))

    points = list(_named(text, frame.named))
    points += list(absolute(text, frame.dated, future=future))
    if frame.dated is not None:
        points += relative(text, frame.dated, future=future)
        points += in_office(text, frame.terms, frame.dated, future=future, ruling=frame.ruling)
        points += observances(text, frame.dated)
        points += [Point(m.start(), m.end(), day(frame.dated), "day") for m in _HEREBY.finditer(text)]
    return tuple(
        m
        for p in _joined(text, [_edged(text, p) for p in _apart(points)])
        if (m := _mention(text, p, frame.dated)) is not None
    )


def _edged(text: str, point: Point) -> Point:
    """Of "the last day of May" the day, of "the week of May 6" the week, of "the 12 months ending May 31" the months."""
    period = point.period
    if len(period.end) >= _MONTH and (ended := _ENDING.search(text, max(0, point.start - 60), point.start)):
        return _ended(point, ended)
    if len(period.start) == _DAY and period.start == period.end:
        m = _WEEK_OF.search(text, max(0, point.start - 20), point.start)
        return replace(point, start=m.start(), period=week(period.earliest), grain="span") if m else point
    m = _EDGE.search(text, max(0, point.start - 40), point.start) if len(period.start) == _MONTH else None
    if m is None:
        return point
    which = period.earliest if m["which"].lower() == "first" else period.latest
    return Point(m.start(), point.end, day(which), "day", open=point.open)


def _ended(point: Point, length: re.Match[str]) -> Point:
    """The time of a length that ends with a point's; the point where its words give no number."""
    number = length["n"].lower()
    count = int(worth(number)) if number.isdigit() or re.fullmatch(WORDS, number) else 0
    last = point.period.latest
    made = stretch(last + timedelta(1), -count, length["u"].lower()) if count else None
    if made is None:
        return point
    whole = len(made.start) == _MONTH  # from the month behind the same month a year before
    begun = made.start if whole else (made.earliest).isoformat()
    period = Period(begun, last.isoformat()[: len(begun)])
    return replace(point, start=length.start(), period=period, grain="span")


def _named(text: str, named: Mapping[str, Period]) -> Iterable[Point]:
    lower = text.lower().replace("’", "'")
    if len(lower) != len(text):  # a letter whose small form is longer would shift the offsets
        return
    for name, period in named.items():
        at = lower.find(name)
        while at >= 0:
            yield Point(at, at + len(name), period, "span")
            at = lower.find(name, at + 1)


def _apart(points: Iterable[Point]) -> list[Point]:
    """The points without those that a longer or earlier one overlaps."""
    taken = Taken()
    kept = [p for p in sorted(points, key=lambda p: (p.start - p.end, p.start)) if taken.take(p.start, p.end)]
    return sorted(kept, key=lambda p: p.start)


def _joined(text: str, points: list[Point]) -> Iterable[Point]:
    """The points, two of them made one where the text says "from … to …" or "between … and …"."""
    i = 0
    while i < len(points):
        first = points[i]
        if i + 1 < len(points):
            second = points[i + 1]
            link = text[first.end : second.start]
            before = text[max(0, first.start - 14) : first.start].lower().split()
            cue = [w for w in before[-2:] if w in {"from", "between"}]
            if _JOINED.match(link) or (_AND.match(link) and "between" in cue):
                made = span(_before(first, second), second.period)
                yield Point(first.start, second.end, made, second.grain)
                i += 2
                continue
        yield first
        i += 1


def _before(first: Point, second: Point) -> Period:
    """The first of two times, a year earlier where its year is a guess that puts it behind the second."""
    if not (first.open and second.open and first.period.earliest > second.period.latest):
        return first.period
    begun, ended = (months_after(bound, -12) for bound in (first.period.earliest, first.period.latest))
    return Period(begun.isoformat()[: len(first.period.start)], ended.isoformat()[: len(first.period.end)])


def _mention(text: str, point: Point, dated: date | None) -> TimeMention | None:
    cue = _BEFORE.search(text, max(0, point.start - 40), point.start)
    relation: Relation = "at"
    start = point.start
    if cue is not None:
        relation = next(r for r in ("since", "by", "until", "before", "after", "at") if cue[r])
        start = cue.start()
    elif _OPEN_BOUND.search(text, max(0, point.start - 12), point.start) and text[
        : point.end
    ].lower().endswith("ago"):
        return None
    if _LIKE.search(text, max(0, point.start - 10), point.start):
        return None
    period = point.period
    modifier = bool(point.grain == "year" and _NOUN_AFTER.match(text, point.end)) or bool(
        _NAMED_AFTER.search(text, max(0, point.start - 48), point.start)
    )
    modifier = modifier or (
        cue is not None and bool(_EFFECTIVE.match(cue[0])) and any(c.isalnum() for c in text[:start])
    )  # "Effective May 1, 2030, the toll rises" opens with when it is done
    modifier = modifier or (
        cue is None and bool(_AS_NAME.match(text, point.end))
    )  # "I recognize May 2030 as Pier Month"
    if (
        relation == "at"
        and not modifier
        and (m := _SINCE_EVENT.search(text, max(0, start - 60), point.start))
    ):
        relation, start = "since", m.start()
        cue = None
    if relation == "since":
        if (
            (cue is not None and _STARTING.search(cue[0]))
            or (cue is not None and cue["since"].lower() == "from")
            or dated is None
        ):
            relation = "at"
        elif _SUPERLATIVE.search(text, max(0, start - 60), start):
            return None
        else:
            period = _until(period, dated, point.grain)
    elif relation == "until" and dated is not None and period.earliest > dated:
        period = Period(dated.isoformat()[: len(period.end)], period.end)
    words = " ".join(text[start : point.end].split())
    than = _COMPARED.search(text, max(0, start - _COMPARED_REACH), start) if start < point.start else None
    compared = than.start() if than is not None else start if _is_base(text, start, point) else None
    return TimeMention(start, point.end, replace(period, text=words), relation, modifier, compared)


def _is_base(text: str, start: int, point: Point) -> bool:
    """Whether a time is only what a change is reckoned from ("up 12 percent from 2018", "a 9% rise over the previous year")."""
    words = text[start : point.end]
    same = _SAME_PERIOD.search(text, max(0, point.start - _COMPARED_REACH), point.start)
    if same is not None:
        return bool(_CHANGE.search(text, max(0, same.start() - _COMPARED_REACH), same.start()))
    return bool(_BASE.match(words) and _CHANGE.search(text, max(0, start - _COMPARED_REACH), start))


def _until(period: Period, dated: date, grain: Grain) -> Period:
    """From a period to the document's date, as precise as the period."""
    now = dated.isoformat()
    size = max(len(period.start), 7)
    return (
        replace(period, end=max(now[:size], period.start))
        if grain != "span" or size < 10
        else replace(period, end=now)
    )


def named_periods(text: str, frame: Frame) -> dict[str, Period]:
    """The names that a text gives to periods ("proclaim March 2023 as … Month"), in lower case."""
    found: dict[str, Period] = {}
    for said in _PROCLAIM.finditer(text):
        for mention in find_times(said[0], frame):
            m = _AS_NAME.match(said[0], mention.end)
            if m:
                found[" ".join(m[1].lower().replace("’", "'").split())] = replace(mention.period, text="")
    return found

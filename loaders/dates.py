"""Absolute dates in English text: days, months, years, quarters, fiscal years, seasons, decades and spans."""

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from gestae.loaders.calendar_words import (
    MONTH_NAME,
    MONTHS,
    WEEKDAYS,
    decade,
    fiscal_year,
    month,
    months_after,
    quarter,
    season,
    span,
    year,
)
from gestae.loaders.numerals import ORDINALS, WORDS, worth
from gestae.loaders.patterns import any_of
from gestae.ontology.facts import Period

__all__ = ["SPELLED_DAY", "Ahead", "Grain", "Point", "absolute", "loosely", "never", "ordinal", "part_of"]

Grain = Literal["day", "month", "year", "span"]
Ahead = Callable[[int], bool]
"""Tells whether a text looks ahead at an offset."""


def never(_: int) -> bool:
    """Nowhere does the text look ahead."""
    return False


@dataclass(frozen=True, slots=True)
class Point:
    """A time that a text names, at character offsets; `open` tells that its year is a guess."""

    start: int
    end: int
    period: Period
    grain: Grain
    open: bool = False


_YEAR = r"(?:1[6-9]|20)\d\d"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:\s?(?:st|nd|rd|th)\b)?"
_TO = r"\s?(?:-|–|—|\bto\b|\bthrough\b|\bthru\b|\band\b|\buntil\b)\s?"
_ORDINAL = {word: n for n, w in enumerate(ORDINALS, 1) for word in (w, w.replace("-", " "))}
SPELLED_DAY = any_of(_ORDINAL)
"""A pattern of the ordinals up to the thirty-first in words."""
_NTH = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "final": 4,
    "last": 4,
}
_NTH |= {"q1": 1, "q2": 2, "q3": 3, "q4": 4}

_Match = re.Match[str]
_Made = tuple[Period, Grain] | None


def _number(text: str) -> int:
    return int(re.match(r"\d+", text)[0])  # type: ignore[index]


def ordinal(text: str) -> int:
    """The number of an ordinal in words or digits ("twenty-first", "4th")."""
    return _ORDINAL.get(" ".join(text.lower().split())) or _number(text)


def _month(text: str) -> int:
    return MONTHS[text.lower().rstrip(".")]


def _date(of: int, number: int, day: int) -> Period | None:
    if not (1 <= of <= 9999 and 1 <= number <= 12 and 1 <= day <= calendar.monthrange(of, number)[1]):
        return None
    text = f"{of:04d}-{number:02d}-{day:02d}"
    return Period(text, text)


def _full(of: int, number: int, first: int, last: int | None) -> _Made:
    start = _date(of, number, first)
    end = _date(of, number, last) if last else start
    return (span(start, end), "day") if start and end else None


def _iso(m: _Match) -> _Made:
    return _full(int(m["y"]), int(m["m"]), int(m["d"]), None)


def _slashed(m: _Match) -> _Made:
    of = int(m["y"])
    return _full(of if of > 99 else 2000 + of - (100 if of > 60 else 0), int(m["m"]), int(m["d"]), None)


def _written(m: _Match) -> _Made:
    last = m["d2"]
    return _full(int(m["y"]), _month(m["m"]), _number(m["d"]), _number(last) if last else None)


def _crossing(m: _Match) -> _Made:
    of = int(m["y"])
    start, end = (
        _date(int(m["y1"] or of), _month(m["m"]), _number(m["d"])),
        _date(of, _month(m["m2"]), _number(m["d2"])),
    )
    return (span(start, end), "day") if start and end else None


def _lordly(m: _Match) -> _Made:
    of = int(m["y"]) if m["y"] else int(worth(m["words"]))
    return _full(of, _month(m["m"]), ordinal(m["d"]), None)


def _month_year(m: _Match) -> _Made:
    end = month(_month(m["m2"] or m["m"]), int(m["y"]))
    start = month(_month(m["m"]), int(m["y1"] or m["y"]))
    return span(start, end), "month"


def _side_by_side(m: _Match) -> bool:
    """Whether two months of one year follow each other, so that "in July and August 2030" is one time."""
    return bool(m["m2"]) and not m["y1"] and _month(m["m2"]) == _month(m["m"]) + 1


def _fiscal(m: _Match) -> _Made:
    first = _short(m["y"])
    last = _short(m["y2"], first) if m["y2"] else first
    return span(fiscal_year(first), fiscal_year(last)), "span"


def _short(text: str, near: int = 2000) -> int:
    return int(text) if len(text) == 4 else near // 100 * 100 + int(text)


def _quarter(m: _Match) -> _Made:
    return quarter(_NTH[m["n"].lower()], _short(m["y"]), fiscal=bool(m["fy"])), "span"


def _half(m: _Match) -> _Made:
    of = int(m["y"])
    first = _NTH[m["n"].lower()] == 1
    return Period(f"{of}-{'01' if first else '07'}", f"{of}-{'06' if first else '12'}"), "span"


def _season(m: _Match) -> _Made:
    return season(m["s"].lower(), int(m["y"])), "span"


def _decade(m: _Match) -> _Made:
    first = int(m["y"])
    part = (m["part"] or "").lower()
    if part:
        start, end = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}[part]
        return span(year(first + start), year(first + end)), "year"
    return decade(first), "year"


def part_of(whole: Period, n: int, months: int, *, last: bool) -> Period | None:
    """The first or last so many months of a year that is given in months; None for more than it has."""
    if not 0 < n * months <= 12:
        return None
    first, end = whole.earliest, whole.latest.replace(day=1)
    if last:
        first = months_after(end, 1 - n * months)
    else:
        end = months_after(first, n * months - 1)
    return Period(first.isoformat()[:7], end.isoformat()[:7])


def _part(m: _Match) -> _Made:
    of = _short(m["y"])
    last = m["which"].lower() not in {"first", "opening"}
    made = part_of(
        fiscal_year(of) if m["fy"] else year(of),
        int(worth(m["n"])),
        3 if m["u"].lower().startswith("q") else 1,
        last=last,
    )
    return (made, "span") if made else None


def _each(m: _Match) -> _Made:
    first, last = int(m["y"]), int(m["y2"])
    if not first < last:
        return None
    return (
        (span(fiscal_year(first), fiscal_year(last)), "span")
        if m["fy"]
        else (span(year(first), year(last)), "year")
    )


def _years(m: _Match) -> _Made:
    first = int(m["y"])
    last = _short(m["y2"], first)
    return (span(year(first), year(last)), "year") if last > first else None


def _year(m: _Match) -> _Made:
    return year(int(m["y"])), "year"


def loosely(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Compile a pattern whose blanks stand for white space, a line break with its indentation included."""
    return re.compile(re.sub(r" (?!\])", r"\\s{1,12}", pattern).replace(r"\s?", r"\s{0,12}"), flags)


_SEPARATE = r"(?<!U\.S\.C\.\s)(?<!CFR\s)(?<![Ss]ections\s)(?<!§\s)(?<![\w$€£.,/#-])"
_MONTH_DAY = rf"(?P<m>{MONTH_NAME})\s?(?P<d>{_DAY})\b"
_RULES: tuple[tuple[re.Pattern[str], Callable[[_Match], _Made]], ...] = tuple(
    (loosely(pattern, flags), make)
    for pattern, flags, make in (
        (r"(?<![\w-])(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?![\w-])", 0, _iso),
        (r"(?<![\w/])(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>(?:19|20)?\d\d)(?![\w/])", 0, _slashed),
        (
            rf"\b{_MONTH_DAY}(?:,? (?P<y1>{_YEAR}))?,?{_TO}(?P<m2>{MONTH_NAME})\s?(?P<d2>{_DAY})\b,?"
            rf" (?P<y>{_YEAR})\b", 0, _crossing),
        (rf"\b{_MONTH_DAY}(?:{_TO}(?P<d2>{_DAY})\b)?\s?,? (?P<y>{_YEAR})\b", 0, _written),
        (
            rf"\b(?P<d>{_DAY})(?:{_TO}(?P<d2>{_DAY}))? (?:day of |of )?(?P<m>{MONTH_NAME}),?"
            rf" (?P<y>{_YEAR})\b", 0, _written),
        (
            rf"\b(?P<d>{SPELLED_DAY}|{_DAY}) day of (?P<m>{MONTH_NAME}),? (?:in the year of our Lord )?"
            rf"(?:(?P<y>{_YEAR})|(?P<words>{WORDS}(?: thousand)?(?:,? (?:and )?{WORDS})?))\b",
            re.I, _lordly,
        ),
        (
            rf"\b(?P<m>{MONTH_NAME})(?:,? (?P<y1>{_YEAR}))?{_TO}(?P<m2>{MONTH_NAME}),? (?:of"
            rf" )?(?P<y>{_YEAR})\b", 0, _month_year),
        (rf"\b(?P<m>{MONTH_NAME}),? (?:of )?(?P<y1>)(?P<m2>)(?P<y>{_YEAR})\b", 0, _month_year),
        (
            r"\b(?:fiscal years?|FYs?)\s?(?:\(FYs?\)\s?)?['’]?(?P<y>20\d\d|19\d\d|\d\d)"
            r"(?:\s?(?:-|–|,? to|,? through|,? and)\s?(?:FY\s?|fiscal year )?['’]?(?P<y2>20\d\d"
            r"|19\d\d|\d\d))?\b",
            re.I, _fiscal,
        ),
        (
            r"\b(?P<n>(?:first|second|third|fourth|final|last|1st|2nd|3rd|4th)(?= quarter)|Q[1-4])(?:"
            r" quarter)?(?: of| in|,)? "
            r"(?P<fy>FY\s?|fiscal year )?(?P<y>20\d\d|19\d\d)\b",
            re.I, _quarter,
        ),
        (rf"\b(?P<n>first|second) half of (?P<y>{_YEAR})\b", re.I, _half),
        (
            rf"\b(?P<which>first|opening|last|final|closing) (?P<n>\d{{1,2}}|{WORDS}) (?:full )?(?P<u>months|quarters) of"
            rf" (?:calendar year |(?P<fy>fiscal year |FY\s?))?(?P<y>{_YEAR})\b", re.I, _part),
        (
            rf"\beach of (?:the )?(?:calendar years? |(?P<fy>fiscal years? |FYs?\s?))?(?P<y>{_YEAR})(?:,? (?:and )?{_YEAR}){{0,8}},?"
            rf" (?:and|through|to) (?P<y2>{_YEAR})\b", re.I, _each),
        (rf"\b(?P<s>[Ss]pring|[Ss]ummer|[Ff]all|[Aa]utumn|[Ww]inter)(?: of)?,? (?P<y>{_YEAR})\b", 0, _season),
        (r"\b(?:(?P<part>early|mid|late)[ -])?(?P<y>(?:1[5-9]|20)\d0)['’]?s\b", re.I, _decade),
        (rf"{_SEPARATE}(?P<y>{_YEAR})\s?[-–/]\s?(?P<y2>(?:20|19)\d\d|\d\d)(?![\w/]|-\d|,\d)", 0, _years),
        (rf"{_SEPARATE}(?P<y>{_YEAR})(?:{_TO}(?P<y2>{_YEAR}))(?![\w/]|-\d|,\d)", 0, _years),
        (
            rf"{_SEPARATE}(?P<y>{_YEAR})(?![\w%/]|[-–]\d|[,.]\d|\s(?:percent|U\.S\.C|CFR|C\.F\.R|Stat|F\."
            rf"|Fed\.|million|billion))", 0, _year),
    )
)  # fmt: skip
_LABELLED = re.compile(
    r"(?:\b(?:no|nos|number|section|sections|sec|order|proclamation|act|bill|resolution|title|room"
    r"|suite|public law|"
    r"pub\. l|rule|form|h\.\s?r|s|res|directive|determination|u\.s\.c|c\.f\.r|cfr|part|parts)\.?\s|[#§]\s?)$",
    re.I,
)
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)}),?\s{{1,3}}(?:the\s)?$", re.I)
"""A weekday that stands before a day is part of its words, and no time of its own."""
_BOUND = re.compile(r"\buntil\s+$|\b(?:to|will|shall|must|should|can|may|\w+ing)\s[^.;]{0,80}\bby\s+$", re.I)
"""What stands before a day that is more often ahead than a year back: "to open by July 4"; "opened by July 4" may be long ago."""
_MONTH, _HALF_YEAR = 31, 180
_DIGIT = re.compile(r"\d")
_AND = re.compile(r"\band\b")
_BETWEEN = re.compile(r"\bbetween\s+$", re.I)
_CALENDAR_DAY = loosely(
    rf"\b{_MONTH_DAY}(?:{_TO}(?:(?P<m2>{MONTH_NAME})\s?)?(?P<d2>{_DAY}))?(?!\s?(?:,?\s{_YEAR}|%"
    rf"|percent|million))\b"
)
_DAY_CALENDAR = loosely(rf"\b(?P<d>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)? (?:of )?(?P<m>{MONTH_NAME})\b")
_BARE_MONTH = loosely(
    r"\b(?P<cue>[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Tt]hrough|[Dd]uring|[Ee]arly|[Ll]ate|[Mm]id|of|and|to"
    r"|[Ff]rom|[Bb]etween|[Ss]tarting|[Bb]eginning)"
    rf"[ -](?:early |late |mid-?)?(?P<m>{MONTH_NAME})(?!\s?\d)"
)


def absolute(text: str, dated: date | None, *, future: Ahead = never) -> Iterator[Point]:
    """The dates of a text, longest forms first, so that later ones may overlap earlier ones.

    A date without a year takes the year that puts it nearest before the document's date, or
    after it where `future` says that the text looks ahead at an offset.
    """
    digits = bool(_DIGIT.search(text))
    for pattern, make in _RULES:
        if not digits and make is not _lordly:  # the only form that may be all words
            continue
        for m in pattern.finditer(text):
            if (
                _AND.search(m[0])
                and make not in {_fiscal, _written, _each}
                and not (make is _month_year and _side_by_side(m))
                and not _BETWEEN.search(text, max(0, m.start() - 12), m.start())
            ):
                continue  # "in 2019 and 2021" are two times, "between 2019 and 2021" is one
            if make is _year and _LABELLED.search(text, max(0, m.start() - 24), m.start()):
                continue
            made = make(m)
            if made is not None:
                named = _WEEKDAY.search(text, max(0, m.start() - 16), m.start()) if made[1] == "day" else None
                yield Point(named.start() if named else m.start(), m.end(), made[0], made[1])
    if dated is not None:
        yield from _without_year(text, dated, future=future, digits=digits)


def _without_year(text: str, dated: date, *, future: Ahead, digits: bool) -> Iterator[Point]:
    for pattern in (_CALENDAR_DAY, _DAY_CALENDAR) if digits else ():
        for m in pattern.finditer(text):
            number, first = _month(m["m"]), _number(m["d"])
            near = _HALF_YEAR if _BOUND.search(text, max(0, m.start() - 120), m.start()) else _MONTH
            of = _nearest(dated, number, first, future=future(m.start()), near=near)
            start = _date(of, number, first)
            last = m.groupdict().get("d2")
            second = m.groupdict().get("m2")
            end = _date(of, _month(second) if second else number, _number(last)) if last else start
            if start and end:
                yield Point(m.start(), m.end(), span(start, end), "day", open=True)
    for m in _BARE_MONTH.finditer(text):
        number = _month(m["m"])
        near = _HALF_YEAR if _BOUND.search(text, max(0, m.start("m") - 120), m.start("m")) else 0
        of = _nearest(dated, number, dated.day, future=future(m.start()), near=near)
        yield Point(m.start("m"), m.end("m"), month(number, of), "month", open=True)


def _nearest(dated: date, number: int, day: int, *, future: bool, near: int = _MONTH) -> int:
    """The year that puts a day up to `near` days ahead of the document, else behind it; ahead if `future`."""
    ahead = (number - dated.month) * 31 + day - dated.day
    if future:
        return dated.year + (ahead < 0)
    return dated.year - 1 if ahead > near else dated.year + (ahead < near - 361)

"""Times that are reckoned from a document's date ("last year", "over the next 100 days", "on Thursday")."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from gestae.loaders.calendar_words import (
    MONTH_NAME,
    MONTHS,
    SEASONS,
    WEEKDAYS,
    day,
    decade,
    fiscal_year,
    month,
    months_after,
    quarter,
    season,
    week,
    year,
)
from gestae.loaders.dates import Ahead, Grain, Point, loosely, never, part_of
from gestae.loaders.numerals import WORDS, worth
from gestae.ontology.facts import Period

__all__ = ["relative", "stretch"]

_Match = re.Match[str]
_Made = tuple[Period, Grain] | None

_DAYS = {"day": 1, "business day": 1, "calendar day": 1, "week": 7}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_UNIT = (
    r"(?:(?:calendar |business |working |full )?days?|weeks?|months?|quarters?|(?:fiscal |calendar"
    r" )?years?|decades?|centur(?:y|ies))"
)
_COUNT = rf"(?:\d{{1,4}}|{WORDS}|an?)"
_BACK = r"(?:past|last|previous|preceding|prior)"
_AHEAD = r"(?:next|coming|upcoming|following)"
_MIDWEEK = 3
_GENERATION = 240
"""Months from which on a length is told in whole years: "over the last 20 years"."""
_HOURS = 24
_NTH = ("first", "second", "third", "fourth")
_NEAR = 7
"""How many days "recent days" and "the days ahead" may reach."""
_ONE = (
    r"(?:day|week|weekend|month|quarter|fiscal year|school year|year|decade|century|spring|summer|fall"
    r"|autumn|winter)"
)


def _unit(text: str) -> str:
    text = text.lower().split()[-1]
    return "century" if text == "centuries" else text.removesuffix("s")


def _count(text: str) -> int:
    return 1 if text.lower() in {"a", "an"} else int(worth(text))


def _moved(dated: date, count: int, unit: str) -> date | None:
    try:
        if unit in _DAYS:
            return dated + timedelta(days=count * _DAYS[unit])
        return months_after(dated, count * _MONTHS[unit]) if abs(count) * _MONTHS[unit] < 12_000 else None
    except OverflowError:
        return None


def _at(when: date, unit: str) -> str:
    """A date as precise as a step of that unit leaves it."""
    return when.isoformat() if unit in _DAYS else when.isoformat()[:7]


def stretch(dated: date, count: int, unit: str, *, half: bool = False) -> Period | None:
    """The time from a date to so many units later, or since so many earlier if `count` is negative."""
    other = _moved(dated, count, unit)
    if other is not None and half:
        other = months_after(other, (_MONTHS.get(unit, 0) // 2) * (1 if count > 0 else -1))
    if other is None:
        return None
    return Period(*sorted((_at(dated, unit), _at(other, unit))))


def _counted(m: _Match, dated: date) -> _Made:
    back = bool(m["back"])
    if m[0].lower().startswith("following"):  # "following five years as a judge, she …"
        return None
    count, unit = _count(m["n"]), _unit(m["u"])
    made = stretch(dated, -count if back else count, unit, half=bool(m["half"]))
    if made is not None and count * _MONTHS.get(unit, 0) >= _GENERATION:
        return Period(made.start[:4], made.end[:4]), "year"
    return (made, "span") if made else None


def _so_long(m: _Match, dated: date) -> _Made:
    """For 20 years: the time from so long before the document, which dates only what has been done all the while."""
    count, unit = _count(m["n"]), _unit(m["u"])
    made = stretch(dated, -count, unit)
    if made is not None and count * _MONTHS.get(unit, 0) >= _MONTHS["decade"]:
        return Period(made.start[:4], made.end[:4]), "year"
    return (made, "span") if made else None


def _hours(m: _Match, dated: date) -> _Made:
    """The last 24 hours, the next 48 hours: whole days from the document's date."""
    days = -(-_count(m["n"]) // _HOURS)
    made = stretch(dated, -days if m["back"] else days, "day")
    return (made, "span") if made else None


def _about_now(m: _Match, dated: date) -> _Made:
    """In recent days, in the days ahead: the month of the document, and the one beside it where that is near."""
    other = dated + timedelta(days=-_NEAR if m["back"] else _NEAR)
    return Period(*sorted((dated.isoformat()[:7], other.isoformat()[:7]))), "month"


def _single(m: _Match, dated: date) -> _Made:
    """The past year, the coming month: a stretch of that length from the document's date."""
    made = stretch(dated, -1 if m["back"] else 1, _unit(m["u"]), half=bool(m["half"]))
    return (made, "span") if made else None


def _ago(m: _Match, dated: date) -> _Made:
    unit = _unit(m["u"])
    when = _moved(dated, -_count(m["n"]), unit)
    if when is None:
        return None
    if unit in {"year", "decade", "century"}:
        return year(when.year), "year"
    return (day(when), "day") if unit in _DAYS else (month(when.month, when.year), "month")


def _anniversary(m: _Match, dated: date) -> _Made:
    """The same day, week or month so many years before."""
    when = months_after(dated, -12 * _count(m["n"]))
    return _span_of(m["u"].lower().replace("today", "day"), when, 0)


def _hence(m: _Match, dated: date) -> _Made:
    unit = _unit(m["u"])
    when = _moved(dated, _count(m["n"]), unit)
    return (Period(text := _at(when, unit), text), "day" if unit in _DAYS else "month") if when else None


def _within(m: _Match, dated: date) -> _Made:
    made = stretch(dated, _count(m["n"]), _unit(m["u"]))
    return (made, "span") if made else None


def _ending(m: _Match, dated: date) -> _Made:
    """The end of the year: of the one that runs; that of a decade or century is its last year."""
    made = _span_of(unit := m["u"].lower(), dated, 0)
    return (year(made[0].latest.year), "year") if made and unit in {"decade", "century"} else made


def _part(m: _Match, dated: date) -> _Made:
    """The first six months of the year, of last year, of this fiscal year."""
    step = {"last": -1, "next": 1}.get(m["step"].lower(), 0)
    whole = fiscal_year(dated.year + (dated.month > 9) + step) if m["fy"] else year(dated.year + step)
    months = 3 if m["u"].lower().startswith("q") else 1
    made = part_of(whole, _count(m["n"]), months, last=m["which"].lower() in {"last", "final"})
    return (made, "span") if made else None


def _nth(m: _Match, dated: date) -> _Made:
    """The first half of this year, the second quarter: without a year the last one that has begun."""
    number = _NTH.index(m["n"].lower()) + 1
    of = dated.year + {"last": -1, "next": 1}.get((m["step"] or "").lower(), 0)
    if m["u"].lower() == "half":
        return (
            (Period(f"{of:04d}-{number * 6 - 5:02d}", f"{of:04d}-{number * 6:02d}"), "span")
            if number < 3
            else None
        )
    made = quarter(number, of)
    return (quarter(number, of - 1) if not m["step"] and made.earliest > dated else made), "span"


def _calendar(m: _Match, dated: date) -> _Made:
    """Last, this or next week, month, season, year."""
    step = {"last": -1, "previous": -1, "past": -1, "next": 1}.get(m["which"].lower().split()[-1], 0)
    return _span_of(m["u"].lower(), dated, step)


def _weekend(m: _Match, dated: date, *, future: bool = False) -> _Made:
    """The weekend to come, or the last one in the days behind it, unless the text looks ahead."""
    gone = dated.weekday() < _MIDWEEK and not future
    return _span_of(m["u"].lower(), dated, -1 if gone else 0)


def _span_of(unit: str, dated: date, step: int) -> _Made:
    """The week, month, year … of a date, or one so many before or after it."""
    if unit == "day":
        return day(dated + timedelta(days=step)), "day"
    if unit in {"week", "weekend"}:
        around = week(dated + timedelta(days=7 * step))
        if unit == "weekend":
            around = Period((around.latest - timedelta(days=1)).isoformat(), around.end)
        return around, "span"
    if unit == "month":
        when = months_after(dated.replace(day=1), step)
        return month(when.month, when.year), "month"
    if unit == "quarter":
        when = months_after(dated.replace(day=1), 3 * step)
        return quarter((when.month - 1) // 3 + 1, when.year), "span"
    if unit == "fiscal year":
        return fiscal_year(dated.year + (dated.month > 9) + step), "span"
    if unit == "school year":
        first = dated.year - (dated.month < 8) + step
        return Period(str(first), str(first + 1)), "span"
    if unit == "decade":
        return decade(dated.year // 10 * 10 + 10 * step), "year"
    if unit == "century":
        first = dated.year // 100 * 100 + 100 * step
        return Period(str(first), str(first + 99)), "year"
    if unit in SEASONS:
        return season(unit, _season_year(unit, dated, step)), "span"
    return year(dated.year + step), "year"


def _season_year(name: str, dated: date, step: int) -> int:
    if name == "winter":  # it is of the year that it ends in
        coming = dated.year + (dated.month > SEASONS["spring"])
        return coming - 1 if step < 0 else coming + (step > 0 and dated.month in {12, 1, 2, 3})
    begun = dated.month >= SEASONS[name]
    if step < 0:
        return dated.year if begun and dated.month > SEASONS[name] + 2 else dated.year - 1
    return dated.year + (step > 0 and begun)


def _named_month(m: _Match, dated: date) -> _Made:
    number = MONTHS[m["m"].lower().rstrip(".")]
    which = m["which"].lower()
    of = dated.year
    if which in {"last", "past"}:
        of -= number >= dated.month
    elif which in {"next", "coming", "this coming"}:
        of += number <= dated.month
    return month(number, of), "month"


def _month_of_year(m: _Match, dated: date) -> _Made:
    """August of last year."""
    step = {"last": -1, "next": 1}.get(m["which"].lower(), 0)
    return month(MONTHS[m["m"].lower().rstrip(".")], dated.year + step), "month"


def _weekday(m: _Match, dated: date, *, future: bool = False) -> _Made:
    behind = (dated.weekday() - WEEKDAYS[m["d"].lower()]) % 7
    which = (m["which"] or "").lower()
    if which in {"next", "this coming", "coming"} or (future and not which and behind):
        return day(dated + timedelta(days=(7 - behind) or 7)), "day"
    if which in {"last", "this past"} and behind == 0:
        behind = 7
    return day(dated - timedelta(days=behind)), "day"


_DAILY = {
    "yesterday": -1, "last night": -1, "yesterday's": -1, "tomorrow": 1, "tomorrow's": 1, "tomorrow night": 1,
}  # fmt: skip


def _daily(m: _Match, dated: date) -> _Made:
    return day(dated + timedelta(days=_DAILY.get(m[0].lower(), 0))), "day"


_LOOKING = ("past", "last", "previous", "preceding", "prior", "next", "coming", "following")
_RULES: tuple[tuple[re.Pattern[str], tuple[str, ...], Callable[[_Match, date], _Made]], ...] = tuple(
    (loosely(pattern, flags), needs, make)
    for pattern, flags, needs, make in (
        (
            rf"\b(?:the |these |those |its |his |her |their |our )?(?:(?P<back>{_BACK})|{_AHEAD})"
            rf" (?P<n>{_COUNT})(?: full| fiscal)? (?P<u>{_UNIT})"
            r"(?P<half> and a half)?\b",
            re.I, _LOOKING, _counted,
        ),
        (
            rf"\bfor (?:(?:nearly|almost|over|more than|about|roughly|some|at least|well over) )?(?P<n>{_COUNT}) (?:full |long |straight )?"
            r"(?P<u>weeks|months|years?|decades?|century|centuries)(?! (?:to|more|longer|after|before|from|beginning|in prison)\b)",
            re.I, ("have", "has"), _so_long),
        (
            rf"\bin the (?:(?:nearly|almost|more than) )?(?P<n>{_COUNT}) (?P<u>days|weeks|months|years|decades) since\b",
            re.I, ("since",), _so_long),
        (rf"\b(?P<n>{_COUNT}) years? ago (?:this )?(?P<u>today|day|week|month)\b", re.I, ("ago",), _anniversary),
        (rf"\b(?P<n>{_COUNT}) (?P<u>{_UNIT})(?: and a half)? ago\b", re.I, ("ago",), _ago),
        (
            rf"\b(?P<which>first|last|final) (?P<n>\d{{1,2}}|{WORDS}) (?:full )?(?P<u>months|quarters) of"
            r" (?P<step>the|this|last|next) (?P<fy>fiscal )?year\b", re.I, ("of",), _part),
        (
            r"\b(?P<n>first|second|third|fourth) (?P<u>half|quarter) of (?P<step>this|last|next|the) year\b",
            re.I, ("half", "quarter"), _nth),
        (
            r"\b(?:in|during|for) the (?P<n>first|second|third|fourth) (?P<u>quarter)(?P<step>)(?!,? (?:of|in|q|\d))\b",
            re.I, ("quarter",), _nth),
        (
            r"\bthe (?:(?P<back>past|preceding)|coming|next|following) (?P<u>year|month|week|decade"
            r"|century)(?P<half> and a half)?\b", re.I, _LOOKING, _single),
        (r"\b(?P<back>)the (?P<u>year|month|week|decade|century) ahead\b(?P<half>)", re.I, ("ahead",), _single),
        (
            rf"\b(?:the )?(?:(?P<back>{_BACK})|{_AHEAD}) (?P<n>24|48|72) hours\b", re.I, ("hours",), _hours),
        (
            r"\b(?:in|over|within|during) (?:(?:the )?(?P<back>recent|past|last) days|(?:the )?coming days|the days (?:and weeks )?ahead)\b(?! of\b)",
            re.I, ("days",), _about_now),
        (r"\bthe (?P<back>last) (?P<u>year|month|week|decade|century)(?P<half> and a half)\b", re.I, ("half",), _single),
        (
            r"\b(?:over|in|during|for|within|throughout) (?:the )?(?:(?P<back>last)) (?P<u>year|decade"
            r"|century|month)(?P<half>)\b", re.I, ("last",), _single),
        (
            rf"\b(?:within|no later than|not later than|no more than) (?P<n>{_COUNT})[ -](?P<u>{_UNIT})"
            r"(?: (?:of|after|from|following) (?:the )?(?:(?:date|issuance|signing|publication"
            r"|effective date)(?: (?:of|hereof)(?: (?:this|the) [a-z]+)?)?|today|this [a-z]+))?\b"
            r"(?! (?:prior to|before|preceding|following|after)\b)",
            re.I, ("within", "than"), _within,
        ),
        (
            rf"\b(?P<n>{_COUNT})[ -](?P<u>{_UNIT}) (?:after|from|following) (?:the )?(?:date|issuance"
            rf"|signing|publication|today)(?: of (?:this|the) [a-z]+)?\b",
            re.I, ("after", "from", "following"), _hence,
        ),
        (rf"\bin (?P<n>{_COUNT}) (?P<u>{_UNIT})(?: time)?(?=[,.;]| for\b| from now|$)", re.I, ("in",), _hence),
        (r"\b(?:this|over the) (?P<u>weekend)\b(?!['’]s| (?:of|before|after)\b)", re.I, ("weekend",), _weekend),
        (
            rf"\b(?P<which>earlier this|later this|this past|this coming|this|last|next|current)"
            rf" (?P<u>{_ONE})\b(?!['’]s|(?<=day) of\b)", re.I, ("this", "last", "next", "current"), _calendar),
        (
            r"(?<=\bby\s)(?:the )?end of the (?P<u>month|quarter|fiscal year|school year|year|decade|century)\b(?! (?:\d|of\b))",
            re.I, ("end",), _ending),
        (r"\b(?P<which>previous) (?P<u>year|month|week|fiscal year|quarter)\b", re.I, ("previous",), _calendar),
        (
            rf"\b(?P<which>(?i:earlier this|this past|this coming|this|last|next|past|coming))"
            rf" (?P<m>{MONTH_NAME})(?! \d)", 0, ("this", *_LOOKING), _named_month),
        (rf"\b(?P<m>{MONTH_NAME}),? (?:of )?(?P<which>(?i:this|last|next)) year\b", 0, ("year",), _month_of_year),
        (
            r"\b(?:on )?(?:(?P<which>(?i:last|next|this|this past|this coming|coming)) )?(?<!Good\s)(?<!Easter\s)(?<!Palm\s)(?<!Ash\s)"
            r"(?<!Black\s)(?<!Bloody\s)(?<!Super\s)(?<!Giving\s)(?<!Cyber\s)(?P<d>Monday"
            r"|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
            rf"\b(?!['’]s|,? (?:{MONTH_NAME}) \d)",
            0, ("day",), _weekday,
        ),
        (
            r"\b(?:today(?! and (?:every|each|all)\b)|tonight|yesterday|tomorrow night|tomorrow|last night|(?:earlier |later"
            r" )?this (?:morning|afternoon|evening)|at this time|as of now|currently)\b(?:['’]s)?",
            re.I, ("day", "night", "tomorrow", "this", "as", "currently"), _daily,
        ),
    )
)  # fmt: skip
"""Each with words of which every match holds one, so that it need not be looked for where there is none."""


def relative(text: str, dated: date, *, future: Ahead = never) -> Iterator[Point]:
    """The times of a text that count from the document's date; `future` tells where the text looks ahead."""
    lower = text.lower()
    for pattern, needs, make in _RULES:
        if not any(word in lower for word in needs):
            continue
        for m in pattern.finditer(text):
            try:
                if make is _weekday or make is _weekend:
                    made = make(m, dated, future=future(m.start()))
                else:
                    made = make(m, dated)
            except (ValueError, OverflowError):  # beyond the calendar
                continue
            if made is not None:
                yield Point(m.start(), m.end(), made[0], made[1])

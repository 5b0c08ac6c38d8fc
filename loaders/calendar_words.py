"""The calendar in words and as periods: months, weekdays, seasons, quarters, fiscal years, steps in time."""

import calendar
import re
from datetime import date, timedelta

from gestae.loaders.patterns import any_of
from gestae.ontology.facts import Period

__all__ = [
    "MONTHS",
    "MONTH_NAME",
    "NEAR_DAYS",
    "SEASONS",
    "WEEKDAYS",
    "day",
    "decade",
    "fiscal_year",
    "month",
    "months_after",
    "quarter",
    "season",
    "span",
    "week",
    "weekday_of",
    "year",
]

_FULL = [name.lower() for name in calendar.month_name[1:]]
MONTHS = (
    {name: n for n, name in enumerate(_FULL, 1)}
    | {name[:3]: n for n, name in enumerate(_FULL, 1)}
    | {"sept": 9}
)
"""Numbers of the months by their names and abbreviations, in lower case."""

_WRITTEN = [name.capitalize() for name in MONTHS] + [name.upper() for name in _FULL]
MONTH_NAME = any_of(_WRITTEN) + r"\b\.?"
"""A pattern of the names of months as written."""

WEEKDAYS = {name.lower(): n for n, name in enumerate(calendar.day_name)}
"""Numbers of the weekdays, Monday 0."""

_WEEKDAY = re.compile(rf"\b(?:{'|'.join(calendar.day_name)})\b", re.I)

SEASONS = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12}
"""The month that a season of the northern hemisphere begins in."""

NEAR_DAYS = frozenset({"today", "yesterday", "tonight", "tomorrow"})
"""Words for a day that is near the document's."""


def day(when: date) -> Period:
    """One day."""
    return Period(when.isoformat(), when.isoformat())


def weekday_of(period: Period) -> str | None:
    """The weekday that the words for a day give beside it ("Wednesday"), which need not be the one that it was."""
    found = _WEEKDAY.findall(period.text) if period.earliest == period.latest else []
    return found[0].capitalize() if len(found) == 1 else None


def week(when: date) -> Period:
    """The week from Monday to Sunday around a day."""
    monday = when - timedelta(days=when.weekday())
    return Period(monday.isoformat(), (monday + timedelta(days=6)).isoformat())


def month(number: int, of: int) -> Period:
    """A month of a year."""
    return Period(text := f"{of:04d}-{number:02d}", text)


def year(number: int) -> Period:
    """A calendar year."""
    return Period(text := f"{number:04d}", text)


def decade(first: int) -> Period:
    """Ten years from a first one."""
    return Period(f"{first:04d}", f"{first + 9:04d}")


def quarter(number: int, of: int, *, fiscal: bool = False) -> Period:
    """A quarter of a calendar year, or of a fiscal year of the United States."""
    first = (number - 1) * 3 + 1
    if fiscal:
        first, of = (first + 9, of - 1) if number == 1 else (first - 3, of)
    return Period(f"{of:04d}-{first:02d}", f"{of:04d}-{first + 2:02d}")


def fiscal_year(number: int) -> Period:
    """A fiscal year of the United States, which begins in October of the year before (31 U.S.C. 1102)."""
    return Period(f"{number - 1:04d}-10", f"{number:04d}-09")


def season(name: str, of: int) -> Period:
    """A season, from the month it begins in to the month it ends in."""
    first = SEASONS[name]
    if first == 12:
        return Period(f"{of - 1:04d}-12", f"{of:04d}-03")
    return Period(f"{of:04d}-{first:02d}", f"{of:04d}-{first + 3:02d}")


def months_after(when: date, number: int) -> date:
    """The day a number of months later (earlier if negative), or the last of a shorter month."""
    index = when.year * 12 + when.month - 1 + number
    of, first = divmod(index, 12)
    of = min(max(of, 1), 9999)
    return date(of, first + 1, min(when.day, calendar.monthrange(of, first + 1)[1]))


def span(start: Period, end: Period) -> Period:
    """From the beginning of one period to the end of another; only the other if it ends before the one."""
    return Period(start.start, end.end) if start.earliest <= end.latest else end

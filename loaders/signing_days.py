"""When an order, proclamation or law was signed, by the sentence that speaks of it: "On Friday", "in his first week"."""

import calendar
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from gestae.loaders.calendar_words import MONTHS, WEEKDAYS
from gestae.ontology.register import PRESIDENT

if TYPE_CHECKING:
    from gestae.ontology.authority import Authority

__all__ = ["signing_days"]

Window = tuple[date | None, date | None]
"""First and last day; `None` for each that the sentence leaves open."""

_MONTH = "|".join(calendar.month_name[1:])
_WEEKDAYS = "|".join(calendar.day_name)
_IN = re.compile(
    rf"\b[Ii]n (?:(?:(?:early|late|mid) |mid-)?(?P<month>{_MONTH})(?:,? of)?(?: (?P<of>20\d\d))?|(?P<year>20\d\d))\b"
)
_OF = re.compile(
    rf"\b(?:(?P<month>{_MONTH}),? )?(?P<year>20\d\d) (?:[a-z-]+ )?(?:[Ee]xecutive [Oo]rder|(?:[Pp]residential )?[Pp]roclamation)\b"
)
"""What stands before the name: "the June 2023 Executive Order"."""
_ON = re.compile(
    rf"\b[Oo]n (?:(?:{_WEEKDAYS}),? )?(?P<month>{_MONTH}) (?P<day>\d{{1,2}})(?!\w)(?:, (?P<year>(?:19|20)\d\d)\b)?"
)
_WEEKDAY = re.compile(rf"\b[Oo]n (?P<name>{_WEEKDAYS})\b|\b(?P<before>[Yy]esterday|[Ll]ast night)\b")
_LAST = re.compile(r"\b(?:[Ll]ast|[Ee]arlier this|[Tt]his (?:past )?) ?(?P<unit>year|month|week)\b")
_OF_TERM = (
    r"(?! of (?!(?:(?:his|her|my|the|this) )?(?:[\w-]+ )?(?:term|[Aa]dministration|presidency|office)\b))"
)
"""Nothing else may have begun: "in the first week of June"."""
_FIRST = re.compile(
    r"\b(?:[Ii]n|[Oo]n|[Dd]uring|[Ww]ithin) (?:his|her|my|the) (?:very )?first (?:full )?"
    rf"(?P<unit>days?|weeks?|month|100 days)\b{_OF_TERM}"
    rf"|\b(?<![Ff]rom )(?<![Ss]ince )[Dd]ay[- ](?P<one>[Oo]ne)\b{_OF_TERM}"
    r"|\b(?P<back>[Uu]pon|[Ii]mmediately after) (?:taking|re-?taking|returning to|assuming|entering) office\b"
)
_FIRST_TERM = re.compile(
    r"\b(?:[Ii]n|[Dd]uring|[Tt]hroughout) (?:his|her|my) first (?:term|[Aa]dministration)\b"
)
_LENGTH = {
    "day": 1, "one": 1, "days": 7, "week": 7, "weeks": 31, "month": 31, "back": 31, "100 days": 100,
}  # fmt: skip
"""Days that the beginning of a term of office lasts, by what it is called."""
_DAY = timedelta(days=1)
"""What a page that tells of a signing may be off by: it is published a day later, or read out on the day before."""


def signing_days(sentence: str, on: date, authority: "Authority") -> Window:
    """The first and last day that a sentence in a document of day `on` gives for a signing."""
    return _beginning(sentence, on, authority) or _day(sentence, on) or _span(sentence, on)


def _beginning(sentence: str, on: date, authority: "Authority") -> Window | None:
    """The first days of a term of office, or all of the first term of one who serves again."""
    match, earlier = _FIRST.search(sentence), _FIRST_TERM.search(sentence)
    president = authority.president_on(on) if match or earlier else None
    if president is None:
        return None
    terms = [term for term in authority.tenures(president) if term.post == PRESIDENT]
    if earlier and len(terms) > 1:
        return terms[0].since, terms[0].until
    begun = [term.since for term in terms if term.covers(on)]
    if match is None or not begun:
        return None
    unit = match["unit"] or ("one" if match["one"] else "back")
    return begun[0], begun[0] + timedelta(days=_LENGTH[unit])


def _day(sentence: str, on: date) -> Window | None:
    """The day that is named by its date, or by its name where it was in the week before."""
    if match := _ON.search(sentence):
        month = MONTHS[match["month"].lower()]
        try:
            day = date(int(match["year"] or on.year), month, int(match["day"]))
            if day > on and not match["year"]:
                day = day.replace(year=on.year - 1)
        except ValueError:
            return None
        return day - _DAY, day + _DAY
    if match := _WEEKDAY.search(sentence):
        ago = 1 if match["before"] else (on.weekday() - WEEKDAYS[match["name"].lower()]) % 7
        day = on - timedelta(days=ago)
        return day - _DAY, day + _DAY
    return None


def _span(sentence: str, on: date) -> Window:
    """The month or year that is named, or the last one."""
    if match := _OF.search(sentence):
        first = MONTHS[match["month"].lower()] if match["month"] else 1
        return _months(int(match["year"]), first, first if match["month"] else 12)
    if match := _IN.search(sentence):
        if match["year"]:
            return _months(int(match["year"]), 1, 12)
        month = MONTHS[match["month"].lower()]
        year = int(match["of"]) if match["of"] else on.year - (month > on.month)
        return _months(year, month, month)
    if match := _LAST.search(sentence):
        if match["unit"] == "year":
            last = on.year - (match[0].lower().startswith(("last", "this past")))
            return date(last, 1, 1), min(date(last, 12, 31), on)
        return on - timedelta(days=62 if match["unit"] == "month" else 14), on
    return None, None


def _months(year: int, first: int, last: int) -> Window:
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])

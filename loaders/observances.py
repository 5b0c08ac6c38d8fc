"""Days and months that are kept every year, by their names: "on Earth Day", "this Memorial Day"."""

import calendar
import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from gestae.loaders.calendar_words import MONTHS, WEEKDAYS, day, month
from gestae.loaders.dates import Point
from gestae.ontology.english import english

__all__ = ["observances"]

_NTH = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}


def observances(text: str, dated: date) -> Iterator[Point]:
    """The days and months of observance that a text dates something by, in the year nearest to `dated` or the year it names."""
    pattern, rules = _kept(english().classes["yearly"])
    for m in pattern.finditer(text):
        rule = rules[" ".join(m["name"].lower().replace("’", "'").split())]
        around = [int(m["year"])] if m["year"] else [dated.year, dated.year - 1, dated.year + 1]
        first = min((_begin(rule, of) for of in around), key=lambda d: abs((d - dated).days))
        whole = len(rule.split()) == 1
        kept = month(first.month, first.year) if whole else day(first)
        yield Point(m.start("all"), m.end(), kept, "month" if whole else "day")


def _begin(rule: str, of: int) -> date:
    """The first day of "march", the day of "march 8" and of "last monday may" in a year."""
    words = rule.split()
    if len(words) == 1:
        return date(of, MONTHS[words[0]], 1)
    if len(words) == 2:
        return date(of, MONTHS[words[0]], int(words[1]))
    nth, weekday, number = _NTH[words[0]], WEEKDAYS[words[1]], MONTHS[words[2]]
    days = [week[weekday] for week in calendar.Calendar().monthdayscalendar(of, number) if week[weekday]]
    return date(of, number, days[nth])


@lru_cache(maxsize=4)
def _kept(yearly: frozenset[str]) -> tuple[re.Pattern[str], dict[str, str]]:
    """What finds the names behind a preposition, and when each is kept."""
    entries = (entry.split(": ") for entry in yearly)
    rules = {name.strip().lower(): rule.strip().lower() for name, rule in entries}
    names = "|".join(
        re.escape(n).replace(r"\ ", r"\s+").replace("'", "['’]") for n in sorted(rules, key=len, reverse=True)
    )
    return re.compile(
        rf"\b(?:on|this|during|throughout|day\s+of)\s+(?:the\s+|this\s+)?(?P<all>(?:(?:national|international|world)\s+)?"
        rf"(?P<name>{names}))\b(?!['’]s|\s+(?:of|weekend|parade|fund|act|week)\b)(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?",
        re.I,
    ), rules

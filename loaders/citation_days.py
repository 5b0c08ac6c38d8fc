"""The day that a citation gives beside a number: "Executive Order 13903 of January 31, 2020"."""

import re
from dataclasses import replace

from gestae.loaders.calendar_words import MONTH_NAME
from gestae.loaders.dates import absolute
from gestae.ontology.facts import Period

__all__ = ["cited_day"]

_DATE = rf"(?P<date>{MONTH_NAME} {{1,4}}\d{{1,2}}, {{0,4}}\d{{4}}\b|\d{{1,2}} {MONTH_NAME} \d{{4}}\b)"
_BEHIND = re.compile(
    rf"(?:,? {{1,4}}(?:of|dated|(?:signed|issued|enacted|approved)(?: on)?) {{1,4}}{_DATE}| {{1,4}}\({_DATE.replace('?P<date>', '?P<in>')}\))"
    r"(?:, as amended)?"
)


def cited_day(text: str, at: int) -> tuple[int, Period] | None:
    """The day of the law or order whose number ends at `at`, as the text gives it, and where that ends.

    Only a day that hangs on the number is its day: not the one in "Executive Order 12, until May 1, 2018".

    >>> str(cited_day("Executive Order 13903 of January 31, 2020, on trafficking", 21)[1])
    '2020-01-31'
    """
    found = _BEHIND.match(text, at)
    if found is None:
        return None
    written = found["date"] or found["in"]
    days = (point.period for point in absolute(written, None) if point.grain == "day")
    day = next(days, None)
    return (found.end(), replace(day, text=written)) if day else None

"""A day against the weekday that stands beside it: "Wednesday, June 16, 2022", which was a Thursday."""

import calendar
import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator

from gestae.graph.comparable_claims import Comparable
from gestae.graph.findings import Answer, Finding

__all__ = ["weekdays"]


def weekdays(dated: Iterable[Comparable]) -> Iterator[Finding]:
    """A conflict for each day of a document whose weekday is another by the calendar.

    The text contradicts itself: one of the two is wrong, and it does not say which.
    """
    found: defaultdict[tuple[str, str, str], list[Comparable]] = defaultdict(list)
    for told in dated:
        day = datetime.date.fromisoformat(told.words["earliest"])
        if str(day.year) not in told.words.get("timeText", ""):
            continue  # a year that the text leaves to be guessed
        if calendar.day_name[day.weekday()] != told.words["weekday"]:
            found[told.document.iri, told.words["earliest"], told.words["weekday"]].append(told)
    for key, claims in sorted(found.items()):
        _, day_text, said = key
        own = calendar.day_name[datetime.date.fromisoformat(day_text).weekday()]
        answers = (Answer(said, tuple(claims)), Answer(f"{own}, as {day_text} was", tuple(claims)))
        question = f"{claims[0].words['timeText']} · which weekday"
        yield Finding("conflict", "weekday", key, question, (), answers)

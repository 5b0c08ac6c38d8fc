"""Times reckoned from one that the text has told before: "since then", "that same day", "two years later"."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from gestae.loaders.calendar_words import months_after
from gestae.loaders.dates import loosely
from gestae.loaders.numerals import WORDS, worth
from gestae.loaders.times import TimeMention
from gestae.ontology.facts import Period

if TYPE_CHECKING:
    from gestae.loaders.parse import Sentence

__all__ = ["told_times"]

_CUE = re.compile(r"\b(?:since|to date|that|the same|later|earlier|following)\b", re.I)
_EVENT = (
    r"(?:launch|start|creation|founding|establishment|opening|signing|enactment|passage|announcement|release"
    r"|issuance|publication|designation|approval)"
)
_SINCE = re.compile(
    r"\b(?:since then|(?:ever )?since(?=\s*[.,;—–])|to date|(?<=\bhas )since(?= [a-z]+(?:ed|en)\b)|(?<=\bhave )since(?= [a-z]+(?:ed|en)\b)"
    rf"|since (?:the|its|their|this) (?P<event>{_EVENT})(?! (?:of|in|on|for)\b))\b",
    re.I,
)
_SAME = loosely(
    r"\b(?:(?:on |in )?(?:that|the) same (?P<same>day|month|year)|(?:on |in |during )?(?<!since\s)that (?P<that>day|month|year))\b"
    r"(?!['’]s|,? (?:of|that|when|which|we|last|this|in which|on which)\b)",
    re.I,
)
_LATER = loosely(
    rf"\b(?P<about>(?<![\w%]\s)less than |nearly |almost |about |over |(?<![\w%]\s)more than |(?<!than\s))(?P<n>\d{{1,3}}|{WORDS}|an?) (?P<u>day|week|month|year|decade)s?"
    r" (?P<way>later|earlier)\b(?! than\b)|\b(?:in )?the (?P<next>following) (?P<unit>day|month|year)\b",
    re.I,
)
_STEM = 4
"""How many letters "launch" and "launched", "passage" and "passed", "creation" and "created" share."""
_YEAR, _MONTH, _DAY = 4, 7, 10
_SIZES = {"day": _DAY, "month": _MONTH, "year": _YEAR}
"""Letters of an ISO date of that precision."""


def told_times(
    sentence: "Sentence",
    since: Period | None,
    near: Period | None,
    dated: date | None,
    found: Sequence[TimeMention],
) -> tuple[TimeMention, ...]:
    """The times of a sentence that point back to one named before, besides those `found` in it.

    `since` is the last time that the text has named, `near` the last one of the same block.
    """
    text, first, end = (
        sentence.block.text,
        int(sentence.tokens.start_char),
        int(sentence.tokens.end_char),
    )
    if not _CUE.search(text, first, end):
        return ()
    made: list[TimeMention] = []
    at = [m for m in found if not m.modifier and m.compared is None]

    def before(offset: int) -> Period | None:
        return next(
            (m.period for m in reversed([*at, *made]) if m.end <= offset and m.relation in {"at", "since"}),
            None,
        )

    said = (m for pattern in (_SINCE, _SAME, _LATER) for m in pattern.finditer(text, first, end))
    for m in sorted(said, key=lambda m: m.start()):
        if m.re is _SINCE:
            made += _since(text, m, since, near, before, dated)
            continue
        base = before(m.start()) or (since if m.re is _SAME and m["same"] else near)
        if base is None or dated is None or base.earliest > dated:
            continue
        period = _within(base, _SIZES[(m["same"] or m["that"]).lower()]) if m.re is _SAME else _moved(m, base)
        if period is not None and period.earliest <= dated:
            made.append(TimeMention(m.start(), m.end(), replace(period, text=m[0]), told=m.re is _LATER))
    return tuple(made)


def _since(
    text: str,
    m: re.Match[str],
    since: Period | None,
    near: Period | None,
    before: Callable[[int], Period | None],
    dated: date | None,
) -> Iterator[TimeMention]:
    """The time from one named before to the document's date."""
    words = m[0].lower()
    if words == "to date":
        since = near
    if words in {"ever since", "since then"}:
        since = before(m.start()) or since
    if words == "since":  # "has since grown"
        since = before(m.start()) or near
    if m["event"] is not None:
        told = text[: m.start()].lower()
        since = near if re.search(rf"\b{m['event'][:_STEM].lower()}", told) else None
    if since is None or dated is None or since.earliest >= dated:
        return  # "today, she told of the boats towed to date"
    now = dated.isoformat()[: len(since.start)]
    if now == since.start and len(now) == _DAY:
        return  # what was told of today is no beginning
    yield TimeMention(m.start(), m.end(), Period(since.start, now, m[0]), "since")


def _within(base: Period, size: int) -> Period | None:
    """The day, month or year in which a time lies; None for one that is longer."""
    start, end = base.start[:size], base.end[:size]
    return Period(start, end) if start == end and len(start) == size else None


def _moved(m: re.Match[str], base: Period) -> Period | None:
    """A time so many days, months or years after or before another, as precise as both are."""
    unit = (m["u"] or m["unit"]).lower()
    number = (m["n"] or "one").lower()
    count = 1 if number in {"a", "an"} else int(worth(number))
    if not count:
        return None
    if m["way"] and m["way"].lower() == "earlier":
        count = -count
    size = min(len(base.start), len(base.end))
    if unit in {"day", "week"}:
        if size < _DAY or (m["about"] and unit == "week" and count != 1):
            return _about(base, count, unit) if size == _DAY and m["about"] else None
        days = timedelta(count * (7 if unit == "week" else 1))
        return _period(base.earliest + days if base.start == base.end else base.latest + days, _DAY)
    months = count * {"month": 1, "year": 12, "decade": 120}[unit]
    if unit == "month":
        return _period(months_after(base.latest, months), _MONTH) if size >= _MONTH else None
    if size == _MONTH and not m["next"]:
        start, end = months_after(base.earliest, months), months_after(base.latest, months)
        return Period(start.isoformat()[:_MONTH], end.isoformat()[:_MONTH])
    return _period(months_after(base.latest, months), _YEAR)


def _about(base: Period, count: int, unit: str) -> Period | None:
    """The month in which some days or weeks after another time end, which the text does not number exactly."""
    return _period(base.latest + timedelta(count * (7 if unit == "week" else 1)), _MONTH)


def _period(when: date, size: int) -> Period:
    text = when.isoformat()[:size]
    return Period(text, text)

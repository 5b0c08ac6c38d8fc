"""Times reckoned from the beginning of a term of office: "since taking office", "on his fourth day as President"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from gestae.loaders.administrations import PREVIOUS
from gestae.loaders.calendar_words import month, months_after, span
from gestae.loaders.dates import SPELLED_DAY, Ahead, Point, loosely, ordinal
from gestae.loaders.numerals import WORDS, worth
from gestae.ontology.facts import Period

__all__ = ["in_office"]

_OFFICE = loosely(
    r"\b(?:since|from|(?P<upon>upon|after)) (?:(?:taking|assuming|entering|coming into|coming to"
    r"|returning to) (?:the )?office"
    r"|(?:(?:his|her|the|president [a-z]+['’]s) (?:inauguration|first day in office)|day one)"
    r"|(?:the )?(?:president|vice president|he|she|I|we|president [a-z]+(?: [a-z]\.)?(?: [a-z]+)?) (?:took|came into|entered"
    r"|assumed|returned to) office)"
    r"|\bsince the (?:(?P<vague>beginning|start)|first day) of (?:the|this|my|our|his|her) (?:[\w-]+ )?"
    r"(?:administration|presidency|term)"
    r"|\b(?P<long>throughout|during) (?:my|his|her|our) (?:time in office|presidency)",
    re.I,
)
_TERM = loosely(
    r"\b(?:in|during|from|throughout) (?:his|her|my|president [a-z]+['’]s|the president['’]s)"
    r" (?P<n>first|second|current|last) (?P<what>term|week|day)(?: (?:back )?in"
    r" office| as president)?\b",
    re.I,
)
_OF_OFFICE = (
    r"(?: (?:back )?in office| as president| of (?:(?:his|her|my|this|our|the|president [a-z]+['’]s) (?:[\w-]+ ){0,2})"
    r"(?:administration|presidency|term))\b"
)
_NTH = loosely(
    r"\b(?:in|on|during|over|within|throughout|for) (?:his|her|my|our|its|the|president [a-z]+['’]s|the [\w-]+ administration['’]s)"
    rf" (?P<nth>first|{SPELLED_DAY}|\d{{1,3}}(?:st|nd|rd|th)) (?P<full>full )?(?:(?P<n>\d{{1,3}}|{WORDS}) )?(?P<u>days?|weeks?|months?|years?)"
    rf"{_OF_OFFICE}",
    re.I,
)
_HUNDRED = loosely(
    r"\b(?:in|during|over|within|throughout) (?:his|her|my|our|the|president [a-z]+['’]s|the [\w-]+ administration['’]s)"
    rf" (?P<nth>first) (?P<full>)(?P<n>100|hundred) (?P<u>days)\b(?!{_OF_OFFICE}| (?:of|after|in|as)\b)",
    re.I,
)
"""What needs no word of an office to be told of its beginning: "in his first 100 days"."""
_DAY_ONE = loosely(
    r"\bon (?:(?:his|her|my) (?:very )?first day (?:(?:back )?in office|as president)"
    r"|(?:the )?(?:very )?first day of (?:my|his|her|this|our) (?:administration|presidency)|day one)\b",
    re.I,
)
_WHOSE = loosely(
    r"\bpresident (?P<name>[a-z]+(?: [a-z]\.)?(?: [a-z]+)?)|\bthe (?P<names>(?:[\w-]+ ){1,2})(?:administration|presidency|term)\b",
    re.I,
)
_DAYS = {"day": 1, "week": 7}
_SETTLING = 100
"""Days within which "his first year in office" of one who serves again is that of the term before."""


def in_office(
    text: str, terms: Sequence[Period], dated: date, *, future: Ahead, ruling: str = ""
) -> Iterator[Point]:
    """The times of a text that count from when the latest of `terms` began; one that runs ends today, unless `future`.

    `ruling` names the administration of these terms: what the text says of another is left out.
    """
    if terms:
        ours = frozenset(re.findall(r"\w+", ruling.lower()))
        yield from (p for p in _in_office(text, terms, dated, future) if not _of_another(text, p, ours))


def _of_another(text: str, point: Point, ours: frozenset[str]) -> bool:
    """Whether the words of a time name another president or administration than ours."""
    for m in _WHOSE.finditer(text, point.start, point.end):
        words = re.findall(r"\w+", m["name"] or m["names"])
        if m["name"] and not ours.isdisjoint(w.lower() for w in words):
            continue  # "President Jane Q. Roe took office"
        if any(w.lower() in PREVIOUS or (w[0].isupper() and w.lower() not in ours) for w in words):
            return True
    return False


def _in_office(text: str, terms: Sequence[Period], dated: date, future: Ahead) -> Iterator[Point]:
    latest = terms[-1]
    for m in _OFFICE.finditer(text):
        size = 4 if m["upon"] else 7 if m["vague"] or m["long"] else 10
        begun = latest.start[:size]
        until = begun if m["upon"] else dated.isoformat()[:size]
        yield Point(m.start(), m.end(), Period(begun, until), "span")
    for m in _DAY_ONE.finditer(text):
        yield Point(m.start(), m.end(), Period(latest.start, latest.start), "day")
    for m in _TERM.finditer(text):
        number = {"first": 0, "second": 1}.get(m["n"].lower(), -1)
        what = m["what"].lower()
        if what == "term" and number < len(terms):
            term = terms[number]
            if term.latest > dated and not future(m.start()):
                term = replace(term, end=dated.isoformat())
            yield Point(m.start(), m.end(), term, "span")
        elif what == "week" and number == 0:
            seventh = latest.earliest + timedelta(_DAYS["week"] - 1)
            yield Point(m.start(), m.end(), Period(latest.start, seventh.isoformat()), "span")
        elif what == "day" and number == 0:
            yield Point(m.start(), m.end(), Period(latest.start, latest.start), "day")
    for m in (*_NTH.finditer(text), *_HUNDRED.finditer(text)):
        if (period := _reckoned(m, terms, dated)) is not None:
            yield Point(m.start(), m.end(), period, "span")


def _reckoned(m: re.Match[str], terms: Sequence[Period], dated: date) -> Period | None:
    """The first 100 days, the fourth day, the second year in office, up to the document's date."""
    nth, count, unit = ordinal(m["nth"]), int(worth(m["n"])) if m["n"] else 1, m["u"].lower().rstrip("s")
    begun = terms[-1].earliest
    if (nth > 1 and count > 1) or (unit == "week" and count == 1):
        return None
    if unit == "year":
        if (dated - begun).days < _SETTLING:
            begun = terms[0].earliest
        return Period(str(begun.year + nth - 1), str(begun.year + nth + count - 2))
    if unit == "month":
        if m["full"] and begun.day > 1:
            begun = months_after(begun.replace(day=1), 1)
        start, end = months_after(begun, nth - 1), months_after(begun, nth + count - 1)
        if m["full"]:
            last = end - timedelta(1)
            return span(month(start.month, start.year), month(last.month, last.year))
    else:
        start = begun + timedelta((nth - 1) * _DAYS[unit])
        end = start + timedelta(count * _DAYS[unit])
    last = min(end - timedelta(1), dated)
    return Period(start.isoformat(), last.isoformat()) if start <= last else None

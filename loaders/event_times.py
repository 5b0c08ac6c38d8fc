"""Meetings, visits and calls that a text dates, and what points back to them: "at the meeting", "during the visit"."""

import re
from collections.abc import Iterator, Mapping

from gestae.loaders.dates import loosely
from gestae.ontology.facts import Period

__all__ = ["Events", "point_back", "told"]

Events = Mapping[str, Period]
"""When each was that a text has told of, by the noun that it is called by."""

_VERBS = {
    "meeting": r"meet(?:s|ings?)?|met|conven\w+|host(?:s|ed|ing)?",
    "visit": r"visit(?:s|ed|ing)?|travel(?:s|l?ed|l?ing)?|trip",
    "trip": r"trip|travel(?:s|l?ed|l?ing)?|visit(?:s|ed|ing)?",
    "call": r"call(?:s|ed)?(?!\s+(?:for|on|upon)\b)|spoke|speak(?:s|ing)?",
    "conversation": r"conversation|spoke|speak(?:s|ing)?",
    "convening": r"conven\w+",
}
"""What a text may have said where it goes on to call it by the noun."""
_NOUNS = (
    *_VERBS, "briefing", "ceremony", "conference", "dinner", "event", "forum", "reception", "roundtable", "session",
    "signing", "summit", "symposium",
)  # fmt: skip
_TOLD = {noun: re.compile(rf"\b(?:{_VERBS.get(noun, noun)})\b", re.I) for noun in _NOUNS}
_BACK = loosely(
    rf"\b(?:at|during) (?:the|this|that|their) (?P<noun>{'|'.join(_NOUNS)})\b"
    r"(?! (?:about|at|between|for|in|of|on|that|where|which|with)\b)",
    re.I,
)


def told(text: str) -> Iterator[str]:
    """The nouns by which what a sentence tells of may be called further on."""
    return (noun for noun, words in _TOLD.items() if words.search(text))


def point_back(text: str, events: Events) -> tuple[int, int, Period] | None:
    """Where a sentence points back to one of the events, and when that was; offsets count from its beginning."""
    m = next((m for m in _BACK.finditer(text) if m["noun"].lower() in events), None)
    return (m.start(), m.end(), events[m["noun"].lower()]) if m else None

"""Who or what follows line by line: "the following officials of the Harbor Office, in the order listed, shall act as Warden:"."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from gestae.loaders.body_words import BODY, CAPITAL, ORGANIZATION
from gestae.loaders.membership_listings import lines_below

if TYPE_CHECKING:
    from gestae.loaders.membership_listings import Line
    from gestae.loaders.membership_paragraph import Paragraph
    from gestae.ontology.facts import Membership

__all__ = ["following"]

_PARTS = r"(?:officials|officers|office ?holders|positions|members|agencies|components|elements|subdivisions|divisions|bureaus|offices|units|entities|directorates)"
_OF = re.compile(
    rf"\b(?:(?P<following>[Ff]ollowing) (?:[a-z-]+ ){{0,2}})?(?i:{_PARTS})(?:,? (?:or|and) (?:[a-z-]+ )?{_PARTS})? (?:of|in|within) the (?P<group>{ORGANIZATION})(?: \([^()]{{2,30}}\))?(?P<behind>[^:]*):\s*$"
)
_SIT = re.compile(
    rf"\b(?:sits?|serves?) on the (?P<group>(?:{CAPITAL} ){{0,6}}{BODY}(?: (?:on|for|of|to) (?:the )?{CAPITAL}(?: {CAPITAL})*)?)(?: \([^()]{{2,30}}\))?,? (?:(?:along |together )?with|alongside) the following (?:[a-z-]+ ){{0,3}}[a-z]+:\s*$"
)
_BODY = re.compile(rf"\b{BODY}\b")


def following(here: "Paragraph", start: int, end: int, below: "list[Line]") -> "Iterator[Membership]":
    """The memberships of those whom the lines below a sentence name, where it says of which body they are."""
    if not here.text.rstrip().endswith(":") or end < len(here.text.rstrip()):
        return
    for pattern in (_OF, _SIT):
        match = pattern.search(here.text, start)
        if match is None or not _BODY.search(match["group"]):
            continue
        if pattern is _OF and not match["following"] and match["behind"].strip():
            continue
        yield from lines_below(here, match.span("group"), below)

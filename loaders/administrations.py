"""Times given by who governed: "in the Obama Administration", "under the previous administration"."""

import re
from datetime import date, timedelta

from gestae.ontology.authority import Authority, Entity
from gestae.ontology.facts import Period

__all__ = ["PREVIOUS", "administrations", "term_of"]

_NAMED = re.compile(
    r"\b(?:in|during|throughout|under)\s+(?:the|my)\s+(?:(?P<nth>first|second|previous|last|prior)\s+)?"
    r"(?P<name>(?-i:[A-Z][\w.]*(?:[-–\s][A-Z][\w.]*){0,3})\s+)?administration\b(?!['’])",
    re.I,
)
_GOVERNING = re.compile(
    r"the\s+(?P<nth>first|second)\s+(?P<name>(?-i:[A-Z][\w.]*(?:[-–\s][A-Z][\w.]*){0,3}))\s+administration",
    re.I,
)
PREVIOUS = frozenset({"previous", "last", "prior", "former"})
"""What tells an administration from the one that governs."""


def administrations(text: str, authority: Authority, dated: date | None) -> dict[str, Period]:
    """The phrases of a text that date what is done by an administration of the past, in lower case, with its time.

    The administration in power is left out: what it did under itself has no other time than what is said besides.
    """
    found: dict[str, Period] = {}
    if dated is None:
        return found
    for m in _NAMED.finditer(text):
        nth = (m["nth"] or "").lower()
        period = (
            _period(authority.find(f"{m['name'].strip()} Administration"), nth, authority, dated)
            if m["name"]
            else _previous(authority, dated)
            if nth in PREVIOUS
            else None
        )
        if period is not None:
            found[" ".join(m[0].lower().split())] = period
    return found


def term_of(words: str, authority: Authority, dated: date | None) -> Period | None:
    """The term of who acts, where the words for them tell of which it was: "the first Trump Administration"."""
    m = _GOVERNING.fullmatch(words)
    if m is None or dated is None:
        return None
    return _period(authority.find(f"{m['name']} Administration"), m["nth"].lower(), authority, dated)


def _period(named: tuple[Entity, ...], nth: str, authority: Authority, dated: date) -> Period | None:
    """The time of an administration, of its first or second term where there were two apart; None for a name of several."""
    if len(named) != 1:
        return None
    terms = sorted(
        {(t.since, t.until) for t in authority.tenures(named[0]) if t.since and t.since <= dated},
        key=lambda term: (term[0], term[1] or date.max),
        reverse=True,
    )
    ended = [(since, until) for since, until in terms if until is not None and until <= dated]
    if not ended or (len(ended) < len(terms) and nth != "first"):
        return None
    since, until = ended[-1] if nth == "first" else ended[0]
    return Period(since.isoformat(), until.isoformat())


def _previous(authority: Authority, dated: date) -> Period | None:
    now = authority.administration_on(dated)
    begun = [t.since for t in authority.tenures(now) if t.since and t.since <= dated] if now else []
    before = authority.administration_on(max(begun) - timedelta(days=1)) if begun else None
    return _period((before,), "", authority, dated) if before else None

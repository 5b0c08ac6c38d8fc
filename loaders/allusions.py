"""Whom a phrase that is no name alludes to: "the regime", "the Government", "my husband", "Joe"."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from gestae.loaders.names import Named
from gestae.loaders.speaker import Speaker
from gestae.ontology.authority import Authority, Entity
from gestae.ontology.english import english

__all__ = ["alluded", "kin"]

_TOP = ("President", "Vice President", "First Lady")
_GOVERNMENT = "Federal Government"
_MY = re.compile(r"\b[Mm]y ([a-z]+)\b")


def alluded(text: str, before: Iterable[Named], speaker: Speaker, authority: Authority) -> str | None:
    """The full name of whom `text`, without its article, alludes to; `before` are the names before it, the last first."""
    if text.lower() in english().classes["foreign"]:
        return next((ruling.name for named in before if (ruling := _ruling(named, authority))), None)
    if speaker.date is None or not speaker.official:
        return None
    if text == "Government":
        return _GOVERNMENT
    own = _MY.fullmatch(text)
    if own and own[1] in english().classes["spouse"]:
        return _spouse(speaker, authority, speaker.date)
    return _familiar(text, authority, speaker.date) if text.isalpha() and text.istitle() else None


def kin(text: str) -> Iterator[Named]:
    """The places where a speaker tells of a husband or a wife, as if of a name."""
    for match in _MY.finditer(text):
        if match[1] in english().classes["spouse"]:
            yield Named(match.start(), match[0], "person", frozenset())


def _ruling(named: Named, authority: Authority) -> Entity | None:
    """The government of the foreign country that a name names, or it itself."""
    found = authority.find(named.text)
    if len(found) != 1 or found[0].kind not in {"organization", "place"}:
        return None
    plain = found[0].name.removeprefix("Government of ")
    return authority.resolve(f"Government of {plain}")


def _spouse(speaker: Speaker, authority: Authority, on: date) -> str | None:
    """The President where the First Lady speaks, and the First Lady where the President does."""
    lady = authority.office_holder("First Lady", on)
    if lady is None or speaker.i is None:
        return None
    return {lady.name: speaker.president, speaker.president: lady.name}.get(speaker.i)


def _familiar(text: str, authority: Authority, on: date) -> str | None:
    """Whom of those at the head of the state a first name alone stands for."""
    holders = {h.name: h for title in _TOP if (h := authority.office_holder(title, on)) is not None}
    called = [name for name, h in holders.items() if any(n.startswith(f"{text} ") for n in h.names)]
    return called[0] if len(called) == 1 else None

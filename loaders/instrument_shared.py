"""Instruments that share one plural head noun: "the Clean Harbor and Safe Pier Acts"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gestae.loaders.instrument_words import GENERIC, HEADS
from gestae.ontology.facts import InstrumentKind

__all__ = ["Shared", "shared_heads"]

_HEADS = {
    "Acts": "Act", "Treaties": "Treaty", "Conventions": "Convention", "Protocols": "Protocol", "Plans": "Plan",
    "Strategies": "Strategy", "Frameworks": "Framework", "Roadmaps": "Roadmap", "Agreements": "Agreement",
}  # fmt: skip
"""The plurals of head nouns."""
_PART = r"(?:[A-Z][\w'.&-]*(?: (?:(?:of|for|to|in|on) )?[A-Z][\w'.&-]*){0,5})"
_LISTED = re.compile(
    rf"\b[Tt]he (?P<parts>{_PART}(?:, {_PART}){{0,4}},? (?:and|or) {_PART}) (?P<head>{'|'.join(_HEADS)})\b(?! of (?:19|20)| [A-Z])"
)
_AND = re.compile(r",? (?:and|or) |, ")
_FEWEST = 2
"""Words that by themselves make a name; of one alone ("the Harbor and Pier Acts") only a register knows it."""


@dataclass(frozen=True, slots=True)
class Shared:
    """One of the instruments, whose `name` has the head in the singular."""

    start: int
    end: int
    name: str
    kind: InstrumentKind
    tentative: bool


def shared_heads(text: str) -> Iterator[Shared]:
    """The instruments of each such list; the quote of the last holds the head, of the others their own words and what follows.

    >>> [s.name for s in shared_heads("the Clean Harbor and Safe Pier Acts")]
    ['Clean Harbor Act', 'Safe Pier Act']
    """
    if not any(head in text for head in _HEADS):
        return
    for match in _LISTED.finditer(text):
        head = _HEADS[match["head"]]
        at = match.start("parts")
        for part in _AND.split(match["parts"]):
            start = text.index(part, at)
            at = start + len(part)
            name = f"{part} {head}"
            if name.lower() not in GENERIC:
                yield Shared(start, match.end(), name, HEADS[head.lower()], len(part.split()) < _FEWEST)

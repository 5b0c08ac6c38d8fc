"""What comparing statements brings to light: a question, and the answers that documents give to it."""

from dataclasses import dataclass
from typing import Literal

from gestae.graph.comparable_claims import Comparable

__all__ = ["RULES", "Answer", "Finding", "FindingKind", "RuleName"]

FindingKind = Literal["conflict", "corroboration", "change"]
RuleName = Literal[
    "date", "citation", "actor", "instrument", "value", "total", "size", "head", "denial", "weekday"
]

RULES: dict[RuleName, str] = {
    "date": "an act that happens once to what it is done to, told of different days",
    "citation": "a law or order that is cited by its number and by another day than its own",
    "actor": "an act that happens once, told of different persons",
    "instrument": "a body said to be established by different orders",
    "value": "one measure, place, period and actor, with numbers whose bounds cannot both hold",
    "total": "a total that runs on from one day, told again later",
    "size": "a body's members, as counted and as listed",
    "head": "who holds, alone, an office at the head of a body",
    "denial": "what one statement asserts and another denies",
    "weekday": "a day that the text gives with another weekday than its own",
}
"""Each rule, and what it compares."""


@dataclass(frozen=True)
class Answer:
    """One answer to a question, with the claims that give it; `authority` is an entry that gives it too."""

    text: str
    told: tuple[Comparable, ...] = ()
    authority: str = ""


@dataclass(frozen=True)
class Finding:
    """A question on which statements conflict or corroborate each other, or whose answer changed.

    `key` is what the question is made of; rule, kind and key together are never the same twice. `about` are the
    entities it is about. Answers stand in a settled order: by time for a change, else by their text.
    """

    kind: FindingKind
    rule: RuleName
    key: tuple[str, ...]
    question: str
    about: tuple[str, ...]
    answers: tuple[Answer, ...]

"""The kinds of fact, and the document they stand in. Nothing here knows RDF or English.

Offsets are Unicode code points into `Document.text`, end exclusive, and for every quote
`document.text[quote.start:quote.end] == quote.text`.
"""

import calendar
import datetime
import hashlib
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Literal

__all__ = [
    "UNSPECIFIED",
    "Action",
    "Bound",
    "Document",
    "Fact",
    "Instrument",
    "InstrumentKind",
    "Membership",
    "Mention",
    "Modality",
    "Period",
    "Quote",
    "Reading",
    "Statistic",
]

Modality = Literal["factual", "planned", "directed", "hypothetical"]
Bound = Literal["exact", "approx", "min", "max"]
InstrumentKind = Literal["law", "order", "proclamation", "memorandum", "treaty", "report", "plan"]

UNSPECIFIED = "unspecified"
"""Name of an actor that the text leaves out."""


@dataclass(frozen=True)
class Document:
    """A text with what is known of it.

    `name` is its path relative to what the user gave, with `/` and without suffix; `text` is
    what is stored and what offsets point into. `path` is the file it was read from, if it was one; it tells
    nothing of what the document is.
    """

    name: str
    text: str
    title: str | None = None
    date: datetime.date | None = None
    publisher: str | None = None
    url: str | None = None
    path: str | None = field(default=None, compare=False)

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the text as UTF-8, in lower-case hexadecimal."""
        return hashlib.sha256(self.text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of a document that say a fact."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody or something that a text names.

    `text` is what the document says, without a leading article; `name` is the full name it
    stands for ("DOJ" and "the Department" stand for "Department of Justice"), or `text` again.
    """

    text: str
    name: str


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time, as precise as the text allows.

    `start` and `end` are ISO 8601 dates of the form `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, both
    inclusive; `text` is what the document says.
    """

    start: str
    end: str
    text: str = ""

    def __str__(self) -> str:
        """The ISO 8601 interval `start/end`, or one date where both are the same."""
        return self.start if self.start == self.end else f"{self.start}/{self.end}"

    @property
    def earliest(self) -> datetime.date:
        """The first day."""
        year, month, day = (*map(int, self.start.split("-")), 1, 1)[:3]
        return datetime.date(year, month, day)

    @property
    def latest(self) -> datetime.date:
        """The last day."""
        parts = list(map(int, self.end.split("-")))
        year, month = parts[0], parts[1] if len(parts) > 1 else 12
        return datetime.date(year, month, parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1])


@dataclass(frozen=True, slots=True)
class Action:
    """Who did what.

    `verb` is the lemma of the verb or verb phrase, `type` the notation of a concept of the
    action scheme ("Convict"); `source` is who says it where that is not the document itself;
    `under` is the law or order that it was done under; `speaker` has the word in a transcript.
    """

    quote: Quote
    actor: Mention
    verb: str
    type: str
    object: Mention
    recipient: Mention | None = None
    time: Period | None = None
    modality: Modality = "factual"
    negated: bool = False
    source: Mention | None = None
    under: Mention | None = None
    confidence: float = 1.0
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Statistic:
    """A number that a document reports.

    `unit` is what is counted, as written ("victims of human trafficking", "dollars",
    "percent"); `upper` the upper end of a range; `result_of` the action that it results from.
    `measure` is what is counted in a form that other documents may share: the noun counted and, behind
    a colon, the other words that say of what, all in their base form; "" where a reader gives none.
    `speaker` has the word in a transcript.
    """

    quote: Quote
    value: Decimal
    bound: Bound
    unit: str
    upper: Decimal | None = None
    actor: Mention | None = None
    time: Period | None = None
    place: Mention | None = None
    source: Mention | None = None
    result_of: Action | None = None
    confidence: float = 1.0
    measure: str = ""
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Instrument:
    """A law, order, proclamation, memorandum, treaty, report or plan that a document names.

    `quote` is its first mention; `identifier` a public number ("Pub. L. 106-386", "EO 13773"). `time` is the
    day by which the text cites it ("Executive Order 13773 of February 9, 2017"): an instrument that is cited by
    a day later, or by another, is told again with the words that do.
    """

    quote: Quote
    name: str
    kind: InstrumentKind
    identifier: str | None = None
    confidence: float = 1.0
    time: Period | None = None


@dataclass(frozen=True, slots=True)
class Membership:
    """A body and one of its members; `time` is when the text says so of."""

    quote: Quote
    member: Mention
    group: Mention
    role: str | None = None
    time: Period | None = None
    confidence: float = 1.0


Fact = Action | Statistic | Instrument | Membership


@dataclass(frozen=True, slots=True)
class Reading:
    """A document and the facts that a reader found in it, in the order of their quotes.

    `refusals` say what the reader returned that the document does not hold, and why it was refused.
    """

    document: Document
    facts: tuple[Fact, ...]
    refusals: tuple[str, ...] = ()

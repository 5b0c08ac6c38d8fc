"""The claims that can be compared at all: told as a fact, read with confidence, not rejected, linked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cached_property

from pyoxigraph import Literal, NamedNode

from gestae.graph.dataset import Store
from gestae.graph.judgements import Judgements, is_authority
from gestae.graph.network_claims import Source, sources
from gestae.ontology.terms import ACTION, GESTAE

__all__ = ["LEAST_CONFIDENCE", "Comparable", "Comparables"]

LEAST_CONFIDENCE = Decimal("0.6")
"""Confidence that a reading needs: below it a fact too often says what the text does not.

Of the facts from here on an annotator finds 0.915 right on documents that the judge has not seen (docs/confidence.md).
"""

_SAID = (GESTAE.sourceMention, GESTAE.attributedTo, GESTAE.speakerMention)


@dataclass(frozen=True, eq=False)
class Comparable:
    """A claim with its statement; `words` and `links` as those of `gestae.graph.network_claims.Claim`.

    `links` point at the entities that stand for others after all judgements. `source` is whoever the
    document says said it, an IRI or a name, or ""; `speaker` whoever has the word there in a transcript.
    """

    claim: str
    statement: str
    document: Source
    words: Mapping[str, str]
    links: Mapping[str, str]
    source: str = ""
    speaker: str = ""

    @property
    def version(self) -> str:
        """The version that it stands in; also the name of its graph."""
        return self.claim.rpartition("/")[0].rpartition("/")[0]

    @property
    def type(self) -> str:
        """Notation of the action type."""
        return self.links.get("actionType", "").removeprefix(ACTION)

    @property
    def negated(self) -> bool:
        """Whether the text says that it did not happen."""
        return self.words.get("negated") == "true"

    @property
    def days(self) -> tuple[str, str] | None:
        """First and last day as ISO 8601 dates, where the text gives a year by its number.

        What is told as done and begins after its document's day was not dated by that time.
        """
        if "earliest" not in self.words or not _names_year(self.words):
            return None
        if self.type and self.document.date and self.words["earliest"] > self.document.date:
            return None
        return self.words["earliest"], self.words["latest"]

    @cached_property
    def value(self) -> Decimal:
        """The number of a statistic, or 0."""
        return _number(self.words.get("value")) or Decimal(0)

    @property
    def upper(self) -> Decimal | None:
        """The upper end of a range."""
        return _number(self.words.get("upperValue"))

    @property
    def bound(self) -> str:
        """How a number stands to the true one ("exact", "approx", "min", "max")."""
        return self.links.get("bound", "exact").removeprefix(GESTAE.iri)


@dataclass(frozen=True)
class Comparables:
    """The comparable claims of a store, by kind, each list in the order of the IRIs."""

    actions: tuple[Comparable, ...] = ()
    statistics: tuple[Comparable, ...] = ()
    memberships: tuple[Comparable, ...] = ()
    citations: tuple[Comparable, ...] = ()
    weekdays: tuple[Comparable, ...] = ()

    @classmethod
    def of(cls, store: Store) -> "Comparables":
        """Read them: actions on something that has an IRI, numbers with a measure, all memberships, instruments
        cited by a day, and what is dated by a day and its weekday.
        """
        scan = _Scan(store, Judgements.of(store))
        return cls(
            tuple(scan.under(GESTAE.object)),
            tuple(scan.under(GESTAE.measure)),
            tuple(scan.under(GESTAE.group)),
            tuple(scan.under(GESTAE.instrument, GESTAE.earliest)),
            tuple(scan.under(GESTAE.weekday, whatever=True)),
        )


class _Scan:
    def __init__(self, store: Store, judged: Judgements) -> None:
        self.find = store.quads.quads_for_pattern
        self.judged = judged
        self.documents = sources(store.quads)
        self.said = {
            (quad.subject.value, quad.predicate.value): getattr(quad.object, "value", "")
            for term in _SAID
            for quad in self.find(None, term, None)
            if isinstance(quad.subject, NamedNode)
        }

    def under(
        self, predicate: NamedNode, also: NamedNode | None = None, *, whatever: bool = False
    ) -> Iterator[Comparable]:
        """The comparable claims that have a property, or two; what is acted on must be known beyond a document.

        `whatever` takes claims of every modality and confidence, where what is compared does not hang on them.
        """
        having = None if also is None else {quad.subject for quad in self.find(None, also, None)}
        nodes = {
            quad.subject.value: quad.subject
            for quad in self.find(None, predicate, None)
            if isinstance(quad.subject, NamedNode)
            and (having is None or quad.subject in having)
            and self._comparable(predicate, quad.object)
        }
        for _, node in sorted(nodes.items()):
            found = self._claim(node, whatever=whatever)
            if found is not None:
                yield found

    def _comparable(self, predicate: NamedNode, value: object) -> bool:
        if predicate != GESTAE.object:
            return True
        return isinstance(value, NamedNode) and is_authority(self.judged.canonical(value.value))

    def _claim(self, node: NamedNode, *, whatever: bool) -> Comparable | None:
        statement = next(
            (getattr(q.subject, "value", "") for q in self.find(None, GESTAE.asserts, node)), None
        )
        version = node.value.rpartition("/")[0].rpartition("/")[0]
        document = self.documents.get(version)
        if statement is None or document is None or self.judged.rejected(statement):
            return None
        words, links = self._told(node)
        told = links.get("modality", GESTAE.factual.value)
        sure = (_number(words.get("confidence")) or 1) >= LEAST_CONFIDENCE
        if not whatever and not (told == GESTAE.factual.value and sure):
            return None
        source = self.said.get((statement, GESTAE.attributedTo.value), "")
        source = self.judged.canonical(source) or self.said.get((statement, GESTAE.sourceMention.value), "")
        speaker = self.said.get((statement, GESTAE.speakerMention.value), "")
        return Comparable(node.value, statement, document, words, links, source, speaker)

    def _told(self, node: NamedNode) -> tuple[dict[str, str], dict[str, str]]:
        words: dict[str, str] = {}
        links: dict[str, str] = {}
        start = len(GESTAE.iri)
        for quad in self.find(node, None, None):
            name = quad.predicate.value
            if not name.startswith(GESTAE.iri):
                continue
            if isinstance(quad.object, Literal):
                words[name[start:]] = quad.object.value
            elif isinstance(quad.object, NamedNode):
                links[name[start:]] = self.judged.canonical(quad.object.value)
        return words, links


def _names_year(words: Mapping[str, str]) -> bool:
    text = words.get("timeText", "")
    return words["earliest"][:4] in text or words["latest"][:4] in text


def _number(text: str | None) -> Decimal | None:
    if text is None:
        return None
    try:
        return Decimal(text)
    except InvalidOperation:
        return None

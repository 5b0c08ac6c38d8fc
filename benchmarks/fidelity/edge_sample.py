"""Fixed random samples of the collection, the edges that gestae tells in it, and which of them are drawn to be judged.

An edge ties an action to the instrument that it was done under (`under`), or a number to the action that it results
from (`result_of`). It is known by its document and by two places in its text: that of the quote which says it and
that of what it leads to, the first mention of the instrument or the quote of the action.
"""

import hashlib
import tarfile
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from excerpts import excerpt
from standoff import COLLECTION

from gestae.loaders.reader import read_document
from gestae.ontology.facts import Action, Document, Instrument, Statistic

__all__ = ["KINDS", "ONE_IN", "Edge", "Kind", "Place", "Told", "drawn", "edges", "part_of", "sample"]

Kind = Literal["under", "result_of"]
Place = tuple[int, int]
KINDS: tuple[Kind, ...] = get_args(Kind)

ONE_IN = 10
"""A sample is one document of the collection in so many; there are as many samples that share no document."""
SEED = 20261130
DRAWN = 50
"""Edges of each kind that are drawn."""
FROM_ONE = 2
"""The most that are drawn of one kind from one document: laws are cited by the dozen in some."""


@dataclass(frozen=True, order=True)
class Edge:
    """An edge as it is judged: `document` is a path in the collection, `sha256` that of the excerpt that was read."""

    document: str
    sha256: str
    kind: Kind
    quote: Place
    leads_to: Place


@dataclass(frozen=True)
class Told:
    """An edge with what its document says: `claim` in the reader's words, `around` the paragraph of its quote."""

    edge: Edge
    claim: str
    around: str


def part_of(document: str) -> int:
    """Which of the samples a document of the collection is in, by a hash of its path, so that no other document moves it."""
    return _rank(document) % ONE_IN


def sample(parts: Container[int] = (0,)) -> Iterator[Document]:
    """The excerpts of the documents of some samples, each text once in each."""
    seen: set[tuple[int, str]] = set()
    with tarfile.open(COLLECTION) as archive:
        for member in archive:
            if not member.name.endswith(".md") or part_of(member.name) not in parts:
                continue
            file = archive.extractfile(member)
            if file is None:
                continue
            read = excerpt(file.read().decode("utf-8"))
            when = date.fromisoformat(read.date)
            document = Document(member.name, read.text, read.title, when, "The White House", read.url)
            text = part_of(document.name), document.sha256
            if text not in seen:  # some documents stand in the collection twice
                seen.add(text)
                yield document


def edges(document: Document) -> Iterator[Told]:
    """The edges that gestae tells in a document; one that several facts tell with the same words comes once."""
    facts = read_document(document).facts
    mentions = {fact.name: fact.quote for fact in reversed(facts) if isinstance(fact, Instrument)}
    found: dict[Edge, Told] = {}
    for fact in facts:
        if isinstance(fact, Action) and fact.under is not None:
            first = mentions.get(fact.under.name)
            place = (first.start, first.end) if first else _where(fact.under.text, document.text, fact)
            claim = f"{_said(fact)} UNDER {fact.under.text} [{fact.under.name}]"
            edge = Edge(document.name, document.sha256, "under", _place(fact), place)
        elif isinstance(fact, Statistic) and fact.result_of is not None:
            claim = f"{fact.bound} {fact.value} {fact.unit} RESULTS FROM {_said(fact.result_of)}"
            edge = Edge(document.name, document.sha256, "result_of", _place(fact), _place(fact.result_of))
        else:
            continue
        found.setdefault(edge, Told(edge, claim, _around(document.text, edge.quote)))
    yield from found.values()


def drawn(told: Iterable[Told], kind: Kind, number: int = DRAWN, from_one: int = FROM_ONE) -> list[Told]:
    """The edges of a kind that are drawn: `from_one` at most of a document, in an order that only the hash knows.

    The place of an edge in that order is its own, so that an edge that comes or goes moves none of the others.
    """
    counted: dict[str, int] = {}
    found = []
    of_kind = [one for one in told if one.edge.kind == kind]
    for one in sorted(of_kind, key=lambda one: (_rank(f"draw {one.edge.document}"), _rank(str(one.edge)))):
        counted[one.edge.document] = counted.get(one.edge.document, 0) + 1
        if counted[one.edge.document] <= from_one:
            found.append(one)
    return found[:number]


def _rank(words: str) -> int:
    return int(hashlib.sha256(f"{SEED} {words}".encode()).hexdigest()[:12], 16)


def _place(fact: Action | Statistic) -> Place:
    return fact.quote.start, fact.quote.end


def _where(words: str, text: str, fact: Action) -> Place:
    """Where an instrument stands of which no mention is told: as near behind the beginning of the quote as it can be."""
    at = text.find(words, fact.quote.start)
    at = at if at >= 0 else max(text.rfind(words, 0, fact.quote.start), 0)
    return at, at + len(words)


def _said(action: Action) -> str:
    denied = "not " if action.negated else ""
    return f"{action.actor.name} – {denied}{action.verb} ({action.modality}) – {action.object.text}"


def _around(text: str, quote: Place) -> str:
    """The paragraph of a quote, which is marked in it."""
    start, end = text.rfind("\n", 0, quote[0]) + 1, text.find("\n", quote[1])
    end = end if end >= 0 else len(text)
    return f"{text[start : quote[0]]}«{text[quote[0] : quote[1]]}»{text[quote[1] : end]}"

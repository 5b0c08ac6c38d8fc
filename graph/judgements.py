"""What people judged: which names are one, and which facts were read right; a graph of the store of its own.

A judgement holds until it is taken back. Reading a document again, or removing it, leaves it where it is.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, Self
from urllib.parse import unquote

import pyoxigraph as ox

from gestae.ontology import iris
from gestae.ontology.terms import AUTHORITY, GESTAE, PROV, RDF, RDFS, XSD

if TYPE_CHECKING:
    from gestae.graph.dataset import Store

__all__ = [
    "EntityJudgement",
    "FactJudgement",
    "FactVerdict",
    "Judgement",
    "Judgements",
    "Verdict",
    "is_authority",
    "triples",
]

Verdict = Literal["same", "different", "unsure"]
FactVerdict = Literal["accepted", "rejected", "corrected"]


@dataclass(frozen=True, slots=True)
class EntityJudgement:
    """Whether two entities are one; the names are those they bore when it was judged.

    `who` is the name of a user, `when` a time in UTC.
    """

    verdict: Verdict
    first: str
    second: str
    first_name: str
    second_name: str
    who: str
    when: datetime.datetime

    @property
    def pair(self) -> tuple[str, ...]:
        """The two IRIs, sorted: there is one judgement for a pair, whichever is named first."""
        return tuple(sorted((self.first, self.second)))

    def iri(self, base: str) -> str:
        """The judgement's own IRI, made from the pair."""
        return iris.judgement(base, "entity", *self.pair)


@dataclass(frozen=True, slots=True)
class FactJudgement:
    """Whether a fact was read right; of a correction, which field of the facts table is what instead.

    The fact is known again by its document (an IRI), its kind, its quote and its words (who, verb, what),
    so that the judgement holds of it in every later reading; `statement` is its IRI when it was judged.
    """

    verdict: FactVerdict
    statement: str
    document: str
    kind: str
    quote: str
    words: str
    who: str
    when: datetime.datetime
    field: str = ""
    value: str = ""

    def iri(self, base: str) -> str:
        """The judgement's own IRI: a fact has one verdict, and one correction a field."""
        return iris.judgement(base, "fact", self.document, self.kind, self.quote, self.words, self.field)


Judgement = EntityJudgement | FactJudgement


@dataclass(frozen=True)
class Judgements:
    """The judgements of a store, the oldest first."""

    entities: tuple[EntityJudgement, ...] = ()
    facts: tuple[FactJudgement, ...] = ()

    @classmethod
    def of(cls, store: "Store") -> Self:
        """What was judged in a store."""
        return cls.read(store.quads.quads_for_pattern(None, None, None, store.judgements))

    @classmethod
    def read(cls, quads: Iterable[ox.Quad]) -> Self:
        """The judgements that quads (or triples) tell of."""
        nodes: dict[str, dict[str, str]] = defaultdict(dict)
        for quad in quads:
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
                nodes[quad.subject.value][quad.predicate.value] = quad.object.value
        found = [_judgement(node) for node in nodes.values() if node.get(_TYPE) == GESTAE.Judgement.value]
        found.sort(key=lambda one: (one.when, repr(one)))
        return cls(
            tuple(one for one in found if isinstance(one, EntityJudgement)),
            tuple(one for one in found if isinstance(one, FactJudgement)),
        )

    def __iter__(self) -> Iterator[Judgement]:
        everything: list[Judgement] = [*self.entities, *self.facts]
        return iter(sorted(everything, key=lambda one: one.when))

    def __bool__(self) -> bool:
        return bool(self.entities or self.facts)

    def canonical(self, iri: str) -> str:
        """The entity that stands for one after all judgements of "same"; itself where there is none.

        Of those that are one it is an authority entry if there is any, else the one named first in the
        oldest judgement.
        """
        return self._canonical.get(iri, iri)

    def same(self, iri: str) -> frozenset[str]:
        """All that are one with an entity, itself among them."""
        return self._classes.get(iri, frozenset({iri}))

    def rejected(self, statement_iri: str) -> bool:
        """Whether a person rejected the fact of this statement. Such facts are not in the documents' graphs."""
        return statement_iri in self._rejected

    def name(self, iri: str) -> str:
        """What an entity was called when it was last judged; "" where it was not."""
        return self._names.get(iri, "")

    def between(self, first: str, second: str) -> EntityJudgement | None:
        """The judgement of just this pair."""
        return self._pairs.get(tuple(sorted((first, second))))

    def joined(self, first: str, second: str) -> tuple[str, str] | None:
        """Two that were judged one, by what they were called then or by their IRIs."""
        called: dict[str, set[str]] = defaultdict(set)
        for iri, name in self._names.items():
            called[iri].add(iri)
            called[name].add(iri)
        return next(
            (
                (one, other)
                for one in sorted(called.get(first, ()))
                for other in sorted(called.get(second, ()))
                if one != other and other in self.same(one)
            ),
            None,
        )

    def apart(self, first: str, second: str) -> EntityJudgement | None:
        """A judgement of "different" between what is one with the first and what is one with the second."""
        one, other = self.same(first), self.same(second)
        for judged in self.entities:
            ends = (judged.first, judged.second)
            if judged.verdict == "different" and (
                (ends[0] in one and ends[1] in other) or (ends[1] in one and ends[0] in other)
            ):
                return judged
        return None

    @cached_property
    def _pairs(self) -> dict[tuple[str, ...], EntityJudgement]:
        return {judged.pair: judged for judged in self.entities}

    @cached_property
    def _names(self) -> dict[str, str]:
        return {
            iri: name
            for judged in self.entities
            for iri, name in ((judged.first, judged.first_name), (judged.second, judged.second_name))
        }

    @cached_property
    def _classes(self) -> dict[str, frozenset[str]]:
        classes: dict[str, frozenset[str]] = {}
        for judged in self.entities:
            if judged.verdict == "same":
                ends = (frozenset({judged.first}), frozenset({judged.second}))
                whole = classes.get(judged.first, ends[0]) | classes.get(judged.second, ends[1])
                classes.update(dict.fromkeys(whole, whole))
        return classes

    @cached_property
    def _canonical(self) -> dict[str, str]:
        in_order = dict.fromkeys(
            end for j in self.entities if j.verdict == "same" for end in (j.first, j.second)
        )
        chosen: dict[frozenset[str], str] = {}
        for iri in sorted(in_order, key=lambda iri: not is_authority(iri)):
            chosen.setdefault(self._classes[iri], iri)
        return {iri: chosen[self._classes[iri]] for iri in in_order}

    @cached_property
    def _rejected(self) -> frozenset[str]:
        return frozenset(judged.statement for judged in self.facts if judged.verdict == "rejected")


def is_authority(iri: str) -> bool:
    """Whether an entity is an entry of authority data, and not one of a document's own."""
    return iri.startswith(AUTHORITY) or "/entity/" not in iri


def triples(judged: Judgement, base: str) -> Iterator[ox.Triple]:
    """A judgement as RDF: what was judged, by whom (`prov:wasAttributedTo`) and when."""
    node, agent = ox.NamedNode(judged.iri(base)), ox.NamedNode(iris.agent(base, judged.who))
    yield ox.Triple(node, RDF.type, GESTAE.Judgement)
    yield ox.Triple(node, GESTAE.verdict, ox.Literal(judged.verdict))
    yield ox.Triple(node, PROV.wasAttributedTo, agent)
    when = judged.when.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    yield ox.Triple(node, PROV.generatedAtTime, ox.Literal(when, datatype=XSD.dateTime))
    yield ox.Triple(agent, RDF.type, PROV.Agent)
    yield ox.Triple(agent, RDFS.label, ox.Literal(judged.who))
    if isinstance(judged, EntityJudgement):
        yield ox.Triple(node, GESTAE.first, ox.NamedNode(judged.first))
        yield ox.Triple(node, GESTAE.second, ox.NamedNode(judged.second))
        yield ox.Triple(node, GESTAE.firstName, ox.Literal(judged.first_name))
        yield ox.Triple(node, GESTAE.secondName, ox.Literal(judged.second_name))
        return
    yield ox.Triple(node, GESTAE.ofStatement, ox.NamedNode(judged.statement))
    yield ox.Triple(node, GESTAE.inDocument, ox.NamedNode(judged.document))
    yield ox.Triple(node, GESTAE.claimKind, ox.Literal(judged.kind))
    yield ox.Triple(node, GESTAE.quoteText, ox.Literal(judged.quote))
    yield ox.Triple(node, GESTAE.claimText, ox.Literal(judged.words))
    if judged.field:
        yield ox.Triple(node, GESTAE.field, ox.Literal(judged.field))
        yield ox.Triple(node, GESTAE.correctedValue, ox.Literal(judged.value))


_TYPE = RDF.type.value
_VERDICTS: dict[str, Verdict] = {"same": "same", "different": "different", "unsure": "unsure"}
_FACT_VERDICTS: dict[str, FactVerdict] = {
    "accepted": "accepted",
    "rejected": "rejected",
    "corrected": "corrected",
}


def _judgement(node: dict[str, str]) -> Judgement:
    def text(term: ox.NamedNode) -> str:
        return node.get(term.value, "")

    who = unquote(text(PROV.wasAttributedTo).rpartition("/agent/")[2])
    when = datetime.datetime.fromisoformat(text(PROV.generatedAtTime))
    if verdict := _VERDICTS.get(text(GESTAE.verdict)):
        names = (text(GESTAE.firstName), text(GESTAE.secondName))
        return EntityJudgement(verdict, text(GESTAE.first), text(GESTAE.second), *names, who, when)
    fact = (GESTAE.ofStatement, GESTAE.inDocument, GESTAE.claimKind, GESTAE.quoteText, GESTAE.claimText)
    statement, document, kind, quote, words = map(text, fact)
    return FactJudgement(
        _FACT_VERDICTS[text(GESTAE.verdict)], statement, document, kind, quote, words, who, when,
        text(GESTAE.field), text(GESTAE.correctedValue),
    )  # fmt: skip

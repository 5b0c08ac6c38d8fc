"""Judging: refuses what contradicts, keeps the rest, and lets the documents' graphs follow at once."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import pyoxigraph as ox

from gestae.graph.applied import Resolve, applied
from gestae.graph.correction import changed
from gestae.graph.dataset import Change, Store, StoredDocument
from gestae.graph.judgements import (
    EntityJudgement,
    FactJudgement,
    FactVerdict,
    Judgement,
    Judgements,
    Verdict,
    triples,
)
from gestae.graph.naming import wrongly_linked
from gestae.graph.one import name, refusal
from gestae.graph.told import Told, nodes_of, told
from gestae.graph.unjudged import Unjudged
from gestae.ontology import iris
from gestae.ontology.authority import Authority
from gestae.ontology.errors import JudgementError, NotFound
from gestae.ontology.facts import Document
from gestae.ontology.links import RoleKind

__all__ = ["Judge"]


@dataclass
class Judge:
    """The judgements of a store that is open to be written, and what they do to its documents."""

    store: Store
    authority: Authority

    @cached_property
    def judgements(self) -> Judgements:
        """What was judged so far."""
        return Judgements.of(self.store)

    @cached_property
    def unjudged(self) -> Unjudged:
        """What was read of the documents that a judgement changes."""
        return Unjudged(self.store.folder / "unjudged")

    def put(self, document: Document, quads: Iterable[ox.Quad]) -> Change:
        """Store what was read of a document, as the judgements have it."""
        iri = iris.document(self.store.base, document)
        version = iris.version(iri, document.sha256)
        read = list(quads)
        resolve = self._resolve(document.date)
        judged = applied(read, iri, version, self.judgements, resolve) if self.judgements else None
        if judged is not None:
            self.unjudged.write(version, read)
        change = self.store.put(document, read if judged is None else judged)
        if judged is None:
            self.unjudged.drop(version)
        return change

    def entities(
        self, verdict: Verdict, first: str, second: str, who: str, words: str = ""
    ) -> EntityJudgement | None:
        """Judge two entities, by IRI; `None` where just that was judged before.

        `words` are those that documents linked to the second, where the first is what they stand for instead.

        :raises JudgementError: if it contradicts another judgement, or joins what cannot be one.
        """
        known = self.judgements.between(first, second)
        if known and known.verdict == verdict:
            return None
        if known and "unsure" not in (verdict, known.verdict):
            raise JudgementError(
                f"{known.first_name!r} and {known.second_name!r} were judged {known.verdict} by {known.who} "
                f"on {known.when:%Y-%m-%d}: forget that first"
            )
        others = Judgements(tuple(one for one in self.judgements.entities if one is not known))
        apart = words and first in wrongly_linked(self.store, words, second)
        if not apart and (reason := refusal(self.store, self.authority, others, verdict, first, second)):
            raise JudgementError(reason)
        names = (self._name(first) or words or first, self._name(second) or second)
        judged = EntityJudgement(verdict, first, second, *names, who, _now())
        self.write([*(one for one in self.judgements if one is not known), judged])
        return judged

    def fact(
        self, verdict: FactVerdict, called: str, who: str, field: str = "", value: str = ""
    ) -> FactJudgement:
        """Judge a fact, by the IRI of its statement, which the facts table holds as `id`.

        :raises NotFound: if no statement has that IRI.
        :raises JudgementError: if the field of a correction cannot be corrected, or not so.
        """
        document, fact = self._fact(called)
        if verdict == "corrected":
            nodes = nodes_of(self._read(document))
            changed(fact.kind, field, value, fact.claim, nodes)
        words = (document.iri, fact.kind, fact.quote, fact.words)
        judged = FactJudgement(verdict, fact.statement.value, *words, who, _now(), field, value)
        same = judged.iri(self.store.base)
        self.write([*(one for one in self.judgements if one.iri(self.store.base) != same), judged])
        return judged

    def write(self, judgements: Iterable[Judgement]) -> None:
        """Let these be the judgements of the store, and its graphs follow."""
        before = self.judgements
        base = self.store.base
        self.store.put_graph(self.store.judgements, [t for one in judgements for t in triples(one, base)])
        del self.judgements
        moved = set(before) ^ set(self.judgements)
        for document in self._concerned(moved):
            self._follow(document)

    def follow(self) -> None:
        """Let every document follow the judgements; what a run that was broken off left undone."""
        for document in self.store.documents():
            if document.version in self.unjudged:
                self._follow(document)
        self.unjudged.keep(document.version for document in self.store.documents())

    def _follow(self, document: StoredDocument) -> None:
        read = list(self._read(document))
        date = datetime.date.fromisoformat(document.date) if document.date else None
        judged = applied(read, document.iri, document.version, self.judgements, self._resolve(date))
        if judged is not None:
            self.unjudged.write(document.version, read)
        self.store.replace(document, read if judged is None else judged)
        if judged is None:
            self.unjudged.drop(document.version)

    def _read(self, document: StoredDocument) -> Iterable[ox.Quad]:
        """What was read of a document, before any judgement."""
        if document.version in self.unjudged:
            return self.unjudged.read(document.version)
        return (q for g in document.graphs for q in self.store.quads.quads_for_pattern(None, None, None, g))

    def _concerned(self, moved: Iterable[Judgement]) -> list[StoredDocument]:
        """The documents that speak of what was judged, or did before it was merged."""
        graphs: set[str] = set()
        of: set[str] = set()
        for judged in moved:
            if isinstance(judged, FactJudgement):
                of.add(judged.document)
                continue
            for iri in {*self.judgements.same(judged.first), *self.judgements.same(judged.second)}:
                of.add(iri.partition("/entity/")[0])
                for quad in self.store.quads.quads_for_pattern(None, None, ox.NamedNode(iri), None):
                    graphs.add(getattr(quad.graph_name, "value", ""))
        return [
            document
            for document in self.store.documents()
            if document.iri in of
            or document.version in self.unjudged
            or not graphs.isdisjoint(graph.value for graph in document.graphs)
        ]

    def forget(self, called: str) -> list[Judgement]:
        """Take back a judgement, by its IRI or the last part of it, or all of a fact, by its statement.

        :raises NotFound: if nothing was judged that is called so.
        """
        base = self.store.base
        gone = [
            one
            for one in self.judgements
            if called in (iri := one.iri(base), iri.rpartition("/")[2])
            or (
                isinstance(one, FactJudgement) and called in (one.statement, one.statement.rpartition("/")[2])
            )
        ]
        if not gone:
            raise NotFound(f"no judgement is called {called!r}: `gestae judgements` lists them")
        self.write(one for one in self.judgements if one not in gone)
        return gone

    def _fact(self, called: str) -> tuple[StoredDocument, Told]:
        found = [
            (document, fact)
            for document in self.store.documents()
            if "/" not in called or called.startswith(f"{document.version}/")
            for iri, fact in told(nodes_of(self._read(document))).items()
            if called in (iri, iri.rpartition("/")[2])
        ]
        if len(found) != 1:
            raise NotFound(
                f"{len(found) or 'no'} statement{'s have' if found else ' has'} the IRI {called}: "
                "the column `id` of `export -f facts` holds them"
            )
        return found[0]

    def _name(self, iri: str) -> str:
        return name(self.store, self.authority, iri) or self.judgements.name(iri)

    def _resolve(self, date: datetime.date | None) -> Resolve:
        def resolve(role: RoleKind, name: str) -> str | None:
            number = self.authority.instrument(name)
            found = number or self.authority.resolve(name, date)
            if found is None or (role == "place") != (found.kind == "place"):
                return None
            return None if role == "instrument" and found.kind != "instrument" else found.iri

        return resolve


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC).replace(microsecond=0)

"""The facts as rows: one a fact, as people open them in pandas or a spreadsheet and as scorers read them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Final

import pyoxigraph as ox

from gestae.graph.dataset import Store, StoredDocument
from gestae.graph.disagreements import of_statements
from gestae.graph.told import KINDS
from gestae.ontology.facts import UNSPECIFIED
from gestae.ontology.terms import ACTION, DCTERMS, GESTAE, OA, RDF, RDFS

__all__ = ["COLUMNS", "Row", "of_whole", "rows"]

Row = dict[str, object]

_NAMES = """
    id kind document document_iri title date publisher url quote start end confidence conflicts review
    actor actor_iri actor_text verb type object object_iri object_text recipient recipient_iri recipient_text
    under under_iri time modality negated source source_iri source_text
    value value_max bound unit place place_iri place_text result_of
    name identifier instrument instrument_iri
    member member_iri member_text group group_iri group_text role
"""
COLUMNS: Final = tuple(_NAMES.split())
"""Every column of a table that holds all kinds: the general ones, then kind by kind."""

_DIVISION = re.compile(r"\bdiv(?:isions?\b|\.)", re.I)
"""What says that an act is a division of a law, and is no part of "individuals"."""

Node = Mapping[ox.NamedNode, list[object]]


def rows(store: Store, documents: Iterable[StoredDocument] | None = None) -> Iterator[Row]:
    """The facts of documents (all, where none are given), by document and place in the text.

    A row holds the general fields of `COLUMNS` and those of its kind; what is not known is left out. Numbers
    are `int` or `float`, `negated` is a `bool`, everything else is text. Names are those of the entity where
    it is in the authority files, else those of the document; `…_text` is as written where that differs.
    `conflicts` are the IRIs of those that the fact takes part in, with blanks between.
    `store.text(sha256)[start:end]` is the quote.
    """
    labels: dict[str, str | None] = {}
    conflicts = of_statements(store)
    for document in store.documents() if documents is None else documents:
        table = _Table(store, document, labels, conflicts)
        yield from sorted(table.rows(), key=lambda row: (row["start"], row["end"], row["id"]))


class _Table:
    """The facts of one document."""

    def __init__(
        self,
        store: Store,
        document: StoredDocument,
        labels: dict[str, str | None],
        conflicts: Mapping[str, list[str]],
    ) -> None:
        self.store = store
        self.labels = labels
        self.conflicts = conflicts
        self.nodes: dict[ox.NamedNode, dict[ox.NamedNode, list[object]]] = {}
        for graph in document.graphs[:2]:
            for quad in store.quads.quads_for_pattern(None, None, None, graph):
                if isinstance(quad.subject, ox.NamedNode):
                    self.nodes.setdefault(quad.subject, {}).setdefault(quad.predicate, []).append(quad.object)
        self.about = {
            "document": document.name,
            "document_iri": document.iri,
            "title": document.title,
            "date": document.date,
            "publisher": document.publisher,
            "url": document.url,
        }

    def rows(self) -> Iterator[Row]:
        """One row a statement, in no order."""
        for node, statement in self.nodes.items():
            for said in statement.get(GESTAE.asserts, ()):
                claim = self.nodes.get(said, {}) if isinstance(said, ox.NamedNode) else {}
                kind = next(
                    (KINDS[t] for t in claim.get(RDF.type, ()) if isinstance(t, ox.NamedNode) and t in KINDS),
                    None,
                )
                if kind:
                    row = {"id": node.value, "kind": kind, **self.about, **self._evidence(statement)}
                    confidence = _value(claim, GESTAE.confidence)
                    row["confidence"] = _number(confidence) if confidence else 1
                    row["review"] = _value(statement, GESTAE.review)
                    row["conflicts"] = " ".join(self.conflicts.get(node.value, ())) or None
                    row |= getattr(self, f"_{kind}")(claim, statement)
                    yield {name: value for name, value in row.items() if value is not None}

    def _evidence(self, statement: Node) -> Row:
        quote: Node = self._node(statement, OA.hasTarget)
        found: Row = {}
        for selector in quote.get(OA.hasSelector, ()):
            node: Node = self.nodes.get(selector, {}) if isinstance(selector, ox.NamedNode) else {}
            if words := node.get(OA.exact):
                found["quote"] = getattr(words[0], "value", "")
            if start := _value(node, OA.start):
                found |= {"start": int(start), "end": int(_value(node, OA.end) or start)}
        return found

    def _action(self, claim: Node, statement: Node) -> Row:
        text = partial(_value, claim)
        return {
            **(self._named(claim, "actor") or {"actor": UNSPECIFIED}),
            "verb": text(GESTAE.verb),
            "type": (text(GESTAE.actionType) or "").removeprefix(ACTION),
            "object": text(GESTAE.objectMention) or text(GESTAE.objectText),
            "object_iri": text(GESTAE.object),
            "object_text": text(GESTAE.objectText) if text(GESTAE.objectMention) else None,
            **self._named(claim, "recipient"),
            **self._named(claim, "under"),
            "time": text(GESTAE.edtf),
            "modality": _name(text(GESTAE.modality)),
            "negated": text(GESTAE.negated) == "true",
            **self._source(statement),
        }

    def _statistic(self, claim: Node, statement: Node) -> Row:
        text = partial(_value, claim)
        return {
            "value": _number(text(GESTAE.value)),
            "value_max": _number(text(GESTAE.upperValue)),
            "bound": _name(text(GESTAE.bound)),
            "unit": text(GESTAE.unitText),
            **self._named(claim, "actor"),
            "time": text(GESTAE.edtf),
            **self._named(claim, "place"),
            **self._source(statement),
            "result_of": text(GESTAE.resultOf),
        }

    def _instrument(self, claim: Node, statement: Node) -> Row:
        identifier = _value(claim, DCTERMS.identifier)
        quote = str(self._evidence(statement).get("quote", ""))
        return {
            "name": _value(claim, GESTAE.nameMention),
            "identifier": of_whole(identifier, quote) if identifier else None,
            "instrument": _value(claim, GESTAE.instrumentKind),
            "instrument_iri": _value(claim, GESTAE.instrument),
            "time": _value(claim, GESTAE.edtf),
        }

    def _membership(self, claim: Node, _: Node) -> Row:
        return {
            **self._named(claim, "member"),
            **self._named(claim, "group"),
            "role": _value(claim, GESTAE.role),
            "time": _value(claim, GESTAE.edtf),
        }

    def _named(self, node: Node, role: str) -> Row:
        """Name, IRI and words of whoever has a role; empty where nobody has."""
        mention = _value(node, getattr(GESTAE, f"{role}Mention"))
        iri = _value(node, getattr(GESTAE, role))
        words = _value(node, getattr(GESTAE, f"{role}Text"))
        label = self._label(iri) if iri else None
        found = {role: label or mention, f"{role}_iri": iri}
        if f"{role}_text" in COLUMNS:
            found[f"{role}_text"] = words or (mention if label and label != mention else None)
        return {name: value for name, value in found.items() if value}

    def _source(self, statement: Node) -> Row:
        mention = _value(statement, GESTAE.sourceMention)
        iri = _value(statement, GESTAE.attributedTo)
        label = self._label(iri) if iri else None
        words = _value(statement, GESTAE.sourceText) or (mention if label != mention else None)
        return {"source": label or mention, "source_iri": iri, "source_text": words if label else None}

    def _label(self, iri: str) -> str | None:
        """The label of an authority entry; `None` for an entity that only its document knows."""
        if iri not in self.labels:
            node = ox.NamedNode(iri)
            found = self.store.quads.quads_for_pattern(node, RDFS.label, None, self.store.authority)
            self.labels[iri] = min((getattr(quad.object, "value", "") for quad in found), default=None)
        return self.labels[iri]

    def _node(self, node: Node, predicate: ox.NamedNode) -> Node:
        target = next(iter(node.get(predicate, ())), None)
        return self.nodes.get(target, {}) if isinstance(target, ox.NamedNode) else {}


def of_whole(identifier: str, words: str) -> str:
    """The number under which a law is known: of an act that is a division of another law, where its words do not say so, that law's."""
    return identifier if _DIVISION.search(words) else identifier.partition(", div. ")[0]


def _value(node: Node, predicate: ox.NamedNode) -> str | None:
    """The value of a property; the smallest where there are several, so that the order never shows."""
    return min((str(getattr(value, "value", value)) for value in node.get(predicate, ())), default=None)


def _name(iri: str | None) -> str | None:
    return iri.removeprefix(GESTAE.iri) if iri else None


def _number(text: str | None) -> int | float | None:
    if text is None:
        return None
    return float(text) if "." in text else int(text)

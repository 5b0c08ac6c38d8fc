from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
import pytest

from gestae.graph.check import check
from gestae.graph.dataset import Store
from gestae.ontology import lexicon
from gestae.ontology.errors import StoreError
from gestae.ontology.terms import DCTERMS, GESTAE, OA, ORG, PROV, RDF, RDFS, SCHEMA, TIME, XSD

Quads = list[ox.Quad]


@dataclass(frozen=True)
class Told:
    """What a small store holds: the quads of each document and of the authority data, and the texts."""

    parts: list[Quads]
    texts: dict[str, str]

    def text(self, sha256: str) -> str:
        return self.texts[sha256]

    @property
    def notice(self) -> Quads:
        """The part that has every kind of fact."""
        return next(part for part in self.parts if any(q.object == GESTAE.Statistic for q in part))


_KEPT: list[Told] = []
"""Made once: a store is too slow to make anew for each of these many tests, and none of them changes it."""


@pytest.fixture
def whole(request: pytest.FixtureRequest) -> Told:
    if not _KEPT:
        store: Store = request.getfixturevalue("told")
        graphs = [document.graphs for document in store.documents()] + [(store.authority,)]
        parts = [[q for g in of for q in store.quads.quads_for_pattern(None, None, None, g)] for of in graphs]
        hashes = {q.object.value for part in parts for q in part if q.predicate == GESTAE.sha256}
        _KEPT.append(Told(parts, {sha256: store.text(sha256) for sha256 in hashes}))
    return _KEPT[0]


def nothing(sha256: str) -> str:
    raise StoreError(f"the text {sha256[:8]} is not in the store")


def test_a_sound_store_holds_and_tells_what_was_met(whole: Told) -> None:
    report = check(whole.parts, whole.text)
    assert report.holds, report.problems
    assert report.nodes["Document"] == 2
    assert report.nodes["Statement"] == 6
    assert (report.nodes["Action"], report.nodes["Statistic"], report.nodes["Membership"]) == (3, 1, 1)
    assert report.quotes == report.nodes["Quote"] == 6


def test_a_run_that_meets_no_node_does_not_hold() -> None:
    stranger = ox.Quad(ox.NamedNode("x:a"), ox.NamedNode("x:b"), ox.Literal("c"), ox.NamedNode("x:g"))
    for parts in ([], [[]], [[stranger]]):
        report = check(parts, nothing)
        assert not report.holds
        assert "no shape met a node" in str(report.problems[0])


def node(quads: Iterable[ox.Quad], kind: ox.NamedNode) -> ox.NamedNode:
    found = [q.subject for q in quads if q.predicate == RDF.type and q.object == kind]
    assert isinstance(found[0], ox.NamedNode)
    return found[0]


def without(quads: Quads, kind: ox.NamedNode, prop: ox.NamedNode) -> Quads:
    subject = node(quads, kind)
    kept = [q for q in quads if (q.subject, q.predicate) != (subject, prop)]
    assert len(kept) < len(quads)
    return kept


def also(quads: Quads, kind: ox.NamedNode, prop: ox.NamedNode, value: ox.NamedNode | ox.Literal) -> Quads:
    return [*quads, ox.Quad(node(quads, kind), prop, value, quads[0].graph_name)]


@pytest.mark.parametrize(
    ("kind", "prop", "message"),
    [
        (GESTAE.Document, GESTAE.name, "a document has one name"),
        (GESTAE.Document, GESTAE.version, "a document has one version of its text"),
        (GESTAE.DocumentVersion, GESTAE.sha256, "a version has the SHA-256 of its text"),
        (GESTAE.DocumentVersion, DCTERMS.extent, "a version has the length of its text"),
        (GESTAE.DocumentVersion, DCTERMS.isVersionOf, "a version belongs to one document"),
        (GESTAE.DocumentVersion, PROV.wasGeneratedBy, "a version says how it was read"),
        (PROV.Activity, GESTAE.reader, "a reading names its reader"),
        (GESTAE.Statement, GESTAE.asserts, "a statement asserts one claim"),
        (GESTAE.Statement, OA.hasTarget, "a statement has its words"),
        (OA.SpecificResource, OA.hasSource, "a quote stands in one version"),
        (OA.SpecificResource, OA.hasSelector, "a quote has its words once"),
        (OA.TextQuoteSelector, OA.exact, "the words of a quote are one text"),
        (OA.TextPositionSelector, OA.start, "a quote begins at one character"),
        (OA.TextPositionSelector, OA.end, "a quote ends at one character"),
        (GESTAE.Action, GESTAE.verb, "an action has one verb"),
        (GESTAE.Action, GESTAE.actionType, "an action has one type"),
        (GESTAE.Action, GESTAE.modality, "an action is factual, planned"),
        (GESTAE.Statistic, GESTAE.value, "a statistic has one value"),
        (GESTAE.Statistic, GESTAE.bound, "a statistic is exact"),
        (GESTAE.Outcome, GESTAE.resultOf, "an outcome results from an action"),
        (GESTAE.InstrumentMention, GESTAE.nameMention, "a mention of an instrument has one name"),
        (GESTAE.InstrumentMention, GESTAE.instrumentKind, "an instrument is a law"),
        (GESTAE.Membership, GESTAE.memberMention, "a membership has one member"),
        (GESTAE.Membership, GESTAE.groupMention, "a membership has one group"),
        (GESTAE.Actor, RDFS.label, "an actor has a name"),
        (GESTAE.Instrument, RDFS.label, "an instrument has a name"),
        (GESTAE.Link, GESTAE.entity, "a link points at one entity"),
        (GESTAE.Link, GESTAE.method, "a link tells how it was made"),
        (GESTAE.Link, GESTAE.confidence, "a link tells how sure it is"),
        (GESTAE.DirectLink, GESTAE.statedBy, "what is derived rests on a statement"),
    ],
)
def test_what_is_missing_is_found(
    kind: ox.NamedNode,
    prop: ox.NamedNode,
    message: str,
    whole: Told,
) -> None:
    problems = check([without(whole.notice, kind, prop)], whole.text).problems
    assert any(message in p.message for p in problems), problems
    assert all("\n" not in str(p) for p in problems)


@pytest.mark.parametrize(
    ("kind", "prop", "value", "message"),
    [
        (GESTAE.Document, SCHEMA.datePublished, ox.Literal("May 2031"), "at most one date, as an xsd:date"),
        (GESTAE.Action, GESTAE.modality, GESTAE.planned, "an action is factual, planned"),
        (GESTAE.Action, GESTAE.actor, ox.NamedNode("https://a.example/other"), "at most one actor"),
        (GESTAE.Action, GESTAE.earliest, ox.Literal("2040-01-01", datatype=XSD.date), "not after its last"),
        (GESTAE.Action, GESTAE.edtf, ox.Literal("last year"), "ISO 8601"),
        (
            GESTAE.Action,
            GESTAE.confidence,
            ox.Literal("1.5", datatype=XSD.decimal),
            "one decimal from 0 to 1",
        ),
        (GESTAE.Action, GESTAE.negated, ox.Literal("perhaps"), "denied or not"),
        (GESTAE.Statistic, GESTAE.value, ox.Literal("many"), "one value, as an xsd:decimal"),
        (
            GESTAE.Statistic,
            GESTAE.upperValue,
            ox.Literal("1", datatype=XSD.decimal),
            "no more than its upper value",
        ),
        (
            GESTAE.Statement,
            GESTAE.asserts,
            ox.NamedNode("https://a.example/gone"),
            "a statement asserts one claim",
        ),
        (GESTAE.Membership, GESTAE.attestedOn, ox.Literal("2031"), "as an xsd:date"),
        (GESTAE.Link, GESTAE.entity, ox.Literal("HM"), "a link points at one entity"),
    ],
)
def test_what_is_wrong_is_found(
    kind: ox.NamedNode,
    prop: ox.NamedNode,
    value: ox.NamedNode | ox.Literal,
    message: str,
    whole: Told,
) -> None:
    problems = check([also(whole.notice, kind, prop, value)], whole.text).problems
    assert any(message in p.message for p in problems), problems


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        (GESTAE.Law, "a law is an instrument"),
        (GESTAE.Order, "an order is an instrument"),
        (GESTAE.Proclamation, "a proclamation is an instrument"),
        (GESTAE.Memorandum, "a memorandum is an instrument"),
        (GESTAE.Treaty, "a treaty is an instrument"),
        (GESTAE.Report, "a report is an instrument"),
        (GESTAE.Plan, "a plan is an instrument"),
        (GESTAE.Place, "a place has a name"),
        (SCHEMA.Person, "a person is an actor"),
        (ORG.Organization, "an organization is an actor"),
        (SCHEMA.GovernmentOrganization, "a government body is an organization"),
        (ORG.Post, "an office is an actor"),
        (ORG.Membership, "a term of office has one holder"),
        (TIME.Interval, "an interval begins once"),
        (TIME.Instant, "an instant is one day"),
        (GESTAE.Conflict, "a conflict has two positions"),
        (GESTAE.Corroboration, "there is one question"),
        (GESTAE.Position, "a position rests on a statement or on authority data"),
        (GESTAE.ActionType, "a concept has a definition"),
        (GESTAE.WordClass, "one notation"),
        (GESTAE.Modality, "a concept has one label"),
        (GESTAE.Bound, "a concept has a definition"),
        (ox.NamedNode(ORG.iri + "Role"), "a role has a name"),
        (GESTAE.Outcome, "an outcome results from an action"),
    ],
)
def test_a_node_that_is_nothing_but_its_class_is_found(kind: ox.NamedNode, message: str) -> None:
    bare = ox.Quad(ox.NamedNode("https://a.example/x"), RDF.type, kind, ox.NamedNode("https://a.example/g"))
    report = check([[bare]], nothing)
    assert any(message in p.message for p in report.problems), report.problems
    assert {p.node for p in report.problems} == {"https://a.example/x"}


def test_a_quote_that_its_text_does_not_hold_is_found(whole: Told) -> None:
    def shifted(quad: ox.Quad) -> ox.Quad:
        if quad.predicate != OA.exact:
            return quad
        return ox.Quad(quad.subject, quad.predicate, ox.Literal(quad.object.value.upper()), quad.graph_name)

    report = check([[shifted(q) for q in part] for part in whole.parts], whole.text)
    assert len(report.problems) == report.quotes == 6
    assert all("the text says" in p.message for p in report.problems)


def test_a_text_that_is_gone_is_told_of_every_quote(whole: Told) -> None:
    report = check(whole.parts, nothing)
    assert len(report.problems) == 6
    assert "is not in the store" in report.problems[0].message


def test_the_authority_files_hold() -> None:
    base = "https://w3id.org/gestae/authority/"
    quads = [
        ox.Quad(t.subject, t.predicate, t.object, ox.NamedNode("https://a.example/authority"))
        for path in sorted(Path(lexicon.__file__).parent.glob("authority-*.ttl"))
        if path.name != "authority-orders.ttl"
        for t in ox.parse(path=path, format=ox.RdfFormat.TURTLE, base_iri=base)
    ]
    report = check([quads], nothing)
    assert report.holds, report.problems[:5]
    assert {"Actor", "Post", "GovernmentOrganization", "Law", "Place"} <= set(report.nodes)

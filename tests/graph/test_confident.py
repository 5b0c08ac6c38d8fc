import io
import json

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gestae.graph.check import check
from gestae.graph.confident import confident
from gestae.graph.dataset import Store
from gestae.graph.export import FORMATS, export
from gestae.ontology.terms import GESTAE, OA


def facts(store: Store) -> list[dict[str, object]]:
    out = io.BytesIO()
    export(store, "facts", out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


@given(st.floats(0, 1))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
def test_just_the_facts_that_are_sure_enough_are_left(told: Store, least: float) -> None:
    sure = [f for f in facts(told) if f["confidence"] >= least]  # type: ignore[operator]
    left = facts(confident(told, least))
    assert [f["id"] for f in left] == [f["id"] for f in sure]
    assert [f | {"result_of": None} for f in left] == [f | {"result_of": None} for f in sure]


def test_nothing_is_asked_nothing_goes(told: Store) -> None:
    assert set(confident(told, 0).quads) == set(told.quads)


def test_a_statement_goes_with_its_claim_and_a_quote_with_its_last_statement(told: Store) -> None:
    left = set(confident(told, 0.95).quads)
    subjects, objects = {q.subject for q in left}, {q.object for q in left}
    assert len(left) < len(set(told.quads))
    claims = {q.object for q in left if q.predicate == GESTAE.asserts}
    assert claims <= subjects
    assert not [q for q in left if q.predicate == OA.hasTarget and q.object not in subjects]
    quotes = {q.subject for q in left if q.predicate == OA.hasSelector}
    assert quotes <= objects


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "gold"])
def test_every_format_leaves_out_the_same(told: Store, form: str) -> None:
    out = io.BytesIO()
    export(confident(told, 0.95), form, out)
    assert b"fined" not in out.getvalue()
    whole = io.BytesIO()
    export(told, form, whole)
    assert b"fined" in whole.getvalue()


def test_what_is_left_has_its_shape_and_the_store_is_as_it_was(told: Store) -> None:
    before = set(told.quads)
    view = confident(told, 0.95)
    graphs = [
        list(view.quads.quads_for_pattern(None, None, None, g))
        for d in view.documents()
        for g in d.graphs[:1]
    ]
    assert check(graphs, told.text).holds
    assert set(told.quads) == before


def test_a_direct_link_goes_with_its_last_statement(told: Store) -> None:
    drawn = [q for q in told.quads if q.predicate.value.endswith("#didSanction")]
    assert drawn
    assert not [q for q in confident(told, 0.95).quads if q.predicate.value.endswith("#didSanction")]


def test_a_conflict_with_one_side_left_is_none(told: Store) -> None:
    graph = told.comparison
    conflict, sides = ox.NamedNode("urn:conflict"), [ox.NamedNode("urn:one"), ox.NamedNode("urn:two")]
    statements = sorted(q.subject for q in told.quads if q.predicate == GESTAE.asserts)
    weak = {q.subject for q in told.quads if q.predicate == GESTAE.asserts} - {
        q.subject for q in confident(told, 0.95).quads if q.predicate == GESTAE.asserts
    }
    strong = next(s for s in statements if s not in weak)
    view = confident(told, 0)
    view.quads.add(
        ox.Quad(
            conflict, ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), GESTAE.Conflict, graph
        )
    )
    for side, statement in zip(sides, (strong, next(iter(weak))), strict=True):
        view.quads.add(ox.Quad(conflict, GESTAE.position, side, graph))
        view.quads.add(ox.Quad(side, GESTAE.statedBy, statement, graph))
    assert not [q for q in confident(view, 0.95).quads if q.subject == conflict]
    assert [q for q in confident(view, 0.5).quads if q.subject == conflict]

"""The graph of what comparing found follows the documents, and says where each side stands."""

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from harbor import KNOWN, ORDER, belongs, counted, did, know, tell

from gestae.graph.check import check
from gestae.graph.compared import update
from gestae.graph.dataset import Store
from gestae.graph.disagreements import disagreements
from gestae.graph.facts_table import rows
from gestae.graph.show import show
from gestae.ontology.terms import GESTAE, ORG, RDF, TIME


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "store", write=True) as opened:
        know(opened)
        yield opened


def signed(time: str):  # type: ignore[no-untyped-def]
    return did(f"Ann Lee signed the Harbor Order {time}", "Ann Lee", "sign", "Harbor Order", time=time)


def graph(store: Store) -> set[str]:
    return {str(quad) for quad in store.quads.quads_for_pattern(None, None, None, store.comparison)}


def test_a_conflict_comes_with_its_document_and_goes_with_it(store: Store) -> None:
    tell(store, "right", signed("2031-01-31"))
    update(store)
    before = graph(store)
    tell(store, "blog", signed("2030-01"))
    assert update(store)
    assert len(disagreements(store, kinds=["conflict"])) == 1
    store.remove("blog")
    assert update(store)
    assert graph(store) == before


def test_nothing_is_compared_again_where_nothing_changed(store: Store) -> None:
    tell(store, "blog", signed("2030-01"))
    assert update(store)
    assert not update(store)


def test_the_order_of_documents_does_not_show(store: Store, tmp_path: Path) -> None:
    with Store(tmp_path / "other", write=True) as other:
        know(other)
        for name, time in (("a", "2031-01-31"), ("b", "2030-01"), ("c", "2029")):
            tell(store, name, signed(time))
        for name, time in (("c", "2029"), ("a", "2031-01-31"), ("b", "2030-01")):
            tell(other, name, signed(time))
        update(store)
        update(other)
        assert graph(store) == graph(other)


def test_both_sides_are_told_with_quote_document_day_and_rule(store: Store) -> None:
    tell(store, "blog", signed("2030-01"), publisher="Harbor Post")
    update(store)
    (found,) = disagreements(store)
    assert (found.kind, found.rule, found.about) == ("conflict", "date", (ORDER,))
    wrong, right = found.sides
    assert (wrong.answer, wrong.voices, wrong.authority) == ("2030-01", ("Harbor Post",), None)
    assert [(said.quote, said.document, said.date) for said in wrong.evidence] == [
        ("Ann Lee signed the Harbor Order 2030-01", "blog", "2031-05-06")
    ]
    assert (right.answer, right.authority, right.evidence) == ("2031-01-31", "9 Harbor Register 1", ())


def test_what_takes_part_shows_it(store: Store) -> None:
    tell(store, "blog", signed("2030-01"))
    update(store)
    (found,) = disagreements(store)
    (statement,) = [said.iri for side in found.sides for said in side.evidence]
    for iri in (ORDER, statement, found.iri):
        assert [one.iri for one in show(store, iri).findings] == [found.iri]
    assert [row["conflicts"] for row in rows(store)] == [found.iri]


def test_findings_are_chosen_by_kind_rule_and_whom_they_are_about(store: Store) -> None:
    blog = tell(store, "blog", signed("2030-01"))
    count = counted(
        "The council consists of 3 agencies", "3", "agencies", "membership", actor="Harbor Council"
    )
    later = counted(
        "The council consists of 9 agencies", "9", "agencies", "membership", actor="Harbor Council"
    )
    tell(store, "page", count, date="2029-01-01")
    tell(store, "post", later)
    update(store)
    assert [one.kind for one in disagreements(store)] == ["conflict", "change"]
    assert [one.rule for one in disagreements(store, kinds=["change"])] == ["size"]
    assert [one.rule for one in disagreements(store, rules=["date"])] == ["date"]
    assert [one.rule for one in disagreements(store, about={ORDER})] == ["date"]
    assert [one.rule for one in disagreements(store, about={blog})] == ["date"]
    assert not disagreements(store, about={"urn:nobody"})


def test_claims_of_one_event_point_at_one_of_them(store: Store) -> None:
    for name, time in (("a", "2031-01-31"), ("b", "2030-01"), ("c", "2029")):
        tell(store, name, signed(time))
    update(store)
    links = list(store.quads.quads_for_pattern(None, GESTAE.sameEvent, None))
    assert len(links) == 2
    assert len({quad.object for quad in links}) == 1


def test_every_node_has_its_shape_and_a_side_that_nobody_tells_has_not(store: Store) -> None:
    tell(store, "blog", signed("2030-01"))
    tell(store, "other", signed("2031-01-31"))
    update(store)
    quads = list(store.quads.quads_for_pattern(None, None, None, store.comparison))
    assert check([quads], store.text).holds
    told = {GESTAE.statedBy.value, "http://www.w3.org/ns/prov#wasDerivedFrom"}
    bare = [quad for quad in quads if quad.predicate.value not in told]
    assert len(check([bare], store.text).problems) == 2
    alone = [q for q in quads if q.predicate != GESTAE.position]
    assert any("two positions" in problem.message for problem in check([alone], store.text).problems)


def test_nothing_is_retired_because_something_newer_disagrees(store: Store) -> None:
    tell(store, "blog", signed("2030-01"))
    before = set(store.quads.quads_for_pattern(None, GESTAE.asserts, None))
    tell(store, "later", signed("2031-01-31"), date="2040-01-01")
    update(store)
    assert before < set(store.quads.quads_for_pattern(None, GESTAE.asserts, None))
    assert isinstance(next(iter(before)), ox.Quad)


def test_a_membership_lasts_from_the_first_to_the_last_day_that_attests_it(store: Store) -> None:
    for name, date in (("a", "2030-01-02"), ("b", "2033-05-06"), ("c", "2031-01-01")):
        tell(store, name, belongs("The Ministry of Ports is a member", "Ministry of Ports"), date=date)
    tell(store, "d", belongs("An unknown is a member of an unknown", "Nobody", "Nothing"))
    update(store)
    find = store.quads.quads_for_pattern
    (term,) = [quad.subject for quad in find(None, RDF.type, ORG.Membership, store.comparison)]
    assert [q.object for q in find(term, ORG.member, None)] == [ox.NamedNode(KNOWN["Ministry of Ports"])]
    assert len(list(find(term, GESTAE.statedBy, None))) == 3
    (interval,) = [quad.object for quad in find(term, ORG.memberDuring, None)]
    days = [
        next(find(next(find(interval, end, None)).object, TIME.inXSDDate, None)).object.value
        for end in (TIME.hasBeginning, TIME.hasEnd)
    ]
    assert days == ["2030-01-02", "2033-05-06"]

"""Judgements as they change a store of a notice and a letter, and are taken back again."""

from typing import Any

import pyoxigraph as ox
import pytest

from gestae.graph.dataset import Store
from gestae.graph.facts_table import rows
from gestae.graph.judge import Judge
from gestae.graph.naming import entities, one_entity, wrongly_linked
from gestae.graph.show import find, show
from gestae.loaders.triples import quads
from gestae.ontology.authority import authority
from gestae.ontology.errors import JudgementError, NotFound
from gestae.ontology.terms import GESTAE

from .conftest import MINISTRY, readings


@pytest.fixture
def judge(told: Store) -> Judge:
    return Judge(told, authority())


def everything(store: Store) -> set[str]:
    return {str(quad) for quad in store.quads}


def local(store: Store, name: str, document: str) -> str:
    (found,) = [iri for iri in find(store, name) if f"/{document}-" in iri]
    return found


def row(store: Store, **wanted: object) -> dict[str, Any]:
    (one,) = [row for row in rows(store) if wanted.items() <= row.items()]
    return one


def test_same_joins_what_tables_and_evidence_see(told: Store, judge: Judge) -> None:
    ours, theirs = local(told, "Blue Ferry", "n"), local(told, "Blue Ferry", "letter")
    judge.entities("same", ours, theirs, "ann")
    assert find(told, "Blue Ferry") == [ours]
    assert row(told, verb="pay")["actor_iri"] == row(told, verb="fine")["object_iri"] == ours
    assert {said.document for said in show(told, ours).evidence} == {"letter", "port/notice"}


def test_the_link_says_that_a_judgement_made_it(told: Store, judge: Judge) -> None:
    judge.entities("same", local(told, "Blue Ferry", "n"), local(told, "Blue Ferry", "letter"), "ann")
    of = told.quads.quads_for_pattern
    methods = {
        quad.object.value
        for link in of(None, GESTAE.entity, ox.NamedNode(local(told, "Blue Ferry", "n")))
        if "/letter-" in link.subject.value
        for quad in of(link.subject, GESTAE.method, None)
    }
    assert methods == {"judgement"}


def test_direct_links_follow(told: Store, judge: Judge) -> None:
    ours, theirs = local(told, "Blue Ferry", "n"), local(told, "Blue Ferry", "letter")
    judge.entities("same", theirs, ours, "ann")
    edge = told.quads.quads_for_pattern(
        ox.NamedNode(MINISTRY), ox.NamedNode(f"{GESTAE.iri}didSanction"), None
    )
    assert [quad.object.value for quad in edge] == [theirs]


def test_an_authority_entry_stands_for_both_and_answers_to_either_name(told: Store, judge: Judge) -> None:
    council = one_entity(told, judge.authority, "Coast Council")
    judge.entities("same", council, MINISTRY, "ann")
    assert find(told, "Coast Council") == [MINISTRY]
    assert row(told, kind="membership")["group_iri"] == MINISTRY


def test_what_is_forgotten_leaves_no_trace(told: Store, judge: Judge) -> None:
    before = everything(told)
    ours, theirs = local(told, "Blue Ferry", "n"), local(told, "Blue Ferry", "letter")
    fine = row(told, verb="fine")["id"]
    judge.entities("same", ours, theirs, "ann")
    judge.fact("rejected", fine, "ann")
    judge.fact("corrected", row(told, kind="membership")["id"], "ann", "member", "Blue Ferry")
    assert everything(told) != before
    for judged in list(judge.judgements):
        judge.forget(judged.iri(told.base))
    assert everything(told) == before
    assert list(judge.unjudged.folder.iterdir()) == []


def test_a_later_build_obeys(told: Store, judge: Judge) -> None:
    judge.entities("same", local(told, "Blue Ferry", "n"), local(told, "Blue Ferry", "letter"), "ann")
    judge.fact("rejected", row(told, verb="fine")["id"], "ann")
    after = everything(told)
    for reading, links in readings():
        again = Judge(told, authority())
        assert again.put(reading.document, quads(reading, links, base=told.base)) == "unchanged"
    assert everything(told) == after


def test_judgements_outlive_the_documents_they_are_of(told: Store, judge: Judge) -> None:
    ours = local(told, "Blue Ferry", "n")
    judge.entities("same", ours, local(told, "Blue Ferry", "letter"), "ann")
    after = everything(told)
    told.remove("port/notice")
    assert find(told, "Blue Ferry") == [ours]  # the letter describes it now
    (reading, links), _ = readings()
    Judge(told, authority()).put(reading.document, quads(reading, links, base=told.base))
    assert everything(told) == after


def test_different_undoes_a_link_to_the_wrong_entity(told: Store, judge: Judge) -> None:
    (own,) = wrongly_linked(told, "MoP", MINISTRY)
    judge.entities("different", own, MINISTRY, "ann", "MoP")
    assert row(told, verb="open")["actor_iri"] == own
    assert row(told, verb="fine")["actor_iri"] == MINISTRY
    assert judge.judgements.entities[0].first_name == "MoP"


def test_a_rejected_fact_leaves_the_graph_with_what_rests_on_it(told: Store, judge: Judge) -> None:
    fine = row(told, verb="fine")["id"]
    judge.fact("rejected", fine, "ann")
    assert judge.judgements.rejected(fine)
    assert [r for r in rows(told) if r.get("verb") == "fine"] == []
    assert "result_of" not in row(told, kind="statistic")
    assert not list(told.quads.quads_for_pattern(None, ox.NamedNode(f"{GESTAE.iri}didSanction"), None))
    assert find(told, "Blue Ferry") == [local(told, "Blue Ferry", "letter")]


def test_an_accepted_fact_says_so(told: Store, judge: Judge) -> None:
    judge.fact("accepted", row(told, verb="fine")["id"], "ann")
    assert row(told, verb="fine")["review"] == "accepted"
    assert "review" not in row(told, verb="open")


@pytest.mark.parametrize(
    ("kind", "field", "value", "shown"),
    [
        (
            "action",
            "actor",
            "Department of Justice",
            {"actor_iri": "https://w3id.org/gestae/authority/agency/doj"},
        ),
        ("action", "actor", "unspecified", {"actor": "unspecified"}),
        ("action", "time", "2031-05/2031-06", {}),
        ("action", "type", "Arrest", {}),
        ("action", "modality", "planned", {}),
        ("action", "object", "two boats", {}),
        ("action", "source", "Coast Council", {}),
        ("statistic", "value", "1200", {"value": 1200}),
        ("statistic", "value_max", "", {}),
        ("statistic", "bound", "approx", {}),
        ("membership", "group", "Harbor Board", {}),
        ("instrument", "identifier", "Pub. L. 999-2", {}),
    ],
)
def test_a_corrected_field_holds_what_people_put_there(
    told: Store, judge: Judge, kind: str, field: str, value: str, shown: dict[str, object]
) -> None:
    fact = next(r["id"] for r in rows(told) if r["kind"] == kind and r.get("verb") in (None, "fine"))
    judge.fact("corrected", str(fact), "ann", field, value)
    after = row(told, id=fact)
    assert after["review"] == "corrected"
    assert {"field": after.get(field)} | shown == {"field": shown.get(field, value or None)} | {
        name: after.get(name) for name in shown
    }


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("time", "last year", "YYYY"),
        ("time", "2031/2030", "ends before"),
        ("type", "Dance", "no action type"),
        ("modality", "sure", "one of factual"),
        ("verb", "", "empty"),
        ("quote", "x", "no field"),
    ],
)
def test_what_a_field_cannot_hold_is_refused(
    told: Store, judge: Judge, field: str, value: str, reason: str
) -> None:
    with pytest.raises(JudgementError, match=reason):
        judge.fact("corrected", row(told, verb="fine")["id"], "ann", field, value)
    assert not judge.judgements


def test_contradictions_and_circles_are_refused(told: Store, judge: Judge) -> None:
    ours, theirs = local(told, "Blue Ferry", "n"), local(told, "Blue Ferry", "letter")
    critics = one_entity(told, judge.authority, "critics")
    judge.entities("same", ours, theirs, "ann")
    judge.entities("different", theirs, critics, "bob")
    with pytest.raises(JudgementError, match="judged different by bob"):
        judge.entities("same", ours, critics, "ann")
    with pytest.raises(JudgementError, match="forget that first"):
        judge.entities("different", ours, theirs, "ann")
    with pytest.raises(JudgementError, match="one entity already"):
        judge.entities("same", ours, ours, "ann")
    assert judge.entities("same", theirs, ours, "ann") is None


def test_a_circle_of_same_is_refused(told: Store, judge: Judge) -> None:
    ours, theirs = local(told, "Blue Ferry", "n"), local(told, "Blue Ferry", "letter")
    critics = one_entity(told, judge.authority, "critics")
    judge.entities("same", ours, theirs, "ann")
    judge.entities("same", theirs, critics, "ann")
    with pytest.raises(JudgementError, match="circle"):
        judge.entities("same", ours, critics, "ann")


def test_two_numbers_are_two_things(told: Store, judge: Judge) -> None:
    law = one_entity(told, judge.authority, "Pub. L. 999-1")
    order = one_entity(told, judge.authority, "EO 13903")
    with pytest.raises(JudgementError, match=r"EO 13903 and Pub\. L\. 999-1"):
        judge.entities("same", law, order, "ann")
    with pytest.raises(JudgementError, match="EO 13773 and EO 13903"):
        judge.entities("same", one_entity(told, judge.authority, "EO 13773"), order, "ann")


def test_an_office_is_no_person(told: Store, judge: Judge) -> None:
    bush = one_entity(told, judge.authority, "George W. Bush")
    office = one_entity(told, judge.authority, "Attorney General")
    with pytest.raises(
        JudgementError, match=r"a person and the other an office|an office and the other a person"
    ):
        judge.entities("same", bush, office, "ann")


def test_what_is_no_entity_cannot_be_judged(told: Store, judge: Judge) -> None:
    with pytest.raises(JudgementError, match="no actor, law or place"):
        judge.entities("same", "https://port.example/none", MINISTRY, "ann")
    with pytest.raises(NotFound):
        entities(told, judge.authority, "letter")  # a document
    with pytest.raises(NotFound, match="2 things"):
        one_entity(told, judge.authority, "Blue Ferry")
    with pytest.raises(NotFound, match="no statement"):
        judge.fact("accepted", "https://port.example/none", "ann")

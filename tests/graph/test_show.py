import pytest

from gestae.graph.dataset import Store
from gestae.graph.show import Evidence, Thing, find, label, like, show
from gestae.ontology.errors import NotFound

MINISTRY = "https://w3id.org/gestae/authority/agency/mop"


def shown(store: Store, called: str) -> Thing:
    (iri,) = find(store, called)
    return show(store, iri)


def one(thing: Thing, words: str) -> Evidence:
    (said,) = [said for said in thing.evidence if words in said.claim]
    return said


@pytest.mark.parametrize(
    "called", ["MoP", "mop", "Ministry of Ports", "ministry of ports and piers", MINISTRY]
)
def test_an_actor_answers_to_name_acronym_and_iri(told: Store, called: str) -> None:
    assert find(told, called) == [MINISTRY]


def test_an_actor_is_shown_with_what_it_did_and_what_was_done_to_it(told: Store) -> None:
    ministry = shown(told, "MoP")
    assert (ministry.label, ministry.classes) == ("Ministry of Ports and Piers", ("Actor",))
    fined = one(ministry, "fine")
    assert fined.claim == "Ministry of Ports · fine · “Blue Ferry”"
    assert fined.quote == "The Ministry of Ports fined “Blue Ferry” on 4 May 2031"
    assert (fined.document, fined.date, fined.role) == ("port/notice", "2031-05-06", "actor")
    paid = one(ministry, "pay")
    assert (paid.role, paid.negated, paid.source) == ("object", True, "Blue Ferry")
    assert one(ministry, "open").modality == "planned"


def test_a_law_is_found_by_its_number_and_shows_what_was_done_under_it(told: Store) -> None:
    law = shown(told, "pub. l. 999-1")
    assert "Law" in law.classes
    assert {said.role for said in law.evidence} == {"instrument", "under"}


def test_a_source_shows_what_it_is_said_to_say(told: Store) -> None:
    critics = shown(told, "critics")
    assert [(said.role, said.source) for said in critics.evidence] == [("source", "critics")]


def test_an_action_and_its_statement_are_shown_with_their_words(told: Store) -> None:
    statement = one(shown(told, "MoP"), "fine").iri
    assert [said.role for said in show(told, statement).evidence] == ["statement"]
    claim = next(value for name, value in show(told, statement).known if name == "asserts")
    assert [said.iri for said in show(told, claim).evidence] == [statement]


@pytest.mark.parametrize("called", ["port/notice", "notice", "notice.md", "Notice"])
def test_a_document_shows_what_it_says_in_its_order(told: Store, called: str) -> None:
    starts = [said.start for said in shown(told, called).evidence]
    assert len(starts) == 5
    assert starts == sorted(starts)


def test_of_two_with_one_name_each_is_said_where_it_stands(told: Store) -> None:
    both = find(told, "Blue Ferry")
    assert {label(told, iri) for iri in both} == {"Blue Ferry (in letter)", "Blue Ferry (in port/notice)"}


def test_what_is_not_there_is_not_found(told: Store) -> None:
    assert find(told, "Ministry of Portz") == []
    assert "ministry of ports" in like(told, "Ministry of Portz")
    assert find(told, "no such: thing") == []
    with pytest.raises(NotFound):
        show(told, "https://example.org/nothing")

import datetime
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from gestae.graph.dataset import Store
from gestae.graph.judgements import EntityJudgement, FactJudgement, Judgement, Judgements, Verdict, triples
from gestae.ontology.terms import AUTHORITY

BASE = "https://w3id.org/gestae/id/"
HARBOR = f"{BASE}document/a-1/entity/harbor-office-1"
OFFICE = f"{BASE}document/b-2/entity/office-of-the-harbor-2"
PORTS = f"{AUTHORITY}agency/ports"
NOON = datetime.datetime(2031, 5, 4, 12, tzinfo=datetime.UTC)


def judged(
    verdict: Verdict, first: str, second: str, minute: int = 0, who: str = "Ann Lee"
) -> EntityJudgement:
    when = NOON + datetime.timedelta(minutes=minute)
    return EntityJudgement(verdict, first, second, first[-6:], second[-6:], who, when)


def fact(verdict: str, statement: str = "urn:s", **more: str) -> FactJudgement:
    told = ("urn:d", "action", "The office sank a boat", "office · sink · boat", "Ann Lee", NOON)
    return FactJudgement(verdict, statement, *told, **more)  # type: ignore[arg-type]


def test_what_nobody_judged_stands_for_itself() -> None:
    assert Judgements().canonical(HARBOR) == HARBOR
    assert not Judgements().rejected("urn:s")


def test_of_those_that_are_one_the_authority_entry_stands_for_all() -> None:
    known = Judgements((judged("same", HARBOR, OFFICE), judged("same", OFFICE, PORTS, 1)))
    assert {known.canonical(iri) for iri in (HARBOR, OFFICE, PORTS)} == {PORTS}
    assert known.same(HARBOR) == {HARBOR, OFFICE, PORTS}


def test_else_the_one_that_was_named_first() -> None:
    assert Judgements((judged("same", OFFICE, HARBOR),)).canonical(HARBOR) == OFFICE
    assert Judgements((judged("same", HARBOR, OFFICE),)).canonical(OFFICE) == HARBOR


def test_different_and_unsure_join_nothing() -> None:
    known = Judgements((judged("different", HARBOR, OFFICE), judged("unsure", OFFICE, PORTS)))
    assert known.canonical(OFFICE) == OFFICE


def test_different_keeps_apart_what_is_one_with_either() -> None:
    third = f"{BASE}document/c-3/entity/harbour-3"
    known = Judgements((judged("different", HARBOR, OFFICE), judged("same", OFFICE, third, 1)))
    assert known.apart(third, HARBOR) == known.entities[0]
    assert known.apart(third, OFFICE) is None


def test_a_rejected_fact_is_known_by_its_statement() -> None:
    known = Judgements((), (fact("rejected"), fact("accepted", "urn:t")))
    assert known.rejected("urn:s")
    assert not known.rejected("urn:t")


def test_a_store_gives_back_what_was_judged_by_whom_and_when(tmp_path: Path) -> None:
    given_: list[Judgement] = [
        judged("same", HARBOR, OFFICE, who="Zoë / Ann"),
        judged("unsure", HARBOR, PORTS, 1),
        fact("corrected", field="time", value="2031"),
        fact("rejected"),
    ]
    with Store(tmp_path / "store", write=True) as store:
        store.put_graph(store.judgements, [t for one in given_ for t in triples(one, store.base)])
        known = Judgements.of(store)
    assert set(known) == set(given_)


def test_judging_a_pair_again_in_either_order_gives_the_same_node() -> None:
    assert judged("same", HARBOR, OFFICE).iri(BASE) == judged("different", OFFICE, HARBOR, 9).iri(BASE)
    assert fact("accepted").iri(BASE) == fact("rejected").iri(BASE)
    assert fact("accepted").iri(BASE) != fact("corrected", field="time", value="2031").iri(BASE)


NODES = st.sampled_from([f"{BASE}document/d/entity/{letter}" for letter in "abcdef"] + [PORTS])


@given(st.lists(st.tuples(NODES, NODES).filter(lambda pair: pair[0] != pair[1]), max_size=8))
def test_all_that_are_one_have_one_canonical_entity_among_them(pairs: list[tuple[str, str]]) -> None:
    known = Judgements(tuple(judged("same", *pair, minute=n) for n, pair in enumerate(pairs)))
    for first, second in pairs:
        assert known.canonical(first) == known.canonical(second)
        assert known.canonical(known.canonical(first)) == known.canonical(first)
        assert known.canonical(first) in known.same(second)

"""Each rule by which statements are compared, on statements of our own."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from harbor import KNOWN, ORDER, answers, belongs, cites, counted, did, findings, know, tell

from gestae.graph.dataset import Store
from gestae.graph.judgements import FactJudgement, triples
from gestae.ontology.facts import Action, Membership, Mention, Period
from gestae.ontology.terms import GESTAE

MEMBERS = "membership: agency"
COUNCIL = KNOWN["Harbor Council"]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "store", write=True) as opened:
        know(opened)
        yield opened


def signed(time: str | None, actor: str = "Ann Lee", **more: object):  # type: ignore[no-untyped-def]
    return did(f"{actor} signed the Harbor Order {time}", actor, "sign", "Harbor Order", time=time, **more)


# --- date


def test_an_order_dated_otherwise_than_authority_data_is_a_conflict_with_both_days(store: Store) -> None:
    tell(store, "blog", signed("2030-01"))
    (found,) = findings(store, "conflict", "date")
    assert answers(found) == ["2030-01", "2031-01-31"]
    assert [answer.authority for answer in found.answers] == ["", ORDER]
    assert found.about == (ORDER,)


def test_a_month_or_year_that_holds_the_day_is_no_conflict(store: Store) -> None:
    tell(store, "page", signed("2031"))
    tell(store, "post", signed("2031-01"))
    assert not findings(store, "conflict")


def test_two_documents_and_authority_data_are_one_question(store: Store) -> None:
    tell(store, "blog", signed("2030-01"))
    tell(store, "wrong", signed("2029"))
    tell(store, "right", signed("2031-01-31"))
    (found,) = findings(store, "conflict", "date")
    assert answers(found) == ["2029", "2030-01", "2031-01-31"]


def test_two_days_in_one_document_are_a_conflict_too(store: Store) -> None:
    tell(store, "blog", signed("2030-01"), signed("2030-03"))
    assert len(findings(store, "conflict", "date")[0].answers) == 3


def test_an_order_that_only_the_context_tells_is_not_held_against_its_day(store: Store) -> None:
    tell(store, "blog", signed("2030-01"), method="context")
    assert not findings(store)


def test_what_may_happen_twice_is_not_compared_by_its_day(store: Store) -> None:
    for name, time in (("one", "2030-01"), ("two", "2030-03")):
        tell(store, name, did(f"Ann Lee met Bo Ray {time}", "Ann Lee", "meet", "Bo Ray", "Convene", time))
    assert not findings(store)


@pytest.mark.parametrize(
    "more",
    [{"modality": "planned"}, {"negated": True}, {"confidence": 0.5}],
    ids=["planned", "denied", "unsure"],
)
def test_what_is_not_told_as_fact_or_not_read_surely_takes_no_part(
    store: Store, more: dict[str, object]
) -> None:
    tell(store, "blog", signed("2030-01", **more))
    assert not findings(store, rule="date")


def test_a_confidence_of_three_fifths_is_enough(store: Store) -> None:
    tell(store, "blog", signed("2030-01", confidence=0.6))
    assert findings(store, rule="date")


def test_a_relative_time_is_not_held_against_a_day(store: Store) -> None:
    words, made = signed("2030-01")
    from dataclasses import replace

    def relative(quote):  # type: ignore[no-untyped-def]
        fact = made(quote)
        return replace(fact, time=replace(fact.time, text="last year"))

    tell(store, "blog", (words, relative))
    assert not findings(store)


def test_a_rejected_fact_takes_no_part(store: Store) -> None:
    tell(store, "blog", signed("2030-01"))
    (found,) = findings(store)
    statement = found.answers[0].told[0].statement
    noon = datetime.datetime(2031, 6, 1, 12, tzinfo=datetime.UTC)
    judged = FactJudgement("rejected", statement, "urn:d", "action", "q", "w", "Ann Lee", noon)
    store.put_graph(store.judgements, triples(judged, store.base))
    assert not findings(store)


# --- citation


def test_an_order_cited_by_another_day_than_its_own_is_a_conflict_with_both_days(store: Store) -> None:
    tell(store, "blog", cites("under the Harbor Order of 2031-01-30", "Harbor Order", "2031-01-30"))
    (found,) = findings(store)
    assert (found.kind, found.rule, found.about) == ("conflict", "citation", (ORDER,))
    assert answers(found) == ["2031-01-30", "2031-01-31"]
    assert [answer.authority for answer in found.answers] == ["", ORDER]


def test_documents_that_cite_one_order_by_two_days_conflict_whoever_is_right(store: Store) -> None:
    tell(store, "one", cites("under the Pier Order of 2030-05-01", "Pier Order", "2030-05-01"))
    tell(store, "two", cites("see the Pier Order of 2030-05-02", "Pier Order", "2030-05-02"))
    assert answers(*findings(store, "conflict", "citation")) == ["2030-05-01", "2030-05-02"]


def test_an_order_that_all_cite_by_its_day_is_no_finding(store: Store) -> None:
    for name in ("one", "two"):
        tell(
            store, name, cites("the Harbor Order of 2031-01-31", "Harbor Order", "2031-01-31"), publisher=name
        )
    assert not findings(store)


def test_an_order_that_a_citation_may_not_mean_is_not_held_against_its_day(store: Store) -> None:
    words = "under the Order of 2031-01-30"
    tell(store, "blog", cites(words, "Harbor Order", "2031-01-30"), method="context")
    assert not findings(store)


# --- weekday


def met(time: str, text: str, **more: object):  # type: ignore[no-untyped-def]
    return f"The Ministry met pilots on {text}", lambda quote: Action(
        quote,
        Mention("Ministry of Ports", "Ministry of Ports"),
        "meet",
        "Convene",
        Mention("pilots", "pilots"),
        time=Period(time, time, text),
        **more,
    )


def test_a_day_with_a_weekday_that_it_was_not_is_a_conflict_within_the_document(store: Store) -> None:
    tell(store, "notice", met("2031-05-06", "Monday, May 6, 2031", modality="planned", confidence=0.3))
    tell(store, "letter", met("2031-05-06", "Tuesday, May 6, 2031"))
    (found,) = findings(store)
    assert (found.kind, found.rule) == ("conflict", "weekday")
    assert answers(found) == ["Monday", "Tuesday, as 2031-05-06 was"]
    assert {told.document.name for answer in found.answers for told in answer.told} == {"notice"}


@pytest.mark.parametrize("text", ["Monday, May 6", "May 6, 2031", "Monday or Tuesday, May 6, 2031"])
def test_a_day_without_a_year_or_one_weekday_is_held_against_nothing(store: Store, text: str) -> None:
    tell(store, "notice", met("2031-05-06", text))
    assert not findings(store)


# --- actor, instrument


def test_another_signer_than_authority_data_know_is_a_conflict(store: Store) -> None:
    tell(store, "blog", signed(None, "Bo Ray"))
    (found,) = findings(store, "conflict", "actor")
    assert answers(found) == ["Ann Lee", "Bo Ray"]


def test_an_office_that_was_taken_for_a_person_is_no_other_signer(store: Store) -> None:
    words = "The mayor signed the Harbor Order"
    from gestae.ontology.facts import Action, Mention

    tell(
        store,
        "page",
        (
            words,
            lambda q: Action(q, Mention("mayor", "Bo Ray"), "sign", "Sign", Mention("it", "Harbor Order")),
        ),
    )
    assert not findings(store, rule="actor")


def test_a_body_established_by_two_orders_is_a_conflict(store: Store) -> None:
    for name in ("Harbor Order", "Pier Order"):
        tell(
            store,
            name.lower(),
            did(f"{name} established it", name, "establish", "Harbor Council", "Establish"),
        )
    (found,) = findings(store, "conflict", "instrument")
    assert answers(found) == ["Harbor Order", "Pier Order"]


# --- size


def size(value: str, words: str = "") -> tuple[str, object]:
    words = words or f"The council consists of {value} agencies"
    return counted(words, value, "agencies", MEMBERS, actor="Harbor Council")


def listed(number: int) -> list[tuple[str, object]]:
    return [belongs(f"member: Agency {chr(65 + n)}.", f"Agency {chr(65 + n)}") for n in range(number)]


def test_fewer_counted_than_listed_in_one_document_is_a_conflict(store: Store) -> None:
    tell(store, "page", size("3"), *listed(5))  # type: ignore[arg-type]
    (found,) = findings(store, "conflict", "size")
    assert answers(found) == ["3 agencies, told 2031-05-06", "5 listed, told 2031-05-06"]
    assert found.about == (COUNCIL,)


def test_more_counted_than_listed_is_none_as_a_list_may_be_of_some(store: Store) -> None:
    tell(store, "page", size("9"), *listed(5))  # type: ignore[arg-type]
    assert not findings(store, "conflict")


def test_two_counts_of_one_day_are_a_conflict_and_of_two_days_a_change(store: Store) -> None:
    tell(store, "page", size("15"))  # type: ignore[arg-type]
    tell(store, "later", size("20"), date="2033-01-02")  # type: ignore[arg-type]
    assert not findings(store, "conflict")
    (changed,) = findings(store, "change", "size")
    assert answers(changed) == ["15 agencies, told 2031-05-06", "20 agencies, told 2033-01-02"]
    tell(store, "same-day", size("17"))  # type: ignore[arg-type]
    (found,) = findings(store, "conflict", "size")
    assert answers(found) == ["15 agencies, told 2031-05-06", "17 agencies, told 2031-05-06"]


def test_a_list_of_one_day_against_a_count_of_another_is_a_change(store: Store) -> None:
    tell(store, "order", *listed(7), date="2002-02-13")  # type: ignore[arg-type]
    tell(store, "page", size("15"))  # type: ignore[arg-type]
    (changed,) = findings(store, rule="size")
    assert changed.kind == "change"
    assert answers(changed) == ["7 listed, told 2002-02-13", "15 agencies, told 2031-05-06"]


# --- denial


def fined(words: str, negated: bool = False, time: str | None = None):  # type: ignore[no-untyped-def]
    return did(words, "Ministry of Ports", "fine", "Sea Institute", "Sanction", time, negated=negated)


def test_what_is_asserted_and_denied_of_one_time_is_a_conflict(store: Store) -> None:
    tell(store, "notice", fined("The Ministry fined the Institute", time="2030-05"))
    tell(store, "letter", fined("The Ministry did not fine the Institute", negated=True, time="2030"))
    (found,) = findings(store, "conflict", "denial")
    assert answers(found) == ["asserted", "denied"]


def test_a_denial_of_another_time_or_without_one_is_none_where_it_may_happen_later(store: Store) -> None:
    tell(store, "notice", fined("The Ministry fined the Institute", time="2030-05"))
    tell(store, "letter", fined("The Ministry did not fine the Institute", negated=True, time="2029"))
    tell(store, "post", fined("The Ministry never fined the Institute", negated=True))
    assert not findings(store)


def test_a_later_denial_of_what_happens_once_is_a_conflict(store: Store) -> None:
    tell(store, "notice", signed("2031-01-31"))
    tell(store, "letter", signed(None, negated=True), date="2032-01-01")
    assert [one.rule for one in findings(store, "conflict")] == ["denial"]


def test_members_that_only_their_document_knows_by_name_are_counted(store: Store) -> None:
    # A member without an entity is a name alone, which nothing can be looked up for.
    names = [f"The Council includes Mr. {name}" for name in ("Ash", "Bay", "Cod", "Dee")]
    said = [belongs(words, words.removeprefix("The Council includes ")) for words in names]
    tell(store, "list", *said, counted("It has 3 agencies", "3", "agencies", MEMBERS, actor="Harbor Council"))
    for quad in list(store.quads.quads_for_pattern(None, GESTAE.member, None)):
        store.quads.remove(quad)
    (found,) = findings(store, "conflict", "size")
    assert answers(found) == ["3 agencies, told 2031-05-06", "4 listed, told 2031-05-06"]


# --- head


def chairs(who: str, role: str = "chair", group: str = "Harbor Council"):  # type: ignore[no-untyped-def]
    words = f"{who} serves as {role} of the {group}"
    return words, lambda quote: Membership(quote, Mention(who, who), Mention(group, group), role)


def test_two_chairs_of_one_body_on_one_day_are_a_conflict(store: Store) -> None:
    tell(store, "one", chairs("Ann Lee"))
    tell(store, "two", chairs("Governor Cy Moss", "chairman"))
    (found,) = findings(store, "conflict", "head")
    assert answers(found) == ["Ann Lee, told 2031-05-06", "Governor Cy Moss, told 2031-05-06"]
    assert found.about == (COUNCIL,)


def test_two_chairs_on_two_days_are_a_change(store: Store) -> None:
    tell(store, "one", chairs("Ann Lee"), date="2031-05-06")
    tell(store, "two", chairs("Bo Ray"), date="2033-05-06")
    assert not findings(store, "conflict")
    (found,) = findings(store, "change", "head")
    assert answers(found) == ["Ann Lee, told 2031-05-06", "Bo Ray, told 2033-05-06"]


@pytest.mark.parametrize(
    ("who", "role"),
    [
        ("Chair Lee", "chair"),  # the same in other words
        ("Governor Cy Moss", "co-chair"),  # an office that several hold
        ("Governor Cy Moss", "former chair"),
        ("Secretary of Ports", "chair"),  # the office of whoever is named elsewhere
        ("Governor Cy Moss", "director"),  # another office
    ],
)
def test_what_can_be_one_chair_or_another_office_is_no_conflict(store: Store, who: str, role: str) -> None:
    tell(store, "one", chairs("Ann Lee"))
    tell(store, "two", chairs(who, role))
    assert not findings(store, "conflict")


# --- times that tell of something else


def test_what_is_told_as_done_was_not_done_after_its_document(store: Store) -> None:
    tell(store, "sheet", signed("2032-07-01"), date="2031-05-06")  # the day on which the order takes effect
    assert not findings(store)

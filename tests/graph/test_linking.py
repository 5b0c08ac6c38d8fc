"""What a mention is taken to stand for, and what it never is."""

from datetime import date
from decimal import Decimal

import pytest

from gestae.graph.linking import link
from gestae.ontology import iris
from gestae.ontology.authority import authority
from gestae.ontology.facts import (
    UNSPECIFIED,
    Action,
    Document,
    Fact,
    Instrument,
    InstrumentKind,
    Membership,
    Mention,
    Quote,
    Reading,
    Statistic,
)
from gestae.ontology.links import Link, Links, RoleKind, mention_of

AUTH = "https://w3id.org/gestae/authority/"
QUOTE = Quote(0, 1, "x")


def mention(name: str, text: str | None = None) -> Mention:
    return Mention(text or name, name)


def acted(
    actor: str,
    thing: str = "ladders",
    *,
    recipient: str | None = None,
    source: str | None = None,
    under: str | None = None,
) -> Action:
    def of(name: str | None) -> Mention | None:
        return mention(name) if name else None

    return Action(
        QUOTE,
        mention(actor),
        "build",
        "Other",
        mention(thing),
        of(recipient),
        source=of(source),
        under=of(under),
    )


def named(name: str, kind: InstrumentKind, identifier: str | None = None) -> Instrument:
    return Instrument(QUOTE, name, kind, identifier)


def links(*facts: Fact, on: date | None = date(2022, 5, 1)) -> Links:
    return link(Reading(Document("d", "x", date=on), facts), authority())


def actor(name: str, on: date | None = date(2022, 5, 1)) -> Link | None:
    return links(acted(name), on=on).get(mention(name), "actor")


@pytest.mark.parametrize(
    "name", ["DOJ", "Justice Department", "U.S. Department of Justice", "Department of Justice"]
)
def test_one_department_is_one_node(name: str) -> None:
    found = actor(name)
    assert found is not None
    assert found.entity == f"{AUTH}agency/doj"
    assert found.method == ("acronym" if name == "DOJ" else "name")
    assert (found.confidence, found.kind, found.label) == (1.0, None, None)


@pytest.mark.parametrize(
    ("name", "on", "person"),
    [
        ("President", date(2018, 6, 1), "donald-j-trump"),
        ("President of the United States", date(2023, 6, 1), "joseph-r-biden-jr"),
        ("Vice President", date(2018, 6, 1), "mike-pence"),
        ("First Lady", date(2023, 6, 1), "jill-biden"),
    ],
)
def test_an_office_is_its_holder_on_the_day(name: str, on: date, person: str) -> None:
    found = actor(name, on)
    assert found is not None
    assert (found.entity, found.method) == (f"{AUTH}person/{person}", "office")
    assert found.confidence < 1


def test_without_a_date_an_office_stays_an_office() -> None:
    found = actor("President", None)
    assert found is not None
    assert found.entity == f"{AUTH}post/us-president"


def test_a_secretary_is_an_office_and_no_person() -> None:
    found = actor("Secretary of State", date(2022, 5, 1))
    assert found is not None
    assert found.entity == f"{AUTH}post/secretary-of-state"


def test_the_date_settles_which_namesake_is_meant() -> None:
    found = actor("President Bush", date(2003, 3, 1))
    assert found is not None
    assert (found.entity, found.method, found.confidence) == (f"{AUTH}person/george-w-bush", "date", 0.9)


@pytest.mark.parametrize("name", ["Georgia", "Washington", "NEA", "President Bush"])
def test_an_ambiguous_name_is_merged_with_nobody(name: str) -> None:
    found = actor(name)
    assert found is not None
    assert (found.entity, found.method, found.kind, found.label) == (None, "local", "Actor", name)


def test_an_acronym_that_the_document_spells_out_otherwise_is_not_ours() -> None:
    spelled = mention("Pandemic Research Alliance", "PRA")
    fact = Action(QUOTE, spelled, "build", "Other", mention("ladders"))
    found = links(fact).get(spelled, "actor")
    assert found is not None
    assert found.entity is None


def test_plain_groups_are_the_documents_own_and_plain_objects_are_nothing() -> None:
    found = links(acted("critics", "new ladders", recipient="rural fire crews", source="ladder makers"))
    group = found.get(mention("critics"), "actor")
    assert group is not None
    assert (group.entity, group.kind, group.label) == (None, "Actor", "critics")
    assert found.get(mention("ladder makers"), "actor") is not None
    assert found.get(mention("new ladders"), "actor", "instrument") is None
    assert found.get(mention("rural fire crews"), "actor", "instrument") is None


def test_objects_and_recipients_that_name_an_entity_are_that_entity() -> None:
    found = links(acted("Congress", "Inflation Reduction Act", recipient="Government of Mexico"))
    thing, recipient = (
        found.get(mention("Inflation Reduction Act"), "actor"),
        found.get(mention("Government of Mexico"), "actor"),
    )
    assert thing is not None
    assert thing.entity == f"{AUTH}instrument/pub-l-117-169"
    assert recipient is not None
    assert recipient.entity == f"{AUTH}government/mexico"


def test_who_is_left_out_is_nobody() -> None:
    assert links(acted(UNSPECIFIED)).by_mention == {}


def test_spellings_of_one_group_are_one_entity_whatever_comes_first() -> None:
    for facts in (
        (acted("the Critics"), acted("critics")),
        (acted("crews", "critics"), acted("the Critics")),
    ):
        found = links(*facts)
        labels = {
            x.label
            for x in (found.get(mention("the Critics"), "actor"), found.get(mention("critics"), "actor"))
            if x
        }
        assert labels == {"the Critics"}


@pytest.mark.parametrize(
    ("name", "kind", "identifier", "entity"),
    [
        ("Executive Order on Ladders", "order", "EO 13903", "eo-13903"),
        ("Executive Order 14008 on Climate", "order", "EO 14008", "eo-14008"),
        ("TVPA", "law", None, "pub-l-106-386"),
        ("Trafficking Victims Protection Act of 2000", "law", "22 U.S.C. 7103", "pub-l-106-386"),
        ("Trafficking Victims Protection Act of 2000", "law", "22 U.S.C. 7101", "pub-l-106-386"),
        ("Ladder Act", "law", "Pub. L. 117-169", "pub-l-117-169"),
    ],
)
def test_instruments_that_the_files_hold(
    name: str, kind: InstrumentKind, identifier: str | None, entity: str
) -> None:
    fact = named(name, kind, identifier)
    found = links(fact).get(mention_of(fact), "instrument")
    assert found is not None
    assert (found.entity, found.kind) == (f"{AUTH}instrument/{entity}", None)


def test_an_instrument_with_a_number_is_one_node_in_all_documents() -> None:
    fact = named("Executive Order 15999, Safe Ladders", "order", "EO 15999")
    found = links(fact, acted("Executive Order 15999")).by_mention
    assert {x.entity for x in found.values()} == {iris.instrument("EO 15999")}
    assert {x.kind for x in found.values()} == {"Order"}


def test_two_numbers_are_two_laws_whatever_their_name() -> None:
    fact = named("Trafficking Victims Protection Act", "law", "Pub. L. 199-1")
    found = links(fact).get(mention_of(fact), "instrument")
    assert found is not None
    assert (found.entity, found.kind, found.identifier) == (
        iris.instrument("Pub. L. 199-1"),
        "Law",
        "Pub. L. 199-1",
    )


def test_a_bill_is_the_law_of_its_name() -> None:
    fact = named("Trafficking Victims Protection Reauthorization Act of 2017", "law", "S. 1862")
    found = links(fact).get(mention_of(fact), "instrument")
    assert found is not None and found.entity == f"{AUTH}instrument/pub-l-115-427"


def test_an_instrument_without_number_is_the_same_as_actor_and_as_ground() -> None:
    fact = named("Safe Ladders Plan", "plan")
    found = links(acted("Safe Ladders Plan"), acted("crews", under="the Safe Ladders Plan"), fact)
    roles: list[tuple[str, RoleKind]] = [
        ("Safe Ladders Plan", "actor"),
        ("the Safe Ladders Plan", "instrument"),
    ]
    for words, role in roles:
        same = found.get(mention(words), role)
        assert same is not None
        assert (same.entity, same.kind, same.label) == (None, "Plan", "Safe Ladders Plan")


def test_places_are_places_only() -> None:
    def place(name: str) -> Link | None:
        fact = Statistic(QUOTE, Decimal(5), "exact", "ladders", place=mention(name))
        return links(fact).get(mention(name), "place")

    mexico = place("Mexico")
    assert mexico is not None
    assert mexico.entity == f"{AUTH}place/mexico"
    assert place("Department of Justice") is None
    assert place("worldwide") is None


def test_members_and_groups() -> None:
    fact = Membership(QUOTE, mention("Ladder Guild"), mention("PITF"))
    found = links(fact)
    group, member = found.get(mention("PITF"), "actor"), found.get(mention("Ladder Guild"), "actor")
    assert group is not None
    assert group.entity == f"{AUTH}agency/pitf"
    assert member is not None
    assert (member.entity, member.label) == (None, "Ladder Guild")


def signing(text: str, thing: str) -> list[Action]:
    """Each "signed" of a text as an action on the same words."""
    found, at = [], -1
    while (at := text.find(f"signed {thing}", at + 1)) >= 0:
        quote = Quote(at, at + len(f"signed {thing}"), f"signed {thing}")
        found.append(Action(quote, mention("Ann Lee"), "sign", "Sign", mention(thing)))
    return found


def order_within(text: str, words: str) -> Instrument:
    start = text.index(words)
    return Instrument(Quote(start, start + len(words), words), "Executive Order 13903", "order", "EO 13903")


def test_an_object_whose_first_words_name_an_order_is_that_order() -> None:
    text = "Ann Lee signed an order titled “Harbor Safety” today."
    (fact,) = signing(text, "an order titled “Harbor Safety”")
    reading = Reading(Document("note", text), (fact, order_within(text, "an order titled “Harbor Safety”")))
    found = link(reading, authority()).get(fact.object, "actor")
    assert found is not None and found.entity == iris.instrument("EO 13903")


def test_words_that_come_again_are_the_order_that_they_named_once_at_most_by_context() -> None:
    text = "Ann Lee signed an order on ports. Later she signed an order on trains."
    facts = signing(text, "an order")
    reading = Reading(Document("note", text), (*facts, order_within(text, "an order on ports")))
    found = link(reading, authority()).get(facts[0].object, "actor")
    assert found is None or found.method == "context"


def test_an_order_named_later_is_none_of_those_before_it_and_one_named_in_full_is_itself() -> None:
    text = (
        "Ann Lee signed Executive Order 13903. The Executive Order opens ports. Later came an Executive Order "
        "closing piers. Executive Order 13773 of May 2020 mends boats."
    )

    def quoted(words: str) -> Quote:
        start = text.index(words)
        return Quote(start, start + len(words), words)

    who = mention("Executive Order")
    opens, closing, mends = (
        Action(quoted(words), who, verb, "Other", mention(thing))
        for words, verb, thing in (
            ("The Executive Order opens ports", "open", "ports"),
            ("an Executive Order closing piers", "close", "piers"),
            ("Executive Order 13773 of May 2020 mends boats", "mend", "boats"),
        )
    )
    named_in = tuple(
        Instrument(quoted(name), name, "order", f"EO {name[-5:]}")
        for name in ("Executive Order 13903", "Executive Order 13773")
    )
    found = link(Reading(Document("note", text), (*named_in, opens, closing, mends)), authority())

    def entity(fact: Action) -> str | None:
        meant = found.get(fact.actor, "actor", at=fact.quote.start)
        return meant.entity if meant else None

    assert entity(opens) == iris.instrument("EO 13903")
    assert entity(closing) is None
    assert entity(mends) == iris.instrument("EO 13773")


def test_an_office_behind_its_owner_is_who_holds_it_that_day() -> None:
    found = actor("America's First Lady", on=date(2023, 5, 1))
    assert found is not None and (found.entity, found.method) == (f"{AUTH}person/jill-biden", "office")

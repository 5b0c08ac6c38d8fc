import datetime
from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from gestae.loaders.triples import quads
from gestae.ontology import iris
from gestae.ontology.errors import ReaderError
from gestae.ontology.facts import (
    UNSPECIFIED,
    Action,
    Document,
    Fact,
    Instrument,
    Membership,
    Mention,
    Period,
    Quote,
    Reading,
    Statistic,
)
from gestae.ontology.links import Link, Links, mention_of
from gestae.ontology.terms import ACTION, BASE, DCTERMS, GESTAE, OA, PROV, RDF, RDFS, SCHEMA, XSD

TEXT = (
    "The Harbor Ministry (HM) towed nearly 1,200 boats last year under the Quay Act. It fined the Blue Line. "
    "Critics say it may close the pier."
)
NOTE = Document(
    "notes/june", TEXT, "June note", datetime.date(2031, 6, 2), "Harbor Ministry", "https://port.example/june"
)
MINISTRY, AUTHORITY = (
    Mention("Harbor Ministry", "Harbor Ministry"),
    "https://w3id.org/gestae/authority/agency/hm",
)
IT, LINE = Mention("It", "Harbor Ministry"), Mention("Blue Line", "Blue Line")
CRITICS, PIER = Mention("Critics", "critics"), Mention("pier", "pier")
QUAY = Mention("Quay Act", "Quay Act of 1999")
LAST_YEAR = Period("2030", "2030", "last year")


def quote(words: str) -> Quote:
    start = TEXT.index(words)
    return Quote(start, start + len(words), words)


TOWED = Action(
    quote("The Harbor Ministry (HM) towed nearly 1,200 boats last year"),
    *(MINISTRY, "tow", "Other", Mention("nearly 1,200 boats", "nearly 1,200 boats")),
    time=LAST_YEAR,
    under=QUAY,
)
FINED = Action(quote("It fined the Blue Line"), IT, "fine", "Sanction", LINE, confidence=0.875)
CLOSE = Action(
    quote("Critics say it may close the pier"),
    IT,
    "close",
    "Terminate",
    PIER,
    modality="hypothetical",
    source=CRITICS,
)
BOATS = Statistic(
    TOWED.quote,
    Decimal("1200"),
    "approx",
    "boats",
    actor=MINISTRY,
    time=LAST_YEAR,
    result_of=TOWED,
    confidence=0.999,
)
ACT = Instrument(quote("Quay Act"), "Quay Act of 1999", "law", "Pub. L. 106-999")
SEAT = Membership(quote("Harbor Ministry (HM)"), MINISTRY, LINE, "chair")
FACTS: tuple[Fact, ...] = (TOWED, FINED, CLOSE, BOATS, ACT, SEAT)
LINKS = Links(
    {
        (MINISTRY, "actor"): Link(MINISTRY, AUTHORITY, "label"),
        (IT, "actor"): Link(IT, AUTHORITY, "context", 0.8),
        (LINE, "actor"): Link(LINE, None, "local", kind="Organization", label="Blue Line"),
        (CRITICS, "actor"): Link(CRITICS, None, "local", kind="Actor", label="critics"),
        (QUAY, "instrument"): Link(QUAY, iris.instrument("Pub. L. 106-999"), "name"),
        (mention_of(ACT), "instrument"): Link(
            mention_of(ACT),
            iris.instrument("Pub. L. 106-999"),
            "identifier",
            kind="Law",
            label=ACT.name,
            identifier=ACT.identifier,
        ),
    }
)


def graph(*facts: Fact, links: Links = LINKS, document: Document = NOTE) -> list[Quad]:
    return list(quads(Reading(document, facts), links))


def of(found: list[Quad], subject: NamedNode) -> dict[str, list[str]]:
    """Local name of each property of a node, and its values."""
    told: dict[str, list[str]] = {}
    for quad in found:
        if quad.subject == subject:
            name = quad.predicate.value.replace("#", "/").rpartition("/")[2]
            told.setdefault(name, []).append(quad.object.value)
    return told


def claims(found: list[Quad], kind: NamedNode) -> list[NamedNode]:
    return [q.subject for q in found if q.predicate == RDF.type and q.object == kind]


def test_a_document_says_what_is_known_of_it() -> None:
    document = NamedNode(iris.document(BASE, NOTE))
    told = of(graph(), document)
    assert told["name"] == ["notes/june", "June note"]
    assert told["datePublished"] == ["2031-06-02"]
    assert told["publisher"] == ["Harbor Ministry"]
    assert told["url"] == ["https://port.example/june"]
    (version,) = told["version"]
    about = of(graph(), NamedNode(version))
    assert (about["sha256"], about["extent"]) == ([NOTE.sha256], [str(len(TEXT))])
    assert about["isVersionOf"] == [document.value]


def test_what_is_unknown_of_a_document_is_no_triple() -> None:
    told = of(
        graph(document=Document("plain", TEXT)), NamedNode(iris.document(BASE, Document("plain", TEXT)))
    )
    assert set(told) == {"type", "name", "version"}


def test_an_address_that_is_none_is_kept_as_text() -> None:
    odd = replace(NOTE, url="port.example/june")
    (address,) = [q.object for q in graph(document=odd) if q.predicate == SCHEMA.url]
    assert address == Literal("port.example/june", datatype=XSD.anyURI)


def test_the_reading_is_told_without_clock_times() -> None:
    reading = Reading(NOTE, FACTS)
    made = {
        settings: {
            q.object.value
            for q in quads(reading, LINKS, reader="mine", settings=settings)
            if q.predicate == PROV.wasGeneratedBy
        }
        for settings in ("", "pipeline=large")
    }
    assert made[""] != made["pipeline=large"]
    assert not [q for q in quads(reading, LINKS) if str(datetime.date.today().year) in q.object.value]


def test_an_action_holds_its_words_and_its_names() -> None:
    found = graph(FINED)
    (claim,) = claims(found, GESTAE.Action)
    told = of(found, claim)
    assert told["verb"] == ["fine"]
    assert told["actionType"] == [ACTION + "Sanction"]
    assert (told["actorMention"], told["actorText"]) == (["Harbor Ministry"], ["It"])
    assert told["objectText"] == ["Blue Line"]
    assert told["modality"] == [GESTAE.factual.value]
    assert told["confidence"] == ["0.88"]
    assert "negated" not in told
    assert "objectMention" not in told


def test_time_is_two_days_that_compare_and_the_words() -> None:
    found = graph(TOWED)
    told = of(found, claims(found, GESTAE.Action)[0])
    assert (told["earliest"], told["latest"]) == (["2030-01-01"], ["2030-12-31"])
    assert (told["edtf"], told["timeText"]) == (["2030"], ["last year"])


def test_an_actor_that_the_text_leaves_out_is_no_triple() -> None:
    nobody = replace(FINED, actor=Mention(UNSPECIFIED, UNSPECIFIED))
    found = graph(nobody)
    assert not {GESTAE.actor, GESTAE.actorMention, GESTAE.actorText} & {q.predicate for q in found}


def test_denial_and_source_are_told() -> None:
    found = graph(replace(CLOSE, negated=True))
    assert of(found, claims(found, GESTAE.Action)[0])["negated"] == ["true"]
    told = of(found, claims(found, GESTAE.Statement)[0])
    assert (told["sourceMention"], told["sourceText"]) == (["critics"], ["Critics"])
    assert told["attributedTo"][0].startswith(iris.document(BASE, NOTE) + "/entity/critics-")


def test_a_statistic_results_from_its_action_and_is_then_an_outcome() -> None:
    found = graph(TOWED, BOATS)
    (statistic,) = claims(found, GESTAE.Statistic)
    assert claims(found, GESTAE.Outcome) == [statistic]
    told = of(found, statistic)
    assert told["resultOf"] == [claims(found, GESTAE.Action)[0].value]
    assert (told["value"], told["bound"], told["unitText"]) == (["1200"], [GESTAE.approx.value], ["boats"])
    assert "confidence" not in told
    assert not claims(graph(BOATS), GESTAE.Outcome)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("24.90E+6", "24900000"),
        ("1.50", "1.5"),
        ("0.00", "0"),
        ("-0", "0"),
        ("100", "100"),
        ("1E-7", "0.0000001"),
    ],
)
def test_numbers_are_written_in_one_way(value: str, written: str) -> None:
    (number,) = [q.object for q in graph(replace(BOATS, value=Decimal(value))) if q.predicate == GESTAE.value]
    assert number == Literal(written, datatype=XSD.decimal)


@pytest.mark.parametrize(
    ("fact", "told"),
    [(replace(BOATS, value=Decimal("NaN")), "no number"), (replace(FINED, type="to fine"), "no action type")],
)
def test_a_reader_that_gives_nonsense_is_refused(fact: Fact, told: str) -> None:
    with pytest.raises(ReaderError, match=told):
        graph(fact)


def test_instruments_and_memberships() -> None:
    found = graph(ACT, SEAT)
    act = of(found, claims(found, GESTAE.InstrumentMention)[0])
    assert (act["nameMention"], act["instrumentKind"], act["identifier"]) == (
        ["Quay Act of 1999"],
        ["law"],
        ["Pub. L. 106-999"],
    )
    assert act["instrument"] == [iris.instrument("Pub. L. 106-999")]
    seat = of(found, claims(found, GESTAE.Membership)[0])
    assert (seat["memberMention"], seat["groupMention"], seat["role"], seat["attestedOn"]) == (
        ["Harbor Ministry"],
        ["Blue Line"],
        ["chair"],
        ["2031-06-02"],
    )


def test_every_statement_points_at_its_words_and_a_repeated_quote_is_stored_once() -> None:
    found = graph(*FACTS)
    exact = [q.object.value for q in found if q.predicate == OA.exact]
    assert sorted(exact) == sorted({fact.quote.text for fact in FACTS})
    starts = {q.subject: int(q.object.value) for q in found if q.predicate == OA.start}
    ends = {q.subject: int(q.object.value) for q in found if q.predicate == OA.end}
    assert sorted(TEXT[start : ends[node]] for node, start in starts.items()) == sorted(exact)
    assert len(claims(found, GESTAE.Statement)) == len(FACTS)


def test_links_live_in_their_own_graph_and_say_how_they_were_made() -> None:
    found = graph(*FACTS)
    version = iris.version(iris.document(BASE, NOTE), NOTE.sha256)
    here = {q.predicate for q in found if q.graph_name == NamedNode(version)}
    assert not {GESTAE.actor, GESTAE.object, GESTAE.under, GESTAE.instrument, GESTAE.attributedTo} & here
    links = [q for q in found if q.graph_name == NamedNode(iris.links_graph(version))]
    told = [of(links, link) for link in claims(links, GESTAE.Link)]
    by_words = {t["mention"][0]: (t["entity"][0], t["method"][0], t["confidence"][0]) for t in told}
    assert by_words["It"] == (AUTHORITY, "context", "0.8")
    assert by_words["Harbor Ministry"] == (AUTHORITY, "label", "1")
    assert len(told) == len({(t["mention"][0], t["entity"][0]) for t in told})


def test_only_entities_that_no_authority_describes_are_described() -> None:
    found = graph(*FACTS)
    labels = {q.object.value: q.subject.value for q in found if q.predicate == RDFS.label}
    assert set(labels) == {"Blue Line", "critics", "Quay Act of 1999"}
    law = of(found, NamedNode(labels["Quay Act of 1999"]))
    assert law["identifier"] == ["Pub. L. 106-999"]
    assert {"Law", "Instrument", "Legislation"} == {
        t.replace("#", "/").rpartition("/")[2] for t in law["type"]
    }


def test_direct_links_are_drawn_only_from_what_the_document_itself_states_as_fact() -> None:
    for changed, drawn in (
        (FINED, 1),
        (replace(FINED, negated=True), 0),
        (replace(FINED, modality="planned"), 0),
        (replace(FINED, source=CRITICS), 0),
        (replace(FINED, object=PIER), 0),
    ):
        found = graph(changed)
        assert len(claims(found, GESTAE.DirectLink)) == drawn
        assert len([q for q in found if q.predicate == NamedNode(GESTAE.iri + "didSanction")]) == drawn


def test_a_direct_link_names_every_statement_that_it_rests_on() -> None:
    again = replace(FINED, quote=Quote(FINED.quote.start, FINED.quote.end - 5, FINED.quote.text[:-5]))
    found = graph(FINED, again)
    (link,) = claims(found, GESTAE.DirectLink)
    assert sorted(of(found, link)["statedBy"]) == sorted(s.value for s in claims(found, GESTAE.Statement))


def test_facts_of_the_same_words_read_in_two_ways_are_two_claims() -> None:
    they = replace(FINED, actor=Mention("It", "Blue Line"))
    found = graph(FINED, they)
    assert len(claims(found, GESTAE.Action)) == 2
    assert Counter(q.subject for q in found if q.predicate == GESTAE.actorMention).most_common(1)[0][1] == 1


def test_of_facts_that_differ_in_confidence_alone_the_surest_stays() -> None:
    assert graph(replace(FINED, confidence=0.3), FINED) == graph(FINED)


def test_an_action_of_known_actors_costs_no_more_than_thirty_triples() -> None:
    again = replace(TOWED, actor=IT, verb="sell", object=LINE, quote=quote("It fined the Blue Line"))
    assert len(graph(*FACTS, again)) - len(graph(*FACTS)) <= 30


FACT = st.sampled_from(FACTS)


@settings(deadline=None, max_examples=40)
@given(st.lists(FACT, max_size=8))
def test_the_same_reading_gives_the_same_quads_once_each(facts: list[Fact]) -> None:
    first, second = graph(*facts), graph(*facts)
    assert first == second
    assert len(first) == len(set(first))


@settings(deadline=None, max_examples=40)
@given(st.permutations(FACTS))
def test_the_order_of_facts_changes_nothing(facts: list[Fact]) -> None:
    assert set(graph(*facts)) == set(graph(*FACTS))


@settings(deadline=None, max_examples=40)
@given(
    st.floats(min_value=0, max_value=1),
    st.sampled_from([AUTHORITY, "https://w3id.org/gestae/authority/agency/other"]),
)
def test_judgements_never_change_the_iri_of_a_statement(confidence: float, entity: str) -> None:
    links = Links({(IT, "actor"): Link(IT, entity, "context", confidence)})
    found = graph(replace(FINED, confidence=confidence, type="Other", modality="planned"), links=links)
    assert claims(found, GESTAE.Statement) == claims(graph(FINED), GESTAE.Statement)


def test_the_base_is_the_users() -> None:
    found = list(quads(Reading(NOTE, FACTS), LINKS, base="https://data.example/"))
    ours = {q.subject.value for q in found} | {q.graph_name.value for q in found}
    assert {iri for iri in ours if not iri.startswith("https://data.example/")} == {
        AUTHORITY,
        iris.instrument("Pub. L. 106-999"),
    }
    assert [q for q in found if q.predicate == DCTERMS.isVersionOf]

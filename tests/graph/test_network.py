"""The readable graph of a few statements of our own: what stands in it, how it reads, what can be left out."""

import datetime
import io
from collections.abc import Iterator
from decimal import Decimal

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from gestae.graph.linking import link
from gestae.graph.network import flat, network
from gestae.graph.network_claims import Claim, Evidence, Source
from gestae.graph.network_words import shortened, statistic_label
from gestae.loaders.triples import quads
from gestae.ontology import iris
from gestae.ontology.authority import authority
from gestae.ontology.errors import NotFound
from gestae.ontology.facts import (
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
from gestae.ontology.terms import BASE, GESTAE

SHEET = Document(
    "2019/fact-sheet",
    "In 2018 the Department of Justice secured convictions against 12 recruiters, which freed 40 workers. "
    "It will fund the Department of State. The Department of State did not sanction the ministry. "
    "According to critics, the Department of Homeland Security abandoned survivors. "
    "The FBI belongs to the Harbor Task Force. Some 1,234,567 leaflets were printed. "
    "The sheet recalls the Harbor Safety Act.",
    title="Fact sheet on harbors",
    date=datetime.date(2019, 3, 1),
    publisher="Harbor Office",
    url="https://example.org/sheet",
)
NOTE = Document(
    "note",
    "The FBI is a member of the Harbor Task Force. The Harbor Safety Act requires ports to report cases.",
    title="A note",
    date=datetime.date(2022, 6, 5),
)
JUSTICE, STATE, FBI = (iris.authority("agency", name) for name in ("doj", "state", "fbi"))


def said(document: Document, words: str) -> Quote:
    start = document.text.index(words)
    return Quote(start, start + len(words), words)


def named(name: str) -> Mention:
    return Mention(name, name)


def facts(document: Document) -> Iterator[Fact]:
    if document is NOTE:
        yield Membership(
            said(NOTE, "The FBI is a member of the Harbor Task Force"),
            named("FBI"),
            named("Harbor Task Force"),
        )
        yield Action(
            said(NOTE, "The Harbor Safety Act requires ports to report cases"),
            named("Harbor Safety Act"), "require", "Direct", named("ports to report cases"),
        )  # fmt: skip
        return
    convict = Action(
        said(SHEET, "the Department of Justice secured convictions against 12 recruiters"),
        named("Department of Justice"), "secure", "Convict", named("convictions against 12 recruiters"),
        time=Period("2018", "2018"),
    )  # fmt: skip
    yield convict
    yield Statistic(said(SHEET, "which freed 40 workers"), Decimal(40), "exact", "workers", result_of=convict)
    yield Action(
        said(SHEET, "It will fund the Department of State"),
        Mention("It", "Department of Justice"), "fund", "Fund", named("Department of State"), modality="planned",
    )  # fmt: skip
    yield Action(
        said(SHEET, "The Department of State did not sanction the ministry"),
        named("Department of State"), "sanction", "Sanction", named("ministry"), negated=True,
    )  # fmt: skip
    yield Action(
        said(SHEET, "the Department of Homeland Security abandoned survivors"),
        named("Department of Homeland Security"), "abandon", "Other", named("survivors"), source=named("critics"),
    )  # fmt: skip
    yield Membership(
        said(SHEET, "The FBI belongs to the Harbor Task Force"), named("FBI"), named("Harbor Task Force")
    )
    yield Statistic(said(SHEET, "Some 1,234,567 leaflets"), Decimal(1234567), "approx", "leaflets")
    yield Instrument(said(SHEET, "Harbor Safety Act"), "Harbor Safety Act", "law")


def told() -> list[Quad]:
    found: list[Quad] = []
    entities = set()
    for document in (SHEET, NOTE):
        reading = Reading(document, tuple(facts(document)))
        found += quads(reading, link(reading, authority()))
    for quad in found:
        if quad.predicate == GESTAE.entity and isinstance(quad.object, NamedNode):
            entities.add(quad.object.value)
    graph = NamedNode(iris.authority_graph(BASE))
    return found + [Quad(*triple, graph) for triple in authority().triples(entities)]


@pytest.fixture(scope="module")
def store() -> Store:
    store = Store()
    store.extend(told())
    return store


@pytest.fixture(scope="module")
def whole(store: Store) -> "networkx.MultiDiGraph[str]":
    return network(store)


def labelled(graph: "networkx.MultiDiGraph[str]", label: str) -> str:
    found = [node for node in graph if graph.nodes[node]["label"] == label]
    assert len(found) == 1, (label, sorted(graph.nodes[node]["label"] for node in graph))
    return found[0]


def test_an_actor_points_to_its_action_and_the_action_to_what_it_acts_on(
    whole: "networkx.MultiDiGraph[str]",
) -> None:
    fund = labelled(whole, "will fund")
    assert whole.has_edge(JUSTICE, fund, key="ACTOR")
    assert whole.has_edge(fund, STATE, key="OBJECT")
    assert whole.nodes[JUSTICE]["kind"] == "government"
    assert whole.nodes[JUSTICE]["name"] == "Department of Justice"


def test_a_label_says_what_is_no_plain_fact(whole: "networkx.MultiDiGraph[str]") -> None:
    plain = whole.nodes[labelled(whole, "secure convictions against 12 recruiters")]
    assert (plain["modality"], plain["negated"], plain["attributed"], plain["type"]) == (
        "factual",
        False,
        False,
        "Convict",
    )
    assert whole.nodes[labelled(whole, "will fund")]["modality"] == "planned"
    assert whole.nodes[labelled(whole, "did not sanction ministry")]["negated"] is True
    abandon = labelled(whole, "“abandon survivors”")
    assert whole.nodes[abandon]["attributed"] is True
    (critics,) = [target for _, target, key in whole.out_edges(abandon, keys=True) if key == "ATTRIBUTED_TO"]
    assert whole.nodes[critics]["label"] == "critics"


def test_an_outcome_points_to_the_action_it_results_from(whole: "networkx.MultiDiGraph[str]") -> None:
    outcome = labelled(whole, "40 workers")
    assert whole.nodes[outcome]["kind"] == "outcome"
    assert whole.has_edge(
        outcome, labelled(whole, "secure convictions against 12 recruiters"), key="RESULT_OF"
    )


def test_memberships_keep_the_words_of_each_document(store: Store) -> None:
    graph = network(store, around="FBI")
    groups = {target for _, target, key in graph.out_edges(FBI, keys=True) if key == "MEMBER"}
    evidence = [quote for group in groups for quote in graph.edges[FBI, group, "MEMBER"]["evidence"]]
    assert sorted(quote.document.name for quote in evidence) == ["2019/fact-sheet", "note"]


def test_nothing_hangs_loose(whole: "networkx.MultiDiGraph[str]") -> None:
    assert all(degree for _, degree in whole.degree())
    leaflets = labelled(whole, "about 1,234,567 leaflets")
    (sheet,) = whole.successors(leaflets)
    assert whole.nodes[sheet]["kind"] == "document"
    assert whole.has_edge(leaflets, sheet, key="STATED_IN")
    cited = {
        whole.nodes[target]["name"] for _, target, key in whole.out_edges(sheet, keys=True) if key == "CITES"
    }
    assert cited == {"Harbor Safety Act"}


def test_bodies_are_joined_to_their_parents(whole: "networkx.MultiDiGraph[str]") -> None:
    assert whole.has_edge(FBI, JUSTICE, key="PART_OF")


def test_hover_texts_hold_the_words_and_where_they_stand(whole: "networkx.MultiDiGraph[str]") -> None:
    title = whole.nodes[labelled(whole, "“abandon survivors”")]["title"]
    assert "“the Department of Homeland Security abandoned survivors”" in title
    assert "According to critics, in Fact sheet on harbors, Harbor Office, 2019-03-01" in title
    assert "Other · factual" in title
    assert (
        "Convict · factual · 2018"
        in whole.nodes[labelled(whole, "secure convictions against 12 recruiters")]["title"]
    )
    assert "secured convictions" in whole.nodes[JUSTICE]["title"]


@pytest.mark.parametrize("called", ["note", "note.txt", "2019/fact-sheet", "fact-sheet"])
def test_only_these_documents(store: Store, called: str) -> None:
    graph = network(store, documents=[called])
    names = {name for _, data in graph.nodes(data=True) for name in data["documents"]}
    assert {name.rpartition("/")[2] for name in names} == {called.rpartition("/")[2].removesuffix(".txt")}


def test_only_these_types_and_what_came_of_them(store: Store) -> None:
    graph = network(store, types=["Convict"])
    assert {data["label"] for _, data in graph.nodes(data=True)} == {
        "Department of Justice", "secure convictions against 12 recruiters", "40 workers",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("since", "until", "there", "gone"),
    [
        (
            None,
            datetime.date(2018, 6, 30),
            "secure convictions against 12 recruiters",
            "did not sanction ministry",
        ),
        (
            datetime.date(2019, 1, 1),
            None,
            "did not sanction ministry",
            "secure convictions against 12 recruiters",
        ),
        (datetime.date(2019, 3, 1), datetime.date(2019, 3, 1), "will fund", "require ports to report cases"),
    ],
)
def test_only_this_time(
    store: Store, since: datetime.date | None, until: datetime.date | None, there: str, gone: str
) -> None:
    labels = {data["label"] for _, data in network(store, since=since, until=until).nodes(data=True)}
    assert there in labels
    assert gone not in labels


@pytest.mark.parametrize("called", ["Department of Justice", "department of JUSTICE", "DOJ", JUSTICE])
def test_around_a_name_in_any_of_its_forms(store: Store, called: str) -> None:
    graph = network(store, around=called)
    labels = {data["label"] for _, data in graph.nodes(data=True)}
    assert {"Department of Justice", "will fund", "Department of State", "40 workers"} <= labels
    assert "did not sanction ministry" not in labels
    assert "did not sanction ministry" in {
        data["label"] for _, data in network(store, around=called, depth=2).nodes(data=True)
    }


def test_around_an_action_stand_those_who_take_part(
    store: Store, whole: "networkx.MultiDiGraph[str]"
) -> None:
    graph = network(store, around=labelled(whole, "will fund"))
    assert {data["label"] for _, data in graph.nodes(data=True)} == {
        "will fund", "Department of Justice", "Department of State",
    }  # fmt: skip


def test_no_step_around_leaves_what_was_asked_for(store: Store, whole: "networkx.MultiDiGraph[str]") -> None:
    assert list(network(store, around="DOJ", depth=0)) == [JUSTICE]
    assert len(network(store, around=labelled(whole, "will fund"), depth=0)) == 1


def test_who_is_not_there_is_named(store: Store) -> None:
    with pytest.raises(NotFound, match=r"Departmnt of Justice.*did you mean 'Department of Justice'"):
        network(store, around="Departmnt of Justice")
    with pytest.raises(NotFound, match="'annex'"):
        network(store, documents=["annex"])


def test_nothing_told_is_an_empty_graph() -> None:
    assert not network(Store())


def test_the_order_of_the_store_decides_nothing(whole: "networkx.MultiDiGraph[str]") -> None:
    store = Store()
    store.extend(told()[::-1])
    again = network(store)
    assert list(again.nodes(data=True)) == list(whole.nodes(data=True))
    assert list(again.edges(keys=True, data=True)) == list(whole.edges(keys=True, data=True))
    assert list(network(store, around="DOJ")) == [
        node for node in whole if node in network(store, around="DOJ")
    ]


def test_graphml_holds_it_and_gives_it_back(whole: "networkx.MultiDiGraph[str]") -> None:
    out = io.BytesIO()
    networkx.write_graphml(flat(whole), out)
    out.seek(0)
    back = networkx.read_graphml(out, force_multigraph=True)
    assert set(back) == set(whole)
    assert back.number_of_edges() == whole.number_of_edges()
    fund = labelled(whole, "will fund")
    assert back.nodes[fund]["label"] == "will fund"
    assert back.nodes[fund]["negated"] is False
    assert back.nodes[fund]["documents"] == "2019/fact-sheet"
    assert "It will fund" in back.nodes[fund]["title"]


def test_characters_that_xml_forbids_do_not_break_graphml() -> None:
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    graph.add_node("one", label="a\x00b\x0bc\ud800d\n", documents=("x", "y"), evidence=(1,))
    assert dict(flat(graph).nodes["one"]) == {"label": "abcd\n", "documents": "x; y"}


@given(st.text(max_size=200), st.integers(5, 60))
def test_a_shortened_text_is_short_and_says_that_it_is(text: str, length: int) -> None:
    short = shortened(text, length)
    line = " ".join(text.split())
    assert len(short) <= length + 1
    assert short == line or (short.endswith("…") and line.startswith(short[:-1]))


def statistic(value: str, bound: str = "exact", unit: str = "workers", **more: str) -> str:
    source = Source("https://example.org/d", "d", "D")
    claim = Claim(
        "https://example.org/c", "statistic", {"value": value, "unitText": unit, **more},
        {"bound": GESTAE.iri + bound}, Evidence("https://example.org/s", "quote", 0, source),
    )  # fmt: skip
    return statistic_label(claim)


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        (statistic("24900000", "approx"), "about 24.9 million workers"),
        (statistic("350000000", "approx", "dollars"), "about $350 million"),
        (statistic("45", "min", "percent"), "at least 45%"),
        (statistic("3", "max", upperValue="5"), "at most 3–5 workers"),
        (statistic("1234567"), "1,234,567 workers"),
        (statistic("many"), "many workers"),
    ],
)
def test_a_number_reads_as_people_write_it(label: str, shown: str) -> None:
    assert label == shown


@given(st.decimals(min_value=0, max_value=10**14, places=3))
def test_no_digit_of_a_number_is_lost(value: Decimal) -> None:
    number, _, scale = statistic(str(value), unit="").partition(" ")
    factor = {"": 1, "million": 10**6, "billion": 10**9, "trillion": 10**12}[scale.strip()]
    assert Decimal(number.replace(",", "")) * factor == value


def test_an_entity_that_nothing_describes_is_named_by_its_iri() -> None:
    store = Store()
    store.extend(
        Quad(*(quad.subject, quad.predicate, quad.object), quad.graph_name)
        for quad in told()
        if quad.subject != NamedNode(JUSTICE)
    )
    assert network(store).nodes[JUSTICE]["name"] == "doj"


def test_a_statement_without_a_known_document_is_left_out(store: Store) -> None:
    other = Store()
    other.extend(store)
    other.add(Quad(NamedNode("https://example.org/s"), GESTAE.asserts, NamedNode("https://example.org/c")))
    other.add(Quad(NamedNode("https://example.org/c"), GESTAE.verb, Literal("vanish")))
    assert list(network(other)) == list(network(store))

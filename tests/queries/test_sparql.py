import json
import xml.etree.ElementTree as ET

import pytest

from gestae.graph.dataset import Store
from gestae.ontology.errors import QueryError
from gestae.queries.catalogue import bound, question, questions
from gestae.queries.sparql import FORMATS, TRIPLES, answer, ask, serialized

MINISTRY = "https://w3id.org/gestae/authority/agency/mop"
HOSTILE = ['"', "'", "\\", '") } ; DROP ALL #', "?quote", "\n", "<not an iri", "{}", "é “x”"]


def rows(store: Store, name: str, **given: str) -> list[dict[str, str]]:
    known = question(name)
    values = bound(known, given)
    found = answer(ask(store.quads, known.text, values, store.prefixes), without=values)
    return [dict(zip(found.columns, row, strict=True)) for row in found.rows]


def plain(store: Store, text: str, **values: str) -> list[tuple[str, ...]]:
    return list(answer(ask(store.quads, text, values, store.prefixes)).rows)


@pytest.mark.parametrize("name", questions())
def test_every_question_answers_and_hides_its_parameters(told: Store, name: str) -> None:
    known = question(name)
    given = {parameter.name: "Ministry of Ports" for parameter in known.parameters if not parameter.optional}
    for row in rows(told, name, **given):
        assert not set(row) & {parameter.name for parameter in known.parameters}


@pytest.mark.parametrize(
    "called", ["MoP", "ministry of ports", "Ministry of Ports and Piers", MINISTRY, f"<{MINISTRY}>"]
)
def test_an_actor_is_asked_for_by_name_acronym_or_iri(told: Store, called: str) -> None:
    assert {(row["verb"], row["modality"]) for row in rows(told, "actions-of", actor=called)} == {
        ("fine", "factual"),
        ("open", "planned"),
    }


def test_what_is_denied_is_told_as_denied_and_by_whom(told: Store) -> None:
    (row,) = rows(told, "done-to", object="MoP")
    assert (row["actorName"], row["verb"], row["negated"], row["source"]) == (
        "Blue Ferry",
        "pay",
        "true",
        "Blue Ferry",
    )
    assert row["quote"].startswith("Blue Ferry denies")


def test_what_was_done_under_a_law(told: Store) -> None:
    for called in ("Harbor Act of 1999", "Pub. L. 999-1"):
        assert [row["verb"] for row in rows(told, "under", instrument=called)] == ["fine"]


def test_acts_are_narrowed_by_type_and_modality(told: Store) -> None:
    assert [row["verb"] for row in rows(told, "who-did-what", type="Establish")] == ["open"]
    assert [row["verb"] for row in rows(told, "who-did-what", modality="planned")] == ["open"]
    assert len(rows(told, "who-did-what")) == 3


@pytest.mark.parametrize(
    ("span", "found"),
    [
        ({}, 1),
        ({"since": "2031"}, 1),
        ({"since": "2031-05-04", "until": "2031-05-04"}, 1),
        ({"until": "2031"}, 1),
        ({"until": "2031-05"}, 1),
        ({"until": "2031-04"}, 0),
        ({"since": "2031-05-05"}, 0),
        ({"since": "2032"}, 0),
    ],
)
def test_the_timeline_is_cut_by_days_months_and_years(told: Store, span: dict[str, str], found: int) -> None:
    assert len(rows(told, "timeline", **span)) == found


def test_numbers_come_with_their_bound_and_source(told: Store) -> None:
    (row,) = rows(told, "statistics", about="BOATS")
    assert (row["value"], row["upper"], row["bounded"], row["source"]) == ("1250.5", "1300", "min", "critics")
    assert rows(told, "statistics", about="whales") == []


def test_members_instruments_sources_documents_and_quotes(told: Store) -> None:
    assert [row["member"] for row in rows(told, "members", group="coast council")] == ["Ministry of Ports"]
    assert [row["identifier"] for row in rows(told, "instruments")] == ["Pub. L. 999-1"]
    assert {row["source"] for row in rows(told, "sources")} == {"Blue Ferry", "critics"}
    assert [(row["name"], row["statements"]) for row in rows(told, "documents")] == [
        ("letter", "1"),
        ("port/notice", "5"),
    ]
    assert {row["name"] for row in rows(told, "quotes-about", words="blue ferry")} == {
        "letter",
        "port/notice",
    }


@pytest.mark.parametrize("value", HOSTILE)
def test_values_are_data_whatever_they_hold(told: Store, value: str) -> None:
    before = set(told.quads)
    assert rows(told, "actions-of", actor=value) == []
    assert set(told.quads) == before


def test_a_value_in_brackets_is_an_iri_and_any_other_a_literal(told: Store) -> None:
    text = "SELECT ?label ?who WHERE { ?who rdfs:label ?label }"
    assert plain(told, text, who=f"<{MINISTRY}>") == [("Ministry of Ports and Piers", MINISTRY)]
    assert plain(told, text, who=MINISTRY) == []
    with pytest.raises(QueryError, match="a parameter cannot be bound"):
        plain(told, text, who="<no iri>")


def test_parameters_are_checked_by_name(told: Store) -> None:
    with pytest.raises(QueryError, match="actions-of needs actor: "):
        rows(told, "actions-of")
    with pytest.raises(QueryError, match="knows no parameter 'who'; it takes actor"):
        rows(told, "actions-of", who="MoP")
    with pytest.raises(QueryError, match="must stand in the SELECT"):
        plain(told, "SELECT ?s WHERE { ?s ?p ?o }", missing="x")


@pytest.mark.parametrize(
    "text",
    [
        "DROP ALL",
        "INSERT DATA { <a:b> <a:b> <a:b> }",
        "PREFIX a: <b:> # insert\nDELETE WHERE { ?s ?p ?o }",
        "BASE <a:> CLEAR ALL",
        "WITH <a:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "LOAD <file:///etc/passwd>",
    ],
)
def test_an_update_is_refused_by_name(told: Store, text: str) -> None:
    before = set(told.quads)
    with pytest.raises(QueryError, match="is an update, and a query only reads"):
        plain(told, text)
    assert set(told.quads) == before


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("SELECT ?x WHERE {", "line 1, column 18, before its end"),
        ("SELECT ?x {\n ?x nope: ?y }", "line 2, column "),
        ("hello there", "line 1, column "),
        ("", "line 1, column "),
    ],
)
def test_a_wrong_query_says_where_in_one_line(told: Store, text: str, where: str) -> None:
    with pytest.raises(QueryError) as caught:
        plain(told, text)
    assert where in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 200


def test_what_fails_while_it_runs_is_one_line_too(told: Store) -> None:
    text = "SELECT * WHERE { SERVICE <http://localhost:1/none> { ?s ?p ?o } }"
    for read in (answer, lambda result: serialized(result, "json")):
        with pytest.raises(QueryError, match="the query failed: "):
            read(ask(told.quads, text, {}, told.prefixes))


def test_the_union_and_each_graph_can_be_asked(told: Store) -> None:
    union = "SELECT (COUNT(*) AS ?n) WHERE { ?s a gestae:Action }"
    graphs = "SELECT (COUNT(DISTINCT ?g) AS ?n) WHERE { GRAPH ?g { ?s a gestae:Action } }"
    assert plain(told, union) == [("3",)]
    assert plain(told, graphs) == [("2",)]
    assert plain(told, "SELECT ?s WHERE { GRAPH id:graph\\/authority { ?s a gestae:Actor } }") == [
        (MINISTRY,)
    ]


@pytest.mark.parametrize("form", FORMATS)
def test_results_come_in_the_standard_formats(told: Store, form: str) -> None:
    text = "SELECT ?name WHERE { ?d gestae:name ?name } ORDER BY ?name"
    data = serialized(ask(told.quads, text, {}, told.prefixes), form).decode()
    if form == "json":
        bindings = json.loads(data)["results"]["bindings"]
        assert [row["name"]["value"] for row in bindings] == ["letter", "port/notice"]
    elif form == "xml":
        found = ET.fromstring(data).iter("{http://www.w3.org/2005/sparql-results#}literal")  # noqa: S314
        assert [node.text for node in found] == ["letter", "port/notice"]
    else:
        assert [line.strip('"') for line in data.splitlines()[1:]] == ["letter", "port/notice"]


def test_yes_or_no_and_triples(told: Store) -> None:
    assert plain(told, "ASK { ?s a gestae:Document }") == [("yes",)]
    assert plain(told, "ASK { ?s a gestae:Nothing }") == [("no",)]
    made = "CONSTRUCT { ?d a gestae:Seen } WHERE { ?d a gestae:Document }"
    assert len(plain(told, made)) == 2
    assert serialized(ask(told.quads, made, {}, told.prefixes), TRIPLES).count(b"#Seen> .\n") == 2
    for form in FORMATS:
        with pytest.raises(QueryError, match=f"triples, which {form} cannot hold: ask for ntriples"):
            serialized(ask(told.quads, made, {}, told.prefixes), form)
    with pytest.raises(QueryError, match="makes no triples"):
        serialized(ask(told.quads, "ASK { ?s a gestae:Document }", {}, told.prefixes), TRIPLES)

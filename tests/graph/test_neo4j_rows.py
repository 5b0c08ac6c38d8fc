"""The mapping without a server: any RDF 1.1 dataset through rows and back."""

import json
import string
from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, parse

from gestae.graph.neo4j_names import LABEL, RESERVED, label_name, property_name, relationship_name
from gestae.graph.neo4j_rows import Row, fingerprint, own_names, row, row_statements
from gestae.graph.neo4j_terms import Statement, quad, quads, statement, statements
from gestae.ontology.errors import GestaeError

GESTAE = "https://w3id.org/gestae/ontology#"
XSD = "http://www.w3.org/2001/XMLSchema#"
TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


def rows_of(dataset: set[Quad]) -> list[Row]:
    ordered = sorted(statements(dataset))
    return [row(list(group)) for _, group in groupby(ordered, key=lambda item: item.subject)]


def round_trip(dataset: set[Quad]) -> set[Quad]:
    return {item for each in rows_of(dataset) for item in quads(row_statements(each))}


local_names = st.text(string.ascii_letters + string.digits + "_-.~éß中", max_size=8)
iris = st.builds(
    lambda base, name: NamedNode(base + name),
    st.sampled_from(
        [
            GESTAE,
            "https://schema.org/",
            "http://purl.org/dc/terms/",
            "http://www.w3.org/ns/org#",
            "http://example.org/a%20b?c='d'&e=",
            "urn:x:",
            "http://例え.jp/" + "x" * 1_200,
        ],
    ),
    st.one_of(
        local_names,
        st.sampled_from(
            ["Action", "actorMention", "iri", "Person", "Gestae", "graph", "aB", "AB", "a__b", "x9Y"]
        ),
    ),
)
blanks = st.builds(BlankNode, st.text(string.ascii_letters + string.digits, min_size=1, max_size=3))
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
lexicals = st.one_of(
    texts,
    st.integers().map(str),
    st.floats().map(repr),
    st.floats().map(lambda number: f"{number:E}"),
    st.decimals(allow_nan=False, allow_infinity=False).map(str),
    st.dates().map(str),
    st.datetimes().map(lambda moment: moment.strftime("%Y-%m-%dT%H:%M:%SZ")),
    st.sampled_from(
        [
            "",
            "0",
            "-0",
            "01",
            "+1",
            "1.10",
            "1.0E0",
            "0.0E0",
            "-0.0E0",
            "INF",
            "NaN",
            "true",
            "TRUE",
            "1",
            "24.9E6",
            *(
                "0000-01-01",
                "2018-02-30",
                "24:00:00",
                "2018-01-01T24:00:00Z",
                "2018-01-01Z",
                "P1Y0M",
                "1.0E+1",
            ),
        ],
    ),
)
datatypes = st.one_of(
    st.sampled_from(
        [
            "string",
            "boolean",
            "integer",
            "double",
            "float",
            "decimal",
            "date",
            "dateTime",
            "int",
            "gYear",
            "anyURI",
        ],
    ).map(lambda name: NamedNode(XSD + name)),
    iris,
)
literals = st.one_of(
    texts.map(Literal),
    st.builds(lambda text, kind: Literal(text, datatype=kind), lexicals, datatypes),
    st.builds(
        lambda text, tag: Literal(text, language=tag), texts, st.sampled_from(["en", "en-us", "de-1996"])
    ),
)
subjects = st.one_of(iris, blanks)
graphs = st.one_of(st.just(DefaultGraph()), iris, blanks)
triples = st.one_of(
    st.builds(Quad, subjects, iris, literals, graphs),
    st.builds(Quad, subjects, st.one_of(st.just(TYPE), iris), subjects, graphs),
    st.builds(Quad, subjects, st.just(TYPE), iris, graphs),
)


@given(st.sets(triples, max_size=25))
@settings(max_examples=150, deadline=None)
def test_any_dataset_comes_back(dataset: set[Quad]) -> None:
    assert round_trip(dataset) == dataset


@given(iris, literals, st.sets(graphs, min_size=1, max_size=4), st.lists(literals, max_size=5))
@settings(max_examples=60, deadline=None)
def test_several_values_in_several_graphs_come_back(
    subject: NamedNode, first: Literal, where: set[NamedNode], more: list[Literal]
) -> None:
    predicate = NamedNode(GESTAE + "value")
    dataset = {Quad(subject, predicate, value, graph) for value in [first, *more] for graph in where}
    assert round_trip(dataset) == dataset


@given(triples)
@settings(deadline=None)
def test_statement_and_quad_are_inverse(item: Quad) -> None:
    assert quad(statement(item)) == item


@given(iris)
def test_different_terms_have_different_names(term: NamedNode) -> None:
    other = NamedNode(term.value + "x")
    for name in (label_name, property_name, relationship_name):
        assert name(term.value) != name(other.value)
        assert name(term.value) not in RESERVED


@given(st.sets(triples, min_size=1, max_size=12))
@settings(deadline=None)
def test_what_users_add_to_a_row_is_passed_over(dataset: set[Quad]) -> None:
    added = [
        Row(each.key, (*each.labels, "Reviewed"), each.properties | {"reviewed by": "me"}, each.edges)
        for each in rows_of(dataset)
    ]
    assert {item for each in added for item in quads(row_statements(each))} == dataset


def test_our_terms_read_well() -> None:
    turtle = f"""
        @prefix : <{GESTAE}> . @prefix schema: <https://schema.org/> .
        @prefix oa: <http://www.w3.org/ns/oa#> .
        @prefix xsd: <{XSD}> .
        <urn:a> a :Action , schema:Person ; :verb "secure" ; :confidence 0.87 ; :negated true ; :count 12 ;
            :earliest "2018-10-11"^^xsd:date ; :actionType <urn:t> ; schema:name "T"@en ;
            oa:start 3 ; oa:hasTarget <urn:q> .
    """
    (made,) = rows_of(set(parse(turtle.encode(), format=RdfFormat.TURTLE)))
    assert made.key == "urn:a"
    assert made.labels == ("Action", "Person")
    shown = {name: value for name, value in made.properties.items() if not name.startswith("_")}
    assert {name: str(value) for name, value in shown.items()} == {
        "verb": "secure",
        "confidence": "0.87",
        "negated": "True",
        "count": "12",
        "earliest": "2018-10-11",
        "schema__name": "T",
        "oa__start": "3",
    }
    assert {(edge.type, edge.target) for edge in made.edges} == {
        ("ACTION_TYPE", "urn:t"),
        ("oa__hasTarget", "urn:q"),
    }
    assert own_names(str(made.properties["_rdf"])) == (frozenset(made.labels), frozenset(shown))


def test_plain_values_need_no_second_copy() -> None:
    item = Quad(NamedNode("urn:a"), NamedNode(GESTAE + "verb"), Literal("secure"), NamedNode("urn:g"))
    (made,) = rows_of({item})
    assert json.loads(str(made.properties["_rdf"])) == {"p": ["verb"]}
    assert made.properties["_graph"] == "urn:g"


def test_a_very_long_iri_is_keyed_by_its_hash() -> None:
    iri = "http://example.org/" + "é" * 4_000
    dataset = {Quad(NamedNode(iri), NamedNode(iri), NamedNode(iri), NamedNode(iri))}
    (made,) = rows_of(dataset)
    assert len(made.key) < 100
    assert len(made.edges[0].type) < 100
    assert round_trip(dataset) == dataset


def test_a_fingerprint_changes_with_every_part() -> None:
    base = Statement("urn:a", "urn:p", "1", "integer", "urn:g")
    others = [base._replace(**{part: "urn:z"}) for part in base._fields]
    assert len({fingerprint([item]) for item in [base, *others]}) == len(others) + 1
    assert 0 <= fingerprint([base]) < 2**62


def test_triple_terms_are_refused() -> None:
    source = b"<urn:a> <urn:b> <<( <urn:a> <urn:b> <urn:c> )>> ."
    with pytest.raises(GestaeError, match=r"RDF 1\.2"):
        list(statements(parse(source, format=RdfFormat.TURTLE)))


def test_the_private_label_is_no_class() -> None:
    assert label_name(GESTAE + LABEL) != LABEL


def test_a_relationship_names_its_graph_where_it_is_not_that_of_its_node() -> None:
    type_, actor = TYPE.value, f"{GESTAE}actor"
    made = row(
        [
            Statement("urn:a", actor, "urn:b", "#", "urn:g"),
            Statement("urn:a", actor, "urn:c", "#", "urn:h"),
            Statement("urn:a", type_, f"{GESTAE}Action", "#", "urn:g"),
        ]
    )
    assert {edge.target: edge.graph for edge in made.edges} == {"urn:b": True, "urn:c": "urn:h"}
    # As it was written before: every relationship named its graph.
    before = made._replace(edges=(made.edges[0]._replace(graph="urn:g"), made.edges[1]))
    assert set(row_statements(before)) == set(row_statements(made))


def test_a_class_and_a_literal_of_one_spelling_are_told_apart() -> None:
    type_, term = TYPE.value, "urn:x"
    for kinds in (("#", "urn:x"), ("urn:x", "#"), ("", "#")):
        for kind in kinds:
            statements_ = [Statement("urn:a", type_, term, kind, "")]
            assert list(row_statements(row(statements_))) == statements_

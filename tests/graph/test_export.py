import csv
import io
import json

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gestae.graph.dataset import Store
from gestae.graph.export import FORMATS, export
from gestae.graph.export_tables import cell, uncell
from gestae.graph.facts_table import COLUMNS, rows

RDF_FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
}


def exported(store: Store, form: str) -> bytes:
    out = io.BytesIO()
    export(store, form, out)
    assert not out.closed
    return out.getvalue()


@pytest.mark.parametrize("form", RDF_FORMATS)
def test_the_graph_comes_back_from_every_rdf_format(told: Store, form: str) -> None:
    data = exported(told, form)
    back = set(ox.parse(data, RDF_FORMATS[form]))
    if RDF_FORMATS[form].supports_datasets:
        assert back == set(told.quads)
    else:
        assert {quad.triple for quad in back} == {quad.triple for quad in told.quads}
    assert data.endswith(b"\n")


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_graph_gives_the_same_bytes(told: Store, form: str) -> None:
    first = exported(told, form)
    other = Store(told.folder.parent / "other", write=True)
    with other:
        other.quads.extend(sorted(told.quads, key=str, reverse=True))
        assert exported(other, form) == first


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_store_can_be_exported(told: Store, form: str) -> None:
    for document in told.documents():
        told.remove(document.iri)
    told.put_authority([])
    data = exported(told, form)
    if form in RDF_FORMATS:
        assert list(ox.parse(data, RDF_FORMATS[form])) == []


def test_turtle_is_prefixed_and_relative_to_the_base(told: Store) -> None:
    text = exported(told, "turtle").decode()
    assert text.startswith(f"@base <{told.base}> .\n@prefix act: ")
    assert (
        " a gestae:Action ;\n    gestae:actionType act:Sanction ;\n    gestae:actor auth:agency\\/mop ;"
        in text
    )


def test_facts_are_the_rows_one_a_line(told: Store) -> None:
    lines = exported(told, "facts").decode().splitlines()
    assert [json.loads(line) for line in lines] == list(rows(told))
    assert "“Blue Ferry”" in lines[1]


def test_csv_has_every_column_and_runs_no_formula(told: Store) -> None:
    table = list(csv.DictReader(io.StringIO(exported(told, "csv").decode(), newline="")))
    assert tuple(table[0]) == COLUMNS
    assert not [text for row in table for text in row.values() if text.startswith(("=", "+", "@"))]
    for row, wanted in zip(table, rows(told), strict=True):
        assert {name for name, text in row.items() if text} == {
            name for name, value in wanted.items() if value != ""
        }
        for name, value in wanted.items():
            assert uncell(row[name]) == (value if isinstance(value, str) else json.dumps(value))


def test_pandas_reads_the_csv(told: Store) -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.read_csv(io.BytesIO(exported(told, "csv")))
    assert list(frame.columns) == list(COLUMNS)
    assert frame["value"].dropna().tolist() == [1250.5]
    assert frame["negated"].dropna().tolist() == [True, False, False]


@given(st.text())
def test_no_cell_is_a_formula_and_none_is_lost(text: str) -> None:
    assert uncell(cell(text)) == text
    assert not cell(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@given(st.text("'=+-@a"))
def test_cells_that_look_escaped_are_not_lost(text: str) -> None:
    assert uncell(cell(text)) == text


def test_numbers_stay_numbers() -> None:
    assert (cell(-5), cell(True), cell(None), cell(0.5)) == ("-5", "true", "", "0.5")


def test_graphml_opens_in_networkx(told: Store) -> None:
    import networkx

    graph = networkx.read_graphml(io.BytesIO(exported(told, "graphml")), force_multigraph=True)
    assert "https://w3id.org/gestae/authority/agency/mop" in graph

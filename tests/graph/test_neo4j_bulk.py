"""The CSV files through the import tool of the same server, offline."""

from pathlib import Path

import pytest

from gestae.graph.neo4j_bulk import import_arguments, write_csv
from gestae.graph.neo4j_connection import Connection
from gestae.graph.neo4j_files import file_source
from gestae.graph.neo4j_pull import pull
from gestae.graph.neo4j_push import push
from gestae.graph.neo4j_server import Server, Settings

pytestmark = pytest.mark.neo4j

TRIG = """
@prefix : <https://w3id.org/gestae/ontology#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
GRAPH <urn:g1> {
  <urn:a> a :Action, <urn:class,with> ; :verb "a \\"b\\", c\\n\\\\d" , "" , "e" ; :value 1.10 ; :count 3 .
  <urn:b> a :Action ; :verb "", "x" ; :count "three" , "drei"@de ; :negated true ; <http://example.org/p:q> "x" .
  <urn:c> :earliest "2018-10-11"^^xsd:date ; :at "2018-10-11T00:00:00Z"^^xsd:dateTime ; :size 1.5E0 ; :verb "" .
  <urn:a> :actor <urn:b>, _:d .
}
GRAPH <urn:g2> { <urn:a> :actor <urn:b> . _:d :count 1, 2, 3 }
"""


def test_an_offline_import_holds_what_a_push_would(tmp_path: Path) -> None:
    file = tmp_path / "some.trig"
    file.write_text(TRIG, "utf-8")
    source = file_source(file)
    write_csv(source, tmp_path / "csv")
    server = Server(tmp_path / "neo4j")
    server.admin(
        "database", "import", "full", "neo4j", *import_arguments(tmp_path / "csv"), options=("-Xmx512m",)
    )
    try:
        address = server.up(Settings(heap="400m", page_cache="64m"))
        with Connection(address) as graph:
            assert set(pull(graph)) == set(source.statements())
            assert push(graph, source).unchanged
    finally:
        server.down()

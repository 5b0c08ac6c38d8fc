"""A server of one's own: filled offline by its import tool from our CSV files, then on a disk that gets full."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from gestae.graph.neo4j_bulk import import_arguments, write_csv
from gestae.graph.neo4j_connection import Connection
from gestae.graph.neo4j_files import file_source, rdf_format, write_rdf
from gestae.graph.neo4j_pull import pull
from gestae.graph.neo4j_push import Source, meta, push
from gestae.graph.neo4j_server import Server
from gestae.graph.neo4j_settings import Settings
from gestae.graph.neo4j_terms import Statement, statements
from gestae.ontology.errors import GestaeError

pytestmark = pytest.mark.neo4j

TRIG = """
@prefix : <https://w3id.org/gestae/ontology#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
GRAPH <urn:g1> {
  <urn:a> a :Action, <urn:class,with> ; :verb "a \\"b\\", c\\n\\\\d" , "" , "e" ; :value 1.10 ; :count 3 .
  <urn:b> a :Action ; :verb "", "x" ; :count "three" , "drei"@de ; :negated true ; <http://example.org/p:q> "x" .
  <urn:c> :earliest "2018-10-11"^^xsd:date ; :at "2018-10-11T00:00:00Z"^^xsd:dateTime ; :size 1.5E0 ; :verb "" .
  <urn:a> :actor <urn:b>, _:d ; :note "unit \\u001F separator", "start \\u0001", "both \\u001F\\u0002" .
}
GRAPH <urn:g2> { <urn:a> :actor <urn:b> . _:d :count 1, 2, 3 ; :size 1.0E0, 2.0E0 ; :negated true, false }
"""


def small() -> Settings:
    with socket.socket() as one, socket.socket() as other:
        for probe in (one, other):
            probe.bind(("127.0.0.1", 0))
        return Settings("400m", "32m", bolt_port=one.getsockname()[1], http_port=other.getsockname()[1])


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A disk of 96 MB, unmounted at the end; a folder like any other where the rights to mount are missing."""
    folder = tmp_path_factory.mktemp("disk")
    mount = shutil.which("mount")
    command = [str(mount), "-t", "tmpfs", "-o", "size=96m", "gestae-test", str(folder)]
    mounted = mount and subprocess.run(command, capture_output=True, check=False).returncode == 0
    yield folder
    if mounted:
        subprocess.run(["umount", "--lazy", str(folder)], check=False)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory, shared: Path) -> Source:
    """What is odd, and every file of the W3C's suites that parses, each in a graph of its own."""
    folder = tmp_path_factory.mktemp("source")
    (folder / "some.trig").write_text(TRIG, "utf-8")
    items = list(file_source(folder / "some.trig").statements())
    for number, file in enumerate(sorted((shared / "rdf-tests").rglob("*.[nt][tq]*"))):
        try:
            read = list(file_source(file, base=f"https://example.org/{file.name}").statements())
        except GestaeError:
            continue
        items += (item._replace(graph=item.graph or f"urn:w3c:{number}") for item in read)
    assert len(items) > 500
    with (folder / "all.nq").open("wb") as out:
        write_rdf(out, rdf_format(folder / "all.nq"), items, {})
    return file_source(folder / "all.nq")


@pytest.fixture(scope="module")
def imported(disk: Path, source: Source, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose database the import tool filled."""
    folder = tmp_path_factory.mktemp("csv") / "csv"
    write_csv(source, folder)
    server = Server(disk / "neo4j")
    arguments = import_arguments(folder)
    server.admin("database", "import", "full", "neo4j", *arguments, options=("-Xmx512m",))
    yield server
    server.down()


def test_an_offline_import_holds_what_a_push_would(imported: Server, source: Source) -> None:
    with Connection(imported.up(small())) as graph:
        assert set(pull(graph)) == set(source.statements())
        assert push(graph, source).unchanged


def test_the_folder_must_be_empty(source: Source, tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    with pytest.raises(GestaeError, match="must be empty"):
        write_csv(source, tmp_path)


def test_a_full_disk(imported: Server, disk: Path, tmp_path: Path) -> None:
    if not disk.is_mount():
        pytest.skip("a small disk cannot be mounted here: that needs the rights of root")
    many = [
        Statement(f"urn:n{number:05}", f"urn:p{number % 7}", "x" * 200, "", "") for number in range(12_000)
    ]
    file = tmp_path / "many.nq"
    with file.open("wb") as out:
        write_rdf(out, rdf_format(file), many, {})
    with Connection(imported.up(small())) as graph:
        graph.run("MATCH (n {iri: 'urn:a'}) SET n.mine = 'kept'")
        ballast = disk / "ballast"
        ballast.write_bytes(b"0" * (shutil.disk_usage(disk).free - 3_000_000))
        command = [sys.executable, "-m", "gestae", "neo4j", "push", "--from", str(file), "--replace"]
        command += ["--patience", "3"]
        environment = os.environ | {"NEO4J_URI": graph.address.uri, "NEO4J_PASSWORD": graph.address.password}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "is its disk full?" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    ballast.unlink()
    imported.down()
    address = imported.up(small())
    assert imported.mended
    with Connection(address) as graph:
        assert meta(graph)["state"] == "pushing"
        push(graph, file_source(file))
        assert set(pull(graph)) == set(statements(parse(path=str(file), format=RdfFormat.N_QUADS)))
        assert graph.read("MATCH (n {mine: 'kept'}) RETURN n.iri AS iri") == [{"iri": "urn:a"}]

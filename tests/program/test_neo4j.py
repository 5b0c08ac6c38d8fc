"""`gestae neo4j` as a user runs it, on the server of the tests."""

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from gestae.graph.dataset import Store
from gestae.graph.neo4j_connection import Connection
from gestae.graph.neo4j_server import Server

pytestmark = pytest.mark.neo4j

Run = Callable[..., "subprocess.CompletedProcess[str]"]

TEXT = "---\ntitle: Notice\ndate: 2031-05-06\n---\nThe Ministry of Ports fined Blue Ferry in May 2031.\n"
MORE = "The Coast Council trained 40 harbor officers in 2030.\n"


@pytest.fixture
def neo4j(gestae: Run, graph: Connection, tmp_path: Path) -> Iterator[Run]:
    """`gestae neo4j`, with a store that holds a notice; the server is named as one elsewhere is."""
    (tmp_path / "notice.md").write_text(TEXT)
    gestae("build", "notice.md")
    before = dict(os.environ)
    os.environ |= {"NEO4J_URI": graph.address.uri, "NEO4J_PASSWORD": graph.address.password}
    yield lambda *words, **more: gestae("neo4j", *words, **more)
    os.environ.clear()
    os.environ.update(before)


def quads(folder: Path) -> set[str]:
    with Store(folder) as store:
        return {str(quad) for quad in store.quads}


def test_a_store_goes_in_and_comes_out(neo4j: Run, gestae: Run, graph: Connection, tmp_path: Path) -> None:
    assert "server and store differ" in neo4j("status", code=1).stdout
    pushed = neo4j("push")
    assert re.fullmatch(r"\d+ subjects written, 0 retired, 0 left as they were\n", pushed.stdout)
    assert pushed.stderr == ""
    assert neo4j("push").stdout == "nothing to do: the server holds this graph already\n"
    report = json.loads(neo4j("status", "-f", "json").stdout)
    assert report["agrees"] and report["hash"] == report["store_hash"] and report["nodes"] > 5
    neo4j("pull", "--store", tmp_path / "other")
    assert quads(tmp_path / "other") == quads(tmp_path / "store")

    (tmp_path / "more.txt").write_text(MORE)
    gestae("build", "more.txt")
    assert json.loads(neo4j("status", "-f", "json", code=1).stdout)["agrees"] is False
    changed = neo4j("push").stdout
    assert not re.search(r" 0 left as they were", changed)
    gestae("remove", "more")
    neo4j("push")
    assert graph.read("MATCH (n) WHERE n._graph CONTAINS 'more' RETURN count(n) AS n") == [{"n": 0}]
    graph.run("MATCH (n {_graph: $g}) WITH n LIMIT 1 REMOVE n._hash", g=graph_of(graph))
    assert "server and store differ" in neo4j("status", code=1).stdout


def test_the_base_of_a_store_goes_with_its_graph(neo4j: Run, gestae: Run, tmp_path: Path) -> None:
    base = "https://port.example/data/"
    gestae("build", "notice.md", "--store", "own", "--base", base)
    neo4j("push", "--store", "own")
    assert "its base is" not in neo4j("pull", "--store", "copy").stderr
    with Store(tmp_path / "copy") as copy:
        assert copy.base == base
    assert quads(tmp_path / "copy") == quads(tmp_path / "own")
    assert f"that of what was pulled {base}" in neo4j("pull", "--replace").stderr


def graph_of(graph: Connection) -> str:
    found = graph.read("MATCH (n:Action) RETURN n._graph AS graph LIMIT 1")
    return str(found[0]["graph"])


def test_what_users_add_comes_back_in_a_graph_of_its_own(
    neo4j: Run, gestae: Run, graph: Connection, tmp_path: Path
) -> None:
    neo4j("push")
    before = quads(tmp_path / "store")
    graph.run(
        "MATCH (a:Action) SET a:Checked, a.note = 'by me' CREATE (a)-[:SEEN_IN {page: 3}]->(:Case {no: 7})"
    )
    neo4j("pull")
    added = quads(tmp_path / "store") - before
    assert before < quads(tmp_path / "store")
    assert all("<https://w3id.org/gestae/neo4j/additions>" in quad for quad in added)
    for name in ("label/Checked", "property/note", "relationship/SEEN_IN", "property/page", "property/no"):
        assert any(f"gestae/neo4j/{name}>" in quad for quad in added), name
    assert neo4j("push").stdout.startswith("nothing to do")
    assert graph.read("MATCH (a:Checked)-[:SEEN_IN]->(c) RETURN a.note AS note, c.no AS no") == [
        {"note": "by me", "no": 7}
    ]


def test_a_pull_takes_nothing_from_a_store_that_was_not_pushed(
    neo4j: Run, graph: Connection, tmp_path: Path
) -> None:
    before = quads(tmp_path / "store")
    assert "no graph of ours is there" in neo4j("pull", code=1).stderr
    (tmp_path / "other.ttl").write_text("<urn:a> <urn:b> <urn:c> .")
    neo4j("push", "--from", "other.ttl")
    assert "does not hold what was pushed" in neo4j("pull", code=1).stderr
    graph.run("MATCH (m:GestaePush) SET m.state = 'pushing'")
    assert "did not finish" in neo4j("pull", "--to", "out.nq", code=1).stderr
    assert not (tmp_path / "out.nq").exists()
    assert quads(tmp_path / "store") == before
    neo4j("pull", "--to", "out.nq", "--unfinished")
    assert (tmp_path / "out.nq").read_text() == "<urn:a> <urn:b> <urn:c> .\n"


def test_files_go_in_and_come_out_as_they_were_written(neo4j: Run, tmp_path: Path) -> None:
    (tmp_path / "in.ttl").write_text('<a> <#p> 01.10 , "x"@en-GB , 1e6 , "P1Y0M"^^<urn:duration> .')
    neo4j("push")
    assert "`--replace` puts that of file" in neo4j("push", "--from", "in.ttl", code=1).stderr
    neo4j("push", "--from", "in.ttl", "--replace", "--base", "https://example.org/d/e")
    neo4j("pull", "--to", "out.nt")
    lines = (tmp_path / "out.nt").read_text().splitlines()
    subject = "<https://example.org/d/a> <https://example.org/d/e#p> "
    assert {line.removeprefix(subject) for line in lines} == {
        '"01.10"^^<http://www.w3.org/2001/XMLSchema#decimal> .',
        '"x"@en-gb .',
        '"1e6"^^<http://www.w3.org/2001/XMLSchema#double> .',
        '"P1Y0M"^^<urn:duration> .',
    }
    for name in ("out.ttl", "out.trig", "out.nq"):
        neo4j("pull", "--to", name)
        neo4j("push", "--from", name, "--replace")
        neo4j("pull", "--to", "again.nt")
        assert sorted((tmp_path / "again.nt").read_text().splitlines()) == sorted(lines), name
    assert "use one of .ttl, .trig, .nt, .nq" in neo4j("pull", "--to", "out.rdf", code=1).stderr
    assert "gestae: nowhere/out.ttl: " in neo4j("pull", "--to", "nowhere/out.ttl", code=1).stderr
    os.mkfifo(tmp_path / "pipe.nt")
    with subprocess.Popen(["cat", tmp_path / "pipe.nt"], stdout=subprocess.PIPE, text=True) as reading:
        neo4j("pull", "--to", "pipe.nt")
        assert reading.communicate(timeout=60)[0].splitlines() == lines
    assert "no such file" in neo4j("push", "--from", "gone.ttl", code=1).stderr
    assert "the server holds the graph of file" in neo4j("push", code=1).stderr
    neo4j("push", "--replace")


def test_a_file_that_an_earlier_release_pushed_is_pushed_again(
    neo4j: Run, graph: Connection, tmp_path: Path
) -> None:
    (tmp_path / "piers.nt").write_text("<urn:a> <urn:p> <urn:pier> .\n")
    neo4j("push", "--from", "piers.nt")
    graph.run("MATCH (m:GestaePush) SET m.origin = 'file piers.nt'")
    (tmp_path / "piers.nt").write_text("<urn:a> <urn:p> <urn:quay> .\n")
    assert neo4j("push", "--from", "piers.nt").stdout.startswith("1 subjects written")


def test_a_file_takes_the_place_of_another_only_where_that_is_asked_for(neo4j: Run, tmp_path: Path) -> None:
    for folder in ("one", "other"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "piers.nt").write_text(f"<urn:{folder}> <urn:p> <urn:pier> .\n")
    neo4j("push", "--from", "one/piers.nt")
    refused = neo4j("push", "--from", "other/piers.nt", code=1).stderr
    assert f"holds the graph of file {tmp_path}/one/piers.nt; `--replace` puts that of file" in refused
    assert f"of file {tmp_path}/one/piers.nt, not the store's" in neo4j("status", code=1).stdout
    assert "`gestae neo4j push --replace`" in neo4j("status", code=1).stdout
    (tmp_path / "one" / "piers.nt").write_text("<urn:one> <urn:p> <urn:quay> .\n")
    assert neo4j("push", "--from", "one/../one/piers.nt").stdout.startswith("1 subjects written")
    assert neo4j("push", "--from", "other/piers.nt", "--replace").stdout.startswith(
        "1 subjects written, 1 ret"
    )
    assert "is no store" in neo4j("status", "--store", "none", code=1).stdout
    assert "none is named: --from FILE" in neo4j("push", "--base", "https://port.example/", code=2).stderr


def test_triple_terms_are_refused_with_the_name_of_the_file(neo4j: Run, tmp_path: Path) -> None:
    for name in ("terms.ttl", "terms.nt"):
        (tmp_path / name).write_text("<urn:a> <urn:b> <<( <urn:c> <urn:d> <urn:e> )>> .\n")
        said = neo4j("push", "--from", name, code=1).stderr
        assert said.startswith(f"gestae: {name}: ") and "triple terms are RDF 1.2" in said
    (tmp_path / "broken.ttl").write_text("<urn:a> <urn:b>\n  <urn:c .\n")
    assert (
        "broken.ttl: " in (said := neo4j("push", "--from", "broken.ttl", code=1).stderr) and "line 2" in said
    )


def test_progress_is_for_a_terminal_alone(neo4j: Run, graph: Connection, tmp_path: Path) -> None:
    lines = (f"<urn:n{number}> <urn:p> {number % 9} .\n" for number in range(21_000))
    (tmp_path / "many.ttl").write_text("".join(lines))
    main, terminal = pty.openpty()
    command = [sys.executable, "-m", "gestae", "neo4j", "push", "--from", "many.ttl"]
    subprocess.run(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=terminal, check=True)
    os.close(terminal)
    assert "20,000 statements" in os.read(main, 1_000).decode()
    os.close(main)
    graph.run("MATCH (n) DETACH DELETE n")
    assert neo4j("push", "--from", "many.ttl").stderr == ""


def test_the_server_of_a_store(gestae: Run, neo4j_server: Server, neo4j_store: Path, tmp_path: Path) -> None:
    (tmp_path / "notice.md").write_text(TEXT)
    gestae("build", "notice.md")
    state = (neo4j_server.home / "server.json").read_text()
    (neo4j_store / "gestae-store.json").write_text((tmp_path / "store" / "gestae-store.json").read_text())
    up = gestae("neo4j", "up", "--store", neo4j_store).stdout
    assert "Neo4j answers at bolt://127.0.0.1:" in up
    assert (neo4j_server.home / "server.json").read_text() == state
    for name in ("server.pem", "server.key"):
        (tmp_path / name).touch()
    port = json.loads(state)["bolt"]
    heap = json.loads(state)["heap"].upper()
    for same in (("--port", str(port)), ("--heap", heap), ("--listen", "localhost")):
        assert f":{port} " in gestae("neo4j", "up", *same, "--store", neo4j_store).stdout
    for asked in (
        ("--port", str(port % 65535 + 1)),
        ("--listen", "0.0.0.0"),  # noqa: S104
        ("--heap", "7g"),
        ("--certificate", "server.pem", "--private-key", "server.key"),
    ):
        refused = gestae("neo4j", "up", *asked, "--store", neo4j_store, code=1)
        assert f"a server runs already, and not with {asked[0]} " in refused.stderr and not refused.stdout
        assert len(refused.stderr.splitlines()) == 1 and "`gestae neo4j down` first" in refused.stderr
    assert (neo4j_server.home / "server.json").read_text() == state
    assert neo4j_server.home.joinpath("password").read_text() not in up
    assert "Started." in gestae("neo4j", "logs", "--store", neo4j_store).stdout
    assert len(gestae("neo4j", "logs", "-n", "2", "--store", neo4j_store).stdout.splitlines()) <= 2
    assert gestae("neo4j", "down").stdout == "no server ran\n"
    for words in (("status",), ("push",), ("pull",), ("push", "--from", "x.ttl")):
        said = gestae("neo4j", *words, code=1).stderr
        assert len(said.splitlines()) == 1 and said.startswith("gestae: "), said


def test_the_graph_as_csv_for_the_import_tool(gestae: Run, tmp_path: Path) -> None:
    (tmp_path / "notice.md").write_text(TEXT)
    gestae("build", "notice.md")
    said = gestae("export", "-f", "neo4j-csv", "-o", "csv").stderr
    assert re.match(
        r"[\d,]+ subjects, [\d,]+ relationships\nimport: neo4j-admin database import full neo4j @/", said
    )
    arguments = (tmp_path / "csv" / "import.txt").read_text().splitlines()
    for argument in arguments[:-3]:
        assert Path(argument.partition("=")[2]).is_file()
    assert "must be empty" in gestae("export", "-f", "neo4j-csv", "-o", "csv", code=1).stderr
    assert "name their folder" in gestae("export", "-f", "neo4j-csv", code=2).stderr
    assert "gestae: " in gestae("export", "-f", "turtle", "-o", "csv", code=1).stderr


@pytest.mark.parametrize("option", ["--port", "--http-port"])
@pytest.mark.parametrize("port", ["70000", "-5"])
def test_a_port_that_is_none_is_refused(gestae: Run, option: str, port: str) -> None:
    assert "is not in the range" in gestae("neo4j", "up", option, port, code=2).stderr


def test_where_there_is_no_store_there_is_no_server(gestae: Run) -> None:
    for word in ("down", "logs"):
        assert "no gestae store here" in gestae("neo4j", word, "--store", "none", code=1).stderr


def test_what_is_fetched_is_said_once_and_after_the_folder_is_known_to_be_writable(
    gestae: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for name in ("HTTPS_PROXY", "https_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    said = gestae("neo4j", "up", code=1).stderr.splitlines()
    assert re.fullmatch(r"fetching Neo4j [\d.]+ from Maven Central, once: \d+ files", said[0])
    assert len(said) == 2 and "cannot be fetched from Maven Central" in said[1]
    (tmp_path / "store" / "neo4j").rename(tmp_path / "away")
    (tmp_path / "store" / "neo4j").write_text("in the way")
    (refused,) = gestae("neo4j", "up", code=1).stderr.splitlines()
    assert "store/neo4j" in refused


def test_a_certificate_without_its_key_is_refused_before_a_server_starts(gestae: Run, tmp_path: Path) -> None:
    (tmp_path / "server.pem").write_text("")
    wrong = gestae("neo4j", "up", "--certificate", "server.pem", code=2)
    assert "TLS needs both --certificate and --private-key" in wrong.stderr
    assert not (tmp_path / "store" / "neo4j").exists()

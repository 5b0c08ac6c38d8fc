"""Into a real server and back: exactness, idempotence, users' additions, and failures."""

import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import CanonicalizationAlgorithm, Dataset, Quad, RdfFormat, parse

from gestae.graph.neo4j_additions import GRAPH, additions
from gestae.graph.neo4j_connection import Address, Connection
from gestae.graph.neo4j_cypher import escaped
from gestae.graph.neo4j_files import file_source, write_file
from gestae.graph.neo4j_pull import pull
from gestae.graph.neo4j_push import Source, agrees, meta, push, summary
from gestae.graph.neo4j_server import Server, Settings
from gestae.graph.neo4j_terms import Statement, quads, statements
from gestae.ontology.errors import GestaeError, ServerError

pytestmark = pytest.mark.neo4j

G = "https://w3id.org/gestae/ontology#"
FIRST = f"""
    GRAPH <urn:doc1> {{ <urn:c1> a <{G}Action> ; <{G}verb> "secure" ; <{G}actor> <urn:doj> ;
        <{G}value> 1.10 . }}
    GRAPH <urn:doc2> {{ <urn:c2> a <{G}Action> ; <{G}verb> "fund" ; <{G}actor> <urn:doj> . }}
    GRAPH <urn:authority> {{ <urn:doj> a <{G}Actor> ;
        <http://www.w3.org/2000/01/rdf-schema#label> "DOJ"@en-US . }}
"""
SECOND = (
    FIRST.replace('"fund"', '"finance"')
    .replace("GRAPH <urn:doc1>", "GRAPH <urn:doc3>", 1)
    .replace("c1", "c3")
)


def read(trig: str) -> list[Quad]:
    return list(parse(trig.encode(), format=RdfFormat.TRIG))


def source(items: Iterable[Quad], origin: str = "test") -> Source:
    kept = list(items)
    return Source(origin, str(hash(frozenset(kept))), lambda: statements(kept))


def canonical(items: Iterable[Quad]) -> Dataset:
    dataset = Dataset(items)
    dataset.canonicalize(CanonicalizationAlgorithm.UNSTABLE)
    return dataset


def pulled(connection: Connection) -> set[Quad]:
    return set(quads(pull(connection)))


def test_every_positive_file_of_the_w3c_suites_comes_back(
    graph: Connection, shared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [
        shared / "rdf-tests" / suite / name
        for suite in ("rdf-turtle", "rdf-n-triples", "rdf-n-quads")
        for name in positive(shared / "rdf-tests" / suite / "manifest.ttl")
    ]
    assert len(files) > 200
    for number, file in enumerate(files):
        base = f"https://example.org/{file.name}"
        push(graph, file_source(file, base=base))
        back = tmp_path / f"{number}.nq"
        write_file(back, pull(graph), {})
        format_ = RdfFormat.from_extension(file.suffix[1:])
        line_based = file.suffix in (".nt", ".nq")
        wanted = parse(path=str(file), format=format_, base_iri=None if line_based else base)
        assert canonical(parse(path=str(back), format=RdfFormat.N_QUADS)) == canonical(wanted), file.name
    with capsys.disabled():
        sys.stdout.write(f"\nW3C files through Neo4j and back: {len(files)}\n")


def positive(manifest: Path) -> list[str]:
    names = set()
    types: dict[str, str] = {}
    actions: dict[str, str] = {}
    for quad in parse(path=str(manifest), format=RdfFormat.TURTLE, base_iri="https://example.org/"):
        if quad.predicate.value.endswith("#type"):
            types[str(quad.subject)] = quad.object.value
        elif quad.predicate.value.endswith("#action"):
            actions[str(quad.subject)] = quad.object.value
    for test, action in actions.items():
        if "Positive" in types[test] or types[test].endswith("TestTurtleEval"):
            names.add(action.rpartition("/")[2])
    return sorted(names)


def test_a_second_push_changes_nothing(graph: Connection) -> None:
    first = push(graph, source(read(FIRST)))
    assert (first.written, first.unchanged) == (3, False)
    assert push(graph, source(read(FIRST))).unchanged
    assert pulled(graph) == set(read(FIRST))
    assert agrees(meta(graph), summary(graph), source(read(FIRST)).digest)


def test_only_what_changed_moves(graph: Connection) -> None:
    push(graph, source(read(FIRST)))
    done = push(graph, source(read(SECOND)))
    assert (done.written, done.retired, done.kept) == (2, 1, 1)
    assert pulled(graph) == set(read(SECOND))
    assert graph.read("MATCH (n {iri: 'urn:c1'}) RETURN n") == []


def test_lost_nodes_and_relationships_are_seen_and_restored(graph: Connection) -> None:
    push(graph, source(read(FIRST)))
    graph.run("MATCH ({iri: 'urn:c1'})-[r:ACTOR]->() DELETE r")
    graph.run("MATCH (n {iri: 'urn:c2'}) DETACH DELETE n")
    assert not agrees(meta(graph), summary(graph), source(read(FIRST)).digest)
    assert push(graph, source(read(FIRST))).written == 2
    assert pulled(graph) == set(read(FIRST))


def test_what_users_added_survives_and_comes_back(graph: Connection) -> None:
    push(graph, source(read(FIRST)))
    graph.run("MATCH (n {iri: 'urn:doj'}) SET n:Watched, n.note = 'ask again', n.rank = 3")
    graph.run("MATCH (n {iri: 'urn:c2'})-[r:ACTOR]->() SET r.weight = 2")
    graph.run("MATCH (n {iri: 'urn:c1'}) CREATE (n)-[:SEEN_IN]->(:Case {title: 'T'})")
    assert pulled(graph) == set(read(FIRST))
    push(graph, source(read(SECOND)))
    assert pulled(graph) == set(read(SECOND))
    kept = graph.read("MATCH (n {iri: 'urn:doj'}) RETURN n.note AS note, n:Watched AS watched")
    assert kept == [{"note": "ask again", "watched": True}]
    stripped = graph.read(
        "MATCH (n {iri: 'urn:c1'})-[:SEEN_IN]->(c) RETURN keys(n) AS keys, c.title AS title"
    )
    assert stripped == [{"keys": ["iri"], "title": "T"}]
    added = list(additions(graph))
    assert {item.graph for item in added} == {GRAPH}
    assert {item.object for item in added} >= {"ask again", "3", "2", "T"}


def test_hostile_names_stay_names(graph: Connection) -> None:
    hostile = ["`", "a`) DETACH DELETE n //", "\\u0060) DETACH DELETE n //", "\\", "a b\"'", "\u2028"]
    for name in hostile:
        made = graph.run(
            f"CREATE (n:Probe:{escaped(name)} {{{escaped(name)}: 1}}) RETURN labels(n) AS l, keys(n) AS k"
        )
        assert made == [{"l": ["Probe", name], "k": [name]}]
    with pytest.raises(ServerError, match="no such name"):
        escaped("a\0b")


def many(count: int) -> list[Statement]:
    return [
        item
        for number in range(count)
        for item in (
            Statement(f"urn:n{number:06}", f"{G}verb", "secure", "", "urn:g"),
            Statement(f"urn:n{number:06}", f"{G}actor", f"urn:n{(number * 7) % count:06}", "#", "urn:g"),
        )
    ]


PUSHER = """
import sys
from pyoxigraph import RdfFormat
from pathlib import Path
from gestae.graph.neo4j_connection import Address, Connection
from gestae.graph.neo4j_files import file_source
from gestae.graph.neo4j_push import push
with Connection(Address(sys.argv[1], "neo4j", Path(sys.argv[2]).read_text()), patience=5) as connection:
    print("go", flush=True)
    push(connection, file_source(Path(sys.argv[3])))
"""


def start_push(server: Server, file: Path) -> "subprocess.Popen[str]":
    address = server.address()
    assert address is not None
    command = [sys.executable, "-c", PUSHER, address.uri, str(server.home / "password"), str(file)]
    started = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert started.stdout is not None
    assert started.stdout.readline() == "go\n"
    return started


def wait_for_some(graph: Connection) -> None:
    end = time.monotonic() + 60
    while not summary(graph).nodes:
        assert time.monotonic() < end
        time.sleep(0.02)


def test_a_client_killed_half_way_is_completed_by_the_next_push(
    neo4j_server: Server, graph: Connection, tmp_path: Path
) -> None:
    file = tmp_path / "many.nq"
    write_file(file, many(20_000), {})
    with start_push(neo4j_server, file) as started:
        wait_for_some(graph)
        started.kill()
    assert meta(graph)["state"] == "pushing"
    assert summary(graph).nodes < 20_000
    done = push(graph, file_source(file))
    assert 0 < done.written < 20_000
    assert set(pull(graph)) == set(many(20_000))


def test_a_server_killed_half_way_is_completed_after_a_restart(neo4j_server: Server, tmp_path: Path) -> None:
    file = tmp_path / "many.nq"
    write_file(file, many(20_000), {})
    address = neo4j_server.address() or neo4j_server.up(Settings(heap="512m", page_cache="64m"))
    with Connection(address) as graph:
        graph.run("MATCH (n) DETACH DELETE n")
        with start_push(neo4j_server, file) as started:
            wait_for_some(graph)
            pid = int(re.findall(r'"pid": (\d+)', (neo4j_server.home / "server.json").read_text())[0])
            subprocess.run(["kill", f"-{signal.SIGKILL.value}", str(pid)], check=True)
            _, said = started.communicate(timeout=60)
    assert started.returncode
    assert "ServerError" in said.splitlines()[-1]
    with Connection(neo4j_server.up(Settings(heap="512m", page_cache="64m"))) as graph:
        push(graph, file_source(file))
        assert set(pull(graph)) == set(many(20_000))


def test_a_wrong_password_is_named_and_not_shown(graph: Connection) -> None:
    wrong = replace(graph.address, password="not-the-one")
    with pytest.raises(ServerError, match="refuses user 'neo4j'") as caught, Connection(wrong):
        pass
    assert "not-the-one" not in str(caught.value) + repr(wrong)


def test_no_server_is_a_clear_word() -> None:
    with (
        pytest.raises(ServerError, match="gestae neo4j up"),
        Connection(Address("bolt://127.0.0.1:1"), patience=1),
    ):
        pass


def test_a_server_that_is_too_old_is_refused(graph: Connection) -> None:
    with pytest.raises(ServerError, match="too old"), Connection(graph.address, minimum=(99, 0)):
        pass


def test_an_unknown_database_is_named(graph: Connection) -> None:
    with pytest.raises(ServerError, match="nowhere"), Connection(replace(graph.address, database="nowhere")):
        pass


def test_a_broken_file_leaves_the_server_as_it_was(graph: Connection, tmp_path: Path) -> None:
    push(graph, source(read(FIRST)))
    broken = tmp_path / "broken.nt"
    broken.write_text("<urn:a> <urn:b> <urn:c> .\n<urn:a> <urn:b> oops\n")
    with pytest.raises(GestaeError, match=r"broken\.nt"):
        file_source(broken)
    assert pulled(graph) == set(read(FIRST))


def test_the_secret_is_the_owners_alone(neo4j_server: Server) -> None:
    secret = neo4j_server.home / "password"
    assert secret.stat().st_mode & 0o777 == 0o600
    assert neo4j_server.home.stat().st_mode & 0o777 == 0o700
    password = secret.read_text()
    shown = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
    assert password not in shown + "\n".join(neo4j_server.lines(1_000))
    configured = (neo4j_server.home / "conf" / "neo4j.conf").read_text()
    assert password not in configured
    assert set(re.findall(r"listen_address=([^:\n]+)", configured)) == {"127.0.0.1"}

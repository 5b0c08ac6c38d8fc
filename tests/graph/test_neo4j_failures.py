"""What goes wrong between a client and a server: a clear word, nothing lost, and the next push completes."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from neo4j.exceptions import ServiceUnavailable

from gestae.graph.neo4j_connection import Address, Connection, plain_errors
from gestae.graph.neo4j_cypher import CREATE_CONSTRAINT
from gestae.graph.neo4j_files import rdf_format, write_rdf
from gestae.graph.neo4j_pull import pull
from gestae.graph.neo4j_push import Source, meta, push, summary
from gestae.graph.neo4j_server import Server
from gestae.graph.neo4j_terms import Statement
from gestae.ontology.errors import ServerError

pytestmark = pytest.mark.neo4j
G = "https://w3id.org/gestae/ontology#"


def many(count: int) -> list[Statement]:
    return [
        item
        for number in range(count)
        for item in (
            Statement(f"urn:n{number:06}", f"{G}verb", "secure", "", "urn:g"),
            Statement(f"urn:n{number:06}", f"{G}actor", f"urn:n{(number * 7) % count:06}", "#", "urn:g"),
        )
    ]


MANY = Source("many", "12000", lambda: many(12_000))


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("many") / "many.nq"
    with path.open("wb") as out:
        write_rdf(out, rdf_format(path), many(12_000), {})
    return path


def start(file: Path, address: Address, password: str | None = None) -> "subprocess.Popen[str]":
    """`gestae neo4j push --from`, begun."""
    environment = os.environ | {"NEO4J_URI": address.uri, "NEO4J_PASSWORD": password or address.password}
    command = [sys.executable, "-m", "gestae", "neo4j", "push", "--from", str(file), "--patience", "3"]
    return subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=file.parent
    )


def wait_for_some(graph: Connection) -> None:
    end = time.monotonic() + 60
    while not summary(graph).nodes:
        assert time.monotonic() < end
        time.sleep(0.02)


def completed(graph: Connection, file: Path) -> bool:
    """Whether the next push makes the server hold the file."""
    with start(file, graph.address) as again:
        said, wrong = again.communicate()
    assert (again.returncode, wrong) == (0, ""), said
    return set(pull(graph)) == set(many(12_000)) and meta(graph)["state"] == "complete"


def test_a_client_killed_half_way(graph: Connection, file: Path) -> None:
    with start(file, graph.address) as started:
        wait_for_some(graph)
        started.kill()
    assert meta(graph)["state"] == "pushing"
    assert summary(graph).nodes < 12_000
    assert completed(graph, file)


def test_ctrl_c_half_way_says_so_and_the_next_push_completes(graph: Connection, file: Path) -> None:
    graph.run(CREATE_CONSTRAINT)
    graph.run("CREATE (:Gestae {iri: 'urn:n011999'})")
    with graph.driver.session() as session, session.begin_transaction() as holding:
        # The push comes as far as this node and waits for it, however fast the server is.
        holding.run("MATCH (n:Gestae {iri: 'urn:n011999'}) SET n.note = 'mine'").consume()
        with start(file, graph.address) as started:
            wait_for_some(graph)
            started.send_signal(signal.SIGINT)
            _, said = started.communicate(timeout=60)
        holding.rollback()
    assert started.returncode == 130, said
    assert [line for line in said.splitlines() if line] == [
        "gestae: broken off; what the server was sent stays there, and the same command goes on from there"
    ]
    assert meta(graph)["state"] == "pushing"
    assert completed(graph, file)


def test_ctrl_c_stays_what_it_is_where_cleaning_up_behind_it_fails() -> None:
    # The driver cannot read on where a read was broken off: "Existing exports of data: object cannot be re-sized".
    lost = ServiceUnavailable("defunct connection")
    lost.__context__ = BufferError("Existing exports of data")
    lost.__context__.__context__ = KeyboardInterrupt()
    with pytest.raises(KeyboardInterrupt), plain_errors(Address("bolt://127.0.0.1:1")):
        raise lost


def test_a_server_killed_half_way(neo4j_server: Server, graph: Connection, file: Path) -> None:
    with start(file, graph.address) as started:
        wait_for_some(graph)
        pid = int(re.findall(r'"pid": (\d+)', (neo4j_server.home / "server.json").read_text())[0])
        os.kill(pid, signal.SIGKILL)
        _, said = started.communicate(timeout=90)
    assert started.returncode == 1
    assert "the connection was lost; start one with `gestae neo4j up` and run the command again" in said
    assert len(said.splitlines()) == 1, said
    with Connection(neo4j_server.up()) as restarted:
        assert meta(restarted)["state"] == "pushing"
        assert completed(restarted, file)


class Proxy:
    """A port that passes bytes on to `target`, and cuts a connection once it has sent more than `limit`.

    After that it passes all on, or nothing any more, on any connection, where the cut is `for_good`.
    """

    def __init__(self, target: int, limit: int, *, for_good: bool = False) -> None:
        self.target, self.limit, self.for_good = target, limit, for_good
        self.cut = self.closed = False
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self.listening.getsockname()[1])
        self.sockets: list[socket.socket] = []
        self.threads = [threading.Thread(target=self.serve)]

    def __enter__(self) -> "Proxy":
        self.threads[0].start()
        return self

    def __exit__(self, *_: object) -> None:
        self.closed = True
        socket.create_connection(("127.0.0.1", self.port)).close()
        self.threads[0].join()
        for each in self.sockets:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        for thread in self.threads[1:]:
            thread.join()
        for each in (*self.sockets, self.listening):
            each.close()

    def serve(self) -> None:
        while not self.closed:
            client, _ = self.listening.accept()
            if self.closed or (self.cut and self.for_good):
                client.close()
                continue
            server = socket.create_connection(("127.0.0.1", self.target))
            self.sockets += [client, server]
            for source, sink in ((client, server), (server, client)):
                self.threads.append(threading.Thread(target=self.pump, args=(source, sink)))
                self.threads[-1].start()

    def pump(self, source: socket.socket, sink: socket.socket) -> None:
        sent = 0
        with suppress(OSError):
            while data := source.recv(65_536):
                sent += len(data)
                if sent > self.limit and not self.cut:
                    self.cut = True
                    break
                sink.sendall(data)
        lost = self.sockets if self.cut and self.for_good else (source, sink)
        for each in lost:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)


def bolt(graph: Connection) -> int:
    return int(graph.address.uri.rpartition(":")[2])


def test_a_connection_cut_once_is_taken_up_again(graph: Connection) -> None:
    with Proxy(bolt(graph), 300_000) as between:
        with Connection(replace(graph.address, uri=f"bolt://127.0.0.1:{between.port}")) as connection:
            done = push(connection, MANY)
        assert between.cut
    assert done.written >= 12_000
    assert set(pull(graph)) == set(many(12_000))


def test_a_connection_that_is_lost_for_good(graph: Connection, file: Path) -> None:
    with Proxy(bolt(graph), 300_000, for_good=True) as between:
        address = replace(graph.address, uri=f"bolt://127.0.0.1:{between.port}")
        with start(file, address) as started:
            _, said = started.communicate()
    assert started.returncode == 1
    assert "the connection was lost" in said
    assert len(said.splitlines()) == 1, said
    assert 0 < summary(graph).nodes < 12_000
    assert meta(graph)["state"] == "pushing"
    assert completed(graph, file)


def test_a_wrong_password_is_named_and_not_shown(graph: Connection, file: Path) -> None:
    with start(file, graph.address, password="not-the-one") as started:
        said, wrong = started.communicate()
    assert started.returncode == 1
    assert "refuses user 'neo4j'" in wrong
    assert "not-the-one" not in said + wrong + repr(replace(graph.address, password="not-the-one"))
    assert meta(graph) == {}


def test_no_server_is_a_clear_word() -> None:
    with (
        pytest.raises(ServerError, match="gestae neo4j up"),
        Connection(Address("bolt://127.0.0.1:1"), patience=1),
    ):
        pass


@pytest.mark.parametrize(
    ("uri", "says"),
    [
        ("http://127.0.0.1:7474", "'http' begins no address"),
        ("nonsense", "'nonsense' begins no address"),
        ("bolt://", "'bolt' begins no address"),
        ("bolt://neo4j:open-sesame@127.0.0.1:7687", "no user or password"),
        ("http://neo4j:open-sesame@127.0.0.1", "'this' begins no address"),
    ],
)
def test_an_address_that_is_none_is_refused_without_its_password(uri: str, says: str) -> None:
    with pytest.raises(ServerError, match=says) as refused, Connection(Address(uri), patience=1):
        pass
    assert "sesame" not in str(refused.value)


def test_an_unknown_database_is_named(graph: Connection) -> None:
    with pytest.raises(ServerError, match="nowhere"), Connection(replace(graph.address, database="nowhere")):
        pass


def test_a_server_that_is_too_old_is_refused(graph: Connection) -> None:
    with (
        pytest.raises(ServerError, match=r"Neo4j/5\.\d+\.\d+ is too old; gestae needs"),
        Connection(graph.address, minimum=(99, 0)),
    ):
        pass


SUCCESS = b"\xb1\x70"


@pytest.mark.parametrize(
    ("version", "agent", "says"),
    [
        (b"\0\0\4\4", b"Neo4j/4.4.44", r"Neo4j/4\.4\.44 is too old; gestae needs Neo4j 5\.26 or later"),
        (b"\0\0\0\0", b"", r"speaks no protocol of this driver; gestae needs Neo4j 5\.26 or later"),
    ],
)
def test_a_server_is_too_old_by_what_it_says_over_the_wire(version: bytes, agent: bytes, says: str) -> None:
    """The first bytes that such servers send: the version of Bolt, and who they are."""
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with suppress(OSError):
            while True:
                client, _ = listening.accept()
                client.recv(64)
                client.sendall(version)
                named = b"\x86server" + bytes([0x80 + len(agent)]) + agent
                hello = SUCCESS + b"\xa2" + named + b"\x8dconnection_id\x81x"
                answers = iter([hello])
                while agent and client.recv(65_536):
                    answer = next(answers, SUCCESS + b"\xa0")
                    client.sendall(len(answer).to_bytes(2, "big") + answer + b"\0\0")
                client.close()

    threading.Thread(target=serve, daemon=True).start()
    with (
        listening,
        pytest.raises(ServerError, match=says),
        Connection(Address(f"bolt://127.0.0.1:{listening.getsockname()[1]}"), patience=2),
    ):
        pass

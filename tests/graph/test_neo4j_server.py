"""A server of one's own: the ports that it takes, and what an earlier one left behind."""

import json
import os
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from gestae.graph.neo4j_connection import Connection
from gestae.graph.neo4j_server import Server
from gestae.graph.neo4j_settings import Settings
from gestae.ontology.errors import ServerError

pytestmark = pytest.mark.neo4j

SMALL = Settings(heap="400m", page_cache="32m")


@pytest.fixture
def two(tmp_path: Path) -> Iterator[list[Server]]:
    servers = [Server(tmp_path / name / "neo4j") for name in ("one", "other")]
    yield servers
    for server in servers:
        server.down()


def test_two_servers_that_start_at_once_take_ports_of_their_own(
    neo4j_server: Server, two: list[Server]
) -> None:
    assert neo4j_server.address()
    with ThreadPoolExecutor(2) as pool:
        addresses = list(pool.map(lambda server: server.up(SMALL), two))
    assert len({address.uri for address in addresses}) == 2
    assert len({server.browser() for server in two}) == 2
    for server, address in zip(two, addresses, strict=True):
        with Connection(address) as connection:
            assert connection.read("RETURN 1 AS one") == [{"one": 1}]
        host, _, port = str(server.browser()).removeprefix("http://").partition(":")
        socket.create_connection((host, int(port)), timeout=5).close()


def test_a_port_that_is_named_and_in_use_is_refused_at_once(neo4j_server: Server, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        for settings in (Settings(bolt_port=port), Settings(http_port=port)):
            with pytest.raises(ServerError, match=f"port {port} is in use; name another"):
                Server(tmp_path / "neo4j").up(settings)
    assert not (tmp_path / "neo4j").exists()


def test_what_a_server_left_that_was_killed_is_no_server(tmp_path: Path) -> None:
    server = Server(tmp_path / "neo4j")
    server.home.mkdir()
    state = server.home / "server.json"
    for left in (json.dumps({"pid": os.getpid(), "bolt": 7687, "http": 7474}), "", "{", "[]", '{"pid": 1}'):
        state.write_text(left)
        assert server.address() is None and server.browser() is None
        assert server.down() is False
        assert not state.exists()

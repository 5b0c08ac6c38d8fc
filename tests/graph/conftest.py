"""A real Neo4j server, started once by the same code that users start it with."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from gestae.graph.neo4j_connection import Connection
from gestae.graph.neo4j_server import Server, Settings
from gestae.ontology.errors import ServerError


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server on free ports, stopped at the end."""
    server = Server(tmp_path_factory.mktemp("neo4j-store") / "neo4j")
    try:
        server.up(Settings(heap="512m", page_cache="64m"))
    except ServerError as error:
        if os.environ.get("GESTAE_REQUIRE") == "all":
            raise
        pytest.skip(f"no Neo4j server can be started here: {error}")
    yield server
    server.down()


@pytest.fixture
def graph(neo4j_server: Server) -> Iterator[Connection]:
    """A connection to the server, whose database is empty."""
    address = neo4j_server.address() or neo4j_server.up(Settings(heap="512m", page_cache="64m"))
    with Connection(address) as connection:
        connection.run("MATCH (n) DETACH DELETE n")
        yield connection


@pytest.fixture
def neo4j_store(neo4j_server: Server) -> Path:
    """The folder of a store whose server is the running one."""
    return neo4j_server.home.parent

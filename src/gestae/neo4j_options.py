"""Options that name a Neo4j server, and the address that they name."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gestae.ontology.errors import ServerError
from gestae.options import STORE

if TYPE_CHECKING:
    from gestae.graph.neo4j_connection import Address
    from gestae.graph.neo4j_server import Server

__all__ = ["address_of", "server_of", "where"]

_OPTIONS = (
    click.option("--database", envvar="NEO4J_DATABASE", help="Database; by default the user's own."),
    click.option("--username", envvar="NEO4J_USERNAME", default="neo4j", show_default=True),
    click.option(
        "--uri",
        envvar="NEO4J_URI",
        help="A server elsewhere (neo4j+s://… with TLS); its password in NEO4J_PASSWORD.",
    ),
    STORE,
)


def where(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options `store_path`, `uri`, `username` and `database`."""
    for option in _OPTIONS:
        command = option(command)
    return command


def server_of(store_path: str) -> "Server":
    """The server whose data lie in a store, running or not."""
    from gestae.graph.neo4j_server import Server

    return Server(Path(store_path) / "neo4j")


def address_of(store_path: str, uri: str | None, username: str, database: str | None) -> "Address":
    """The server of the options, else the one of the store. The password comes from the environment.

    :raises ServerError: if none is named and none runs for the store.
    """
    from gestae.graph.neo4j_connection import Address

    if uri:
        return Address(uri, username, os.environ.get("NEO4J_PASSWORD", ""), database)
    address = server_of(store_path).address()
    if address is None:
        raise ServerError(
            "no Neo4j server runs for this store; start one with `gestae neo4j up`, or name one by --uri"
        )
    return Address(address.uri, address.username, address.password, database or address.database)

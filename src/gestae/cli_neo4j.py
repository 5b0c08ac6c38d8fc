"""`gestae neo4j` and `gestae cypher`: a server, the graph into it and back, and questions to it."""

import csv
import json
import os
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gestae.ontology.errors import GestaeError, ServerError

if TYPE_CHECKING:
    from gestae.graph.neo4j_connection import Address
    from gestae.graph.neo4j_push import Source
    from gestae.graph.neo4j_server import Server

__all__ = ["cypher", "neo4j"]


def _where(command: Any) -> Any:
    for option in (
        click.option("--database", envvar="NEO4J_DATABASE", help="Database; by default the user's own."),
        click.option("--username", envvar="NEO4J_USERNAME", default="neo4j", show_default=True),
        click.option(
            "--uri",
            envvar="NEO4J_URI",
            help="A server elsewhere (neo4j+s://… with TLS); its password in NEO4J_PASSWORD.",
        ),
        _store,
    ):
        command = option(command)
    return command


_store = click.option(
    "--store",
    "store",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="GESTAE_STORE",
    default="gestae-store",
    show_default=True,
    help="Folder of the store.",
)


def _server(store: Path) -> "Server":
    from gestae.graph.neo4j_server import Server

    return Server(store / "neo4j")


def _address(store: Path, uri: str | None, username: str, database: str | None) -> "Address":
    from gestae.graph.neo4j_connection import Address

    if uri:
        return Address(uri, username, os.environ.get("NEO4J_PASSWORD", ""), database)
    address = _server(store).address()
    if address is None:
        raise ServerError(
            "no Neo4j server runs for this store; start one with `gestae neo4j up`, or name one by --uri"
        )
    return address


@click.group()
def neo4j() -> None:
    """Run a Neo4j server, and move the graph into it and back."""


@neo4j.command()
@_store
@click.option("--heap", default="1g", show_default=True, help="Java heap.")
@click.option("--port", default=0, help="Bolt port; by default 7687, or a free one.")
@click.option("--http-port", default=0, help="HTTP port; by default 7474, or a free one.")
@click.option("--listen", default="127.0.0.1", show_default=True, help="Address to listen on.")
def up(store: Path, heap: str, port: int, http_port: int, listen: str) -> None:
    """Start a server whose data lie in the store (the first time fetches it)."""
    from gestae.graph import folder
    from gestae.graph.neo4j_server import Settings

    folder.create(store, None)
    server = _server(store)
    address = server.up(Settings(heap=heap, listen=listen, bolt_port=port, http_port=http_port))
    click.echo(
        f"Neo4j answers at {address.uri} (user {address.username}, password in {server.home / 'password'})"
    )
    click.echo(f"Browser: {server.browser()}")


@neo4j.command()
@_store
def down(store: Path) -> None:
    """Stop the server of the store."""
    click.echo("stopped" if _server(store).down() else "no server ran")


@neo4j.command()
@_store
@click.option("-n", "count", default=50, show_default=True, help="Lines.")
def logs(store: Path, count: int) -> None:
    """Show the last lines that the server printed."""
    for line in _server(store).lines(count):
        click.echo(line)


@neo4j.command()
@_where
@click.option("-f", "format_", type=click.Choice(["text", "json"]), default="text")
def status(store: Path, uri: str | None, username: str, database: str | None, format_: str) -> None:
    """Say whether a server answers, and whether it holds what the store holds (exit code 1 if not)."""
    from gestae.graph.neo4j_connection import Connection
    from gestae.graph.neo4j_push import agrees, meta, summary

    address = _address(store, uri, username, database)
    with Connection(address, patience=5) as connection:
        held, now = meta(connection), summary(connection)
        source = _of_store(store) if (store / "gestae-store.json").exists() else None
    same = source is not None and agrees(held, now, source.digest)
    report = {
        "uri": address.uri,
        "state": held.get("state", "empty"),
        "origin": held.get("origin"),
        **asdict(now),
        "hash": held.get("digest"),
        "store_hash": source.digest if source else None,
        "agrees": same,
    }
    if format_ == "json":
        click.echo(json.dumps(report))
    else:
        click.echo(
            f"{address.uri}: {now.nodes} subjects, {now.links} relationships "
            f"of {report['origin'] or 'nothing'}"
        )
        click.echo(f"last push: {report['state']}; hash {report['hash']}, the store's {report['store_hash']}")
        click.echo("server and store agree" if same else "server and store differ: `gestae neo4j push`")
    sys.exit(0 if same else 1)


def _counter(*, shown: bool) -> Callable[[int], None]:
    seen = 0

    def count(more: int) -> None:
        nonlocal seen
        if shown and seen // 10_000 != (seen + more) // 10_000:
            click.echo(f"\r{(seen + more) // 10_000 * 10_000:,} statements", nl=False, err=True)
        seen += more

    return count


def _of_store(store: Path) -> "Source":
    from gestae.graph.dataset import Store
    from gestae.graph.neo4j_files import store_source

    opened = Store(store)
    return store_source(opened.quads, str(store.resolve()))


@neo4j.command()
@_where
@click.option("--from", "file", type=click.Path(path_type=Path), help="An RDF file instead of the store.")
@click.option("--base", help="Base of the file's relative IRIs.")
@click.option("--replace", is_flag=True, help="Replace another graph of ours that the server holds.")
@click.option("--quiet", is_flag=True, help="No progress.")
def push(
    store: Path,
    uri: str | None,
    username: str,
    database: str | None,
    file: Path | None,
    base: str | None,
    replace: bool,
    quiet: bool,
) -> None:
    """Make Neo4j hold just the graph of the store, or of a file; only what differs is written."""
    from gestae.graph.neo4j_connection import Connection
    from gestae.graph.neo4j_files import file_source
    from gestae.graph.neo4j_push import meta
    from gestae.graph.neo4j_push import push as push_source

    source = file_source(file, base=base) if file else _of_store(store)
    with Connection(_address(store, uri, username, database)) as connection:
        held = str(meta(connection).get("origin") or source.origin)
        if held != source.origin and not replace and (held.startswith("store ") or not file):
            raise ServerError(f"the server holds the graph of {held}; `--replace` puts this one in its place")
        done = push_source(connection, source, progress=_counter(shown=not quiet and sys.stderr.isatty()))
    if done.unchanged:
        click.echo("nothing to do: the server holds this graph already")
    else:
        click.echo(f"{done.written} subjects written, {done.retired} retired, {done.kept} left as they were")


@neo4j.command()
@_where
@click.option(
    "--to",
    "file",
    type=click.Path(path_type=Path),
    help="An RDF file (.ttl, .trig, .nt, .nq); else the store.",
)
def pull(store: Path, uri: str | None, username: str, database: str | None, file: Path | None) -> None:
    """Read the graph back, into a file or a store; what users added comes in a graph of its own."""
    from gestae.graph.dataset import Store
    from gestae.graph.neo4j_additions import GRAPH, additions, with_additions
    from gestae.graph.neo4j_connection import Connection
    from gestae.graph.neo4j_files import rdf_format, write_file
    from gestae.graph.neo4j_pull import pull as pulled
    from gestae.graph.neo4j_terms import quads
    from gestae.ontology.terms import PREFIXES

    if file is not None:
        format_ = rdf_format(file)
        with Connection(_address(store, uri, username, database)) as connection:
            wanted = with_additions(connection) if format_.supports_datasets else pulled(connection)
            write_file(file, wanted, PREFIXES)
            left_out = 0 if format_.supports_datasets else sum(1 for _ in additions(connection))
        click.echo(
            f"{file} written"
            + (f"; {left_out} statements of users left out (use .nq or .trig)" if left_out else "")
        )
        return
    with (
        Connection(_address(store, uri, username, database)) as connection,
        Store(store, write=True) as target,
    ):
        from pyoxigraph import Store as Memory

        fresh = Memory()
        fresh.bulk_extend(quads(with_additions(connection)))
        gone = [quad for quad in target.quads if quad not in fresh]
        target.quads.extend(quad for quad in fresh if quad not in target.quads)
        for quad in gone:
            target.quads.remove(quad)
    click.echo(f"{store}: {len(fresh)} quads (users' additions in <{GRAPH}>)")


@click.command()
@_where
@click.argument("query", required=False)
@click.option("-p", "--param", "given", multiple=True, metavar="NAME=VALUE", help="A parameter of the query.")
@click.option(
    "-f", "format_", type=click.Choice(["table", "json", "csv"]), default="table", show_default=True
)
@click.option("--list", "listed", is_flag=True, help="List the named queries.")
@click.option("--write", is_flag=True, help="Let the query change the graph.")
@click.option("--timeout", default=30.0, show_default=True, help="Seconds.")
def cypher(
    store: Path,
    uri: str | None,
    username: str,
    database: str | None,
    query: str | None,
    given: tuple[str, ...],
    format_: str,
    listed: bool,
    write: bool,
    timeout: float,
) -> None:
    """Ask Neo4j: QUERY is a name, a file *.cypher, or Cypher."""
    from gestae.graph.neo4j_connection import Connection
    from gestae.queries.cypher import named, parameters, query_text, run

    if listed or not query:
        for name, about in named().items():
            click.echo(f"{name}\t{about}")
        return
    text, values = query_text(query), parameters(given)
    with Connection(_address(store, uri, username, database), patience=10) as connection:
        answer = run(connection, text, values, write=write, seconds=timeout)
    if format_ == "json":
        rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    elif format_ == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(answer.columns)
        writer.writerows([["" if cell is None else _cell(cell) for cell in row] for row in answer.rows])
    else:
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        table = Table(*answer.columns)
        for row in answer.rows:
            table.add_row(*(Text("" if cell is None else _cell(cell)) for cell in row))
        Console().print(table)


def _cell(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    try:
        click.Group(commands={"neo4j": neo4j, "cypher": cypher})()
    except GestaeError as error:
        sys.exit(f"gestae: {error}")

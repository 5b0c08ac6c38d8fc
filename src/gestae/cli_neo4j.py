"""`gestae neo4j`: a server of one's own, and whether it holds what the store holds."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gestae.cli_neo4j_transfer import pull, push, source_of
from gestae.neo4j_options import address_of, server_of, where
from gestae.ontology.errors import ServerError
from gestae.options import REFUSED, STORE, in_one_line

if TYPE_CHECKING:
    from gestae.graph.neo4j_push import Source
    from gestae.graph.neo4j_server import Server

__all__ = ["neo4j"]

PORT = click.IntRange(0, 65535)
PEM = click.Path(exists=True, dir_okay=False, resolve_path=True, path_type=Path)


@click.group()
def neo4j() -> None:
    """Run a Neo4j server, and move the graph into it and back."""


neo4j.add_command(push)
neo4j.add_command(pull)


@neo4j.command()
@STORE
@click.option("--heap", default="1g", show_default=True, help="Java heap.")
@click.option("--port", default=0, type=PORT, help="Bolt port; by default 7687, or a free one.")
@click.option("--http-port", default=0, type=PORT, help="HTTP port; by default 7474, or a free one.")
@click.option("--listen", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--certificate", type=PEM, help="Speak TLS alone, with this certificate (PEM).")
@click.option("--private-key", type=PEM, help="The key of the certificate (PEM).")
@click.pass_context
@in_one_line
def up(
    ctx: click.Context,
    store_path: str,
    heap: str,
    port: int,
    http_port: int,
    listen: str,
    certificate: Path | None,
    private_key: Path | None,
) -> None:
    """Start a server whose data lie in the store (the first time fetches it).

    Where it runs already its address is told, unless options ask for another than the one that runs.
    """
    if (certificate is None) != (private_key is None):
        raise click.UsageError("TLS needs both --certificate and --private-key")
    from gestae.graph import folder
    from gestae.graph.neo4j_settings import Certificate, Settings

    folder.create(Path(store_path), None)
    server = server_of(store_path)
    _refuse_another(ctx, server)
    tls = Certificate(certificate, private_key) if certificate and private_key else None
    settings = Settings(heap=heap, listen=listen, bolt_port=port, http_port=http_port, certificate=tls)
    address = server.up(settings, fetched=_fetching)
    click.echo(
        f"Neo4j answers at {address.uri} (user {address.username}, password in {server.home / 'password'})"
    )
    click.echo(f"Browser: {server.browser()}")
    if server.mended:
        click.echo(
            "the database had broken off (on a full disk?), and what it had not finished is left out: `gestae neo4j push` again"
        )


def _refuse_another(ctx: click.Context, server: "Server") -> None:
    """Refuse options that ask for another server than the one that runs.

    :raises ServerError: naming the options, and what runs.
    """
    runs = server.runs_with() or {}
    asked = {name: ctx.params[name.replace("-", "_")] for name in runs}
    wrong = [
        f"--{name} {value} (it runs with {runs[name] or 'none'})"
        for name, value in asked.items()
        if value and _given(ctx, name.replace("-", "_")) and not _is_as(name, str(value), str(runs[name]))
    ]
    if wrong:
        raise ServerError(
            f"a server runs already, and not with {', '.join(wrong)}: `gestae neo4j down` first, then `up` again"
        )


def _is_as(name: str, asked: str, runs: str) -> bool:
    """Whether an option asks for what runs; of what an earlier release did not note only TLS is known to be off."""
    if not runs:
        return name not in {"certificate", "private-key"}
    if name == "heap":
        return _size(asked) == _size(runs)
    return asked == runs or {asked, runs} <= {"localhost", "127.0.0.1"}


def _size(heap: str) -> int | str:
    """A size as Java takes it ("512m") in bytes; what is none as it stands."""
    digits, unit = heap[:-1], "kmgt".find(heap[-1:].lower())
    return int(digits) << 10 * (unit + 1) if unit >= 0 and digits.isdecimal() else heap


def _given(ctx: click.Context, name: str) -> bool:
    return ctx.get_parameter_source(name) is not click.core.ParameterSource.DEFAULT


def _fetching(number: int, total: int) -> None:
    """Say once what is fetched; on a terminal also how far that is."""
    from gestae.graph.neo4j_runtime import VERSION

    if not number:
        click.echo(f"fetching Neo4j {VERSION} from Maven Central, once: {total} files", err=True)
    elif sys.stderr.isatty():
        click.echo(f"\r{number} of {total}" + "\n" * (number == total), nl=False, err=True)


@neo4j.command()
@STORE
@in_one_line
def down(store_path: str) -> None:
    """Stop the server of the store."""
    _there(store_path)
    click.echo("stopped" if server_of(store_path).down() else "no server ran")


@neo4j.command()
@STORE
@click.option("-n", "count", default=50, show_default=True, type=click.IntRange(1), help="Lines.")
@in_one_line
def logs(store_path: str, count: int) -> None:
    """Show the last lines that the server printed."""
    _there(store_path)
    server = server_of(store_path)
    if not server.log.exists():
        click.echo(f"no server was started for {store_path}", err=True)
    for line in server.lines(count):
        click.echo(line)


def _there(store_path: str) -> None:
    """Raises StoreError where no store is."""
    from gestae.graph.folder import opened

    opened(Path(store_path))


@neo4j.command()
@where
@click.option(
    "-f", "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@in_one_line
def status(store_path: str, uri: str | None, username: str, database: str | None, form: str) -> None:
    """Say whether a server answers, and whether it holds what the store holds (exit code 1 if not)."""
    from gestae.graph.neo4j_connection import Connection
    from gestae.graph.neo4j_push import agrees, meta, summary

    address = address_of(store_path, uri, username, database)
    with Connection(address, patience=5) as connection:
        held, now = meta(connection), summary(connection)
    source = source_of(store_path) if (Path(store_path) / "gestae-store.json").exists() else None
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
    if form == "json":
        click.echo(json.dumps(report))
    else:
        click.echo(
            f"{address.uri}: {now.nodes} subjects, {now.links} relationships "
            f"of {report['origin'] or 'nothing'}"
        )
        click.echo(f"last push: {report['state']}; hash {report['hash']}, the store's {report['store_hash']}")
        click.echo("server and store agree" if same else _advice(store_path, report["origin"], source))
    sys.exit(0 if same else REFUSED)


def _advice(store_path: str, origin: object, source: "Source | None") -> str:
    """What to do where the server does not hold what the store holds."""
    if source is None:
        return f"{store_path} is no store, so there is nothing to compare the server with"
    if origin and origin != source.origin:
        return (
            f"the server holds the graph of {origin}, not the store's: "
            "`gestae neo4j push --replace` puts the store's in its place"
        )
    return "server and store differ: `gestae neo4j push`"

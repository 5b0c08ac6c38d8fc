"""`gestae neo4j push` and `pull`: the graph into a server and back."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gestae.neo4j_options import address_of, where
from gestae.ontology.errors import ServerError
from gestae.options import in_one_line
from gestae.writing import writer

if TYPE_CHECKING:
    from gestae.graph.neo4j_connection import Connection
    from gestae.graph.neo4j_push import Source

__all__ = ["pull", "push", "source_of"]


@click.command()
@where
@click.option("--from", "file", type=click.Path(path_type=Path), help="An RDF file instead of the store.")
@click.option("--base", help="Base of the file's relative IRIs.")
@click.option(
    "--replace", is_flag=True, help="Replace the graph of another store or file that the server holds."
)
@click.option("--quiet", is_flag=True, help="No progress.")
@click.option(
    "--patience",
    default=30.0,
    show_default=True,
    type=click.FloatRange(0),
    help="Seconds to try again where a server does not answer.",
)
@in_one_line
def push(
    store_path: str,
    uri: str | None,
    username: str,
    database: str | None,
    file: Path | None,
    base: str | None,
    replace: bool,
    quiet: bool,
    patience: float,
) -> None:
    """Make Neo4j hold just the graph of the store, or of a file; only what differs is written.

    What it holds of another store or file stays, and the push is refused, unless --replace is given.
    """
    from gestae.graph.neo4j_connection import Connection
    from gestae.graph.neo4j_files import file_source
    from gestae.graph.neo4j_push import meta
    from gestae.graph.neo4j_push import push as push_source

    if base and file is None:
        raise click.UsageError("--base is for the relative IRIs of a file, and none is named: --from FILE")
    source = file_source(file, base=base) if file else source_of(store_path)
    with Connection(address_of(store_path, uri, username, database), patience=patience) as connection:
        held = str(meta(connection).get("origin") or source.origin)
        # Earlier releases noted the name of a file alone.
        before = f"file {file.name}" if file else source.origin
        if held not in {source.origin, before} and not replace:
            raise ServerError(
                f"the server holds the graph of {held}; `--replace` puts that of {source.origin} in its place"
            )
        done = push_source(connection, source, progress=_counter(shown=not quiet and sys.stderr.isatty()))
    if done.unchanged:
        click.echo("nothing to do: the server holds this graph already")
    else:
        click.echo(f"{done.written} subjects written, {done.retired} retired, {done.kept} left as they were")


@click.command()
@where
@click.option(
    "--to",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="An RDF file (.ttl, .trig, .nt, .nq); else the store.",
)
@click.option("--replace", is_flag=True, help="Let the store lose what it holds and the server does not.")
@click.option("--unfinished", is_flag=True, help="Take what is there of a push that did not finish.")
@in_one_line
def pull(
    store_path: str,
    uri: str | None,
    username: str,
    database: str | None,
    file: Path | None,
    replace: bool,
    unfinished: bool,
) -> None:
    """Read the graph back, into a file or a store; what users added comes in a graph of its own."""
    from gestae.graph.neo4j_connection import Connection
    from gestae.graph.neo4j_files import rdf_format
    from gestae.graph.neo4j_push import meta

    if file is not None:
        rdf_format(file)
    with Connection(address_of(store_path, uri, username, database)) as connection:
        held = meta(connection)
        if not held:
            raise ServerError(
                f"{connection.address.uri}: no graph of ours is there; `gestae neo4j push` first"
            )
        if held.get("state") != "complete" and not unfinished:
            raise ServerError(
                f"{connection.address.uri}: the last push, of {held.get('origin')}, did not finish; run it again, "
                "or take what is there with --unfinished"
            )
        if file is not None:
            _pull_file(connection, file)
        else:
            _pull_store(connection, store_path, held, replace=replace)


def _pull_file(connection: "Connection", file: Path) -> None:
    from gestae.graph.neo4j_additions import additions, with_additions
    from gestae.graph.neo4j_files import rdf_format, write_rdf
    from gestae.graph.neo4j_pull import pull as pulled
    from gestae.ontology.terms import PREFIXES

    format_ = rdf_format(file)
    graphs = format_.supports_datasets
    with writer(str(file)) as out:
        write_rdf(out, format_, with_additions(connection) if graphs else pulled(connection), PREFIXES)
    left_out = 0 if graphs else sum(1 for _ in additions(connection))
    click.echo(
        f"{file} written"
        + (f"; {left_out} statements of users left out (use .nq or .trig)" if left_out else "")
    )


def _pull_store(
    connection: "Connection", store_path: str, held: Mapping[str, object], *, replace: bool
) -> None:
    """With `replace` whatever the store holds gives way; without, only what was pushed. A new store gets its base."""
    from pyoxigraph import Store as Memory

    from gestae.graph.dataset import Store
    from gestae.graph.folder import create
    from gestae.graph.neo4j_additions import GRAPH, with_additions
    from gestae.graph.neo4j_files import store_source
    from gestae.graph.neo4j_terms import quads

    create(Path(store_path), str(held["base"]) if held.get("base") else None)
    with Store(store_path, write=True) as target:
        if (
            not replace
            and any(True for _ in target.quads)
            and store_source(target).digest != held.get("digest")
        ):
            raise ServerError(
                f"{store_path}: the store does not hold what was pushed; `gestae neo4j push` it first, "
                "or give up its graph with --replace"
            )
        fresh = Memory()
        fresh.bulk_extend(quads(with_additions(connection)))
        gone = [quad for quad in target.quads if quad not in fresh]
        target.quads.extend(quad for quad in fresh if quad not in target.quads)
        for quad in gone:
            target.quads.remove(quad)
        if held.get("base", target.base) != target.base:
            click.echo(
                f"{store_path}: its base is {target.base}, that of what was pulled {held['base']}: "
                "documents that are built into it will not be those that were pulled",
                err=True,
            )
    click.echo(f"{store_path}: {len(fresh)} quads (users' additions in <{GRAPH}>)")


def source_of(store_path: str) -> "Source":
    """The graph of a store, to be pushed."""
    from gestae.graph.dataset import Store
    from gestae.graph.neo4j_files import store_source

    return store_source(Store(store_path))


def _counter(*, shown: bool) -> Callable[[int], None]:
    seen = 0

    def count(more: int) -> None:
        nonlocal seen
        if shown and seen // 10_000 != (seen + more) // 10_000:
            click.echo(f"\r{(seen + more) // 10_000 * 10_000:,} statements", nl=False, err=True)
        seen += more

    return count

"""`gestae export`, `draw`, `check` and `remove`: what is done with a whole store."""

import datetime
import sys
from pathlib import Path

import click

from gestae.options import REFUSED, STORE, in_one_line, output
from gestae.writing import writer

__all__ = ["check", "draw", "export", "remove"]

_FORMATS = (
    "turtle",
    "trig",
    "nquads",
    "ntriples",
    "jsonld",
    "rdfxml",
    "facts",
    "csv",
    "gold",
    "graphml",
    "neo4j-csv",
)


@click.command()
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    default="turtle",
    show_default=True,
    help="What to write; facts and gold (what people judged) are JSON Lines, neo4j-csv a folder for neo4j-admin.",
)
@click.option(
    "--min-confidence",
    default=0.0,
    type=click.FloatRange(0, 1),
    help="Only facts that are at least so sure (0 to 1), with their statements and what is drawn from them.",
)
@output(folder=True)
@STORE
@in_one_line
def export(form: str, min_confidence: float, target: str, store_path: str) -> None:
    """Write the graph: the same store gives the same bytes.

    gold takes a folder too (-o FOLDER/): then each document that people judged is written with its text.
    """
    from gestae.graph.confident import confident
    from gestae.graph.dataset import Store
    from gestae.graph.export import export as exported

    if form == "neo4j-csv":
        _neo4j_csv(target, store_path, min_confidence)
        return
    with Store(store_path) as whole:
        store = confident(whole, min_confidence) if min_confidence else whole
        if form == "gold" and (target.endswith("/") or Path(target).is_dir()):
            from gestae.graph.gold import write_folder

            click.echo(f"{write_folder(store, Path(target)):,} documents", err=True)
            return
        with writer(target) as out:
            exported(store, form, out)


def _neo4j_csv(target: str, store_path: str, min_confidence: float) -> None:
    from gestae.graph.confident import confident
    from gestae.graph.dataset import Store
    from gestae.graph.neo4j_bulk import write_csv
    from gestae.graph.neo4j_files import store_source

    if target == "-":
        raise click.UsageError("neo4j-csv is several files: name their folder with -o")
    with Store(store_path) as store:
        told = confident(store, min_confidence) if min_confidence else store
        total = write_csv(store_source(told), Path(target))
    click.echo(f"{total.nodes:,} subjects, {total.links:,} relationships", err=True)
    click.echo(
        f"import: neo4j-admin database import full neo4j @{Path(target).resolve()}/import.txt", err=True
    )


@click.command()
@output(required=True)
@STORE
@click.option("--around", metavar="NAME|IRI", help="Only what lies around this.")
@click.option("--depth", default=1, show_default=True, type=click.IntRange(0), help="Steps around it.")
@click.option("--document", "documents", multiple=True, help="Only this document; may be repeated.")
@click.option(
    "--type", "types", multiple=True, help="Only this action type, such as Convict; may be repeated."
)
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="Only what was done on this day or later.")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="Only what was done on this day or earlier.")
@click.option("--title", default="gestae", show_default=True, help="Title of the page.")
@in_one_line
def draw(
    target: str,
    store_path: str,
    around: str | None,
    depth: int,
    documents: tuple[str, ...],
    types: tuple[str, ...],
    since: datetime.datetime | None,
    until: datetime.datetime | None,
    title: str,
) -> None:
    """Draw the graph as one HTML file that opens without a network."""
    if since and until and since > until:
        raise click.UsageError(
            f"--since {since:%Y-%m-%d} is after --until {until:%Y-%m-%d}: nothing lies between"
        )
    from gestae.cli_question import types_known
    from gestae.graph.action_types import types_held
    from gestae.graph.dataset import Store
    from gestae.graph.network import network
    from gestae.graph.picture import picture
    from gestae.queries.choices import chosen

    with Store(store_path) as store:
        known = types_known(store_path, lambda: types_held(store.quads)) if types else frozenset()
        types = tuple(chosen("action type", type_, known) for type_ in types)
        graph = network(
            store.quads,
            around=around,
            depth=depth,
            documents=documents,
            types=types,
            since=since.date() if since else None,
            until=until.date() if until else None,
        )
    page = picture(graph, title=title)
    with writer(target) as out:
        out.write(page.encode())
    click.echo(f"{graph.number_of_nodes():,} nodes, {graph.number_of_edges():,} edges", err=True)


@click.command()
@STORE
@in_one_line
def check(store_path: str) -> None:
    """Check every node against the SHACL shapes, and every quote against its stored text."""
    from gestae.graph.check import check as checked
    from gestae.graph.dataset import Store

    with Store(store_path) as store:
        parts = [document.graphs for document in store.documents()]
        parts += [(store.authority,), (store.judgements,), (store.comparison,)]
        graphs = (
            (quad for graph in graphs for quad in store.quads.quads_for_pattern(None, None, None, graph))
            for graphs in parts
        )
        report = checked(graphs, store.text)
    for problem in report.problems:
        click.echo(str(problem))
    met = ", ".join(f"{number:,} {name}" for name, number in report.nodes.items())
    click.echo(f"nodes: {met or 'none'}", err=True)
    click.echo(
        f"quotes: {report.quotes:,} held against their texts; problems: {len(report.problems)}", err=True
    )
    if not report.holds:
        sys.exit(REFUSED)


@click.command()
@click.argument("document")
@STORE
@in_one_line
def remove(document: str, store_path: str) -> None:
    """Retire a document, given by its name or IRI, and all that it says."""
    from gestae.build import settle
    from gestae.graph.dataset import Store

    with Store.existing(store_path) as store:
        gone = store.remove(document)
        settle(store)
    click.echo(f"removed {gone.name}", err=True)

"""`gestae build`."""

import datetime
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gestae.ontology.errors import GestaeError
from gestae.ontology.facts import Document
from gestae.options import REFUSED, STORE, in_one_line

if TYPE_CHECKING:
    from gestae.build import Built
    from gestae.graph.summary import Summary
    from gestae.loaders.sources import Sources

__all__ = ["build"]


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@STORE
@click.option("--reader", default="rules", show_default=True, help="Reader that finds the facts.")
@click.option("--pipeline", help="Installed spaCy English pipeline to parse with.")
@click.option(
    "--jobs",
    default=1,
    show_default=True,
    type=click.IntRange(1),
    help="Processes that read.",
)
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="Date of documents that do not say theirs.")
@click.option("--publisher", help="Publisher of documents that do not say theirs.")
@click.option(
    "--ontology",
    multiple=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="Turtle file with action types, verbs, words, bodies or laws of your own field; may be repeated. The store "
    "keeps a copy and uses it until another is given.",
)
@click.option("--base", help="IRI under which a new store's data live.")
@click.option(
    "--max-size",
    default=20_000_000,
    show_default=True,
    type=click.IntRange(1),
    help="Characters of text that a document may have, and bytes that a text, Markdown or HTML file may.",
)
@in_one_line
def build(
    paths: tuple[str, ...],
    store_path: str,
    reader: str,
    pipeline: str | None,
    jobs: int,
    date: datetime.datetime | None,
    publisher: str | None,
    ontology: tuple[Path, ...],
    base: str | None,
    max_size: int,
) -> None:
    """Read files, folders, or - for standard input, into a store.

    Text, Markdown with front matter, HTML, PDF and Word are read; inside folders other files are
    passed over. What cannot be read is named, and the rest is built; the exit code is then 1. Of a text
    whose sentences do not end for over 10,000 characters that part is left out and named, which is no error.

    A document is called by its URL, where it has one, and else by its path below the folder given, without
    suffix: a changed file takes the place of what it said before, and so does one that was moved. Another
    file of the same name is refused.
    """
    from gestae.build import Settings
    from gestae.build import build as built
    from gestae.field import keep, kept
    from gestae.graph.dataset import Store
    from gestae.graph.summary import summary
    from gestae.loaders.reader import BUILT_IN
    from gestae.loaders.reader import reader as known
    from gestae.loaders.sources import sources
    from gestae.ontology.field import using

    known(reader)
    if pipeline and reader == BUILT_IN:
        from gestae.loaders.parse import pipeline as loaded

        loaded(pipeline)
    given = sources(
        paths,
        max_size=max_size,
        date=date.date() if date else None,
        publisher=publisher,
        stdin=sys.stdin.buffer,
    )
    with Store(store_path, write=True, base=base) as store, _progress() as told:
        if ontology:
            keep(store.folder, ontology)
        with using(kept(store.folder)):
            done = built(store, given, Settings(reader, pipeline, jobs), told)
        held = summary(store)
    _tell(done, given, store_path, held)
    if done.refused or done.unfounded:
        sys.exit(REFUSED)


@contextmanager
def _progress() -> Iterator[Callable[[Document | GestaeError], None]]:
    """Tell of errors, and on a terminal of each document."""
    if not sys.stderr.isatty():
        yield lambda item: click.echo(f"gestae: {item}", err=True) if isinstance(item, GestaeError) else None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    with Progress(
        SpinnerColumn(),
        TextColumn("{task.completed} documents  {task.description}"),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    ) as bar:
        task = bar.add_task("", total=None)

        def told(item: Document | GestaeError) -> None:
            if isinstance(item, GestaeError):
                bar.console.print(f"gestae: {item}", markup=False, highlight=False, soft_wrap=True)
            else:
                bar.update(task, advance=1, description=item.name.replace("[", r"\["))

        yield told


def _tell(done: "Built", given: "Sources", store_path: str, held: "Summary") -> None:
    states = [
        f"{number} {state}" for state in ("new", "changed", "unchanged") if (number := done.documents[state])
    ]
    if done.refused:
        states.append(f"{len(done.refused)} refused")
    for notice in given.notices:
        click.echo(f"gestae: {notice}", err=True)
    if copies := given.skipped.copies:
        states.append(f"{copies} {'copy' if copies == 1 else 'copies'}")
    if passed := given.skipped.unknown:
        states.append(f"{passed} files passed over")
    click.echo(f"documents: {', '.join(states) or 'none'}; {store_path} holds {held.documents}", err=True)
    click.echo(
        f"the graph: {held.actors:,} actors, {held.actions:,} actions, {held.statistics:,} statistics "
        f"({held.outcomes:,} of them outcomes), {held.instruments:,} laws, orders and other instruments, "
        f"{held.memberships:,} memberships",
        err=True,
    )
    if done.unfounded:
        click.echo(
            f"facts refused: {done.unfounded}; what is wrong with them is said above, and the others are stored",
            err=True,
        )

"""`gestae query` and `show`: asking the graph."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gestae.ontology.errors import NotFound, QueryError
from gestae.options import STORE, in_one_line, output, writer

if TYPE_CHECKING:
    from gestae.graph.show import Thing
    from gestae.queries.sparql import Answer

__all__ = ["query", "show"]

_WIDTH = 60


@click.command()
@click.argument("question", required=False, metavar="[NAME|FILE.rq|SPARQL]")
@click.argument("values", nargs=-1, metavar="[PARAMETER=VALUE]...")
@click.option("--list", "listed", is_flag=True, help="List the named questions and their parameters.")
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv", "tsv", "xml"]),
    default="table",
    show_default=True,
    help="How to write the answer.",
)
@output()
@STORE
@in_one_line
def query(
    question: str | None, values: tuple[str, ...], listed: bool, form: str, target: str, store_path: str
) -> None:
    """Ask in SPARQL: a named question with its parameters, a file, or the text of a query.

    The union of all named graphs is asked; GRAPH reaches each of them. The usual prefixes are known.
    """
    if listed:
        _list()
        return
    if question is None:
        raise click.UsageError("give a question, or --list")
    from gestae.graph.dataset import Store
    from gestae.queries.sparql import answer, ask, serialized

    text, given = _asked(question, values)
    with Store(store_path) as store:
        result = ask(store.quads, text, given, store.prefixes)
        data = _table(answer(result, without=given)).encode() if form == "table" else serialized(result, form)
    with writer(target) as out:
        out.write(data)


@click.command()
@click.argument("called", metavar="NAME|IRI")
@click.option("--most", default=20, show_default=True, type=click.IntRange(1), help="Statements to show.")
@STORE
@in_one_line
def show(called: str, most: int, store_path: str) -> None:
    """Show an actor, action, law, statement or document with the words that tell of it."""
    from gestae.graph.dataset import Store
    from gestae.graph.show import find
    from gestae.graph.show import show as shown

    with Store(store_path) as store:
        found = find(store, called)
        if not found:
            raise NotFound(
                f"nothing in the store is called {called!r}; `gestae query who-did-what` tells who acts in it"
            )
        if len(found) > 1:
            click.echo(f"{called!r} is the name of {len(found)} things:")
            for iri in found:
                click.echo(f"  {iri}")
            return
        _print(shown(store, found[0]), most)


def _list() -> None:
    from gestae.queries.catalogue import questions

    for known in questions().values():
        click.echo(f"{known.name}: {known.says}")
        for parameter in known.parameters:
            click.echo(f"    {parameter.name}={parameter.says}{' (optional)' if parameter.optional else ''}")


def _asked(question: str, values: tuple[str, ...]) -> tuple[str, dict[str, str]]:
    from gestae.queries.catalogue import question as known
    from gestae.queries.sparql import bound

    pairs = [value.partition("=") for value in values]
    if wrong := [name for name, sign, _ in pairs if not sign]:
        raise click.UsageError(f"{wrong[0]!r} is not of the form PARAMETER=VALUE")
    given = {name: value for name, _, value in pairs}
    if "{" in question:
        return question, given
    if question.endswith((".rq", ".sparql")):
        try:
            return Path(question).read_text(encoding="utf-8"), given
        except (OSError, UnicodeDecodeError) as error:
            raise QueryError(f"{question}: cannot be read: {error}") from error
    found = known(question)
    return found.text, bound(found, given)


def _table(answer: "Answer") -> str:
    cells = [answer.columns, *(tuple(" ".join(cell.split()) for cell in row) for row in answer.rows)]
    wide = sys.stdout.isatty()
    short = [
        tuple(c if not wide or len(c) <= _WIDTH else c[: _WIDTH - 1] + "…" for c in row) for row in cells
    ]
    widths = [max(len(row[i]) for row in short) for i in range(len(answer.columns))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in short
    ]
    rule = "  ".join("-" * width for width in widths)
    return "\n".join([lines[0], rule, *lines[1:]]) + "\n"


def _print(thing: "Thing", most: int) -> None:
    click.echo(f"{thing.label}  ({', '.join(thing.classes)})")
    click.echo(f"  {thing.iri}")
    for name, value in thing.known:
        click.echo(f"  {name}: {value}")
    click.echo(
        f"{len(thing.evidence)} statements"
        + (f", the first {most}:" if len(thing.evidence) > most else ":" if thing.evidence else "")
    )
    for said in thing.evidence[:most]:
        told = [
            said.role,
            said.modality or "",
            "denied" if said.negated else "",
            f"according to {said.source}" if said.source else "",
        ]
        click.echo(f"\n  {said.claim}  [{', '.join(t for t in told if t)}]")
        click.echo(f"    “{' '.join(said.quote.split())}”")
        click.echo(f"    {said.document}{f', {said.date}' if said.date else ''}")

"""`gestae query` and `show`: asking the graph."""

import signal
from typing import TYPE_CHECKING

import click

from gestae.ontology.errors import NotFound
from gestae.options import STORE, in_one_line, output
from gestae.writing import writer

if TYPE_CHECKING:
    from gestae.graph.show import Thing

__all__ = ["query", "show"]


@click.command()
@click.argument("question", required=False, metavar="[NAME|FILE.rq|SPARQL]")
@click.argument("values", nargs=-1, metavar="[PARAMETER=VALUE]...")
@click.option("--list", "listed", is_flag=True, help="List the named questions and their parameters.")
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv", "tsv", "xml", "ntriples"]),
    default="table",
    show_default=True,
    help="How to write the answer; the triples of a CONSTRUCT or DESCRIBE as table or ntriples.",
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
    from gestae.cli_question import asked, show_list, types_known

    if listed:
        show_list("SPARQL")
        return
    if question is None:
        raise click.UsageError("give a question, or --list")
    from gestae.cli_table import table
    from gestae.graph.action_types import types_held
    from gestae.graph.dataset import Store
    from gestae.queries.choices import settled
    from gestae.queries.sparql import answer, ask, serialized

    text, given, named = asked(question, values, "SPARQL")
    # A query runs outside of Python, which would hear of Ctrl-C only when it is done; nothing is written here.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    with Store(store_path) as store:
        if named:
            given = settled(given, lambda: types_known(store_path, lambda: types_held(store.quads)))
        result = ask(store.quads, text, given, store.prefixes)
        data = (
            table(answer(result, without=given), target).encode()
            if form == "table"
            else serialized(result, form)
        )
    with writer(target) as out:
        out.write(data)


@click.command()
@click.argument("called", metavar="NAME|IRI|FACT")
@click.option("--most", default=20, show_default=True, type=click.IntRange(1), help="Statements to show.")
@STORE
@in_one_line
def show(called: str, most: int, store_path: str) -> None:
    """Show an actor, action, law, statement or document with the words that tell of it.

    A fact is given by the IRI of its statement, or the last part of that: the `id` in the facts table.
    """
    from gestae.cli_table import plain
    from gestae.graph.dataset import Store
    from gestae.graph.show import find, label, like
    from gestae.graph.show import show as shown

    with Store(store_path) as store:
        found = find(store, called)
        if not found:
            close = " or ".join(map(repr, like(store, called)))
            hint = f"did you mean {close}?" if close else "`gestae query who-did-what` tells who acts in it"
            raise NotFound(f"nothing in the store is called {called!r}: {hint}")
        if len(found) > 1:
            click.echo(f"{called!r} is the name of {len(found)} things; show one by its IRI:")
            for iri in found:
                click.echo(f"  {plain(label(store, iri))}  {iri}")
            return
        _print(shown(store, found[0]), most)


def _print(thing: "Thing", most: int) -> None:
    from gestae.cli_conflicts import told
    from gestae.cli_table import plain

    click.echo(plain(f"{thing.label}  ({', '.join(thing.classes)})"))
    click.echo(f"  {thing.iri}")
    for name, value in thing.known:
        click.echo(f"  {name}: {plain(value)}")
    number = len(thing.evidence)
    end = f", the first {most}:" if number > most else ":" if number else ""
    click.echo(f"{number} statement{'s' * (number != 1)}{end}")
    for said in thing.evidence[:most]:
        how = [
            said.role,
            said.modality or "",
            said.review or "",
            "denied" if said.negated else "",
            f"according to {said.source}" if said.source else "",
        ]
        click.echo(f"\n  {plain(said.claim)}  [{plain(', '.join(part for part in how if part))}]")
        click.echo(f"    “{plain(said.quote)}”")
        click.echo(
            f"    {said.document}{f', {said.date}' if said.date else ''}  fact {said.iri.rpartition('/')[2]}"
        )
    for found in thing.findings:
        click.echo()
        for line in told(found):
            click.echo(f"{line}")

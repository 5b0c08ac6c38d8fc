"""`gestae cypher`: asking the graph in Neo4j."""

import csv
import io
import json
from typing import TYPE_CHECKING

import click

from gestae.neo4j_options import address_of, where
from gestae.options import in_one_line, output
from gestae.writing import writer

if TYPE_CHECKING:
    from gestae.queries.cypher import Answer

__all__ = ["cypher"]


@click.command()
@click.argument("question", required=False, metavar="[NAME|FILE.cypher|CYPHER]")
@click.argument("values", nargs=-1, metavar="[PARAMETER=VALUE]...")
@click.option("-p", "--param", "more", multiple=True, metavar="NAME=VALUE", help="A parameter, too.")
@click.option("--list", "listed", is_flag=True, help="List the named questions and their parameters.")
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv"]),
    default="table",
    show_default=True,
    help="How to write the answer.",
)
@output()
@click.option("--write", is_flag=True, help="Let the query change the graph.")
@click.option(
    "--timeout",
    default=30.0,
    show_default=True,
    type=click.FloatRange(0, min_open=True),
    help="Seconds that the query may take.",
)
@where
@in_one_line
def cypher(
    question: str | None,
    values: tuple[str, ...],
    more: tuple[str, ...],
    listed: bool,
    form: str,
    target: str,
    write: bool,
    timeout: float,
    store_path: str,
    uri: str | None,
    username: str,
    database: str | None,
) -> None:
    """Ask Neo4j: a named question with its parameters, a file, - for standard input, or the text of a query.

    Values that are written as numbers are numbers to a query of your own; "7" in quotes is text.
    """
    from gestae.cli_question import asked, show_list, types_known

    if listed:
        show_list("Cypher")
        return
    if question is None:
        raise click.UsageError("give a question, or --list")
    from gestae.graph.neo4j_connection import Connection
    from gestae.queries.choices import settled
    from gestae.queries.cypher import named_values, run, typed, types_held

    text, given, named = asked(question, values + more, "Cypher")
    with Connection(address_of(store_path, uri, username, database), patience=10) as connection:
        if named:
            given = settled(given, lambda: types_known(store_path, lambda: types_held(connection)))
        answer = run(
            connection, text, named_values(given) if named else typed(given), write=write, seconds=timeout
        )
    data = {"table": _table, "json": _json, "csv": _csv}[form](answer, target).encode()
    with writer(target) as out:
        out.write(data)


def _table(answer: "Answer", target: str) -> str:
    from gestae.cli_table import table
    from gestae.queries.cypher import shown
    from gestae.queries.sparql import Answer as Text

    if not answer.columns:
        return ""
    return table(Text(answer.columns, tuple(tuple(map(shown, row)) for row in answer.rows)), target)


def _json(answer: "Answer", _: str) -> str:
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _csv(answer: "Answer", _: str) -> str:
    from gestae.queries.cypher import shown

    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(answer.columns)
    rows.writerows([shown(cell) for cell in row] for row in answer.rows)
    return text.getvalue()

"""`gestae accept`, `reject` and `correct`: what people say of single facts."""

import sys
from typing import TYPE_CHECKING

import click

from gestae.judging import BY, judging
from gestae.ontology.errors import GestaeError
from gestae.options import REFUSED, STORE, in_one_line

if TYPE_CHECKING:
    from gestae.graph.judgements import FactVerdict

__all__ = ["accept", "correct", "reject"]


@click.command()
@click.argument("facts", nargs=-1, required=True, metavar="FACT...")
@BY
@STORE
@in_one_line
def accept(facts: tuple[str, ...], who: str, store_path: str) -> None:
    """Say that facts were read right.

    A fact is given by the IRI of its statement, or the last part of that: the `id` in the facts table.
    """
    _judge("accepted", facts, who, store_path)


@click.command()
@click.argument("facts", nargs=-1, required=True, metavar="FACT...")
@BY
@STORE
@in_one_line
def reject(facts: tuple[str, ...], who: str, store_path: str) -> None:
    """Say that facts were read wrong: they leave the graph, the picture and every table.

    `gestae judgements` still lists them, and `gestae forget` brings them back.
    """
    _judge("rejected", facts, who, store_path)


@click.command()
@click.argument("fact")
@click.argument("changes", nargs=-1, required=True, metavar="FIELD=VALUE...")
@BY
@STORE
@in_one_line
def correct(fact: str, changes: tuple[str, ...], who: str, store_path: str) -> None:
    """Say what fields of a fact should be, by their names in the facts table.

    Of an action: actor, verb, type, object, recipient, under, time, modality, negated, source. Of a
    statistic: value, value_max, bound, unit, actor, time, place, source. Of an instrument: name, identifier,
    instrument. Of a membership: member, group, role, time. FIELD= empties a field that may be empty.
    """
    pairs = [change.partition("=") for change in changes]
    if wrong := [field for field, sign, _ in pairs if not sign]:
        raise click.UsageError(f"{wrong[0]!r} is not of the form FIELD=VALUE")
    with judging(store_path) as judge:
        for field, _, value in pairs:
            judged = judge.fact("corrected", fact, who, field, value)
            click.echo(f"corrected: {judged.words}, {field}={value}", err=True)


def _judge(verdict: "FactVerdict", facts: tuple[str, ...], who: str, store_path: str) -> None:
    from gestae.cli_table import plain

    refused = False
    with judging(store_path) as judge:
        for fact in facts:
            try:
                click.echo(plain(f"{verdict}: {judge.fact(verdict, fact, who).words}"), err=True)
            except GestaeError as error:
                refused = True
                click.echo(f"gestae: {error}", err=True)
    if refused:
        sys.exit(REFUSED)

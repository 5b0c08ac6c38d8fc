"""`gestae dedupe`: pairs that may be one, to be judged one after the other."""

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from gestae.judging import BY, judging
from gestae.ontology.errors import GestaeError
from gestae.options import STORE, in_one_line

if TYPE_CHECKING:
    from gestae.graph.dedupe import Candidate

__all__ = ["dedupe"]

_KEYS = {"y": "same", "n": "different", "u": "unsure"}


@click.command()
@click.option("--list", "listed", is_flag=True, help="Only list the pairs; so it is in a pipe too.")
@click.option(
    "-f", "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="How to list the pairs.",
)  # fmt: skip
@click.option("--most", default=50, show_default=True, type=click.IntRange(0), help="Pairs; 0 is all.")
@BY
@STORE
@in_one_line
def dedupe(listed: bool, form: str, most: int, who: str, store_path: str) -> None:
    """Propose pairs of entities that may be one, the most useful to judge first.

    On a terminal each is asked for: y is one, n are two, u nobody can tell, s skips it, q ends. Every answer is
    kept as it is given.
    """
    from gestae.graph.dedupe import candidates

    if listed or form == "json" or not (sys.stdin.isatty() and sys.stdout.isatty()):
        _list(store_path, form, most)
        return
    with judging(store_path) as judge:
        found = candidates(judge.store, judge.authority, most=most)
        for number, one in enumerate(found, 1):
            if one.second in judge.judgements.same(one.first):
                continue  # by an answer to an earlier pair
            click.echo(f"\n[{number} of {len(found)}]\n{_told(one)}")
            answer = click.prompt(
                "one and the same? y/n/u, s skip, q quit",
                type=click.Choice(["y", "n", "u", "s", "q"]),
                show_choices=False,
            )
            if answer == "q":
                break
            if answer in _KEYS:
                try:
                    judge.entities(_KEYS[answer], one.first, one.second, who)  # type: ignore[arg-type]
                except GestaeError as error:
                    click.echo(f"gestae: {error}", err=True)


def _list(store_path: str, form: str, most: int) -> None:
    from gestae.graph.dataset import Store
    from gestae.graph.dedupe import candidates
    from gestae.graph.imports import Imports

    with Store(store_path) as store:
        found = candidates(store, Imports(store.folder).authority(), most=most)
    if form == "json":
        click.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1))
        return
    for one in found:
        click.echo(_told(one))
    if not found:
        click.echo("nothing in this store looks like one thing under two names", err=True)


def _told(one: "Candidate") -> str:
    from gestae.cli_table import plain

    shared = f"; both with {', '.join(one.shared)}" if one.shared else ""
    return "\n".join(
        (
            f"{plain(one.first_name)}  ({one.uses[0]} claims)  <{one.first}>",
            f"{plain(one.second_name)}  ({one.uses[1]} claims)  <{one.second}>",
            f"    {plain(one.because + shared)}",
        )
    )

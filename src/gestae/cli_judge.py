"""`gestae same`, `different`, `unsure`, `judgements` and `forget`: what people say is one."""

import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from gestae.judging import BY, judging
from gestae.ontology.errors import GestaeError, NotFound
from gestae.options import REFUSED, STORE, in_one_line

if TYPE_CHECKING:
    from gestae.graph.judge import Judge
    from gestae.graph.judgements import Judgement, Verdict

__all__ = ["different", "forget", "judgements", "same", "unsure"]

_OPTIONS = (
    click.argument("first", metavar="A"),
    click.argument("second", metavar="B"),
    click.option(
        "--every",
        is_flag=True,
        help="All entities of these names, where several documents each have their own.",
    ),
    BY,
    STORE,
    in_one_line,
)


def _of_two(judging_two: Callable[..., None]) -> click.Command:
    """Make a command of what judges A and B, with the options that all of these share."""
    made: Any = judging_two
    for decorate in reversed(_OPTIONS):
        made = decorate(made)
    # Made for each: one `click.command()` for all keeps the help of the first.
    return click.command()(made)


@_of_two
def same(first: str, second: str, every: bool, who: str, store_path: str) -> None:
    """Say that A and B, each a name or an IRI, are one actor, law or place.

    An entry of the authority files stands for both, else A does. Later builds obey; `gestae forget`
    takes it back.
    """
    _judge("same", first, second, every, who, store_path)


@_of_two
def different(first: str, second: str, every: bool, who: str, store_path: str) -> None:
    """Say that A and B, each a name or an IRI, are two.

    Where a document's words A were linked to B, they stand for an entity of the document's own from then on.
    """
    _judge("different", first, second, every, who, store_path)


@_of_two
def unsure(first: str, second: str, every: bool, who: str, store_path: str) -> None:
    """Say that nobody can tell whether A and B are one; they stay two, and are not proposed again."""
    _judge("unsure", first, second, every, who, store_path)


@click.command()
@click.option(
    "-f", "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="How to write the list.",
)  # fmt: skip
@STORE
@in_one_line
def judgements(form: str, store_path: str) -> None:
    """List what people judged, the oldest first, each with what `gestae forget` takes."""
    from gestae.cli_table import plain
    from gestae.graph.dataset import Store
    from gestae.graph.judgements import Judgements

    with Store(store_path) as store:
        known, base = Judgements.of(store), store.base
    if form == "json":
        rows = [_row(one, base) for one in known]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for one in known:
        key = one.iri(base).rpartition("/")[2]
        click.echo(f"{key}  {one.when:%Y-%m-%d %H:%M}  {plain(one.who)}  {plain(_told(one))}")
    if not known:
        click.echo("nothing was judged in this store", err=True)


@click.command()
@click.argument("called", nargs=-1, required=True, metavar="JUDGEMENT...")
@STORE
@in_one_line
def forget(called: tuple[str, ...], store_path: str) -> None:
    """Take back judgements: by what `gestae judgements` lists them under, or all of a fact by its IRI."""
    from gestae.cli_table import plain

    refused = False
    with judging(store_path) as judge:
        for one in called:
            try:
                for gone in judge.forget(one):
                    click.echo(f"forgotten: {plain(_told(gone))}", err=True)
            except GestaeError as error:
                refused = True
                click.echo(f"gestae: {error}", err=True)
    if refused:
        sys.exit(REFUSED)


def _judge(verdict: "Verdict", first: str, second: str, every: bool, who: str, store_path: str) -> None:
    from gestae.cli_table import plain

    with judging(store_path) as judge:
        for one, other, words in _pairs(judge, verdict, first, second, every):
            judged = judge.entities(verdict, one, other, who, words)
            click.echo(plain(_told(judged)) if judged else "that was judged before", err=True)


def _pairs(
    judge: "Judge", verdict: "Verdict", first: str, second: str, every: bool
) -> list[tuple[str, str, str]]:
    """The pairs of IRIs that are meant by two names, and the words that were linked wrongly, if any were."""
    from gestae.graph.naming import entities, one_entity, wrongly_linked

    store, authority = judge.store, judge.authority
    if not every and (joined := judge.judgements.joined(first, second)):
        one = judge.judgements.same(joined[0])
        if verdict != "same" or one.issuperset(
            entities(store, authority, first) + entities(store, authority, second)
        ):
            return [(*joined, "")]  # which `Judge.entities` refuses, with who joined them and when
    if verdict == "different":
        for words, name in ((first, second), (second, first)):
            try:
                entity = one_entity(store, authority, name)
            except NotFound:
                continue
            if own := wrongly_linked(store, words, entity):
                return [(iri, entity, words) for iri in own]
    if not every:
        return [(one_entity(store, authority, first), one_entity(store, authority, second), "")]
    ones, others = entities(store, authority, first), entities(store, authority, second)
    if verdict != "same":
        return [(one, other, "") for one in ones for other in others if one != other]
    known = judge.judgements.same(ones[0])
    return [(ones[0], iri, "") for iri in dict.fromkeys((*ones[1:], *others)) if iri not in known]


def _told(judged: "Judgement") -> str:
    from gestae.graph.judgements import EntityJudgement

    if isinstance(judged, EntityJudgement):
        return (
            f"{judged.verdict}: {judged.first_name} <{judged.first}>, {judged.second_name} <{judged.second}>"
        )
    change = f", {judged.field}={judged.value}" if judged.field else ""
    return f"{judged.verdict}: {judged.words}{change} <{judged.statement}>"


def _row(judged: "Judgement", base: str) -> dict[str, str]:
    """A judgement as JSON has it; what does not apply is left out."""
    row = {name: str(value) for name, value in asdict(judged).items() if value != ""}
    return {"judgement": judged.iri(base)} | row | {"when": judged.when.isoformat()}

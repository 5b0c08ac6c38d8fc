"""`gestae conflicts`: what documents disagree on, both sides with their words."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from gestae.graph.findings import RULES
from gestae.ontology.errors import NotFound
from gestae.options import STORE, in_one_line, output
from gestae.writing import writer

if TYPE_CHECKING:
    from gestae.graph.dataset import Store
    from gestae.graph.disagreements import Disagreement, Side
    from gestae.graph.evidence import Evidence

__all__ = ["conflicts", "told"]

_KINDS = ("conflict", "change", "corroboration")
_QUOTES = 3


@click.command()
@click.option(
    "--rule",
    "rules",
    multiple=True,
    type=click.Choice(sorted(RULES)),
    help="Only what this rule found; may be repeated.",
)
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice([*_KINDS, "all"]),
    default=("conflict",),
    show_default=True,
    help="What to show; may be repeated.",
)
@click.option("--about", metavar="NAME|IRI", help="Only what concerns this actor, law, order or document.")
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="How to write it.",
)
@click.option(
    "--most", default=_QUOTES, show_default=True, type=click.IntRange(1), help="Quotes to show for each side."
)
@output()
@STORE
@in_one_line
def conflicts(
    rules: tuple[str, ...], kinds: tuple[str, ...], about: str | None, form: str, most: int, target: str, store_path: str
) -> None:  # fmt: skip
    """Show what documents disagree on: each question, the rule that found it, and every side with its words.

    A change is another answer at another time, with nobody wrong; a corroboration the same answer by two
    voices or more that do not repeat each other.
    """
    from gestae.graph.dataset import Store
    from gestae.graph.disagreements import disagreements

    chosen = () if "all" in kinds else kinds
    with Store(store_path) as store:
        found = disagreements(
            store, kinds=chosen, rules=rules, about=_called(store, about) if about else None
        )
    text = _json(found) if form == "json" else "\n".join("\n".join((*told(one, most), "")) for one in found)
    with writer(target) as out:
        out.write(text.encode())
    counts = {kind: sum(one.kind == kind for one in found) for kind in _KINDS if not chosen or kind in chosen}
    told_counts = (f"{count} {kind}{'' if count == 1 else 's'}" for kind, count in counts.items())
    click.echo(", ".join(told_counts), err=True)


def told(found: "Disagreement", most: int = _QUOTES) -> Iterator[str]:
    """A finding in lines: the question, then each side with who says so, quotes, documents and dates."""
    from gestae.cli_table import plain

    yield plain(f"{found.kind} ({found.rule}): {found.question}")
    for side in found.sides:
        yield f"  {plain(side.answer)}  [{plain('; '.join(_voices(side)))}]"
        shown = list(_worded(side.evidence))
        for said in shown[:most]:
            told_on = f", {said.date}" if said.date else ""
            source = f", according to {said.source}" if said.source else ""
            yield f"    “{plain(said.quote)}”"
            yield f"      {plain(f'{said.document}{told_on}{source}')}"
        if len(shown) > most:
            yield f"    and {len(shown) - most} more"
    yield f"  {found.iri}"


def _called(store: "Store", name: str) -> set[str]:
    from gestae.graph.show import find, like

    if found := find(store, name):
        return set(found)
    close = " or ".join(map(repr, like(store, name)))
    raise NotFound(f"nothing in the store is called {name!r}" + (f": did you mean {close}?" if close else ""))


def _voices(side: "Side") -> Iterator[str]:
    if side.authority:
        yield f"authority data: {side.authority}"
    yield from side.voices


def _worded(evidence: "Iterable[Evidence]") -> "Iterator[Evidence]":
    """The evidence without quotes that a longer one of the same document holds."""
    known = list(evidence)
    for said in known:
        longer = (o for o in known if o.document_iri == said.document_iri and len(o.quote) > len(said.quote))
        if not any(said.quote in other.quote for other in longer):
            yield said


def _json(found: "Iterable[Disagreement]") -> str:
    return json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1) + "\n"

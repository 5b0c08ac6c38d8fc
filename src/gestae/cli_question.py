"""What a user asks by: the name of a question, a file, standard input, or the text of a query."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gestae.ontology.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from gestae.queries.catalogue import Language

__all__ = ["asked", "show_list", "types_known"]

_SUFFIXES = {"SPARQL": (".rq", ".sparql"), "Cypher": (".cypher", ".cyp", ".cql")}


def show_list(language: "Language") -> None:
    """Print the named questions and their parameters."""
    from gestae.queries.catalogue import questions

    for known in questions(language).values():
        click.echo(f"{known.name}: {known.says}")
        for parameter in known.parameters:
            click.echo(f"    {parameter.name}={parameter.says}{' (optional)' if parameter.optional else ''}")


def types_known(store_path: str, held: "Callable[[], Iterable[str]]") -> "frozenset[str]":
    """The action types that a question may name: of the ontology, of a store's field, and what the graph holds."""
    from gestae.field import kept
    from gestae.graph.action_types import action_types
    from gestae.ontology.field import using

    with using(kept(Path(store_path))):
        return action_types(held())


def asked(question: str, values: tuple[str, ...], language: "Language") -> tuple[str, dict[str, str], bool]:
    """Text and parameters of what was asked, and whether it is a named question.

    :raises QueryError: where a file cannot be read, or no question has that name or takes these parameters.
    """
    from gestae.queries.catalogue import bound
    from gestae.queries.catalogue import question as known

    pairs = [value.partition("=") for value in values]
    if wrong := [name for name, sign, _ in pairs if not sign or not name]:
        raise click.UsageError(f"{wrong[0]!r} is not of the form PARAMETER=VALUE")
    given = {name: value for name, _, value in pairs}
    if "{" in question or len(question.split()) > 1:
        return question, given, False
    if question == "-":
        return _decoded("standard input", sys.stdin.buffer.read()), given, False
    if question.endswith(_SUFFIXES[language]):
        try:
            data = Path(question).read_bytes()
        except OSError as error:
            raise QueryError(f"{question}: cannot be read: {error.strerror}") from error
        return _decoded(question, data), given, False
    found = known(question, language)
    return found.text, bound(found, given), True


def _decoded(name: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError(f"{name}: not UTF-8 (byte {error.start})") from error

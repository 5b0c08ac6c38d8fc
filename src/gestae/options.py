"""Options that several commands share, and how errors become one line and an exit code."""

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any, BinaryIO, ParamSpec, TypeVar, cast

import click

from gestae.ontology.errors import GestaeError

__all__ = ["REFUSED", "STORE", "in_one_line", "output", "writer"]

REFUSED = 1
"""Exit code where something was refused or is not as it should be; wrong usage is 2."""

P = ParamSpec("P")
R = TypeVar("R")

STORE = click.option(
    "--store", "store_path", default="gestae-store", envvar="GESTAE_STORE", show_default=True, show_envvar=True,
    type=click.Path(file_okay=False), help="Folder that holds the graph and its texts.",
)  # fmt: skip


def output(required: bool = False) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The option for where to write, `-` being standard output."""
    return click.option(
        "-o", "--output", "target", default=None if required else "-", required=required, type=click.Path(dir_okay=False, allow_dash=True),
        help="File to write; - is standard output.",
    )  # fmt: skip


def in_one_line(command: Callable[P, R]) -> Callable[P, R]:
    """Turn what gestae refuses into one line on standard error and exit code 1."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except GestaeError as error:
            click.echo(f"gestae: {error}", err=True)
            sys.exit(REFUSED)

    return run


def writer(target: str) -> BinaryIO:
    """A binary stream on a file, which appears under its name only when it is whole, or on standard output."""
    return cast(BinaryIO, click.open_file(target, "wb", atomic=target != "-"))

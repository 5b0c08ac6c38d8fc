"""Options that several commands share, and how errors become one line and an exit code."""

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any, NoReturn, ParamSpec, TypeVar

import click

from gestae.ontology.errors import GestaeError

__all__ = ["INTERRUPTED", "REFUSED", "STORE", "in_one_line", "output"]

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells have it."""
REFUSED = 1
"""Exit code where something was refused or is not as it should be; wrong usage is 2."""

P = ParamSpec("P")
R = TypeVar("R")

STORE = click.option(
    "--store", "store_path", default="gestae-store", envvar="GESTAE_STORE", show_default=True, show_envvar=True,
    type=click.Path(file_okay=False), help="Folder that holds the graph and its texts.",
)  # fmt: skip


def output(
    required: bool = False, folder: bool = False
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The option for where to write, `-` being standard output; what is no text must be told where."""
    more: dict[str, Any] = {"required": True} if required else {"default": "-"}
    kind = click.Path(dir_okay=folder, allow_dash=True)
    return click.option(
        "-o", "--output", "target", type=kind, callback=_named, help="Where to write; - is standard output.",
        **more,
    )  # fmt: skip


def _named(_: click.Context, __: click.Parameter, target: str) -> str:
    if not target:
        raise click.BadParameter("it is empty: name a file, or - for standard output")
    return target


def in_one_line(command: Callable[P, R]) -> Callable[P, R]:
    """Turn what gestae refuses into one line on standard error and exit code 1, Ctrl-C into one and 130."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except GestaeError as error:
            click.echo(f"gestae: {error}", err=True)
        except (KeyboardInterrupt, click.Abort):
            _break_off()
        except BrokenPipeError:
            raise
        except OSError as error:
            click.echo(f"gestae: {_of_system(error)}", err=True)
        sys.exit(REFUSED)

    return run


def _break_off() -> NoReturn:
    """Say what Ctrl-C leaves, which is not the same for all commands."""
    from gestae.broken_off import told

    ctx = click.get_current_context()
    within = ctx.parent.info_name if ctx.parent and ctx.parent.parent else ""
    click.echo(f"\ngestae: {told(f'{within} {ctx.info_name}'.strip(), ctx.params)}", err=True)
    sys.exit(INTERRUPTED)


def _of_system(error: OSError) -> str:
    """What the system refused, in one line: a full disk, a folder that may not be written."""
    reason = " ".join((error.strerror or str(error)).split())
    return f"{error.filename}: {reason}" if error.filename else reason

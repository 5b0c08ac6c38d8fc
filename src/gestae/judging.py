"""What the commands that judge share: who judges, and a store that follows."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from gestae.graph.judge import Judge

__all__ = ["BY", "judging"]


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "somebody"


BY = click.option(
    "--by", "who", envvar="GESTAE_USER", default=_user, show_envvar=True,
    help="Who judges; by default the name you are logged in with.",
)  # fmt: skip


@contextmanager
def judging(store_path: str) -> Iterator["Judge"]:
    """Open a store that is there to judge in it; what rests on all documents follows at the end."""
    from gestae.build import settle
    from gestae.field import kept
    from gestae.graph.dataset import Store
    from gestae.graph.imports import Imports
    from gestae.graph.judge import Judge
    from gestae.ontology.field import using

    with Store.existing(store_path) as store, using(kept(store.folder)):
        yield Judge(store, Imports(store.folder).authority())
        settle(store)

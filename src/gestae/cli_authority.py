"""`gestae authority import`, `list`, `remove` and `mappings`: whom and what a store knows before it reads."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gestae.ontology.errors import GestaeError, InputError
from gestae.options import REFUSED, STORE, in_one_line

if TYPE_CHECKING:
    from gestae.loaders.authority_import import Imported
    from gestae.ontology.authority import Authority

__all__ = ["authority"]

_SHOWN = 5
"""Rows that are named where a field is missing."""


@click.group()
def authority() -> None:
    """People, bodies, offices, laws and orders that a store knows before it reads."""


@authority.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--mapping", "mapping_name", metavar="NAME|FILE",
    help="A YAML or TOML file, or the name of a built-in mapping; by default the one whose columns fit.",
)  # fmt: skip
@click.option("--encoding", default="", help="Encoding of the files, where it is not the mapping's.")
@click.option("--base", help="IRI under which a new store's data live.")
@STORE
@in_one_line
def import_(
    files: tuple[str, ...], mapping_name: str | None, encoding: str, base: str | None, store_path: str
) -> None:
    """Import CSV, JSON, YAML or Turtle; later builds link against it.

    Rows that yield no entry are refused with the reason and the rest is imported; the exit code is then 1.
    A file imported again replaces what it gave before.
    """
    from gestae.graph.dataset import Store
    from gestae.graph.imports import Imports

    refused = False
    with Store(store_path, write=True, base=base) as store:
        imports = Imports(store.folder)
        for file in files:
            path = Path(file)
            try:
                known = imports.authority(without=path.stem)
                done = _read(path, mapping_name, encoding, known, f"{store.base}authority/{path.stem}/")
                imports.put(path.stem, done.triples)
                _tell(file, done)
                refused |= bool(done.refused)
            except GestaeError as error:
                click.echo(f"gestae: {error}", err=True)
                refused = True
    if refused:
        sys.exit(REFUSED)


@authority.command("list")
@STORE
@in_one_line
def list_(store_path: str) -> None:
    """List what was imported, and how many entries each import describes."""
    from gestae.graph.dataset import Store
    from gestae.graph.imports import Imports

    with Store(store_path) as store:
        imports = list(Imports(store.folder).list())
    for one in imports:
        click.echo(f"{one.name}  {one.entries:,} entries")
    if not imports:
        click.echo("nothing was imported into this store: `gestae authority import` does", err=True)


@authority.command()
@click.argument("name")
@STORE
@in_one_line
def remove(name: str, store_path: str) -> None:
    """Let go of an import; later builds link without it."""
    from gestae.graph.dataset import Store
    from gestae.graph.imports import Imports

    with Store.existing(store_path) as store:
        Imports(store.folder).remove(name)
    click.echo(f"removed {name}; `gestae build` links anew", err=True)


@authority.command()
@in_one_line
def mappings() -> None:
    """List the built-in mappings and the columns by which each is chosen."""
    from gestae.loaders.authority_mapping import built_in

    for name, mapped in built_in().items():
        click.echo(f"{name}  {', '.join(mapped.columns)}")


def _read(path: Path, mapping_name: str | None, encoding: str, known: "Authority", base: str) -> "Imported":
    from gestae.loaders.authority_import import import_rows
    from gestae.loaders.authority_mapping import built_in, fitting, mapping
    from gestae.loaders.authority_rows import FORMATS, lists_in, rows
    from gestae.loaders.authority_turtle import import_turtle

    if FORMATS.get(path.suffix.lower()) == "turtle":
        return import_turtle(path, known)
    mapped = None
    if mapping_name:
        mapped = built_in().get(mapping_name) or mapping(Path(mapping_name))
        found = rows(path, mapped.format, encoding or mapped.encoding, mapped.rows)
    else:
        # What the columns are called must be known before the mapping, and with it the encoding, is.
        peeked = rows(path, encoding=encoding or "latin-1")
        name = fitting(peeked[0]) if peeked else None
        if name is None:
            columns = ", ".join(map(str, peeked[0])) if peeked else "none"
            lists = lists_in(peeked)
            hint = f"; lists that its `rows` can name: {', '.join(lists[:_SHOWN])}" if lists else ""
            raise InputError(
                str(path),
                f"no built-in mapping fits its columns ({columns}): give --mapping FILE (see docs/linking.md){hint}",
            )
        mapped = built_in()[name]
        found = rows(path, encoding=encoding or mapped.encoding)
    return import_rows(found, mapped, known, base)


def _tell(file: str, done: "Imported") -> None:
    from gestae.cli_table import plain

    parts = [f"{done.rows:,} rows", f"{done.new:,} new entries", f"{done.known:,} known already"]
    parts += [f"{done.repeated:,} repeated"] * bool(done.repeated)
    parts += [f"{len(done.refused):,} refused"] * bool(done.refused)
    click.echo(f"{file}: {', '.join(parts)}", err=True)
    for one in done.refused:
        click.echo(f"  refused {plain(str(one))}", err=True)
    for note in done.notes:
        click.echo(f"  {plain(note)}", err=True)
    if done.ambiguous:
        first = ", ".join(list(done.ambiguous)[:_SHOWN])
        click.echo(
            f"  {len(done.ambiguous):,} numbers or keys stand for more than one thing, and link nothing by "
            f"themselves: {first}{', …' * (len(done.ambiguous) > _SHOWN)}",
            err=True,
        )
    for name, rows in done.missing.items():
        first = ", ".join(map(str, rows[:_SHOWN]))
        click.echo(f"  no {name}: {len(rows):,} rows ({first}{', …' * (len(rows) > _SHOWN)})", err=True)

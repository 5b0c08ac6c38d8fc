"""The field of policy of a store: the user's Turtle files, checked and kept beside the graph."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from gestae.ontology.errors import OntologyError
from gestae.ontology.field import using

__all__ = ["keep", "kept"]

_FOLDER = "ontology"


def kept(store: Path) -> tuple[Path, ...]:
    """The files that a store was last built with, in their order."""
    return tuple(sorted((store / _FOLDER).glob("*.ttl")))


def keep(store: Path, files: Sequence[Path]) -> None:
    """Copy files into a store, in place of those it had.

    Raises:
        OntologyError: a file is missing, no Turtle, or says what no field can; the store is as it was.

    """
    for path in files:
        if not path.is_file():
            raise OntologyError(f"{path}: no such file")
    if wrong := _wrong(files):
        alone = next((path for path in files if _wrong((path,)) == wrong), None)
        named = str(alone) if alone else ", ".join(map(str, files))
        raise OntologyError(f"{named}: {wrong.removeprefix(f'{alone.name}: ') if alone else wrong}")
    fresh = store / f"{_FOLDER}.new"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    for number, path in enumerate(files, 1):
        shutil.copyfile(path, fresh / f"{number:02}-{path.stem}.ttl")
    shutil.rmtree(store / _FOLDER, ignore_errors=True)
    fresh.rename(store / _FOLDER)


def _wrong(files: Sequence[Path]) -> str:
    """What files say together that no field can, or nothing."""
    from gestae.ontology.authority import authority
    from gestae.ontology.english import english
    from gestae.ontology.lexicon import lexicon

    try:
        with using(files):
            for read in (lexicon, english, authority):
                read()
    except OntologyError as error:
        return str(error)
    return ""

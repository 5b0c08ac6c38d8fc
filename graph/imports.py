"""Authority data that people imported into a store: Turtle files in its folder `authority`, one an import."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from gestae.graph.folder import explained, write_whole
from gestae.ontology.authority import Authority
from gestae.ontology.authority import authority as shipped
from gestae.ontology.errors import NotFound
from gestae.ontology.iris import digest
from gestae.ontology.terms import PREFIXES, RDFS

__all__ = ["Import", "Imports"]


@dataclass(frozen=True, slots=True)
class Import:
    """An import: its name, its file, and how many entries and other labelled things it describes."""

    name: str
    path: Path
    entries: int


class Imports:
    """The imports of the store in a folder."""

    def __init__(self, store: Path) -> None:
        self.folder = store / "authority"

    def paths(self, without: str = "") -> tuple[Path, ...]:
        """The files of all imports, by name; but not that of one."""
        return tuple(path for path in sorted(self.folder.glob("*.ttl")) if path.stem != without)

    def authority(self, without: str = "") -> Authority:
        """The authority files of gestae with what was imported; but without one import."""
        return shipped(*self.paths(without))

    def fingerprint(self) -> str:
        """A hash of all that was imported; "" where nothing was."""
        parts = [path.read_bytes().decode("utf-8", "replace") for path in self.paths()]
        return digest(*parts) if parts else ""

    def list(self) -> list[Import]:
        """What was imported, by name."""
        return [Import(path.stem, path, _entries(path)) for path in self.paths()]

    def put(self, name: str, triples: Iterable[ox.Triple]) -> None:
        """Keep an import; one of the same name is replaced.

        :raises OntologyError: if the entries, with all others, are not what authority files must be; then
            nothing is changed.
        """
        data = ox.serialize(dict.fromkeys(triples), format=ox.RdfFormat.TURTLE, prefixes=PREFIXES) or b""
        with explained(self.folder):
            self.folder.mkdir(exist_ok=True)
            new = self.folder / f"{name}.ttl.new"
            write_whole(new, data)
            try:
                shipped(*self.paths(name), new)
                new.replace(self.folder / f"{name}.ttl")
            finally:
                new.unlink(missing_ok=True)

    def remove(self, name: str) -> None:
        """Let go of an import.

        :raises NotFound: if there is none of that name.
        """
        path = self.folder / f"{name}.ttl"
        if path not in self.paths():
            known = ", ".join(one.stem for one in self.paths()) or "none"
            raise NotFound(f"no import is called {name!r}; there are: {known}")
        path.unlink()


def _entries(path: Path) -> int:
    labelled = {
        t.subject for t in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE) if t.predicate == RDFS.label
    }
    return len(labelled)

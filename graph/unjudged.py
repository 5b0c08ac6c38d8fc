"""What documents say before judgements are applied, so that a judgement can be taken back without reading again.

One compressed file of N-Quads a version, only for versions that a judgement changes. It is written before the
graphs are, so that whatever breaks off the program, what was read is there.
"""

import gzip
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from gestae.graph.folder import explained, write_whole
from gestae.ontology.iris import digest

__all__ = ["Unjudged"]


class Unjudged:
    """The quads of versions as they were read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __contains__(self, version: str) -> bool:
        return self._path(version).exists()

    def read(self, version: str) -> Iterator[ox.Quad]:
        """The quads of a version that is kept here."""
        with explained(self.folder):
            data = gzip.decompress(self._path(version).read_bytes())
        yield from ox.parse(data, ox.RdfFormat.N_QUADS)

    def write(self, version: str, quads: Iterable[ox.Quad]) -> None:
        """Keep the quads of a version."""
        lines = sorted({f"{quad} .\n" for quad in quads})
        with explained(self.folder):
            self.folder.mkdir(exist_ok=True)
            write_whole(self._path(version), gzip.compress("".join(lines).encode(), mtime=0))

    def drop(self, version: str) -> None:
        """Let go of a version that no judgement changes any more."""
        self._path(version).unlink(missing_ok=True)

    def keep(self, versions: Iterable[str]) -> None:
        """Let go of all versions but these."""
        if self.folder.is_dir():
            kept = {self._path(version) for version in versions}
            for path in self.folder.iterdir():
                if path not in kept:
                    path.unlink(missing_ok=True)

    def _path(self, version: str) -> Path:
        return self.folder / f"{digest(version, length=32)}.nq.gz"

"""Which file each document was read from: tells a new state of a file from another file that is called the same.

One line a document: its IRI, a tab, the SHA-256 of its text, a tab, the file's path from the store's folder as a JSON
string; the last line of a document counts. The file is no part of the graph: where a line is lost, the next file of
that name is taken for a new state of the document.
"""

import json
import os
from pathlib import Path

from gestae.graph.folder import write_whole

__all__ = ["Origins"]


class Origins:
    """The file that each document of a store was read from."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.known: dict[str, tuple[str, str]] = {}
        if path.exists():
            for line in path.read_text(encoding="utf-8", errors="replace").split("\n"):
                document, _, rest = line.partition("\t")
                sha256, _, origin = rest.partition("\t")
                try:
                    self.known[document] = (sha256, str(json.loads(origin)))
                except ValueError:
                    continue

    def other(self, document: str, sha256: str, origin: str) -> str | None:
        """The file that a document of another text was read from, where it is still there and not this one."""
        known = self.known.get(document)
        return None if known is None or known[0] == sha256 else self._beside(document, origin)

    def add(self, document: str, sha256: str, origin: str) -> None:
        """Note the file of a document that is stored; of two copies the one that was noted first."""
        entry = (sha256, self._from_store(origin))
        known = self.known.get(document)
        if known == entry or (known is not None and known[0] == sha256 and self._beside(document, origin)):
            return
        self.known[document] = entry
        with self.path.open("a", encoding="utf-8", newline="") as file:
            file.write(_line(document, entry))

    def drop(self, document: str) -> None:
        """Forget a document."""
        if self.known.pop(document, None) is not None:
            write_whole(self.path, "".join(_line(*one) for one in sorted(self.known.items())).encode())

    def _beside(self, document: str, origin: str) -> str | None:
        known = os.path.normpath(self.path.parent.absolute() / self.known[document][1])
        try:
            return None if Path(known).samefile(origin) else known
        except (OSError, ValueError):  # gone meanwhile: moved, most likely
            return None

    def _from_store(self, origin: str) -> str:
        try:
            return os.path.relpath(origin, self.path.parent)
        except ValueError:  # on another drive
            return str(Path(origin).absolute())


def _line(document: str, entry: tuple[str, str]) -> str:
    return f"{document}\t{entry[0]}\t{json.dumps(entry[1])}\n"

"""Which file each document was read from: tells a new state of a file from another file that is called the same.

Noted are the SHA-256 of its text and the file's path from the store's folder as a JSON string. Where a line is lost, the
next file of that name is taken for a new state of the document.
"""

import json
import os
from pathlib import Path

from gestae.graph.document_notes import DocumentNotes

__all__ = ["Origins"]


class Origins(DocumentNotes):
    """The file that each document of a store was read from."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, width=2)

    def other(self, document: str, sha256: str, origin: str) -> str | None:
        """The file that a document of another text was read from, where it is still there and not this one."""
        return None if self._of(document)[0] == sha256 else self._beside(document, origin)

    def add(self, document: str, sha256: str, origin: str) -> None:
        """Note the file of a document that is stored; of two copies the one that was noted first."""
        if self._of(document)[0] == sha256 and self._beside(document, origin):
            return
        self.note(document, f"{sha256}\t{json.dumps(self._from_store(origin))}")

    def _of(self, document: str) -> tuple[str, str]:
        """The SHA-256 and the file that are noted of a document, both empty where nothing sound is."""
        sha256, _, origin = self.known.get(document, "").partition("\t")
        try:
            return sha256, str(json.loads(origin))
        except ValueError:
            return "", ""

    def _beside(self, document: str, origin: str) -> str | None:
        known = self._of(document)[1]
        path = os.path.normpath(self.path.parent.absolute() / known)
        try:
            return None if not known or Path(path).samefile(origin) else path
        except (OSError, ValueError):  # gone meanwhile: moved, most likely
            return None

    def _from_store(self, origin: str) -> str:
        try:
            return os.path.relpath(origin, self.path.parent)
        except ValueError:  # on another drive
            return str(Path(origin).absolute())

"""What was read how: lets a build go on where it was broken off, without reading again what it has read.

The file only saves work: where a line is lost or damaged, its document is read again.
"""

from pathlib import Path

from gestae.graph.document_notes import DocumentNotes

__all__ = ["Readings"]


class Readings(DocumentNotes):
    """Fingerprints of what each document was read from and by."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)

    def __contains__(self, entry: tuple[str, str]) -> bool:
        document, fingerprint = entry
        return self.known.get(document) == fingerprint

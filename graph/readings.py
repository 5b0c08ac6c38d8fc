"""What was read how: lets a build go on where it was broken off, without reading again what it has read.

One line a document: its IRI, a tab, a fingerprint; the last line of a document counts. The file only saves
work: where a line is lost or damaged, its document is read again.
"""

from pathlib import Path

from gestae.graph.folder import write_whole

__all__ = ["Readings"]


class Readings:
    """Fingerprints of what each document was read from and by."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.known: dict[str, str] = {}
        if path.exists():
            lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
            self.known = dict(line.split("\t") for line in lines if line.count("\t") == 1)

    def __contains__(self, entry: tuple[str, str]) -> bool:
        document, fingerprint = entry
        return self.known.get(document) == fingerprint

    def add(self, document: str, fingerprint: str) -> None:
        """Note a document that is stored."""
        if (document, fingerprint) not in self:
            self.known[document] = fingerprint
            with self.path.open("a", encoding="utf-8", newline="") as file:
                file.write(f"{document}\t{fingerprint}\n")

    def drop(self, document: str) -> None:
        """Forget a document, so that it is read when it comes again."""
        if self.known.pop(document, None) is not None:
            lines = (f"{iri}\t{fingerprint}\n" for iri, fingerprint in sorted(self.known.items()))
            write_whole(self.path, "".join(lines).encode())

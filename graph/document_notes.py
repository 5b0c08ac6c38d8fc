"""What a store remembers of its documents besides the graph: a line a document, the last of which counts."""

from pathlib import Path

from gestae.graph.folder import write_whole

__all__ = ["DocumentNotes"]


class DocumentNotes:
    """A file of lines, each the IRI of a document, a tab, and what is noted of it: words of `width` parts with tabs between.

    The file is no part of the graph: a line that is damaged or lost is a document without a note.
    """

    def __init__(self, path: Path, width: int = 1) -> None:
        self.path = path
        self.known: dict[str, str] = {}
        if path.exists():
            lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
            self.known = dict(line.split("\t", 1) for line in lines if line.count("\t") == width)

    def note(self, document: str, words: str) -> None:
        """Note words of a document, in place of what was noted of it."""
        if self.known.get(document) != words:
            self.known[document] = words
            with self.path.open("a", encoding="utf-8", newline="") as file:
                file.write(f"{document}\t{words}\n")

    def drop(self, document: str) -> None:
        """Forget a document."""
        if self.known.pop(document, None) is not None:
            lines = (f"{iri}\t{words}\n" for iri, words in sorted(self.known.items()))
            write_whole(self.path, "".join(lines).encode())

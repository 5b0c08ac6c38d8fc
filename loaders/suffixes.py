"""Which files gestae reads, by their suffix, and with what."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from gestae.loaders import markdown, pdf, plain_text, webpage, word_documents
from gestae.loaders.formats import Extracted, Source, container_limit

__all__ = ["EXTRACTORS", "largest_file", "listed", "sniff"]

EXTRACTORS: Mapping[str, Callable[[Source], Extracted]] = MappingProxyType({
    ".docx": word_documents.extract,
    ".htm": webpage.extract,
    ".html": webpage.extract,
    ".markdown": markdown.extract,
    ".md": markdown.extract,
    ".pdf": pdf.extract,
    ".txt": plain_text.extract,
})  # fmt: skip
"""By suffix, in lower case."""

_CONTAINERS = frozenset([".docx", ".pdf"])


def listed() -> str:
    """The suffixes, for people."""
    return ", ".join(EXTRACTORS)


def largest_file(suffix: str, max_size: int) -> int:
    """Bytes a file of that suffix may have: much more where pictures and markup come beside the text."""
    return container_limit(max_size) if suffix in _CONTAINERS else max_size


def sniff(data: bytes) -> str:
    """The suffix that fits the first bytes of a file without a name."""
    if data.startswith(b"%PDF-"):
        return ".pdf"
    if data.startswith(b"PK\x03\x04"):
        return ".docx"
    head = data[:1000].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if head.startswith((b"<!doctype html", b"<html")):
        return ".html"
    return ".md" if head.startswith(b"---") else ".txt"

"""The first few hundred words of a document of the White House collection, as plain paragraphs.

The collection is Markdown wrapped at 72 columns; what is annotated is one paragraph a line with a blank line
between any two, the title first, as the annotated documents beside the scorer are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

__all__ = ["Excerpt", "excerpt"]

LEAST = 400
"""Words after which no further paragraph is begun."""

_EMPHASIS = re.compile(r"(?<!\\)(\*\*|\*|__|(?<!\w)_|_(?!\w))")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|<https?://[^>]*>")
_ATTRIBUTES = re.compile(r"\{[.#][^}]*\}|^:::.*$|<!--.*?-->|</?\w+[^>]*>", re.MULTILINE)
_STARTS = re.compile(r"(?:[-*+]|\d+[.)]|[a-z][.)]|#+|>)\s+")


@dataclass(frozen=True)
class Excerpt:
    """The head of a document: `text` opens with the title; `date` is as in the collection, `YYYY-MM-DD`."""

    title: str
    date: str
    url: str
    text: str


def excerpt(markdown: str, least: int = LEAST) -> Excerpt:
    """The title and the first paragraphs of at least so many words; `markdown` opens with YAML between `---`."""
    _, front, body = re.split(r"^---\s*$", markdown, maxsplit=2, flags=re.MULTILINE)
    known = yaml.safe_load(front)
    title = " ".join(str(known["title"]).split())
    parts, words = [title], 0
    for paragraph in _paragraphs(body):
        if words >= least:
            break
        parts.append(paragraph)
        words += len(paragraph.split())
    return Excerpt(title, str(known["date"])[:10], str(known["source_url"]), "\n\n".join(parts) + "\n")


def _paragraphs(body: str) -> Iterator[str]:
    plain = _ATTRIBUTES.sub(" ", _LINK.sub(lambda m: m[1] or "", body))
    lines: list[str] = []
    for line in (*plain.splitlines(), ""):
        stripped = line.strip()
        if lines and (not stripped or _STARTS.match(stripped)):
            if told := _told(" ".join(lines)):
                yield told
            lines = []
        if stripped:
            lines.append(stripped)


def _told(paragraph: str) -> str:
    marked = re.sub(r"^(?:[-*+])\s+", "- ", re.sub(r"^(?:#+|>)\s+", "", paragraph))
    text = re.sub(r"\\(\W)", r"\1", _EMPHASIS.sub("", marked))
    text = " ".join(text.split())
    return text if re.search(r"\w", text) else ""

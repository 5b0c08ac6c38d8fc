"""Phrases that stand nowhere in a paragraph as they are, made into spaCy spans, and where what was parsed stands in its text."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

__all__ = ["made", "offset"]


def made(doc: "Doc", words: str, at: int) -> "Span":
    """A span of its own document, of the vocabulary of `doc`; `at` is the offset in the text that it stands for."""
    from spacy.tokens import Doc

    return Doc(doc.vocab, words=words.split(), user_data={"start": at})[:]


def offset(doc: "Doc", at: int) -> int:
    """Where a character of what was parsed stands in the text of its document."""
    return int(at) + int(doc.user_data.get("start", 0))

"""A phrase that stands nowhere in a paragraph as it is, made into a spaCy span."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

__all__ = ["made"]


def made(doc: "Doc", words: str, at: int) -> "Span":
    """A span of its own document, of the vocabulary of `doc`; `at` is the offset in the text that it stands for."""
    from spacy.tokens import Doc

    return Doc(doc.vocab, words=words.split(), user_data={"start": at})[:]

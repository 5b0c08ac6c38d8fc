"""The text of a spaCy document as it was parsed, kept with it, and where that stands in the text of the whole."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["keep_text", "offset", "parsed_text"]

_KEPT = "parsed"


def keep_text(doc: "Doc", text: str) -> None:
    """Keep the text that a document was made of."""
    doc.user_data[_KEPT] = text


def parsed_text(doc: "Doc") -> str:
    """The text of a spaCy document: spaCy puts it together anew each time it is asked."""
    text: str | None = doc.user_data.get(_KEPT)
    if text is None:
        text = doc.user_data[_KEPT] = doc.text
    return text


def offset(doc: "Doc", at: int) -> int:
    """Where a character of what was parsed stands in the text of its document."""
    return int(at) + int(doc.user_data.get("start", 0))

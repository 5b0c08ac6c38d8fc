"""The office that several people share: "Senators Jo Day and Max Roe", "Prime Ministers Roe and Day"."""

from typing import TYPE_CHECKING

from gestae.loaders.names import is_title
from gestae.loaders.phrases import strip_article, words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

__all__ = ["own_title"]

_PARTS = frozenset({"compound", "nmod"})
_ENDINGS = (("ies", "y"), ("men", "man"), ("s", ""))
"""The end of a plural, and of its singular."""


def own_title(tokens: "Span") -> str | None:
    """The name of one of several people with the office that they share: of "Senators Day and Roe" each "Senator …"."""
    first = tokens.root
    if first.pos_ != "PROPN":
        return None
    while first.dep_ == "conj" and first.head.pos_ == "PROPN" and not any(map(_plural, first.lefts)):
        first = first.head
    title = next((c for c in first.lefts if _plural(c)), None)
    if title is None:
        return None
    opening = next((c for c in first.lefts if c.dep_ in _PARTS), title).left_edge.i
    office = words(strip_article(title.doc[min(opening, title.i) : title.i + 1]))
    start = max(tokens.start, title.i + 1) if tokens.root.i == first.i else tokens.start
    one = _title(_singular(office) or "")
    name = words(tokens.doc[start : tokens.end])
    return f"{one} {name}" if one and name else None


def _title(office: str) -> str | None:
    """The title on which an office ends ("Senator" of "U.S. Senator")."""
    parts = office.split()
    return next((last for i in range(len(parts)) if is_title(last := " ".join(parts[i:]))), None)


def _plural(token: "Token") -> bool:
    return token.dep_ in _PARTS and token.text[:1].isupper() and _singular(token.text) is not None


def _singular(office: str) -> str | None:
    """The singular of an office, as far as its end tells."""
    return next((office[: -len(end)] + one for end, one in _ENDINGS if office.endswith(end)), None)

"""The document itself, where it is an order, a proclamation or a memorandum."""

import re

from gestae.loaders.citations import citations
from gestae.loaders.instrument_mentions import InstrumentMention
from gestae.loaders.instrument_words import OWN_KINDS
from gestae.loaders.layout import clean
from gestae.ontology.facts import Document, InstrumentKind

__all__ = ["own_mention"]

_TITLED = re.compile(
    r"^(?:An? )?(?P<kind>Executive Order|(?:Presidential )?Proclamation|"
    r"(?:Presidential |National Security (?:Presidential )?)?Memorandum|Presidential Determination|"
    r"Notice(?= (?:on|of|regarding) the Continuation))\b",
    re.I,
)
_BODIES: tuple[tuple[re.Pattern[str], InstrumentKind], ...] = (
    (re.compile(r"\bhereby proclaim\b|^\s*A PROCLAMATION\s*$", re.M), "proclamation"),
    (re.compile(r"\bhereby (?:ordered|order)\b"), "order"),
    (re.compile(r"^\s*MEMORANDUM FOR\b", re.M), "memorandum"),
)
"""The formula by which a text without a telling title is known."""
_ABOUT = re.compile(
    r"^(?:fact sheet|readout|remarks|statement|press|icymi|what they|background|bills?\b|letters?\b|message|"
    r"notice(?! (?:on|of|regarding) the continuation))",
    re.I,
)
"""Titles of texts about instruments."""
_ANOTHER = re.compile(
    r"\b(?:[Aa]mend|[Rr]evo|[Mm]odif|[Rr]esci|[Uu]nder|[Pp]ursuant|[Ii]mplement|[Cc]ontinu|[Tt]erminat|[Ee]xten|[Uu]pdat)\w*\b"
)
"""Words of a title behind which another order is named: "Amending Executive Order 12"."""
_HEAD = 800


def own_mention(document: Document) -> InstrumentMention | None:
    """A document's mention of itself, where its name stands in its text, or else "this order"."""
    title = clean(" ".join((document.title or "").split()))
    plain = clean(document.text)
    if not title or _ABOUT.match(title):
        return None
    kind = _kind(title, document.text)
    if kind is None:
        return None
    found = re.search(re.escape(title), plain, re.I) or re.search(
        rf"\b[Tt]his (?:{kind}|determination)\b", plain
    )
    if found is None:
        return None
    cited = [
        c
        for c in citations(title)
        if c.form in {"order", "proclamation", "determination", "directive"}
        and not _ANOTHER.search(title[: c.start])
    ]
    if not cited and kind == "memorandum":
        cited = [c for c in citations(plain[:_HEAD]) if c.form == "determination"]
    about = re.sub(r"^.*?(?: [Oo]n | Titled |: )", "", title)
    prefixed = (f"Executive Order on {about}",) if kind == "order" else ()
    identifier = cited[0].identifier if cited else None
    return InstrumentMention(
        *found.span(), re.sub(r"^An? ", "", title), kind, identifier, (title, about, *prefixed)
    )


def _kind(title: str, text: str) -> InstrumentKind | None:
    match = _TITLED.match(title)
    if match:
        kind = match["kind"].lower().removeprefix("presidential ")
        return "order" if kind == "notice" else OWN_KINDS.get(kind, "memorandum")
    return next((kind for pattern, kind in _BODIES if pattern.search(text)), None)

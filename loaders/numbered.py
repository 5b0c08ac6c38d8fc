"""Numbers that only tell which of several is meant: "pillar three", "58 degrees north", "Boeing 737"."""

from typing import TYPE_CHECKING

from gestae.loaders.calendar_words import MONTHS
from gestae.ontology.english import english

if TYPE_CHECKING:
    from spacy.tokens import Span

__all__ = ["labels"]

_NUMBERED = frozenset(
    {
        "pillar",
        "phase",
        "tier",
        "step",
        "priority",
        "option",
        "objective",
        "chapter",
        "goal",
        "round",
        "stage",
        "clause",
        "paragraph",
        "item",
        "annex",
        "appendix",
    }
)
_BEARINGS = frozenset({"north", "south", "east", "west"})


def labels(span: "Span") -> bool:
    """Whether a number only tells which of several ("pillar three of the plan"), or where on a map."""
    doc, at, end = span.doc, span.start, span.end
    named = at > 0 and doc[at - 1].lower_ in _NUMBERED and doc[at - 1].tag_ in {"NN", "NNP"}
    mapped = end + 1 < len(doc) and doc[end].lower_ == "degrees" and doc[end + 1].lower_ in _BEARINGS
    # "a Top 10 Harbor Hero": the name of an honour
    ranked = at > 0 and doc[at - 1].text == "Top" and end < len(doc) and doc[end].text[:1].isupper()
    listed = at > 0 and doc[at - 1].text.istitle() and doc[at - 1].lower_ in english().classes["ranking"]
    return bool(named or mapped or ranked or listed or _in_name(span))


def _in_name(span: "Span") -> bool:
    """Whether digits stand behind the name that they belong to ("Boeing 737 deliveries")."""
    doc, at = span.doc, span.start
    if len(span) != 1 or not span.text.isdigit() or at <= span.sent.start:
        return False
    name, number = doc[at - 1], doc[at]
    if name.pos_ != "PROPN" or not name.text[:1].isupper() or name.lower_ in MONTHS:
        return False
    return (
        number.ent_type_ == "PRODUCT"
        or name.i == number.head.i
        or (name.dep_ in {"compound", "nmod"} and name.head.i == number.head.i)
    )

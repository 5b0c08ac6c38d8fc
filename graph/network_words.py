"""What a node of the readable graph is called, and what stands in its hover text. Plain text throughout."""

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from gestae.graph.network_claims import Claim, Evidence
from gestae.graph.quantities import BOUNDS

__all__ = ["action_label", "cited", "claim_title", "shortened", "squeezed", "statistic_label"]

QUOTE_LENGTH = 320
"""Characters of a quote that a hover text shows."""

_AUXILIARIES = {"factual": "", "planned": "will", "directed": "shall", "hypothetical": "may"}
_ROLES = (
    ("Who", "actorMention", "actorText"),
    ("Does", "verb"),
    ("What", "objectMention", "objectText"),
    ("To whom", "recipientMention", "recipientText"),
    ("Under", "underMention", "underText"),
    ("Counted", "unitText"),
    ("Where", "placeMention", "placeText"),
)
"""Words for a role → the properties that may hold who or what fills it, the fuller first."""

_SCALES = ((Decimal(10**12), "trillion"), (Decimal(10**9), "billion"), (Decimal(10**6), "million"))


def squeezed(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


def shortened(text: str, length: int) -> str:
    """The text on one line, cut at a word and marked with an ellipsis where it is longer."""
    text = squeezed(text)
    if len(text) <= length:
        return text
    return (
        text[:length].rpartition(" ")[0].rstrip(",;:–—- ") + "…"
        if " " in text[:length]
        else text[:length] + "…"
    )


def action_label(claim: Claim, length: int = 44) -> str:
    """Verb and object, with what makes it less than a fact.

    "will", "shall" and "may" stand for planned, directed and hypothetical, "not" for negated; quotation
    marks say that the document attributes it to somebody else. The object is left out where it is
    a node of its own.
    """
    auxiliary = _AUXILIARIES.get(claim.modality, "")
    if claim.negated:
        auxiliary = f"{auxiliary or 'did'} not"
    thing = "" if "object" in claim.links else claim.words.get("objectText", "")
    label = shortened(f"{auxiliary} {claim.words.get('verb', '')} {thing}", length)
    return f"“{label}”" if claim.evidence.attributed else label


def statistic_label(claim: Claim, length: int = 40) -> str:
    """The number with its bound and unit, in quotation marks where it is attributed to somebody else."""
    unit = claim.words.get("unitText", "")
    bound = BOUNDS.get(claim.links.get("bound", "").rpartition("#")[2], "")
    value = _number(claim.words.get("value", ""), unit)
    upper = claim.words.get("upperValue")
    if upper:
        value = f"{value}–{_number(upper, unit)}"
    elif unit == "percent":
        value, unit = f"{value}%", ""
    label = shortened(f"{bound}{value} {'' if unit == 'dollars' else unit}", length)
    return f"“{label}”" if claim.evidence.attributed else label


def cited(evidence: Evidence) -> str:
    """A quote with its document, publisher and date, on two lines."""
    source = evidence.document
    by = f"According to {evidence.said_by}, in " if evidence.said_by else ""
    where = ", ".join(part for part in (source.title, source.publisher, source.date) if part)
    return f"“{shortened(evidence.quote, QUOTE_LENGTH)}”\n— {by}{where}"


def claim_title(claim: Claim, kind: str) -> str:
    """The hover text of a claim: what it is, who takes part in which role, when, and its words."""
    parts = [kind]
    if claim.kind == "action":
        parts += [claim.modality, "negated"] if claim.negated else [claim.modality]
    if "edtf" in claim.words:
        parts.append(claim.words["edtf"])
    if "confidence" in claim.words:
        parts.append(f"confidence {claim.words['confidence']}")
    roles = [f"{role}: {squeezed(said)}" for role, *names in _ROLES if (said := _first(claim, names))]
    return "\n".join([" · ".join(parts), *roles, "", cited(claim.evidence)])


def _first(claim: Claim, names: Iterable[str]) -> str:
    return next((claim.words[name] for name in names if claim.words.get(name)), "")


def _number(text: str, unit: str) -> str:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    # A scale word must not cost a digit: 1,234,567 is not "1.235 million".
    scale, name = next(
        (
            (scale, f" {name}")
            for scale, name in _SCALES
            if abs(number) >= scale and number % (scale / 1000) == 0
        ),
        (Decimal(1), ""),
    )
    return f"{'$' if unit == 'dollars' else ''}{(number / scale).normalize():,f}{name}"

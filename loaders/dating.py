"""Acts that a document dates by being published: what it announces, and what the order that it tells of does."""

import re
from typing import TYPE_CHECKING

from gestae.loaders.found import Found
from gestae.loaders.parse import Parsed, Sentence
from gestae.ontology.facts import Period

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["day_of_signing", "published"]

_SIGNED = re.compile(
    r"\b(?:today|this (?:morning|afternoon|evening))\b[^\n]{0,160}?\bsign(?:ed|s)\b|\bsign(?:ed|s)\b[^\n]{0,160}?\b(?:today|this (?:morning|afternoon|evening))\b",
    re.I,
)
_ORDER = re.compile(
    r"^(?:presidential |executive )?(?:order|proclamation|memorandum|directive|executive order\b.*|proclamation \d.*)$",
    re.I,
)
_READOUT = re.compile(r"^(?:[\w ]{0,24}: )?readout\b", re.I)
_PERFORMED = frozenset({
    "determine", "find", "declare", "order", "direct", "proclaim", "designate", "delegate", "authorize", "certify", "call",
    "urge", "instruct", "report", "transmit", "nominate", "waive", "revoke", "encourage", "ask", "request",
})  # fmt: skip
"""Verbs by which whoever signs a document acts ("I direct …")."""
_TELLING = frozenset({"announce", "release", "issue", "unveil", "publish", "sign", "launch"})


def day_of_signing(parsed: Parsed) -> Period | None:
    """The document's date, where it says that something was signed on that day."""
    document = parsed.document
    if document.date is None or not _SIGNED.search(document.text):
        return None
    return Period(document.date.isoformat(), document.date.isoformat())


def published(found: Found, sentence: Sentence, signing: Period | None) -> Period | None:
    """When an act without a time of its own was done, where its being told tells that.

    A headline in the present tense and "is announcing" speak of the day of publication, as do "I
    direct" and the past tense of a readout; what an order does, it does on the day that it was signed.
    """
    clause, when = found.clause, sentence.document.date
    if clause is None or when is None or found.action.modality != "factual":
        return None
    verb = clause.verb
    if verb.tag_ == "VBP" and found.action.actor.text == "I" and verb.lemma_ in _PERFORMED:
        return Period(when.isoformat(), when.isoformat())
    if (
        verb.tag_ == "VBD"
        and clause.role == "main"
        and not sentence.block.lead
        and _READOUT.match(sentence.document.title or "")
    ):
        return Period(when.isoformat(), when.isoformat())
    if verb.lemma_ in _TELLING and (
        _progressive(verb) or (sentence.block.role == "heading" and verb.tag_ == "VBZ")
    ):
        return Period(when.isoformat(), when.isoformat())
    ordered = any(map(_ORDER.match, (found.action.actor.text, found.action.actor.name)))
    return signing if ordered and verb.tag_ == "VBZ" and clause.role == "main" else None


def _progressive(verb: "Token") -> bool:
    return verb.tag_ == "VBG" and any(
        c.dep_ == "aux" and c.lower_ in {"is", "are", "am", "'s", "'re"} for c in verb.children
    )

"""Nominations as they are listed: "Jane Roe, of Ohio, to be a Member of the Harbor Board, vice John Doe, resigned."."""

import re

from gestae.loaders.body_words import HONORIFIC, NAME
from gestae.loaders.cast import Cast
from gestae.loaders.found import Found
from gestae.loaders.made import made
from gestae.loaders.parse import Sentence
from gestae.ontology.facts import Action, Mention, Period

__all__ = ["is_nomination", "nominated"]

_ENTRY = re.compile(
    rf"^(?P<name>{HONORIFIC}{NAME}), of (?:the )?[A-Z][\w.]*(?: (?:of )?[A-Z][\w.]*){{0,3}}, (?:an? [^.;]{{4,90}}, )?"
    r"to be (?:an? |the )?(?P<office>[A-Z][^.;]*?)(?=,? (?:for (?:a|the) (?:remainder|term)|vice)\b|, with the rank|[.;(]|$)"
)
_SECTION = re.compile(r"^\W*(?P<sort>nominations?|withdrawals?)\b(?! and)[^\n]{0,60}$", re.I | re.M)
"""The line over a list of entries."""


def is_nomination(sentence: Sentence) -> bool:
    """Whether a sentence is, or goes on with, an entry of a list of nominations."""
    return bool(_ENTRY.match(sentence.block.text))


def nominated(sentence: Sentence, cast: Cast) -> Found | None:
    """The nomination that a sentence lists, by the president of its day; under a heading of withdrawals nothing."""
    entry = _ENTRY.match(sentence.block.text) if sentence.tokens.start == 0 else None
    if entry is None or _withdrawn(sentence.document.text, sentence.start):
        return None
    doc, when = sentence.tokens.doc, sentence.document.date
    name = entry["name"]
    return Found(
        Action(
            quote=sentence.cut(*entry.span()),
            actor=cast.resolve(made(doc, "the President", sentence.start)),
            verb="nominate",
            type="Appoint",
            object=Mention(name, name),
            modality="factual",
            time=Period(when.isoformat(), when.isoformat()) if when else None,
        )
    )


def _withdrawn(text: str, at: int) -> bool:
    """Whether the last line above that names a section names withdrawals."""
    sorts = [m["sort"].lower() for m in _SECTION.finditer(text, 0, at)]
    return bool(sorts) and sorts[-1].startswith("w")

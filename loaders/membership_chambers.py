"""Whether the Senate that a text names is the nation's: those of States and of other countries have no other name there."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["CHAMBERS", "of_nation", "of_states"]

CHAMBERS = frozenset({"Senate"})
_OF_STATES = re.compile(
    r"\b(?i:state (?:legislat|senat|representative|house|lawmaker)|state-level|legislatures?\b)"
)
"""What tells that a text speaks of chambers of States."""
_BEFORE = re.compile(r"(?P<word>[A-Z][\w.'\u2019-]*) $")
_OF_THE_NATION = frozenset({"US", "U.S.", "States"})
_OPENS = frozenset({"ADV", "CCONJ", "SCONJ", "DET", "ADP", "PRON", "INTJ"})
"""What a capitalised word is that only opens its sentence: "And", "The"."""
_NO_NAMES = frozenset({"", "DATE", "TIME"})
_IN = re.compile(
    r"\b[Ii]n (?:[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2}, )?(?P<place>[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,2})"
    r"(?: (?:on|in|at|last|this|early|late)\b[^,.;:]{1,40})?, (?:the )?$"
)
"""Where a sentence says that it plays: "In Ohio, Senate Majority Leader …"."""
_CAPITAL = frozenset({"Washington", "D.C.", "DC"})
"""Where the nation's chambers sit."""
_NEAR = 120


def of_states(words: str) -> bool:
    """Whether a text speaks of the chambers of States."""
    return bool(_OF_STATES.search(words))


def of_nation(words: str, doc: "Doc", start: int, end: int, kind: Callable[[str], str]) -> bool:
    """Whether a span of a paragraph is a chamber of the nation's; `words` are those of the whole text.

    None is where the text speaks of chambers of States, behind the name of whose it is, or in a State or country
    that the sentence names; `kind` tells of a name what the authority files know it for.
    """
    text = doc.text
    if text[start:end] not in CHAMBERS or of_states(words):
        return False
    before = text[max(0, start - _NEAR) : start]
    owner = _BEFORE.search(before)
    if owner is not None and owner["word"] not in _OF_THE_NATION:
        token = doc.char_span(start - 2, start - 1, alignment_mode="expand")
        if token is None or token[0].ent_type_ not in _NO_NAMES:
            return False
        if token[0].pos_ not in _OPENS and not token[0].ent_type_:
            return False
    where = _IN.search(before)
    return where is None or where["place"] in _CAPITAL or kind(where["place"]) != "place"

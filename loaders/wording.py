"""A block's text as a parser trained on prose reads it best, character for character as long as it was."""

import re
from collections.abc import Sequence

from gestae.ontology.lexicon import lexicon

__all__ = ["wording"]

_FIRST = re.compile(r"[A-Z][a-z]+(?=[ ,])|[A-Z]{4,}(?= )")
_THIRD = re.compile(
    r"(?<= )(?!States|Affairs|Services|Rights|Jobs|Families|Actions|Americans|Workers|Leaders|Allies|Awards|Costs|Efforts|Commitments|Achievements)[A-Z][a-z]{2,}s(?= [A-Z])"
)
_SHORT = 3
_HEREBY = re.compile(r"\bhereby\b")
_SHOUTED = 0.7


def wording(text: str, *, fragment: bool, begins: Sequence[int] = ()) -> str:
    """The same number of characters; `fragment` tells that the text is a list item or heading.

    A verb that opens a fragment loses its capital, which would make a name of it ("Enhance
    responses …"); capitals throughout become small letters; "hereby", rare in what parsers are
    trained on, becomes an adverb that is not.
    """
    words = _HEREBY.sub("really", text)
    for at in begins:
        words = words[:at] + _opened(words[at:])
    if not fragment:
        return words
    letters = [c for c in words if c.isalpha()]
    if letters and sum(c.isupper() for c in letters) > _SHOUTED * len(letters):
        return "".join(c.lower() if len(c.lower()) == 1 else c for c in words)
    if _headline(words):
        words = _verb_lowered(words)
    return _opened(words)


def _opened(words: str) -> str:
    """The words with a small letter where they open with a verb."""
    first = _FIRST.match(words)
    if first and lexicon().is_verb_form(first[0].lower()):
        return words[0].lower() + words[1:]
    return words


def _headline(words: str) -> bool:
    """Whether most words begin with a capital."""
    parts = [w for w in words.split() if w[0].isalpha()]
    return len(parts) > _SHORT and sum(w[0].isupper() for w in parts) > _SHOUTED * len(parts)


def _verb_lowered(words: str) -> str:
    """A headline with its first verb in small letters ("… announces New Actions")."""
    for match in _THIRD.finditer(words):
        if lexicon().is_verb_form(match[0].lower()):
            return words[: match.start()] + match[0].lower() + words[match.end() :]
    return words

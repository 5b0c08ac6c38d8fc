"""A block's text as a parser trained on prose reads it best, character for character as long as it was."""

import re
from collections.abc import Sequence

from gestae.ontology.lexicon import lexicon

__all__ = ["headline", "wording"]

_FIRST = re.compile(r"[A-Z][a-z]+(?=[ ,])|[A-Z]{4,}(?= )")
_NOUNS = "States|Affairs|Services|Rights|Jobs|Families|Actions|Americans|Workers|Leaders|Allies|Awards|Costs|Efforts|Commitments|Achievements|Means|Records|Loans"
_THIRD = re.compile(
    rf"(?<= )(?<!and )(?<!of )(?<!the )(?<!for )(?<!, )(?!{_NOUNS})[A-Z][a-z]+[a-rt-z]s(?= (?:[A-Z]|an? |the ))"
)
_FURTHER = re.compile(rf"(?:, |,? (?:and|And) )(?!{_NOUNS})([A-Z][a-z]{{2,}}s) (?:[A-Z]|on )")
"""A verb that goes on with that of a headline ("… Opens Locks, Mends Piers, and …")."""
_INFINITIVE = re.compile(r"(?<= to )[A-Z][a-z]{2,}(?= [A-Z])")
_PROGRESS = re.compile(r"(?<= )(?:Is|Are) [A-Z][a-z]+ing(?= [A-Z])")
_SHORT = 3
_LONGEST = 240
"""Characters of the longest headline."""
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
        return headline(words)
    letters = [c for c in words if c.isalpha()]
    if letters and sum(c.isupper() for c in letters) > _SHOUTED * len(letters):
        return "".join(c.lower() if len(c.lower()) == 1 else c for c in words)
    return _opened(headline(words))


def _opened(words: str) -> str:
    """The words with a small letter where they open with a verb."""
    first = _FIRST.match(words)
    if first and lexicon().is_verb_form(first[0].lower()):
        return words[0].lower() + words[1:]
    return words


def headline(words: str) -> str:
    """A headline, with its verbs in small letters; any other text as it is."""
    return _verb_lowered(words) if len(words) < _LONGEST and _headline(words) else words


def _headline(words: str) -> bool:
    """Whether most words begin with a capital."""
    parts = [w for w in words.split() if w[0].isalpha()]
    return len(parts) > _SHORT and sum(w[0].isupper() for w in parts) > _SHOUTED * len(parts)


def _verb_lowered(words: str) -> str:
    """A headline with its verbs in small letters ("… announces New Actions to mend Piers", "… is mending Piers")."""
    known = lexicon()
    first = next((m for m in _THIRD.finditer(words) if known.is_verb_form(m[0].lower())), None)
    first = first or _PROGRESS.search(words)
    if first is None:
        return words
    verbs = [first.span()]
    verbs += [m.span(1) for m in _FURTHER.finditer(words, first.end())]
    verbs += [m.span() for m in _INFINITIVE.finditer(words, first.end())]
    for start, end in verbs:
        if start == first.start() or known.is_verb_form(words[start:end].lower()):
            words = words[:start] + words[start:end].lower() + words[end:]
    return words

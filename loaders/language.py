"""Whether words are English: by the share of its small words, which no English prose does without.

The parser takes any words for English and makes subjects and verbs of them, so what is not English is not parsed.
"""

import re

from gestae.ontology.english import english as words_of_english

__all__ = ["english", "in_english"]

_LEAST, _LEAST_OWN = 0.25, 0.06
"""The share of small words from which words are English: of all, or of those that no neighbour shares.

English prose has about 0.4, and lists of it 0.1 at least; text of its neighbours up to 0.2 of all, and 0.04 of the others.
"""
_FEWEST, _FEWEST_WITHIN = 12, 25
"""Words in small letters that it takes to tell, of a text and of a part of an English one."""
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")


def english(text: str, whole: bool | None) -> bool:
    """Whether a part of a text is to be read as English.

    What is too short to tell goes by the `whole`; where that is English, a sentence is.
    """
    found = in_english(text, _FEWEST_WITHIN if whole else _FEWEST)
    return whole is not False if found is None else found


def in_english(text: str, fewest: int = _FEWEST) -> bool | None:
    """Whether a text is English; `None` where it has too few words to tell.

    Names do not count, so only words in small letters do, unless the whole text is in capitals.
    """
    words = _WORD.findall(text)
    if sum(map(len, words)) > 2 * len(_LATIN.findall(text)):
        return False
    lower = [w for w in words if w[0].islower()] or [w.lower() for w in words if w.isupper()]
    if len(lower) < fewest:
        return None
    classes = words_of_english().classes
    own = sum(w in classes["small"] for w in lower)
    shared = sum(w in classes["small-shared"] for w in lower)
    return own >= _LEAST_OWN * len(lower) or own + shared >= _LEAST * len(lower)

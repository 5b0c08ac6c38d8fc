"""Amendments to the Constitution as a text names them: "the 19th Amendment", "the Nineteenth Amendment"."""

import re
from collections.abc import Iterator

from gestae.loaders.numerals import ORDINALS

__all__ = ["amendments"]

_KNOWN = ORDINALS[:27]
"""There are no more of them."""
_GIVEN = r"[a-z]*(?:rights?|freedoms?|liberties|protections?|advocates?|supporters?|violations?|cases?|challenges?|grounds)"
_WORD = "|".join(sorted({f(o) for o in _KNOWN for f in (str.capitalize, str.title)}, key=len, reverse=True))
_AMENDMENT = re.compile(
    rf"\b[Tt]he (?P<name>(?:(?P<digits>\d{{1,2}})(?:st|nd|rd|th)|(?P<word>{_WORD})) Amendment)\b"
    rf"(?! {_GIVEN}\b| guarantees?(?= (?:of|to|in|for|and|or|are|is|were)\b|[.,;:)])| to the (?!(?:(?:United States|U\.S\.) )?Constitution)[A-Z])"
)


def amendments(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each stands, without its article, and "Amendment 19", under which two spellings are one.

    The rights that it gives are not the amendment: "First Amendment rights" names none.
    """
    for match in _AMENDMENT.finditer(text):
        word = match["word"]
        number = _KNOWN.index(word.lower()) + 1 if word else int(match["digits"])
        if number <= len(_KNOWN):
            yield *match.span("name"), f"Amendment {number}"

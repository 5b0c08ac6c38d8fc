"""Amendments to the Constitution as a text names them: "the 19th Amendment", "the Nineteenth Amendment"."""

import re
from collections.abc import Iterator

__all__ = ["amendments"]

_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth",
    "twenty-sixth", "twenty-seventh",
)  # fmt: skip
_GIVEN = r"[a-z]*(?:rights?|freedoms?|liberties|protections?|guarantees?|advocates?|supporters?|violations?|cases?|challenges?|grounds)"
_WORD = "|".join(
    sorted({f(o) for o in _ORDINALS for f in (str.capitalize, str.title)}, key=len, reverse=True)
)
_AMENDMENT = re.compile(
    rf"\b[Tt]he (?P<name>(?:(?P<digits>\d{{1,2}})(?:st|nd|rd|th)|(?P<word>{_WORD})) Amendment)\b"
    rf"(?! {_GIVEN}\b| to the (?!(?:(?:United States|U\.S\.) )?Constitution)[A-Z])"
)


def amendments(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each stands, without its article, and "Amendment 19", under which two spellings are one.

    The rights that it gives are not the amendment: "First Amendment rights" names none.
    """
    for match in _AMENDMENT.finditer(text):
        word = match["word"]
        number = _ORDINALS.index(word.lower()) + 1 if word else int(match["digits"])
        if number <= len(_ORDINALS):
            yield *match.span("name"), f"Amendment {number}"

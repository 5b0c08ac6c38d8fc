"""Number words and digits: the patterns that find them in English text, and what they are worth."""

import re
from decimal import Decimal

from gestae.loaders.patterns import any_of

__all__ = ["DIGITS", "ORDINALS", "SCALES", "WORDS", "worth"]

_ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
_TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
_SMALL = {**_ONES, **_TEENS, **_TENS}
_NTHS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
ORDINALS = (*_NTHS, *(f"twenty-{nth}" for nth in _NTHS[:9]), "thirtieth", "thirty-first")
"""The ordinals in words, from the first to the thirty-first in their order."""

SCALES = {
    "dozen": Decimal(12), "hundred": Decimal(100), "thousand": Decimal(1_000), "million": Decimal(10**6),
    "billion": Decimal(10**9), "trillion": Decimal(10**12),
    "k": Decimal(1_000), "m": Decimal(10**6), "mn": Decimal(10**6), "b": Decimal(10**9), "bn": Decimal(10**9),
    "t": Decimal(10**12), "tn": Decimal(10**12),
}  # fmt: skip
"""What the words and letters behind a number multiply it by."""


_BELOW_HUNDRED = rf"(?:{any_of(_TENS)}(?:[ -]{any_of(_ONES)})?|{any_of(_TEENS)}|{any_of(_ONES)})"
_BELOW_THOUSAND = (
    rf"(?:(?:{_BELOW_HUNDRED}|an?)[ -]hundred(?:,? (?:and )?{_BELOW_HUNDRED})?|{_BELOW_HUNDRED})"
)
_BIG = r"(?:thousand|million|billion|trillion)"

WORDS = rf"(?:{_BELOW_THOUSAND}(?: {_BIG},? (?:and )?{_BELOW_THOUSAND}\b)*)"
"""A pattern of cardinal number words; a last "million" or "dozen" is left to what follows."""

DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d{1,9})?)"
"""A pattern of digits with separators and decimals."""

_SPLIT = re.compile(r"[ ,-]+")


def worth(text: str) -> Decimal:
    """The value of what `DIGITS` or `WORDS` has found ("1,500", "two hundred and fifty")."""
    if text[0].isdigit():
        return Decimal(text.replace(",", ""))
    total = current = 0
    for word in _SPLIT.split(text.lower()):
        if word in _SMALL:
            current += _SMALL[word]
        elif word in {"a", "an"}:
            current += 1
        elif word == "hundred":
            current = max(current, 1) * 100
        elif word in SCALES:
            total += max(current, 1) * int(SCALES[word])
            current = 0
    return Decimal(total + current)

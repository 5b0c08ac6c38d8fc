"""One spelling for all the ways to write a name, so that names can be looked up."""

import re
import unicodedata
from functools import lru_cache

__all__ = ["acronym_form", "looks_like_acronym", "normal_form"]

_SIGNS = str.maketrans(
    {
        "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"',
        "–": "-", "—": "-", "‑": "-", "‐": "-", "\u00a0": " ", "&": " and ",
    }
)  # fmt: skip
_UNITED_STATES = re.compile(r"(?<![\w.])U\.? ?S\.?(?: ?A\b\.?)?(?![\w.])")
_AMERICA = re.compile(r"\bunited states of america\b")
_ARTICLE = re.compile(r"^(?:the|an?) (?=\S)")
_TRAILING = re.compile(r"(?: ?\([^()]*\))+$|'s?$")
_DOTS = re.compile(r"(?<=\w)\.(?=\W|$)|(?<=\b\w)\.(?=\w)")
_BETWEEN = re.compile(r"[^\w]+")
_ACRONYM = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Z][A-Za-z0-9&/-]{1,14}")
_TITLE = re.compile(r"\b(?:mr|mrs|ms|dr|hon|honorable) (?=\w+ \w)")


@lru_cache(maxsize=65_536)
def normal_form(words: str) -> str:
    """A name without what its writers vary.

    Letter case, accents, typographic quotes and dashes, an article before it, a possessive ending or
    parenthesis behind it, dots, commas and hyphens do not count; "&" is "and"; "U.S.", "US" and "United
    States of America" are "united states"; "Dr." and the like are left out before a full name.
    """
    text = words.translate(_SIGNS).strip(" \t\n\"',;:.")
    text = _UNITED_STATES.sub("United States", text)
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    text = _TRAILING.sub("", text.lower())
    text = _DOTS.sub("", text).replace("'", "")
    text = _BETWEEN.sub(" ", text).strip()
    text = _TITLE.sub("", _ARTICLE.sub("", text))
    return _AMERICA.sub("united states", text)


def looks_like_acronym(words: str) -> bool:
    """Whether a word is written as acronyms are: no space, two capitals or more ("DOJ", "DoD", "U.N.")."""
    return _ACRONYM.fullmatch(_undotted(words)) is not None


def acronym_form(words: str) -> str:
    """An acronym without what its writers vary: dots, hyphens and the case of its letters."""
    return _undotted(words).replace("-", "").upper()


def _undotted(words: str) -> str:
    return words.strip(" \t\n\"“”'’,;:").removeprefix("the ").removeprefix("The ").replace(".", "")

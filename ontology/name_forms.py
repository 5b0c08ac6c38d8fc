"""One spelling for all the ways to write a name, so that names can be looked up."""

import re
import unicodedata
from functools import lru_cache

__all__ = ["acronym_form", "looks_like_acronym", "normal_form", "public_number"]

_SIGNS = str.maketrans(
    {
        "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"',
        "–": "-", "—": "-", "‑": "-", "‐": "-", "\u00a0": " ", "&": " and ",
    }
)  # fmt: skip
_UNITED_STATES = re.compile(r"(?<![\w.])U\.? ?S\.?(?: ?A\b\.?)?(?![\w.])")
_PLAIN = re.compile(r"[A-Za-z]+(?: [A-Za-z]+)*")
_ARTICLE = re.compile(r"^(?:the|an?) (?=\S)")
_TRAILING = re.compile(r"(?: ?\([^()]*\))+$|'[sS]?$")
_DOTS = re.compile(r"(?<=\w)\.(?=\W|$)|(?<=\b\w)\.(?=\w)")
_BETWEEN = re.compile(r"[^\w]+")
_ACRONYM = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2}|[A-Z]\d)[A-Z][A-Za-z0-9&/-]{1,14}")
_NUMBERS = (
    (re.compile(r"(?:executive order|eo)(?: no)? (\d{4,5})\b"), "EO {}"),
    (re.compile(r"(?:presidential )?proclamation(?: no)? (\d{4,5})\b"), "Proclamation {}"),
    (re.compile(r"(?:public law|pub l|pl)(?: no)? (\d{2,3}) (\d{1,3})$"), "Pub. L. {}-{}"),
    (
        re.compile(r"(\d{1,2}) (?:usc|united states code) (?:section )?(\d+[a-z]{0,2}(?: \d+)?)$"),
        "{} U.S.C. {}",
    ),
)
_TITLE = re.compile(r"\b(?:mr|mrs|ms|dr|hon|honorable) (?=\w+ \w)")


@lru_cache(maxsize=65_536)
def normal_form(words: str) -> str:
    """A name without what its writers vary.

    Letter case, accents, typographic quotes and dashes, an article before it, a possessive ending or
    a parenthesis behind it, dots, commas and hyphens do not count; "&" is "and"; "U.S.", "US" and "United
    States of America" are "united states"; "Dr." and the like are left out before a full name.
    """
    text = words if _PLAIN.fullmatch(words) and "US" not in words else _plain(words)
    text = _TITLE.sub("", _ARTICLE.sub("", text.lower()))
    return text.replace("united states of america", "united states")


def _plain(words: str) -> str:
    text = words.translate(_SIGNS).strip(" \t\n\"',;:.")
    text = _UNITED_STATES.sub("United States", text)
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    text = _TRAILING.sub("", text)
    text = _DOTS.sub("", text).replace("'", "")
    return _BETWEEN.sub(" ", text).strip()


def looks_like_acronym(words: str) -> bool:
    """Whether a word is written as acronyms are, in capitals and without a space ("DOJ", "DoD", "U.N.", "G7")."""
    return _ACRONYM.fullmatch(_undotted(words)) is not None


def acronym_form(words: str) -> str:
    """An acronym without what its writers vary: dots, hyphens and the case of its letters."""
    return _undotted(words).replace("-", "").upper()


def _undotted(words: str) -> str:
    return words.strip(" \t\n\"“”'’,;:").removeprefix("the ").removeprefix("The ").replace(".", "")


def public_number(words: str) -> str | None:
    """The number by which a law, order or proclamation is cited, as the authority files write it.

    "E.O. 13903", "Executive Order 13903 of January 31, 2020" → "EO 13903"; "Public Law 106-386" →
    "Pub. L. 106-386"; "Proclamation 9704"; "22 USC 7101" → "22 U.S.C. 7101".
    """
    form = normal_form(words)
    for pattern, style in _NUMBERS:
        if match := pattern.match(form):
            return style.format(*(group.replace(" ", "-") for group in match.groups()))
    return None

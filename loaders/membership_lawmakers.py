"""Who sits in Congress by the title before the name: "Senators Jane Roe, Doe, and Poe", "Rep. Jane Roe (D-OH)"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from gestae.loaders.membership_chambers import of_states
from gestae.loaders.sought import Sought

__all__ = ["CHAMBER", "full_names", "lawmakers"]

CHAMBER = {
    "Sen": "United States Senate",
    "Rep": "United States House of Representatives",
    "Con": "United States House of Representatives",
}
"""The chamber that a title tells, by how the title begins."""
_WORD = r"(?:[A-Z]['\u2019][A-Z]\w+|[A-Z][\w-]+|[A-Z]\b\.?)"
_NO_NAME = (
    r"(?:Sens?|Reps?|The|A|An|And|To|Of|For|In|From|On|Senators?|Representatives?|Members?|Leaders?|Speaker|President|Vice|Chair(?:man|woman|s)?|Ranking|"
    r"Secretary|Governors?|Mayors?|Ambassadors?|General|Minority|Majority|Whip|House|Senate|Congress(?:wo)?m[ae]n|Congress|Office|Building|Pro|Elect|"
    r"Democracy|Government|Body|Bodies|Council|Committee|Caucus|Dr|Mr|Mrs|Ms|State)\b"
)
_ONE = rf"(?!{_NO_NAME}){_WORD}(?: (?:(?:de|la|del|van|von|der) )?(?!{_NO_NAME}){_WORD}){{0,3}}(?:,? (?:Jr|Sr)\.|,? I{{2,3}}\b)?"
_GENERATION = re.compile(r",? (?:(?:Jr|Sr)\.|I{2,3})$")
_HOME = r"(?: \((?:[DRI][-\u2013 ][^()]{1,12}|[A-Z]{2}(?:-(?:\d{1,2}|AL))?)\))?"
"""Party and State, or State and district: "(D-OH)", "(OH-03)"."""
_MORE = re.compile(rf"(?:, and |, | and )(?P<name>{_ONE}){_HOME}")
_TITLED = Sought(
    re.compile(
        rf"(?P<title>\b(?:Senators?|Representatives?|Congress(?:wo)?m[ae]n)|\b(?:Sens?|Reps?)\.) (?P<name>{_ONE}){_HOME}"
        rf"(?P<more>(?:(?:, {_ONE}{_HOME})*,? and (?:{_ONE}{_HOME}|(?=[a-z]))))?"
    ),
    (("Senator", "Representative", "Congressm", "Congresswom", "Sen. ", "Sens. ", "Rep. ", "Reps. "),),
)
_SEVERAL = re.compile(r"s\.?$|men$")
_BEFORE = re.compile(r"(?P<word>[A-Z][\w.'\u2019-]*) $")
_OPENING = frozenset(
    {
        "U.S.", "US", "States", "Former", "Then", "And", "But", "With", "Thank", "As", "My", "Our", "When", "Both", "Democratic",
        "Republican", "By", "From", "Like", "While", "Thanks", "To", "Late", "Longtime", "The", "Today", "Welcome", "Together", "Dear",
        "Either", "Since", "Alongside", "Also", "Because", "Before", "After", "If", "Yes", "Well", "So", "Now", "For",
    }
)  # fmt: skip
"""Words with a capital before a title that belong to no other: no "Trade Representative Roe", no "Ohio Senator Roe"."""

_ELSEWHERE = re.compile(
    r"(?: \([^()]*\))?, (?!U\.S\.|United States|Co-|Vice )(?:[A-Z]\w+ ){1,3}(?:House|Senate|Assembly|Legislature)\b"
)
"""Behind the name of who sits in the chamber of a State: "Rep. Roe, Ohio House Majority Whip"."""
_OFFICE = re.compile(r"(?:Co-)?Chairs?|Members?|Whips?|Leaders?|Sponsors?")


@lru_cache(maxsize=2)
def full_names(words: str) -> dict[tuple[str, str], str]:
    """The full name of each lawmaker of a text by chamber and surname, where no two share them."""
    found: dict[tuple[str, str], set[str]] = {}
    for match in _TITLED.finditer(words):
        for name in (match["name"], *(one["name"] for one in _MORE.finditer(match["more"] or ""))):
            plain = _GENERATION.sub("", name)
            if " " in plain:
                found.setdefault((CHAMBER[match["title"][:3]], plain.split()[-1]), set()).add(name)
    return {seat: next(iter(names)) for seat, names in found.items() if len(names) == 1}


def lawmakers(text: str, words: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The span of each lawmaker's name and of the title, which tells the chamber.

    `text` is a paragraph with plain quotes, `words` those of the whole text: where it speaks of chambers of States, none.
    """
    for match in _TITLED.finditer(text):
        before = _BEFORE.search(text, max(0, match.start() - 20), match.start())
        if (before and not (before["word"] in _OPENING or _OFFICE.fullmatch(before["word"]))) or of_states(
            words
        ):
            continue
        if _ELSEWHERE.match(text, match.end("name")):
            continue
        yield match.span("name"), match.span("title")
        if match["more"] and _SEVERAL.search(match["title"]):
            for one in _MORE.finditer(text, *match.span("more")):
                yield one.span("name"), match.span("title")

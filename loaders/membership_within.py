"""Parts of a body that stand right behind its name, or behind "its": "the Department of Ports Pier Bureau", "its Office of Piers"."""

import re
from collections.abc import Callable, Iterator

from gestae.loaders.body_words import PLAIN
from gestae.loaders.membership_owned import is_part

__all__ = ["own"]

_PARTS = r"(?:Office|Bureau|Division|Directorate|Center|Institute)"
_WORDS = rf"{PLAIN}(?: (?:(?:of|for|on|to)(?: the)? |(?:and|&) (?!{_PARTS}\b|[A-Z]{{3,}}))?{PLAIN}){{0,8}}"
"""A name; behind "and" may stand the name of another."""
_STOP = rf"(?= \(|[,.;:]|$| (?!(?:of|for|on|to)\b|and [A-Z])[a-z]| and (?:the |[A-Z]{{3,}}|{_PARTS}\b))"
_JOINED = re.compile(rf"\b(?:U\.S\. )?Department of (?:the )?{_WORDS}{_STOP}")
"""A department, and what may be a part of it without a sign between them."""
_SPACE = re.compile(r" (?=[A-Z])")
_ITS = re.compile(rf"\b[Ii]ts (?:own )?(?P<member>{_WORDS}){_STOP}")
_OWNER = re.compile(
    rf"(?<![\w'-])(?P<group>(?:U\.S\. )?(?:Department|Ministry) (?:of|for) (?:the )?{PLAIN}(?:(?:,? and)? {PLAIN}){{0,3}}|"
    rf"(?:{PLAIN} )*(?:Department|Agency|Administration|Bureau|Service|Commission|Institution|Institute|Council|University|Foundation)(?! (?:of|for)\b)|[A-Z]{{3,8}})(?![\w'])"
)
_ENDS = re.compile(r"\b(?:Administration|Division|Bureau|Service|Office|Agency|Directorate)$")
"""How the name of a part ends that stands right behind its department."""
_HEAD = re.compile(
    r"\b(?:Director|Administrator|Secretary|Chief|Head|Commissioner|Coordinator|Officer|Attorney|Manager|Spokes\w+|Advis[eo]r)s?$"
)
"""Who is at the head of a part, or works there; "Office of Legal Counsel" is one."""
_FOR = re.compile(r" (?:of|for) ")
"""What a name that only ends on such a noun may have before it: "Medal for Pier Service"."""
_BEGINS = re.compile(r"(?:Bureau|Office|Division) (?:of|for|on) ")
_SEVERAL = re.compile(r"\b(?:Centers|Offices|Bureaus|Divisions|Units|Institutes|Schools|Universities)$")
"""How words end that name a sort of parts, none by name: "its Business Centers"."""
_LEAST = 2
_Spans = tuple[tuple[int, int], tuple[int, int]]


def own(text: str, start: int, end: int, kind: Callable[[str], str]) -> Iterator[_Spans]:
    """The spans of each part of a body in a sentence, and of the body; `kind` tells what the authority files know a name for."""
    sentence = text[start:end]
    if "Department of " in sentence:
        yield from _behind(text, start, end, kind)
    if "ts " in sentence and (" its " in sentence or sentence.startswith("Its ")):
        yield from _its(text, start, end, kind)


def _behind(text: str, start: int, end: int, kind: Callable[[str], str]) -> Iterator[_Spans]:
    for match in _JOINED.finditer(text, start, end):
        first, last = match.span()
        for space in _SPACE.finditer(text, first, last):
            words = text[space.end() : last]
            named = len(words.split()) >= _LEAST and (
                _BEGINS.match(words) or (_ENDS.search(words) and not _FOR.search(words))
            )
            if _HEAD.search(words):
                break  # "Department of Ports Office of Piers Director"
            if (named or kind(words) == "organization") and kind(
                text[first : space.start()]
            ) == "organization":
                yield (space.end(), last), (first, space.start())
                break


def _its(text: str, start: int, end: int, kind: Callable[[str], str]) -> Iterator[_Spans]:
    """What stands behind "its", where the sentence names one body before that may have it."""
    for match in _ITS.finditer(text, start, end):
        if not is_part(match["member"]) or _SEVERAL.search(match["member"]):
            continue
        owners = [
            o for o in _OWNER.finditer(text, start, match.start()) if kind(o["group"]) == "organization"
        ]
        if len({o["group"] for o in owners}) == 1:
            yield match.span("member"), owners[0].span("group")

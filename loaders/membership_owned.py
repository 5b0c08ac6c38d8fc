"""Bodies that are named as parts of others: "the Harbor Department's Bureau of Piers", "the Pier Bureau of the Department of Ports"."""

import re
from collections.abc import Callable, Iterator

from gestae.loaders.body_words import PLAIN
from gestae.loaders.membership_posts import HEADED, body_of_post, headed

__all__ = ["is_part", "owned"]

_NAME = rf"{PLAIN}(?:(?: (?:of|for|on|and|the|to|&)){{0,3}} {PLAIN}){{0,8}}"
_POSSESSIVE = re.compile(r"(?: \([A-Z]{2,8}\))?'s? (?:\([A-Z]{2,8}\) )?(?=[A-Z])")
_OWNER = re.compile(
    rf"\b(?P<group>(?:{PLAIN} )*(?:Department|Agency|Administration|Bureau|Service|Commission|Institution|Institute|Council|University|Office|"
    rf"Association|Ministry|Directorate|Corporation|Bank|Foundation|Command|Committee)(?: (?:of|for|on) (?:the )?{PLAIN}(?:(?:,? (?:of|for|on|and|the))* {PLAIN}){{0,6}})?|"
    r"(?<![A-Z] )[A-Z]{3,8}|Treasury)$"
)
_OWNER_FAR = 120
"""Characters before a possessive in which the name of the owner may stand."""
_MEMBER = re.compile(rf"{_NAME}")
_GOVERNMENT = re.compile(r"(?:The )?(?:[\w-]+ )?Administration")
"""Under whom everything is done, not of whom it is a part: "the Roe Administration's Pier Council"."""
_SERVICES = re.compile(rf"(?:{PLAIN} )+Services\b(?! [A-Z])")
_INITIALS = re.compile(r"[A-Z][A-Z-]{2,8}(?![\w-]| [A-Z])")
_WHERE = re.compile(r" in .*$")
_IS_BODY = re.compile(rf"(?:{HEADED.pattern}|\bServices)(?:$| (?:of|for|on|to|at)\b)")
_NO_PART = re.compile(
    r"\b(?:Program(?:me)?|Project|Initiative|Campaign|Fund|Reserve|Partnership|Trust|Act|Plan|Order|Mission|Conference|Enterprise)s?(?:$| (?:of|for|on|to)\b)"
)
"""What a body has or runs, but which is no part of it."""
_UNITS = r"(?:Bureau|Office|Division|Directorate|Branch|Unit|Section|School|Laborator(?:y|ies)|Lab|Center|Institute|Department|Program Office)"
_AT = re.compile(
    rf",? (?:with)?(?:in|at|under|inside) (?:the )?(?P<group>(?:U\.S\. )?(?:Department|Ministry) (?:of|for) (?:the )?{PLAIN}(?:(?:,? (?:and|of))* {PLAIN}){{0,4}}|"
    rf"(?:{PLAIN} ){{1,4}}(?:University|College|Institute|Agency|Administration|Department)|University of {PLAIN}(?: {PLAIN})?|(?<=within )[A-Z]{{3,8}})(?=[,.;)]|$| [a-z(])"
)
"""The body in which another has its place: "the Pier Office at the Harbor Agency"."""
_OF_UNIT = re.compile(rf"{_UNITS} (?:of|for|on) ")
"""How the name of a unit begins, whatever it is for: "Office of Pier Programs"."""
_UNIT = re.compile(
    rf"\b{_UNITS}(?: (?:of|for|on) (?:the )?{PLAIN}(?:(?:,? (?:and|of|the|for))* {PLAIN}){{0,6}})?$"
)
_WITHIN = re.compile(r",? within |, in ")
"""What tells that a known body is part of another, not only where it met: "the Harbor Bureau, within the Harbor Agency"."""
_OF_POST = re.compile(r"\b(?:of|at|for|in|with|within|to) (?:the )?$")
"""Before a body in which somebody holds a post: where it has its place is told by the way."""
_BEHIND = re.compile(
    rf"\b(?P<group>(?:(?:U\.S\. )?(?:Department|Ministry) of (?:the )?{PLAIN}(?: (?:and )?{PLAIN}){{0,3}}|(?:{PLAIN} ){{1,5}}(?:Agency|Administration|Department|Institutes?|University))"
    rf" \([A-Z]{{2,8}}\)) (?P<member>{_UNITS} (?:of|for|on) (?:the )?{PLAIN}(?:(?:,? (?:and|of|the|for))* {PLAIN}){{0,6}})(?=[,.;)]|$| [a-z(])"
)
"""A body, its initials and a part of it: "the Harbor Agency (HA) Office of Piers"."""
_OF = re.compile(
    rf",? of the (?P<group>(?:U\.S\. )?(?:Department|Ministry) (?:of|for) (?:the )?{PLAIN}(?:(?:,? (?:and|of))* {PLAIN}){{0,4}})(?=[,.;)]|$| [a-z(])"
)
_OF_WORDS = (" of the Department ", " of the U.S. Dep", " of the Ministry ")
"""One of which stands where the pattern before can match; to look for them is cheap."""
_NAMED = re.compile(
    rf"\b(?P<member>(?:(?:Bureau|Office|Division) (?:of|for) {PLAIN}(?:, {PLAIN}){{1,5}},? and )?{_NAME})(?: \([A-Z-]{{2,8}}\))?$"
)
_NAME_FAR = 160
"""Characters before "of the" in which the name of the part may stand."""
_Spans = tuple[tuple[int, int], tuple[int, int]]


def owned(text: str, start: int, end: int, kind: Callable[[str], str]) -> Iterator[_Spans]:
    """The spans of each body that a sentence names as one of another's, and of the other; `kind` tells what a name is known for."""
    yield from _possessed(text, start, end)
    sentence = text[start:end]
    if any(words in sentence for words in _OF_WORDS):
        yield from _of_department(text, start, end, kind)
    if any(words in sentence for words in (" in ", " at ", " under ", " inside ", " within ")):
        yield from _placed(text, start, end, kind)
    if ") " in sentence:
        for match in _BEHIND.finditer(text, start, end):
            yield match.span("member"), (match.start("group"), text.rindex(" (", *match.span("group")))


def _possessed(text: str, start: int, end: int) -> Iterator[_Spans]:
    if "'" not in text[start:end]:
        return
    for sign in _POSSESSIVE.finditer(text, start, end):
        owner = _OWNER.search(text[max(start, sign.start() - _OWNER_FAR) : sign.start()])
        member = _MEMBER.match(text, sign.end(), end)
        if owner is None or member is None or _GOVERNMENT.fullmatch(owner["group"]):
            continue
        last = owner["group"].rpartition(" and the ")[2]
        group = (sign.start() - len(last), sign.start())
        if initials := _INITIALS.match(text, sign.end(), end):
            yield initials.span(), group
            continue
        for part in _parts(text, *member.span(), end):
            if is_part(text[slice(*part)]):
                yield part, group


def _parts(text: str, start: int, end: int, last: int) -> Iterator[tuple[int, int]]:
    """The body that stands behind a possessive, or the two of "Office of Locks and Canals and Harbor Bureau"."""
    if several := _SERVICES.match(text, start, end):
        yield several.span()
        return
    first = HEADED.match(text, start) is not None
    found = body_of_post(text, start, last) if first else headed(text, start, end)
    if first and (found is None or found[0] != start):
        found = (start, end)  # "Council of the Section of Piers"
    if found is None or found[0] != start:
        return
    stop = found[0] + len(_WHERE.sub("", text[slice(*found)]))
    cut = text.rfind(" and ", start, stop)
    if (
        cut >= 0
        and HEADED.search(text, start, cut)
        and (_IS_BODY.search(text, cut, stop) or text[cut + len(" and ") : stop].isupper())
    ):
        yield start, cut
        start = cut + len(" and ")
    yield start, stop


def _placed(text: str, start: int, end: int, kind: Callable[[str], str]) -> Iterator[_Spans]:
    for match in _AT.finditer(text, start, end):
        named = _NAMED.search(text, max(start, match.start() - _NAME_FAR), match.start())
        if named is None or _OF_POST.search(text, start, named.start("member")):
            continue
        if _WITHIN.match(match[0]) and kind(named["member"]) == "organization":
            yield named.span("member"), match.span("group")
            continue
        if not _UNIT.search(named["member"]):
            continue
        part = headed(text, *named.span("member"))
        if part and part[1] == named.end("member") and is_part(text[slice(*part)]):
            yield part, match.span("group")


def _of_department(text: str, start: int, end: int, kind: Callable[[str], str]) -> Iterator[_Spans]:
    for match in _OF.finditer(text, start, end):
        named = _NAMED.search(text, max(start, match.start() - _NAME_FAR), match.start())
        if named is None:
            continue
        if kind(named["member"]) == "organization":  # whatever its name ends on: "Harbor and Pier Protection"
            yield named.span("member"), match.span("group")
            continue
        both = text.rfind(" and the ", *named.span("member"))
        first = both + len(" and the ") if both >= 0 else named.start("member")
        part = headed(text, first, named.end("member"))
        if part and part[1] == named.end("member") and is_part(text[slice(*part)]):
            yield part, match.span("group")


def is_part(words: str) -> bool:
    """Whether words are a name that a part of a body may bear, not that of what it runs: "Office of Pier Programs"."""
    if _OF_UNIT.match(words.removeprefix("The ")):
        return True
    return bool(" " in words and _IS_BODY.search(words) and not _NO_PART.search(words))

"""The bodies that a post names: of "Director for Ports at the Harbor Office and trustee of the Pilot Fund" the office and the fund."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from gestae.loaders.body_words import BODY, CAPITAL, ORGANIZATION, PLAIN
from gestae.loaders.patterns import any_of
from gestae.ontology.english import english

__all__ = ["HEADED", "POST", "apart", "bodies", "body_of_post", "headed", "segments"]

_HEAD = (
    rf"(?:{BODY}|Embassy|Consulate|Mission|Hospital|Institution|Laborator(?:y|ies)|Labs?|Academy|Museum|Conservatory|"
    r"(?:Program(?:me)?|Section|Clinic|Survey|Enterprise|Library)(?! [A-Z0-9])|Observatory|Secretariat|Ministry|LLP|LLC|PLLC)"
)
HEADED = re.compile(rf"\b{_HEAD}\b")
_WITHIN = re.compile(
    rf"(?:\b(?:of|at|for|with|in|within|on|to) (?:both )?(?:[Tt]he )?(?:law firm (?:of )?)?(?!Mission\b(?! [A-Z]))|, (?:the )?(?=(?:{CAPITAL} ){{0,4}}{_HEAD}\b))(?P<group>{ORGANIZATION})"
)
_FIRST = re.compile(rf"(?P<group>{ORGANIZATION})")
_SERIES = re.compile(rf"(?:, {CAPITAL}(?: {CAPITAL})*)+,? and {CAPITAL}(?: {CAPITAL})*(?! (?:of|for)\b)")
"""The rest of a name with a series in it: "Bureau of Ports, Piers, and Locks"."""
_OWNER = re.compile(r"'s? (?:[A-Z][\w-]* )*(?:board|committee|council|commission|team|panel)\b")
"""Behind a body that only owns the one that is meant."""
_SERVED = re.compile(
    r"\b(?:(?:for|to) (?:an? |the |then-)*(?:Member|Representative|Senator)s?|candidates?(?: for)?) $"
)
"""For whom somebody works who is of the body: "Counsel for a Member of Congress"."""
_TITLE = re.compile(r"(?:[a-z]+ (?:an? |the )?)?(?:(?:[A-Z][\w'.-]*|of|for|and|the|to|in|&|,) ?)+")
"""A post up to the comma before its body."""
_APART = re.compile(
    r"\b(?:University|College|School|Institut(?:e|ion)|Association|Foundation|Society|Bank|Company|Corporation|Fund|Alliance|Coalition|"
    r"Network|Union|Center|Museum|Hospital)\b"
)
_APART_END = re.compile(rf"{_APART.pattern}$")
_APART_LAST = re.compile(rf"{_APART.pattern}(?:$| of )")
"""Nouns of bodies which two names have each when "and" stands between them."""
_MORE = re.compile(rf"(?:,? and|,) (?P<the>the )?(?P<group>{ORGANIZATION})")
_NEXT = re.compile(
    rf"(?:,? and|,) (?:the )?(?P<group>{CAPITAL}(?: (?:(?:of|for|on|the|to|in|&) )*{CAPITAL})*)(?= and |[,.;]|$)"
)
_PLACED = re.compile(r"\b(?:of|at|for|on|with) ")
_TWO = re.compile(rf"(?P<one>.*\b{BODY}) and (?:the )?(?P<other>{CAPITAL} {CAPITAL}.*)")
_BOARDS = re.compile(r"\bboards (?:of [a-z]+ )?(?:of|for|at) (?:both )?(?:the )?$")
"""Behind which stand bodies of which each has one of the boards."""
_INITIALS = re.compile(r"[A-Z]{3,8}")
_BOARD = re.compile(
    r"(?:(?:Advisory|Executive|Governing|Editorial|National) )?(?:Board|Council|Committee)s?(?: of (?:Trustees|Directors|Advis[eo]rs|Regents|Governors|Visitors|Overseers|Counselors))?"
)
"""A board that needs the body over it to be told from others."""
_BOARD_OF = re.compile(
    rf"{_BOARD.pattern} (?:at|of|for) (?:the )?(?!Trustees|Directors|Advis|Regents|Governors|Visitors|Overseers|Counselors)(?P<over>.+)"
)
_OWNED = re.compile(rf"(?P<group>{PLAIN}(?: {PLAIN})*)'s $")
_OVER = re.compile(rf" (?:of|at|for|to) (?:the )?(?P<group>{ORGANIZATION})")
_OF_BOARD = re.compile(
    r"\b(?:on|of) (?:the |its )?(?:[a-z]+ )?boards?(?: of [a-z]+)?$|\b(?:trustee|board (?:member|chair))$"
)
_BEFORE_MEMBER = re.compile(
    rf"(?P<group>(?:{CAPITAL} ){{1,6}}(?:{BODY}|[Cc]ity [Cc]ouncil|council|commission|committee|board)) [Mm]ember\b|"
    rf"(?<!of )(?P<of>(?:{CAPITAL} ){{1,5}}(?:{BODY}|White House)) (?:[Vv]olunteer|[Ff]ellow|[Tt]rustee|[Ss]cholar)\b(?! at\b|, [A-Z])"
)
"""Before what somebody is of it: "Harbor Council Member", "Pilot Corps Volunteer"."""
_LINK = re.compile(
    r"(?P<over> (?:at|in|within) | for the |'s )(?:the )?|(?P<next> and (?:the |as )?)|(?<!\bDistrict) (?:of|on|for|to) (?:the )?"
)
POST = re.compile(
    r"\b(?:Advis[eo]r|Director|Chief|Counsel(?:or)?|Officer|Chair(?:man|woman)?|President|Member|Secretary|Administrator|Commissioner|"
    r"Coordinator|Head|Manager|Fellow|Professor|Assistant|Deputy|Attorney(?!'s)|Ambassador|Nominee|Leader|Whip|Speaker|Minister|Governor|Mayor)\b"
)
_OWNS = re.compile(
    r"\b(?:[Ff]ounder|CEO|[Cc]hief [Ee]xecutive|[Cc]o-?[Ff]ounder|(?:[Cc]o-?)?[Oo]wner|[Cc]hair(?:man|woman|person)?|(?<![Vv]ice )(?<![Vv]ice-)(?<!to the )(?<!of the )[Pp]resident|"
    r"[Mm]anaging [Pp]artner)\b"
)
"""Posts of which the body needs no noun that tells one."""
_NO_GROUP = re.compile(
    r"^[A-Z][\w'-]+ [A-Z]\.?$|"
    r"^(?:United States|America|President|Nation|World|State|U\.S\.|Center|Bureau|Office|Department|Mission|House|National Security|Program|Section|"
    r"Survey|Library|Clinic|Lab|Laboratory|Large|Police|Embassy|LLC|LLP|PLLC)$|"
    r"^(?!.*\b(?:Bureau|Office|Department|Council|Committee)\b).*\bAffairs$"
)
_OF_MISSION = re.compile(r"Mission (?:of|at) (?:the )?")

_CLAUSE = re.compile(r",? (?:where|who|which|that|whose|when|while|during which|in which)\b")
"""What a post is told no further than."""
_FOR = re.compile(r" for [\w-]+$")
_OFFICE_OF = re.compile(r"Office of (?:the )?")
_AT_NAME = re.compile(r"at (?:the )?(?:law firm (?:of )?)?")
_CUT = re.compile(r" (?:at|in|for|on|and the|to)\b.*")
_FIRM = re.compile(
    r"(?:, [A-Z][\w'-]+(?: [A-Z][\w'-]+)*){0,4},? (?:&|and) [A-Z][\w'-]+(?:,? (?:LLP|PLLC|LLC)\b)?(?= in | from |[,.;]|$)"
)
"""The rest of the name of a firm: "Roe, Doe, Day & Poe LLP"."""
_PARTLIKE = re.compile(r"\b(?:Section|Division|Branch|Unit|Bureau|Program|Directorate)$")
_OVER_AT = re.compile(rf"(?: \([A-Z][\w&-]*\))?,? (?:at|of the) (?:the )?(?P<group>{ORGANIZATION})")
_LONGEST_POST = 160


@lru_cache(maxsize=4)
def _parts(named: frozenset[str]) -> re.Pattern[str]:
    """What stands between two posts that one verb tells."""
    posts = any_of(named)
    words = r"(?!(?:where|which|who|that|with|for|at|in|of|on)\b)(?:(?!and |as )[\w.'&-]+ ){0,5}?"
    post = rf"(?={words}(?i:{posts})s?(?: [a-z]+)? (?:of|at|for|in|on|to|with) )"
    return re.compile(
        r"; (?:and )?(?:as )?(?:the |an? )?|,? and (?:before that )?as (?:the |an? )?|, (?:and )?then (?:as )?(?:the |an? )?|"
        r",? as well as (?:as )?(?:the |an? )?|, (?:including |most recently )?as (?:the |an? )?|,? and (?=(?:for|of|at|on|with|to) (?:the )?[A-Z])|"
        rf",? and (?:the |an? )?{post}|, (?:the |an? )?{post}| as (?:the |an? )?(?={words}(?i:{posts})s?\b)"
    )


@lru_cache(maxsize=4)
def _posted(named: frozenset[str]) -> re.Pattern[str]:
    """A post right before "at", or with what it is a post for between them."""
    posts = any_of(named)
    return re.compile(rf"\b(?i:{posts})s?(?: (?:of|in|for|on|and) [^.;:]{{1,80}}?)?,?$")


def segments(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The posts that one verb tells, each as far as its own words go."""
    at = begin
    for match in _parts(english().classes["post"]).finditer(text, begin, end):
        yield at, match.start()
        at = match.end()
    yield at, end


def bodies(
    text: str, first: int, last: int, may_be: Callable[[int, int], bool] | None = None
) -> Iterator[tuple[int, int]]:
    """The bodies that a post names side by side: "trustee of the Harbor Fund, the Pilot Institute, and the Night School".

    `may_be` tells of a span whether it may be a body though no noun in it says so ("a pilot at Green Sails").
    """
    if stop := _CLAUSE.search(text, first, last):
        last = stop.start()
    group = body_of_post(text, first, last, may_be)
    if group is not None and _BOARDS.search(text, first, group[0]):
        yield group
        end = group[1]
        while more := _NEXT.match(text, end, last):
            yield more.span("group")
            end = more.end()
        return
    while group is not None:
        yield group
        if (
            (over := _OVER_AT.match(text, group[1], last))
            and (found := headed(text, *over.span("group"))) == over.span("group")
            and over["group"] != "White House"
        ):
            yield found
        more = _MORE.match(text, group[1], last)
        if more is None or not (more["the"] or "and" in more[0][:5]):
            return
        initials = _INITIALS.fullmatch(more["group"].split(" and ")[0])
        group = (
            (more.start("group"), more.start("group") + initials.end())
            if initials
            else headed(text, *more.span("group"))
        )
        group = _whole(text, *group, last) if group is not None else None
        if group is not None and (group[0] != more.start("group") or _NO_GROUP.search(text[slice(*group)])):
            return


def body_of_post(
    text: str, first: int, last: int, may_be: Callable[[int, int], bool] | None = None
) -> tuple[int, int] | None:
    """The first body that a post names at `text[first:last]`, without the one over it."""
    owns = bool(_OWNS.search(text, first, min(last, first + _LONGEST_POST // 2)))
    if member := _BEFORE_MEMBER.search(text, first, min(last, first + _LONGEST_POST)):
        if member["group"]:
            return member.span("group")
        if not _PLACED.search(text, first, member.start("of")):
            return member.span("of")
    opening = _FIRST.match(text, first, last)
    if opening and HEADED.match(text, first):
        return _whole(text, *(headed(text, *opening.span("group")) or (first, first)), last)
    for match in _WITHIN.finditer(text, first, min(last, first + _LONGEST_POST)):
        if _SERVED.search(text, first, match.start()):
            continue
        if text[match.start()] == "," and not _TITLE.fullmatch(text, first, match.start()):
            continue
        found = headed(text, *match.span("group"))
        board = _OF_BOARD.search(text, first, match.start() - 1)
        loose = (owns and not text.startswith("in ", match.start())) or board
        if found is None and loose and " " in match["group"] and not POST.search(match["group"]):
            whole = match["group"]
            found = (
                match.start("group"),
                match.start("group") + len(whole.split(" and ")[0] if board else whole),
            )
        if (
            found is None
            and _AT_NAME.fullmatch(text, match.start(), match.start("group"))
            and (
                match.start() == first
                or _posted(english().classes["post"]).search(text, first, match.start() - 1)
            )
        ):
            plain = _CUT.sub("", match["group"])
            end = match.start("group") + len(plain)
            firm = _FIRM.match(text, end)
            end = firm.end() if firm else end
            found = (match.start("group"), end) if may_be and may_be(match.start("group"), end) else None
        if found:
            found = _whole(text, *found, last)
        if found and not _NO_GROUP.search(text[slice(*found)]) and not _OWNER.match(text, found[1]):
            return found
    return None


def _whole(text: str, start: int, end: int, last: int) -> tuple[int, int] | None:
    """The body with the series in its name, and for a board or a mission the body over it."""
    if start == end:
        return None
    if mission := _OF_MISSION.match(text, start, end):
        start = mission.end()
    words = text[start:end]
    inside = _BOARD_OF.fullmatch(words)
    if inside and (HEADED.search(inside["over"]) or not words.startswith("Council of ")):
        return start + inside.start("over"), end
    if _BOARD.fullmatch(words):
        owner = _OWNED.search(text, max(0, start - _LONGEST_POST), start)
        over = _OVER.match(text, end, last)
        return over.span("group") if over else owner.span("group") if owner else None
    series = _SERIES.match(text, end, last)
    if (
        series
        and re.search(r" (?:of|for|on) ", words)
        and not (HEADED.search(series[0]) or POST.search(series[0]))
    ):
        end = series.end()
    return start, end


def apart(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names of two bodies that "and" joins, each whole: "Harbor League and Pilot Guild of Ohio"; else the one."""
    halves = _TWO.fullmatch(text, start, end)
    if halves and (HEADED.search(halves["one"]) or _APART.search(halves["one"])):
        yield halves.span("one")
        yield halves.span("other")
    else:
        yield start, end


def headed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The part of a long name from the first noun that tells a body to where the next body or post begins."""
    links = list(_LINK.finditer(text, start, end))
    at, place = start, 0
    while not HEADED.search(text, at, links[place].start() if place < len(links) else end):
        if place == len(links):
            return None
        if links[place]["over"] != "'s " and links[place][0] != " and ":
            at = links[place].end()
        place += 1
    for after, link in enumerate(links[place:], place + 1):
        if link["over"] == "'s " and HEADED.search(text, link.end(), end):
            at = link.end()
            continue
        if link["over"] == "'s " and _FOR.search(text, at, link.start()):
            continue  # "Trust for Children's Health"
        firm = text.endswith(("LLP", "LLC"), at, link.start())
        following = text[link.end() : links[after].start() if after < len(links) else end]
        over = link["over"] and (
            not link["over"].startswith(" ")
            or (" for " in link["over"] and not _APART_END.search(text, at, link.start()))
            or HEADED.search(following)
            or firm
        )
        over = over or (
            link[0] == " of the " and _PARTLIKE.search(text, at, link.start()) and HEADED.search(following)
        )
        apart = _APART.search(text, at, link.start()) and _APART_LAST.search(text[link.end() : end])
        other = link["next"] and (
            apart
            or POST.search(text, link.end(), end)
            or (link["next"] == " and the " and HEADED.search(text, link.end(), end))
            or _INITIALS.fullmatch(text, link.end(), end)
        )
        if over or other:
            end = link.start()
            break
    return (at, end) if _OFFICE_OF.match(text, at) or not POST.search(text, at, end) else None

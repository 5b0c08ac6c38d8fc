"""Who holds which office of a body, who chairs it, and what is part of what: "Jane Roe, Chair of the Council on …"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from gestae.loaders.attendee_bodies import is_held
from gestae.loaders.body_words import BODY, CAPITAL, HONORIFIC, NAME, ORGANIZATION, PLAIN, office
from gestae.loaders.membership_groups import is_joinable
from gestae.loaders.sought import Sought
from gestae.ontology.english import english

__all__ = [
    "Pair",
    "is_agency",
    "is_nobody",
    "led",
    "offices",
    "parts",
    "role_of",
    "with_series",
    "within_name",
]

_BRACKETED = re.compile(rf"\b(?P<member>{HONORIFIC}{NAME}) \((?:the )?(?P<group>{ORGANIZATION})\)")
_SENT = re.compile(
    rf"\b(?P<member>{HONORIFIC}{NAME}) of (?:the )?(?P<group>{ORGANIZATION})(?: \([A-Z]{{2,8}}\))? (?:has been|was|is) (?:appointed|named|designated)\b"
)
"""Whom a body sends: "Jane Roe of the Harbor Agency has been appointed to coordinate"."""
_FROM = re.compile(
    rf"\b(?P<member>(?:The Honorable )?{NAME})(?:,? (?:formerly|previously|now))? (?:of|from) (?:the )?(?P<group>(?:{CAPITAL} ){{1,6}}{BODY}(?: (?:of|for|on) (?:the )?{CAPITAL}(?: {CAPITAL})*){{0,2}})(?=[,.;)]|$| \([A-Z]| [a-z])"
)
"""Where somebody is from, without an office: "Jane Roe of the Harbor Alliance"."""
_CHAIRING = re.compile(
    rf"\b(?P<member>(?:{HONORIFIC}{NAME}|(?:Secretary|Director|Administrator) of (?:the )?{ORGANIZATION}|Attorney General|Vice President)) (?:shall |will |also |to )*"
    rf"(?P<role>(?:co-)?chairs?|heads)(?:ed)? the (?P<group>{ORGANIZATION})"
)
_LED = re.compile(
    r"\b(?:(?P<role>(?:co-|vice[- ])?(?:chaired|led|headed)|(?:co-)?founded|run|directed) (?:jointly )?by|under the (?P<ship>(?:co-?)?(?:chairmanship|chairship|leadership)|presidency) of) (?=(?P<list>(?:[^.;:\n]|\.(?=\S)|(?<=[A-Z])\.|(?<=Dr)\.|(?<=M[rs])\.){4,300}))"
)
_INITIAL = re.compile(r" [A-Z]$")
"""Where a body's name has run on into that of a person, before the full stop of an initial."""
_AFTER_NAME = re.compile(rf"{NAME}, (?:(?:[A-Z][\w'-]*|of|to|the|for|and|&) )*$")
"""A name before an office: what stands behind the office is the next of a list."""
_TITLED = re.compile(
    rf"\b(?P<group>[A-Z]{{2,6}}|(?:{PLAIN} (?:(?:of|on|for) (?:the )?)?){{1,5}}{BODY}) "
    rf"(?P<role>(?:[Cc]o-?)?[Cc]hair(?:man|woman)?|CEO|(?:Chief |Associate )?Justice),? (?P<member>{NAME})"
)
"""A body and an office before a name: "Harbor Council Chair Jane Roe", "Supreme Court Justice Jane Roe"."""
_FIRST = re.compile(
    rf"\b(?P<member>{HONORIFIC}{NAME}),? (?:who )?(?:is |was |became )?(?:the|our Nation's) first [^,.;:]{{3,60}}? "
    rf"(?:(?:to (?:serve|sit) )?on|to (?:serve|sit) in|to (?:chair|lead|head|serve as an?)|(?:to be )?(?:appointed|elected|confirmed|named) to) (?:the )?(?P<group>(?:[A-Z][\w.]+ )*?(?:{BODY}|[Bb]ench)\b(?: (?:of|on|for) (?:the )?{CAPITAL}(?:(?: (?:of|for|on|and))* {CAPITAL})*)?)"
)
"""Who was first in a body: "Jane Roe, the first woman to serve on the Harbor Court"."""
_ON_BOARD = re.compile(
    rf"\b(?P<member>{HONORIFIC}{NAME})(?: also| currently| now| has| previously)* (?:serves|served|sits|sat) on (?:the )?"
    rf"(?P<group>(?:{CAPITAL} (?:(?:of|on|for) (?:the )?)?)*?(?:Task Force|Council|Commission|Committee|Board|Panel)\b"
    rf"(?: (?:of|on|for|to) (?:the )?{CAPITAL}(?:(?: (?:of|for|on|and|the))* {CAPITAL})*)?)"
)
_PART = re.compile(
    r",? (?:(?:each|both|all|which) )?(?:is |are |was |were |became |has become |will become |(?:will|shall) be )?(?:(?:first |originally |also )?(?:(?:established|created|founded|formed|housed) )?as )?"
    r"(?:(?:an? (?:[\w-]+ )?|the )?(?!one |and )(?:[\w-]+ )?(?:part|component|subdivision|division|arm|branch|subsidiary|[Mm]ember) (?:of|within)|"
    r"(?:an?|the) (?!one )(?:[\w-]+ )?(?:bureau|unit|wing|agency|office|faction|affiliate|chapter|arm) (?:of|within)|"
    rf"(?:are|were|both|all|(?:shall |will )(?:also )?be) members of|(?:shall |will |to )*(?:serve|act) as (?:the )?(?:[Cc]o-?|[Vv]ice )?(?:[Cc]hairs|[Mm]embers) of|(?:housed|located|based) (?:with)?in) (?:the )?(?:[a-z]+ )?(?P<group>{ORGANIZATION})"
)
_IS_BODY = re.compile(rf"\b{BODY}s?\b")
_NO_PERSON = re.compile(
    rf"\b(?:{BODY}|Nations?|Affairs|States?|Security|Services?|Act|Order|President|Today|White|Day|Week|Month)\b|\b(?:General|Secretary|Director|Administrator)$"
)
_NOT_YET = re.compile(r"\b[Nn]ominee (?:for|to)\b")
_NOMINATES = re.compile(
    r"\b(?:[Nn]ominat|[Nn]ominee|[Cc]andida|[Ii]f confirmed)(?:[^.;]|(?<=\bDr)\.|(?<=\bM[rs])\.|(?<=\b[A-Z])\.)*$"
)
"""What tells that somebody is only to hold the office that follows."""
_SHORT = re.compile(r"(?!USA|UAE|ROK|DPRK|PRC|DRC|USSR)[A-Z]{3,6}(?:-[A-Z]{2,5})?")
"""Initials of a body."""
_LONGER = re.compile(r"\b[A-Z]\w+ (?:of|on|for|to) (?:the )?$")
"""Before the end of a name that is no person's."""
_NAMED_BODY = re.compile(rf"\b(?:{BODY}|Program(?:me)?|Reserve)s?\b|^[A-Z]{{3,8}}$")
_NO_GROUP = re.compile(
    r"^(?:United States|America|President|Nation|World|State|Israel|Ukraine|U\.S\.)(?:$| of America)|"
    r"^(?:(?:Co-|Vice )?Chair\w* of the )?(?:(?:Advisory|Executive|Governing) )?Board(?: of (?:Trustees|Directors|Advis[eo]rs|Regents|Governors|Visitors|Overseers))?$|"
    r"^(?:Biden|Trump|Obama|Bush|Clinton|Harris|Reagan)\b.*Administration"
)
_ROLES = {
    "chaired": "chair", "chairs": "chair", "led": "leader", "headed": "head", "heads": "head", "co-chaired": "co-chair",
    "vice-chaired": "vice chair", "vice chaired": "vice chair", "co-chairs": "co-chair", "co-led": "co-leader", "co-headed": "co-head",
    "founded": "founder", "co-founded": "co-founder", "run": "manager", "directed": "director", "leadership": "leader", "chairmanship": "chair",
    "chairship": "chair", "co-chairmanship": "co-chair", "co-leadership": "co-leader", "presidency": "president", "co-lead": "co-leader", "co-leads": "co-leader", "co-heads": "co-head", "direction": "director",
    "stewardship": "steward", "preside over": "chair", "presides over": "chair", "presided over": "chair",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pair:
    """A member and a group as spans of a text, and the office that joins them.

    Of a `doubtful` one, the surname must turn out to stand for a longer name, or with `person` to be a proper noun;
    of any other that must be a `person`, the parser must take the member for one.
    """

    member: tuple[int, int]
    group: tuple[int, int]
    role: str | None = None
    doubtful: bool = False
    person: bool = False


@lru_cache(maxsize=4)
def _forms(post: str) -> dict[str, Sought]:
    """The forms in which a text names somebody with an office of a body, by what tells it; `post` is what an office is called."""
    someone = rf"(?P<member>{HONORIFIC}{NAME})"
    role, group = rf"(?P<role>{post})", rf"(?P<group>{ORGANIZATION})"
    sought = {
        "serving": (
            rf"\b(?P<member>{HONORIFIC}{NAME}|(?:Secretary|Director|Administrator|Chair(?:man)?) (?:of|for) (?:the )?{ORGANIZATION}|Attorney General|Vice President),?"
            rf"(?: who| shall| will| also| currently| now)* (?:serves?|served|acts?) as (?:the |a |an )?{role} (?:of|for) (?:the )?{group}",
            ((" as ",), ("serve", "act")),
        ),
        # "as head of the Harbor Council, Jane Roe"
        "as member": (
            rf"\b[Aa]s (?:a |the )?(?:[A-Z][^,.;()]{{2,60}}? and )?{role} of (?:the )?(?P<group>(?![A-Z]\w+ and (?:{post}) of ){ORGANIZATION}), "
            rf"(?:the )?(?P<member>{HONORIFIC}{NAME}|(?:Senator|Representative|Secretary|Governor) {CAPITAL})",
            (("As ", "as "), (" of ",), (", ",)),
        ),
        "possessed": (
            rf"\b(?P<group>{PLAIN}(?: {PLAIN}){{0,4}})'s {role}(?: (?:for|of) [\w -]{{2,40}}?)?,? (?P<member>{NAME})",
            (("'s ",),),
        ),
        # whom somebody appoints, names or confirms, and as what
        "placed": (
            rf"\b{someone}(?:(?:, (?!of )[^,.;:]{{3,80}},)? as| to be| to serve as) (?:the |an? |its |our )?(?:next |new |first |inaugural |permanent )?{role} "
            rf"(?:for (?:[A-Z]\w+ )+)?(?:of|on|at|for) (?:the )?{group}",
            ((" as ", " to be "),),
        ),
        # whom somebody means to appoint to a board, or nominates to one; of other posts of nominations, which name a home before them, nothing is told
        "to be": (
            rf"\b{someone}(?:,? of (?:the )?[A-Z][\w.]*(?: (?:of )?[A-Z][\w.]*){{0,2}}(?=, to be an? Member))?, to be (?:an? |the )?(?P<role>(?:[Mm]ember|(?:[Cc]o-?|[Vv]ice[- ])?[Cc]hair(?:man|woman|person)?)(?: and [A-Z]\w+)?) (?:of|on|for) (?:the )?{group}",
            ((", to be ",),),
        ),
        # the office before the name: "the head of our Harbor Council, Jane Roe"
        "named last": (
            rf"(?:\b(?:[Tt]he|[Oo]ur|[Ii]ts|and|by|with) |^|(?<=[.;:] )|(?<=Today, )){role} (?:of|for) (?:the |our )?{group}, {someone}",
            ((", ",), (" of ", " for ")),
        ),
        "own": (rf"\b(?P<group>[Ii]ts) {role},? (?P<member>{NAME})", (("Its ", "its "),)),
    }
    return {form: Sought(re.compile(pattern), needs) for form, (pattern, needs) in sought.items()} | _OTHERS


@lru_cache(maxsize=4)
def _surnamed(post: str) -> Sought:
    """A surname and an office behind it."""
    return Sought(
        re.compile(
            rf"\b(?P<member>(?:M(?:r|rs|s)\. )?[A-Z][\w'-]+), (?:the |a )(?P<role>{post}) (?:of|at) (?:the )?(?P<group>{ORGANIZATION})"
        ),
        ((", the ", ", a "), (" of ", " at ")),
    )


def offices(text: str) -> Iterator[Pair]:
    """Who is named with an office of a body; `text` has plain quotes and no line breaks."""
    for form, sought in _forms(office()).items():
        for match in sought.finditer(text):
            group, member = match["group"], match["member"]
            if (
                _NO_GROUP.match(group)
                or member.isupper()
                or " and the "
                in member  # "the Secretary of Labor and the Attorney General shall co-chair": two
                or (form in _OF_PEOPLE and is_agency(member))
                or _NOT_YET.search(match[0])
                or (_INITIAL.search(group) and text.startswith(".", match.end("group")))
            ):
                continue
            role = match.groupdict().get("role")
            if form == "placed" and _NOMINATES.search(text, max(0, match.start() - 150), match.start()):
                continue
            named = match.span("member")
            if form == "from":
                named = (named[1] - len(_without_office(member)), named[1])
            if named[0] == named[1]:
                continue
            if form == "named last" and _AFTER_NAME.search(text, max(0, match.start() - 120), match.start()):
                continue
            if form == "placed" and not _NAMED_BODY.search(group):
                continue
            if form == "bracketed" and _LONGER.search(text, max(0, match.start() - 30), match.start()):
                continue  # "the Access to Harbor Tools (AHT)": the initials of a longer name
            if form == "bracketed" and (text.startswith("-", match.end()) or re.search(r"\d", member)):
                continue
            if form in _TELLING and is_held(member.split()[-1]):
                continue
            if form == "possessed" and any(map(is_held, member.split())):
                continue  # "the Harbor Agency's Chief Medical Officer"
            if form not in _OF_ANY and not (
                _IS_BODY.search(group)
                or _IS_MEMBER.search(role or "")
                or (_SHORT.fullmatch(group) and not _IS_BODY.search(member))  # "Harbor Panel (HAP)"
            ):
                continue
            inside = within_name(text, match.start("member"))
            called = named != match.span("member")
            yield Pair(
                named,
                with_series(text, *match.span("group")),
                role_of(role) if role else None,
                doubtful=form in _TELLING or called,
                person=form not in _SURE or inside,
            )
    for match in _surnamed(office()).finditer(text):
        before = text[max(0, match.start() - 30) : match.start()]
        if not _NAMED_BEFORE.search(before):
            opens = match.start() == 0 or text[match.start() - 2 : match.start()] == ". "
            known = opens and (match["group"].isupper() or _IS_BODY.search(match["group"]))
            yield Pair(match.span("member"), match.span("group"), role_of(match["role"]), True, bool(known))


def with_series(text: str, start: int, end: int) -> tuple[int, int]:
    """Of "Coordinator for the Islands at the Harbor Council" the council, not what the office is for."""
    if series := _SERIES.match(text, end) if _OF_SERIES.search(text, start, end) else None:
        return start, series.end()
    if told := _IS.match(text, end):
        return start, told.end()
    if owner := _OWNED.match(text, start, end):
        return owner.end(), end
    at = _AT.search(text, start, end)
    if at and not _IS_BODY.search(text, start, at.start()) and _IS_BODY.search(text, at.end(), end):
        return at.end(), end
    return start, end


_SERIES = re.compile(r"(?:, [A-Z][a-z]+){1,3},? and [A-Z][a-z]+(?= \(|[,.;]|$| [a-z])")
_OF_SERIES = re.compile(
    r"\b(?:Bureau|Office|(?:Sub)?[Cc]ommittee|Commission|Institute|Center|Division|Service) (?:of|on|for) (?:the )?\w+$"
)
"""Names that go on with a series: "Bureau of Ports, Piers, and Locks"."""
_IS = re.compile(r" +(?:is|are) +[A-Z][\w-]+$")
"""How a name goes on that tells something, at the end of its line: "All Harbors are Local"."""
_OWNED = re.compile(r"[A-Z]{2,8}'s ")
_AT = re.compile(r" (?:at|in|within) (?:the )?")
_SURE = frozenset({"serving", "as member", "possessed", "chairing", "titled"})
_TELLING = frozenset({"placed", "first", "named last", "to be"})
"""Forms in which a proper noun may be a person's name though the parser takes it for none."""
_OF_PEOPLE = frozenset({"possessed", "titled", "placed"})
_OTHERS = {
    "chairing": Sought(_CHAIRING, (("chair", "head"), (" the ",))),
    "titled": Sought(_TITLED, (("hair", "CEO", "Justice"),)),
    "first": Sought(_FIRST, ((" first ",),)),
    "on board": Sought(_ON_BOARD, (("serve", "sits", "sat"), (" on ",))),
    "bracketed": Sought(_BRACKETED, ((" (",),)),
    "sent": Sought(_SENT, ((" of ",), ("appointed", "named", "designated"))),
    "from": Sought(_FROM, ((" of ", " from "),)),
}
_OF_ANY = frozenset({"possessed", "own", "titled", "first", "placed"})
"""Forms whose group needs no noun that tells a body."""
_WITHIN_NAME = re.compile(r"(?:[A-Z][\w']*,?|\)) (?:of|for|on|and|&) (?:the )?$")
"""What makes two capitalised words the end of a longer name rather than a person's."""
_NAMED_BEFORE = re.compile(r"(?:[A-Z][\w.'-]*|\b(?:of|the|and|&)) $")
_IS_MEMBER = re.compile(r"(?:CEO|[Ff]ounder|[Mm]ember|[Ee]xecutive [Dd]irector|[Ee]xecutive [Oo]fficer)$")


_LONGEST_NAME = 3
_AROUND_OFFICE = frozenset({"the", "honorable", "charge"})


def _without_office(words: str) -> str:
    """A name without the office before it ("Executive Director Jane Roe"), empty where an office is all: "Chairman Emeritus"."""
    classes = english().classes
    named = ("post", "rank", "official", "calling", "office-end")
    offices = _AROUND_OFFICE.union(*(classes[name] for name in named))
    rest = words.split()
    while rest and rest[0].lower() in offices:
        rest = rest[1:]
    is_name = 1 < len(rest) <= _LONGEST_NAME and offices.isdisjoint(word.lower() for word in rest)
    return " ".join(rest) if is_name else ""


def is_agency(member: str) -> bool:
    """Whether what stands where a person is expected is the end of a body's name."""
    return bool(_NO_PERSON.search(re.sub(rf"^{HONORIFIC}", "", member)))


def is_nobody(group: str) -> bool:
    """Whether a name is that of a country or of a board alone, of which an office tells no membership."""
    return bool(_NO_GROUP.match(group))


def within_name(text: str, start: int) -> bool:
    """Whether words before a name make it the end of a longer one rather than a person's."""
    return bool(_WITHIN_NAME.search(text[max(0, start - 60) : start]))


def led(text: str) -> Iterator[tuple[int, tuple[int, int], str]]:
    """Where "chaired by" stands, who is named behind it, and the role; the body stands before."""
    for match in _LED.finditer(text):
        yield match.start(), match.span("list"), role_of(match["role"] or match["ship"])


def parts(text: str) -> Iterator[tuple[int, tuple[int, int]]]:
    """Where "part of the X" or "a member of X" stands, and X; what belongs to it stands before."""
    for match in _PART.finditer(text):
        group = match["group"]
        if "as part of" in match[0]:
            continue
        named = _IS_BODY.search(group) or re.search(r"\b[A-Z]{2,}\b", group)
        if not _NO_GROUP.match(group) and (named or is_joinable(group)):
            yield match.start(), match.span("group")


def role_of(words: str) -> str:
    """An office as the memberships tell it: "CEO", "co-chair"."""
    lower = (
        " ".join(words.split()) if words.isupper() else " ".join(words.split()).lower().replace("ceo", "CEO")
    )
    return _ROLES.get(lower, lower)

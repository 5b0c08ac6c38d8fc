"""Who holds which office of a body, who chairs it, and what is part of what: "Jane Roe, Chair of the Council on …"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from gestae.loaders.patterns import any_of
from gestae.loaders.sought import Sought
from gestae.ontology.english import english

__all__ = ["BODY", "CAPITAL", "HONORIFIC", "NAME", "ORGANIZATION", "Pair", "led", "offices", "parts"]

CAPITAL = r"(?:(?:[A-Z]\.){2,}(?=[\s,)])|[A-Z](?:[\w&'/-]|\.(?=\w))*)"
"""A capitalised word; a full stop belongs to it only inside ("U.S.", "J.P.")."""
ORGANIZATION = rf"{CAPITAL}(?:(?: +(?:of|for(?: an?)?|on|and|the|to|in|&|at|de))* +{CAPITAL}){{0,12}}"
"""A name of capitalised words; where its line ends, the next may be indented."""
BODY = (
    r"(?:Task Force|Council|Commission|Committee|Subcommittee|Board|Panel|Delegation|Group|Team|Coalition|Alliance|Partnership|Network|"
    r"Caucus|Cabinet|Consortium|Federation|Union|Forum|Academy|Department|Agency|Administration|Bureau|Office|Institutes?|Centers?|Foundation|"
    r"Fund|Bank|University|College|School|Association|Society|Service|Corps|Authority|Corporation|Court|Company|Organization|League|"
    r"Assembly|Conference|Division|Unit|Directorate|Command|Trust|Initiative|Campaign|Project|Party|Senate|House|Congress|Parliament|"
    r"Quad|Guard|Reserve|Army|Navy|Force|Politburo|Secretariat|Community(?! (?:[A-Z]|and ))|Church)"
)
"""Head nouns of names of bodies."""

HONORIFIC = (
    r"(?:(?:The Honorable )?(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Adm|Hon|Rev|T\.H)\. )+|(?:The Honorable |[A-Z][a-z]+ (?=Governor )|State |U\.S\. )*"
    r"(?:Senator|Representative|Governor|Congress(?:wo)?man|Ambassador|General|Admiral|Professor|Secretary|Administrator|Director|Mayor|"
    r"Honorable|Judge|Commissioner|Chair(?:wo)?man|Delegate|Rabbi|Reverend|Chief|Sheriff|Prime Minister) |The Honorable )?"
)
_GIVEN = r"(?:(?!U\.S|D\.C)(?:[A-Z]\. ?){1,2}(?=[A-Z])|[A-Z][\w'-]+ )"
NAME = (
    rf"{_GIVEN}(?:(?:[A-Z]\.|\"\w+\"|\(\w+\)|(?:de|del|de la|von|van|van der|bin|al|da|dos)|[A-Z][\w'-]+) ){{0,3}}"
    r"[A-Z][\w'-]+(?:,? (?:Jr\.|Sr\.|II|III|IV)(?!\w))?"
)
_RANK = r"(?:[Cc]o-?|[Vv]ice[- ]|[Dd]eputy |[Aa]cting |[Ii]nterim |[Ee]xecutive |[Ff]ounding |[Aa]ssociate |[Aa]ssistant |[Mm]anaging |[Nn]ational |[Ff]ormer |[Ss]enior )*"
_POST = (
    r"(?:[Cc]hair(?:man|woman|person)?|[Pp]resident|CEO|[Cc]hief [Ee]xecutive(?: [Oo]fficer)?|[Dd]irector(?:[- ]General)?|[Aa]dministrator|"
    r"[Cc]ommissioner|[Ss]ecretary(?:[- ]General)?|[Ff]ounder|[Hh]ead|[Mm]ember|[Cc]oordinator|[Jj]udge)"
)
_AND_POST = r"(?:(?: and |, | & |/)(?:CEO|COO|[Cc]hief [Ee]xecutive(?: [Oo]fficer)?|[Cc]o-?[Ff]ounder|[Ff]ounder|[Cc]hair(?:man)?|[Pp]resident|[Ee]xecutive [Dd]irector))?"
_OFFICE = _RANK + _POST + _AND_POST
_POSTS = (
    "hair", "resident", "CEO", "hief", "irector", "dministrator", "ommissioner", "ecretary", "ounder", "ead", "ember",
    "oordinator", "udge",
)  # fmt: skip
"""What each office of `_POST` holds, with a capital or without."""
_APPOSED = re.compile(
    rf"\b(?P<member>{HONORIFIC}{NAME})(?: of {CAPITAL}(?: {CAPITAL}){{0,2}})?(?: \([^()]{{1,14}}\))?, (?:the |a |an )?(?:[A-Z][^,.;()]{{2,60}}? and )?(?P<role>{_OFFICE})(?:,| of| for| at) (?:the )?(?P<group>{ORGANIZATION})"
)
_SERVING = re.compile(
    rf"\b(?P<member>{HONORIFIC}{NAME}|(?:Secretary|Director|Administrator|Chair(?:man)?) (?:of|for) (?:the )?{ORGANIZATION}|Attorney General|Vice President),?"
    rf"(?: who| shall| will| also| currently| now)* (?:serves?|served|acts?) as (?:the |a |an )?(?P<role>{_OFFICE}) (?:of|for) (?:the )?(?P<group>{ORGANIZATION})"
)
_SURNAMED = re.compile(
    rf"\b(?P<member>(?:M(?:r|rs|s)\. )?[A-Z][\w'-]+), (?:the |a )(?P<role>{_OFFICE}) (?:of|at) (?:the )?(?P<group>{ORGANIZATION})"
)
_AS_MEMBER = re.compile(
    rf"\b[Aa]s (?:a |the )?(?:[A-Z][^,.;()]{{2,60}}? and )?(?P<role>{_OFFICE}) of (?:the )?(?P<group>(?![A-Z]\w+ and (?:{_OFFICE}) of ){ORGANIZATION}), (?:the )?(?P<member>{HONORIFIC}{NAME}|(?:Senator|Representative|Secretary|Governor) {CAPITAL})"
)
_POSSESSED = re.compile(
    rf"\b(?P<group>{CAPITAL.replace(chr(39), '')}(?: {CAPITAL.replace(chr(39), '')}){{0,4}})'s (?P<role>(?:[Cc]o-?)?(?:CEO|COO|CFO|Chair(?:man|woman)?|Founder|"
    rf"Executive Director|Managing Director|Chief [A-Z]\w+ Officer|Director)(?:(?: and |, | & )(?:Co-?)?(?:CEO|Founder|Chair(?:man)?|President))?) (?P<member>{NAME})"
)
_PLACED = re.compile(
    rf"\b(?P<member>{HONORIFIC}{NAME})(?:(?:, (?!of )[^,.;:]{{3,80}},)? as| to be| to serve as) (?:the |an? |its |our )?(?:next |new |first |inaugural |permanent )?(?P<role>{_OFFICE}) "
    rf"(?:for (?:[A-Z]\w+ )+)?(?:of|on|at|for) (?:the )?(?P<group>{ORGANIZATION})"
)
"""Whom somebody appoints, names or confirms, and as what."""
_TO_BE = re.compile(
    rf"\b(?P<member>{HONORIFIC}{NAME}), to be (?:an? |the )?(?P<role>(?:[Mm]ember|{_RANK}[Cc]hair(?:man|woman|person)?)(?: and [A-Z]\w+)?) (?:of|on|for) (?:the )?(?P<group>{ORGANIZATION})"
)
"""Whom somebody means to appoint to a board: of nominations, which name a home before the post, nothing is told."""
_BRACKETED = re.compile(rf"\b(?P<member>{HONORIFIC}{NAME}) \((?:the )?(?P<group>{ORGANIZATION})\)")
_SENT = re.compile(
    rf"\b(?P<member>{HONORIFIC}{NAME}) of (?:the )?(?P<group>{ORGANIZATION})(?: \([A-Z]{{2,8}}\))? (?:has been|was|is) (?:appointed|named|designated)\b"
)
"""Whom a body sends: "Jane Roe of the Harbor Agency has been appointed to coordinate"."""
_FROM = re.compile(
    rf"\b(?P<member>{NAME}) of (?:the )?(?P<group>(?:{CAPITAL} ){{1,6}}{BODY}(?: (?:of|for|on) (?:the )?{CAPITAL}(?: {CAPITAL})*)?)(?=[,.;)]|$| \([A-Z]| [a-z])"
)
"""Where somebody is from, without an office: "Jane Roe of the Harbor Alliance"."""
_CHAIRING = re.compile(
    rf"\b(?P<member>(?:{HONORIFIC}{NAME}|(?:Secretary|Director|Administrator) of (?:the )?{ORGANIZATION}|Attorney General|Vice President)) (?:shall |will |also |to )*"
    rf"(?P<role>(?:co-)?chairs?|heads)(?:ed)? the (?P<group>{ORGANIZATION})"
)
_LED = re.compile(
    r"\b(?P<role>(?:co-|vice[- ])?(?:chaired|led|headed)) (?:jointly )?by (?=(?P<list>(?:[^.;:\n]|\.(?=\S)|(?<=[A-Z])\.|(?<=Dr)\.|(?<=M[rs])\.){4,300}))"
)
_NAMED_LAST = re.compile(
    rf"(?:\b(?:[Tt]he|[Oo]ur|[Ii]ts|and|by|with) |^|(?<=[.;:] )|(?<=Today, ))(?P<role>{_OFFICE}) (?:of|for) (?:the |our )?(?P<group>{ORGANIZATION}), (?P<member>{HONORIFIC}{NAME})"
)
"""The office before the name: "the head of our Harbor Council, Jane Roe"."""
_INITIAL = re.compile(r" [A-Z]$")
"""Where a body's name has run on into that of a person, before the full stop of an initial."""
_AFTER_NAME = re.compile(rf"{NAME}, (?:(?:[A-Z][\w'-]*|of|to|the|for|and|&) )*$")
"""A name before an office: what stands behind the office is the next of a list."""
_OWN_OFFICER = re.compile(rf"\b(?P<group>[Ii]ts) (?P<role>{_OFFICE}),? (?P<member>{NAME})")
_TITLED = re.compile(
    rf"\b(?P<group>[A-Z]{{2,6}}|(?:{CAPITAL.replace(chr(39), '')} (?:(?:of|on|for) (?:the )?)?){{1,5}}{BODY}) "
    rf"(?P<role>(?:[Cc]o-?)?[Cc]hair(?:man|woman)?|CEO|(?:Chief |Associate )?Justice),? (?P<member>{NAME})"
)
"""A body and an office before a name: "Harbor Council Chair Jane Roe", "Supreme Court Justice Jane Roe"."""
_FIRST = re.compile(
    rf"\b(?P<member>{HONORIFIC}{NAME}),? (?:who )?(?:is |was |became )?(?:the|our Nation's) first [^,.;:]{{3,60}}? "
    rf"(?:to (?:serve|sit) (?:on|in)|(?:to be )?(?:appointed|elected|confirmed|named) to) (?:the )?(?P<group>(?:[A-Z]\w+ )*?(?:{BODY}|[Bb]ench)\b)"
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
    r"(?:an?|the) (?!one )(?:[\w-]+ )?(?:bureau|unit|wing|agency|office) (?:of|within)|"
    rf"(?:are|were|both|all|(?:shall |will )(?:also )?be) members of|(?:shall |will |to )*(?:serve|act) as (?:the )?(?:[Cc]o-?|[Vv]ice )?(?:[Cc]hairs|[Mm]embers) of|housed (?:with)?in|located within) (?:the )?(?:[a-z]+ )?(?P<group>{ORGANIZATION})"
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
_NAMED_BODY = re.compile(rf"\b(?:{BODY}|Program(?:me)?|Reserve)s?\b|^[A-Z]{{3,8}}$")
_NO_GROUP = re.compile(
    r"^(?:United States|America|President|Nation|World|State|Israel|Ukraine|U\.S\.)(?:$| of America)|"
    r"^(?:(?:Co-|Vice )?Chair\w* of the )?(?:(?:Advisory|Executive|Governing) )?Board(?: of (?:Trustees|Directors|Advis[eo]rs|Regents|Governors|Visitors|Overseers))?$|"
    r"^(?:Biden|Trump|Obama|Bush|Clinton|Harris|Reagan)\b.*Administration"
)
_ROLES = {
    "chaired": "chair", "chairs": "chair", "led": "leader", "headed": "head", "heads": "head", "co-chaired": "co-chair",
    "vice-chaired": "vice chair", "vice chaired": "vice chair", "co-chairs": "co-chair", "co-led": "co-leader", "co-headed": "co-head",
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
def _called(named: frozenset[str]) -> re.Pattern[str]:
    """What somebody is and where, behind the name: "Jane Roe, a professor in the Harbor School"."""
    posts = any_of(named)
    return re.compile(
        rf"\b(?P<member>{HONORIFIC}{NAME}), (?:now |currently |formerly )?(?:an? |the )(?P<role>(?:[a-z]+ ){{0,2}}(?:{posts}))"
        rf"(?: of [A-Za-z][\w &-]{{2,40}}?)? (?:at|in|with|for) (?:the )?(?P<group>{ORGANIZATION})"
    )


def offices(text: str) -> Iterator[Pair]:
    """Who is named with an office of a body; `text` has plain quotes and no line breaks."""
    called = Sought(
        _called(english().classes["post"]),
        ((", ",), (" a ", " an ", " the "), (" at ", " in ", " with ", " for ")),
    )
    for sought in (*_SOUGHT, called):
        pattern = sought.pattern
        for match in sought.finditer(text):
            group, member = match["group"], match["member"]
            if (
                _NO_GROUP.match(group)
                or member.isupper()
                or _is_agency(pattern, member)
                or _NOT_YET.search(match[0])
                or (_INITIAL.search(group) and text.startswith(".", match.end("group")))
            ):
                continue
            role = match.groupdict().get("role")
            if pattern is _PLACED and _NOMINATES.search(text, max(0, match.start() - 150), match.start()):
                continue
            if pattern is _FROM and _holds_post(member):
                continue
            if pattern is _NAMED_LAST and _AFTER_NAME.search(
                text, max(0, match.start() - 120), match.start()
            ):
                continue
            if pattern is _PLACED and not _NAMED_BODY.search(group):
                continue
            if pattern not in _OF_ANY and not (
                _IS_BODY.search(group) or _CAUSE.match(group) or _IS_MEMBER.search(role or "")
            ):
                continue
            inside = bool(
                _WITHIN_NAME.search(text[max(0, match.start("member") - 60) : match.start("member")])
            )
            yield Pair(
                match.span("member"),
                _body(text, *match.span("group")),
                _role(role) if role else None,
                doubtful=pattern is _PLACED,
                person=pattern not in _SURE or inside,
            )
    for match in _SURNAMES.finditer(text):
        before = text[max(0, match.start() - 30) : match.start()]
        if not _NAMED_BEFORE.search(before):
            opens = match.start() == 0 or text[match.start() - 2 : match.start()] == ". "
            known = opens and (match["group"].isupper() or _IS_BODY.search(match["group"]))
            yield Pair(match.span("member"), match.span("group"), _role(match["role"]), True, bool(known))


def _body(text: str, start: int, end: int) -> tuple[int, int]:
    """Of "Coordinator for the Islands at the Harbor Council" the council, not what the office is for."""
    if series := _SERIES.match(text, end) if _OF_SERIES.search(text, start, end) else None:
        return start, series.end()
    if told := _IS.match(text, end):
        return start, told.end()
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
_AT = re.compile(r" (?:at|in|within) (?:the )?")
_SURE = (_APPOSED, _SERVING, _AS_MEMBER, _POSSESSED, _CHAIRING, _TITLED)
_SOUGHT = (
    Sought(_APPOSED, ((", ",), _POSTS)),
    Sought(_SERVING, ((" as ",), ("serve", "act"), _POSTS)),
    Sought(_AS_MEMBER, (("As ", "as "), (" of ",), (", ",), _POSTS)),
    Sought(_POSSESSED, (("'s ",), ("CEO", "COO", "CFO", "Chair", "Founder", "Director", "Chief"))),
    Sought(_CHAIRING, (("chair", "head"), (" the ",))),
    Sought(_TITLED, (("hair", "CEO", "Justice"),)),
    Sought(_NAMED_LAST, ((", ",), (" of ", " for "), _POSTS)),
    Sought(_OWN_OFFICER, (("Its ", "its "), _POSTS)),
    Sought(_FIRST, ((" first ",),)),
    Sought(_ON_BOARD, (("serve", "sits", "sat"), (" on ",))),
    Sought(_PLACED, ((" as ", " to be "), _POSTS)),
    Sought(_TO_BE, ((", to be ",),)),
    Sought(_BRACKETED, ((" (",),)),
    Sought(_SENT, ((" of ",), ("appointed", "named", "designated"))),
    Sought(_FROM, ((" of ",),)),
)
_SURNAMES = Sought(_SURNAMED, ((", the ", ", a "), _POSTS))
_OF_ANY = frozenset({_POSSESSED, _OWN_OFFICER, _TITLED, _FIRST, _PLACED})
"""Patterns whose group needs no noun that tells a body."""
_WITHIN_NAME = re.compile(r"(?:[A-Z][\w']*,?|\)) (?:of|for|on|and|&) (?:the )?$")
"""What makes two capitalised words the end of a longer name rather than a person's."""
_NAMED_BEFORE = re.compile(r"(?:[A-Z][\w.'-]*|\b(?:of|the|and|&)) $")
_CAUSE = re.compile(r"(?:[A-Z]\w+ )*[A-Z]\w+s for (?:[A-Z]\w+ ?)+$")
"""The name of an association of people for something: "Mothers for Open Harbors"."""
_IS_MEMBER = re.compile(r"(?:CEO|[Ff]ounder|[Mm]ember|[Ee]xecutive [Dd]irector|[Ee]xecutive [Oo]fficer)$")


def _holds_post(words: str) -> bool:
    """Whether capitalised words end on an office, not on a person's name: "Chairman Emeritus"."""
    classes = english().classes
    return any(
        word.lower() in classes[name]
        for word in words.split()
        for name in ("post", "official", "calling", "office-end")
    )


def _is_agency(pattern: re.Pattern[str], member: str) -> bool:
    """Whether what stands where a person is expected is the end of a body's name."""
    plain = re.sub(rf"^{HONORIFIC}", "", member)
    return pattern in {_APPOSED, _POSSESSED, _TITLED, _PLACED} and bool(_NO_PERSON.search(plain))


def led(text: str) -> Iterator[tuple[int, tuple[int, int], str]]:
    """Where "chaired by" stands, who is named behind it, and the role; the body stands before."""
    for match in _LED.finditer(text):
        yield match.start(), match.span("list"), _role(match["role"])


def parts(text: str) -> Iterator[tuple[int, tuple[int, int]]]:
    """Where "part of the X" or "a member of X" stands, and X; what belongs to it stands before."""
    for match in _PART.finditer(text):
        group = match["group"]
        if "as part of" in match[0]:
            continue
        if not _NO_GROUP.match(group) and (_IS_BODY.search(group) or re.search(r"\b[A-Z]{2,}\b", group)):
            yield match.start(), match.span("group")


def _role(words: str) -> str:
    lower = (
        " ".join(words.split()) if words.isupper() else " ".join(words.split()).lower().replace("ceo", "CEO")
    )
    return _ROLES.get(lower, lower)

"""Who is named behind a body and an office: "Harbor Council (HC) Deputy Director for Ports Jane Roe".

Or behind an office and its body: "Executive Director and Co-Chair of the Harbor Council Jane Roe".
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from gestae.loaders.attendee_bodies import is_held
from gestae.loaders.body_words import BODY, HONORIFIC, NAME, PLAIN, RANK, office, posts
from gestae.loaders.membership_chambers import CHAMBERS
from gestae.loaders.sought import Sought
from gestae.ontology.english import english

__all__ = ["surnamed", "titled"]

_LINKED = rf"(?: (?:of|for|on|and|the|&))* {PLAIN}"
_SERIES = rf"(?:(?:, {PLAIN}(?: {PLAIN})?){{1,3}}, and {PLAIN}(?: {PLAIN})??)?"
"""The rest of a name that goes on with a series: "Office of Ports, Piers, and Lock Services"."""
_INITIALS = re.compile(
    rf"(?<![A-Z] )(?<![\w.-])(?P<group>[A-Z]{{3,6}}(?:-[A-Z]{{2,5}})?) (?P<role>(?:(?:Vice|Acting|Deputy|Executive|former) )*(?:President|CEO|Chair(?:man|woman)?|[Aa]dministrator|[Cc]ommissioner|[Dd]irector|Secretary[- ]General)) (?P<member>{NAME})"
)
"""A body under its initials, whether or not the text says what they stand for; no country has so many."""
_SURNAME = re.compile(
    r"(?<![A-Z] )(?<![\w.-])(?P<group>[A-Z]{3,6}) (?P<role>(?:Vice |Acting |Deputy |Executive )*(?:[Aa]dministrator|[Cc]ommissioner|[Dd]irector|Chair(?:man|woman)?)) "
    r"(?P<member>[A-Z][\w'-]+)(?= [a-z]|'s |[,.;]|$)"
)
"""A body under its initials and an office before a surname alone: "HCA Administrator Roe"."""
_CHAMBER = re.compile(
    rf"\b(?P<group>Senate) (?P<role>(?:(?:Majority|Minority|Democratic|Republican|Assistant|Deputy) )+(?:Leader|Whip)) (?P<member>{NAME})"
)
"""Who leads a party in a Senate; whose it is the words before it tell."""
_CEO = re.compile(
    rf"\b(?!(?:Former|Founding|Current|Interim|Founder|President|Chair\w*|Co-\w+|Then|And|But|Our|The|Today|Yesterday|Meanwhile|Now) )(?P<group>{PLAIN}(?: {PLAIN}){{0,3}}) "
    rf"(?P<role>(?:(?:Co-)?Founder (?:and|&) |President (?:and|&) |Chair(?:man|woman)? (?:and|&) )?CEO|"
    rf"Executive Director|Chief (?:[A-Z]\w+ ){{1,2}}Officer|Secretary-Treasurer|(?:General|National|International) (?:President|Commander)),? (?P<member>{NAME})"
)
"""Of a company no noun need tell that it is one: "Harbor Motors CEO Jane Roe"."""
_OF_MEMBERS = re.compile(
    rf"(?<![A-Z] )(?<![\w&'/.-])(?P<group>(?:{PLAIN} ){{1,5}}[A-Z]\w+s(?: of America)?) (?P<role>President) (?P<member>{NAME})"
)
"""Of a union or the like that is named by its members: "Harbor Workers President Jane Roe"."""
_HEADS = r"(?:Chair(?:man|woman)?|President|Executive Director|Director|Administrator|Commissioner|Secretary)"
_RANKING = re.compile(
    rf"\b(?P<group>(?:{PLAIN} ){{1,5}}{BODY}(?: (?:of|on|for) (?:the )?{PLAIN}(?:{_LINKED}){{0,5}}?)?) (?:Acting )?{_HEADS} {NAME}(?: \([^()]+\))?,? and "
    rf"(?P<role>Ranking Member|(?:Vice |Deputy |Associate |Assistant |Co-){_HEADS})(?: for {PLAIN}(?:{_LINKED}){{0,4}}?)? (?P<member>{NAME})"
)
"""The second of two who share a body: "Harbor Committee Chair Jane Roe and Ranking Member John Doe"."""
_SERVED = re.compile(
    r" (?:for|of|to) (?:then-)?(?:Governor|President|Senator|Mayor|Congress\w+|Representative)\b"
)
"""For whom somebody is in office, not what the body is for."""
_NAME_GOES_ON = re.compile(r"\b(?:of|on|for|in|to) (?:the )?(?:[A-Z][\w&'-]* )*$")
_NAME_BEFORE = re.compile(rf"{NAME},? (?:(?:[A-Z][\w'-]*|of|to|the|for|and|&) )*$")
"""A name before an office: a name with an honorific behind its body opens the next line of a list whose line breaks are lost."""
_OF_HOUSE = re.compile(r"White House \w+")
"""With one word of the office: "White House Press Secretary"."""


class _Forms(NamedTuple):
    """What depends on what an office is called: the forms of an office with its body, and what names one."""

    titled: re.Pattern[str]
    several: re.Pattern[str]
    head_of: re.Pattern[str]
    behind: re.Pattern[str]
    names_office: re.Pattern[str]
    no_person: re.Pattern[str]


@lru_cache(maxsize=4)
def _forms(post: str) -> _Forms:
    return _Forms(
        titled=re.compile(
            rf"\b(?!(?:Deputy|Acting|Interim|Assistant|Associate|Principal|Senior|Former|Vice) )(?P<group>(?:{PLAIN} ){{0,5}}{BODY}(?:(?: (?:of|on|for) (?:the )?){PLAIN}(?:{_LINKED}){{0,7}}?)?|"
            r"(?<![A-Z] )(?<!-)[A-Z]{3,8})"
            rf"(?: \([A-Z][A-Z&-]{{1,8}}\))?(?:'s)? (?P<role>{post})(?: (?:for|of|on|to) (?:the )?{PLAIN}(?:{_LINKED}){{0,5}}?)?,? {RANK}?"
            rf"(?P<member>(?:(?:Dr|Mr|Ms|Mrs)\. )?{NAME})"
        ),
        # the first of two offices with its body: "Harbor Council Member and Director of the Pilot Fund Jane Roe"
        several=re.compile(
            rf"\b(?P<group>(?:{PLAIN} ){{0,5}}{BODY}) (?P<role>{post}) and {post} (?:of|for|on|to) (?:the )?{PLAIN}(?:{_LINKED}){{0,7}}? (?P<member>(?!(?:{PLAIN} ){{0,3}}{BODY}\b){NAME})"
        ),
        # the office before the body; of a body with a tail of its own ("Office of Ports") the parser tells where the name begins
        head_of=re.compile(
            rf"(?<!to the )\b(?P<role>{post}(?:,? and {post})?) (?:of|for|at) (?:the )?(?P<group>(?:{PLAIN} ){{0,5}}{BODY}(?: (?:of|on|for) (?:the )?{PLAIN}(?:{_LINKED}){{0,7}}?{_SERIES})?)"
            rf"(?: \([A-Z][A-Z&-]{{1,8}}\))? {RANK}?(?P<member>(?!The |His |Her )(?:Dr\. )?{NAME})"
        ),
        # the body and the office behind the name: "Jane Roe, Harbor Policy Council Director, met them"
        behind=re.compile(
            rf"\b(?P<member>{NAME})(?:,| is| was| became| serves as| served as) (?:the )?(?:[A-Z][^,.;()]{{2,60}}? and )?(?!(?:Deputy|Acting|Interim|Assistant|Associate|Principal|Senior|Former|Vice|Managing|Executive|Chief|Alternate) )"
            rf"(?P<group>(?:White House(?: {PLAIN}){{0,4}}?|(?:{PLAIN} ){{1,5}}?{BODY}(?: (?:of|on|for) (?:the )?{PLAIN}(?:{_LINKED}){{0,5}}?)?)) (?P<role>{post})"
            rf"(?: (?:for|of|on) (?:the )?{PLAIN}(?:{_LINKED}){{0,5}}?)?(?=[,;.]|$| and | \()"
        ),
        names_office=re.compile(post),
        no_person=re.compile(rf"\b(?:{BODY}|{post})\b|^{HONORIFIC}$"),
    )


_PATTERNS = tuple(
    Sought(pattern, needs)
    for pattern, needs in (
        (_CEO, (("CEO", "Executive Director", " Officer ", "-Treasurer", "l President", "l Commander"),)),
        (
            _RANKING,
            (
                (
                    " and Ranking ",
                    " and Vice ",
                    " and Co-",
                    " and Deputy ",
                    " and Associate ",
                    " and Assistant ",
                ),
            ),
        ),
        (_OF_MEMBERS, (("s President", "s of America President"),)),
        (_INITIALS, (("President", "CEO", "Chair", "Secretary", "dministrator", "ommissioner", "irector"),)),
        (_CHAMBER, (("Senate ",), ("Leader", "Whip"))),
    )
)
_FOR_BODY = re.compile(rf"^.*\b{BODY} for (?:the )?(?=(?:{PLAIN} )*{BODY}$)")
"""For whose head somebody works: "Chief of Cabinet for Harbor Council President Jane Roe"."""
_STYLED = re.compile(
    r"(?: [A-Z]\w+){1,2} (?:Governor|Senator|Mayor|Congress(?:wo)?man|General|Admiral|Ambassador)$"
)
"""How the person behind a body is styled: "Chair of the Harbor Council Ohio Governor Jane Roe"."""
_IS_BODY = re.compile(rf"\b{BODY}$")
_STOPS = frozenset(",;.")
_LEADING = frozenset({"secretary", "leader", "speaker", "whip"})
_SHORT_PLACES = frozenset({"USA", "UAE", "ROK", "DPRK", "PRC", "DRC", "USSR", "CEO", "THE"})


def titled(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int], str]]:
    """The spans of each person and body that are named so, and the office; `text` has plain quotes and no line breaks."""
    forms = _forms(office())
    by_post = forms[:4] if any(_names(text, *post) for post in posts(text)) else ()
    for match in (found for pattern in (*_PATTERNS, *by_post) for found in pattern.finditer(text)):
        if (match["group"] in CHAMBERS) != (match.re is _CHAMBER):
            continue
        if match["group"] in _SHORT_PLACES or _SERVED.search(match["group"]):
            continue
        if any(is_held(word.removesuffix("s")) for word in match["member"].split()[:-1] if word[-1] == "s"):
            continue  # "Executive Vice Presidents Jane Roe and John Doe"
        if match.re is forms.titled and not _IS_BODY.search(match["group"]) and _is_elsewhere(match["role"]):
            continue
        before = text[max(0, match.start() - 60) : match.start()]
        if match.re is _CEO and (forms.names_office.search(match["group"]) or _NAME_GOES_ON.search(before)):
            continue
        if match["member"].startswith("Dr. ") and match.re is forms.head_of and _NAME_BEFORE.search(before):
            continue
        start, end = match.span("group")
        if styled := _STYLED.search(match["group"]):
            end = start + styled.start()
        if _OF_HOUSE.fullmatch(match["group"]):
            end = start + len("White House")
        if served := _FOR_BODY.search(match["group"]):
            start += served.end()
        if not forms.no_person.search(match["member"]):
            yield match.span("member"), (start, end), match["role"].lower().replace("ceo", "CEO")


def _is_elsewhere(role: str) -> bool:
    """Whether what stands before an office in capitals may be where it is held rather than its body."""
    return role.split()[-1].lower() in english().classes["held-elsewhere"] - _LEADING


def _names(text: str, start: int, end: int) -> bool:
    """Whether an office may stand in a title: with a capital, right before a name, or at the end of its phrase."""
    return text[start].isupper() or text[end : end + 1] in _STOPS or text[end : end + 2].strip()[:1].isupper()


_SURNAMES = Sought(_SURNAME, (("dministrator", "ommissioner", "irector", "Chair"),))


def surnamed(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int], str]]:
    """The same of those of whom only the surname stands behind an office of a body under its initials."""
    for match in _SURNAMES.finditer(text):
        if match["group"] not in _SHORT_PLACES:
            yield match.span("member"), match.span("group"), match["role"].lower()

"""Who is named behind a body and an office: "Harbor Council (HC) Deputy Director for Ports Jane Roe".

Or behind an office and its body: "Executive Director and Co-Chair of the Harbor Council Jane Roe".
"""

import re
from collections.abc import Iterator

from gestae.loaders.membership_chambers import CHAMBERS
from gestae.loaders.membership_offices import BODY, CAPITAL, HONORIFIC, NAME
from gestae.loaders.sought import Sought

__all__ = ["surnamed", "titled"]

_PLAIN = CAPITAL.replace("'", "")
_LINKED = rf"(?: (?:of|for|on|and|the|&))* {_PLAIN}"
_SERIES = rf"(?:(?:, {_PLAIN}(?: {_PLAIN})?){{1,3}}, and {_PLAIN}(?: {_PLAIN})??)?"
"""The rest of a name that goes on with a series: "Office of Ports, Piers, and Lock Services"."""
_OFFICE = (
    r"(?:(?:Co-|Vice |Deputy |Acting |Interim |Executive |Associate |Assistant |Managing |Principal |Senior |Under |Former |Chief |Regional |"
    r"Majority |Minority |Democratic |Republican |Press )*"
    r"(?:(?<=Chief )[A-Z]\w+ )?(?:Chair(?:man|woman|person)?|President|CEO|Director(?: General|-General)?|Administrator|Commissioner|Secretary(?:[- ]General)?|"
    r"Member|Coordinator|Counsel|Advis[eo]r|Economist|Scientist|Officer|Leader|Whip|Speaker|Deputy|Counselor|Chief of Staff|Dean|Head))"
)
_TITLED = re.compile(
    rf"\b(?!(?:Deputy|Acting|Interim|Assistant|Associate|Principal|Senior|Former|Vice) )(?P<group>(?:{_PLAIN} ){{0,5}}{BODY}(?:(?: (?:of|on|for) (?:the )?){_PLAIN}(?:{_LINKED}){{0,7}}?)?|"
    r"(?<![A-Z] )(?<!-)[A-Z]{3,8})"
    rf"(?: \([A-Z][A-Z&-]{{1,8}}\))?(?:'s)? (?P<role>{_OFFICE})(?: (?:for|of|on|to) (?:the )?{_PLAIN}(?:{_LINKED}){{0,5}}?)?,? "
    rf"(?P<member>(?:(?:Dr|Mr|Ms|Mrs)\. )?{NAME})"
)
_SEVERAL = re.compile(
    rf"\b(?P<group>(?:{_PLAIN} ){{0,5}}{BODY}) (?P<role>{_OFFICE}) and {_OFFICE} (?:of|for|on|to) (?:the )?{_PLAIN}(?:{_LINKED}){{0,7}}? (?P<member>(?!(?:{_PLAIN} ){{0,3}}{BODY}\b){NAME})"
)
"""The first of two offices with its body: "Harbor Council Member and Director of the Pilot Fund Jane Roe"."""
_HEAD_OF = re.compile(
    rf"(?<!to the )\b(?P<role>{_OFFICE}(?:,? and {_OFFICE})?) (?:of|for|at) the (?P<group>(?:{_PLAIN} ){{0,5}}{BODY}(?: (?:of|on|for) (?:the )?{_PLAIN}(?:{_LINKED}){{0,7}}?{_SERIES})?)"
    rf"(?: \([A-Z][A-Z&-]{{1,8}}\))? (?P<member>(?!The |His |Her )(?:Dr\. )?{NAME})"
)
"""The office before the body; of a body with a tail of its own ("Office of Ports") the parser tells where the name begins."""
_NAMED_BEFORE = re.compile(rf"{NAME},? (?:(?:[A-Z][\w'-]*|of|to|the|for|and|&) )*$")
"""A name before an office: a name with an honorific behind its body opens the next line of a list whose line breaks are lost."""
_BEHIND = re.compile(
    rf"\b(?P<member>{NAME}), (?:the )?(?:[A-Z][^,.;()]{{2,60}}? and )?(?!(?:Deputy|Acting|Interim|Assistant|Associate|Principal|Senior|Former|Vice|Managing|Executive|Chief|Alternate) )"
    rf"(?P<group>(?:White House(?: {_PLAIN}){{0,4}}?|(?:{_PLAIN} ){{1,5}}?{BODY}(?: (?:of|on|for) (?:the )?{_PLAIN}(?:{_LINKED}){{0,5}}?)?)) (?P<role>{_OFFICE})"
    rf"(?: (?:for|of|on) (?:the )?{_PLAIN}(?:{_LINKED}){{0,5}}?)?(?=[,;.]|$| and | \()"
)
"""The body and the office behind the name: "Jane Roe, Harbor Policy Council Director, met them"."""
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
    rf"\b(?!(?:Former|Founding|Current|Interim|Founder|President|Chair\w*|Co-\w+|Then|And|But|Our|The|Today|Yesterday|Meanwhile|Now) )(?P<group>{_PLAIN}(?: {_PLAIN}){{0,3}}) "
    rf"(?P<role>(?:(?:Co-)?Founder (?:and|&) |President (?:and|&) |Chair(?:man|woman)? (?:and|&) )?CEO|"
    rf"Executive Director|Chief (?:[A-Z]\w+ ){{1,2}}Officer|Secretary-Treasurer|(?:General|National|International) (?:President|Commander)),? (?P<member>{NAME})"
)
"""Of a company no noun need tell that it is one: "Harbor Motors CEO Jane Roe"."""
_OF_MEMBERS = re.compile(
    rf"(?<![A-Z] )(?<![\w&'/.-])(?P<group>(?:{_PLAIN} ){{1,5}}[A-Z]\w+s(?: of America)?) (?P<role>President) (?P<member>{NAME})"
)
"""Of a union or the like that is named by its members: "Harbor Workers President Jane Roe"."""
_RANKING = re.compile(
    rf"\b(?P<group>(?:{_PLAIN} ){{1,5}}{BODY}(?: (?:of|on|for) (?:the )?{_PLAIN}(?:{_LINKED}){{0,5}}?)?) (?:Chair(?:man|woman)?|President) {NAME}(?: \([^()]+\))?,? and "
    rf"(?P<role>Ranking Member|Vice Chair(?:man|woman)?|Co-Chair|Vice President) (?P<member>{NAME})"
)
"""The second of two who share a body: "Harbor Committee Chair Jane Roe and Ranking Member John Doe"."""
_SERVED = re.compile(
    r" (?:for|of|to) (?:then-)?(?:Governor|President|Senator|Mayor|Congress\w+|Representative)\b"
)
"""For whom somebody is in office, not what the body is for."""
_NAME_GOES_ON = re.compile(r"\b(?:of|on|for|in|to) (?:the )?(?:[A-Z][\w&'-]* )*$")
_IS_OFFICE = re.compile(rf"\b{_OFFICE}\b")
_NO_PERSON = re.compile(rf"\b(?:{BODY}|{_OFFICE})\b|^{HONORIFIC}$")


_OF_HOUSE = re.compile(r"White House \w+")
"""With one word of the office: "White House Press Secretary"."""
_OFFICES = (
    "Chair", "President", "CEO", "Director", "Administrator", "Commissioner", "Secretary", "Member", "Coordinator", "Counsel", "Advis",
    "Economist", "Scientist", "Officer", "Leader", "Whip", "Speaker", "Deputy", "Chief of Staff", "Dean", "Head",
)  # fmt: skip
"""What each office of `_OFFICE` holds."""
_PATTERNS = tuple(
    Sought(pattern, needs)
    for pattern, needs in (
        (_TITLED, (_OFFICES,)),
        (_SEVERAL, (_OFFICES, (" and ",))),
        (_HEAD_OF, (_OFFICES, (" of the ", " for the ", " at the "))),
        (_CEO, (("CEO", "Executive Director", " Officer ", "-Treasurer", "l President", "l Commander"),)),
        (_RANKING, ((" and Ranking ", " and Vice ", " and Co-Chair "),)),
        (_OF_MEMBERS, (("s President", "s of America President"),)),
        (_BEHIND, (_OFFICES, (", ",))),
        (_INITIALS, ((*_OFFICES, "dministrator", "ommissioner", "irector"),)),
        (_CHAMBER, (("Senate ",), ("Leader", "Whip"))),
    )
)
_STYLED = re.compile(
    r"(?: [A-Z]\w+){1,2} (?:Governor|Senator|Mayor|Congress(?:wo)?man|General|Admiral|Ambassador)$"
)
"""How the person behind a body is styled: "Chair of the Harbor Council Ohio Governor Jane Roe"."""
_SHORT_PLACES = frozenset({"USA", "UAE", "ROK", "DPRK", "PRC", "DRC", "USSR", "CEO", "THE"})


def titled(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int], str]]:
    """The spans of each person and body that are named so, and the office; `text` has plain quotes and no line breaks."""
    for match in (found for pattern in _PATTERNS for found in pattern.finditer(text)):
        if (match["group"] in CHAMBERS) != (match.re is _CHAMBER):
            continue
        if match["group"] in _SHORT_PLACES or _SERVED.search(match["group"]):
            continue
        before = text[max(0, match.start() - 60) : match.start()]
        if match.re is _CEO and (_IS_OFFICE.search(match["group"]) or _NAME_GOES_ON.search(before)):
            continue
        if match["member"].startswith("Dr. ") and match.re is _HEAD_OF and _NAMED_BEFORE.search(before):
            continue
        start, end = match.span("group")
        if styled := _STYLED.search(match["group"]):
            end = start + styled.start()
        if _OF_HOUSE.fullmatch(match["group"]):
            end = start + len("White House")
        if not _NO_PERSON.search(match["member"]):
            yield match.span("member"), (start, end), match["role"].lower().replace("ceo", "CEO")


_SURNAMES = Sought(_SURNAME, (("dministrator", "ommissioner", "irector", "Chair"),))


def surnamed(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int], str]]:
    """The same of those of whom only the surname stands behind an office of a body under its initials."""
    for match in _SURNAMES.finditer(text):
        if match["group"] not in _SHORT_PLACES:
            yield match.span("member"), match.span("group"), match["role"].lower()

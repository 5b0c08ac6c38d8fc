"""Who holds which office of a body: "Jane Roe, Chair of the Council on …", "Acme's CEO Jane Roe"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["BODY", "Pair", "chairs", "offices", "parts"]

_CAP = r"[A-Z][\w.'&/-]*"
_PERSON = rf"(?:{_CAP} ){{1,4}}[A-Z][\w'-]+(?: (?:Jr|Sr|II|III|IV)\b\.?)?"
_OFFICE = (
    r"(?:[Cc]o-?|[Vv]ice[- ]|[Dd]eputy |[Aa]cting |[Ii]nterim |[Ee]xecutive |[Ff]ounding |[Aa]ssociate |[Aa]ssistant |[Mm]anaging |[Nn]ational |[Ff]ormer |[Ss]enior )*"
    r"(?:[Cc]hair(?:man|woman|person)?|[Pp]resident|CEO|[Cc]hief [Ee]xecutive(?: [Oo]fficer)?|[Dd]irector(?: General)?|[Aa]dministrator|"
    r"[Cc]ommissioner|[Ss]ecretary(?:[- ]General)?|[Ff]ounder|[Hh]ead|[Mm]ember|[Gg]overnor|[Pp]artner|[Ss]pokes\w+|[Cc]oordinator)"
    r"(?:(?: and |, | & |/)(?:CEO|COO|[Cc]hief [Ee]xecutive(?: [Oo]fficer)?|[Cc]o-?[Ff]ounder|[Ff]ounder|[Cc]hair(?:man)?|[Pp]resident|[Ee]xecutive [Dd]irector))?"
)
BODY = (
    r"(?:Task Force|[Tt]ask [Ff]orce|Council|Commission|Committee|Subcommittee|Board|Panel|Delegation|Group|Team|Coalition|Alliance|"
    r"Partnership|Network|Caucus|Cabinet|Consortium|Federation|Union|Forum|Department|Agency|Administration|Bureau|Office|Institute|"
    r"Institutes|Center|Centers|Foundation|Fund|Bank|University|College|School|Association|Society|Service|Corps|Authority|Corporation|Court|"
    r"Company|Organization|League|Assembly|Conference|Division|Unit|Directorate|Command|Commons|Trust|Initiative|Campaign|Project|Party|"
    r"Senate|House|Congress|Parliament|Quad|Guard|Reserve|Army|Navy|Force)"
)
_ORG = rf"{_CAP}(?:(?:,? (?:of|for|on|and|the|to|in|&|at|de))* {_CAP}){{0,12}}"
_APPOSED = re.compile(
    rf"\b(?P<member>{_PERSON})(?: \([^()]{{1,14}}\))?, (?:the |a |an )?(?P<role>{_OFFICE})(?:,| of| for| at| on) (?:the )?(?P<group>{_ORG})"
)
_POSSESSED = re.compile(
    rf"\b(?P<group>{_CAP}(?: {_CAP}){{0,4}})'s (?P<role>(?:[Cc]o-?)?(?:CEO|COO|CFO|Chair(?:man|woman)?|President|Founder|Executive Director|Managing Director|"
    rf"Chief [A-Z]\w+ Officer|Director)(?:(?: and |, | & )(?:Co-?)?(?:CEO|Founder|Chair(?:man)?|President))?) (?P<member>[A-Z][\w'-]+(?: [A-Z][\w.'-]*){{1,2}})"
)
_IS_BODY = re.compile(rf"\b{BODY}s?\b")
_NO_GROUP = re.compile(r"^(?:United States|America|President|Nation|World|State|Israel|Ukraine|U\.S\.)(?:$| of America)")
_HEADED = re.compile(
    rf"\b(?:[Tt]he |[Tt]his |[Ii]ts |[Oo]ur |[Aa]n? )?(?P<group>(?:{_CAP} )*(?:of |on |for |to |and |the |{_CAP} )*?(?:{BODY}|{BODY.lower()}|[A-Z]{{3,8}})(?: (?:on|for|of|to) (?:the )?{_ORG})?"
    r")(?: \([^()]{1,20}\))?,?(?: is| was| are| were| shall be| will be| to be| be| that is| which is)? (?P<role>(?:co-)?(?:chaired|led|headed|presided over)) (?:jointly )?by (?P<list>[^.;:\n]{4,300})"
)
_HEADS = re.compile(
    rf"\b(?P<member>(?:[Tt]he )?{_CAP}(?:(?:,? (?:of|for|on|and|the|to))* {_CAP}){{0,9}}) (?:shall |will |also |to )?(?P<role>(?:co-)?chairs?|heads)(?:ed)? "
    rf"the (?P<group>{_ORG})"
)
_PART = re.compile(
    r",? (?:(?:each|both|all|which) )?(?:is |are |was |were |as )?(?:(?:first |originally |also )?(?:established|created|founded|formed|housed) as )?"
    r"(?:(?:an? |the )?(?:[\w-]+ )?(?:part|component|subdivision|division|arm|branch|bureau|subsidiary|member|unit|wing|sub-agency|operating unit) of|members of|housed within|housed in|located within) "
    rf"(?:the )?(?P<group>{_ORG})"
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A member and a group as spans of a text; `member` may be a list to be taken apart."""

    member: tuple[int, int]
    group: tuple[int, int]
    role: str | None = None
    listed: bool = False


def offices(text: str) -> Iterator[Pair]:
    """Who is named with an office of a body."""
    for pattern in (_APPOSED, _POSSESSED):
        for match in pattern.finditer(text):
            group = match["group"]
            if _NO_GROUP.match(group) or match["member"].isupper():
                continue
            if pattern is _APPOSED and not (_IS_BODY.search(group) or _member_of(match)):
                continue
            yield Pair(match.span("member"), match.span("group"), _role(match["role"]))


def _member_of(match: re.Match[str]) -> bool:
    return match["role"].lower().split()[-1] in {"ceo", "founder", "member"} or match["group"].isupper()


def chairs(text: str) -> Iterator[Pair]:
    """Who chairs, leads or heads a body."""
    for match in _HEADED.finditer(text):
        yield Pair(match.span("list"), match.span("group"), _role(match["role"]), listed=True)
    for match in _HEADS.finditer(text):
        if _IS_BODY.search(match["group"]):
            yield Pair(match.span("member"), match.span("group"), _role(match["role"]))


def parts(text: str) -> Iterator[tuple[int, tuple[int, int]]]:
    """Where "part of the X" or "a member of X" stands, and X: what belongs to it stands before."""
    for match in _PART.finditer(text):
        if _IS_BODY.search(match["group"]) or re.search(r"\b[A-Z]{2,}\b", match["group"]):
            yield match.start(), match.span("group")


def _role(words: str) -> str:
    lower = " ".join(words.split())
    return {"chaired": "chair", "led": "leader", "headed": "head", "co-chaired": "co-chair", "co-led": "co-leader", "chairs": "chair", "chair": "chair", "heads": "head"}.get(lower, lower)

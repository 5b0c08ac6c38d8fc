"""Who holds an office by what stands behind the name: "Jane Roe, the acting counsel for ports at the Harbor Bureau"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache

from gestae.loaders.body_words import BODY, CAPITAL, HONORIFIC, NAME, ORGANIZATION, office, posts
from gestae.loaders.membership_offices import Pair, is_agency, is_nobody, role_of, with_series, within_name
from gestae.loaders.membership_posts import HEADED, body_of_post, headed
from gestae.ontology.english import english

__all__ = ["held"]

_PLAIN = r"(?!(?:of|in|with|who|that|which|for|to|at|by|from|on|or|as|is|was|were|are|has|had|have|said|not)\b)[\w'&-]+ "
"""A word of an office, or of whose it is: no preposition and no verb that often stands behind a name."""
_STANDING_IN = (
    r"(?:(?:[Ss]enior [Oo]fficial )?[Pp]erforming the (?:[Nn]on-[Ee]xclusive )?(?:[Dd]uties|[Ff]unctions)"
    r"(?: and (?:[Dd]uties|[Ff]unctions))? of (?:the )?)?"
)
_BEHIND_NAME = re.compile(
    rf"\b(?P<member>{HONORIFIC}{NAME})(?: of {CAPITAL}(?: {CAPITAL}){{0,2}})?(?: \([^()]{{1,20}}\))?(?:, |(?: (?:also|currently|now))* (?:is|was|became|serves as|served as) (?=(?:the )?[A-Z][\w' ]+'s ))"
    rf"(?:who (?:is|was|serves as|served as) |now |currently |formerly )?{_STANDING_IN}"
    rf"(?P<phrase>(?:the |an? |its |our )?(?:{_PLAIN}){{0,6}}|(?:[A-Z][\w'.&-]* (?:(?:of|to|the|for|and|&|in) )*){{0,8}})$"
)
"""A name and the beginning of an office, right before its noun."""
_BEHIND_OFFICE = re.compile(
    r"(?: (?:of|for|in|on) (?:[a-z-]+ ){1,4}?(?=(?:at|in|for|with|of|on) (?:the )?[A-Z]))?"
    rf"(?:,| ?(?:of|for|at|in|with|on|within)) (?:the |its |our |an? )?(?:[a-z'-]+ )?(?P<group>{ORGANIZATION})"
)
"""What an office is for, and its body: " of law at the Harbor School"."""
_ENDS = re.compile(r" ?(?:[,.;:()]|$)| (?:and )?[a-z]")
"""What stands behind a body that a comma alone joins to the office before it."""
_ANOTHER = re.compile(
    rf"(?: \([A-Z]{{2,8}}\))?(?:;|,)?(?: and)? (?:(?:the|an?|its|also|as|currently|formerly) )*(?:{_PLAIN}){{0,5}}"
)
"""What joins a further post to a body that somebody is named with: "director of the Harbor Fund; and former trustee of the Pilot School"."""
_OWNER = re.compile(r"(?:the )?(?P<owner>[\w&' -]+)'s (?:[\w-]+ ){0,4}$", re.I)
_INITIALS = re.compile(r"[A-Z]{3,8}(?![\w-])(?! [A-Z])")
_SHORT_FORM = re.compile(r" \((?P<initials>[A-Z]{2,8})\)")
_CAPITALISED = re.compile(r"(?<![\w'-])[A-Z][\w'-]*")
_CAUSE = re.compile(r"(?:[A-Z]\w+ )*[A-Z]\w+s for (?:[A-Z]\w+ ?)+$")
"""The name of an association of people for something: "Mothers for Open Harbors"."""
_ANY_BODY = re.compile(rf"\b{BODY}s?$")
_OF_ANY = re.compile(
    r"(?:CEO|founder|member|executive director|executive officer|chief executive|owner|editor|publisher|reporter|correspondent|columnist|coach)$"
)
"""Offices whose body needs no noun that tells one."""
_ABROAD = frozenset({"ambassador", "envoy", "representative", "consul", "senator", "delegate"})
_SERVING = frozenset({"attorney", "lawyer", "consultant"})
_NOT_YET = re.compile(r"\b(?:[Nn]ominee|[Cc]andidate|[Aa]ppointee)\b")
_FAR = 200
_AT_FIRM = re.compile(
    rf"(?: (?:of|for|in) [a-z][a-z-]*(?:,? (?:and )?[a-z][a-z-]*){{0,4}})?(?:,? (?:at|with)| (?P<for>for)| (?P<of>of)) (?P<group>{CAPITAL}(?:(?: (?:&|and|for|of))? {CAPITAL}){{0,5}})"
    rf"(?=[,.;:)]|$| (?:in|who|and|said|told|has|was|is)\b)"
)
"""What an office is for, and a body by its name alone: " of public policy at Green Sails"."""
_OF_FIRMS = frozenset({"president", "chairman", "chairwoman", "chair", "partner", "executive", "officer", "spokesperson", "spokesman", "spokeswoman"})  # fmt: skip
_FOR_FIRMS = frozenset({"spokesperson", "spokesman", "spokeswoman", "lobbyist", "reporter", "correspondent"})
_MANAGING = re.compile(r"\b(?:[Mm]anaging|[Gg]eneral) [Dd]irector$")
_OF_CREW = re.compile(
    rf"an? (?:[a-z-]+ ){{0,2}}(?P<group>{CAPITAL}(?: (?:& )?{CAPITAL}){{0,3}}) (?:[a-z-]+ ){{0,2}}$"
)


def held(
    text: str, kind: Callable[[str], str], is_firm: Callable[[int, int], bool] = lambda _, __: False
) -> Iterator[Pair]:
    """Whom a text names with an office behind the name; `text` has plain quotes and no line breaks.

    `kind` tells of a name what the authority files know it for, empty where they do not know it; `is_firm` of a span
    whether it may be that of a body though no noun in it says so ("a pilot at Green Sails").
    """
    so_far: Pair | None = None
    for first, last in posts(text):
        if so_far and _ANOTHER.fullmatch(text, so_far.group[1], first):
            titled = _at_the_end(office()).search(text[so_far.group[1] : last])
            further = role_of(titled[0]) if titled else None
            group = _body(text, first, last, further or "", kind)
            if group is not None and not is_nobody(text[slice(*group)]):
                so_far = replace(so_far, group=with_series(text, *group), role=further)
                yield so_far
                continue
        before = _BEHIND_NAME.search(text, max(0, first - _FAR), first)
        if before is None or _NOT_YET.search(before[0]):
            continue
        member = _name(*before.span("member"), before["member"])
        if not _is_someone(text[slice(*member)], kind):
            continue
        role = _at_the_end(office()).search(text[before.start("phrase") : last])
        told = role_of(role[0]) if role else None
        group = (
            _owner(text, *before.span("phrase"))
            or _body(text, first, last, told or "", kind)
            or _employer(text, first, last, is_firm)
            or _crew(text, *before.span("phrase"), is_firm)
        )
        if group is not None and not is_nobody(text[slice(*group)]):
            inside = within_name(text, member[0])
            plain = before["phrase"][:1].islower() or text[first].islower()
            so_far = Pair(member, with_series(text, *group), told, plain, plain or inside)
            yield so_far


@lru_cache(maxsize=4)
def _at_the_end(post: str) -> re.Pattern[str]:
    """An office on which a phrase ends; `post` is what an office is called."""
    return re.compile(rf"{post}$")


def _name(start: int, end: int, words: str) -> tuple[int, int]:
    """A name without the body and the office before it: "Harbor Agency Director Jane Roe"."""
    named = list(posts(words)) if is_agency(words) else []
    rest = words[named[-1][1] :].strip() if named else ""
    return (end - len(rest), end) if " " in rest else (start, end)


def _is_someone(member: str, kind: Callable[[str], str]) -> bool:
    """Whether capitalised words before an office may be a person's name, not an office, a body or a place."""
    last = member.split()[-1].lower()
    classes = english().classes
    office = any(last in classes[name] for name in ("post", "rank", "office-end"))
    return not (
        office or member.isupper() or is_agency(member) or HEADED.search(member) or kind(member) == "place"
    )


def _owner(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The body whose officer somebody is: "the Harbor Agency's chief", "the agency's chief"."""
    found = _OWNER.match(text, start, end)
    if found is None:
        return None
    last = found["owner"].split()[-1]
    named = HEADED.search(found["owner"]) or _INITIALS.fullmatch(found["owner"])
    return found.span("owner") if named or last in english().classes["body-kind"] else None


def _body(text: str, first: int, last: int, role: str, kind: Callable[[str], str]) -> tuple[int, int] | None:
    """The body that stands behind an office at `text[first:last]`."""
    behind = _BEHIND_OFFICE.match(text, last)
    if behind is None:
        return None
    noun = text[first:last].lower()
    if noun in _ABROAD or (noun in _SERVING and text.startswith(" for ", last)):
        return None
    initials = _INITIALS.match(text, behind.start("group"))
    if initials and kind(initials[0]) == "organization":
        return initials.span()
    if short := _abbreviated(text, *behind.span("group")):
        return short
    found = body_of_post(text, first, behind.end())
    if found is None:
        whole = headed(text, *behind.span("group")) if text[last] == "," else None
        whole = whole or (behind.span("group") if _ANY_BODY.search(behind["group"]) else None)
        if whole is None and (_OF_ANY.search(role) or _CAUSE.match(behind["group"])):
            return behind.span("group")
        found = whole
    if found is None:
        return None
    words = text[slice(*found)]
    if text[last] == "," and not _ENDS.match(text, found[1]):
        return None
    headless = not (_ANY_BODY.search(words) or HEADED.search(words) or _CAUSE.match(words))
    if headless and not _OF_ANY.search(role) and kind(words) != "organization":
        return None
    return None if kind(words) == "place" else found


def _employer(
    text: str, first: int, last: int, is_firm: Callable[[int, int], bool]
) -> tuple[int, int] | None:
    """The body at which somebody holds an office, or of which they lead what they do, where no noun in its name tells one."""
    behind = _AT_FIRM.match(text, last)
    if behind is None:
        return None
    noun = text[first:last].lower()
    if behind["for"] and noun not in _FOR_FIRMS:
        return None
    if behind["of"] and not (noun in _OF_FIRMS or _MANAGING.search(text, 0, last)):
        return None
    return behind.span("group") if is_firm(*behind.span("group")) else None


def _crew(text: str, start: int, end: int, is_firm: Callable[[int, int], bool]) -> tuple[int, int] | None:
    """The body before what somebody is of it: "Jane Roe, a former Acme engineer"."""
    own = _OF_CREW.match(text, start, end)
    return own.span("group") if own and is_firm(*own.span("group")) else None


def _abbreviated(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The last words of a name for which initials in brackets stand behind it: "Brotherhood of Pilots (BP)"."""
    short = _SHORT_FORM.match(text, end)
    if short is None:
        return None
    words = list(_CAPITALISED.finditer(text, start, end))
    own = words[-len(short["initials"]) :]
    return (own[0].start(), end) if "".join(m[0][0] for m in own) == short["initials"] else None

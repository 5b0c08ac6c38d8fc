"""Members on one side of a phrase and their body on the other: "Norway and other members of the Harbor Pact", "as chair of the Harbor Pact, Norway"."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from gestae.loaders.attendee_bodies import is_held
from gestae.loaders.body_words import BODY, CAPITAL, PLAIN
from gestae.loaders.membership_denied import denied, supposed
from gestae.loaders.membership_groups import is_joinable
from gestae.loaders.membership_lists import items
from gestae.loaders.membership_offices import is_nobody, role_of
from gestae.loaders.membership_posts import HEADED
from gestae.loaders.numerals import WORDS
from gestae.loaders.sought import Sought

__all__ = ["Linked", "is_pact", "linked"]


class Linked(NamedTuple):
    """The spans of a member and of its body, and what the one is of the other."""

    member: tuple[int, int]
    group: tuple[int, int]
    role: str | None


_LIST = rf"(?P<list>(?:the )?{CAPITAL}(?:(?:,? (?:and|of|the|for|&|as well as))*,? {CAPITAL}){{0,40}})"
_NAMED = rf"(?P<list>{PLAIN}(?:(?:,? (?:and|of|the))*,? {PLAIN}){{0,8}})"
_OWNERS = rf"{_NAMED}'s?"
_SMALL = (
    r"(?: (?:delegation|team|task force|working group|coalition|council|board|committee|panel|alliance))?"
)
_AND_OFFICE = r",? and the (?:[A-Z]\w+ ){0,3}(?:Director|Secretary|Administrator|Chair|Attorney|Assistant|Office|Department|Bureau|Agency)\b"
_GROUP = (
    rf"(?P<group>{CAPITAL}(?: (?:& )?{CAPITAL}){{0,7}}{_SMALL}"
    rf"(?: (?:of|on|for|to|against) (?:the )?{CAPITAL}(?:(?!{_AND_OFFICE})(?:,? (?:and|of|the|for|on|to|&))* {CAPITAL}){{0,8}})?)(?: \([A-Z]{{2,8}}\))?"
)
_HEADED = rf"(?P<group>(?:{PLAIN} (?:(?:of|on|for) (?:the )?)?){{0,6}}?(?:{BODY}|Pact|Accords?|Pledge|Compact|Initiative)|(?<![A-Z] )[A-Z]{{3,8}}|EU|UN|G-?\d+)"
"""A body before a noun that says who is of it: "the Harbor Pact allies"."""
_SORT = (
    r"(?:(?:founding|current|full|proud|new|newest|latest|longtime|long-standing|longstanding|active|rotating|core|key|close|permanent|"
    r"non-permanent|original|first|next|fellow|other|treaty|\w+(?:st|nd|rd|th)) )*"
)
_NATIONS = r"(?i:members?|allies|ally|partners?|signator(?:y|ies)|participants?)(?:(?<=member) (?:states?|countr(?:y|ies)|nations?|governments?|compan(?:y|ies)|econom(?:y|ies)))?"
_SEVERAL = (
    r"(?i:members|allies|partners|signatories|participants|countries|nations|states|governments|companies|agencies|economies|"
    r"member (?:states|countries|nations|governments|companies|economies))"
)
_CHAIR = r"(?i:(?:co-?|vice[- ])?(?:chair(?:man|woman|person)?s?|presidents?|hosts?)|co-?leads?)"
_OFFICE = r"(?:(?:co-?)?(?:chairmanship|chairship)|presidency)"
_VOTING = r"(?:(?:[Ee]x[- ][Oo]fficio|[Nn]on-?voting|[Hh]onorary|permanent|statutory|standing) )*"
_LEADING = r"(?:(?:co-?)?(?:chairmanship|chairship|leadership|direction)|presidency|stewardship)"
_SUCH = r"(?:,? (?:including|such as|like|namely|notably|among them):?,?)"
_WITH = r"(?:[Aa]long with|[Tt]ogether with|[Aa]longside|[Ll]ike|[Jj]oined by|[Ww]ith)"
_PART = r"(?:members?|partners?|allies|ally)"
_BEHIND = {
    # the body before its members
    "as": (rf"(?:^|(?<=[.!?;:,\"] )|(?<=\band )|(?<=\n))[Aa]s (?:an? |the |this year's )?{_SORT}(?P<role>{_CHAIR}|{_PART}) of (?:the )?{_GROUP}(?: this year| in \d{{4}})?, {_LIST}", ((" of ",), ("As ", "as "))),
    "with others": (rf"\b{_WITH} (?:the |its |their |our )?(?:other|fellow) {_SORT}{_SEVERAL} (?:of|in) (?:the )?{_GROUP}, {_LIST}", ((" other ", " fellow "),)),
    "of which": (rf"\b(?:{_SEVERAL}) (?:of|in) (?:the )?{_GROUP},? (?:such as|like|namely|notably|among them),? {_LIST}", ((" such as ", " like ", "namely", "notably", "among them"),)),
    "before noun": (rf"\b{_HEADED}(?:'s?)? {_SORT}(?:{_NATIONS}|countries|nations)(?:(?:{_SUCH}| of)? {_LIST}|, {_LIST.replace('<list>', '<apposed>')}(?=[,;:)]|\.(?!\w| [a-z])|$))", ((" member", " Member", " all", " All", " partner", " Partner", " signator", " Signator", " participant", " Participant", " countries", " nations"),)),
    "apposed": (rf"\b(?:[Tt]he|[Ii]ts|[Oo]ur) {_SORT}(?P<role>member|ally|{_CHAIR}) of (?:the )?{_GROUP}, {_LIST}(?=,| [a-z])", ((" of ",), (" member ", " chair", " ally ", " host ", " president "))),
    "admits": (rf"\b{_HEADED} (?:has |had |will )?(?:also |formally )?(?:admitted|admits|admit|inducted) {_LIST}", ((" admit", " induct"),)),
    "welcomes": (rf"\b{_HEADED} (?:has |had |will )?(?:also |formally )?(?:welcom|admitt|add)(?:e[ds]?|ing) {_LIST} as (?:its |an? |the )?(?:\w+ )?{_SORT}(?:members?|partners?)\b", ((" as ",), ("elcom", " admit", " add"))),
    "counts": (rf"\b{_HEADED} (?:counts?|counted|lists?|numbers?|includes?) {_LIST} among (?:its|their) (?:\w+ )?(?:members|partners|signatories)", ((" among ",),)),
    "among": (rf"\b{_HEADED} (?:has|have|had|with|boasts) (?:[\w-]+ ){{0,2}}(?:members|partners|signatories), (?:among them|including|such as|namely):? {_LIST}", ((" members, ", " partners, ", " signatories, "),)),
    "kind": (rf"(?<!\bin )(?<!\bin the )\b{_GROUP}(?:,| [-\u2013\u2014]| is| was)? (?:an? |the )(?:[a-z-]+ ){{0,3}}(?:partnership|coalition|alliance|consortium|group|collaboration|network|bloc|team|(?:joint|shared|collaborative|cooperative|trilateral|bilateral|multilateral) (?:[a-z]+ )?(?:initiative|program|project|effort|venture|undertaking)|initiative (?=of|between|among)) ?(?:of|between|among|involving|by) {_LIST}", ((" of ", " between ", " among ", " involving ", " by "), ("partnership", "coalition", "alliance", "consortium", "group", "collaboration", "network", "bloc", "team", "joint", "shared", "lateral", "ative"))),
    "founded by": (rf"\b{_GROUP},? (?:which )?(?:(?:is|was|were|has been) )?(?:co-)?(?:launched|established|created|formed|convened|initiated) (?:jointly )?by {_LIST}", ((" by ",), ("launched", "established", "created", "formed", "convened", "initiated"))),
    "joined by": (rf"\bjoin(?:s|ed|ing)? {_LIST} (?:in|as (?:an? )?members? of) (?:the )?{_GROUP}", (("join",),)),
    "joined, including": (rf"\b{_SEVERAL}(?: (?:have|has|had|are|will|now|already))* (?:joined|joining|signed on to|belong to|participat(?:e|ed|ing) in|part of|members of) (?:the )?{_GROUP},? (?:including|such as|among them):? {_LIST}", ((" including", " such as", " among them"),)),
    "joined are": (rf"\b{_SEVERAL} (?:(?:that|which) (?:have |has |had )?(?:joined|signed on to|belong to|participate in)|(?:represented|participating|serving) (?:in|on)|in|on) (?:the )?{_GROUP} (?:are|include):? {_LIST}", ((" are", " include"),)),
    "number": (rf"(?<![\w-])(?P<list>(?:\d[\d,]*|(?i:{WORDS})) (?:[a-z]+ ){{0,2}}{_SEVERAL}) (?:(?:have|has|had|now|already|are) )*(?:joined|joining|signed on to|belong to|participat(?:e|ed|ing) in|(?:are )?members of) (?:the )?{_GROUP}", (("join", "signed", "belong", "participat", "members of"),)),
    "called": (rf"\b(?:partnership|coalition|alliance|consortium|group|network) (?:of|between|among) {_LIST},? (?:called|known as|named|dubbed) (?:the )?\"?{_GROUP}", (("called", "known as", "named", "dubbed"),)),
    "chair is": (rf"\b[Tt]he (?P<role>{_CHAIR}) of (?:the )?{_GROUP} (?:(?:shall|will) be|are|were) {_LIST}", ((" be ", " are ", " were "),)),
    "chairs are": (rf"\b{_HEADED}'s {_SORT}(?P<role>{_CHAIR}|co-?founders?|founders?) (?:are|were|will be) {_LIST}", (("'s ",),)),
    "with as": (rf"\b{_GROUP}(?:, (?:which|that|launched|established|created|formed|announced)\b[^.;:]{{3,80}}?)?,? with {_LIST} as (?:its |the |an? )?{_SORT}(?P<role>{_CHAIR}|members?|partners?)\b(?! of )", ((" with ",), (" as ",))),
    "made chair": (rf"\b(?:designat(?:es?|ed|ing)|appoint(?:s|ed|ing)?|nam(?:es?|ed|ing)|welcom(?:es?|ed|ing)|admit(?:s|ted|ting)?|accept(?:s|ed|ing)?) {_LIST} (?:as|to be|to serve as) (?:the |an? )?{_SORT}(?P<role>{_CHAIR}|members?) of (?:the )?{_GROUP}", ((" as ", " to be "),)),
    # its members before the body
    "led": (rf"(?:^|(?<=[.!?;] )|(?<=\n))(?:Now )?(?P<role>(?:[Cc]o-?)?(?:[Ll]ed|[Cc]haired|[Hh]eaded)) by {_LIST}, the {_GROUP}(?=,| [a-z])", ((" by ",), ("ed ",))),
    "under": (rf"\b[Uu]nder the (?P<role>{_LEADING}) of {_LIST}, the {_GROUP}(?=,| [a-z])", (("nder the ",),)),
    "under whose": (rf"\b[Uu]nder {_OWNERS} (?P<role>{_LEADING}), the {_GROUP}(?=,| [a-z])", (("nder ",), ("ship, ", "presidency, ", "direction, "))),
    "with as its": (rf"(?:^|(?<=[.!?;] ))With {_LIST} as (?:its |the |an? )?{_SORT}(?P<role>{_CHAIR}), the {_GROUP}(?=,| [a-z])", (("ith ",), (" as ",))),
    "whose": (rf"\b{_NAMED}(?:'s?)? {_SORT}(?P<role>{_OFFICE}) of (?:the )?{_GROUP}", (("ship of ", "presidency of "),)),
    "whose own": (rf"\b{_OWNERS} {_HEADED} (?P<role>{_OFFICE})\b", (("ship", "presidency"),)),
}  # fmt: skip
_BEFORE = {
    # the members stand right before these
    "and others": (rf",? (?:and|along with|together with|as well as|alongside|like) (?:the |its |their |our |many |several |all )*(?:other|fellow) {_SORT}{_SEVERAL} (?:of|in) (?:the )?{_GROUP}", ((" other ", " fellow "),)),
    "and other": (rf",? (?:and|along with|together with|as well as|alongside|like) (?:the |its |their |our |many |several |all )*(?:other|fellow) {_SORT}{_HEADED} {_SEVERAL}\b", ((" other ", " fellow "),)),
    "is": (rf"(?:,| is| are| was| were|,? (?:has |have )?(?:also )?(?:become|became)|, who is|, which is)(?: also| now| still| already)? (?:an? |the |both |all )?{_SORT}{_HEADED}(?:'s?)? {_SORT}(?P<role>{_NATIONS})(?=[,.;:)]|$| (?:and|since|that|which|who|with|for|in)\b)", ((" member", " all", " partner", " signator"),)),
    "in": (r"(?:,(?= (?:an?|the|this|one|among|both|all|now)\b)|,(?= (?:[a-z]+ )?[a-z-]+s (?:of|in) )| is| are| was| were| has been|, which is|, which are|,? (?:has |have )?(?:become|became))(?: also| now| both| all)? " + rf"(?:an? |the |this year's |among the |one of (?:the |our |its )?(?:\w+ )?)?{_SORT}(?P<role>partners?|participants?|members?|allies|ally|signator(?:y|ies)|co-?founders|founders|leaders|{_CHAIR}) (?:in|of|to) (?:the )?{_GROUP}", ((" partner", " participant", " member", " all", " signator", "hair", " host", "resident", "ounders", "leaders"),)),
    "shall chair": (rf"(?:,? or (?:an? |his |her |their |his or her |the [A-Z][a-z]+'s )?designees?,?)? (?:(?:shall|will)(?: also| each| jointly)? (?:be|serve as|act as)|is (?:hereby )?designated(?: as)?|took over as|takes over as|serves? as) (?:the |an? )?{_VOTING}(?P<role>{_CHAIR}|members?|(?i:executive (?:director|secretary))) of (?:the )?{_GROUP}", (("shall ", "will ", "designated", " over as ", " serve"),)),
    "designee serves": (rf",? or (?:an? |his |her |their |his or her )designee,? (?:shall|will) (?:serve|sit) on (?:the )?{_GROUP}", ((" designee",),)),
    "as chair": (rf", as (?:the |an? )?{_SORT}(?P<role>{_CHAIR}|{_PART}) of (?:the )?{_GROUP}(?=,)", ((", as ",),)),
    "holds": (rf" (?:holds?|held|assume[sd]?|took over|takes over|has|had|will hold|will assume|is assuming)(?: the)? {_SORT}(?P<role>{_OFFICE}|(?:co-?|vice )?chair) of (?:the )?{_GROUP}", ((" of ",), ("ship", "presidency", "chair"))),
    "decides to join": (rf"'s? (?:(?:historic|recent|formal|upcoming|eventual|full|continued|active|welcome|swift) )*(?:(?:decision|agreement|announcement|commitment|plans?|intention) to join|joining(?: of)?|accession (?:in)?to|entry (?:in)?to|membership (?:in|of)|participation in) (?:the )?{_GROUP}", (("'s ", "s' "), ("join", "accession", "entry", "membership", "participation"))),
    "joins others": (rf"(?: (?:has|have|will))* join(?:s|ed|ing)? (?:the )?{CAPITAL}[^.;:()]{{0,80}}? (?:in|as (?:an? )?members? of) (?:the )?{_GROUP}", (("join",),)),
    "joins": (rf"(?:,(?: (?:which|who))?)?(?: (?:have|has|had|are|is|will|shall|formally|also|today|officially|already|now|recently|all|both|since|proud|pleased|to|first))* (?:joining|rejoin(?:s|ed|ing)?|entered|(?:was|were|is|are) (?:welcomed|admitted|accepted) (?:in)?to|belong(?:s|ed)? to|participat(?:es?|ed|ing) in|(?:takes?|took|taking) part in|signed on(?:to| to)|signed up for|acceded to|joined|(?<= to )join|(?:is|are|(?:will|shall) be) represented (?:on|in)|serves? on|sits? on) (?:the )?(?:(?:{PLAIN} ){{0,3}}{PLAIN}'s )?{_GROUP}", (("join", "belong", "entered", "elcomed ", "admitted", "accepted", "participat", " part in ", "signed ", "acceded", "represented", "serve", "sit"),)),
    "first to join": (rf"(?:,| is| was| became| becomes|,? becoming|,? has become)(?: also)? (?:the |an? )?(?:[a-z0-9-]+ ){{1,4}}(?:country|nation|state|economy|company|city|organization|agency|union|university|port)(?: (?:in|from|of|on) (?:the )?{CAPITAL}(?: {CAPITAL})*)? to (?:join|sign(?: on to| onto)?) (?:the )?{_GROUP}", ((" to join ", " to sign "),)),
    "leads": (rf"(?:, (?:which|who))?(?: (?:have|has|had|will|shall|also|currently|now|jointly))* (?P<role>co-?(?:chair|lead|head)(?:s|ed|ing)?|co-led|chair(?:s|ed)?|preside[ds]? over) (?:the )?{_GROUP}", (("chair", "lead", "led ", "head", "preside"),)),
    "makes up": (rf"(?: (?:have|together|now|jointly|all|will))* (?:make up|made up|form|formed|comprise|comprised|constitute) (?:the )?{_GROUP}", ((" ma", " form", " compris", " constitute"),)),
    "founds": (rf"(?: (?:have|has|had|jointly|also|together|formally|first|originally|today))* (?:(?:co-?)?founded|established|launched|created|formed|convened|announced|inaugurated|(?:are|is) (?:launching|creating|establishing|forming)) (?:the |a new |an? |their )?(?:new |bilateral |first )?{_GROUP}", (("ound", "stablish", "aunch", "creat", "form", "nven", "nounc", "naugur"),)),
}  # fmt: skip
_SOUGHT_BEHIND = {form: Sought(re.compile(pattern), needs) for form, (pattern, needs) in _BEHIND.items()}
_SOUGHT_BEFORE = {form: Sought(re.compile(pattern), needs) for form, (pattern, needs) in _BEFORE.items()}
_NAMES = re.compile(
    r"(?<![\w.&'/-])(?:the )?(?:[A-Z][\w.&'/-]*|\([A-Z][\w.]*\))(?:,? (?:(?:of|for|on|and|the|to|&) )*(?:[A-Z][\w.&'/-]*|\([A-Z][\w.]*\)))*$"
)
"""A list of names up to where a phrase begins."""
_NAMES_FAR = 1_000
_FROM = re.compile(r"\b(?:country|nation|state|economy|company|city|organization) (?:in|from|on) (?:the )?$")
"""Before where those are from who are told of: "the first country in the Americas to join"."""
_OPENS = re.compile(
    r"(?:In|On|At|For|From|With|By|To|As|When|While|After|Before|Under|Since|Through|Along|Together|And|But|Today|Last|This|That|These|Both|We|I|He|She|They|"
    r"It|Our|My|If|Who|What|Where|How|Also|Other|Additional|All|Many|Several)\b"
)
_ONCE = re.compile(r" (?:in|for) (?:[a-z]+ly )?[a-z]+ing\b")
"""Behind a body with which somebody does something once: "joined the Harbor Union in condemning it"."""
_SCHEME = re.compile(
    r" (?:program(?:me)?|project|process|scheme|grant|talk|negotiation|meeting|summit|event|exercise|survey|trial|call|discussion|session|chamber|room|hall|building|headquarter)s?\b"
)
"""What is no body though one of its words is, and may be taken part in: "participates in the HARBOR program"."""
_NEXT_OFFICE = re.compile(r", (?:and|or|the) ")
_DESCRIBED = re.compile(
    r"\.? (?!(?:and|or|that|which|who|to|for|in|on|at|with|as|is|are|was|were|has|have|will|aimed|dedicated|committed|working|designed|under|since|from|by|of)\b)[a-z]"
)
"""Behind a name that only describes what follows: "the Norway pier companies"."""
_APPOSED = frozenset({"apposed"})
"""Forms behind which a list may go on with other offices and bodies of somebody: "the chair of the Harbor Fund, the Pilot School, and …"."""
_OFFICE_OF = re.compile(r"(?:the )?(?:[A-Z]\w+ ){1,4}of ")
_ALONE = frozenset({"in", "is"})
"""Forms whose noun tells whether one or several are members."""
_INCLUDED = re.compile(r"\b(?:including|such as|like) (?:the )?$")
_ANY_NAME = frozenset({"kind"})
"""Forms that say themselves what sort of body they speak of."""
_SEVERAL_FORMS = frozenset({"makes up", "founds", "founded by", "kind"})
"""Forms that tell members only of several: one alone who launches something need not belong to it."""
_OF_PLACES = frozenset({"before noun", "admits", "whose", "whose own", "holds", "is"})
"""Forms whose members must be known ones."""
_COUNTRIES_ONLY = frozenset({"founds", "founded by"})
_COMMON = re.compile(r"[A-Z]\w*ing|Programs?|Projects?|Initiatives?|Efforts?|Partnerships?")
"""A capitalised word that names nothing by itself."""
_BODY_END = re.compile(rf"\b{BODY}$")
"""How the name of a body ends that the authority files need not know."""
_SHORT = re.compile(r"(?:EU|UN|G-?\d+)$")


def linked(
    text: str, start: int, end: int, kind: Callable[[str], str], known: Callable[[str], bool]
) -> Iterator[Linked]:
    """Those whom a sentence at `text[start:end]` names beside what they are members of; `text` has plain quotes.

    `kind` tells of a name what the authority files know it for, `known` whether they know it.
    """
    for form, sought in _SOUGHT_BEHIND.items():
        for match in sought.finditer(text, start, end):
            where = "list" if match["list"] else "apposed"
            yield from _told(form, text, start, match, match.span(where), kind, known)
    for form, sought in _SOUGHT_BEFORE.items():
        for match in sought.finditer(text, start, end):
            names = _NAMES.search(text, max(start, match.start() - _NAMES_FAR), match.start())
            if (
                names
                and text.startswith(", ", match.start())
                and text[match.start() + 2 : match.start() + 5] not in {"whi", "who"}
            ):
                names = names if form != "joins" or _INCLUDED.search(text, start, names.start()) else None
            if names and not _FROM.search(text, start, names.start()):
                yield from _told(form, text, start, match, names.span(), kind, known)


def _told(
    form: str,
    text: str,
    start: int,
    match: re.Match[str],
    where: tuple[int, int],
    kind: Callable[[str], str],
    known: Callable[[str], bool],
) -> Iterator[Linked]:
    group = match["group"]
    if (
        not (form in _ANY_NAME or is_joinable(group) or _SHORT.match(group))
        or kind(group) == "place"
        or is_nobody(group)
    ):
        return
    if form == "kind" and _COMMON.fullmatch(group):
        return  # "Building a joint program between …"
    if _ONCE.match(text, match.end()) or _SCHEME.match(text, match.end("group")):
        return
    if (
        form == "in"
        and text[match.start()] == ","
        and _NEXT_OFFICE.match(text, match.end())
        and is_held(text[slice(*where)].rpartition(" ")[2])
    ):
        return  # of a list of officers
    before = text[start : match.start()]
    if denied(before) or supposed(before):
        return
    if form == "number":
        yield Linked(where, match.span("group"), None)
        return
    spans = [span for span in items(text, *where, known) if not _OPENS.match(text, *span)]
    spans = [span for span in spans if not text.endswith(("'s", "'"), *span)]
    if form in _ANY_NAME:
        spans = [span for span in spans if not _DESCRIBED.match(text, span[1])]
    if form in _APPOSED:
        spans = [s for s in spans[:1] if not (_OFFICE_OF.match(text, *s) or HEADED.search(text, *s))]
    if form == "leads" and len(spans) > 1 and " and " not in text[spans[-2][1] : spans[-1][0]]:
        spans = spans[-1:]  # "while in Congress, Jane Roe chaired the Harbor Council"
    if form in _ALONE and not match["role"].endswith("s"):
        spans = spans[-1:]  # what stands before the last comma belongs to another
    kinds = [kind(text[slice(*span)]) for span in spans]
    if form in _SEVERAL_FORMS and len(spans) == 1:
        return
    if form in _OF_PLACES | _COUNTRIES_ONLY and any(
        k not in {"place", "organization"}
        and not (form == "is" and not k and _BODY_END.search(text[slice(*span)]))
        for k, span in zip(kinds, spans, strict=True)
    ):
        return
    for span in spans:
        role = match.groupdict().get("role")
        yield Linked(span, match.span("group"), _singular(role_of(role)) if role else None)


def is_pact(group: str) -> bool:
    """Whether a name is that of accords, which count those who sign them as members though they are an instrument."""
    return group.endswith((" Accord", " Accords"))


def _singular(role: str) -> str:
    """What each of several is: a member, where they are members."""
    return f"{role[:-3]}y" if role.endswith("ies") else role.removesuffix("s")

"""The body whose members a phrase lists: the name before it, or the subject of its verb."""

import re
from typing import TYPE_CHECKING

from gestae.loaders.body_words import BODY, CAPITAL
from gestae.loaders.parsed_text import parsed_text

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["body_named", "context", "group_before", "is_group", "is_joinable"]

_SMALL_BODY = (
    r"task force|strike force|council|commission|committee|board|panel|delegation|group|team|coalition|alliance|partnership|network|caucus|"
    r"cabinet|consortium|collaboration"
)
_NO_PREFIX = r"(?!(?:of|by|the|an?|and|in|on|to|for|with|its|our|their|this|his|her|from|as|is|was|that|a)\b)"
_NAME = re.compile(
    rf"(?P<name>\b(?:[Pp]roject|Operation) {CAPITAL}(?: {CAPITAL})*|(?:{CAPITAL} (?:(?:of|on|for|to|in) (?:the )?|(?:and|&) )?){{0,8}}(?:{BODY}|{_SMALL_BODY})\b"
    rf"(?: (?:on|for|of|to) (?:the )?{CAPITAL}(?:(?:,? (?:and|of|the|in|to|for|on|&))* {CAPITAL})*)?"
    rf"|(?:{_NO_PREFIX}[a-z][\w-]* ){{0,3}}(?:{_SMALL_BODY})s?\b|\b[A-Z]{{3,8}}\b(?!:))"
)
_PERSONAL = re.compile(
    r"\b(?:Task Force|Council|Commission|Committee|Board|Panel|Delegation|Coalition|Alliance|Partnership|Network|Caucus|Cabinet|"
    r"Consortium|Group|Team|Union|Quad)s?\b|^(?-i:[A-Z]{3,8})$",
    re.I,
)
"""Bodies of which "includes" names members: not of an office, a programme or a law."""
_JOINABLE = re.compile(
    rf"{_PERSONAL.pattern}|\b(?:Initiative|Campaign|Compact|Forum|League|Association|Federation|Organization|Community|Commonwealth|Club|Guild|Legion|Society)\b",
    re.I,
)
_PACT = re.compile(
    r"\b(?:Accords?|Pledge|Challenge|Pact|Declaration|Consortium|Collaborative|Framework(?: for [A-Z]\w+)?)$"
)
_QUOTED = re.compile(
    r'"(?P<name>[A-Z][\w\' -]{2,60}?),?"(?= (?:initiative|campaign|program|coalition|partnership|alliance|challenge|network))'
)
_FOUNDED = re.compile(
    rf"\b(?:launch|creat|form|found|establish|announc|convene)\w* (?:the )?(?P<name>{CAPITAL}(?: {CAPITAL})*) as an? (?:[\w-]+ ){{0,4}}"
    r"(?:initiative|coalition|partnership|alliance|group|network|forum|council|consortium|campaign)\b"
)
_OF = re.compile(
    r"^(?:(?:[Mm]embers|[Rr]epresentatives|[Ll]eaders|[Cc]o-[Cc]hairs?|[Cc]hair(?:man|woman|person)?s?|[Dd]irector|[Hh]ead|[Aa]gencies|[Cc]ompanies|[Oo]rganizations|[Cc]ountries) (?:(?:represented |participating )?(?:of|from|on|in)) (?:the )?)+(?=[A-Z])"
)
_MEMBERS = re.compile(r"\b[Mm]ember(?:s|ship| \w+s),? *$")
_WITHIN = re.compile(
    r"\b(?:[Mm]embers|[Cc]omponents|[Pp]arts|[Oo]ffices|[Bb]ureaus|[Dd]ivisions|[Aa]gencies|[Ll]eaders|[Oo]fficials|[Ss]ervants|[Aa]ppointees|"
    r"[Ll]evels|[Rr]anks|[Ss]taff|[Ss]cientists|[Ee]xperts|[Rr]esearchers|[Ee]xecutives|[Ee]mployees|[Ff]aculty) (?:of|in|within|from|at|across) (?:the )?"
    rf"(?P<name>(?:my|our|this|his|{CAPITAL}) Administration|Administration|(?:{CAPITAL} (?:(?:of|on|for) (?:the )?)?)*{BODY}(?: (?:of|on|for) (?:the )?{CAPITAL}(?: {CAPITAL})*)?)"
    r"(?: [-\u2013\u2014]+|,)? *$|"
    r"\b(?:[Tt]he|[Mm]y|[Oo]ur) (?P<own>(?:[A-Z][\w-]+ )?Administration)(?: [-\u2013\u2014]+|,) *$"
)
"""Of "officials in my Administration, including …": the body of which some members are named."""
_LONGEST_TAIL = 160
_AUXILIARIES = frozenset({
    "is", "was", "are", "were", "be", "been", "being", "membership", "that", "which", "and", "shall", "will", "also", "to", "has", "have",
})  # fmt: skip
_OPENING = re.compile(
    r"^(?:\([^()]{1,40}\))?(?:,? ?of [a-z-]+(?: (?:and )?[a-z-]+){0,3}(?=,|$)|,? ?of [a-z-]+(?:,? (?:and )?[a-z-]+){0,3}?(?=,| |$))?,? ?"
)
_OF_PEOPLE = re.compile(r"(?:\([A-Z]{2,8}\) )?of (?:[a-z-]+|U\.S\.)(?:,? (?:[a-z-]+|U\.S\.)){0,5},?")
"""Of whom a body consists, before some are named: "of high-level officials,"."""
_FOUNDED_TAIL = re.compile(
    r"(?:(?:that|which) )?(?:is |was |will be |shall be )?"
    r"(?:created|established|chaired|co-chaired|led|co-led|headed|formed|launched|convened|appointed)\b"
)


def group_before(doc: "Doc", start: int, at: int, end: int, *, personal: bool) -> tuple[int, int] | None:
    """The body before `at` in a sentence from `start`: what the words from `at` to `end` say the members of.

    With `personal` it must be one of which "includes" names members.
    """
    before = parsed_text(doc)[start:at]
    names = list(_NAME.finditer(before))
    if within := _WITHIN.search(before):
        named = "name" if within["name"] else "own"
        return start + within.start(named), start + within.end(named)
    if _MEMBERS.search(before):
        return context(parsed_text(doc)[:at], at, start)
    subject = _subject(doc, at, end)
    if subject is not None:
        inside = list(_NAME.finditer(parsed_text(doc)[subject[0] : subject[1]]))
        whole = parsed_text(doc)[subject[0] : subject[1]]
        if inside and (not personal or _PERSONAL.search(whole)):
            a, b = inside[0].start() + subject[0], max(m.end() for m in inside) + subject[0]
            return _stripped(
                parsed_text(doc),
                *(subject if subject[0] <= a and subject[1] >= b and _near(inside, whole) else (a, b)),
            )
    for match in reversed(names):
        tail = before[match.end() :].strip()
        if (not personal or _PERSONAL.search(match["name"])) and _leads_on(tail):
            return _stripped(parsed_text(doc), start + match.start(), start + match.end())
    return None


def _leads_on(tail: str) -> bool:
    """Whether the words between a body's name and the verb of its list leave the body the subject."""
    rest = tail[_OPENING.match(tail).end() :] if len(tail) <= _LONGEST_TAIL else "no"  # type: ignore[union-attr]
    return bool(_OF_PEOPLE.fullmatch(tail) or _FOUNDED_TAIL.match(rest)) or all(
        w in _AUXILIARIES for w in re.findall(r"[\w-]+", rest)
    )


def context(text: str, at: int, start: int = 0) -> tuple[int, int] | None:
    """The last body named before an offset: whose "members" are meant."""
    names = [m.span("name") for m in _NAME.finditer(text, start, at) if _JOINABLE.search(m["name"])]
    names += [m.span("name") for p in (_QUOTED, _FOUNDED) for m in p.finditer(text, start, at)]
    return _stripped(text, *max(names)) if names else None


def body_named(text: str, head: str = "") -> tuple[int, int] | None:
    """The last body that a text names with capitals; with `head` one whose name ends in that word."""
    found = [
        m.span("name")
        for m in _NAME.finditer(text)
        if m["name"][0].isupper()
        and " " in m["name"]
        and is_group(m["name"])
        and (not head or re.search(rf"\b{re.escape(head)}\b", m["name"], re.I))
    ]
    return _stripped(text, *found[-1]) if found else None


def is_group(name: str) -> bool:
    """Whether a name is that of a body that one joins."""
    return bool(_PERSONAL.search(name.strip()))


def is_joinable(name: str) -> bool:
    """Whether a name is that of something one joins, a body or a pact."""
    return bool(_JOINABLE.search(name.strip()) or _PACT.search(name.strip()))


def _near(inside: "list[re.Match[str]]", whole: str) -> bool:
    return len(inside) == 1 and len(whole.split()) <= len(inside[0][0].split()) + 3


def _subject(doc: "Doc", at: int, end: int) -> tuple[int, int] | None:
    """The subject of the verb between two offsets, up a coordination and out of a relative clause."""
    span = doc.char_span(at, end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    verb = span.root
    for _ in range(4):
        subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i < verb.i), None)
        if subject is not None:
            if subject.lower_ in {"which", "that", "who"} and verb.dep_ == "relcl":
                subject = verb.head
            last = subject.i
            for child in subject.rights:
                if child.dep_ == "prep" and child.lower_ in {"of", "on", "for", "to"} and child.i < at:
                    last = max(last, child.right_edge.i)
                else:
                    break
            return subject.left_edge.idx, min(doc[last].idx + len(doc[last]), at)
        if verb.dep_ != "conj":
            return None
        verb = verb.head
    return None


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """Without article, "members of the", and spaces."""
    for pattern in (re.compile(r"(?:the|a|an|our|its|their|this) ", re.I), _OF):
        if (match := pattern.match(text[start:end])) and start + match.end() < end:
            start += match.end()
    if match := re.search(r" (?:membership|members)$", text[start:end]):
        end = start + match.start()
    while end > start and text[end - 1] in " ,;.(":
        end -= 1
    return start, end

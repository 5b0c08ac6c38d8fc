"""Instruments that a text describes: "an Executive Order to …", "the Council's 2022 report", "signed legislation"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gestae.loaders.calendar_words import MONTH_NAME, WEEKDAYS
from gestae.loaders.instrument_words import DESCRIBED, GENERIC, HEADS, PLAIN
from gestae.loaders.sought import Sought
from gestae.ontology.facts import InstrumentKind

__all__ = ["Described", "described", "firm"]

_TRIGGER = re.compile(
    r"order|\bMO[UC]\b|memorand|proclamation|determination|report|strateg|plan\b|agreement|[Tt]reat(?:y|ies)\b|legislation|\bbill\b|\blaw\b|\bdeal\b|agenda|framework|\bJoint |\brule,? e?n?titled|\"",
    re.I,
)
_BREAK = re.compile(
    r"(?<![A-Z])\.(?=\s|$|[A-Z])|\.(?=\s*$)|[;:()\"\u2013\u2014]|,(?= )(?! D\.C\.)| (?:that|which|who|whose|where|when|while|as|so|because|last|this|today|earlier) |$"
)
_TITLE = re.compile(
    r',? ?(?:(?:is |was |are )?(?:titled|entitled|called|named|known as),? )?"([A-Z][^"]{3,200}?)[,.]?"'
)
_SMALL = "of|the|in|on|to|and|for|with|by|a|an|or|from|at|its|our|into|against|as"
_BARE_TITLE = re.compile(
    rf",? (?:titled|entitled),? ([A-Z][\w'-]*(?:,? (?:(?:{_SMALL}|&) )*[A-Z][\w'-]*){{1,48}})"
)
"""A title without quotation marks."""
_ON = re.compile(
    r" (?:to (?!the\b|an?\b|its\b|his\b|all\b|Congress)[A-Za-z]|[Oo]n [A-Za-z]|regarding |concerning |"
    r"(?!including|according|following|during|pending)[A-Za-z][a-z]{2,}ing [A-Za-z])"
)
_THAT = re.compile(r" to \w+ that ")
_CAPITALS = re.compile(
    rf" (?:[Oo]n|[Tt]o)(?: (?:{_SMALL}|&))* [A-Z][\w'.-]*"
    rf"(?:(?:,(?= [A-Z][\w-]*(?: [\w-]+){{0,3}}(?:, [A-Z][\w-]*(?: [\w-]+){{0,3}}){{0,4}}, and |,? and )|"
    r"(?<=(?:able|ible|tive|[a-z]ful|tial|onal|ical)),(?= (?:[A-Z][\w-]* ){1,4}(?:and|or) [A-Z]))?"
    rf" (?:(?:{_SMALL}|&) )*[A-Z][\w'-]+(?:\.(?=[A-Z]|,| [a-z]))?)*"
)
_LISTED = re.compile(
    r",(?: (?!(?:he|she|it|we|they|I|you|which|who|with|as|including|but|so|directing|calling|the President|President|Vice|Secretary)\b)"
    r"[\w'$-]+(?: [\w'$-]+){0,3},){1,5} (?:and|or) (?!(?:he|she|it|we|they|I|the President|President|Vice|will|has|have|is|was|directed|signed|called|announced)\b)(?=[\w'$])"
)
"""What goes on behind a comma, where the comma parts the items of a list: "to fight piracy, arson, and fraud"."""
_ANOTHER = re.compile(
    r",? and an? (?:[\w'-]+ ){0,5}(?:[Aa]greement|[Mm]emorandum|[Oo]rder|[Pp]roclamation|[Tt]reaty|[Aa]ccord|[Dd]eclaration)\b"
)
"""What comes beside an instrument and is another: "an accord on ports and a fishing agreement"."""
_LOOSE_END = re.compile(r"(?: (?:of|the|in|on|to|and|for|with|by|a|an|or|from|at|its|his|their|our|under))+$")
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}$")
_SMALL_NEXT = re.compile(r" [a-z]")
"""What goes on behind initials that end no name: "an order on U.S. trade with Norway"."""
_LONGEST_TAIL = 160
_ON_A_DAY = re.compile(
    rf" [Oo]n (?:(?:{'|'.join(name.title() for name in WEEKDAYS)})\b|{MONTH_NAME} \d{{1,2}}(?:st|nd|rd|th)?\b(?:, \d{{4}})?|"
    r"(?:his|her|my) (?:very )?first (?:full )?(?:day|week)\b(?: in office| as President)?)|"
    r" (?:(?:earlier )?today|tonight|yesterday|this (?:morning|afternoon|week|month|year)|last (?:night|week|month|year))\b(?= (?:to|on|that)\b| [a-z]+ing\b)"
)
"""When an order was signed, which is not what it is on."""

_DET = r"(?:(?P<det>[Aa]n?|[Tt]he|[Tt]his|[Tt]hat|[Hh]is|[Hh]er|[Ii]ts|[Oo]ur|[Tt]heir|[Mm]y|[Aa]nother|[Aa]ny|[A-Z][\w.-]+'s?) )?"
_OWNER = r"(?:(?P<owner>(?:[A-Z][\w.&-]*|of|the|on|and|for|to|in)(?: (?:[A-Z][\w.&-]*|of|the|on|and|for|to|in)){0,9})'s? )?"
_NO_MODIFIER = r"(?!(?:of|to|and|in|into|on|by|with|for|or|it|them|that|under|his|her|its|their|the|an?|our|this|my|another|any|signed|issued|such|each)\b)"
_MODS = rf"(?P<mods>(?:{_NO_MODIFIER}[\w$'-]+,? ){{0,4}}?)"
_SMALL_MODS = rf"(?P<mods>(?:{_NO_MODIFIER}[a-z\d][\w-]* ){{0,3}}?)"
_ORDERS = re.compile(
    rf"\b{_DET}{_SMALL_MODS}(?P<head>[Ee]xecutive [Oo]rder|(?:[Pp]residential |National Security (?:Presidential )?)?[Mm]emorandum|"
    r"(?:[Pp]residential )?[Pp]roclamation|[Pp]residential [Dd]etermination|Order(?! of (?:the )?[A-Z]))\b(?!-| No\.| \d| \((?![A-Z][A-Za-z.]{1,8}\),)| of (?:[Uu]nderstanding|[Cc]ooperation|[Aa]greement|[Ii]ntent)\b)"
)
_UNDERSTANDINGS = re.compile(
    r"\b(?:[Mm]emorandum of (?:[Uu]nderstanding|[Cc]ooperation|[Aa]greement|[Ii]ntent)|M[Oo][UC])\b(?: \(M[Oo][UCAI]\))?"
)
_BEFORE = re.compile(
    rf"{_DET}(?P<mods>(?:(?!(?:Th|A\b|An\b|Our\b)){_NO_MODIFIER}(?:[\w-]|(?<=[A-Z])\.)+ ){{0,4}}?)$"
)
_PARTNERS = re.compile(
    r" (?:between|with|among) (?:the |its )?[A-Z](?:[\w&'-]|(?<=[A-Z])\.)*(?: (?:(?:of|the|and|for|on|in) )*[A-Z](?:[\w&'-]|(?<=[A-Z])\.)*)*"
)
_OF_A_DAY = re.compile(
    rf",? (?:of|dated|(?:signed|filed|concluded)(?: on)?) {MONTH_NAME} \d{{1,2}}, \d{{4}},?"
)
_SIGNERS = re.compile(
    rf" \w+(?: the)? [A-Z](?:[\w&'-]|(?<=[A-Z])\.)*(?:(?: (?:{_SMALL}|von|van|de))* [A-Z](?:[\w&'-]|(?<=[A-Z])\.)*)*"
)
_REPORTS = re.compile(
    rf"\b{_DET}(?:{_OWNER}){_MODS}(?P<head>[Rr]eport)\b(?! (?:to|card|cards|by [a-z]+ing)\b)"
)
_PLANS = re.compile(
    rf"\b{_DET[:-1]}{_MODS}(?P<head>(?:[Nn]ational |[Cc]omprehensive |[Gg]lobal |federal )?(?:action plan|strategic plan|strategy|roadmap|framework|agenda))\b"
)
_TITLED = re.compile(
    r"\b(?P<head>[Ss]tudy|[Gg]uide|[Ss]urvey|[Aa]ssessment|[Aa]nalysis|[Tt]oolkit|[Hh]andbook|[Mm]anual|(?:white )?paper|brief|[Pp]laybook|[Rr]ule|"
    r"[Rr]oadmap|[Ss]trategy|[Pp]lan|[Ff]ramework|[Bb]lueprint|[Gg]uidance),? (?:titled|entitled|called),? \"(?P<title>[A-Z][^\"]{3,200}?)[,.]?\"|"
    r"\"(?P<before>[A-Z][^\"]{3,200}?),?\" (?P<behind>[Ee]xecutive [Oo]rder|[Pp]roclamation|[Mm]emorandum|report|study|survey|guide|toolkit|playbook|strategy|plan|framework|roadmap)\b"
)
_RULES = re.compile(
    rf"\b(?:final |proposed |interim )*rule(?:{_BARE_TITLE.pattern}|, ?\"([A-Z][^\"]{{8,200}}?)[,.]? ?\")"
)
_MEANS = re.compile(r" by [a-z]+ing ")
"""How an aim is to be reached, which is not what a plan is called by."""
_POINTING = re.compile(r" (?:these|those|this|them|it)\b")
_AGREEMENTS = re.compile(rf"\b{_DET}{_MODS}(?P<head>(?:[Aa]greement|[Dd]eal|[Aa]ccord))\b")
_STATEMENTS = re.compile(
    rf"\b(?:[Tt]he|[Aa]|[Tt]heir|[Oo]ur) (?P<name>(?:{MONTH_NAME} (?:\d{{4}}|\d{{1,2}},?(?: \d{{4}})?) )?Joint (?:Leaders'? )?Statement)"
    rf"(?= (?P<by>with|between|of|by) (?:the )?[A-Z])"
)
_DATED_PACTS = re.compile(
    rf"\b(?P<head>[Aa]greements?|[Tt]reat(?:y|ies)) (?:with|between) [A-Z][\w.'-]*(?: (?:[A-Z][\w.'-]*|and|of|the)){{0,6}},? "
    rf"(?:dated|of|signed on) {MONTH_NAME} \d{{1,2}}, \d{{4}}"
)
_LAWS = re.compile(
    r"\b(?:sign(?:ed|s|ing)?|enact(?:ed|s|ing)?) (?:into law )?"
    rf"{_DET}{_MODS}(?P<head>legislation|bill|law)\b"
)
_ACRONYM = re.compile(r" \([A-Z][A-Za-z.]{1,8}\)")
_IS = re.compile(
    r'"?(?P<name>[A-Z][\w\'-]*(?: (?:of|for|to|in|on|and|the) [A-Z][\w\'-]*| [A-Z][\w\'-]*){1,8}),?"? is (?:an?|the) (?:[\w-]+,? ){0,3}?'
    r"(?P<head>framework|strategy|plan|agreement|treaty|law|executive order|roadmap|convention)\b"
)
_BROUGHT_OUT = re.compile(
    r"\b(?:releas|publish|issu|unveil|announc|launch|sign|adopt|updat|introduc|present|outlin|put forward|la(?:id|y(?:ing|s)?) out)\w* $",
    re.I,
)
_RELEASED = re.compile(r"\b(?:releas|publish|issu|unveil|produc|submitt?|deliver)\w* $")


@dataclass(frozen=True, slots=True)
class Described:
    """A description at `text[start:end]`.

    `name` is its words without article; `head` what it calls the instrument, in lower case;
    `refers` tells that it points back ("the Order") rather than introduces; `title` is the
    title that it gives in quotation marks.
    """

    start: int
    end: int
    head: str
    kind: InstrumentKind
    name: str
    refers: bool = False
    title: str | None = None


def described(text: str) -> Iterator[Described]:
    """The descriptions in a block; `text` has plain quotes and no line breaks."""
    if not _TRIGGER.search(text):
        return
    for read, pattern in _FORMS:
        for match in pattern.finditer(text):
            found = read(text, match)
            if found is not None:
                yield found


def _tail(text: str, at: int) -> int:
    """Where the words that tell what an instrument is about end, or `at` where there are none."""
    if not _ON.match(text, at) or _ON_A_DAY.match(text, at):
        return at
    run = _CAPITALS.match(text, at)
    if (
        run
        and not run[0].endswith(("'s", "s'"))
        and not (_INITIALS.search(run[0]) and _SMALL_NEXT.match(text, run.end()))
    ):
        return at + len(firm(run[0]))
    clause = _THAT.match(text, at)
    stop = _BREAK.search(text, clause.end() if clause else at + 1, at + _LONGEST_TAIL)
    while stop and (listed := _LISTED.match(text, stop.start(), at + _LONGEST_TAIL)):
        stop = _BREAK.search(text, listed.end(), at + _LONGEST_TAIL)
    end = stop.start() if stop else min(at + _LONGEST_TAIL, len(text))
    other = _ANOTHER.search(text, at, end)
    return at + len(firm(text[at : other.start() if other else end]))


def firm(words: str) -> str:
    """Words without the small ones that they end with ("an order under the Terms of the")."""
    words = words.rstrip()
    if words.endswith(".") and not _INITIALS.search(words):
        words = words[:-1]
    return _LOOSE_END.sub("", words).rstrip()


def _begin(match: re.Match[str]) -> int:
    """The first character behind the article."""
    return match.end("det") + 1 if match["det"] else match.start()


def _order(text: str, match: re.Match[str]) -> Described | None:
    head = match["head"].lower()
    acronym = _ACRONYM.match(text, match.end())
    after = acronym.end() if acronym else match.end()
    day = _ON_A_DAY.match(text, after)
    after = day.end() if day else after
    title = _TITLE.match(text, after) or _BARE_TITLE.match(text, after)
    end = title.end() if title else _tail(text, after)
    end = end if end > after else match.end()
    det = (match["det"] or "").lower()
    definite = det in {"the", "this", "that"}
    if (
        end == match.end()
        and match["head"][-4:] in {"ndum", "tion"}
        and match["head"][0].islower()
        and not definite
    ) and not _BROUGHT_OUT.search(text, max(0, match.start() - 30), match.start()):
        return None
    if end == match.end() and (not det or det == "any" or (head == "order" and not definite)):
        return None
    refers = (
        (definite and (end == match.end() or text.startswith(" to ", match.end())))
        or (head == "order" and not title)
        or (det == "this" and not title)
        or (det.endswith("'s") and not title and not _CAPITALS.match(text, after))
    )
    start = match.start("head") if head != "order" else _begin(match)
    name = title[1] if title else text[start : match.end()] + text[after:end]
    return Described(
        _begin(match), end, head, DESCRIBED[head], _plain(name), refers, title[1] if title else None
    )


def _understanding(text: str, match: re.Match[str]) -> Described | None:
    """A memorandum of understanding, which binds two as a treaty does, named by its matter or its partners."""
    head, at = match[0].partition(" (")[0], match.end()
    before = _BEFORE.search(text, max(0, match.start() - 80), match.start())
    det = (before["det"] or "").lower() if before else ""
    capital = re.search(r"\b[A-Z]", before["mods"]) if before else None
    end = _tail(text, at)
    day = _OF_A_DAY.match(text, at)
    if end == at and (partners := _PARTNERS.match(text, day.end() if day else at)):
        end = partners.end()
    elif end == at and day:
        end = day.end()
    pointed = det in {"the", "this", "that", "their", "its", "our"} and (end == at or head[0:2] == "MO")
    heading = text.find(":", 0, match.start())
    if (pointed and not capital) or (heading > 0 and _UNDERSTANDINGS.search(text, 0, heading)):
        return None
    first = before.start() if before else match.start()
    brought_out = det and _BROUGHT_OUT.search(text, max(0, first - 30), first)
    if end == at and not capital and not (brought_out and head[0] == "M"):
        return None
    start = before.start("mods") + capital.start() if before and capital else match.start()
    name = text[start : match.start()] + head + text[at:end]
    return Described(start, end, head.lower(), "treaty", _plain(name))


def _report(text: str, match: re.Match[str]) -> Described | None:
    head = match["head"]
    title = _TITLE.match(text, match.end())
    if title:
        return Described(_begin(match), title.end(), "report", "report", title[1], False, title[1])
    by = re.compile(
        r" (?:(?:released |issued |published |prepared |produced )?by|from|of) (?:the )?((?:[A-Z][\w.&-]*)(?: (?:[A-Z][\w.&-]*|of|the|on|and|for|to|in))*)"
    ).match(text, match.end())
    mods = match["mods"]
    year = re.search(r"\b(?:19|20)\d\d\b", mods)
    owner = match["owner"]
    if owner and (year or re.search(r"\b(?:annual|latest|new|recent|final|first)\b", mods)):
        name = text[_begin(match) : match.end()]
    elif by and (year or (match["det"] or "").lower() in {"a", "an"}):
        name = text[_begin(match) : by.end()]
        return Described(_begin(match), len(text[: by.end()].rstrip()), "report", "report", _plain(name))
    elif (
        (match["det"] or "") == "a"
        and not mods
        and _RELEASED.search(text[max(0, match.start() - 14) : match.start()])
    ):
        author = _author(text, match.start())
        if not author:
            return None
        name = f"{author} report"
    else:
        return None
    return Described(_begin(match), match.end(), "report", "report", _plain(name)) if head else None


def _titled(_: str, match: re.Match[str]) -> Described:
    """Of 'a study titled "Youth and Piers"' and 'the "Youth and Piers" study': the title."""
    title = match["title"] or match["before"]
    head = (match["head"] or match["behind"]).lower()
    kind = DESCRIBED.get(head) or HEADS.get(head, "report")
    return Described(match.start(), match.end(), head, kind, title, False, title)


def _rule(_: str, match: re.Match[str]) -> Described:
    """Of "a final rule, entitled Keeping Piers Safe": the title."""
    title = match[1] or match[2]
    return Described(match.start(), match.end(), "rule", "order", title, False, title)


def _author(text: str, at: int) -> str:
    """Who releases a report: the name before the verb."""
    found = re.search(
        r"((?:[A-Z][\w.&-]*)(?: (?:[A-Z][\w.&-]*|of|the|on|and|for))*) (?:has |have |recently )*\w+ $",
        text[max(0, at - 120) : at],
    )
    return re.sub("^The ", "", found[1]) if found else ""


def _plan(text: str, match: re.Match[str]) -> Described | None:
    end = _tail(text, match.end())
    if means := _MEANS.search(text, match.end(), end):
        end = means.start()
    if _POINTING.search(text, match.end(), end):
        return None
    det = (match["det"] or "").lower()
    head = match["head"].lower()
    if det not in {"a", "an", "its", "his", "our", "their", "her", "the"} or (
        "strategy" not in head and "action plan" not in head
    ):
        return None
    if end == match.end() or not text.startswith(" to ", match.end()):
        return None
    if not _BROUGHT_OUT.search(text, max(0, match.start() - 30), match.start()):
        return None
    start = match.start("head")
    return Described(_begin(match), end, head.split()[-1], HEADS[head.split()[-1]], _plain(text[start:end]))


def _agreement(text: str, match: re.Match[str]) -> Described | None:
    mods = match["mods"].split()
    capital = [w for w in mods if w[0].isupper()]
    if (
        not capital
        or any(w.endswith("'s") for w in mods)
        or not match["det"]
        or match["det"].lower() in {"any"}
    ):
        return None
    start = text.index(capital[0], match.start("mods"))
    if _of_a_sort(text[start : match.end()]):
        return None  # "the Green New Deal", "a Historic Trade Deal"
    return Described(
        _begin(match), match.end(), match["head"].lower(), "treaty", _plain(text[start : match.end()])
    )


def _of_a_sort(name: str) -> bool:
    words = [word for word in name.lower().split() if word not in PLAIN]
    return " ".join(words) in GENERIC or name.endswith("New Deal")


def _dated_pact(_: str, match: re.Match[str]) -> Described:
    """Of "the agreements with Norway, dated May 2, 1931": all of it."""
    return Described(match.start(), match.end(), match["head"].lower(), "treaty", _plain(match[0]))


def _statement(text: str, match: re.Match[str]) -> Described | None:
    """Of "the May 2031 Joint Statement by Jane Roe and Jo Day": all of it; one with another country binds as a treaty does."""
    run = _SIGNERS.match(text, match.end())
    if run is None:
        return None
    kind: InstrumentKind = "treaty" if match["by"] in {"with", "between"} else "report"
    name = match["name"] + firm(run[0])
    start = match.start("name")
    return Described(start, start + len(name), "statement", kind, name, False, name)


def _law(text: str, match: re.Match[str]) -> Described | None:
    if any(w[0].isupper() for w in match["mods"].split()) or (match["det"] or "").lower() in {"this", "that"}:
        return None
    at = match.end()
    into = re.compile(" into law").match(text, at)
    end = _tail(text, into.end() if into else at)
    aim = text[into.end() if into else at : end]
    if not aim or (match["det"] or "a").lower() not in {"a", "an"}:
        return None
    start = match.start("mods") if match["mods"] else match.start("head")
    return Described(start, max(end, at), match["head"], "law", _plain(text[start:at] + aim))


def _defined(_: str, match: re.Match[str]) -> Described | None:
    """Of "Central Asia Connect is a framework that …": the name before the verb."""
    start, end = match.span("name")
    head = match["head"]
    kind = DESCRIBED.get(head) or HEADS[head]
    return Described(start, end, head, kind, match["name"], False, match["name"])


def _plain(words: str) -> str:
    return " ".join(words.split()).strip(' ,"')


_FORMS = tuple(
    (read, Sought(pattern, (words,)))
    for read, pattern, words in (
        (_order, _ORDERS, ("rder", "emorandum", "roclamation", "etermination")),
        (_understanding, _UNDERSTANDINGS, ("emorandum", "MO", "Mo")),
        (_report, _REPORTS, ("eport",)),
        (_titled, _TITLED, ('"',)),
        (_rule, _RULES, ("rule",)),
        (_plan, _PLANS, ("plan", "strategy", "roadmap", "framework", "agenda")),
        (_agreement, _AGREEMENTS, ("greement", "eal", "ccord")),
        (_dated_pact, _DATED_PACTS, ("greement", "reat")),
        (_statement, _STATEMENTS, ("Joint",)),
        (_law, _LAWS, ("sign", "enact")),
        (_defined, _IS, (" is ",)),
    )
)

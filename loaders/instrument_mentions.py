"""Every mention of an instrument in a line of text: named, cited by number, or described."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from gestae.loaders.amendments import amendments
from gestae.loaders.citation_days import cited_day
from gestae.loaders.citation_forms import Form
from gestae.loaders.citations import Citation, citations
from gestae.loaders.instrument_budget import budgets
from gestae.loaders.instrument_names import Name, names
from gestae.loaders.instrument_phrases import Described, described, firm
from gestae.loaders.instrument_shared import shared_heads
from gestae.loaders.instrument_states import of_states
from gestae.loaders.instrument_words import HEADS, kind_of
from gestae.ontology.facts import InstrumentKind, Period

__all__ = ["InstrumentMention", "mentions"]


@dataclass(frozen=True, slots=True)
class InstrumentMention:
    """A mention at `start`..`end`.

    `aliases` are short forms that the text gives ("TVPA"), other numbers and titles. `refers` tells that it
    points back ("the Order"); `described` that `name` is a description and no name; `tentative` that it is an
    instrument only if some register knows it. `sentence` holds the words around a description, `about` those from it on.
    `day` is the day that stands beside its number.
    """

    start: int
    end: int
    name: str
    kind: InstrumentKind
    identifier: str | None = None
    aliases: tuple[str, ...] = ()
    refers: bool = False
    described: bool = False
    introduced: bool = False
    tentative: bool = False
    sentence: str = ""
    about: str = ""
    day: Period | None = None


_ALIAS = re.compile(
    r'(?:,? as amended,?)?,? ?\((?:the |hereinafter |or )?"?(?P<alias>[A-Z0-9][\w.&-]*(?: [\w.&-]+){0,4})"?\)'
)
_OR = re.compile(r',?"?,? (?:or|also known as|known as|commonly called),? (?:the )?"?')
_BILL = re.compile(r'(?:(?:,? (?:known as |also known as )?|,? ?[-\u2013\u2014:] ?| \()(?:the )?"?|,? ?")$')
_STATE_BILL = re.compile(r"\bBill \d+$")
_SAME = re.compile(r"(?:,? as amended,?)? \((?:the )?")
_SHORT = re.compile(r"\b(?:the|such|that) (?:Act|Law|Code|Order|Treaty)(?:,? as amended,?)? \($")
_BETWEEN = re.compile(r"(?:,? as amended)?,? ?(?:\([^()]{1,60}\),? ?){0,2}[(,]? ?(?:[Tt]itle [IVXLC]+ of )?")
_OF_TITLE = re.compile(r"\b[Tt]itle ([IVXLC]+) of $")
"""The part of a public law that an act is: "(title II of Public Law 99-1)"."""
_CONSTITUTION = re.compile(
    r"\b(?:(?:[Oo]ur|[Tt]he) )?(?P<name>(?:(?<=[Oo]ur )|(?<=[Tt]he )|(?:U\.S\.|United States|American|Federal) )"
    r"Constitution(?: of the United States)?)\b(?! of| [A-Z])"
)
_ACRONYM = re.compile(r"\b(?![IVXL]+\b)[A-Z]{3,}(?:-[A-Z]{3,})?(?: \d\.\d)?\b(?! [A-Z]|-)")
_OPENED = re.compile(r'\((?:the |each,? an? |collectively,? the |hereinafter,? (?:the )?)?"?$')
_CLOSED = re.compile(r'[,.]?"?\)')
_INITIALS = re.compile(r" \((?P<short>[A-Z]{2,})\)(?= )")
"""The initials of a name inside it: "Nuclear Forces (INF) Treaty"."""
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE = rf"{_MONTH} \d{{1,2}}, \d{{4}}"
_DATED = re.compile(
    rf"\b(?P<name>(?:Presidential |National Security |Executive )?(?P<head>Memorandum|Determination|Proclamation|Order|Act|"
    rf"(?:(?<=my )|(?<=your )|(?<=joint ))memorandum) of {_DATE})(?P<title> \([A-Z][^()]{{8,250}}\))?"
)
_NAMELESS = re.compile(
    rf"\b(?:(?:final|proposed|temporary) rules?|proposed rulemaking|joint resolution)"
    rf"(?:,? (?:approved|published|issued|finalized|found|printed|as amended|at|in|of|on|the Federal Register|{_DATE})){{0,6}},? ?\(?$"
)
"""What names no rule or resolution and stands before the page that it is printed on."""
_RUN = r"(?:[A-Z][\w'.-]*|of|the|and|to|for|in|on|at|from|with|by)"
_WITH_TITLE = re.compile(
    rf',? ?(?:\((?P<a>[A-Z][^()]{{8,250}})\)|(?:titled |entitled |on )?"(?P<b>[A-Z][^"]{{8,200}}?)[,.]?"|on (?P<c>[A-Z][\w\'.-]*(?: {_RUN}){{0,24}} [A-Z][\w\'-]*))'
)
_PRINTED = frozenset({"register", "statutes", "case"})
"""Forms of citation that give where something is printed, or a judgment."""
_OF_A_DAY: frozenset[Form] = frozenset({"order", "proclamation", "directive", "law"})
"""Forms of citation beside which the day of the instrument may stand."""
_OF_LAW: frozenset[Form] = frozenset({"law", "code", "statutes", "bill", "regulation"})
"""Forms of citation that together may stand in one parenthesis behind the name of a law."""
_TITLED: frozenset[Form] = frozenset({"order", "proclamation", "directive"})
"""Forms of citation behind which the title may stand."""
_NUMBERED = frozenset({"directive", "determination", "report", "register"})
"""Forms of citation that may stand in parentheses behind the name that they number."""
_AROUND = 400
"""Characters around a description that may belong to its sentence."""
_NEAR = 14
_STOP = re.compile(r"(?<![A-Z])[.;](?=\s)")


def mentions(text: str, offset: int = 0) -> Iterator[InstrumentMention]:
    """The mentions in a line, kind by kind; `offset` is added to where they stand.

    `text` has plain quotes and no line breaks.
    """
    for found in _found(text):
        yield replace(found, start=found.start + offset, end=found.end + offset)


def _found(text: str) -> Iterator[InstrumentMention]:
    cited = list(citations(text))
    found = list(names(text))
    used: set[Citation] = set()
    covered: list[tuple[int, int]] = []
    for match in _DATED.finditer(text):
        covered.append(match.span())
        kind = HEADS[match["head"].lower()]
        aliases = (match["name"], (match["title"] or "").strip(" ()"))
        yield InstrumentMention(*match.span(), match[0], kind, aliases=aliases)
    for start, end, title in budgets(text):
        covered.append((start, end))
        yield InstrumentMention(start, end, title, "plan", aliases=("President's Budget",))
    for start, end, kind in of_states(text):
        covered.append((start, end))
        yield InstrumentMention(start, end, text[start:end], kind)
    for place, name in enumerate(found):
        bill = _STATE_BILL.search(text[name.start : name.end])
        ahead = found[place + 1].start if place + 1 < len(found) else name.end
        if bill and (_OR.fullmatch(text, name.end, ahead) or _BILL.fullmatch(text, name.end, ahead)):
            continue  # "House Bill 7, the Safe Harbors Act": by the name
        before = found[place - 1] if place else None
        if (
            before
            and not _STATE_BILL.search(text[before.start : before.end])
            and _OR.fullmatch(text, before.end, name.start)
        ):
            continue
        mention = _named(text, name, cited, used)
        if mention is not None and not _overlaps(mention.start, mention.end, covered):
            if not mention.tentative:
                covered.append((mention.start, mention.end))
            yield mention
    for citation in cited:
        if citation.form in {"law", "code"}:
            used.update(_same(text, citation, cited))
        if _SHORT.search(text, max(0, citation.start - 24), citation.start):
            used.add(citation)
        if citation not in used and (citation.form not in _PRINTED or _only_printed(text, citation.start)):
            mention = _cited(text, citation)
            covered.append((mention.start, mention.end))
            yield mention
    yield from _described(text, covered, [c for c in cited if c.form in _NUMBERED])
    for shared in shared_heads(text):
        if not _overlaps(shared.start, shared.end, covered):
            yield InstrumentMention(
                shared.start, shared.end, shared.name, shared.kind, tentative=shared.tentative
            )
    for match in _CONSTITUTION.finditer(text):
        yield InstrumentMention(*match.span("name"), "Constitution of the United States", "law")
    for start, end, number in amendments(text):
        yield InstrumentMention(start, end, text[start:end], "law", aliases=(number,))
    for match in _ACRONYM.finditer(text):
        if not _overlaps(*match.span(), covered):
            yield InstrumentMention(*match.span(), match[0], "law", tentative=True)


def _only_printed(text: str, start: int) -> bool:
    """Whether where it is printed is all that tells a rule or a resolution: "the final rule at 99 FR 31314"."""
    return _NAMELESS.search(text, max(0, start - _AROUND // 4), start) is not None


def _overlaps(start: int, end: int, covered: list[tuple[int, int]]) -> bool:
    return any(a < end and start < b for a, b in covered)


def _described(
    text: str, covered: list[tuple[int, int]], numbers: list[Citation]
) -> Iterator[InstrumentMention]:
    for found in described(text):
        end = min((a for a, b in covered if a < found.end and found.start < b), default=None)
        if end is None or found.title:
            yield _description(text, found, found.end, found.name, numbers)
            continue
        words = firm(text[found.start : end].rstrip(" ,("))
        if end > found.start and found.head in words.lower():
            yield _description(text, found, found.start + len(words), words, numbers)


def _description(
    text: str, found: Described, end: int, name: str, numbers: list[Citation]
) -> InstrumentMention:
    number = next((c for c in numbers if _numbers(text, found, end, c)), None)
    opening = max(0, found.start - _AROUND)
    before = [opening, *(m.end() for m in _STOP.finditer(text, opening, found.start))]
    after = _STOP.search(text, end, end + _AROUND)
    close = after.start() if after else min(len(text), end + _AROUND)
    sentence = text[before[-1] : close]
    return InstrumentMention(
        found.start, end, name, found.kind, number.identifier if number else None,
        refers=found.refers, described=not found.title, introduced=True, sentence=sentence, about=text[found.start : close],
    )  # fmt: skip


def _numbers(text: str, found: Described, end: int, citation: Citation) -> bool:
    """Whether a citation is the number of what is described: in parentheses, or where the rule of that title is printed."""
    if citation.form == "register":
        behind = text[end : citation.start] if found.title and end <= citation.start <= end + _NEAR else "-"
        return not behind.strip(' ,."(')
    return found.start < citation.start <= end + 2 and text[citation.start - 1] == "("


def _same(text: str, citation: Citation, cited: list[Citation]) -> Iterator[Citation]:
    """The citations that a parenthesis behind a citation gives for the same law."""
    opened = _SAME.match(text, citation.end)
    if opened:
        close = text.find(")", opened.end())
        yield from (c for c in cited if opened.end() <= c.start < close)


def _named(text: str, name: Name, cited: list[Citation], used: set[Citation]) -> InstrumentMention | None:
    start, end = name.start, name.end
    words = " ".join(text[start:end].split())
    if any(c.start < end and start < c.end for c in cited):
        return None
    bill = next(
        (
            c
            for c in cited
            if c.form in {"bill", "law"} and c.end <= start and _BILL.fullmatch(text, c.end, start)
        ),
        None,
    )
    if bill is None and _OPENED.search(text, max(0, start - 24), start) and _CLOSED.match(text, end):
        return InstrumentMention(start, end, words, kind_of(words) or HEADS[name.head], refers=True)
    aliases, at = _aliases(text, end, cited)
    if initials := _INITIALS.search(words):
        aliases.append(initials["short"] + words[initials.end() :])
        words = words[: initials.start()] + words[initials.end() :]
    identifier = None
    near = [
        c for c in cited
        if c not in used and (c.kind == "law" or c.form in _NUMBERED) and end <= c.start <= at + _NEAR and _BETWEEN.fullmatch(text[end : c.start])
    ]  # fmt: skip
    if near:
        close = text.find(")", near[0].start) if text[near[0].start - 1] == "(" else -1
        group = [c for c in cited if near[0].start <= c.start < close and c.form in _OF_LAW] or near[:1]
        identifier = next((c for c in group if c.form == "law"), group[0]).identifier
        if title := _OF_TITLE.search(text, end, near[0].start):
            identifier = f"{identifier}, tit. {title[1]}"
        used.update(group)
    if bill is not None:
        used.add(bill)
        aliases.append(bill.identifier)
        identifier = identifier or bill.identifier
        start = bill.start
    return InstrumentMention(
        start,
        end,
        words,
        kind_of(words) or HEADS[name.head],
        identifier,
        tuple(aliases),
        tentative=name.tentative,
    )


def _aliases(text: str, end: int, cited: list[Citation]) -> tuple[list[str], int]:
    """The short forms in parentheses behind a name, and where they end."""
    aliases: list[str] = []
    at = end
    while match := _ALIAS.match(text, at):
        at = match.end()
        if any(match.start("alias") <= c.start < match.end() for c in cited):
            break
        aliases.append(match["alias"])
    return aliases, at


def _cited(text: str, citation: Citation) -> InstrumentMention:
    end, name, aliases = citation.end, citation.identifier, [citation.identifier]
    day = None
    if citation.form in {"order", "proclamation"}:
        name = f"{'Executive Order' if citation.form == 'order' else 'Proclamation'} {citation.identifier.split()[-1]}"
    if citation.form in _OF_A_DAY and (dated := cited_day(text, end)):
        end, day = dated
    if citation.form in _TITLED and (title := _WITH_TITLE.match(text, end)):
        end = title.end()
        aliases.append(next(g for g in title.groups() if g).strip())
        name = f"{name}, {aliases[-1]}"
    return InstrumentMention(
        citation.start, end, name, citation.kind, citation.identifier, tuple(aliases), day=day
    )

"""Lists of those who join: "The following ports have joined the Harbor Pledge: …", the names behind the colon or line by line below."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from gestae.loaders.body_words import BODY, CAPITAL, ORGANIZATION
from gestae.loaders.membership_denied import denied, supposed
from gestae.loaders.membership_groups import is_group, is_joinable
from gestae.loaders.membership_listings import lines_below
from gestae.loaders.membership_lists import items, shared_head
from gestae.loaders.membership_people import kind
from gestae.loaders.phrases import strip_article

if TYPE_CHECKING:
    from gestae.loaders.membership_listings import Line
    from gestae.loaders.membership_paragraph import Paragraph
    from gestae.ontology.facts import Membership

__all__ = ["being_members", "joiners"]

_JOINERS = re.compile(
    r"\b(?:have|has|had|are|will|that|who|which)(?: already| also| now| newly| all| today)* "
    rf"(?:join(?:ed|ing)?|participat(?:ed|ing|e) in|(?:are )?part of|(?:are )?members of) (?:the |our )?(?P<group>{ORGANIZATION})(?: \([A-Z]{{2,8}}\))?(?: as [a-z ]{{3,30}})?:"
)

_ARE_MEMBERS = re.compile(rf" (?:that|who|which) are members of (?:the )?(?P<group>{ORGANIZATION})")
_BY_NAME = re.compile(
    rf"\b(?P<group>(?:{CAPITAL} ){{0,5}}?(?:{BODY}|[A-Z]{{4,8}}))(?:'s)? (?:founding |current )?(?:members|member (?:states|countries|nations|companies)),? "
    rf"(?P<list>(?:the )?{CAPITAL}(?: {CAPITAL})*, (?:[^.;:,]{{2,60}}, ){{0,12}}(?:and )?(?:the )?{CAPITAL}(?: {CAPITAL})*(?: and {CAPITAL}(?: {CAPITAL})*)?)"
)
"""Members by name right behind their body: "Harbor Forum member states Norway, Ghana, and Kenya met"."""
_ONE_BY_NAME = re.compile(
    rf"\b(?P<group>(?:{CAPITAL} ){{0,5}}?{BODY}|(?<![A-Z] )[A-Z]{{3,8}}|EU)(?:'s)? (?:fellow |founding )?(?:member(?: state| country)?|ally|partner) (?P<member>{CAPITAL}(?: {CAPITAL})*)"
)
"""One of a body by name: "Harbor Alliance member Norway"."""
_STOP = re.compile(r"\.(?= [A-Z]|$)")


def being_members(here: "Paragraph", start: int, end: int) -> "Iterator[Membership]":
    """Those of whom a clause says that they are members: "agencies that are members of the Harbor Task Force"."""
    if " are members of " not in here.text[start:end]:
        return
    for match in _ARE_MEMBERS.finditer(
        here.text, start
    ):  # the parser may end a sentence inside the name: "the D.C. Council"
        if match.start() >= end:
            return
        before = here.doc.char_span(start, match.start(), alignment_mode="contract")
        if before is None or not is_group(match["group"]) or before[-1].tag_ != "NNS":
            continue
        first = before[-1]
        while first.dep_ == "conj" and first.head.i < first.i:
            first = first.head
        those = strip_article(here.doc[first.left_edge.i : before[-1].i + 1])
        yield from here.pair((those.start_char, those.end_char), match.span("group"), None)


def joiners(here: "Paragraph", start: int, end: int, below: "list[Line]") -> "Iterator[Membership]":
    """The memberships of those whom a sentence, or the lines below it, list behind "have joined the …:"."""
    text = here.text
    if " member" in text[start:end] or " all" in text[start:end] or " partner" in text[start:end]:
        for match in _ONE_BY_NAME.finditer(text, start, end):
            if kind(here.cast, match["member"]) == "place":
                yield from here.pair(match.span("member"), match.span("group"), None)
    if " member" in text[start:end]:
        for match in _BY_NAME.finditer(text, start, end):
            for span in items(text, *match.span("list"), here.known):
                yield from here.pair(span, match.span("group"), None)
    if ":" not in text[start : end + 1]:
        return
    found = _JOINERS.search(text, start)
    if found is None or found.start() >= end or not is_joinable(found["group"]):
        return
    if denied(text[start : found.start()]) or supposed(text[start : found.start()]):
        return
    if not text[found.end() :].strip():
        yield from lines_below(here, found.span("group"), below)
        return
    stop = _STOP.search(text, found.end())
    if supposed(text[found.end() : stop.start() if stop else len(text)]):
        return
    spans = list(items(text, found.end(), stop.start() if stop else len(text), here.known))
    for span in spans:
        yield from here.pair(span, found.span("group"), None, shared_head(text, spans, span))

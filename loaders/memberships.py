"""Bodies and their members: lists, "members of", chairs, offices, parts of a whole."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

from gestae.loaders.membership_lists import items
from gestae.loaders.membership_offices import BODY, chairs, offices, parts
from gestae.ontology.facts import Membership, Mention, Quote

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from gestae.loaders.layout import Block
    from gestae.loaders.parse import Parsed

__all__ = ["Resolver", "memberships"]


class Resolver(Protocol):
    """What tells whom or what a phrase names."""

    def resolve(self, tokens: "Span") -> Mention:
        """The mention of a phrase."""


_TRIGGER = re.compile(
    r"(?P<of>\b(?:consist(?:s|ing|ed)? of|compos(?:ed|es) of|compris(?:ed|es) of|made up of|compris(?:es|ing)))|"
    r"(?P<members>\b(?:[Mm]ember(?:s|ship|\s+(?:countries|states|nations|companies|organizations))|[Pp]articipants|[Aa]ttendees|[Ss]ignatories|[Pp]artners)(?: of (?:the )?(?P<whole>[^,.;:]{3,120}?))? "
    r"(?:shall |will |also |now |currently )*(?:include[sd]?|are|is|were|consist of|comprise)\b)|"
    r"(?P<include>\b(?:shall |will |also |now |to )*includ(?:e|es|ed|ing)\b)"
)
_ANY = re.compile(r"consist|compos|compris|made up of|includ|[Mm]ember|chair|led by|headed|part of|division of|of the|'s |, ")
_CAP = r"[A-Z][\w.&'/-]*"
_SMALL_BODY = (
    r"task force|council|commission|committee|board|panel|delegation|group|team|coalition|alliance|partnership|network|caucus|"
    r"cabinet|consortium|collaboration"
)
_BODY_NAME = re.compile(
    rf"(?P<name>(?:{_CAP} (?:(?:of|on|for|to|and|the|in|&) )*){{0,8}}(?:{BODY}|{_SMALL_BODY})\b(?: (?:on|for|of|to) (?:the )?{_CAP}(?:(?:,? (?:and|of|the|in|to|for|on|&))* {_CAP})*)?"
    rf"|(?:(?!(?:of|by|the|an?|and|in|on|to|for|with|its|our|their|this|his|her|from|as|is|was)\b)[a-z][\w-]* ){{0,3}}(?:{_SMALL_BODY})\b|\b[A-Z]{{3,8}}\b)"
)
_CONNECT = re.compile(r"^(?:of|on|for|to|and|the|in|&|at)$")
_PERSONAL = re.compile(r"\b(?:Task Force|Council|Commission|Committee|Board|Panel|Delegation|Coalition|Alliance|Partnership|Network|Caucus|Cabinet|Consortium|Group|Team|Union)s?\b", re.I)


def memberships(parsed: "Parsed", cast: Resolver) -> list[Membership]:
    """Who belongs to what, each pair once, in the order of the text."""
    found: dict[tuple[str, str], Membership] = {}
    docs = {s.block: s.tokens.doc for s in parsed.sentences}
    blocks = parsed.blocks
    for place, block in enumerate(blocks):
        doc = docs.get(block)
        if doc is None or not _ANY.search(block.text):
            continue
        reading = _Reading(parsed, cast, block, doc)
        following = [(b, docs[b]) for b in blocks[place + 1 : place + 60] if b in docs]
        for member in reading.memberships(following):
            if member.member.name.lower() != member.group.name.lower():
                found.setdefault((member.member.name.lower(), member.group.name.lower()), member)
    return sorted(found.values(), key=lambda m: m.quote.start)


class _Reading:
    """One paragraph of a document, read for memberships."""

    def __init__(self, parsed: "Parsed", cast: Resolver, block: "Block", doc: "Doc") -> None:
        self.parsed = parsed
        self.cast = cast
        self.block = block
        self.doc = doc
        self.text = block.text

    def memberships(self, following: "list[tuple[Block, Doc]]") -> Iterator[Membership]:
        for start, end in self._sentences():
            yield from self._lists(start, end, following)
            yield from self._parts(start, end)
        for pair in offices(self.text):
            yield from self._pair(pair.member, pair.group, pair.role)
        for pair in chairs(self.text):
            if not pair.listed:
                yield from self._pair(pair.member, pair.group, pair.role)
                continue
            for span in self._leaders(*self._head_list(pair.member)):
                yield from self._pair(span, pair.group, pair.role)

    def _sentences(self) -> Iterator[tuple[int, int]]:
        for sentence in self.doc.sents:
            yield sentence.start_char, sentence.end_char

    def _lists(self, start: int, end: int, following: "list[tuple[Block, Doc]]") -> Iterator[Membership]:
        for match in _TRIGGER.finditer(self.text, start, end):
            group = self._group(match, start)
            if group is None:
                continue
            inner = self.text[match.end() : end].strip(" .")
            if inner in {":", "the following:", "following:", ""} and self.text.rstrip().endswith(":"):
                yield from self._below(group, following)
                continue
            stop = self._list_end(match.end(), end)
            for span in items(self.text, match.end(), stop, self._known, plain=match["of"] is not None):
                yield from self._pair(span, group, None)

    def _below(self, group: tuple[int, int], following: "list[tuple[Block, Doc]]") -> Iterator[Membership]:
        """Members as the items of a list below."""
        whole = self._mention(self.doc, *group)
        for block, doc in following:
            if block.role != "item" or whole is None:
                return
            for span in list(items(block.text, 0, len(block.text), lambda _: True))[:1]:
                member = self._mention(doc, *span)
                if member is not None:
                    start, end = block.start + span[0], block.start + span[1]
                    yield Membership(Quote(start, end, self.parsed.document.text[start:end]), member, whole)

    def _list_end(self, start: int, end: int) -> int:
        stop = re.compile(r"[:\u2014\u2013](?=\s)|\.\s|, (?:which|to (?!the\b)[a-z])").search(self.text, start + 2, end)
        return stop.start() if stop else end

    def _head_list(self, span: tuple[int, int]) -> tuple[int, int]:
        stop = re.compile(r",? (?:and (?:included|includes|including|is|was|will|has|shall|made|comprised)|who|which|to|in|with|at|during|on|that|for)\b(?! (?:the )?[A-Z])|, (?!and [A-Z]|[A-Z]|the )").search(self.text, *span)
        return span[0], stop.start() if stop else span[1]

    def _leaders(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Those who lead; one person may be named with several offices."""
        people = [e for e in self.doc.ents if e.label_ == "PERSON" and start <= e.start_char and e.end_char <= end]
        if len(people) == 1 and people[0].end_char == end:
            yield start, end
            return
        yield from items(self.text, start, end, self._known)

    def _group(self, match: re.Match[str], start: int) -> tuple[int, int] | None:
        """The body whose members a list names: the noun phrase before, or the subject of the sentence."""
        if match["members"]:
            if match["whole"]:
                return match.span("whole")
            return self._context(match.start())
        before = self.text[start : match.start()]
        names = [m for m in _BODY_NAME.finditer(before) if m["name"].strip()]
        if not names:
            return None
        subject = self._subject(match)
        best = names[-1]
        if match["include"]:
            if not _PERSONAL.search(best["name"]):
                return None
            tail = before[best.end() :].strip()
            if subject is None and tail not in {"", ",", ")", "that", "which"} and not re.match(r"^(?:\([A-Z]+\))?,? ?(?:was|is|were|and|that|which|led|chaired)?\b.*$", tail):
                return None
        name_start, name_end = best.span("name")
        lead = re.match(r"(?:[Mm]embers|[Rr]epresentatives) (?:of|from) (?:the )?", before[name_start:name_end])
        name_start += lead.end() if lead else 0
        if subject is not None and subject[0] - start <= best.start("name") and match["include"]:
            name_start, name_end = subject[0] - start, subject[1] - start
        return start + name_start, start + len(before[:name_end].rstrip(" ,"))

    def _subject(self, match: re.Match[str]) -> tuple[int, int] | None:
        """The subject of the verb of a list."""
        span = self.doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if span is None:
            return None
        verb = span.root
        for _ in range(4):
            subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
            if subject is not None:
                if not _PERSONAL.search(subject.text):
                    return None
                last = subject.i + 1
                first = subject.left_edge
                return first.idx, self.doc[last - 1].idx + len(self.doc[last - 1])
            if verb.dep_ != "conj":
                return None
            verb = verb.head
        return None

    def _context(self, at: int) -> tuple[int, int] | None:
        names = [m for m in _BODY_NAME.finditer(self.text[:at]) if _PERSONAL.search(m["name"])]
        return names[-1].span("name") if names else None

    def _parts(self, start: int, end: int) -> Iterator[Membership]:
        text = self.text[start:end]
        for at, group in parts(text):
            first = self._before(text, at)
            if first is None:
                continue
            for span in items(self.text, start + first, start + at, self._known):
                yield from self._pair(span, (group[0] + start, group[1] + start), None)

    def _before(self, text: str, at: int) -> int | None:
        """Where the names that end at an offset begin."""
        match = re.search(r"(?:[A-Z][\w.&'-]*|\([A-Z][\w.]*\))(?:,? (?:(?:of|for|on|and|the|to|&|in) )*(?:[A-Z][\w.&'-]*|\([A-Z][\w.]*\)))*$", text[:at])
        return match.start() if match else None

    def _known(self, words: str) -> bool:
        span = self.doc.char_span(0, 1, alignment_mode="expand")
        register = getattr(self.cast, "authority", None)
        return bool(register is not None and span is not None and register.find(words))

    def _pair(self, member: tuple[int, int], group: tuple[int, int], role: str | None) -> Iterator[Membership]:
        one, whole = self._mention(self.doc, *member), self._mention(self.doc, *group)
        if one is None or whole is None:
            return
        start, end = min(member[0], group[0]), max(member[1], group[1])
        start, end = start + self.block.start, end + self.block.start
        yield Membership(Quote(start, end, self.parsed.document.text[start:end]), one, whole, role)

    def _mention(self, doc: "Doc", start: int, end: int) -> Mention | None:
        while end > start + 1 and doc.text[end - 1] in ".,;" and not re.search(r"\b(?:[A-Z]\.)+$|\b(?:Inc|Jr|Sr|Corp|Co)\.$", doc.text[start:end]):
            end -= 1
        span = doc.char_span(start, end, alignment_mode="expand")
        return self.cast.resolve(span) if span is not None and len(span) else None

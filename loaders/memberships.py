"""Bodies and their members: lists, "members of", chairs, offices, parts of a whole."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

from gestae.loaders.made import made
from gestae.loaders.membership_groups import context, group_before, is_group
from gestae.loaders.membership_lists import items, shared_head
from gestae.loaders.membership_names import tidied
from gestae.loaders.membership_offices import Pair, led, offices, parts
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


_LISTED = re.compile(
    r"(?P<of>\b(?:consist(?:s|ing|ed)? of|composed of|compris(?:ed|es) of|made up of|compris(?:es|ing)))(?: (?:(?:\w+ )?(?:representatives|officials) (?:of|from) )?(?:the )?following[^.:;]{0,90}(?=:))?|"
    r"(?P<members>\b(?:[Mm]ember(?:s|ship| (?:countries|states|nations|companies|organizations|agencies|institutions|governments|cities|firms))|"
    r"[Ss]ignatories|[Pp]artners|[Pp]articipants)(?: of (?:the )?(?P<whole>[^,.;:]{3,120}?))? "
    r"(?:shall |will |also |now |currently )*(?:include[sd]?|are|is|were|consist of|comprise)\b)|"
    r"(?P<include>\b(?:shall |will |also |now |to )*includ(?:e|es|ed|ing)\b)(?: (?:(?:\w+ )?(?:representatives|officials) (?:of|from) )?(?:the )?following[^.:;]{0,90}(?=:))?"
)
_ANY = re.compile(
    r"consist|compos|compris|made up of|includ|[Mm]ember|[Cc]hair|led by|head|part of|of the|'s |within|, |joined| as "
)
_LIST_END = re.compile(r":|[\u2014\u2013](?=\s)|\.\s(?=[A-Z])|, (?:which|to (?!the\b)[a-z])")
_SUCH_AS = re.compile(
    r"(?:an? )?(?:[a-z][\w-]* ){0,4}(?:coalition|group|network|mix|range|set)\b[^.;:]{0,200}?\b(?:including|such as) "
)
_LEADERS_END = re.compile(
    r",? and (?:includ|is\b|was\b|will\b|has\b|shall\b|made\b|compris|consist|compos)|,? (?:who|which|that|during|to (?!the\b)[a-z]\w*)\b|"
    r",? (?:in|with|at|on|for) (?!the [A-Z]|[A-Z])|, (?!and [A-Z]|[A-Z]|the |and the )"
)
_JOINED = re.compile(
    r" (?:have |has |had |formally |also |today |officially )*joined (?:the )?(?P<group>(?:[A-Z][\w'&-]*(?: (?:of|for|on|to|and|the|in))* ?){2,12})"
)
_NAMES_BEFORE = re.compile(
    r"(?:[A-Z][\w.&'-]*|\([A-Z][\w.]*\))(?:,? (?:(?:of|for|on|and|the|to|&|in) )*(?:[A-Z][\w.&'-]*|\([A-Z][\w.]*\)))*$"
)
_ABBREVIATION = re.compile(r"(?:\b[A-Z]\.)+$|\b(?:Inc|Jr|Sr|Corp|Co|Ltd)\.$")
_PRONOUNS = frozenset(
    {"he", "she", "it", "they", "we", "i", "who", "which", "you", "him", "her", "them", "us"}
)
_NO_NAMES = frozenset({"ADV", "INTJ", "PRON", "SCONJ", "CCONJ", "ADP", "DET"})
_FAR = 60
"""Paragraphs below a lead-in that its list may take."""
_LONG_ITEM = 240


def memberships(parsed: "Parsed", cast: Resolver) -> list[Membership]:
    """Who belongs to what, each pair once, in the order of the text."""
    found: dict[tuple[str, str], Membership] = {}
    docs = {s.block.start: s.tokens.doc for s in parsed.sentences}
    for place, block in enumerate(parsed.blocks):
        doc = docs.get(block.start)
        if doc is None or not _ANY.search(block.text):
            continue
        below = [(b, docs[b.start]) for b in parsed.blocks[place + 1 : place + _FAR] if b.start in docs]
        for fact in _Paragraph(parsed, cast, block, doc).read(below):
            plain = tidied(fact)
            if plain is None or {plain.member.name.lower(), plain.group.name.lower()} & _PRONOUNS:
                continue
            key = (plain.member.name.lower(), plain.group.name.lower())
            if key[0] != key[1]:
                found.setdefault(key, plain)
    return _apart(sorted(found.values(), key=lambda m: m.quote.start))


def _apart(found: list[Membership]) -> list[Membership]:
    """The memberships without those of a body whose name only swallowed the words of the next line."""
    groups = {fact.group.name for fact in found}
    return [
        f for f in found if not any(f.group.name.startswith(f"{g} ") and _again(f, g, found) for g in groups)
    ]


def _again(fact: Membership, group: str, found: list[Membership]) -> bool:
    return any(f.group.name == group and f.member.name == fact.member.name for f in found)


class _Paragraph:
    """One paragraph of a document, read for memberships."""

    def __init__(self, parsed: "Parsed", cast: Resolver, block: "Block", doc: "Doc") -> None:
        self.words = parsed.document.text
        self.cast = cast
        self.block = block
        self.doc = doc
        self.text = block.text

    def read(self, below: "list[tuple[Block, Doc]]") -> Iterator[Membership]:
        for sentence in self.doc.sents:
            start, end = sentence.start_char, sentence.end_char
            yield from self._lists(start, end, below)
            yield from self._parts(start, end)
            yield from self._led(start, end)
        for pair in offices(self.text):
            if pair.doubtful and not self._stands_for_more(pair):
                continue
            yield from self._pair(pair.member, pair.group, pair.role)

    def _lists(self, start: int, end: int, below: "list[tuple[Block, Doc]]") -> Iterator[Membership]:
        done = start
        for match in _LISTED.finditer(self.text, start, end):
            if match.start() < done:
                continue
            if match["members"]:
                group = match.span("whole") if match["whole"] else context(self.text, match.start())
            else:
                group = group_before(
                    self.doc, start, match.start(), match.end(), personal=match["include"] is not None
                )
            if group is None:
                continue
            inner = self.text[match.end() :].strip(" .:")
            if not inner or (
                not self.text[match.end() : end].strip(" .:") and self.text.rstrip().endswith(":")
            ):
                yield from self._below(group, below)
                continue
            at = match.end() + len(re.match(r"[: ]*", self.text[match.end() : end])[0])  # type: ignore[index]
            if match["members"] and (inside := _SUCH_AS.match(self.text, at, end)):
                at = inside.end()
            stop = _LIST_END.search(self.text, at, end)
            done = stop.start() if stop else end
            spans = list(
                items(
                    self.text, at, stop.start() if stop else end, self._known, plain=match["of"] is not None
                )
            )
            for span in spans:
                yield from self._pair(span, group, None, shared_head(self.text, spans, span))

    def _below(self, group: tuple[int, int], below: "list[tuple[Block, Doc]]") -> Iterator[Membership]:
        """Members as the lines of a list below."""
        whole = self._mention(self.doc, *group)
        first = below[0][0].role if below else "item"
        for block, doc in below:
            if (
                whole is None
                or block.role != first
                or len(block.text) > _LONG_ITEM
                or block.text.endswith(":")
            ):
                return
            for span in list(items(block.text, 0, len(block.text), lambda _: True))[:1]:
                member = self._mention(doc, *span)
                if member is not None:
                    start, end = block.start + span[0], block.start + span[1]
                    yield Membership(Quote(start, end, self.words[start:end]), member, whole)

    def _led(self, start: int, end: int) -> Iterator[Membership]:
        for at, (first, last), role in led(self.text[start:end]):
            group = group_before(self.doc, start, start + at, start + at + 1, personal=False)
            if group is None:
                continue
            stop = _LEADERS_END.search(self.text, start + first, start + last)
            for span in self._leaders(start + first, stop.start() if stop else start + last):
                yield from self._pair(span, group, role)

    def _leaders(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Those who lead; one person may be named with several offices."""
        people = [
            e for e in self.doc.ents if e.label_ == "PERSON" and start <= e.start_char and e.end_char <= end
        ]
        if len(people) == 1 and people[0].end_char == end:
            yield start, end
        else:
            yield from items(self.text, start, end, self._known)

    def _parts(self, start: int, end: int) -> Iterator[Membership]:
        text = self.text[start:end]
        joined = [(m.start(), m.span("group")) for m in _JOINED.finditer(text) if is_group(m["group"])]
        for at, group in [*parts(text), *joined]:
            before = _NAMES_BEFORE.search(text[:at])
            for span in items(self.text, start + before.start(), start + at, self._known) if before else ():
                yield from self._pair(span, (group[0] + start, group[1] + start), None)

    def _stands_for_more(self, pair: Pair) -> bool:
        """Whether a surname stands for a name that the text gives in full."""
        one = self._mention(self.doc, *pair.member)
        return one is not None and " " in one.name and one.name != one.text

    def _known(self, words: str) -> bool:
        register = getattr(self.cast, "authority", None)
        return bool(register is not None and register.find(words))

    def _pair(
        self, member: tuple[int, int], group: tuple[int, int], role: str | None, name: str | None = None
    ) -> Iterator[Membership]:
        one, whole = self._mention(self.doc, *member, name), self._mention(self.doc, *group)
        if one is not None and whole is not None:
            start = min(member[0], group[0]) + self.block.start
            end = max(member[1], group[1]) + self.block.start
            yield Membership(Quote(start, end, self.words[start:end]), one, whole, role)

    def _mention(self, doc: "Doc", start: int, end: int, name: str | None = None) -> Mention | None:
        while (
            end > start + 1 and doc.text[end - 1] in " .,;" and not _ABBREVIATION.search(doc.text[start:end])
        ):
            end -= 1
        span = doc.char_span(start, end, alignment_mode="expand")
        if (
            span is None
            or not len(span)
            or (len(span) == 1 and span[0].pos_ in _NO_NAMES and not span.text.isupper())
        ):
            return None
        mention = self.cast.resolve(span)
        return (
            mention if name is None else Mention(mention.text, self.cast.resolve(made(doc, name, start)).name)
        )

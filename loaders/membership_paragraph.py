"""A paragraph read for memberships: whom and what its words name, and how sure the parser is of it."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from gestae.loaders.body_words import BODY
from gestae.loaders.made import made
from gestae.loaders.membership_offices import Pair
from gestae.loaders.membership_people import PERSONAL, kind, person
from gestae.loaders.membership_posts import HEADED
from gestae.loaders.names import kind_of
from gestae.loaders.parsed_text import parsed_text
from gestae.loaders.resolver import Resolver
from gestae.ontology.facts import Membership, Mention, Quote

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from gestae.loaders.layout import Block
    from gestae.loaders.parse import Parsed

__all__ = ["Paragraph"]

_NOT_NAMES = frozenset({"DATE", "TIME", "EVENT", "NORP", "CARDINAL", "ORDINAL"})
_ABBREVIATION = re.compile(r"(?:\b[A-Z]\.)+$|\b(?:Inc|Jr|Sr|Corp|Co|Ltd)\.$")
_GENERATION = re.compile(r", (?:Jr|Sr)\.?$")
_NO_NAMES = frozenset({"ADV", "INTJ", "PRON", "SCONJ", "CCONJ", "ADP", "DET"})
_GOVERNMENT = re.compile(r"[\w-]+ Administration")
"""Under whom everything is done, not of whom it is a part."""
_FORMERLY = re.compile(
    r"(?:(?:(?:Then|Ex)-(?=[A-Z])|(?:Former|Current|Retired|Outgoing|Incoming|Longtime|Long-time|Then|Newly [a-z]+|Departing) (?=[A-Z])))+"
)
"""What stands before a body and the office of it that somebody holds, and belongs to neither's name: "Outgoing Harbor Council Director"."""
_IN_PLACE = re.compile(rf"(?P<name>[^,;]*\b{BODY}) in (?:the )?(?P<place>[A-Z][\w.' -]*)")
"""A body and where it is: "the Harbor Fund in Ohio"."""
_CAUSE = re.compile(r"((?:[A-Z]\w+ )*[A-Z]\w+s) (?:for|against) ")
"""How the name of an association of people for something begins: "Mothers for Harbor Reform"."""
_TAIL = re.compile(r" (?:of|on|for|at) ")
"""Behind which a name says what a body is for: "School of Law"."""


class Paragraph:
    """One paragraph of a document, with its words, its parse and who is known in it."""

    def __init__(self, parsed: "Parsed", cast: Resolver, block: "Block", doc: "Doc") -> None:
        self.parsed = parsed
        self.words = parsed.document.text
        self.cast = cast
        self.block = block
        self.doc = doc
        self.text = block.text
        self.last_chosen: str | None = None

    def stands_for_more(self, pair: Pair) -> bool:
        """Whether a surname stands for a name that the text gives in full."""
        one = self.mention(*pair.member)
        return one is not None and " " in one.name and one.name != one.text

    def is_name(self, pair: Pair) -> bool:
        """Whether the parser takes a member for a proper noun, and for no date, event or the like."""
        span = self.doc.char_span(*pair.member, alignment_mode="expand")
        return (
            span is not None
            and all(t.pos_ == "PROPN" or t.text == "-" for t in span)
            and not any(t.ent_type_ in _NOT_NAMES for t in span)
        )

    def is_person(self, start: int, end: int) -> bool:
        """Whether the parser takes the last words of a span for a person."""
        return any(
            e.label_ == "PERSON" and e.start_char < end and e.end_char >= end - 1 and e.end_char > start
            for e in self.doc.ents
        )

    def is_firm(self, start: int, end: int) -> bool:
        """Whether the parser takes words for an organization as they stand, and nobody knows them for anything else."""
        span = self.doc.char_span(start, end)
        whole = span is not None and any(
            e.label_ == "ORG" and e.start_char <= start and e.end_char >= end for e in self.doc.ents
        )
        return whole and kind(self.cast, self.text[start:end]) in {"", "organization"}

    def begins_with_person(self, start: int, end: int) -> bool:
        """Whether a span is a person and where they are from: "Jane Roe of the Harbor Council"."""
        return any(
            e.label_ == "PERSON"
            and e.start_char <= start < e.end_char
            and self.text.startswith(" of ", e.end_char)
            for e in self.doc.ents
            if e.end_char < end
        )

    def is_body(self, start: int, end: int) -> bool:
        """Whether words name a body: several do, and initials do where they stand for no country or person."""
        one = self.mention(start, end)
        words = self.text[start:end]
        return one is not None and (
            " " in words
            or (kind(self.cast, one.name) in {"", "organization"} and not HEADED.fullmatch(words))
        )

    def owned(self, part: tuple[int, int], whole: tuple[int, int]) -> Iterator[Membership]:
        """The membership of a body that a possessive names as part of another; initials must be those of a known one."""
        over, one, words = (
            self.mention(*whole, body=True),
            self.mention(*part, body=True),
            self.text[slice(*part)],
        )
        if over is None or one is None or over.name[0].islower() or "," in over.name or " " not in over.name:
            return
        if kind(self.cast, over.name) not in {"", "organization"} or _GOVERNMENT.fullmatch(over.name):
            return
        if any(e.label_ == "PERSON" and e.start_char == part[0] and " " in e.text for e in self.doc.ents):
            return  # "the Harbor Council's Jane Roe and Pier Office"
        last = over.name.rpartition(" and ")[2]
        if last != over.name and kind(self.cast, last) == "place" and kind(self.cast, over.name) == "":
            return  # "the Harbor Department and Norway's Ministry of Ports"
        if " " not in words and kind(self.cast, one.name) != "organization":
            return
        yield from self.pair(part, whole, None, words if "'" in one.name else None)

    def _are_instruments(self, *named: Mention) -> bool:
        """Whether one of two names is that of a law or an order, which nobody is a member of."""
        register = getattr(self.cast, "authority", None)
        return register is not None and any(
            m.name[:1].isupper()
            and kind_of(m.name, register) == "instrument"
            and not HEADED.search(_TAIL.split(m.name)[0])
            and not ((people := _CAUSE.match(m.name)) and kind_of(people[1], register) != "instrument")
            for m in named
        )

    def known(self, words: str) -> bool:
        """Whether the authority files hold a name."""
        register = getattr(self.cast, "authority", None)
        return bool(register is not None and register.find(words))

    def pair(
        self,
        member: tuple[int, int],
        group: tuple[int, int],
        role: str | None,
        name: str | None = None,
        *,
        pact: bool = False,
    ) -> Iterator[Membership]:
        """The membership of two spans, the member under `name` where one is given; nothing where one of them names nobody.

        Only of a `pact` may the group be an instrument: the parties to an agreement.
        """
        one, whole = self.mention(*member, name), self.mention(*group, body=True)
        if one is not None and whole is not None and whole.name == one.name != whole.text:
            whole = self._itself(whole.text)  # of "Jane Roe (EPA)" the brackets hold no short form of hers
        if one is not None and whole is not None and (pact or not self._are_instruments(one, whole)):
            yield Membership(self.quote(min(member[0], group[0]), max(member[1], group[1])), one, whole, role)

    def _itself(self, words: str) -> Mention:
        """What words name by the authority files alone."""
        register = getattr(self.cast, "authority", None)
        found = register.find(words) if register is not None else ()
        return Mention(words, found[0].name if found else words)

    def quote(self, start: int, end: int) -> Quote:
        """The words between two offsets of the paragraph."""
        start, end = start + self.block.start, end + self.block.start
        return Quote(start, end, self.words[start:end])

    def mention(self, start: int, end: int, name: str | None = None, *, body: bool = False) -> Mention | None:
        """Whom or what the words between two offsets name: with `body` no person."""
        doc, text = self.doc, parsed_text(self.doc)
        if body and (former := _FORMERLY.match(text, start, end)):
            start = former.end()
            if " " not in text[start:end] and not text[start:end].isupper():
                return None  # "Incoming House Leader": of a State's
        if (
            body
            and (placed := _IN_PLACE.fullmatch(text, start, end))
            and kind(self.cast, placed["place"]) == "place"
        ):
            end = placed.end("name")
        while end > start + 1 and text[end - 1] in " .,;" and not _ABBREVIATION.search(text[start:end]):
            end -= 1
        span = doc.char_span(start, end, alignment_mode="expand")
        if (
            span is None
            or not len(span)
            or (
                len(span) == 1
                and span[0].pos_ in _NO_NAMES
                and not (span.text.isupper() or span[0].lower_ in PERSONAL)
            )
        ):
            return None
        mention = self.cast.resolve(span) if body else person(span, self.cast.resolve(span))
        if _GENERATION.search(span.text):
            born = [
                e
                for e in span.ents
                if e.label_ == "PERSON" and " " in e.text and e.end_char + 5 >= span.end_char
            ]
            words = text[born[0].start_char : span.end_char] if born else span.text
            mention = Mention(words, words)
        return (
            mention if name is None else Mention(mention.text, self.cast.resolve(made(doc, name, start)).name)
        )

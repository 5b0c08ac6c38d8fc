"""Bodies and their members: lists, "members of", chairs, offices, parts of a whole."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from gestae.loaders.actors import actor_phrase
from gestae.loaders.attendees import Attendee, attendees
from gestae.loaders.made import made
from gestae.loaders.membership_acts import taking_part
from gestae.loaders.membership_careers import careers
from gestae.loaders.membership_chosen import chosen
from gestae.loaders.membership_counted import counted, one_of
from gestae.loaders.membership_groups import body_named, context, group_before, is_group
from gestae.loaders.membership_lists import items, shared_head
from gestae.loaders.membership_names import names_people
from gestae.loaders.membership_offices import HONORIFIC, NAME, Pair, led, offices, parts
from gestae.loaders.membership_pacts import pacts, spelled_out
from gestae.loaders.membership_paragraph import Paragraph
from gestae.loaders.membership_people import PERSONAL, Resolver, kind, meant
from gestae.loaders.membership_posts import bodies, segments
from gestae.loaders.membership_rolls import chairing, leading, person_at, roll
from gestae.loaders.membership_settled import settled
from gestae.loaders.membership_titles import titled
from gestae.ontology.facts import Membership, Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from gestae.loaders.layout import Block
    from gestae.loaders.parse import Parsed

__all__ = ["Resolver", "memberships"]


_LISTED = re.compile(
    r"(?P<of>\b(?:consist(?:s|ing|ed)? of|composed of|compris(?:ed|es) of|made up of|compris(?:es|ing)))(?: (?:(?:\w+ )?(?:representatives|officials) (?:of|from) )?(?:the )?following[^.:;]{0,90}(?=:|$))?|"
    r"(?P<members>\b(?:[Mm]ember(?:s|ship| (?:countries|states|nations|companies|organizations|agencies|institutions|governments|cities|firms))|"
    r"[Ss]ignatories|[Pp]artners|[Pp]articipants)(?: (?P<from>of|from) (?:the )?(?P<whole>[^,.;:]{3,120}?))? "
    r"(?:shall |will |also |now |currently )*(?:include[sd]?|are|is|were|consist of|comprise)\b(?! (?:comp|made up)))|"
    r"(?P<include>\b(?:shall |will |also |now |to )*includ(?:e|es|ed|ing)\b)(?: (?:(?:\w+ )?(?:representatives|officials) (?:of|from) )?(?:the )?following[^.:;]{0,90}(?=:))?"
)
_LIST_END = re.compile(
    r":|[\u2014\u2013](?=\s)|(?<!\.[A-Z])(?<!\b[A-Z])(?<!\bDr)(?<!\bM[rs])(?<!\bMrs)\.\s(?=[A-Z])| and (?:serves|acts|works)\b|, (?:which|to (?!the\b)[a-z])"
)
_SUCH_AS = re.compile(
    r"(?:an? )?(?:[a-z][\w-]* ){0,4}(?:coalition|group|network|mix|range|set)\b[^.;:]{0,200}?\b(?:including|such as) "
)
_KINDS = re.compile(
    r"(?:[a-z-]+ ){0,3}(?:leaders|officials|members|experts|representatives|people|individuals|heads)\b[^.:;]{0,60}: (?=the |[A-Z])"
)
"""What sort of members a list behind a colon names: "includes leaders across the government: the Secretary of …"."""
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
_HOME = re.compile(r", of (?:the )?[A-Z][\w.]*(?: (?:of )?[A-Z][\w.]*){0,3}$")
"""Where somebody is from, between a name and what they are: "Jane Roe, of Ohio, a member of"."""
_ONE = re.compile(r",? (?:is|was) (?:an? |the )|, an? ")
"""What tells that what stands before belongs to the body by itself, not a list."""
_OWNERS = frozenset({"ORG", "WORK_OF_ART", "PRODUCT"})
"""What the parser takes a body or a programme for."""
_AFTER_NAME = re.compile(r"(?:Jr|Sr|Inc|LLC|Ltd|Co|Corp|II|III)\b|and ")
_BRACKETED = re.compile(r"(?<=[A-Z]\w) \([A-Z][^()]* [^()]*\)$|(?<=[a-z]) \([A-Z][^()]* [^()]*\)$")
"""Where a leader is from, behind the name."""
_HEADING = re.compile(
    rf"(?:\d+\. )?{HONORIFIC}(?P<name>{NAME})(?::|,) (?:[Nn]ominee|[Cc]andidate|[Aa]ppointee|to be) "
)
"""Over the biography of somebody: "Jane Roe, Nominee for Warden"."""
_FAR = 60
"""Paragraphs below a lead-in that its list may take."""
_LONG_ITEM = 240


def memberships(parsed: "Parsed", cast: Resolver) -> list[Membership]:
    """Who belongs to what, each pair once, in the order of the text."""
    listed = attendees(parsed.blocks, parsed.document.text, lambda name: kind(cast, name))
    names = [parsed.blocks[at].text[slice(*one.member)] for at, people in listed.items() for one in people]
    names += [m["name"] for block in parsed.blocks if (m := _HEADING.match(block.text))]
    return settled(_told(parsed, cast, listed), names, cast)


def _told(parsed: "Parsed", cast: Resolver, listed: dict[int, tuple[Attendee, ...]]) -> Iterator[Membership]:
    docs = {s.block.start: s.tokens.doc for s in parsed.sentences}
    last = ""
    for place, block in enumerate(parsed.blocks):
        doc = docs.get(block.start)
        if doc is None:
            continue
        below = [
            _Line(b, docs[b.start], listed.get(at, ()))
            for at, b in enumerate(parsed.blocks[place + 1 : place + _FAR], place + 1)
            if b.start in docs
        ]
        here = _Paragraph(parsed, cast, block, doc)
        people = listed.get(place, ())
        if people:
            last = block.text[slice(*people[-1].member)]
        headed = last if last and last.split()[-1] in block.text else None
        yield from here.listed(people)
        yield from here.read(below, people, headed) if len(people) <= 1 else ()
        yield from _by_lines(parsed, cast, docs, place)


def _by_lines(parsed: "Parsed", cast: Resolver, docs: "dict[int, Doc]", place: int) -> Iterator[Membership]:
    """The members of a roll that the block at `place` heads, and who it says leads the body named above it."""
    found: list[tuple[int, tuple[int, int], int, tuple[int, int], str | None]] = []
    if named := roll(parsed.blocks, place):
        found += [(where, span, named.block, named.group, None) for where, span in named.members]
    if leader := leading(parsed.blocks, place):
        found.append((place, leader[0], leader[1], leader[2], "leader"))
    if chair := chairing(parsed.blocks, place):
        found.append((place, chair[0], chair[1], chair[2], "chair"))
    for where, span, at, group, role in found:
        member_in, group_in = parsed.blocks[where], parsed.blocks[at]
        if member_in.start not in docs or group_in.start not in docs:
            continue
        one = _Paragraph(parsed, cast, member_in, docs[member_in.start])
        whole = _Paragraph(parsed, cast, group_in, docs[group_in.start]).mention(*group)
        member = one.mention(*span)
        if member is not None and whole is not None:
            yield Membership(one.quote(*span), member, whole, role)


class _Line(NamedTuple):
    """A block below a lead-in, and whom it lists."""

    block: "Block"
    doc: "Doc"
    people: tuple[Attendee, ...]


class _Paragraph(Paragraph):
    """One paragraph of a document, read for memberships."""

    def read(
        self, below: "list[_Line]", people: tuple[Attendee, ...], headed: str | None
    ) -> Iterator[Membership]:
        for sentence in self.doc.sents:
            start, end = sentence.start_char, sentence.end_char
            yield from self._lists(start, end, below)
            yield from self._parts(start, end)
            yield from self._counted(start, end)
            yield from self._led(start, end)
            yield from self._chosen(start, end, headed)
            for who, group in careers(sentence, headed or ""):
                yield from self.pair(
                    (who.left_edge.idx, who.idx + len(who)),
                    group,
                    None,
                    meant(who, self.doc, self.cast, headed),
                )
            for who, body, role in taking_part(sentence):
                span = actor_phrase(who)
                group = (body.start_char, body.end_char)
                if len(body) == 1:  # "this delegation"
                    named = context(self.text, body.start_char)
                    if named is None or body.text.lower() not in self.text[slice(*named)].lower():
                        continue
                    group = named
                yield from self.pair((span.start_char, span.end_char), group, role)
        yield from self._titled()
        for countries, group in pacts(self.text):
            yield from self._joined(countries, group)
        for countries, group in spelled_out(self.text, lambda words: kind(self.cast, words) == "place"):
            for country in countries:
                yield from self.pair(country, group, None)
        told = {one.member: one.groups for one in people if one.groups}
        for pair in offices(self.text):
            nearest = next((g for g in told.get(pair.member, (pair.group,)) if _meet(g, pair.group)), None)
            if nearest is None:
                continue
            if pair.doubtful and not (self.stands_for_more(pair) or (pair.person and self.is_name(pair))):
                continue
            if pair.person and not pair.doubtful and not self.is_person(*pair.member):
                continue
            for member, group in self._office_holder(replace(pair, group=nearest)):
                yield from self.pair(member, self._owner(*group), pair.role)

    def _titled(self) -> Iterator[Membership]:
        for (start, end), group, role in titled(self.text):
            name = next((e for e in self.doc.ents if e.label_ == "PERSON" and e.end_char == end), None)
            if name is None or " " not in name.text or not self.is_body(*group):
                continue
            if group[1] + 1 == start < name.start_char:  # the parser tells where the body ends
                group = (group[0], name.start_char - 1)
            yield from self.pair((max(name.start_char, start), end), group, role)

    def _counted(self, start: int, end: int) -> Iterator[Membership]:
        for body, several, name in counted(self.text, start, end, self.known):
            yield from self.pair(body, several, None, name or self.text[slice(*body)])
        for body, several in one_of(self.text, start, end):
            yield from self.pair(body, several, None)

    def _chosen(self, start: int, end: int, headed: str | None) -> Iterator[Membership]:
        for who, told in chosen(self.text, start, end):
            person = self.doc.char_span(*who, alignment_mode="expand")
            if person is not None and person.text in PERSONAL:
                name = meant(person[0], self.doc, self.cast, headed) or self.last_chosen
            elif person is not None and self.is_person(*who):
                name = self.last_chosen = self.cast.resolve(person).name
            else:
                continue
            for group in bodies(self.text, *next(segments(self.text, *told))) if name else ():
                yield from self.pair(who, group, None, name)

    def listed(self, people: tuple[Attendee, ...]) -> Iterator[Membership]:
        """Those whom a line, or lines run together, tell with the bodies where they are from."""
        for one in people:
            for group in one.groups:
                yield from self.pair(one.member, group, None)

    def _lists(self, start: int, end: int, below: "list[_Line]") -> Iterator[Membership]:
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
            if group is None or (match["from"] == "from" and not is_group(self.text[slice(*group)])):
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
            elif match["include"] and (kinds := _KINDS.match(self.text, at, end)):
                at = kinds.end()
            stop = _LIST_END.search(self.text, at, end)
            done = stop.start() if stop else end
            spans = list(
                items(
                    self.text,
                    at,
                    stop.start() if stop else end,
                    self.known,
                    plain=match["of"] is not None or match["include"] is not None,
                )
            )
            for span in spans:
                if match["include"] and not names_people(self.text[slice(*span)]):
                    continue
                yield from self.pair(span, group, None, shared_head(self.text, spans, span))

    def _below(self, group: tuple[int, int], below: "list[_Line]") -> Iterator[Membership]:
        """Members as the lines of a list below."""
        whole = self.mention(*group)
        first = below[0].block.role if below else "item"
        for number, (block, doc, people) in enumerate(below):
            together = number == 0 and len(people) > 1
            if (
                whole is None
                or block.role != first
                or (len(block.text) > _LONG_ITEM and not together)
                or block.text.endswith(":")
            ):
                return
            name = person_at(block.text)
            spans = [name] if name else list(items(block.text, 0, len(block.text), lambda _: True))[:1]
            for span in [one.member for one in people] if together else spans:
                line = _Paragraph(self.parsed, self.cast, block, doc)
                member = line.mention(*span)
                if member is not None:
                    yield Membership(line.quote(*span), member, whole)
            if together:
                return

    def _led(self, start: int, end: int) -> Iterator[Membership]:
        for at, (first, last), role in led(self.text[start:end]):
            group = group_before(self.doc, start, start + at, start + at + 1, personal=False)
            if group is None:
                continue
            stop = _LEADERS_END.search(self.text, start + first, start + last)
            for span in self._leaders(start + first, stop.start() if stop else start + last):
                yield from self.pair(span, group, role)

    def _leaders(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Those who lead; one person may be named with several offices."""
        people = [
            e for e in self.doc.ents if e.label_ == "PERSON" and start <= e.start_char and e.end_char <= end
        ]
        if len(people) == 1 and people[0].end_char == end:
            yield start, end
        else:
            for a, b in items(self.text, start, end, self.known):
                body = _BRACKETED.search(self.text, a, b)
                yield a, body.start() if body else b

    def _parts(self, start: int, end: int) -> Iterator[Membership]:
        text = self.text[start:end]
        joined = [(m.start(), m.span("group")) for m in _JOINED.finditer(text) if is_group(m["group"])]
        for at, group in [*parts(text), *joined]:
            before = _NAMES_BEFORE.search(
                text[: at - len(home[0]) if (home := _HOME.search(text[:at])) else at]
            )
            spans = (
                list(items(self.text, start + before.start(), start + before.end(), self.known))
                if before
                else []
            )
            if _ONE.match(text, at):
                spans = [self._last(*span) for span in spans[-1:]]
                if text.startswith("Board ", group[0]):  # of a person: what stands before is their employer
                    spans = [span for span in spans if self.is_person(*span)]
            for span in spans:
                yield from self.pair(span, (group[0] + start, group[1] + start), None)

    def _office_holder(self, pair: Pair) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
        """The member and the body; of "Ann Lee, Director of the Harbor Council Jo Day" the latter holds the office."""
        last = next(
            (
                e
                for e in self.doc.ents
                if e.label_ == "PERSON" and pair.group[0] < e.start_char < e.end_char == pair.group[1]
            ),
            None,
        )
        if last is None or " " not in last.text:
            yield pair.member, pair.group
        elif body_named(self.text[pair.group[0] : last.start_char]):
            yield (last.start_char, last.end_char), (pair.group[0], last.start_char - 1)

    def _owner(self, start: int, end: int) -> tuple[int, int]:
        """What "its" in "its director, Jane Roe" stands for: the body or programme that its sentence named last."""
        if self.text[start:end].lower() != "its":
            return start, end
        named = [
            e
            for sentence in self.doc.sents
            if sentence.start_char <= start < sentence.end_char
            for e in sentence.ents
            if e.label_ in _OWNERS and e.end_char <= start
        ]
        return (named[-1].start_char, named[-1].end_char) if named else (start, end)

    def _last(self, start: int, end: int) -> tuple[int, int]:
        """The name behind the last comma of a span."""
        comma = self.text.rfind(", ", start, end)
        return (
            (comma + 2, end) if comma >= 0 and not _AFTER_NAME.match(self.text, comma + 2) else (start, end)
        )

    def _joined(self, countries: list[tuple[int, int]], group: tuple[int, int]) -> Iterator[Membership]:
        """The countries of a pact; the parser takes what dashes join for one word."""
        members = [
            Mention(words, self.cast.resolve(made(self.doc, words, start)).name)
            for start, end in countries
            for words in [self.text[start:end]]
        ]
        kinds = [kind(self.cast, one.name) for one in members]
        if "place" in kinds and all(
            k == "place" or one.text.isupper() for k, one in zip(kinds, members, strict=True) if k
        ):
            words = self.text[slice(*group)]
            initials = "".join(word[0].upper() for word in members[-1].text.split())
            known = initials == words  # "Republic of Korea (ROK)" names no pact
            for one in members if all(kinds) and not known else ():
                yield Membership(self.quote(countries[0][0], group[1]), one, Mention(words, words))


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]

"""What a paragraph tells of who belongs to what, sentence by sentence: lists, careers, titles, offices."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import chain

from gestae.loaders.actors import actor_phrase
from gestae.loaders.attendees import Attendee
from gestae.loaders.made import made
from gestae.loaders.membership_acts import taking_part
from gestae.loaders.membership_beside import beside, whose
from gestae.loaders.membership_careers import careers
from gestae.loaders.membership_chairs import chairs
from gestae.loaders.membership_chambers import of_nation
from gestae.loaders.membership_chosen import chosen
from gestae.loaders.membership_counted import counted, involved, one_of
from gestae.loaders.membership_denied import supposed
from gestae.loaders.membership_following import following
from gestae.loaders.membership_groups import body_named, context
from gestae.loaders.membership_held import held
from gestae.loaders.membership_joiners import being_members, joiners
from gestae.loaders.membership_lawmakers import CHAMBER, full_names, lawmakers
from gestae.loaders.membership_linked import is_pact, linked
from gestae.loaders.membership_listings import Line, led_by, lists, parts_of
from gestae.loaders.membership_offices import Pair, offices
from gestae.loaders.membership_owned import owned
from gestae.loaders.membership_pacts import gathered, pacts, spelled_out
from gestae.loaders.membership_paragraph import Paragraph
from gestae.loaders.membership_people import PERSONAL, kind, meant
from gestae.loaders.membership_posts import bodies, segments
from gestae.loaders.membership_seats import seats
from gestae.loaders.membership_several import bracketed, sharing
from gestae.loaders.membership_speakers import speaking
from gestae.loaders.membership_titles import surnamed, titled
from gestae.loaders.membership_within import own
from gestae.ontology.facts import Membership, Mention

__all__ = ["read", "told_by_line"]

_OWNERS = frozenset({"ORG", "WORK_OF_ART", "PRODUCT"})
"""What the parser takes a body or a programme for."""
_NAMED = frozenset({"", "PERSON", "ORG"})
"""What the parser takes a surname behind an office for."""
_FIRST_HALF = re.compile(r"(?:\b[A-Z][\w'-]* (?:(?:of|for) )?)+(?:and|&) $")
_GENERATION = re.compile(r",? (?:Jr|Sr)\.$")
_HALF_FAR = 80
_CONSISTS = re.compile(
    r"\b(?:consist(?:s|ing|ed)? of|composed of|comprised of|made up of|compris(?:es|ing)) (?:the )?(?:following )?$"
)
_COUNTRIES = frozenset({"GPE", "NORP", "LOC"})


def read(
    here: Paragraph, below: "list[Line]", people: tuple[Attendee, ...], headed: str | None
) -> Iterator[Membership]:
    """The memberships of a paragraph; `below` are the lines that follow it, `people` whom it lists, `headed` whom it is about."""
    for sentence in here.doc.sents:
        start, end = sentence.start_char, sentence.end_char
        yield from lists(here, start, end, below)
        yield from following(here, start, end, below)
        yield from parts_of(here, start, end)
        yield from joiners(here, start, end, below)
        yield from being_members(here, start, end)
        for one in linked(here.text, start, end, partial(kind, here.cast), here.known):
            pact = is_pact(here.text[slice(*one.group)])
            yield from here.pair(one.member, one.group, one.role, pact=pact)
        yield from _counted(here, start, end)
        yield from led_by(here, start, end)
        for pair in chairs(here.text, start, end):
            if (not pair.person or here.is_name(pair)) and not here.begins_with_person(*pair.group):
                yield from here.pair(pair.member, pair.group, pair.role)
        for part, whole in seats(here.text, start, end):
            yield from here.pair(part, whole, None)
        known_for = partial(kind, here.cast)
        for part, whole in chain(
            owned(here.text, start, end, known_for), own(here.text, start, end, known_for)
        ):
            yield from here.owned(part, whole)
        yield from _chosen(here, start, end, headed)
        for who, group in careers(sentence, headed or ""):
            if supposed(here.text[start : who.left_edge.idx].rpartition(",")[2]):
                continue
            yield from here.pair(
                (who.left_edge.idx, who.idx + len(who)),
                group,
                None,
                meant(who, here.doc, here.cast, headed),
            )
        for who, body, role in taking_part(sentence):
            span = actor_phrase(who)
            another = next((c for c in who.rights if c.dep_ == "cc" and c.i < span.end), None)
            if another is not None and any(c.dep_ == "conj" for c in who.rights):
                span = here.doc[span.start : another.i]
            group = (body.start_char, body.end_char)
            if len(body) == 1:  # "this delegation"
                named = context(here.text, body.start_char)
                if named is None or body.text.lower() not in here.text[slice(*named)].lower():
                    continue
                group = named
            yield from here.pair((span.start_char, span.end_char), group, role)
    yield from _titled(here)
    yield from _speaking(here)
    yield from _in_congress(here)
    for countries, group in pacts(here.text):
        yield from _joined(here, countries, group)
    sorts = partial(kind, here.cast)
    for countries, group in chain(spelled_out(here.text, sorts), gathered(here.text, sorts)):
        for country in countries:
            yield from here.pair(country, group, None, pact=True)
    told = {one.member: one.groups for one in people if one.groups}
    for pair in chain(
        held(here.text, sorts, here.is_firm),
        sharing(here.text),
        bracketed(here.text, sorts),
        beside(here.doc, here.text, sorts),
        whose(here.text),
        offices(here.text),
    ):
        if sorts(here.text[slice(*pair.member)]) == "place" or here.text.startswith(
            ", and the ", pair.member[1]
        ):
            continue  # "…, and the Warden of the Harbor Council": another
        nearest = next((g for g in told.get(pair.member, (pair.group,)) if _meet(g, pair.group)), None)
        if nearest is None:
            continue
        is_named = pair.person and (here.is_name(pair) or here.is_person(*pair.member))
        if pair.doubtful and not (is_named or here.stands_for_more(pair)):
            continue
        if pair.person and not pair.doubtful and not here.is_person(*pair.member):
            continue
        for member, group in _office_holder(here, replace(pair, group=nearest)):
            yield from here.pair(member, _owner(here, *group), pair.role)


def _titled(here: Paragraph) -> Iterator[Membership]:
    for member, group, role in titled(here.text):
        if not (of_nation(here.words, here.doc, *group, partial(kind, here.cast)) or here.is_body(*group)):
            continue
        start, end = member
        group = _with_first_half(here, *group)
        last = end - len(born[0]) if (born := _GENERATION.search(here.text, start, end)) else end
        name = next((e for e in here.doc.ents if e.label_ == "PERSON" and e.end_char in (last, end)), None)
        if name is None or " " not in name.text:
            # behind the very office the pattern tells where the name begins, whatever the parser takes it for
            words = here.text[slice(*member)]
            if here.text[group[1] : start].strip().lower() == role.lower() and _is_name(here, *member):
                whole = here.mention(*group, body=True)
                if whole is not None:
                    yield Membership(here.quote(group[0], end), Mention(words, words), whole, role)
            continue
        if group[1] + 1 == start < name.start_char:  # the parser tells where the body ends
            group = (group[0], name.start_char - 1)
        if body := _behind_another(here, *group):
            yield from here.pair((max(name.start_char, start), end), body, role)
    for member, group, role in surnamed(here.text):
        span = here.doc.char_span(*member)
        one, whole = here.mention(*member), here.mention(*group, body=True)
        if span is None or one is None or whole is None or not here.is_body(*group):
            continue
        if all(t.pos_ == "PROPN" and t.ent_type_ in _NAMED for t in span):
            plain = Mention(one.text, one.text) if f"{role} " in one.name.lower() else one
            yield Membership(here.quote(group[0], member[1]), plain, whole, role)


def _with_first_half(here: Paragraph, start: int, end: int) -> tuple[int, int]:
    """A body with the words before "and", where the authority files know the whole: "Harbor and Tide Administration"."""
    half = _FIRST_HALF.search(here.text, max(0, start - _HALF_FAR), start)
    whole = half is not None and here.known(here.text[half.start() : end])
    return (half.start(), end) if half and whole else (start, end)


def _is_name(here: Paragraph, start: int, end: int) -> bool:
    """Whether words behind an office may be a person's name: proper nouns that are no place, and no more behind them."""
    span = here.doc.char_span(start, end)
    return (
        span is not None
        and all((t.pos_ == "PROPN" and t.ent_type_ in _NAMED) or t.is_lower for t in span)
        and not re.match(r" [A-Z]", here.text[end : end + 2])
    )


def _behind_another(here: Paragraph, start: int, end: int) -> tuple[int, int] | None:
    """The body without the one before it and who is named with that: "Director of the Harbor Office Jane Roe and Pilot Bureau Chief John Doe"."""
    people = [e for e in here.doc.ents if e.label_ == "PERSON" and start < e.start_char and e.end_char < end]
    if not people:
        return start, end - (4 if here.text.endswith(" Dr.", start, end) else 0)
    joined = here.text.find(" and ", people[-1].end_char, end)
    return (joined + len(" and "), end) if joined >= 0 else None


def _speaking(here: Paragraph) -> Iterator[Membership]:
    """Who speaks in a line of quotations, or is all that an item of a list names, where what stands before the office is no country or State."""
    alone = here.block.role == "item" and ":" not in here.text
    told = speaking(f'{here.text.rstrip()}: "' if alone else here.text)
    if told is None:
        return
    member, group, role = told
    span = here.doc.char_span(*group, alignment_mode="expand")
    whole = here.mention(*group, body=True)
    if span is None or whole is None or kind(here.cast, whole.name) not in {"", "organization"}:
        return
    if not all(t.ent_type_ in _COUNTRIES for t in span):
        yield from here.pair(member, group, role, here.text[slice(*member)])


def _in_congress(here: Paragraph) -> Iterator[Membership]:
    """Who sits in Congress by title; a surname stands for the full name where the text gives one."""
    names = full_names(here.words)
    for member, title in lawmakers(here.text, here.words):
        span = here.doc.char_span(*member, alignment_mode="expand")
        if span is None or any(t.pos_ != "PROPN" and t.text[:1].isupper() for t in span):
            continue
        words = here.quote(*member).text
        called = here.text[slice(*title)]
        group = CHAMBER[called[:3]]
        one = Mention(words, names.get((group, words), words))
        yield Membership(here.quote(title[0], member[1]), one, Mention(called, group))


def _counted(here: Paragraph, start: int, end: int) -> Iterator[Membership]:
    for body, several, name in counted(here.text, start, end, here.known):
        if _CONSISTS.search(here.text, start, several[0]):
            continue  # "consists of five companies: Acme, …" lists the members of what consists of them
        yield from here.pair(body, several, None, name or here.text[slice(*body)])
    for body, several, name in involved(here.text, start, end, here.known):
        span = here.doc.char_span(*several, alignment_mode="expand")
        if span is not None and span.root.pos_ == "NOUN":  # not "firms announced plans, including …"
            yield from here.pair(body, several, None, name or here.text[slice(*body)])
    for body, several in one_of(here.text, start, end):
        yield from here.pair(body, several, None)


def _chosen(here: Paragraph, start: int, end: int, headed: str | None) -> Iterator[Membership]:
    for who, told in chosen(here.text, start, end):
        person = here.doc.char_span(*who, alignment_mode="expand")
        if person is not None and person.text in PERSONAL:
            name = meant(person[0], here.doc, here.cast, headed) or here.last_chosen
        elif person is not None and here.is_person(*who):
            name = here.last_chosen = here.cast.resolve(person).name
        else:
            continue
        for group in bodies(here.text, *next(segments(here.text, *told))) if name else ():
            yield from here.pair(who, group, None, name)


def told_by_line(here: Paragraph, people: tuple[Attendee, ...]) -> Iterator[Membership]:
    """Those whom a line, or lines run together, tell with the bodies where they are from."""
    for one in people:
        for group in one.groups:
            yield from here.pair(one.member, group, None)


def _office_holder(here: Paragraph, pair: Pair) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The member and the body; of "Ann Lee, Director of the Harbor Council Jo Day" the latter holds the office."""
    last = next(
        (
            e
            for e in here.doc.ents
            if e.label_ == "PERSON" and pair.group[0] < e.start_char < e.end_char == pair.group[1]
        ),
        None,
    )
    if last is None or " " not in last.text:
        yield pair.member, pair.group
    elif body_named(here.text[pair.group[0] : last.start_char]):
        yield (last.start_char, last.end_char), (pair.group[0], last.start_char - 1)


def _owner(here: Paragraph, start: int, end: int) -> tuple[int, int]:
    """What "its" in "its director, Jane Roe" stands for: the body or programme that its sentence named last."""
    if here.text[start:end].lower() != "its":
        return start, end
    named = [
        e
        for sentence in here.doc.sents
        if sentence.start_char <= start < sentence.end_char
        for e in sentence.ents
        if e.label_ in _OWNERS and e.end_char <= start
    ]
    return (named[-1].start_char, named[-1].end_char) if named else (start, end)


def _joined(
    here: Paragraph, countries: list[tuple[int, int]], group: tuple[int, int]
) -> Iterator[Membership]:
    """The countries of a pact; the parser takes what dashes join for one word."""
    members = [
        Mention(words, here.cast.resolve(made(here.doc, words, start)).name)
        for start, end in countries
        for words in [here.text[start:end]]
    ]
    kinds = [kind(here.cast, one.name) for one in members]
    if "place" in kinds and all(
        k == "place" or one.text.isupper() for k, one in zip(kinds, members, strict=True) if k
    ):
        words = here.text[slice(*group)]
        initials = "".join(word[0].upper() for word in members[-1].text.split())
        known = initials == words  # "Republic of Korea (ROK)" names no pact
        for one in members if all(kinds) and not known else ():
            yield Membership(here.quote(countries[0][0], group[1]), one, Mention(words, words))


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]

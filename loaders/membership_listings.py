"""The members that a paragraph, or the lines below it, lists of a body, who leads one, and what is part of what."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from gestae.loaders.attendee_bodies import is_held
from gestae.loaders.attendees import Attendee
from gestae.loaders.body_words import BODY, CAPITAL, NAME
from gestae.loaders.calendar_words import NEAR_DAYS
from gestae.loaders.membership_denied import denied, supposed
from gestae.loaders.membership_groups import context, group_before, is_group, is_joinable
from gestae.loaders.membership_linked import is_pact
from gestae.loaders.membership_lists import items, shared_head
from gestae.loaders.membership_names import names_people
from gestae.loaders.membership_offices import led, parts
from gestae.loaders.membership_paragraph import Paragraph
from gestae.loaders.membership_rolls import person_at
from gestae.ontology.facts import Membership, Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from gestae.loaders.layout import Block

__all__ = ["Line", "led_by", "lines_below", "listed_people", "lists", "parts_of"]

_LISTED = re.compile(
    r"(?P<of>\b(?:consist(?:s|ing|ed)? of|composed of|compris(?:ed|es) of|made up of|compris(?:es|ing)|(?:has|have) (?:the following |[a-z]+ )members(?=:)))(?: (?:(?:\w+ )?(?:representatives|officials) (?:of|from) )?(?:the )?following[^.:;]{0,250}(?=:|$))?|"
    r"(?P<members>\b(?:[Mm]ember(?:s|ship| (?:countries|states|nations|companies|organizations|agencies|institutions|governments|cities|firms))|"
    r"[Ss]ignatories|[Pp]artners|[Pp]articipants)(?: (?P<from>of|from) (?:the )?(?P<whole>(?:(?! (?:who|that|which)\b)[^,.;:]){3,120}?))? "
    r"(?:shall |will |also |now |currently )*(?:include[sd]?|are|is|were|consist of|comprise)\b(?! (?:comp|made up))|"
    r"\b[Mm]embers of (?:the )?(?P<headed>[A-Z](?:(?! (?:who|that|which)\b)[^,.;:]){3,120}?)(?=: (?:the )?[A-Z])|"
    r"\b[Ff]ollowing (?:[a-z-]+ ){0,6}?(?:shall|will) (?:serve|sit) on (?:the )?(?P<served>[A-Z](?:(?! (?:who|that|which)\b)[^,.;:]){3,120}?)(?=:))|"
    r"(?P<include>\b(?:shall |will |also |now |to )*(?:includ(?:e|es|ed|ing)|br(?:ings?|ought|inging) together)\b)(?: (?:(?:\w+ )?(?:representatives|officials) (?:of|from) )?(?:the )?following[^.:;]{0,90}(?=:))?"
)
_LIST_END = re.compile(
    r":|[\u2014\u2013](?=\s)|(?<!\.[A-Z])(?<!\b[A-Z])(?<!\bDr)(?<!\bM[rs])(?<!\bMrs)\.\s(?=[A-Z])| and (?:serves|acts|works)\b|, (?:which|to (?!the\b)[a-z])"
)
_FIRST_ITEM = re.compile(r"\((?:i|1|a|A)\) [^()]{3,200}; ?(?:and )?$")
_CALLED = re.compile(
    r"(?P<name>[A-Z][\w'-]*(?: (?:(?:of|for|on|and|the|to|in) ){0,3}[A-Z][\w'-]*){1,8})(?: \([A-Z]{2,8}\))?,? (?:is |are )?(?:an? |the )(?:[a-z-]+ ){0,4}$"
)
_COMPOSED = re.compile(
    rf"\b(?P<group>(?!The ){CAPITAL}(?: (?:(?:of|for|on|the|and) )*{CAPITAL})+)(?: \([A-Z]{{2,8}}\))?,? (?:which (?:is|are) )?$"
)
"""What a phrase says to be composed of others, whatever it is: "Harbor Trade Partners, composed of Norway and Ghana"."""
_NAMES = re.compile(r" (?:the )?[A-Z]|.*:$")
"""What an Administration must include for its members to be meant, not its deeds."""
_SUCH_AS = re.compile(
    r"(?:an? )?(?:[a-z][\w-]* ){0,4}(?:coalition|group|network|mix|range|set)\b[^.;:]{0,200}?\b(?:including|such as) "
)
_OF_KINDS = re.compile(r"(?:[a-z0-9-]+,? ){1,8}(?:including|such as|like) (?=(?:the )?[A-Z])")
"""Of what sort of members some are named: "composed of 12 agencies, including the Harbor Bureau"."""
_KINDS = re.compile(
    r"(?:[a-z-]+ ){0,3}(?:leaders|officials|members|experts|representatives|people|individuals|heads)\b[^.:;]{0,60}: (?=the |[A-Z])"
)
"""What sort of members a list behind a colon names: "includes leaders across the government: the Secretary of …"."""
_COUNT = re.compile(r"(?:[a-z0-9-]+ ){1,5}[a-z-]+s: (?=(?:the )?[A-Z])")
"""How many members a list behind a colon names: "consists of five companies: Acme, …"."""
_IN_ADDITION = re.compile(r"(?:, |in )*in addition to [^,;.:]{3,80}, |, in addition to [^,;.:]{3,80}, ")
_LEADERS_END = re.compile(
    r",? and (?:(?:co-|vice[- ])?(?:chaired|led|headed) by|includ|is\b|was\b|will\b|has\b|shall\b|made\b|compris|consist|compos)|,? (?:who|which|that|during|to (?!the\b)[a-z]\w*)\b|"
    r",? (?:in|with|at|on|for) (?!the [A-Z]|[A-Z])|, (?!and [A-Z]|[A-Z]|the |and the )"
)
_JOINED = re.compile(
    r" (?:have |has |had |are |will |shall |formally |also |today |officially |already |now )*(?:join(?:s|ed|ing)?|(?:sits?|serves?) on) (?:the )?(?P<group>[A-Z]{3,8}\b(?! [A-Z])|(?:[A-Z][\w'&-]*(?: (?:of|for|on|to|and|the|in))* ?){2,12})"
)
_NAMES_BEFORE = re.compile(
    r"(?<![\w.&'-])(?:[A-Z][\w.&'-]*|\([A-Z][\w.]*\))(?:,? (?:(?:of|for|on|and|the|to|&|in) )*(?:[A-Z][\w.&'-]*|\([A-Z][\w.]*\)))*$"
)
_HOME = re.compile(r", of (?:the )?[A-Z][\w.]*(?: (?:of )?[A-Z][\w.]*){0,3}$")
"""Where somebody is from, between a name and what they are: "Jane Roe, of Ohio, a member of"."""
_ONE = re.compile(r",? (?:is|was|became|has become|will become) (?:an? |the )|, an? ")
"""What tells that what stands before belongs to the body by itself, not a list."""
_AFTER_NAME = re.compile(r"(?:Jr|Sr|Inc|LLC|Ltd|Co|Corp|II|III)\b|and ")
_ONCE = re.compile(r"(?:(?<= in )|(?<= for )| (?:in|for) )(?:[a-z]+ly )?[a-z]+ing\b")
"""Behind whom somebody joins in a single act: "joined the Harbor Union in condemning it"."""
_NOT_YET = re.compile(r"\b(?:[Nn]ominee|[Cc]andidate)(?: for| to be)?$")
_BRACKETED = re.compile(r"(?<=[A-Z]\w) \([A-Z][^()]* [^()]*\)$|(?<=[a-z]) \([A-Z][^()]* [^()]*\)$")
"""Where a leader is from, behind the name."""
_BODY_FIRST = re.compile(
    rf"(?:[-\u2022] )?(?P<body>(?=[A-Z])[^,;:]*\b{BODY}\b[^,;:]*), (?:(?:Acting |Deputy )*[A-Z][a-z]+ ){NAME}$"
)
"""A body with who is at its head: "Department of Ports, Secretary Jane Roe"."""
_INCLUDING = re.compile(r", including\b")
_FIELD = re.compile(r"[a-z] \((?![A-Z]{2,8}\))[A-Z][^()]+\)$")
"""What tells one of several offices of a name from the others: "Associate Warden (Locks)"."""
_MARKED = re.compile(r"\(\w{1,4}\) ")
_LONG_ITEM = 240
_NAME_FAR = 160
"""Characters before "a group of" in which its name may stand: a search of all before would try each capital anew."""
_NAMES_FAR = 2_000
"""The same of a list of names."""


_OFFICE_OF = re.compile(
    r"(?:the )?(?:(?:U\.S\.|[A-Z]\w+) ){0,3}(?:Director|Secretary|Administrator|Chair(?:man|woman)?|President|CEO|Head|Chief|Commissioner|Coordinator|Advisor|Officer|Ambassador|Minister|Commander|Representative|Envoy|Counsel)(?= (?:of|for|to|at) |$)"
)
_STYLE = re.compile(r"(?:Honorable )?")
_PERSONAL_ROLES = frozenset({"founder", "co-founder", "manager", "director"})
_OTHERS_IN = re.compile(r" in the (?=[A-Z])")
"""Whom somebody joins in a body, not the body: "joined Norway and Ghana in the Harbor Pact"."""
_MEETS = re.compile(r" (?:met|meets|convened|convenes|gathered|works|operates|will meet)(?: [\w-]+){0,4} ?$")
"""What a body does under somebody's lead."""
_HAPPENS = re.compile(
    r"\b(?:meeting|session|discussion|review|event|effort|visit|hearing|briefing|call|project)s?$"
)
"""What is led where a body is named before it: "the Harbor Council meeting"."""
_ABOUT = re.compile(
    r"\b(?:meetings?|sessions?|discussions?|reviews?|events?|efforts?|visits?|hearings?|briefings?|reports?|stud(?:y|ies)) (?:of|by|with|on) (?:the )?$"
)
"""The same where it is named behind: "the review of the Harbor Council"."""


class Line(NamedTuple):
    """A block below a lead-in, and whom it lists."""

    block: "Block"
    doc: "Doc"
    people: tuple[Attendee, ...]


def lists(here: Paragraph, start: int, end: int, below: "list[Line]") -> Iterator[Membership]:
    """Members behind "consists of", "members include" and the like in a sentence, or in the lines below it."""
    done = start
    for match in _LISTED.finditer(here.text, start, end):
        if match.start() < done:
            continue
        if match["members"]:
            named = next((g for g in ("whole", "headed", "served") if match[g]), None)
            group = match.span(named) if named else context(here.text, match.start())
        else:
            group = group_before(
                here.doc, start, match.start(), match.end(), personal=match["include"] is not None
            )
            called = _COMPOSED.search(here.text, max(start, match.start() - _NAME_FAR), match.start())
            if group is None and match["of"] and called:
                group = called.span("group")
        if match["include"] and group is not None and here.text[slice(*group)].islower():
            group = (
                None if here.text[group[1] - 1] == "s" else group
            )  # "groups, including the Harbor Council"
        if group is None or (match["from"] == "from" and not is_group(here.text[slice(*group)])):
            continue
        group = _apposed(here, start, *_phrase(here, *group))
        if here.text[slice(*group)].endswith("Administration") and not _NAMES.match(here.text, match.end()):
            continue
        inner = here.text[match.end() :].strip(" .:")
        if not inner or (not here.text[match.end() : end].strip(" .:") and here.text.rstrip().endswith(":")):
            yield from lines_below(here, group, below)
            continue
        at = match.end() + len(re.match(r"[: ]*", here.text[match.end() : end])[0])  # type: ignore[index]
        if (match["members"] and (inside := _SUCH_AS.match(here.text, at, end))) or (
            match["of"] and (inside := _OF_KINDS.match(here.text, at, end))
        ):
            at = inside.end()
        elif match["include"] and (kinds := _KINDS.match(here.text, at, end)):
            at = kinds.end()
        elif match["of"] and (count := _COUNT.match(here.text, at, end)):
            at = count.end()
        if beyond := _IN_ADDITION.match(here.text, at, end):
            at = beyond.end()
        stop = _LIST_END.search(here.text, at, end)
        if match["include"] and _INCLUDING.search(here.text, at, stop.start() if stop else end):
            continue  # "The pact includes a pledge of firms of the Harbor Alliance, including …" lists members of the alliance
        if match["of"] and (verb := _verb_behind(here, group, at)):
            end = min(end, verb)
            stop = stop if stop and stop.start() < end else None
        if stop is None and _FIRST_ITEM.match(here.text, at, len(here.text.rstrip())):
            yield from lines_below(
                here, group, below
            )  # the first item stands beside the lead-in, the others below it
        done = stop.start() if stop else end
        spans = list(
            items(
                here.text,
                at,
                stop.start() if stop else end,
                here.known,
                plain=match["of"] is not None or match["include"] is not None,
            )
        )
        for before, span in zip([None, *spans], spans, strict=False):
            item = here.text[slice(*span)]
            beside = before is not None and here.text[before[1] : span[0]] == ", "
            alone = beside and any(
                e.label_ == "PERSON" and (e.start_char, e.end_char) == before for e in here.doc.ents
            )
            if alone and _is_apposed(here, *span):
                continue  # not of "Vice President Jane Roe, Secretary of Labor John Doe"
            unnamed = item.split()[-1].islower()
            if match["include"] and (
                not names_people(item) or (unnamed and match["include"].endswith("together"))
            ):
                continue  # "brings together experts"
            yield from here.pair(span, group, None, shared_head(here.text, spans, span))


def _verb_behind(here: Paragraph, group: tuple[int, int], at: int) -> int | None:
    """Where the verb stands whose subject the body is, behind its list: "a team comprising Acme and Boreas traveled"."""
    span = here.doc.char_span(*group, alignment_mode="expand")
    if span is None or not len(span) or span.root.dep_ not in {"nsubj", "nsubjpass"}:
        return None
    verb = span.root.head
    first = min([verb, *(c for c in verb.lefts if c.dep_ in {"aux", "auxpass"})], key=lambda t: t.i)
    return int(first.idx) if first.idx > at else None


def listed_people(here: Paragraph, people: tuple[Attendee, ...]) -> Iterator[Membership]:
    """Those whom a line lists with their offices, as members of the body that it says to include them."""
    if len(people) <= 1:
        return
    first = people[0].member[0]
    for match in _LISTED.finditer(here.text, 0, first):
        if here.text[match.end() : first].strip(" :"):
            continue
        group = group_before(here.doc, 0, match.start(), match.end(), personal=True)
        for one in people if group else ():
            yield from here.pair(one.member, group, None)  # type: ignore[arg-type]


def _phrase(here: Paragraph, start: int, end: int) -> tuple[int, int]:
    """A body without a capital, without the words before its phrase: "selected three boards"."""
    span = here.doc.char_span(start, end) if here.text[start].islower() else None
    return (max(start, span[-1].left_edge.idx), end) if span is not None and len(span) else (start, end)


def _apposed(here: Paragraph, start: int, first: int, last: int) -> tuple[int, int]:
    """The name before "a group of" or the like, where it has one: "the Harbor Pact, a group of firms including Acme"."""
    if here.text[first].isupper():
        return first, last
    before = _CALLED.search(here.text, max(start, first - _NAME_FAR), first)
    return before.span("name") if before else (first, last)


def lines_below(here: Paragraph, group: tuple[int, int], below: "list[Line]") -> Iterator[Membership]:
    """Members as the lines of a list below."""
    whole = here.mention(*group)
    first = below[0].block.role if below else "item"
    marked = bool(below and _MARKED.match(below[0].block.text))
    for number, (block, doc, people) in enumerate(below):
        together = number == 0 and len(people) > 1
        if (
            whole is None
            or block.role != first
            or (len(block.text) > _LONG_ITEM and not together)
            or block.text.endswith(":")
            or (marked and not _MARKED.match(block.text))
        ):
            return
        name = person_at(block.text)
        if name and block.text.startswith(" (", name[1]) and is_held(block.text[slice(*name)].split()[-1]):
            name = None  # "Associate Warden (Locks)"
        body = _BODY_FIRST.match(block.text)
        spans = (
            [name]
            if name
            else [body.span("body")]
            if body
            else list(items(block.text, 0, len(block.text), lambda _: True))[:1]
        )
        for span in [one.member for one in people] if together else spans:
            line = Paragraph(here.parsed, here.cast, block, doc)
            member, itself = line.mention(*span), line.mention(*span, body=True)
            words = block.text[slice(*span)]
            if member is not None and "(" not in member.name and _FIELD.search(words):
                member = Mention(words, words)
            if itself is not None and itself.name == whole.name:
                return  # "The Board shall meet …" goes on with the body, not with its members
            if member is not None:
                yield Membership(line.quote(*span), member, whole)
        if together:
            return


def led_by(here: Paragraph, start: int, end: int) -> Iterator[Membership]:
    """Who leads or chairs the body before "led by" in a sentence."""
    group = None
    for at, (first, last), role in led(here.text[start:end]):
        joined = group if here.text[start : start + at].endswith((" and ", ", ")) else None
        if met := _MEETS.search(here.text, start, start + at):
            at = met.start() - start
        group = group_before(here.doc, start, start + at, start + at + 1, personal=False) or joined
        if (
            group is None
            or _HAPPENS.search(here.text[slice(*group)])
            or _ABOUT.search(here.text, start, group[0])
        ):
            continue
        stop = _LEADERS_END.search(here.text, start + first, start + last)
        spans = list(
            _leaders(
                here, start + first, stop.start() if stop else start + last, plain=role.endswith("chair")
            )
        )
        for span in spans:
            if role in _PERSONAL_ROLES and not here.is_person(*span):
                continue  # a museum that a department runs is not led by it
            yield from here.pair(span, group, role, shared_head(here.text, spans, span))


def _leaders(here: Paragraph, start: int, end: int, *, plain: bool) -> Iterator[tuple[int, int]]:
    """Those who lead; one person may be named with several offices."""
    people = [
        e for e in here.doc.ents if e.label_ == "PERSON" and start <= e.start_char and e.end_char <= end
    ]
    if len(people) == 1 and people[0].end_char == end:
        yield start, end
    else:
        spans = list(items(here.text, start, end, here.known, plain=plain))
        begun = {first + len(m[0]) for first, _ in spans if (m := _STYLE.match(here.text, first))}
        for (a, b), (following, stop) in zip(spans, [*spans, (end, end)][1:], strict=True):
            if (
                here.text[b:following] == ", "
                and is_held(here.text[a:b].split()[-1])
                and here.is_person(following, stop)
            ):
                continue  # "the Harbor Council Director, Jane Roe"
            named = any(
                e.label_ == "PERSON" and e.end_char == a - len(", ") and e.start_char in begun
                for e in here.doc.ents
            )
            if named and _is_apposed(here, a, b):
                continue
            body = _BRACKETED.search(here.text, a, b)
            yield a, body.start() if body else b


def _is_apposed(here: Paragraph, start: int, end: int) -> bool:
    """Whether what stands behind a name and a comma is an office of it: "Jane Roe, Director of the Harbor Office"."""
    return bool(_OFFICE_OF.match(here.text, start, end)) and not here.is_person(start, end)


def parts_of(here: Paragraph, start: int, end: int) -> Iterator[Membership]:
    """What stands before "part of", "a member of" or "joined" in a sentence, and the body behind it."""
    text = here.text[start:end]
    joined = [(m.start(), m.span("group")) for m in _JOINED.finditer(text) if is_joinable(m["group"])]
    for at, group in [*parts(text), *joined]:
        apposed = text[at] == ","  # what somebody is holds in a sentence that only supposes what they do
        if _ONCE.match(text, group[1]):
            continue
        if (others := _OTHERS_IN.search(text, *group)) and not is_joinable(text[group[0] : others.start()]):
            continue
        if not apposed and (denied(text[:at]) or supposed(text[:at]) or supposed(text[group[1] :])):
            continue
        home = _HOME.search(text, max(0, at - _NAME_FAR), at)
        if _NOT_YET.search(text, max(0, at - _NAME_FAR), at):
            continue
        stop = home.start() if home else at
        before = _NAMES_BEFORE.search(text, max(0, stop - _NAMES_FAR), stop)
        spans = (
            list(items(here.text, start + before.start(), start + before.end(), here.known)) if before else []
        )
        if _ONE.match(text, at):
            spans = [_last(here, *span) for span in spans[-1:]]
            if text.startswith("Board ", group[0]):  # of a person: what stands before is their employer
                spans = [span for span in spans if here.is_person(*span)]
        for span in spans:
            if here.text[slice(*span)].lower() not in NEAR_DAYS:  # "Today, Norway joins the Harbor Union"
                whole = (group[0] + start, group[1] + start)
                yield from here.pair(span, whole, None, pact=is_pact(here.text[slice(*whole)]))


def _last(here: Paragraph, start: int, end: int) -> tuple[int, int]:
    """The name behind the last comma of a span."""
    comma = here.text.rfind(", ", start, end)
    return (comma + 2, end) if comma >= 0 and not _AFTER_NAME.match(here.text, comma + 2) else (start, end)

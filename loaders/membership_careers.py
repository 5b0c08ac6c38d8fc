"""Careers: of what bodies somebody has held posts, as biographies tell ("She served as Director of …; and as head of …")."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from gestae.loaders.membership_offices import BODY, CAPITAL, ORGANIZATION
from gestae.loaders.phrases import core, parsed_text, strip_article
from gestae.loaders.subjects import subjects
from gestae.loaders.surface_subjects import is_infinitive
from gestae.ontology.english import english

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

__all__ = ["HEADED", "body_of_post", "careers"]

_HEAD = rf"(?:{BODY}|Embassy|Consulate|Mission|Hospital|Institution|Laboratory|Academy|Museum|Conservatory)"
HEADED = re.compile(rf"\b{_HEAD}\b")
_WITHIN = re.compile(
    rf"(?:\b(?:of|at|for|with|in|within|on|to) (?:both )?(?:[Tt]he )?(?!Mission\b(?! [A-Z]))|, (?:the )?(?=(?:{CAPITAL} ){{0,4}}{_HEAD}\b))(?P<group>{ORGANIZATION})"
)
_FIRST = re.compile(rf"(?P<group>{ORGANIZATION})")
_SERIES = re.compile(rf"(?:, {CAPITAL}(?: {CAPITAL})*)+,? and {CAPITAL}(?: {CAPITAL})*(?! (?:of|for)\b)")
"""The rest of a name with a series in it: "Bureau of Ports, Piers, and Locks"."""
_OWNER = re.compile(r"'s? (?:[A-Z][\w-]* )*(?:board|committee|council|commission|team|panel)\b")
"""Behind a body that only owns the one that is meant."""
_SERVED = re.compile(
    r"\b(?:(?:for|to) (?:an? |the |then-)*(?:Member|Representative|Senator)s?|candidates?(?: for)?) $"
)
"""For whom somebody works who is of the body: "Counsel for a Member of Congress"."""
_TITLE = re.compile(r"(?:[a-z]+ (?:an? |the )?)?(?:(?:[A-Z][\w'.-]*|of|for|and|the|to|in|&|,) ?)+")
"""A post up to the comma before its body."""
_APART = re.compile(
    r"\b(?:University|College|School|Institut(?:e|ion)|Association|Foundation|Society|Bank|Company|Corporation|Fund|Alliance|Coalition|"
    r"Network|Union|Center|Museum|Hospital)\b"
)
_APART_LAST = re.compile(rf"{_APART.pattern}(?:$| of )")
"""Nouns of bodies which two names have each when "and" stands between them."""
_MORE = re.compile(rf"(?:,? and|,) (?P<the>the )?(?P<group>{ORGANIZATION})")
_BOARD = re.compile(
    r"(?:(?:Advisory|Executive|Governing|Editorial|National) )?(?:Board|Council|Committee)s?(?: of (?:Trustees|Directors|Advis[eo]rs|Regents|Governors|Visitors|Overseers))?"
)
"""A board that needs the body over it to be told from others."""
_OVER = re.compile(rf" (?:of|at|for|to) (?:the )?(?P<group>{ORGANIZATION})")
_OF_BOARD = re.compile(
    r"\b(?:on|of) (?:the |its )?(?:[a-z]+ )?boards?(?: of [a-z]+)?$|\b(?:trustee|board (?:member|chair))$"
)
_BEFORE_MEMBER = re.compile(
    rf"(?P<group>(?:{CAPITAL} ){{1,6}}(?:{BODY}|[Cc]ity [Cc]ouncil|council|commission|committee|board)) [Mm]ember\b"
)
_LINK = re.compile(
    r"(?P<over> (?:at|in|within) | for the |'s )(?:the )?|(?P<next> and (?:the |as )?)| (?:of|on|for|to) (?:the )?"
)
_POST = re.compile(
    r"\b(?:Advis[eo]r|Director|Chief|Counsel(?:or)?|Officer|Chair(?:man|woman)?|President|Member|Secretary|Administrator|Commissioner|"
    r"Coordinator|Head|Manager|Fellow|Professor|Assistant|Deputy|Attorney(?!'s)|Ambassador|Nominee|Leader|Whip|Speaker|Minister|Governor|Mayor)\b"
)
_OWNS = re.compile(r"\b(?:[Ff]ounder|CEO|[Cc]hief [Ee]xecutive|[Cc]o-?[Ff]ounder)\b")
"""Posts of which the body needs no noun that tells one."""
_PARTS = re.compile(
    r"; (?:and )?(?:as )?(?:the |an? )?| and (?:as )?(?:the )?(?=(?:[A-Z][\w'-]* ){0,4}(?:Advis[eo]r|Director|Chief|Counsel|Officer) )|"
    r",? and (?:before that )?as (?:the |an? )?|, (?:and )?then (?:as )?(?:the |an? )?|,? as well as (?:as )?(?:the |an? )?|, as (?:the |an? )|"
    r",? and (?=(?:for|of|at|on|with|to) (?:the )?[A-Z])"
)
_AS = re.compile(r"\bas (?:the |an? )?(?=[\w(])")
_WORKS = frozenset({"serve", "work", "sit"})
_SITS = frozenset({"serve", "sit"})
_TAKEN = frozenset({"hire", "employ", "appoint", "elect", "name", "select"})
_HOLDS = frozenset({"be", "become"})
_FOR = re.compile(r" for [\w-]+$")
_NO_GROUP = re.compile(
    r"^[A-Z][\w'-]+ [A-Z]\.?$|"
    r"^(?:United States|America|President|Nation|World|State|U\.S\.|Center|Bureau|Office|Department|Mission|House|National Security)$|"
    r"^(?!.*\b(?:Bureau|Office|Department|Council|Committee)\b).*\bAffairs$"
)
_OF_MISSION = re.compile(r"Mission (?:of|at) (?:the )?")
_FORMERLY = re.compile(
    r"\b[Aa]s (?:an? |the )(?P<post>[^,;.]{5,120}), (?P<who>(?:(?:Dr|Mr|Ms|Mrs)\. )?[A-Z][\w'-]+|s?he)\b"
)
"""A post before the clause of who held it: "As a member of the Harbor Council, Roe opened the port"."""
_FOUNDED = re.compile(
    rf"\b(?P<verb>founded) (?:and (?:\w+ly )?\w+(?:s|ed) )?(?:the |an? )?(?:[a-z][\w-]* ){{0,4}}(?P<group>{ORGANIZATION})"
)
_LONGEST_POST = 160


def careers(sentence: "Span") -> Iterator[tuple["Token", tuple[int, int]]]:
    """Who holds or held a post in a sentence, and the span of each body in which they did, in characters of its text."""
    text, end = parsed_text(sentence.doc), sentence.end_char
    for verb in sentence:
        if verb.lemma_ == "join" and verb.pos_ == "VERB":
            yield from _joining(verb, text)
            continue
        begin = _told(verb, text, end)
        people = [s for s in subjects(verb) if _is_someone(s)] if begin is not None else []
        if begin is None or len(people) != 1:
            continue
        for first, last in _segments(text, begin, end):
            for group in _bodies(text, first, last):
                yield people[0], group
    yield from _formerly(sentence, text)
    yield from _founding(sentence, text)


def _told(verb: "Token", text: str, end: int) -> int | None:
    """Where the posts begin that a verb tells; nothing where it tells none."""
    if verb.lemma_ in _WORKS and verb.pos_ == "VERB":
        at = _AS.search(text, verb.idx, min(end, verb.idx + _LONGEST_POST))
        board = next((c.idx for c in verb.rights if c.dep_ == "prep" and c.lower_ == "on"), None)
        if board is not None and verb.lemma_ in _SITS and not (at and at.end() < board):
            return board
        return at.end() if at else _workplace(verb)
    if verb.lemma_ in _TAKEN and any(c.dep_ == "nsubjpass" for c in verb.lefts):
        at = _AS.search(text, verb.idx, min(end, verb.idx + _LONGEST_POST // 4))
        return at.end() if at else None
    if (
        verb.lemma_ in _HOLDS
        and not is_infinitive(verb)
        and any(c.dep_ == "attr" and _is_post(c) for c in verb.rights)
    ):
        return verb.idx
    return None


def _formerly(sentence: "Span", text: str) -> Iterator[tuple["Token", tuple[int, int]]]:
    for match in _FORMERLY.finditer(text, sentence.start_char, sentence.end_char):
        posts = english().classes["post"]
        if not any(word.lower() in posts for word in re.findall(r"[\w-]+", match["post"])):
            continue
        who = sentence.doc.char_span(*match.span("who"), alignment_mode="expand")
        if who is None or who.root.dep_ not in {"nsubj", "compound"}:
            continue
        person = who.root.head if who.root.dep_ == "compound" else who.root
        if _is_someone(person):
            for group in _bodies(text, *match.span("post")):
                yield person, group


def _founding(sentence: "Span", text: str) -> Iterator[tuple["Token", tuple[int, int]]]:
    for match in _FOUNDED.finditer(text, sentence.start_char, sentence.end_char):
        verb = next((t for t in sentence if t.idx <= match.start("verb") < t.idx + len(t)), None)
        if verb is None or verb.pos_ != "VERB":
            continue
        people = [s for s in subjects(verb) if _is_someone(s)]
        if len(people) == 1 and not _POST.search(match["group"]) and " " in match["group"]:
            yield people[0], match.span("group")


def _is_someone(noun: "Token") -> bool:
    """Whether a subject is a person by name or a pronoun, not an office ("the Secretary of Labor")."""
    return noun.pos_ == "PRON" or (
        noun.pos_ == "PROPN"
        and not HEADED.fullmatch(noun.text)
        and not _is_post(noun)
        and not any(c.dep_ == "prep" for c in noun.rights)
    )


def _workplace(verb: "Token") -> int | None:
    """Where what stands behind "worked at" begins."""
    if verb.lemma_ != "work" or verb.tag_ == "VB":
        return None
    return next((c.idx for c in verb.rights if c.dep_ == "prep" and c.lower_ in {"at", "for", "in"}), None)


def _joining(verb: "Token", text: str) -> Iterator[tuple["Token", tuple[int, int]]]:
    """Of "Lee joined the Harbor Office in 1995": Lee and the office."""
    people = [s for s in subjects(verb) if s.ent_type_ == "PERSON"]
    for body in (c for c in verb.rights if c.dep_ == "dobj" and c.pos_ == "PROPN"):
        name = strip_article(core(body))
        found = _headed(text, name.start_char, name.end_char)
        if found and name.text[0].isupper() and len(people) == 1 and body.ent_type_ != "PERSON":
            yield people[0], found


def _is_post(noun: "Token") -> bool:
    return noun.lemma_.lower() in english().classes["post"]


def _segments(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The posts that one verb tells, each as far as its own words go."""
    at = begin
    for match in _PARTS.finditer(text, begin, end):
        yield at, match.start()
        at = match.end()
    yield at, end


def _bodies(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The bodies that a post names side by side: "trustee of the Harbor Fund, the Pilot Institute, and the Night School"."""
    group = body_of_post(text, first, last)
    while group is not None:
        yield group
        more = _MORE.match(text, group[1], last)
        if more is None or not (more["the"] or "and" in more[0][:5]):
            return
        group = _headed(text, *more.span("group"))
        group = _whole(text, *group, last) if group is not None else None
        if group is not None and (group[0] != more.start("group") or _NO_GROUP.search(text[slice(*group)])):
            return


def body_of_post(text: str, first: int, last: int) -> tuple[int, int] | None:
    """The first body that a post names at `text[first:last]`, without the one over it."""
    owns = bool(_OWNS.search(text, first, min(last, first + _LONGEST_POST // 2)))
    if member := _BEFORE_MEMBER.search(text, first, min(last, first + _LONGEST_POST)):
        return member.span("group")
    opening = _FIRST.match(text, first, last)
    if opening and HEADED.match(text, first):
        return _whole(text, *(_headed(text, *opening.span("group")) or (first, first)), last)
    for match in _WITHIN.finditer(text, first, min(last, first + _LONGEST_POST)):
        if _SERVED.search(text, first, match.start()):
            continue
        if text[match.start()] == "," and not _TITLE.fullmatch(text, first, match.start()):
            continue
        found = _headed(text, *match.span("group"))
        board = _OF_BOARD.search(text, first, match.start() - 1)
        loose = (owns and not text.startswith("in ", match.start())) or board
        if found is None and loose and " " in match["group"] and not _POST.search(match["group"]):
            found = match.span("group")
        if found:
            found = _whole(text, *found, last)
        if found and not _NO_GROUP.search(text[slice(*found)]) and not _OWNER.match(text, found[1]):
            return found
    return None


def _whole(text: str, start: int, end: int, last: int) -> tuple[int, int] | None:
    """The body with the series in its name, and for a board or a mission the body over it."""
    if start == end:
        return None
    if mission := _OF_MISSION.match(text, start, end):
        start = mission.end()
    words = text[start:end]
    if _BOARD.fullmatch(words):
        over = _OVER.match(text, end, last)
        return over.span("group") if over else None
    series = _SERIES.match(text, end, last)
    if (
        series
        and re.search(r" (?:of|for|on) ", words)
        and not (HEADED.search(series[0]) or _POST.search(series[0]))
    ):
        end = series.end()
    return start, end


def _headed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The part of a long name from the first noun that tells a body to where the next body or post begins."""
    links = list(_LINK.finditer(text, start, end))
    at, place = start, 0
    while not HEADED.search(text, at, links[place].start() if place < len(links) else end):
        if place == len(links):
            return None
        if links[place]["over"] != "'s " and links[place][0] != " and ":
            at = links[place].end()
        place += 1
    for after, link in enumerate(links[place:], place + 1):
        if link["over"] == "'s " and HEADED.search(text, link.end(), end):
            at = link.end()
            continue
        if link["over"] == "'s " and _FOR.search(text, at, link.start()):
            continue  # "Trust for Children's Health"
        following = text[link.end() : links[after].start() if after < len(links) else end]
        over = link["over"] and (
            not link["over"].startswith(" ") or " for " in link["over"] or HEADED.search(following)
        )
        apart = _APART.search(text, at, link.start()) and _APART_LAST.search(text[link.end() : end])
        other = link["next"] and (
            apart
            or _POST.search(text, link.end(), end)
            or (link["next"] == " and the " and HEADED.search(text, link.end(), end))
        )
        if over or other:
            end = link.start()
            break
    return (at, end) if not _POST.search(text, at, end) else None

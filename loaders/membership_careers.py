"""Careers: of what bodies somebody has held posts, as biographies tell ("She served as Director of …; and as head of …")."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from gestae.loaders.membership_offices import BODY, ORGANIZATION
from gestae.loaders.phrases import core, parsed_text, strip_article
from gestae.loaders.subjects import own_subjects
from gestae.ontology.english import english

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

__all__ = ["HEADED", "body_of_post", "careers"]

_HEAD = rf"(?:{BODY}|Embassy|Consulate|Mission|Hospital|Institution|Laboratory|Academy|Museum|Conservatory)"
HEADED = re.compile(rf"\b{_HEAD}\b")
_WITHIN = re.compile(rf"\b(?:of|at|for|with|in|within|on|to) (?:the )?(?P<group>{ORGANIZATION})")
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
    r",? and (?:before that )?as (?:the |an? )?|, (?:and )?then (?:as )?(?:the |an? )?"
)
_AS = re.compile(r"\bas (?:the |an? )?(?=[\w(])")
_WORKS = frozenset({"serve", "work"})
_TAKEN = frozenset({"hire", "employ", "appoint", "elect", "name", "select"})
_HOLDS = frozenset({"be", "become"})
_NO_GROUP = re.compile(r"^(?:United States|America|President|Nation|World|State|U\.S\.)$|\bAffairs$")
_LONGEST_POST = 160


def careers(sentence: "Span") -> Iterator[tuple["Token", tuple[int, int]]]:
    """Who holds or held a post in a sentence, and the span of each body in which they did, in characters of its text."""
    text, end = parsed_text(sentence.doc), sentence.end_char
    for verb in sentence:
        if verb.lemma_ == "join" and verb.pos_ == "VERB":
            yield from _joining(verb, text)
            continue
        if verb.lemma_ in _WORKS and verb.pos_ == "VERB":
            at = _AS.search(text, verb.idx, min(end, verb.idx + _LONGEST_POST))
            begin = at.end() if at else _workplace(verb)
        elif verb.lemma_ in _TAKEN and any(c.dep_ == "nsubjpass" for c in verb.lefts):
            at = _AS.search(text, verb.idx, min(end, verb.idx + _LONGEST_POST // 4))
            begin = at.end() if at else None
        elif verb.lemma_ in _HOLDS and any(c.dep_ == "attr" and _is_post(c) for c in verb.rights):
            begin = verb.idx
        else:
            continue
        people = [s for s in own_subjects(verb) if _is_someone(s)]
        if begin is None or len(people) != 1:
            continue
        for first, last in _segments(text, begin, end):
            if group := body_of_post(text, first, last):
                yield people[0], group


def _is_someone(noun: "Token") -> bool:
    """Whether a subject is a person by name or a pronoun, not an office ("the Secretary of Labor")."""
    return noun.pos_ == "PRON" or (
        noun.pos_ == "PROPN" and not _is_post(noun) and not any(c.dep_ == "prep" for c in noun.rights)
    )


def _workplace(verb: "Token") -> int | None:
    """Where what stands behind "worked at" begins."""
    if verb.lemma_ != "work" or verb.tag_ == "VB":
        return None
    return next((c.idx for c in verb.rights if c.dep_ == "prep" and c.lower_ in {"at", "for", "in"}), None)


def _joining(verb: "Token", text: str) -> Iterator[tuple["Token", tuple[int, int]]]:
    """Of "Lee joined the Harbor Office in 1995": Lee and the office."""
    people = [s for s in own_subjects(verb) if s.ent_type_ == "PERSON"]
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


def body_of_post(text: str, first: int, last: int) -> tuple[int, int] | None:
    """The first body that a post names, without the one over it."""
    owns = bool(_OWNS.search(text, first, min(last, first + _LONGEST_POST // 2)))
    for match in _WITHIN.finditer(text, first, min(last, first + _LONGEST_POST)):
        found = _headed(text, *match.span("group"))
        if found is None and owns and " " in match["group"] and not _POST.search(match["group"]):
            found = match.span("group")
        if found and not _NO_GROUP.search(text[slice(*found)]):
            return found
    return None


def _headed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The part of a long name from the first noun that tells a body to where the next body or post begins."""
    links = list(_LINK.finditer(text, start, end))
    at, place = start, 0
    while not HEADED.search(text, at, links[place].start() if place < len(links) else end):
        if place == len(links):
            return None
        if links[place]["over"] != "'s ":
            at = links[place].end()
        place += 1
    for after, link in enumerate(links[place:], place + 1):
        following = text[link.end() : links[after].start() if after < len(links) else end]
        over = link["over"] and (
            not link["over"].startswith(" ") or " for " in link["over"] or HEADED.search(following)
        )
        if over or (link["next"] and _POST.search(text, link.end(), end)):
            end = link.start()
            break
    return (at, end) if not _POST.search(text, at, end) else None

"""People who are listed with their offices: "Harbor Warden Ann Lee, Master of Ports Jo Day, and Chief Pilot Max Roe".

The parser takes most of them for appositions or for parts of the office before; the words alone tell where each begins.
"""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from gestae.loaders.parsed_text import parsed_text
from gestae.ontology.english import english

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

__all__ = ["listed_with", "person_with_office"]

_WORD = r"[A-Z][\w.'&-]*"
_OFFICE = (
    r"(?:Secretary|Attorney General|Director|Administrator|Advis[eo]r|Assistant|Ambassador|Governor|Mayor|Senator|Representative|"
    r"Congress(?:wo)?man|President|Minister|Chair(?:man|woman)?|Commissioner|Counsel|Chief|Coordinator|Secretary-General|General|"
    r"Leader|Speaker|Chancellor|Lady|Gentleman|Envoy|Officer|CEO|Member|Economist|Scientist)"
)
_BODY = rf"{_WORD}(?: (?:{_WORD}|of|and|for|the|on|&)){{1,9}}? \([A-Z&]{{2,8}}\) "
"""A body and its short form in brackets, before the office ("Harbor Board (HB) Member")."""
_OF = rf"(?:Office|Department|Bureau|Centers?|Council|Committee|Institutes?|Board|Agency) (?:of|for|on) (?:the )?(?:{_WORD} ){{1,4}}?(?:and (?:{_WORD} ){{1,3}}?)?"
"""A body that is named by what it is for, before the office ("Bureau of Locks and Canals Director")."""
_NO_LINK = "".join(rf"(?<! {word} )" for word in ("of", "for", "and", "the", "to", "on", "in", "&"))
_FULL = rf"{_NO_LINK}[A-Z][\w'-]+(?: (?:[A-Z]\.|[A-Z][\w'-]+)){{0,2}} [A-Z][\w'-]+"
_OTHERS = re.compile(r",? and (?:(?:other|several|many|senior) )+(?P<head>[a-z]+s)\b")
"""People without a name who close a list ("and other officials")."""
_NEXT = re.compile(r",? and (?:the )?|, (?:the )?")
_LEAST = 2


@lru_cache(maxsize=4)
def _one(ends: frozenset[str]) -> re.Pattern[str]:
    """An office and the name behind it, where the name does not end on a word that ends an office."""
    no_end = "".join(rf"(?<!\b{word.capitalize()})" for word in sorted(ends))
    name = rf"(?P<name>(?:(?:Dr|Mr|Ms|Mrs)\. )?{_FULL}|(?:Dr|Mr|Ms|Mrs)\. {_WORD}){no_end}"
    return re.compile(
        rf"(?:(?:{_BODY})?(?:{_OF}|(?:{_WORD} ){{0,4}}?){_OFFICE}(?: (?:{_WORD}|of|for|to|the|and|on|in|&)){{0,9}}? |(?=(?:Dr|Mr|Ms|Mrs)\. )){name}"
        r"(?:,? (?:Jr|Sr)\.)?(?= and |,? and |, |\.? [a-z(]|[.;:]|$)"
    )


def listed_with(token: "Token") -> "list[Token]":
    """The last words of all names of the list that a token is in, itself included; nothing where it is in none."""
    found = _rosters(token.doc).get(token.i)
    return [token.doc[i] for i in found[1]] if found else []


def person_with_office(token: "Token") -> "Span | None":
    """The office and the name on which a token of such a list ends or that it is part of."""
    found = _rosters(token.doc).get(token.i)
    return token.doc[found[0][0] : found[0][1]] if found else None


def _rosters(doc: "Doc") -> dict[int, tuple[tuple[int, int], tuple[int, ...]]]:
    """For each token of a list of people: the span of its own person, and the last tokens of all; kept with the parse."""
    known: dict[int, tuple[tuple[int, int], tuple[int, ...]]] | None = doc.user_data.get("rosters")
    if known is None:
        known = doc.user_data["rosters"] = {}
        for people in _lists(doc):
            ends = tuple(end - 1 for _, end in people)
            for start, end in people:
                known.update((i, ((start, end), ends)) for i in range(start, end))
    return known


def _lists(doc: "Doc") -> "list[list[tuple[int, int]]]":
    text = parsed_text(doc)
    found: list[list[tuple[int, int]]] = []
    one = _one(english().classes["office-end"])
    at = 0
    while (first := one.search(text, at)) is not None:
        at = first.end()
        people, match, joined = [], first, False
        while match is not None:
            person = _person(doc, match)
            if person is None:
                break
            people.append(person)
            at = match.end()
            link = _NEXT.match(text, at)
            match = one.match(text, link.end()) if link else None  # type: ignore[assignment]
            joined = joined or bool(match and link and "and" in link[0])
        others = _OTHERS.match(text, at) if people else None
        if others is not None and (span := doc.char_span(*others.span("head"))) is not None:
            people.append((span.start, span.end))
            joined = True
        if len(people) >= _LEAST and joined and any(doc[end - 1].ent_type_ == "PERSON" for _, end in people):
            found.append(people)
    return found


def _person(doc: "Doc", match: "re.Match[str]") -> tuple[int, int] | None:
    """The tokens of an office and a name."""
    span = doc.char_span(match.start(), match.end("name"))
    return (span.start, span.end) if span is not None else None

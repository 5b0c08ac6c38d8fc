"""Bodies that a text counts and then names: "pledges from three companies – Acme, Boreas, and Cygnus"."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from gestae.loaders.body_words import CAPITAL, PLAIN
from gestae.loaders.membership_groups import is_group as is_named
from gestae.loaders.membership_lists import items, shared_head
from gestae.loaders.numerals import DIGITS, WORDS, worth
from gestae.loaders.patterns import any_of
from gestae.ontology.english import english

__all__ = ["counted", "involved", "one_of"]

_LAST = re.compile(r" ?[\u2014\u2013;:]| - |\.(?=\s|$)(?<!Inc\.)(?<!Corp\.)(?<!Co\.)(?<!U\.S\.)|$")
_CUT = re.compile(
    r",? (?:that|which|who|to|have|has|had|will|would|can|are|were|is|was|all|both|each)\b|,? (?:in|for|on|at|with|as|from) "
)
"""Where a list may end before the clause does; the first end that leaves as many names as were counted is believed."""


_ASIDE = re.compile(r", (?:in|on|with|by|under|pursuant|as|for|to) ")
_PARTICIPLE = r" (?:involved|engaged|participating|represented|concerned|taking part)(?: (?:in|with|by) [^.;:,()]{2,60}?)?"
"""What tells of which bodies: "the four agencies involved in the Plan"."""


def _number(named: frozenset[str]) -> str:
    """A number with a plural soon behind."""
    return rf"\b(?P<count>{DIGITS}|(?i:{WORDS})) (?:[\w'-]+ ){{0,4}}?(?i:{_plurals(named)})"


def _plurals(named: frozenset[str]) -> str:
    return any_of(
        {
            *(f"{word[:-1]}ies" for word in named if word.endswith("y")),
            *(f"{word}es" for word in named if word.endswith(("s", "ch"))),
            *(f"{word}s" for word in named),
        }
    )


@lru_cache(maxsize=4)
def _kinds(named: frozenset[str]) -> str:
    owner = rf"(?:{PLAIN} ){{0,5}}{PLAIN}'s "
    return rf"(?P<group>\b(?:{owner})?{_number(named)}\b(?:{_PARTICIPLE}(?=: ))?)"


@lru_cache(maxsize=4)
def _few(named: frozenset[str]) -> re.Pattern[str]:
    """How any such words begin behind their owner: a number with a plural soon behind."""
    return re.compile(rf"{_number(named)}\b")


@lru_cache(maxsize=4)
def _named(named: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"{_kinds(named)}(?P<opens>: | ?[\u2014\u2013] ?| - |, )(?=(?:the )?[A-Z])")


@lru_cache(maxsize=4)
def _involved(named: frozenset[str]) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<group>(?:[a-z-]+ ){{0,2}}(?:{_plurals(named)}){_PARTICIPLE}) (?:are|include):? (?=(?:the )?[A-Z])"
    )


@lru_cache(maxsize=4)
def _told_apart(named: frozenset[str]) -> re.Pattern[str]:
    kinds = _plurals(named)
    return re.compile(
        rf"\b(?P<group>(?:all |many |several |other )?(?:{kinds} and )?(?:{kinds}) (?:[a-z]+ly )?(?!following|including|regarding)[a-z]{{3,}}(?:ed|ing) [^.;:,()]{{3,90}}?)"
        rf",? including,? (?:but not limited to,? )?(?=(?:the )?[A-Z])"
    )


@lru_cache(maxsize=4)
def _among(named: frozenset[str]) -> re.Pattern[str]:
    name = rf"{CAPITAL}(?: (?:(?:of|for|the|and) )*{CAPITAL}){{0,6}}"
    return re.compile(
        rf"(?P<by>by )?(?:the )?\b(?P<member>{name})(?: region| area| community)?(?:,| is| was| as| became| are| will be| will become)? one of (?:the |our |its |only |just )*{_kinds(named)}"
    )


def counted(
    text: str, start: int, end: int, known: Callable[[str], bool]
) -> Iterator[tuple[tuple[int, int], tuple[int, int], str | None]]:
    """The spans of each body that is named and of the words that count them, and the body's name where a noun stands once for all.

    `known` tells of words whether they are one name.
    """
    kinds = english().classes["body-kind"]
    if not _few(kinds).search(text, start, end):
        return
    for match in _named(kinds).finditer(text, start, end):
        count = int(worth(match["count"]))
        last = _LAST.search(text, match.end(), end)
        stop = last.start() if last else end
        for at in [stop, *(cut.start() for cut in _CUT.finditer(text, match.end(), stop))]:
            spans = list(items(text, match.end(), at, known))
            if len(spans) == count > 1:
                yield from ((s, match.span("group"), shared_head(text, spans, s)) for s in spans)
                break


def one_of(text: str, start: int, end: int) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The span of a body that is one of several which are only counted, and that of the words which count them."""
    if " one of " not in text:
        return
    for match in _among(english().classes["body-kind"]).finditer(text, start, end):
        if not match["by"]:  # who counts "the port as one of five hubs" is none of them
            yield match.span("member"), match.span("group")


def involved(
    text: str, start: int, end: int, known: Callable[[str], bool]
) -> Iterator[tuple[tuple[int, int], tuple[int, int], str | None]]:
    """The same of bodies that are told by what they do: "the unions involved in the dispute are …", "firms linked to Jane Roe, including …"."""
    patterns = [_involved] if _TAKING_PART.search(text, start, end) else []
    patterns += [_told_apart] if " including" in text[start:end] else []
    found = (
        m for pattern in patterns for m in pattern(english().classes["body-kind"]).finditer(text, start, end)
    )
    for match in found:
        if is_named(match["group"]):
            continue  # "firms gathered by the Harbor Alliance, including …" lists members of the alliance
        last = _LAST.search(text, match.end(), end)
        aside = _ASIDE.search(text, match.end(), last.start() if last else end)
        stop = (aside or last).start() if aside or last else end  # type: ignore[union-attr]
        spans = list(items(text, match.end(), stop, known))
        yield from ((span, match.span("group"), shared_head(text, spans, span)) for span in spans)


_TAKING_PART = re.compile(
    r"(?:involved|engaged|participating|represented|concerned|taking part)\b[^.;:]{0,80}? (?:are|include)\b"
)

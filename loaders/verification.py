"""The one place where what a reader returns is held against the text before it is believed."""

import types
from collections.abc import Iterable
from dataclasses import is_dataclass
from difflib import get_close_matches
from functools import lru_cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from gestae.loaders.named import Named
from gestae.ontology.facts import (
    UNSPECIFIED,
    Action,
    Document,
    Fact,
    Instrument,
    Membership,
    Mention,
    Quote,
    Reading,
    Statistic,
)
from gestae.ontology.lexicon import lexicon

__all__ = ["verified"]

_SHOWN = 60
"""Characters of a quote or value that a refusal shows."""


def verified(document: Document, offered: Iterable[object]) -> Reading:
    """The reading that holds only facts whose quote stands in the document where it says it does.

    The document must name, too, whom and what they are about (`Named.holds`), and an action must be of a type
    that the scheme of the field in force has.

    The facts come in the order of their quotes, each once; what was refused is told in `Reading.refusals`.
    """
    kept: list[Fact] = []
    refusals: list[str] = []
    named = Named(document)
    for one in offered:
        if not isinstance(one, Action | Statistic | Instrument | Membership):
            refusals.append(f"no fact: {_brief(one)}")
        elif wrong := (
            _unfounded(document.text, one.quote)
            or _misshapen(one)
            or _impossible(one)
            or _nowhere(one, named)
        ):
            refusals.append(wrong)
        else:
            kept.append(one)
    kept.sort(key=lambda fact: (fact.quote.start, fact.quote.end, type(fact).__name__, repr(fact)))
    return Reading(document, tuple(dict.fromkeys(kept)), tuple(refusals))


def _unfounded(text: str, quote: object) -> str | None:
    """What is wrong with a quote, or nothing."""
    if not isinstance(quote, Quote) or not isinstance(quote.start, int) or not isinstance(quote.end, int):
        return f"no quote with offsets: {_brief(quote)}"
    where = f"{quote.start}–{quote.end}"
    if not 0 <= quote.start < quote.end <= len(text):
        return f"no stretch of a text of {len(text)} characters: {where}"
    if text[quote.start : quote.end] == quote.text:
        return None
    elsewhere = text.find(quote.text) if isinstance(quote.text, str) and quote.text else -1
    hint = f"; those words stand at {elsewhere}" if elsewhere >= 0 else "; the text has no such words"
    return f"the words at {where} are not {_brief(quote.text)}{hint}"


def _misshapen(fact: object) -> str | None:
    """Which field of a fact, or of a mention or period in it, holds what it cannot hold, or nothing."""
    kind: type = type(fact)
    for name, hint in _hints(kind).items():
        value = getattr(fact, name)
        if not _fits(value, hint):
            return f"{kind.__name__}.{name} cannot be {_brief(value)}"
        if is_dataclass(value) and (wrong := _misshapen(value)):
            return wrong
    return None


def _impossible(fact: Fact) -> str | None:
    """What no fact can say, be its shape right, or nothing."""
    kind = type(fact).__name__
    if not 0 <= fact.confidence <= 1:
        return f"{kind}.confidence cannot be {fact.confidence}: give a number from 0 to 1"
    if isinstance(fact, Action) and fact.type not in (known := lexicon().types):
        close = get_close_matches(fact.type, known, 1) or ["Other"]
        return f"no action type has the notation {_brief(fact.type)}: did you mean {close[0]!r}?"
    if fact.time is None:
        return None
    try:
        ordered = fact.time.earliest <= fact.time.latest
    except ValueError:
        return f"{kind}.time cannot be {_brief(str(fact.time))}: give dates of the form 2031, 2031-05 or 2031-05-02"
    return None if ordered else f"{kind}.time ends before it begins: {fact.time}"


def _nowhere(fact: Fact, named: Named) -> str | None:
    """Whom a fact is about of whom the document has no word, or nothing."""
    kind: type = type(fact)
    for name in _mentions(kind):
        mention = getattr(fact, name)
        if mention is not None and not named.holds(mention):
            who = mention.text if mention.text != UNSPECIFIED else mention.name
            return f"{kind.__name__}.{name}: the document does not name {_brief(who)}"
    return None


@lru_cache
def _mentions(kind: type) -> tuple[str, ...]:
    return tuple(name for name, hint in _hints(kind).items() if Mention in (hint, *get_args(hint)))


@lru_cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _fits(value: object, hint: Any) -> bool:
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return any(_fits(value, one) for one in get_args(hint))
    if origin is Literal:
        return value in get_args(hint)
    return isinstance(value, int | float if hint is float else hint)


def _brief(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= _SHOWN else shown[:_SHOWN] + "…"

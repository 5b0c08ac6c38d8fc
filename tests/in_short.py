"""What is read of a text, in the few words that tests compare."""

from collections.abc import Callable

from gestae.loaders.cast import cast_of
from gestae.loaders.parse import Parsed
from gestae.loaders.statistics import statistics
from gestae.loaders.timeline import timeline
from gestae.ontology.facts import Period, Statistic

Say = Callable[..., Parsed]


def actors(say: Say, text: str) -> dict[int, str | None]:
    """Who is behind each number of a text."""
    return {int(s.value): s.actor.name if s.actor else None for s in _numbers(say, text)}


def places(say: Say, text: str) -> dict[int, str | None]:
    """Where each number of a text holds."""
    return {int(s.value): s.place.name if s.place else None for s in _numbers(say, text)}


def when(parsed: Parsed, verb: str, terms: tuple[Period, ...] = ()) -> str | None:
    """The time of the first act of a text that a word tells."""
    line = timeline(parsed, terms)
    for sentence in parsed.sentences:
        for token in sentence.tokens:
            if token.text == verb:
                period = line.time_of_act(token, sentence)
                return str(period) if period else None
    raise AssertionError(f"no {verb!r} in {parsed.document.text!r}")


def _numbers(say: Say, text: str) -> list[Statistic]:
    parsed = say(text)
    return list(statistics(parsed, cast_of(parsed)))

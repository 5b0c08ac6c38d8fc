"""The numbers that a document reports, each with what it counts, who achieved it, when, and where."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from gestae.loaders.clauses import clauses
from gestae.loaders.doers import Around, doer
from gestae.loaders.farther_places import home_of
from gestae.loaders.measures import measure
from gestae.loaders.numbers import Number, find_numbers
from gestae.loaders.outcomes import Done, cause
from gestae.loaders.parse import Parsed, Sentence
from gestae.loaders.phrases import core
from gestae.loaders.resolver import Resolver
from gestae.loaders.tables import rows
from gestae.loaders.timeline import Timeline, timeline
from gestae.loaders.unachieved import beside, recalled
from gestae.loaders.units import Counted, counted
from gestae.loaders.whereabouts import place_of
from gestae.ontology.facts import Action, Mention, Period, Quote, Statistic

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Sourcing", "statistics"]

Sourcing = Callable[[Sentence, "Token"], Mention | None]
"""Tells who says what a token of a sentence stands in, where that is not the document."""

_LONGEST = 180
_TAIL = 14
_TO = re.compile(r"\s+(?:to|and|or|out of)\s+(?:\w+\s+){0,2}")


def statistics(
    parsed: Parsed,
    cast: Resolver,
    *,
    line: Timeline | None = None,
    implied: Sequence[Sequence[Mention]] = (),
    source: Sourcing | None = None,
    actions: Sequence[Done] = (),
    awaited: Sequence[Sequence[Mention]] = (),
) -> list[Statistic]:
    """The statistics of a document, in its order.

    `implied` tells for each sentence who acts in it where it names nobody, and `awaited` whose deed it completes if it
    only names a thing; `source` who is quoted; `actions` are what a number may result from, each with its clause.
    """
    times = line or timeline(parsed)
    found: dict[Statistic, None] = {}
    last: Statistic | None = None
    for i, sentence in enumerate(parsed.sentences):
        actors = implied[i] if i < len(implied) else ()
        completed = awaited[i] if i < len(awaited) else ()
        around = Around(actors, sentence.block.role != "paragraph", completed)
        before = parsed.sentences[i - 1] if i else None
        if before is None or before.block.start != sentence.block.start:
            for statistic in _tabled(sentence, last):
                found[statistic] = None
        else:
            just = last is not None and before.start <= last.quote.start < before.end
            around = replace(around, earlier=before.tokens, counted=last.actor if last and just else None)
        for statistic in _in_sentence(sentence, cast, times, around, source, actions):
            if sentence.start < times.setting.opening and _restates(statistic, found):
                continue
            found[statistic] = None
            last = statistic
    return list(found)


def _restates(statistic: Statistic, found: Iterable[Statistic]) -> bool:
    """Whether a subheading only repeats the number of a headline."""
    return any(
        (f.value, f.upper, f.unit) == (statistic.value, statistic.upper, statistic.unit) for f in found
    )


def _in_sentence(
    sentence: Sentence,
    cast: Resolver,
    line: Timeline,
    around: Around,
    source: Sourcing | None,
    actions: Sequence[Done],
) -> Iterator[Statistic]:
    numbers = _numbers(sentence, line)
    if not numbers:
        return
    clause_of = {c.verb.i: c for c in clauses(sentence.tokens)}
    for number, what in _counts(numbers, sentence):
        actor, subject, verb = doer(what.anchor, clause_of, cast, around)
        told = None if verb is not None and beside(what.anchor, verb) else verb
        time = line.time_of_number(what.anchor, told, sentence)
        if time and verb is not None and recalled(what.anchor, verb) and not _within(time, what, sentence):
            time = None
        result = cause(what.anchor, actions)
        if result is not None and result.time != time and line.paired(what.anchor.idx, sentence):
            result = _then(time, result, actions)
        yield Statistic(
            quote=_quote(what, sentence, subject, verb),
            value=number.value,
            upper=number.upper,
            bound=number.bound,
            unit=what.unit,
            actor=actor,
            time=time,
            place=place_of(number.value, what, verb, sentence, cast) or home_of(actor),
            source=source(sentence, what.anchor) if source else None,
            result_of=result,
            measure=measure(what, subject, verb),
        )


def _then(time: Period | None, first: Action, actions: Sequence[Done]) -> Action | None:
    """Of "12 arrests in 2030 and 15 in 2031": what was done in 2031, where it is told as an act of its own."""
    same = (first.quote.start, first.actor, first.verb, time)
    return next((a for a, _ in actions if (a.quote.start, a.actor, a.verb, a.time) == same), None)


def _within(time: Period, what: Counted, sentence: Sentence) -> bool:
    """Whether a time stands behind a number among the words that tell what it counts ("the 40 sailors lost in 1999")."""
    text = sentence.block.text
    end = what.anchor.right_edge.idx + len(what.anchor.right_edge)
    return bool(time.text) and text.find(time.text, what.start, end) >= 0


def _counts(numbers: Sequence[Number], sentence: Sentence) -> Iterator[tuple[Number, Counted]]:
    """The numbers that count something, each with what it counts.

    In "from 10 to 15 states" the first number counts what the second does. A number said again at once
    ("$3 million — $3 million") counts once.
    """
    unit = ""
    counts: list[tuple[Number, Counted | None]] = []
    for number in numbers:
        what = counted(number, sentence, unit)
        if what is not None and number.measure == "count":
            unit = what.unit or unit
        counts.append((number, what))
    for i, (number, what) in enumerate(counts):
        after = counts[i + 1] if i + 1 < len(counts) else None
        if what is None and after is not None and after[1] is not None:
            between = sentence.block.text[number.end : after[0].core]
            if after[0].measure == "count" and _TO.fullmatch(between):
                what = replace(after[1], start=number.start)
        before = counts[i - 1][0] if i else None
        if before is not None and _again(before, number, sentence):
            continue
        if what is not None and any(c.isalpha() for c in what.unit):
            yield number, what


def _again(before: Number, number: Number, sentence: Sentence) -> bool:
    """Whether a number repeats the one before it with nothing said between."""
    same = (before.value, before.unit) == (number.value, number.unit)
    return same and not any(c.isalnum() for c in sentence.block.text[before.end : number.core])


def _numbers(sentence: Sentence, line: Timeline) -> tuple[Number, ...]:
    """The numbers of a sentence that are no times and in no table, at offsets of its block."""
    start, end = int(sentence.tokens.start_char), int(sentence.tokens.end_char)
    apart = [(row.start - start, row.end - start) for row in rows(sentence.block.text)]
    apart += [(m.start - start, m.end - start) for m in (*line.mentions(sentence), *line.compared(sentence))]
    found = find_numbers(sentence.block.text[start:end], apart)
    return tuple(replace(n, start=n.start + start, core=n.core + start, end=n.end + start) for n in found)


def _tabled(sentence: Sentence, last: Statistic | None) -> Iterator[Statistic]:
    """The rows of a table in a block, which count what the last number before it does, by place or kind."""
    for row in rows(sentence.block.text):
        quote = sentence.cut(row.start, row.end)
        label = " ".join(sentence.cut(row.start, row.label_end).text.split())
        for number in find_numbers(sentence.block.text[row.number : row.end]):
            if number.unit or last is None:
                yield Statistic(
                    quote=quote, value=number.value, bound=number.bound, unit=number.unit or label, place=None
                )
            else:
                place = Mention(label, label)
                yield Statistic(
                    quote=quote,
                    value=number.value,
                    bound=number.bound,
                    unit=last.unit,
                    time=last.time,
                    place=place,
                )


def _quote(what: Counted, sentence: Sentence, subject: "Token | None", verb: "Token | None") -> Quote:
    """The clause around a number where that is short, else the words from its verb, else its own phrase."""
    end = _tail(what, sentence)
    starts = [what.start]
    if verb is not None and sentence.tokens.start <= verb.i <= what.last.i:
        starts.append(verb.idx)
        if subject is not None and sentence.tokens.start <= subject.i < verb.i:
            starts.append(int(core(subject).start_char))
    return sentence.cut(min(s for s in starts if s == what.start or end - s <= _LONGEST), end)


def _tail(what: Counted, sentence: Sentence) -> int:
    """Where the words end that say more of what is counted, before the next clause or number."""
    end, last = what.end, what.last
    for token in sentence.tokens.doc[last.i + 1 : min(last.i + 1 + _TAIL, sentence.tokens.end)]:
        clausal = token.pos_ in {"VERB", "AUX", "SCONJ", "CCONJ", "PRON"} and token.dep_ not in {
            "amod",
            "compound",
            "poss",
        }
        if (
            (token.is_punct and token.text not in "-'\"")
            or clausal
            or (token.like_num and token.ent_type_ != "DATE")
        ):
            break
        if token.pos_ in {"NOUN", "PROPN", "NUM"} or token.text in {"'s", '"'}:
            end = max(end, token.idx + len(token))
    return end

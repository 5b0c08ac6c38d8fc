"""Numbers for one measure, place, period and actor: can they all be right, and who says so independently."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from gestae.graph.comparable_claims import Comparable
from gestae.graph.findings import Answer, Finding
from gestae.graph.known import Known
from gestae.graph.quantities import BOUNDS, Range, agree, reported, significant
from gestae.graph.voices import Voices
from gestae.ontology.measures import FORECAST, TOTAL

__all__ = ["ENOUGH", "about", "corroborated", "differing", "place", "written"]

ENOUGH = 2
"""Words that a measure needs before two numbers for it can be taken to count the same."""
_DIGITS = 2
"""Significant digits that two numbers need before it is no accident that they agree."""
_FLEETING = frozenset({"percent", "dollar"})
"""What is measured so is of a time, whether that is told or not."""


def differing(
    statistics: Iterable[Comparable], known: Known, told_as_fact: Callable[[Comparable], bool]
) -> Iterator[Finding]:
    """Conflicts between documents: the same measure in the same words, with values that no number can all be.

    Numbers of which no time is told are those of their document's day, and those of a period that goes on, or a
    count as it stands, are as of that day: on two days they are a change. What is expected is never held against
    what was counted. Other populations, units or actors are other measures, and never meet; nor do numbers of one
    document, which most often tell of two things in like words.
    """
    for key, claims in _grouped(statistics, lambda told: _same_measure(told, known)):
        if not _differ(claims):
            continue
        kept = [told for told in claims if told_as_fact(told)]
        if _differ(kept):
            yield Finding(
                "conflict", "value", key, _question(kept[0], known), about(kept[0], known), _answers(kept)
            )


def corroborated(statistics: Iterable[Comparable], known: Known, voices: Voices) -> Iterator[Finding]:
    """Corroborations: numbers of one thing that agree as far as they are given, told by two voices or more."""
    for key, claims in _grouped(statistics, lambda told: _same_thing(told, known)):
        for number, group in enumerate(_agreeing(claims)):
            if voices.several(group):
                own = (*key, str(number), *sorted({told.words["value"] for told in group}))
                yield Finding(
                    "corroboration",
                    "value",
                    own,
                    _question(group[0], known),
                    about(group[0], known),
                    _answers(group),
                )


def written(told: Comparable) -> str:
    """A number with its bound and unit ("about 24,900,000 victims")."""
    number = f"{told.value:,f}".rstrip("0").rstrip(".") if "." in f"{told.value:f}" else f"{told.value:,f}"
    upper = f" to {told.upper:,f}" if told.upper is not None else ""
    return f"{BOUNDS.get(told.bound, '')}{number}{upper} {told.words.get('unitText', '')}".strip()


def _range(told: Comparable) -> Range:
    return reported(told.value, told.bound, told.upper)


def _differ(claims: Sequence[Comparable]) -> bool:
    """Whether documents contradict each other, each of which tells one number."""
    numbers: defaultdict[str, set[Hashable]] = defaultdict(set)
    for told in claims:
        numbers[told.version].add((told.value, told.upper))
    return len(numbers) > 1 and all(len(told) == 1 for told in numbers.values()) and _apart(claims)


def _apart(claims: Sequence[Comparable]) -> bool:
    """Whether some two of the claims cannot both hold: whether no value lies in all ranges (Helly)."""
    ranges = [_range(told) for told in claims]
    least = max((r.least for r in ranges if r.least is not None), default=None)
    greatest = min((r.greatest for r in ranges if r.greatest is not None), default=None)
    return least is not None and greatest is not None and least > greatest


def _grouped(
    claims: Iterable[Comparable], keyed: Callable[[Comparable], tuple[str, ...] | None]
) -> Iterator[tuple[tuple[str, ...], list[Comparable]]]:
    groups: defaultdict[tuple[str, ...], list[Comparable]] = defaultdict(list)
    for told in claims:
        key = keyed(told)
        if key is not None:
            groups[key].append(told)
    for key in sorted(groups):
        if len(groups[key]) > 1:
            yield key, groups[key]


def _same_measure(told: Comparable, known: Known) -> tuple[str, ...] | None:
    measure, actor, told_on = told.words["measure"], told.links.get("actor", ""), told.document.date
    said = measure.split()
    first, last = told.words.get("earliest", told_on), told.words.get("latest", told_on)
    if len(said) < ENOUGH + 1 or not (first and last) or (actor and not known.shared(actor)):
        return None
    if FORECAST in said or (told_on and first > told_on):
        return None
    # A period that is not over, and a count as it stands, are known up to the document's day and no further.
    if told_on and (last > told_on or TOTAL in said):
        last = told_on
    return measure, actor, place(told), first, last


def _same_thing(told: Comparable, known: Known) -> tuple[str, ...] | None:
    """Noun counted, place and actor; what is said of the noun and the period are compared one by one."""
    actor = told.links.get("actor", "")
    if significant(told.value) < _DIGITS or (actor and not known.shared(actor)):
        return None
    return told.words["measure"].partition(":")[0], place(told), actor


def _agreeing(claims: list[Comparable]) -> Iterator[list[Comparable]]:
    """Runs of numbers, by size, each of which agrees with the one before it."""
    claims = sorted(claims, key=lambda told: (told.value, told.claim))
    run = claims[:1]
    for told in claims[1:]:
        if any(_agree(told, other) for other in run[-8:]):
            run.append(told)
        else:
            yield run
            run = [told]
    yield run


def _agree(one: Comparable, other: Comparable) -> bool:
    """Whether two numbers are of one thing, one perhaps in more words, and lie in each other's range."""
    words, others = (set(told.words["measure"].partition(":")[2].split()) for told in (one, other))
    if FORECAST in words ^ others:
        return False
    words, others = words - {TOTAL}, others - {TOTAL}
    smaller, larger = sorted((words, others), key=len)
    if not smaller or not smaller <= larger or not _of_one_time(one, other):
        return False
    if not {one.bound, other.bound} <= {"exact", "approx"}:
        return False
    if one.upper is not None or other.upper is not None:
        return _range(one).meets(_range(other))
    return agree(one.value, other.value)


def _of_one_time(one: Comparable, other: Comparable) -> bool:
    """Whether two numbers are of one period; of two without one, whether they may be (a share changes daily)."""
    periods = [(told.words.get("earliest"), told.words.get("latest")) for told in (one, other)]
    timeless = periods[0][0] is None and one.words["measure"].partition(":")[0] not in _FLEETING
    return periods[0] == periods[1] and (timeless or periods[0][0] is not None)


def place(told: Comparable) -> str:
    """Where a number holds: an IRI, or the name of the place in lower case, or ""."""
    return told.links.get("place") or told.words.get("placeMention", "").casefold()


def _question(told: Comparable, known: Known) -> str:
    noun, _, rest = told.words["measure"].partition(":")
    actor = told.links.get("actor", "")
    parts = (
        told.words.get("unitText") or noun,
        f"{noun} ({rest.strip()})" if rest else "",
        known.label(actor) if actor else "",
        told.words.get("placeMention", ""),
        told.words.get("edtf", ""),
        "how many",
    )
    return " · ".join(part for part in parts if part)


def about(told: Comparable, known: Known) -> tuple[str, ...]:
    """The IRIs of the actor and the place of a number, as far as they are known beyond its document."""
    return tuple(iri for role in ("actor", "place") if known.shared(iri := told.links.get(role, "")))


def _answers(claims: Sequence[Comparable]) -> tuple[Answer, ...]:
    by_value: defaultdict[Hashable, list[Comparable]] = defaultdict(list)
    for told in claims:
        by_value[told.value, told.upper, told.bound].append(told)
    groups = sorted(by_value.values(), key=lambda group: (group[0].value, written(group[0])))
    return tuple(Answer(written(group[0]), tuple(group)) for group in groups)

"""How many members a body has: as counted, and as listed.

A document that counts fewer than it lists contradicts itself, and so do documents of one date that count
differently. Counts of different dates are a change: a body grows, and no document is wrong. A document that
counts twice speaks of two times, whether it says so or not.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gestae.graph.comparable_claims import Comparable
from gestae.graph.findings import Answer, Finding
from gestae.graph.known import Known
from gestae.graph.quantities import reported
from gestae.graph.rules_values import written
from gestae.ontology.measures import MEMBERSHIP
from gestae.ontology.terms import ORG

__all__ = ["sizes"]

_LISTED = 3
"""Members that a document must list before that is a list."""


@dataclass(frozen=True)
class _Size:
    """How large a body is by one document; `listed` tells a list from a count."""

    least: int
    most: int | None
    day: str
    text: str
    told: tuple[Comparable, ...]
    listed: bool

    @property
    def document(self) -> str:
        return self.told[0].version


def sizes(
    statistics: Iterable[Comparable], memberships: Iterable[Comparable], known: Known
) -> Iterator[Finding]:
    """A conflict for each date or document in which sizes cannot both hold; a change over all dates."""
    found: defaultdict[str, list[_Size]] = defaultdict(list)
    for told in statistics:
        body = told.links.get("actor", "")
        if (
            _is_body(body, known)
            and told.words["measure"].partition(":")[0] == MEMBERSHIP
            and told.value >= _LISTED
        ):
            found[body].append(_counted(told))
    lists: defaultdict[tuple[str, str], list[Comparable]] = defaultdict(list)
    for told in memberships:
        lists[told.links["group"], told.version].append(told)
    for (body, _), members in lists.items():
        if size := _listed(members, known):
            found[body].append(size)
    for body in sorted(found):
        if any(not size.listed for size in found[body]) and len(found[body]) > 1:
            yield from _of_body(body, found[body], known)


def _is_body(iri: str, known: Known) -> bool:
    """Whether something can have members: an organization, or what only its document knows."""
    return bool(iri) and (ORG.Organization in known.classes(iri) or not known.shared(iri))


def _of_body(body: str, found: Sequence[_Size], known: Known) -> Iterator[Finding]:
    question = f"members of {known.label(body)} · how many"
    about = (body,) if known.shared(body) else ()
    together: defaultdict[str, list[_Size]] = defaultdict(list)
    for size in found:
        together[size.document].append(size)
    if known.shared(body):
        for size in found:
            if size.day:
                together[size.day].append(size)
    conflicts: dict[tuple[Answer, ...], tuple[str, ...]] = {}
    for when, sizes in sorted(together.items()):
        if _contradict(sizes):
            conflicts.setdefault(_answers(sizes), (body, when))
    for answers, key in conflicts.items():
        yield Finding("conflict", "size", key, question, about, answers)
    dated = [size for size in found if size.day]
    if (
        known.shared(body)
        and len({size.day for size in dated}) > 1
        and len({size.least for size in dated}) > 1
    ):
        yield Finding("change", "size", (body,), question, about, _answers(dated))


def _contradict(sizes: Sequence[_Size]) -> bool:
    """Whether more are listed than counted, or two counts exclude each other."""
    return any(
        one.most is not None and other.least > one.most
        for one in sizes
        for other in sizes
        if other.listed or one.document != other.document
    )


def _when(size: _Size) -> str:
    """Of which time a size is, or on which day it was told."""
    if size.told[0].days:
        return f"in {size.told[0].words['edtf']}"
    return f"told {size.day}" if size.day else ""


def _answers(sizes: Iterable[_Size]) -> tuple[Answer, ...]:
    """One answer for each size and day, by day."""
    groups: defaultdict[tuple[str, str, str], dict[str, Comparable]] = defaultdict(dict)
    for size in sizes:
        groups[size.day, _when(size), size.text].update({told.statement: told for told in size.told})
    return tuple(
        Answer(f"{text}, {when}" if when else text, tuple(told.values()))
        for (_, when, text), told in sorted(groups.items())
    )


def _counted(told: Comparable) -> _Size:
    within = reported(told.value, told.bound, told.upper)
    least = 0 if within.least is None else int(within.least)
    most = None if within.greatest is None else int(within.greatest)
    return _Size(least, most, _day(told), written(told), (told,), listed=False)


def _listed(members: Sequence[Comparable], known: Known) -> _Size | None:
    """The size of a list; a body and the office that stands for it count once."""
    different = {_member(told): told for told in members}
    if len(different) < _LISTED:
        return None
    number = len({known.body_of(member) for member in different})
    return _Size(number, None, _day(members[0]), f"{number} listed", tuple(different.values()), listed=True)


def _member(told: Comparable) -> str:
    return told.links.get("member") or told.words.get("memberMention", "").casefold()


def _day(told: Comparable) -> str:
    """The day of which a claim speaks: the first of its own time, else that of its document."""
    return told.days[0] if told.days else told.document.date

"""The day by which a law or order is cited beside its number, against that of other documents and of authority data."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from gestae.graph.comparable_claims import Comparable
from gestae.graph.findings import Answer, Finding
from gestae.graph.known import Known

__all__ = ["citations"]


def citations(cited: Iterable[Comparable], known: Known) -> Iterator[Finding]:
    """A conflict for each instrument that is cited by two days, or by another than authority data know.

    `cited` are mentions with a day. What is linked by its number alone takes part: whoever gives a wrong day means
    that order still. A day that all agree on is no finding, since to cite an order is not to attest its day.
    """
    found: defaultdict[str, list[Comparable]] = defaultdict(list)
    for told in cited:
        thing = told.links.get("instrument", "")
        if told.days and known.shared(thing) and known.surely(told, "instrument"):
            found[thing].append(told)
    for thing, claims in sorted(found.items()):
        by_day: defaultdict[str, list[Comparable]] = defaultdict(list)
        for told in claims:
            by_day[told.words["earliest"]].append(told)
        own = known.date(thing)
        if len({*by_day, *filter(None, (own,))}) > 1:
            answers = tuple(
                Answer(day, tuple(by_day.get(day, ())), thing if day == own else "")
                for day in sorted({*by_day, *filter(None, (own,))})
            )
            question = f"{known.label(thing)} · of which day"
            yield Finding("conflict", "citation", (thing,), question, (thing,), answers)

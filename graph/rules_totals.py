"""Totals that run on: one measure counted from one beginning, or as it stands, told again on a later day.

"13.2 million jobs since January 2021" and, a year later, "15 million" are no conflict but a change; so are "bringing the
number of boats to 83" and, half a year later, "to 132".
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from gestae.graph.comparable_claims import Comparable
from gestae.graph.findings import Answer, Finding
from gestae.graph.known import Known
from gestae.graph.rules_values import ENOUGH, about, place, written
from gestae.ontology.measures import FORECAST, TOTAL

__all__ = ["totals"]


def totals(statistics: Iterable[Comparable], known: Known) -> Iterator[Finding]:
    """A change for each total that documents of different days tell with other numbers.

    A total runs on where the text says that it stands so by now (`gestae.ontology.measures.TOTAL`), or where its period
    ends in the month of its document and began in an earlier one. Of two numbers in one document neither takes part: they count two things in like words.
    """
    found: defaultdict[tuple[str, str, str, str], dict[str, list[Comparable]]] = defaultdict(dict)
    for told in statistics:
        actor, words = told.links.get("actor", ""), told.words
        said = words["measure"].split()
        stands = TOTAL in said
        if (
            len(said) <= ENOUGH + stands
            or not (told.document.date and (stands or "earliest" in words))
            or FORECAST in said
            or (actor and not known.shared(actor))
        ):
            continue
        begun, until = ("", "") if stands else (words["earliest"][:7], words["latest"][:7])
        if stands or begun < until == told.document.date[:7]:
            key = (words["measure"], actor, place(told), begun)
            found[key].setdefault(told.version, []).append(told)
    for key, documents in sorted(found.items()):
        alone = [claims[0] for claims in documents.values() if len({told.value for told in claims}) == 1]
        alone.sort(key=lambda told: (told.document.date, told.claim))
        if len({told.value for told in alone}) > 1 and len({told.document.date for told in alone}) > 1:
            yield Finding(
                "change",
                "total",
                key,
                _question(alone[0], known, key[3]),
                about(alone[0], known),
                _told(alone),
            )


def _told(claims: Iterable[Comparable]) -> tuple[Answer, ...]:
    by_answer: defaultdict[str, list[Comparable]] = defaultdict(list)
    for told in claims:
        by_answer[f"{written(told)}, told {told.document.date}"].append(told)
    return tuple(Answer(text, tuple(same)) for text, same in by_answer.items())


def _question(told: Comparable, known: Known, begun: str) -> str:
    noun, _, rest = told.words["measure"].partition(":")
    actor = told.links.get("actor", "")
    parts = (
        f"{noun} ({rest.strip()})",
        known.label(actor) if actor else "",
        told.words.get("placeMention", ""),
        f"since {begun}" if begun else "",
        "how many by now",
    )
    return " · ".join(filter(None, parts))

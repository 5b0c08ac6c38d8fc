"""Who heads a body: two that are told to hold alone, on one day, an office that one holds.

Which offices these are is data: the classes "chair" and "head" of the words of English. On two days it is a
change. Persons are held against persons and offices against offices, since "the
Secretary" and her name are one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from gestae.graph.comparable_claims import Comparable
from gestae.graph.findings import Answer, Finding
from gestae.graph.known import Known
from gestae.ontology.terms import ORG, SCHEMA

__all__ = ["heads"]

_NAMES = 2
"""Words that a person's name needs: "Senator" and "Tester" alone may be anybody."""
_LONGEST = 5


def heads(
    memberships: Iterable[Comparable], known: Known, words: Mapping[str, frozenset[str]]
) -> Iterator[Finding]:
    """A conflict for each office and day in which two are told to hold it; a change over all days.

    `words` are the words of English by class. A body has one chair, whatever the office is called; its other
    heads ("director", "administrator") are each an office of its own.
    """
    offices = dict.fromkeys(words["chair"], "chair") | {name: name for name in words["head"]}
    found: defaultdict[tuple[str, str, str], list[Comparable]] = defaultdict(list)
    for told in memberships:
        office = offices.get(told.words.get("role", "").casefold())
        body = told.links.get("group", "")
        if office and known.shared(body) and (kind := _kind(told, known)):
            found[body, office, kind].append(told)
    for (body, office, kind), claims in sorted(found.items()):
        question = f"{office} of {known.label(body)} · who"
        by_day: defaultdict[str, list[Comparable]] = defaultdict(list)
        for told in claims:
            if day := told.days[0] if told.days else told.document.date:
                by_day[day].append(told)
        for day, together in sorted(by_day.items()):
            if len(_persons(together)) > 1:
                key = (body, office, kind, day)
                yield Finding("conflict", "head", key, question, (body,), _answers(together, day))
        alone = all(len(_persons(together)) == 1 for together in by_day.values())
        if alone and len(_persons(claims)) > 1:
            answers = [one for day, together in sorted(by_day.items()) for one in _answers(together, day)]
            yield Finding("change", "head", (body, office, kind), question, (body,), tuple(answers))


def _kind(told: Comparable, known: Known) -> str:
    """Whether a member is a person or an office, as far as it can be told; else ""."""
    classes = known.classes(told.links.get("member", ""))
    if ORG.Post in classes:
        return "post"
    if SCHEMA.Person in classes:
        return "person"
    words = told.words.get("memberMention", "").split()
    named = _NAMES <= len(words) <= _LONGEST and all(word[:1].isupper() for word in words)
    return "person" if named and not classes & {ORG.Organization} and "of" not in words else ""


def _persons(claims: Sequence[Comparable]) -> dict[str, list[Comparable]]:
    """Claims by whom they name: an entry of the authority files, else the last word of the name."""
    found: defaultdict[str, list[Comparable]] = defaultdict(list)
    for told in claims:
        name = told.words.get("memberMention", "").replace(",", " ").split()
        last = next((word for word in reversed(name) if not word.endswith(".") and len(word) > 2), "")
        found[last.casefold()].append(told)
    return found


def _answers(claims: Sequence[Comparable], day: str) -> tuple[Answer, ...]:
    return tuple(
        Answer(f"{told[0].words.get('memberMention', '')}, told {day}", tuple(told))
        for _, told in sorted(_persons(claims).items())
    )

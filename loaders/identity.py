"""Which node a fact is: its claim and its statement, named by the words that it was read from."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from gestae.ontology import iris
from gestae.ontology.errors import ReaderError
from gestae.ontology.facts import Action, Fact, Instrument, Membership, Mention, Statistic

__all__ = ["Identified", "identify", "kind_of", "plain_number"]

KINDS: dict[type, str] = {
    Action: "action",
    Statistic: "statistic",
    Instrument: "instrument",
    Membership: "membership",
}


PlaceAndWords = tuple[str, int, int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Identified:
    """A fact with the IRIs of its claim and of the statement that makes it."""

    fact: Fact
    claim: str
    statement: str


def kind_of(fact: Fact) -> str:
    """One of "action", "statistic", "instrument", "membership"."""
    return KINDS[type(fact)]


def identify(facts: Iterable[Fact], version_iri: str) -> Iterator[Identified]:
    """Name every fact of a version, in the order given.

    Of facts that differ in confidence alone the surest stays. Facts of the same words that were read in more
    than one way ("they" standing for two departments) are counted, in an order of their own.
    """
    surest: dict[Fact, Fact] = {}
    for fact in facts:
        certain = replace(fact, confidence=1.0)
        if certain not in surest or fact.confidence > surest[certain].confidence:
            surest[certain] = fact
    alike: defaultdict[PlaceAndWords, list[Fact]] = defaultdict(list)
    for certain in surest:
        alike[_place_and_words(certain)].append(certain)
    for certain, fact in surest.items():
        same = sorted(alike[_place_and_words(certain)], key=repr)
        kind, start, end, words = _place_and_words(certain)
        at = (version_iri, kind, start, end, words, same.index(certain) + 1)
        yield Identified(fact, iris.claim(*at), iris.statement(*at))


def plain_number(value: Decimal) -> str:
    """A number in the canonical form of `xsd:decimal`; a `ReaderError` if it is infinite or none."""
    if not value.is_finite():
        raise ReaderError(f"{value} is no number: a reader must give a finite value")
    text = f"{value:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("", "-0") else text


def _place_and_words(fact: Fact) -> PlaceAndWords:
    return kind_of(fact), fact.quote.start, fact.quote.end, _words(fact)


def _words(fact: Fact) -> tuple[str, ...]:
    match fact:
        case Action():
            time = fact.time.text if fact.time else ""
            mentions = (fact.actor, fact.object, fact.recipient, fact.under, fact.source)
            return (fact.verb, time, *map(_text, mentions))
        case Statistic():
            about = (fact.actor, fact.place, fact.source)
            return (plain_number(fact.value), fact.unit, *map(_text, about))
        case Instrument():
            return (fact.name,)
        case Membership():
            return (fact.member.text, fact.group.text, fact.role or "")


def _text(mention: Mention | None) -> str:
    return mention.text if mention else ""

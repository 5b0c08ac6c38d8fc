"""What a claim says of itself: the properties of one fact, as predicates and objects."""

import datetime
import re
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from gestae.loaders.calendar_words import weekday_of
from gestae.loaders.identity import plain_number
from gestae.ontology.errors import ReaderError
from gestae.ontology.facts import (
    UNSPECIFIED,
    Action,
    Fact,
    Instrument,
    Membership,
    Mention,
    Period,
    Statistic,
)
from gestae.ontology.terms import ACTION, DCTERMS, GESTAE, RDF, SCHEMA, XSD

__all__ = ["Pairs", "action_type", "claim", "mentioned"]

Pairs = Iterator[tuple[NamedNode, NamedNode | Literal]]

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_TRUE = Literal("true", datatype=XSD.boolean)


def action_type(notation: str) -> NamedNode:
    """The concept of an action type; a `ReaderError` where the notation is no simple name."""
    if not _NAME.fullmatch(notation):
        raise ReaderError(f"{notation!r} is no action type: a reader must give a notation such as 'Convict'")
    return NamedNode(ACTION + notation)


def claim(fact: Fact, attested: datetime.date | None) -> Pairs:
    """Properties of a claim without what linking adds; `attested` is the date of its document."""
    match fact:
        case Action():
            yield from _action(fact)
        case Statistic():
            yield from _statistic(fact)
        case Instrument():
            yield from _instrument(fact)
        case Membership():
            yield from _membership(fact, attested)
    if round(fact.confidence, 2) < 1:
        yield (
            GESTAE.confidence,
            Literal(f"{fact.confidence:.2f}".rstrip("0").rstrip("."), datatype=XSD.decimal),
        )


def mentioned(name: NamedNode, text: NamedNode, mention: Mention | None) -> Pairs:
    """A mention's full name, and its words where they differ; nothing where the text leaves it out."""
    if mention is None or mention.name in ("", UNSPECIFIED):
        return
    yield name, Literal(mention.name)
    if mention.text not in ("", mention.name):
        yield text, Literal(mention.text)


def _action(fact: Action) -> Pairs:
    yield RDF.type, GESTAE.Action
    yield GESTAE.verb, Literal(fact.verb)
    yield GESTAE.actionType, action_type(fact.type)
    yield from mentioned(GESTAE.actorMention, GESTAE.actorText, fact.actor)
    if fact.object.text:
        yield GESTAE.objectText, Literal(fact.object.text)
    if fact.object.name not in ("", fact.object.text):
        yield GESTAE.objectMention, Literal(fact.object.name)
    yield from mentioned(GESTAE.recipientMention, GESTAE.recipientText, fact.recipient)
    yield from mentioned(GESTAE.underMention, GESTAE.underText, fact.under)
    yield GESTAE.modality, getattr(GESTAE, fact.modality)
    if fact.negated:
        yield GESTAE.negated, _TRUE
    yield from _time(fact.time)


def _statistic(fact: Statistic) -> Pairs:
    yield RDF.type, GESTAE.Statistic
    yield RDF.type, SCHEMA.Observation
    yield GESTAE.value, Literal(plain_number(fact.value), datatype=XSD.decimal)
    if fact.upper is not None:
        yield GESTAE.upperValue, Literal(plain_number(fact.upper), datatype=XSD.decimal)
    yield GESTAE.bound, getattr(GESTAE, fact.bound)
    if fact.unit:
        yield GESTAE.unitText, Literal(fact.unit)
    if fact.measure:
        yield GESTAE.measure, Literal(fact.measure)
    yield from mentioned(GESTAE.actorMention, GESTAE.actorText, fact.actor)
    yield from mentioned(GESTAE.placeMention, GESTAE.placeText, fact.place)
    yield from _time(fact.time)


def _instrument(fact: Instrument) -> Pairs:
    yield RDF.type, GESTAE.InstrumentMention
    yield GESTAE.nameMention, Literal(fact.name)
    yield GESTAE.instrumentKind, Literal(fact.kind)
    if fact.identifier:
        yield DCTERMS.identifier, Literal(fact.identifier)
    yield from _time(fact.time)


def _membership(fact: Membership, attested: datetime.date | None) -> Pairs:
    yield RDF.type, GESTAE.Membership
    yield from mentioned(GESTAE.memberMention, GESTAE.memberText, fact.member)
    yield from mentioned(GESTAE.groupMention, GESTAE.groupText, fact.group)
    if fact.role:
        yield GESTAE.role, Literal(fact.role)
    if attested:
        yield GESTAE.attestedOn, _day(attested)
    yield from _time(fact.time)


def _time(period: Period | None) -> Pairs:
    if period is None:
        return
    yield GESTAE.earliest, _day(period.earliest)
    yield GESTAE.latest, _day(period.latest)
    yield GESTAE.edtf, Literal(str(period))
    if period.text:
        yield GESTAE.timeText, Literal(period.text)
    if weekday := weekday_of(period):
        yield GESTAE.weekday, Literal(weekday)


def _day(date: datetime.date) -> Literal:
    return Literal(date.isoformat(), datatype=XSD.date)

"""Corrections of facts: which fields of the facts table can be corrected, and what a claim then says."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final

import pyoxigraph as ox

from gestae.graph.action_types import action_types
from gestae.graph.told import Nodes, value
from gestae.ontology.errors import JudgementError
from gestae.ontology.facts import UNSPECIFIED, Period
from gestae.ontology.terms import ACTION, DCTERMS, GESTAE, XSD

__all__ = ["FIELDS", "Changed", "changed"]

FIELDS: Final = {
    "action": (
        "actor", "verb", "type", "object", "recipient", "under", "time", "modality", "negated", "source",
    ),
    "statistic": ("value", "value_max", "bound", "unit", "actor", "time", "place", "source"),
    "instrument": ("name", "identifier", "instrument", "time"),
    "membership": ("member", "group", "role", "time"),
}  # fmt: skip
"""Kind of fact → fields that can be corrected."""

_OPTIONAL = frozenset(
    {"actor", "recipient", "under", "time", "source", "place", "value_max", "identifier", "role"}
)
_CHOICES = {
    "modality": ("factual", "planned", "directed", "hypothetical"),
    "bound": ("exact", "approx", "min", "max"),
    "instrument": ("law", "order", "proclamation", "memorandum", "treaty", "report", "plan"),
    "negated": ("true", "false"),
}
_DATE = r"\d{4}(?:-\d{2}(?:-\d{2})?)?"
_PERIOD = re.compile(rf"({_DATE})(?:/({_DATE}))?")
_TIMES = (GESTAE.earliest, GESTAE.latest, GESTAE.edtf)
_PLAIN: Final[dict[str, ox.NamedNode]] = {
    "verb": GESTAE.verb,
    "unit": GESTAE.unitText,
    "role": GESTAE.role,
    "name": GESTAE.nameMention,
    "identifier": DCTERMS.identifier,
    "instrument": GESTAE.instrumentKind,
}


@dataclass(frozen=True, slots=True)
class Changed:
    """What a correction takes from a node and puts in its place; `name` is whom a corrected end names."""

    without: tuple[ox.NamedNode, ...]
    pairs: tuple[tuple[ox.NamedNode, ox.NamedNode | ox.Literal], ...]
    end: ox.NamedNode | None = None
    name: str = ""
    of_statement: bool = False


def changed(kind: str, field: str, new: str, claim: ox.NamedNode, nodes: Nodes) -> Changed:
    """What the correction of one field does to a claim (for `source`, to its statement).

    :raises JudgementError: if the kind has no such field, or the field cannot hold the value.
    """
    if field not in FIELDS[kind]:
        raise JudgementError(
            f"{field!r} is no field of this fact that can be corrected; {kind} has: {', '.join(FIELDS[kind])}"
        )
    if not new and field not in _OPTIONAL:
        raise JudgementError(f"{field} cannot be left empty")
    choices = _CHOICES.get(field)
    if choices and new not in choices:
        raise JudgementError(f"{field} is one of {', '.join(choices)}, not {new!r}")
    if field in _PLAIN:
        return Changed((_PLAIN[field],), tuple((_PLAIN[field], ox.Literal(text)) for text in (new,) if text))
    known = nodes.get(claim, {})
    special: dict[str, Callable[[], Changed]] = {
        "type": lambda: _type(new),
        "time": lambda: Changed(_TIMES, tuple(_time(new))),
        "modality": lambda: Changed((GESTAE.modality,), ((GESTAE.modality, getattr(GESTAE, new)),)),
        "bound": lambda: Changed((GESTAE.bound,), ((GESTAE.bound, getattr(GESTAE, new)),)),
        "negated": lambda: Changed((GESTAE.negated,), _true(new)),
        "value": lambda: _number(GESTAE.value, new),
        "value_max": lambda: _number(GESTAE.upperValue, new),
        "object": lambda: Changed(
            (GESTAE.objectMention, GESTAE.objectText),
            ((GESTAE.objectText, ox.Literal(new)),),
            GESTAE.object,
            new,
        ),
    }
    if field in special:
        return special[field]()
    name, text = getattr(GESTAE, f"{field}Mention"), getattr(GESTAE, f"{field}Text")
    written = value(known, text) or value(known, name)
    end = GESTAE.attributedTo if field == "source" else getattr(GESTAE, field)
    if new in ("", UNSPECIFIED):
        return Changed((name, text), (), end, "", field == "source")
    pairs = [(name, ox.Literal(new))] + [(text, ox.Literal(written))] * (written not in ("", new))
    return Changed((name, text), tuple(pairs), end, new, field == "source")


def _type(new: str) -> Changed:
    known = action_types()
    if new not in known:
        raise JudgementError(f"{new!r} is no action type; there are: {', '.join(sorted(known))}")
    return Changed((GESTAE.actionType,), ((GESTAE.actionType, ox.NamedNode(ACTION + new)),))


def _time(new: str) -> Iterator[tuple[ox.NamedNode, ox.Literal]]:
    if not new:
        return
    match = _PERIOD.fullmatch(new)
    try:
        if match is None:
            raise ValueError("a time is YYYY, YYYY-MM or YYYY-MM-DD, or two of them as START/END")
        period = Period(match[1], match[2] or match[1])
        first, last = period.earliest, period.latest
        if last < first:
            raise ValueError("it ends before it begins")
    except ValueError as error:
        raise JudgementError(f"time cannot be {new!r}: {error}") from None
    yield GESTAE.earliest, ox.Literal(first.isoformat(), datatype=XSD.date)
    yield GESTAE.latest, ox.Literal(last.isoformat(), datatype=XSD.date)
    yield GESTAE.edtf, ox.Literal(str(period))


def _true(new: str) -> tuple[tuple[ox.NamedNode, ox.Literal], ...]:
    return ((GESTAE.negated, ox.Literal("true", datatype=XSD.boolean)),) if new == "true" else ()


def _number(term: ox.NamedNode, new: str) -> Changed:
    if not new:
        return Changed((term,), ())
    try:
        number = Decimal(new)
    except InvalidOperation:
        raise JudgementError(f"{new!r} is no number: write it plainly, as in 24900000 or 1250.5") from None
    if not number.is_finite():
        raise JudgementError(f"{new!r} is no finite number")
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return Changed((term,), ((term, ox.Literal(text, datatype=XSD.decimal)),))

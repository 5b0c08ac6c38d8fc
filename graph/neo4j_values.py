"""Literals as values of Neo4j properties: which a property holds exactly, and what it shows of the others.

A property holds exactly: `xsd:string`; `xsd:boolean` (true, false); `xsd:integer` of 64 bits and `xsd:double`
both in canonical form; `xsd:date` without zone of the years 1 to 9999; `xsd:dateTime` to the second, in UTC.
What another literal shows is for reading and comparing only: a decimal as a float, a smaller integer type
as an integer, the rest as its lexical form.
"""

import math
import re
from collections.abc import Callable, Sequence
from datetime import date, datetime

__all__ = ["Value", "exact", "lexical", "shown"]

Value = str | bool | int | float | date | datetime
"""What one literal becomes; the driver hands back dates as `neo4j.time`, which `lexical` also takes."""

_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,18}", re.ASCII)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_SECOND = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z", re.ASCII)
_DECIMAL = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)", re.ASCII)
_DOUBLE = re.compile(r"-?[0-9]\.[0-9]+E(?:0|-?[1-9][0-9]*)", re.ASCII)
_INTEGER_TYPES = frozenset(
    {
        *("integer", "long", "int", "short", "byte", "nonPositiveInteger", "negativeInteger"),
        *("nonNegativeInteger", "positiveInteger", "unsignedLong", "unsignedInt", "unsignedShort"),
        "unsignedByte",
    }
)
_FLOAT_NAMES = {"INF": math.inf, "-INF": -math.inf, "NaN": math.nan}


def exact(text: str, kind: str) -> Value | None:
    """The value from which `lexical` gives back this literal, or None where there is none."""
    if not kind:
        return text
    read = _EXACT.get(kind)
    return None if read is None else read(text)


def _boolean(text: str) -> bool | None:
    return {"true": True, "false": False}.get(text)


def _integer(text: str) -> int | None:
    if not _INTEGER.fullmatch(text):
        return None
    number = int(text)
    return number if -(2**63) <= number < 2**63 else None


def _double(text: str) -> float | None:
    if text in _FLOAT_NAMES:
        return _FLOAT_NAMES[text]
    if not _DOUBLE.fullmatch(text):
        return None
    number = float(text)
    return number if _double_text(number) == text else None


def _double_text(number: float) -> str:
    """The canonical form of XML Schema: one digit before the point, at least one after it, `E`, exponent."""
    if math.isnan(number):
        return "NaN"
    if math.isinf(number):
        return "INF" if number > 0 else "-INF"
    digits, _, exponent = f"{number!r}".partition("e")
    sign, digits = ("-", digits[1:]) if digits[0] == "-" else ("", digits)
    whole, _, fraction = digits.partition(".")
    figures = (whole + fraction).lstrip("0")
    if not figures:
        return f"{sign}0.0E0"
    scale = int(exponent or 0) + len(whole) - 1 - (len(whole + fraction) - len(figures))
    figures = figures.rstrip("0")
    return f"{sign}{figures[0]}.{figures[1:] or '0'}E{scale}"


def _date(text: str) -> date | None:
    if not _DATE.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _second(text: str) -> datetime | None:
    if not _SECOND.fullmatch(text):
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


_EXACT: dict[str, Callable[[str], Value | None]] = {
    "boolean": _boolean,
    "integer": _integer,
    "double": _double,
    "date": _date,
    "dateTime": _second,
}


def lexical(value: object) -> tuple[str, str]:
    """Lexical form and kind of the literal that a property value is."""
    if isinstance(value, str):
        return value, ""
    if isinstance(value, bool):
        return ("true" if value else "false"), "boolean"
    if isinstance(value, int):
        return str(value), "integer"
    if isinstance(value, float):
        return _double_text(value), "double"
    text = value.isoformat() if isinstance(value, date) else str(value)
    if _DATE.fullmatch(text):
        return text, "date"
    moment = re.sub(r"(?:\.0+)?\+00:00$", "Z", text)
    return moment, "dateTime" if "T" in moment else ""


def shown(literals: Sequence[tuple[str, str]]) -> Value | list[str] | list[bool] | list[int] | list[float]:
    """What a property shows of (lexical form, kind) pairs that it cannot hold exactly."""
    values = [_shown(text, kind) for text, kind in literals]
    if len(values) == 1:
        return values[0]
    if len({type(value) for value in values}) > 1 or isinstance(values[0], date):
        return [text for text, _ in literals]
    return values  # type: ignore[return-value]  # all of one type, by the line above


def _shown(text: str, kind: str) -> Value:
    value = exact(text, kind)
    if value is not None:
        return value
    if kind in _INTEGER_TYPES and (number := _integer(text.removeprefix("+").lstrip("0") or "0")) is not None:
        return number
    if kind in ("decimal", "double", "float") and _DECIMAL.fullmatch(text):
        number_ = float(text)
        return number_ if math.isfinite(number_) else text
    return text

"""Values of parameters that can only be some: a type, a modality, a day; what else is asked for is refused."""

import datetime
import difflib
import re
from collections.abc import Callable, Collection, Mapping
from typing import get_args

from gestae.graph.findings import RULES
from gestae.ontology.errors import QueryError
from gestae.ontology.facts import Modality

__all__ = ["chosen", "settled"]

_KINDS = ("Conflict", "Change", "Corroboration")
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_AFTER_ALL = "~"
"""Sorts after every digit and hyphen, so that a year holds all of its days."""


def settled(given: Mapping[str, str], types: Callable[[], Collection[str]]) -> dict[str, str]:
    """The values of a named question's parameters as the graph writes them; `types` are the action types.

    :raises QueryError: where a type, modality, kind, rule or time is none, with what there is.
    """
    choices: dict[str, Callable[[], Collection[str]]] = {
        "type": types,
        "modality": lambda: get_args(Modality),
        "kind": lambda: _KINDS,
        "rule": lambda: RULES,
    }
    done = dict(given)
    for name, value in given.items():
        if value and name in choices:
            done[name] = chosen(name, value, choices[name]())
        elif value and name in ("since", "until"):
            _checked(name, value)
    since, until = done.get("since", ""), done.get("until", "")
    if since and until and since > until + _AFTER_ALL:
        raise QueryError(f"nothing lies between: since {since} is after until {until}")
    return done


def chosen(what: str, value: str, known: Collection[str]) -> str:
    """That of the known names which is meant by a value, in any case.

    :raises QueryError: where none is, with the nearest and with all.
    """
    by_case = {name.casefold(): name for name in sorted(known)}
    if value.casefold() in by_case:
        return by_case[value.casefold()]
    close = difflib.get_close_matches(value.casefold(), by_case, 1, 0.6)
    hint = f" (did you mean {by_case[close[0]]}?)" if close else ""
    raise QueryError(f"{value!r} is no {what}{hint}; there are: {', '.join(by_case.values())}")


def _checked(name: str, value: str) -> None:
    parts = _DAY.fullmatch(value)
    try:
        if parts is None:
            raise ValueError("it is written as 2018, 2018-04 or 2018-04-12")
        datetime.date(int(parts[1]), int(parts[2] or 1), int(parts[3] or 1))
    except ValueError as error:
        raise QueryError(f"{name} {value!r} is no day, month or year: {error}") from None

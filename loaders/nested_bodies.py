"""What is named with whose it is: "the Bureau of Piers within the Department of Harbors", "Mayor Roe's Safe Harbors Plan"."""

import re
from datetime import date

from gestae.loaders.layout import clean
from gestae.loaders.names import kind_of
from gestae.ontology.authority import Authority

__all__ = ["nested_body"]

_WITHIN = re.compile(
    r"(?P<part>[A-Z].*?),? (?:(?:a )?part of|within|in|at|under) (?:the )?(?P<whole>[A-Z].*)"
)

_OWNED = frozenset({
    ("organization", "organization"), ("organization", "instrument"), ("person", "instrument"), ("post", "instrument"),
})  # fmt: skip
"""What whose can be named without them: the office of a department, the plan of a mayor."""


def nested_body(text: str, authority: Authority, on: date | None) -> str | None:
    """The full name of the smaller body, or of the plan, alone; nothing where either cannot be told to be one."""
    within = _WITHIN.match(text)
    if within and authority.resolve(within["whole"], on) and (part := authority.resolve(within["part"], on)):
        return part.name
    whole, owned, inner = clean(text).partition("'s ")
    owner = authority.resolve(whole, on) if owned and not inner[:1].islower() else None
    if owner is None or (owner.kind, kind_of(inner, authority)) not in _OWNED:
        return None
    known = authority.resolve(inner, on)
    return known.name if known else inner

"""A body that is named with what it belongs to: "the Bureau of Piers within the Department of Harbors", "HUD's Office of Piers"."""

import re
from datetime import date

from gestae.loaders.layout import clean
from gestae.loaders.names import kind_of
from gestae.ontology.authority import Authority

__all__ = ["nested_body"]

_WITHIN = re.compile(
    r"(?P<part>[A-Z].*?),? (?:(?:a )?part of|within|in|at|under) (?:the )?(?P<whole>[A-Z].*)"
)


def nested_body(text: str, authority: Authority, on: date | None) -> str | None:
    """The full name of the smaller body alone; nothing where either cannot be told to be one."""
    within = _WITHIN.match(text)
    if within and authority.resolve(within["whole"], on) and (part := authority.resolve(within["part"], on)):
        return part.name
    whole, owned, inner = clean(text).partition("'s ")
    owner = authority.resolve(whole, on) if owned else None
    if owner is None or owner.kind != "organization" or kind_of(inner, authority) != "organization":
        return None
    known = authority.resolve(inner, on)
    return known.name if known else inner

"""Known instruments that no head noun tells in a text: "Title IX", "Dodd-Frank", "the Geneva Conventions"."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from gestae.loaders.instrument_words import HEADS
from gestae.loaders.patterns import any_of

if TYPE_CHECKING:
    from gestae.ontology.authority import Authority, Entity

__all__ = ["called"]

_BY_NAME = frozenset({"law", "treaty", "plan"})
"""Kinds that go by a name; the title of an order may be any words."""
_TITLE_OF = re.compile(r",? of (?:the |this |that |such )")
_CONSTITUTION = "constitution"
"""What is read by a rule of its own."""


def called(text: str, authority: "Authority") -> "Iterator[tuple[int, int, Entity]]":
    """Where a line gives such a name, and the instrument; `text` has plain quotes and no line breaks."""
    pattern, known = _names(authority)
    if not known:
        return
    for match in pattern.finditer(text):
        if not _of_another(text, match, known[match[0]]):
            yield *match.span(), known[match[0]]


def _of_another(text: str, match: re.Match[str], entity: "Entity") -> bool:
    """Whether the law follows that a title is one of, and is not the law that goes by that title: "Title VII of the Pier Act"."""
    law = _TITLE_OF.match(text, match.end()) if match[0].startswith("Title ") else None
    return law is not None and not text.startswith(entity.name.partition(" of ")[0], law.end())


@lru_cache(maxsize=2)
def _names(authority: "Authority") -> "tuple[re.Pattern[str], dict[str, Entity]]":
    """The names of known instruments without a head noun, as one pattern and with what each names."""
    known = {
        name: entity
        for entity in authority
        if entity.instrument_kind in _BY_NAME
        for name in (entity.name, *entity.names)
        if name[:1].isupper() or name[:1].isdigit()
        if not _headed(name) and authority.find(name) == (entity,)
    }
    return re.compile(rf"(?<![\w-]){any_of(map(re.escape, known))}(?![\w-]| [A-Z0-9])"), known


def _headed(name: str) -> bool:
    words = name.lower().replace(",", " ").split()
    return any(word in HEADS or word == _CONSTITUTION for word in words)

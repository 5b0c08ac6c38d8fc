"""Short names of known laws and plans: "the Rescue Plan" for the American Rescue Plan."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gestae.ontology.authority import Authority, Entity

__all__ = ["shortened"]

_FEWEST = 2
_YEAR = re.compile(r" of (?:19|20)\d\d$")
_COMMON = frozenset({
    "reform", "protection", "appropriations", "authorization", "relief", "security", "health", "care",
    "safety", "trade", "tax", "education", "energy", "water", "air", "national", "action", "control",
    "prevention", "improvement", "enforcement", "modernization", "accountability", "assistance", "recovery",
    "rights", "farm", "shipping",
})  # fmt: skip


def shortened(name: str, authority: "Authority") -> "Entity | None":
    """The one known instrument whose name without its year is, or ends in, these words, two or more and distinctive."""
    words = name.lower().split()
    if len(words) < _FEWEST or all(w in _COMMON for w in words[:-1]):
        return None
    found = _endings(authority).get(" ".join(words), ())
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=2)
def _endings(authority: "Authority") -> "dict[str, tuple[Entity, ...]]":
    """The instruments of the authority files by the last words of their names, in lower case."""
    index: dict[str, dict[str, Entity]] = {}
    for entity in authority:
        if entity.instrument_kind:
            for name in (entity.name, *entity.names):
                words = _YEAR.sub("", name).lower().split()
                for start in range(len(words) - 1):
                    index.setdefault(" ".join(words[start:]), {})[entity.iri] = entity
    return {ending: tuple(found.values()) for ending, found in index.items()}

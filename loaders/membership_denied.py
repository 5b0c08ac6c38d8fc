"""What a sentence only supposes or denies: "if Norway will join the Harbor Pact", "none of these have joined"."""

import re

from gestae.ontology.english import english

__all__ = ["denied", "supposed"]

_WORD = re.compile(r"n['\u2019]t\b|[a-z]+?(?=n['\u2019]t\b)|[a-z]+", re.I)


def supposed(words: str) -> bool:
    """Whether words hold one that makes a clause hypothetical."""
    return not english().conditions.isdisjoint(_words(words))


def denied(words: str) -> bool:
    """Whether words hold one that denies what stands with it."""
    classes = english().classes
    return not (classes["negation"] | classes["nobody"]).isdisjoint(_words(words))


def _words(words: str) -> list[str]:
    return [word.lower().replace("\u2019", "'") for word in _WORD.findall(words)]

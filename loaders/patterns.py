"""Words as parts of regular expressions."""

from collections.abc import Iterable

__all__ = ["any_of"]


def any_of(words: Iterable[str]) -> str:
    """A group that matches any of these words, which hold no character with a meaning of its own; the longest is tried first."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"

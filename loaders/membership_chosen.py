"""Whom somebody chose for a post or a body: "Mayor Doe appointed her to the Harbor Council"."""

import re
from collections.abc import Iterator

from gestae.loaders.body_words import HONORIFIC, NAME

__all__ = ["chosen"]

_CHOSEN = re.compile(
    rf"\b(?:appoint(?:ed|ing|s)|nam(?:ed|ing|es)|elected|elects|selected|selecting|hired|promoted|chose|chosen|designat(?:ed|ing|es)|tapped) (?P<who>her|him|{HONORIFIC}{NAME}|(?:Dr|Mr|Ms|Mrs)\. [A-Z][\w'-]+)(?P<more>(?:(?:, and |, | and ){NAME}){{0,6}}(?= (?:to|as) ))?"
    r"(?: (?P<link>to (?:serve (?:on|as|in|with) |be )?(?=(?:the |an? )?[A-Z])|as (?:the |an? )?)|,? (?=[A-Z]|(?:the |its |an? )?(?:[a-z-]+ ){{0,2}}(?:chair|director|president|head|chief|member|administrator|commissioner|coordinator|dean|chancellor|trustee)))"
)
_ANOTHER = re.compile(rf"(?:, and |, | and )(?P<name>{NAME})")


def chosen(text: str, start: int, end: int) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The span of each person who was chosen, and that of the words that tell for what; nominations do not count."""
    for match in _CHOSEN.finditer(text, start, end):
        told = (match.start("link") if match["link"] else match.end(), end)
        yield match.span("who"), told
        for another in _ANOTHER.finditer(text, *match.span("more")) if match["more"] else ():
            yield another.span("name"), told

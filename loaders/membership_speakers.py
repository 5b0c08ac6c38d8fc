"""Whom a line lets speak behind a body and an office: "Acme Chief Pilot Jane Roe: "…"", "Harbor Legion National Commander John Doe: "…""."""

import re

from gestae.loaders.body_words import NAME
from gestae.loaders.membership_posts import HEADED
from gestae.ontology.english import english

__all__ = ["speaking"]

_LINE = re.compile(r'(?P<who>[A-Z][^:"\n]{8,160}): ?(?:\[\w+\] ?)?"')
_WORD = re.compile(r"[^ ]+")
_NAME = re.compile(
    rf"(?:(?:and|&) (?:[A-Z][a-z]+ ){{1,4}}(?=(?:Gov|Sen|Rep)\.))?(?:(?:Dr|Mr|Ms|Mrs|Gen|Gov|Sen|Rep|Rev)\. )?(?P<name>{NAME})"
)
_BRACKETS = re.compile(r" \([A-Z][\w&-]{1,9}\)$|'s?$")
_PRESENT = re.compile(r"(?:The|Current) ")
_PAST = re.compile(r"(?:Former|Then|Ex)[ -]")
_OF_COMPANIES = re.compile(
    r"(?:CEO|CFO|COO|CTO|Chief \w|Executive Director|(?:Co-)?Founder|Economist|(?:General|National|International) (?:President|Commander))"
)
"""Posts before which one word is the name of a body."""
_DASHES = frozenset({"-", "\u2013", "\u2014"})
_NEAR = 2
"""Words between a rank and its post."""


def speaking(text: str) -> tuple[tuple[int, int], tuple[int, int], str] | None:
    """The spans of the person and of the body, and the office; `text` has plain quotes and no line breaks."""
    line = _LINE.match(text) if '"' in text and not _PAST.match(text) else None
    if line is None:
        return None
    words = list(_WORD.finditer(text, 0, line.end("who")))
    posts = [n for n, word in enumerate(words) if _is_post(word[0])]
    if not posts or words[posts[-1]][0].endswith(",") or any(word[0] in _DASHES for word in words):
        return None
    name = _NAME.fullmatch(text, words[posts[-1]].end() + 1, line.end("who"))
    first = next(n for n, word in enumerate(words) if n in posts or _ranks(word[0], n, posts))
    present = _PRESENT.match(text)
    start = present.end() if present else 0
    if name is None or not first or words[first].start() <= start:
        return None
    group = text[start : words[first].start() - 1]
    stop = start + len(_BRACKETS.sub("", group).rstrip("'"))
    role = re.split(r" and |,", text[words[first].start() : words[posts[-1]].end()])[0]
    if "," in group or HEADED.search(name["name"]) or not _holds(text[start:stop], role):
        return None
    return name.span("name"), (start, stop), role.lower().replace("ceo", "CEO")


def _holds(group: str, role: str) -> bool:
    """Whether what stands before an office is the body in which it is held."""
    last = role.split()[-1].lower()
    if last in english().classes["held-elsewhere"] or HEADED.fullmatch(group) or not group[0].isupper():
        return False
    headed = HEADED.search(group) or (group.isupper() and len(group) > _NEAR)
    if last in english().classes["advising"] and not role.startswith("Chief "):
        return bool(headed)
    return bool(headed or " " in group or _OF_COMPANIES.match(role))


def _is_post(word: str) -> bool:
    return word.strip(",").lower() in english().classes["post"]


def _ranks(word: str, at: int, posts: list[int]) -> bool:
    """Whether a word is the rank of a post that stands near behind it."""
    return word.lower() in english().classes["rank"] and any(at < post <= at + _NEAR for post in posts)

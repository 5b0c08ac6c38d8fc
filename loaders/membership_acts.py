"""Who belongs to a body by what they do: they lead it, or go with it ("accompanied the Mayor on the delegation")."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from gestae.loaders.phrases import conjuncts, core, strip_article
from gestae.loaders.surface_subjects import own_subjects

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

__all__ = ["taking_part"]

_LEADING = {
    "lead": "leader",
    "chair": "chair",
    "head": "head",
    "co-chair": "co-chair",
    "co-lead": "co-leader",
}
_GOING = frozenset({"accompany", "join", "travel", "participate", "serve"})
_TEAMS = frozenset(
    {"delegation", "committee", "commission", "council", "panel", "taskforce", "subcommittee", "cabinet"}
)
_NAMED_TEAMS = frozenset(
    {"group", "coalition", "alliance", "partnership", "forum", "network", "league", "consortium"}
)
"""What is a body where it is part of a name: "the Harbor Partners Group"."""
_GROUPS = re.compile(r"\b(?:task|working|strike|advisory) (?:force|group)$", re.I)


def taking_part(sentence: "Span") -> Iterator[tuple["Token", "Span", str | None]]:
    """Who takes part in a body, the body, and as what; one for each of several who do so together."""
    for verb in sentence:
        if verb.pos_ != "VERB":
            continue
        if verb.lemma_ in _LEADING and not any(c.dep_ == "nsubjpass" for c in verb.lefts):
            bodies = [c for c in verb.rights if c.dep_ == "dobj"]
            role: str | None = _LEADING[verb.lemma_]
        elif verb.lemma_ in _GOING:
            bodies = [
                c
                for p in verb.rights
                if p.dep_ == "prep" and p.lower_ in {"on", "in"}
                for c in p.rights
                if c.dep_ == "pobj"
            ]
            bodies = [c for c in bodies if c.lemma_.lower() == "delegation"]
            role = None
        else:
            continue
        for body in bodies:
            name = strip_article(core(body))
            if not _is_team(body, name):
                continue
            for person in dict.fromkeys(p for s in own_subjects(verb) for p in conjuncts(s)):
                if person.pos_ == "PROPN":
                    yield _named(person), name, role


def _named(office: "Token") -> "Token":
    """The person whose name stands right behind an office: "Harbor Warden Dr. Ann Lee"."""
    return next(
        (
            c
            for c in office.rights
            if c.dep_ == "appos" and c.ent_type_ == "PERSON" and c.left_edge.i == office.i + 1
        ),
        office,
    )


def _is_team(head: "Token", name: "Span") -> bool:
    if head.pos_ == "PROPN" and len(name) > 1 and head.lower_ in _NAMED_TEAMS:
        return True
    return head.lemma_.lower() in _TEAMS or bool(_GROUPS.search(name.text))

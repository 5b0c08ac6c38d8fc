"""Whom a name, a surname or a pronoun of a membership stands for."""

import re
from typing import TYPE_CHECKING

from gestae.loaders.actors import actor_phrase
from gestae.loaders.attendee_bodies import is_held
from gestae.loaders.body_words import BODY
from gestae.loaders.resolver import Resolver
from gestae.loaders.shared_titles import own_title
from gestae.ontology.english import english
from gestae.ontology.facts import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

__all__ = ["PERSONAL", "kind", "meant", "person"]

PERSONAL = frozenset({"he", "she", "him", "her"})
_OPENING = 8
"""Words at the beginning of a paragraph among which the name of whom it is about stands."""
_HAS_BODY = re.compile(rf"\b{BODY}\b")
_HONORIFIC = re.compile(r"^(?:(?:Dr|Mr|Ms|Mrs)\. )+")
_BEHIND_OFFICE = re.compile(
    r"(?:[A-Z][\w'.-]*|of|and|for|the|&)(?: (?:[A-Z][\w'.-]*|of|and|for|the|&))* (?P<office>[A-Z]\w+) (?P<name>[A-Z][\w'-]+ (?:[A-Z]\. )?[A-Z][\w'-]+)"
)
"""An office of several words and the person behind it."""
_TITLE = 2
"""Words of a title before a person's name that are more than a form of address."""


def kind(cast: Resolver, name: str) -> str:
    """What the authority files know a name for, empty where they do not know it."""
    register = getattr(cast, "authority", None)
    found = register.find(name) if register is not None else ()
    return str(found[0].kind) if found else ""


def meant(who: "Token", doc: "Doc", cast: Resolver, headed: str | None) -> str | None:
    """Whom "he" or "she" stands for in a biography: who is `headed`, else the person whose name the paragraph begins with."""
    if who.lower_ not in PERSONAL:
        return None
    if headed is not None:
        return headed
    first = next(iter(doc.sents))
    subject = next(
        (t for t in first[:_OPENING] if t.dep_ in {"nsubj", "nsubjpass"} and t.pos_ == "PROPN"), None
    )
    if subject is None or subject.i > who.i:
        return None
    name = cast.resolve(actor_phrase(subject)).name
    if " " not in _HONORIFIC.sub("", name) or kind(cast, name) or _HAS_BODY.search(name):
        return None
    return name


def person(span: "Span", mention: Mention) -> Mention:
    """The person by name at the end of a long title: "Acme Deputy Administrator Jane Roe"."""
    if mention.name != mention.text and mention.name == own_title(span):
        return Mention(mention.text, mention.text)  # of "Representatives Jane Roe and John Doe"
    named = next((e for e in span.ents if e.label_ == "PERSON" and e.end == span.end), None)
    if named is None:
        last = _BEHIND_OFFICE.fullmatch(mention.name) if mention.name == mention.text else None
        plain = last and is_held(last["office"]) and not any(_ends(word) for word in last["name"].split())
        return Mention(mention.text, last["name"]) if last and plain else mention
    if mention.name != mention.text or " " not in named.text or named.start - span.start < _TITLE:
        return mention
    return Mention(mention.text, named.text)


def _ends(word: str) -> bool:
    """Whether a word is one on which an office or a body ends, not a person's name."""
    return is_held(word) or word.lower() in english().classes["office-end"] or bool(_HAS_BODY.search(word))

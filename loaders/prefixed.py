"""Verbs with a prefix and a hyphen ("co-chair"): one word each, which the tokenizer takes apart and the parser then misreads."""

import re
from typing import TYPE_CHECKING

from gestae.loaders.parsed_text import parsed_text
from gestae.ontology.english import english, verbs_by_form
from gestae.ontology.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["join_prefixed"]

_SHAPED = re.compile(r"\b([A-Za-z]{2,5})-([a-z]{3,})\b")


def join_prefixed(doc: "Doc") -> None:
    """Make one token of prefix, hyphen and a form of a verb of the action scheme, with its lemma; to be called before parsing."""
    prefixes = english().classes["prefix"]
    joined = []
    text = parsed_text(doc)
    for match in _SHAPED.finditer(text) if "-" in text else ():
        span = doc.char_span(*match.span())
        verb = _verb(match[2]) if match[1].lower() in prefixes else None
        if verb and span is not None and len(span) > 1:
            joined.append((span, f"{match[1].lower()}-{verb}"))
    if joined:
        with doc.retokenize() as words:
            for span, lemma in joined:
                words.merge(span, {"LEMMA": lemma})


def _verb(form: str) -> str | None:
    """The verb of the scheme that a word is a form of."""
    return verbs_by_form(frozenset(verb for verb in lexicon().verbs if verb.isalpha())).get(form)

"""Words that the tokenizer takes apart and the parser then misreads: verbs like "co-chair", "Under Secretary", and the end of "Harbor Foods, Inc."."""

import re
from typing import TYPE_CHECKING

from gestae.loaders.parsed_text import parsed_text
from gestae.ontology.english import english
from gestae.ontology.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["join_prefixed"]

_SHAPED = re.compile(r"\b([A-Za-z]{2,5})-([a-z]{3,})\b")

_COMPANY = re.compile(
    r"\b[A-Z][\w&-]*(?: Co\.)?, (?:(?:Inc|Ltd|Corp|Co)\b(?!-)\.?|L\.P\.|N\.A\.|S\.A\.|L\.L\.C\.|(?:LLC|LLP|PLC|LP)\b)"
)
"""The end of a company's name: what it calls itself stands behind a comma, which parts nothing."""

_UNDER = re.compile(r"\bUnder Secretary\b(?! [A-Z][\w-]*['’]s)")


def join_prefixed(doc: "Doc") -> None:
    """Make one token of prefix, hyphen and a form of a verb of the action scheme, with its lemma, and of the end of a company's name; to be called before parsing."""
    prefixes = english().classes["prefix"]
    joined = []
    text = parsed_text(doc)
    for match in _SHAPED.finditer(text) if "-" in text else ():
        span = doc.char_span(*match.span())
        verb = lexicon().verb_of_form.get(match[2]) if match[1].lower() in prefixes else None
        if verb and span is not None and len(span) > 1:
            joined.append((span, f"{match[1].lower()}-{verb}"))
    for match in (*_COMPANY.finditer(text), *_UNDER.finditer(text)):
        span = doc.char_span(*match.span())
        if span is not None and len(span) > 1:
            joined.append((span, match[0]))
    if joined:
        with doc.retokenize() as words:
            for span, lemma in joined:
                words.merge(span, {"LEMMA": lemma})

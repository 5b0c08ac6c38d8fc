"""Items parsed with the words that their lead-in leaves to them: of "The Act will:" the item "exchange data" with a "will".

A verb that opens an item passes for a noun as often as not ("fund training", "bans dumping"). Behind a subject, and a
"will" or "have" where the lead-in ends in one, the parser knows it; these words are taken off again.
"""

import re
from typing import TYPE_CHECKING

from gestae.loaders.parsed_text import keep_text
from gestae.ontology.english import english
from gestae.ontology.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from gestae.loaders.layout import Block

__all__ = ["alone", "led_by", "says_itself"]

_LEAD = re.compile(r"(?P<noun>\w+)(?: also)?\s*:\W*$")
_FIRST = re.compile(r"(?P<verb>[A-Z][a-z]+|[a-z]+) (?=[\w$'\"])")
_WILL = frozenset({"will", "shall", "must", "to", "would", "can"})
_HAVE = frozenset({"have", "has", "had"})
_BEFORE_TO = re.compile(r"(?P<word>\w+) to\s*:\W*$")
_LINKS = frozenset({"against", "by", "for", "from", "in", "into", "of", "on", "to", "with"})
_STOP = re.compile(r"[.!?] +")
_KINDS = ("order", "law", "document", "programme", "agreement")
"""Classes of what says by itself what it does ("The order:")."""
_SHORT = 6
"""Words of the longest lead-in that only names who or what acts."""
_BEFORE = 2
"""Words put before an item with a helping verb."""


def led_by(block: "Block") -> tuple[str, ...]:
    """The words that an item is parsed behind; none where no verb opens it in the form that its lead-in asks for."""
    lead = _LEAD.search(block.lead) if block.role == "item" and block.lead else None
    first = _FIRST.match(block.text) if lead else None
    if lead is None or first is None:
        return ()
    word, last = first["verb"].lower(), lead["noun"].lower()
    lemma = lexicon().verb_of_form.get(word)
    if lemma is None:
        return ()
    if last in _WILL:
        if word != lemma or (last == "to" and (_to_things(block.lead) or _is_thing(word, block.text))):
            return ()
        return ("They", "will")
    if last in _HAVE:
        past = word.endswith("ed") or word in english().irregular_forms
        return ("They", "have", "already") if past and not word.endswith(("s", "ing")) else ()
    if not word.endswith("s") or word == lemma or len(_STOP.split(block.lead)[-1].split()) > _SHORT:
        return ()
    return ("It",) if _speaks(last) else ()


def _to_things(lead: str) -> bool:
    """Whether things, and no deeds, are listed behind the "to" that ends a lead-in: "Thanks to:", "matters related to:"."""
    before = _BEFORE_TO.search(lead)
    return before is not None and before["word"].lower() in english().classes["towards"]


def _is_thing(word: str, text: str) -> bool:
    """Whether a word that could be a verb opens an item as a noun: "support for crews", "research on piers"."""
    behind = text.split()[1].lower()
    return behind in _LINKS and (
        f"{word} {behind}" in lexicon().nouns or (behind == "of" and word in lexicon().nouns)
    )


def says_itself(noun: "Token") -> bool:
    """Whether a noun with an article names what says by itself what it does: an order or plan, but no kind of them."""
    return _speaks(noun.lemma_.lower()) and noun.left_edge.lower_ in {"the", "this"}


def _speaks(noun: str) -> bool:
    return any(noun in english().classes[kind] for kind in _KINDS)


def alone(doc: "Doc", before: int) -> "Doc":
    """The parse of an item without the words it was parsed behind."""
    root = doc[before:].root
    helped = before >= _BEFORE and any(c.i < before for c in root.lefts)
    item = doc[before:].as_doc(copy_user_data=False)
    verb = item[root.i - before]
    if helped and doc[1].lower_ in _HAVE and verb.tag_ == "VBN":
        verb.tag_ = "VBD"  # nothing helps it any more
    keep_text(item, item.text)
    return item

"""What sort of thing a noun phrase names: the words by which the action scheme tells its types apart."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from gestae.loaders.grammar import NOUNS, PREMODIFIERS
from gestae.loaders.phrases import under_of
from gestae.ontology.english import english
from gestae.ontology.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["called", "counted", "sorts", "type_of_act"]

_OWNED = "'s"
"""Stands in a pattern for what belongs to somebody who is named: "underscore: 's"."""
_SOMEBODY = "somebody"
"""Stands in a pattern for the name of a person: "recognize: somebody"."""
_NUMERALS = frozenset({"million", "billion", "trillion"})
_MONEY = "$"
_PRICED = "$-"
"""Stands in a pattern for what has its price before it ("a $5 million pier"): "announce: $-"."""
_PARTS = frozenset({"DET", "PRON"})
"""Parts of speech of "all" and "some" before "of"."""


def type_of_act(verb: str, kind: str, things: "Iterable[Token]") -> str:
    """The type of the act that a noun names: `kind`, unless a pattern of its verb tells more by what was acted on."""
    known = lexicon()
    return next((known.patterns[verb, w] for w in sorts(things) if (verb, w) in known.patterns), kind)


def counted(things: "Iterable[Token]") -> "Iterator[Token]":
    """Nouns, and behind a quantity what there is so much of: of "a set of steps" the steps too."""
    for thing in things:
        yield thing
        if thing.lemma_.lower() in english().classes["quantity"]:
            yield from under_of(thing)


def sorts(heads: "Iterable[Token]", lemma: str = "") -> list[str]:
    """What can tell of a thing what sort it is: its noun, then the words before that; before a quantity, of what.

    Only the noun itself tells what a light verb performs: who has "rescue boats" rescues nobody by that.
    """
    found: list[str] = []
    for head in heads:
        if head.lemma_.lower() in english().classes["quantity"] or head.pos_ in _PARTS:
            found += sorts(under_of(head), lemma)
        if _numbers(head):
            found += sorts(under_of(head), lemma)
            continue
        found += (_OWNED for c in head.lefts if c.dep_ == "poss" and c.pos_ != "PRON")
        found += (f"to-{c.lemma_}" for c in head.rights if c.dep_ == "acl" and c.tag_ == "VB")
        if any(t.text == _MONEY for c in head.lefts for t in (c, *c.lefts)):
            found.append(_PRICED)
        found += called(head)
        beside = (w for c in head.children if c.dep_ in PREMODIFIERS for w in _beside(c))
        found += (word for word in beside if (lemma, word) not in lexicon().performed)
        if head.ent_type_ == "PERSON":
            found.append(_SOMEBODY)
    return found


def called(noun: "Token") -> list[str]:
    """A noun as it stands and its lemma; nouns of a headline pass for names, whose lemma is the plural."""
    found = [noun.lower_, noun.lemma_.lower()]
    if noun.tag_ == "NNPS" or (noun.tag_ == "NNP" and noun.lower_.endswith("s")):
        found.append(noun.lower_.removesuffix("s"))
        found += [noun.lower_.removesuffix("ies") + "y"] if noun.lower_.endswith("ies") else []
    return found


def _beside(word: "Token") -> list[str]:
    """A word before a noun; of another noun, which may be a plural ("sanctions package"), what `called` gives."""
    return called(word) if word.pos_ in NOUNS else [word.lower_]


def _numbers(noun: "Token") -> bool:
    """Whether a noun only numbers what stands behind its "of": millions of families are no money."""
    numeral = noun.lemma_.lower() in _NUMERALS and not any(c.text == _MONEY for c in noun.lefts)
    return numeral and bool(under_of(noun))

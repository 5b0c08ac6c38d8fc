"""What a number measures, in a form that two documents share: the thing counted, and what is said of it.

"An estimated 24.9 million people are victims of human trafficking" measures "victim: human trafficking";
"boats were towed by the Ministry" and "the Ministry towed boats" both measure "boat: ministry tow". Numbers
may be compared only where their measures agree, so that a measure would rather say too much than too little.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from gestae.loaders.grammar import NOUNS, PREDICATES
from gestae.loaders.standing import standing
from gestae.loaders.units import Counted
from gestae.ontology.english import english
from gestae.ontology.measures import MEMBERSHIP

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["measure"]

_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "X"})
_SAID = frozenset(
    {"nsubj", "nsubjpass", "dobj", "obj", "attr", "acomp", "oprd", "dative", "agent", "prep", "prt"}
)
"""Relations of the words that say what a clause tells of a number; other clauses hang by other relations."""
_CLAUSES = frozenset({"advcl", "ccomp", "conj", "parataxis", "appos", "cc", "punct", "mark"})
_PEOPLE = frozenset({"people", "person", "individual", "human"})
_COMPOSING = frozenset({"consist", "comprise", "compose", "contain"})
_SHORT = 6
"""Letters of a word that keeps its "ing" ("spring")."""
_DATED = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})


def measure(what: Counted, subject: "Token | None", verb: "Token | None") -> str:
    """What a number measures: the noun that it counts, then a colon and the other words, sorted.

    All are lemmas in lower case, besides the marks of `gestae.ontology.measures`. `verb` governs the number in its clause, and `subject` heads the words for
    who does it, which are left out: they are the statistic's actor. "" where nothing is counted.
    """
    head = what.anchor
    words = set(_words(_of_whom(head), verb))
    counted = _noun(what)
    if verb is not None and verb.i != head.i:
        if not _empty(verb):
            words.add(_base(verb))
        for child in verb.children:
            told = child.dep_ in _SAID and child != subject and not _sources(child)
            if told and head not in child.subtree:
                words.update(_words(child, None, joined=True))
        complement = next((c for c in verb.children if c.dep_ == "attr" and c.pos_ == "NOUN"), None)
        if counted in _PEOPLE and head.dep_ == "nsubj" and complement is not None:
            counted = complement.lemma_.lower()
    if _composes(verb, head):
        words = {token.lemma_.lower() for token in _phrase(head)}
        counted = MEMBERSHIP
    else:
        words.update(standing(head, verb))
    if not counted.strip("-").isalpha():
        return ""
    others = sorted(words - {counted} - _PEOPLE)
    return f"{counted}: {' '.join(others)}" if others else counted


def _of_whom(number: "Token") -> "Token":
    """Of "serves one in five sailors": the sailors, of whom the numbers tell how many; else the number's own noun."""
    if number.dep_ != "quantmod" or number.i + 1 >= len(number.doc):
        return number
    link = number.nbor()
    return number.head if link.lower_ == "in" and link.dep_ == "quantmod" else number


def _noun(what: Counted) -> str:
    """The noun counted; of money and shares, whose numbers stand alone, their unit."""
    if what.anchor.pos_ in NOUNS and not (what.anchor.like_num or what.anchor.ent_type_ in _DATED):
        return str(what.anchor.lemma_.lower())
    phrase = what.unit.partition(" of ")[0].split()  # "boat landings" in "boat landings fell to 900"
    word = phrase[-1].lower() if phrase else what.anchor.lemma_.lower()
    return word[:-1] if word.endswith("s") and len(word) > _SHORT else word


def _sources(phrase: "Token") -> bool:
    """Whether a phrase only names who says so."""
    return phrase.lower_ == "according"


def _composes(verb: "Token | None", head: "Token") -> bool:
    """Whether a number says of how many a body consists."""
    governing = next((t for t in head.ancestors if t.pos_ in PREDICATES), verb)
    noun, classes = head.lemma_.lower(), english().classes
    if governing is None or not (noun in classes["belonging"] or noun in classes["body"]):
        return False
    said = governing.lemma_.lower()
    owned = (
        said in {"include", "have"}
        and head.dep_ in {"dobj", "obj"}
        and (said == "include" or noun == "member")
    )
    return owned or said in _COMPOSING


def _words(root: "Token", verb: "Token | None", *, joined: bool = False) -> Iterator[str]:
    for token in _within(root, verb, joined=joined):
        if token.pos_ in _CONTENT and not _empty(token):
            yield _base(token)


def _base(token: "Token") -> str:
    """A word's base, the same for "trafficked" and "trafficking"."""
    lemma: str = token.lemma_.lower()
    if lemma.endswith("ing") and len(lemma) > _SHORT:
        lemma = lemma[:-3]
        return lemma[:-1] if lemma.endswith("ck") else lemma
    return lemma


def _phrase(head: "Token") -> Iterable["Token"]:
    return (t for t in head.subtree if t.pos_ in NOUNS and not _empty(t) and t.i <= head.i + 4)


def _within(root: "Token", verb: "Token | None", *, joined: bool) -> Iterator["Token"]:
    """A token and what hangs on it, without clauses of their own; if `joined`, with what "and" joins to it.

    What is joined to the noun counted is counted by itself ("90 boats and 40 rafts"), what is joined below it is
    part of what is said ("boats of fishers and pilots").
    """
    yield root
    for child in root.children:
        named = child.dep_ == "conj" and joined and child.pos_ in NOUNS and root.pos_ in NOUNS
        if child is not verb and (named or child.dep_ not in _CLAUSES):
            yield from _within(child, verb, joined=True)


def _empty(token: "Token") -> bool:
    lemma = token.lemma_.lower()
    return (
        lemma in english().classes["uncounted"]
        or token.like_num
        or token.ent_type_ in _DATED
        or not any(c.isalpha() for c in lemma)
    )

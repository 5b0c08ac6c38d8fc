"""Verbs of headlines that the parser takes for nouns, set right ("Mayor Jane Roe grants Relief to Ports").

Most words of a headline have a capital; `wording` leaves none to its verbs, so that a plural in small letters between
two names is one of them.
"""

from typing import TYPE_CHECKING

from gestae.ontology.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["headed"]

_SHORT = 3
_MOST = 0.6
_THINGS = frozenset({"appos", "npadvmod", "dobj", "nmod", "conj", "dep"})


def headed(word: "Token") -> None:
    """Let a plural between names be the verb of its headline, with what stands before it as subject and what follows as object."""
    doc = word.doc
    if not 0 < word.i < len(doc) - 1 or word.dep_ == "dobj":
        return
    before, after = doc[word.i - 1], doc[word.i + 1]
    if before.pos_ != "PROPN" or not (after.is_title or after.is_upper):
        return
    sentence = word.sent
    if not sentence.start < word.i < sentence.end - 1:
        return
    named = [t.text[0].isupper() for t in sentence if t.is_alpha]
    lemma = _verb(word.lower_)
    if lemma is None or len(named) <= _SHORT or sum(named) < _MOST * len(named):
        return
    noun = word.head if word.dep_ in {"compound", "amod", "nmod"} and word.head.i > word.i else None
    top = word if noun is None else noun
    root = top.dep_ == "ROOT"
    if not root:
        return
    loose = [c for t in dict.fromkeys((top, word)) for c in t.lefts if c.i < word.i and c.i != before.i]
    behind = [c for c in top.rights if c.i > top.i] if noun is not None else []
    word.tag_, word.pos_, word.lemma_ = "VBZ", "VERB", lemma
    if noun is not None:
        word.head, word.dep_ = word, "ROOT"
        noun.head, noun.dep_ = word, "dobj"
        for child in behind:
            if child.dep_ in {"punct", "advcl", "acl"}:
                child.head = word
                child.dep_ = "advcl" if child.dep_ == "acl" and child.tag_ == "VB" else child.dep_
    else:
        thing = next((c for c in word.rights if c.dep_ in _THINGS), None)
        if thing is not None:
            thing.dep_ = "dobj"
    before.head, before.dep_ = word, "nsubj"
    for child in loose:
        child.head, child.dep_ = before, "compound" if child.dep_ in {"compound", "nmod"} else child.dep_


def _verb(form: str) -> str | None:
    """The verb of the scheme that a third person is of."""
    verb = lexicon().verb_of_form.get(form)
    return verb if form.endswith("s") and verb != form else None

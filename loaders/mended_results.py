"""What an act brings about, where the parser loses the verb that says so.

"The law forces owners to mend roofs" (no plural of "force"), "the storm closed the pier, halting work" (no other name
of the pier), "helps recently arrived families find homes" (whoever helps has not arrived), "in turn creating jobs".
"""

from typing import TYPE_CHECKING

from gestae.loaders.grammar import AUXILIARIES, BARE, NOUNS, PLURAL, PREMODIFIERS, SUBJECTS, TENSED
from gestae.ontology.english import english
from gestae.ontology.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["bring_about"]

_ASIDES = frozenset({"addition", "effect", "part", "return", "turn"})
"""Nouns that with their "in" only tell how an act goes with the one before."""
_ENDING = frozenset({"Dismantle", "Reform", "Sanction", "Terminate"})
"""Types of acts that are done to something; building and fishing describe things."""
_HELPING = frozenset({"help", "helps", "helped", "helping"})

_LEAST = 3
_UNDER = frozenset({"xcomp", "ccomp", "advcl"})


def bring_about(word: "Token") -> None:
    """Let a word be the verb that tells what an act brings about."""
    relation = word.dep_
    if relation == "conj" and word.pos_ == "VERB":
        _by_another(word)
    elif word.lower_ in _HELPING and relation in AUXILIARIES | {"csubj"}:
        _help(word)
    elif word.tag_ == "VB" and relation in _UNDER and word.head.lower_ in _HELPING:
        _helped(word)
    elif relation == "acl" and word.tag_ == "VBG":
        _in_turn(word)
    elif relation in PREMODIFIERS:
        if word.tag_ == "NNS":
            _force(word)
        elif word.lower_.endswith("ing"):
            _halt(word)


def _by_another(verb: "Token") -> None:
    """Of "thanked the crews and Mayor Roe signed the Act": the Mayor, taken for one who is thanked, signed it."""
    doc = verb.doc
    if (
        verb.tag_ not in TENSED
        or any(c.dep_ in SUBJECTS | {"cc", "mark"} for c in verb.lefts)
        or verb.left_edge.i != verb.i
        or verb.i < _LEAST
    ):
        return
    name = doc[verb.i - 1]
    thing = name.head
    link = name.left_edge.nbor(-1) if name.left_edge.i else name
    if (
        name.dep_ == "conj"
        and name.pos_ == "PROPN"
        and thing.pos_ == "NOUN"
        and link.lower_ == "and"
        and not any(c.dep_ == "conj" and c.i != name.i for c in thing.children)
        and any(a.i == verb.head.i for a in thing.ancestors)
    ):
        name.head, name.dep_ = verb, "nsubj"
        link.head = verb.head


def _in_turn(verb: "Token") -> None:
    """Of "opened ferries, in turn creating jobs": the ferries' opening creates jobs, the turn does not."""
    noun = verb.head
    link = noun.head
    if noun.lower_ in _ASIDES and link.lower_ == "in" and noun.i == link.i + 1 and verb.i == noun.i + 1:
        over = link.head
        if over.pos_ == "VERB" and over.i < link.i:
            verb.head, verb.dep_ = over, "advcl"
            link.head = verb


def _help(word: "Token") -> None:
    """Of "is helping recently arrived families find homes": who helps, whom, and with what."""
    over = word.head
    if word.dep_ == "csubj":
        _help_by_itself(word, over)
        return
    doc = word.doc
    noun = next((c for c in over.rights if c.dep_ == "dobj"), None) or next(
        (s for c in over.rights for s in c.lefts if s.dep_ in SUBJECTS and s.left_edge.i > over.i), None
    )
    if (
        over.tag_ != "VBN"
        or noun is None
        or noun.pos_ not in NOUNS
        or noun.i != over.i + 1
        or any(t.pos_ != "ADV" for t in doc[word.i + 1 : over.i])
    ):
        return
    below = noun.head if noun.head.i != over.i else _going_on(over)
    root = over.dep_ == "ROOT"
    head, relation = (word, "ROOT") if root else (over.head, over.dep_)
    for child in list(over.children):
        if child.i < word.i or (child.i > noun.i and (below is None or child.i != below.i)):
            child.head = word
    word.head, word.dep_, word.pos_, word.lemma_ = head, relation, "VERB", "help"
    over.head, over.dep_ = noun, "amod"
    _so_that(word, noun, below)


def _going_on(verb: "Token") -> "Token | None":
    """The bare verb that the parser lets go on with what is only a participle."""
    return next((c for c in verb.rights if c.dep_ == "conj" and c.tag_ in BARE), None)


def _help_by_itself(word: "Token", over: "Token") -> None:
    """Of a heading "Helping retired sailors return to work": what is done, not what returns."""
    noun = next((c for c in word.rights if c.dep_ == "dobj"), None)
    if noun is None or over.tag_ != "VB" or over.dep_ != "ROOT" or any(c.dep_ == "aux" for c in over.lefts):
        return
    word.head, word.dep_, word.pos_ = word, "ROOT", "VERB"
    _so_that(word, noun, over)
    for child in list(over.rights):
        if child.is_punct:
            child.head = word


def _helped(verb: "Token") -> None:
    """Of "helps Dover reopen piers": Dover reopens them, with help."""
    over = verb.head
    noun = next((c for c in over.rights if c.dep_ == "dobj" and c.i < verb.i), None)
    if noun is None or any(c.dep_ in SUBJECTS | AUXILIARIES | {"mark"} for c in verb.lefts):
        return
    if all(t.pos_ in {"ADV", "CCONJ"} for t in noun.doc[noun.right_edge.i + 1 : verb.i]):
        _so_that(over, noun, verb)


def _so_that(word: "Token", noun: "Token", below: "Token | None") -> None:
    if below is None:
        noun.head, noun.dep_ = word, "dobj"
        return
    below.head, below.dep_, below.tag_ = word, "ccomp", "VB"
    noun.head, noun.dep_ = below, "nsubj"


def _force(word: "Token") -> None:
    """Of "the law forces owners to mend roofs", which has no other finite verb: that it forces them."""
    noun = word.head
    under = noun.head
    lemma = lexicon().verb_of_form.get(word.lower_) if word.is_lower else None
    if (
        lemma not in english().classes["letting"]
        or noun.dep_ != "nsubj"
        or noun.tag_ not in PLURAL
        or noun.left_edge.i >= word.i
        or under.dep_ != "ROOT"
        or under.tag_ != "VB"
        or not any(c.dep_ == "aux" and c.lower_ == "to" for c in under.lefts)
    ):
        return
    before = word.nbor(-1)
    if before.tag_ not in {"NN", "NNP"} or any(t.tag_ in TENSED | {"MD"} for t in word.sent):
        return
    for child in list(noun.lefts):
        if child.i < before.i:
            child.head = before
    for child in list(under.children):
        if child.is_punct or child.i < noun.left_edge.i:
            child.head = word
    word.head, word.dep_, word.tag_, word.pos_, word.lemma_ = word, "ROOT", "VBZ", "VERB", str(lemma)
    before.head, before.dep_ = word, "nsubj"
    noun.head, noun.dep_ = word, "dobj"
    under.head, under.dep_ = word, "xcomp"


def _halt(word: "Token") -> None:
    """Of "closed the pier, halting work on it": a participle, which the parser takes for a word of another name of the pier."""
    noun = word.head
    thing = noun.head
    over = thing.head
    if (
        noun.dep_ != "appos"
        or noun.left_edge.i != word.i
        or word.nbor(-1).text != ","
        or thing.dep_ not in {"dobj", "pobj"}
        or any(c.dep_ in {"conj", "cc"} for c in (*noun.rights, *thing.rights))
    ):
        return
    while over.pos_ != "VERB" and over.head.i != over.i:
        over = over.head
    lemma = lexicon().verb_of_form.get(word.lower_)
    if lemma is None or over.pos_ != "VERB" or lexicon().verbs.get(lemma) not in _ENDING:
        return
    word.tag_, word.pos_, word.lemma_ = "VBG", "VERB", lemma
    word.head, word.dep_ = over, "advcl"
    noun.head, noun.dep_ = word, "dobj"

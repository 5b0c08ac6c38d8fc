"""To whom something is given or told, where the parser takes that for what is given or told.

"Gave *owners* the tools", "told *us* that the lock opens": the dependency label is "dative", and the object is what follows.
"""

from typing import TYPE_CHECKING

from gestae.loaders.acting import acting
from gestae.loaders.grammar import AUXILIARIES, NOUNS, SUBJECTS, TIMES
from gestae.loaders.surface_subjects import RELATIVE
from gestae.ontology.english import english

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["bestow"]

_WHOM = frozenset({"dobj", "dative"})
_PASSIVE = frozenset({"nsubjpass", "auxpass"})
_LOOSE = frozenset({"appos", "npadvmod"})
_ASKING = frozenset({"WDT", "WP", "WRB"})
_OPENING = frozenset({"det", "poss"})
_PLACED = frozenset({"GPE", "LOC"})


def bestow(verb: "Token") -> None:
    """Part to whom from what, where a verb of giving or of telling has both behind it."""
    words, lemma = english().classes, verb.lemma_
    part = _given if lemma in words["given-to"] else _told if lemma in words["told-to"] else None
    if part is not None and all(c.dep_ not in _PASSIVE for c in verb.children):
        part(verb)


def _given(verb: "Token") -> None:
    """Of "gives owners a chance": the chance."""
    for word in verb.rights:
        if word.lower_ == "states" and word.tag_ == "VBZ" and _beside(word, verb):
            _states(word, verb)
    behind = [c for c in verb.rights if c.dep_ in _WHOM and c.pos_ != "ADP"]
    if not behind or behind[0].left_edge.i != verb.i + 1 or behind[0].ent_type_ in TIMES:
        return
    whom = behind[0]
    last = whom.right_edge
    things = () if last.is_punct else behind[1:]
    thing = next((c for c in things if c.dep_ == "dobj" and c.left_edge.i == last.i + 1), None)
    thing = thing or _loose(whom)
    if thing is not None and thing.ent_type_ not in TIMES:
        whom.dep_, thing.head, thing.dep_ = "dative", verb, "dobj"


def _loose(whom: "Token") -> "Token | None":
    """What is given, hung on whom it is given to: "awarded Jane Roe the Medal", "gives crews that need help a chance", "gives me, as warden, a vote"."""
    for name in whom.rights:
        if name.dep_ in _LOOSE and name.left_edge.i == whom.i + 1 and name.left_edge.dep_ in _OPENING:
            return name
    clauses = [c for c in (*whom.rights, *whom.head.rights) if c.dep_ in {"relcl", "ccomp"} and c.i > whom.i]
    for clause in clauses:
        things = [c for c in clause.rights if c.dep_ == "dobj"]
        if len(things) < 2 or all(c.lower_ not in RELATIVE for c in clause.lefts):
            continue
        opening = things[-1].left_edge
        if opening.dep_ in _OPENING and not opening.nbor(-1).is_punct:
            return things[-1]
    role = next((c for c in whom.head.rights if c.lower_ == "as" and c.nbor(-1).text == ","), None)
    held = (c for c in role.rights if c.dep_ == "pobj") if role is not None else ()
    for post in held:
        for name in post.rights:
            if (
                name.dep_ == "appos"
                and name.left_edge.dep_ in _OPENING
                and name.left_edge.nbor(-1).text == ","
            ):
                return name
    return None


def _beside(word: "Token", verb: "Token") -> bool:
    """Whether nothing stands between a verb and "states", or bare nouns for places or people: "gives the Board powers and states its duties" has a second verb."""
    before = verb.doc[verb.i + 1 : word.i]
    if not before:
        return True
    nouns = [t for t in before[:-1] if not t.is_punct]
    return (
        before[-1].lower_ in {"and", "or"}
        and all(t.pos_ in NOUNS for t in nouns)
        and bool(nouns)
        and (nouns[-1].ent_type_ in _PLACED or _receives(nouns[-1].lemma_.lower()))
    )


def _receives(lemma: str) -> bool:
    """Whether a noun names places or people, to whom something is given."""
    return acting(lemma) or lemma in english().classes["populated"]


def _states(word: "Token", verb: "Token") -> None:
    """Of "gives towns and states a chance": the states, and no verb."""
    things = [c for c in word.rights if c.dep_ == "dobj"]
    if any(c.dep_ in SUBJECTS | AUXILIARIES for c in word.lefts) or not things:
        return
    word.tag_, word.pos_, word.lemma_ = "NNS", "NOUN", "state"
    things[0].head = verb
    for child in list(word.rights):
        if child.i > things[0].i:
            child.head = verb
    beside = next((c for c in verb.rights if c.dep_ in _WHOM and c.i < word.i), None)
    if word.dep_ != "conj" or beside is None:
        word.dep_ = "dative"
        return
    word.head = beside
    for link in verb.rights:
        if link.dep_ == "cc" and link.i == word.i - 1:
            link.head = beside


def _told(verb: "Token") -> None:
    """Of "told owners that the lock opens": what they were told, which somebody does by himself."""
    whom = next((c for c in verb.rights if c.dep_ == "dobj" and c.left_edge.i == verb.i + 1), None)
    if whom is None or not (whom.pos_ in NOUNS or whom.pos_ == "PRON"):
        return
    for clause in verb.rights:
        if clause.dep_ != "ccomp" or clause.left_edge.i != whom.right_edge.i + 1:
            continue
        first = clause.left_edge
        marked = first.dep_ == "mark" or first.tag_ in _ASKING
        if any(c.dep_ in SUBJECTS or c.dep_ == "expl" for c in clause.lefts) or marked:
            whom.dep_ = "dative"
            return

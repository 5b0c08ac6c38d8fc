"""Places farther off that tell where a number holds: where its purpose is, whom it goes to, what it comes of, whose people it counts.

The dependency labels are those of spaCy's English pipelines (CLEAR style).
"""

from typing import TYPE_CHECKING

from gestae.loaders.grammar import DASHES, NOUNS, PLACES, SUBJECTS
from gestae.loaders.predicates import is_infinitive
from gestae.loaders.surface_subjects import RELATIVE
from gestae.loaders.units import Counted
from gestae.ontology.authority import authority
from gestae.ontology.english import english
from gestae.ontology.facts import Mention

if TYPE_CHECKING:
    from collections.abc import Set

    from spacy.tokens import Token

__all__ = ["compares", "farther", "home_of"]

_WITHIN = frozenset({"in", "across", "throughout", "within", "at"})
_GOING = frozenset({"to", "for", "into"})
_BREAKS = DASHES | {";", ":"}
_PHRASES = frozenset({"pobj", "prep", "dobj", "conj", "attr", "dative"})
_PURPOSES = frozenset({"acl", "advcl", "relcl", "xcomp"})
_REACH = 22
_OF_THEM = 5
_NAME = 4
"""Tokens of the longest name of a town behind "its"."""
_ITS = frozenset({"its", "their"})
_CODE = 2
"""Letters of the code of a country."""


def farther(what: Counted, verb: "Token | None", end: int) -> "Token | None":
    """The place that a number holds at, where none stands close to it; `end` is where its sentence does."""
    return _behind(what, verb, end) or _yard(what, verb, end) or _come_of(what, verb) or _theirs(what)


def _behind(what: Counted, verb: "Token | None", end: int) -> "Token | None":
    """Where a thing is for a purpose, or goes: "$4 million to build a pier in Ulm", "$4 million in loans to Chile"."""
    thing = _whole(what)
    around = thing | {verb.i} if verb is not None else thing
    for token in what.anchor.doc[what.last.i + 1 : min(what.last.i + 1 + _REACH, end)]:
        if token.text in _BREAKS or compares(token) or _of_them(token):
            return None
        if token.dep_ != "pobj" or token.ent_type_ not in PLACES:
            continue
        preposition = token.head.lower_
        if preposition in _WITHIN and _belongs(token, around):
            return token
        if preposition in _GOING and token.ent_type_ == "GPE":
            given = verb is not None and token.head.head.i == verb.i and _in_form(what, token)
            if given or _belongs(token, thing):
                return token
    return None


def _whole(what: Counted) -> set[int]:
    """The nouns that a number is part of."""
    thing = {what.anchor.i, what.last.i}
    for above in what.anchor.ancestors:
        if above.pos_ not in NOUNS | {"ADP", "NUM", "SYM"}:
            break
        thing.add(above.i)
    return thing


def _yard(what: Counted, verb: "Token | None", end: int) -> "Token | None":
    """Where the works lie that a number is spent on or found in: "$4 million to expand its Ulm, Bavaria, yard"."""
    around = _whole(what) | ({verb.i} if verb is not None else set())
    for token in what.anchor.doc[what.last.i + 1 : min(what.last.i + 1 + _REACH, end)]:
        if token.text in _BREAKS or compares(token):
            return None
        works = token.head
        if token.ent_type_ != "GPE" or token.dep_ not in {"compound", "nmod"} or works.pos_ != "NOUN":
            continue
        owned = any(t.lower_ in _ITS for t in token.doc[token.i - _NAME : token.i])
        if owned and works.lemma_ in english().classes["works"] and _belongs(works, around):
            return token
    return None


def home_of(who: Mention | None) -> Mention | None:
    """The place that somebody is who did what a number counts, if it is a state or town; what a country does may be abroad."""
    if who is None:
        return None
    named = authority().find(who.name)
    home = bool(named) and all(e.kind == "place" and len(e.identifier or "") != _CODE for e in named)
    return who if home else None


def _in_form(what: Counted, goal: "Token") -> bool:
    """Whether a sum that is given to a place has its form named between: "gave $4 million in loans to Chile"."""
    return any(c.lower_ == "in" and c.i < goal.i for c in what.anchor.rights)


def _of_them(comma: "Token") -> bool:
    """Whether a comma begins how many of what is counted were so ("towed 900 boats, 40 of them in Ulm")."""
    behind = comma.doc[comma.i + 1 : comma.i + 1 + _OF_THEM]
    return comma.text == "," and any(
        t.lower_ == "of"
        and t.i + 1 < len(t.doc)
        and t.nbor().lower_ in {"them", "those", "these", "whom", "which"}
        for t in behind
    )


def _belongs(token: "Token", tops: "Set[int]") -> bool:
    """Whether a token belongs to one of some by phrases, what is done to them, or purposes, with no other clause between."""
    while token.i not in tops:
        if token.dep_ in _PURPOSES:
            if not (is_infinitive(token) or (token.dep_ == "acl" and token.tag_ == "VBN")):
                return False
        elif token.dep_ not in _PHRASES or (token.dep_ == "conj" and token.pos_ not in NOUNS):
            return False
        if token.head.i == token.i:
            return False
        token = token.head
    return True


def _come_of(what: Counted, verb: "Token | None") -> "Token | None":
    """Where that is or is done of which a number comes: "a yard in Ulm, which will employ 40", "dug in Ulm, killing 40"."""
    if verb is None or verb.i > what.anchor.i:
        return None
    subject = next((c for c in verb.lefts if c.dep_ in SUBJECTS and c.lower_ not in RELATIVE), None)
    if subject is not None and (own := _last_within(subject, verb)) is not None:
        return own
    over = verb.head
    if over.i >= verb.i:
        return None
    if any(c.lower_ in RELATIVE and c.dep_ == "nsubj" for c in verb.lefts):
        if _is_within(over):
            return over
    elif verb.dep_ != "advcl" or verb.tag_ != "VBG":
        return None
    return _last_within(over, verb)


def _last_within(over: "Token", verb: "Token") -> "Token | None":
    """The last place in the words that belong to a token before a verb."""
    between = verb.doc[over.i + 1 : verb.i]
    return next((t for t in reversed(between) if _is_within(t) and _belongs(t, {over.i})), None)


def _is_within(token: "Token") -> bool:
    return token.ent_type_ in PLACES and token.dep_ == "pobj" and token.head.lower_ in _WITHIN


def _theirs(what: Counted) -> "Token | None":
    """Whose people or houses are counted, by the town or state before them: "300 Ulm families"; companies of a country may be abroad."""
    thing = what.anchor.doc[what.last.i]
    for token in what.anchor.doc[what.anchor.left_edge.i : what.last.i]:
        beside = token.dep_ in {"compound", "nmod"} and token.head.i in {what.anchor.i, thing.i}
        if token.ent_type_ == "GPE" and beside and token.idx >= what.start and token.head.pos_ == "NOUN":
            known = authority().find(token.text)
            if not any(e.kind == "place" and len(e.identifier or "") == _CODE for e in known):
                return token
    return None


def compares(than: "Token") -> bool:
    """Whether something else is named for comparison ("than people in Chile"), and no number ("more than 30")."""
    if than.lower_ == "as":
        return than.nbor(-1).lower_ in {"much", "many"} or than.nbor(-1).tag_ in {"JJ", "RB"}
    return than.lower_ == "than" and than.nbor(-1).lower_ not in {"more", "less", "fewer", "greater"}

"""Numbers that nobody achieved or spent: what is only thought of or honoured, what is supposed, the size of a thing.

The dependency labels are those of spaCy's English pipelines (CLEAR style).
"""

from typing import TYPE_CHECKING

from gestae.loaders.acting import acting
from gestae.loaders.grammar import COMPLEMENTS, PREDICATES, SUBJECTS
from gestae.loaders.owners import DEED, whole
from gestae.loaders.predicates import is_infinitive
from gestae.loaders.surface_subjects import own_subjects
from gestae.ontology.english import english

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["aimed", "beside", "helped", "recalled", "unachieved"]

_MEASURED = frozenset({"%", "percent", "$", "dollar", "euro", "pound"})
_SPOKEN = frozenset({"i", "we", "us", "our", "my", "you", "who"})
_NATION = frozenset({"nation", "country", "america", "american", "americans", "world", "people"})
_NOT_OWNED = frozenset({
    "life", "total", "group", "network", "team", "class", "cohort", "force", "delegation", "million", "billion", "ten",
    "rate", "share", "percentage", "half", "third", "quarter",
})  # fmt: skip
"""Nouns that are made up of the people behind them, or are what is saved of these."""
_COUNTED = frozenset({"pobj", "conj", "nummod", "quantmod", "compound", "nmod"})
_SPREAD = frozenset({"across", "among", "between"})
_AFTER = frozenset({"after", "amid", "following"})
_THING = 3
"""Steps from what is counted to the preposition of an event that it belongs to: "after the release of 16"."""
_MAX_DEPTH = 6


def unachieved(token: "Token", verb: "Token | None") -> bool:
    """Whether a number that hangs on a token, under a predicate, is nobody's doing."""
    if _sizing(token) or _belonging(token) or _likened(token):
        return True
    if verb is None:
        return False
    return _regarded(token, verb) or _held(token, verb) or _supposed(verb) or _following(token, verb)


def _sizing(token: "Token") -> bool:
    """Whether a number only tells how large a thing is: "a 40-bed clinic", "a town of 3,000 people"."""
    thing = whole(token)
    over = token.head
    if (
        token.dep_ == "pobj"
        and over.lower_ == "of"
        and over.head.lemma_.lower() in english().classes["populated"]
    ):
        return over.head.tag_ in {"NN", "NNP"}
    if thing.tag_ not in {"NN", "NNP"} or not any(c.lower_ in {"a", "an", "another"} for c in thing.lefts):
        return False
    number = next((c for c in thing.subtree if c.like_num and c.i < thing.i), None)
    if number is None:
        return False
    between = token.doc[number.i : thing.i]
    return any(t.text == "-" for t in between) and not any(t.lower_ in _MEASURED for t in between)


def _belonging(token: "Token") -> bool:
    """Whether what is counted is only whose a thing is or whom it comes from: "the records of 40 sailors", "pledges from 12 firms".

    Of "one of five harbours" nobody did anything with the other four.
    """
    over = token.head
    if _one_of(token):
        return True
    if token.dep_ != "pobj":
        return False
    thing = over.head
    if not acting(token.lemma_.lower()):
        return False
    lemma = thing.lemma_.lower()
    if over.lower_ == "from":
        return thing.pos_ in {"NOUN", "PROPN", "VERB"}
    if over.lower_ != "of":
        return False
    if thing.pos_ != "NOUN" or thing.like_num or lemma in english().classes["quantity"]:
        return False
    return not lemma.endswith(DEED) and lemma not in _NOT_OWNED


def _one_of(token: "Token") -> bool:
    """Whether only one of what is counted is told of ("one of five harbours")."""
    return token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lower_ == "one"


def _likened(token: "Token") -> bool:
    """Whether a number only tells what something equals: "as much water, equivalent to the use of 40 homes"."""
    for above in token.ancestors:
        if above.lemma_ == "equivalent":
            return True
        if above.pos_ in PREDICATES and above.dep_ != "pcomp":
            return False
    return False


def _regarded(token: "Token", verb: "Token") -> bool:
    """Whether a clause only says, thinks or feels something of what is counted, or addresses it."""
    way = _way(token, verb)
    if not way or way[-1].dep_ in SUBJECTS:
        return False
    last = way[-1]
    if last.dep_ == "prep" and last.lower_ == "to" and last.i < verb.i:
        return True  # "To the kin of the 40 sailors we lost, we pledge …"
    lemma = verb.lemma_.lower()
    words = english().classes
    if lemma in words["regarding"]:
        return True
    if lemma in words["measuring"] and last.dep_ == "dobj" and token.ent_type_ != "MONEY":
        return True  # "the Guild reported a 40 percent rise"; money may be its own
    if lemma == "pay" and any(
        c.dep_ == "dobj" and c.lemma_.lower() in english().classes["tribute"] for c in verb.rights
    ):
        return True
    return lemma in words["honouring"] and _by_all(verb)


def _following(token: "Token", verb: "Token") -> bool:
    """Whether what is counted only came before what a clause tells ("spoke today after the release of 16 sailors")."""
    way = _way(token, verb)
    last = way[-1] if way else None
    if verb.lower_ == "following" or last is None:
        return verb.lower_ == "following"
    return last.dep_ == "prep" and last.lower_ in _AFTER and len(way) > _THING


def recalled(token: "Token", verb: "Token") -> bool:
    """Whether a clause only recalls what is counted, or speaks of it, so that its own time is not that of the number."""
    if _following(token, verb) or _one_of(token):
        return True
    way = _way(token, verb)
    lemma = verb.lemma_.lower()
    if not way or way[-1].dep_ in SUBJECTS or lemma not in english().classes["recalling"]:
        return False
    return lemma not in english().classes["honouring"] or _by_all(verb)


def _by_all(verb: "Token") -> bool:
    """Whether a nation or a "we" does something, or nobody in particular."""
    for _ in range(_MAX_DEPTH):
        own = own_subjects(verb)
        if own:
            return own[0].lower_ in _SPOKEN or own[0].lemma_.lower() in _NATION
        if verb.head.i == verb.i:
            return True
        verb = verb.head
    return True


def _held(token: "Token", verb: "Token") -> bool:
    """Whether "we" only have or see what is counted: "we have 40 lighthouses in this country", "I saw the graves of 40"."""
    if verb.lemma_ in english().classes["witnessing"]:
        return any(s.lower_ in {"i", "we", "you"} for s in own_subjects(verb))
    return (
        verb.lemma_ in {"have", "see", "lose"}
        and token.dep_ in {"dobj", "nsubj"}
        and token.pos_ == "NOUN"
        and any(s.lower_ in {"we", "you"} for s in own_subjects(verb))
    )


def _supposed(verb: "Token") -> bool:
    """Whether a predicate stands in a condition ("if they carried over 40 passengers")."""
    for _ in range(_MAX_DEPTH):
        if verb.dep_ == "advcl" and any(c.lower_ in {"if", "unless"} for c in verb.lefts):
            return True
        if verb.dep_ not in {"conj", "xcomp"}:
            return False
        verb = verb.head
    return False


def _way(token: "Token", verb: "Token") -> "list[Token]":
    """The tokens from one that hangs somewhere under a predicate up to it, without it."""
    way = []
    while token.i != verb.i and token.head.i != token.i:
        way.append(token)
        token = token.head
    return way if token.i == verb.i else []


def helped(verb: "Token") -> bool:
    """Whether a verb tells what people are helped to do, which is neither their deed nor quite their helper's."""
    if verb.tag_ == "VBG" and verb.dep_ == "conj" and not own_subjects(verb):
        return verb.head.tag_ == "VB"
    words = english().classes
    if verb.dep_ not in COMPLEMENTS or verb.head.lemma_ not in words["enabling"]:
        return False
    between = (c for c in (*verb.head.rights, *verb.lefts) if verb.head.i < c.i < verb.i)
    return any(c.dep_ in {"nsubj", "dobj"} and c.lemma_.lower() in words["people"] for c in between)


def aimed(verb: "Token") -> bool:
    """Whether a verb only tells of a goal, or of what others are worked with for."""
    if not is_infinitive(verb):
        return False
    over = verb.head
    if over.lemma_ == "work":
        return verb.dep_ in {"xcomp", "advcl"} and any(c.lower_ == "with" for c in over.rights)
    goal = (
        over
        if verb.dep_ == "acl"
        else next((c for c in over.rights if c.dep_ == "dobj" and c.i < verb.i), None)
    )
    return goal is not None and goal.lemma_.lower() in english().classes["goal"] and goal.head.lemma_ == "set"


def beside(token: "Token", verb: "Token") -> bool:
    """Whether a number only tells of the place of a deed, or of what its object is spread over.

    So in "spoke at a meeting with leaders of 15 firms", and "announced a partnership across 12 counties".
    """
    way = _way(token, verb)
    links = [t for t in way if t.dep_ == "prep" and t.lower_ != "of"]
    if not way:
        return False
    if verb.lemma_ == "include" and verb.pos_ == "VERB" and way[-1].dep_ == "dobj":
        return bool(links)
    if len(links) == 1 and links[0].lower_ in _SPREAD:
        return all(t.dep_ in _COUNTED for t in way[: way.index(links[0])])
    return len(links) > 1 and links[-1] is way[-1] and links[-1].lower_ == "at"

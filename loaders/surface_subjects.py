"""The words that stand as the subject of a verb, and what a relative pronoun among them stands for."""

from typing import TYPE_CHECKING

from gestae.loaders.acting import acting, human
from gestae.loaders.grammar import AUXILIARIES, NOUNS, PLURAL, SUBJECTS
from gestae.loaders.phrases import GENERATIONS, conjuncts, numbers, one_name
from gestae.loaders.predicates import tense_tag

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "RELATIVE",
    "antecedents",
    "own_subjects",
    "parted",
]

_PLACES_AND_TIMES = frozenset({"GPE", "LOC", "DATE"})
_WHERE = frozenset({"country", "nation", "world", "globe", "law"})
"""Nouns for where something is, or into what it is made ("signed into law")."""
_LOCATIVE = frozenset({"in", "across", "outside", "into", "around", "at", "near"})
_SHARING = frozenset({"each", "all", "both", "some", "many", "most"})
_NAMED = frozenset({"NOUN", "PROPN", "PRON"})
_THINGS = frozenset({"ORG", "GPE", "LOC", "FAC"})
_PEOPLE = ("er", "or", "ant", "ent", "ist", "ian", "ee", "man", "men")
"""Endings of most nouns for people."""
RELATIVE = frozenset({"who", "which", "that", "whom"})


def own_subjects(verb: "Token") -> list["Token"]:
    """The subjects of a predicate; the parser hangs some on its auxiliary."""
    own = [
        c
        for c in verb.children
        if c.dep_ in SUBJECTS
        and not numbers(c)
        and (c.lower_ not in GENERATIONS or any(d.dep_ == "compound" for d in c.lefts))
    ]
    if own:
        return _introduced(own[0]) or own if own[0].pos_ == "NOUN" else own
    return [c for a in verb.children if a.dep_ in AUXILIARIES for c in a.children if c.dep_ in SUBJECTS]


def parted(noun: "Token", verb: "Token") -> bool:
    """Whether a semicolon parts a noun from a verb behind it, whose subject it then is not ("discussed the port; the pier; opened a lock")."""
    helping = (c.i for c in verb.lefts if c.i > noun.i and c.dep_ in {"aux", "auxpass", "advmod", "neg"})
    first = min(helping, default=verb.i)
    return noun.i < first - 1 and verb.doc[first - 1].text == ";"


def _introduced(first: "Token") -> list["Token"]:
    """Of "As warden, Day opened …" Day, where the parser takes the warden for the subject, or Day for another name of it."""
    doc, before = first.doc, first.left_edge.i - 1
    if before < 0 or doc[before].lower_ != "as":
        return []
    behind = [c for c in first.head.lefts if c.dep_ == "nsubj"] + [
        c for c in first.rights if c.dep_ == "appos"
    ]
    return [c for c in behind if c.i > first.i and c.pos_ == "PROPN" and doc[c.left_edge.i - 1].text == ","][
        :1
    ]


def antecedents(token: "Token") -> list["Token"]:
    """The coordinated heads of an argument; of a relative pronoun, what it stands for."""
    if token.lower_ in RELATIVE and token.tag_ in {"WDT", "WP", "IN", "DT"}:
        head = token.head
        while head.dep_ in {"conj", "xcomp", "ccomp", "aux"} and head.dep_ != "relcl":
            head = head.head
        if head.dep_ == "relcl":
            people = token.lower_ in {"who", "whom"}
            whole = _people_before(head.head) if people else _thing_before(token, head.head)
            whole = whole or one_name(head.head)
            if whole is not None:
                return [whole]
            if people and (several := _several(head.head, token.head)):
                return several
            return conjuncts(head.head) if head.head.dep_ == "conj" else [head.head]
        named = _just_before(token)
        if named is not None:
            return [_thing_before(token, named) or named]
    if token.lower_ in _SHARING and (shared := _shared_out(token)) is not None:
        return [shared]
    return conjuncts(token)


def _shared_out(share: "Token") -> "Token | None":
    """Of "opened two locks, each saving crews time" and "met crews, some of whom sailed": the locks and the crews."""
    doc, at = share.doc, share.left_edge.i - 1
    if at <= share.sent.start or doc[at].text != ",":
        return None
    of = [c for p in share.rights if p.lower_ == "of" for c in p.rights]
    whole = any(c.tag_ in {"WDT", "WP"} for c in of) or (share.head.tag_ == "VBG" and not of)
    noun = doc[at - 1]
    return noun if whole and noun.tag_ in PLURAL else None


def _people_before(noun: "Token") -> "Token | None":
    """Of "members of the Board, who voted" and "pilots on the pier who met": the people, where "who" hangs on a thing."""
    found = noun
    while not _is_person(found):
        over = found.head
        if found.dep_ == "conj" and over.pos_ in _NAMED:
            found = over
            continue
        whose = over.head
        if found.dep_ != "pobj" or over.dep_ != "prep" or whose.pos_ not in _NAMED:
            return None
        if over.lower_ == "of" and found.ent_type_ not in _THINGS and acting(found.lemma_.lower()):
            return None  # "a pilot of great skill who …", but "the head of a crew who …"
        found = whose
    return None if found.i in {noun.i, noun.head.i} else found


def _several(last: "Token", verb: "Token") -> list["Token"]:
    """Of "Jane Roe, John Doe, and Ann Lee, who lead crews" all three, since one leads and three lead."""
    doc, first = last.doc, last
    while first.dep_ == "conj" and first.head.pos_ == "PROPN":
        first = first.head
    if first.i == last.i or last.pos_ != "PROPN" or tense_tag(verb) != "VBP":
        return []
    return conjuncts(first) if doc[verb.left_edge.i - 1].text == "," else []


def _thing_before(relative: "Token", noun: "Token") -> "Token | None":
    """What "that" or "which" stands for, where the noun before only tells where or when that is.

    "A mill in Ulm, which makes nets": the mill. "Rules were made across the country that close ports": the rules. "The
    founders of Ulm College, which …": the College, since people are not "which".
    """
    if relative.dep_ not in SUBJECTS:
        return None
    last = _just_before(relative)
    if last is not None and last.i != noun.i and noun.is_ancestor(last) and _disagrees(noun, relative.head):
        return None if _disagrees(last, relative.head) else last
    place = noun.head
    if (
        noun.dep_ != "pobj"
        or place.lower_ not in _LOCATIVE
        or not (noun.ent_type_ in _PLACES_AND_TIMES or noun.lemma_.lower() in _WHERE)
    ):
        return None
    before = place.nbor(-1) if place.i else place
    if _disagrees(before, relative.head) and before.pos_ != "VERB":
        return None  # "officials in Norway, which has …"
    if before.pos_ == "VERB":
        done_to = (c for c in before.children if c.dep_ in {"nsubjpass", "dobj"} and c.i < place.i)
        return next((c for c in done_to if c.pos_ == "NOUN"), None)
    thing = (
        before.pos_ == "PROPN"
        and before.dep_ in {"dobj", "pobj"}
        and before.ent_type_ not in _PLACES_AND_TIMES
    )
    return before if thing or (before.pos_ == "NOUN" and not human(before.lemma_.lower())) else None


def _disagrees(noun: "Token", verb: "Token") -> bool:
    """Whether a noun cannot be the subject of a verb by its number ("the founders of a fund, which has …")."""
    finite = tense_tag(verb)
    several = noun.tag_ in PLURAL and not noun.text.isupper()
    joined = any(c.dep_ == "conj" for c in noun.rights)
    return (finite == "VBZ" and several) or (finite == "VBP" and not several and not joined)


def _is_person(noun: "Token") -> bool:
    lemma = noun.lemma_.lower()
    named = lemma.endswith(_PEOPLE) and not lemma.endswith("ment")
    return noun.pos_ == "PRON" or noun.ent_type_ in {"PERSON", "NORP"} or named or human(lemma)


def _just_before(relative: "Token") -> "Token | None":
    """The noun right before a relative pronoun whose clause the parser hangs on no noun ("rules that – at last – help")."""
    if relative.tag_ not in {"WDT", "WP"} or relative.i == relative.sent.start:
        return None
    at = relative.i - 1
    if relative.doc[at].text == "," and at > relative.sent.start:
        at -= 1
    noun = relative.doc[at]
    return noun if noun.pos_ in NOUNS else None

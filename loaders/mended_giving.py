"""To whom something is given or told, where the parser takes that for what is given or told.

"Gave *owners* the tools", "told *us* that the lock opens": the dependency label is "dative", and the object is what follows.
What somebody gets or is accused of hangs on the verb, and no longer on what stands before it: "awarded $3 million in grants *to
towns*", "provided towns *with boats*", "convicted two men *of fraud*".
"""

from typing import TYPE_CHECKING

from gestae.loaders.acting import acting
from gestae.loaders.grammar import AUXILIARIES, NOUNS, SUBJECTS, TIMES
from gestae.loaders.phrases import under_of
from gestae.loaders.rooted import below
from gestae.loaders.surface_subjects import RELATIVE
from gestae.ontology.english import english

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

__all__ = ["bestow"]

_WHOM = frozenset({"dobj", "dative"})
_PASSIVE = frozenset({"nsubjpass", "auxpass"})
_LOOSE = frozenset({"appos", "npadvmod"})
_ASKING = frozenset({"WDT", "WP", "WRB"})
_OPENING = frozenset({"det", "poss"})
_PLACED = frozenset({"GPE", "LOC"})
_TOWARDS = frozenset({"to", "in", "for", "among"})
"""Prepositions behind an amount that the parser takes for part of the next number ("$3 million to a dozen towns")."""
_WITHIN = frozenset({"prep", "pobj", "amod", "npadvmod", "acl", "dobj"})
"""Relations of what tells in what an amount is given ("$3 million in grants", "grants worth $3 million")."""
_SOME = frozenset({"the", "a", "an"})
_WHEN = frozenset({"on", "in", "at", "during", "this", "last"})


def bestow(verb: "Token") -> None:
    """Part to whom from what, where a verb of giving or of telling has both behind it."""
    words, lemma = english().classes, verb.lemma_
    for thing in list(verb.rights):
        if thing.dep_ == "dobj":
            _amount(thing, verb)
    for thing in list(verb.rights):
        if thing.dep_ == "dobj":
            _on_verb(thing, verb)
    if verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "to":
        _to_first(verb.nbor(), verb)
    if lemma in words["flowing"]:
        _flows(verb)
    if lemma == "make":
        _made_so(verb)
    if any(c.dep_ in _PASSIVE for c in verb.children):
        return
    if lemma in words["told-to"]:
        _told(verb)
    if lemma in words["given-to"]:
        _given(verb)


def _amount(noun: "Token", verb: "Token") -> None:
    """Of "awarded $3 million to a dozen towns", taken for one number of towns: the amount."""
    doc = noun.doc
    for link in below(noun):
        if link.i >= noun.i or link.dep_ != "quantmod" or link.lower_ not in _TOWARDS:
            continue
        amount = doc[link.i - 1]
        if not _is_sum(amount) or _is_sum(noun) or noun.lemma_.lower() in english().classes["money"]:
            return
        for word in doc[noun.left_edge.i : link.i]:
            if word.i != amount.i and (word.head.i >= link.i or word.head.i == verb.i):
                word.head = amount
        amount.head, amount.dep_ = verb, "dobj"
        link.head, link.dep_ = verb, "prep"
        noun.head, noun.dep_ = link, "pobj"
        return


def _is_sum(word: "Token") -> bool:
    """Whether a numeral is the last of a sum of money ("$3 million")."""
    return word.ent_type_ == "MONEY" and word.like_num


def _on_verb(thing: "Token", verb: "Token") -> None:
    """Hang on a verb what its object has no part in."""
    words, lemma = english().classes, verb.lemma_
    link = None
    if lemma in words["bestowing"]:
        priced = _is_sum(thing) or any(
            _is_sum(t) for c in thing.rights if c.dep_ in {"acl", "amod"} for t in c.rights
        )
        money = priced or thing.lemma_.lower() in words["money"]
        link = next((c for c in _links(thing) if money and _to_somebody(c, priced)), None)
    elif lemma in words["investing"]:
        link = next((c for c in thing.rights if c.lower_ == "in" and _is_sum(thing)), None)
    elif lemma in words["accusing"] or lemma in words["addressing"]:
        counts = thing.like_num or thing.lemma_.lower() in words["quantity"] | words["money"]
        whom = next(iter(under_of(thing)), thing) if counts else thing
        link = next(
            (c for c in whom.rights if c.lower_ == "of" and _blamed(c, lemma in words["addressing"])), None
        )
    if lemma in words["supplying"] and link is None:
        link = next((c for c in thing.rights if c.dep_ == "prep" and c.lower_ == "with"), None)
        given = any(c.lower_ == "to" and c.dep_ in {"dative", "prep"} for c in (*thing.rights, *verb.rights))
        link = None if given else link
    if link is not None:
        link.head = verb


def _links(thing: "Token") -> "Iterator[Token]":
    """Each "to" that hangs on a thing, or on what it is given in ("$3 million in grants to towns")."""
    for child in thing.rights:
        if child.dep_ in {"prep", "dative"} and child.lower_ == "to":
            yield child
        elif child.dep_ in _WITHIN:
            yield from _links(child)


def _to_somebody(link: "Token", paid: bool) -> bool:
    """Whether somebody stands behind a "to", or anything but another sum that is `paid` for."""
    whom = next((c for c in link.rights if c.dep_ == "pobj"), None)
    if whom is None or whom.ent_type_ in TIMES or _is_sum(whom):
        return False
    return paid or whom.pos_ == "PROPN" or _receives(whom.lemma_.lower()) or _numbered(whom)


def _numbered(noun: "Token") -> bool:
    return any(c.dep_ == "nummod" for c in noun.lefts)


def _blamed(link: "Token", told: bool) -> bool:
    """Whether somebody is accused, robbed or told of what stands behind an "of", which else says whose or of what he is."""
    what = next((c for c in link.rights if c.dep_ in {"pobj", "pcomp"}), None)
    if what is None or what.dep_ == "pcomp":
        return what is not None
    named = what.left_edge.text[:1].isupper() or what.text[:1].isupper()
    return not named and (told or what.left_edge.lower_ not in _SOME)


def _to_first(link: "Token", verb: "Token") -> None:
    """Of "delegate to the Warden the power", taken for one phrase with two articles: the Warden, and what he gets."""
    thing = next((c for c in link.rights if c.dep_ == "pobj"), None)
    if link.head.i != verb.i or thing is None:
        return
    whom = next((c for c in thing.lefts if c.dep_ == "nmod" and c.pos_ == "PROPN"), None)
    opening = next((c for c in thing.lefts if c.dep_ in _OPENING and whom is not None and c.i > whom.i), None)
    if whom is None or opening is None:
        return
    whom.head, whom.dep_ = link, "pobj"
    for child in list(thing.lefts):
        if child.i < whom.i:
            child.head = whom
    thing.head, thing.dep_ = verb, "dobj"


def _flows(verb: "Token") -> None:
    """Of "$3 million went to the port": what was given, though nobody is named who gave it."""
    if not any(c.dep_ == "prep" and c.lower_ == "to" and any(True for _ in c.rights) for c in verb.rights):
        return
    sums = english().classes["money"]
    for money in verb.lefts:
        kinds = (money, *under_of(money))
        if money.dep_ == "nsubj" and any(_is_sum(t) or t.lemma_.lower() in sums for t in kinds):
            money.dep_ = "nsubjpass"


def _made_so(verb: "Token") -> None:
    """Of "made $3 million available to towns": what the money became, taken for a word that describes it."""
    for thing in list(verb.rights):
        within = (n for p in thing.rights if p.lower_ == "in" for n in p.rights)
        so = next(
            (c for n in (thing, *within) for c in n.rights if (c.dep_, c.pos_) == ("amod", "ADJ")), None
        )
        if thing.dep_ == "dobj" and so is not None and all(c.dep_ != "xcomp" for c in so.rights):
            so.head, so.dep_ = verb, "oprd"
            return


def _given(verb: "Token") -> None:
    """Of "gives owners a chance": the chance."""
    for word in verb.rights:
        if word.lower_ == "states" and word.tag_ == "VBZ" and _beside(word, verb):
            _states(word, verb)
    behind = [c for c in verb.rights if c.dep_ in _WHOM and c.pos_ != "ADP"]
    if behind and _before(behind[0], verb):
        return
    if not behind or behind[0].left_edge.i != verb.i + 1 or behind[0].ent_type_ in TIMES:
        return
    whom = behind[0]
    last = whom.right_edge
    things = () if last.is_punct else behind[1:]
    thing = next((c for c in things if c.dep_ == "dobj" and c.left_edge.i == last.i + 1), None)
    thing = thing or _loose(whom)
    if thing is not None and thing.ent_type_ not in TIMES:
        whom.dep_, thing.head, thing.dep_ = "dative", verb, "dobj"


def _before(thing: "Token", verb: "Token") -> bool:
    """Whether in "gives owners cheap nets" the owners, taken with "cheap" for what describes the nets, are now to whom they are given."""
    whom = verb.nbor()
    if (
        whom.dep_ != "nmod"
        or whom.head.i != thing.i
        or whom.tag_ != "NNS"
        or not _receives(whom.lemma_.lower())
    ):
        return False
    whom.head, whom.dep_, thing.dep_ = verb, "dative", "dobj"
    return True


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
    words = english().classes
    return acting(lemma) or lemma in words["populated"] or lemma in words["beneficiary"]


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
        between = verb.doc[whom.right_edge.i + 1 : clause.left_edge.i]
        if clause.dep_ != "ccomp" or any(t.ent_type_ not in TIMES and t.lower_ not in _WHEN for t in between):
            continue
        first = clause.left_edge
        marked = first.dep_ == "mark" or first.tag_ in _ASKING
        if any(c.dep_ in SUBJECTS or c.dep_ == "expl" for c in clause.lefts) or marked:
            whom.dep_ = "dative"
            return

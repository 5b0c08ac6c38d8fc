"""Verbs that go on with a clause from which the parser cuts them off: it hangs them on what lies nearer, or makes them the first.

What goes on with what is told by form: no past tense goes on with an infinitive, no participle that describes a thing has an
object, and "and" stands once in a coordination, before its last member.
"""

from typing import TYPE_CHECKING

from gestae.loaders.control import CALLS
from gestae.loaders.grammar import (
    AUXILIARIES,
    COMPLEMENTS,
    FINITE,
    JOINING,
    NOUNS,
    PAST,
    PLURAL,
    PREDICATES,
    PREMODIFIERS,
    SEPARATING,
    SUBJECTS,
    TENSED,
)
from gestae.loaders.predicates import tense_tag
from gestae.loaders.surface_subjects import own_subjects
from gestae.ontology.english import english
from gestae.ontology.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Collection

    from spacy.tokens import Token

__all__ = ["begin", "rejoin", "resume"]

_OWN = SUBJECTS | AUXILIARIES | {"mark", "expl", "csubj"}
"""What a verb does not have that shares the subject of another."""
_BELOW = frozenset({"xcomp", "advcl", "acl"})
"""Relations of infinitives."""
_MANY = 2
"""Things that hang on a verb that tells of them."""


def rejoin(verb: "Token") -> None:
    """Hang a verb on the one that it goes on with."""
    if verb.dep_ == "conj":
        over = _same_form(verb) or _unclosed(verb)
    elif verb.dep_ == "acl":
        over = _before(verb, PAST) if _goes_on(verb) else None
    else:
        return
    if over is not None:
        _join(verb, over)


def _same_form(verb: "Token") -> "Token | None":
    """Of "directed the Board to mend piers and urged owners to pay": "directed", where the parser joins "urged" to "mend".

    Of "arrested a man accused of theft and charged him": "arrested", since he charged nobody. Of "was founded to mend
    piers and is led by Roe": "founded". Of "mandates that agents
    wear badges, and directs …": "mandates", since agents are many.
    """
    own = {c.dep_: c.tag_ for c in verb.lefts if c.dep_ in _OWN}
    first = verb
    while first.dep_ == "conj" and first.head.pos_ in PREDICATES:
        first = first.head
    if first.i == verb.i or first.dep_ == "amod":
        return None
    if own and own.keys() <= AUXILIARIES:
        finite = any(tag in FINITE for tag in own.values())
        if not finite or first.tag_ != "VB" or _helped(first) or first.dep_ not in _BELOW:
            return None
        return next((a for a in first.ancestors if a.pos_ in PREDICATES and _finite(a)), None)
    if own or verb.tag_ not in PAST | {"VBZ"}:
        return None
    if not (_another_tense(first, verb) if tense_tag(first) in TENSED else _no_tense(first, verb)):
        return None
    over = _before(first, {"VBZ"} if verb.tag_ == "VBZ" else PAST)
    return over if over is not None and not _told_between(over, verb) else None


def _finite(verb: "Token") -> bool:
    return verb.tag_ in TENSED or any(c.tag_ in FINITE for c in verb.lefts if c.dep_ in AUXILIARIES)


def _no_tense(first: "Token", verb: "Token") -> bool:
    """Whether a verb with a tense cannot go on with one that has none."""
    if first.tag_ == "VB":
        return not _helped(first)
    described = first.tag_ == "VBG" or (first.tag_ == "VBN" and first.dep_ == "acl")
    return described and not _helped(first) and _acts(verb, sure=True)


def _another_tense(first: "Token", verb: "Token") -> bool:
    """Whether a verb cannot, or would hardly, go on with a clause below the main one, which has another tense."""
    if first.dep_ not in {"relcl", "ccomp"} or tense_tag(first) == tense_tag(verb):
        return False
    return _plural(first) if verb.tag_ == "VBZ" else _acts(verb)


def _plural(verb: "Token") -> bool:
    """Whether a verb in the plural tells of its subject, or of what it describes."""
    return tense_tag(verb) == "VBP" or (verb.dep_ == "relcl" and verb.head.tag_ in PLURAL)


def _told_between(over: "Token", verb: "Token") -> bool:
    """Whether a verb could as well go on with a clause between, in the same tense ("find the spirit that built piers, opened locks, and …")."""
    forms = PAST if verb.tag_ in PAST else {verb.tag_}
    return any(
        t.dep_ == "relcl" and t.tag_ in forms and t.pos_ == "VERB" for t in verb.doc[over.i + 1 : verb.i]
    )


def _unclosed(verb: "Token") -> "Token | None":
    """Of "will help crews mend nets, open locks, and pay": "mend", since a list that "open" goes on with needs an "and".

    Of "will mend nets and pay crews" too, where the parser joins a verb to the nets.
    """
    over = verb.head
    if verb.tag_ == "VB" and over.pos_ == "NOUN":
        return next((a for a in over.ancestors if a.tag_ == "VB"), None) if _no_thing(verb, over) else None
    if verb.tag_ != "VB" or over.tag_ != "VB" or any(c.dep_ in _OWN for c in verb.lefts):
        return None
    if verb.left_edge.i < _MANY or verb.doc[verb.left_edge.i - 1].lower_ not in JOINING:
        return None
    below = next((c for c in over.rights if c.dep_ in COMPLEMENTS and c.tag_ == "VB" and c.i < verb.i), None)
    if below is None or any(c.dep_ == "conj" and c.i < verb.i for c in over.rights):
        return None
    last, listed = below, False
    while (after := next((c for c in last.rights if c.dep_ == "conj" and c.tag_ == "VB"), None)) is not None:
        if any(c.dep_ == "cc" for c in last.rights):
            return None
        last, listed = after, True
    return last if listed and all(c.dep_ != "cc" for c in last.rights) else None


def _no_thing(verb: "Token", noun: "Token") -> bool:
    """Whether a bare verb that is joined to a noun has an object, and the noun is surely one."""
    return (
        any(c.dep_ == "dobj" for c in verb.rights)
        and not any(c.dep_ in _OWN for c in verb.lefts)
        and verb.doc[verb.left_edge.i - 1].lower_ in JOINING
        and (noun.tag_ == "NNS" or noun.left_edge.i < noun.i)
    )


def _goes_on(verb: "Token") -> bool:
    """Whether a past tense behind a comma goes on with the clause, though it passes for a participle that describes a noun.

    Of "praised the work of the crew, called on owners to help, and …": "called".
    """
    return (
        verb.tag_ in PAST
        and verb.left_edge.i == verb.i > verb.head.i
        and verb.nbor(-1).text == ","
        and any(c.dep_ == "conj" and c.tag_ in PAST for c in verb.rights)
        and _acts(verb)
        and verb.lemma_ not in english().classes["given-to"]
    )


def _acts(verb: "Token", *, sure: bool = False) -> bool:
    """Whether something is done by a verb, so that it is no participle of what it was done to; unless `sure`, what it describes may be it."""
    if any(c.dep_ == "agent" for c in verb.rights):
        return False
    if sure and verb.lemma_ in english().classes["given-to"]:
        return False  # "crews trained in Ulm and given boats"
    things = [c for c in verb.rights if c.dep_ == "dobj"]
    bare = sure and any(c.left_edge.i == c.i == verb.i + 1 and c.pos_ == "NOUN" for c in things)
    return bool(things and not bare) or any((verb.lemma_, c.lower_) in CALLS for c in verb.rights)


def _helped(verb: "Token") -> bool:
    """Whether a verb has a tense by an auxiliary, as "has" and "will" give it."""
    return any(c.dep_ in AUXILIARIES and c.lower_ != "to" for c in verb.lefts)


def _before(verb: "Token", forms: "Collection[str]") -> "Token | None":
    """The nearest predicate over a verb with a tense, where it has one of some forms and is no passive."""
    for over in verb.ancestors:
        if over.pos_ != "VERB" or over.dep_ in {"acl", "amod"} or over.i > verb.i:
            continue
        if over.tag_ in forms:
            return over if not any(c.dep_ == "auxpass" for c in over.lefts) else None
        if over.tag_ in TENSED:
            return None
    return None


def _join(verb: "Token", over: "Token") -> None:
    """Let a verb go on with another, with the comma and the "and" before it."""
    at = verb.left_edge.i - 1
    while at > over.i and verb.doc[at].dep_ in {"cc", "punct"}:
        verb.doc[at].head = over
        at -= 1
    verb.head, verb.dep_ = over, "conj"
    if verb.tag_ == "VBN" and over.tag_ == "VBD":
        verb.tag_ = "VBD"


def begin(verb: "Token") -> None:
    """Of "The Board shall mend piers; open locks; and …": let the first clause be the first, which the parser puts under the second.

    Of "We aim to mend piers, open locks, and …" the second goes on with the infinitive.
    """
    first = next((c for c in verb.lefts if c.dep_ == "ccomp" and own_subjects(c)), None)
    if first is None or any(c.dep_ in _OWN for c in verb.children) or own_subjects(verb):
        return
    between = verb.doc[first.right_edge.i + 1].text
    if between not in SEPARATING or any(c.dep_ == "mark" for c in first.lefts):
        return
    over: Token | None = first
    if verb.tag_ in {"VB", "VBP"} and tense_tag(first) not in {"VBP"}:
        going_on = any(c.dep_ == "conj" and c.tag_ in {"VB", "VBP"} for c in verb.rights)
        if between == "," and not going_on:
            return
        if not (between == ";" and first.tag_ == "VB"):
            bare = (t for t in reversed(verb.doc[first.i : first.right_edge.i + 1]) if t.tag_ == "VB")
            over = next(bare, None)
    elif tense_tag(first) != tense_tag(verb) or tense_tag(verb) not in TENSED:
        return
    if over is None:
        return
    root, above, relation = verb.dep_ == "ROOT", verb.head, verb.dep_
    first.head, first.dep_ = (first, "ROOT") if root else (above, relation)
    verb.head, verb.dep_ = over, "conj"
    if verb.tag_ == "VBP" and over.tag_ == "VB":
        verb.tag_ = "VB"
    for child in list(verb.lefts):
        if child.i < over.i or child.is_punct:
            child.head = first if child.i < first.i else over


def resume(word: "Token") -> None:
    """Of "limits fees on nets and repeals a duty": a verb, which passes for one of the things; no noun stands before an article."""
    doc = word.doc
    if (
        word.dep_ not in {"conj", "appos", "dobj", "pobj"}
        or word.i + 1 >= len(doc)
        or word.lemma_ not in lexicon().verbs
        or any(c.dep_ in PREMODIFIERS | {"det", "poss", "nummod"} for c in word.lefts)
        or (before := doc[word.i - 1]).lower_ not in JOINING | {","}
        or (opening := word.nbor()).dep_ not in {"det", "poss"}
    ):
        return
    thing = opening.head
    if thing.left_edge.i > opening.i or thing.i <= word.i or thing.pos_ not in NOUNS:
        return
    over = next((a for a in word.ancestors if a.tag_ == "VBZ" and a.pos_ == "VERB"), None)
    if over is None or over.i > word.i or thing.is_ancestor(over):
        return
    word.tag_, word.pos_ = "VBZ", "VERB"
    for child in list(word.children):
        if child.is_punct or child.dep_ == "cc":
            child.head = over
    word.head, word.dep_ = over, "conj"
    before.head = over
    thing.head, thing.dep_ = word, "dobj"

"""Who says something: the subject of a verb of saying, where it is somebody or something that can tell.

The dependency labels are those of spaCy's English pipelines (CLEAR style).
"""

from typing import TYPE_CHECKING

from gestae.loaders.acting import acting
from gestae.loaders.grammar import PREDICATES
from gestae.loaders.phrases import paired
from gestae.ontology.english import english

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

__all__ = ["can_tell", "issuer", "speaking_phrase", "voice"]

_SELF = frozenset({
    "i", "me", "we", "us", "it", "you", "one", "this", "that", "these", "which", "who", "there", "what", "all",
})  # fmt: skip
_OWN = frozenset({"my", "our", "your", "i", "me", "we", "us", "you"})
_NAMED = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_TELLERS = ("er", "or", "ist", "yst", "ian")
"""Endings of nouns for those who do something ("forecasters", "authors")."""
_DEEPEST = 4


def voice(verb: "Token", depth: int = 0) -> "Span | None":
    """The subject of a verb of saying as a phrase, found up the coordination and across participles.

    Nothing where it is the document's own voice ("we", "our agencies", "this order"), or no more than what
    something shows by itself ("the challenges of our time remind us").
    """
    own = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if own is not None:
        if own.lower_ in {"who", "which", "that"} and verb.dep_ == "relcl":
            return _telling(verb.head, verb, named=False)
        return _telling(own, verb)
    agent = next(
        (p for c in verb.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"), None
    )
    if agent is not None:
        return _telling(agent, verb)
    if depth > _DEEPEST or any(c.dep_ in {"csubj", "nsubjpass"} for c in verb.children):
        return None
    over = verb.head
    if (
        verb.dep_ == "advcl"
        and over.dep_ in {"ccomp", "pcomp"}
        and over.head.lemma_ in english().classes["saying"]
    ):
        return voice(over.head, depth + 1)
    if verb.dep_ == "xcomp" or (verb.dep_ in {"conj", "advcl"} and over.pos_ in PREDICATES):
        return voice(over, depth + 1)
    return _author(over) if verb.dep_ == "acl" else None


def _telling(subject: "Token", verb: "Token", *, named: bool = True) -> "Span | None":
    if subject.lower_ == "it" and (before := _account_before(verb)) is not None:
        return issuer(before) or speaking_phrase(before)
    if subject.lower_ in _SELF or subject.pos_ == "VERB" or subject.tag_ == "VBG":
        return None
    if any(c.dep_ == "poss" and c.lower_ in _OWN for c in subject.lefts):
        return None
    phrase = speaking_phrase(subject)
    words = phrase.text.split()[:4] if named else []  # "Executive Order 12345 on ports"
    if any(w.lower() in english().classes["instrument"] for w in (*words, subject.lemma_)):
        return None
    if (
        verb.lemma_.lower() in english().classes["evidence"]
        and subject.pos_ != "PRON"
        and not can_tell(subject)
    ):
        return None
    return issuer(subject) or phrase


def _account_before(verb: "Token") -> "Token | None":
    """The report that "it" is, which the sentence before tells of: "The study found … It also found …"."""
    start = verb.sent.start
    if start == 0:
        return None
    root = verb.doc[start - 1].sent.root
    told = next((c for c in root.lefts if c.dep_ == "nsubj"), None)
    if told is None or root.lemma_.lower() not in english().classes["saying"]:
        return None
    return told if told.lemma_.lower() in english().classes["account"] else None


def can_tell(noun: "Token") -> bool:
    """Whether a noun names somebody, or something that tells what is so, as a report or a study does."""
    if noun.pos_ in {"PROPN", "PRON"} or noun.ent_type_ in _NAMED:
        return True
    lemma = noun.lemma_.lower()
    return acting(lemma) or lemma in english().classes["account"] or lemma.endswith(_TELLERS)


def issuer(noun: "Token") -> "Span | None":
    """Of "a report released by the agency" and "a report from the agency": the agency."""
    if noun.lemma_.lower() not in english().classes["account"]:
        return None
    for child in noun.rights:
        by = next((c for c in child.children if c.dep_ == "agent"), None) if child.dep_ == "acl" else child
        if by is not None and by.lower_ in {"by", "from"}:
            target = next((c for c in by.children if c.dep_ == "pobj"), None) or _stray(by)
            if target is not None and target.pos_ == "PROPN":
                return speaking_phrase(target)
    return None


def _stray(by: "Token") -> "Token | None":
    """The name behind "from" that the parser hangs on the verb ("Data from the Board of Ports show that")."""
    if any(True for _ in by.children):
        return None
    behind = by.doc[by.i + 1 : by.sent.end]
    first = next((t for t in behind if t.dep_ not in {"det", "compound"}), None)
    return first if first is not None and first.pos_ == "PROPN" and first.dep_ == "nmod" else None


def _author(noun: "Token") -> "Span | None":
    """Who stands behind "a report estimating that …": its issuer or owner, or else the report."""
    if noun.lemma_.lower() in english().classes["instrument"]:
        return None
    if noun.lemma_.lower() in english().classes["account"]:
        verb = noun.head
        if noun.dep_ == "dobj" and verb.lemma_ in english().classes["issue"]:
            issuer = next((c for c in verb.children if c.dep_ == "nsubj"), None)
            if issuer is not None and issuer.lower_ not in _SELF:
                return speaking_phrase(issuer)
        owner = next((c for c in noun.children if c.dep_ == "poss"), None)
        if owner is not None:
            return speaking_phrase(owner)
    return speaking_phrase(noun)


def speaking_phrase(head: "Token") -> "Span":
    """The noun phrase of a source, without clauses and appositions."""
    start = head.left_edge.i
    end = head.i + 1
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in {"of", "on", "for", "in", "from"}:
            end = max(end, _last(child) + 1)
        elif child.dep_ in {"nummod", "flat", "compound"} or child.dep_ == "cc":
            end = max(end, child.right_edge.i + 1 if child.dep_ != "cc" else end)
        elif paired(head, child):
            end = child.i + 1
        else:
            break
    while start < head.i and (head.doc[start].is_punct or head.doc[start].dep_ in {"cc", "preconj"}):
        start += 1
    opened = next((t.i for t in head.doc[start + 1 : end] if t.text in "(["), end)
    return head.doc[start:opened]


def _last(prep: "Token") -> int:
    last = prep.i
    for child in prep.rights:
        if child.dep_ in {"relcl", "acl", "advcl", "punct", "appos"}:
            break
        last = max(last, _last(child))
    return last

"""The words that stand as the subject of a verb, and what a relative pronoun among them stands for."""

from typing import TYPE_CHECKING

from gestae.loaders.phrases import GENERATIONS, conjuncts, numbers, one_name

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["RELATIVE", "antecedents", "is_infinitive", "is_passive", "own_subjects"]

RELATIVE = frozenset({"who", "which", "that", "whom"})


def is_passive(verb: "Token") -> bool:
    """Whether the surface subject is what the act is done to."""
    if any(c.dep_ in {"nsubjpass", "auxpass", "agent"} for c in verb.children):
        return True
    if verb.tag_ != "VBN" or any(c.dep_ in {"nsubj", "aux", "dobj"} for c in verb.children):
        return False
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        return is_passive(verb.head)
    return verb.dep_ in {"acl", "advcl", "relcl", "ROOT"}


def is_infinitive(verb: "Token") -> bool:
    """Whether a verb stands behind "to"."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def own_subjects(verb: "Token") -> list["Token"]:
    """The subjects of a predicate; the parser hangs some on its auxiliary."""
    own = [
        c
        for c in verb.children
        if c.dep_ in {"nsubj", "nsubjpass"} and not numbers(c) and c.lower_ not in GENERATIONS
    ]
    if own:
        return _introduced(own[0]) or own if own[0].pos_ == "NOUN" else own
    return [
        c
        for a in verb.children
        if a.dep_ in {"aux", "auxpass"}
        for c in a.children
        if c.dep_ in {"nsubj", "nsubjpass"}
    ]


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
            whole = one_name(head.head)
            if whole is not None:
                return [whole]
            return conjuncts(head.head) if head.head.dep_ == "conj" else [head.head]
        named = _just_before(token)
        if named is not None:
            return [named]
    return conjuncts(token)


def _just_before(relative: "Token") -> "Token | None":
    """The noun right before a relative pronoun whose clause the parser hangs on no noun ("rules that – at last – help")."""
    if relative.tag_ not in {"WDT", "WP"} or relative.i == relative.sent.start:
        return None
    at = relative.i - 1
    if relative.doc[at].text == "," and at > relative.sent.start:
        at -= 1
    noun = relative.doc[at]
    return noun if noun.pos_ in {"NOUN", "PROPN"} else None

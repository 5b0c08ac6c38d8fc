"""Verbs that do what they say when they are said, so that the act has the day of the document: "I direct", "we welcome"."""

from typing import TYPE_CHECKING

from gestae.ontology.english import english

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["greeted", "lasting", "performed"]

_WISHED = frozenset({"acknowledge", "recognize", "remember"})
"""Verbs that are done by wishing to do them, besides those of greeting ("I want to recognize the crew")."""


def performed(verb: "Token", subject: "Token", *, present: bool) -> bool:
    """Whether a verb of a signed document does what it says: "I direct", "you are authorized", "I have determined"."""
    lemma, words = verb.lemma_.lower(), english().classes
    if subject.dep_ in {"nsubjpass", "expl"}:
        return present and (lemma in words["decreeing"] or _set_forth(verb))
    helping = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if subject.lower_ == "i" and verb.tag_ == "VBG":
        return "am" in helping and lemma in words["performing"] | words["sending"] | {"continue"}
    perfect = subject.lower_ == "i" and "have" in helping
    if perfect and lemma == "issue":  # "the order that I have issued"; many others are told of elsewhere
        return verb.dep_ in {"relcl", "ccomp"}
    return subject.lower_ in {"i", "we"} and lemma in words["performing"] and (present or perfect)


def _set_forth(verb: "Token") -> bool:
    """Whether a schedule is "set forth", which is how an order lays down rates and lists."""
    return verb.lemma_ == "set" and any(c.lower_ == "forth" for c in verb.children)


def greeted(verb: "Token", subject: "Token | None", *, present: bool) -> bool:
    """Whether the speaker greets, thanks, honors, blames or urges by saying so, in whatever document."""
    lemma, words = verb.lemma_.lower(), english().classes
    if verb.dep_ == "xcomp" and verb.tag_ == "VB" and lemma in _WISHED | words["greeting"]:
        above = verb.head
        return above.lemma_ in words["wishing"] and any(
            c.dep_ == "nsubj" and c.lower_ in {"i", "we"} for c in above.children
        )
    if not present or verb.tag_ == "VBG" or subject is None or subject.dep_ != "nsubj":
        return False
    if subject.lower_ not in {"i", "we"} and subject.lemma_.lower() not in words["speaking-for"]:
        return False
    if lemma in words["rendering"]:
        return any(c.dep_ == "dobj" and c.lemma_.lower() in words["tribute"] for c in verb.children)
    if lemma == "call":
        return any(c.dep_ == "prep" and c.lower_ in {"on", "upon"} for c in verb.children)
    return lemma in words["greeting"]


def lasting(verb: "Token") -> bool:
    """Whether a verb tells what an order is good for, or what it does not do: that has no day, as its directions have."""
    return verb.lemma_.lower() in english().classes["lasting"] or any(c.dep_ == "neg" for c in verb.children)

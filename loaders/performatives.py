"""Verbs that do what they say when they are said, so that the act has the day of the document: "I direct", "we welcome"."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["greeted", "lasting", "performed"]

_PERFORMED = frozenset({
    "amend", "appoint", "approve", "ask", "authorize", "call", "celebrate", "certify", "commemorate",
    "commend", "commit", "declare", "delegate", "designate", "determine", "direct", "encourage", "enclose",
    "extend", "find", "honor", "instruct", "invite", "nominate", "order", "proclaim", "reaffirm",
    "recognize", "recommit", "report", "request", "revoke", "salute", "send", "specify", "terminate",
    "thank", "transmit", "urge", "waive", "welcome", "pledge", "recall", "remember", "mourn", "invoke",
    "strengthen", "rededicate", "renew",
})  # fmt: skip
"""Verbs that do what they say, in the first person of a signed document."""
_SENT = frozenset(
    {"convey", "enclose", "notify", "provide", "report", "return", "send", "submit", "transmit"}
)
"""What a letter does while it says that it is doing it ("I am providing notice")."""
_MADE = frozenset({
    "amend", "authorize", "continue", "delegate", "designate", "direct", "establish", "extend", "order",
    "revoke", "suspend", "terminate",
})  # fmt: skip
"""Verbs that do what they say, in the passive of a signed document."""
_GREETED = frozenset({
    "applaud", "celebrate", "commemorate", "commend", "condemn", "congratulate", "denounce", "honor", "mourn",
    "reaffirm", "reiterate", "salute", "thank", "urge", "welcome",
})  # fmt: skip
"""Verbs that do what they say in whatever document ("we welcome the ceasefire")."""
_WISHED = _GREETED | {"acknowledge", "recognize", "remember"}
"""Verbs that are done by wishing to do them ("I want to recognize the crew")."""
_WISHES = frozenset({"like", "love", "want", "wish"})
_RENDERED = frozenset({"express", "extend", "give", "offer", "pay", "send"})
_TRIBUTE = frozenset(
    {"condolence", "gratitude", "homage", "respect", "sympathy", "thank", "thanks", "tribute"}
)
"""What is paid, given or sent by saying so."""
_SPEAKERS = frozenset({"administration", "leader", "nation", "president", "states"})
"""Who stands for the speaker ("our Nation honors", "the United States welcomes")."""
_RESULT = frozenset({
    "apply", "bolster", "build", "deliver", "enable", "enhance", "ensure", "free", "help", "improve", "include", "inject",
    "promote", "protect", "reflect", "reinforce", "represent", "restore", "simplify", "solidify", "streamline", "strengthen",
    "support", "update", "use",
})  # fmt: skip


def performed(verb: "Token", subject: "Token", *, present: bool) -> bool:
    """Whether a verb of a signed document does what it says: "I direct", "you are authorized", "I have determined"."""
    lemma = verb.lemma_.lower()
    if subject.dep_ in {"nsubjpass", "expl"}:
        return present and (lemma in _MADE or _set_forth(verb))
    helping = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if subject.lower_ == "i" and verb.tag_ == "VBG":
        return "am" in helping and lemma in _PERFORMED | _SENT | {"continue"}
    perfect = subject.lower_ == "i" and "have" in helping
    if perfect and lemma == "issue":  # "the order that I have issued"; many others are told of elsewhere
        return verb.dep_ in {"relcl", "ccomp"}
    return subject.lower_ in {"i", "we"} and lemma in _PERFORMED and (present or perfect)


def _set_forth(verb: "Token") -> bool:
    """Whether a schedule is "set forth", which is how an order lays down rates and lists."""
    return verb.lemma_ == "set" and any(c.lower_ == "forth" for c in verb.children)


def greeted(verb: "Token", subject: "Token | None", *, present: bool) -> bool:
    """Whether the speaker greets, thanks, honors, blames or urges by saying so, in whatever document."""
    lemma = verb.lemma_.lower()
    if verb.dep_ == "xcomp" and verb.tag_ == "VB" and lemma in _WISHED:
        above = verb.head
        return above.lemma_ in _WISHES and any(
            c.dep_ == "nsubj" and c.lower_ in {"i", "we"} for c in above.children
        )
    if not present or verb.tag_ == "VBG" or subject is None or subject.dep_ != "nsubj":
        return False
    if subject.lower_ not in {"i", "we"} and subject.lemma_.lower() not in _SPEAKERS:
        return False
    if lemma in _RENDERED:
        return any(c.dep_ == "dobj" and c.lemma_.lower() in _TRIBUTE for c in verb.children)
    if lemma == "call":
        return any(c.dep_ == "prep" and c.lower_ in {"on", "upon"} for c in verb.children)
    return lemma in _GREETED


def lasting(verb: "Token") -> bool:
    """Whether a verb tells what an order is good for, or what it does not do: that has no day, as its directions have."""
    return verb.lemma_.lower() in _RESULT or any(c.dep_ == "neg" for c in verb.children)

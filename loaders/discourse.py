"""The time of a clause that names none, from the kind of its document and from the sentences before it."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from gestae.loaders.calendar_words import day
from gestae.ontology.facts import Document, Period

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gestae.loaders.parse import Sentence

__all__ = ["Said", "Setting", "is_order", "setting_of", "still_order", "tense"]

Tense = Literal["past", "present", "other"]

_ACCOUNT = re.compile(r"\b(?:readout|summary of (?:the )?(?:meeting|call)|recap|joint statement)\b", re.I)
_SIGNED = re.compile(
    r"\b(?:proclamation|executive order|memorandum|determination|message|letters?|notice|order|permit"
    r"|presidential permit)\b",
    re.I,
)
_FACT_SHEET = re.compile(r"\bfact sheets?\b", re.I)
_HEREBY = re.compile(r"\b(?:I|it is|do) (?:\w+ )?hereby\b|vested in me", re.I)
_PERFORMED = frozenset({
    "amend", "appoint", "approve", "ask", "authorize", "call", "celebrate", "certify", "commemorate",
    "commend", "commit", "declare", "delegate", "designate", "determine", "direct", "encourage", "enclose",
    "extend", "find", "honor", "instruct", "invite", "nominate", "order", "proclaim", "reaffirm",
    "recognize", "recommit", "report", "request", "revoke", "salute", "send", "specify", "terminate",
    "thank", "transmit", "urge", "waive", "welcome", "pledge", "recall", "remember", "mourn", "invoke",
})  # fmt: skip
"""Verbs that do what they say, in the first person of a signed document."""
_MADE = frozenset({
    "amend", "authorize", "continue", "delegate", "designate", "direct", "establish", "extend", "order",
    "revoke", "suspend", "terminate",
})  # fmt: skip
"""Verbs that do what they say, in the passive of a signed document."""
_NEWS = frozenset({"announce", "release", "launch", "issue", "publish", "unveil", "host", "convene", "sign"})
_SIGNING = frozenset({"order", "proclamation", "memorandum", "action", "determination"})


@dataclass(frozen=True, slots=True)
class Said:
    """The main clause before: its time, its tense, and the block it stands in."""

    period: Period
    tense: Tense
    block: int


@dataclass
class Setting:
    """What a document's kind and date say of clauses without a time of their own.

    `happened` is the day that an account of one meeting tells of; `signed` the day of the order that a
    fact sheet is about; `performs` tells a document that does what it says, `opening` where its headlines
    end. `said` and `of_order` note, by the start of a sentence, the clause before it and that "it" there
    is the order.
    """

    dated: Period | None
    happened: Period | None = None
    signed: Period | None = None
    account: bool = False
    performs: bool = False
    opening: int = 0
    said: dict[int, Said] = field(default_factory=dict)
    of_order: set[int] = field(default_factory=set)

    def time_for(self, verb: "Token", sentence: "Sentence") -> tuple[Period, str] | None:
        """The time that the setting gives a verb, and by which rule; none where nothing settles it."""
        when = tense(verb)
        before = self.said.get(sentence.start)
        near = (
            before
            if before is not None and before.block == sentence.block.start and before.tense == when != "other"
            else None
        )
        if near is not None and any(
            c.lower_ in {"also", "further", "additionally", "then"} for c in verb.children
        ):
            return near.period, "also"
        if self.account and self.happened is not None and when == "past":
            return self.happened, "account"
        subject = _subject(verb)
        if self.dated is not None and subject is not None and self._performed(verb, subject, when):
            return self.dated, "performs"
        if self.signed is not None and when == "present" and subject is not None:
            ordered = subject.lower_ == "it" and sentence.start in self.of_order
            if ordered or subject.lemma_.lower() in _SIGNING:
                return self.signed, "order"
        if self.dated is not None and _announces(verb, subject):
            return self.dated, "announces"
        if self.dated is not None and sentence.start < self.opening and when == "present":
            return self.dated, "headline"
        return None

    def _performed(self, verb: "Token", subject: "Token", when: Tense) -> bool:
        """Whether a verb does what it says: "I direct", "you are authorized", "I have determined"."""
        lemma = verb.lemma_.lower()
        if not self.performs:
            return False
        if subject.dep_ in {"nsubjpass", "expl"}:
            return when == "present" and lemma in _MADE
        perfect = subject.lower_ == "i" and any(c.lower_ == "have" for c in verb.children if c.dep_ == "aux")
        return subject.lower_ in {"i", "we"} and lemma in _PERFORMED and (when == "present" or perfect)


def tense(verb: "Token") -> Tense:
    """The tense of a finite verb; perfects, modals and infinitives are of no single time."""
    helping = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    if verb.dep_ == "conj" and not helping and verb.tag_ in {"VBN", "VBD"}:
        head = verb.head
        if head.pos_ in {"VERB", "AUX"}:
            return tense(head)
    if helping & {
        "has",
        "have",
        "had",
        "will",
        "would",
        "may",
        "can",
        "could",
        "shall",
        "must",
        "should",
        "to",
        "might",
        "'ve",
    }:
        return "other"
    if helping & {"was", "were", "did"} or (verb.tag_ == "VBD" and not helping):
        return "past"
    if helping & {"is", "are", "am", "do", "does"} or verb.tag_ in {"VBZ", "VBP"}:
        return "present"
    return "other"


def _announces(verb: "Token", subject: "Token | None") -> bool:
    """Whether a clause tells the news of the day ("agencies are announcing …"), or thanks somebody."""
    if subject is None:
        return verb.lemma_.lower() == "thank" and verb.dep_ == "ROOT" and verb.i <= verb.sent.start + 1
    now = any(c.lower_ in {"is", "are", "am"} for c in verb.children if c.dep_ == "aux")
    return verb.tag_ == "VBG" and now and verb.lemma_.lower() in _NEWS


def is_order(root: "Token") -> bool:
    """Whether a sentence is about the order that was signed, so that "it" in the next one is that order."""
    subject = _subject(root)
    if subject is not None and subject.lemma_.lower() in _SIGNING:
        return True
    return root.lemma_ in {"sign", "issue"} and any(
        c.dep_ == "dobj" and c.lemma_.lower() in _SIGNING for c in root.children
    )


def still_order(root: "Token") -> bool:
    """Whether a sentence names nothing in the singular, so that "it" behind it is still the order."""
    subject = _subject(root)
    return subject is not None and (subject.lower_ == "it" or subject.tag_ in {"NNS", "NNPS"})


def _goes_on(verb: "Token") -> bool:
    """Whether a clause says that it adds to the one before."""
    while True:
        if any(c.lower_ in {"also", "further", "additionally", "then"} for c in verb.children):
            return True
        if verb.dep_ != "conj" or verb.head.pos_ not in {"VERB", "AUX"}:
            return False
        verb = verb.head


def _subject(verb: "Token") -> "Token | None":
    for _ in range(6):
        for child in verb.children:
            if child.dep_ in {"nsubj", "nsubjpass", "expl"}:
                return child
        if verb.dep_ != "conj":
            return None
        verb = verb.head
    return None


def setting_of(document: Document) -> Setting:
    """Tell what kind of document it is from its title and its words."""
    title = document.title or ""
    performs = bool(_SIGNED.search(title) and not _FACT_SHEET.search(title)) or bool(
        _HEREBY.search(document.text)
    )
    return Setting(
        day(document.date) if document.date else None, account=bool(_ACCOUNT.search(title)), performs=performs
    )

"""The time of a clause that names none, from the kind of its document and from the sentences before it."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from gestae.loaders.calendar_words import day
from gestae.loaders.grammar import AUXILIARIES, PAST, PLURAL, PREDICATES, SUBJECTS
from gestae.loaders.performatives import greeted, lasting, performed
from gestae.loaders.time_phrases import MODALS, PERFECT
from gestae.ontology.english import english
from gestae.ontology.facts import Document, Period

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gestae.loaders.parse import Sentence

__all__ = [
    "EVENT_DAYS",
    "Said",
    "Setting",
    "announces",
    "has_been",
    "is_order",
    "is_planned",
    "is_short",
    "of_officer",
    "setting_of",
    "still_order",
    "subject_of",
    "tense",
]

Tense = Literal["past", "present", "other"]

_ACCOUNT = re.compile(r"\b(?:readout|summary of (?:the )?(?:meeting|call)|recap|joint statement)\b", re.I)
_SIGNED = re.compile(
    r"\b(?:proclamation|executive order|memorandum|determination|message|letters?|notice|order|permit"
    r"|presidential permit)\b",
    re.I,
)
_PROCLAMATION = re.compile(r"\bproclamation\b", re.I)
_PROCLAIMS = re.compile(r"\bhereby proclaim\b", re.I)
_FACT_SHEET = re.compile(r"\bfact sheets?\b", re.I)
_HEREBY = re.compile(r"\b(?:I|it is|do) (?:\w+ )?hereby\b|vested in me", re.I)
_SHORT = re.compile(
    r"\b(?:Order|Proclamation|Memorandum|Directive|Determination)(?:[-–— ]\d+)?\s+\(\W{0,2}([A-Z]{2,6}(?:-\d+)?)\W{0,2}\)"
)
_NEWS = frozenset({"convene", "host", "publish", "release", "sign", "unveil"})
_THEIR_NEWS = _NEWS | {"announce", "direct", "introduce", "issue", "order", "propose"}
_OWN_NEWS = _THEIR_NEWS | {"launch"}
"""What is the news of the day if "we" tell it; what others are launching or issuing may take its time."""
_SIGNING = frozenset({"order", "proclamation", "memorandum", "action", "determination"})
_LAID_DOWN = frozenset({
    "amend", "ask", "authorize", "call", "create", "delegate", "direct", "establish", "instruct", "order", "require", "rescind",
    "revoke", "supersede", "terminate",
})  # fmt: skip
"""What an order does, as it says of itself ("this order directs"), on the day that it is signed."""


_OFFICERS = frozenset({"president", "lady", "gentleman"})
_UNDONE = MODALS | {"to"}
_AFTERWARDS = re.compile(
    r"\W*(?:(?:just |only |a few |several |some |many )?(?:days|weeks|months|years|decades)\s+(?:later|after)"
    r"|in\s+the\s+(?:days|weeks|months|years|decades)\s+(?:that\s+followed|since|after|following)|(?:soon|shortly|not\s+long)\s+(?:after|before)"
    r"|later(?!\s+(?:that|in\s+the)\s+day)|eventually|over\s+time|previously|before\s+(?:that|then))\b",
    re.I,
)
"""How a sentence opens that tells of some time after or before the one told of, nobody knows how long."""
_POINTING = frozenset({"he", "she", "they", "we", "i", "it", "others", "another"})
"""Subjects that point back to what was told of before."""
EVENT_DAYS = 7
"""How many days a meeting of which an account says "last week" may lie apart, and a signing before its fact sheet."""
_MONTH = 31
_LATE = 732
"""Days within which what is told goes on from sentence to sentence: this year and the last."""
_CARRIED = frozenset({"account", "also", "goes on"})
"""Rules whose time holds for what a participle adds to the clause ("closed the meeting by thanking them")."""


@dataclass(frozen=True, slots=True)
class Said:
    """The main clause before: its time, its tense, the block it stands in, the word for who acts in it.

    `ahead` tells that it says what will be done on a day, `promised` that it announces or promises something.
    """

    period: Period
    tense: Tense
    block: int
    subject: str = ""
    ahead: bool = False
    promised: bool = False


@dataclass
class Setting:
    """What a document's kind and date say of clauses without a time of their own.

    `happened` is the day that an account of one meeting tells of; `signed` the day of the order that a
    fact sheet (`reports`) is about; `visiting` the day on which it says that the President will go or meet somewhere; `performs` tells a document that does what it says, `observes` a proclamation, in which
    what "we" honor has the time of the observance; `shorts` are the abbreviations that it gives of orders; `opening` is where the headlines end. `said`, `visits` and `of_order` note, by the start of a sentence, the clause before it, the visit told of last, and that "it" there
    is the order.
    """

    dated: Period | None
    happened: Period | None = None
    signed: Period | None = None
    visiting: Period | None = None
    account: bool = False
    reports: bool = False
    performs: bool = False
    observes: bool = False
    opening: int = 0
    shorts: frozenset[str] = frozenset()
    visits: dict[int, Period] = field(default_factory=dict)
    said: dict[int, Said] = field(default_factory=dict)
    of_order: set[int] = field(default_factory=set)

    def time_for(self, verb: "Token", sentence: "Sentence") -> tuple[Period, str] | None:
        """The time that the setting gives a verb, and by which rule; none where nothing settles it."""
        above = _participial(verb)
        if above is not None:
            given = self.time_for(above, sentence)
            return given if given is not None and given[1] in _CARRIED else None
        when = tense(verb)
        subject = subject_of(verb)
        before = self.said.get(sentence.start)
        goes_ahead = before is not None and before.ahead and is_planned(verb)
        if before is not None and (before.tense != when or when == "other") and not goes_ahead:
            before = None
        if before is not None and not goes_ahead and not self.observes and self._to_come(before.period):
            before = None  # "they aim at 2050. They also …"
        near = before if before is not None and before.block == sentence.block.start else None
        if before is not None and any(
            c.lower_ in {"also", "further", "additionally", "then"} for c in verb.children
        ):
            return before.period, "also"
        if self.account and self.happened is not None and when == "past" and verb.dep_ != "relcl":
            return self.happened, "account"
        if near is not None and when == "past" and self._goes_on(verb, subject, near, sentence):
            return near.period, "goes on"
        spoken = self._spoken(verb, subject, sentence, present=when == "present")
        if spoken and self.observes and subject is not None and subject.lower_ == "we":
            return (near.period, "observes") if near is not None else None
        if spoken and self.dated is not None:
            return self.dated, "performs"
        visiting = self.visits.get(sentence.start)
        if (
            visiting is not None
            and when == "other"
            and _appears(verb, subject, self.said.get(sentence.start))
        ):
            return visiting, "visiting"
        if self.signed is not None and when == "present" and subject is not None and not lasting(verb):
            ordered = subject.lower_ == "it" and sentence.start in self.of_order
            if ordered or subject.lemma_.lower() in _SIGNING or subject.text in self.shorts:
                return self.signed, "order"
        if self.dated is not None and announces(verb, subject, itemized=sentence.block.role == "item"):
            return self.dated, "announces"
        if (
            self.dated is not None
            and sentence.start < self.opening
            and (when == "present" or _to_appear(verb))
        ):
            return self.dated, "headline"
        return None

    def _to_come(self, period: Period) -> bool:
        return self.dated is not None and period.earliest > self.dated.latest

    def _goes_on(self, verb: "Token", subject: "Token | None", near: Said, sentence: "Sentence") -> bool:
        """Whether a clause goes on with what the one before told of, in the same account of late.

        It tells of the same people or things, or of what happened on the day or in the week that was named
        ("On May 5, the Board met. Two members resigned."). What happened years ago is told in lives, whose sentences step on from year to year.
        """
        if subject is None or subject.dep_ not in SUBJECTS or not _is_main(verb):
            return False
        if _AFTERWARDS.match(sentence.text) or _dated_apart(subject):
            return False
        if self.dated is None or (self.dated.latest - near.period.earliest).days > _LATE:
            return False
        named = subject.lower_ == near.subject and subject.ent_type_ in {"PERSON", "ORG"}
        return (near.period.latest - self.dated.latest).days < _MONTH and (
            subject.lower_ in _POINTING or named or (is_short(near.period) and not near.promised)
        )

    def _spoken(self, verb: "Token", subject: "Token | None", sentence: "Sentence", *, present: bool) -> bool:
        """Whether a verb does what it says, in the words of the document itself."""
        if self.performs and subject is not None:
            own = subject.lemma_.lower() in _SIGNING and any(c.lower_ == "this" for c in subject.lefts)
            if own and present and verb.lemma_.lower() in _LAID_DOWN and not lasting(verb):
                return True
            if performed(verb, subject, present=present):
                return True
        return greeted(verb, subject, present=present) and not _quoted(verb, sentence)


def _dated_apart(subject: "Token") -> bool:
    """Whether a subject is told by what was done at another time ("The bill that she signed in 2031 gave $9 million")."""
    return any(t.ent_type_ == "DATE" for c in subject.rights if c.dep_ in {"relcl", "acl"} for t in c.subtree)


def of_officer(subject: "Token | None") -> bool:
    """Whether a subject is the President, the Vice President or their spouse, whose day a press office tells of."""
    return subject is not None and any(t.lower_ in _OFFICERS for t in (subject, *subject.lefts))


def _appears(verb: "Token", subject: "Token | None", before: Said | None) -> bool:
    """Whether a clause tells what an officer will do where the text has said that he will go that day."""
    if subject is None or verb.lemma_.lower() not in english().classes["appearing"]:
        return False
    first = verb
    while first.dep_ == "conj" and not any(
        c.dep_ in AUXILIARIES or c.dep_ in SUBJECTS for c in first.children
    ):
        first = first.head
    if not is_planned(first) or any(c.dep_ == "neg" for c in first.children):
        return False
    return of_officer(subject) or (
        before is not None and before.ahead and subject.lower_ in {"he", "she", "they"}
    )


def _to_appear(verb: "Token") -> bool:
    """Whether a headline tells what an officer will do: "President Roe to Announce …"."""
    return (
        verb.tag_ == "VB"
        and verb.lemma_.lower() in english().classes["appearing"]
        and any(c.lower_ == "to" for c in verb.lefts)
        and any(c.dep_ in SUBJECTS and of_officer(c) for c in verb.lefts)
    )


def _is_main(verb: "Token") -> bool:
    """Whether a verb is that of the main clause, or shares its subject: "she opened a pier and met the crew"."""
    while verb.dep_ == "conj" and not any(c.dep_ in SUBJECTS for c in verb.children):
        verb = verb.head
    return verb.dep_ == "ROOT"


def _participial(verb: "Token") -> "Token | None":
    """The verb that a participle adds to: "closed the meeting by thanking them", "speaking to them, she praised …"."""
    if verb.tag_ != "VBG" or any(c.dep_ in {"aux", "auxpass", "nsubj"} for c in verb.children):
        return None
    above = verb.head
    if verb.dep_ == "pcomp" and above.lower_ == "by":
        above = above.head
    elif verb.dep_ != "advcl":
        return None
    return above if above.pos_ == "VERB" else None


def _quoted(verb: "Token", sentence: "Sentence") -> bool:
    """Whether a verb stands in quotation marks, where somebody else may speak on another day."""
    return (
        sentence.block.text.count('"', 0, verb.idx) % 2 == 1
    )  # the layout makes all quotation marks straight


def tense(verb: "Token") -> Tense:
    """The tense of a finite verb; perfects, modals and infinitives are of no single time."""
    helping = {c.lower_ for c in verb.children if c.dep_ in AUXILIARIES}
    if verb.dep_ == "conj" and not helping and verb.tag_ in PAST:
        head = verb.head
        own = any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in verb.children)
        if head.pos_ in PREDICATES and not own:
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


def is_planned(verb: "Token") -> bool:
    """Whether a verb says what will be done."""
    return any(c.dep_ == "aux" and c.lower_ in {"will", "'ll"} for c in verb.children)


def has_been(verb: "Token") -> bool:
    """Whether a verb is in the perfect: what has been done, of no single time but none to come."""
    helping = {c.lower_ for c in verb.children if c.dep_ in AUXILIARIES}
    return bool(helping & PERFECT) and not helping & _UNDONE


def announces(verb: "Token", subject: "Token | None", *, itemized: bool) -> bool:
    """Whether a clause tells the news of the day ("the Mayor is announcing …"), or thanks somebody.

    What others announce in the items of a list (`itemized`) may have been or take its time.
    """
    if subject is None:
        return verb.lemma_.lower() == "thank" and verb.dep_ == "ROOT" and verb.i <= verb.sent.start + 1
    now = any(c.lower_ in {"is", "are", "am"} for c in verb.children if c.dep_ == "aux")
    news = _OWN_NEWS if subject.lower_ in {"i", "we"} else _NEWS if itemized else _THEIR_NEWS
    return verb.tag_ == "VBG" and now and verb.lemma_.lower() in news


def is_order(root: "Token") -> bool:
    """Whether a sentence is about the order that was signed, so that "it" in the next one is that order."""
    subject = subject_of(root)
    if subject is not None and subject.lemma_.lower() in _SIGNING:
        return True
    return root.lemma_ in {"sign", "issue"} and any(
        c.dep_ == "dobj" and c.lemma_.lower() in _SIGNING for c in root.children
    )


def still_order(root: "Token") -> bool:
    """Whether a sentence names nothing in the singular, so that "it" behind it is still the order."""
    subject = subject_of(root)
    return subject is not None and (subject.lower_ == "it" or subject.tag_ in PLURAL)


def is_short(period: Period) -> bool:
    """Whether a period is a day or a few, as one event takes."""
    return len(period.start) == 10 and (period.latest - period.earliest).days < EVENT_DAYS


def subject_of(verb: "Token") -> "Token | None":
    """The subject of a verb, or of the one that it is coordinated with."""
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
        day(document.date) if document.date else None,
        account=bool(_ACCOUNT.search(title)),
        reports=bool(_FACT_SHEET.search(title)),
        performs=performs,
        shorts=frozenset(_SHORT.findall(document.text)) | {"EO", "E.O."},
        observes=performs and bool(_PROCLAMATION.search(title) or _PROCLAIMS.search(document.text)),
    )

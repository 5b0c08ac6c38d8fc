"""Whether a time that a sentence names dates what is done in it, by how its phrase stands among the words."""

import re
from typing import TYPE_CHECKING

from gestae.loaders.grammar import AUXILIARIES, PREDICATES
from gestae.loaders.times import TimeMention
from gestae.ontology.english import english

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

__all__ = [
    "HELPING",
    "MODALS",
    "PERFECT",
    "comparing",
    "dates",
    "enclosed",
    "lasting",
    "out_of_parentheses",
    "predicate",
]

HELPING = frozenset({"aux", "auxpass", "amod", "compound"})
"""How a verb stands that governs none."""
MODALS = frozenset({"will", "would", "may", "could", "can", "might", "should", "shall", "must"})
"""Auxiliaries that tell no fact."""
PERFECT = frozenset({"has", "have", "had", "'ve"})
"""Auxiliaries of what has been done."""
_COMPARING = frozenset({"than", "versus", "vs", "vs.", "compared", "unlike"})
_DATED_BY_EVENT = frozenset({"at", "during", "in", "on"})
_TELLING = frozenset({
    "report", "memorandum", "order", "proclamation", "study", "strategy", "act", "law", "survey", "plan",
    "review", "budget", "agreement", "directive", "assessment", "analysis", "summit", "audit",
})  # fmt: skip
_AHEAD = re.compile(
    r"(?:within|following|(?:(?:over|in|for|during|throughout|within)\s+)?the\s+(?:next|following|coming))\b",
    re.I,
)
_LENGTH = re.compile(
    r"in (?!(?:the|this|his|her|my|our|president [a-z]+['’]s) )[\w -]+ (?:day|week|month|year|decade)s?", re.I
)
_FROM_NOW = re.compile(r"in (?:the )?(?:past|last|previous|next|coming)\b", re.I)
_SO_LONG = re.compile(
    r"for (?P<about>nearly |almost |over |more than |well over )?[\w -]+ (?:weeks|months|years?|decades?|centur(?:y|ies))",
    re.I,
)
_STRETCHED = frozenset({
    "agree", "approve", "authorize", "ban", "close", "commit", "delay", "extend", "fund", "halt", "jail", "order", "pause",
    "postpone", "renew", "sentence", "sign", "stay", "suspend",
})  # fmt: skip
"""Verbs behind which "for two years" tells how long their outcome lasts: "has extended the lease for over two years"."""
_BEST = frozenset({"JJS", "RBS", "first", "only", "record"})
"""What tells of how long nothing was like it: "the best haul in the past ten years" is of no such time."""
_INSIDE = frozenset({"compound", "nummod", "amod", "nmod", "pobj", "prep", "poss", "appos", "case"})
_ANNOUNCED = frozenset({
    "announcement", "action", "order", "decision", "proposal", "release", "step", "event", "meeting",
    "report", "rule", "proclamation", "memorandum", "designation", "award", "signing", "hearing", "summit",
    "agreement", "attack", "deal", "expansion", "investment", "launch", "passage", "ruling", "shooting", "strike", "verdict", "vote",
})  # fmt: skip
_FIGURES = re.compile(r"\d+(?:st|nd|rd|th)?")
_FISCAL = re.compile(r"\b(?:fiscal year|fy)\b", re.I)
_MODIFYING = frozenset({"amod", "compound", "nmod", "nummod"})
_RESTING = frozenset(
    {"base", "build", "comment", "depend", "draw", "expand", "focus", "follow", "reflect", "rely", "rest"}
)
"""Verbs whose "on" names no day: "the talks followed up on the May 4 call"."""
_REACH = 15


def dates(mention: TimeMention, span: "Span") -> bool:
    """Whether a mention dates what is done: always, unless it only modifies the name of a thing.

    "Within a year, we built 30 bridges" and "over the next decade, she wrote nine books" count from something
    told before, not from now.
    """
    if (
        not mention.told
        and _AHEAD.match(mention.period.text)
        and (over := predicate(span.root)) is not None
        and over.tag_ == "VBD"
        and over.lemma_ not in english().classes["promising"]
    ):
        return False
    if (length := _SO_LONG.fullmatch(mention.period.text)) is not None:
        return _all_the_while(span, about=bool(length["about"]))
    if mention.period.text.lower() == "currently":
        # "They currently serve", but not "like the bans currently in effect, it will".
        return span.root.head.tag_ in {"VBG", "VBN", "VBP", "VBZ"}
    if not mention.modifier and not _of_thing(mention, span):
        owned = span.root.head if span.root.dep_ in {"poss", "case"} else None
        if span.root.dep_ == "case" and owned is not None:
            owned = owned.head
        return owned is None or owned.lemma_.lower() in _ANNOUNCED or owned.dep_ not in {"nsubj", "nsubjpass"}
    noun = span.root
    if noun.pos_ == "ADP" and noun.lower_ in _DATED_BY_EVENT:
        return noun.head.pos_ in PREDICATES and not (noun.lower_ == "on" and noun.head.lemma_ in _RESTING)
    while noun.head.i != noun.i and noun.dep_ in _INSIDE:
        if noun.dep_ == "pobj" and noun.head.lower_ in _DATED_BY_EVENT and noun.head.head.pos_ in PREDICATES:
            return noun.lemma_.lower() not in english().classes["law"]  # "under the Act of 2003" is no event
        noun = noun.head
    if _FISCAL.search(mention.period.text):
        return False  # that of a budget is the year that it is for
    if noun.head.tag_ in {"VBP", "VBZ"} and noun.lemma_.lower() in english().classes["law"]:
        return False  # "the Act of 2003 protects" holds ever since
    return noun.dep_ == "nsubj" and any(t.lemma_.lower() in _TELLING for t in (noun, *noun.lefts))


def _all_the_while(span: "Span", *, about: bool) -> bool:
    """Whether "for 20 years" is when something has been done: it opens the clause, or nothing lasts so long from then on."""
    over = predicate(span.root)
    helping = {c.lower_ for c in over.children if c.dep_ in AUXILIARIES} if over is not None else set()
    if over is None or not helping & PERFECT or helping & MODALS or "had" in helping:
        return False
    opens = all(t.is_punct or t.pos_ == "CCONJ" for t in span.doc[span.sent.start : span.start])
    going_on = over.tag_ == "VBG" and "been" in helping
    return opens or going_on or (about and over.lemma_.lower() not in _STRETCHED)


def lasting(mention: TimeMention, span: "Span") -> bool:
    """Whether "in a year" says how long something takes or has not been, not when: "the highest rate in fifty years"."""
    over = predicate(span.root)
    if over is not None and _FROM_NOW.match(mention.period.text):
        before = span.doc[max(span.start - _REACH, span.sent.start) : span.start]
        return any(t.tag_ in _BEST or t.lower_ in _BEST for t in before)
    if over is None or not _LENGTH.fullmatch(mention.period.text):
        return False
    return not any(c.lower_ in MODALS | {"to"} for c in over.children if c.dep_ == "aux")


def _of_thing(mention: TimeMention, span: "Span") -> bool:
    """Whether a year or day stands before the noun that it tells apart ("the agreed 2021 targets", "the May 4 call")."""
    last = span[-1]
    if not _FIGURES.fullmatch(last.lower_) or span.end >= len(span.doc):
        return False
    while last.dep_ in _MODIFYING and last.i < span.end:
        last = last.head
    fiscal = bool(_FISCAL.search(mention.period.text))  # "the FY 2031 budget"
    acting = last.dep_ in {"nsubj", "nsubjpass"} and not fiscal
    return last.i >= span.end and (last.pos_ == "NOUN" or fiscal) and not acting


def comparing(span: "Span") -> int:
    """The index of the word that makes a time one of comparison ("higher than in 2019"), or -1."""
    doc = span.doc
    for i in range(span.start - 1, max(span.start - 1 - _REACH, span.sent.start - 1), -1):
        token = doc[i]
        bounds = token.lower_ == "than" and (
            doc[i + 1].like_num or doc[i + 1].is_currency or doc[i + 1].lower_ in {"a", "half"}
        )
        if token.lower_ in _COMPARING and not bounds:
            return i
        if token.lower_ == "from" and i > 0 and doc[i - 1].lower_ in {"up", "down"}:
            return i  # "up from $8 million in 2021"
        if token.pos_ in PREDICATES or token.is_punct:
            return -1
    return -1


def enclosed(token: "Token", span: "Span") -> bool:
    """Whether a time stands in parentheses that its verb or number does not, as the date of a source does."""
    doc, sentence = span.doc, span.sent
    for i in range(span.start - 1, max(span.start - _REACH, sentence.start) - 1, -1):
        if doc[i].text.startswith(")"):
            return False
        if doc[i].text.endswith("("):
            close = next(
                (j for j in range(span.end, sentence.end) if doc[j].text.startswith(")")), sentence.end
            )
            return not i < token.i < close
    return False


def out_of_parentheses(over: "Token | None", span: "Span") -> "Token | None":
    """What governs a time, where the parse hangs it on words in parentheses behind it, as those of a title.

    In "In Order 9 of May 3, 2030 (Closing Piers to Protect Crews), she declared …" it is what she declared.
    """
    while over is not None and over.i > span.end:
        between = [t.text for t in span.doc[span.end : over.i]]
        if between.count("(") <= between.count(")"):
            break
        over = predicate(over)
    return over


def predicate(token: "Token") -> "Token | None":
    """The nearest predicate over a token, or the head of a sentence without one."""
    at = token
    for ancestor in token.ancestors:
        at = ancestor
        if ancestor.pos_ in PREDICATES and ancestor.dep_ not in HELPING:
            return ancestor
    return at if at.i != token.i else None

"""Which of a sentence's times belongs to a verb or a number, and which times carry over from line to line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from gestae.loaders.calendar_words import day, month
from gestae.loaders.parse import Parsed, Sentence
from gestae.loaders.times import Frame, TimeMention, find_times, named_periods, times
from gestae.ontology.facts import Document, Period

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

__all__ = ["Timeline", "frame_of", "time_for", "timeline"]

_PREDICATES = frozenset({"VERB", "AUX"})
_COMPARING = frozenset({"than", "versus", "vs", "vs.", "compared", "compare", "from", "below", "above", "unlike"})
_DATED_BY_EVENT = frozenset({"at", "during", "in", "on"})
_TELLING = frozenset({
    "report", "memorandum", "order", "proclamation", "study", "strategy", "act", "law", "survey", "plan", "review", "budget",
    "agreement", "directive", "assessment", "analysis", "summit", "audit",
})  # fmt: skip
_OBSERVANCE = re.compile(r"\b(?:(?:national|world|international|american)\s+)?[A-Z][\w'’ -]*\b(?:Week|Month)\b")
_MAX_DEPTH = 12


def time_for(token: "Token", mentions: Sequence[TimeMention], inherited: Period | None = None) -> Period | None:
    """The period that a verb's act, or a number, belongs to.

    It is the time in the token's own phrase or clause, else that of the nearest clause over it, else
    `inherited`, the time that the text before has set.
    """
    anchored = [(m, span) for m in mentions if (span := _span(token, m)) is not None and token not in span]
    usable = [(m, s) for m, s in anchored if m.relation not in {"before", "after"} and _dates(m, s)]
    if not usable:
        return inherited
    governed = [(m, s, _predicate(s.root)) for m, s in usable if not _compared(s)]
    phrase = _in_phrase(token, governed)
    if phrase is not None:
        return phrase.period
    below: Token | None = None
    for verb in _upwards(token):
        here = [(m, s) for m, s, over in governed if over is not None and over.i == verb.i]
        if below is not None:
            here = [(m, s) for m, s in here if _reaches(m, s, verb, below)]
        if here:
            return min(here, key=lambda ms: abs(ms[1].start - token.i))[0].period
        below = verb
    return inherited


def _span(token: "Token", mention: TimeMention) -> "Span | None":
    span = token.doc.char_span(mention.start, mention.end, alignment_mode="expand")
    return span if span is not None and len(span) else None


def _dates(mention: TimeMention, span: "Span") -> bool:
    """Whether a mention dates what is done: always, unless it only modifies the name of a thing."""
    if not mention.modifier:
        return True
    noun = span.root
    while noun.head.i != noun.i and noun.dep_ in {"compound", "nummod", "amod", "nmod", "pobj", "prep", "poss", "appos"}:
        if noun.dep_ == "pobj" and noun.head.lower_ in _DATED_BY_EVENT and noun.head.head.pos_ in _PREDICATES:
            return True
        noun = noun.head
    return noun.dep_ == "nsubj" and bool({noun.lemma_.lower()} & _TELLING)


def _compared(span: "Span") -> bool:
    """Whether a time belongs to what something is compared with ("higher than in 2019", "below 2005 levels")."""
    token = span.root
    for _ in range(_MAX_DEPTH):
        if token.lower_ in _COMPARING and token.i < span.start:
            return True
        if token.pos_ in _PREDICATES or token.head.i == token.i:
            return False
        token = token.head
    return False


def _predicate(token: "Token") -> "Token | None":
    """The nearest predicate over a token, or the head of a sentence without one."""
    at = token
    for ancestor in token.ancestors:
        at = ancestor
        if ancestor.pos_ in _PREDICATES and ancestor.dep_ not in {"aux", "auxpass", "amod", "compound"}:
            return ancestor
    return at if at.i != token.i else None


def _in_phrase(token: "Token", governed: "list[tuple[TimeMention, Span, Token | None]]") -> TimeMention | None:
    """A time inside the noun phrase that a number belongs to ("approvals over the past year of 18 projects")."""
    if token.pos_ in _PREDICATES:
        return None
    nouns = []
    for ancestor in (token, *token.ancestors):
        if ancestor.pos_ in _PREDICATES:
            break
        nouns.append(ancestor.i)
    for noun in nouns:
        for mention, span, _ in governed:
            root = span.root
            over = [a.i for a in _until_predicate(root)]
            if noun in over:
                return mention
    return None


def _until_predicate(token: "Token") -> Iterator["Token"]:
    for ancestor in token.ancestors:
        if ancestor.pos_ in _PREDICATES:
            return
        yield ancestor


def _upwards(token: "Token") -> Iterator["Token"]:
    """The predicate of a token and those over it."""
    if token.pos_ in _PREDICATES:
        yield token
    last = token
    for ancestor in token.ancestors:
        last = ancestor
        if ancestor.pos_ in _PREDICATES and ancestor.dep_ not in {"aux", "auxpass", "amod", "compound"}:
            yield ancestor
    if last.pos_ not in _PREDICATES and last.i != token.i:
        yield last


def _reaches(mention: TimeMention, span: "Span", verb: "Token", below: "Token") -> bool:
    """Whether the time of one predicate holds for another that hangs on it."""
    if below.dep_ == "conj":
        return span.start < verb.i or span.start > below.i
    ahead = any(c.lower_ in {"will", "would", "may", "could"} for c in below.children if c.dep_ == "aux")
    if ahead and not any(c.lower_ in {"will", "would", "may", "could"} for c in verb.children if c.dep_ == "aux"):
        return False
    perfect = any(c.lower_ in {"has", "have", "had", "'ve"} for c in below.children if c.dep_ == "aux")
    if perfect and below.dep_ in {"relcl", "ccomp", "advcl"}:
        return False
    return mention.relation in {"at", "since"} or span.start > below.i


@dataclass
class Timeline:
    """The times of a document, sentence by sentence, with what each inherits from the lines before it."""

    frame: Frame
    said: dict[int, tuple[TimeMention, ...]] = field(default_factory=dict)
    carried: dict[int, Period] = field(default_factory=dict)

    def mentions(self, sentence: Sentence) -> tuple[TimeMention, ...]:
        """The times that a sentence names."""
        return self.said.get(sentence.start, ())

    def inherited(self, sentence: Sentence) -> Period | None:
        """The time that the text before a sentence sets for it: a lead-in such as "Last year:", the day of a headline."""
        return self.carried.get(sentence.start)

    def time_for(self, token: "Token", sentence: Sentence) -> Period | None:
        """The period that a verb or number of a sentence belongs to."""
        return time_for(token, self.mentions(sentence), self.inherited(sentence))


def frame_of(document: Document, terms: tuple[Period, ...] = ()) -> Frame:
    """What the relative times of a document are reckoned from.

    `terms` are the terms of office of who speaks, oldest first. A week or month that the title proclaims and the
    text does not date is the calendar month that begins or runs when the proclamation is issued.
    """
    frame = Frame(document.date, terms)
    named = named_periods(document.text, frame)
    if document.title and document.date is not None:
        for m in _OBSERVANCE.finditer(document.title):
            words = m[0].split()
            while words and words[0].lower() in {"a", "proclamation", "on", "titled", "the"}:
                words = words[1:]
            ahead = document.date.toordinal() + 6
            when = document.date.fromordinal(ahead)
            named.setdefault(" ".join(words).lower().replace("’", "'"), month(when.month, when.year))
    return replace(frame, named=named)


def timeline(parsed: Parsed, terms: tuple[Period, ...] = ()) -> Timeline:
    """Read off the times of a parsed document."""
    frame = frame_of(parsed.document, terms)
    line = Timeline(frame)
    lead: Period | None = None
    since: Period | None = None
    for sentence in parsed.sentences:
        found = times(sentence, frame)
        since = _latest_since(sentence, found, since, line)
        found = line.said.get(sentence.start, found)
        if found:
            line.said[sentence.start] = found
        lead = _lead(sentence, found, lead)
        carried = _led(sentence, frame) or (lead if not found or sentence.block.role == "item" else None)
        if carried is not None:
            line.carried[sentence.start] = carried
    return line


def _latest_since(sentence: Sentence, found: Sequence[TimeMention], since: Period | None, line: Timeline) -> Period | None:
    """Resolve "since then" to the last time named before it, and remember the last one here."""
    text = sentence.tokens.text.lower()
    at = text.find("since then")
    if at >= 0 and since is not None and line.frame.dated is not None:
        now = line.frame.dated.isoformat()
        start = since.start
        at += int(sentence.tokens.start_char)
        period = Period(start, max(now[: len(start)], start), "since then")
        line.said[sentence.start] = (*found, TimeMention(at, at + len("since then"), period, "since"))
    plain = [m.period for m in found if not m.modifier and m.relation in {"at", "since"}]
    return plain[-1] if plain else since


def _lead(sentence: Sentence, found: Sequence[TimeMention], lead: Period | None) -> Period | None:
    """The time that a line such as "Last year:" sets for those below it, until a heading or a paragraph of its own."""
    text = sentence.tokens.text.strip()
    if sentence.block.role == "heading":
        lead = None
    if len(found) == 1 and not found[0].modifier and len(text) - (found[0].end - found[0].start) < 12 and text.endswith(":"):
        return found[0].period
    return lead


def _led(sentence: Sentence, frame: Frame) -> Period | None:
    """The time of an item's own lead-in ("In 2023, the Department will:"), or of a document's headline."""
    block = sentence.block
    if block.lead:
        found = [m for m in find_times(block.lead, frame) if not m.modifier and m.relation in {"at", "since"}]
        if len(found) == 1:
            return found[0].period
    if block.start == 0 and block.role == "heading" and frame.dated is not None:
        return day(frame.dated)
    return None

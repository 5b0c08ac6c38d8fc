"""The times of a document, sentence by sentence, and those that carry over from line to line."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from gestae.loaders.attachment import gone_by, time_for
from gestae.loaders.calendar_words import day, month
from gestae.loaders.discourse import (
    EVENT_DAYS,
    Said,
    Setting,
    announces,
    has_been,
    is_order,
    is_planned,
    is_short,
    of_officer,
    setting_of,
    still_order,
    subject_of,
    tense,
)
from gestae.loaders.event_times import Events, point_back, told
from gestae.loaders.layout import Block
from gestae.loaders.paired_times import pairs
from gestae.loaders.parse import Parsed, Sentence
from gestae.loaders.reaching import bidden, elsewhen
from gestae.loaders.time_phrases import predicate
from gestae.loaders.times import Frame, TimeMention, find_times, named_periods, times
from gestae.loaders.told_times import told_times
from gestae.ontology.english import english
from gestae.ontology.facts import Document, Period

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Timeline", "frame_of", "timeline"]

_YEAR, _WHOLE_DAY = 4, 10
_TALKING = frozenset({"exchange", "express", "reinforce", "review"})
"""Further verbs for what is done in a conversation."""
_BIDDING = frozenset({"direct", "introduce", "order", "propose"})
"""Verbs by which the news of the day is what shall be done, in numbers that hold from then on."""
_COUNTING = frozenset({"account", "also", "goes on", "visiting"})
"""Rules by which a clause without a time of its own has one that is also that of what it counts."""
_YESTERDAY = re.compile(r"\s*(?:Yesterday|Last night)\b")
_THIS_WEEK = re.compile(r"\bthis week$", re.I)
_UNFINISHED = re.compile(r"\b(?:will|shall|has|have|had|did|also|must)\s*:\s*$", re.I)
_OBSERVANCE = re.compile(
    r"\b(?:(?:national|world|international|american)\s+)?[A-Z][\w'’ -]*\b(?:Week|Month)\b"
)


@dataclass
class Timeline:
    """The times of a document, sentence by sentence, with what each inherits from the lines before it."""

    frame: Frame
    said: dict[int, tuple[TimeMention, ...]] = field(default_factory=dict)
    beside: dict[int, tuple[TimeMention, ...]] = field(default_factory=dict)
    carried: dict[int, Period] = field(default_factory=dict)
    setting: Setting = field(default_factory=lambda: Setting(None))

    def mentions(self, sentence: Sentence) -> tuple[TimeMention, ...]:
        """The times that a sentence names, besides those of what something is compared with."""
        return self.said.get(sentence.start, ())

    def compared(self, sentence: Sentence) -> tuple[TimeMention, ...]:
        """The times that a sentence names of what something is compared with."""
        return self.beside.get(sentence.start, ())

    def inherited(self, sentence: Sentence) -> Period | None:
        """The time that the text before sets for a sentence: a lead-in ("Last year:"), a headline's day."""
        return self.carried.get(sentence.start)

    def time_for(self, token: "Token", sentence: Sentence, *, nested: bool = True) -> Period | None:
        """The period that a verb or number of a sentence belongs to; see the function of that name."""
        return time_for(token, self.mentions(sentence), self.inherited(sentence), nested=nested)

    def paired(self, at: int, sentence: Sentence) -> Period | None:
        """The time behind the number at an offset of the block, in a comparison or a row of numbers with a time each."""
        for than in self.compared(sentence):
            aside = sentence.block.text[than.end : at].strip() == "(" if at > than.end else False
            if aside or (than.compared is not None and than.compared < at < than.start):
                return than.period
        mentions = self.mentions(sentence)
        row = (
            pairs(sentence.block.text, int(sentence.tokens.start_char), mentions) if len(mentions) > 1 else ()
        )
        return next((mention.period for begins, mention in row if begins <= at < mention.start), None)

    def time_of_number(self, token: "Token", verb: "Token | None", sentence: Sentence) -> Period | None:
        """The period of a number that hangs on a token; a headline in the present tense and news are of the day."""
        named = self.paired(token.idx, sentence) or self.time_for(token, sentence, nested=False)
        if named is not None or verb is None:
            past = named is not None and verb is not None and tense(verb) == "past"
            return _yearly(self._so_far(named) if past and named else named, verb)
        itemized = sentence.block.role == "item"
        if announces(verb, subject_of(verb), itemized=itemized) and verb.lemma_.lower() not in _BIDDING:
            return self.setting.dated
        if sentence.start < self.setting.opening and tense(verb) == "present":
            return self.setting.dated
        implied = self.setting.time_for(verb, sentence) if predicate(token) == verb else None
        talk = english().classes
        if (
            implied is None
            or elsewhen(verb)
            or verb.lemma_.lower() in talk["saying"] | talk["regarding"] | _TALKING
        ):
            return None
        return implied[0] if implied[1] in _COUNTING else None

    def time_of_act(self, verb: "Token", sentence: Sentence) -> Period | None:
        """The period of what a verb says is done: named, inherited, or implied by the document's kind."""
        done = (tense(verb) in {"past", "present"} and not bidden(verb)) or has_been(verb)
        mentions = [
            m
            for m in self.mentions(sentence)
            if not (done and (self._ahead(m, verb) or self._talked_of(m, verb)))
        ]
        apart = elsewhen(verb)
        named = time_for(verb, mentions, None if apart else self.inherited(sentence))
        if named is not None:
            return _yearly(self._so_far(named) if done and tense(verb) == "past" else named, verb)
        implied = None if apart else self.setting.time_for(verb, sentence)
        if implied is None and done and mentions and self.frame.dated is not None:
            return gone_by(verb, mentions, self.frame.dated)
        return implied[0] if implied else None

    def _so_far(self, period: Period) -> Period:
        """Of the week that runs, the days up to the document's, as what has been done this week was on one of them."""
        dated = self.frame.dated
        if dated is None or not is_short(period) or not period.earliest <= dated <= period.latest:
            return period
        return replace(period, end=dated.isoformat()) if _THIS_WEEK.search(period.text) else period

    def _talked_of(self, mention: TimeMention, verb: "Token") -> bool:
        """Whether a time is that of what they talked of in a meeting of which an account tells ("discussed the rise last year")."""
        setting = self.setting
        if not setting.account or setting.happened is None or mention.start < verb.idx:
            return False
        named = english().classes
        talking = (
            verb.lemma_ in _TALKING or verb.lemma_ in named["saying"] or verb.lemma_ in named["regarding"]
        )
        return talking and not is_short(mention.period)

    def _ahead(self, mention: TimeMention, verb: "Token") -> bool:
        """Whether a time is still to come, so that it dates no past act, nor one that is done while its aim is set."""
        dated = self.frame.dated
        if dated is None or mention.period.earliest <= dated:
            return False
        return tense(verb) != "present" or mention.relation == "by"


def _yearly(period: Period | None, verb: "Token | None") -> Period | None:
    """Of how much something has changed since a year, the years: "calls have risen 9% since 2019" counts by the year."""
    if period is None or verb is None or len(period.start) != _YEAR or len(period.end) == _YEAR:
        return period
    changing = verb.lemma_.lower() in english().classes["level"]
    if not changing or any(c.dep_ == "dobj" and c.pos_ == "NOUN" for c in verb.children):
        return period
    return replace(period, end=period.end[:_YEAR])


def frame_of(document: Document, terms: tuple[Period, ...] = ()) -> Frame:
    """What the relative times of a document are reckoned from.

    `terms` are the terms of office of who speaks, oldest first. A week or month that the title proclaims
    and the text does not date is the calendar month that begins or runs when the proclamation is issued.
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
            if "month" in m[0].lower() and when.month != document.date.month:
                named["this month"] = month(when.month, when.year)
            name = " ".join(words).lower().replace("’", "'")
            if name in named and name.endswith("week"):
                named["this week"] = named[name]
            named.setdefault(name, month(when.month, when.year))
    return replace(frame, named=named)


@dataclass
class _Lead:
    """A line that dates those below it, and by how much white space they may be set apart."""

    period: Period
    gap: int = 0


def timeline(
    parsed: Parsed,
    terms: tuple[Period, ...] = (),
    named: Mapping[str, Period] | None = None,
    ruling: str = "",
) -> Timeline:
    """Read off the times of a parsed document; `terms`, `named` and `ruling` as in a `Frame`."""
    frame = frame_of(parsed.document, terms)
    frame = replace(frame, named={**(named or {}), **frame.named}, ruling=ruling)
    line = Timeline(frame, setting=setting_of(parsed.document))
    lead: _Lead | None = None
    since: Period | None = None
    near: Period | None = None
    above: Block | None = None
    said: Said | None = None
    about_order = False
    events: dict[str, Period] = {}
    line.setting.opening = _opening(parsed)
    for sentence in parsed.sentences:
        block = sentence.block
        named_here = times(sentence, frame)
        found = tuple(m for m in named_here if m.compared is None)
        if len(found) < len(named_here):
            line.beside[sentence.start] = tuple(m for m in named_here if m.compared is not None)
        if above is not None and block.start != above.start:
            near = None
        then = told_times(sentence, since, near, frame.dated, found)
        back = None if found or then else _back(sentence, events)
        found = _apart(found, (*then, back) if back is not None else then)
        events |= _dated_events(sentence, found)
        if found:
            line.said[sentence.start] = found
            near = next(
                (m.period for m in reversed(found) if not m.modifier and m.relation in {"at", "since"}), near
            )
            since = near or since
        if lead is not None and above is not None and block.start != above.start:
            lead = _still(lead, above, block, parsed.document.text)
        carried = _led(sentence, frame, line.setting.opening) or (lead.period if lead and not found else None)
        if carried is not None:
            line.carried[sentence.start] = carried
        lead = _leading(sentence, found, frame) or lead
        said = _remember(line, sentence, said, above)
        root = sentence.tokens.root
        if about_order:
            line.setting.of_order.add(sentence.start)
        about_order = is_order(root) or (about_order and still_order(root))
        above = block
    return line


def _apart(found: tuple[TimeMention, ...], told: tuple[TimeMention, ...]) -> tuple[TimeMention, ...]:
    """The times of a sentence with those that point back, which stand for one reckoned from the document's date where both read the same words."""
    if not told:
        return found
    kept = (m for m in found if not any(t.start < m.end and m.start < t.end for t in told))
    return (*kept, *told)


def _dated_events(sentence: Sentence, found: Sequence[TimeMention]) -> dict[str, Period]:
    """The meetings, visits and calls that a sentence dates by a day or a few, by what they may be called further on."""
    of = [m.period for m in found if not m.modifier and m.relation == "at" and is_short(m.period)]
    return dict.fromkeys(told(sentence.text), replace(of[0], text="")) if of else {}


def _back(sentence: Sentence, events: Events) -> TimeMention | None:
    """What points back to a meeting or visit that the text has dated ("at the meeting, …")."""
    first = int(sentence.tokens.start_char)
    found = point_back(sentence.block.text[first : int(sentence.tokens.end_char)], events)
    if found is None:
        return None
    start, end, period = found
    return TimeMention(
        first + start, first + end, replace(period, text=sentence.block.text[first + start : first + end])
    )


def _still(lead: _Lead, above: Block, block: Block, text: str) -> _Lead | None:
    """A lead-in as it stands for the next block: it ends at a heading, after its list, and at a wider gap."""
    gap = text.count("\n", above.end, block.start)
    if (
        block.role == "heading"
        or (above.role == "item" and block.role != "item")
        or (lead.gap and gap > lead.gap)
    ):
        return None
    return _Lead(lead.period, lead.gap or gap)


def _leading(sentence: Sentence, found: Sequence[TimeMention], frame: Frame) -> _Lead | None:
    """A line that is only a time ("Last year:", the heading "2021") and so dates those below it."""
    text = sentence.text.strip()
    alone = len(found) == 1 and text == sentence.block.text.strip() == found[0].period.text
    if alone and frame.dated is not None and len(found[0].period.start) < _WHOLE_DAY:
        # A day, or the month of the document, is the document's own date.
        return _Lead(found[0].period) if found[0].period.latest < frame.dated else None
    if (
        len(found) == 1
        and not found[0].modifier
        and len(text) - (found[0].end - found[0].start) < 12
        and "(" not in text
        and text.endswith(":")
    ):
        return _Lead(found[0].period)
    return None


def _led(sentence: Sentence, frame: Frame, opening: int) -> Period | None:
    """The time of an item's own lead-in ("In 2023, the Department will:"), or of a document's headline.

    A headline is of the day that the first sentence tells of where that is not the document's ("Yesterday, …").

    A lead-in that says itself what was done on a day ("Today, the President signed an order on:") keeps it.
    """
    block = sentence.block
    if block.lead:
        found = [m for m in find_times(block.lead, frame) if not m.modifier and m.relation in {"at", "since"}]
        if len(found) == 1 and (len(found[0].period.start) < 10 or _UNFINISHED.search(block.lead)):
            return found[0].period
    if block.start == 0 and block.role == "heading" and frame.dated is not None:
        before = _YESTERDAY.match(sentence.document.text, opening)
        return day(frame.dated - timedelta(days=1) if before else frame.dated)
    return None


def _opening(parsed: Parsed) -> int:
    """Where the headlines end that a document begins with: at its first block that is a sentence."""
    for block in parsed.blocks:
        if block.text.rstrip().endswith((".", ":", "?", "!", '"')):
            return block.start
    return 0


def _of_president(setting: Setting, root: "Token") -> bool:
    """Whether a fact sheet tells what the President does today, which the order that it goes on to tell of does."""
    subject = subject_of(root)
    return (
        setting.reports
        and subject is not None
        and any(t.lower_ == "president" for t in (subject, *subject.lefts))
        and not any(t.lower_ == "vice" for t in subject.lefts)
    )


def _next_item(said: Said, block: Block, above: Block | None) -> bool:
    """Whether a block is the item behind the one in which something was said."""
    return above is not None and block.role == "item" and above.role == "item" and said.block == above.start


def _just(period: Period, dated: Period) -> bool:
    """Whether a time is a day of the week up to a document's date, as the signing that a fact sheet tells of is."""
    days = (dated.earliest - period.earliest).days
    return len(period.start) == 10 and period.start == period.end and 0 <= days < EVENT_DAYS


def _remember(line: Timeline, sentence: Sentence, said: Said | None, above: Block | None) -> Said | None:
    """Take note of what the main clause of a sentence says of time, for the sentences behind it, and the next item."""
    if said is not None and (said.block == sentence.block.start or _next_item(said, sentence.block, above)):
        line.setting.said[sentence.start] = said
    root = sentence.tokens.root
    setting = line.setting
    if setting.visiting is not None:
        setting.visits[sentence.start] = setting.visiting
    period = line.time_for(root, sentence)
    if period is not None and setting.happened is None and tense(root) == "past" and is_short(period):
        setting.happened = period
    if (
        period is not None
        and setting.signed is None
        and setting.dated is not None
        and _just(period, setting.dated)
        and (
            root.lemma_ in {"sign", "issue", "proclaim"}
            or (str(period) == str(setting.dated) and _of_president(setting, root))
            or (root.lemma_ in {"approve", "declare"} and of_officer(subject_of(root)))
        )
    ):
        setting.signed = period
    if period is None:
        implied = setting.time_for(root, sentence)
        period = implied[0] if implied else None
    if period is None:
        return said if tense(root) == "other" else None
    subject = subject_of(root)
    ahead = is_planned(root) and is_short(period)
    if ahead and of_officer(subject):
        setting.visiting = period
    who = subject.lower_ if subject is not None else ""
    promised = root.lemma_.lower() in english().classes["promising"]
    return Said(period, tense(root), sentence.block.start, who, ahead, promised)

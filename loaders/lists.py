"""Actions that a list states under its lead-in: what "signed into law:" lists, and who "Participants:" names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from gestae.loaders.acting import acting
from gestae.loaders.actors import actor_phrase
from gestae.loaders.attendance import names_a_person, present
from gestae.loaders.cast import Cast
from gestae.loaders.clausal import clausal
from gestae.loaders.clauses import Clause, clauses
from gestae.loaders.found import Found
from gestae.loaders.grammar import NOUNS, PREDICATES, SUBJECTS
from gestae.loaders.modality import modality, negated
from gestae.loaders.parse import Sentence
from gestae.loaders.phrases import core, full, strip_article, words
from gestae.loaders.timeline import Timeline
from gestae.loaders.verbs import Predicate, predicate
from gestae.ontology.english import english
from gestae.ontology.facts import Action, Mention, Modality, Period, Quote

__all__ = ["Pending", "attending", "divides", "is_formula", "listed", "numbering", "pending"]

_GENERIC = frozenset(
    {
        "following",
        "one",
        "individual",
        "person",
        "people",
        "bill",
        "action",
        "step",
        "measure",
        "law",
        "nominee",
    }
)
_LABEL = re.compile(
    r"(?:(?P<roman>[ivxIVX]+)|(?P<letter>[a-z])|(?P<capital>[A-Z])|(?P<number>\d+))[.)]\s*$|(?P<mark>[-*•])\s*$"
)
_LONGEST_LABEL = 20
_HOLDING = frozenset({"include", "comprise", "contain", "consist", "feature", "range", "follow"})
"""Verbs of lead-ins that tell of no act ("Examples include:")."""
_BEING = _HOLDING | {"be", "attend", "join", "participate", "represent", "speak", "meet", "gather"}
_PRESENT = re.compile(
    r"\b(participants?|participated|attend(?:ees|ed|ance)|speakers|joined by|members present|(?:meeting|summit|roundtable|call|briefing|session) included (?:\w+ )?(?:representatives|officials|leaders))\b",
    re.I,
)
_RELATIVE = re.compile(r"^[^a-z]*[A-Z].{3,200}?,['\"]* (?:which|that|who|to) ")
_EVENT = re.compile(
    r"\b(meeting|summit|roundtable|call|conference|briefing|convening|listening session|event|ceremony|discussion)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Pending:
    """An action that waits for the list behind its lead-in, which ends at `end`, to name its object, or its actors."""

    actors: tuple[Mention, ...]
    verb: str
    type: str
    modality: Modality
    negated: bool
    object: Mention | None = None
    time: Period | None = None
    end: int = 0
    told: bool = False
    """Whether each item says, in a clause, what is found or ordered: "determines that:"."""


def pending(sentence: Sentence, cast: Cast, title: str, times: Timeline) -> Pending | None:
    """What a lead-in leaves for the list behind it to say."""
    text = sentence.document.text[sentence.start : sentence.end]
    if _PRESENT.search(text) and len(text) < 200 and _opens_list(sentence):
        event = _EVENT.search(text) or _EVENT.search(title)
        if event:
            name = event[0].lower()
            return Pending(
                (),
                "participate",
                "Convene",
                "factual",
                False,
                Mention(name, name),
                times.setting.happened or _day(sentence),
                sentence.end,
            )
    if not text.rstrip().endswith(":") or is_formula(sentence):
        return None
    last: tuple[Clause, Predicate] | None = None
    for clause in clauses(sentence.tokens):
        done = predicate(clause)
        if (
            done
            and done.lemma not in _HOLDING
            and clause.subjects
            and not clause.passive
            and _open(clause)
            and not _pointing(clause)
        ):
            last = clause, done
            if clause.objects:
                break  # "nominate the following people to serve in key roles:"
    if last is None:
        return None
    clause, done = last
    actors = tuple(cast.resolve(actor_phrase(s)) for s in clause.subjects)
    time = times.time_for(clause.verb, sentence)
    return Pending(
        actors, done.lemma, done.type, modality(clause), negated(clause), time=time, told=_says_that(clause)
    )


def is_formula(sentence: Sentence) -> bool:
    """Whether a sentence is one of those that close every order and tell of no act ("Nothing in this order shall be construed …")."""
    text = " ".join(sentence.text.lower().split())
    return any(formula in text for formula in english().classes["formula"])


def _opens_list(sentence: Sentence) -> bool:
    """Whether a sentence that speaks of participants only opens a list of them, and tells of no other deed of theirs."""
    root = sentence.tokens.root
    if root.pos_ not in PREDICATES or sentence.block.role == "heading":
        return True
    return root.lemma_ in _BEING or root.tag_ == "VBN"


def _day(sentence: Sentence) -> Period | None:
    when = sentence.document.date
    return Period(when.isoformat(), when.isoformat()) if when else None


def _pointing(clause: Clause) -> bool:
    """Whether a clause only announces what comes ("it is ordered as follows:")."""
    return any(c.lower_ == "as" and c.dep_ in {"mark", "advmod"} for c in clause.verb.children)


def _open(clause: Clause) -> bool:
    """Whether a clause ends in nothing, or in a word that only points at the list."""
    heads = clause.objects
    if _says_that(clause):
        return True
    if not heads:
        behind = clause.preposition
        return clause.complement is None and (behind is None or behind.lower_ not in {"as", "on", "around"})
    head = heads[-1]
    pointed = any(c.lower_ in {"following", "these"} for c in head.children)
    return head.lower_ == "following" or (head.lemma_.lower() in _GENERIC and pointed)


def numbering(sentence: Sentence) -> str:
    """How the item that a sentence stands in is numbered: "(ii)" and "(b)" are not of one list."""
    start = sentence.block.start
    label = _LABEL.search(sentence.document.text[max(0, start - _LONGEST_LABEL) : start])
    return str(label.lastgroup) if label is not None else ""


def _says_that(clause: Clause) -> bool:
    """Whether a clause breaks off behind "that", before the clauses of a list ("I determine, under Order 9, that:")."""
    last = next((t for t in reversed(clause.verb.sent) if t.is_alpha), None)
    return last is not None and last.lower_ == "that" and clause.verb.i in {last.head.i, last.head.head.i}


def listed(sentence: Sentence, waiting: Pending, cast: Cast) -> Iterator[Found]:
    """The action that a list item completes; nothing where the item is a clause of its own."""
    if waiting.object is not None:
        yield from _attending(sentence, waiting, waiting.object, cast)
        return
    root = sentence.tokens.root
    if waiting.told:
        if root.pos_ in PREDICATES and any(c.dep_ in SUBJECTS for c in root.lefts):
            for short, whole in clausal(root):
                thing = Mention(words(whole), words(short))
                for actor in waiting.actors:
                    yield Found(_action(waiting, sentence.quote(short[0], whole[-1]), actor, thing))
        return
    if sentence.block.role != "item" and sentence.text[:1].islower():
        return  # the rest of a paragraph that a line break cuts in two
    if root.pos_ not in NOUNS:
        named = (c.root for c in sentence.tokens.noun_chunks if c.root.pos_ in NOUNS)
        first = next(named, None)
        if first is None or not _RELATIVE.search(sentence.text):
            return
        root = first
    short, whole = strip_article(core(root)), strip_article(full(root))
    quote = sentence.quote(short[0], whole[-1])
    thing = replace(cast.resolve(short), text=words(whole))
    for actor in waiting.actors:
        yield Found(_action(waiting, quote, actor, thing))


def attending(sentence: Sentence, waiting: Pending) -> list[tuple[int, int]]:
    """Where a block names those present, as offsets into it; told once a block, by the first sentence that is no lead-in."""
    block = sentence.block
    raw = sentence.document.text[block.start : block.end]
    leads = not raw[: sentence.tokens.start_char].strip() or not (
        sentence.document.text[max(waiting.end, block.start) : sentence.start].strip()
        or waiting.end < block.start
    )
    if waiting.object is None or not leads or _PRESENT.search(block.text, sentence.tokens.start_char):
        return []
    if block.role == "heading" and not _person(sentence):
        return []
    written = "".join("\n" if was == "\n" else now for now, was in zip(block.text, raw, strict=True))
    return list(present(written, int(sentence.tokens.start_char)))


def _person(sentence: Sentence) -> bool:
    """Whether a line that could be a heading is the name of a person."""
    if names_a_person(sentence.block.text):
        return True
    people = any(t.ent_type_ == "PERSON" and t.pos_ == "PROPN" for t in sentence.tokens)
    return people and not _people(sentence)


def divides(sentence: Sentence, waiting: Pending) -> bool:
    """Whether a heading only says of whom the next of those present are ("Harbor Owners" between two lists of names)."""
    return waiting.object is not None and _people(sentence)


def _people(sentence: Sentence) -> bool:
    root = sentence.tokens.root
    return root.pos_ in NOUNS and acting(root.lemma_.lower().removesuffix("s"))


def _attending(sentence: Sentence, waiting: Pending, event: Mention, cast: Cast) -> Iterator[Found]:
    """Each of those whom a line below "Participants:" names."""
    for start, end in attending(sentence, waiting):
        span = sentence.tokens.doc.char_span(start, end, alignment_mode="expand")
        if span is not None:
            yield Found(_action(waiting, sentence.cut(start, end), cast.resolve(strip_article(span)), event))


def _action(waiting: Pending, quote: Quote, actor: Mention, thing: Mention) -> Action:
    return Action(
        quote=quote,
        actor=actor,
        verb=waiting.verb,
        type=waiting.type,
        object=thing,
        modality=waiting.modality,
        negated=waiting.negated,
        time=waiting.time,
    )

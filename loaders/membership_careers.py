"""Careers: of what bodies somebody has held posts, as biographies tell ("She served as Director of …; and as head of …")."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from gestae.loaders.attendee_bodies import is_held
from gestae.loaders.body_words import ORGANIZATION
from gestae.loaders.grammar import PLACES
from gestae.loaders.membership_people import PERSONAL
from gestae.loaders.membership_posts import HEADED, POST, apart, bodies, headed, segments
from gestae.loaders.parsed_text import parsed_text
from gestae.loaders.patterns import any_of
from gestae.loaders.phrases import core, strip_article
from gestae.loaders.predicates import is_infinitive, is_passive
from gestae.loaders.subjects import subjects
from gestae.ontology.english import english

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

__all__ = ["careers"]

_AS = re.compile(r"\bas (?:the |an? )?(?=[\w(])")
_PLACES = {
    "serve": frozenset({"on", "in", "at", "with"}),
    "work": frozenset({"at", "for", "in"}),
    "sit": frozenset({"on"}),
    "teach": frozenset({"at", "in"}),
    "intern": frozenset({"at", "with", "for"}),
    "volunteer": frozenset({"at", "with", "for"}),
    "enlist": frozenset({"in"}),
    "spend": frozenset({"at", "with", "on"}),
}
_WORKS = frozenset(_PLACES) - {"spend"}
"""The prepositions behind which stands where somebody serves, works or sits."""
_TAKEN = frozenset(
    {
        "hire",
        "employ",
        "recruit",
        "appoint",
        "elect",
        "name",
        "select",
        "confirm",
        "promote",
        "swear",
        "choose",
        "designate",
        "induct",
        "tap",
        "pick",
    }
)
_BODY_BEHIND = {
    "hire": "by",
    "employ": "by",
    "recruit": "by",
    "induct": "into",
    "retire": "from",
    "resign": "from",
    "step": "from",
}
"""Verbs whose body stands by itself behind a preposition that tells no post."""
_LONG = frozenset({"year", "decade", "month", "career", "summer", "semester", "life"})
"""What somebody spends at a body to which they belong."""
_ONLY = frozenset({"first", "only", "youngest", "oldest", "last"})
_HOLDS = frozenset({"be", "become"})
_BEGINS = frozenset({"begin", "start", "launch"})
_TELLING = frozenset(_BODY_BEHIND) | _WORKS | _TAKEN | _HOLDS | _BEGINS | {"spend"}
_LEADS = frozenset({"lead", "direct", "head", "run", "chair", "co-chair"})
_LED = frozenset(
    {
        "office",
        "team",
        "division",
        "unit",
        "practice",
        "program",
        "department",
        "section",
        "branch",
        "laboratory",
        "lab",
        "board",
    }
)
"""What somebody leads within a body that is named behind it."""
_AT = frozenset({"at", "in", "within", "for"})
_LED_WITHIN = {"board": frozenset({"of"})}
_NO_BODIES = frozenset(
    {"GPE", "LOC", "NORP", "DATE", "TIME", "EVENT", "PERSON", "LAW", "CARDINAL", "ORDINAL"}
)
_GROUNDS = re.compile(
    r"^(?:Fort|Ft|Camp|Joint Base|Naval Station|Mount|Lake|Home|Large|Ground)\b|\b(?:Base|Field|Barracks|Airport|Park|Island)$"
)
"""Names of places that the parser takes for those of bodies."""
_FORMERLY = re.compile(
    r"(?:\b[Aa]s (?:an? |the )|(?:^|(?<=[.!?] ))An? )(?P<post>[^,;.]{5,120}), (?P<who>(?:(?:Dr|Mr|Ms|Mrs)\. )?[A-Z][\w'-]+|s?he)\b"
)
"""A post before the clause of who held it: "As a member of the Harbor Council, Roe opened the port", "A member of the Harbor Council, she …"."""
_FOUNDED = re.compile(
    rf"\b(?P<verb>founded) (?:and (?:\w+ly )?\w+(?:s|ed) )?(?:the |an? )?(?:[a-z][\w-]* ){{0,4}}(?P<group>{ORGANIZATION})"
)
_ORDERED = re.compile(r"(?: \([^()]*\))?,? to [a-z]")
"""What somebody is told who is directed to do something."""
_HOLDER = re.compile(r"(?: \([A-Z]{2,8}\))? [A-Z]")
"""Behind a body: who of it somebody joined ("joined Harbor Motors CEO Jane Roe")."""
_BODY = re.compile(ORGANIZATION)
_LONGEST_POST = 160
_AS_WITHIN = 80


@lru_cache(maxsize=4)
def _held(named: frozenset[str]) -> re.Pattern[str]:
    """A post behind "is" or "became", which the parser may take for part of a name: "is past Chair of the Harbor Fund"."""
    return re.compile(
        r"\w+ (?:(?!of\b|at\b|in\b|on\b|with\b|for\b|to\b|by\b|not\b|that\b|who\b|from\b|as\b)[\w'-]+ ){0,6}"
        rf"(?i:{any_of(named)})s?(?: (?i:emeritus|emerita|general))?(?:,? (?:and|&) [\w -]{{2,30}}?)? (?:of|at|for|in|on|with|to|within) "
    )


def careers(sentence: "Span", headed_by: str = "") -> Iterator[tuple["Token", tuple[int, int]]]:
    """Who holds or held a post in a sentence, and the span of each body in which they did, in characters of its text.

    `headed_by` is whom the paragraph is about, where a heading says so: their surname is a person's name though the
    parser may not take it for one.
    """
    text, end = parsed_text(sentence.doc), sentence.end_char
    surname = headed_by.split()[-1] if headed_by else ""
    for verb in sentence:
        if verb.pos_ == "VERB" and (verb.lemma_ == "join" or verb.lemma_ in _LEADS):
            yield from _joining(verb, text)
            continue
        if verb.lemma_ not in _TELLING:
            continue
        if _is_denied(verb):
            continue
        if verb.lemma_ in _BODY_BEHIND and (group := _behind(verb, text)):
            yield from ((one, group) for one in _each(subjects(verb)) if _is_someone(one))
            continue
        begin = _told(verb, text, end)
        people = (
            [s for s in subjects(verb) if s.text == surname or _is_someone(s)] if begin is not None else []
        )
        people = _each(people)
        if begin is None or not people:
            continue
        for first, last in segments(text, begin, end):
            for group in bodies(text, first, last, _may_be(sentence)):
                yield from ((one, group) for one in people)
    yield from _formerly(sentence, text)
    yield from _founding(sentence, text)


def _is_denied(verb: "Token") -> bool:
    """Whether somebody did not do what a verb tells: "will not serve", "declined to serve"."""
    if any(c.dep_ == "neg" for c in verb.lefts) or any(
        c.dep_ == "neg" for c in verb.rights if c.pos_ == "PART"
    ):
        return True
    return is_infinitive(verb) and verb.head.lemma_ in english().classes["failure"]


def _may_be(sentence: "Span") -> Callable[[int, int], bool]:
    """Whether the words between two offsets may name a body: what the parser takes for no place, person or time."""

    def body(start: int, end: int) -> bool:
        span = sentence.doc.char_span(start, end, alignment_mode="expand")
        return (
            span is not None
            and not any(t.ent_type_ in _NO_BODIES for t in span)
            and not _GROUNDS.search(span.text)
        )

    return body


def _told(verb: "Token", text: str, end: int) -> int | None:
    """Where the posts begin that a verb tells; nothing where it tells none."""
    if verb.dep_ in {"acl", "relcl"} and is_infinitive(verb):
        return None  # "the nomination of Jane Roe to serve on the board"
    if verb.lemma_ in _WORKS and verb.pos_ == "VERB":
        at = _AS.search(text, verb.idx, min(end, verb.idx + _LONGEST_POST))
        place = _place(verb)
        if place is not None and not (at and at.end() < place):
            return place
        return at.end() if at else None
    if verb.lemma_ in _TAKEN and is_passive(verb):
        at = _AS.search(text, verb.idx, min(end, verb.idx + _AS_WITHIN))
        to = next((c.idx for c in verb.rights if c.dep_ == "prep" and c.lower_ == "to"), None)

        named = next(
            (c.left_edge.idx for c in verb.rights if c.dep_ in {"oprd", "attr"} and _is_post(c)), None
        )
        return at.end() if at else named if named is not None else to
    if verb.lemma_ in _BEGINS and (career := _career(verb)) is not None:
        return next(
            (
                c.idx
                for t in (verb, career)
                for c in t.rights
                if c.dep_ == "prep" and c.lower_ in {"as", "at", "in", "with", "on"}
            ),
            None,
        )
    if (
        verb.lemma_ in _HOLDS
        and not is_infinitive(verb)
        and (
            any(c.dep_ == "attr" and (_is_post(c) or _works_at(c)) for c in verb.rights)
            or _held(english().classes["post"]).match(text, verb.idx, end)
        )
    ):
        return verb.idx
    if (
        verb.lemma_ == "spend"
        and any(c.lemma_ in _LONG for c in verb.rights)
        and (place := _place(verb)) is not None
    ):
        return place
    if verb.lemma_ == "spend" and (at := _AS.search(text, verb.idx, min(end, verb.idx + _AS_WITHIN))):
        return at.end()
    return None


def _career(verb: "Token") -> "Token | None":
    return next((c for c in verb.rights if c.dep_ == "dobj" and c.lemma_ == "career"), None)


def _behind(verb: "Token", text: str) -> tuple[int, int] | None:
    """The body by whom somebody is hired or from which they retire."""
    if _BODY_BEHIND[verb.lemma_] == "by" and not is_passive(verb):
        return None
    if verb.lemma_ == "step" and not any(c.lower_ == "down" for c in verb.rights):
        return None  # "stepped from the Harbor Office into the street"
    for prep in verb.rights:
        for noun in prep.rights if prep.lower_ == _BODY_BEHIND[verb.lemma_] else ():
            whole = _BODY.match(text, strip_article(core(noun)).start_char, noun.sent.end_char)
            return headed(text, *whole.span()) if whole and noun.pos_ == "PROPN" else None
    return None


def _place(verb: "Token") -> int | None:
    """Where what stands behind "worked at" or "served on" begins."""
    if verb.lemma_ == "work" and verb.tag_ == "VB":
        return None
    return next((c.idx for c in verb.rights if c.dep_ == "prep" and c.lower_ in _PLACES[verb.lemma_]), None)


def _formerly(sentence: "Span", text: str) -> Iterator[tuple["Token", tuple[int, int]]]:
    for match in _FORMERLY.finditer(text, sentence.start_char, sentence.end_char):
        if not any(is_held(word) for word in re.findall(r"[\w-]+", match["post"])):
            continue
        who = sentence.doc.char_span(*match.span("who"), alignment_mode="expand")
        if who is None or who.root.dep_ not in {"nsubj", "compound"}:
            continue
        person = who.root.head if who.root.dep_ == "compound" else who.root
        if _is_someone(person) and person.ent_type_ not in PLACES:
            for group in bodies(text, *match.span("post"), _may_be(sentence)):
                yield person, group


def _founding(sentence: "Span", text: str) -> Iterator[tuple["Token", tuple[int, int]]]:
    for match in _FOUNDED.finditer(text, sentence.start_char, sentence.end_char):
        verb = next((t for t in sentence if t.idx <= match.start("verb") < t.idx + len(t)), None)
        if verb is None or verb.pos_ != "VERB":
            continue
        people = _each([s for s in subjects(verb) if _is_someone(s)])
        if people and not POST.search(match["group"]) and " " in match["group"]:
            yield from ((one, group) for group in apart(text, *match.span("group")) for one in people)


def _each(people: "list[Token]") -> "list[Token]":
    """The one who does something, or each of several who are persons by name; nobody where one of several is not."""
    return people if len(people) == 1 or all(one.ent_type_ == "PERSON" for one in people) else []


def _is_someone(noun: "Token") -> bool:
    """Whether a subject is a person by name or a pronoun, not an office ("the Secretary of Labor")."""
    return noun.pos_ == "PRON" or (
        noun.pos_ == "PROPN"
        and not HEADED.fullmatch(noun.text)
        and not _is_post(noun)
        and not any(c.dep_ == "prep" for c in noun.rights)
    )


def _joining(verb: "Token", text: str) -> Iterator[tuple["Token", tuple[int, int]]]:
    """Of "Lee joined the Harbor Office in 1995" and "Lee led the Harbor Office" Lee and the office."""
    joins = verb.lemma_ == "join"
    if _is_denied(verb):
        return
    people = _chosen_to(verb) if not joins and is_infinitive(verb) else _doing(verb, joins=joins)
    people = _each(people)
    if not people:
        return
    for body in (c for c in verb.rights if c.dep_ == "dobj"):
        name = strip_article(core(body))
        if body.pos_ == "PROPN":
            whole = _BODY.match(text, name.start_char, body.sent.end_char)
            found = headed(text, *whole.span()) if whole else None
            if found and not joins and _ORDERED.match(text, found[1]):
                continue
            if found and joins and _HOLDER.match(text, found[1]):
                continue
            if found and (" " in text[slice(*found)] or name.text.isupper()) and body.ent_type_ != "PERSON":
                yield from ((one, found) for one in people)
        elif not joins and body.lemma_ in _LED:
            behind = [*body.rights, *(c for c in verb.rights if c.i > body.i)]
            places = [c for c in behind if c.dep_ == "prep" and c.lower_ in _LED_WITHIN.get(body.lemma_, _AT)]
            for within in places[:1]:
                found_in = list(bodies(text, within.idx, body.sent.end_char))
                yield from ((one, group) for group in found_in for one in people)


def _doing(verb: "Token", *, joins: bool) -> "list[Token]":
    return [s for s in subjects(verb) if s.ent_type_ == "PERSON" or (not joins and s.lower_ in PERSONAL)]


def _chosen_to(verb: "Token") -> "list[Token]":
    """Who was chosen to lead something, or is the first to do so: "Lee was named to lead", "Lee is the first woman to lead"."""
    over = verb.head
    if over.pos_ == "VERB" and over.lemma_ in _TAKEN and verb.dep_ in {"xcomp", "advcl", "ccomp"}:
        whom = subjects(over) if is_passive(over) else [c for c in over.rights if c.dep_ == "dobj"]
        if not whom:
            whom = [c for c in verb.lefts if c.dep_ == "nsubj"]
        return [s for s in whom if s.ent_type_ == "PERSON" or s.lower_ in PERSONAL]
    if over.dep_ == "attr" and any(c.lower_ in _ONLY for c in over.lefts):
        return _doing(over.head, joins=False)
    return []


def _works_at(noun: "Token") -> bool:
    """Whether somebody is told to be something at a body: "is a pilot at the Harbor Bureau"."""
    return is_held(noun.lemma_) and any(
        c.dep_ == "prep" and c.lower_ in {"at", "with"} and c.i == noun.i + 1 for c in noun.rights
    )


def _is_post(noun: "Token") -> bool:
    return noun.lemma_.lower() in english().classes["post"]

"""The law or order that something was done under: "pursuant to section 7 of the Act", "under Executive Order 12".

The words that tie an act to an instrument are pairs of a cue and a mention behind it; the parse tells which act
they hang on. The dependency labels are those of spaCy's English pipelines (CLEAR style).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gestae.loaders.grammar import FINITE, NOUNS, PREDICATES, SUBJECTS
from gestae.loaders.instrument_words import HEADS
from gestae.loaders.instruments import Placed
from gestae.ontology.facts import Action, Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gestae.loaders.parse import Sentence

__all__ = ["Basis", "bases", "done_under"]

_CUE = re.compile(
    r"\b(?:(?:(?:as|is|are|was|were) )?(?:required|authorized|permitted|directed|mandated|provided(?: for)?) (?:by|under|in)"
    r"|pursuant to|under(?: the authorit(?:y|ies)(?: (?:granted|provided))? (?:of|by|in))?|in accordance with|in compliance with"
    r"|(?:by|under|pursuant to) the authority (?:vested in|granted (?:to|by))|(?:using|exercising|invoking)(?: (?:the|his|her|its|their|my|our))?"
    r"(?: \w+){0,2} (?:authorit(?:y|ies)|powers?) (?:under|of|in|provided by))(?= )",
    re.I,
)
_PATH = re.compile(
    r"(?: (?:and|or|of|in|to|by|for|the|such|that|this|its|their|U\.S\.|federal|as|title|titles|section|sections|subsection|"
    r"subsections|paragraph|paragraphs|subparagraph|part|subtitle|chapter|clause|article|provisions?|terms?|requirements?|"
    r"authority|authorities|provided|granted|set|forth|contained|new|(?:[IVX]+|\d+[A-Za-z]?(?:-\d+)?(?:\s?\([a-zA-Z0-9]{1,4}\))*|"
    r"\([a-zA-Z0-9]{1,4}\))),?)*,? ?\"?$"
)
"""What may stand between a cue and the instrument: "section 7(b) of title II of the"."""
_THE = re.compile(
    r"(?: (?:sections?|subsections?|paragraphs?|titles?|part|chapter|\d+[A-Za-z]?(?:\([a-zA-Z0-9]{1,4}\))*|and|or|of|[IVX]+),?)*"
    r" (?:the|that|such) (?P<head>Act|Order|Proclamation|Memorandum|Convention|Treaty)\b(?! [A-Z(]| (?:of|to|on|for)\b)"
)
_EXCEPT = re.compile(r"\b(?:except|unless|other than)(?: as)?(?: otherwise)? $", re.I)
"""What stands before a cue that tells what is not so: "except as otherwise provided in this order"."""
_VESTED = re.compile(r"authority (?:vested|granted)", re.I)
_AS_OTHERWISE = 24
_PREAMBLE = 700
_REACH = 110
_CONSTITUTION = "Constitution of the United States"
_GROUNDED = frozenset({
    "sanction", "authority", "action", "order", "determination", "designation", "power", "tariff", "duty", "investigation",
    "rule", "waiver", "license", "emergency", "regulation", "finding", "notice", "report", "restriction", "penalty",
    "proceeding", "charge", "case", "claim", "enforcement", "remedy", "responsibility", "obligation", "requirement",
    "function", "measure", "directive", "guidance", "step", "procedure", "petition", "review", "plan", "list", "certification",
})  # fmt: skip
"""Nouns of which "X under the Act" tells under what it was made or used, as their verb's object."""
_PARTICIPLES = frozenset(
    {"required", "authorized", "permitted", "directed", "mandated", "provided", "vested", "granted"}
)
_FORMAL = frozenset(
    {"pursuant to", "in accordance with", "in compliance with", "as required by", "as authorized by"}
)
"""Cues that tell of an act even where the parser hangs them on its object."""
_NEAR = 2
_CLIMB = 6


@dataclass(frozen=True, slots=True)
class Basis:
    """That what the predicate at token `verb` of a sentence says is done under an instrument; `text` is how it is named.

    A `leading` basis opens its sentence and holds for all that the main clause coordinates.
    """

    verb: int
    text: str
    name: str
    leading: bool = False


def done_under(action: Action, verb: "Token", found: Sequence[Basis]) -> Action:
    """The action with the instrument that it is done under, where its sentence ties one to its verb."""
    for basis in found:
        if verb.i == basis.verb or (basis.leading and _first(verb).i == basis.verb):
            return replace(action, under=Mention(basis.text, basis.name))
    return action


def _first(verb: "Token") -> "Token":
    """The first of coordinated predicates that share a subject."""
    while verb.dep_ == "conj" and not any(c.dep_ in SUBJECTS for c in verb.lefts):
        verb = verb.head
    return verb


def bases(sentence: "Sentence", places: Sequence[Placed]) -> Iterator[Basis]:
    """What a sentence says to be done under which instrument; `places` are the document's mentions in order."""
    start, end = int(sentence.tokens.start_char), int(sentence.tokens.end_char)
    text, shift = sentence.block.text, sentence.block.start
    if not places or places[0].start >= end + shift:
        return
    first = bisect_left(places, start + shift, key=lambda place: place.start)
    inside = places[first : bisect_left(places, end + shift, key=lambda place: place.start)]
    for cue in _CUE.finditer(text, start, end):
        if _EXCEPT.search(text, max(start, cue.start() - _AS_OTHERWISE), cue.start()):
            continue
        vested = bool(_VESTED.search(cue[0]))
        named = _named(text, cue.end(), inside, shift, vested=vested) or _back(text, cue.end(), places, shift)
        token = _token(sentence, cue.start())
        if named is None or token is None:
            continue
        words = text[_from(text, cue.end()) : named.end - shift]
        formal = cue[0].lower() in _FORMAL
        verb, leading = _verb(token, sentence, vested=vested, formal=formal)
        if verb is not None:
            plain = (
                words if not vested and len(words) < _REACH else text[named.start - shift : named.end - shift]
            )
            yield Basis(verb.i, " ".join(plain.split()), named.instrument.name, leading)


def _named(text: str, at: int, places: Sequence[Placed], shift: int, *, vested: bool) -> Placed | None:
    """The instrument behind a cue; in a preamble the first law it names besides the Constitution."""
    behind = [p for p in places if p.start - shift >= at]
    if vested:
        near = [
            p for p in behind if p.start - shift - at <= _PREAMBLE and p.instrument.kind in {"law", "order"}
        ]
        return next((p for p in near if p.instrument.name != _CONSTITUTION), near[0] if near else None)
    for place in behind[:3]:
        between = text[at : place.start - shift]
        if len(between) > _REACH:
            return None
        if _PATH.fullmatch(between):  # "the Ulm Agreement Implementation Act" is named, not the agreement
            return max((p for p in behind if p.start == place.start), key=lambda p: p.end)
    return None


def _back(text: str, at: int, places: Sequence[Placed], shift: int) -> Placed | None:
    """What "the Act" behind a cue points back at: the nearest instrument of its kind before it."""
    match = _THE.match(text, at)
    if match is None:
        return None
    kind = HEADS[match["head"].lower()]
    before = places[: bisect_left(places, at + shift, key=lambda place: place.start)]
    meant = next(
        (p for p in reversed(before) if p.instrument.kind == kind and p.instrument.name != _CONSTITUTION),
        None,
    )
    return replace(meant, start=match.start("head") + shift, end=match.end("head") + shift) if meant else None


def _from(text: str, at: int) -> int:
    """Where the words begin that name the instrument, behind the cue and an article."""
    found = re.compile(r"\s*(?:the |its |their )?").match(text, at)
    return found.end() if found else at


def _token(sentence: "Sentence", at: int) -> "Token | None":
    span = sentence.tokens.doc.char_span(at, at + 1, alignment_mode="expand")
    return span[0] if span is not None and len(span) else None


def _verb(token: "Token", sentence: "Sentence", *, vested: bool, formal: bool) -> "tuple[Token | None, bool]":
    """The predicate that a cue hangs on, and whether the cue opens the sentence."""
    before = [t for t in sentence.tokens if t.i < token.i]
    opens = not any(t.pos_ in {"VERB", "AUX", "NOUN", "PRON"} or t.tag_ in FINITE for t in before)
    if opens:
        main = _main(sentence, token)
        if main is not None:
            return main, True
    if (second := _second(token, sentence)) is not None:
        return second, False
    node = token
    for _ in range(_CLIMB):
        if node.head.i == node.i:
            return None, False
        above = node.head
        if (
            above.pos_ in PREDICATES
            and above.dep_ not in {"prep", "amod", "aux", "auxpass"}
            and not _cue_word(above, token)
        ):
            return above, False
        if above.pos_ in NOUNS and not (_grounded(above, node) or (formal and above.dep_ == "dobj")):
            return None, False
        node = above
    return None, vested


def _second(token: "Token", sentence: "Sentence") -> "Token | None":
    """The later predicate of two that a cue between "and" and a comma opens: "closed a port and, under the Act, took steps"."""
    before = [t.lower_ for t in sentence.tokens if token.i - 2 <= t.i < token.i and t.text != ","]
    if before[-1:] != ["and"]:
        return None
    later = (t for t in sentence.tokens if t.i > token.i and t.dep_ == "conj" and t.pos_ == "VERB")
    verb = next((t for t in later if t.head.i < token.i), None)
    if verb is None:
        return None
    first = min((c.i for c in verb.lefts if c.dep_ in {"aux", "auxpass", "advmod", "neg"}), default=verb.i)
    return verb if verb.doc[first - 1].text == "," else None


def _cue_word(above: "Token", token: "Token") -> bool:
    """Whether a participle belongs to the cue itself ("as required by"), which begins at the token."""
    return above.lower_ in _PARTICIPLES and 0 <= above.i - token.i <= _NEAR


def _grounded(noun: "Token", below: "Token") -> bool:
    """Whether what hangs on a noun tells under what its verb acts: "imposed sanctions under the Act"."""
    if noun.i > below.i or (below.lower_ in _PARTICIPLES and noun.dep_ not in {"dobj", "nsubjpass"}):
        return False
    return noun.dep_ in {"dobj", "nsubjpass", "conj", "pobj", "attr"} and noun.lemma_.lower() in _GROUNDED


def _main(sentence: "Sentence", token: "Token") -> "Token | None":
    """The main predicate of a sentence that a cue opens; of "under the Act, the Board closed a pier, he said", the first."""
    root = sentence.tokens.root
    above = token.head
    if above.dep_ == "ccomp" and above.pos_ == "VERB" and any(c.dep_ in SUBJECTS for c in above.lefts):
        return above
    if root.pos_ in PREDICATES and root.i > token.i and not _cue_word(root, token):
        return root
    return next(
        (
            t
            for t in sentence.tokens
            if t.i > token.i and t.pos_ == "VERB" and any(c.dep_ in SUBJECTS for c in t.lefts)
        ),
        None,
    )

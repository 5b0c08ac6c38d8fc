"""Who or what a document is about, from its title: who acts in lines that name nobody."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from gestae.loaders.cast import Cast
from gestae.loaders.clauses import clauses
from gestae.loaders.names import kind_of
from gestae.loaders.parse import Sentence
from gestae.loaders.phrases import core
from gestae.ontology.facts import Mention

if TYPE_CHECKING:
    from spacy.tokens import Span

__all__ = ["topic_of"]

_KIND = re.compile(
    r"^\s*(?:fact ?sheet|icymi|what they are saying|president's priorities|the record|by the numbers|press release)\s*:\s*",
    re.I,
)
_SIGNED = re.compile(
    r"^(?:a |congressional |presidential )?(?:memorandum|determination|bills?|resolutions?|nominations?|messages?|letters?|notice)\b",
    re.I,
)
_TALK = re.compile(r"^(?:joint )?(?:statements?|remarks|readout|press|background|interview|briefing)\b", re.I)
_SPEECH = re.compile(r"^(?:remarks|address|speech)\b", re.I)
"""Of whoever speaks tells what leaves its subject out ("Thank you")."""
_WORD = r"(?:[A-Z0-9][\w’'&-]*|of|the|and|for|to|in)"
_INSTRUMENT = re.compile(
    rf"\b([A-Z][\w-]*(?: {_WORD}){{0,7}}? (?:Act|Law|Plan|Bill|Agenda|Strategy|Initiative|Framework|Deal|Compact|Accord))\b"
)
_BEFORE = re.compile(
    r"^.*[’']s? (?=[A-Z])|^.*\b(?:[Oo]f|[Tt]he|[Oo]n|[Ff]or|[Hh]ow|[Ww]hat|[Ii]n|[Tt]o) (?=[A-Z])"
)
_LONGEST = 7
_ACTING = frozenset({"organization", "person"})


def topic_of(title: Sequence[Sentence], cast: Cast) -> tuple[Mention, ...]:
    """Who acts in the title, else the instrument it names, else the President who signed, else the nation that speaks."""
    if title:
        words = _KIND.sub("", " ".join(title[0].document.text.split()))
        first = _leading(words, cast)
        if first is not None:
            return (first,)
        if _SIGNED.search(words) and cast.speaker.president:
            return (Mention(cast.speaker.president, cast.speaker.president),)
        law = _INSTRUMENT.search(words)
        if law is not None and not _TALK.match(words):
            name = _BEFORE.sub("", law[1])
            return (Mention(name, cast.name(name)),)
        for sentence in title:
            said = _said(sentence.tokens, cast)
            if said:
                return said
        if _SPEECH.match(words) and cast.speaker.i:
            return (Mention(cast.speaker.i, cast.speaker.i),)
    return (Mention(cast.speaker.we, cast.speaker.we),)


def _leading(words: str, cast: Cast) -> Mention | None:
    """Whom a title begins with, where a verb follows ("Mayor Ann Lee Opens …", "The council is …")."""
    parts = words.split()
    for end in range(min(_LONGEST, len(parts) - 1), 0, -1):
        verb = parts[end].strip(",").lower()
        if (
            "'s" in verb
            or "’s" in verb
            or not (verb.endswith("s") or verb == "will")
            or verb in {"as", "states", "united"}
            or parts[end - 1].endswith(("'s", "’s"))
        ):
            continue
        name = " ".join(parts[:end]).removeprefix("The ")
        full = cast.known(name)
        if full and kind_of(full, cast.authority) in _ACTING:
            return Mention(name, full)
    return None


def _said(tokens: "Span", cast: Cast) -> tuple[Mention, ...]:
    """Who acts in the main clause of a title, if it is somebody."""
    for clause in clauses(tokens):
        if clause.role == "main" and clause.subjects and not clause.passive:
            found = tuple(cast.resolve(core(s)) for s in clause.subjects)
            if all(kind_of(m.name, cast.authority) in _ACTING for m in found):
                return found
    return ()

"""Quoted speech in a paragraph, and who speaks it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gestae.loaders.made import made
from gestae.loaders.phrases import parsed_text

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from gestae.loaders.parse import Sentence

__all__ = ["Quotation", "quotations", "remarks_of", "speaker_around"]

_FEWEST_WORDS = 4
"""Words below which what stands in quotation marks is a name or a phrase and no speech."""
_SPOKEN = re.compile(
    r"\b(?:said|says|say|stated|states|added|adds|wrote|writes|told|tells|noted|notes|concluded|declared|explained|"
    r"remarked|continued|argued|warned|asked|replied|commented|announced|emphasized|stressed|inspired|quipped|observed)\b"
)
_NAME = r"(?:[A-Z][\w.'-]*|of|the|for|and|de|[A-Z]\.)"
_SIGNED = re.compile(rf"^[\s\u2013\u2014-]*((?:[A-Z][\w.'-]*)(?: {_NAME}){{0,8}})\.?\s*$")
_LABEL = re.compile(
    r"(?:^|[.!?] )\W{0,3}(?P<name>[A-Z][^:.!?\"()]{1,100}?(?:[A-Z]\.[^:.!?\"()]{1,60}?)?)"
    r"(?: \([^()]{1,40}\)|, \d[\d/.-]*)?\s*:\s*$"
)
"""What stands before a quotation and a colon: "Senator Jane Roe (D-OH): …", "The Daily Post, 6/6/24: …"."""
_LONGEST_LABEL = 14
_TITLED = re.compile(
    r"\b(?:President|Senator|Sen\.|Representative|Rep\.|Congress(?:wo)?man|Governor|Gov\.|Secretary|Mayor|CEO|Chief|Sheriff|"
    r"Director|Ambassador|Minister|Chairman|Chair|Lady|Administrator|General|Speaker|Leader|Dr\.|Mr\.|Ms\.|Mrs\.)(?=\s|$)|\([DRI]-"
)
_OFFICE = re.compile(
    r".*\b(?:CEO|COO|CFO|Officer|Executive|Director|Chair|Chair(?:wo)?man|Founder|Owner|Manager|President|Spokes\w+|Secretary|"
    r"Commissioner|Economist|Analyst|Partner) (?P<person>[A-Z][\w'-]+(?: [A-Z][\w.'-]*){1,3})$"
)
_LEAD = re.compile(
    rf"^(?:.*, )?(?P<name>(?:[Tt]he )?[A-Z][\w.'-]*(?: {_NAME}){{0,10}}) (?:\w+ ){{0,3}}?{_SPOKEN.pattern}[^\"]*:$"
)
_BEHIND = re.compile(rf"\s*\n\s*[-\u2013\u2014~]+\s*(?P<name>[A-Z][\w.'-]*(?: {_NAME}){{1,8}})[,.\n]")
_REMARKS = re.compile(rf"^Remarks (?:by|of) (?P<name>[A-Z][\w.'-]*(?: {_NAME}){{1,8}})")
_KEY = "gestae.quotations"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks at characters `start`..`end` of a paragraph, and who speaks them."""

    start: int
    end: int
    speaker: "Span | None"


def quotations(doc: "Doc") -> tuple[Quotation, ...]:
    """The quoted speech of a paragraph, in order; found once for each spaCy document."""
    found: tuple[Quotation, ...] | None = doc.user_data.get(_KEY)
    if found is None:
        found = tuple(_find(doc)) if '"' in parsed_text(doc) else ()
        doc.user_data[_KEY] = found
    return found


def _find(doc: "Doc") -> Iterator[Quotation]:
    text = parsed_text(doc)
    speaker: Span | None = None
    for start, end in _marked(text):
        words = text[start:end]
        if not _is_speech(text, start, words):
            continue
        found = _after(doc, end) or _before(doc, start)
        speaker = _person(found) if found is not None else speaker
        yield Quotation(start, end, speaker)


def _marked(text: str) -> Iterator[tuple[int, int]]:
    """The stretches between quotation marks; one that nothing closes goes to the end of the paragraph."""
    marks = [i for i, c in enumerate(text) if c == '"']
    for place in range(0, len(marks), 2):
        end = marks[place + 1] if place + 1 < len(marks) else len(text)
        yield marks[place] + 1, end


def _is_speech(text: str, start: int, words: str) -> bool:
    """Whether quoted words are a sentence of somebody's, not a title or a phrase."""
    many = len(words.split()) >= _FEWEST_WORDS
    lower = sum(w[:1].islower() for w in words.split())
    opening = text[: start - 1].rstrip()
    whole = words[:1].isupper() and lower > len(words.split()) // 2
    return (many and whole and (not opening or opening[-1] in ",:.!?)" or opening.endswith("that"))) or (
        many and not opening
    )


def _after(doc: "Doc", end: int) -> "Span | None":
    """The speaker in what follows: '…," said the Secretary', or a bare name behind the quotation."""
    rest = parsed_text(doc)[end + 1 : end + 200]
    if signed := _SIGNED.match(rest):
        at = end + 1 + signed.start(1)
        return doc.char_span(at, at + len(signed[1]), alignment_mode="expand")
    if parsed_text(doc)[end - 1 : end] not in {",", "!", "?", "."}:
        return None
    found = re.match(r"\s*,?\s*(?:[\w.'-]+ ){0,8}?", rest)
    verb = _SPOKEN.search(rest[: 120 if found else 0])
    stop = re.search(r'[.;"]\s', rest)
    if verb is None or (stop and stop.start() < verb.start() and parsed_text(doc)[end - 1] != ","):
        return None
    if parsed_text(doc)[end - 1] == "." and verb.start() > 3:
        return None
    token = _token(doc, end + 1 + verb.start())
    return (
        _subject(token)
        or _nominal(doc, end + 1 + verb.end(), end + 1 + (stop.start() if stop else len(rest)))
        or _between(doc, end + 1, end + 1 + verb.start())
    )


def _before(doc: "Doc", start: int) -> "Span | None":
    """The speaker in what leads to the quotation: 'The Secretary said, "…', 'NAME: "…'."""
    text = parsed_text(doc)
    opening = text[max(0, start - 400) : start - 1]
    last = max(opening.rfind('" '), 0)
    lead = opening[last:].rstrip()
    if (label := _LABEL.search(lead)) and _is_label(label["name"]):
        at = start - 1 - len(opening) + last + label.start("name")
        return doc.char_span(at, at + len(label["name"]), alignment_mode="expand")
    if not lead or (lead[-1] not in ",:" and not lead.endswith(" that")):
        return None
    token = _token(doc, start - 1)
    if token is None or token.i == 0:
        return None
    sentence = doc[token.i - 1].sent
    verbs = [t for t in sentence if t.idx < start and t.pos_ in {"VERB", "AUX"}]
    speaking = [t for t in verbs if _SPOKEN.fullmatch(t.lower_)]
    for verb in [*reversed(speaking), *reversed(verbs)]:
        subject = _subject(verb)
        if subject is not None:
            return subject
    return None


def _is_label(name: str) -> bool:
    """Whether it names somebody; "PROMISE MADE" and "He added" do not."""
    parts = name.split()
    shouted = len(parts) > 1 and all(p.isupper() for p in parts)
    return (
        len(parts) <= _LONGEST_LABEL
        and not shouted
        and not _SPOKEN.search(name)
        and parts[0] not in {"He", "She", "They", "It"}
    )


def _person(span: "Span") -> "Span":
    """Of "Acme Rail President and CEO Jane Q. Roe, a grandmother": "Jane Q. Roe"."""
    text = span.text.split(",")[0]
    if (match := _OFFICE.match(text)) is None and len(text) == len(span.text):
        return span
    start = match.start("person") if match else 0
    return (
        span.doc.char_span(span.start_char + start, span.start_char + len(text), alignment_mode="expand")
        or span
    )


def _token(doc: "Doc", at: int) -> "Token | None":
    span = doc.char_span(at, at + 1, alignment_mode="expand")
    return span[0] if span is not None and len(span) else None


def _subject(verb: "Token | None") -> "Span | None":
    if verb is None:
        return None
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if (
        subject is None
        or subject.lower_ in {"i", "we", "it", "which", "who", "that", "this", "there"}
        or subject.pos_ in {"VERB", "AUX"}
    ):
        return None
    return _phrase(subject)


def _nominal(doc: "Doc", start: int, end: int) -> "Span | None":
    """The name behind "said" where the parser finds no subject."""
    found = re.match(rf"\s+((?:the )?[A-Z][\w.'-]*(?: {_NAME}){{0,10}})", parsed_text(doc)[start:end])
    if not found:
        return None
    return doc.char_span(start + found.start(1), start + found.end(1), alignment_mode="expand")


def _between(doc: "Doc", start: int, end: int) -> "Span | None":
    """The name between the quotation and "said"."""
    found = re.search(rf"((?:the )?[A-Z][\w.'-]*(?: {_NAME}){{0,10}})\s*$", parsed_text(doc)[start:end])
    if not found:
        return None
    return doc.char_span(start + found.start(1), start + found.end(1), alignment_mode="expand")


def _phrase(head: "Token") -> "Span":
    end = head.i + 1
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in {"of", "for"}:
            end = max(end, child.right_edge.i + 1)
        else:
            break
    while end < len(head.doc) and (head.doc[end].pos_ == "PROPN" or head.doc[end].text == "&"):
        end += 1
    return head.doc[head.left_edge.i : end]


def speaker_around(sentence: "Sentence") -> "Span | None":
    """Who speaks a quotation that fills its paragraph: named by the lead-in of its list, its heading, or the line below.

    The span is of a document of its own, made of the words of the name.
    """
    block, text = sentence.block, sentence.document.text
    match = _LEAD.match(block.lead) or _BEHIND.match(text, block.end)
    name = (
        match["name"]
        if match
        else block.heading
        if _TITLED.search(block.heading) and len(block.heading) < 80
        else None
    )
    if not name or name.isupper():
        return None
    return made(sentence.tokens.doc, name, sentence.start)


def remarks_of(sentence: "Sentence") -> "Span | None":
    """Whose remarks a text gives under a heading of its own ("Remarks by …"), where it is not all of it."""
    match = _REMARKS.match(sentence.block.heading)
    if match is None or (sentence.document.title or "").startswith("Remarks"):
        return None
    return made(sentence.tokens.doc, match["name"], sentence.start)

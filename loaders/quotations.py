"""Quoted speech in a paragraph, and who speaks it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gestae.loaders.grammar import PREDICATES, SUBJECTS
from gestae.loaders.parsed_text import parsed_text
from gestae.loaders.tellers import can_tell
from gestae.ontology.english import english

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

__all__ = ["NAME", "SPOKEN", "Quotation", "labelled", "quotations"]

_FEWEST_WORDS = 4
"""Words below which what stands in quotation marks is a name or a phrase and no speech."""
SPOKEN = (
    r"\b(?:said|says|say|stated|states|added|adds|wrote|writes|write|told|tells|noted|notes|concluded|declared|explained|"
    r"remarked|continued|argued|warned|asked|replied|commented|announced|emphasized|stressed|inspired|quipped|observed)\b"
)
"""Verbs in the forms that stand beside a quotation."""
_SPOKEN = re.compile(SPOKEN)
NAME = r"(?:[A-Z][\w.'-]*|of|the|for|and|de|[A-Z]\.)"
_SIGNED = re.compile(
    rf"^[\s*_]*(?:[\u2013\u2014-]+[\s*_]*((?:[A-Z][\w.'-]*)(?: {NAME}){{0,8}})(?:, (?!{SPOKEN})[^.!?\"]{{2,120}})?|"
    rf"((?:[A-Z][\w.'-]*)(?: {NAME}){{0,8}}))[.*_]*\s*$"
)
"""What stands behind a quotation to its paragraph's end: a name, or a dash, a name and what the person is."""
_LABEL = re.compile(
    r"(?:^|[.!?\]] |\*\* ?)\W{0,3}(?P<name>(?:[A-Z]|\d+ [A-Z])"
    r"(?:[^:.!?\"()\[\]*]|(?<=\b[A-Z])\.|(?<=\b[JSD]r)\.|(?<=Ph)\.|(?<=Ph\.D)\.|\.(?=\w)){1,180}?)"
    r"(?: \([^()]{1,40}\)|, \d[\d/.-]*)?[\s*]*:[\s*]*$"
)
"""What stands before a quotation and a colon: "Senator Jane Roe (D-OH): …", "The Daily Post, 6/6/24: …"."""
_LABELLED = 240
"""Characters before a quotation among which its label stands."""
_LONGEST_LABEL = 14
"""Words of a label, or of what stands in it before the first comma."""
_OFFICE = re.compile(
    r".*\b(?:CEO|COO|CFO|Officer|Executive|Director|Chair|Chair(?:wo)?man|Founder|Owner|Manager|President|Spokes\w+|Secretary|"
    r"Commissioner|Economist|Analyst|Partner) (?P<person>[A-Z][\w'-]+(?: [A-Z][\w.'-]*){1,3})$"
)
_TRADE = re.compile(
    r".*\b(?!(?:of|for|and|the|de|from|in|on|by|with)\b)[a-z]{3,} (?P<person>[A-Z][\w'-]+(?: [A-Z][\w.'-]*){1,3})$"
)
"""What somebody is, in small letters, and the name: "Harbor Times shipping correspondent Jane Roe"."""
_ABOUT = frozenset({"on", "about", "regarding"})
"""Words that begin what somebody speaks of, and no name ("On tolls: …")."""
_PIECE = re.compile(r"^(?:Statement|Remarks|Message|Quote|Comment)s? (?:from|by|of) (?:the )?", re.I)
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
    told = len(words.split()) >= 2 * _FEWEST_WORDS or (many and words[-1:] in {".", "!", ","})
    if told and opening.endswith((":", "*")) and labelled(opening[-_LABELLED:]):
        return True  # whatever it begins with: "@HarborTown opens its port"
    spelled = sum(w[:1].isalpha() for w in words.split())  # "In 2022, we arrested 40 smugglers."
    whole = words.lstrip(" *_")[:1].isupper() and lower > spelled // 2
    return (many and whole and (not opening or opening[-1] in ",:.!?)" or opening.endswith("that"))) or (
        many and not opening
    )


def _after(doc: "Doc", end: int) -> "Span | None":
    """The speaker in what follows: '…," said the Secretary', or a bare name behind the quotation."""
    rest = parsed_text(doc)[end + 1 : end + 200]
    signed = _SIGNED.match(rest)
    if signed and (signed[1] or signed[2].lower() not in english().classes["caption"]):
        at, to = signed.span(1 if signed[1] else 2)
        return doc.char_span(end + 1 + at, end + 1 + to, alignment_mode="expand")
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
        name = doc.char_span(at, at + len(label["name"]), alignment_mode="expand")
        who = label["name"].find(" who ")
        named = [t for t in name or () if who < 0 or t.idx < at + who]
        if name is not None and not any(t.pos_ in PREDICATES and t.is_lower for t in named):
            return name
    if not lead or (lead[-1] not in ",:" and not lead.endswith(" that")):
        return None
    token = _token(doc, start - 1)
    if token is None or token.i == 0:
        return None
    sentence = doc[token.i - 1].sent
    verbs = [t for t in sentence if t.idx < start and t.pos_ in PREDICATES]
    saying = english().classes["saying"]
    speaking = [t for t in verbs if _SPOKEN.fullmatch(t.lower_) or t.lemma_.lower() in saying]
    others = [] if lead.endswith(" that") else verbs
    for verb in [*reversed(speaking), *reversed(others)]:
        subject = _subject(verb)
        if subject is not None and (verb in speaking or can_tell(subject.root)):
            return subject
    return None


def labelled(words: str) -> str | None:
    """Whom a label at the end of some words names ("Statement from Mayor Jane Roe:")."""
    label = _LABEL.search(words)
    if label is None or not _is_label(label["name"]):
        return None
    return _PIECE.sub("", label["name"])


def _is_label(name: str) -> bool:
    """Whether it names somebody; "PROMISE MADE", "NOW" and "He added" do not."""
    parts = name.split()
    shouted = len(parts) > 1 and all(p.isupper() for p in parts)
    return (
        len(name.split(",")[0].split()) <= _LONGEST_LABEL
        and len(parts) <= 2 * _LONGEST_LABEL
        and not shouted
        and not _SPOKEN.search(name)
        and parts[0] not in {"He", "She", "They", "It"}
        and parts[0].lower() not in _ABOUT
        and name.lower() not in english().classes["caption"]
    )


def _person(span: "Span") -> "Span":
    """Of "Acme Rail President and CEO Jane Q. Roe, a grandmother", "pilot Jane Q. Roe": "Jane Q. Roe"."""
    text = span.text.split(",")[0]
    match = _OFFICE.match(text) or _TRADE.match(text)
    piece = _PIECE.match(text)
    start = match.start("person") if match else piece.end() if piece else 0
    if start == 0 and len(text) == len(span.text):
        return span
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
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if (
        subject is None
        or subject.lower_ in {"i", "we", "it", "which", "who", "that", "this", "there"}
        or subject.pos_ in PREDICATES
    ):
        return None
    return _phrase(subject)


def _nominal(doc: "Doc", start: int, end: int) -> "Span | None":
    """The name behind "said" where the parser finds no subject."""
    found = re.match(rf"\s+((?:the )?[A-Z][\w.'-]*(?: {NAME}){{0,10}})", parsed_text(doc)[start:end])
    if not found:
        return None
    return doc.char_span(start + found.start(1), start + found.end(1), alignment_mode="expand")


def _between(doc: "Doc", start: int, end: int) -> "Span | None":
    """The name between the quotation and "said"."""
    found = re.search(rf"((?:the )?[A-Z][\w.'-]*(?: {NAME}){{0,10}})\s*$", parsed_text(doc)[start:end])
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

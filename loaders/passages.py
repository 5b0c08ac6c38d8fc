"""Who speaks a passage that a paragraph is part of: a quotation over several paragraphs, or remarks within another text."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from gestae.loaders.layout import clean
from gestae.loaders.made import made
from gestae.loaders.quotations import NAME, SPOKEN, labelled
from gestae.ontology.english import english

if TYPE_CHECKING:
    from spacy.tokens import Span

    from gestae.loaders.parse import Sentence

__all__ = ["headliner", "remarks_of", "speaker_above", "speaker_around"]

_TITLED = re.compile(
    r"\b(?:President|Senator|Sen\.|Representative|Rep\.|Congress(?:wo)?man|Governor|Gov\.|Secretary|Mayor|CEO|Chief|Sheriff|"
    r"Director|Ambassador|Minister|Chairman|Chair|Lady|Administrator|General|Speaker|Leader|Dr\.|Mr\.|Ms\.|Mrs\.)(?=\s|$)|\([DRI]-"
)
_WHO = rf"(?P<name>(?:[Tt]he )?[A-Z][\w.'-]*(?: {NAME}){{0,10}})"
_TELLS = rf"(?:{SPOKEN}|\b(?:(?:issued|released|made|shared|gave) the following|(?:delivered|gave|made) (?:\w+ )?remarks|congratulated|praised|thanked)\b)"
_WHERE = re.compile(r" (?:on|at) (?=[A-Z]|the\b)")
"""What parts a speaker from where the words were said: "Mayor Jane Roe on Harbor Tonight"."""
_LEAD = re.compile(rf"^(?:.*[,.;] )?(?:As )?{_WHO} (?:\w+ ){{0,3}}?{_TELLS}[^\"]*:$")
_FROM = re.compile(rf"^(?:From|Via) {_WHO}:$")
_PARTS = re.compile(
    rf"^[^\"]*\b(?:from|of|in) {_WHO}['’]s? (?:\w+ ){{0,3}}(?:remarks|speech|address|statement|testimony|interview|eulogy)\b[^\".]*:$"
)
"""What leads up to parts of what somebody said: "Here are moments from Mayor Jane Roe's remarks:"."""
_SAID = re.compile(
    rf"[,.!?]\" (?:{SPOKEN} {_WHO}|(?P<before>(?:[Tt]he )?[A-Z][\w.'-]*(?: {NAME}){{0,10}}) {SPOKEN})"
)
_BEHIND = re.compile(rf"\s*\n\s*[-\u2013\u2014~]+\s*(?P<name>[A-Z][\w.'-]*(?: {NAME}){{1,8}})[,.\n]")
_SIGNED = re.compile(
    rf"\s*\n\s*(?P<name>[A-Z][\w.'-]*(?: {NAME}){{1,8}})[ \t]*(?:(?:, |\n)[A-Z][a-z]+ \d{{1,2}}, \d{{4}}[ \t]*)?"
    r"(?:\n[^\S\n]*\n\s*(?![\"\u201c\s])|\s*\Z)"
)
_REMARKS = re.compile(rf"^Remarks (?:by|of) (?P<name>[A-Z][\w.'-]*(?: {NAME}){{1,8}})[^\n.]{{0,60}}$", re.M)
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|[Ww]e|[Oo]ur)\b")
_LABEL = re.compile(
    r"\W{0,4}(?P<name>[A-Z][\w.&'-]*(?: [\w.&'-]+){0,5})(?: \([^()\n]{2,20}\))?\W{0,2}: ?\W{0,3}(?=[A-Z\d$])"
)
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
_LONGEST = 3_000
"""Characters of a paragraph that may belong to a quotation."""
_MOST = 12
"""Paragraphs that a quotation goes back."""
_SPEAKING = 800
"""Characters from the beginning of remarks within which their speaker says "I" or "we"."""
_LINE = 80


def speaker_around(sentence: "Sentence") -> "Span | None":
    """Who speaks a quotation that fills its paragraph, where other paragraphs name them.

    These are the lead-in of its list, its heading, the line below, the paragraph above that leads up to it, or
    those above of which it goes on with a quotation that none has closed. The span is of a document of its own.
    """
    block, text = sentence.block, sentence.document.text
    if match := (_LEAD.match(block.lead) or _PARTS.match(block.lead) or _BEHIND.match(text, block.end)):
        name: str | None = match["name"]
    elif (
        _TITLED.search(block.heading)
        and len(block.heading) < _LINE
        and block.heading != clean(sentence.document.title or "").strip()
    ):
        name = _WHERE.split(block.heading)[0]
    elif block.role == "paragraph" and block.text.lstrip()[:1] == '"':
        name = _signed(text, block.end, block.text) or _above(text, block.start)
    else:
        name = None
    return _named(name, sentence)


def speaker_above(sentence: "Sentence") -> "Span | None":
    """Who speaks a quotation that an earlier paragraph opens and none before this one closes."""
    text, start = sentence.document.text, sentence.block.start
    opened = text.rfind("\u201c", max(0, start - _LONGEST), start)
    closed = text.find("\u201d", start, start + _LONGEST)
    if opened < 0 or closed < 0 or text.find("\u201d", opened, start) >= 0:
        return None
    if sentence.start > closed or text.find("\u201c", start, closed) >= 0:
        return None
    name = _above(text, start)
    return _named(name, sentence)


def _named(name: str | None, sentence: "Sentence") -> "Span | None":
    """The speaker of that name; words in capitals head a section, one alone may be an acronym."""
    if not name or (name.isupper() and " " in name):
        return None
    return made(sentence.tokens.doc, name.rstrip("."), sentence.start)


def remarks_of(sentence: "Sentence") -> "Span | None":
    """Whose remarks a text gives under a heading of its own ("Remarks by …"), where it is not all of it."""
    if (sentence.document.title or "").startswith("Remarks"):
        return None
    over = _REMARKS.match(sentence.block.heading)
    text = sentence.document.text
    at, name = next(((at, n) for at, n in reversed(_remarks(text)) if at <= sentence.start), (0, None))
    if over:
        name = over["name"]
    elif name and (heading := sentence.block.heading):
        section = text.find(heading, at, sentence.start)
        if section >= 0 and not _FIRST_PERSON.search(text, section, section + _SPEAKING):
            return None  # another section of the text that the remarks stand in
    return made(sentence.tokens.doc, name, sentence.start) if name else None


def headliner(sentence: "Sentence") -> "Span | None":
    """The paper or station whose headline a line gives: "The Harbor Times: Norway Opens a Pier"."""
    label = _LABEL.match(sentence.block.text)
    if label is None or sentence.tokens.start_char < label.end() - 1:
        return None
    words = label["name"].split()
    paper = len(words) > 1 and words[-1].istitle() and words[-1].lower() in english().classes["paper"]
    outlet = paper or words[0].lower() in english().classes["outlet"]
    return made(sentence.tokens.doc, label["name"], sentence.start) if outlet else None


@lru_cache(maxsize=4)
def _remarks(text: str) -> tuple[tuple[int, str], ...]:
    """Where remarks begin in a text, in characters, and whose they are."""
    return tuple(
        (m.end(), m["name"])
        for m in _REMARKS.finditer(text)
        if _FIRST_PERSON.search(text, m.end(), m.end() + _SPEAKING)
    )


def _signed(text: str, end: int, words: str) -> str | None:
    """Whose name stands alone on the line below a paragraph that is all quotation."""
    if not words.rstrip().endswith('"'):
        return None
    match = _SIGNED.match(text, end)
    return match["name"] if match and _TITLED.search(match["name"]) else None


def _above(text: str, start: int) -> str | None:
    """Who speaks, by the paragraphs above `start`."""
    for _ in range(_MOST):
        end = len(text[:start].rstrip())
        if end == 0:
            return None
        breaks = [m.end() for m in _PARAGRAPH.finditer(text, max(0, end - _LONGEST), end)]
        start = breaks[-1] if breaks else max(0, end - _LONGEST)
        words = " ".join(clean(text[start:end]).split())
        if words.endswith(":") and '"' not in words:
            match = _LEAD.match(words) or _FROM.match(words)
            return match["name"] if match else labelled(words)
        if words.count('"') % 2 == 0:
            return None
        if match := _SAID.search(words):
            return match["name"] or match["before"]
        opening = words[: words.rindex('"')].rstrip()
        if opening:
            match = _LEAD.match(opening.rstrip(",:") + ":")
            return match["name"] if match else labelled(opening)
    return None

"""Who a list of those present names: "Ann Lee, Master of Ports", "Chair of the Harbor Board Jo Day", and names run together on one line.

Such lines are no sentences, and the parser makes little of them; the words alone tell where a name begins and ends.
"""

import re
from collections.abc import Iterator

from gestae.ontology.english import english

__all__ = ["names_a_person", "present"]

_SUFFIX = r"(?:,? (?:Jr|Sr)\.|,? (?:II|III|IV)\b)?"
_PARTICLE = r"(?:de|del|de la|di|da|do|dos|von|van|van der|von der|bin|al|el)"
_FULL = rf"[A-Z][\w'-]+(?: [A-Z]\.| {_PARTICLE})* [A-Z][\w'-]+{_SUFFIX}"
_LAST = re.compile(rf"(?:(?:Dr|Mr|Ms|Mrs|Rev|Amb)\. )?{_FULL}$")
"""A person at the end of a phrase: two words, with what stands between them."""
_WORD = r"(?:[A-Z0-9][\w.'/&-]*|[a-z]+[A-Z][\w-]*)"
_NAME = re.compile(rf"{_WORD}(?:,? (?:{_WORD}|{_PARTICLE}|of|for|the|and|&|to|on|in|at|v\.))*{_SUFFIX}")
_SOLE = re.compile(rf"(?:[A-Z][\w'.-]+|{_PARTICLE})(?: (?:[A-Z][\w'.-]*|{_PARTICLE})){{1,3}}")
_TITLED = re.compile(rf"{_SOLE.pattern}, ")
_END = re.compile(r"(?!,? (?:Jr|Sr)\.|,? (?:II|III|IV)\b|, Inc\.)(?:,|;|:| \(| [-\u2013\u2014] |$)")
"""What the name of somebody present ends before."""
_POST = re.compile(
    r"\b(?:Secretary|Director|Administrator|Advis[eo]r|Assistant|Chair(?:man|woman|person)?|Commissioner|Counsel|Chief|Coordinator|"
    r"President|Representative|Officer|Minister|Ambassador|Envoy|Head|Deputy|Member|General|Senator|Governor|Mayor)\b"
)
_OFFICE = re.compile(rf"{_POST.pattern}(?= (?:of|for|to|on|and) )")
_LINK = re.compile(r"(?:\b(?:of|for|and|the|to|on|in|at)|&) $")
_BREAK = re.compile(r"\s*\n\s*(?=[A-Z])")
_OPEN = (",", ";", "&", " and", " of", " the", " for", " to", " on", " in", " at")
"""Ends of a line that goes on in the next."""
_DOTTED = ("Jr.", "Sr.", "Inc.")
_RUN_ON = 3
"""From this many people on one line on, a line holds several."""


def present(written: str, at: int = 0) -> Iterator[tuple[int, int]]:
    """Start and end of the name of each of those present whom a block of such a list names, from an offset on.

    `written` is the block as the document writes it, line breaks included, with plain quotation marks. Nobody
    where it is a label over others, or more than a name and what is said of it.
    """
    first = _BREAK.search(written, at)
    titled = "," in written[at : first.start() if first else at]
    for line in _BREAK.finditer(written, at):
        if written.endswith(_OPEN, at, line.start()) or (titled and not _TITLED.match(written, line.end())):
            continue
        yield from _line(written, at, line.start())
        at = line.end()
    yield from _line(written, at, len(written))


def names_a_person(text: str) -> bool:
    """Whether a line holds a person's name and an office, before or behind it."""
    return bool(_TITLED.match(text) or (_POST.search(text) and _person(text, 0, len(text))))


def _line(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if text[start:end].rstrip().endswith(":"):
        return
    people = list(_run_on(text, start, end))
    if len(people) >= _RUN_ON:
        yield from people
        return
    stop = _END.search(text, start, end)
    last = stop.start() if stop else end
    while last > start and text[last - 1] in " .\n" and not text.endswith(_DOTTED, start, last):
        last -= 1
    if not _NAME.fullmatch(text, start, last):
        return
    if _OFFICE.search(text, start, last):
        yield _person(text, start, last) or _behind(text, last, end) or (start, last)
    else:
        yield start, last


def _behind(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The person behind an office that commas part ("Minister of Ports, Locks and Roads Jo Day", "Head of the Fund, Jo Day")."""
    at = start
    for comma in [*re.finditer(r", | \(|$", text[start:end])]:
        stop = start + comma.start()
        if stop > at:
            alone = _SOLE.fullmatch(text, at, stop)
            if alone and not _ends_on_office(alone[0]):
                return at, stop
            if person := _person(text, at, stop):
                return person
        at = start + comma.end()
    return None


def _run_on(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The people of "Ann Lee, Harbor Bank Jo Day, City of Ulm Max Roe, Ferry Board": each stands before a comma."""
    at = start
    for comma in re.finditer(", ", text[start:end]):
        stop = start + comma.start()
        if at == start:
            if not _SOLE.fullmatch(text, start, stop):
                return
            yield start, stop
        elif person := _person(text, at, stop):
            yield person
        at = start + comma.end()


def _person(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The person on whom a phrase ends that says more before; nobody where it ends on an office or a body."""
    found = _LAST.search(text, start, end)
    if found is None or found.start() == start or _LINK.search(text, start, found.start()):
        return None
    return None if _ends_on_office(found[0]) else found.span()


def _ends_on_office(name: str) -> bool:
    words = english().classes
    ends = words["office-end"] | words["body-end"]
    return any(word.strip(".,").lower() in ends for word in name.split())

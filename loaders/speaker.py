"""Who speaks in a document: what "I", "we", "the President" and "the Administration" mean there."""

import re
from dataclasses import dataclass
from datetime import date

from gestae.ontology.authority import Authority
from gestae.ontology.facts import Document

__all__ = ["NATION", "Speaker", "speaker_of"]

_BY = re.compile(r"\b(by|from|of) (?:the )?((?:[A-Z][\w.\-]+ ?){2,6}|President\b)")
_OFFICES = frozenset({"president", "vice president", "first lady"})
_SPOKEN = re.compile(r"\b(?:remarks|statement|message|letter|speech|address|op-ed|testimony)\b", re.I)
_SIGNED = re.compile(
    r"\b(?:proclamation|executive order|memorandum|notice|determination|presidential message|letters?)\b",
    re.I,
)
_VESTED = re.compile(
    r"\bvested in me\b|\bI hereby\b|\bmy Administration\b|^\W*By the President of the United States of America\W*$",
    re.I | re.M,
)
_PRESIDENCY = re.compile(r"white house|president|federal register", re.I)
_FOR = re.compile(r"^MEMORANDUM FOR:?\s+(?:THE\s+)?([A-Z][A-Z \t]+?)[ \t]*$", re.M)
_OWN = re.compile(r"\b(?:[Mm]y|[Oo]ur|[Tt]he) Administration\b")
_JOINT = re.compile(
    r"\bjoint (?:leaders[’'] |press |summit |vision )?(?:statement|declaration|communiqu|vision)|\bleaders[’'] (?:statement|declaration)",
    re.I,
)
_PART = re.compile(r"U\.S\.|[\w’']+")
_LONGEST = 4
"""Words of the name of a country."""
_HEAD = 2_000
NATION = "United States"


@dataclass(frozen=True, slots=True)
class Speaker:
    """What the words that point at the speaker stand for; a pronoun that nothing settles stands for itself.

    `we` is what "we" stands for where its clause does not tell; where a clause tells that its "we" is a government,
    it is `body`, which is nothing where no government speaks, or more than one. `official` is a document of the
    presidency; `parties` are the countries that make a joint statement.
    """

    i: str | None
    we: str
    president: str | None
    administration: str | None
    date: date | None
    you: str | None = None
    body: str | None = None
    official: bool = False
    parties: tuple[str, ...] = ()


def speaker_of(document: Document, authority: Authority) -> Speaker:
    """Tell from a document's title, publisher and date who speaks in it."""
    when = document.date
    president = authority.president_on(when) if when else None
    administration = authority.administration_on(when) if when else None
    publisher = document.publisher or ""
    head = authority.find(publisher)
    official = bool(_PRESIDENCY.search(publisher))
    i = _first_person(document, authority, president.name if president else None)
    we, body = NATION, None
    if not official and len(head) == 1 and head[0].kind == "organization":
        we = head[0].name
    elif official and administration is not None and not _JOINT.search(document.title or ""):
        named = administration.name in document.text
        if named or i is not None or _OWN.search(document.text):
            body = administration.name
        if named and i is None:
            we = administration.name
    return Speaker(
        i=i,
        we=we,
        president=president.name if president else None,
        administration=administration.name if administration else None,
        date=when,
        you=_addressee(document, authority),
        body=body,
        official=official,
        parties=_parties(document.title or "", authority),
    )


def _parties(title: str, authority: Authority) -> tuple[str, ...]:
    """The countries that the title of a joint statement names, if they are several."""
    if not _JOINT.search(title):
        return ()
    words = [match[0] for match in _PART.finditer(title)]
    found: dict[str, None] = {}
    at = 0
    while at < len(words):
        for length in range(_LONGEST, 0, -1):
            known = authority.find(" ".join(words[at : at + length]))
            if len(known) == 1 and known[0].kind == "place":
                found[known[0].name] = None
                at += length - 1
                break
        at += 1
    return tuple(found) if len(found) > 1 else ()


def _addressee(document: Document, authority: Authority) -> str | None:
    """To whom a memorandum is written, where it is one."""
    found = _FOR.search(document.text[:_HEAD])
    words = " ".join(found[1].split()) if found else ""
    known = authority.resolve(words.title().replace(" Of ", " of ").replace(" The ", " the "), document.date)
    return known.name if known else None


def _first_person(document: Document, authority: Authority, president: str | None) -> str | None:
    title = document.title or ""
    if _SPOKEN.search(title):
        told = False
        for match in _BY.finditer(title):
            if told and match[1] == "of":  # "Statement from … on the Travels of …"
                break
            told = told or match[1] != "of"
            name = match[2].strip()
            if name.lower() in _OFFICES and document.date is not None:
                holder = authority.office_holder(name, document.date)
                return holder.name if holder else president
            parts = name.split()
            for end in range(len(parts), 1, -1):  # "Statement by Mayor Ann Lee Welcoming …"
                found = authority.find(" ".join(parts[:end]))
                if len(found) == 1 and found[0].kind in {"person", "post"}:
                    return found[0].name
    if _SIGNED.search(title) or _VESTED.search(document.text):
        return president
    return None

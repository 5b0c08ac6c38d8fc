"""Capitalised names in a text, and the short forms that it defines for them ("… (PITF)")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gestae.loaders.calendar_words import MONTH_NAME, WEEKDAYS
from gestae.loaders.layout import clean
from gestae.loaders.wording import headline
from gestae.ontology.authority import Authority
from gestae.ontology.english import english

if TYPE_CHECKING:
    from gestae.loaders.parse import Parsed

__all__ = ["Named", "definitions", "initials", "is_title", "kind_of", "named_in", "person_alone"]

_WORD = (
    r"(?:(?:[A-Z]\.){2,}|[A-Z][\w&\-]*(?:'s)?(?:(?<=\b[A-Z])\.|(?<=\b(?:Mr|Ms|Dr|Jr|Sr|St))\.|(?<=\bMrs)\.)?)"
)
_JOIN = r"(?:of|the|for|and|on|to|in|de|against|with|&)"
_ADVERB = "According|Following|Through|Throughout|Despite|Among|Within|Between|Together|From|Across|Without|Pursuant|What|How|Why|Who|Where|Which|If|Because|Although|Though|Unless|Until|Once|So|Or|Then|Now|Yes|No|Can|Could|Do|Does|Did|Would|Should|Is|Are|Was|Were|Has|Have|Had|Previously|Earlier|Later|Currently|Additionally|Recently|Finally|Today|Yesterday|Tomorrow|Since|During|Last|This|These|The|In|On|At|By|For|As|With|While|When|Under(?! Secretary)|After|Before|Also|And|But|Our|My|Their|His|Her|Its"
_NAME = re.compile(rf"(?!(?:{_ADVERB})\b){_WORD}(?:,? {_WORD}|,? and {_WORD}| (?:{_JOIN} )+{_WORD})*")
_SHORT = re.compile(
    r"""\((?:the |collectively,? |hereinafter |or |also known as )*["']?([A-Z][\w&.\-]*(?: [A-Z][\w&.\-]*){0,3})["']?\)"""
)
_BILL = re.compile(
    r"""\b(?P<number>(?:S|H\.R)\.(?: ?J\. ?Res\.)? ?\d+), the "(?P<name>[A-Z][^"]{4,160})"(?:,? (?:or|also known as) (?:the )?"(?P<other>[A-Z][^",]{4,80}),?")?"""
)
"""A bill by its number and its short title, and what else it is called."""
_CITED = re.compile(r",?\s*\((?:Pub|Public|\d+ U\.? ?S)[^()]*\)?,?\s*$|,?\s*\(?\d+ U\.S\.C\.[^()]*\)?,?\s*$")
_LIST = re.compile(r",? and |, (?:Jr|Sr|II|III|IV|Inc|LLC)\b")
_AND = " and "
_JOINED = " and the "
"""Joins two names more often than it stands in one."""
_BETWEEN = re.compile(r", (?:D\.C\. )?")
_FOR_OFFICE = re.compile(
    r"((?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w'’-]+) (?:for|as|to) ((?:Assistant|Deputy|Under|Associate|Chief|Director|Secretary|"
    r"Ambassador|Administrator|Commissioner|Member|Chair|General|Inspector|Judge|Governor|President)\b.*)"
)
_LOWER = re.compile(r"[a-z]")
_TITLES = re.compile(
    r"^(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Prof|President|Vice President|First Lady|Secretary|Senator|Representative|Governor|"
    r"Administrator|Director|Attorney General|Ambassador|General|Admiral|Chairman|Chair|Chairwoman|Chairperson|"
    r"(?:(?:Deputy )?(?:Prime|Foreign|Defense|Finance|Interior|Trade) )?Minister|Chancellor|Premier|King|Queen|Commissioner|Judge|Justice|"
    r"Colonel|Captain|Sheriff|Professor|(?:Majority |Minority )?Leader|U\.S\. Attorney|Secretary[- ]General|National Security Advis[eo]r|"
    r"(?:Deputy|Under|Assistant|Foreign) Secretary|Speaker|Mayor|Congressman|Congresswoman)\.? "
)
_TITLED = re.compile(
    rf"{_TITLES.pattern}[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){{0,3}}(?= (?:in|on|to|with|against) )"
)
"""Somebody with an office, before where or with whom: "Minister Jo Day in Ulm"."""
_PLURAL = re.compile(r"([A-Z]\w+?)(?:s|men) (?=[A-Z])")
_PERSON = re.compile(r"(?:[A-Z][\w'’.-]+ )+[A-Z][\w'’.-]+")
_PHRASE = re.compile(r" (?:of|for|on|to|in|against|with|and) ")
_LED = re.compile(
    r"(?:According|Contrary|Due|Owing|Prior|Pursuant|Relative|Subject|Thanks) to (?:[Tt]he )?|"
    rf"(?:Both|Either|Neither|{'|'.join(name.title() for name in WEEKDAYS)}|{MONTH_NAME}(?: \d{{4}})?) the "
)
"""What opens a sentence with a capital and is no part of the name behind it ("According to the Department, …", "On Monday the Department …")."""
_OWNED = re.compile(r"['’]s? [a-z]")
"""What belongs to somebody ("Mayor Lee's plan")."""
_KINDS = frozenset({
    "fact sheet", "executive order", "presidential memorandum", "press release", "public law", "federal register",
    "united states code", "u.s.c", "u.s.c.", "c.f.r.", "the order", "section",
})  # fmt: skip
"""What a document is, or is printed in: names of nobody who could act."""
_INSTRUMENTS = frozenset(
    {
        "act",
        "law",
        "order",
        "plan",
        "strategy",
        "agreement",
        "proclamation",
        "memorandum",
        "protocol",
        "treaty",
        "convention",
        "agenda",
        "bill",
        "report",
        "budget",
        "framework",
        "regulation",
    }
)
_PLACES = frozenset({"county", "city", "island", "islands", "river", "street", "day"})
_LONGEST_PERSON = 5
"""Words of a name that can be too long for a person's."""
_BODIES = frozenset({
    "department", "agency", "bureau", "office", "council", "commission", "committee", "administration", "force", "board",
    "institute", "center", "centre", "congress", "court", "partnership", "fund", "initiative", "program", "union",
    "organization", "university", "association", "coalition", "corporation", "company", "service", "unit", "group",
    "network", "team", "alliance", "foundation", "bank", "hotline", "campaign", "house", "senate", "regime", "government",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Named:
    """A name at a place of the document; `heads` are the short forms that can stand for it, in lower case."""

    start: int
    text: str
    kind: str
    heads: frozenset[str]


def definitions(text: str) -> dict[str, str]:
    """Short forms that a text defines in parentheses behind the full name, in lower case."""
    found: dict[str, str] = {}
    plain = clean(text)
    for match in _BILL.finditer(plain):
        name, _, inside = match["name"].rstrip(",").partition(" or the ")
        for short in (match["number"], match["other"] or inside):
            if short:
                found.setdefault(short.lower(), name)
    for match in _SHORT.finditer(plain):
        short = match[1]
        before = plain[max(0, match.start() - 160) : match.start()].rstrip()
        full = _expansion(before, short)
        if full and full.lower() != short.lower():
            found.setdefault(short.lower(), full)
    return found


def _expansion(before: str, short: str) -> str | None:
    """The name that ends at a parenthesis: by its initials where the short form is an acronym, else the last one."""
    before = _CITED.sub("", before)
    names = list(_NAME.finditer(before))
    if not names or len(before) - names[-1].end() > 12:
        return None
    name = names[-1][0]
    letters = [c for c in short if c.isupper()]
    if len(letters) < 2 or _LOWER.search(short):
        return name
    parts = name.split()
    fitting = [start for start in range(len(parts)) if _stands_for(letters, parts[start:])]
    if not fitting:
        return name
    # Of "Office of Ports, Pilot Training Office (PTO)" the part behind the comma: what begins there fits as well.
    apart = [start for start in fitting[1:] if parts[start - 1].endswith(",")]
    return " ".join(parts[apart[-1] if apart else fitting[0] :])


def _stands_for(letters: list[str], parts: list[str]) -> bool:
    initials = [p[0].upper() for p in parts]
    if initials[0] != letters[0] or not _subsequence(letters, initials):
        return False
    return sum(p[0].isupper() for p in parts) <= len(letters) + 2


def initials(name: str) -> str:
    """The initials of the capitalised words of a name, in capitals."""
    return "".join(part[0] for part in name.split() if part[0].isupper())


def _subsequence(letters: list[str], initials: list[str]) -> bool:
    rest = iter(initials)
    return all(letter in rest for letter in letters)


def named_in(parsed: "Parsed", authority: Authority) -> Iterator[Named]:
    """The names of a document, in the order of the text."""
    for block in parsed.blocks:
        if block.role == "heading" and block.text.isupper():
            continue
        plain = headline(block.text)
        for start, written in _apart(plain, authority):
            text = _trim(written)
            if len(text) > 4 and text.isupper() and " " in text:
                continue
            if text.lower() in _KINDS or (" " not in text and not authority.find(text)):
                continue
            kind = kind_of(text, authority)
            if kind == "thing" and plain != block.text and _PHRASE.search(text):
                continue  # of "Mayor Roe Announces Deal with Ulm" only the Mayor is a name
            yield Named(block.start + start, text, kind, _heads(text, kind))


def _apart(text: str, authority: Authority) -> Iterator[tuple[int, str]]:
    """The names of a text and where they begin, without the places, offices and adverbs that only a comma joins to them.

    "At Harbour College, Day …" and "Jo Day, Nominee for Warden" name two each, "Office of Harbours, Locks and
    Canals" one.
    """
    for match in _NAME.finditer(text):
        led = _LED.match(match[0])
        begun = match.start() + (led.end() if led else 0)
        name = match[0][begun - match.start() :]
        if (shared := _shared(name)) is not None:
            yield from ((begun + at, each) for at, each in shared)
            continue
        parts = name.split(_AND)
        if (
            len(parts) > 1
            and not authority.find(name)
            and (all(map(authority.find, parts)) or all(_TITLES.match(p) and " of " not in p for p in parts))
        ):
            at = begun
            for part in parts:
                yield at, part
                at += len(part) + len(_AND)
            continue
        officers = name.split(_JOINED)
        if len(officers) > 1 and not authority.find(name) and all(_is_office(o, authority) for o in officers):
            at = begun  # "the Secretary and the Foreign Minister"
            for officer in officers:
                yield at, officer
                at += len(officer) + len(_JOINED)
            continue
        if "," not in name or _LIST.search(name) or authority.find(name):
            yield from _person_and_office(begun, name)
            continue
        at = 0
        for comma in (*_BETWEEN.finditer(name), None):
            end = comma.start() if comma else len(name)
            if not name.startswith("Nominee ", at):
                yield from _person_and_office(begun + at, name[at:end])
            at = comma.end() if comma else end


def _shared(name: str) -> list[tuple[int, str]] | None:
    """Who share an office in the plural and are named in full ("Senators Jo Day and Roe": Jo Day), and where; None of other names."""
    office = _PLURAL.match(name)
    if office is None or _AND not in name or not any(is_title(office[1] + end) for end in ("", "man")):
        return None
    return [(each.start(), each[0]) for each in _PERSON.finditer(name, office.end())]


def _is_office(words: str, authority: Authority) -> bool:
    """Whether words name somebody by an office alone ("Foreign Minister")."""
    last = words.rpartition(" ")[2].lower()
    return last in english().classes["post"] or bool(" of " in words and authority.find(words))


def _person_and_office(start: int, name: str) -> Iterator[tuple[int, str]]:
    """Of "Jo Day for Deputy Warden": the person and the office, each a name; of "Mayor Jo Day in Ulm" the person and the place."""
    found = _FOR_OFFICE.match(name)
    if (alone := _TITLED.match(name)) is not None:
        yield start, alone[0]
        yield start + alone.end(), name[alone.end() :].lstrip()
    elif found is None or found[1].split()[-1].lower() in _BODIES | _INSTRUMENTS:
        yield start, name
    else:
        yield start, found[1]
        yield start + found.start(2), found[2]


def _trim(text: str) -> str:
    return re.sub(r"'s$", "", text)


def _heads(text: str, kind: str) -> frozenset[str]:
    """Short forms: the head noun before "of", the last word, the last two words, a surname with "Mr.".

    The last word of what a law or an order is about stands for neither ("Order on Trust in Government"), nor does a
    name for it and another ("the Board and the Mint").
    """
    plain = _TITLES.sub("", text)
    parts = re.split(r" (?:of|for|on|to|in|against|with) ", plain)
    head = parts[0].split()
    if _JOINED in plain:
        return frozenset() if _JOINED in parts[0] else frozenset({parts[0].lower()})
    forms = {" ".join(head[-1:]), " ".join(head[-2:]), parts[0]}
    if kind != "instrument" or len(parts) == 1:
        forms.add(plain.split()[-1])
    if plain != text or 1 < len(plain.split()) == len(parts[0].split()) < _LONGEST_PERSON:
        last = plain.split()[-1]
        forms |= {
            f"{title} {last}"
            for title in ("mr.", "mrs.", "ms.", "dr.", "secretary", "senator", "president", *_titles(text))
        }
        forms.update(_titles(text))  # "the Mayor", behind "Mayor Jo Day"
    return frozenset(f.lower() for f in forms if f)


def person_alone(text: str) -> str:
    """Somebody with an office, without where or with whom ("Mayor Jo Day in Ulm")."""
    found = _TITLED.match(text)
    return found[0] if found else text


def is_title(words: str) -> bool:
    """Whether words are an office that stands before a name ("Mayor")."""
    return _TITLES.fullmatch(f"{words} ") is not None


def _titles(text: str) -> tuple[str, ...]:
    """The title that a name begins with, in lower case ("Governor Jo Day")."""
    title = _TITLES.match(text)
    return (title[0].strip().lower(),) if title else ()


def kind_of(text: str, authority: Authority) -> str:
    """What sort of thing a name names: person, organization, instrument, place, or thing where nothing tells."""
    found = authority.find(text)
    if found:
        return "person" if found[0].kind == "post" else found[0].kind
    if not text.strip():
        return "thing"
    last = text.split()[-1].lower()
    if _TITLES.match(text) and not _OWNED.search(text) and last not in _BODIES | _PLACES:
        return "person"
    head = re.split(r" (?:of|for|on|to|in|against|with) ", text)[0].split()[-1].lower()
    if {last, head} & _INSTRUMENTS:
        return "instrument"
    if {last, head} & _BODIES:
        return "organization"
    return "thing"

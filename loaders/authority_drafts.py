"""From rows to drafts of authority entries, each row by itself: names, number, dates, or why it yields none."""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from gestae.loaders.authority_mapping import Mapped, template
from gestae.loaders.authority_rows import Row, at
from gestae.ontology.name_forms import normal_form

__all__ = ["Belonging", "Draft", "Refused", "Term", "drafts", "turned"]

_TURNED = re.compile(
    r"(?P<what>.+?),? (?P<kind>Department|Bureau|Office|Administration|Center|Division|Commission|Institute|Agency)"
)


@dataclass(frozen=True, slots=True)
class Term:
    """An office that somebody held; dates are ISO 8601, an open end is empty."""

    office: str
    start: str
    end: str = ""


@dataclass(frozen=True, slots=True)
class Belonging:
    """A body that an entry is a member of, in a role, and the day from which that is attested (ISO 8601), or ""."""

    group: str
    role: str = ""
    since: str = ""


@dataclass(frozen=True)
class Draft:
    """What one row says of an entry."""

    row: int
    key: str
    name: str
    names: tuple[str, ...] = ()
    identifier: str = ""
    acronyms: tuple[str, ...] = ()
    title: str = ""
    date: str = ""
    parent: str = ""
    family: str = ""
    matches: tuple[str, ...] = ()
    source: str = ""
    terms: tuple[Term, ...] = ()
    belongs: Belonging | None = None

    @property
    def says(self) -> tuple[str, str]:
        """What tells two things of one key apart."""
        return normal_form(self.title or self.name), self.date


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that yields no entry, counted from 1 below the header, and why."""

    row: int
    reason: str

    def __str__(self) -> str:
        return f"row {self.row}: {self.reason}"


@dataclass
class Missing:
    """Rows by the field of the mapping that they leave empty."""

    rows: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))


def drafts(rows: Iterable[Row], mapped: Mapped, missing: Missing) -> Iterator[Draft | Refused]:
    """Each row as a draft, or refused."""
    for number, row in enumerate(_each(rows, mapped.each), 1):
        try:
            if mapped.each and row.get(mapped.each) is None:
                raise ValueError(f"it holds no list {mapped.each!r}")
            yield _draft(number, row, mapped, missing)
        except ValueError as error:
            yield Refused(number, str(error))


def _each(rows: Iterable[Row], listed: str) -> Iterator[Row]:
    """The items of the list that stands in each row, with what else the row holds; a row without one as it is."""
    for row in rows:
        items = at(row, listed) if listed else None
        if isinstance(items, list):
            for item in items:
                yield {**row, listed: item, **(item if isinstance(item, dict) else {"value": item})}
        else:
            yield {**row, listed: None} if listed else row


def _draft(number: int, row: Row, mapped: Mapped, missing: Missing) -> Draft:
    def one(field_: str, text: str, needed: bool = False) -> str:
        value, empty = template(text, row)
        if empty and needed:
            raise ValueError(f"it yields no {field_}: {empty!r} is empty")
        if empty and "{" in text:
            missing.rows[field_].append(number)
            return ""
        return value

    name = one("name", mapped.name, needed=True)
    key = one("key", mapped.key or mapped.identifier or mapped.name, needed=True)
    name, *others = re.split(mapped.split, name) if mapped.split else [name]
    for text in mapped.names:
        value, empty = template(text, row)
        others += [] if empty else [value]
    date = one("date", mapped.date)
    return Draft(
        number,
        key,
        name,
        tuple(dict.fromkeys(other for other in others if other and other != name)),
        one("identifier", mapped.identifier),
        tuple(filter(None, (one("acronym", text) for text in mapped.acronym))),
        one("title", mapped.title),
        _day("date", date) if date else "",
        one("parent", mapped.parent),
        one("family", mapped.family),
        tuple(filter(None, (one("matches", text) for text in mapped.matches))),
        one("source", mapped.source),
        tuple(_terms(row, mapped)),
        _belonging(row, mapped),
    )


def _belonging(row: Row, mapped: Mapped) -> Belonging | None:
    told = {name: template(str(mapped.member_of.get(name, "")), row) for name in ("group", "role", "since")}
    group, empty = told["group"]
    if empty or not group:
        return None
    since = told["since"][0]
    return Belonging(group, told["role"][0], _day("since", since) if since else "")


def _terms(row: Row, mapped: Mapped) -> Iterator[Term]:
    held = mapped.terms
    if not held:
        return
    offices = held.get("offices", {})
    found = at(row, str(held["rows"])) if "rows" in held else [row]
    for term in found if isinstance(found, list) else []:
        office, empty = template(str(held.get("office", "")), term)
        start, no_start = template(str(held.get("start", "")), term)
        end, _ = template(str(held.get("end", "")), term)
        if empty or no_start:
            raise ValueError(f"a term of office lacks {empty or no_start!r}")
        name = offices.get(office, office) if isinstance(offices, dict) else office
        yield Term(name, _day("start", start), _day("end", end) if end else "")


def _day(field_: str, text: str) -> str:
    try:
        return datetime.date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        raise ValueError(f"its {field_} {text!r} is no day of the form YYYY-MM-DD") from None


def turned(name: str) -> tuple[str, ...]:
    """A name whose kind stands last, as a register writes it, with its kind first, as prose does.

    "Justice Department" → "Department of Justice"; also with "for" and "on", since nobody can tell.
    """
    match = _TURNED.fullmatch(name)
    if match is None:
        return ()
    article = ("", "the ") if match["kind"] in ("Department", "Bureau") else ("",)
    return tuple(f"{match['kind']} {w} {a}{match['what']}" for w in ("of", "for", "on") for a in article)

"""What the authority files hold an entry for: people, bodies, offices, places, laws and orders."""

import datetime
from dataclasses import dataclass
from typing import Literal

from gestae.ontology.facts import InstrumentKind

__all__ = ["Entity", "Gender", "Kind", "Tenure"]

Gender = Literal["female", "male"]
Kind = Literal["person", "organization", "post", "place", "instrument"]


@dataclass(frozen=True, slots=True)
class Entity:
    """An entry of the authority files.

    `name` is the full name in the style of prose ("President Donald J. Trump", "Department of Justice");
    `names` are other full names, `acronyms` short forms in capitals; `parent` is the IRI of the body that
    a body or a post belongs to. `date` is the day an instrument was made, `identifier` its public number,
    or the code of a place; `government` holds of the bodies of a state; `gender` is that of a person;
    `codified` the section of the United States Code where a law begins.
    """

    iri: str
    kind: Kind
    name: str
    names: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    parent: str | None = None
    instrument_kind: InstrumentKind | None = None
    identifier: str | None = None
    date: datetime.date | None = None
    government: bool = False
    gender: Gender | None = None
    codified: str | None = None


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person in an office of a body, from one day until another.

    `until` is the day that the successor begins, and is not part of it; `None` is open.
    """

    holder: str
    post: str
    body: str
    since: datetime.date
    until: datetime.date | None = None

    def covers(self, on: datetime.date) -> bool:
        """Whether a day falls within it."""
        return self.since <= on and (self.until is None or on < self.until)

"""Citations of laws, orders and other numbered documents in a text, with one canonical identifier each."""

from collections.abc import Iterator
from dataclasses import dataclass

from gestae.loaders.citation_forms import FORMS, Form
from gestae.loaders.layout import clean
from gestae.ontology.facts import InstrumentKind

__all__ = ["Citation", "citations"]

_KINDS: dict[Form, InstrumentKind] = {
    "order": "order",
    "proclamation": "proclamation",
    "determination": "memorandum",
    "directive": "memorandum",
    "report": "report",
    "resolution": "treaty",
    "convention": "treaty",
}


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation at `text[start:end]`.

    `identifier` is canonical: "EO 13773", "Pub. L. 106-386", "22 U.S.C. 7103(a)", "Proclamation 10337".
    """

    start: int
    end: int
    form: Form
    identifier: str

    @property
    def kind(self) -> InstrumentKind:
        """The kind of the instrument that is cited."""
        return _KINDS.get(self.form, "law")


def citations(text: str) -> tuple[Citation, ...]:
    """The citations of a text in order, none inside another; offsets count its characters.

    >>> [c.identifier for c in citations("Executive Orders 13773 and 13903; 22 U.S.C. § 7103(a)")]
    ['EO 13773', 'EO 13903', '22 U.S.C. 7103(a)']
    """
    plain = clean(text)
    found = [
        Citation(start, end, form, identifier)
        for form, trigger, pattern, read in FORMS
        if trigger in plain
        for match in pattern.finditer(plain)
        for start, end, identifier in read(match)
    ]
    return tuple(_apart(sorted(found, key=lambda c: (c.start, -c.end))))


def _apart(found: list[Citation]) -> Iterator[Citation]:
    end = -1
    for citation in found:
        if citation.start >= end:
            yield citation
            end = citation.end

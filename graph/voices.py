"""Whose word a statement is: two that cite one source, or stand in copies of one text, are one voice."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from gestae.graph.comparable_claims import Comparable
from gestae.graph.known import Known
from gestae.graph.network_claims import Source

__all__ = ["Voice", "Voices"]


@dataclass(frozen=True, slots=True, order=True)
class Voice:
    """Who speaks: what tells this voice from others (an IRI or a name in lower case), and its name."""

    key: str
    name: str


class Voices:
    """The voices of a store's statements.

    `copies` maps a version to the one that it copies the text of; `documents` are all, by version.
    """

    def __init__(self, known: Known, documents: Mapping[str, Source], copies: Mapping[str, str]) -> None:
        self._known = known
        self._documents = documents
        self._copies = copies

    def of(self, told: Comparable) -> Voice:
        """The source where the document names one, else who published the text first, else the document."""
        if told.source:
            return self._named(told.source)
        version = self._copies.get(told.version, told.version)
        document = self._documents.get(version, told.document)
        if document.publisher:
            return self._named(document.publisher)
        if host := _host(document.url):
            return Voice(host, host)
        return Voice(document.iri, document.title or document.name)

    def independent(self, told: Iterable[Comparable]) -> tuple[Voice, ...]:
        """The different voices of some claims, sorted."""
        return tuple(sorted({self.of(one) for one in told}))

    def several(self, told: Iterable[Comparable]) -> bool:
        """Whether two voices or more say so that are known: publishers, and sources that authority data know.

        Whoever else a document names may be anybody ("critics"), and is no voice beside the document's own.
        """
        known = (one for one in told if not one.source or self._known.shared(self.of(one).key))
        return len(self.independent(known)) > 1

    def _named(self, name: str) -> Voice:
        """A voice by IRI or name; a name that an entity of authority data answers to is that entity."""
        iri = name if self._known.is_entity(name) else self._known.called(name)
        if iri is None:
            return Voice(name.casefold(), name)
        label = self._known.label(iri)
        return Voice(iri if "/entity/" not in iri else label.casefold(), label)


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc.lower().removeprefix("www.")
    except ValueError:
        return ""

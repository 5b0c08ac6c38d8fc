"""Whose word a statement is: two that cite one source, or stand in copies of one text, are one voice."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import dropwhile

from gestae.graph.comparable_claims import Comparable
from gestae.graph.known import Known, host_of
from gestae.graph.network_claims import Source
from gestae.ontology.english import english

__all__ = ["Voice", "Voices"]

_NAMES = 2
"""Words that a name needs before it is somebody's and nobody else's."""


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
        """The source that is named, else who has the word there, else who published the text first, else the document."""
        if told.source or told.speaker:
            return self._named(told.source or told.speaker)
        version = self._copies.get(told.version, told.version)
        document = self._documents.get(version, told.document)
        if document.publisher:
            return self._named(document.publisher)
        if host := host_of(document.url):
            body = self._known.at_address(host)
            return Voice(body, self._known.label(body)) if body else Voice(host, host)
        return Voice(document.iri, document.title or document.name)

    def independent(self, told: Iterable[Comparable]) -> tuple[Voice, ...]:
        """The different voices of some claims, sorted; one of several names goes by the longest."""
        by_key: dict[str, Voice] = {}
        for voice in sorted({self.of(one) for one in told}):
            if voice.key not in by_key or len(voice.name) > len(by_key[voice.key].name):
                by_key[voice.key] = voice
        return tuple(sorted(by_key.values()))

    def several(self, told: Iterable[Comparable]) -> bool:
        """Whether two voices or more say so that are known: publishers, and sources and speakers that are somebody.

        A source or speaker is somebody where authority data know it or it bears a name of two words or more ("Governor Ann
        Lee"). Whoever else a document names may be anybody ("critics", "the Mayor"), and is no voice beside the
        document's own. What a speaker says by another's word and in own words too is one voice. Whoever holds an office of a body, or held one, is no voice beside that body's.
        """
        claims = list(told)
        first_hand = {self.of(one).key for one in claims if not one.source}
        known = (
            one
            for one in claims
            if not (one.source or one.speaker)
            or (
                (self._known.shared(self.of(one).key) or _is_name(self.of(one).name))
                and not (one.source and one.speaker and self._named(one.speaker).key in first_hand)
            )
        )
        voices = self.independent(known)
        own = [one for one in voices if any(self._known.speaks_for(one.key, body.key) for body in voices)]
        return len(voices) - len(own) > 1

    def _named(self, name: str) -> Voice:
        """A voice by IRI or name; a name that an entity of authority data answers to is that entity."""
        called = self._known.called
        iri = name if self._known.is_entity(name) else called(name) or called(_without_article(name))
        label = name if iri is None else self._known.label(iri)
        if iri is not None and "/entity/" not in iri:
            return Voice(iri, label)
        known = self._known.called(label)
        return Voice(known or _key(label), label)


def _without_article(name: str) -> str:
    return name[4:] if name[:4].lower() == "the " else name


def _is_name(words: str) -> bool:
    """Whether words are a name of two words or more, titles aside, and not what people are called together."""
    parts = words.split()
    if parts and parts[0].rstrip(".").casefold() in english().classes["title"] and parts[1:2] != ["of"]:
        parts = _untitled(parts)
    long = [word for word in parts if len(word) > 3 or word.endswith(".")]
    return len(parts) >= _NAMES and all(word[:1].isupper() for word in (parts[0], *long))


def _key(name: str) -> str:
    """What tells a voice from others: its name in small letters, without the titles before it."""
    parts = name.casefold().split()
    bare = _untitled(parts)
    return " ".join(bare if len(bare) >= _NAMES else parts[-_NAMES:])


def _untitled(parts: list[str]) -> list[str]:
    """The words of a name behind the titles before it."""
    titles = english().classes["title"] | english().classes["official"]
    return list(dropwhile(lambda part: part.rstrip(".").casefold() in titles, parts))

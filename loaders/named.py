"""Whether a document names whom a fact is about."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from gestae.loaders.pieces import parsable
from gestae.loaders.speaker import speaker_of
from gestae.loaders.turns import ASKING, turns_of
from gestae.ontology.authority import authority
from gestae.ontology.entities import Entity
from gestae.ontology.facts import UNSPECIFIED, Document, Mention

__all__ = ["Named"]

_WORD = re.compile(r"\w+")
_NOBODY = frozenset({"", UNSPECIFIED, ASKING})
"""What stands for somebody whom a text leaves out."""
_SHORT = 2
"""Letters of words that must stand by themselves."""


@dataclass(frozen=True)
class Named:
    """What a document names, in its text, its title, or as its publisher."""

    document: Document

    def holds(self, mention: Mention) -> bool:
        """Whether the words of a mention stand in the document, or another name does of whom they name.

        Who speaks or is addressed, as far as title, publisher and date tell, is known where no word says it
        ("I hereby order"). Case, white space and marks do not count, and the last word may go on ("America" in
        "Americans").
        """
        words = mention.name if mention.text in _NOBODY else mention.text
        if words in _NOBODY or self._says(words):
            return True
        called = mention.name in self._speaking and _plain(words) in _plain(mention.name)  # "the President"
        return called or self._means(words)

    def _says(self, words: str) -> bool:
        if (len(words) > _SHORT or not _WORD.search(words)) and words in self.document.text:
            return True
        return _within(_plain(words), self._words) or _within(_undotted(words), self._letters)

    @cached_property
    def _words(self) -> str:
        return _plain(self._told)

    @cached_property
    def _letters(self) -> str:
        """The words with abbreviations as they stand without dots ("US")."""
        return _undotted(self._told)

    @property
    def _told(self) -> str:
        known = self.document
        return "\n".join(filter(None, (known.text, known.title, known.publisher)))

    @cached_property
    def _speaking(self) -> frozenset[str | None]:
        who = speaker_of(self.document, authority())
        return frozenset({who.i, who.we, who.you, who.president, who.administration, *who.parties})

    def _means(self, words: str) -> bool:
        entity = authority().resolve(words, self.document.date) or authority().instrument(words)
        if entity is None:
            return False
        names = (entity.name, *entity.names, *entity.acronyms, entity.identifier)
        apart = all(f" {word}" in self._words for word in _plain(words).split())
        said = apart or any(
            self._says(name) for name in names if name
        )  # "the Departments of Labor and State"
        return said or not self._takers.isdisjoint(self._as(entity))

    @cached_property
    def _takers(self) -> frozenset[str]:
        """IRIs of those whose turn it is somewhere in a transcript, whom a label tells by an office alone ("THE VICE PRESIDENT: …")."""
        labels = set(turns_of(parsable(self.document.text)).speakers)
        found = (authority().resolve(label, self.document.date) for label in labels if label)
        return frozenset(entity.iri for entity in found if entity is not None)

    def _as(self, entity: Entity) -> frozenset[str]:
        """IRIs of somebody and of the posts held on the day of the document."""
        day = self.document.date
        held = authority().tenures(entity) if entity.kind == "person" and day is not None else ()
        return frozenset({entity.iri, *(t.post for t in held if day is not None and t.covers(day))})


def _within(words: str, text: str) -> bool:
    """Whether plain words stand in a plain text, the last one, if it is no mere letter or two, perhaps going on there."""
    if not words.strip():
        return False
    return words in text if len(words.split()[-1]) > _SHORT else f"{words} " in f"{text} "


def _undotted(words: str) -> str:
    return _plain(words.replace(".", ""))


def _plain(words: str) -> str:
    text = unicodedata.normalize("NFKC", words).replace("\u00ad", "").casefold()
    return " " + " ".join(_WORD.findall(text))

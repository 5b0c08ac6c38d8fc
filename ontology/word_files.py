"""Words in Turtle: what the concepts of a file call themselves, and the words that they carry."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from gestae.ontology.errors import OntologyError
from gestae.ontology.terms import SKOS, XSD

__all__ = ["Words", "read_words"]


@dataclass(frozen=True, slots=True)
class Words:
    """Concept → its notation; property → its pairs of concept and text in lower case, or of concept and IRI.

    All IRIs are strings.
    """

    notations: dict[str, str]
    texts: dict[str, list[tuple[str, str]]]
    iris: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    def under(self, prop: NamedNode) -> Iterator[tuple[str, str]]:
        """The notation of each concept that has the property, and each of its texts and IRIs.

        Raises:
            OntologyError: a concept with words has no notation.

        """
        for concept, text in (*self.texts.get(prop.value, ()), *self.iris.get(prop.value, ())):
            if concept not in self.notations:
                raise OntologyError(f"{concept}: has words but no skos:notation")
            yield self.notations[concept], text

    def pairs(self, prop: NamedNode) -> Iterator[tuple[str, str, str]]:
        """The same for texts of the form "left: right", split."""
        for notation, text in self.under(prop):
            left, _, right = text.partition(":")
            yield notation, left.strip(), right.strip()


def read_words(paths: Iterable[Path]) -> Words:
    """Read Turtle files.

    Raises:
        OntologyError: a file is missing or no Turtle.

    """
    words = Words({}, {})
    for path in paths:
        try:
            triples = list(parse(path=path, format=RdfFormat.TURTLE))
        except (SyntaxError, OSError) as error:
            raise OntologyError(f"{path.name}: {error}") from error
        for triple in triples:
            subject, value = triple.subject, triple.object
            if isinstance(subject, NamedNode) and isinstance(value, NamedNode):
                words.iris.setdefault(triple.predicate.value, []).append((subject.value, value.value))
            if not isinstance(subject, NamedNode) or not isinstance(value, Literal):
                continue
            if triple.predicate != SKOS.notation:
                words.texts.setdefault(triple.predicate.value, []).append(
                    (subject.value, value.value.lower())
                )
            elif value.datatype == XSD.string:
                words.notations[subject.value] = value.value
    return words

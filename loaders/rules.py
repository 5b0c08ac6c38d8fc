"""The built-in reader: spaCy's parse, and rules over it that know no particular document."""

from collections.abc import Iterator

from gestae.loaders.actions import actions
from gestae.loaders.cast import cast_of
from gestae.loaders.parse import parse
from gestae.ontology.facts import Document, Fact

__all__ = ["read"]


def read(document: Document) -> Iterator[Fact]:
    """The facts of a document, kind by kind."""
    parsed = parse(document)
    cast = cast_of(parsed)
    for sentence in parsed.sentences:
        for action, _ in actions(sentence, cast):
            yield action

"""The built-in reader: spaCy's parse, and rules over it that know no particular document."""

from collections.abc import Iterator

from gestae.loaders.actions import actions
from gestae.loaders.cast import cast_of
from gestae.loaders.lists import listed
from gestae.loaders.outline import Outline, topic_of
from gestae.loaders.parse import parse
from gestae.ontology.facts import Document, Fact

__all__ = ["read"]


def read(document: Document) -> Iterator[Fact]:
    """The facts of a document, kind by kind."""
    parsed = parse(document)
    cast = cast_of(parsed)
    title = parse(Document(document.name, document.title)).sentences if document.title else ()
    outline = Outline(topic_of(title, cast), document.title or "")
    for sentence in parsed.sentences:
        for action, _ in actions(sentence, cast, outline.implied(sentence)):
            yield action
        if outline.pending:
            for action, _ in listed(sentence, outline.pending, cast):
                yield action
        outline.read(sentence, cast)

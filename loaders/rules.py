"""The built-in reader: spaCy's parse, and rules over it that know no particular document."""

from collections.abc import Iterator

from gestae.loaders.actions import actions
from gestae.loaders.cast import cast_of
from gestae.loaders.found import Found
from gestae.loaders.lists import listed
from gestae.loaders.outline import Outline, topic_of
from gestae.loaders.parse import DEFAULT_PIPELINE, Sentence, parse
from gestae.loaders.parse import pipeline as load
from gestae.ontology.facts import Document, Fact

__all__ = ["read"]


def read(document: Document, *, pipeline: str | None = None) -> Iterator[Fact]:
    """The facts of a document, kind by kind."""
    for found, _ in proposals(document, pipeline=pipeline):
        yield found.action


def proposals(document: Document, *, pipeline: str | None = None) -> Iterator[tuple[Found, Sentence]]:
    """The actions that the rules propose, before they are judged."""
    language = load(pipeline or DEFAULT_PIPELINE)
    parsed = parse(document, language)
    cast = cast_of(parsed)
    title = parse(Document(document.name, document.title), language).sentences if document.title else ()
    outline = Outline(topic_of(title, cast), document.title or "")
    for sentence in parsed.sentences:
        for found in actions(sentence, cast, outline.implied(sentence)):
            yield found, sentence
        if outline.pending:
            for found in listed(sentence, outline.pending, cast):
                yield found, sentence
        outline.read(sentence, cast)

"""Who is who where no document tells it."""

from typing import TYPE_CHECKING

from gestae.loaders.phrases import strip_article, words
from gestae.ontology.facts import Mention

if TYPE_CHECKING:
    from spacy.tokens import Span


class Verbatim:
    """Resolves every phrase to its own words, besides those that have a longer name."""

    def __init__(self, **longer: str) -> None:
        self.longer = longer

    def resolve(self, tokens: "Span") -> Mention:
        text = words(strip_article(tokens))
        return Mention(text, self.longer.get(text, text))

    def whole(self, tokens: "Span") -> "Span":
        return tokens

"""What knows whom a phrase names: the cast of a document, or whatever stands in for it."""

from typing import TYPE_CHECKING, Protocol

from gestae.ontology.facts import Mention

if TYPE_CHECKING:
    from spacy.tokens import Span

__all__ = ["Resolver"]


class Resolver(Protocol):
    """What knows whom a phrase names."""

    def resolve(self, tokens: "Span") -> Mention:
        """Whom or what a noun phrase names; a phrase that names nobody stands for itself."""

    def whole(self, tokens: "Span") -> "Span":
        """A phrase with the rest of the known name that it is the beginning of."""

"""An action with what it was read from."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gestae.loaders.clauses import Clause
from gestae.ontology.facts import Action

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Found"]


@dataclass(frozen=True, slots=True)
class Found:
    """An action, the clause that says it, and the head of its subject where the clause has one.

    An action that only the place in a list says has no clause.
    """

    action: Action
    clause: Clause | None = None
    subject: "Token | None" = None

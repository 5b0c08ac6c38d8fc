"""The long sentences of orders and laws, set right first of all: who is to do what, with whatever stands between."""

from typing import TYPE_CHECKING

from gestae.loaders.grammar import SUBJECTS
from gestae.loaders.mended_modals import itemize, string
from gestae.loaders.mended_present import array
from gestae.loaders.mended_tries import attempted, between_commas, decreed, far_object, full_name, set_aside

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

__all__ = ["ordain"]


def ordain(tokens: "Iterable[Token]") -> None:
    """Of "The Warden (WD), with help, shall mend and, where needed, close, at her discretion, each pier": who, what and to what."""
    for token in tokens:
        if token.tag_ in {"MD", "TO"}:
            string(token)
        elif token.is_space:
            itemize(token)
        elif token.dep_ == "relcl":
            attempted(token)
        elif token.tag_ == "VBZ":
            array(token)
        elif token.pos_ == "ADJ":
            set_aside(token)
            decreed(token)
        elif token.dep_ == "prep":
            between_commas(token)
        elif token.dep_ in SUBJECTS:
            full_name(token)
        if token.lower_ == "to":
            far_object(token)

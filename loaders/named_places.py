"""Whether a word is the name of a place, also where the parser's kinds of name miss it.

The dependency labels are those of spaCy's English pipelines (CLEAR style).
"""

from typing import TYPE_CHECKING

from gestae.loaders.grammar import PLACES
from gestae.ontology.authority import authority

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_country", "land_of", "names_place", "place_words"]

_CODE = 2
"""Letters of the code of a country."""
_ENDINGS = (("n", ""), ("an", ""), ("an", "o"), ("an", "as"), ("ian", ""), ("ian", "a"), ("ian", "e"), ("ian", "y"), ("ese", ""),
            ("ese", "a"), ("i", ""), ("", "istan"), ("er", ""))  # fmt: skip
"""What a people's name ends in, and what its land's does instead ("Norwegian" is none of these)."""
_BEFORE = frozenset({"compound", "nmod", "amod", "punct"})


def names_place(token: "Token") -> bool:
    """Whether a word is a place by its kind, by its name, or by the state or country behind it ("Ulm, Bavaria")."""
    if token.ent_type_ in PLACES:
        return True
    if token.pos_ != "PROPN":
        return False
    named = authority().find(place_words(token))
    if named:
        return all(e.kind == "place" for e in named)
    return not place_words(token)[0].isdigit() and _within(token)  # "40 Main Street, Ulm, Bavaria"


def place_words(token: "Token") -> str:
    """The words of a name that ends in a token, without its article."""
    doc, start = token.doc, token.i
    while start > token.sent.start and doc[start - 1].head.i <= token.i and doc[start - 1].dep_ in _BEFORE:
        start -= 1
    return str(doc[start : token.i + 1].text)


def is_country(name: str) -> bool:
    """Whether a name is that of a country, and not of a state or town."""
    named = authority().find(name)
    return bool(named) and all(e.kind == "place" and len(e.identifier or "") == _CODE for e in named)


def land_of(people: str) -> str | None:
    """The country or state of a people, where their name is made from its own: "Guatemalan" from "Guatemala"."""
    stem = people.removesuffix("s") if people.endswith(("ns", "is", "ers")) else people
    for ending, other in _ENDINGS:
        if not stem.endswith(ending):
            continue
        name = stem[: len(stem) - len(ending)] + other
        if any(e.kind == "place" and e.identifier for e in authority().find(name)):
            return name
    return None


def _within(town: "Token") -> bool:
    """Whether a comma and a known state or country stand behind a name, and set off ("in Ulm, Bavaria, and")."""
    for behind in town.rights:
        if behind.dep_ == "appos" and behind.ent_type_ == "GPE" and behind.left_edge.i == town.i + 2:
            return any(e.kind == "place" for e in authority().find(place_words(behind)))
    return False

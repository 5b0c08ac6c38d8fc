"""What somebody gets done: "got the Harbor Act passed", where the Act passes and whoever got it passed has acted.

The dependency labels are those of spaCy's English pipelines (CLEAR style).
"""

from typing import TYPE_CHECKING

from gestae.loaders.agents import agents
from gestae.loaders.grammar import AUXILIARIES, COMPLEMENTS, PAST, SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["got", "is_got"]

_GET = "get"


def got(verb: "Token") -> "tuple[Token, Token] | None":
    """Of "got the pier mended": the mending and the pier, which the parser makes the subject of it or the noun that it describes."""
    if verb.lemma_ != _GET or verb.dep_ in AUXILIARIES:
        return None
    for child in verb.rights:
        if child.dep_ in COMPLEMENTS and _is_participle(child):
            thing = next((c for c in child.lefts if c.dep_ in SUBJECTS and c.i > verb.i), None)
            return (child, thing) if thing is not None else None
        if child.dep_ == "dobj":
            done = next((c for c in child.rights if c.dep_ == "acl" and _is_participle(c)), None)
            return (done, child) if done is not None and done.nbor(-1).i == child.i else None
    return None


def is_got(participle: "Token") -> bool:
    """Whether a participle only tells what somebody got done; "got it mended by the crews" tells what these did, too."""
    if participle.tag_ not in PAST or agents(participle):
        return False
    first = participle
    while first.dep_ == "conj" and first.head.tag_ in PAST:
        first = first.head
    over = first.head.head if first.dep_ == "acl" else first.head
    named = got(over) if over.lemma_ == _GET else None
    return named is not None and named[0].i == first.i


def _is_participle(word: "Token") -> bool:
    return word.tag_ in PAST and not any(c.dep_ in AUXILIARIES | {"mark", "dobj"} for c in word.children)

"""What the form of a predicate tells: whether it is passive or an infinitive, and its tense.

The dependency labels are those of spaCy's English pipelines (CLEAR style).
"""

from typing import TYPE_CHECKING

from gestae.loaders.grammar import AUXILIARIES, PREDICATES, TENSED
from gestae.ontology.english import english

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_infinitive", "is_passive", "tense_tag"]


def is_passive(verb: "Token") -> bool:
    """Whether the surface subject is what the act is done to."""
    if any(c.dep_ in {"nsubjpass", "auxpass", "agent"} for c in verb.children):
        return True
    if (
        verb.dep_ == "acl"
        and verb.lemma_ in english().classes["given-to"]
        and verb.head.i < verb.i
        and verb.tag_ == "VBN"
    ):
        return True  # "crews given boats"
    if verb.tag_ != "VBN" or any(c.dep_ in {"nsubj", "aux", "dobj"} for c in verb.children):
        return False
    if verb.dep_ == "conj" and verb.head.pos_ in PREDICATES:
        return is_passive(verb.head)
    return verb.dep_ in {"acl", "advcl", "relcl", "ROOT"}


def is_infinitive(verb: "Token") -> bool:
    """Whether a verb stands behind "to"."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def tense_tag(verb: "Token") -> str:
    """The tag of the finite word of a predicate."""
    return next((c.tag_ for c in verb.children if c.dep_ in AUXILIARIES and c.tag_ in TENSED), str(verb.tag_))

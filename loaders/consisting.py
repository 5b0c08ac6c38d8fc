"""What a deed consists of: "This includes mending piers" tells what was done, and leaves who did it to what stands before.

The dependency labels are those of spaCy's English pipelines (CLEAR style).
"""

from typing import TYPE_CHECKING

from gestae.loaders.acting import acting
from gestae.loaders.surface_subjects import own_subjects
from gestae.ontology.english import english

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

__all__ = ["consisting", "tells_parts"]

_POINTING = frozenset({"this", "that", "these", "those", "it"})
_BEGINNING = frozenset({"start", "begin"})
_PARTS = frozenset({"xcomp", "advcl", "ccomp", "pcomp"})


def consisting(verb: "Token") -> "Token | None":
    """The subject of which a gerund tells a part ("our work includes mending piers"): a deed, or a word that points at one."""
    if verb.tag_ != "VBG" or verb.dep_ not in _PARTS:
        return None
    over = verb.head
    if verb.dep_ == "pcomp":
        begun = over.lower_ in {"by", "with"} and over.head.lemma_ in _BEGINNING
        return _deed(over.head) if begun else None
    return _deed(over) if over.lemma_ in english().classes["consisting"] else None


def tells_parts(sentence: "Span") -> bool:
    """Whether a sentence tells what the deeds before it consist of ("This includes mending piers")."""
    root = sentence.root
    below = [*root.rights, *(c for p in root.rights if p.dep_ == "prep" for c in p.rights)]
    return any(consisting(c) is not None for c in below)


def _deed(over: "Token") -> "Token | None":
    """The subject of a verb where it is no actor."""
    subject = next(iter(own_subjects(over)), None)
    if subject is None or subject.lower_ in _POINTING:
        return subject
    return subject if subject.pos_ == "NOUN" and not acting(subject.lemma_.lower()) else None

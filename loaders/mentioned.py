"""What stands before a pronoun in its own sentence, and can be what it means.

The dependency labels are those of spaCy's English pipelines (CLEAR style).
"""

from typing import TYPE_CHECKING

from gestae.loaders.acting import human
from gestae.loaders.grammar import COMPLEMENTS, NOUNS, PLURAL, PREDICATES, SUBJECTS
from gestae.loaders.names import is_title
from gestae.loaders.surface_subjects import own_subjects
from gestae.ontology.english import english

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

__all__ = ["beside", "doer_over", "kind_alone", "people_before", "somebody_before"]

_TWO = 2
"""Words of an article and a noun."""


def people_before(pronoun: "Token") -> list["Token"]:
    """The people named before a pronoun in other clauses of its sentence: subjects first, then the nearest."""
    over = None if pronoun.dep_ == "poss" else _clause(pronoun)
    people = [
        token
        for token in reversed(pronoun.doc[pronoun.sent.start : pronoun.i])
        if token.ent_type_ == "PERSON"
        and token.pos_ == "PROPN"
        and token.dep_ != "compound"
        and (over is None or _clause(token) != over)
    ]
    return sorted(people, key=lambda token: token.dep_ not in SUBJECTS)


def somebody_before(pronoun: "Token") -> "Token | None":
    """Of "a pilot was freed after he hid": the pilot, who is the subject of the clause over the one that tells of "him"."""
    over = pronoun.head
    if pronoun.dep_ not in SUBJECTS or over.dep_ not in {"advcl", "ccomp"}:
        return None
    above = (s for verb in over.ancestors for s in own_subjects(verb) if s.i < pronoun.i)
    subject = next(above, None)
    if subject is None or subject.pos_ != "NOUN" or subject.tag_ != "NN" or not human(subject.lemma_.lower()):
        return None
    return subject


def doer_over(pronoun: "Token") -> "Token | None":
    """Of "she thanked him": the "she", whom "him" cannot mean."""
    over = pronoun.head if pronoun.dep_ in SUBJECTS else pronoun  # "she urged him to go"
    verb = next((a for a in over.ancestors if a.pos_ in PREDICATES), None)
    subjects = own_subjects(verb) if verb is not None and pronoun.dep_ != "poss" else []
    return next((s for s in subjects if s.pos_ in {"PRON", "PROPN"} and s.i < pronoun.i), None)


def kind_alone(phrase: "Span") -> bool:
    """Whether a phrase tells a body or an official by their kind: "the foundation", which one of that name before it can be."""
    if len(phrase) != _TWO or phrase[0].lower_ != "the" or not phrase[1].text.islower():
        return False
    kind = phrase[1].text
    return kind in english().classes["body"] | english().classes["body-kind"] or is_title(kind.title())


def beside(pronoun: "Token") -> "Token | None":
    """What "it" or "they" means by another clause of the same sentence; nothing where that does not tell.

    "Although the port lost ships, it grew": the port. "The board told how they grew": the board, and "the board told
    owners that they must leave": the owners. "Ask owners and invite them to come": the owners, since nobody invites themselves.
    """
    lower = pronoun.lower_
    over = pronoun.head
    if lower == "them":
        if over.dep_ not in COMPLEMENTS or pronoun.dep_ != "nsubj":
            return None
        before = reversed(pronoun.doc[pronoun.sent.start : pronoun.i])
        return next((t for t in before if t.tag_ in PLURAL and t.dep_ not in SUBJECTS), None)
    if pronoun.dep_ not in SUBJECTS or over.dep_ not in {"ROOT", "ccomp", "advcl", "relcl"}:
        return None
    clauses = over.ancestors if over.dep_ != "ROOT" else (c for c in over.lefts if c.dep_ == "advcl")
    subject = next(
        (s for verb in clauses for s in own_subjects(verb) if s.i < pronoun.i and s.pos_ in NOUNS),
        None,
    )
    if subject is None:
        return None
    if lower == "it":
        return subject if subject.tag_ != "NNS" and subject.ent_type_ != "PERSON" else None
    described = over.head.i if over.dep_ == "relcl" else None  # "owners mend the piers that they built"
    told = [t for t in pronoun.doc[subject.i + 1 : pronoun.i] if t.tag_ in PLURAL and t.i != described]
    if told:
        return told[0] if len(told) == 1 and told[0].dep_ in {"dative", "dobj"} else None
    return subject


def _clause(token: "Token") -> int | None:
    """The predicate over a token, by its place."""
    return next((a.i for a in token.ancestors if a.pos_ in PREDICATES), None)

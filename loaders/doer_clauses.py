"""How the clause around a number stands, and the words that name whoever is its subject.

The dependency labels are those of spaCy's English pipelines (CLEAR style).
"""

from typing import TYPE_CHECKING

from gestae.loaders.acting import human
from gestae.loaders.clauses import Clause
from gestae.loaders.grammar import PLACES, SUBJECTS
from gestae.loaders.owners import GIVEN, governor
from gestae.loaders.phrases import under_of
from gestae.loaders.predicates import is_infinitive, is_passive
from gestae.loaders.surface_subjects import RELATIVE, own_subjects
from gestae.loaders.unachieved import aimed, beside, helped
from gestae.ontology.english import english

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

__all__ = [
    "BEFALLING",
    "before_it",
    "changed",
    "given_in",
    "heads",
    "lent",
    "participle",
    "people",
    "place_in",
    "several",
    "unnumbered",
]

_SHARES = frozenset({"%", "percent", "half", "third", "quarter"})
_OWN = frozenset({"my", "his", "her"})
_INSIDE = frozenset({"in", "at"})
_NEAR = frozenset({"near", "outside"})
BEFALLING = frozenset({"add", "experience", "gain", "have", "lose", "see", "suffer", "welcome"})
"""Verbs of which a place is less the doer than where it happens."""
_MAX_DEPTH = 8


def people(subject: "Token") -> "Token":
    """Of "61 of the firms": the firms."""
    if subject.pos_ != "NUM" and subject.lower_ not in _SHARES:
        return subject
    return next(iter(under_of(subject)), subject)


def participle(clause: Clause) -> bool:
    """Whether a clause only describes a noun by what was done to it, nobody says by whom."""
    verb = clause.verb
    return clause.passive and not clause.subjects and verb.dep_ == "acl" and verb.tag_ == "VBN"


def changed(verb: "Token", node: "Token") -> bool:
    """Whether a verb has an object that the number does not stand in."""
    inside = {node.i, *(a.i for a in node.ancestors)}
    return any(c.dep_ == "dobj" and c.i not in inside for c in verb.children)


def heads(verb: "Token") -> bool:
    """Whether a verb without a subject is the predicate of its sentence, or a participle under it."""
    for _ in range(_MAX_DEPTH):
        if verb.dep_ == "ROOT":
            return True
        participle = verb.tag_ == "VBG" and verb.dep_ in {"pcomp", "advcl", "xcomp"}
        if participle or verb.dep_ in {"conj", "prep"}:
            verb = verb.head
        elif verb.dep_ == "acl" and is_infinitive(verb):
            over = next((a for a in verb.ancestors if a.pos_ == "VERB"), None)
            if over is None:
                return False
            verb = over
        else:
            return False
    return False


def before_it(verb: "Token") -> "Token | None":
    """The subject before a verb without one: of a verb over it, else the nearest ("They sta- — started 40 projects")."""
    before = [
        t
        for t in reversed(verb.doc[verb.sent.start : verb.i])
        if t.dep_ in SUBJECTS and t.head.dep_ not in {"relcl", "acl"}
    ]
    over = {a.i for a in verb.ancestors}
    return next((t for t in before if t.head.i in over), before[0] if before else None)


def unnumbered(span: "Span") -> "Span":
    """A phrase without adverbs and a number at its beginning ("Specifically, over 40 million families")."""
    start = span.start
    while start < span.root.i and span.doc[start].pos_ in {"ADV", "PUNCT", "CCONJ", "SCONJ"}:
        start += 1
    end = span.end
    for token in span[:-1]:
        if token.text == "," and token.i > span.root.i and token.nbor().pos_ == "ADP":
            end = token.i  # "the Fund, with support from …"
            break
    span = span.doc[start:end]
    numbers = [t.i for t in span if t.like_num and t.i < span.root.i]
    if numbers and numbers[-1] + 1 < span.end and numbers[-1] - start < 5:
        return span.doc[numbers[-1] + 1 : span.end]
    return span


def lent(subject: "Token") -> "Token | None":
    """Whose a thing is by a pronoun, where it acts for them ("her plan funds 40 piers"): people and bodies act for themselves."""
    if subject.pos_ != "NOUN" or human(subject.lemma_.lower()):
        return None
    return next((c for c in subject.lefts if c.dep_ == "poss" and c.lower_ in _OWN), None)


def given_in(subject: "Token", verb: "Token") -> bool:
    """Whether a clause on something given tells what it brings ("the Mayor announced a gift to mend 40 piers, which will …")."""
    if subject.i > verb.i or subject.dep_ not in {"dobj", "pobj"} or subject.lemma_.lower() not in GIVEN:
        return False
    return any(a.i == subject.i for a in verb.ancestors)


def place_in(subject: "Token", verb: "Token") -> bool:
    """Whether a clause that seems to be on a place is on what stands there ("a yard in Ulm, which will employ 40 pilots")."""
    over = subject.head
    if subject.dep_ != "pobj" or subject.i > verb.i or verb.lemma_ in BEFALLING or verb.tag_ == "VBN":
        return False
    inside = over.head.lower_ if over.lower_ == "of" else over.lower_
    if inside in _NEAR:
        return subject.pos_ == "PROPN"
    return over.lower_ in _INSIDE and subject.ent_type_ in PLACES


def several(token: "Token", verb: "Token") -> "Token | None":
    """Things in the plural that do themselves what is counted ("salt marshes hold 40 percent of the silt").

    A bare share is only how far something goes ("fees can reach 40 percent").
    """
    over, entry, _ = governor(token)
    if over is None or over.i != verb.i or entry != "dobj" or is_passive(verb):
        return None
    if helped(verb) or aimed(verb) or beside(token, verb):
        return None
    if token.lower_ in {"%", "percent"} and all(c.lower_ != "of" for c in token.rights):
        return None
    if token.pos_ == "NUM" and verb.lemma_.lower() in english().classes["amounting"]:
        return None
    own = own_subjects(verb)
    while not own and verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
        own = own_subjects(verb)
    return own[0] if own and own[0].tag_ == "NNS" and own[0].lower_ not in RELATIVE else None

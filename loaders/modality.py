"""Whether a clause says that something was done, is planned, is ordered or only may be, and whether it is denied."""

from typing import TYPE_CHECKING

from gestae.loaders.clauses import Clause
from gestae.loaders.grammar import AUXILIARIES, COMPLEMENTS, NOUNS, PAST, PREDICATES, SUBJECTS, TENSED
from gestae.loaders.leading import does_more, taken
from gestae.loaders.predicates import is_infinitive
from gestae.loaders.subjects import continued, is_told
from gestae.loaders.surface_subjects import own_subjects
from gestae.loaders.verbs import denied, goes_on
from gestae.ontology.english import english
from gestae.ontology.facts import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["modality", "mood", "negated"]

_DEEP = 4
_IN_PLACE = frozenset({"instead", "rather"})
_PERMITTING = frozenset({"may", "shall"})
_NOBODY = frozenset({"none", "nobody", "neither"})


def modality(clause: Clause) -> Modality:
    """The modality of a clause, from its auxiliaries, its form and the predicates over it."""
    return _of_noun(clause.verb) or mood(clause.verb)


def _of_noun(noun: "Token") -> Modality | None:
    """How far an act is done that a noun names: of "Norway's upcoming visit to Ulm" it is to come, "urges Norway's support for it" asks for it."""
    if noun.pos_ not in NOUNS:
        return None
    words = english().classes
    for word in noun.lefts:
        if word.lower_ in words["upcoming"]:
            return "planned"
        if word.lower_ in words["possible"]:
            return "hypothetical"
    asked = english().governing.get(noun.head.lemma_) if noun.dep_ == "dobj" else None
    return asked if asked != "planned" else None


def mood(verb: "Token") -> Modality:
    """The modality of the clause that a verb governs."""
    return _modality(verb, 0)


def _modality(verb: "Token", depth: int) -> Modality:
    words = english()
    own = _auxiliary(verb)
    if own:
        return own
    if any(c.dep_ == "mark" and c.lower_ in words.conditions for c in verb.children):
        return "hypothetical"
    head = verb.head
    if head.i == verb.i and verb.tag_ == "VB" and _headed(verb):
        return "planned"
    if head.i == verb.i or depth > _DEEP:
        return "factual"
    infinitive = is_infinitive(verb)
    if verb.dep_ == "conj" and head.pos_ in PREDICATES:
        if any(c.dep_ in SUBJECTS for c in verb.children) and verb.tag_ in TENSED:
            again = head.dep_ == "ccomp" and _base(verb) and _that(verb)
            return _modality(head, depth + 1) if again else "factual"  # "asks that A open and that B mend"
        if verb.tag_ in TENSED and head.tag_ not in {"VB", "VBN"}:
            return "factual"
        return _modality(continued(verb) or head, depth + 1)
    if infinitive or (_base(verb) and verb.dep_ in COMPLEMENTS):
        return _infinitive(verb, head, depth)
    if verb.dep_ == "ccomp" and head.lemma_ == "ensure":
        return _modality(head, depth + 1)
    if verb.dep_ in {"advcl", "pcomp", "xcomp"} and verb.tag_ == "VBG":
        return _governed(verb, depth)
    return "factual"


def _headed(verb: "Token") -> bool:
    """Whether a headline tells of what is to come: "Mayor Roe to Open Pier"."""
    to = next((c for c in verb.lefts if c.lower_ == "to" and c.i == verb.i - 1), None)
    return to is not None and len([c for c in verb.lefts if c.dep_ == "nsubj" and c.i < to.i]) == 1


def _base(verb: "Token") -> bool:
    """Whether it stands in the base form, or in a passive of it ("require that it be published"; "that the port *open*")."""
    if verb.tag_ == "VBP":
        one = [c for c in verb.lefts if c.dep_ == "nsubj" and c.tag_ in {"NN", "NNP"}]
        return any(all(d.dep_ != "conj" for d in c.rights) for c in one) and _that(verb)
    return verb.tag_ == "VB" or any(
        c.dep_ == "auxpass" and c.lower_ == "be" and c.tag_ == "VB" for c in verb.lefts
    )


def _that(verb: "Token") -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.lefts)


def _infinitive(verb: "Token", head: "Token", depth: int) -> Modality:
    words = english()
    if _yet_to(verb):
        return "factual"
    if verb.dep_ == "xcomp" and head.lower_ == "going":
        return _auxiliary(head) or "planned"
    if (verb.dep_ in COMPLEMENTS or is_told(verb)) and head.pos_ in {"VERB", "AUX", "ADJ"}:
        if head.lemma_ in words.classes["continuation"] | words.classes["failure"] or _done(head):
            return _modality(head if head.pos_ != "ADJ" else head.head, depth + 1)
        over = words.governing.get(head.lemma_)
        if over == "hypothetical" and head.lemma_ == "help":
            return _modality(head, depth + 1)
        return over or "planned"
    if verb.dep_ == "acl":
        return _modality(head.head, depth + 1) if taken(head.head) else "planned"
    if verb.dep_ == "advcl" and (head.lemma_ in {"work", "fight", "act"} or taken(head) or does_more(head)):
        return _modality(head, depth + 1)
    return "planned"


def _done(head: "Token") -> bool:
    """Whether what a predicate governs takes place: "proud to announce", and "chose to spend" where it is past."""
    classes = english().classes
    if head.lemma_ in classes["gladness"] and head.pos_ in {"ADJ", "VERB"}:
        return head.dep_ == "acomp" or head.tag_ == "VBN"
    return head.lemma_ in classes["resolve"] and head.tag_ in PAST


def _governed(verb: "Token", depth: int) -> Modality:
    """A participle is as real as the predicate it hangs on."""
    over = english().governing
    for ancestor in verb.ancestors:
        if ancestor.pos_ in PREDICATES and ancestor.dep_ != "prep":
            behind = verb.dep_ == "pcomp" and ancestor.i < verb.head.i
            mood = over.get(ancestor.lemma_) if behind else None
            if mood and (
                verb.head.lower_ in {"to", "on", "at"}
                or (verb.head.lower_ == "from" and mood == "hypothetical")
                or (verb.head.lower_ == "with" and mood == "directed")
            ):
                return mood
            if verb.dep_ == "pcomp" and verb.head.lower_ == "for":
                return "factual" if ancestor.tag_ == "VBD" or _thanked(verb.head) else "planned"
            if verb.dep_ == "advcl" and verb.tag_ == "VBG" and _aimed(ancestor, verb):
                return over[ancestor.lemma_]
            return _modality(ancestor, depth + 1)
    return "factual"


def _thanked(preposition: "Token") -> bool:
    """Whether "for" stands behind thanks or praise, which are for what was done."""
    classes = english().classes
    return preposition.head.lemma_.lower() in classes["praise"] | classes["gladness"]


def _aimed(ancestor: "Token", verb: "Token") -> bool:
    """Whether a participle behind "aimed to … by doing A, doing B" tells what was aimed at, not what was done."""
    if english().governing.get(ancestor.lemma_) != "planned":
        return False
    return any(
        c.dep_ == "xcomp"
        and c.i < verb.i
        and any(p.dep_ == "pcomp" and p.tag_ == "VBG" and p.i < verb.i for b in c.rights for p in b.children)
        for c in ancestor.rights
    )


def _auxiliary(verb: "Token") -> Modality | None:
    auxiliaries = english().auxiliaries
    for child in verb.children:
        if child.dep_ in AUXILIARIES and child.lower_ in auxiliaries:
            return auxiliaries[child.lower_]
    return None


def _none(noun: "Token") -> bool:
    """Whether nothing or nobody is told of: "no boat", "neither pier", "none of the crews", "No Harbor Funds may …".

    A "No" can begin a name; "no matter how" denies nothing.
    """
    if noun.pos_ == "PROPN" and not any(c.lower_ in _PERMITTING for c in noun.head.lefts):
        return any(c.lower_ == "neither" for c in noun.lefts)
    return noun.lower_ in _NOBODY or any(
        c.dep_ == "det" and c.lower_ in {"no", "neither"} and noun.lower_ != "matter" for c in noun.children
    )


def _yet_to(verb: "Token") -> bool:
    """Whether somebody "has yet to" do something."""
    over = verb.head
    return (
        verb.dep_ == "xcomp"
        and over.lemma_ in {"have", "be"}
        and is_infinitive(verb)
        and any(c.lower_ == "yet" for c in over.rights if c.i < verb.i)
    )


def _neither(clause: Clause) -> bool:
    """Whether "neither" stands before the first of those who act, or of those of whom it is told."""
    return any(
        c.dep_ in {"preconj", "cc", "det"} and c.lower_ == "neither"
        for noun in (*clause.objects, *own_subjects(clause.verb))
        for c in noun.lefts
    )


def _nor(verb: "Token") -> bool:
    """Whether a clause with a subject of its own begins with "nor": "…, nor will they open piers"."""
    subject = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
    if verb.dep_ != "conj" or subject is None:
        return False
    first = verb.doc[min(verb.left_edge.i, subject.left_edge.i)]
    return any(t.lower_ == "nor" for t in verb.doc[max(0, first.i - 1) : subject.i])


def negated(clause: Clause) -> bool:
    """Whether the clause says that it does not happen."""
    verb = clause.verb
    if denied(verb):
        return True
    if any(map(_none, (*clause.objects, *own_subjects(verb)))) or _yet_to(verb):
        return True
    head = verb.head
    if _neither(clause) or _nor(verb):
        return True
    if verb.dep_ == "conj" and head.pos_ == "VERB" and not any(c.dep_ in SUBJECTS for c in verb.children):
        if any(c.dep_ == "cc" and c.lower_ in {"or", "nor"} for c in head.children):
            return denied(head)
        return False
    if verb.dep_ == "xcomp" and head.lemma_ in english().classes["failure"]:
        return not goes_on(head)
    link = head if verb.dep_ == "pcomp" else verb
    instead = any(
        c.lower_ in _IN_PLACE and c.i + 1 < verb.i and c.nbor().lower_ in {"of", "than"} for c in link.lefts
    )
    return instead or (verb.dep_ == "pcomp" and head.lower_ == "without")

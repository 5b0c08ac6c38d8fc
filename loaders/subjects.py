"""Who acts in a clause: its subject where it has one, else the one that it shares, controls or leaves to the clause above."""

from typing import TYPE_CHECKING

from gestae.loaders.agents import agents
from gestae.loaders.consisting import consisting
from gestae.loaders.control import (
    called_on,
    charged,
    controlled,
    described_by,
    empowered,
    for_whom,
    founded,
    holding,
    is_means,
    tasked,
)
from gestae.loaders.grammar import COMPLEMENTS, DASHES, NOUNS, PARTICIPLES, PREDICATES, TENSED
from gestae.loaders.phrases import conjuncts, paired
from gestae.loaders.predicates import is_infinitive, is_passive, tense_tag
from gestae.loaders.shared_subjects import along, bare_before, outside, standing_before
from gestae.loaders.surface_subjects import RELATIVE, antecedents, own_subjects, parted
from gestae.ontology.english import english

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["continued", "is_told", "subjects", "subjects_over"]

_BREAKS = DASHES | {","}
_MAX_DEPTH = 8


def subjects_over(noun: "Token") -> list["Token"]:
    """The heads of the subject of the clause that a noun stands in."""
    return _governing(noun, 0)


def subjects(verb: "Token", depth: int = 0) -> list["Token"]:
    """Who stands as the surface subject, looked for up the tree where the clause has none of its own, else before it."""
    return _hung(verb, depth) or ([] if depth else standing_before(verb))


def _hung(verb: "Token", depth: int) -> list["Token"]:
    """The subject that the tree gives a verb."""
    if depth > _MAX_DEPTH:
        return []
    own = own_subjects(verb)
    if own and parted(own[0], verb) and (first := _joined_before(verb, depth)):
        return first
    if own:
        return [] if _has_come(own[0]) else [h for s in own for h in _owner(s)] + along(own[0], verb)
    if (deed := next((c for c in verb.lefts if c.dep_ == "csubj" and c.tag_ == "VBG"), None)) is not None:
        return [deed]
    head = verb.head
    if head.i == verb.i:
        return []
    if charged_before := for_whom(verb):
        return charged_before
    if (deed := consisting(verb)) is not None:
        return [c for c in deed.children if c.dep_ == "poss"]  # "our work includes mending piers"
    if verb.dep_ == "conj" and head.pos_ in PREDICATES:
        return _coordinated(verb, head, depth)
    if verb.dep_ == "conj" and verb.tag_ == "VBG" and head.pos_ in NOUNS:
        over = next((a for a in head.ancestors if a.pos_ == "VERB"), None)
        return subjects(over, depth + 1) if over is not None and over.tag_ == "VBG" else []
    if (thing := described_by(verb)) is not None:
        return [thing]
    if verb.dep_ == "xcomp" and head.pos_ == "ADJ":
        return subjects(head.head, depth + 1) if head.dep_ == "acomp" else _governing(head, depth)
    if verb.dep_ == "xcomp" or (verb.dep_ == "ccomp" and verb.tag_ == "VB" and not is_infinitive(verb)):
        if called := called_on(head):
            return called
        objects = [c for c in head.children if c.dep_ in {"dobj", "nsubjpass"} and c.i < verb.i]
        if objects and not is_means(objects[0], head):
            return [h for o in objects for h in antecedents(o)]
        return subjects(head, depth + 1)
    if verb.dep_ == "acomp" or (verb.dep_ == "ccomp" and is_infinitive(verb)):
        return subjects(head, depth + 1)
    if verb.dep_ == "advcl":
        if (made := founded(verb, head)) is not None:
            return [made]
        if is_infinitive(verb) and (called := called_on(head)):
            return called
        if is_passive(head):
            return agents(head) or subjects(head, depth + 1)
        return tasked(verb, head) or empowered(verb, head) or subjects(head, depth + 1)
    if verb.dep_ == "acl":
        return _noun_subjects(verb, head, depth)
    if verb.dep_ == "relcl":
        return [] if _has_relative_object(verb) else _described(head)
    if verb.dep_ in {"pcomp", "prep"}:
        return controlled(head) or _governing(outside(head), depth)
    return []


def _described(noun: "Token") -> list["Token"]:
    """What a relative clause tells of: the noun, or the name that the noun only describes.

    "Smith is the man who …" and "Smith, the man who …" tell of Smith.
    """
    over = noun.head
    if noun.dep_ == "attr" and over.lemma_ == "be":
        named = [
            s for s in own_subjects(over) if s.pos_ == "PROPN" or s.lower_ in {"he", "she", "they", "we", "i"}
        ]
        return named or [noun]
    if noun.dep_ == "appos" and over.pos_ == "PROPN" and noun.pos_ == "NOUN":
        return [over]
    return [noun]


def _has_come(subject: "Token") -> bool:
    """Whether it is only time for somebody to act ("the time has come to mend the pier")."""
    return subject.lower_ == "time" and subject.head.lemma_ == "come"


def _owner(subject: "Token") -> list["Token"]:
    """The heads of a subject; of "it is the policy of X to …", X."""
    over, words = subject.head, english().classes
    if subject.lower_ == "it" and over.lemma_ == "be":
        for attribute in over.children:
            if attribute.dep_ == "attr" and attribute.lemma_ in words["charge"] | words["pleasure"]:
                return charged(attribute)
        able = [
            c
            for p in over.rights
            if p.dep_ == "prep"
            for n in p.rights
            if n.lemma_ in words["power"]
            for c in n.lefts
            if c.dep_ == "poss"
        ]
        if able and any(c.dep_ == "xcomp" for c in over.rights):  # "it is within our power to …"
            return able
    if subject.lemma_.lower() in words["power"] and is_infinitive(over) and (holders := holding(subject)):
        return holders  # "Powers of the Board to open locks", which the parser takes for a clause
    if subject.lemma_.lower() in words["charge"] and over.lemma_ == "be":
        possessor = [c for c in subject.children if c.dep_ == "poss"]
        if possessor and any(c.dep_ == "xcomp" for c in over.children):
            return possessor
    whose = next((c for c in subject.children if c.lower_ == "whose"), None)
    if whose is not None and over.dep_ == "relcl":
        return _described(over.head)
    if doer := _whose_doing(subject):
        return doer
    told_of = antecedents(subject)
    return _described(told_of[0]) if subject.lower_ in RELATIVE and len(told_of) == 1 else told_of


def _whose_doing(subject: "Token") -> list["Token"]:
    """Of "the first thing I did was sign the Act" and "a lot of what we do is mend piers": who does it, not what is done."""
    over = subject.head
    if over.i < subject.i or not (
        over.lemma_ == "be" or (over.tag_ == "VBG" and any(c.lemma_ == "be" for c in over.lefts))
    ):
        return []
    doing = next((t for t in subject.subtree if t.lemma_ == "do" and t.dep_ in {"relcl", "pcomp"}), None)
    if doing is None or doing.i > over.i:
        return []
    return [h for s in own_subjects(doing) if s.lower_ not in RELATIVE for h in conjuncts(s)]


def _coordinated(verb: "Token", head: "Token", depth: int) -> list["Token"]:
    """The subject that a predicate shares with the one before it.

    A finite verb cannot continue an infinitive or participle: the parser has hung it too low, and
    its subject is that of the nearest finite verb above. Nor can a bare infinitive continue a finite verb:
    it goes on with the infinitive under that ("directs X to review and, where needed, revise").
    """
    if verb.tag_ in TENSED and head.tag_ in {"VB", "VBG"} and not any(c.tag_ == "MD" for c in head.children):
        for ancestor in head.ancestors:
            if ancestor.tag_ in TENSED:
                return subjects(ancestor, depth + 1)
    if is_infinitive(verb) and tense_tag(head) in TENSED and head.dep_ in {"ccomp", "advcl", "relcl"}:
        for ancestor in head.ancestors:
            if is_infinitive(ancestor):
                return subjects(ancestor, depth + 1)
    if verb.tag_ == "VB" and head.tag_ in TENSED and not any(c.dep_ == "aux" for c in verb.children):
        infinitive = [
            c
            for c in head.rights
            if c.dep_ in {"xcomp", "ccomp", "advcl"} and c.i < verb.i and is_infinitive(c)
        ]
        if infinitive:
            return subjects(infinitive[-1], depth + 1)
        below = [
            t
            for t in verb.doc[head.i + 1 : verb.i]
            if t.tag_ == "VB" and t.dep_ == "relcl" and any(c.tag_ == "MD" for c in t.lefts)
        ]
        if below:
            return subjects(below[-1], depth + 1)  # "is a plan that will open locks, mend piers, …"
    if verb.tag_ == "VBG" and head.tag_ != "VBG" and not any(c.dep_ == "aux" for c in verb.lefts):
        for ancestor in head.ancestors:
            if ancestor.tag_ == "VBG":
                return subjects(ancestor, depth + 1)
    if (infinitive_before := continued(verb)) is not None:
        return subjects(infinitive_before, depth + 1)
    return subjects(head, depth + 1)


def _joined_before(verb: "Token", depth: int) -> list["Token"]:
    """Of "This mends piers, opens locks, and …", where the parser puts the first under the second: the subject of the first.

    Of "We aim to mend piers, open locks, and …" that of the infinitive before, and so behind "will".
    """
    first = next((c for c in verb.lefts if c.dep_ == "ccomp"), None)
    if first is not None and (bare := bare_before(verb, first)) is not None:
        return subjects(bare, depth + 1)
    if (
        first is None
        or tense_tag(first) != tense_tag(verb)
        or tense_tag(verb) not in TENSED
        or verb.doc[first.right_edge.i + 1].text not in {",", ";"}
        or any(c.dep_ == "mark" for c in first.lefts)
        or not own_subjects(first)
    ):
        return []
    return subjects(first, depth + 1)


def continued(verb: "Token") -> "Token | None":
    """The infinitive that a verb goes on with, which the parser lets go on with the verb over it.

    "I urge owners to mend roofs, check wires, and …": "mend". A bare infinitive cannot continue a finite verb.
    """
    head = verb.head
    if verb.dep_ != "conj" or head.tag_ not in TENSED or any(c.dep_ in {"aux", "nsubj"} for c in verb.lefts):
        return None
    words = english().classes
    told = verb.tag_ in {"VB", "VBP"} and head.tag_ == "VBP" and head.lemma_ in words["ordering"]
    if not (told and verb.lemma_ not in words["ordering"] | words["of-oneself"]) and not (
        verb.tag_ == "VB" and head.tag_ != "VBP"
    ):
        return None
    return next(
        (
            c
            for c in head.rights
            if (c.dep_ in COMPLEMENTS or is_told(c)) and is_infinitive(c) and c.i < verb.i
        ),
        None,
    )


def is_told(verb: "Token") -> bool:
    """Whether an infinitive is what somebody is ordered to do, though the parser takes it for a purpose."""
    head = verb.head
    return (
        verb.dep_ == "advcl"
        and head.lemma_ in english().classes["ordering"]
        and is_infinitive(verb)
        and any(c.dep_ in {"dobj", "nsubjpass"} and c.i < verb.i for c in head.children)
    )


def _noun_subjects(verb: "Token", noun: "Token", depth: int) -> list["Token"]:
    """The subject of a clause that hangs on a noun: the noun, its possessor, or the subject over it."""
    if (
        verb.tag_ == "VBG"
        and verb.i > 0
        and verb.left_edge.i > noun.i + 1
        and verb.doc[verb.left_edge.i - 1].text in _BREAKS
    ):
        return _governing(noun, depth) or [noun]
    if verb.tag_ in PARTICIPLES and not is_infinitive(verb):
        if noun.dep_ == "conj":
            return [noun.head, noun] if paired(noun.head, noun) else [noun]
        return conjuncts(noun)
    possessor = next((c for c in noun.children if c.dep_ == "poss"), None)
    if possessor is not None:
        return [possessor]
    if is_infinitive(verb) and (holders := holding(noun)):
        return holders
    if noun.dep_ == "dobj" and (holders := empowered(verb, noun.head)):
        return holders
    return _governing(noun, depth)


def _governing(token: "Token", depth: int) -> list["Token"]:
    """The subject of the nearest predicate over a token; a passive that names nobody leaves it to the next over it, who does something "by" something."""
    patient: list[Token] = []
    for ancestor in token.ancestors:
        if ancestor.pos_ in PREDICATES and ancestor.dep_ != "prep":
            if token.lower_ == "by" and ancestor.lemma_ == "be" and ancestor.dep_ == "ccomp":
                patient = patient or subjects(ancestor, depth + 1)
                continue  # "ensures that the port is safe by mending it": nothing is so by doing something
            if not is_passive(ancestor):
                return subjects(ancestor, depth + 1)
            if who := agents(ancestor):
                return who
            patient = patient or subjects(ancestor, depth + 1)
            if token.lower_ != "by" or ancestor.lemma_ in english().classes["ordering"]:
                return patient  # "The Board is directed to act, also by setting fees"
    # "Order 7 is amended by striking section 2": no order strikes
    return [] if token.lower_ == "by" else patient


def _has_relative_object(verb: "Token") -> bool:
    return any(
        c.lower_ in RELATIVE and c.dep_ in {"dobj", "pobj", "dative"}
        for c in verb.subtree
        if c.tag_ in {"WDT", "WP"}
    )

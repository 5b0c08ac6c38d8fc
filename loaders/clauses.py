"""From a parsed sentence to its clauses: each predicate with who does it and what it is done to.

The dependency labels are those of spaCy's English pipelines (CLEAR style).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from gestae.loaders.phrases import conjuncts

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

__all__ = ["Clause", "Role", "clauses", "subjects_over"]

Role = Literal[
    "main", "complement", "purpose", "relative", "participle", "adverbial", "prepositional", "nominal"
]

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_NOT_PREDICATES = frozenset({
    "include", "accord", "regard", "concern", "follow", "base", "compare", "pend", "give", "consider", "relate",
})  # fmt: skip
"""Verbs whose participle serves as a preposition ("including", "according to")."""
_STATES = frozenset(
    {"commit", "dedicate", "focus", "engage", "devote", "center", "determine", "concern", "rank"}
)
"""Verbs whose participle tells of its subject, not of what was done to it ("is committed to ending …")."""
_DEVOTED = frozenset({"committed", "dedicated", "focused", "engaged", "devoted", "determined"})
"""The same as adjectives ("remains committed to ending …")."""
_CHARGES = frozenset(
    {"policy", "duty", "responsibility", "goal", "mission", "purpose", "job", "task", "intent", "intention"}
)
_CONTROL = frozenset({
    *((v, "with") for v in ("task", "charge", "entrust", "assist", "help", "credit")),
    *((v, "from") for v in ("prevent", "stop", "keep", "prohibit", "block", "bar", "ban", "discourage", "deter", "protect")),
    *((v, "in") for v in ("assist", "help", "support", "aid")), *((v, "into") for v in ("force", "coerce", "pressure", "trick")),
    *((v, "for") for v in ("thank", "praise", "criticize", "honor", "recognize", "applaud", "commend", "blame", "sanction", "punish", "arrest")),
    *((v, "of") for v in ("accuse", "convict", "suspect")),
})  # fmt: skip
"""Verbs and the preposition behind which a participle tells what their object does."""
_CALLS = frozenset(
    {("call", "on"), ("call", "upon"), ("appeal", "to"), ("count", "on"), ("rely", "on"), ("look", "to")}
)
"""Verbs whose prepositional object is who is to act."""
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_MAX_DEPTH = 8
_CLOSE = 5
"""Tokens within which coordinated verbs can share the object of the last."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate and its arguments, all as spaCy tokens.

    `subjects` and `objects` are the heads of noun phrases, coordination resolved; `subjects`
    is empty where the text leaves the actor out. `complement` heads a clause that stands as
    the object; `preposition` heads the phrase that does ("focus on …"), `particle` belongs to
    a phrasal verb. `governors` are the predicates over it, the nearest first; `agent` tells
    that a passive names its actor.
    """

    verb: "Token"
    role: Role
    passive: bool
    subjects: tuple["Token", ...]
    objects: tuple["Token", ...]
    complement: "Token | None" = None
    preposition: "Token | None" = None
    particle: str = ""
    recipient: "Token | None" = None
    governors: tuple["Token", ...] = ()


def clauses(sentence: "Span") -> tuple[Clause, ...]:
    """The clauses of a sentence in the order of their predicates; kept with its parse, since several stages ask."""
    known: dict[Any, Any] = sentence.doc.user_data
    key = ("clauses", sentence.start)
    if key not in known:
        known[key] = tuple(_clause(token) for token in sentence if _is_predicate(token))
    found: tuple[Clause, ...] = known[key]
    return found


def subjects_over(noun: "Token") -> list["Token"]:
    """The heads of the subject of the clause that a noun stands in."""
    return _governing(noun, 0)


def _is_predicate(token: "Token") -> bool:
    if token.dep_ == "acomp" and token.lower_ in _DEVOTED and token.head.pos_ in {"VERB", "AUX"}:
        return True
    if token.pos_ not in {"VERB", "AUX"} or token.dep_ in {
        "aux",
        "auxpass",
        "compound",
        "det",
        "case",
        "punct",
    }:
        return False
    if (token.pos_ == "AUX" and token.lemma_ != "have") or any(
        c.dep_ == "acomp" and c.lower_ in _DEVOTED for c in token.rights
    ):
        return False
    if token.dep_ == "amod":
        return False
    return not (token.dep_ == "prep" and token.lemma_ in _NOT_PREDICATES)


def _clause(verb: "Token") -> Clause:
    passive = _is_passive(verb)
    role = _role(verb)
    subjects = _subjects(verb.head if verb.dep_ == "acomp" else verb)
    objects: list[Token] = []
    complement = preposition = recipient = None
    particle = ""
    surface = subjects
    if passive and verb.lemma_ in _STATES and not _agents(verb):
        passive = False
    if passive:
        objects = list(surface)
        subjects = _agents(verb)
    for child in verb.children:
        dep = child.dep_
        if dep in {"dobj", "obj", "oprd", "attr"} and not (passive and dep == "attr"):
            objects.extend(_antecedents(child))
        elif dep in {"advcl", "ccomp"} and child.tag_ == "VBG" and not passive:
            objects.extend(_misread(child, verb))
        elif dep == "dative":
            recipient = next((c for c in child.children if c.dep_ == "pobj"), child)
        elif dep == "prt":
            particle = child.lower_
        elif dep in {"ccomp", "xcomp"} and complement is None and child.i > verb.i:
            complement = child
        elif dep == "acomp" and complement is None:
            complement = next((c for c in child.rights if c.dep_ in {"ccomp", "xcomp"}), None)
        elif dep == "prep" and child.i > verb.i:
            target = next((c for c in child.children if c.dep_ in {"pobj", "pcomp"}), None)
            if target is None:
                continue
            if child.lower_ in {"to", "for"} and recipient is None and objects and target.dep_ == "pobj":
                recipient = target
            if preposition is None:
                preposition = child
    if not objects and not passive and complement is None and preposition is None:
        objects = _shared(verb)
    if not objects and complement is None and preposition is None and not passive:
        complement = next((c for c in verb.rights if c.dep_ == "advcl" and _infinitive(c)), None)
        preposition = next(
            (
                c
                for c in verb.lefts
                if c.dep_ == "prep" and c.lower_ in {"for", "to", "with", "at", "against"}
            ),
            None,
        )
    if not objects and role == "relative" and not passive:
        objects = list(_relative_objects(verb))
    return Clause(
        verb=verb,
        role=role,
        passive=passive,
        subjects=tuple(dict.fromkeys(subjects)),
        objects=tuple(dict.fromkeys(o for o in objects if o.i != verb.i)),
        complement=complement,
        preposition=preposition,
        particle=particle,
        recipient=recipient,
        governors=tuple(_governors(verb)),
    )


def _is_passive(verb: "Token") -> bool:
    if any(c.dep_ in {"nsubjpass", "auxpass", "agent"} for c in verb.children):
        return True
    if verb.tag_ != "VBN" or any(c.dep_ in {"nsubj", "aux", "dobj"} for c in verb.children):
        return False
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        return _is_passive(verb.head)
    return verb.dep_ in {"acl", "advcl", "relcl", "ROOT"}


def _role(verb: "Token") -> Role:
    head = verb
    while head.dep_ == "conj" and head.head.pos_ in {"VERB", "AUX"}:
        head = head.head
    dep = head.dep_
    if dep == "relcl":
        return "relative"
    if dep == "acl":
        return "purpose" if _infinitive(head) else "participle"
    if dep == "advcl":
        if _infinitive(head):
            return "purpose"
        return "participle" if head.tag_ in {"VBG", "VBN"} and not _own_subjects(head) else "adverbial"
    if dep in {"ccomp", "xcomp"}:
        return "complement"
    if dep == "pcomp":
        return "prepositional"
    return "main"


def _infinitive(verb: "Token") -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _own_subjects(verb: "Token") -> list["Token"]:
    """The subjects of a predicate; the parser hangs some on its auxiliary."""
    own = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    if own:
        return own
    return [
        c
        for a in verb.children
        if a.dep_ in {"aux", "auxpass"}
        for c in a.children
        if c.dep_ in {"nsubj", "nsubjpass"}
    ]


def _antecedents(token: "Token") -> list["Token"]:
    """The coordinated heads of an argument; of a relative pronoun, what it stands for."""
    if token.lower_ in _RELATIVE and token.tag_ in {"WDT", "WP", "IN", "DT"}:
        head = token.head
        while head.dep_ in {"conj", "xcomp", "ccomp", "aux"} and head.dep_ != "relcl":
            head = head.head
        if head.dep_ == "relcl":
            return conjuncts(head.head) if head.head.dep_ == "conj" else [head.head]
    return conjuncts(token)


def _subjects(verb: "Token", depth: int = 0) -> list["Token"]:
    """Who stands as the surface subject, looked for up the tree where the clause has none of its own."""
    if depth > _MAX_DEPTH:
        return []
    own = _own_subjects(verb)
    if own:
        return [h for s in own for h in _owner(s)]
    head = verb.head
    if head.i == verb.i:
        return []
    if verb.dep_ == "conj" and head.pos_ in {"VERB", "AUX"}:
        return _coordinated(verb, head, depth)
    if verb.dep_ == "xcomp" and head.pos_ == "ADJ":
        return _subjects(head.head, depth + 1) if head.dep_ == "acomp" else _governing(head, depth)
    if verb.dep_ == "xcomp":
        called = [
            t
            for c in head.children
            if (head.lemma_, c.lower_) in _CALLS
            for t in c.children
            if t.dep_ == "pobj"
        ]
        if called:
            return [h for t in called for h in conjuncts(t)]
        objects = [c for c in head.children if c.dep_ in {"dobj", "nsubjpass"} and c.i < verb.i]
        if objects and head.lemma_ not in {"use", "take"}:
            return [h for o in objects for h in _antecedents(o)]
        return _subjects(head, depth + 1)
    if verb.dep_ == "ccomp" and _infinitive(verb):
        return _subjects(head, depth + 1)
    if verb.dep_ == "advcl":
        called = [
            t
            for c in head.children
            if (head.lemma_, c.lower_) in _CALLS
            for t in c.children
            if t.dep_ == "pobj"
        ]
        if called and _infinitive(verb):
            return [h for t in called for h in conjuncts(t)]
        if _is_passive(head):
            return _agents(head) or _subjects(head, depth + 1)
        return _subjects(head, depth + 1)
    if verb.dep_ == "acl":
        return _noun_subjects(verb, head, depth)
    if verb.dep_ == "relcl":
        return [] if _has_relative_object(verb) else _described(head)
    if verb.dep_ in {"pcomp", "prep"}:
        return _controlled(head) or _governing(head, depth)
    return []


def _described(noun: "Token") -> list["Token"]:
    """What a relative clause tells of: the noun, or the name that the noun only describes.

    "Smith is the man who …" and "Smith, the man who …" tell of Smith.
    """
    over = noun.head
    if noun.dep_ == "attr" and over.lemma_ == "be":
        named = [
            s
            for s in _own_subjects(over)
            if s.pos_ == "PROPN" or s.lower_ in {"he", "she", "they", "we", "i"}
        ]
        return named or [noun]
    if noun.dep_ == "appos" and over.pos_ == "PROPN" and noun.pos_ == "NOUN":
        return [over]
    return [noun]


def _controlled(preposition: "Token") -> list["Token"]:
    """Of "charge X with …ing" and "keep X from …ing": X."""
    over = preposition.head
    if over.dep_ == "dobj" and (over.head.lemma_, preposition.lower_) in _CONTROL:
        return conjuncts(over)
    if over.pos_ == "VERB" and (over.lemma_, preposition.lower_) in _CONTROL:
        return [h for c in over.children if c.dep_ in {"dobj", "nsubjpass"} for h in _antecedents(c)]
    return []


def _owner(subject: "Token") -> list["Token"]:
    """The heads of a subject; of "it is the policy of X to …", X."""
    over = subject.head
    if subject.lower_ == "it" and over.lemma_ == "be":
        for attribute in over.children:
            if attribute.dep_ == "attr" and attribute.lemma_ in _CHARGES:
                holders = [
                    c for p in attribute.children if p.lower_ == "of" for c in p.children if c.dep_ == "pobj"
                ]
                return holders or [c for c in attribute.children if c.dep_ == "poss"]
    told_of = _antecedents(subject)
    return _described(told_of[0]) if subject.lower_ in _RELATIVE and len(told_of) == 1 else told_of


def _coordinated(verb: "Token", head: "Token", depth: int) -> list["Token"]:
    """The subject that a predicate shares with the one before it.

    A finite verb cannot continue an infinitive or participle: the parser has hung it too low, and
    its subject is that of the nearest finite verb above.
    """
    if verb.tag_ in _FINITE and head.tag_ in {"VB", "VBG"} and not any(c.tag_ == "MD" for c in head.children):
        for ancestor in head.ancestors:
            if ancestor.tag_ in _FINITE:
                return _subjects(ancestor, depth + 1)
    if verb.tag_ == "VBD" and _tense(head) in {"VBZ", "VBP"}:
        for ancestor in head.ancestors:
            if ancestor.tag_ == "VBD":
                return _subjects(ancestor, depth + 1)
    return _subjects(head, depth + 1)


def _tense(verb: "Token") -> str:
    """The tag of the finite word of a predicate."""
    return next(
        (c.tag_ for c in verb.children if c.dep_ in {"aux", "auxpass"} and c.tag_ in _FINITE), str(verb.tag_)
    )


def _noun_subjects(verb: "Token", noun: "Token", depth: int) -> list["Token"]:
    """The subject of a clause that hangs on a noun: the noun, its possessor, or the subject over it."""
    if (
        verb.tag_ == "VBG"
        and verb.i > 0
        and verb.left_edge.i > noun.i + 1
        and verb.doc[verb.left_edge.i - 1].text == ","
    ):
        return _governing(noun, depth) or [noun]
    if verb.tag_ in {"VBG", "VBN"} and not _infinitive(verb):
        return conjuncts(noun) if noun.dep_ != "conj" else [noun]
    possessor = next((c for c in noun.children if c.dep_ == "poss"), None)
    if possessor is not None:
        return [possessor]
    return _governing(noun, depth)


def _governing(token: "Token", depth: int) -> list["Token"]:
    """The subject of the nearest predicate over a token."""
    for ancestor in token.ancestors:
        if ancestor.pos_ in {"VERB", "AUX"}:
            if _is_passive(ancestor):
                return _agents(ancestor) or _subjects(ancestor, depth + 1)
            return _subjects(ancestor, depth + 1)
    return []


def _agents(verb: "Token") -> list["Token"]:
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return [h for c in child.children if c.dep_ == "pobj" for h in conjuncts(c)]
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.head.tag_ == "VBN":
        return _agents(verb.head)
    return _distant_agents(verb)


def _distant_agents(verb: "Token") -> list["Token"]:
    """The agent of "joined in support by Canada", which the parser hangs on the phrase between."""
    for child in verb.rights:
        if child.dep_ == "prep":
            for by in child.subtree:
                if (
                    by.lower_ == "by"
                    and by.dep_ == "prep"
                    and by.head.dep_ == "pobj"
                    and by.head.head.i == child.i
                ):
                    return [
                        h
                        for c in by.children
                        if c.dep_ == "pobj" and c.ent_type_ != "DATE"
                        for h in conjuncts(c)
                    ]
    return []


def _has_relative_object(verb: "Token") -> bool:
    return any(
        c.lower_ in _RELATIVE and c.dep_ in {"dobj", "pobj", "dative"}
        for c in verb.subtree
        if c.tag_ in {"WDT", "WP"}
    )


def _misread(participle: "Token", verb: "Token") -> list["Token"]:
    """Of "signed an Order using …": the object, which the parser takes for the subject of the participle."""
    if any(c.dep_ in {"aux", "mark"} for c in participle.children):
        return []
    return [h for c in participle.lefts if c.dep_ == "nsubj" and c.i > verb.i for h in conjuncts(c)]


def _shared(verb: "Token") -> list["Token"]:
    """Of "revitalize and rebuild ports": the object that stands only behind the last of the verbs."""
    for child in verb.rights:
        if (
            child.dep_ == "conj"
            and child.pos_ == "VERB"
            and child.tag_ == verb.tag_
            and child.i - verb.i <= _CLOSE
        ):
            own = [h for c in child.children if c.dep_ == "dobj" for h in _antecedents(c)]
            return own or _shared(child)
    return []


def _relative_objects(verb: "Token") -> list["Token"]:
    """Of "the plan it released": what the relative clause hangs on, where its own subject shows that the object is left out."""
    head = verb
    while head.dep_ == "conj":
        head = head.head
    own = _own_subjects(verb) or _own_subjects(head)
    if head.dep_ == "relcl" and own and not any(s.lower_ in _RELATIVE for s in own):
        return [head.head]
    return []


def _governors(verb: "Token") -> Iterator["Token"]:
    token = verb
    while token.dep_ == "conj" and token.head.pos_ in {"VERB", "AUX"}:
        token = token.head
    for ancestor in token.ancestors:
        if ancestor.pos_ in {"VERB", "AUX"}:
            yield ancestor

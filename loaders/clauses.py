"""From a parsed sentence to its clauses: each predicate with who does it and what it is done to.

The dependency labels are those of spaCy's English pipelines (CLEAR style).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from gestae.loaders.agents import agents
from gestae.loaders.caused import got
from gestae.loaders.grammar import AUXILIARIES, DASHES, FINITE, SUBJECTS, TENSED, TIMES
from gestae.loaders.phrases import conjuncts
from gestae.loaders.predicates import is_infinitive, is_passive
from gestae.loaders.subjects import continued, subjects
from gestae.loaders.surface_subjects import RELATIVE, antecedents, own_subjects
from gestae.ontology.english import english
from gestae.ontology.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

__all__ = ["Clause", "Role", "clauses"]

Role = Literal[
    "main", "complement", "purpose", "relative", "participle", "adverbial", "prepositional", "nominal"
]

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
_LEADING = frozenset({"to", "for", "with", "against", "on", "in", "of", "from", "at"})
"""Prepositions that can stand before what is acted on."""
_ASIDE = frozenset({"example", "instance", "course", "fact", "addition", "particular", "general"})
"""Nouns that with their preposition are no phrase of the clause ("for example")."""
_TENSES = {"VB": "VB", "VBP": "VB", "VBD": "VBD", "VBN": "VBD", "VBG": "VBG", "VBZ": "VBZ"}
"""Forms of a verb that the parser confuses stand for one."""
_MAKING_SO = frozenset({"make", "keep", "leave", "render"})
"""Verbs whose object an adjective behind it tells the outcome of."""
_CLOSE = 5
"""Tokens within which coordinated verbs can share the object of the last, what stands before it left out behind a modal."""
_OF_THINGS = frozenset({"Reform", "Terminate", "Sanction"})
"""Types of bare verbs that are always done to something."""


_WHEN = frozenset({"as", "if", "where", "when"})


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
    if token.dep_ == "amod" or _as_needed(token):
        return False
    return not (token.dep_ == "prep" and token.lemma_ in _NOT_PREDICATES)


def _as_needed(word: "Token") -> bool:
    """Whether "needed" only tells when something is done ("shall, as needed, mend piers"): nobody needs anything."""
    return (
        word.lower_ == "needed"
        and word.i > 0
        and word.nbor(-1).lower_ in _WHEN
        and all(c.dep_ in {"mark", "advmod", "punct"} or c.is_space for c in word.children)
    )


def _clause(verb: "Token") -> Clause:
    passive = is_passive(verb)
    role = _role(verb)
    who = subjects(verb)
    objects: list[Token] = []
    complement = preposition = recipient = None
    particle = ""
    surface = who
    if passive and verb.lemma_ in _STATES and not agents(verb) and [s.lower_ for s in surface] != ["it"]:
        passive = False
    if passive:
        objects = list(surface)
        who = agents(verb)
    for child in verb.children:
        dep = child.dep_
        if dep == "oprd" and child.pos_ == "ADJ" and verb.lemma_ == "make":
            complement = complement or next((c for c in child.rights if c.dep_ == "ccomp"), None)
        elif dep in {"dobj", "obj", "oprd", "attr"} and not (passive and dep == "attr"):
            if objects and dep == "oprd" and child.pos_ == "ADJ":
                continue  # "keeps sailors safe"
            if objects and _after_dash(child):
                if not _begun_again(child, objects[0]):
                    continue
                objects.clear()
            objects.extend(antecedents(child))
        elif dep in {"advcl", "ccomp"} and child.tag_ == "VBG" and not passive and not _told(child):
            objects.extend(_misread(child, verb))
        elif dep == "dative":
            recipient = next((c for c in child.children if c.dep_ == "pobj"), child)
        elif dep == "prt":
            particle = child.lower_
        elif dep == "ccomp" and _aside(child):
            continue
        elif dep in {"ccomp", "xcomp"} and complement is None and child.i > verb.i:
            made = _made_so(child, verb) or _prepared(child, verb) or _got(verb) or child
            if made.dep_ in SUBJECTS:
                objects.extend(antecedents(made))
            else:
                complement = made
        elif dep == "acomp" and complement is None:
            complement = next((c for c in child.rights if c.dep_ in {"ccomp", "xcomp"}), None)
        elif dep == "advmod" and child.lower_ == "upwards":  # "rescued upwards of 300 sailors"
            of = (c for p in child.rights if p.lower_ == "of" for c in p.rights if c.dep_ == "pobj")
            objects.extend(h for c in of for h in conjuncts(c))
        elif dep == "prep" and child.i > verb.i and child.lower_ != "including":
            target = next((c for c in child.children if c.dep_ in {"pobj", "pcomp"}), None)
            if target is None and child.lower_ == "out" and not objects and not particle:
                within = next((c for c in child.rights if c.lower_ == "of"), None)
                particle, preposition = ("out", within) if within is not None else ("", preposition)
            if target is None or (target.lower_ in _ASIDE and target.left_edge.i == target.right_edge.i):
                continue
            if child.lower_ in {"to", "for"} and recipient is None and objects and target.dep_ == "pobj":
                recipient = target
            if preposition is None or _beside(preposition, target):
                preposition = child
    if not objects and not passive and complement is None:
        if preposition is None:
            objects = _shared(verb)
        elif verb.lemma_ in english().classes["transitive"]:
            objects = _behind_both(verb)
    if not objects and complement is None and preposition is None and not passive:
        complement = next((c for c in verb.rights if c.dep_ == "advcl" and is_infinitive(c)), None)
        preposition = next(
            (
                c
                for c in verb.lefts
                if c.dep_ == "prep" and c.lower_ in {"for", "to", "with", "at", "against"}
            ),
            None,
        )
    if (
        passive
        and surface
        and len(objects) > len(surface)
        and verb.lemma_ in english().classes["given-to"]
        and recipient is None
    ):
        recipient, objects = objects[0], objects[len(surface) :]  # "crews were given boats"
    if passive and complement is not None and [o.lower_ for o in objects] == ["it"] and _that(complement):
        objects = []  # "it is ordered that the pier be closed"
    if passive and complement is not None and len(surface) == 1 and _tells(verb, complement):
        recipient, objects = surface[0], []  # "crews were told that the lock opens"
    if not objects and role == "relative" and not passive:
        objects = list(_relative_objects(verb))
    return Clause(
        verb=verb,
        role=role,
        passive=passive,
        subjects=tuple(dict.fromkeys(who)),
        objects=tuple(dict.fromkeys(o for o in objects if o.i != verb.i)),
        complement=complement,
        preposition=preposition,
        particle=particle,
        recipient=recipient,
        governors=tuple(_governors(verb)),
    )


def _made_so(word: "Token", verb: "Token") -> "Token | None":
    """Of "made clear that the port stays open", "made it clear that …" and "made clear its aims": what was made clear.

    Of "made boats available" and "keeps ports open" the boats and the ports, which the parser takes for who is so.
    """
    over = verb.head if verb.dep_ == "conj" else verb
    if word.pos_ != "ADJ" or verb.lemma_ not in _MAKING_SO or is_passive(verb) or is_passive(over):
        return None
    so = next((c for c in word.lefts if c.dep_ == "nsubj" and c.i > verb.i and c.lower_ != "it"), None)
    if so is not None or verb.lemma_ != "make":
        return so
    below = [c for c in (*word.rights, *verb.rights) if c.i > word.i]
    told = (c for c in below if c.pos_ in {"VERB", "AUX"} and (c.dep_ == "ccomp" or _that(c)))
    return next(told, None) or next((c for c in below if c.dep_ == "nsubj" and c.head.i == word.i), None)


def _prepared(clause: "Token", verb: "Token") -> "Token | None":
    """Of "prepares crews to sail": the crews, which the parser takes only for who sails."""
    if verb.lemma_ not in english().classes["preparing"] or not is_infinitive(clause):
        return None
    return next((c for c in clause.lefts if c.dep_ == "nsubj" and c.left_edge.i == verb.i + 1), None)


def _got(verb: "Token") -> "Token | None":
    """Of "got the Harbor Act passed": the Act."""
    caused = got(verb)
    return caused[1] if caused is not None else None


def _that(clause: "Token") -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.lefts)


def _after_dash(noun: "Token") -> bool:
    """Whether a noun begins behind a dash: it says the noun before in other words, and is no further object."""
    return noun.left_edge.i > noun.head.i + 1 and noun.doc[noun.left_edge.i - 1].text in DASHES


def _begun_again(noun: "Token", first: "Token") -> bool:
    """Whether a speaker broke off before the dash and begins again ("an e- — an order", "a few — a few locks")."""
    doc, before = noun.doc, noun.left_edge.i - 2
    said, again = doc[first.left_edge.i : before + 1], noun.doc[noun.left_edge.i : noun.i + 1]
    return (
        doc[before].text.endswith("-")
        or first.pos_ not in {"NOUN", "PROPN", "PRON", "NUM"}
        or [t.lower_ for t in said] == [t.lower_ for t in again[: len(said)]]
    )


def _beside(preposition: "Token", behind: "Token") -> bool:
    """Whether a phrase only says as what or when somebody acts, and the next one what is done ("commit as one to ending …")."""
    thing = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    if thing is None or behind.head.lower_ not in _LEADING:
        return False
    if preposition.lower_ == "as":
        return behind.dep_ == "pcomp"
    if behind.head.lower_ == "with" and thing.lemma_.lower() in english().classes["channel"]:
        return True  # "spoke by telephone with the owners"
    return thing.ent_type_ in TIMES and behind.ent_type_ not in TIMES


def _role(verb: "Token") -> Role:
    head = verb
    while head.dep_ == "conj" and head.head.pos_ in {"VERB", "AUX"}:
        head = head.head
    dep = head.dep_
    if dep == "relcl":
        return "relative"
    if dep == "acl":
        return "purpose" if is_infinitive(head) else "participle"
    if dep == "advcl":
        if is_infinitive(head):
            return "purpose"
        return "participle" if head.tag_ in {"VBG", "VBN"} and not own_subjects(head) else "adverbial"
    if dep in {"ccomp", "xcomp"}:
        return "complement"
    if dep == "pcomp":
        return "prepositional"
    return "main"


def _told(clause: "Token") -> bool:
    """Whether a clause is told as it would stand by itself: "found that the pier is sinking", not "saw the pier sinking"."""
    return clause.dep_ == "ccomp" and (
        clause.tag_ in TENSED or any(c.dep_ in AUXILIARIES and c.tag_ in FINITE for c in clause.lefts)
    )


def _tells(verb: "Token", clause: "Token") -> bool:
    """Whether a clause is what somebody is told: "were told that the pier is sinking", not "were told to leave"."""
    return verb.lemma_ in english().classes["told-to"] and _told(clause) and bool(own_subjects(clause))


def _aside(clause: "Token") -> bool:
    """Whether a clause breaks in behind a dash: "I'll never forget — I was standing on the pier"."""
    start = clause.left_edge.i
    return (
        _told(clause)
        and start > clause.head.i
        and clause.doc[start - 1].text in DASHES
        and bool(own_subjects(clause))
        and not _that(clause)
    )


def _misread(participle: "Token", verb: "Token") -> list["Token"]:
    """Of "signed an Order using …": the object, which the parser takes for the subject of the participle."""
    if any(c.dep_ in {"aux", "mark"} for c in participle.children):
        return []
    return [h for c in participle.lefts if c.dep_ == "nsubj" and c.i > verb.i for h in conjuncts(c)]


def _shared(verb: "Token") -> list["Token"]:
    """Of "revitalize and rebuild ports": the object that stands only behind the last of the verbs."""
    for child in _in_a_row(verb):
        if child.i - verb.i <= _CLOSE or (_goes_on(verb, child) and child.left_edge.i - verb.i <= _CLOSE):
            own = [h for c in child.children if c.dep_ == "dobj" for h in antecedents(c)]
            return own or _shared(child) or _of_infinitive(verb, child)
    return []


def _goes_on(verb: "Token", child: "Token") -> bool:
    """Whether a bare verb goes on with another behind one modal; "I may add — I cannot tell it" begins anew."""
    return verb.tag_ == "VB" and not any(c.dep_ in SUBJECTS | AUXILIARIES for c in child.lefts)


def _of_infinitive(verb: "Token", last: "Token") -> list["Token"]:
    """Of "shall modify, repeal, or move to close such ports": the ports, where the first verb must have an object."""
    if verb.tag_ != "VB" or lexicon().verbs.get(verb.lemma_) not in _OF_THINGS:
        return []
    below = next((c for c in last.rights if c.dep_ in {"xcomp", "advcl"} and is_infinitive(c)), None)
    return [h for c in below.rights if c.dep_ == "dobj" for h in antecedents(c)] if below is not None else []


def _behind_both(verb: "Token") -> list["Token"]:
    """Of "publishes in the Gazette and sends to the Board a notice": the notice, behind the last of two verbs that must have an object."""
    last = next(_in_a_row(verb), None)
    if last is None:
        return []
    own = [c for c in last.rights if c.dep_ == "dobj"]
    before = any(c.dep_ in {"prep", "dative"} and c.i < own[0].i for c in last.rights) if own else False
    return [h for c in own for h in antecedents(c)] if before else []


def _in_a_row(verb: "Token") -> Iterator["Token"]:
    """The verbs of the same tense that are joined to a verb."""
    for child in verb.rights:
        if (
            child.dep_ == "conj"
            and child.pos_ == "VERB"
            and _TENSES.get(child.tag_) == _TENSES.get(verb.tag_)
        ):
            yield child


def _relative_objects(verb: "Token") -> list["Token"]:
    """Of "the plan it released": what the relative clause hangs on, where its own subject shows that the object is left out."""
    head = verb
    while head.dep_ == "conj":
        head = head.head
    own = own_subjects(verb) or own_subjects(head)
    if any(
        c.tag_ == "WRB" for c in (*head.lefts, *verb.lefts)
    ):  # "the town where it met": the place, not what it met
        return []
    if head.dep_ == "relcl" and own and not any(s.lower_ in RELATIVE for s in own):
        return [head.head]
    return []


def _governors(verb: "Token") -> Iterator["Token"]:
    token = verb
    while token.dep_ == "conj" and token.head.pos_ in {"VERB", "AUX"}:
        token = continued(token) or token.head
    for ancestor in token.ancestors:
        if ancestor.pos_ in {"VERB", "AUX"}:
            yield ancestor

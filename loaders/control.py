"""Who is to act under a verb that says so of another than its subject: control ("directs X to …", "keeps X from …ing")."""

from typing import TYPE_CHECKING

from gestae.loaders.acting import acting, names_somebody
from gestae.loaders.grammar import PREDICATES
from gestae.loaders.phrases import conjuncts
from gestae.loaders.predicates import is_infinitive
from gestae.loaders.surface_subjects import antecedents
from gestae.ontology.english import english
from gestae.ontology.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "CALLS",
    "called_on",
    "charged",
    "controlled",
    "described_by",
    "empowered",
    "for_whom",
    "founded",
    "holding",
    "is_means",
    "tasked",
]

_CONTROL = frozenset({
    *((v, "with") for v in ("task", "charge", "entrust", "assist", "help", "credit")),
    *((v, "from") for v in ("prevent", "stop", "keep", "prohibit", "block", "bar", "ban", "discourage", "deter", "protect")),
    *((v, "in") for v in ("assist", "help", "support", "aid")), *((v, "into") for v in ("force", "coerce", "pressure", "trick")),
    *((v, "for") for v in ("thank", "praise", "criticize", "honor", "recognize", "applaud", "commend", "blame", "sanction", "punish", "arrest")),
    *((v, "from") for v in ("cut", "exclude", "exempt", "restrict", "dissuade", "disqualify")),
    *((v, "of") for v in ("accuse", "convict", "suspect")),
})  # fmt: skip
"""Verbs and the preposition behind which a participle tells what their object does."""
_THANKS = frozenset({("grateful", "for"), ("indebted", "for"), ("thankful", "for")})
"""Adjectives behind which a participle tells what those did whom their "to" names."""
_TASKING = frozenset({"task", "charge", "entrust"})
_USING = frozenset({"employ", "exercise", "leverage", "spend", "take", "use", "waste"})
"""Verbs with an object that does not do what follows ("spent the week mending")."""


CALLS = frozenset(
    {("call", "on"), ("call", "upon"), ("appeal", "to"), ("count", "on"), ("rely", "on"), ("look", "to")}
)
"""Verbs whose prepositional object is who is to act."""


def for_whom(verb: "Token") -> list["Token"]:
    """Of "a call for owners to mend roofs" and "guidance to owners on mending roofs": the owners."""
    doc, first = verb.doc, verb.left_edge
    while verb.dep_ == "conj" and verb.head.tag_ == verb.tag_:
        verb = verb.head
        first = verb.left_edge
    if is_infinitive(verb) and verb.dep_ in {"advcl", "acl", "xcomp", "relcl"}:
        at, openings = first.i - 1, {"for"}
    elif verb.dep_ == "pcomp" and verb.head.lower_ == "on" and first.i - 1 == verb.head.i:
        at, openings = verb.head.i - 1, {"to", "for"}
    else:
        return []
    if at <= verb.sent.start:
        return []
    last = doc[at]
    for noun in (last, *last.ancestors):
        if noun.dep_ == "pobj" and noun.right_edge.i >= at:
            whose = noun.head
            holder = whose.head
            if whose.lower_ not in openings or whose.dep_ not in {"prep", "dative"} or holder.pos_ == "PROPN":
                continue
            if verb.dep_ == "pcomp" and holder.lemma_.lower() not in english().classes["teaching"]:
                return []
            return conjuncts(noun) if names_somebody(noun) else []
        if noun.pos_ in PREDICATES:
            break
    return []


def is_means(thing: "Token", verb: "Token") -> bool:
    """Whether an object is but a means of what follows ("study the plans to find gaps", "spent the week mending roofs")."""
    if verb.lemma_ in _USING:
        return True
    return (
        thing.pos_ == "NOUN"
        and verb.lemma_ not in english().classes["letting"]
        and not acting(thing.lemma_.lower())
        and not any(c.dep_ == "poss" and c.pos_ != "PRON" for c in thing.lefts)
    )


def called_on(verb: "Token") -> list["Token"]:
    """Of "calls on the Board to open locks": the Board."""
    called = [
        t for c in verb.children if (verb.lemma_, c.lower_) in CALLS for t in c.children if t.dep_ == "pobj"
    ]
    return [h for t in called for h in conjuncts(t)]


def controlled(preposition: "Token") -> list["Token"]:
    """Of "charge X with …ing" and "keep X from …ing and from …ing": X."""
    while preposition.dep_ == "conj" and preposition.head.pos_ == preposition.pos_:
        preposition = preposition.head
    over = preposition.head
    if over.pos_ == "ADJ" and (over.lemma_, preposition.lower_) in _THANKS:
        return [
            h
            for p in over.rights
            if p.lower_ == "to"
            for c in p.rights
            if c.dep_ == "pobj"
            for h in conjuncts(c)
        ]
    if over.dep_ == "dobj" and (over.head.lemma_, preposition.lower_) in _CONTROL:
        return conjuncts(over)
    if over.pos_ == "VERB" and (over.lemma_, preposition.lower_) in _CONTROL:
        return [h for c in over.children if c.dep_ in {"dobj", "nsubjpass"} for h in antecedents(c)]
    return []


def tasked(verb: "Token", head: "Token") -> list["Token"]:
    """Of "charge X with …ing, …ing" and "direct X, after Y, to …": X, where the parser has lost the thread."""
    things = [c for c in head.children if c.dep_ in {"dobj", "nsubjpass"} and c.i < verb.i]
    if not things or verb.i < head.i:
        return []
    listed = (
        verb.tag_ == "VBG"
        and head.lemma_ in _TASKING
        and any((head.lemma_, c.lower_) in _CONTROL for c in head.children)
    )
    told = is_infinitive(verb) and head.lemma_ in english().classes["ordering"]
    return [h for t in things for h in antecedents(t)] if listed or told else []


def empowered(verb: "Token", head: "Token") -> list["Token"]:
    """Of "delegates the power to the Board to …" and "gives the Board the power to …": the Board."""
    words = english().classes
    if head.lemma_ not in words["empowering"] or not is_infinitive(verb):
        return []
    things = [c for c in head.children if c.dep_ in {"dobj", "nsubjpass"} and c.i < verb.i]
    if not any(t.lemma_.lower() in words["power"] | words["means"] or t.ent_type_ == "MONEY" for t in things):
        return []
    holders = [
        t
        for c in head.rights
        if c.i < verb.i and (c.dep_ == "dative" or (c.dep_ == "prep" and c.lower_ == "to"))
        for t in ([p for p in c.children if p.dep_ == "pobj"] or ([c] if c.dep_ == "dative" else []))
    ]
    return [h for t in holders[-1:] for h in conjuncts(t)]


def founded(verb: "Token", head: "Token") -> "Token | None":
    """Of "created the Board to inspect piers" and "the Board was created by Ulm to …": the Board, which is to do so; a fund does nothing."""
    if lexicon().verbs.get(head.lemma_) != "Establish" or not is_infinitive(verb) or verb.i < head.i:
        return None
    things = (c for c in head.children if c.dep_ in {"dobj", "nsubjpass"} and c.i < verb.i)
    return next((c for c in things if names_somebody(c)), None)


def charged(attribute: "Token") -> list["Token"]:
    """The heads of those whose policy, duty or goal a noun names ("the policy of the Board"); none of other nouns."""
    words = english().classes
    if attribute.lemma_.lower() not in words["charge"] | words["pleasure"]:
        return []
    holders = [c for p in attribute.children if p.lower_ == "of" for c in p.children if c.dep_ == "pobj"]
    return holders or [c for c in attribute.children if c.dep_ == "poss"]


def holding(power: "Token") -> list["Token"]:
    """Of "the authority of the Board to open locks": the Board, whichever of the two the parser hangs the verb on."""
    over = power.head.head if power.dep_ == "pobj" and power.head.lower_ == "of" else None
    if over is not None and over.lemma_.lower() in english().classes["power"] and names_somebody(power):
        return [power]
    if power.lemma_.lower() not in english().classes["power"]:
        return []
    of = (p for p in power.rights if p.lower_ == "of" and p.i == power.i + 1)
    return [c for p in of for c in p.rights if c.dep_ == "pobj" and names_somebody(c)]


def described_by(verb: "Token") -> "Token | None":
    """Of "steps necessary to mend the pier" and "thieves intent on stealing boats": the noun before the adjective."""
    if verb.dep_ == "pcomp":
        link = verb.head
    else:
        link = next((c for c in verb.lefts if c.dep_ == "aux" and c.lower_ == "to"), verb)
    at = link.i - 1
    if at <= verb.sent.start or link.i == verb.i:
        return None
    over, noun = verb.doc[at], verb.doc[at - 1]
    return noun if over.pos_ == "ADJ" and over.dep_ != "acomp" and noun.pos_ == "NOUN" else None

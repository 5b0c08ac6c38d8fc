"""Lead-ins that break off before their verb ("The Board shall:", "The order directs agencies to:"): who is to act, and in which mood."""

from typing import TYPE_CHECKING

from gestae.loaders.grammar import AUXILIARIES, PREDICATES, SUBJECTS
from gestae.loaders.phrases import conjuncts
from gestae.loaders.predicates import is_passive
from gestae.loaders.subjects import subjects
from gestae.loaders.surface_subjects import RELATIVE, antecedents, own_subjects
from gestae.ontology.english import english
from gestae.ontology.facts import Modality

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

__all__ = ["left_open"]

_POINTING = frozenset({"it", "there", "this", "these", "that", "here"})
_NAMED = frozenset({"NOUN", "PROPN", "PRON"})


def left_open(tokens: "Span") -> "tuple[list[Token], Modality] | None":
    """The heads of who acts in the list behind a lead-in, and the mood of its verbs; nothing where it says its verb."""
    said = [t for t in tokens if t.is_alpha]
    if not said:
        return None
    if said[-1].lower_ == "to":
        return _told_to(said[-1])
    helped = _helped(said[-1])
    if helped is not None:
        return helped
    moods = english().auxiliaries
    modal = next((t for t in reversed(said) if t.lower_ in moods), None)
    if modal is None or (modal.dep_ in AUXILIARIES and modal.head.i > modal.i):
        return None
    heads = [
        h for s in _subjects(modal) if s.lower_ not in _POINTING for h in antecedents(s) if h.pos_ in _NAMED
    ]
    return (heads, moods[modal.lower_]) if heads else None


def _helped(last: "Token") -> "tuple[list[Token], Modality] | None":
    """Of "the grants are helping the State": the State, whose deeds the list tells."""
    words = english()
    for thing in (last, *last.ancestors):
        verb = thing.head
        if thing.dep_ == "dobj" and verb.lemma_.lower() in words.classes["enabling"]:
            return conjuncts(thing), words.governing.get(verb.lemma_.lower(), "factual")
    return None


def _subjects(modal: "Token") -> "list[Token]":
    """The subject of an auxiliary that has no verb, which the parser hangs on this, on what stands between, or above."""
    near = [c for c in modal.lefts if c.dep_ in SUBJECTS]
    between = [s for c in modal.lefts if c.pos_ in PREDICATES for s in c.lefts if s.dep_ in SUBJECTS]
    over = [modal.head] if modal.head.pos_ in _NAMED and modal.head.i < modal.i else []
    found = near or between or over
    return [s for s in found if s.lower_ not in RELATIVE or antecedents(s)[0].pos_ in _NAMED]


def _told_to(last: "Token") -> "tuple[list[Token], Modality] | None":
    """Of "X is directed to", "… directs X to" and "… calls on X to": X; of "X will continue to" too."""
    verb = next((t for t in last.ancestors if t.pos_ == "VERB"), None)
    if verb is None:
        return None
    words = english()
    governed = words.governing.get(verb.lemma_.lower())
    things = [c for c in verb.rights if c.dep_ in {"dobj", "dative"} and c.i < last.i]
    called = [
        o for p in verb.rights if p.dep_ == "prep" and p.i < last.i for o in p.rights if o.dep_ == "pobj"
    ]
    if governed and is_passive(verb):
        heads = [h for s in own_subjects(verb) for h in antecedents(s)]
    elif governed and governed != "planned" and (things or called):
        heads = [h for o in (things or called)[:1] for h in conjuncts(o)]
    elif governed == "planned" or verb.lemma_.lower() in words.classes["continuation"]:
        heads = subjects(verb)
        own = (words.auxiliaries.get(c.lower_) for c in verb.lefts)
        governed = next((mood for mood in own if mood), governed or "factual")
    else:
        return None
    return (heads, governed) if heads and governed else None

"""Clauses that hang on a noun or an adjective, where the parser takes them for another kind.

"took steps to close the pier" tells what who took the steps did, and no step closes a pier; "directs, pursuant to Order 9,
the Warden to close it" tells whom one directs behind an aside, and nobody is "pursuant".
"""

from typing import TYPE_CHECKING

from gestae.loaders.grammar import NOUNS, SUBJECTS
from gestae.loaders.mended_modals import noun_from
from gestae.loaders.modal_series import begins, thing_behind
from gestae.loaders.predicates import is_infinitive
from gestae.loaders.rooted import below
from gestae.ontology.english import english
from gestae.ontology.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["attempted", "between_commas", "decreed", "far_object", "full_name", "set_aside"]

_ASIDE = frozenset({"pursuant", "consistent", "subject", "effective"})
"""Adjectives that open a phrase which stands beside any verb."""
_MISTAKEN = frozenset({"acomp", "oprd", "amod", "advcl", "advmod", "dep", "ccomp", "xcomp", "conj"})
_NEAR = 16
"""Tokens of the longest name of whom something is sent to."""
_SHORTEST = 2
"""Tokens before a short name in brackets."""
_COUNSEL = frozenset({"concert", "conjunction", "consultation"})
_EMPLOYING = frozenset({"employ", "leverage", "use"})
_HAS = frozenset({"dobj", "ccomp", "xcomp"})


def attempted(verb: "Token") -> None:
    """Of "took steps to close the pier" and "use cranes to raise it": let the one who took them close it, where the parser says that the steps do."""
    noun = verb.head
    if (
        verb.dep_ == "relcl"
        and verb.tag_ == "VB"
        and noun.dep_ == "dobj"
        and (
            noun.head.lemma_ in _EMPLOYING
            or (
                noun.head.lemma_ in {"take", "undertake"}
                and noun.lemma_.lower() in english().classes["attempt"]
            )
        )
        and is_infinitive(verb)
        and not any(c.dep_ in SUBJECTS for c in verb.lefts)
    ):
        verb.dep_ = "acl"


def set_aside(adjective: "Token") -> None:
    """Of "directs, pursuant to Order 9, the Warden to close it": let whom one directs be the object."""
    verb, doc = adjective.head, adjective.doc
    if (
        adjective.lower_ == "pursuant"
        and adjective.dep_ in {"oprd", "dobj", "acomp"}
        and verb.pos_ == "VERB"
        and adjective.nbor(-1).i == verb.i
    ):
        adjective.dep_ = "prep"  # "what I found pursuant to Order 9"
        return
    if (
        adjective.lower_ not in _ASIDE
        or adjective.dep_ not in _MISTAKEN
        or verb.pos_ != "VERB"
        or verb.i > adjective.i
        or doc[adjective.i - 1].text != ","
    ):
        return
    adjective.dep_ = "prep"
    _resumed(adjective, verb)
    if any(c.dep_ in _HAS for c in verb.rights):
        return
    thing = next((t for t in below(adjective) if _begun(t, adjective)), None)
    if thing is None:
        return
    doc[thing.left_edge.i - 1].head = verb
    thing.head, thing.dep_ = verb, "dobj"
    for child in list(adjective.rights):
        if child.i > thing.i and child.tag_ == "VB" and is_infinitive(child):
            child.head, child.dep_ = verb, "xcomp"


def _resumed(adjective: "Token", verb: "Token") -> None:
    """Of "mending piers, consistent with Order 9, and opening docks": let the opening go on with the mending."""
    for child in list(adjective.rights):
        if child.dep_ == "conj" and child.pos_ == "VERB" and child.tag_ == verb.tag_:
            child.head = verb
            for link in list(adjective.rights):
                if link.dep_ == "cc" and link.i < child.i:
                    link.head = verb


def between_commas(link: "Token") -> None:
    """Of "The Warden, in consultation with the Mint, is to open the pier": how it is done, which is no part of the Warden's name."""
    subject, doc = link.head, link.doc
    verb = subject.head
    end = link.right_edge.i + 1
    if (
        (link.lower_ == "with" or _together(link))
        and subject.dep_ in SUBJECTS
        and subject.i < link.i < verb.i
        and doc[link.i - 1].text == ","
        and end < len(doc)
        and doc[end].text == ","
        and any(c.dep_ in {"dobj", "xcomp"} for c in verb.rights)
    ):
        link.head = verb


def _together(link: "Token") -> bool:
    """Whether "in" opens "in consultation with"."""
    noun = next(link.rights, None)
    together = english().classes["partnership"] | _COUNSEL
    return link.lower_ == "in" and noun is not None and noun.i == link.i + 1 and noun.lower_ in together


def decreed(adjective: "Token") -> None:
    """Of "It is hereby determined that the pier is unsafe": a passive, which the parser takes for a quality of "it"."""
    be = adjective.head
    lemma = lexicon().verb_of_form.get(adjective.lower_)
    it = next((c for c in be.lefts if c.dep_ == "nsubj" and c.lower_ == "it"), None)
    if adjective.dep_ != "acomp" or be.lemma_ != "be" or lemma is None or it is None:
        return
    if not adjective.lower_.endswith("ed") or all(c.dep_ != "ccomp" for c in adjective.rights):
        return
    root, over, relation = be.dep_ == "ROOT", be.head, be.dep_
    adjective.head, adjective.dep_ = (adjective, "ROOT") if root else (over, relation)
    for child in list(be.children):
        if child.i != adjective.i:
            child.head = adjective
    be.head, be.dep_, it.dep_ = adjective, "auxpass", "nsubjpass"
    adjective.tag_, adjective.pos_, adjective.lemma_ = "VBN", "VERB", lemma


def full_name(short: "Token") -> None:
    """Of "The Warden (WD) shall close the pier": let the Warden be the subject, where the parser takes WD for it."""
    doc, relation, verb = short.doc, short.dep_, short.head
    if short.i < _SHORTEST or doc[short.i - 1].text != "(" or doc[short.i + 1].text != ")":
        return
    name = doc[short.i - 2]
    if name.head.i != short.i or name.dep_ not in {"nmod", "compound"} or name.pos_ not in NOUNS:
        return
    name.head, name.dep_ = verb, relation
    short.head, short.dep_ = name, "appos"
    for child in list(short.children):
        if not child.is_punct:
            child.head = name


def far_object(to: "Token") -> None:
    """Of "submits to the Mint, through the Board, a list of piers": the list, which the parser takes for another name of the Board."""
    verb, doc = to.head, to.doc
    if (
        to.dep_ not in {"prep", "dative"}
        or verb.pos_ != "VERB"
        or to.i != verb.i + 1
        or verb.lemma_ not in english().classes["transitive"] | english().classes["empowering"]
        or any(c.dep_ in _HAS | {"auxpass"} for c in verb.children)
    ):
        return
    end = verb.sent.end
    comma = next((t for t in doc[to.i : min(end, to.i + _NEAR)] if t.text == ","), None)
    if comma is None or not begins(doc, comma.i + 1):
        return
    behind = thing_behind(doc, comma.i, end)
    thing = noun_from(doc[behind]) if behind is not None else None
    if thing is not None and to.i < thing.head.i < thing.i:
        thing.head, thing.dep_ = verb, "dobj"


def _begun(noun: "Token", adjective: "Token") -> bool:
    """Whether a noun stands behind the comma that ends an aside."""
    first = noun.left_edge
    return (
        noun.dep_ == "appos"
        and noun.pos_ in NOUNS
        and noun.head.i > adjective.i
        and first.dep_ in {"det", "poss"}
        and first.nbor(-1).text == ","
    )

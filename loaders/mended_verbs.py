"""Verbs that the parser takes for nouns or adjectives, told by what no noun and no adjective has: a subject, a modal, a "to".

"Mayor Roe *opened* new locks", where the parser makes "opened" a word that describes the locks; "the annex to this
order *addresses* floods".
"""

from typing import TYPE_CHECKING

from gestae.loaders.grammar import AUXILIARIES, JOINING, NOUNS, PAST, PLURAL, PREMODIFIERS, SUBJECTS, TENSED
from gestae.ontology.english import english, verbs_by_form
from gestae.ontology.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["SURE", "achieved", "lemmatize", "recognize", "takes_part"]

SURE = SUBJECTS | AUXILIARIES
"""What only a verb has."""
_CLAUSES = frozenset({"ROOT", "advcl", "xcomp", "ccomp", "relcl", "acl", "conj", "pcomp"})
_LOOSE = frozenset({"appos", "attr", "dep", "npadvmod"})
_HAVING = frozenset({"has", "have", "had", "having"})
_TAKING = frozenset({"partner with", "work with", "guard against", "stand with", "focus on", "join with"})
"""Verbs that are plurals of nouns too, with the preposition that none of the nouns has behind it."""
_ENDINGS = ("s", "ed", "ing")
_BETWEEN = frozenset({"ADV", "PART", "AUX"})


def recognize(word: "Token") -> None:
    """Let what has a subject or a helping verb be a verb."""
    verb = word.head
    if verb.dep_ in PREMODIFIERS:
        _before_its_object(verb, word)
    elif verb.pos_ in NOUNS or verb.pos_ == "ADJ":
        _by_itself(verb, word)


def _before_its_object(verb: "Token", sign: "Token") -> None:
    """Of "Mayor Roe signed new orders" and "storms have badly hurt local trade": a verb, taken for a word that describes the orders."""
    noun, first = verb.head, sign.left_edge
    if (
        noun.i < verb.i
        or sign.i > verb.i
        or noun.pos_ not in NOUNS
        or verb.pos_ == "ADJ"
        or verb.tag_ == "VBG"
    ):
        return
    helped = {c.lower_ for c in verb.lefts if c.dep_ == "aux"}
    if sign.dep_ in SUBJECTS:
        if verb.tag_ not in TENSED | PAST or not verb.is_lower or _bare(sign):
            return
    elif not helped or verb.nbor(-1).lower_ in _HAVING - (helped if "to" in helped else set()):
        return  # "has limited means"
    over, relation = noun.head, noun.dep_
    if relation in SUBJECTS and sign.dep_ in SUBJECTS and over.tag_ in PAST and _alone(over):
        over, relation = _reduced(noun, over)
    if relation not in _CLAUSES:
        if over.pos_ not in {"VERB", "AUX", "ADJ"} or over.i > verb.i:
            return
        relation = "xcomp" if "to" in helped else "ccomp"
    verb.head, verb.dep_ = (verb, "ROOT") if relation == "ROOT" else (over, relation)
    noun.head, noun.dep_ = verb, "dobj"
    for child in list(noun.children):
        own = child.i < first.i or child.dep_ in {"punct", "advcl", "parataxis"} or child.dep_ in SURE
        if own and not verb.i < child.i < noun.i:
            child.head = verb
    _name(verb, "VB" if helped & {"to"} or _modal(verb) else "VBN" if helped else verb.tag_)


def _bare(subject: "Token") -> bool:
    """Whether a subject could be a verb itself ("support extended leases"), or number what is before ("a class I listed pier")."""
    if subject.pos_ == "DET" or subject.lower_ in {"this", "that"}:
        return True  # "all that crushed glass"
    if subject.pos_ == "NOUN":
        return subject.tag_ == "NN" and subject.left_edge.i == subject.i
    return subject.text == "I" and subject.i > 0 and subject.nbor(-1).pos_ in NOUNS


def _alone(verb: "Token") -> bool:
    """Whether a verb could be a participle: nothing helps it, and nothing is done by it."""
    return all(c.dep_ not in {"aux", "auxpass", "dobj", "ccomp", "neg", "mark"} for c in verb.children)


def _reduced(noun: "Token", participle: "Token") -> tuple["Token", str]:
    """Of "Mayor Roe thanked new crews sent from Ulm": where the crews hang once "sent" only describes them."""
    over, relation = participle.head, participle.dep_
    for child in list(participle.children):
        if child.i < noun.left_edge.i or child.is_punct:
            child.head = noun
    participle.head, participle.dep_, participle.tag_ = noun, "acl", "VBN"
    if relation == "ROOT":
        noun.head, noun.dep_ = noun, "ROOT"
        return noun, relation
    noun.head, noun.dep_ = over, relation
    return over, relation


def _modal(verb: "Token") -> bool:
    return any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.lefts)


def _by_itself(verb: "Token", sign: "Token") -> None:
    """Of "shall not misname crews", "the city is overrun by rats" and "the annex addresses floods": a verb, though no clear one."""
    if verb.dep_ not in _CLAUSES or sign.i > verb.i:
        return
    between = verb.doc[sign.i + 1 : verb.i]
    if sign.dep_ == "auxpass":
        lemma = _lemma(verb.lower_)
        if verb.pos_ == "ADJ" and lemma is not None:
            _name(verb, "VBN", lemma)
    elif sign.dep_ == "aux" and sign.tag_ in {"MD", "TO"}:
        if any(t.pos_ not in _BETWEEN for t in between) or verb.tag_ in PLURAL:
            return
        if sign.tag_ == "MD" or (verb.lower_ in lexicon().verbs and not _noun_behind(verb)):
            for child in verb.lefts:
                if child.dep_ == "dep" and child.pos_ == "PROPN":
                    child.dep_ = "nsubj"
            _name(verb, "VB")
    elif sign.dep_ == "nsubj" and verb.pos_ in NOUNS:
        _told_of(verb, sign)


def _told_of(verb: "Token", subject: "Token") -> None:
    """Of "the annex addresses floods" and "the piers span two rivers": what a subject does to what is right behind it."""
    behind = [c for c in verb.rights if not c.is_punct]
    described = any(c.dep_ in PREMODIFIERS | {"det", "poss", "aux", "nummod"} for c in verb.lefts)
    if described or not behind or behind[0].left_edge.i != verb.i + 1:
        return
    if verb.tag_ == "NNS" and verb.is_lower:
        lemma = _lemma(verb.lower_)
        if lemma is None:
            return
        _name(verb, "VBZ", lemma)
        thing = next((c for c in behind if c.dep_ in _LOOSE and c.pos_ in NOUNS), None)
        if thing is not None and thing.left_edge.i == verb.i + 1 and all(c.dep_ != "dobj" for c in behind):
            thing.dep_ = "dobj"
        return
    several = subject.tag_ in PLURAL or any(c.dep_ == "conj" for c in subject.rights)
    if several and verb.tag_ in {"NN", "NNP"} and behind[0].dep_ == "dobj" and verb.lower_ in lexicon().verbs:
        _name(verb, "VBP", verb.lower_)


def _noun_behind(word: "Token") -> bool:
    """Whether a word behind "to" may be a noun ("help to water works", "from trade to finance and fishing")."""
    acted = any(c.dep_ == "dobj" for c in word.rights)
    joined = not acted and any(c.dep_ == "cc" for c in word.rights)
    after = word.nbor() if word.i + 1 < len(word.doc) else word
    return joined or (word.pos_ == "NOUN" and after.i > word.i and after.pos_ == "NOUN")


def takes_part(noun: "Token") -> None:
    """Of "The Port of Ulm partners with cities to mend piers": what it does, taken with its name for partners."""
    root = noun.dep_ == "ROOT"
    over = noun.head
    if noun.i == 0 or not (root or (noun.dep_ == "nsubj" and over.dep_ == "ROOT" and over.tag_ == "VB")):
        return
    behind = next((c for c in noun.rights if c.dep_ == "prep" and c.i == noun.i + 1), None)
    if behind is None or f"{noun.lemma_} {behind.lower_}" not in _TAKING:
        return
    before = noun.nbor(-1)
    if before.dep_ not in PREMODIFIERS or not before.text[0].isupper():
        return
    if not root and all(c.tag_ != "TO" for c in over.lefts):
        return
    for child in list(noun.lefts):
        if child.i < before.i:
            child.head = before
    before.head, before.dep_, before.pos_, before.tag_ = noun, "nsubj", "PROPN", "NNP"
    if not root:
        marks = [c for c in over.children if c.is_punct]
        noun.head, noun.dep_ = noun, "ROOT"
        over.head, over.dep_ = noun, "advcl"
        for mark in marks:
            mark.head = noun
    for clause in noun.rights:
        if clause.tag_ == "VB" and any(c.tag_ == "TO" for c in clause.lefts):
            clause.dep_ = "advcl"
    _name(noun, "VBZ", noun.lemma_)


def achieved(participle: "Token") -> None:
    """Of "opened locks in Rome and Ulm and secured loans": a verb, which passes for an adjective of the loans.

    No name goes together with a bare plural, so that "and" must join the verbs.
    """
    noun = participle.head
    doc = participle.doc
    if (
        participle.dep_ != "amod"
        or (lemma := _achievement(participle.lower_)) is None
        or noun.dep_ != "conj"
        or noun.tag_ != "NNS"
        or noun.head.pos_ != "PROPN"
        or noun.left_edge.i != participle.i
        or participle.i == 0
        or doc[participle.i - 1].lower_ not in JOINING
    ):
        return
    over = next(
        (a for a in noun.ancestors if a.tag_ in PAST and any(c.dep_ in SUBJECTS for c in a.lefts)),
        None,
    )
    if over is None:
        return
    link = doc[participle.i - 1]
    link.head, link.dep_ = over, "cc"
    participle.head, participle.dep_ = over, "conj"
    noun.head, noun.dep_ = participle, "dobj"
    _name(participle, over.tag_, lemma)


def _achievement(word: str) -> str | None:
    """The verb of a participle that seldom describes a thing ("hosted", "secured")."""
    return verbs_by_form(english().classes["achieving"]).get(word)


def _name(verb: "Token", tag: str, lemma: str | None = None) -> None:
    lemma = lemma or (verb.lower_ if tag == "VB" else _lemma(verb.lower_) or verb.lemma_.lower())
    verb.tag_, verb.pos_, verb.lemma_ = tag, "VERB", lemma


def lemmatize(verb: "Token") -> None:
    """Let "fined" be a form of "fine" and "reappointed" one of "reappoint", which the parser takes for one of a verb that is none."""
    known = lexicon().verbs
    if verb.lemma_ in known or verb.lemma_ == verb.lower_ or not verb.lower_.endswith(_ENDINGS):
        return
    lemma = _lemma(verb.lower_)
    if lemma is not None:
        verb.lemma_ = lemma


def _lemma(form: str) -> str | None:
    """The verb of the scheme that a word in "s", "ed" or "ing" is a form of."""
    return lexicon().verb_of_form.get(form) if form.endswith(_ENDINGS) else None

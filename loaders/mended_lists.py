"""Coordinations that the parser takes apart, set right: verbs that pass for words of a noun, and things hung on a verb.

"And" stands once in a coordination, before its last member. That tells which of the words before and behind it
are members, where the parser takes a verb for an adjective or a noun ("opened locks and *increased* trade").
"""

from typing import TYPE_CHECKING

from gestae.loaders.grammar import BARE, COMPLEMENTS, JOINING, NOUNS, PAST, PREMODIFIERS, SEPARATING, SUBJECTS
from gestae.ontology.english import english
from gestae.ontology.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["gather", "regroup", "restore"]

_ITEMS = frozenset({"conj", "appos", "dobj"})
_CLAUSES = frozenset({"ROOT", "advcl", "xcomp", "ccomp", "relcl", "acl"})
_ENDED = frozenset({"VBG", "VBZ"})
_WHENCE = frozenset({"from", "of"})
_OWNED = frozenset({"det", "poss"})


def regroup(noun: "Token") -> None:
    """Set right a noun that the parser coordinates with what it does not belong to."""
    if noun.dep_ == "pobj":
        _along(noun)
        return
    if noun.dep_ not in _ITEMS or noun.pos_ not in NOUNS:
        return
    over = noun.head
    if noun.dep_ == "conj" and noun.ent_iob_ == "I" and _last_word(noun, over):
        return
    on_verb = noun.dep_ == "conj" and over.pos_ == "VERB"
    first = noun.left_edge
    if first.i < noun.i and first.head.i == noun.i and first.dep_ in PREMODIFIERS:
        verb = over if on_verb else next((a for a in noun.ancestors if a.pos_ == "VERB"), None)
        lemma = _form(first.lower_, verb) if verb is not None and verb.i < first.i else None
        if (
            verb is not None
            and lemma is not None
            and (
                _second(first, verb)
                if on_verb
                else _unclosed(first, noun, verb) or _alike(first, verb, lemma)
            )
        ):
            _make_verb(first, noun, verb, lemma)
            return
    if on_verb:
        _as_object(noun, over)


def gather(name: "Token") -> None:
    """Of "Officials from the Mint, the Board and the Bank met": the Board and the Bank, taken for others who met, are whom they are from.

    Of "The City of Ulm, the Port of Rome, and the Mint met" three met, where the parser takes the second for another name.
    """
    people = name.head if name.dep_ == "conj" else _first_subject(name)
    if people is None or name.ent_type_ == "PERSON" or name.left_edge.i < 1:
        return
    before = name.doc[name.left_edge.i - 1]
    if before.text != "," and before.dep_ != "cc":
        return
    if people.pos_ == "PROPN":
        again = next((c for c in people.rights if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
        if name.dep_ != "conj" and before.dep_ == "cc" and again is not None and before.nbor(-1).text == ",":
            again.dep_ = "conj"
        return
    link = next((c for c in people.rights if c.dep_ == "prep" and c.lower_ in _WHENCE), None)
    last = next((c for c in link.rights if c.dep_ == "pobj"), None) if link is not None else None
    if last is None or people.tag_ != "NNS" or last.pos_ != "PROPN":
        return
    listed, closed = False, False
    while (after := next((c for c in last.rights if c.dep_ == "conj"), None)) is not None:
        closed = closed or any(c.dep_ == "cc" for c in last.rights)
        last, listed = after, True
    if name.dep_ == "conj" and (closed or not listed):
        return
    for sign in (*people.rights, *name.head.lefts):
        if last.i < sign.i < name.i and (sign.is_punct or sign.dep_ == "cc"):
            sign.head = last
    name.head, name.dep_ = last, "conj"


def _first_subject(name: "Token") -> "Token | None":
    return next((c for c in name.head.lefts if c.dep_ in SUBJECTS and c.i < name.i), None)


def restore(word: "Token") -> None:
    """Of "open schools, secure harbors, and …": a verb, which passes for another word though something is done by it.

    Only where it goes on with a bare verb, or has a "to", a modal or a subject of its own.
    """
    _beside(word)
    if word.pos_ in {"VERB", "AUX"} or not word.is_lower or word.lower_ not in lexicon().verbs:
        return
    over = word.head
    if word.dep_ == "ROOT" and word.i == word.sent.start:
        tag = "VB"  # "equip crews with nets"
    elif word.dep_ == "conj":
        tag = over.tag_ if over.pos_ == "VERB" and over.tag_ in BARE else ""
    elif word.dep_ in _CLAUSES and any(c.dep_ == "aux" and c.tag_ in {"TO", "MD"} for c in word.lefts):
        tag = "VB"
    else:
        told = word.dep_ in _CLAUSES and any(c.dep_ == "nsubj" for c in word.lefts)
        tag = "VBP" if told else ""
    if tag:
        word.tag_, word.pos_, word.lemma_ = tag, "VERB", word.lower_


def _beside(word: "Token") -> None:
    """Of "opening locks and building piers" and "a law that opens locks and lowers fees": a verb like the one it is joined to."""
    over = word.head
    if word.dep_ != "conj" or word.pos_ not in NOUNS or over.pos_ != "VERB" or over.tag_ not in _ENDED:
        return
    if any(c.dep_ in PREMODIFIERS or c.dep_ in _OWNED for c in word.lefts if not c.is_punct):
        return
    lemma = _form(word.lower_, over)
    if lemma is not None:
        word.tag_, word.pos_, word.lemma_ = over.tag_, "VERB", lemma


def _last_word(word: "Token", name: "Token") -> bool:
    """Of "Department of Inland Ports": whether the ports, taken for another name, are now the last word of this one."""
    before = word.nbor(-1)
    link = before.head
    if (
        word.ent_type_ != "ORG"
        or name.ent_type_ != "ORG"
        or (before.dep_, before.pos_, before.ent_type_) != ("pobj", "PROPN", "ORG")
        or link.head.i != name.i
    ):
        return False
    for child in list(word.children):
        child.head = name
    word.head, word.dep_ = link, "pobj"
    before.head, before.dep_ = word, "compound"
    return True


def _form(word: str, verb: "Token") -> str | None:
    """The verb that a word is a form of, the form in which another stands ("increased" beside "raised")."""
    ending = {"VBG": "ing", "VBZ": "s"}.get(verb.tag_) or ("ed" if verb.tag_ in PAST else "")
    lemma = lexicon().verb_of_form.get(word)
    like = word == lemma if verb.tag_ in BARE else word != lemma and bool(ending) and word.endswith(ending)
    return lemma if like and lemma not in english().classes["describing"] else None


def _second(first: "Token", verb: "Token") -> bool:
    """Whether a word right behind "and" or a comma begins what goes on with a verb, and no list of things."""
    doc = first.doc
    if first.i == 0 or doc[first.i - 1].lower_ not in JOINING | SEPARATING:
        return False
    if verb.tag_ not in PAST:
        return True
    listed = any(t.text == "," for t in doc[verb.i + 1 : first.i])
    return not listed and verb.dep_ != "amod" and any(c.dep_ in {"nsubj", "aux"} for c in verb.lefts)


def _unclosed(first: "Token", noun: "Token", verb: "Token") -> bool:
    """Whether the commas and the one "and" of a sentence make a word the next in a list of verbs.

    Of "mend piers, open locks, and pilot ferries" and "mend piers, moderate floods, and open locks": a list of things
    would have an "and" of its own.
    """
    doc = first.doc
    if first.i < 2:
        return False
    before = doc[first.i - 1]
    joined = before.lower_ in JOINING
    if doc[first.i - 2 if joined else first.i - 1].text not in SEPARATING:
        return False
    going_on = [c for c in verb.rights if c.dep_ == "conj" and c.pos_ == "VERB"]
    if verb.dep_ in COMPLEMENTS and verb.tag_ == verb.head.tag_ == "VB":
        going_on += [c for c in verb.head.rights if c.dep_ == "conj" and c.tag_ == "VB"]
    if not joined:
        return any(c.i > noun.i for c in going_on) and all(c.dep_ != "cc" for c in noun.rights)
    return (
        verb.dep_ == "conj"
        and verb.head.pos_ == "VERB"
        and not going_on
        and doc[verb.left_edge.i - 1].text in SEPARATING
        and all(t.dep_ != "cc" or t.head.i != verb.head.i for t in doc[verb.head.i : verb.i])
    )


def _alike(first: "Token", verb: "Token", lemma: str) -> bool:
    """Whether "and" joins two past tenses of one type of act: of "raised wages and expanded benefits" the Council did both.

    A verb like "secure" needs no other of its type, since its participle seldom describes anything.
    """
    joined = first.i > 0 and first.nbor(-1).lower_ == "and"
    if not joined or verb.tag_ not in PAST or not any(c.dep_ in {"nsubj", "aux"} for c in verb.lefts):
        return False
    if any(t.text == "," for t in first.doc[verb.i : first.i]):
        return False
    kind = lexicon().verbs.get(lemma)
    same = kind not in {None, "Other"} and kind == lexicon().verbs.get(verb.lemma_)
    return same or lemma in english().classes["achieving"]


def _make_verb(word: "Token", noun: "Token", beside: "Token", lemma: str) -> None:
    """Let a word be the verb that goes on with another, and its noun what is done to."""
    over = noun.head
    for child in list(over.children):
        if child.i > noun.i and child.dep_ == "prep":
            child.head = word  # what stands behind the last of two things belongs to it
        elif child.dep_ == "cc" and child.i == word.i - 1:
            child.head = beside
    word.tag_, word.pos_, word.lemma_ = beside.tag_, "VERB", lemma
    word.head, word.dep_ = beside, "conj"
    noun.head, noun.dep_ = word, "dobj"


def _along(noun: "Token") -> None:
    """Of "banned the line, along with two of its ships": the ships, which are banned too."""
    phrase = noun.head.head
    if noun.head.lower_ != "with" or phrase.lower_ != "along" or phrase.head.pos_ != "VERB":
        return
    thing = next((c for c in phrase.head.rights if c.dep_ == "dobj" and c.i < phrase.i), None)
    if thing is not None and noun.doc[phrase.i - 1].text == ",":
        noun.head, noun.dep_ = thing, "conj"


def _as_object(noun: "Token", verb: "Token") -> None:
    """Of "read the reports of the Board and the plans": the plans, hung on the verb, are read with the reports.

    Only where both begin alike, with an article or the same possessive, and no other clause stands between.
    """
    if any(c.dep_ in SUBJECTS or c.dep_ in {"aux", "dobj"} for c in noun.children):
        return
    doc = noun.doc
    thing = next((c for c in verb.rights if c.dep_ == "dobj" and c.i < noun.i and c.pos_ in NOUNS), None)
    if thing is None or doc[noun.left_edge.i - 1].lower_ not in JOINING:
        return
    ours, theirs = (next((c for c in n.lefts if c.dep_ in _OWNED), None) for n in (noun, thing))
    named = noun.pos_ == thing.pos_ == "PROPN" and verb.dep_ != "amod"
    alike = (
        ours is not None
        and theirs is not None
        and ours.dep_ == theirs.dep_
        and (ours.dep_ == "det" or ours.lower_ == theirs.lower_)
    )
    if not (alike or named) or any(t.pos_ in {"VERB", "AUX"} for t in doc[thing.i + 1 : noun.left_edge.i]):
        return
    last = thing
    while (after := next((c for c in last.rights if c.dep_ == "conj" and c.i < noun.i), None)) is not None:
        last = after
    noun.head = last

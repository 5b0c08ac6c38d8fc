"""What the parser hangs wrong, set right by the words around: a tree mended before anything reads it.

Each rule knows a construction of English on which the small pipelines stumble, and leaves the tree alone where the words
could mean something else. The dependency labels are those of spaCy's English pipelines (CLEAR style).
"""

from typing import TYPE_CHECKING

from gestae.loaders.acting import acting
from gestae.loaders.grammar import FINITE, NOUNS, SUBJECTS, TIMES
from gestae.loaders.mended_adjuncts import rehang
from gestae.loaders.mended_giving import bestow
from gestae.loaders.mended_headlines import headed
from gestae.loaders.mended_joins import begin, rejoin, resume
from gestae.loaders.mended_lists import gather, regroup, restore
from gestae.loaders.mended_ordinances import ordain
from gestae.loaders.mended_results import bring_about
from gestae.loaders.mended_runs import untangle
from gestae.loaders.mended_series import enlist
from gestae.loaders.mended_shifts import SHIFTED, shift
from gestae.loaders.mended_verbs import SURE, achieved, lemmatize, recognize, takes_part
from gestae.loaders.phrases import GENERATIONS
from gestae.ontology.english import english

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Token

__all__ = ["mend"]

_BEARING = frozenset({"nsubj", "dobj", "pobj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "auxpass", "xcomp", "ccomp", "agent"})


def mend(doc: "Doc") -> None:
    """Set right what the parser hangs wrong in a parsed block."""
    tokens = tuple(doc)
    ordain(tokens)
    untangle(tokens)
    for token in tokens:
        if token.pos_ == "VERB":
            lemmatize(token)
            begin(token)
            rejoin(token)
        elif token.tag_ == "NNS" and token.is_lower:
            resume(token)
    _participles(tokens, sure=True)
    for token in tokens:
        if token.pos_ == "VERB":
            _shifted(token)
            _rid(token)
            bestow(token)
        elif token.pos_ == "ADJ" or token.tag_ == "VBN":
            achieved(token)
        elif token.tag_ == "NNS" and token.is_lower:
            headed(token)
            takes_part(token)
        if token.lower_ in GENERATIONS:
            _younger(token)
        relation = token.dep_
        if relation == "nmod" and token.pos_ == "PROPN":
            _people(token)
        elif relation == "dobj" and token.pos_ in NOUNS:
            restore(token.head)
            _further(token)
            regroup(token)
        elif relation in {"conj", "appos", "pobj"}:
            regroup(token)
            if relation == "appos" and token.pos_ == "PROPN":
                _with_title(token)
            if relation == "conj" and token.pos_ == "PROPN":
                gather(token)
        elif relation == "npadvmod" and token.pos_ == "PROPN":
            _next_named(token)
        elif relation in SURE:
            recognize(token)
            if relation in SUBJECTS:
                enlist(token)
                if token.pos_ == "PROPN":
                    gather(token)
        bring_about(token)
        rehang(token)
        if relation in SHIFTED:
            shift(token)
    _participles(tokens, sure=False)
    for token in tokens:
        if token.pos_ in {"VERB", "AUX"}:
            _fronted(token)
            _begun(token)
            rejoin(token)


def _participles(tokens: "Iterable[Token]", *, sure: bool) -> None:
    for token in tokens:
        if token.tag_ != "VBD":
            continue
        if token.dep_ == "acl":
            token.tag_ = "VBN"  # what hangs on a noun is no past tense ("the clinic planned to be built")
        else:
            _participle(token, sure=sure)


def _participle(verb: "Token", *, sure: bool) -> None:
    """Of "the emergency declared in Order 9" and "is published and sent to the Board": a participle, not a past tense.

    Unless `sure`, so too where nothing tells what the noun belongs to. A verb that must have an object and has none before a preposition tells what was done to the noun before it.
    """
    if verb.lemma_ not in english().classes["transitive"] or verb.i + 1 >= len(verb.doc):
        return
    if verb.nbor().pos_ != "ADP" or any(
        c.dep_ in {"dobj", "xcomp", "aux", "auxpass", "prt", "dative"}
        or (c.dep_ == "ccomp" and any(t.dep_ in SUBJECTS for t in c.lefts))
        for c in verb.children
    ):
        return
    subjects = [c for c in verb.lefts if c.dep_ in SUBJECTS]
    over = verb.head
    if not subjects and verb.dep_ == "conj":
        if any(c.dep_ in {"auxpass", "nsubjpass"} for c in over.children):
            verb.tag_ = "VBN"
        return
    if (
        verb.dep_ == "relcl"
        or len(subjects) != 1
        or subjects[0].pos_ != "NOUN"
        or acting(subjects[0].lemma_.lower())
    ):
        return
    noun, behind = subjects[0], _resumed(verb)
    if behind is not None:
        before = [c for c in verb.lefts if c.i < noun.left_edge.i]
        if all(a.i != behind.i for a in verb.ancestors):
            _hang(behind, behind if verb.dep_ == "ROOT" else over, verb.dep_)
        for child in (noun, *before):
            _hang(child, behind, child.dep_)
    elif verb.dep_ in {"advcl", "conj"} and _opens(noun, over) and not _marked(verb):
        _hang(noun, over, "dobj")
    else:
        if not sure:
            noun.dep_, verb.tag_ = "nsubjpass", "VBN"
        return
    verb.tag_ = "VBN"
    _hang(verb, noun, "acl")


def _opens(noun: "Token", verb: "Token") -> bool:
    """Whether a noun can be the object of a verb that stands before it and has none."""
    return verb.pos_ == "VERB" and verb.i < noun.i and all(c.dep_ not in _OBJECTS for c in verb.children)


def _resumed(verb: "Token") -> "Token | None":
    """The finite predicate right behind a participle's phrase that has no subject of its own ("…, must go on")."""
    doc = verb.doc
    finite = [t for t in doc[verb.i + 1 : verb.sent.end] if t.tag_ in FINITE]
    if not finite:
        return None
    first = finite[0]
    predicate = first.head if first.dep_ in {"aux", "auxpass"} else first
    between = doc[verb.i + 1 : first.i]
    if (
        predicate.pos_ not in {"VERB", "AUX"}
        or any(c.dep_ in SUBJECTS or c.dep_ in {"mark", "expl"} for c in predicate.lefts)
        or any(
            t.text in {";", ":"} or (t.dep_ == "cc" and t.head.i in {verb.i, verb.head.i}) for t in between
        )
        or any(t.dep_ in SUBJECTS for t in between)
    ):
        return None
    return predicate


def _shifted(verb: "Token") -> None:
    """Of "continue for a year the state of emergency": the object, which stands behind where it belongs."""
    if any(c.dep_ in _OBJECTS for c in verb.children):
        return
    phrases = [c for c in verb.rights if c.dep_ == "prep"]
    if not phrases:
        return
    for clause in verb.rights:
        if clause.dep_ not in {"advcl", "conj"} or _marked(clause):
            continue
        for noun in clause.lefts:
            first = noun.left_edge
            if noun.dep_ in SUBJECTS and first.dep_ == "det" and first.i - 1 == _end(phrases, first.i):
                _hang(noun, verb, "dobj")
                return


def _rid(verb: "Token") -> None:
    """Of "get rid of tolls", which the parser takes for a passive: what somebody does."""
    if (
        verb.lower_ != "rid"
        or verb.i == 0
        or (before := verb.nbor(-1)).dep_ != "auxpass"
        or before.lemma_ != "get"
    ):
        return
    verb.tag_, before.dep_ = before.tag_, "aux"
    for child in verb.lefts:
        if child.dep_ == "nsubjpass":
            child.dep_ = "nsubj"


def _end(phrases: "list[Token]", at: int) -> int:
    """The last token of the phrases that stand before an index."""
    return max((p.right_edge.i for p in phrases if p.i < at), default=-1)


def _people(first: "Token") -> None:
    """Of "President Day and Mayor Jo Roe met": two people, whom the parser takes for one name."""
    last = first.head
    titled = any(c.lower_ in english().classes["post"] for c in first.lefts)  # no law is called "Mayor Roe"
    people = first.ent_type_ == last.ent_type_ == "PERSON"
    if not (people or (titled and last.pos_ == "PROPN")) or first.i > last.i:
        return
    joined = next((c for c in first.rights if c.dep_ == "cc" and c.lower_ == "and"), None)
    title = next((c for c in first.rights if c.dep_ == "conj"), None)
    if joined is None or title is None or not joined.i < title.i < last.i:
        return
    _hang(first, first if last.head.i == last.i else last.head, last.dep_)
    _hang(last, first, "conj")
    _hang(title, last, "compound")


def _with_title(name: "Token") -> None:
    """Of "Prime Minister Roe met", which the parser takes for two: the name, of which the office is a part."""
    title = name.head
    before = name.nbor(-1) if name.i else name
    if before.dep_ == "conj" and before.head.i == title.i and before.lower_ in english().classes["post"]:
        _hang(name, title, "conj")  # "Mayor Roe and Vice Mayor Doe met"
        _hang(before, name, "compound")
        return
    named = name.ent_type_ == "PERSON" and title.pos_ in NOUNS and title.text[:1].isupper()
    if named and name.left_edge.i == title.i + 1 and title.dep_ in _BEARING:
        _hang(name, title.head, title.dep_)
        _hang(title, name, "compound")


def _younger(generation: "Token") -> None:
    """Of "Jo Day, Jr., met": the name, where the parser takes the "Jr." for its last word."""
    name = next((c for c in generation.lefts if c.dep_ == "nmod" and c.pos_ == "PROPN"), None)
    if name is None or generation.nbor(-1).text != ",":
        return
    _hang(name, name if generation.dep_ == "ROOT" else generation.head, generation.dep_)
    for child in list(generation.children):
        if child.i != name.i:
            _hang(child, name, child.dep_)
    _hang(generation, name, "amod")


def _further(noun: "Token") -> None:
    """Of "serves as Warden of the Port, as well as Master of the Lock": the Master, taken for an object of its own."""
    first, verb = noun.left_edge, noun.head
    if first.i < 3 or [t.lower_ for t in noun.doc[first.i - 3 : first.i]] != ["as", "well", "as"]:
        return
    phrase = next((c for c in verb.rights if c.dep_ == "prep" and c.i < noun.i), None)
    other = next((c for c in phrase.rights if c.dep_ == "pobj"), None) if phrase is not None else None
    if other is not None and not any(c.dep_ == "dobj" and c.i < noun.i for c in verb.rights):
        _hang(noun, other, "conj")
        _hang(noun.doc[first.i - 1], other, "cc")


def _next_named(name: "Token") -> None:
    """Of "directs FBL, the Bureau of Roads, and the Mint to …": the Bureau, taken for an adverb."""
    verb, first = name.head, name.left_edge
    thing = next((c for c in verb.rights if c.dep_ == "dobj" and c.pos_ == "PROPN"), None)
    if (
        thing is not None
        and name.ent_type_ not in TIMES
        and thing.right_edge.i < first.i
        and name.doc[first.i - 1].text == ","
        and thing.i in {first.i - 2, thing.right_edge.i}
        and any(c.dep_ == "cc" for c in name.rights)
    ):
        _hang(name, thing, "conj")


def _fronted(verb: "Token") -> None:
    """Of "In answer to the Act, the Bank, the Board, and the Mint are …": the subject, taken for part of the phrase before."""
    first = next((c for c in verb.lefts if c.dep_ in {"aux", "auxpass"}), verb)
    if (
        first.tag_ not in FINITE
        or verb.dep_ not in {"ROOT", "ccomp"}
        or first.i < 2
        or any(c.dep_ in SUBJECTS or c.dep_ in {"expl", "csubj", "attr", "mark"} for c in verb.lefts)
    ):
        return
    if _lifted(verb, first) or _held(verb) or _renamed(verb, first):
        return
    last = verb.doc[first.i - 1]
    chain = []
    while last.dep_ == "conj" and last.pos_ in NOUNS:
        chain.append(last)
        last = last.head
    opening = chain[-1] if chain else None
    if opening is None or not (last.dep_ == "pobj" or (last.dep_ == "dobj" and last.head.tag_ == "VB")):
        return
    edge = opening.left_edge.i
    if edge == 0 or verb.doc[edge - 1].text != ",":
        return
    siblings = [c for c in opening.rights if c.dep_ in {"cc", "conj"}]
    if not any(t.dep_ == "cc" for t in verb.doc[opening.i : first.i]) or not siblings:
        return
    _hang(opening, verb, "nsubj")


def _begun(verb: "Token") -> None:
    """Of "announced a leak of oil and the Board is mending pipes": a main clause, taken with the leak for what was announced."""
    doc, over = verb.doc, verb.head
    noun = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
    if (
        verb.dep_ != "ccomp"
        or noun is None
        or noun.left_edge.i != over.i + 1
        or noun.left_edge.lower_ not in {"a", "an"}
        or (acting(lemma := noun.lemma_.lower()) and lemma not in english().classes["programme"])
    ):
        return
    at = noun.right_edge.i
    # What is over the noun cannot hang below: the parse would have no root.
    within = (t for t in (doc[at], *doc[at].ancestors) if noun.i < t.i <= at)
    who = next((t for t in within if t.dep_ == "conj"), noun)
    link = doc[who.left_edge.i - 1]
    named = who.pos_ == "PROPN" or acting(who.lemma_.lower())
    if who.dep_ != "conj" or who.left_edge.dep_ != "det" or link.lower_ != "and" or not named:
        return
    _hang(noun, over, "dobj")
    _hang(link, over, "cc")
    _hang(who, verb, "nsubj")
    verb.dep_ = "conj"


def _lifted(verb: "Token", first: "Token") -> bool:
    """Of "found that the flood in Ulm will close the port": whether the flood, taken for what was found, is now the subject."""
    over = verb.head
    if verb.dep_ != "ccomp" or over.i > verb.i:
        return False
    noun = next((c for c in over.rights if c.dep_ == "dobj" and c.i < verb.i), None)
    if noun is None or noun.pos_ not in NOUNS or noun.right_edge.i != first.i - 1:
        return False
    _hang(noun, verb, "nsubj")
    return True


def _held(verb: "Token") -> bool:
    """Whether the subject that a participle had is now that of its verb.

    "The Warden, acting through the Board, shall open locks"; "Building on that, Mayor Roe, with help, opened locks".
    """
    for clause in verb.lefts:
        if clause.dep_ != "advcl" or clause.tag_ != "VBG" or clause.doc[clause.left_edge.i].dep_ == "mark":
            continue
        noun = next((c for c in clause.lefts if c.dep_ == "nsubj" and c.pos_ in NOUNS), None)
        if noun is not None and clause.nbor(-1).text in {",", "("} and noun.right_edge.i + 1 >= clause.i - 1:
            _hang(noun, verb, "nsubj")
            return True
        for name in clause.rights:
            aside = name.dep_ == "npadvmod" and name.pos_ == "PROPN" and name.ent_type_ not in TIMES
            if aside and name.left_edge.nbor(-1).text == name.right_edge.nbor().text == ",":
                _hang(name, verb, "nsubj")
                return True
    return False


def _renamed(verb: "Token", first: "Token") -> bool:
    """Of "In its report, the Board showed that …": whether the Board is now the subject, and no other name of the report."""
    doc, at = verb.doc, first.i - 1
    while at > verb.sent.start and (doc[at].is_punct or doc[at].dep_ == "advmod"):
        at -= 1
    for noun in (doc[at], *doc[at].ancestors):
        if noun.dep_ == "appos" and noun.pos_ in NOUNS and noun.right_edge.i < first.i:
            opened = noun.left_edge
            phrase = next((a for a in noun.ancestors if a.dep_ == "prep"), None)
            if (
                opened.dep_ in {"det", "compound"}
                and noun.head.i < opened.i
                and doc[opened.i - 1].text == ","
                and phrase is not None
                and verb.i in {phrase.head.i, phrase.head.head.i}
                and not any(c.dep_ in {"cc", "conj"} for c in (*noun.head.rights, *noun.rights))
            ):
                _hang(noun, verb, "nsubj")
                return True
        if noun.i == verb.i or noun.dep_ not in {"pobj", "prep", "compound", "conj", "appos", "nmod"}:
            break
    return False


def _marked(clause: "Token") -> bool:
    """Whether a word before its subject tells how a clause goes on with what stands before it."""
    return any(c.dep_ in {"mark", "cc", "advmod", "punct"} for c in clause.lefts)


def _hang(token: "Token", head: "Token", dep: str) -> None:
    token.head = head
    token.dep_ = dep

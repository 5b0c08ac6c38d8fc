"""Adjuncts and infinitives that the parser hangs on the wrong predicate, set right: by whom something is done "including by …ing".

The dependency labels are those of spaCy's English pipelines (CLEAR style).
"""

from typing import TYPE_CHECKING

from gestae.loaders.acting import names_somebody
from gestae.loaders.control import CALLS
from gestae.loaders.grammar import NOUNS, PLURAL, SUBJECTS, TENSED, TIMES
from gestae.loaders.predicates import is_infinitive
from gestae.ontology.english import english
from gestae.ontology.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["rehang"]

_MEANS = frozenset({"by", "through", "via"})
_LEADING_TO = frozenset({"access", "barrier", "commitment", "obstacle", "pathway", "threat", "right"})
"""Nouns behind which "to" tells to what ("access to loans")."""
_AIDES = frozenset({"Assistant", "Adviser", "Advisor", "Counselor", "Ambassador"})
"""Offices whose name goes on behind "to" ("Assistant to the Mayor for Ports")."""
_PLACES = frozenset(
    {"area", "city", "community", "country", "county", "region", "state", "territory", "town"}
)
_BEARERS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
"""Kinds of names of those who are praised or fined for something, which goes on behind none of them."""
_BODIES = frozenset({"ORG", "GPE", "NORP"})
"""Kinds of names of those who do something together."""
_CHANGING = frozenset({"amend", "modify", "supplement", "expand", "extend", "continue", "revise"})
_FAR = 24
"""Tokens back within which a law is what was changed."""
_LOOSE = frozenset({"conj", "dep"})
_WITHIN_NAMES = frozenset({"for", "with"})


def rehang(token: "Token") -> None:
    """Set right an adjunct or a bare infinitive that hangs where it does not belong."""
    word, relation, tag = token.lower_, token.dep_, token.tag_
    if word == "including" and token.i + 1 < len(token.doc) and token.nbor().lower_ in _MEANS:
        _including(token)
    elif relation in {"prep", "prt"} and (token.head.lemma_, word) in CALLS:
        _upon(token)
    elif relation == "prep" and word in _MEANS:
        if word != "by" or not _by_whom(token):
            _ordered(token, any(c.dep_ == "pcomp" for c in token.rights))
    elif tag == "VBN" and relation in {"ROOT", "csubj"}:
        _reduced(token)
    elif tag == "VBN" and relation == "advcl":
        _amended(token)
    elif tag == "VBG" and relation == "nsubj":
        _opening(token)
    elif tag == "VBG" and relation == "csubj":
        _describing(token)
    elif tag == "VBG" and relation == "advcl":
        _ordered(token, any(c.dep_ == "mark" and c.lower_ == "while" for c in token.lefts))
    elif tag == "VB" and relation in _LOOSE:
        _listed(token)
    elif relation == "conj" and token.pos_ == "NOUN" and token.lemma_.lower() in _PLACES:
        _in_places(token)
    elif relation == "conj" and tag == "NNS":
        _going_on(token)
    elif relation == "prep" and token.text.istitle() and token.i > token.sent.start + 1:
        _in_a_name(token)
    elif word == "to" and relation in {"prep", "dative"}:
        _to_a_thing(token)
    elif relation == "prep" and word in _WITHIN_NAMES:
        _further_in_a_name(token)
    elif relation == "advcl" and tag == "VB" and token.text.istitle():
        _aim_in_a_name(token)
    elif relation == "dobj" and token.pos_ == "NUM":
        _one_in(token)


def _upon(link: "Token") -> None:
    """Of "calls upon sailors to mend nets": the sailors and what is asked, which the parser takes for the thing called and for a purpose."""
    verb = link.head
    who = next((c for c in verb.rights if c.dep_ == "dobj" and c.left_edge.i == link.i + 1), None)
    if who is not None and not any(True for _ in link.children):
        link.dep_ = "prep"
        who.head, who.dep_ = link, "pobj"
    for asked in verb.rights:
        if asked.dep_ == "advcl" and is_infinitive(asked) and asked.left_edge.i == link.right_edge.i + 1:
            asked.dep_ = "xcomp"


def _including(token: "Token") -> None:
    """Of "opened new locks, including by mending piers": the predicate, and not the locks, includes this."""
    noun = token.head
    inside = (c for c in noun.rights if c.dep_ == "relcl" and c.i < token.i)
    over = next((a for a in (*inside, *token.ancestors) if a.pos_ == "VERB" and a.dep_ != "prep"), None)
    if over is not None and token.i > over.i:
        token.head, token.dep_ = over, "prep"
        _ordered(token, True)


def _ordered(adjunct: "Token", doing: bool) -> None:
    """Of "directs agencies to open locks by mending piers": so they are to open locks, which is no part of the order."""
    verb = adjunct.head
    if not doing or verb.lemma_ not in english().classes["ordering"] or adjunct.i < verb.i:
        return
    told = [
        c for c in verb.rights if c.tag_ == "VB" and c.dep_ in {"xcomp", "ccomp", "advcl"} and c.i < adjunct.i
    ]
    if told:
        adjunct.head = told[-1]


def _by_whom(by: "Token") -> bool:
    """Whether "by" and a name now hang on the deed: "the closing of the pier | by the Board", "was offered loans | by the Bank"."""
    who = next((c for c in by.rights if c.dep_ == "pobj"), None)
    over = by.head
    if who is None or who.ent_type_ in TIMES or not (names_somebody(who) or who.ent_type_ in _BODIES):
        return False
    deed: Token | None = None
    if over.pos_ == "VERB":
        deed = next((c for c in over.rights if c.dep_ == "dobj" and c.right_edge.i == by.i - 1), None)
    elif over.dep_ == "dobj" and any(c.dep_ == "auxpass" for c in over.head.lefts):
        if over.right_edge.i == by.right_edge.i and all(c.dep_ != "agent" for c in over.head.rights):
            by.head, by.dep_ = over.head, "agent"
            return True
    elif over.dep_ == "pobj" and over.head.lower_ == "of":
        deed = over.head.head
    if deed is None or deed.pos_ != "NOUN" or deed.lemma_.lower() not in lexicon().nouns:
        return False
    by.head = deed
    return True


def _listed(verb: "Token") -> None:
    """Of "signed an order asking owners to mend piers, open locks, and …": the next of the infinitives, hung on what was signed."""
    over = verb.head
    if (
        over.tag_ not in TENSED
        or over.i > verb.i
        or any(c.dep_ in {"aux", "nsubj", "nsubjpass", "mark"} for c in verb.lefts)
    ):
        return
    doc = verb.doc
    before = doc[verb.left_edge.i - 1]
    if before.text != "," and before.dep_ != "cc":
        return
    first = next(
        (
            t
            for t in reversed(doc[over.i + 1 : verb.left_edge.i])
            if t.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in t.lefts)
        ),
        None,
    )
    if (
        first is not None
        and not verb.is_ancestor(first)
        and all(c.dep_ != "conj" for c in over.rights if c.i < verb.i)
    ):
        verb.head, verb.dep_ = first, "conj"


def _amended(participle: "Token") -> None:
    """Of "the Board shall apply Order 7, as amended by Order 9": the order, and not the Board, was amended."""
    mark = participle.nbor(-1) if participle.i else participle
    if (
        mark.lower_ != "as"
        or participle.lemma_ not in _CHANGING
        or all(c.i < participle.i for c in participle.children)
    ):
        return
    before = reversed(participle.doc[max(participle.sent.start, mark.i - _FAR) : mark.i])
    words = english().classes
    law = next(
        (
            t
            for t in before
            if t.pos_ in {"NOUN", "PROPN"}
            and any(t.lemma_.lower() in words[name] for name in ("law", "order", "document"))
        ),
        None,
    )
    if law is not None and not participle.is_ancestor(law):
        participle.head, participle.dep_ = law, "acl"


def _reduced(participle: "Token") -> None:
    """Of "Crews given 40 boats opened a lock": the crews opened it, whom the parser takes for givers."""
    if any(c.dep_ in {"aux", "auxpass", "nsubjpass"} for c in participle.children):
        return
    who = next((c for c in participle.lefts if c.dep_ == "nsubj"), None)
    if participle.dep_ == "csubj":
        verb, thing = participle.head, None
    else:
        verb = next((c for c in participle.rights if c.dep_ == "ccomp"), participle)
        things = (*verb.lefts, *participle.rights)
        thing = next((c for c in things if c.dep_ in {"nsubj", "dobj"} and c.i < verb.i), None)
        if thing is None or thing.left_edge.i != participle.i + 1:
            return
    if who is None or verb.tag_ not in TENSED or participle.lemma_ not in english().classes["given-to"]:
        return
    if thing is not None:
        thing.head, thing.dep_ = participle, "dobj"
        marks = [c for c in participle.rights if c.i > verb.i]
        verb.head, verb.dep_ = verb, "ROOT"
        for mark in marks:
            mark.head = verb
    who.head = verb
    participle.head, participle.dep_ = who, "acl"


def _describing(participle: "Token") -> None:
    """Of "Many banks failing tests were closed": the banks were closed, where the parser takes their failing for what was.

    Only a verb in the plural tells the banks from their failing, which is a thing in the singular.
    """
    first = participle.head
    verb = first.head if first.dep_ in {"aux", "auxpass"} else first
    who = next((c for c in participle.lefts if c.dep_ == "nsubj"), None)
    plural = any(t.lower_ in {"were", "are"} for t in (first, *verb.lefts))
    if who is None or who.tag_ not in PLURAL or not plural or who.left_edge.i != participle.left_edge.i:
        return
    if who.i > participle.i or any(c.dep_ in SUBJECTS for c in verb.lefts):
        return
    passive = any(c.dep_ == "auxpass" for c in verb.lefts)
    who.head, who.dep_ = verb, "nsubjpass" if passive else "nsubj"
    participle.head, participle.dep_ = who, "acl"


def _opening(participle: "Token") -> None:
    """Of "Building on this, Mayor Day, with help from others, opened …": the Mayor opened, which the parser takes for the builder."""
    verb = participle.head
    name = next((c for c in participle.rights if c.dep_ == "nsubj" and c.pos_ == "PROPN"), None)
    if name is not None and name.left_edge.nbor(-1).text == "," and participle.i < name.i < verb.i:
        name.head, participle.dep_ = verb, "advcl"


def _going_on(word: "Token") -> None:
    """Of "opens locks, invests in piers, and mends nets": a verb, which passes for one of the things."""
    verb = word.head
    while verb.pos_ in {"NOUN", "PROPN"} and verb.dep_ in {"dobj", "pobj", "conj"}:
        verb = verb.head
        if verb.dep_ == "prep":
            verb = verb.head
    if (
        verb.tag_ != "VBZ"
        or word.lemma_ not in lexicon().verbs
        or any(True for _ in word.lefts)
        or word.i == 0
        or word.nbor(-1).text != ","
        or not any(c.dep_ == "prep" and c.i == word.i + 1 for c in word.rights)
        or not any(c.dep_ == "conj" and c.tag_ == "VBZ" and c.i > word.i for c in verb.rights)
    ):
        return
    word.head, word.dep_, word.tag_, word.pos_ = verb, "conj", "VBZ", "VERB"


def _in_places(place: "Token") -> None:
    """Of "opened locks in Ulm and towns along the coast": the towns, in which locks were opened too."""
    thing, doc = place.head, place.doc
    at = place.left_edge.i - 1
    if at < 1 or doc[at].lower_ != "and":
        return
    named = doc[at - 1]
    if (
        named.ent_type_ == "GPE"
        and named.dep_ == "pobj"
        and named.head.head.i == thing.i
        and thing.dep_ == "dobj"
        and thing.lemma_.lower() not in _PLACES
    ):
        place.head = named


def _to_a_thing(link: "Token") -> None:
    """Of "expands access to loans": what the noun before is to, hung on the verb."""
    noun = link.nbor(-1) if link.i else link
    if noun.dep_ != "dobj" or noun.head.i != link.head.i:
        return
    if {noun.lower_, noun.lower_.removesuffix("s")} & _LEADING_TO:
        link.head, link.dep_ = noun, "prep"
    elif noun.text in _AIDES:
        _office(noun, link)
    elif (
        _names(noun)
        and noun.ent_type_ != "PERSON"
        and link.nbor().text.istitle()
        and link.nbor().lower_ in lexicon().verbs
    ):
        link.head, link.dep_ = noun, "prep"  # "named the Envoy to Monitor and Combat Piracy"


def _in_a_name(link: "Token") -> None:
    """Of "passed the Crimes Against Crews Act": a word of the name, which hangs on the verb."""
    noun, verb = link.nbor(-1), link.head
    if (
        noun.dep_ == "dobj"
        and noun.head.i == verb.i
        and noun.text[:1].isupper()
        and not verb.text[:1].isupper()
    ):
        link.head = noun


def _names(noun: "Token") -> bool:
    """Whether the object of a verb in small letters is a name."""
    return noun.dep_ == "dobj" and noun.pos_ == "PROPN" and noun.text[:1].isupper() and noun.head.is_lower


def _further_in_a_name(link: "Token") -> None:
    """Of "passed the Sailors with Illnesses Act" and "issued a Charter for a Clean Port": words of the name, hung on the verb."""
    noun = link.nbor(-1) if link.i else link
    if not _names(noun) or noun.head.i != link.head.i:
        return
    people = noun.ent_type_ == "NORP" and link.lower_ == "with"  # "the Norwegians with Illnesses Act"
    if noun.ent_type_ in _BEARERS and not (link.ent_type_ or people):
        return
    last = next((c for c in link.rights if c.dep_ == "pobj" and c.pos_ in NOUNS), None)
    if last is None or not any(t.text[0].isupper() for t in (last, *last.lefts)):
        return
    article = last.left_edge.lower_ in {"a", "an"}
    if article and link.lower_ == "for":
        within = _titled(noun) and all(t.text[0].isupper() for t in link.doc[link.i + 2 : last.i + 1])
    else:
        within = last.lower_ in english().classes["naming"] and last.left_edge.dep_ not in {"det", "poss"}
    if within:
        link.head = noun


def _titled(noun: "Token") -> bool:
    """Whether a noun names an instrument, a plan or a programme, whose title can tell what it is for."""
    words = english().classes
    return any(noun.lower_ in words[name] for name in ("titled", "naming", "instrument", "programme"))


def _aim_in_a_name(verb: "Token") -> None:
    """Of "signed the Plan to Sustain Small Ports into law": words of the name, and nothing that somebody aims at by signing."""
    to = verb.left_edge
    noun = to.nbor(-1) if to.i else to
    if to.lower_ == "to" and _names(noun) and noun.head.i == verb.head.i:
        verb.head, verb.dep_ = noun, "acl"


def _one_in(first: "Token") -> None:
    """Of "serves one in five sailors": the sailors, of whom the numbers tell how many."""
    verb, doc = first.head, first.doc
    link = next((c for c in (*first.rights, *verb.rights) if c.lower_ == "in" and c.i == first.i + 1), None)
    thing = next((c for c in link.rights if c.dep_ == "pobj"), None) if link is not None else None
    if link is None or thing is None or thing.pos_ not in NOUNS or doc[link.i + 1].pos_ != "NUM":
        return
    if first.ent_type_ == "MONEY":
        return  # "invests $3 million in five towns"
    if doc[link.i + 1].head.i != thing.i or thing.ent_type_ in TIMES:
        return
    thing.head, thing.dep_ = verb, "dobj"
    for word in (first, link):
        word.head, word.dep_ = thing, "quantmod"


def _office(aide: "Token", link: "Token") -> None:
    """Of "directs the Assistant to the Mayor for Ports and the Warden of Locks to meet": both offices, whole."""
    whom = next((c for c in link.rights if c.dep_ == "pobj" and c.pos_ == "PROPN"), None)
    if whom is None:
        return
    link.head, link.dep_ = aide, "prep"
    field = next((c for c in aide.head.rights if c.lower_ == "for" and c.i == link.right_edge.i + 1), None)
    field = field or next((c for c in whom.rights if c.lower_ == "for"), None)
    if field is None:
        return
    field.head = aide
    last = next((c for c in field.rights if c.dep_ == "pobj"), None)
    while (
        last is not None and (after := next((c for c in last.rights if c.dep_ == "conj"), None)) is not None
    ):
        if after.left_edge.lower_ == "the" and after.pos_ == "PROPN":
            for sign in (c for c in last.rights if c.dep_ == "cc"):
                sign.head = aide
            after.head = aide
        last = after

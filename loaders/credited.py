"""Who is credited with a number through something of theirs: their help, what they invest, or what a sentence before told.

The dependency labels are those of spaCy's English pipelines (CLEAR style).
"""

from typing import TYPE_CHECKING

from gestae.loaders.acting import human
from gestae.loaders.agents import agents
from gestae.loaders.grammar import NOUNS, PLACES, PREMODIFIERS, TIMES
from gestae.loaders.owners import DEED, GIVEN, owner, whole
from gestae.loaders.predicates import is_passive
from gestae.ontology.english import english
from gestae.ontology.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "added_to",
    "announced",
    "behind_gift",
    "deed_of",
    "helper",
    "investor",
    "label_of",
    "looks_back",
    "named_beside",
    "only_deeds",
    "staff_of",
]

_HELP = frozenset({"aid", "assistance", "backing", "help", "support"})
_ABOUT = frozenset({"nsubj", "nsubjpass", "attr"})
"""How what a clause is about hangs on its verb."""
_POINTING = frozenset({"this", "these", "that", "those"})
_BARE = frozenset({"this", "these"})
_STAFF = frozenset(
    {"alumnus", "agent", "employee", "officer", "personnel", "staff", "staffer", "volunteer", "worker"}
)
"""Those who belong to the body whose name stands before them."""
_INTRODUCED = frozenset({"a", "an", "another", "one"})


def helper(verb: "Token", counted: "Token") -> "Token | None":
    """Who made possible what a clause tells of what is counted: "Thanks to the Board's work, 40 boats …", "With the help of the Board, …"."""
    if counted.head.i != verb.i or counted.dep_ not in _ABOUT:
        return None
    for child in verb.lefts:
        given: Token | None = None
        if child.lower_ == "thanks":
            given = _behind(child, "to") or next((c for c in child.rights if c.dep_ == "pobj"), None)
        elif child.lower_ == "through":
            given = next((c for c in child.rights if c.dep_ == "pobj" and c.pos_ == "PROPN"), None)
            given = None if given is not None and given.ent_type_ in TIMES | PLACES else given
        elif child.lower_ == "with":
            helped = next((c for c in child.rights if c.dep_ == "pobj" and c.lemma_ in _HELP), None)
            given = (
                None if helped is None else _behind(helped, "of") or _behind(helped, "from") or owner(helped)
            )
        if given is not None:
            of = _behind(given, "of") if given.pos_ == "NOUN" else None
            return next((c for c in given.lefts if c.dep_ == "poss"), of or given)
    return None


def investor(verb: "Token") -> "Token | None":
    """Of "the Mayor announced an investment by Acme Rail, creating 40 jobs": Acme Rail."""
    told = verb.head
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or told.lemma_.lower() not in english().classes["touting"]:
        return None
    things = (c for c in told.rights if c.dep_ == "dobj" and c.i < verb.i)
    return next((by for thing in things if (by := _behind(thing, "by")) is not None), None)


def announced(verb: "Token") -> bool:
    """Whether a clause is news that somebody tells of what others do: "announced that 40 firms will join"."""
    finite = any(c.dep_ == "aux" or (c.dep_ == "mark" and c.lower_ == "that") for c in verb.lefts)
    told = verb.dep_ == "ccomp" and verb.head.lemma_.lower() in english().classes["touting"]
    return told and finite and not is_passive(verb)


def looks_back(subject: "Token", verb: "Token") -> bool:
    """Whether a subject sums up what the sentence before tells: "This includes …", "These steps will save …"."""
    if verb.lemma_.lower() not in english().classes["coming-to"]:
        return False
    if subject.lower_ in _BARE and subject.pos_ in {"PRON", "DET"}:
        return True
    pointed = any(c.dep_ == "det" and c.lower_ in _POINTING | {"the"} for c in subject.lefts)
    plain = all(c.dep_ == "det" for c in subject.lefts)
    return pointed and plain and subject.lemma_.lower() in english().classes["step"]


def added_to(verb: "Token") -> bool:
    """Whether a clause only tells how things stand beside a deed, with nobody who did it: "…, with 40 jobs added"."""
    beside = verb.dep_ == "pcomp" and verb.head.lower_ == "with"
    return beside and verb.tag_ == "VBN" and not any(True for _ in agents(verb))


def behind_gift(subject: "Token") -> "Token | None":
    """Who makes an investment that acts: "a $40 million investment by Acme Rail will add 80 jobs"."""
    if subject.lemma_.lower() not in GIVEN:
        return None
    return _behind(subject, "by") or _behind(subject, "from")


def deed_of(token: "Token") -> "Token | None":
    """Whose deeds are counted, by the words behind them: "there were 500 arrests by the Harbour Police"."""
    thing = whole(token)
    lemma = thing.lemma_.lower()
    if thing.pos_ != "NOUN" or not (lemma in lexicon().nouns or lemma.endswith(DEED)):
        return None
    by = _behind(thing, "by")
    return by if by is not None and by.pos_ in NOUNS and by.ent_type_ not in TIMES else None


def staff_of(counted: "Token", verb: "Token") -> "Token | None":
    """Whose people act, by the name before them: "700 Harbour Fund volunteers have served"; not of what is done to them."""
    if is_passive(verb) or counted.lemma_.lower() not in _STAFF:
        return None
    before = (c for c in reversed(list(counted.lefts)) if c.dep_ in PREMODIFIERS)
    name = next((c for c in before if c.pos_ == "PROPN" and c.ent_type_ == "ORG"), None)
    bare = name is not None and not name.is_upper and name.nbor(-1).ent_type_ != "ORG"
    return None if bare else name  # "445 Federal personnel" are of no body named so


def named_beside(subject: "Token") -> "Token | None":
    """The name that tells who somebody is: "One grantee, the Harbour Project, answered"."""
    if subject.pos_ != "NOUN" or not any(c.lower_ in _INTRODUCED for c in subject.lefts):
        return None
    beside = (c for c in subject.rights if c.dep_ == "appos" and c.pos_ == "PROPN")
    name = next(beside, None)
    somebody = human(subject.lemma_.lower()) or (name is not None and name.ent_type_ == "ORG")
    return name if somebody else None


def label_of(token: "Token") -> "Token | None":
    """The name before a colon under which a line without a verb counts something: "Harbour Fund: $3 million for piers"."""
    root = token
    while root.head.i != root.i:
        root = root.head
    if root.pos_ != "PROPN" or root.i >= token.i:
        return None
    doc = root.doc
    colon = next((t for t in doc[root.i : token.i] if t.text == ":"), None)
    first = root.left_edge.i <= root.sent.start + 2
    return (
        root
        if colon is not None and first and all(t.head.i <= colon.i for t in doc[root.i : colon.i])
        else None
    )


def _behind(holder: "Token", preposition: str) -> "Token | None":
    found = (c for p in holder.rights if p.lower_ == preposition for c in p.rights if c.dep_ == "pobj")
    return next(found, None)


def only_deeds(token: "Token") -> bool:
    """Whether an item only counts deeds or what was done to things ("7,400 arrests", "1,219 boats seized")."""
    if token.pos_ != "NOUN" or token.dep_ not in {"ROOT", "nsubj", "nsubjpass"}:
        return False
    if any(c.dep_ == "acl" and c.tag_ == "VBN" and not agents(c) for c in token.rights):
        return True
    return token.dep_ == "ROOT" and token.lemma_.lower() in lexicon().nouns

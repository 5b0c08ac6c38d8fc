"""Whose a number is where the clause around it does not tell: who gives it, or whose deeds and things it counts.

The dependency labels are those of spaCy's English pipelines (CLEAR style).
"""

from typing import TYPE_CHECKING

from gestae.loaders.acting import acting
from gestae.loaders.agents import agents
from gestae.loaders.grammar import AUXILIARIES, NOUNS, PAST, PREDICATES, PREMODIFIERS
from gestae.loaders.phrases import core, under_of
from gestae.loaders.predicates import is_infinitive
from gestae.loaders.surface_subjects import RELATIVE, own_subjects
from gestae.ontology.english import english

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

__all__ = [
    "DEED",
    "GIVEN",
    "aiming",
    "by_including",
    "doing",
    "giver",
    "governor",
    "including",
    "made_by",
    "named_whole",
    "naming",
    "owner",
    "owning",
    "payer",
    "sponsor",
    "thanks",
    "whole",
]

GIVEN = frozenset({
    "commitment", "investment", "donation", "contribution", "pledge", "gift", "grant", "funding", "support",
    "aid", "award",
})  # fmt: skip
DEED = (
    "tion", "sion", "ment", "al", "ance", "ence", "ure", "ing", "support", "award", "grant", "release",
    "purchase", "pledge", "commitment", "goal", "plan", "order", "deal", "loan", "budget", "contract", "program",
)  # fmt: skip
"""Endings of nouns that tell of a deed."""
_INTENT = frozenset({"plan", "intent", "intention", "pledge", "commitment", "promise"})
"""What people have ahead of them beside their goals."""
_FINITE = frozenset({"VBD", "VBG", "VBN", "VBP", "VBZ"})
_SPAN = 12
_SHARE = 4
"""Tokens from a share ("a quarter", "30 per cent") to the word behind it."""


def giver(token: "Token", *, plain: bool) -> "Token | None":
    """Who gives, in "$4 million in commitments from companies"; if `plain`, in "$4 million from companies"."""
    given = plain and (token.pos_ in {"NUM", "SYM"} or token.is_currency)
    for following in token.doc[token.i : min(token.i + _SPAN, token.sent.end)]:
        if (following.pos_ in PREDICATES and following.i > token.i) or following.text in ",;:":
            return None
        given = given or following.lemma_.lower().rstrip("s") in GIVEN
        if given and following.lower_ in {"from", "by"}:
            return next((c for c in following.children if c.dep_ == "pobj"), None)
    return None


def thanks(money: "Token", verb: "Token | None") -> bool:
    """Whether money is what somebody receives or thanks for: "thanks to a $4 million gift from the Board"."""
    if money.ent_type_ != "MONEY" or verb is None:
        return False
    if verb.lemma_ in english().classes["receiving"] and governor(money)[1] == "dobj":
        return True
    return any(t.lower_ == "thanks" and t.i < money.i for t in money.ancestors)


def doing(token: "Token") -> "Token | None":
    """Who did something with what is counted, as a clause behind it says: "$4 million that the State invested"."""
    thing = whole(token)
    inside = (c for p in thing.rights if p.lower_ == "in" for c in p.rights if c.dep_ == "pobj")
    for clause in (*thing.rights, *(c for t in inside for c in t.rights if c.dep_ == "relcl")):
        if clause.dep_ == "relcl" and clause.tag_ in _FINITE:
            own = own_subjects(clause)
            if any(s.lower_ in RELATIVE for s in own):
                return next(iter(agents(clause)), None)
            return next(iter(own), None)
        if clause.dep_ == "acl" and clause.tag_ == "VBN":
            return next(iter(agents(clause)), None)
    return _by(token)


def payer(token: "Token") -> "Token | None":
    """Who spends, gives or owes money, as a clause on it says, or did what is counted: "the $4 million spent by the State".

    A clause whose own subject acts on what is counted tells it too: "40 meetings that the Mayor held".
    """
    if token.ent_type_ != "MONEY" and token.lemma_.lower() != "dollar":
        return _acting_on(whole(token))
    for clause in whole(token).rights:
        if clause.dep_ == "acl" and clause.tag_ == "VBN" and clause.lemma_ in english().classes["paying"]:
            return next(iter(agents(clause)), None)
    telling = next((c for c in whole(token).rights if c.dep_ == "relcl" and c.tag_ in PAST), None)
    own = own_subjects(telling) if telling is not None else []
    return own[0] if own and own[0].pos_ != "PRON" else None


def _acting_on(thing: "Token") -> "Token | None":
    """Who did something to things, as a relative clause without another object says.

    The pronoun may be left out: "40 steps firms are taking", "40 steps we have taken".
    """
    for clause in thing.rights:
        if clause.dep_ != "relcl" or clause.tag_ not in _FINITE or any(c.tag_ == "WRB" for c in clause.lefts):
            continue  # "40 piers where sailors live"
        relatives = [c for c in clause.lefts if c.lower_ in RELATIVE]
        own = own_subjects(clause)
        plain = own and own[0].dep_ == "nsubj" and own[0].lower_ not in RELATIVE
        if relatives:
            plain = plain and own[0].pos_ != "PRON" and any(c.dep_ == "dobj" for c in relatives)
        elif plain:
            plain = own[0].pos_ != "PRON" or own[0].lower_ in {"we", "i"}
        if plain and not any(c.dep_ in {"dobj", "ccomp"} for c in clause.rights):
            return own[0]
    return None


def aiming(verb: "Token") -> "Token | None":
    """Whose goal or plan an act is: "the Mayor's goal of planting 300 trees", and "SFPD plans to hire", read as one."""
    over = verb.head
    if verb.dep_ == "pcomp" and over.lower_ == "of":
        over = over.head
    elif not is_infinitive(verb):
        return None
    elif verb.dep_ in {"xcomp", "advcl"} and over.dep_ == "conj":
        over = over.head  # "the pledge by firms and unions to plant trees", read as coordinated
    elif verb.dep_ != "acl":
        return None
    if over.lemma_.lower() not in _INTENT | english().classes["goal"]:
        return None
    return owner(over) or _pledging(over) or (naming(over) if verb.dep_ == "acl" else None)


def _pledging(intent: "Token") -> "Token | None":
    """Whose a plan is, in "the commitment by companies to …" and "a pledge from farmers to …"."""
    by = (p for p in intent.rights if p.dep_ in {"prep", "agent"} and p.lower_ in {"by", "from"})
    return next((c for p in by for c in p.rights if c.dep_ == "pobj"), None)


def sponsor(token: "Token") -> "Span | None":
    """Whose money it is by the words before what it is: "a $5 million private sector commitment"."""
    thing = whole(token)
    inside = (c for p in thing.rights if p.lower_ == "in" for c in p.rights if c.dep_ == "pobj")
    for given in (thing, *inside):
        if given.lemma_.lower() not in GIVEN:
            continue
        for child in given.lefts:
            if child.dep_ in {"compound", "nmod"} and child.pos_ == "NOUN" and acting(child.lemma_.lower()):
                before = child.nbor(-1) if child.i > child.sent.start else child
                start = before.i if before.pos_ == "ADJ" and before.i > token.i else child.i
                return child.doc[start : child.i + 1]
    return None


def made_by(token: "Token") -> list["Token"]:
    """By whom something was done to what is counted: "4,000 cars imported by dealers", "40% of loans backed by the Fund"."""
    things = [
        whole(token),
        *(t for c in under_of(token) for t in (c, *c.conjuncts) if not acting(t.lemma_.lower())),
    ]
    done = (c for t in things for c in t.rights if c.dep_ == "acl" and c.tag_ == "VBN")
    return [by for c in done for by in agents(c)]


def named_whole(token: "Token") -> "Token | None":
    """Whose name stands before what a share is of: "a quarter of Harbour Fund grants"."""
    following = token.doc[token.i : min(token.i + _SHARE, token.sent.end)]
    of = next((t for t in following if t.lower_ == "of" and t.dep_ == "prep"), None)
    thing = next((c for c in of.rights if c.dep_ == "pobj"), None) if of is not None else None
    return naming(thing) if thing is not None else None


def _by(token: "Token") -> "Token | None":
    """Who gives, in "brings all gifts by the Board to $4 million"."""
    verb = governor(token)[0]
    if verb is None:
        return None
    for thing in (verb, *(c for c in verb.rights if c.dep_ == "dobj")):
        for by in thing.rights:
            if by.dep_ == "prep" and by.lower_ == "by" and verb.i < by.i < token.i:
                return next((c for c in by.rights if c.dep_ == "pobj"), None)
    return None


def whole(token: "Token") -> "Token":
    """What an amount stands before: the order, in "the airline's $4 million order"."""
    while token.dep_ in {"nummod", "nmod", "quantmod", "compound", "amod"} and token.head.i > token.i:
        token = token.head
    return token


def owner(noun: "Token") -> "Token | None":
    """Whose a thing is ("the bureau's"), where a noun says it."""
    return next((c for c in noun.lefts if c.dep_ == "poss" and c.pos_ != "PRON"), None)


def owning(whose: "Token") -> "Span":
    """The words that name an owner, without the sign of the possessive."""
    span = core(whose)
    return span[:-1] if len(span) > 1 and span[-1].tag_ == "POS" else span


def naming(noun: "Token") -> "Token | None":
    """The last word of a name that stands before a noun ("Harbour Fund" in "Harbour Fund grants")."""
    modifying = (c for c in reversed(list(noun.lefts)) if c.dep_ in PREMODIFIERS)
    return next((c for c in modifying if c.pos_ == "PROPN" or (c.is_upper and len(c) > 1)), None)


def governor(token: "Token") -> tuple["Token | None", str, "Token | None"]:
    """The predicate over a token, by which dependency it is reached, and who owns a deed on the way to it."""
    node, entry = token, ""
    while node.head.i != node.i:
        above = node.head
        entry = entry if entry and node.dep_ in AUXILIARIES else node.dep_  # "40 boats were" missing
        if above.pos_ in PREDICATES and above.dep_ not in {"aux", "auxpass", "amod", "compound"}:
            return above, entry, None
        if (
            above.pos_ == "NOUN"
            and node.dep_ in {"prep", "acl", "relcl"}
            and above.lower_.rstrip("s").endswith(DEED)
        ):
            whose = owner(above)
            if whose is not None:
                return None, "", whose
        node = above
    if node.pos_ in PREDICATES:
        return node, "", None
    return None, "", None


def including(token: "Token") -> "Token | None":
    """What a number is part of: "contracts" in "contracts that help nobody, including a $4 million contract"."""
    part = token if token.pos_ == "NOUN" else token.head
    preposition = next(
        (t for t in (token, *token.ancestors) if t.lower_ == "including" and t.dep_ == "prep"), None
    )
    if preposition is None:
        return None
    for noun in preposition.ancestors:
        if noun.pos_ == "NOUN" and noun.lemma_ == part.lemma_:
            return noun
    return preposition.head if preposition.head.pos_ in NOUNS else None


def by_including(verb: "Token") -> "Token | None":
    """Of "took new steps, including by planting 300 trees": "including", which hangs on what its doer did as well."""
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
    by = verb.head
    if verb.dep_ != "pcomp" or by.lower_ != "by" or by.head.lower_ != "including":
        return None
    return by.head

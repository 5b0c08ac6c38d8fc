"""Whose a number is by the place that has it: its people, its rates, its trade, and what befell it.

The dependency labels are those of spaCy's English pipelines (CLEAR style).
"""

from typing import TYPE_CHECKING

from gestae.loaders.acting import human
from gestae.loaders.grammar import DASHES, PLACES, SUBJECTS
from gestae.loaders.made import made
from gestae.loaders.named_places import is_country, names_place
from gestae.loaders.owners import owner, whole
from gestae.ontology.authority import authority
from gestae.ontology.english import english
from gestae.ontology.facts import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gestae.loaders.parse import Sentence
    from gestae.loaders.resolver import Resolver
    from gestae.loaders.units import Counted

__all__ = ["economy_of", "home", "town_before"]

_ARMED = frozenset(
    {"veteran", "soldier", "sailor", "troop", "member", "force", "personnel", "missile", "drone"}
)
_TRADED = frozenset({"import", "export", "tariff", "duty", "trade", "deficit", "surplus"})
_BETWEEN = frozenset({"from", "to", "on", "with"})
_BORNE = frozenset({"batter", "devastate", "hit", "ravage", "strike", "tour", "visit"})
"""Verbs whose object is where that is or happens which they tell of."""
_RATES = frozenset({
    "rate", "population", "economy", "market", "export", "import", "industry", "sector", "gdp", "unemployment", "death", "crime",
    "homicide", "murder", "price",
})  # fmt: skip
"""Things of a place that a number tells how large they are."""
_MODIFYING = frozenset({"compound", "nmod"})
_OUR = frozenset({"the", "our", "this"})
_MOVING = frozenset({"economy"})
_SUNG = frozenset({"unemployment", "uninsured"})
_TOWNS = frozenset({"city", "town", "county", "island", "village"})
_BACK = 80
"""Tokens before "the city" within which the city is named."""


def home(what: "Counted", verb: "Token | None") -> "Token | None":
    """The place whose people, rates or trade a number counts, or that what it tells of befell."""
    thing = whole(what.anchor)
    subject = _subject(verb)
    for counted in (what.anchor.doc[what.last.i], thing):
        if (whose := _has(counted)) is not None:
            return whose
    for noun in (thing, what.anchor, subject):
        if noun is None or noun.lemma_.lower() not in _TRADED:
            continue
        if (other := _partner(noun)) is not None:
            return other
    if verb is not None and (borne := _borne(verb, subject, what)) is not None:
        return borne
    if subject is None or verb is None or verb.i > what.anchor.i:
        return None
    if sum(t.text in DASHES for t in subject.doc[subject.i : what.anchor.i]) == 1:
        return None  # "Norway's prices for pills – which cost $3 to make – rose"
    return _of_subject(subject)


def economy_of(
    what: "Counted", verb: "Token | None", sentence: "Sentence", cast: "Resolver"
) -> Mention | None:
    """The country whose economy or jobless rate a sentence tells of: the document's own, where it names no other."""
    subject = _subject(verb)
    if subject is None or verb is None or verb.i > what.anchor.i:
        return None
    lemma = subject.lemma_.lower()
    jobless = lemma == "rate" and any(c.lower_ in _SUNG for c in subject.lefts)
    if not (lemma in _MOVING or jobless) or subject.text.istitle():
        return None
    for child in subject.lefts:
        if (
            child.dep_ in {"amod", "compound", "nmod", "poss"}
            and child.lower_ not in _SUNG | _OUR
            and lemma in _MOVING
        ):
            return None  # "the global economy", "its economy"
        if child.dep_ == "poss" and child.lower_ not in _OUR:
            return None
    if not any(c.lower_ in _OUR for c in subject.lefts) or any(p.dep_ == "prep" for p in subject.rights):
        return None
    ours = cast.resolve(made(verb.doc, "our country", sentence.start))
    known = any(e.kind == "place" for e in authority().find(ours.name))
    return Mention(subject.text, ours.name) if known else None


def town_before(verb: "Token | None") -> "Token | None":
    """The town that "the city" is, named before it: "In Ulm, thefts fell. The city recorded 40"."""
    subject = _subject(verb)
    if subject is None or subject.lemma_ not in _TOWNS or [c.lower_ for c in subject.lefts] != ["the"]:
        return None
    before = subject.doc[max(0, subject.i - _BACK) : subject.i]
    named = [t for t in before if t.ent_type_ == "GPE" and t.dep_ not in _MODIFYING]
    return named[-1] if named and not is_country(named[-1].text) else None


def _subject(verb: "Token | None") -> "Token | None":
    return None if verb is None else next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)


def _has(thing: "Token") -> "Token | None":
    """Whose people or yards are counted: "Chile's 3 million farmers", not "Chile's 300 soldiers", who may be abroad."""
    lemma = thing.lemma_.lower()
    whose = owner(thing)
    if whose is None or not names_place(whose):
        return None
    homely = (human(lemma) or lemma in english().classes["works"] or lemma in _RATES) and lemma not in _ARMED
    return whose if homely else None


def _partner(noun: "Token") -> "Token | None":
    """The country that things are bought from or sold to: "tariffs on imports from Chile"."""
    for prep in noun.rights:
        if prep.dep_ != "prep" or prep.lower_ not in _BETWEEN:
            continue
        for goal in prep.rights:
            if goal.dep_ != "pobj":
                continue
            if goal.ent_type_ == "GPE":
                return goal
            if (deeper := _partner(goal)) is not None:
                return deeper
    return None


def _borne(verb: "Token", subject: "Token | None", what: "Counted") -> "Token | None":
    """The place that people visit who are counted, or a storm struck that killed as many."""
    clauses = [verb] if verb.i > what.anchor.i else []
    if subject is not None and verb.i < what.anchor.i:
        clauses += [c for c in subject.rights if c.dep_ == "relcl"]
    for clause in clauses:
        if clause.lemma_ in _BORNE:
            for thing in clause.rights:
                if thing.dep_ == "dobj" and thing.ent_type_ in PLACES:
                    return thing
    return None


def _of_subject(subject: "Token") -> "Token | None":
    """The place whose rate rises, whose plants employ so many, or whose residents pay it."""
    lemma = subject.lemma_.lower()
    rated = lemma in _RATES or lemma in english().classes["works"]
    for child in subject.lefts:
        if not names_place(child) or (child.dep_ != "poss" and child.dep_ not in _MODIFYING):
            continue
        if rated:
            return child
        own = human(lemma) and lemma not in _ARMED
        if own and child.ent_type_ == "GPE" and not is_country(child.text):
            return child
    return None

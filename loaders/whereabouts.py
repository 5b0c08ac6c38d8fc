"""Where a number holds: the place that its clause names, or where the people live whom it counts.

The dependency labels are those of spaCy's English pipelines (CLEAR style).
"""

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from gestae.loaders.doer_clauses import BEFALLING
from gestae.loaders.farther_places import compares, farther
from gestae.loaders.grammar import DASHES, PARTICIPLES, PLACES, PLURAL, SUBJECTS
from gestae.loaders.home_places import economy_of, home, town_before
from gestae.loaders.made import made
from gestae.loaders.named_places import is_country, land_of, names_place
from gestae.loaders.owners import owning
from gestae.loaders.parse import Sentence
from gestae.loaders.resolver import Resolver
from gestae.loaders.units import Counted
from gestae.ontology.authority import authority
from gestae.ontology.english import english
from gestae.ontology.facts import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["place_of"]

_EVERYWHERE = re.compile(
    r"\b(?:worldwide|nationwide|nationally|globally|(?:all )?(?:around|across|throughout|in|over) (?:the|our) "
    r"(?:(?P<country>country|nation)(?! of\b|['’])|globe|world|united states))\b(?!['’]s)",
    re.I,
)
_LABEL = re.compile(r"\W{0,3}([A-Z][\w.'’ -]{2,30}(?:, [A-Z][\w. ]{1,20})?):\W")
_PARTING = re.compile(r"[,;:(—–]|\. ")
_BASED = re.compile(r"\b([A-Z][\w.]*(?: [A-Z][\w.]*){0,2})-based (?=[a-z])")
_PARTED = re.compile(r"[;:(—–]|\. (?=[A-Z])")
_WITHIN = frozenset({"in", "across", "along", "through", "throughout", "within", "at", "on"})
_BESIDE = frozenset({"near", "outside"})
_MARKS = DASHES | {",", ";", ":", "."}
_MOSTLY = frozenset(
    {"chiefly", "especially", "largely", "mainly", "mostly", "particularly", "predominantly", "primarily"}
)
_TAIL = 14
_MANY = 100_000
"""People of a country who must be at home for the most part; fewer may be soldiers, or hostages."""
_NEAR = 60
"""Characters behind a number within which "nationwide" is said of it."""
_PHRASES = frozenset({"pobj", "prep", "dobj", "attr"})
_MODIFYING = frozenset({"compound", "nmod", "poss"})
_AREAS = frozenset(
    {"city", "state", "county", "country", "community", "area", "region", "town", "neighborhood", "territory"}
)
_ARMED = frozenset({"veteran", "soldier", "sailor", "troop", "member"})


def place_of(
    value: Decimal, what: Counted, verb: "Token | None", sentence: Sentence, cast: Resolver
) -> Mention | None:
    """Where what a number of that value counts is or happens, by the words that say it most plainly.

    That is the place behind the number, the one before it in its clause, the whole world or country, the place that
    opens the sentence, whose share it is, the country of the people counted, and last one farther off.
    """
    tokens = sentence.tokens
    behind: Token | None = None
    for token in tokens.doc[what.anchor.i : min(what.last.i + _TAIL, tokens.end)]:
        if token.i > what.last.i and _ends(token):
            break
        if _locates(token):
            return _known_place(token, cast)
        if behind is None and token.i > what.last.i and _standing_before(token):
            behind = token
    before = _before(what, verb)
    if before is not None:
        return _known_place(before, cast)
    text = sentence.block.text
    found = _EVERYWHERE.search(text, what.start, min(what.end + _NEAR, int(tokens.end_char)))
    if found and not _PARTING.search(text, what.end, found.start()):
        return _everywhere(found, cast, sentence)
    opened = _opening(what, verb, sentence, cast) or _owner(what, cast)
    opened = opened or _befallen(what, verb, sentence, cast) or _label(what, sentence)
    if opened is None and behind is not None:
        return _known_place(behind, cast)
    if opened is None and (whose := home(what, verb) or town_before(verb)) is not None:
        return _known_place(whose, cast)
    if opened is None:
        opened = _homeland(value, what, sentence, cast)
    if opened is None and (far := farther(what, verb, tokens.end)) is not None:
        return _known_place(far, cast)
    opened = opened or _shared_opening(what, verb, cast) or economy_of(what, verb, sentence, cast)
    return opened or _based(what, verb, sentence, cast)


def _ends(token: "Token") -> bool:
    """Whether a word ends what is said of where a number holds; ", mostly in Chile" still says it."""
    if token.text == "," and token.i + 2 < len(token.doc) and token.nbor().lower_ in _MOSTLY:
        return token.nbor(2).lower_ not in _WITHIN
    return token.text in _MARKS or token.pos_ == "CCONJ" or compares(token)


def _before(what: Counted, verb: "Token | None") -> "Token | None":
    """The place on the verb, its object or its subject before a number ("thefts in Chile fell by 40 percent")."""
    if verb is None or verb.i > what.anchor.i:
        return None
    for token in verb.doc[verb.i + 1 : what.anchor.i]:
        if _locates(token) and _plainly_under(token, verb):
            return token
    subject = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
    if subject is None or subject.pos_ != "NOUN":
        return None  # "the Chamber of Commerce in Chile" is a name
    behind = verb.doc[subject.i + 1 : verb.i]
    return next((t for t in behind if _locates(t) and _plainly_under(t, subject)), None)


def _plainly_under(token: "Token", verb: "Token") -> bool:
    """Whether a token belongs to a verb by its phrases alone, with no other clause between."""
    while token.i != verb.i:
        phrase = token.dep_ in _PHRASES or (token.dep_ == "acl" and token.tag_ == "VBN")
        if not phrase or token.head.i == token.i:
            return False
        token = token.head
    return True


def _opening(what: Counted, verb: "Token | None", sentence: Sentence, cast: Resolver) -> Mention | None:
    """The place that a sentence begins with ("In Chile, …", "Around the world, …"), for the numbers of its main clause."""
    tokens = sentence.tokens
    found = _EVERYWHERE.match(sentence.block.text, int(tokens.start_char))
    if found and sentence.block.text[found.end() : found.end() + 1] == ",":
        return _everywhere(found, cast, sentence)
    first = tokens[0]
    if verb is None or first.head.i != verb.i or first.dep_ != "prep" or what.anchor.i < verb.left_edge.i:
        return None
    return next((_known_place(t, cast) for t in first.children if _locates(t)), None)


def _shared_opening(what: Counted, verb: "Token | None", cast: Resolver) -> Mention | None:
    """The place before what a clause goes on from ("In Chile, crews mended 40 piers and built 30, adding 200 jobs")."""
    over = verb
    while over is not None and (
        over.dep_ in {"conj", "xcomp"} or (over.dep_ == "advcl" and over.tag_ == "VBG")
    ):
        over = over.head if over.head.i < over.i else None
        for opening in over.lefts if over is not None else ():
            if opening.dep_ == "prep" and opening.i < what.anchor.i:
                place = next((t for t in opening.children if _locates(t)), None)
                if place is not None:
                    return _known_place(place, cast)
    return None


def _owner(what: Counted, cast: Resolver) -> Mention | None:
    """Whose a share is ("40 percent of Chile's exports"), or whose residents are counted."""
    doc = what.anchor.doc
    thing = doc[what.last.i]
    if what.unit.startswith("percent of"):
        for token in doc[what.anchor.i : what.last.i + 1]:
            if (
                token.ent_type_ in PLACES
                and token.dep_ in {"poss", "compound", "nmod"}
                and token.head.ent_type_ != token.ent_type_
            ):
                return _known_place(token, cast)
    elif (
        thing.ent_type_ in PLACES
        and thing.dep_ == "pobj"
        and thing.head.lower_ == "of"
        and thing.head.head.lower_ in {"residents", "inhabitants"}
    ):
        return _known_place(thing, cast)
    return None


def _befallen(what: Counted, verb: "Token | None", sentence: Sentence, cast: Resolver) -> Mention | None:
    """The place that itself sees, gains or loses what is counted ("Chile has lost 40 ships", "the country added jobs")."""
    if verb is None or verb.lemma_ not in BEFALLING or verb.i > what.anchor.i:
        return None
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if subject is None:
        return None
    if subject.ent_type_ in PLACES:
        return _known_place(subject, cast)
    named = any(c.dep_ == "compound" for c in subject.lefts)
    if subject.lemma_.lower() not in {"country", "nation"} or named:
        return None  # "the Harbour Nation" is its own
    ours = cast.resolve(made(verb.doc, "our " + subject.lower_, sentence.start))
    return Mention(subject.text, ours.name)


def _label(what: Counted, sentence: Sentence) -> Mention | None:
    """The place whose name labels the line of a number, or its block ("Chile: 40 ships are in port")."""
    block = sentence.block
    line = sentence.document.text.rfind("\n", block.start, block.start + what.start) + 1 - block.start
    label = _LABEL.match(block.text, max(line, 0)) or _LABEL.match(block.text)
    if label is None:
        return None
    town, _, state = label[1].partition(", ")
    named = authority().find(state or town)
    if not named or any(e.kind != "place" for e in named):
        return None
    return Mention(label[1], named[0].name if len(named) == 1 and not state else label[1])


def _homeland(value: Decimal, what: Counted, sentence: Sentence, cast: Resolver) -> Mention | None:
    """The state of the people counted ("40 Ohioans"), or the country, of many, where a document speaks of its own; others may be abroad."""
    head = what.anchor.doc[what.last.i] if _share_of_people(what) else what.anchor
    lemma = head.lemma_.lower().rstrip("s")
    names = [c for c in head.lefts if c.text[:1].isupper() and c.pos_ in {"ADJ", "PROPN"}]
    if head.text[:1].isupper() and not names:
        names = [head]
    elif lemma not in english().classes["people"] | {"adult"} or lemma in _ARMED:
        return None
    name = _land(names[0]) if len(names) == 1 else None
    if name is None:
        return None
    if not is_country(name):
        return Mention(names[0].text, name)
    if value < _MANY and not _share_of_people(what):
        return None
    country = cast.resolve(made(head.doc, name, sentence.start))
    ours = cast.resolve(made(head.doc, "our country", sentence.start))
    return country if country.name == ours.name else None


def _land(people: "Token") -> str | None:
    """The land of a people, by one word or, where that is none, by two ("New Yorkers")."""
    if (
        people.i > people.sent.start
        and people.nbor(-1).dep_ == "compound"
        and people.nbor(-1).head.i == people.i
    ):
        return land_of(people.nbor(-1).text + " " + people.text) or land_of(people.text)
    return land_of(people.text)


def _share_of_people(what: Counted) -> bool:
    """Whether a share of a people is told, by their name ("63 percent of adult Chileans")."""
    last = what.anchor.doc[what.last.i]
    return what.unit.startswith("percent of") and last.ent_type_ == "NORP" and last.tag_ in PLURAL


def _based(what: Counted, verb: "Token | None", sentence: Sentence, cast: Resolver) -> Mention | None:
    """The place that what a number goes to or befalls is based in ("$4 million in its Ohio-based yards"), not who gives it."""
    text = sentence.block.text
    if "-based " not in text:
        return None
    start = verb.idx if verb is not None and verb.idx < what.start else what.start
    found = _BASED.search(text, start, min(what.end + _NEAR, int(sentence.tokens.end_char)))
    if found is None or _PARTED.search(text, start, found.start()):
        return None
    if not any(e.kind == "place" for e in authority().find(found[1])):
        return None
    return cast.resolve(made(sentence.tokens.doc, found[1], sentence.start))


def _known_place(token: "Token", cast: Resolver) -> Mention:
    """A place by its full name; a longer name that only begins like it is another's ("Dover" in "Dover to Rebuild")."""
    span = owning(token)
    if token.dep_ == "pobj" and token.head.lower_ in _BESIDE:
        state = next((c for c in token.rights if c.dep_ == "appos" and c.ent_type_ == "GPE"), token)
        near = token.doc[token.head.i : state.i + 1].text
        return Mention(near, near)
    if token.dep_ == "pobj" and span.start <= token.head.i:
        span = token.doc[token.head.i + 1 : span.end]  # "Thefts in Chile" passes for a name
    while span[0].tag_ == "PRP$" and len(span) > 1:
        span = span[1:]
    last = token
    while (
        other := next((c for c in last.rights if c.dep_ == "conj" and c.ent_type_ in PLACES), None)
    ) is not None:
        last = other
    if last.i != token.i:
        text = token.doc[span.start : last.i + 1].text
        return Mention(text, text)
    found = cast.resolve(span)
    others_name = found.name.startswith(found.text + " ") or re.search(
        rf" in (?:the )?{re.escape(found.text)}", found.name
    )
    return Mention(found.text, found.text) if others_name else found


def _locates(token: "Token") -> bool:
    """Whether a token is a place behind "in" or the like."""
    if token.dep_ == "pobj" and token.head.lower_ in _BESIDE:
        return token.ent_type_ == "GPE"
    if token.dep_ != "pobj" or token.head.lower_ not in _WITHIN:
        return False
    if token.head.head.tag_ in PARTICIPLES and token.head.head.text.istitle():
        return False  # "the Investing in Chile Fund"
    return names_place(token) or _area(token) or _border(token)


def _standing_before(token: "Token") -> bool:
    """Whether a place stands before what something goes into or is done at ("in Chilean ports", "at its Ulm, Bavaria, yard")."""
    thing = token.head
    named = token.dep_ == "nmod" or any(e.kind == "place" for e in authority().find(token.text))
    return (
        token.ent_type_ in PLACES
        and token.dep_ in _MODIFYING
        and named
        and thing.pos_ == "NOUN"
        and thing.dep_ == "pobj"
        and thing.head.lower_ in {"in", "at"}
    )


def _area(noun: "Token") -> bool:
    """Whether a plain noun tells what kind of place ("in large cities"), and not how many."""
    return (
        noun.lemma_ in _AREAS
        and noun.tag_ == "NNS"
        and any(c.dep_ == "amod" for c in noun.lefts)
        and not any(c.like_num or c.dep_ in {"poss", "det"} for c in noun.lefts)
    )


def _border(noun: "Token") -> bool:
    """Whether a noun is a border that its words tell apart ("at the southern border")."""
    return noun.lemma_ == "border" and any(c.dep_ in {"amod", "compound"} for c in noun.lefts)


def _everywhere(found: re.Match[str], cast: Resolver, sentence: Sentence) -> Mention:
    """The whole world as written; "in the country" is the country that the document speaks of."""
    name = found[0]
    if found["country"]:
        name = cast.resolve(made(sentence.tokens.doc, "our " + found["country"].lower(), sentence.start)).name
    return Mention(found[0], name)

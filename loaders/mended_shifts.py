"""Objects that stand far behind their verb, or in quotation marks, and that the parser therefore hangs elsewhere.

English lets a long object follow the phrases that tell when and where: "submit to Ulm within nine days a chart of
piers", "there is established within the Board the Lock Group".
"""

from typing import TYPE_CHECKING

from gestae.loaders.grammar import NOUNS, TIMES
from gestae.loaders.rooted import below
from gestae.ontology.english import english

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["SHIFTED", "shift"]

SHIFTED = frozenset({"expl", "compound", "dobj", "conj", "npadvmod", "appos", "pobj"})
"""What the parser takes for words that it hangs elsewhere, and for what goes with them."""
_HAS = frozenset({"dobj", "ccomp", "xcomp", "oprd", "attr", "nsubjpass"})
_LOOSE = frozenset({"appos", "attr", "npadvmod", "dep", "dobj", "oprd"})
_SPANS = frozenset({"days", "weeks", "months", "years", "hours"})
_ENDS = 2
"""Numbers of a range."""
_QUOTES = frozenset({'"', "``", "''", "“"})


def shift(token: "Token") -> None:
    """Hang an object on its verb where phrases or a quotation mark stand between."""
    relation = token.dep_
    if relation == "expl":
        _established(token.head)
    elif relation == "compound" and token.lower_ in _SPANS:
        _within(token)
    elif relation == "dobj" and token.left_edge.dep_ == "prep" and token.left_edge.head.i == token.i:
        token.left_edge.head = token.head  # "in whole or in part | any bid"
    elif relation == "compound" and token.head.tag_ == "VBZ" and token.head.i == token.i + 1:
        _acting(token, token.head)
    elif relation == "conj" and token.pos_ in NOUNS and token.head.pos_ == "VERB":
        _behind_phrases(token)
    elif relation == "appos" and token.head.dep_ == "nsubj":
        _beyond(token)
    elif relation == "pobj" and token.head.lower_ == "between" and token.tag_ == "NNS":
        _ranging(token, token.head)
    elif relation == "appos" and token.head.dep_ == "pobj":
        _according(token)
    elif relation == "npadvmod" and token.i and token.doc[token.left_edge.i - 1].text in _QUOTES:
        _quoted(token)


def _established(verb: "Token") -> None:
    """Of "There is established within the Board the Lock Group": the group."""
    if verb.tag_ != "VBN" or any(c.dep_ in {"nsubjpass", "nsubj"} for c in verb.children):
        return
    if not any(c.dep_ == "auxpass" for c in verb.lefts):
        return
    thing = next((c for c in verb.rights if c.dep_ in _LOOSE and c.pos_ in NOUNS), None)
    inside = (t for p in verb.rights if p.dep_ == "prep" for t in below(p) if _begins(t))
    thing = thing or next(inside, None)
    if thing is not None:
        thing.head, thing.dep_ = verb, "nsubjpass"


def _begins(noun: "Token") -> bool:
    """Whether a noun right behind another, with an article and nothing else between, is one of its own."""
    first = noun.left_edge
    return (
        noun.dep_ in {"appos", "conj"}
        and noun.pos_ in NOUNS
        and first.dep_ == "det"
        and first.i > noun.head.i
        and first.nbor(-1).pos_ in NOUNS
    )


def _within(span: "Token") -> None:
    """Of "submit to Ulm within nine days proposals for ports": the proposals, which no plural of time describes."""
    thing = span.head
    phrase = thing.head
    verb = phrase.head
    if (
        thing.dep_ != "pobj"
        or phrase.dep_ != "prep"
        or verb.pos_ != "VERB"
        or span.i + 1 != _first(thing, span)
        or any(c.dep_ in _HAS for c in verb.children)
    ):
        return
    for child in list(thing.lefts):
        if child.i < span.i:
            child.head = span
    span.head, span.dep_ = phrase, "pobj"
    thing.head, thing.dep_ = verb, "dobj"


def _first(thing: "Token", span: "Token") -> int:
    """The first token of a noun phrase behind the word for a span of time that was taken for a part of it."""
    return min([thing.i, *(c.left_edge.i for c in thing.lefts if c.i > span.i)])


def _behind_phrases(thing: "Token") -> None:
    """Of "may cancel in whole or in part any bid to haul nets": the bid, which no noun goes before to be joined with."""
    opening = next((c for c in thing.lefts if c.dep_ in {"det", "poss"}), None)
    if opening is None or any(c.dep_ in {"nsubj", "aux", "auxpass"} for c in thing.lefts):
        return
    doc = thing.doc
    for verb in reversed(doc[thing.head.i : opening.i]):
        if verb.pos_ in {"VERB", "AUX"}:
            break
    else:
        return
    phrases = [c for c in verb.rights if c.dep_ == "prep" and c.i < opening.i]
    if verb.i == thing.head.i or not phrases or any(c.dep_ in _HAS for c in verb.rights):
        return
    if verb.i + 1 != phrases[0].i or any(t.is_punct for t in doc[verb.i : opening.i]):
        return
    for child in list(thing.lefts):
        if child.i < opening.i:
            child.head = verb
    thing.head, thing.dep_ = verb, "dobj"


def _beyond(thing: "Token") -> None:
    """Of "I extend for 1 year, until May 9, the lease of the pier": the lease, behind the verb, is no other name of who extends it."""
    verb = thing.head.head
    opening = thing.left_edge
    if (
        verb.pos_ == "VERB"
        and thing.head.i < verb.i < opening.i
        and opening.dep_ in {"det", "poss"}
        and not any(c.dep_ in _HAS for c in verb.children)
        and (phrases := [c for c in verb.rights if c.dep_ == "prep" and c.i < opening.i])
        and all(t.ent_type_ in TIMES for p in phrases for t in p.rights if t.dep_ == "pobj")
    ):
        thing.head, thing.dep_ = verb, "dobj"


def _ranging(things: "Token", between: "Token") -> None:
    """Of "will hire between 200 and 250 pilots": the pilots, between whom nothing stands."""
    verb = between.head
    numbers = [c for c in (t for c in things.lefts for t in (c, *c.conjuncts)) if c.like_num]
    if (
        verb.pos_ != "VERB"
        or between.dep_ != "prep"
        or between.i != verb.i + 1
        or len(numbers) < _ENDS
        or things.ent_type_ in TIMES
        or things.lemma_.lower() in english().classes["unit"] | english().classes["currency"]
        or any(c.dep_ in _HAS | {"auxpass"} for c in verb.children)
    ):
        return
    between.head, between.dep_ = numbers[0], "quantmod"
    things.head, things.dep_ = verb, "dobj"


def _according(thing: "Token") -> None:
    """Of "According to a poll by the Guild, most sailors favor the ban": the sailors, and no other name of the Guild."""
    verb = thing.head
    while verb.dep_ in {"pobj", "prep"} and verb.head.i != verb.i:
        link, verb = verb, verb.head
    if (
        verb.dep_ == "ROOT"
        and verb.pos_ == "VERB"
        and link.lower_ == "according"
        and thing.right_edge.i < verb.i
        and thing.left_edge.nbor(-1).text == ","
        and not any(c.dep_ in {"nsubj", "nsubjpass", "csubj", "expl"} for c in verb.lefts)
    ):
        thing.head, thing.dep_ = (
            verb,
            "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.lefts) else "nsubj",
        )


def _acting(noun: "Token", verb: "Token") -> None:
    """Of "Today's Order bans: …": the Order, which is taken for a part of the verb where nothing is said of what it bans."""
    if verb.pos_ != "VERB" or any(c.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass"} for c in verb.lefts):
        return
    for child in list(verb.lefts):
        if child.i < noun.i and child.dep_ in {"det", "poss", "amod", "compound", "nmod"}:
            child.head = noun
    noun.dep_ = "nsubj"


def _quoted(thing: "Token") -> None:
    """Of 'ended "catch-and-pay" fees' and 'called it "a gift"': what stands in quotation marks right behind a verb without an object."""
    verb = thing.head
    if (
        verb.pos_ == "VERB"
        and verb.i + 2 == thing.left_edge.i
        and not any(c.dep_ in _HAS for c in verb.rights)
        and not any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.lefts)
    ):
        _join(thing, verb)


def _join(first: "Token", verb: "Token") -> None:
    """Let a word be the object of a verb, and one joined to it by hyphens alone ("catch-and-pay") one thing with it."""
    first.dep_ = "dobj"
    link = next((c for c in first.rights if c.dep_ == "cc"), None)
    last = next((c for c in first.rights if c.dep_ == "conj"), None)
    if link is None or last is None or any(t.whitespace_ for t in first.doc[first.i : last.i]):
        return
    last.head, last.dep_ = verb, "dobj"
    hyphens = (c for c in (*first.rights, *last.lefts) if c.i < last.i)
    for token in (first, link, *hyphens):
        token.head, token.dep_ = last, "compound"

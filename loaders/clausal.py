"""Clauses that stand as an object: "announced *that the port opens*", "committed to *opening locks*", "works *to mend piers*"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gestae.loaders.grammar import COMPLEMENTS, NOUNS, PREDICATES, SUBJECTS
from gestae.loaders.phrases import conjuncts, core, strip_article
from gestae.ontology.english import english

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

__all__ = ["clausal"]

_LONGEST = 60
_SAID = frozenset({"dobj", "oprd", "attr", "acomp", "prt"})
_BARE = frozenset({"VB", "VBG"})


def clausal(verb: "Token") -> "list[tuple[Span, Span]]":
    """The words of a clause without what it says of how and why, and all its words.

    Where it joins several bare verbs with an object each, they are as many: of "committed to opening locks and
    mending piers" the locks that open are one object, the piers mended another.
    """
    return [_words(first, last, behind) for first, last, behind in _parts(verb)]


def _parts(verb: "Token") -> "Iterator[tuple[Token, Token, int | None]]":
    """Each run of verbs that share an object: the first and the last of them, and where the next run begins."""
    chain = [verb, *_joined(verb)] if _splits(verb) else [verb]
    ends = [i for i, v in enumerate(chain) if i + 1 == len(chain) or _has_thing(v)]
    begin = 0
    for end in ends:
        behind = chain[end + 1].left_edge.i if end + 1 < len(chain) else None
        yield chain[begin], chain[end], behind
        begin = end + 1


def _splits(verb: "Token") -> bool:
    """Whether what is joined in a clause are as many things: what one commits to is, what one includes or finds is one."""
    over = verb.head.head if verb.dep_ == "pcomp" else verb.head
    own = any(c.dep_ in SUBJECTS or c.tag_ == "MD" for c in verb.lefts)
    return (
        verb.tag_ in _BARE
        and verb.dep_ != "advcl"
        and over.lemma_ not in english().classes["consisting"] | {"require"}
        and (not own or over.lemma_ == "help")
    )


def _joined(verb: "Token") -> "Iterator[Token]":
    """The verbs of the same form that go on with a verb, one by one; the parser hangs some on a participle below it."""
    for child in verb.subtree:
        if child.i <= verb.i or child.dep_ != "conj" or child.tag_ != verb.tag_ or child.pos_ != "VERB":
            continue
        over = child.head
        while over.i != verb.i and (over.dep_ == "conj" or (over.tag_ == "VBN" and verb.tag_ == "VBG")):
            over = over.head
            if over.pos_ not in PREDICATES:
                break
        if verb.tag_ == "VBG" and over.pos_ in NOUNS and child.head.tag_ == "VBN":
            over = next((a for a in over.ancestors if a.tag_ == "VBG"), over)
        if over.i == verb.i:
            yield child


def _has_thing(verb: "Token") -> bool:
    return any(
        c.dep_ in _SAID | COMPLEMENTS or (c.dep_ == "prep" and any(True for _ in c.rights))
        for c in verb.rights
    )


def _words(first: "Token", last: "Token", behind: int | None) -> "tuple[Span, Span]":
    doc = first.doc
    start, end = first.left_edge.i, min(first.right_edge.i + 1, first.left_edge.i + _LONGEST)
    if first.dep_ == "conj":
        start = min([first.i, *(c.left_edge.i for c in first.lefts if c.dep_ not in {"cc", "punct"})])
    if behind is not None:
        end = behind
    while start < first.i and (doc[start].dep_ in {"mark", "punct"} or doc[start].lower_ == "to"):
        before = _fronted(doc[start], first)
        if before is not None and doc[start].lower_ in english().conditions:
            break
        start = before.right_edge.i + 1 if before is not None else start + 1
    for child in last.rights:
        if child.dep_ == "advcl" and child.tag_ == "VBG" and doc[child.left_edge.i - 1].text == ",":
            end = min(end, child.left_edge.i)
    end = max(end, last.i + 1)
    while end - 1 > last.i and (doc[end - 1].is_punct or doc[end - 1].dep_ == "cc"):
        end -= 1
    whole = strip_article(doc[start:end])
    return doc[whole.start : max(_told(last, whole.end), whole.start + 1)], whole


def _fronted(word: "Token", verb: "Token") -> "Token | None":
    """The clause before its main clause that a word opens ("that, while tolls fell, ships came")."""
    over = word.head
    return over if over.dep_ == "advcl" and over.head.i == verb.i and over.i < verb.i else None


def _told(verb: "Token", end: int) -> int:
    """Where a clause has said what is done, before it says how and why ("improve trade | by enforcing …")."""
    while (below := next((c for c in verb.rights if c.dep_ == "xcomp"), None)) is not None:
        if any(c.dep_ in _SAID for c in verb.rights):
            break
        verb = below
    said = [c for c in verb.rights if c.dep_ in _SAID]
    if not said:
        return min(end, max(_first_phrase(verb, end), verb.i + 1))
    last = max(core(h).end for h in conjuncts(said[-1]))
    return min(end, max(last, verb.i + 1))


def _first_phrase(verb: "Token", end: int) -> int:
    """Of "the flag is flown at half-staff | on all buildings": where the first phrase behind the verb ends, unless a clause follows."""
    first = next((c for c in verb.rights if c.dep_ in {"prep", "agent", "ccomp", "advcl"}), None)
    thing = next((c for c in first.rights if c.dep_ == "pobj"), None) if first is not None else None
    if first is None or thing is None or first.dep_ in {"ccomp", "advcl"}:
        return end
    return max(core(h).end for h in conjuncts(thing))

"""What an action is done to, and for whom: the phrases that stand as a clause's object and recipient."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gestae.loaders.actors import WHOEVER, whoever
from gestae.loaders.clausal import clausal
from gestae.loaders.clauses import Clause
from gestae.loaders.control import CALLS
from gestae.loaders.grammar import COMPLEMENTS, TIMES
from gestae.loaders.phrases import conjuncts, core, described, full, numbers, paired, strip_article
from gestae.loaders.predicates import is_infinitive
from gestae.ontology.english import english
from gestae.ontology.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

__all__ = ["Object", "given", "objects", "recipient", "with_task"]

_TOGETHER = 3
"""From this many coordinated items on, they are one object."""
_GIVING = frozenset({"provide", "supply", "furnish", "present", "arm", "entrust", "share"})
_LIGHT = frozenset(
    {"take", "make", "play", "pay", "give", "keep", "lose", "set", "call", "bring", "draw", "put"}
)
_IDIOMS = frozenset(
    {
        "advantage",
        "part",
        "note",
        "care",
        "use",
        "attention",
        "track",
        "aim",
        "stock",
        "account",
        "place",
        "root",
        "heed",
        "end",
        "stop",
        "halt",
        "tribute",
        "homage",
    }
)
"""Nouns that a light verb makes a verb of ("take advantage of X": the object is X)."""

_TASKING = frozenset({"Direct", "Request"})
_FAR = 30
"""Words of what one urges somebody to do that are told at most."""
_GAP = 4
"""Tokens that may stand between whom one urges and to do what."""
_NOTHING = frozenset({"that", "which", "who", "what", "itself", "themselves"})
_ONESELF = frozenset({"ourselves", "himself", "herself", "myself", "yourself", "yourselves"})
_TOWARDS = frozenset({"to", "of", "in", "on", "at"})
_NAMING = frozenset({"proclaim", "declare", "designate"})
_NOTHING_BEHIND = frozenset({("into", "law"), ("over", "time")})
"""What is signed "into law" and changes "over time"; nothing is done to these."""

Object = tuple["Span", "Span"]
"""The object without articles and trailing modifiers, and all that belongs to it."""


def objects(clause: Clause) -> list[Object]:
    """The objects of a clause, each once; empty where it has none.

    Two coordinated objects are two, three or more are one that begins with the first.
    """
    heads = [
        h
        for h in clause.objects
        if h.lower_ not in _NOTHING and not numbers(h) and not (h.lower_ in _ONESELF and _devoted(clause))
    ]
    if clause.verb.lemma_ == "thank" and heads and heads[0].lower_ == "you" and clause.recipient is not None:
        heads = conjuncts(clause.recipient)
    if heads:
        passed = given(clause)
        if passed is not None:
            return [_nominal(h) for h in conjuncts(passed)[: _TOGETHER - 1]]
        if clause.verb.lemma_ in _LIGHT and heads[0].lemma_ in _IDIOMS:
            behind = [
                *heads[0].rights,
                *(c for c in clause.verb.rights if c.i > heads[0].i and c.lower_ in _TOWARDS),
            ]
            inner = [
                c
                for p in behind
                if p.dep_ in {"prep", "dative"}
                for c in p.children
                if c.dep_ == "pobj" and c.ent_type_ not in {"DATE", "TIME"}
            ] or [
                s
                for p in behind
                for c in p.children
                if c.dep_ == "pcomp"
                for s in c.lefts
                if s.dep_ == "nsubj"  # "put an end to fees rising"
            ]
            if inner:
                return [_nominal(h) for h in conjuncts(inner[0])[: _TOGETHER - 1]]
        if len(heads) < _TOGETHER:
            return _each(heads, clause)
        return [(_nominal(heads[0])[0], _list(heads))]
    if clause.complement is not None:
        return clausal(clause.complement)
    told = _prepositional(clause)
    by_itself = clause.verb.lemma_ in english().classes["changing"] and not any(
        c.dep_ == "npadvmod" and c.ent_type_ not in TIMES for c in clause.verb.rights
    )  # "rose 30%"
    if by_itself and all(t.ent_type_ in TIMES for _, whole in told for t in whole):
        return [_nominal(s) for s in clause.subjects[: _TOGETHER - 1]]  # "prices fell in May"
    return told


def _devoted(clause: Clause) -> bool:
    """Whether somebody is devoted to something: "recommitted ourselves to mending piers"."""
    return clause.preposition is not None and clause.preposition.lower_ == "to"


def _each(heads: list["Token"], clause: Clause) -> list[Object]:
    """One or two objects; of two with no "and" between, the second only describes the first."""
    doc = clause.verb.doc
    if len(heads) == _TOGETHER - 1:
        first, second = sorted(heads, key=lambda t: t.i)
        between = doc[first.i : second.left_edge.i if second.dep_ == "dobj" else second.i]
        told_again = second.dep_ == "conj" or (
            second.dep_ == "dobj"
            and doc[second.left_edge.i - 1].text == ","
            and second.left_edge.dep_ == "det"
        )
        if told_again and not any(t.dep_ == "cc" or t.lower_ in {"and", "or", "&", "along"} for t in between):
            heads = [first]
        elif paired(first, second):
            short = strip_article(doc[core(first).start : _of_both(first, core(second).end)])
            end = max(full(second).end, short.end)
            return [(short, strip_article(doc[core(first).start : end]))]
    found: list[Object] = []
    for head in heads:
        short, whole = _nominal(head)
        for preposition in clause.verb.rights:
            if preposition.lower_ == "as" and clause.verb.lemma_ in _NAMING and preposition.i >= whole.end:
                whole = doc[whole.start : preposition.right_edge.i + 1]
                break
        if head.dep_ == "nsubj" and head.head.dep_ == "ccomp" and head.head.pos_ == "ADJ":
            whole = doc[whole.start : head.head.right_edge.i + 1]  # "made boats free for all"
        if all(short.start != other.start or short.end != other.end for other, _ in found):
            found.append((short, whole))
    return found


def with_task(clause: Clause, whole: "Span") -> "Span":
    """Of "urges owners to mend piers" and "calls on owners in Ulm to mend piers" all that is urged: not only whom, but also to do what."""
    verb, doc = clause.verb, whole.doc
    if clause.passive and whole.end <= verb.i and lexicon().verbs.get(verb.lemma_) in _TASKING:
        task = next((c for c in verb.rights if c.dep_ == "xcomp" and is_infinitive(c)), None)
        return _with_passive_task(whole, task) if task is not None else whole
    if clause.passive or whole.start < verb.i:
        return whole
    link = clause.preposition.lower_ if clause.preposition is not None and not clause.objects else ""
    called = (verb.lemma_, link) in CALLS
    if not called and (link or lexicon().verbs.get(verb.lemma_) not in _TASKING):
        return whole
    for task in verb.rights:
        # Behind a thing an infinitive tells what it is for: "orders aid to mend piers".
        tasks = COMPLEMENTS | {"advcl"} if called else COMPLEMENTS
        if task.tag_ != "VB" or task.dep_ not in tasks or not is_infinitive(task):
            continue
        start = task.left_edge.i
        if whole.end <= start <= whole.end + _GAP and not any(t.is_punct for t in doc[whole.end : start]):
            end = min(task.right_edge.i + 1, whole.end + _FAR)
            while end > task.i + 1 and doc[end - 1].is_punct:
                end -= 1
            return doc[whole.start : end]
    return whole


def _with_passive_task(whole: "Span", task: "Token") -> "Span":
    """Of "The Warden is directed to mend piers": all of it."""
    doc = whole.doc
    end = min(task.right_edge.i + 1, task.i + _FAR)
    while end > task.i + 1 and doc[end - 1].is_punct:
        end -= 1
    return doc[whole.start : end]


def _of_both(first: "Token", end: int) -> int:
    """Where two nouns end: behind what both are of ("the safety and security of sailors")."""
    of = next((c for c in first.rights if c.dep_ == "prep" and c.lower_ == "of" and c.i == end), None)
    whose = next((c for c in of.rights if c.dep_ == "pobj"), None) if of is not None else None
    return core(whose).end if whose is not None else end


def given(clause: Clause) -> "Token | None":
    """Of "provide families with help": the help."""
    if clause.verb.lemma_ not in _GIVING or clause.passive:
        return None
    holders = (clause.verb, *clause.objects[:1])
    for holder in holders:
        for child in holder.rights:
            if child.lower_ == "to" and child.dep_ in {"dative", "prep"} and child.i > holder.i:
                break  # "provides boats to crews with small children"
            if child.dep_ == "prep" and child.lower_ == "with":
                return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _nominal(head: "Token") -> Object:
    if head.lower_ in WHOEVER:
        return whoever(head), strip_article(full(head))
    return strip_article(described(head)), strip_article(full(head))


def _list(heads: list["Token"]) -> "Span":
    first, last = core(heads[0]), core(heads[-1])
    return strip_article(first.doc[min(first.start, last.start) : max(first.end, last.end)])


def _prepositional(clause: Clause) -> list[Object]:
    preposition = clause.preposition
    if preposition is None:
        return []
    for child in preposition.children:
        if child.dep_ == "pobj" and not numbers(child):
            if (preposition.lower_, child.lower_) in _NOTHING_BEHIND:
                return []
            things = [thing for first in (child, *_again(preposition)) for thing in _joined(first)]
            return things + [thing for first in _also_doing(clause) for thing in clausal(first)]
        if child.dep_ == "pcomp":
            return [thing for first in (child, *_also_doing(clause)) for thing in clausal(first)]
    return []


def _also_doing(clause: Clause) -> "Iterator[Token]":
    """Of "committed to safety and mending piers" and "committed to mending piers, and to opening locks": the further gerunds."""
    verb = clause.verb
    for child in verb.rights:
        bare = child.dep_ == "conj" and all(c.dep_ not in {"aux", "nsubj"} for c in child.lefts)
        if bare and child.tag_ == "VBG" and (verb.tag_ == "VBN" or verb.pos_ == "ADJ"):
            yield child
    behind = clause.preposition
    for link in behind.subtree if behind is not None else ():
        if behind is not None and link.dep_ == "conj" and link.lower_ == behind.lower_:
            yield from (c for c in link.rights if c.dep_ == "pcomp")


def _joined(first: "Token") -> list[Object]:
    """Two coordinated things, or three and more as one."""
    heads = conjuncts(first)
    if len(heads) < _TOGETHER:
        return [_nominal(h) for h in heads]
    return [(_nominal(heads[0])[0], _list(heads))]


def _again(preposition: "Token") -> "list[Token]":
    """Of "spoke with owners, and with crews": the crews, behind the same preposition said again."""
    beside = (*preposition.rights, *(c for c in preposition.head.rights if c.i > preposition.i))
    return [
        thing
        for other in beside
        if other.dep_ == "conj" and other.pos_ == "ADP" and other.lower_ == preposition.lower_
        for thing in other.rights
        if thing.dep_ == "pobj"
    ][:1]


def recipient(clause: Clause) -> "Span | None":
    """To or for whom it is done."""
    if clause.objects and given(clause) is not None:
        return strip_article(core(clause.objects[0]))
    if clause.recipient is None or clause.recipient.ent_type_ in {"DATE", "TIME"}:
        return None
    return strip_article(core(clause.recipient))

"""Acts that a noun names: "the department's approval of …", "the Mayor's visit to …", "the establishment of …", "the largest donor of …"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from gestae.loaders.clauses import Clause
from gestae.loaders.grammar import NOUNS, TIMES
from gestae.loaders.phrases import conjuncts
from gestae.loaders.predicates import is_infinitive
from gestae.loaders.sorts import type_of_act
from gestae.loaders.subjects import subjects_over
from gestae.loaders.verbs import Predicate
from gestae.ontology.english import english
from gestae.ontology.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

__all__ = ["nominals"]


def nominals(sentence: "Span") -> Iterator[tuple[Clause, Predicate]]:
    """The acts that nouns of a sentence name, as clauses whose predicate is the noun."""
    known, touch = lexicon(), english().classes["touch"]
    for token in sentence:
        if token.pos_ not in NOUNS:
            continue
        lemma = token.lemma_.lower()
        if lemma in touch:
            yield from _touch(token)
        if token.pos_ == "PROPN":  # "Mayor Roe's Meeting with Governor Doe"
            yield from _owned(token, lemma)
            continue
        if lemma in known.agents:
            yield from _agent(token, *known.agents[lemma])
        elif lemma in known.nouns and (event := tuple(_event(token, *known.nouns[lemma]))):
            yield from event
        else:
            yield from _owned(token, lemma)


def _agent(noun: "Token", kind: str, verb: str) -> Iterator[tuple[Clause, Predicate]]:
    """Of "A is the largest donor of B" and "A acts as a donor to B": A donates to B."""
    things = _complement(noun, ("of", "to", "for"))
    if not things:
        return
    head = noun.head
    who: list[Token] = []
    if noun.dep_ == "attr" or (noun.dep_ == "pobj" and head.lower_ == "as"):
        who = subjects_over(noun)
    elif noun.dep_ == "appos":
        who = [head]
    if who:
        yield _clause(noun, who, things), Predicate(verb, kind)


def _event(noun: "Token", kind: str, verb: str) -> Iterator[tuple[Clause, Predicate]]:
    """Of "A's approval of B" and "the approval of B by A": A approves B."""
    things = _complement(noun, ("of",))
    if not things:
        return
    done = Predicate(verb, type_of_act(verb, kind, things[:1]))
    yield _clause(noun, _owners(noun) or _complement(noun, ("by",)), things), done


def _owned(noun: "Token", lemma: str) -> Iterator[tuple[Clause, Predicate]]:
    """Of "A's visit to B", "the pledge by A to do B" and "A's support for B": A visits, pledges and supports B.

    Only where the noun tells whose act it is: "support for B" may be what somebody seeks.
    """
    who = _owners(noun) or _complement(noun, ("by",))
    if not who:
        return
    known = lexicon().nouns
    for link in noun.rights:
        infinitive = link.tag_ == "VB" and link.dep_ == "acl" and is_infinitive(link) and link.is_lower
        act = known.get(f"{lemma} to" if infinitive else f"{lemma} {link.lower_}")
        if act is None:
            continue
        kind, verb = act
        done = next((c for c in link.rights if c.dep_ == "pcomp"), link if infinitive else None)
        things = (
            []
            if done is not None
            else [
                h for c in link.rights if c.dep_ == "pobj" and c.ent_type_ not in TIMES for h in conjuncts(c)
            ]
        )
        if done is not None or things:
            yield replace(_clause(noun, who, things), complement=done), Predicate(verb, kind)
            return


def _owners(noun: "Token") -> list["Token"]:
    """Whose act it is; "today's visit" and "last year's visit" are nobody's."""
    return [
        h
        for c in noun.lefts
        if c.dep_ == "poss" and c.pos_ != "PRON" and c.ent_type_ not in TIMES
        for h in conjuncts(c)
    ]


def _touch(noun: "Token") -> Iterator[tuple[Clause, Predicate]]:
    """Of "A is in regular contact with B" and "A is in talks with B": A contacts B, and talks with B."""
    over = noun.head.head
    if any(c.dep_ == "neg" for c in over.children):
        return
    if noun.dep_ == "pobj" and noun.head.lower_ == "in" and over.lemma_ in {"be", "stay", "remain", "keep"}:
        things, who = _complement(noun, ("with",)), subjects_over(noun)
        if things and who:
            _, verb = lexicon().nouns.get(noun.lower_, ("", "contact"))
            yield _clause(noun, who, things), Predicate(verb, "Convene")


def _complement(noun: "Token", prepositions: tuple[str, ...]) -> list["Token"]:
    for child in noun.rights:
        if child.dep_ in {"prep", "agent"} and child.lower_ in prepositions:
            return [h for c in child.children if c.dep_ == "pobj" for h in conjuncts(c)]
    return []


def _clause(noun: "Token", who: list["Token"], things: list["Token"]) -> Clause:
    return Clause(verb=noun, role="nominal", passive=not who, subjects=tuple(who), objects=tuple(things))

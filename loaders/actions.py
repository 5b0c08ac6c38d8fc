"""From clauses to actions: who did what, in which mood, when, and who says so."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

from gestae.loaders.clauses import Clause, clauses
from gestae.loaders.modality import modality, negated
from gestae.loaders.objects import objects, recipient
from gestae.loaders.parse import Sentence
from gestae.loaders.phrases import core
from gestae.loaders.verbs import Predicate, predicate
from gestae.ontology.facts import UNSPECIFIED, Action, Mention, Quote

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

__all__ = ["Found", "Resolver", "actions"]

_WIDE = 400
"""Characters of a quote beyond which a subject named far before its verb is left out of it."""


class Resolver(Protocol):
    """What knows whom a phrase names."""

    def resolve(self, tokens: "Span") -> Mention:
        """Whom or what a noun phrase names."""


Found = tuple[Action, "Token"]
"""An action with the token of its verb."""


def actions(sentence: Sentence, cast: Resolver, subject: Mention | None = None) -> Iterator[Found]:
    """The actions that a sentence states; `subject` acts where a list item leaves its actor to the lead-in."""
    for clause in clauses(sentence.tokens):
        done = predicate(clause)
        if done is None:
            continue
        yield from _actions(clause, done, sentence, cast, subject)


def _actions(clause: Clause, done: Predicate, sentence: Sentence, cast: Resolver, subject: Mention | None) -> Iterator[Found]:
    things = objects(clause)
    if not things:
        return
    to = recipient(clause)
    actors: list[tuple[Mention, Token | None]] = [(cast.resolve(core(s)), s) for s in clause.subjects]
    if not actors:
        implied = None if clause.passive else subject
        actors = [(implied or Mention(UNSPECIFIED, UNSPECIFIED), None)]
    for actor, head in actors:
        for short, whole in things:
            yield Action(
                quote=_quote(clause, sentence, head, whole),
                actor=actor,
                verb=done.lemma,
                type=done.type,
                object=_object(short, whole, cast),
                recipient=cast.resolve(to) if to is not None else None,
                modality=modality(clause),
                negated=negated(clause),
            ), clause.verb


def _object(short: "Span", whole: "Span", cast: Resolver) -> Mention:
    named = cast.resolve(short)
    return Mention(" ".join(whole.text.split()), named.name)


def _quote(clause: Clause, sentence: Sentence, subject: "Token | None", whole: "Span") -> Quote:
    verb = clause.verb
    first = min(verb.i, whole.start, *(c.i for c in verb.children if c.dep_ in {"aux", "auxpass", "neg", "nsubjpass"}))
    last = max(verb.i, whole.end - 1)
    doc = verb.doc
    if subject is not None:
        span = core(subject)
        low, high = min(first, span.start), max(last, span.end - 1)
        if doc[high].idx - doc[low].idx <= _WIDE:
            first, last = low, high
    return sentence.quote(doc[first], doc[last])

"""From clauses to actions: who did what, in which mood, when, and who says so."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gestae.loaders.actors import Actors, actor_phrases, performer
from gestae.loaders.caused import got
from gestae.loaders.clauses import Clause, clauses
from gestae.loaders.found import Found
from gestae.loaders.modality import modality, negated
from gestae.loaders.nominals import nominals
from gestae.loaders.objects import objects, recipient, with_task
from gestae.loaders.outline import Implied
from gestae.loaders.parse import Sentence
from gestae.loaders.phrases import core, words
from gestae.loaders.resolver import Resolver
from gestae.loaders.verbs import Predicate, alongside, predicate
from gestae.ontology.facts import UNSPECIFIED, Action, Mention, Quote

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

__all__ = ["actions"]

_WIDE = 400
"""Characters of a quote beyond which a subject named far before its verb is left out of it."""


_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_SMALL = 0.35
"""The least share of words in small letters that tells a sentence from a headline."""
_ARTICLES = frozenset({"a", "an", "the"})
NOBODY = Implied()


def actions(sentence: Sentence, cast: Actors, implied: Implied = NOBODY) -> Iterator[Found]:
    """The actions that a sentence states; `implied` acts where the sentence leaves that to what stands over it."""
    for clause in clauses(sentence.tokens):
        if _in_name(clause.verb) or _wish(clause) or _shows(clause.verb):
            continue
        done = predicate(clause)
        if done is not None:
            yield from _actions(clause, done, sentence, cast, implied)
        elif (beside := alongside(clause)) is not None:
            yield from _actions(*beside, sentence, cast, implied)
    for clause, done in nominals(sentence.tokens):
        yield from _actions(clause, done, sentence, cast, NOBODY)


def _in_name(verb: "Token") -> bool:
    """Whether a verb is a word of a name ("the Strategy to End Hunger will …"): its capital stands among small letters."""
    doc, sentence = verb.doc, verb.sent
    if not verb.text.istitle() or verb.i <= sentence.start + 1:
        return False
    before = doc[verb.i - 1]
    if not (before.is_alpha or before.text == "(") or before.is_sent_start:
        return False
    told = [t.is_lower for t in sentence if t.pos_ in _CONTENT and t.is_alpha]
    return sum(told) > _SMALL * len(told)


def _wish(clause: Clause) -> bool:
    """Whether a clause only wishes: "may the winds be kind", "God bless our crews"."""
    verb = clause.verb
    first = next(iter(clause.subjects), None)
    if first is None or verb.lower_ != verb.lemma_ or verb.sent[-1].text == "?":
        return False
    doc, begun = verb.doc, min(t.i for t in first.subtree)
    opened = doc[begun] if doc[begun].lower_ == "may" else doc[max(0, begun - 1)]
    if opened.lower_ == "may" and opened.i < first.i < verb.i:
        # "in April and May the Council meets": a month
        begins = doc[opened.i - 1].is_punct or doc[opened.i - 1].tag_ == "CC"
        return bool(opened.is_sent_start) or (begins and (opened.is_lower or opened.tag_ == "MD"))
    return first.text == "God" and not any(c.dep_ == "aux" for c in verb.children)


def _shows(verb: "Token") -> bool:
    """Whether it only points the listener to something: "look at what we are building"."""
    return (
        verb.lemma_ == "look"
        and verb.tag_ == "VB"
        and verb.dep_ in {"ROOT", "ccomp", "conj", "parataxis"}
        and not any(c.dep_ in {"aux", "mark"} for c in verb.children)
        and any(c.dep_ in {"pcomp", "ccomp"} for b in (verb, *verb.rights) for c in b.rights)
    )


def _actions(
    clause: Clause, done: Predicate, sentence: Sentence, cast: Actors, implied: Implied
) -> Iterator[Found]:
    things = objects(clause)
    if not things or any(s.lower_ == "nothing" for s in clause.subjects):
        return
    to = recipient(clause)
    things = [(short, _told(clause, short, whole, cast)) for short, whole in things]
    actors: list[tuple[Mention, Token | None]] = [
        (m, s) for span, s in actor_phrases(clause.subjects) for m in cast.parts(span)
    ]
    mood = modality(clause)
    if not actors:
        signer = performer(clause, cast)
        mentions = (signer,) if signer else () if clause.passive else implied.actors
        actors = [(m, None) for m in mentions or (Mention(UNSPECIFIED, UNSPECIFIED),)]
        if mood == "factual" and mentions and not signer and clause.verb.tag_ == "VB":
            mood = implied.modality
    for actor, head in actors:
        for short, whole in things:
            action = Action(
                quote=_quote(clause, sentence, head, whole),
                actor=actor,
                verb=done.lemma,
                type=done.type,
                object=_object(short, whole, cast),
                recipient=cast.resolve(to) if to is not None else None,
                modality=mood,
                negated=negated(clause),
            )
            itself = head is None and actor.name == action.object.name
            if _says(actor.name) and _says(action.object.text) and not itself:
                yield Found(action, clause, head)


def _told(clause: Clause, short: "Span", whole: "Span", cast: Resolver) -> "Span":
    """The words of an object; with what somebody is asked to do where the name alone already tells who that is."""
    further = with_task(clause, whole)
    if further.end == whole.end or short[0].pos_ == "PRON" or cast.resolve(short).name == words(short):
        return further
    return whole


def _says(words: str) -> bool:
    """Whether words hold a letter or digit, and not only marks (the "’s" of "Let’s") or an article before a word that breaks off."""
    return any(map(str.isalnum, words)) and words.lower() not in _ARTICLES


def _object(short: "Span", whole: "Span", cast: Resolver) -> Mention:
    named = cast.resolve(short)
    return Mention(words(whole), named.name)


def _quote(clause: Clause, sentence: Sentence, subject: "Token | None", whole: "Span") -> Quote:
    verb = clause.verb
    first = min(
        verb.i, whole.start, *(c.i for c in verb.children if c.dep_ in {"aux", "auxpass", "neg", "nsubjpass"})
    )
    caused = got(verb)
    last = max(verb.i, whole.end - 1, caused[0].i if caused is not None else 0)
    doc = verb.doc
    if subject is not None:
        span = core(subject)
        low, high = min(first, span.start), max(last, span.end - 1)
        if doc[high].idx - doc[low].idx <= _WIDE:
            first, last = low, high
    return sentence.quote(doc[first], doc[last])

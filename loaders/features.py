"""What tells whether an action that the rules propose is one: features of its clause, as short strings."""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from gestae.loaders.acting import acting, human
from gestae.loaders.clauses import Clause
from gestae.ontology.facts import UNSPECIFIED, Action

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gestae.loaders.parse import Sentence

__all__ = ["features", "shape_of_object", "shape_of_subject", "step"]

_DETERMINERS = frozenset({
    "the", "a", "an", "this", "these", "that", "those", "any", "all", "such", "each", "every", "no", "its", "their", "our",
    "my", "his", "her", "your",
})  # fmt: skip
_ARCS = 3
_STEPS = (1, 2, 3, 5, 8, 12, 20, 40)


def features(action: Action, clause: Clause, sentence: "Sentence", subject: "Token | None") -> Iterator[str]:
    """The features of a proposed action, each a name and a value joined by `=`, plus a few pairs of them."""
    yield from _of_clause(action, clause, shape_of_subject(action, subject))
    yield from _of_place(action, clause, sentence)
    if subject is not None:
        yield from _of_subject(action, clause, subject)
    if clause.objects:
        head = clause.objects[0]
        yield f"object-tag={head.tag_}"
        yield f"object-before={head.i < clause.verb.i}"
        yield f"object-determiner={_determiner(head)}"
    if clause.preposition is not None:
        yield f"preposition={clause.preposition.lower_}"
    if action.recipient is not None:
        yield "recipient"


def _of_clause(action: Action, clause: Clause, who: str) -> Iterator[str]:
    """What its predicate is, how it stands in its sentence, and what is said with it; `who` is the shape of its subject."""
    verb, role = clause.verb, clause.role
    what = shape_of_object(clause)
    yield "bias"
    yield f"role={role}"
    yield f"who={who}"
    yield f"what={what}"
    yield f"role+who={role}+{who}"
    yield f"role+what={role}+{what}"
    yield f"verb={verb.lemma_.lower()}"
    yield f"type={action.type}"
    yield f"type+role={action.type}+{role}"
    yield f"tag={verb.tag_}"
    yield f"dep={verb.dep_}"
    yield f"tag+dep={verb.tag_}+{verb.dep_}"
    path = _path(verb)
    yield f"path={path}"
    yield f"path+who={path}+{who}"
    yield f"before={_tag(verb, -1)}"
    yield f"after={_tag(verb, 1)}"
    yield f"mark={next((c.lower_ for c in verb.lefts if c.dep_ in {'mark', 'advmod', 'aux'}), '-')}"
    yield f"passive={clause.passive}"
    yield f"passive+who={clause.passive}+{who}"
    yield f"modality={action.modality}"
    yield f"modality+role={action.modality}+{role}"
    yield f"negated={action.negated}"


def _of_place(action: Action, clause: Clause, sentence: "Sentence") -> Iterator[str]:
    """Where it stands, what governs it, and how long its words are."""
    role = clause.role
    yield f"block={sentence.block.role}"
    yield f"block+role={sentence.block.role}+{role}"
    yield f"depth={step(len(clause.governors))}"
    if clause.governors:
        yield f"over={clause.governors[0].lemma_.lower()}"
        yield f"over+role={clause.governors[0].dep_}+{role}"
    yield f"named={action.actor.name != action.actor.text}"
    yield f"actor-capital={action.actor.text[:1].isupper()}"
    yield f"actor-length={step(len(action.actor.text.split()))}"
    yield f"object-length={step(len(action.object.name.split()))}"
    yield f"object-full={step(len(action.object.text.split()))}"
    yield f"object-capital={any(w[:1].isupper() for w in action.object.name.split())}"
    yield f"sentence={step(len(sentence.tokens))}"
    yield f"position={step(clause.verb.i - sentence.tokens.start)}"


def _of_subject(action: Action, clause: Clause, subject: "Token") -> Iterator[str]:
    """Where its subject stands, and what that names."""
    verb, role = clause.verb, clause.role
    yield f"apart={step(abs(verb.i - subject.i))}"
    yield f"before={subject.i < verb.i}"
    yield f"subject-entity={subject.ent_type_ or '-'}"
    yield f"subject-dep={subject.dep_}"
    yield f"subject-number={subject.tag_}"
    yield f"own={subject.head.i == verb.i}"
    yield f"own+role={subject.head.i == verb.i}+{role}"
    acts = _acts(subject)
    yield f"acts={acts}"
    yield f"acts+role={acts}+{role}"
    yield f"acts+type={acts}+{action.type}"
    yield f"acts+modality={acts}+{action.modality}"


def _acts(subject: "Token") -> str:
    """Whether a subject names somebody: by its class of nouns, as a name, or as a pronoun."""
    if subject.pos_ in {"PRON", "PROPN"}:
        return str(subject.pos_).lower()
    lemma = subject.lemma_.lower()
    return "people" if human(lemma) else "agent" if acting(lemma) else "thing"


def _path(verb: "Token") -> str:
    """The arcs from a predicate up to the root of its sentence, three at most."""
    arcs: list[str] = []
    token = verb
    while token.head.i != token.i and len(arcs) < _ARCS:
        arcs.append(token.dep_)
        token = token.head
    return "<".join(arcs) or "ROOT"


def _tag(verb: "Token", step: int) -> str:
    at = verb.i + step
    return str(verb.doc[at].tag_) if 0 <= at < len(verb.doc) else "-"


@lru_cache(maxsize=1024)
def step(number: int) -> str:
    """A number as the least of a few steps that it does not exceed, so that near numbers are one feature."""
    return str(next((step for step in _STEPS if number <= step), "more"))


def shape_of_subject(action: Action, subject: "Token | None") -> str:
    """How a clause says who acts: by a name, a noun with which determiner, a pronoun, or not at all."""
    if action.actor.name == UNSPECIFIED:
        return "unspecified"
    if subject is None:
        return "implied"
    if subject.pos_ == "PRON":
        return f"pronoun-{subject.lower_}"
    if subject.pos_ == "PROPN":
        return "name"
    return "noun-" + _determiner(subject)


def _determiner(head: "Token") -> str:
    for child in head.lefts:
        if child.dep_ in {"det", "poss", "predet"}:
            return child.lower_ if child.lower_ in _DETERMINERS else child.dep_
        if child.dep_ == "nummod":
            return "number"
    return "bare"


def shape_of_object(clause: Clause) -> str:
    """How a clause says what is acted on: by a name, a noun, several, a clause, behind a preposition, or not."""
    if clause.objects:
        head = clause.objects[0]
        return "many" if len(clause.objects) > 1 else "name" if head.pos_ == "PROPN" else head.pos_.lower()
    if clause.complement is not None:
        return "clause"
    return "prepositional" if clause.preposition is not None else "none"

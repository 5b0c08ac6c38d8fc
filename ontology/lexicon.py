"""The words that name actions: the verbs and nouns of the action scheme, read from its Turtle.

A concept of the scheme carries `gestae:verbLemma` (a verb, or a verb and its particle: "shut down"),
`gestae:verbPattern` ("secure, win: conviction plea": each of these verbs with one of these nouns as its
object; `@order` stands for the words of a class of `english.ttl`, among the nouns or the verbs), `gestae:nounForm` ("establishment:
establish": a noun and the verb that it stands for) and `gestae:agentNoun` ("donor: donate": a noun for
who does it). Another field adds words, classes, or types of its own, as Turtle of the same form.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from gestae.ontology.english import ENGLISH, verbs_by_form, word_classes
from gestae.ontology.errors import OntologyError
from gestae.ontology.field import Stamped, field, stamped
from gestae.ontology.terms import ACTION, GESTAE
from gestae.ontology.word_files import Words, read_words

__all__ = ["Lexicon", "lexicon"]

_ACTIONS = Path(__file__).parent / "actions.ttl"
_LIGHT = "light"
"""Notation of the class of verbs that take the type of the noun under them."""
_OTHER = "Other"
"""Notation of the type of acts that fit no other."""
_TELLING = "telling"
"""Notation of the class of verbs that take the type of the clause under them."""


@dataclass(frozen=True)
class Lexicon:
    """Action types by verb, by verb and object, by noun and by who does it; all lemmas in lower case.

    `nouns` and `agents` hold for each noun the type and the verb that it stands for. `once` are the verbs
    of each type for an act that happens once to what it is done to, and `once_to` the classes (IRIs) of
    such things; `telling` the verbs
    that take the type of the clause under them; `performed` the pairs of a light verb and a noun form whose
    type the noun alone gives ("conduct", "inspection"). `types` are the notations of all types.
    """

    verbs: dict[str, str]
    patterns: dict[tuple[str, str], str]
    nouns: dict[str, tuple[str, str]]
    agents: dict[str, tuple[str, str]]
    once: dict[str, frozenset[str]]
    once_to: dict[str, frozenset[str]]
    telling: frozenset[str] = frozenset()
    performed: frozenset[tuple[str, str]] = frozenset()
    types: frozenset[str] = frozenset()

    def type_with(self, verb: str, particle: str, words: Iterable[str]) -> str | None:
        """The notation of the type that a verb names with its particle and words that tell what is acted on, the most telling first.

        A verb with its particle is another verb: what "set" is with some noun does not make "set back" the same.
        """
        names = (f"{verb} {particle}", verb) if particle else (verb,)
        told = list(words)
        for name in names:
            kind = next((self.patterns[name, word] for word in told if (name, word) in self.patterns), None)
            if kind:
                return kind
            if name != verb and self.verbs.get(name, _OTHER) != _OTHER:
                return self.verbs[name]
        return next((self.verbs[name] for name in names if name in self.verbs), None)

    def verb_of_noun(self, noun: str) -> str | None:
        """The verb that a noun stands for ("establishment": "establish")."""
        found = self.nouns.get(noun)
        return found[1] if found else None

    @cached_property
    def phrases(self) -> frozenset[str]:
        """The verbs of more than one word ("shut down")."""
        return frozenset(verb for verb in self.verbs if " " in verb)

    def is_verb_form(self, word: str) -> bool:
        """Whether a word in lower case is some form of a verb of the scheme."""
        return word in self.verb_of_form

    @cached_property
    def verb_of_form(self) -> Mapping[str, str]:
        """The verb of the scheme that a word in lower case may be a form of ("fined": "fine"); one with a particle without it."""
        return verbs_by_form(frozenset(verb.split()[0] for verb in self.verbs))


def lexicon(*extra: Path) -> Lexicon:
    """Read the action scheme, and `extra` Turtle files of the same form beside those of the field in force; cached.

    Raises:
        OntologyError: a concept with words has no notation or another IRI than its notation asks for, a
            pattern names an unknown class, or a file is no Turtle.

    """
    return _read(stamped((*field(), *extra)))


@lru_cache(maxsize=4)
def _read(extra: Stamped) -> Lexicon:
    words = read_words((ENGLISH, _ACTIONS, *(path for path, _, _ in extra)))
    _named(words)
    nouns = {noun: (kind, verb) for kind, noun, verb in words.pairs(GESTAE.nounForm)}
    classes = word_classes(words)
    named = _patterns(words, classes)
    light = {(verb, noun): kind for verb in classes.get(_LIGHT, ()) for noun, (kind, _) in nouns.items()}
    return Lexicon(
        verbs={verb: kind for kind, verb in words.under(GESTAE.verbLemma)},
        patterns=light | named,
        nouns=nouns,
        agents={noun: (kind, verb) for kind, noun, verb in words.pairs(GESTAE.agentNoun)},
        once=_by_type(words.under(GESTAE.onceVerb)),
        once_to=_by_type(words.under(GESTAE.onceTo)),
        telling=classes.get(_TELLING, frozenset()),
        performed=frozenset(light.keys() - named.keys()),
        types=frozenset(
            notation for concept, notation in words.notations.items() if concept == ACTION + notation
        ),
    )


def _by_type(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for kind, text in pairs:
        found.setdefault(kind, set()).add(text)
    return {kind: frozenset(texts) for kind, texts in found.items()}


def _named(words: Words) -> None:
    """The graph names a type by its notation, so a concept must have the IRI that goes with it."""
    for prop in (GESTAE.verbLemma, GESTAE.verbPattern, GESTAE.nounForm, GESTAE.agentNoun):
        for concept, _ in words.texts.get(prop.value, ()):
            notation = words.notations.get(concept)
            if notation is not None and concept != ACTION + notation:
                raise OntologyError(
                    f"{concept}: an action type with the notation {notation!r} must be <{ACTION}{notation}>"
                )


def _patterns(words: Words, classes: Mapping[str, frozenset[str]]) -> dict[tuple[str, str], str]:
    """Nouns by themselves go before those of a class."""
    found: dict[tuple[str, str], str] = {}
    alone: dict[tuple[str, str], str] = {}
    for kind, verbs, objects in words.pairs(GESTAE.verbPattern):
        try:
            named = [verb for name in verbs.split(",") for verb in _members(name.strip(), classes)]
            for word in objects.split():
                into = found if word.startswith("@") else alone
                into.update({(verb, noun): kind for verb in named for noun in _members(word, classes)})
        except KeyError as error:
            raise OntologyError(f'"{verbs}: {objects}": no class of words has the notation {error}') from None
    return found | alone


def _members(word: str, classes: Mapping[str, frozenset[str]]) -> Iterable[str]:
    """The words of a class that is named with its "@", or the word itself; a `KeyError` for an unknown class."""
    return classes[word[1:]] if word.startswith("@") else (word,)

"""The words that name actions: the verbs and nouns of the action scheme, read from its Turtle.

A concept of the scheme carries `gestae:verbLemma` (a verb, or a verb and its particle: "shut down"),
`gestae:verbPattern` ("issue: order proclamation": the verb with one of these nouns as its object) and
`gestae:nounForm` ("establishment: establish": a noun and the verb that it stands for) and
`gestae:agentNoun` ("donor: donate": a noun for who does it). Another field adds words, or types of its own, as Turtle of the same form.
"""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from gestae.ontology.errors import OntologyError

__all__ = ["Lexicon", "lexicon"]

_HERE = Path(__file__).parent
_GESTAE = "https://w3id.org/gestae/ontology#"
_VERB, _PATTERN, _NOUN, _AGENT = (
    NamedNode(_GESTAE + name) for name in ("verbLemma", "verbPattern", "nounForm", "agentNoun")
)
_NOTATION = NamedNode("http://www.w3.org/2004/02/skos/core#notation")
_STRING = "http://www.w3.org/2001/XMLSchema#string"
_VOWELS = frozenset("aeiou")


@dataclass(frozen=True)
class Lexicon:
    """Action types by verb, by verb and object, by noun and by who does it; all lemmas in lower case.

    `nouns` and `agents` hold for each noun the type and the verb that it stands for.
    """

    verbs: dict[str, str]
    patterns: dict[tuple[str, str], str]
    nouns: dict[str, tuple[str, str]]
    agents: dict[str, tuple[str, str]]

    def type_of(self, verb: str, particle: str = "", object_head: str = "") -> str | None:
        """The notation of the type that a verb names, with its particle and the head noun of its object where they matter."""
        name = f"{verb} {particle}" if particle else verb
        if object_head and (verb, object_head) in self.patterns:
            return self.patterns[verb, object_head]
        return self.verbs.get(name) or self.verbs.get(verb)

    def type_of_noun(self, noun: str) -> str | None:
        """The type of the act that a noun names ("establishment")."""
        found = self.nouns.get(noun)
        return found[0] if found else None

    def verb_of_noun(self, noun: str) -> str | None:
        """The verb that a noun stands for ("establishment": "establish")."""
        found = self.nouns.get(noun)
        return found[1] if found else None

    def is_verb_form(self, word: str) -> bool:
        """Whether a word in lower case is some form of a verb of the scheme."""
        return word in self._forms

    @cached_property
    def _forms(self) -> frozenset[str]:
        single = {verb.split()[0] for verb in self.verbs}
        return frozenset(form for verb in single for form in _inflected(verb))


def _inflected(verb: str) -> set[str]:
    """The regular forms of a verb."""
    forms = {verb, verb + "s", verb + "es", verb + "ed", verb + "ing"}
    if verb.endswith("e"):
        forms |= {verb + "d", verb[:-1] + "ing"}
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        forms |= {verb[:-1] + "ies", verb[:-1] + "ied"}
    if len(verb) > 2 and verb[-1] not in "aeiouwxy" and verb[-2] in _VOWELS and verb[-3] not in _VOWELS:
        forms |= {verb + verb[-1] + "ed", verb + verb[-1] + "ing"}
    return forms


@lru_cache(maxsize=4)
def lexicon(*extra: Path) -> Lexicon:
    """Read the action scheme, and `extra` Turtle files of the same form; cached.

    Raises:
        OntologyError: a concept with words has no notation, or a file is no Turtle.

    """
    types: dict[str, str] = {}
    words: list[tuple[str, NamedNode, str]] = []
    for path in (_HERE / "actions.ttl", *extra):
        try:
            triples = list(parse(path=path, format=RdfFormat.TURTLE))
        except (SyntaxError, OSError) as error:
            raise OntologyError(f"{path.name}: {error}") from error
        for t in triples:
            if isinstance(t.subject, NamedNode) and isinstance(t.object, Literal):
                if t.predicate == _NOTATION and t.object.datatype.value == _STRING:
                    types[t.subject.value] = t.object.value
                elif t.predicate in {_VERB, _PATTERN, _NOUN, _AGENT}:
                    words.append((t.subject.value, t.predicate, t.object.value.lower()))
    found = Lexicon({}, {}, {}, {})
    for concept, predicate, text in words:
        if concept not in types:
            raise OntologyError(f"{concept}: has words but no skos:notation")
        _enter(found, types[concept], predicate, text)
    return found


def _enter(into: Lexicon, kind: str, predicate: NamedNode, text: str) -> None:
    head, _, rest = text.partition(":")
    if predicate == _VERB:
        into.verbs[text] = kind
    elif predicate == _PATTERN:
        into.patterns.update(((head.strip(), noun), kind) for noun in rest.split())
    else:
        (into.nouns if predicate == _NOUN else into.agents)[head.strip()] = (kind, rest.strip())

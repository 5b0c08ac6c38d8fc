"""Words of English that depend on no field: classes of words, modality, negation, forms of verbs."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import get_args

from gestae.ontology.errors import OntologyError
from gestae.ontology.facts import Modality
from gestae.ontology.field import Stamped, field, stamped
from gestae.ontology.terms import GESTAE
from gestae.ontology.word_files import Words, read_words

__all__ = ["ENGLISH", "English", "english", "verbs_by_form", "word_classes"]

ENGLISH = Path(__file__).parent / "english.ttl"

_VOWELS = frozenset("aeiou")


@dataclass(frozen=True)
class English:
    """What `english.ttl` says; all words in lower case, verbs as lemmas.

    `classes` are the words of each class ("order", "light", "negation", "failure", "saying", …) by its
    notation; `auxiliaries` and `governing` the modality that an auxiliary gives its verb, and that a verb
    gives the infinitive under it; `conditions` the conjunctions that make a clause hypothetical.
    """

    classes: dict[str, frozenset[str]]
    auxiliaries: dict[str, Modality]
    governing: dict[str, Modality]
    conditions: frozenset[str]
    irregular: dict[str, frozenset[str]]

    @cached_property
    def irregular_forms(self) -> frozenset[str]:
        """The irregular forms of all verbs."""
        return frozenset().union(*self.irregular.values())

    def forms(self, verb: str) -> frozenset[str]:
        """The forms of a verb, some of which may not exist ("visited", but "visitted" too)."""
        forms = {verb, verb + "s", verb + "es", verb + "ed", verb + "ing"}
        if verb.endswith("e"):
            forms |= {verb + "d", verb[:-1] + "ing"}
        if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
            forms |= {verb[:-1] + "ies", verb[:-1] + "ied"}
        if len(verb) > 2 and verb[-1] not in "aeiouwxy" and verb[-2] in _VOWELS and verb[-3] not in _VOWELS:
            forms |= {verb + verb[-1] + "ed", verb + verb[-1] + "ing"}
        return self.irregular.get(verb, frozenset()) | forms


def english(*extra: Path) -> English:
    """Read the words of English, and `extra` Turtle files of the same form beside those of the field in force; cached.

    Raises:
        OntologyError: a class has no notation, a modality is unknown, or a file is no Turtle.

    """
    files = (*field(), *extra)
    return _read(stamped(files) if files else ())


@lru_cache(maxsize=4)
def _read(extra: Stamped) -> English:
    words = read_words((ENGLISH, *(path for path, _, _ in extra)))
    irregular = words.pairs(GESTAE.irregularForm)
    return English(
        classes=word_classes(words),
        auxiliaries=_moods(words, "auxiliary"),
        governing=_moods(words, "governingVerb"),
        conditions=frozenset(text for _, text in words.texts.get(GESTAE.condition.value, ())),
        irregular={verb: frozenset(forms.split()) for _, verb, forms in irregular},
    )


@lru_cache(maxsize=8)
def verbs_by_form(verbs: frozenset[str]) -> Mapping[str, str]:
    """The verb of each form of some verbs; of the forms that two of them could have, that of the shorter."""
    words = english()
    return MappingProxyType(
        {form: verb for verb in sorted(verbs, key=lambda v: (-len(v), v)) for form in words.forms(verb)}
    )


def word_classes(words: Words) -> dict[str, frozenset[str]]:
    """The words of each class, by its notation."""
    classes: dict[str, set[str]] = {}
    for notation, word in words.under(GESTAE.word):
        classes.setdefault(notation, set()).add(word)
    return {notation: frozenset(members) for notation, members in classes.items()}


def _moods(words: Words, prop: str) -> dict[str, Modality]:
    by_iri: dict[str, Modality] = {GESTAE.iri + mood: mood for mood in get_args(Modality)}
    moods: dict[str, Modality] = {}
    for concept, word in words.texts.get(GESTAE.iri + prop, ()):
        if concept not in by_iri:
            raise OntologyError(f"{concept}: is no modality, but has gestae:{prop} {word!r}")
        moods[word] = by_iri[concept]
    return moods

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from gestae.ontology.english import ENGLISH, english
from gestae.ontology.errors import OntologyError
from gestae.ontology.terms import SKOS


def test_auxiliaries_and_verbs_give_a_modality() -> None:
    words = english()
    assert (words.auxiliaries["shall"], words.auxiliaries["will"], words.auxiliaries["may"]) == (
        "directed",
        "planned",
        "hypothetical",
    )
    assert (words.governing["intend"], words.governing["require"], words.governing["urge"]) == (
        "planned",
        "directed",
        "hypothetical",
    )
    assert "unless" in words.conditions


def test_no_word_gives_two_modalities() -> None:
    seen: dict[tuple[str, str], str] = {}
    for triple in parse(path=ENGLISH, format=RdfFormat.TURTLE):
        if triple.predicate.value.endswith(("#auxiliary", "#governingVerb")):
            key = (triple.predicate.value, triple.object.value)
            assert seen.setdefault(key, triple.subject.value) == triple.subject.value, key


def test_classes_of_words_are_known_by_notation() -> None:
    classes = english().classes
    assert {"not", "never"} <= classes["negation"]
    assert "say" in classes["saying"]
    assert "survivor" in classes["victim"]
    assert "take" in classes["light"]


@pytest.mark.parametrize(
    ("verb", "form"),
    [
        ("take", "taken"),
        ("ban", "banned"),
        ("carry", "carried"),
        ("charge", "charging"),
        ("pass", "passes"),
        ("lead", "led"),
    ],
)
def test_forms_regular_and_not(verb: str, form: str) -> None:
    assert form in english().forms(verb)


def test_a_modality_that_is_none_is_named(tmp_path: Path) -> None:
    extra = tmp_path / "moods.ttl"
    extra.write_text('<https://example.org/dreamt> <https://w3id.org/gestae/ontology#auxiliary> "dreams" .')
    with pytest.raises(OntologyError, match="dreamt: is no modality"):
        english(extra)


def test_no_class_of_words_is_defined_twice() -> None:
    # Turtle would make one class of two with the same name, and each use would get the words of both.
    labels: dict[str, list[str]] = {}
    for triple in parse(path=ENGLISH, format=RdfFormat.TURTLE):
        if triple.predicate == SKOS.definition:
            labels.setdefault(str(triple.subject), []).append(str(triple.object))
    assert {name for name, told in labels.items() if len(told) > 1} == set()
    notations = [
        triple.object.value
        for triple in parse(path=ENGLISH, format=RdfFormat.TURTLE)
        if triple.predicate == SKOS.notation
    ]
    assert sorted(notations) == sorted(set(notations))

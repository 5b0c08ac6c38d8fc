"""Attributes from a table are those that spaCy works out anew for each token."""

import re

import spacy
from hypothesis import given, settings
from hypothesis import strategies as some
from spacy.language import Language

from gestae.loaders.parse import DEFAULT_PIPELINE
from gestae.loaders.tabled import with_table

_PLAIN = spacy.load(DEFAULT_PIPELINE, exclude=["senter"])
_TABLED = with_table(spacy.load(DEFAULT_PIPELINE, exclude=["senter"]))
_WORDS = re.split(
    " ",
    "the Harbor Council has opened piers and is mending there 's are let gon na got ta nothin' doin' y' all you it "
    "I do did had to but which that what better best worst n't 'd 'll ca wo me us going  \n\n \u00a0 Order 12 2030 $ 5 ; ( ) "
    "locks lock's children mice Inc. U.S. émigré ΩMEGA 🚢",
)


def _told(language: Language, text: str) -> list[tuple[str, ...]]:
    return [
        (t.text, t.tag_, t.dep_, t.pos_, str(t.morph), t.lemma_, t.ent_type_, str(t.head.i))
        for t in language(text)
    ]


def test_the_table_stands_for_ruler_and_lemmatizer() -> None:
    assert _TABLED.pipe_names == ["tok2vec", "tagger", "parser", "gestae_attributes", "ner"]


def test_what_patterns_of_several_tokens_say_is_kept() -> None:
    for text in (
        "Let's mend the piers, and y'all are gonna see that there's nothin' to do.",
        "It is the Council that you and I had chosen, but  they\n did not.",
        "",
        " \n ",
    ):
        assert _told(_TABLED, text) == _told(_PLAIN, text)


@settings(max_examples=150, deadline=None)
@given(some.lists(some.sampled_from(_WORDS) | some.text(max_size=6), max_size=14))
def test_any_words_have_the_same_attributes(words: list[str]) -> None:
    text = " ".join(words)
    assert _told(_TABLED, text) == _told(_PLAIN, text)


def test_a_pipeline_without_a_ruler_is_left_as_it_is() -> None:
    bare = spacy.blank("en")
    assert with_table(bare).pipe_names == []


def test_a_ruler_that_asks_for_more_is_left_as_it_is() -> None:
    own = spacy.load(DEFAULT_PIPELINE, exclude=["senter", "ner"])
    own.get_pipe("attribute_ruler").add([[{"TEXT": "Pier"}]], {"LEMMA": "pier"})  # type: ignore[attr-defined]
    assert "attribute_ruler" in with_table(own).pipe_names
    assert with_table(own)("Pier")[0].lemma_ == "pier"

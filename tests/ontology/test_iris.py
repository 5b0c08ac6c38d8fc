import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from gestae.ontology import iris
from gestae.ontology.facts import Document
from gestae.ontology.terms import BASE

TEXT = st.text(max_size=60)
OFFSETS = st.integers(min_value=0, max_value=10**7)
NOTE = Document("notes/june", "The ministry opened a pier.", url="https://port.example/notes/June.html")
VERSION = iris.version(iris.document(BASE, NOTE), NOTE.sha256)


@settings(deadline=None, max_examples=60)
@given(
    name=TEXT, publisher=st.none() | TEXT, url=st.none() | TEXT, text=TEXT, words=st.lists(TEXT, max_size=5)
)
def test_every_recipe_makes_a_valid_iri_whatever_the_words(
    name: str, publisher: str | None, url: str | None, text: str, words: list[str]
) -> None:
    document = iris.document(BASE, Document(name, text, publisher=publisher, url=url))
    made = [
        document,
        iris.local_entity(document, "Actor", name),
        iris.link(document, name, document),
        iris.activity(document, name, text, text, text),
        iris.authority("agency", name),
        iris.instrument(name),
        iris.claim(document, "action", 0, 1, words),
        iris.statement(document, "action", 0, 1, words),
        iris.direct_link(document, document, document, document),
        *iris.selectors(iris.quote(document, 0, 1)),
    ]
    assert [NamedNode(iri).value for iri in made] == made


@settings(deadline=None, max_examples=60)
@given(first=st.lists(TEXT, max_size=4), second=st.lists(TEXT, max_size=4))
def test_claims_are_one_exactly_where_their_words_are(first: list[str], second: list[str]) -> None:
    same = iris.claim(VERSION, "action", 3, 9, first) == iris.claim(VERSION, "action", 3, 9, second)
    assert same == (first == second)


@settings(deadline=None, max_examples=60)
@given(start=OFFSETS, end=OFFSETS, other=OFFSETS)
def test_a_claim_moves_with_its_offsets_and_kind(start: int, end: int, other: int) -> None:
    here = iris.claim(VERSION, "action", start, end, ["sign"])
    assert (here == iris.claim(VERSION, "action", start, other, ["sign"])) == (end == other)
    assert here != iris.claim(VERSION, "statistic", start, end, ["sign"])
    assert here != iris.claim(VERSION, "action", start, end, ["sign"], ordinal=2)


def test_a_document_is_known_by_its_address_wherever_its_file_lies() -> None:
    moved = replace(NOTE, name="elsewhere/copy", text="Other words.", publisher="Somebody")
    assert iris.document(BASE, moved) == iris.document(BASE, NOTE)


@pytest.mark.parametrize(
    "address",
    [
        "HTTPS://PORT.example/notes/June.html",
        "https://port.example/notes/June.html#top",
        " https://port.example/notes/June.html/ ",
    ],
)
def test_spellings_of_an_address_that_mean_the_same_are_one_document(address: str) -> None:
    assert iris.document(BASE, replace(NOTE, url=address)) == iris.document(BASE, NOTE)


def test_without_an_address_publisher_and_name_tell_documents_apart() -> None:
    plain = replace(NOTE, url=None)
    theirs = replace(plain, publisher="Ministry")
    other = replace(plain, name="notes/july")
    assert len({iris.document(BASE, d) for d in (plain, theirs, other, NOTE)}) == 4


def test_a_document_iri_can_be_read() -> None:
    assert re.fullmatch(re.escape(BASE) + r"document/june-[0-9a-f]{10}", iris.document(BASE, NOTE))
    assert iris.document("https://data.example/", NOTE).startswith("https://data.example/document/june-")


def test_other_words_are_another_version_of_the_same_document() -> None:
    changed = replace(NOTE, text="The ministry closed a pier.")
    document = iris.document(BASE, changed)
    assert document == iris.document(BASE, NOTE)
    assert iris.version(document, changed.sha256) != VERSION


@pytest.mark.parametrize(
    ("number", "ending"),
    [("EO 13903", "eo-13903"), ("Pub. L. 106-386", "pub-l-106-386"), ("22 U.S.C. 7101", "22-u-s-c-7101")],
)
def test_an_instrument_is_known_by_its_public_number(number: str, ending: str) -> None:
    assert iris.instrument(number) == f"https://w3id.org/gestae/authority/instrument/{ending}"


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://a.example/b c", "https://a.example/b%20c"),
        ("https://a.example/100%", "https://a.example/100%25"),
        ("https://a.example/é", "https://a.example/%C3%A9"),
        ("https://a.example/q?x=[1]", "https://a.example/q?x=%5B1%5D"),
        ("a.example/page", None),
        ("", None),
    ],
)
def test_an_odd_address_becomes_an_iri_or_none(url: str, address: str | None) -> None:
    assert iris.web_address(url) == address


def test_entities_of_one_document_are_not_those_of_another() -> None:
    here, there = (iris.local_entity(f"{BASE}document/{d}", "Actor", "critics") for d in "ab")
    assert here != there
    assert iris.slug("Café “Zürich” & Co.") == "cafe-zurich-co"
    assert iris.slug("…") == "x"

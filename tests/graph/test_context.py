"""Short forms, by statements of our own: what means one thing in its document is that, and else nothing."""

import datetime

import pytest

from gestae.graph.linking import link
from gestae.loaders.reader import read_document
from gestae.ontology.authority import authority
from gestae.ontology.facts import Document
from gestae.ontology.links import Link, Links

DAY = datetime.date(2023, 6, 1)


def linked(text: str) -> Links:
    reading = read_document(Document("a", text, date=DAY))
    return link(reading, authority())


def one(text: str, words: str) -> Link | None:
    found = {link for (mention, _), link in linked(text).by_mention.items() if mention.text == words}
    assert len(found) <= 1
    return next(iter(found), None)


def entry(found: Link | None) -> str:
    return (found.entity or "").rpartition("/authority/")[2] if found else ""


ORDER = "The President signed Executive Order 13903. "


def test_a_kind_alone_means_the_one_instrument_of_it() -> None:
    found = one(f"{ORDER}The Executive Order created a new office.", "Executive Order")
    assert found is not None
    assert (entry(found), found.method, found.confidence) == ("instrument/eo-13903", "context", 0.9)


def test_of_several_orders_the_first_is_meant_and_less_surely() -> None:
    found = one(
        f"{ORDER}The Executive Order created a new office. It also revoked Executive Order 13773.",
        "Executive Order",
    )
    assert found is not None
    assert (entry(found), found.confidence) == ("instrument/eo-13903", 0.7)


def test_an_order_that_is_named_later_is_not_meant() -> None:
    found = one(f"The Order created a new office. The office trained 40 pilots. {ORDER}", "Order")
    assert found is None or entry(found) == ""


def test_a_person_is_known_again_by_title_and_family_name() -> None:
    text = "Jake Sullivan met ministers in Lisbon. NSA Sullivan praised the pilots."
    found = one(text, "NSA Sullivan")
    assert (entry(found), found.method if found else "") == ("person/jake-sullivan", "context")


def test_a_head_alone_means_the_one_body_or_office_that_is_named() -> None:
    text = "The Secretary of Labor trained 40 pilots. The Secretary closed two piers."
    assert entry(one(text, "Secretary")) in {"post/secretary-of-labor", ""}


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Department of Labor", "agency/dol"),
        ("Democrat National Committee", "body/dnc"),
        ("Department of Labors of Love", ""),
        ("Ministry of Labor", ""),
    ],
)
def test_a_name_that_differs_in_an_ending_is_linked_and_says_so(words: str, wanted: str) -> None:
    found = one(f"The {words} closed two piers.", words)
    assert entry(found) == wanted
    if words.startswith("Democrat "):
        assert found is not None and found.method == "fuzzy" and found.confidence < 0.7


def test_a_piece_of_a_title_is_not_the_order() -> None:
    text = f"{ORDER}Blue Ferry combated Online Child Exploitation."
    assert entry(one(text, "Online Child Exploitation")) == ""


@pytest.mark.parametrize("words", ["It", "This", "He", "They", "Some"])
def test_words_that_name_nobody_are_no_entity(words: str) -> None:
    for (mention, _), found in linked(f"{words} closed two piers in the old harbor.").by_mention.items():
        assert mention.text != words or found.method != "local"

"""Corroboration counts voices: who says so on their own account, not how many pages repeat it."""

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from harbor import KNOWN, answers, counted, did, findings, know, tell

from gestae.graph.comparison import compare
from gestae.graph.dataset import Store
from gestae.ontology.terms import AUTHORITY, ORG, RDF, SCHEMA, XSD


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "store", write=True) as opened:
        know(opened)
        yield opened


def drift(value: str, words: str = "", **more: str):  # type: ignore[no-untyped-def]
    words = words or f"About {value} boats are adrift at sea"
    given = {"unit": "boats", "measure": "boat: adrift sea", "bound": "approx", **more}
    return counted(words, value, **given)


def test_two_publishers_that_agree_as_far_as_they_are_given_corroborate_each_other(store: Store) -> None:
    tell(store, "notice", drift("24900000"), publisher="Ministry of Ports")
    tell(store, "post", drift("25000000", source="Sea Institute"), publisher="Harbor Post")
    (found,) = findings(store)
    assert (found.kind, found.rule) == ("corroboration", "value")
    assert answers(found) == ["about 24,900,000 boats", "about 25,000,000 boats"]
    voices = compare(store).voices
    assert [voices.of(answer.told[0]).name for answer in found.answers] == [
        "Ministry of Ports",
        "Sea Institute",
    ]


def test_two_documents_that_cite_one_source_are_one_voice(store: Store) -> None:
    tell(store, "post", drift("24900000", source="Sea Institute"), publisher="Harbor Post")
    tell(store, "page", drift("25000000", source="Sea Institute"), publisher="Pier Page")
    assert not findings(store)


def test_a_source_and_its_own_publication_are_one_voice(store: Store) -> None:
    tell(store, "post", drift("24900000", source="Sea Institute"), publisher="Harbor Post")
    tell(store, "report", drift("25000000"), publisher="Sea Institute")
    assert not findings(store)


def test_two_pages_of_one_publisher_are_one_voice(store: Store) -> None:
    tell(store, "one", drift("24900000"), publisher="Harbor Post")
    tell(store, "two", drift("25000000"), publisher="Harbor Post")
    assert not findings(store)


def test_whom_a_speaker_tells_of_is_no_voice_beside_the_speaker(store: Store) -> None:
    tell(store, "one", drift("24900000", source="Sea Institute", speaker="Ann Lee"), publisher="A")
    tell(store, "two", drift("25000000", speaker="Ann Lee"), publisher="B")
    assert not findings(store)
    tell(store, "three", drift("25000000", "Some 25 million boats are adrift"), publisher="C")
    assert [one.kind for one in findings(store)] == ["corroboration"]


def test_who_holds_an_office_of_a_body_is_no_voice_beside_it(store: Store) -> None:
    master = ox.NamedNode(f"{AUTHORITY}post/harbor-master")
    ministry = ox.NamedNode(KNOWN["Ministry of Ports"])
    known = [quad.triple for quad in store.quads.quads_for_pattern(None, None, None, store.authority)]
    held = [
        ox.Triple(ox.NamedNode(KNOWN["Ann Lee"]), ORG.holds, master),
        ox.Triple(master, RDF.type, ORG.Post),
        ox.Triple(master, ORG.postIn, ox.NamedNode(KNOWN["Sea Institute"])),
        ox.Triple(ox.NamedNode(KNOWN["Sea Institute"]), ORG.subOrganizationOf, ministry),
    ]
    store.put_authority([*known, *held])
    tell(store, "speech", drift("25000000", speaker="Ann Lee"), publisher="Harbor Post")
    tell(store, "notice", drift("24900000"), publisher="The Ministry of Ports")
    assert not findings(store)
    tell(store, "page", drift("24900000", "At sea 24.9 million boats are adrift"), publisher="Pier Page")
    assert [one.kind for one in findings(store)] == ["corroboration"]


@pytest.mark.parametrize(
    ("one", "other"), [("12000000", "11000000"), ("24400000", "25000000"), ("24900000", "24800000")]
)
def test_numbers_that_are_two_as_far_as_they_are_given_do_not_corroborate(
    store: Store, one: str, other: str
) -> None:
    tell(store, "notice", drift(one), publisher="Ministry of Ports")
    tell(store, "post", drift(other), publisher="Harbor Post")
    assert not findings(store)


def test_copies_of_one_text_are_one_voice_and_are_marked(store: Store) -> None:
    report = " ".join(f"On pier {n} stood a crane of the year {1900 + n}." for n in range(80)) + "\n\n"
    for name, date in (("one", "2031-01-01"), ("two", "2031-01-02")):
        tell(store, name, drift("24900000"), publisher=f"Harbor {name}", text=report, date=date)
    assert not findings(store)
    first, second = (one.version for one in store.documents())
    assert compare(store).copies == {second: first}


def test_other_words_for_what_is_counted_or_another_period_do_not_corroborate(store: Store) -> None:
    tell(store, "a", drift("24900000", time="2029"), publisher="A")
    tell(store, "b", drift("25000000", time="2030"), publisher="B")
    tell(store, "c", drift("24900000", measure="boat: sink"), publisher="C")
    assert not findings(store)


def test_round_numbers_do_not_corroborate_each_other_by_accident(store: Store) -> None:
    tell(store, "a", drift("500"), publisher="A")
    tell(store, "b", drift("500", words="Some 500 boats are adrift at sea"), publisher="B")
    assert not findings(store)


def test_a_day_told_by_two_voices_is_corroborated(store: Store) -> None:
    for name in ("a", "b"):
        said = did(
            f"By the account of {name} Ann Lee signed the Harbor Order",
            "Ann Lee",
            "sign",
            "Harbor Order",
            time="2031-01-31",
        )
        tell(store, name, said, publisher=name)
    (found,) = findings(store)
    assert (found.kind, found.rule, answers(found)) == ("corroboration", "date", ["2031-01-31"])


def test_shares_without_a_time_do_not_corroborate_each_other(store: Store) -> None:
    for name, value in (("a", "3.61"), ("b", "3.61")):
        said = drift(
            value, unit="percent", measure="percent: boat idle", words=f"{name}: {value} percent lie idle"
        )
        tell(store, name, said, publisher=name)
    assert not findings(store)
    for name in ("c", "d"):
        words = f"{name}: 3.61 percent lay idle then"
        said = drift("3.61", unit="percent", measure="percent: boat idle", words=words, time="2030-05")
        tell(store, name, said, publisher=name)
    assert [one.kind for one in findings(store)] == ["corroboration"]


def test_somebody_whom_only_the_document_knows_is_no_voice_beside_it(store: Store) -> None:
    tell(store, "a", drift("24900000"), publisher="Harbor Post")
    tell(store, "b", drift("25000000", source="critics"), publisher="Harbor Post")
    assert not findings(store)


def test_a_person_who_is_quoted_is_a_voice_beside_the_document(store: Store) -> None:
    tell(store, "post", drift("24900000", source="Governor Cy Moss"), publisher="Harbor Post")
    tell(store, "page", drift("25000000"), publisher="Harbor Post")
    (found,) = findings(store)
    voices = compare(store).voices
    named = {voice.name for answer in found.answers for voice in voices.independent(answer.told)}
    assert named == {"Governor Cy Moss", "Harbor Post"}


def test_two_documents_that_quote_one_speaker_are_one_voice(store: Store) -> None:
    tell(store, "post", drift("24900000", source="Governor Cy Moss"), publisher="Harbor Post")
    tell(store, "page", drift("25000000", source="Cy Moss"), publisher="Pier Page")
    assert not findings(store)


def test_a_crowd_is_no_voice_beside_the_document(store: Store) -> None:
    for crowd in ("critics", "the Mayor", "Many sailors"):
        tell(store, crowd, drift("24900000", source=crowd), publisher="Harbor Post")
    tell(store, "page", drift("25000000"), publisher="Harbor Post")
    assert not findings(store)


def test_who_has_the_word_in_a_transcript_is_a_voice_beside_its_publisher(store: Store) -> None:
    tell(store, "talk", drift("24900000", speaker="Governor Cy Moss"), publisher="Harbor Post")
    tell(store, "page", drift("25000000"), publisher="Harbor Post")
    (found,) = findings(store, "corroboration")
    voices = compare(store).voices
    named = {voice.name for answer in found.answers for voice in voices.independent(answer.told)}
    assert named == {"Governor Cy Moss", "Harbor Post"}


def test_a_surname_with_its_title_may_be_anybody_and_is_no_voice(store: Store) -> None:
    tell(store, "briefing", drift("24900000", speaker="Ms. Moss"), publisher="Harbor Post")
    tell(store, "page", drift("25000000"), publisher="Harbor Post")
    assert not findings(store)


def test_pages_without_a_publisher_are_the_voice_of_the_body_at_their_address(store: Store) -> None:
    ministry = ox.NamedNode(KNOWN["Ministry of Ports"])
    known = [quad.triple for quad in store.quads.quads_for_pattern(None, None, None, store.authority)]
    home = ox.Triple(ministry, SCHEMA.url, ox.Literal("https://www.ports.example/", datatype=XSD.anyURI))
    store.put_authority([*known, home])
    tell(store, "page", drift("24900000"), url="https://news.ports.example/adrift")
    tell(store, "notice", drift("25000000"), publisher="The Ministry of Ports")
    assert not findings(store)
    elsewhere = drift("25000000", "Some 25 million boats are adrift")
    tell(store, "post", elsewhere, url="https://www.otherports.example/adrift")
    (found,) = findings(store)
    voices = compare(store).voices
    named = {voice.name for answer in found.answers for voice in voices.independent(answer.told)}
    assert named == {"Ministry of Ports", "otherports.example"}


def test_a_speaker_who_cites_a_source_and_a_reporter_who_asks_are_no_voices(store: Store) -> None:
    cited = drift("24900000", speaker="Governor Cy Moss", source="Sea Institute")
    tell(store, "talk", cited, publisher="Harbor Post")
    tell(store, "report", drift("25000000"), publisher="Sea Institute")
    tell(store, "briefing", drift("25000000", speaker="reporter"), publisher="Sea Institute")
    assert not findings(store)

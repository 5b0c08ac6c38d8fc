from collections.abc import Iterator
from dataclasses import replace

import pytest

from gestae.loaders.reader import reader as find
from gestae.loaders.reader import readers
from gestae.loaders.verification import verified
from gestae.ontology.errors import ReaderError
from gestae.ontology.facts import Document, Instrument, Membership, Mention, Quote

NOTE = Document("note", "The Harbour Act of 1990 applies.")


def law(start: int, end: int, text: str) -> Instrument:
    return Instrument(Quote(start, end, text), "Harbour Act of 1990", "law")


def test_a_fact_whose_words_stand_there_is_kept() -> None:
    assert verified(NOTE, [law(4, 23, "Harbour Act of 1990")]).facts == (law(4, 23, "Harbour Act of 1990"),)


@pytest.mark.parametrize(
    ("invented", "reason"),
    [
        (law(4, 23, "Harbor Act of 1990!"), "the text has no such words"),
        (law(0, 0, ""), "no stretch of a text of 32 characters"),
        (law(-5, 3, "The"), "no stretch"),
        (law(20, 900, "1990"), "no stretch"),
        (law(5, 24, "Harbour Act of 1990"), "those words stand at 4"),
        (Instrument(None, "Harbour Act", "law"), "no quote with offsets: None"),  # type: ignore[arg-type]
        ({"kind": "instrument"}, "no fact: {'kind': 'instrument'}"),
    ],
)
def test_a_fact_without_its_words_is_refused_with_the_reason(invented: object, reason: str) -> None:
    reading = verified(NOTE, [invented])
    assert (reading.facts, len(reading.refusals)) == ((), 1)
    assert reason in reading.refusals[0]


def test_the_same_fact_twice_is_one_fact() -> None:
    def twice() -> Iterator[Instrument]:
        yield law(4, 23, "Harbour Act of 1990")
        yield law(4, 23, "Harbour Act of 1990")

    assert len(verified(NOTE, twice()).facts) == 1


def test_the_built_in_reader_is_among_the_readers() -> None:
    assert "rules" in readers()


def test_an_unknown_reader_is_named_with_those_there_are() -> None:
    with pytest.raises(ReaderError, match=r"no reader 'oracle' is installed; there are: .*rules"):
        find("oracle")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"kind": "leaflet"}, "Instrument.kind"),
        ({"name": None}, "Instrument.name"),
        ({"confidence": "high"}, "Instrument.confidence"),
    ],
)
def test_a_fact_of_the_wrong_shape_is_refused_by_its_field(wrong: dict[str, object], field: str) -> None:
    fact = replace(law(4, 23, "Harbour Act of 1990"), **wrong)  # type: ignore[arg-type]
    assert field in verified(NOTE, [fact]).refusals[0]


def test_a_mention_of_the_wrong_shape_is_refused_too() -> None:
    fact = Membership(Quote(4, 23, "Harbour Act of 1990"), Mention("Act", 7), Mention("A", "A"))  # type: ignore[arg-type]
    assert "Mention.name cannot be 7" in verified(NOTE, [fact]).refusals[0]

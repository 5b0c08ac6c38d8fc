from collections.abc import Iterator

import pytest

from gestae.loaders.reader import reader as find
from gestae.loaders.reader import readers, verified
from gestae.ontology.errors import ReaderError
from gestae.ontology.facts import Document, Instrument, Quote

NOTE = Document("note", "The Harbour Act of 1990 applies.")


def law(start: int, end: int, text: str) -> Instrument:
    return Instrument(Quote(start, end, text), "Harbour Act of 1990", "law")


def test_a_fact_whose_words_stand_there_is_kept() -> None:
    assert verified(NOTE, [law(4, 23, "Harbour Act of 1990")]).facts == (law(4, 23, "Harbour Act of 1990"),)


@pytest.mark.parametrize(
    "invented",
    [
        law(4, 23, "Harbor Act of 1990!"),
        law(0, 0, ""),
        law(-5, 3, "The"),
        law(20, 900, "1990"),
        law(5, 24, "Harbour Act of 1990"),
    ],
)
def test_a_fact_without_its_words_is_refused_and_counted(invented: Instrument) -> None:
    reading = verified(NOTE, [invented])
    assert (reading.facts, reading.refused) == ((), 1)


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

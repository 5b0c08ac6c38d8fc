from decimal import Decimal

import pytest

from gestae.loaders.assurance import assured
from gestae.loaders.rules import read
from gestae.ontology.facts import Document, Fact, Instrument, Membership, Mention, Quote, Statistic

QUOTE = Quote(0, 1, "x")
BOARD = Mention("Board", "Board")
FACTS = (
    Statistic(QUOTE, Decimal(4), "exact", "boats"),
    Membership(QUOTE, BOARD, BOARD),
    Instrument(QUOTE, "Harbor Act", "law"),
)


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: type(fact).__name__)
def test_no_kind_is_told_as_certain(fact: Fact) -> None:
    assert 0.5 < assured(fact).confidence < 1


def test_what_its_reader_doubts_stays_doubted() -> None:
    assert assured(Instrument(QUOTE, "Harbor Act", "law", confidence=0.7)).confidence == 0.7


def test_every_fact_of_a_document_carries_a_confidence_below_one() -> None:
    text = "The Harbor Commission closed 14 piers under the Harbor Act of 1990."
    facts = list(read(Document("note", text)))
    assert {type(fact).__name__ for fact in facts} >= {"Action", "Statistic", "Instrument"}
    assert all(0 < fact.confidence < 1 for fact in facts)

from typing import Any

import pytest

from gestae.graph.dataset import Store
from gestae.graph.facts_table import COLUMNS, of_whole, rows

MINISTRY = "https://w3id.org/gestae/authority/agency/mop"


@pytest.fixture
def table(told: Store) -> list[dict[str, Any]]:
    return list(rows(told))


def one(table: list[dict[str, Any]], **wanted: object) -> dict[str, Any]:
    (row,) = [row for row in table if wanted.items() <= row.items()]
    return row


def test_every_quote_stands_where_its_row_says(told: Store, table: list[dict[str, Any]]) -> None:
    texts = {document.iri: told.text(document.sha256) for document in told.documents()}
    assert len(table) == 6
    for row in table:
        assert texts[row["document_iri"]][row["start"] : row["end"]] == row["quote"]
        assert row.keys() <= set(COLUMNS)


def test_rows_come_by_document_and_place(table: list[dict[str, Any]]) -> None:
    assert [row["document"] for row in table] == ["letter"] + ["port/notice"] * 5
    assert [row["kind"] for row in table[1:]] == ["action", "instrument", "action", "statistic", "membership"]


def test_an_action_says_who_did_what_to_whom_when_and_under_what(table: list[dict[str, Any]]) -> None:
    row = one(table, verb="fine")
    assert (row["kind"], row["type"], row["modality"], row["negated"]) == (
        "action",
        "Sanction",
        "factual",
        False,
    )
    assert (row["actor"], row["actor_iri"]) == ("Ministry of Ports and Piers", MINISTRY)
    assert row["actor_text"] == "Ministry of Ports"
    assert (row["object"], row["object_text"]) == ("Blue Ferry", "“Blue Ferry”")
    assert row["object_iri"].endswith(("/entity/blue-ferry-" + row["object_iri"][-6:],))
    assert (row["under"], row["time"], row["confidence"]) == ("Harbor Act of 1999", "2031-05-04", 0.9)
    assert (row["title"], row["date"], row["publisher"]) == ("Notice", "2031-05-06", "Ministry of Ports")
    assert row["url"] == "https://port.example/n"
    assert "recipient" not in row
    assert "source" not in row


def test_modality_negation_and_source_are_said(table: list[dict[str, Any]]) -> None:
    assert one(table, verb="open")["modality"] == "planned"
    denied = one(table, verb="pay")
    assert denied["negated"] is True
    assert denied["source"] == "Blue Ferry"
    assert "date" not in denied


def test_a_statistic_keeps_its_numbers_and_its_action(table: list[dict[str, Any]]) -> None:
    row = one(table, kind="statistic")
    assert (row["value"], row["value_max"], row["bound"], row["unit"]) == (1250.5, 1300, "min", "boats")
    assert isinstance(row["value_max"], int)
    assert (row["actor_iri"], row["source"]) == (MINISTRY, "critics")
    fined = one(table, verb="fine")
    assert row["result_of"].rpartition("/")[2] == fined["id"].rpartition("/")[2]


def test_instruments_and_memberships(table: list[dict[str, Any]]) -> None:
    law = one(table, kind="instrument")
    assert (law["name"], law["instrument"], law["identifier"]) == (
        "Harbor Act of 1999",
        "law",
        "Pub. L. 999-1",
    )
    assert law["instrument_iri"].endswith("instrument/pub-l-999-1")
    seat = one(table, kind="membership")
    assert (seat["member"], seat["group"], seat["role"]) == (
        "Ministry of Ports and Piers",
        "Coast Council",
        "seat",
    )


def test_one_document_can_be_asked_for(told: Store) -> None:
    assert [row["verb"] for row in rows(told, [told.document("letter")])] == ["pay"]


@pytest.mark.parametrize(
    ("words", "identifier"),
    [
        ("Individual Piers Act", "Pub. L. 99-1"),
        ("Harbor Act (division H of Public Law 99-1)", "Pub. L. 99-1, div. H"),
    ],
)
def test_a_division_is_told_where_the_words_say_so(words: str, identifier: str) -> None:
    assert of_whole("Pub. L. 99-1, div. H", words) == identifier

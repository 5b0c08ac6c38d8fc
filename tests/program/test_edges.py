"""How precise edges are: what is drawn, how it is judged by eye, and that the verdicts stand."""

import importlib
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from gestae.ontology.facts import Document

TEXT = (
    "Harbor Report\n\nOn 3 May 2020, the Coast Guard closed the northern ports in accordance with the Safe Harbours Act of 1990. "
    "The Department of Labor trained 3,000 inspectors.\n\nThe Federal Bureau of Investigation dismantled 31 gangs.\n"
)


@pytest.fixture
def edges(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The command, with the modules beside it."""
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "benchmarks" / "fidelity"))
    return importlib.import_module("edges")


@pytest.fixture
def told(edges: ModuleType) -> list[Any]:
    """The edges of a document."""
    return list(edges.edges(Document("port/report.md", TEXT)))


def test_an_edge_leads_from_a_quote_to_an_instrument_or_to_an_action(
    edges: ModuleType, told: list[Any]
) -> None:
    places = [(t.edge.kind, *(TEXT[slice(*p)] for p in (t.edge.quote, t.edge.leads_to))) for t in told]
    under, trained, dismantled = places
    assert (
        under[0] == "under"
        and "closed the northern ports" in under[1]
        and under[2] == "Safe Harbours Act of 1990"
    )
    assert trained[0] == "result_of" and "3,000 inspectors" in trained[1] and "trained" in trained[2]
    assert dismantled[0] == "result_of" and "31 gangs" in dismantled[1]


def test_no_more_are_drawn_of_a_document_than_may_be_and_others_move_none(edges: ModuleType) -> None:
    def many(document: str, number: int) -> list[Any]:
        return [
            edges.Told(edges.Edge(document, "0", "under", (n, n + 1), (0, 1)), "", "") for n in range(number)
        ]

    some = [one for name in "abcdefgh" for one in many(name, 3)]
    drawn = edges.drawn(some, "under", 9)
    assert len(drawn) == 9 and edges.drawn(reversed(some), "under", 9) == drawn
    named = [one.edge.document for one in drawn]
    assert max(map(named.count, named)) == 2
    without = [one for one in some if one.edge.document != named[0]]
    assert [one for one in drawn if one.edge.document != named[0]] == edges.drawn(without, "under", 9)[:7]


def test_verdicts_go_out_with_the_words_and_come_back_without(
    edges: ModuleType, told: list[Any], tmp_path: Path
) -> None:
    sheet, kept = tmp_path / "sheet.jsonl", tmp_path / "edges.jsonl"
    assert edges.show(told, {}, sheet) == 3
    rows = [json.loads(line) for line in sheet.read_text(encoding="utf-8").splitlines()]
    assert "«" in rows[0]["around"] and "Safe Harbours Act of 1990" in rows[0]["claim"]
    for row, verdict in zip(rows, ("right", "wrong", ""), strict=True):
        row["verdict"] = verdict
    sheet.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert edges.judge(sheet, kept) == 2
    stored = kept.read_text(encoding="utf-8")
    assert "port/report.md" in stored and "inspectors" not in stored and "Harbours" not in stored
    judged = edges.verdicts(kept)
    assert edges.show(told, judged, sheet) == 1
    assert "1 of them judged: 1 right, 0 wrong" in edges.report(told, judged, "under")
    said = edges.report(told[:1], judged, "result_of")
    assert "0 drawn" in said and "judged and no longer told: 1 (0 right, 1 wrong, 0 doubtful)" in said


def test_another_verdict_is_refused(edges: ModuleType, told: list[Any], tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.jsonl"
    edges.show(told, {}, sheet)
    sheet.write_text(sheet.read_text(encoding="utf-8").replace('"verdict": ""', '"verdict": "yes"', 1))
    with pytest.raises(SystemExit, match="no verdict 'yes'"):
        edges.judge(sheet, tmp_path / "edges.jsonl")


def test_a_share_has_bounds(edges: ModuleType) -> None:
    low, high = importlib.import_module("assurance").wilson(41, 50)
    assert (round(low, 3), round(high, 3)) == (0.692, 0.902)
    assert importlib.import_module("assurance").wilson(0, 0) == (0.0, 1.0)


@pytest.mark.shared
def test_every_verdict_is_of_a_place_in_a_text_of_the_sample(edges: ModuleType, shared: Path) -> None:
    judged = edges.verdicts()
    assert set(judged.values()) <= {"right", "wrong", "doubtful"} and len(judged) >= 100
    parts = {edges.part_of(edge.document) for edge in judged}
    texts = {document.name: document for document in edges.sample(parts)}
    for edge in judged:
        document = texts[edge.document]
        assert edge.sha256 == document.sha256
        for start, end in (edge.quote, edge.leads_to):
            assert 0 <= start < end <= len(document.text)

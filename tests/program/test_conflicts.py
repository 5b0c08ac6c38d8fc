"""What documents disagree on, as a user sees it."""

import csv
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
EXAMPLES = Path(__file__).parents[2] / "examples"


def build(folder: Path, *paths: Path) -> Path:
    command = [sys.executable, "-m", "gestae", "build", *map(str, paths), "--store", str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the examples, built once."""
    return build(tmp_path_factory.mktemp("examples") / "store", EXAMPLES)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory, shared: Path) -> Path:
    """A store of real statements and orders, built once."""
    corpus = shared / "corpus"
    return build(tmp_path_factory.mktemp("corpus") / "store", corpus / "statements", corpus / "orders")


def found(gestae: Run, *words: str) -> list[dict[str, object]]:
    listed: list[dict[str, object]] = json.loads(gestae("conflicts", "-f", "json", *words).stdout)
    return listed


def sides(one: dict[str, object]) -> list[str]:
    return [side["answer"] for side in one["sides"]]  # type: ignore[attr-defined]


def test_both_days_of_an_order_are_shown_with_words_document_day_and_rule(
    gestae: Run, examples: Path, tmp_path: Path
) -> None:
    shutil.copytree(examples, tmp_path / "store")
    said = gestae("conflicts", "--rule", "date").stdout
    assert said.startswith("conflict (date): sign · Executive Order 13903")
    for part in (
        "2019-01  [Example Policy Review]",
        "“President Trump signed Executive Order 13903”",
        "2021-03-15-analysis-promises-and-means, 2021-03-15",
        "2020-01-31  [authority data: 85 FR 6721; Example Law Desk]",
    ):
        assert part in said


def test_a_count_against_a_list_in_one_document_is_a_conflict_and_counts_of_two_years_are_a_change(
    gestae: Run, examples: Path, tmp_path: Path
) -> None:
    shutil.copytree(examples, tmp_path / "store")
    (size,) = found(gestae, "--rule", "size")
    assert sides(size) == ["15 agencies, told 2021-03-15", "19 listed, told 2021-03-15"]
    changes = found(gestae, "--kind", "change")
    assert any("20 agencies, told 2024-02-20" in sides(change) for change in changes)


def test_conflicts_stand_in_exports_facts_and_answers(gestae: Run, examples: Path, tmp_path: Path) -> None:
    shutil.copytree(examples, tmp_path / "store")
    conflicts = {str(one["iri"]) for one in found(gestae)}
    facts = map(json.loads, gestae("export", "-f", "facts").stdout.splitlines())
    assert {iri for row in facts for iri in row.get("conflicts", "").split()} == conflicts
    assert gestae("export", "-f", "nquads").stdout.count("/graph/comparison>") > 20
    assert "Example Law Desk" in gestae("query", "conflicts", "about=EO 13903", "-f", "csv").stdout
    assert "2019-01  [Example Policy Review]" in gestae("show", "EO 13903", "--most", "1").stdout
    assert "problems: 0" in gestae("check").stderr


def test_a_conflict_goes_with_a_document_and_with_a_rejected_fact(
    gestae: Run, examples: Path, tmp_path: Path
) -> None:
    shutil.copytree(examples, tmp_path / "store")
    (date,) = found(gestae, "--rule", "date")
    wrong = next(side for side in date["sides"] if side["answer"] == "2019-01")  # type: ignore[attr-defined]
    gestae("reject", wrong["evidence"][0]["iri"])
    assert not found(gestae, "--rule", "date")
    assert found(gestae, "--rule", "size")
    gestae("remove", "2021-03-15-analysis-promises-and-means")
    assert not found(gestae)


def test_who_is_asked_about_must_be_known(gestae: Run, examples: Path, tmp_path: Path) -> None:
    shutil.copytree(examples, tmp_path / "store")
    refused = gestae("conflicts", "--about", "EO 13904x", code=1).stderr
    assert "nothing in the store is called 'EO 13904x'" in refused
    assert gestae("conflicts", "--about", "Department of Justice").stdout == ""
    gestae("conflicts", "--rule", "no-such-rule", code=2)


@pytest.mark.shared
def test_in_real_statements_the_misdated_order_is_found_and_nothing_else(
    gestae: Run, corpus: Path, tmp_path: Path
) -> None:
    shutil.copytree(corpus, tmp_path / "store")
    (date,) = found(gestae)
    assert (date["rule"], sides(date)) == ("date", ["2019-01", "2020-01-31"])


@pytest.mark.shared
def test_in_real_statements_seven_offices_and_fifteen_agencies_are_a_change(
    gestae: Run, corpus: Path, tmp_path: Path
) -> None:
    shutil.copytree(corpus, tmp_path / "store")
    (change,) = found(gestae, "--kind", "change", "--about", "PITF")
    assert sides(change)[:2] == ["7 listed, told 2002-02-13", "15 departments and agencies, told 2018-10-11"]


@pytest.mark.shared
def test_in_real_statements_two_voices_corroborate_the_number_of_victims(
    gestae: Run, corpus: Path, tmp_path: Path
) -> None:
    shutil.copytree(corpus, tmp_path / "store")
    (told,) = found(gestae, "--kind", "corroboration", "--rule", "value")
    voices = [voice for side in told["sides"] for voice in side["voices"]]  # type: ignore[attr-defined]
    assert voices == [
        "2018-10-11-fact-sheet-ending-human-trafficking",
        "United Nations Office on Drugs and Crime",
    ]


@pytest.mark.shared
def test_in_real_statements_members_are_told_by_statute_order_and_document(
    gestae: Run, corpus: Path, tmp_path: Path
) -> None:
    shutil.copytree(corpus, tmp_path / "store")
    told = list(csv.DictReader(gestae("query", "members", "group=PITF", "-f", "csv").stdout.splitlines()))
    assert sum(row["source"].startswith("22 U.S.C. 7103") for row in told) == 12
    assert sum(row["source"].startswith("EO 13257") for row in told) == 7
    assert sum(row["name"] == "2002-02-13-eo-13257-pitf-established" for row in told) == 7
    counts = [(row["attested"], row["member"]) for row in told if row["role"] == "count"]
    assert counts[:2] == [
        ("2018-10-11", "15 departments and agencies"),
        ("2020-01-29", "19 departments and agencies"),
    ]
    assert {row["role"] for row in told if row["member"] == "Secretary of State"} >= {"Chair", "chair"}

"""The whole way on the statements that come with the project."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the examples, built once."""
    folder = tmp_path_factory.mktemp("examples") / "store"
    command = [sys.executable, "-m", "gestae", "build", str(EXAMPLES), "--store", str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    return folder


@pytest.fixture
def built(gestae: Run, store: Path, tmp_path: Path) -> Run:
    """`gestae` with a copy of that store."""
    shutil.copytree(store, tmp_path / "store")
    return gestae


def facts(gestae: Run) -> list[dict[str, object]]:
    return [json.loads(line) for line in gestae("export", "-f", "facts").stdout.splitlines()]


def test_every_quote_stands_in_its_document_and_every_node_has_its_shape(built: Run) -> None:
    assert "problems: 0" in built("check").stderr


def test_all_four_kinds_of_fact_are_found(built: Run) -> None:
    assert {row["kind"] for row in facts(built)} == {"action", "statistic", "instrument", "membership"}


def test_building_twice_changes_nothing(built: Run) -> None:
    before = built("export", "-f", "nquads").stdout
    again = built("build", EXAMPLES)
    assert "4 unchanged" in again.stderr
    assert built("export", "-f", "nquads").stdout == before


def test_turtle_is_the_same_on_every_run_and_parses(built: Run) -> None:
    first, second = built("export").stdout, built("export").stdout
    assert first == second
    assert len(list(ox.parse(first.encode(), format=ox.RdfFormat.TURTLE))) > 1000


def test_documents_that_disagree_keep_both_dates_of_an_order(built: Run) -> None:
    signed = {
        row.get("time")
        for row in facts(built)
        if row.get("verb") == "sign" and "13903" in str(row.get("object"))
    }
    assert {"2019-01", "2020-01-31"} <= signed


def test_a_removed_document_is_gone_and_the_others_stay(built: Run) -> None:
    name = next(str(row["document"]) for row in facts(built))
    others = [row for row in facts(built) if row["document"] != name]
    built("remove", name)
    assert facts(built) == others
    assert "problems: 0" in built("check").stderr


def test_show_prints_the_words_behind_an_actor(built: Run) -> None:
    said = built("show", "PITF").stdout
    assert "President's Interagency Task Force to Monitor and Combat Trafficking in Persons" in said
    assert "“" in said


def test_a_named_question_is_answered_in_every_format(built: Run) -> None:
    for form in ("table", "json", "csv", "tsv", "xml"):
        assert "Department of Justice" in built("query", "who-did-what", "-f", form).stdout


def test_a_value_with_quotes_is_a_value_and_no_query(built: Run) -> None:
    answer = built("query", "actions-of", 'actor="} INSERT DATA { <urn:a> <urn:b> <urn:c> } #')
    assert len(answer.stdout.splitlines()) == 2


def test_a_picture_is_one_page_that_fetches_nothing(built: Run, tmp_path: Path) -> None:
    built("draw", "-o", "graph.html")
    page = (tmp_path / "graph.html").read_text(encoding="utf-8")
    assert 'src="http' not in page
    assert 'href="http' not in page.split("<body", 1)[0]

"""A second field of policy, as Turtle alone: the one of the guide."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

FIELD = Path(__file__).parents[2] / "docs" / "veterans.ttl"
TEXT = """The HVB granted 4,000 claims in 2030.

The Harbor Veterans Board remanded two appeals. The Harbor Veterans Board laid a wreath at the old pier in May 2019.

The Board awarded a grant to the Sailors' League."""


@pytest.fixture
def facts(gestae: Run, tmp_path: Path) -> Callable[..., dict[str, dict[str, object]]]:
    """Build the text with some options, and give the actions by their verbs."""
    (tmp_path / "note.txt").write_text(TEXT)

    def built(*options: str | Path) -> dict[str, dict[str, object]]:
        gestae("build", "note.txt", *options)
        rows = [json.loads(line) for line in gestae("export", "-f", "facts").stdout.splitlines()]
        return {row["verb"]: row for row in rows if row["kind"] == "action"}

    return built


def test_a_field_adds_types_verbs_words_and_names_without_code(
    facts: Callable[..., dict[str, dict[str, object]]], gestae: Run
) -> None:
    plain = facts()
    assert plain["grant"]["type"] != "Adjudicate"
    own = facts("--ontology", FIELD)
    assert (own["grant"]["type"], own["grant"]["actor"]) == ("Adjudicate", "Harbor Veterans Board")
    assert own["remand"]["type"] == "Adjudicate"
    assert own["lay"]["type"] == "Honor"
    assert own["award"]["type"] == plain["award"]["type"] == "Fund"
    assert "act:Adjudicate" in gestae("export", "-f", "turtle").stdout
    assert "problems: 0" in gestae("check").stderr


def test_the_store_keeps_its_field(facts: Callable[..., dict[str, dict[str, object]]], gestae: Run) -> None:
    facts("--ontology", FIELD)
    assert "1 unchanged" in gestae("build", "note.txt").stderr
    assert facts("--jobs", "2")["grant"]["type"] == "Adjudicate"


def test_several_processes_read_with_the_same_field(
    facts: Callable[..., dict[str, dict[str, object]]],
) -> None:
    assert facts("--ontology", FIELD, "--jobs", "2")["grant"]["type"] == "Adjudicate"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("act:Seize skos:notation", "mine.ttl: parser error at line 10"),
        (
            'my:Seize skos:notation "Seize" ; gestae:verbLemma "seize" .',
            "must be <https://w3id.org/gestae/action/Seize>",
        ),
        ('act:Seize gestae:verbLemma "seize" .', "has words but no skos:notation"),
        (
            'act:Seize skos:notation "Seize" ; gestae:verbPattern "seize: @boat" .',
            "no class of words has the notation 'boat'",
        ),
    ],
)
def test_a_field_that_is_wrong_is_refused_with_the_reason_and_nothing_is_read(
    gestae: Run, tmp_path: Path, text: str, reason: str
) -> None:
    (tmp_path / "note.txt").write_text(TEXT)
    prefixes = "".join(line + "\n" for line in FIELD.read_text().splitlines() if line.startswith("@prefix"))
    (tmp_path / "mine.ttl").write_text(prefixes + text)
    said = gestae("build", "note.txt", "--ontology", "mine.ttl", code=1).stderr
    assert reason.lower() in said.lower()
    assert said.startswith("gestae: mine.ttl: ") and said.count("mine.ttl: ") == 1
    assert "Traceback" not in said


def test_a_field_that_is_not_there_is_named(gestae: Run, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(TEXT)
    assert (
        "nowhere.ttl: no such file" in gestae("build", "note.txt", "--ontology", "nowhere.ttl", code=1).stderr
    )


def test_a_field_adds_words_of_modality_that_stand(gestae: Run, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(
        "On Monday, the Harbor Veterans Board bade the Sailors' League to repair the old pier."
    )
    words = tmp_path / "moods.ttl"
    words.write_text(
        "@prefix gestae: <https://w3id.org/gestae/ontology#> .\n"
        'gestae:directed gestae:governingVerb "bid" .\n'
    )
    gestae("build", "note.txt", "--ontology", words)
    rows = [json.loads(line) for line in gestae("export", "-f", "facts").stdout.splitlines()]
    assert {row["modality"] for row in rows if row.get("verb") == "repair"} == {"directed"}

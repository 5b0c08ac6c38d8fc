"""Judgements as a user makes them, on statements of our own."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Run = Callable[..., subprocess.CompletedProcess[str]]

NOTICE = "The Harbor Office seized two ferries. The Office of the Harbor trained 40 pilots on May 4, 2031."
LETTER = "The Harbour Office closed three piers. Blue Ferry condemned the Harbour Office."


@pytest.fixture
def built(gestae: Run, tmp_path: Path) -> Run:
    (tmp_path / "notice.txt").write_text(NOTICE)
    (tmp_path / "letter.txt").write_text(LETTER)
    gestae("build", "notice.txt", "letter.txt")
    return gestae


def facts(gestae: Run, **wanted: object) -> list[dict[str, object]]:
    rows = map(json.loads, gestae("export", "-f", "facts").stdout.splitlines())
    return [row for row in rows if wanted.items() <= row.items()]


def test_names_are_joined_listed_and_parted_again(built: Run) -> None:
    built("same", "Harbor Office", "Harbour Office", "--by", "ann")
    shown = built("show", "Harbour Office").stdout
    assert "seize" in shown and "close" in shown
    (key, _, _, who, verdict, *_) = built("judgements").stdout.split()
    assert (who, verdict) == ("ann", "same:")
    assert built("check").returncode == 0
    built("forget", key)
    assert "seize" not in built("show", "Harbour Office").stdout
    assert built("judgements").stdout == ""


def test_judgements_are_in_the_exported_graph(built: Run) -> None:
    built("same", "Harbor Office", "Harbour Office", "--by", "ann")
    trig = built("export", "-f", "trig").stdout
    assert "gestae:Judgement" in trig and "prov:generatedAtTime" in trig and "graph/judgements" in trig


def test_a_later_build_obeys_and_a_contradiction_is_refused(built: Run, tmp_path: Path) -> None:
    built("different", "Harbor Office", "Office of the Harbor")
    built("same", "Harbor Office", "Harbour Office")
    refused = built("same", "Harbour Office", "Office of the Harbor", code=1)
    assert "were judged different" in refused.stderr
    (tmp_path / "letter.txt").write_text(LETTER + " The Harbour Office opened a new pier.")
    built("build", "letter.txt")
    (opened,) = facts(built, verb="open")
    (seized,) = facts(built, verb="seize")
    assert opened["actor_iri"] == seized["actor_iri"]


def test_what_was_joined_is_not_parted_nor_joined_again_by_its_names(built: Run) -> None:
    built("same", "Harbor Office", "Harbour Office", "--by", "ann")
    assert "judged same by ann" in built("different", "Harbour Office", "Harbor Office", code=1).stderr
    assert "judged before" in built("same", "Harbour Office", "Harbor Office").stderr
    assert len(built("judgements").stdout.splitlines()) == 1


def test_unknown_names_and_stores_are_named(built: Run, gestae: Run) -> None:
    assert "is called 'Nobody'" in built("same", "Harbor Office", "Nobody", code=1).stderr
    assert "no gestae store" in gestae("same", "a", "b", "--store", "nowhere", code=1).stderr
    assert "no judgement" in built("forget", "deadbeef", code=1).stderr


def test_facts_are_rejected_corrected_and_survive_a_new_version(built: Run, tmp_path: Path) -> None:
    (seized,) = facts(built, verb="seize")
    (trained,) = facts(built, verb="train")
    built("reject", str(seized["id"]))
    built("correct", str(trained["id"]).rpartition("/")[2], "time=2031-05-05", "object=pilots")
    (tmp_path / "notice.txt").write_text("A word before. " + NOTICE)
    built("build", "notice.txt")
    assert facts(built, verb="seize") == []
    (again,) = facts(built, verb="train")
    assert again["id"] != trained["id"]
    assert (again["time"], again["object"], again["review"]) == ("2031-05-05", "pilots", "corrected")
    assert built("check").returncode == 0


@pytest.mark.browser
def test_the_panel_of_a_fact_says_who_judged_it_and_how(
    built: Run, tmp_path: Path, chromium: "Browser"
) -> None:
    (trained,) = facts(built, verb="train")
    (seized,) = facts(built, verb="seize")
    (closed,) = facts(built, verb="close")
    built("correct", str(trained["id"]), "time=2031-05-05", "object=pilots", "--by", "<b>ann</b>")
    built("accept", str(closed["id"]), "--by", "bo")
    built("reject", str(seized["id"]), "--by", "bo")
    built("draw", "-o", "picture.html")
    page = chromium.new_page()
    page.goto((tmp_path / "picture.html").as_uri())
    page.wait_for_selector("html[data-ready]", timeout=20_000)

    def judged(words: str) -> str:
        page.fill("#search", words)
        page.keyboard.press("Enter")
        return page.inner_text("#panel .review")

    said = judged("trained 40 pilots")
    assert "corrected by <b>ann</b> on " in said
    assert "time = 2031-05-05" in said and "object = pilots" in said
    assert "accepted by bo on " in judged("closed three piers")
    page.fill("#search", "seized")
    assert "Nothing found" in page.inner_text("#matches")
    page.close()


def test_a_correction_that_makes_no_sense_is_refused(built: Run) -> None:
    (seized,) = facts(built, verb="seize")
    assert "no field" in built("correct", str(seized["id"]), "colour=red", code=1).stderr
    assert "FIELD=VALUE" in built("correct", str(seized["id"]), "colour", code=2).stderr
    assert "no statement" in built("accept", "urn:nothing", code=1).stderr
    assert built("judgements").stdout == ""


def test_what_people_judged_becomes_annotations_that_a_build_reads(built: Run, tmp_path: Path) -> None:
    (seized,) = facts(built, verb="seize")
    (trained,) = facts(built, verb="train")
    built("reject", str(seized["id"]))
    built("correct", str(trained["id"]), "actor=Harbor Office")
    stream = [json.loads(line) for line in built("export", "-f", "gold").stdout.splitlines()]
    assert {row["document"] for row in stream} == {"notice"}
    (train,) = [row for row in stream if row.get("verb") == "train"]
    assert (train["actor"], train["actor_alts"]) == ("Harbor Office", ["Office of the Harbor"])
    assert "optional" not in train
    assert [row for row in stream if row.get("verb") == "seize"] == []
    assert all(row["optional"] for row in stream if row != train)
    built("export", "-f", "gold", "-o", "mine/")
    assert sorted(path.name for path in (tmp_path / "mine").iterdir()) == [
        "notice.gold.jsonl",
        "notice.json",
        "notice.txt",
    ]
    assert (tmp_path / "mine" / "notice.txt").read_text() == NOTICE
    assert "1 new" in built("build", "mine", "--store", "other").stderr


def test_an_order_that_is_cited_by_its_day_too_is_annotated_once(gestae: Run, tmp_path: Path) -> None:
    text = "The office sank ships under Executive Order 99123. Executive Order 99123 of May 3, 2031, holds."
    (tmp_path / "note.txt").write_text(text)
    gestae("build", "note.txt")
    first, cited = facts(gestae, kind="instrument")
    assert ("time" in first, cited["time"]) == (False, "2031-05-03")
    gestae("correct", str(cited["id"]), "time=2031-05-04")
    stream = [json.loads(line) for line in gestae("export", "-f", "gold").stdout.splitlines()]
    (order,) = [row for row in stream if row["kind"] == "instrument"]
    assert (order["quote"], "optional" in order) == (cited["quote"], False)
    assert facts(gestae, kind="instrument", time="2031-05-04")[0]["review"] == "corrected"


@pytest.mark.shared
def test_annotations_are_in_the_form_that_the_scorer_of_the_guidelines_reads(
    built: Run, tmp_path: Path, shared: Path
) -> None:
    built("accept", *(str(row["id"]) for row in facts(built) if row["document"] == "notice"))
    built("export", "-f", "gold", "-o", "mine/")
    built("export", "-f", "facts", "-o", "facts.jsonl")
    command = [
        sys.executable,
        shared / "gold" / "score.py",
        "--gold",
        "mine",
        "--facts",
        "facts.jsonl",
        "--json",
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout)["action"]["f1"] == 1.0

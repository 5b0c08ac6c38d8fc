"""What cannot be read is named in one line; the rest is built, and the store is unharmed."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from gestae.broken_off import told

Run = Callable[..., subprocess.CompletedProcess[str]]
GOOD = "On May 2, 2023, the Department of Labor published a list of goods made by children.\n"


def test_a_good_file_beside_bad_ones_is_built(gestae: Run, tmp_path: Path) -> None:
    mixed = tmp_path / "mixed"
    mixed.mkdir()
    (mixed / "good.txt").write_text(GOOD)
    (mixed / "empty.txt").write_text("")
    (mixed / "binary.txt").write_bytes(b"\x00\x01\x02" * 50)
    (mixed / "latin.txt").write_bytes("caf\xe9 ".encode("latin-1") * 20)
    (mixed / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing of use")
    (mixed / "front.md").write_text("---\ntitle: [unclosed\n---\nText.\n")
    done = gestae("build", mixed, code=1)
    lines = [line for line in done.stderr.splitlines() if line.startswith("gestae: ")]
    assert len(lines) == 5
    assert all(
        sum(name in line for line in lines) == 1
        for name in ("empty.txt", "binary.txt", "latin.txt", "broken.pdf", "front.md")
    )
    assert "1 new, 5 refused" in done.stderr
    assert "problems: 0" in gestae("check").stderr


def test_a_missing_path_is_named(gestae: Run) -> None:
    assert "nowhere.txt: " in gestae("build", "nowhere.txt", code=1).stderr


def test_a_text_over_the_limit_is_refused(gestae: Run, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(GOOD * 40)
    assert "long.txt: " in gestae("build", "long.txt", "--max-size", "1000", code=1).stderr


def test_files_that_share_a_url_are_named_and_are_no_error(gestae: Run, tmp_path: Path) -> None:
    for name, text in (("a", GOOD), ("b", GOOD), ("c", f"{GOOD} It opened a shelter.")):
        (tmp_path / f"{name}.txt").write_text(text)
        (tmp_path / f"{name}.json").write_text('{"url": "https://example.org/goods"}')
    done = gestae("build", ".")
    lines = [line for line in done.stderr.splitlines() if line.startswith("gestae: ")]
    assert [line[:14] for line in lines] == ["gestae: b.txt:", "gestae: c.txt:"]
    assert "2 new, 1 copy; " in done.stderr
    assert "1 copy; " in gestae("build", ".").stderr


def test_what_has_no_end_of_a_sentence_is_named_and_the_rest_is_read(gestae: Run, tmp_path: Path) -> None:
    endless = "The board and the council of the harbor " * 400
    (tmp_path / "long.txt").write_text(f"{GOOD.strip()} {endless.strip()}. {GOOD}")
    done = gestae("build", "long.txt")
    (line,) = [line for line in done.stderr.splitlines() if line.startswith("gestae: ")]
    assert line.startswith(
        f"gestae: long: {len(endless):,} characters were not read, from character {len(GOOD):,} on"
    )
    assert "put full stops or blank lines" in line
    assert "1 new" in done.stderr
    assert gestae("export", "-f", "facts").stdout.count('"kind": "action"') == 2


def test_another_file_of_the_same_name_does_not_take_a_documents_place(gestae: Run, tmp_path: Path) -> None:
    january, february = tmp_path / "jan" / "minutes.txt", tmp_path / "feb" / "minutes.txt"
    for file, words in ((january, "trained 12 men"), (february, "closed three piers")):
        file.parent.mkdir()
        file.write_text(f"The Harbor Board {words}.\n")
    gestae("build", "jan")
    done = gestae("build", "feb", code=1)
    (line,) = [line for line in done.stderr.splitlines() if line.startswith("gestae: ")]
    assert line.startswith(f"gestae: feb/minutes.txt: has the same name as {january}")
    assert "rename" in line and "`gestae remove minutes`" in line
    assert "1 refused" in done.stderr
    assert "trained 12 men" in gestae("export", "-f", "facts").stdout
    gestae("remove", "minutes")
    assert "1 new" in gestae("build", "feb").stderr


def test_a_file_that_was_moved_changed_or_copied_is_the_same_document(gestae: Run, tmp_path: Path) -> None:
    january, moved, copy = (tmp_path / name / "minutes.txt" for name in ("jan", "archive", "copies"))
    for file in (january, moved, copy):
        file.parent.mkdir()
    january.write_text("The Harbor Board trained 12 men.\n")
    gestae("build", "jan")
    january.write_text("The Harbor Board trained 13 men.\n")
    assert "1 changed" in gestae("build", "jan/minutes.txt").stderr
    january.rename(moved)
    assert "1 unchanged" in gestae("build", "archive").stderr
    copy.write_text(moved.read_text())
    assert "1 unchanged" in gestae("build", "copies").stderr
    moved.write_text("The Harbor Board trained 14 men.\n")
    assert "1 changed" in gestae("build", "archive").stderr
    moved.unlink()
    copy.write_text("The Harbor Board trained 15 men.\n")
    assert "1 changed" in gestae("build", "copies").stderr
    (tmp_path / "store" / "origins.tsv").write_text("of no use\n\t\n")
    assert "1 unchanged" in gestae("build", "copies").stderr


def test_a_text_in_another_language_is_kept_and_named(gestae: Run, tmp_path: Path) -> None:
    (tmp_path / "hafen.txt").write_text(
        "Das Ministerium hat gestern die neue Brücke eröffnet und den Bau von zwei weiteren Häfen angekündigt, "
        "die im nächsten Jahr fertig werden sollen.\n"
    )
    done = gestae("build", "hafen.txt")
    assert "hafen: not in English, so nothing was read from it" in done.stderr
    assert "1 new" in done.stderr


def test_standard_input_is_read(gestae: Run) -> None:
    assert "1 new" in gestae("build", "-", stdin=GOOD).stderr


@pytest.mark.parametrize(
    "words", [("build",), ("export", "-f", "parquet"), ("draw",), ("query",), ("nonsense",)]
)
def test_wrong_usage_has_a_code_of_its_own(gestae: Run, words: tuple[str, ...]) -> None:
    gestae(*words, code=2)


@pytest.mark.parametrize(
    "words", [("export",), ("check",), ("query", "documents"), ("show", "PITF"), ("remove", "x")]
)
def test_without_a_store_every_command_says_so(gestae: Run, words: tuple[str, ...]) -> None:
    done = gestae(*words, code=1)
    assert len(done.stderr.splitlines()) == 1
    assert "store" in done.stderr


def test_an_unknown_reader_is_refused_before_anything_is_touched(gestae: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD)
    assert "no reader 'oracle'" in gestae("build", "good.txt", "--reader", "oracle", code=1).stderr
    assert not (tmp_path / "store").exists()


def test_a_text_that_was_lost_or_changed_is_restored_from_its_document(gestae: Run, tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / f"{name}.txt").write_text(f"{GOOD} It is the {name} pier.")
    gestae("build", "one.txt", "other.txt")
    first, second = (tmp_path / "store" / "texts").iterdir()
    first.unlink()
    second.write_text("Something else.")
    gestae("check", code=1)
    done = gestae("build", "one.txt", "other.txt")
    assert done.stderr.count("its text was lost or changed in the store, and is restored") == 2
    assert "2 unchanged" in done.stderr
    assert "problems: 0" in gestae("check").stderr
    assert "restored" not in gestae("build", "one.txt").stderr


@contextmanager
def heard() -> Iterator[None]:
    """Let a process that starts meanwhile hear Ctrl-C, also where the tests run in the background and do not."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def test_an_export_broken_off_says_that_nothing_was_changed(gestae: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")  # which nobody reads, so that writing waits
    (tmp_path / "good.txt").write_text(GOOD)
    gestae("build", "good.txt")
    command = [sys.executable, "-m", "gestae", "export", "-o", "pipe"]
    environment = os.environ | {"GESTAE_STORE": str(tmp_path / "store")}
    with heard():
        running = subprocess.Popen(command, cwd=tmp_path, env=environment, stderr=subprocess.PIPE, text=True)
    time.sleep(5)
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert said.strip() == "gestae: broken off; nothing was changed"


def test_what_ctrl_c_leaves_is_said_as_it_is_for_each_command(gestae: Run, tmp_path: Path) -> None:
    none = {"store_path": str(tmp_path / "none")}
    assert "there is no store yet" in told("build", none)
    (tmp_path / "good.txt").write_text(GOOD)
    gestae("build", "good.txt")
    store = {"store_path": str(tmp_path / "store")}
    assert "the store holds what was finished" in told("build", store)
    assert told("draw", store | {"target": "page.html"}).endswith(
        "nothing was changed, and page.html was not written"
    )
    assert "is not whole" in told("export", store | {"target": str(tmp_path)})
    assert "what the server was sent stays there" in told("neo4j push", none | {"uri": "bolt://pier.example"})
    assert "pull --replace" in told("neo4j pull", store)
    assert told("query", store | {"target": "-"}) == "broken off; nothing was changed"


def test_a_run_broken_off_leaves_a_store_that_can_be_continued(gestae: Run, tmp_path: Path) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for number in range(16):
        (many / f"{number:02}.txt").write_text(GOOD * 30 + str(number))
    command = [sys.executable, "-m", "gestae", "build", str(many), "--store", str(tmp_path / "store")]
    with heard():
        running = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True)
    readings = tmp_path / "store" / "readings.tsv"
    until = time.monotonic() + 60
    while time.monotonic() < until and not (readings.exists() and readings.read_text().count("\n") > 2):
        time.sleep(0.05)
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "broken off; the store holds what was finished, and the same command goes on from there" in said
    assert "problems: 0" in gestae("check").stderr
    done = gestae("build", many)
    assert "unchanged" in done.stderr
    assert "holds 16" in done.stderr

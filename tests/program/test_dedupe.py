"""Proposals of what may be one, in a pipe and on a terminal."""

import json
import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

TEXTS = {
    "a": "The Harbor Pilots Guild trained 40 pilots. The Harbor Pilots Guild closed two piers. HPG fined nobody.",
    "b": "The Harbour Pilots Guild opened three piers. The Harbour Pilots Guild trained sailors.",
    "c": "The Harbor Pilots Guild opened a school. Pier Fund 12 funded two piers.",
    "d": "Pier Fund 13 funded three piers.",
}


@pytest.fixture
def built(gestae: Run, tmp_path: Path) -> Run:
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text)
    gestae("build", *(f"{name}.txt" for name in TEXTS))
    return gestae


def proposed(gestae: Run) -> list[tuple[str, str, str]]:
    found = json.loads(gestae("dedupe", "-f", "json").stdout)
    return [(one["first_name"], one["second_name"], one["because"]) for one in found]


def test_pairs_come_with_evidence_and_what_is_judged_comes_no_more(built: Run) -> None:
    first = proposed(built)
    names = [{one, other} for one, other, _ in first]
    assert {"Harbor Pilots Guild", "Harbour Pilots Guild"} in names
    assert ("Harbor Pilots Guild", "Harbor Pilots Guild", "one name") in first
    assert not [pair for pair in names if {"Pier Fund 12", "Pier Fund 13"} <= pair]
    for one in json.loads(built("dedupe", "-f", "json").stdout):
        built("unsure", one["first"], one["second"])
    assert proposed(built) == []
    assert "nothing in this store" in built("dedupe").stderr


def test_a_pipe_gets_a_list(built: Run) -> None:
    listed = built("dedupe").stdout
    assert "names alike by" in listed and "claims)" in listed


def test_on_a_terminal_answers_are_kept_one_by_one(built: Run, tmp_path: Path) -> None:
    screen, theirs = pty.openpty()
    environment = {**os.environ, "GESTAE_STORE": str(tmp_path / "store"), "COLUMNS": "120"}
    asked = subprocess.Popen(
        [sys.executable, "-m", "gestae", "dedupe", "--by", "ann"],
        stdin=theirs, stdout=theirs, stderr=theirs, cwd=tmp_path, env=environment, close_fds=True,
    )  # fmt: skip
    os.close(theirs)
    try:
        assert "one and the same?" in _read_until(screen, "quit")
        os.write(screen, b"y\n")
        _read_until(screen, "[2 of")
        os.write(screen, b"q\n")
        assert asked.wait(60) == 0
    finally:
        asked.kill()
        os.close(screen)
    (line,) = built("judgements").stdout.splitlines()
    assert "ann" in line and "same: Harb" in line


def _read_until(screen: int, words: str) -> str:
    seen, end = "", time.monotonic() + 60
    while words not in seen and time.monotonic() < end:
        if select.select([screen], [], [], 1)[0]:
            seen += os.read(screen, 4096).decode(errors="replace")
    assert words in seen, seen
    return seen

"""The sessions that README and docs show: each command is run, and prints what they say it prints.

`$ cat FILE` shows a file that the session needs, and is how it comes to be. A server of the tests stands for the one
that a session starts and stops. What is shown may end with an ellipsis.
"""

import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from gestae.graph.neo4j_connection import Connection

Run = Callable[..., "CompletedProcess[str]"]

ROOT = Path(__file__).resolve().parents[2]
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d|(?<= on )\d{4}-\d\d-\d\d(?=: forget)")
_JUDGEMENT = re.compile(r"^[0-9a-f]{16}(?=  )", re.MULTILINE)
_OF_THE_SERVER = ("neo4j up", "neo4j down")


@dataclass(frozen=True)
class Step:
    """A command of a session and the lines that follow it."""

    command: str
    printed: str


def steps(page: str) -> Iterator[Step]:
    """The commands of a page: blocks that are indented by four spaces or fenced, in which `$ ` begins a command."""
    command, printed = "", list[str]()
    fenced = False
    for line in [*(ROOT / page).read_text(encoding="utf-8").splitlines(), "end"]:
        fenced ^= line.startswith("```")
        shown = line if fenced else line.removeprefix("    ")
        outside = bool(line) and not fenced and not line.startswith("    ")
        if command and (outside or shown.startswith("$ ")):
            yield Step(command, "\n".join(printed).strip("\n"))
            command, printed = "", []
        if not outside and shown.startswith("$ "):
            command = shown[2:]
        elif command:
            printed.append(shown)


@pytest.fixture
def followed(gestae: Run, tmp_path: Path) -> Callable[[str], None]:
    """Follow a page's session in an empty folder, in which there are the examples."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")

    def follow(page: str) -> None:
        session = [step for step in steps(page) if step.command.startswith(("gestae ", "cat "))]
        assert len(session) > 4
        for step in session:
            program, *words = shlex.split(step.command)
            if program == "cat":
                (tmp_path / words[0]).write_text(step.printed + "\n", encoding="utf-8")
            elif not step.command.startswith(tuple(f"gestae {words}" for words in _OF_THE_SERVER)):
                done = gestae(*words, code=None)
                told, shown = _lasting(done.stdout + done.stderr), _lasting(step.printed)
                if shown.endswith("…"):
                    assert told.startswith(shown.removesuffix("…").rstrip()), step.command
                else:
                    assert told == shown, step.command

    return follow


def _lasting(printed: str) -> str:
    """Without what differs from one run to another: names of folders, moments, and what is named by a moment."""
    named = re.sub(r"\S*\bstore holds", "store holds", printed)
    return _JUDGEMENT.sub("JUDGEMENT", _MOMENT.sub("MOMENT", named)).strip("\n")


def test_the_session_of_the_readme(followed: Callable[[str], None]) -> None:
    followed("README.md")


def test_the_session_of_linking(followed: Callable[[str], None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GESTAE_USER", "ann")
    followed("docs/linking.md")


@pytest.mark.neo4j
def test_the_session_of_neo4j(
    followed: Callable[[str], None], graph: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_URI", graph.address.uri)
    monkeypatch.setenv("NEO4J_PASSWORD", graph.address.password)
    followed("docs/neo4j.md")

"""The reader of the guide, installed and used as the guide says; and readers that are wrong."""

import json
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

GUIDE = Path(__file__).parents[2] / "docs" / "write-your-own-reader.md"
MINUTES = "Present: four.\nDecided: Harbor Board approved the new pier.\nDecided: Harbor Board funded two ferries.\n"


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Install a module as the reader `minutes`, as an installer does it: the module and its metadata on the path."""
    site = tmp_path / "site"
    info = site / "minutes_reader-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: minutes-reader\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[gestae.readers]\nminutes = minutes_reader:read\n")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(site), os.environ.get("PYTHONPATH", "")]))
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    (tmp_path / "minutes.txt").write_text(MINUTES)
    return lambda code: (site / "minutes_reader.py").write_text(code) and None


def of_the_guide() -> str:
    (code,) = re.findall(r"```python\n(.*?)```", GUIDE.read_text(), re.DOTALL)
    return str(code)


def facts(gestae: Run) -> list[dict[str, object]]:
    return [json.loads(line) for line in gestae("export", "-f", "facts").stdout.splitlines()]


def test_the_reader_of_the_guide_does_what_the_guide_says(
    gestae: Run, install: Callable[[str], None]
) -> None:
    code = of_the_guide()
    assert len(code.splitlines()) <= 30
    install(code)
    gestae("build", "minutes.txt", "--reader", "minutes")
    told = [(f["actor"], f["verb"], f["type"], f["object"], f["confidence"]) for f in facts(gestae)]
    assert told == [
        ("Harbor Board", "approve", "Sign", "the new pier", 0.9),
        ("Harbor Board", "fund", "Fund", "two ferries", 0.9),
    ]
    assert all(MINUTES[f["start"] : f["end"]] == f["quote"] for f in facts(gestae))  # type: ignore[misc]
    assert "problems: 0" in gestae("check").stderr


def test_it_works_in_several_processes(gestae: Run, install: Callable[[str], None]) -> None:
    install(of_the_guide())
    gestae("build", "minutes.txt", "--reader", "minutes", "--jobs", "2")
    assert len(facts(gestae)) == 2


def test_a_document_is_read_again_when_its_reader_has_changed(
    gestae: Run, install: Callable[[str], None]
) -> None:
    install(of_the_guide())
    gestae("build", "minutes.txt", "--reader", "minutes")
    assert "1 unchanged" in gestae("build", "minutes.txt", "--reader", "minutes").stderr
    install(of_the_guide().replace('"Sign"', '"Establish"'))
    assert "1 changed" in gestae("build", "minutes.txt", "--reader", "minutes").stderr
    assert facts(gestae)[0]["type"] == "Establish"


def test_what_the_text_does_not_hold_is_refused_and_the_rest_is_kept(
    gestae: Run, install: Callable[[str], None]
) -> None:
    wrong = of_the_guide().replace('line["fact"]),', 'line["fact"].replace("two", "ten")),')
    install(wrong)
    done = gestae("build", "minutes.txt", "--reader", "minutes", code=1)
    assert (
        "minutes: a fact of reader 'minutes' was refused: the words at 69–100 are not"
        in done.stderr.replace("\n", " ")
    )
    assert "facts refused: 1" in done.stderr
    assert [f["object"] for f in facts(gestae)] == ["the new pier"]


@pytest.mark.parametrize(
    ("changed", "to", "said"),
    [
        (
            'actor=Mention(line["who"], line["who"])',
            'actor=Mention("Nobody Here", "Nobody Here")',
            "Action.actor: the document does not name 'Nobody Here'",
        ),
        ('"Sign")', '"Nope")', "no action type has the notation 'Nope': did you mean"),
        (
            "confidence=0.9",
            "confidence=7 if verb == 'approve' else 0.9",
            "Action.confidence cannot be 7: give a number from 0 to 1",
        ),
    ],
)
def test_what_no_fact_of_the_document_can_say_is_refused_with_its_reader(
    gestae: Run, install: Callable[[str], None], changed: str, to: str, said: str
) -> None:
    install(of_the_guide().replace(changed, to))
    done = gestae("build", "minutes.txt", "--reader", "minutes", code=1)
    assert f"{said}" in done.stderr
    assert "gestae: minutes: " in done.stderr and "of reader 'minutes'" in done.stderr
    assert len(facts(gestae)) == (0 if "actor" in changed else 1)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_reader_that_would_end_the_program_is_named_and_the_rest_is_read(
    gestae: Run, install: Callable[[str], None], tmp_path: Path, jobs: str
) -> None:
    install(
        of_the_guide().replace(
            "    for line in",
            "    if 'Absent' in document.text:\n        raise SystemExit(3)\n    for line in",
        )
    )
    (tmp_path / "absent.txt").write_text("Absent: all.\n")
    done = gestae("build", "absent.txt", "minutes.txt", "--reader", "minutes", "--jobs", jobs, code=1)
    assert "gestae: absent: reader 'minutes' failed: SystemExit: 3" in done.stderr
    assert len(facts(gestae)) == 2


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("def read(document, *, pipeline=None):\n    raise KeyError('page')\n", "failed: KeyError: 'page'"),
        ("def read(document, *, pipeline=None):\n    return 7\n", "failed: TypeError"),
        ("def read(document, *, pipeline=None):\n    return ['words']\n", "no fact: 'words'"),
    ],
)
def test_a_reader_that_fails_is_named_and_leaves_nothing(
    gestae: Run, install: Callable[[str], None], code: str, said: str
) -> None:
    install(code)
    done = gestae("build", "minutes.txt", "--reader", "minutes", code=1)
    assert said in done.stderr
    assert facts(gestae) == []


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("import nowhere_to_be_found\n", "cannot be loaded"),
        ("raise SystemExit('no key')\n", "cannot be loaded: SystemExit: no key"),
        ("read = 7\n", "cannot be called"),
    ],
)
def test_a_reader_that_cannot_be_used_touches_nothing(
    gestae: Run, install: Callable[[str], None], tmp_path: Path, code: str, said: str
) -> None:
    install(code)
    assert said in gestae("build", "minutes.txt", "--reader", "minutes", code=1).stderr
    assert not (tmp_path / "store").exists()

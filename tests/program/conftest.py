"""The program as a user runs it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def gestae(tmp_path: Path) -> Run:
    """Run `gestae` in an empty folder, with a store of its own."""

    def run(
        *words: str | Path, stdin: str | None = None, code: int | None = 0
    ) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "GESTAE_STORE": str(tmp_path / "store"), "COLUMNS": "120"}
        command = [sys.executable, "-m", "gestae", *map(str, words)]
        done = subprocess.run(
            command,
            cwd=tmp_path,
            env=environment,
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        assert code is None or done.returncode == code, done.stderr
        assert "Traceback" not in done.stderr
        return done

    return run


@pytest.fixture(scope="module")
def once(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the module's NOTICE and a store of it, built once and not to be changed."""
    folder = tmp_path_factory.mktemp("once")
    (folder / "notice.txt").write_text(request.module.NOTICE)
    command = [sys.executable, "-m", "gestae", "build", "notice.txt", "--store", "store"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder


@pytest.fixture
def built(gestae: Run, tmp_path: Path, once: Path) -> Run:
    """`gestae` with a store of one notice."""
    shutil.copytree(once, tmp_path, dirs_exist_ok=True)
    return gestae

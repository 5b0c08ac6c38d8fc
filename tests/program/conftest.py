"""The program as a user runs it."""

import os
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

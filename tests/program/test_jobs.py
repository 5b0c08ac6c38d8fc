"""Reading in several processes: the same graph, and a clean end whatever happens to them."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals to groups of processes")


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A folder of twenty documents that take a while."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(20):
        lines = (
            f"The Department of Labor funded {number + line} shelters in 2031." for line in range(100, 160)
        )
        (folder / f"{number:02}.txt").write_text("\n".join(lines))
    return folder


@contextmanager
def building(folder: Path, store: Path) -> Iterator[subprocess.Popen[str]]:
    """A build by two processes, handed over when it has stored some documents."""
    command = [sys.executable, "-m", "gestae", "build", str(folder), "--store", str(store), "--jobs", "2"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as running:
        until = time.monotonic() + 120
        readings = store / "readings.tsv"
        while time.monotonic() < until and not (readings.exists() and readings.read_text().count("\n") > 2):
            time.sleep(0.05)
        assert running.poll() is None, "the build ended before it could be disturbed"
        try:
            yield running
        finally:
            if running.poll() is None:
                os.killpg(running.pid, signal.SIGKILL)


def left(group: int) -> list[int]:
    """The processes of a group that are alive a while after its first has ended: a child may take a moment."""
    until = time.monotonic() + 10
    while (alive := members(group)) and time.monotonic() < until:
        time.sleep(0.1)
    return alive


def members(group: int) -> list[int]:
    """The processes of a group that are alive."""
    listed = subprocess.run(
        ["ps", "-eo", "pgid=,pid=,stat="], capture_output=True, text=True, check=True
    ).stdout
    rows = (line.split() for line in listed.splitlines())
    return [int(pid) for pgid, pid, state in rows if int(pgid) == group and not state.startswith("Z")]


def test_two_processes_make_the_same_graph_as_one(gestae: Run, many: Path, tmp_path: Path) -> None:
    for file in sorted(many.iterdir())[4:]:
        file.unlink()
    gestae("build", many, "--store", tmp_path / "one")
    gestae("build", many, "--store", tmp_path / "two", "--jobs", "2")
    one, two = (
        gestae("export", "-f", "nquads", "--store", tmp_path / name).stdout for name in ("one", "two")
    )
    assert one == two
    assert one


def test_ctrl_c_ends_all_of_them_with_one_line(gestae: Run, many: Path, tmp_path: Path) -> None:
    with building(many, tmp_path / "store") as running:
        # As a terminal does it: to every process of the group.
        os.killpg(running.pid, signal.SIGINT)
        _, said = running.communicate(timeout=60)
        assert running.returncode == 130
        assert [line for line in said.splitlines() if line] == [
            "gestae: broken off; the store holds what was finished, and the same command goes on from there"
        ]
        assert left(running.pid) == []
    assert "problems: 0" in gestae("check").stderr


def test_a_process_that_is_killed_ends_the_run_with_a_word_of_advice(
    gestae: Run, many: Path, tmp_path: Path
) -> None:
    with building(many, tmp_path / "store") as running:
        listed = subprocess.run(
            ["ps", "-ww", "-o", "pid=,args=", "--ppid", str(running.pid)],
            capture_output=True,
            text=True,
            check=True,
        )
        worker = next(int(line.split()[0]) for line in listed.stdout.splitlines() if "spawn_main" in line)
        os.kill(worker, signal.SIGKILL)
        _, said = running.communicate(timeout=60)
        assert running.returncode == 1
        assert "Traceback" not in said
        assert "try again with fewer --jobs" in said
        assert left(running.pid) == []
    assert "problems: 0" in gestae("check").stderr


def test_a_killed_run_leaves_a_store_that_goes_on(gestae: Run, many: Path, tmp_path: Path) -> None:
    with building(many, tmp_path / "store") as running:
        os.killpg(running.pid, signal.SIGKILL)
        running.communicate(timeout=60)
    assert "problems: 0" in gestae("check").stderr
    assert "holds 20" in gestae("build", many).stderr


def test_a_missing_pipeline_is_said_once(gestae: Run, many: Path, tmp_path: Path) -> None:
    done = gestae("build", many, "--pipeline", "no_such_pipeline", code=1)
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "store").exists()

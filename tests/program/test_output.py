"""Where answers go: files whole or not at all, pipes that close early, and what cannot be written."""

import json
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from gestae.graph.dataset import Store

Run = Callable[..., subprocess.CompletedProcess[str]]
NOTICE = (
    "On May 2, 2031, the Department of Labor published a list of goods made by children. "
    "The Department of Justice will train 1,200 officers. "
    "According to critics, the Department of State did not fund 12 shelters.\n"
)


def test_what_was_built_is_told_on_standard_error_alone(gestae: Run, tmp_path: Path) -> None:
    (tmp_path / "notice.txt").write_text(NOTICE)
    done = gestae("build", "notice.txt")
    assert done.stdout == ""
    assert "documents: 1 new; " in done.stderr
    assert " actors, " in done.stderr
    assert "\x1b" not in done.stderr


def test_a_pipe_that_closes_early_is_no_error(built: Run, tmp_path: Path) -> None:
    big = "\n".join(
        f"The Department of Labor funded {number} shelters in 2031." for number in range(100, 400)
    )
    (tmp_path / "big.txt").write_text(big)
    built("build", "big.txt")
    command = [sys.executable, "-m", "gestae", "export", "-f", "nquads", "--store", str(tmp_path / "store")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline().endswith(" .\n")
        running.stdout.close()
        assert running.stderr.read() == ""


@pytest.mark.parametrize(
    "words",
    [
        ("export",),
        ("export", "-f", "csv"),
        ("draw",),
        ("query", "documents"),
        ("query", "documents", "-f", "json"),
    ],
)
def test_a_file_that_cannot_be_written_is_named_in_one_line(built: Run, words: tuple[str, ...]) -> None:
    done = built(*words, "-o", "nowhere/out.file", code=1)
    assert [line for line in done.stderr.splitlines() if "nowhere/out.file: no such folder" in line]


def test_a_file_is_replaced_only_by_a_whole_one(built: Run, tmp_path: Path) -> None:
    out = tmp_path / "graph.ttl"
    out.write_text("what was there before")
    built("export", "-o", out, "--store", tmp_path / "none", code=1)
    assert out.read_text() == "what was there before"
    built("export", "-o", out)
    assert out.read_text() == built("export").stdout
    assert sorted(path.name for path in tmp_path.glob("*graph*")) == ["graph.ttl"]


def test_a_pipe_is_written_to_and_stays_one(built: Run, tmp_path: Path) -> None:
    pipe = tmp_path / "facts.pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE, text=True) as reading:
        built("export", "-f", "csv", "-o", pipe)
        read, _ = reading.communicate(timeout=60)
    assert read == built("export", "-f", "csv").stdout
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_device_is_written_to_and_stays_one(built: Run, tmp_path: Path) -> None:
    device = tmp_path / "sink"
    try:
        os.mknod(device, 0o600 | stat.S_IFCHR, os.makedev(1, 3))  # one that swallows all
    except PermissionError:
        pytest.skip("a device cannot be made here: that needs the rights of root")
    built("query", "documents", "-o", device)
    assert stat.S_ISCHR(device.stat().st_mode)


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1"])
def test_standard_output_has_a_name_among_files_too(built: Run, name: str) -> None:
    before = set(Path("/dev").iterdir())
    assert built("export", "-o", name).stdout == built("export").stdout
    assert set(Path("/dev").iterdir()) == before


def test_what_bash_gives_as_a_file_is_written_to(built: Run, tmp_path: Path) -> None:
    command = f"'{sys.executable}' -m gestae export -f csv --store store -o >(wc -l > lines); wait $!"
    subprocess.run(["bash", "-c", command], cwd=tmp_path, check=True)
    assert int((tmp_path / "lines").read_text()) == len(built("export", "-f", "csv").stdout.splitlines())


@pytest.mark.parametrize("form", ["turtle", "gold"])
def test_no_name_and_a_folder_are_refused_without_a_trace(built: Run, tmp_path: Path, form: str) -> None:
    (tmp_path / "folder").mkdir()
    before = sorted(tmp_path.rglob("*"))
    assert "it is empty" in built("export", "-f", form, "-o", "", code=2).stderr
    if form == "turtle":
        for name in ("folder", "other/"):
            assert f"{name}: a folder, and a file is needed" in built("export", "-o", name, code=1).stderr
    assert sorted(tmp_path.rglob("*")) == before


def test_a_link_stays_one_and_a_file_keeps_its_mode(built: Run, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    real = tmp_path / "elsewhere" / "real.ttl"
    real.touch(0o640)
    (tmp_path / "link.ttl").symlink_to(real)
    built("export", "-o", "link.ttl")
    assert (tmp_path / "link.ttl").is_symlink()
    assert real.read_text() == built("export").stdout
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_what_ends_an_export_leaves_no_part_of_a_file(tmp_path: Path, number: signal.Signals) -> None:
    writing = (
        "import signal, sys, time; from gestae.writing import writer\n"
        # Where tests run in the background, Ctrl-C is ignored.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "with writer('graph.ttl') as out:\n    out.write(b'@prefix'); print(flush=True); time.sleep(60)"
    )
    command = [sys.executable, "-c", writing]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        running.stdout.readline()
        assert len(list(tmp_path.iterdir())) == 1
        running.send_signal(number)
        running.wait(30)
    assert list(tmp_path.iterdir()) == []


def test_a_table_is_uncut_in_a_file(built: Run, tmp_path: Path) -> None:
    built("query", "who-did-what", "-o", "answer.txt")
    assert "published a list of goods made by children" in (tmp_path / "answer.txt").read_text()


def test_a_query_comes_from_a_file_from_standard_input_or_as_text(built: Run, tmp_path: Path) -> None:
    text = "SELECT ?name WHERE { ?d a gestae:Document ; gestae:name ?name }"
    (tmp_path / "own.rq").write_text(text)
    answers = {
        built("query", "own.rq").stdout,
        built("query", "-", stdin=text).stdout,
        built("query", text).stdout,
    }
    assert answers == {"name\n------\nnotice\n"}


def test_the_named_questions_are_listed_with_their_parameters(gestae: Run) -> None:
    listed = gestae("query", "--list").stdout
    assert "actions-of: What one actor did" in listed
    assert "    actor=full name, acronym or IRI\n" in listed


def test_what_two_things_are_called_lists_both(built: Run, tmp_path: Path) -> None:
    (tmp_path / "again.txt").write_text(
        "According to critics, the Department of Labor did not fund 3 shelters.\n"
    )
    built("build", "again.txt")
    listed = built("show", "critics").stdout
    assert "critics (in again)" in listed
    assert "critics (in notice)" in listed


def test_show_suggests_what_may_be_meant(built: Run) -> None:
    assert "did you mean 'department of labor'" in built("show", "Department of Labour", code=1).stderr


def test_a_fact_is_shown_by_the_id_that_show_prints(built: Run) -> None:
    line = next(
        line for line in built("show", "Department of Labor").stdout.splitlines() if "  fact " in line
    )
    shown = built("show", line.rpartition("  fact ")[2]).stdout
    assert "published a list of goods" in shown and "1 statement:" in shown


def test_triples_are_written_as_such_or_refused(built: Run, tmp_path: Path) -> None:
    made = "CONSTRUCT { ?d a gestae:Seen } WHERE { ?d a gestae:Document }"
    for form in ("json", "csv", "tsv", "xml"):
        refused = built("query", made, "-f", form, "-o", "seen", code=1).stderr
        assert f"triples, which {form} cannot hold: ask for ntriples" in refused
        assert not (tmp_path / "seen").exists()
    assert built("query", made, "-f", "ntriples").stdout.endswith("#Seen> .\n")


def test_a_store_without_imports_says_so(built: Run) -> None:
    done = built("authority", "list")
    assert done.stdout == "" and "nothing was imported into this store" in done.stderr


def test_readers_share_the_store_and_a_writer_waits_for_nobody(built: Run, tmp_path: Path) -> None:
    with Store(tmp_path / "store"):
        assert built("query", "documents").stdout
        assert "another process reads or writes this store" in built("remove", "notice", code=1).stderr
    with Store(tmp_path / "store", write=True):
        for words in (("export",), ("show", "DOL"), ("check",), ("build", "notice.txt")):
            done = built(*words, code=1)
            assert "another process" in done.stderr
            assert len(done.stderr.splitlines()) == 1


def test_the_store_is_named_by_option_environment_or_place(built: Run, tmp_path: Path) -> None:
    (tmp_path / "store").rename(tmp_path / "gestae-store")
    built("query", "documents", code=1)
    assert "notice" in built("query", "documents", "--store", "gestae-store").stdout
    environment = {name: value for name, value in os.environ.items() if name != "GESTAE_STORE"}
    command = [sys.executable, "-m", "gestae", "query", "documents"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert "notice" in done.stdout


def test_an_act_within_a_law_goes_by_the_number_of_the_law(gestae: Run, tmp_path: Path) -> None:
    (tmp_path / "notice.txt").write_text(
        "The SECURE 2.0 Act of 2022 helps savers. Division H of Public Law 118-50 funds the ports.\n"
    )
    gestae("build", "notice.txt")
    rows = [json.loads(line) for line in gestae("export", "-f", "facts").stdout.splitlines()]
    laws = {row["identifier"] for row in rows if row["kind"] == "instrument"}
    assert laws == {"Pub. L. 117-328", "Pub. L. 118-50, div. H"}


def test_facts_hold_their_quotes(built: Run) -> None:
    rows = [json.loads(line) for line in built("export", "-f", "facts").stdout.splitlines()]
    assert rows
    for row in rows:
        assert NOTICE[row["start"] : row["end"]] == row["quote"]

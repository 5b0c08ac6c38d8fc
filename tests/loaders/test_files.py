import os
from pathlib import Path

import pytest

from gestae.graph import folder
from gestae.loaders.files import Found, Skipped, files
from gestae.ontology.errors import BrokenInput, InputError, MissingInput, UnknownFormat


def made(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("The office acted.")


def names(*paths: Path | str) -> list[str]:
    return [file.name for file in files(map(str, paths), Skipped()) if isinstance(file, Found)]


def refused(path: Path | str) -> InputError:
    (only,) = files([str(path)], Skipped())
    assert isinstance(only, InputError)
    return only


def test_folders_are_read_deep_and_in_order(tmp_path: Path) -> None:
    made(tmp_path, "b.txt", "a/z.md", "a/b/c.HTML", "a.pdf", "c/x.docx", "d.v2.markdown")
    assert names(tmp_path) == ["a/b/c", "a/z", "a", "b", "c/x", "d.v2"]


def test_a_file_given_by_itself_goes_by_its_stem(tmp_path: Path) -> None:
    made(tmp_path, "a/z.md")
    assert names(tmp_path / "a" / "z.md") == ["z"]


def test_what_is_not_for_reading_is_counted(tmp_path: Path) -> None:
    made(
        tmp_path,
        "a.txt",
        "a.json",
        "a.gold.jsonl",
        "b.json",
        "c.csv",
        "README",
        ".x.txt",
        ".git/d.txt",
        "e/.f/g.md",
    )
    folder.create(tmp_path / "store", None)
    made(tmp_path, "store/texts/0123.txt")
    skipped = Skipped()
    assert [file.name for file in files([str(tmp_path)], skipped) if isinstance(file, Found)] == ["a"]
    assert skipped == Skipped(unknown=3, sidecars=1, annotations=1, hidden=3, stores=1)


@pytest.mark.parametrize("name", ["a.csv", "a.json", "README", "a.doc"])
def test_an_unknown_kind_that_is_named_is_refused(tmp_path: Path, name: str) -> None:
    made(tmp_path, name)
    error = refused(tmp_path / name)
    assert isinstance(error, UnknownFormat)
    assert ".docx" in error.reason


def test_annotations_that_are_named_are_refused(tmp_path: Path) -> None:
    made(tmp_path, "a.gold.jsonl")
    assert str(refused(tmp_path / "a.gold.jsonl")).endswith("a.gold.jsonl: annotations are never read")


@pytest.mark.parametrize("path", ["nowhere.txt", "", "a\0b.txt", "a.txt/b.txt"])
def test_a_path_to_nothing(tmp_path: Path, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path, "a.txt")
    monkeypatch.chdir(tmp_path)
    assert isinstance(refused(path), MissingInput)


def test_a_store_is_no_folder_of_documents(tmp_path: Path) -> None:
    folder.create(tmp_path / "store", None)
    assert "a gestae store" in refused(tmp_path / "store").reason


def test_nothing_is_read_twice(tmp_path: Path) -> None:
    made(tmp_path, "a.txt", "b/c.txt")
    skipped = Skipped()
    found = list(files(map(str, (tmp_path / "a.txt", tmp_path, tmp_path / "b", tmp_path / "a.txt")), skipped))
    assert [file.name for file in found if isinstance(file, Found)] == ["a", "b/c"]
    assert skipped.repeated == 3


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_that_go_round_end(tmp_path: Path) -> None:
    made(tmp_path, "a/b/c.txt")
    (tmp_path / "a" / "b" / "up").symlink_to(tmp_path / "a")
    (tmp_path / "a" / "self.txt").symlink_to("self.txt")
    (tmp_path / "a" / "gone.txt").symlink_to("nothing.txt")
    (tmp_path / "a" / "gone.csv").symlink_to("nothing.csv")
    (tmp_path / "a" / "same.txt").symlink_to("b/c.txt")
    skipped = Skipped()
    found = list(files([str(tmp_path)], skipped))
    assert [file.name for file in found if isinstance(file, Found)] == ["a/b/c"]
    assert {type(file) for file in found if isinstance(file, InputError)} == {MissingInput, BrokenInput}
    assert (skipped.repeated, skipped.unknown) == (2, 1)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes there")
def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "p.txt")
    for path in (tmp_path, tmp_path / "p.txt"):
        assert "a pipe, socket or device" in refused(path).reason


def test_folders_deeper_than_calls_may_go(tmp_path: Path) -> None:
    chain = [tmp_path]
    try:
        for _ in range(1200):
            chain.append(chain[-1] / "d")
            chain[-1].mkdir()
        made(chain[-1], "a.txt")
        assert len(names(tmp_path)) == 1
    finally:  # what clears up after tests goes no deeper than calls may go
        (chain[-1] / "a.txt").unlink(missing_ok=True)
        for folder_made in reversed(chain[1:]):
            folder_made.rmdir()

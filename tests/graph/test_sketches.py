from pathlib import Path

import numpy as np

from gestae.graph.near_duplicates import sketch
from gestae.graph.sketches import Sketches

TEXTS = {letter * 64: f"{letter} boat lies at the pier of {letter} and waits" for letter in "abc"}
LONG = " ".join(f"boat{number}" for number in range(500))


def test_a_text_is_sketched_once_and_never_again(tmp_path: Path) -> None:
    read: list[str] = []

    def text(sha256: str) -> str:
        read.append(sha256)
        return TEXTS.get(sha256, LONG)

    for _ in range(2):
        with Sketches(tmp_path / "sketches.npy", text) as sketches:
            for sha256 in (*TEXTS, "d" * 64):
                assert np.array_equal(sketches.of(sha256), sketch(TEXTS.get(sha256, LONG)))
    assert read == [*TEXTS, "d" * 64]


def test_what_is_no_longer_asked_for_is_let_go(tmp_path: Path) -> None:
    path = tmp_path / "sketches.npy"
    for wanted in ("abc", "a"):
        with Sketches(path, lambda sha256: TEXTS[sha256]) as sketches:
            for letter in wanted:
                sketches.of(letter * 64)
    assert len(np.load(path)) == 1


def test_a_damaged_file_costs_only_time(tmp_path: Path) -> None:
    path = tmp_path / "sketches.npy"
    for damage in (b"", b"no array", b"\x93NUMPY\x01\x00"):
        path.write_bytes(damage)
        with Sketches(path, lambda sha256: TEXTS[sha256]) as sketches:
            assert len(sketches.of("a" * 64))

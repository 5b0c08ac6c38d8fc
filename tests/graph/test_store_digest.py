"""The digest of a store is kept while its database stays as it is, and never outlives a change."""

import json
from pathlib import Path

import pyoxigraph as ox
import pytest

from gestae.graph.dataset import Store
from gestae.graph.store_digest import store_digest

GRAPH = ox.NamedNode("https://example.org/graph")


def written(folder: Path, *numbers: int) -> None:
    with Store(folder, write=True) as store:
        store.put_graph(
            GRAPH,
            [ox.Triple(ox.NamedNode(f"https://example.org/{n}"), GRAPH, ox.Literal(str(n))) for n in numbers],
        )


def digest(folder: Path) -> str:
    with Store(folder) as store:
        return store_digest(store, store.quads)


def test_second_time_reads_nothing(tmp_path: Path) -> None:
    written(tmp_path, 1, 2)
    first = digest(tmp_path)
    with Store(tmp_path) as store:
        assert store_digest(store, ()) == first


def test_every_change_is_seen(tmp_path: Path) -> None:
    seen = []
    for numbers in ((1,), (2,), (1, 2), (3, 2), (1,)):
        written(tmp_path, *numbers)
        seen.append(digest(tmp_path))
    assert len(set(seen)) == 4
    assert seen[0] == seen[4]


def test_a_writer_sees_its_own_changes(tmp_path: Path) -> None:
    written(tmp_path, 1)
    before = digest(tmp_path)
    with Store(tmp_path, write=True) as store:
        store.quads.add(ox.Quad(GRAPH, GRAPH, GRAPH, GRAPH))
        assert store_digest(store, store.quads) != before
    assert digest(tmp_path) != before


@pytest.mark.parametrize("damage", ["", "[]", "{}", '{"version": 1}', "\0"])
def test_a_damaged_record_is_passed_over(tmp_path: Path, damage: str) -> None:
    written(tmp_path, 1)
    first = digest(tmp_path)
    (tmp_path / "digest.json").write_text(damage, "utf-8")
    assert digest(tmp_path) == first
    assert json.loads((tmp_path / "digest.json").read_text("utf-8"))["digest"] == first

"""A conflict in the readable graph: one node, both sides as its evidence."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from harbor import ORDER, belongs, counted, did, know, tell

from gestae.graph.compared import update
from gestae.graph.dataset import Store
from gestae.graph.network import network


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "store", write=True) as opened:
        know(opened)
        for name, time in (("blog", "2030-01"), ("right", "2031-01-31")):
            words = f"Ann Lee signed the Harbor Order {time}"
            tell(opened, name, did(words, "Ann Lee", "sign", "Harbor Order", time=time), publisher=name)
        said = counted("The council has 3 members", "3", "members", "membership", actor="Harbor Council")
        tell(opened, "page", said, *(belongs(f"member: Agency {n}.", f"Agency {n}") for n in "ABCDE"))
        update(opened)
        yield opened


def test_a_conflict_is_joined_to_both_sides_and_to_what_it_is_about(store: Store) -> None:
    graph = network(store.quads, around=ORDER)
    (node,) = [node for node, kind in graph.nodes(data="kind") if kind == "conflict"]
    attributes = graph.nodes[node]
    assert attributes["label"] == "2030-01 ≠ 2031-01-31"
    assert attributes["name"] == "sign · Harbor Order · when: 2030-01 ≠ 2031-01-31"
    assert [said.document.name for said in attributes["evidence"]] == ["blog", "right"]
    sides = [target for _, target, key in graph.out_edges(node, keys=True) if key == "POSITION"]
    assert {graph.nodes[side]["documents"] for side in sides} == {("blog",), ("right",)}
    assert graph.has_edge(node, ORDER, key="ABOUT")


def test_of_some_documents_it_shows_the_side_that_they_take(store: Store) -> None:
    graph = network(store.quads, documents=["blog"])
    (node,) = [node for node, kind in graph.nodes(data="kind") if kind == "conflict"]
    assert [said.document.name for said in graph.nodes[node]["evidence"]] == ["blog"]
    assert "2031-01-31" in graph.nodes[node]["title"]


def test_a_list_against_a_count_shows_the_words_of_both(store: Store) -> None:
    graph = network(store.quads, documents=["page"])
    (node,) = [node for node, kind in graph.nodes(data="kind") if kind == "conflict"]
    quotes = [said.quote for said in graph.nodes[node]["evidence"]]
    assert "The council has 3 members" in quotes
    assert len(quotes) == 6

"""What a server does not hold yet is created by shape: nothing twice, nothing lost, whatever the shapes."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from gestae.graph.neo4j_batch import Writer, write_batches
from gestae.graph.neo4j_connection import Connection
from gestae.graph.neo4j_create import Creator
from gestae.graph.neo4j_cypher import CREATE_CONSTRAINT
from gestae.graph.neo4j_pull import pull
from gestae.graph.neo4j_push import Source, meta, push
from gestae.graph.neo4j_rows import row
from gestae.graph.neo4j_sort import by_subject
from gestae.graph.neo4j_terms import Statement
from gestae.graph.neo4j_write import Change
from gestae.ontology.terms import RDF

G = "https://w3id.org/gestae/ontology#"


def link(subject: int, name: str, target: int) -> Statement:
    return Statement(f"urn:n{subject:03}", name, f"urn:n{target:03}", "#", "urn:g")


def shapes() -> list[Statement]:
    """Common shapes and rare ones, more links than one statement takes, long names, links on and back."""
    made = [Statement(f"urn:n{number:03}", f"{G}verb", "open", "", "urn:g") for number in range(0, 120, 2)]
    for number in range(120):
        made += [
            link(number, f"{G}actor", (number * 7) % 130),
            link(number, f"{G}object", (number * 3) % 120),
        ]
        if number % 3 == 0:
            made.append(Statement(f"urn:n{number:03}", RDF.type.value, f"{G}Action", "#", "urn:g"))
            made += [link(number, f"{G}member", target) for target in range(20)]
        if number % 11 == 0:
            made.append(Statement(f"urn:n{number:03}", f"urn:p{number}", "alone", "", "urn:g"))
            made.append(link(number, f"urn:p{number}", 5))
            made.append(link(number, "urn:" + "long" * 300, 7))
    return sorted(set(made))


def changes() -> list[Change]:
    return [Change(row(group), len(group), known=False) for group in by_subject(shapes())]


@pytest.fixture
def keyed(graph: Connection) -> Connection:
    """A database whose keys are unique, as every push makes sure of first."""
    graph.run(CREATE_CONSTRAINT)
    return graph


def batches(size: int) -> Iterator[list[Change]]:
    every = changes()
    return (every[start : start + size] for start in range(0, len(every), size))


@pytest.mark.parametrize(("size", "most"), [(1_000, 1_000), (40, 1_000), (40, 30), (1, 3)])
@pytest.mark.neo4j
def test_every_shape_comes_back_however_it_is_cut(keyed: Connection, size: int, most: int) -> None:
    creator = Creator(most=most)
    write_batches(keyed, (creator.batch(batch) for batch in batches(size)))
    assert sorted(pull(keyed)) == shapes()
    assert keyed.read("MATCH (n:Gestae) WITH n.iri AS iri, count(*) AS n WHERE n > 1 RETURN iri") == []


@pytest.mark.neo4j
def test_a_batch_that_was_written_already_is_written_over(keyed: Connection) -> None:
    batch = Creator().batch(changes())
    write_batches(keyed, [batch, batch])
    assert sorted(pull(keyed)) == shapes()


@pytest.mark.neo4j
def test_nodes_that_never_got_their_relationships_get_them(graph: Connection) -> None:
    graph.run(CREATE_CONSTRAINT)
    batch = Creator().batch(changes())
    write_batches(graph, [replace(batch, links=[])])
    assert set(pull(graph)) < set(shapes())
    done = push(graph, Source("died", "1", shapes))
    assert 0 < done.written == len({item.subject for item in shapes() if item.kind == "#"})
    assert sorted(pull(graph)) == shapes()


@pytest.mark.neo4j
def test_a_node_that_comes_between_stops_no_push(graph: Connection) -> None:
    def statements() -> Iterator[Statement]:
        # By now the server was asked what it holds, which was nothing.
        graph.run("CREATE (:Gestae:Watched {iri: 'urn:n004', note: 'mine'})")
        yield from shapes()

    done = push(graph, Source("between", "1", statements))
    assert done.written == 120
    assert sorted(pull(graph)) == shapes()
    assert meta(graph)["state"] == "complete"
    (kept,) = graph.read("MATCH (n:Watched) RETURN n.note AS note, n.verb AS verb")
    assert kept == {"note": "mine", "verb": "open"}


@pytest.mark.neo4j
def test_numbers_are_forgotten_and_found_again(keyed: Connection) -> None:
    creator = Creator()
    with Writer(keyed, most=5) as writer:
        for batch in batches(20):
            writer.write(creator.batch(batch))
    assert len(writer.numbers) <= 5
    assert sorted(pull(keyed)) == shapes()


@pytest.mark.neo4j
def test_a_number_that_went_to_another_node_is_found_out(keyed: Connection) -> None:
    other = keyed.run("CREATE (n:Mine) RETURN id(n) AS number")[0]["number"]
    creator = Creator()
    first, second, *_ = batches(40)
    with Writer(keyed) as writer:
        writer.write(creator.batch(first))
        astray = next(
            key for key in writer.numbers if any(e.target == key for c in second for e in c.row.edges)
        )
        writer.numbers[astray] = other
        writer.write(creator.batch(second))
    assert sorted(pull(keyed)) != shapes()
    writer.check()
    push(keyed, Source("astray", "1", shapes))
    assert sorted(pull(keyed)) == shapes()


def test_what_was_pointed_at_is_created_no_second_time() -> None:
    first, second, *_ = changes()
    creator = Creator()
    assert not creator.batch([first]).others
    assert second.row.key not in {edge.target for edge in first.row.edges} or creator.batch([second]).others
    pointed = min(edge.target for edge in first.row.edges if edge.target > second.row.key)
    later = next(change for change in changes() if change.row.key == pointed)
    assert creator.batch([later]).others == [later]


def test_rare_shapes_get_no_statement_of_their_own() -> None:
    batch = Creator().batch(changes())
    texts = [each.text for each in batch.nodes]
    assert len(texts) == len(set(texts))
    assert not [text for text in texts if "urn:p" in text]

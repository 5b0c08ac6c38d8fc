"""The same triples into one Neo4j: by gestae, by a bare UNWIND loop of the driver, and by rdflib-neo4j 1.1.

    python -m venv PEER && PEER/bin/pip install rdflib-neo4j==1.1
    python benchmarks/neo4j/peers.py WORK --peer PEER/bin/python [--triples 200000] [--rounds 2]

All write into the empty database of one server, which is started in the folder WORK, turn by turn; the best of
the rounds counts. gestae starts from an N-Quads file, as `gestae neo4j push --from` does, and its time holds
reading, sorting, mapping and writing. The bare loop is given the very rows, ready in memory, in batches of the
same size, and only writes. rdflib-neo4j reads the triples as N-Triples in its own process, with batching on,
names without their namespaces (its cheapest strategy), and the best of three batch sizes.
"""

import argparse
import os
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from sample import write_sample

from gestae.graph import neo4j_cypher as cypher
from gestae.graph.neo4j_connection import Address, Connection
from gestae.graph.neo4j_files import file_source
from gestae.graph.neo4j_push import push
from gestae.graph.neo4j_rows import Row, row
from gestae.graph.neo4j_server import Server, Settings
from gestae.graph.neo4j_sort import by_subject

PEER = """
import os, sys, time
from rdflib import Graph
from rdflib_neo4j import HANDLE_VOCAB_URI_STRATEGY, Neo4jStore, Neo4jStoreConfig
auth = {"uri": sys.argv[2], "database": "neo4j", "user": "neo4j", "pwd": os.environ["NEO4J_PASSWORD"]}
config = Neo4jStoreConfig(auth_data=auth, batching=True, batch_size=int(sys.argv[3]),
                          handle_vocab_uri_strategy=HANDLE_VOCAB_URI_STRATEGY.IGNORE)
start = time.perf_counter()
graph = Graph(store=Neo4jStore(config=config))
graph.parse(sys.argv[1], format="nt")
graph.close(True)
print(time.perf_counter() - start)
"""


def main() -> None:
    """Run the peers turn by turn and print triples a second."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("work", type=Path)
    parser.add_argument("--peer", help="Python with rdflib-neo4j 1.1.")
    parser.add_argument("--triples", type=int, default=200_000)
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    quads, triples = options.work / "sample.nq", options.work / "sample.nt"
    count = write_sample(quads, options.triples)
    with triples.open("w", encoding="utf-8") as file:
        file.writelines(line.rpartition(" <")[0] + " .\n" for line in quads.open(encoding="utf-8"))
    rows = [row(group) for group in by_subject(file_source(quads).statements())]
    server = Server(options.work / "neo4j")
    address = server.up(Settings(heap="2g", page_cache="512m"))
    ways: dict[str, Callable[[], float]] = {
        "gestae": lambda: by_gestae(address, quads),
        "bare UNWIND loop, same rows": lambda: by_loop(address, rows),
    }
    if options.peer:
        for size in (5_000, 10_000, 20_000):
            ways[f"rdflib-neo4j 1.1, batches of {size:,}"] = lambda size=size: by_rdflib(  # type: ignore[misc]
                address, triples, options.peer, size
            )
    best = dict.fromkeys(ways, float("inf"))
    try:
        with Connection(address) as connection:
            by_gestae(address, quads)  # so that the server is warm for all of them
            for _ in range(options.rounds):
                for name, way in ways.items():
                    empty(connection)
                    best[name] = min(best[name], way())
            empty(connection)
    finally:
        server.down()
    for name, seconds in best.items():
        ratio = best["gestae"] / seconds
        sys.stdout.write(f"{name:40} {seconds:7.2f} s {count / seconds:10,.0f} triples/s   {ratio:5.2f}\n")
    sys.stdout.write("last column: gestae's time as a multiple of this one's\n")


def empty(connection: Connection) -> None:
    """Take everything out of the database."""
    while connection.run("MATCH (n) WITH n LIMIT 20000 DETACH DELETE n RETURN count(n) AS n")[0]["n"]:
        pass


def by_gestae(address: Address, quads: Path) -> float:
    """From an N-Quads file, as `push --from` does."""
    start = time.perf_counter()
    with Connection(address) as connection:
        push(connection, file_source(quads))
    return time.perf_counter() - start


def by_loop(address: Address, rows: list[Row]) -> float:
    """Rows that are ready, in batches of about as many statements as gestae's, by the driver alone."""
    from neo4j import GraphDatabase

    batches = [list(_statements(batch)) for batch in _batches(iter(rows))]
    start = time.perf_counter()
    with (
        GraphDatabase.driver(address.uri, auth=(address.username, address.password)) as driver,
        driver.session() as session,
    ):
        session.run(cypher.CREATE_CONSTRAINT).consume()
        for batch in batches:
            session.execute_write(_write, batch)
    return time.perf_counter() - start


def _batches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while batch := list(islice(rows, 2_100)):
        yield batch


def _statements(batch: list[Row]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    nodes: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    links: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for each in batch:
        nodes[each.labels].append({"k": each.key, "p": each.properties})
        for edge in each.edges:
            links[edge.type].append({"a": each.key, "b": edge.target, "i": None, "p": {"_graph": edge.graph}})
    yield from ((cypher.merge_nodes(labels), group) for labels, group in nodes.items())
    yield from ((cypher.create_links(type_), group) for type_, group in links.items())


def _write(transaction: Any, batch: list[tuple[str, list[dict[str, Any]]]]) -> None:
    for text, rows in batch:
        transaction.run(text, rows=rows).consume()


def by_rdflib(address: Address, triples: Path, python: str, size: int) -> float:
    """By rdflib-neo4j in an interpreter of its own; its own clock, without imports."""
    done = subprocess.run(
        [python, "-c", PEER, str(triples), address.uri, str(size)],
        env=os.environ | {"NEO4J_PASSWORD": address.password},
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout.split()[-1])


if __name__ == "__main__":
    main()

"""The same triples into one Neo4j: by gestae, by bare UNWIND loops of the driver, and by rdflib-neo4j 1.1.

    python -m venv PLAIN && PLAIN/bin/pip install rdflib-neo4j==1.1
    python -m venv FAST && FAST/bin/pip install rdflib-neo4j==1.1 neo4j-rust-ext
    python benchmarks/neo4j/peers.py WORK --peer PLAIN/bin/python --peer FAST/bin/python [--triples 200000 | --file GRAPH.nq] [--rounds 2]

All write into the empty database of one server, which is started in the folder WORK, turn by turn; the best of
the rounds counts, and beside it the least processor time of client and of server, which says more where other
programs run. gestae starts from an N-Quads file, as `gestae neo4j push --from` does, and its time holds reading,
sorting, mapping and writing. The bare loop is given the very rows, ready in memory, in batches of the same size, and
only writes: nodes by MERGE on the indexed key, relationships by CREATE between nodes that are looked up by it. Beside
it stands the part of gestae that writes, its batches ready in memory too.

rdflib-neo4j reads the triples as N-Triples in its own process, with batching on, names without their namespaces and
one value a property (its cheapest strategies), and the best of three batch sizes. It is run as its own dependencies
install it, and beside that with neo4j-rust-ext, the driver's compiled encoder, which it does not ask for but whoever
installs it by hand has; gestae depends on it. The lines of the sample stand by subject, which is what it is fastest
with.

`kept` is the share of the distinct triples that is in the database afterwards: for gestae and the bare loops those
that come back exactly; for rdflib-neo4j its labels, properties and relationships are counted, which lets pass that it
keeps no datatype, no graph and no namespace (a decimal is a float).
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice
from math import inf
from pathlib import Path
from typing import Any

from sample import write_sample

from gestae.graph import neo4j_cypher as cypher
from gestae.graph.neo4j_batch import Batch, write_batches
from gestae.graph.neo4j_connection import Address, Connection
from gestae.graph.neo4j_create import Creator
from gestae.graph.neo4j_files import file_source
from gestae.graph.neo4j_pull import pull
from gestae.graph.neo4j_push import push
from gestae.graph.neo4j_rows import Row, row
from gestae.graph.neo4j_server import Server
from gestae.graph.neo4j_settings import Settings
from gestae.graph.neo4j_sort import by_subject
from gestae.graph.neo4j_terms import Statement
from gestae.graph.neo4j_write import Change

Took = tuple[float, float]
Statements = list[tuple[str, list[Any]]]

PEER = """
import os, sys, time
from rdflib import Graph
from rdflib_neo4j import HANDLE_VOCAB_URI_STRATEGY, Neo4jStore, Neo4jStoreConfig
auth = {"uri": sys.argv[2], "database": "neo4j", "user": "neo4j", "pwd": os.environ["NEO4J_PASSWORD"]}
config = Neo4jStoreConfig(auth_data=auth, batching=True, batch_size=int(sys.argv[3]),
                          handle_vocab_uri_strategy=HANDLE_VOCAB_URI_STRATEGY.IGNORE)
start, processor = time.perf_counter(), time.process_time()
graph = Graph(store=Neo4jStore(config=config))
graph.parse(sys.argv[1], format="nt")
graph.close(True)
print(time.perf_counter() - start, time.process_time() - processor)
"""


def main() -> None:
    """Run the peers turn by turn and print triples a second."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("work", type=Path)
    parser.add_argument(
        "--peer", action="append", default=[], help="Python with rdflib-neo4j 1.1; may come again."
    )
    parser.add_argument("--triples", type=int, default=200_000)
    parser.add_argument("--file", type=Path, help="N-Quads of IRIs and literals, in place of the sample.")
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    quads, triples = options.work / "sample.nq", options.work / "sample.nt"
    if options.file:
        quads = options.file
        with quads.open("rb") as file:
            count = sum(1 for _ in file)
    else:
        count = write_sample(quads, options.triples)
    with triples.open("w", encoding="utf-8") as file:
        file.writelines(line.rpartition(" <")[0] + " .\n" for line in quads.open(encoding="utf-8"))
    rows = [row(group) for group in by_subject(file_source(quads).statements())]
    server = Server(options.work / "neo4j")
    address = server.up(Settings(heap="2g", page_cache="512m"))
    creator = Creator()
    loop = [list(_statements(batch)) for batch in _batches(iter(rows))]
    ready = [
        creator.batch([Change(each, 1, known=False) for each in batch]) for batch in _batches(iter(rows))
    ]
    del rows
    ways: dict[str, Callable[[], Took]] = {
        "gestae": lambda: timed(lambda: by_gestae(address, quads)),
        "bare UNWIND loop, same rows": lambda: timed(lambda: by_loop(address, loop)),
        "gestae's writing, batches ready": lambda: timed(lambda: by_batches(address, ready)),
    }
    for peer in options.peer:
        for size in (5_000, 10_000, 20_000):
            ways[f"{_installed(peer)}, {size:,} a batch"] = lambda peer=peer, size=size: by_rdflib(  # type: ignore[misc]
                address, triples, peer, size
            )
    best = dict.fromkeys(ways, (inf, inf, inf))
    kept: dict[str, float] = {}
    wanted = set(file_source(quads).statements())
    try:
        with Connection(address) as connection:
            for name, way in ways.items():  # so that the server is warm for all of them
                empty(connection)
                way()
                kept[name] = share(connection, wanted)
            for _ in range(options.rounds):
                for name, way in ways.items():
                    empty(connection)
                    before = processor(server)
                    seconds, client = way()
                    took = (seconds, client, processor(server) - before)
                    best[name] = tuple(map(min, best[name], took))  # type: ignore[assignment]
            empty(connection)
    finally:
        server.down()
    show(best, kept, count)
    sys.stdout.write(
        f"{count:,} triples, best of {options.rounds} rounds; processor seconds of client and server\n"
    )


def show(best: dict[str, tuple[float, float, float]], kept: dict[str, float], count: int) -> None:
    """Print a line a way; `x` is how many times the time of gestae it took, in seconds and in processor time."""
    sys.stdout.write(
        f"{'':46} {'seconds':>8} {'triples/s':>10} {'x':>5}   {'client':>6} {'server':>6} {'x':>5}   {'kept':>6}\n"
    )
    ours, ours_spent = best["gestae"][0], sum(best["gestae"][1:])
    for name, (seconds, client, served) in best.items():
        sys.stdout.write(
            f"{name:46} {seconds:8.2f} {count / seconds:10,.0f} {seconds / ours:5.2f}"
            f"   {client:6.2f} {served:6.2f} {(client + served) / ours_spent:5.2f}   {kept[name]:6.1%}\n"
        )


def share(connection: Connection, wanted: set[Statement]) -> float:
    """What part of the statements the database holds (see above)."""
    (theirs,) = connection.read(
        "MATCH (n:Resource) RETURN count(n) AS nodes, coalesce(sum(size(labels(n)) - 1 + size(keys(n)) - 1), 0) AS held"
    )
    if not theirs["nodes"]:
        return len(wanted.intersection(pull(connection))) / len(wanted)
    (links,) = connection.read("MATCH (:Resource)-[r]->(:Resource) RETURN count(r) AS links")
    triples = len({item[:4] for item in wanted})
    return int(theirs["held"] + links["links"]) / triples


def _installed(python: str) -> str:
    """The peer with what it runs on."""
    code = "from importlib.metadata import distributions as d; print({x.name for x in d()})"
    names = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True).stdout
    return "rdflib-neo4j 1.1" + (" with neo4j-rust-ext" if "neo4j-rust-ext" in names else "")


def timed(way: Callable[[], None]) -> Took:
    """Wall and processor seconds of a client that is this process."""
    start, processor_ = time.perf_counter(), time.process_time()
    way()
    return time.perf_counter() - start, time.process_time() - processor_


def processor(server: Server) -> float:
    """Processor seconds of the server so far; 0 where the system has no /proc."""
    pid = json.loads((server.home / "server.json").read_text("utf-8"))["pid"]
    with suppress(OSError):
        fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return 0.0


def empty(connection: Connection) -> None:
    """Take everything out of the database."""
    while connection.run("MATCH (n) WITH n LIMIT 20000 DETACH DELETE n RETURN count(n) AS n")[0]["n"]:
        pass


def by_gestae(address: Address, quads: Path) -> None:
    """From an N-Quads file, as `push --from` does."""
    with Connection(address) as connection:
        push(connection, file_source(quads))


def by_loop(address: Address, batches: list[Statements]) -> None:
    """Rows that are ready, in batches of about as many statements as gestae's, by the driver alone."""
    from neo4j import GraphDatabase

    with (
        GraphDatabase.driver(address.uri, auth=(address.username, address.password)) as driver,
        driver.session() as session,
    ):
        session.run(cypher.CREATE_CONSTRAINT).consume()
        for batch in batches:
            session.execute_write(_write, batch)


def by_batches(address: Address, batches: list[Batch]) -> None:
    """Batches that are ready, as gestae writes them."""
    with Connection(address) as connection:
        connection.run(cypher.CREATE_CONSTRAINT)
        write_batches(connection, batches)


def _batches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while batch := list(islice(rows, 2_100)):
        yield batch


def _statements(batch: list[Row]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    nodes: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    links: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for each in batch:
        nodes[each.labels].append({"k": each.key, "p": each.properties})
        for edge in each.edges:
            links[edge.type].append({"a": each.key, "b": edge.target, "p": {"_graph": edge.graph}})
    for labels, group in nodes.items():
        named = "".join(f":{cypher.escaped(label)}" for label in labels)
        text = "UNWIND $rows AS row MERGE (n:Gestae {iri: row.k}) SET n += row.p"
        yield (f"{text} SET n{named}" if named else text), group
    for type_, group in links.items():
        text = "UNWIND $rows AS row MATCH (a:Gestae {iri: row.a}) MERGE (b:Gestae {iri: row.b}) "
        yield f"{text}CREATE (a)-[r:{cypher.escaped(type_)}]->(b) SET r = row.p", group


def _write(transaction: Any, batch: Statements) -> None:
    for text, rows in batch:
        transaction.run(text, rows=rows).consume()


def by_rdflib(address: Address, triples: Path, python: str, size: int) -> Took:
    """By rdflib-neo4j in an interpreter of its own; its own clocks, without imports."""
    done = subprocess.run(
        [python, "-c", PEER, str(triples), address.uri, str(size)],
        env=os.environ | {"NEO4J_PASSWORD": address.password},
        capture_output=True,
        text=True,
        check=True,
    )
    seconds, spent = map(float, done.stdout.split()[-2:])
    return seconds, spent


if __name__ == "__main__":
    main()

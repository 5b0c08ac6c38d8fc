"""A store into Neo4j and from there into a new store: the same quads, and the same answers to every question.

    gestae build FOLDER --store STORE && gestae neo4j up --store STORE
    python benchmarks/neo4j/round_trip.py STORE NEW_STORE [PARAMETER=VALUE]...

Each named question is asked in SPARQL of both stores and in Cypher of the server. Parameters that
are not given are empty. Exits 1 where anything differs.
"""

import argparse
import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pyoxigraph as ox

from gestae.graph.dataset import Store
from gestae.graph.neo4j_connection import Connection
from gestae.graph.neo4j_server import Server
from gestae.queries.catalogue import bound, question, questions
from gestae.queries.cypher import named_values, run, shown
from gestae.queries.sparql import answer, ask


def main() -> None:
    """Push, pull, compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("store", type=Path)
    parser.add_argument("new", type=Path)
    parser.add_argument("given", nargs="*", metavar="PARAMETER=VALUE")
    options = parser.parse_args()
    given = dict(pair.partition("=")[::2] for pair in options.given)
    address = Server(options.store / "neo4j").address()
    if address is None:
        sys.exit(f"no server runs for {options.store}: gestae neo4j up --store {options.store}")
    gestae("push", "--store", str(options.store))
    reach = ("--uri", address.uri, "--database", "neo4j")
    gestae("pull", "--store", str(options.new), *reach, password=address.password)
    with Store(options.store) as before, Store(options.new) as after, Connection(address) as connection:
        documents = len(before.documents())
        quads = [set(store.quads) for store in (before, after)]
        blank = sum(ox.BlankNode in map(type, quad) for quad in quads[0])
        same = quads[0] == quads[1]
        sys.stdout.write(
            f"{documents:,} documents, {len(quads[0]):,} quads ({blank} with blank nodes): "
            f"{'the same' if same else 'different'} after the round trip\n"
        )
        differ = [name for name in questions() if not answers_agree(name, given, before, after, connection)]
    sys.exit(1 if differ or not same else 0)


def gestae(*words: str, password: str = "") -> None:
    """Run a command of `gestae neo4j` and print how long it took."""
    start = time.perf_counter()
    environment = os.environ | {"NEO4J_PASSWORD": password}
    subprocess.run([sys.executable, "-m", "gestae", "neo4j", *words], check=True, env=environment)
    sys.stdout.write(f"{words[0]}: {time.perf_counter() - start:.1f} s\n")


def answers_agree(
    name: str, given: dict[str, str], before: Store, after: Store, connection: Connection
) -> bool:
    """Ask a question of the store, of the new store, and of Neo4j, and print how many rows came."""
    asked = question(name)
    values = {parameter.name: given.get(parameter.name, "") for parameter in asked.parameters}
    values = bound(asked, values)
    rows = [
        Counter(answer(ask(store.quads, asked.text, values, store.prefixes), without=values).rows)
        for store in (before, after)
    ]
    found = run(connection, question(name, "Cypher").text, named_values(values), seconds=300)
    rows.append(Counter(tuple(map(shown, row)) for row in found.rows))
    same = rows[0] == rows[1] == rows[2]
    sys.stdout.write(f"{name} {values}: {rows[0].total():,} rows, {'the same' if same else 'DIFFERENT'}\n")
    return same


if __name__ == "__main__":
    main()

"""A million triples into Neo4j: how long, in how much memory of the client, and how soon it is seen to be there.

    python benchmarks/neo4j/million.py WORK [--triples 1000000]

A store of that size is made in the folder WORK and its server started. `gestae neo4j push` runs twice, the second
time with nothing to do; peak memory is the greatest resident set of the process.
"""

import argparse
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from pyoxigraph import RdfFormat, parse
from sample import write_sample

from gestae.graph.dataset import Store
from gestae.graph.neo4j_server import Server
from gestae.graph.neo4j_settings import Settings


def main() -> None:
    """Make the store, push it, push it again."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("work", type=Path)
    parser.add_argument("--triples", type=int, default=1_000_000)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    folder = options.work / "store"
    with Store(folder, write=True) as store:
        count = write_sample(options.work / "million.nq", options.triples)
        store.quads.bulk_extend(parse(path=str(options.work / "million.nq"), format=RdfFormat.N_QUADS))
    server = Server(folder / "neo4j")
    server.up(Settings(heap="2g", page_cache="512m"))
    sys.stdout.write(f"{count:,} triples\n")
    try:
        for _ in range(2):
            start = time.perf_counter()
            command = [sys.executable, "-m", "gestae", "neo4j", "push", "--store", str(folder)]
            process = subprocess.Popen(command)
            peak = 0
            while process.poll() is None:
                # The record only grows; a look before the child has become another program sees its parent's.
                peak = high_water(process.pid) or peak
                time.sleep(0.1)
            seconds = time.perf_counter() - start
            sys.stdout.write(
                f"exit {process.returncode}: {seconds:.1f} s, {count / seconds:,.0f} triples/s, "
                f"peak {peak / 1024:,.0f} MB\n"
            )
            sys.stdout.flush()
    finally:
        server.down()


def high_water(pid: int) -> int:
    """The peak resident set of a process so far, in kB. A child's own record would begin with its parent's."""
    with suppress(OSError, IndexError):
        status = Path(f"/proc/{pid}/status").read_text("utf-8")
        return int(status.partition("VmHWM:")[2].split()[0])
    return 0


if __name__ == "__main__":
    main()

"""How long a picture takes until it can be used, ours against pyvis as it comes, in one Chromium and one run.

    python benchmarks/picture.py [--limit SECONDS] [SIZE ...]

Both draw the same nodes, edges and hover texts. Ours is ready when its first frame is drawn; pyvis, which
lays out in the browser, when its layout has come to rest ("stabilizationIterationsDone").
"""

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import networkx
from playwright.sync_api import Error, sync_playwright
from pyvis.network import Network

from gestae.graph.network_claims import Evidence, Source
from gestae.graph.picture import picture

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run",
]  # fmt: skip
SIZES = (250, 1_000, 2_000)


def sample(size: int) -> "networkx.MultiDiGraph[str]":
    """A graph of so many nodes: one actor to five actions, few actors busy, four actions of ten for another actor."""
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    actors = size // 6
    source = Source("https://example.org/d", "sheet", "Fact sheet", "2019-03-01", "Harbor Office")
    for number in range(size):
        act = number >= actors
        name = f"fund the programme number {number}" if act else f"Office number {number}"
        quote = (
            f"In 2019 an office decided to {name}, and so it did, with money that it had been given for it."
        )
        graph.add_node(
            str(number), kind="action" if act else "government", type="Fund" if act else "Government body",
            label=name, name=name, title=f"{name}\n\n“{quote}”", documents=("sheet",), negated=False,
            modality="factual" if act else "", evidence=(Evidence(str(number), quote, 0, source),) if act else (),
        )  # fmt: skip
        if act:
            # Squares of an even spread: few actors do much, many do little.
            spread = (number * 0.618034) % 1.0
            graph.add_edge(str(int(actors * spread**2)), str(number), key="ACTOR", kind="ACTOR")
            if number % 5 < 2:
                graph.add_edge(str(number), str(number * 7 % actors), key="RECIPIENT", kind="RECIPIENT")
    return graph


def plain(graph: "networkx.MultiDiGraph[str]") -> str:
    """The page that pyvis makes by itself, everything inline; a line says when its layout is at rest."""
    network = Network(directed=True, cdn_resources="in_line")
    for node, data in graph.nodes(data=True):
        network.add_node(node, label=data["label"], title=data["title"])
    for source, target in graph.edges():
        network.add_edge(source, target)
    done = 'network.once("stabilizationIterationsDone", () => { document.documentElement.dataset.ready = performance.now(); });'
    before, last, after = network.generate_html().rpartition("return network;")
    return before + done + last + after


def seconds(browser: "Browser", page: str, limit: float) -> float | None:
    """From opening the page until it says that it is ready; `None` past the limit."""
    with tempfile.TemporaryDirectory() as folder, _tab(browser) as tab:
        path = Path(folder) / "page.html"
        path.write_text(page, encoding="utf-8")
        start = time.perf_counter()
        try:
            tab.goto(path.as_uri(), wait_until="commit")
            tab.wait_for_selector("html[data-ready]", timeout=limit * 1000)
        except Error:
            return None
        return time.perf_counter() - start


@contextmanager
def _tab(browser: "Browser") -> Iterator:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.route(
        "**/*", lambda route: route.continue_() if route.request.url.startswith("file:") else route.abort()
    )
    try:
        yield context.new_page()
    finally:
        context.close()


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    parser.add_argument(
        "--limit", type=float, default=300, help="seconds after which a page is given up (300)"
    )
    options = parser.parse_args()
    chromium = os.environ.get("GESTAE_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("no Chromium: install it, or name it in GESTAE_CHROMIUM", file=sys.stderr)
        return 1
    print("| nodes | edges | drawn in Python | file | ready | pyvis as it comes: ready | faster |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        seconds(browser, picture(sample(12), title="warm"), options.limit)
        for size in options.sizes:
            graph = sample(size)
            start = time.perf_counter()
            page = picture(graph, title="Benchmark")
            made = time.perf_counter() - start
            ours = seconds(browser, page, options.limit)
            theirs = seconds(browser, plain(graph), options.limit)
            print(
                f"| {size:,} | {graph.number_of_edges():,} | {made:.2f} s | {len(page) / 1e6:.2f} MB | {_shown(ours, options.limit)} "
                f"| {_shown(theirs, options.limit)} | {f'{theirs / ours:.0f}×' if ours and theirs else ''} |",
                flush=True,
            )
        browser.close()
    return 0


def _shown(taken: float | None, limit: float) -> str:
    return f"over {limit:.0f} s" if taken is None else f"{taken:.2f} s"


if __name__ == "__main__":
    sys.exit(main())

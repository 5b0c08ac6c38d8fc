"""How fast the Turtle writer is against rdflib's and Oxigraph's, on one graph in one run.

    python benchmarks/turtle.py [ACTIONS]

The graph is that of ACTIONS made-up actions (5,000 where none are given, about 170,000 triples), in the shape
of a store. Each writer runs twice, and the better time counts, in seconds of the processor. What ours writes
is parsed again and compared with what went in.
"""

import sys
import time
from collections.abc import Callable

import pyoxigraph as ox
import rdflib

from gestae.graph.turtle import turtle
from gestae.loaders.triples import quads
from gestae.ontology.facts import Action, Document, Mention, Period, Quote, Reading
from gestae.ontology.links import Link, Links
from gestae.ontology.terms import BASE, PREFIXES

PER_DOCUMENT = 40


def main() -> None:
    """Print a table of seconds and ratios."""
    actions = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    store = ox.Store()
    for number in range(actions // PER_DOCUMENT):
        store.extend(ox.Quad(quad.subject, quad.predicate, quad.object) for quad in quads(*made_up(number)))
    data = dump(store, ox.RdfFormat.N_TRIPLES)
    graph = rdflib.Graph()
    graph.parse(data=data, format="ox-nt")
    for prefix, iri in PREFIXES.items():
        graph.bind(prefix, iri)

    def ours() -> bytes:
        lines = dump(store, ox.RdfFormat.N_TRIPLES).decode().split("\n")
        return "".join(turtle(lines, PREFIXES, BASE)).encode()

    def rdflibs() -> bytes:
        return graph.serialize(format="turtle", encoding="utf-8")

    def oxigraphs() -> bytes:
        return dump(store, ox.RdfFormat.TURTLE)

    print(f"{len(store):,} triples")
    seconds = {
        name: best(writer)
        for name, writer in (("gestae", ours), ("rdflib", rdflibs), ("oxigraph", oxigraphs))
    }
    for name, taken in seconds.items():
        print(f"{name:10}{taken:8.3f} s  {seconds['rdflib'] / taken:6.1f} × rdflib")
    if set(ox.parse(ours(), ox.RdfFormat.TURTLE)) != set(store):
        sys.exit("the graph did not come back")


def dump(store: ox.Store, form: ox.RdfFormat) -> bytes:
    """The default graph as Oxigraph writes it."""
    return store.dump(format=form, from_graph=ox.DefaultGraph(), prefixes=PREFIXES) or b""


def best(writer: Callable[[], bytes]) -> float:
    """Seconds of the faster of two runs."""
    times = []
    for _ in range(2):
        start = time.process_time()
        writer()
        times.append(time.process_time() - start)
    return min(times)


def made_up(number: int) -> tuple[Reading, Links]:
    """A document of forty actions, linked."""
    text = "\n".join(
        f"Bureau {n % 17} awarded “grant {number}-{n}” to shelter {n % 29} in {2000 + n % 25}."
        for n in range(PER_DOCUMENT)
    )
    facts, links, start = [], {}, 0
    for n, line in enumerate(text.split("\n")):
        actor = Mention(f"Bureau {n % 17}", f"Bureau {n % 17}")
        shelter = Mention(f"shelter {n % 29}", f"shelter {n % 29}")
        links[actor, "actor"] = Link(
            actor, f"https://w3id.org/gestae/authority/agency/bureau-{n % 17}", "label"
        )
        links[shelter, "actor"] = Link(shelter, None, "local", kind="Actor", label=shelter.name)
        quote = Quote(start, start + len(line), line)
        grant, year = Mention(f"grant {number}-{n}", f"grant {number}-{n}"), str(2000 + n % 25)
        facts.append(
            Action(
                quote,
                actor,
                "award",
                "Fund",
                grant,
                recipient=shelter,
                time=Period(year, year),
                confidence=0.87,
            )
        )
        start += len(line) + 1
    return Reading(Document(f"made-up/{number}", text), tuple(facts)), Links(links)  # type: ignore[arg-type]


if __name__ == "__main__":
    main()

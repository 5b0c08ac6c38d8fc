"""The graph as files: one function a format, all of them the same bytes for the same graph."""

import io
import json
from collections.abc import Callable, Iterator
from typing import BinaryIO

import pyoxigraph as ox

from gestae.graph.dataset import Store
from gestae.graph.export_tables import write_csv, write_jsonl
from gestae.graph.facts_table import rows
from gestae.graph.gold import write_stream
from gestae.graph.turtle import trig, turtle

__all__ = ["FORMATS", "export"]


def export(store: Store, form: str, out: BinaryIO) -> None:
    """Write a store in one of `FORMATS`, as UTF-8.

    Turtle, N-Triples, RDF/XML hold the union of the graphs; TriG, N-Quads and JSON-LD keep them apart.
    `facts` is JSON Lines and `csv` a table (see `gestae.graph.facts_table`), `graphml` the readable network,
    `gold` the facts that people judged, as annotations (see `gestae.graph.gold`).
    """
    FORMATS[form](store, out)


def _turtle(store: Store, out: BinaryIO) -> None:
    lines = (line for _, graph in _graphs(store) for line in graph)
    _write(turtle(lines, store.prefixes, store.base), out)


def _trig(store: Store, out: BinaryIO) -> None:
    _write(trig(_graphs(store), store.prefixes, store.base), out)


def _ntriples(store: Store, out: BinaryIO) -> None:
    _write((f"{line}\n" for line in sorted({line for _, graph in _graphs(store) for line in graph})), out)


def _nquads(store: Store, out: BinaryIO) -> None:
    _write((f"{line}\n" for line in _quads(store)), out)


def _jsonld(store: Store, out: BinaryIO) -> None:
    data = ox.serialize(_sorted(store, ox.RdfFormat.N_QUADS), format=ox.RdfFormat.JSON_LD) or b"[]"
    out.write(json.dumps(json.loads(data), ensure_ascii=False, indent=1).encode() + b"\n")


def _rdfxml(store: Store, out: BinaryIO) -> None:
    triples = (quad.triple for quad in _sorted(store, ox.RdfFormat.N_TRIPLES))
    ox.serialize(triples, out, ox.RdfFormat.RDF_XML, prefixes=store.prefixes)
    out.write(b"\n")


def _facts(store: Store, out: BinaryIO) -> None:
    write_jsonl(rows(store), out)


def _csv(store: Store, out: BinaryIO) -> None:
    write_csv(rows(store), out)


def _graphml(store: Store, out: BinaryIO) -> None:
    import networkx

    from gestae.graph.network import flat, network

    networkx.write_graphml(flat(network(store.quads)), out)


FORMATS: dict[str, Callable[[Store, BinaryIO], None]] = {
    "turtle": _turtle,
    "trig": _trig,
    "nquads": _nquads,
    "ntriples": _ntriples,
    "jsonld": _jsonld,
    "rdfxml": _rdfxml,
    "facts": _facts,
    "csv": _csv,
    "gold": write_stream,
    "graphml": _graphml,
}
"""What writes each format."""


def _graphs(store: Store) -> Iterator[tuple[str, list[str]]]:
    """The graphs by name ("" for the default graph), each as lines of N-Triples."""
    for graph in (ox.DefaultGraph(), *store.quads.named_graphs()):
        data = store.quads.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=graph) or b""
        yield "" if isinstance(graph, ox.DefaultGraph) else str(graph), data.decode().split("\n")[:-1]


def _quads(store: Store) -> list[str]:
    data = store.quads.dump(format=ox.RdfFormat.N_QUADS) or b""
    return sorted(data.decode().split("\n")[:-1])


def _sorted(store: Store, form: ox.RdfFormat) -> Iterator[ox.Quad]:
    """The quads in order; those of the union of the graphs where the format knows no graphs."""
    data = io.BytesIO()
    (_nquads if form.supports_datasets else _ntriples)(store, data)
    return ox.parse(data.getvalue(), form)


def _write(pieces: Iterator[str], out: BinaryIO) -> None:
    out.writelines(piece.encode() for piece in pieces)

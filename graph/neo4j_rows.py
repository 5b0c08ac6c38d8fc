"""The mapping between RDF and Neo4j: the statements about one subject as one row, and back, without loss.

A row is a node (its labels and properties) and the relationships that leave it. Classes are labels, literals
are properties, every other statement is a relationship. What labels and properties cannot hold stands in the
property `_rdf`, a JSON object:

    l   the labels that are ours, each a name, or [name, graph, ...] where not just in the node's home graph
    p   the property keys that hold our literals exactly, all in the home graph
    x   {property key: [[lexical form, kind], ...]}: literals that their property only shows; a third member
        lists graphs where the literal is not just in the home graph
    n   {name: IRI} of names that are hashes

`_graph` is the home graph of the node, absent for the default graph. On a relationship it marks it as ours: it is
true where the relationship is just in the home graph of the node that it leaves, and otherwise the graph (the empty
string for the default graph) or a list of graphs.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from gestae.graph.neo4j_names import (
    key_name,
    label_iri,
    label_name,
    property_iri,
    property_name,
    relationship_iri,
    relationship_name,
)
from gestae.graph.neo4j_terms import NODE, Statement
from gestae.graph.neo4j_values import exact, lexical, shown
from gestae.ontology.terms import RDF

__all__ = ["Edge", "Row", "fingerprint", "link_count", "own_names", "row", "row_statements"]

_TYPE = RDF.type.value


class Edge(NamedTuple):
    """A relationship: type, key of its target, value of `_graph`, and IRIs where names are hashes."""

    type: str
    target: str
    graph: bool | str | list[str]
    target_iri: str | None = None
    predicate: str | None = None


class Row(NamedTuple):
    """A node with what leaves it. `properties` holds everything but `iri`, the bookkeeping names included."""

    key: str
    labels: tuple[str, ...]
    properties: dict[str, object]
    edges: tuple[Edge, ...]


def fingerprint(statements: Sequence[Statement]) -> int:
    """A number of 62 bits for all (sorted, distinct) statements of one subject."""
    text = "\n".join(map("\t".join, statements))
    if text.count("\t") == 4 * len(statements) and text.count("\n") == len(statements) - 1:
        digest = blake2b(text.encode(), digest_size=8, person=b"gestae-neo4j-2")
    else:
        digest = blake2b(json.dumps(statements).encode(), digest_size=8, person=b"gestae-neo4j-3")
    return int.from_bytes(digest.digest()) >> 2


_encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@lru_cache(maxsize=4_096)
def _simple(labels: tuple[str, ...], held: tuple[str, ...]) -> str:
    return _encoded({k: v for k, v in (("l", labels), ("p", held)) if v})


def _record(
    labels: list[str | list[str]],
    held: list[str],
    exactly: dict[str, list[list[object]]],
    names: dict[str, str],
) -> str:
    """The value of `_rdf`. Most subjects are of few shapes, which need no encoding anew."""
    plain = tuple(label for label in labels if isinstance(label, str))
    if not exactly and not names and len(plain) == len(labels):
        return _simple(plain, tuple(held))
    record = {"l": labels, "p": held, "x": exactly, "n": names}
    return _encoded({k: v for k, v in record.items() if v})


def link_count(statements: Iterable[Statement]) -> int:
    """How many relationships leave the node of these statements: one a predicate and target."""
    links = {
        (predicate, object_)
        for _, predicate, object_, kind, _ in statements
        if kind == NODE and (predicate != _TYPE or object_[:2] == "_:")
    }
    return len(links)


def row(statements: Sequence[Statement], hash_: int | None = None) -> Row:
    """The row of the sorted, distinct statements about one subject; `hash_` is their fingerprint, if known."""
    subject = statements[0].subject
    if hash_ is None:
        hash_ = fingerprint(statements)
    if (planned := _by_shape(statements)) is not None:
        labels_, properties, edges = planned
        return _whole(subject, labels_, properties, edges, statements[0].graph, hash_)
    classes: dict[str, list[str]] = defaultdict(list)
    literals: dict[str, dict[tuple[str, str], list[str]]] = {}
    links: dict[tuple[str, str], list[str]] = defaultdict(list)
    homes: dict[str, int] = {}
    for _, predicate, object_, kind, graph in statements:
        if kind != NODE:
            literals.setdefault(predicate, {}).setdefault((object_, kind), []).append(graph)
        elif predicate == _TYPE and not object_.startswith("_:"):
            classes[object_].append(graph)
        else:
            links[predicate, object_].append(graph)
            continue
        homes[graph] = homes.get(graph, 0) + 1
    home = _home(homes or Counter(graph for graphs in links.values() for graph in graphs))
    names: dict[str, str] = {}
    labels = _labels(classes, home, names)
    properties, held, exactly = _properties(literals, home, names)
    properties["_rdf"] = _record(labels, held, exactly, names)
    return _whole(
        subject,
        tuple(entry if isinstance(entry, str) else entry[0] for entry in labels),
        properties,
        tuple(_edge(predicate, target, graphs, home) for (predicate, target), graphs in links.items()),
        home,
        hash_,
    )


def _home(counted: Mapping[str, int]) -> str:
    return min(counted, key=lambda graph: (-counted[graph], graph))


def _whole(
    subject: str,
    labels: tuple[str, ...],
    properties: dict[str, object],
    edges: tuple[Edge, ...],
    home: str,
    hash_: int,
) -> Row:
    """The row with its bookkeeping."""
    properties["_hash"] = hash_
    properties["_links"] = len(edges)
    if home:
        properties["_graph"] = home
    key = key_name(subject)
    if key != subject:
        properties["_iri"] = subject
    return Row(key, labels, properties, edges)


class _Shape(NamedTuple):
    """What all subjects have in common whose statements have these predicates, classes and kinds of literal.

    `literals` holds the place of the statement, the property key and the kind; `links` place and type.
    """

    labels: tuple[str, ...]
    literals: tuple[tuple[int, str, str], ...]
    links: tuple[tuple[int, str], ...]
    record: str


def _by_shape(
    statements: Sequence[Statement],
) -> tuple[tuple[str, ...], dict[str, object], tuple[Edge, ...]] | None:
    """Labels, properties and relationships where all is in one graph, and no literal shares its predicate."""
    home = statements[0].graph
    seen: list[str] = []
    for _, predicate, object_, kind, graph in statements:
        if graph != home:
            return None
        seen += (predicate, NODE + object_ if kind == NODE and predicate == _TYPE else kind)
    shape = _shape(tuple(seen))
    if shape is None:
        return None
    properties: dict[str, object] = {}
    inexact: dict[str, list[list[object]]] = {}
    for place, name, kind in shape.literals:
        text = statements[place][2]
        value = exact(text, kind) if kind else text
        if value is None:
            inexact[name] = [[text, kind]]
        properties[name] = shown([(text, kind)]) if value is None else value
    if inexact:
        held = [name for name in properties if name not in inexact]
        properties["_rdf"] = _record(list(shape.labels), held, inexact, {})
    else:
        properties["_rdf"] = shape.record
    edges = []
    for place, type_ in shape.links:
        target = statements[place][2]
        key = key_name(target)
        edges.append(Edge(type_, key, True, None if key is target else target))
    return shape.labels, properties, tuple(edges)


@lru_cache(maxsize=4_096)
def _shape(seen: tuple[str, ...]) -> _Shape | None:
    """The shape of pairs of a predicate and a kind, of a class with its IRI; None where one has no plain shape.

    That is where names are hashes, where literals share a predicate, and where a class is a blank node.
    """
    labels: list[str] = []
    literals: list[tuple[int, str, str]] = []
    links: list[tuple[int, str]] = []
    for place, (predicate, kind) in enumerate(zip(seen[::2], seen[1::2], strict=True)):
        if kind[:3] == f"{NODE}_:":
            return None
        if kind[:1] == NODE and kind != NODE:
            labels.append(label_name(kind[1:]))
        elif kind == NODE:
            links.append((place, relationship_name(predicate)))
        else:
            literals.append((place, property_name(predicate), kind))
    names = [*labels, *(name for _, name, _ in literals), *(type_ for _, type_ in links)]
    if any(name[0] == "#" for name in names) or len({name for _, name, _ in literals}) < len(literals):
        return None
    labels.sort()
    record = _record(list(labels), [name for _, name, _ in literals], {}, {})
    return _Shape(tuple(labels), tuple(literals), tuple(links), record)


def _named(name_of: Callable[[str], str], iri: str, names: dict[str, str]) -> str:
    name = name_of(iri)
    if name.startswith("#"):
        names[name] = iri
    return name


def _labels(classes: Mapping[str, list[str]], home: str, names: dict[str, str]) -> list[str | list[str]]:
    named = sorted((_named(label_name, iri, names), graphs) for iri, graphs in classes.items())
    return [name if graphs == [home] else [name, *graphs] for name, graphs in named]


def _properties(
    literals: Mapping[str, Mapping[tuple[str, str], list[str]]], home: str, names: dict[str, str]
) -> tuple[dict[str, object], list[str], dict[str, list[list[object]]]]:
    properties: dict[str, object] = {}
    held: list[str] = []
    exactly: dict[str, list[list[object]]] = {}
    for predicate, values in literals.items():
        name = _named(property_name, predicate, names)
        if len(values) == 1:
            ((literal, graphs),) = values.items()
            value = exact(*literal)
            if value is not None and graphs == [home]:
                properties[name] = value
                held.append(name)
                continue
        found = [exact(*literal) for literal in values]
        alike = len({type(value) for value in found}) == 1 and found[0] is not None
        if (
            alike
            and all(graphs == [home] for graphs in values.values())
            and (len(found) == 1 or "" not in found)
        ):
            properties[name] = found[0] if len(found) == 1 else found
            held.append(name)
        else:
            properties[name] = shown(list(values))
            exactly[name] = [
                [text, kind] if graphs == [home] else [text, kind, graphs]
                for (text, kind), graphs in values.items()
            ]
    return properties, held, exactly


def _edge(predicate: str, target: str, graphs: list[str], home: str) -> Edge:
    name = relationship_name(predicate)
    key = key_name(target)
    return Edge(
        name,
        key,
        graphs == [home] or (graphs[0] if len(graphs) == 1 else graphs),
        None if key == target else target,
        predicate if name.startswith("#") else None,
    )


def own_names(record: str | None) -> tuple[frozenset[str], frozenset[str]]:
    """The labels and the property keys that an `_rdf` value claims as ours."""
    if not record:
        return frozenset(), frozenset()
    read = json.loads(record)
    labels = frozenset(entry if isinstance(entry, str) else entry[0] for entry in read.get("l", ()))
    return labels, frozenset(read.get("p", ())) | frozenset(read.get("x", {}))


def row_statements(row: Row) -> Iterator[Statement]:
    """The statements of a row; labels and properties that its `_rdf` does not claim are passed over."""
    subject = str(row.properties.get("_iri") or row.key)
    home = str(row.properties.get("_graph") or "")
    read = json.loads(str(row.properties.get("_rdf") or "{}"))
    names: dict[str, str] = read.get("n", {})
    for entry in read.get("l", ()):
        name, *graphs = (entry, home) if isinstance(entry, str) else entry
        if name in row.labels:
            for graph in graphs:
                yield Statement(subject, _TYPE, names.get(name) or label_iri(name), NODE, graph)
    for name in read.get("p", ()):
        value = row.properties.get(name)
        for single in value if isinstance(value, list) else () if value is None else (value,):
            yield Statement(subject, names.get(name) or property_iri(name), *lexical(single), home)
    for name, literals in read.get("x", {}).items():
        predicate = names.get(name) or property_iri(name)
        for text, kind, *elsewhere in literals:
            for graph in elsewhere[0] if elsewhere else (home,):
                yield Statement(subject, predicate, text, kind, graph)
    for edge in row.edges:
        predicate = edge.predicate or relationship_iri(edge.type)
        graphs = home if isinstance(edge.graph, bool) else edge.graph
        for graph in [graphs] if isinstance(graphs, str) else graphs:
            yield Statement(subject, predicate, edge.target_iri or edge.target, NODE, graph)

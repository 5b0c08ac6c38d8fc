"""RDF terms as short strings: what the mapping to Neo4j sorts, hashes and stores.

A statement is five strings: subject, predicate, object, kind of the object, graph. A subject, an object of
kind `#`, and a graph are an IRI or `_:label` (the default graph is the empty string). Any other object is a
literal: its lexical form, with an empty kind for `xsd:string`, `@tag` for a language, the local name for
another datatype of XML Schema, and the datatype's IRI for the rest.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pyoxigraph import BaseDirection, BlankNode, DefaultGraph, Literal, NamedNode, Quad

from gestae.ontology.errors import GestaeError

__all__ = ["NODE", "Statement", "quad", "quads", "statement", "statements"]

NODE = "#"
"""The kind of an object that is an IRI or a blank node."""

_XSD = "http://www.w3.org/2001/XMLSchema#"
_XSD_LOCAL = re.compile(r"[A-Za-z]+", re.ASCII)


class Statement(NamedTuple):
    """One quad as strings; sorts by subject first."""

    subject: str
    predicate: str
    object: str
    kind: str
    graph: str


def statement(quad: Quad) -> Statement:
    """The quad as strings, its lexical form untouched.

    Raises GestaeError on a triple term, which is RDF 1.2.
    """
    subject, predicate, object_, graph = quad
    graph_name = "" if type(graph) is DefaultGraph else _node(graph)
    if type(object_) is Literal:
        return Statement(_node(subject), predicate.value, object_.value, _kind(object_), graph_name)
    return Statement(_node(subject), predicate.value, _node(object_), NODE, graph_name)


def _node(term: object) -> str:
    if type(term) is NamedNode:
        return term.value
    if type(term) is BlankNode:
        return f"_:{term.value}"
    raise GestaeError(f"{term}: triple terms are RDF 1.2; Neo4j takes RDF 1.1 datasets")


def _kind(literal: Literal) -> str:
    if literal.language:
        direction = literal.direction
        return f"@{literal.language}--{direction.value}" if direction else f"@{literal.language}"
    datatype = literal.datatype.value
    if not datatype.startswith(_XSD):
        return datatype
    local = datatype[len(_XSD) :]
    if local == "string":
        return ""
    return local if _XSD_LOCAL.fullmatch(local) else datatype


def quad(statement: Statement) -> Quad:
    """The quad that the strings stand for."""
    subject, predicate, object_, kind, graph = statement
    return Quad(
        _term(subject),
        NamedNode(predicate),
        _term(object_) if kind == NODE else _literal(object_, kind),
        _term(graph) if graph else DefaultGraph(),
    )


def _term(text: str) -> NamedNode | BlankNode:
    return BlankNode(text[2:]) if text.startswith("_:") else NamedNode(text)


def _literal(lexical: str, kind: str) -> Literal:
    if not kind:
        return Literal(lexical)
    if kind[0] == "@":
        language, mark, direction = kind[1:].partition("--")
        if mark:
            return Literal(lexical, language=language, direction=BaseDirection(direction))
        return Literal(lexical, language=language)
    return Literal(lexical, datatype=NamedNode(kind if ":" in kind else _XSD + kind))


def statements(quads: Iterable[Quad]) -> Iterator[Statement]:
    """`statement` of each."""
    return map(statement, quads)


def quads(statements: Iterable[Statement]) -> Iterator[Quad]:
    """`quad` of each."""
    return map(quad, statements)

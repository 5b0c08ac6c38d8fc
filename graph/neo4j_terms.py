"""RDF terms as short strings: what the mapping to Neo4j sorts, hashes and stores.

A statement is five strings: subject, predicate, object, kind of the object, graph. A subject, an object of
kind `#`, and a graph are an IRI or `_:label` (the default graph is the empty string). Any other object is a
literal: its lexical form, with an empty kind for `xsd:string`, `@tag` for a language, the local name for
another datatype of XML Schema, and the datatype's IRI for the rest.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from typing import NamedTuple

from pyoxigraph import BaseDirection, BlankNode, DefaultGraph, Literal, NamedNode, Quad

from gestae.ontology.errors import GestaeError

__all__ = ["NODE", "Statement", "datatype_kind", "quad", "quads", "statement", "statements"]

NODE = "#"
"""The kind of an object that is an IRI or a blank node."""

_XSD = "http://www.w3.org/2001/XMLSchema#"
_MOST_KNOWN = 10_000
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
    return next(statements((quad,)))


def statements(quads: Iterable[Quad]) -> Iterator[Statement]:
    """`statement` of each. What comes again and again (subject, predicate, graph) is one string in memory."""
    make = partial(tuple.__new__, Statement)
    known: dict[str, str] = {}
    last = ""
    for subject, predicate, object_, graph in quads:
        about = subject.value if type(subject) is NamedNode else _node(subject)
        if about == last:
            about = last
        last = about
        verb = predicate.value
        verb = known.setdefault(verb, verb)
        if type(graph) is DefaultGraph:
            place = ""
        else:
            place = graph.value if type(graph) is NamedNode else _node(graph)
            place = known.setdefault(place, place)
        if type(object_) is Literal:
            yield make((about, verb, object_.value, _kind(object_), place))
        elif type(object_) is NamedNode:
            yield make((about, verb, object_.value, NODE, place))
        else:
            yield make((about, verb, _node(object_), NODE, place))
        if len(known) > _MOST_KNOWN:
            known.clear()


def _node(term: object) -> str:
    if type(term) is NamedNode:
        return term.value
    if type(term) is BlankNode:
        return f"_:{term.value}"
    raise GestaeError(f"{term}: triple terms are RDF 1.2; Neo4j takes RDF 1.1 datasets")


def _kind(literal: Literal) -> str:
    if language := literal.language:
        direction = literal.direction
        return f"@{language}--{direction.value}" if direction else f"@{language}"
    return datatype_kind(literal.datatype.value)


@lru_cache(maxsize=4_096)
def datatype_kind(iri: str) -> str:
    """The kind of literals of this datatype."""
    if not iri.startswith(_XSD):
        return iri
    local = iri[len(_XSD) :]
    if local == "string":
        return ""
    return local if _XSD_LOCAL.fullmatch(local) else iri


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


def quads(statements: Iterable[Statement]) -> Iterator[Quad]:
    """`quad` of each."""
    return map(quad, statements)

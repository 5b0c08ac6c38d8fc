"""Whether a dataset holds: every node against the SHACL shapes, every quote against its stored text."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

import pyoxigraph as ox

from gestae.ontology.errors import GestaeError
from gestae.ontology.terms import GESTAE, OA, RDF

if TYPE_CHECKING:
    import rdflib

__all__ = ["Problem", "Report", "check"]

_STRING = "http://www.w3.org/2001/XMLSchema#string"
_SH = "http://www.w3.org/ns/shacl#"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that does not hold: the node it holds of, and what is wrong, in one line."""

    node: str
    message: str

    def __str__(self) -> str:
        return f"{self.node}: {self.message}"


@dataclass(frozen=True)
class Report:
    """What was checked, by shape, how many quotes stand in their text, and what does not hold."""

    nodes: Mapping[str, int] = field(default_factory=dict)
    quotes: int = 0
    problems: tuple[Problem, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


def check(graphs: Iterable[Iterable[ox.Quad]], text: Callable[[str], str]) -> Report:
    """Check a dataset, part by part.

    Each of `graphs` holds the quads of one document (what it says and what was linked), or of the
    authority files; `text` gives a stored text by its SHA-256. Shapes that met no node at all are
    themselves a problem: such a run would prove nothing.
    """
    kept = lru_cache(maxsize=4)(text)
    nodes: Counter[str] = Counter()
    problems: list[Problem] = []
    quotes = 0
    for part in graphs:
        quads = list(part)
        nodes.update(_met(quads))
        problems += _shaped(quads)
        found = list(_quoted(quads, kept))
        quotes += len(found)
        problems += [problem for problem in found if problem is not None]
    if not nodes:
        problems.append(
            Problem("the dataset", "no shape met a node; there is nothing here that gestae could check")
        )
    return Report(dict(sorted(nodes.items())), quotes, tuple(problems))


def _met(quads: Iterable[ox.Quad]) -> Iterator[str]:
    """The names of the shapes, once for each node of their class."""
    targets = _targets()
    seen: set[tuple[str, str]] = set()
    for quad in quads:
        if (
            quad.predicate == RDF.type
            and isinstance(quad.object, ox.NamedNode)
            and quad.object.value in targets
        ):
            key = (str(quad.subject), quad.object.value)
            if key not in seen:
                seen.add(key)
                yield targets[quad.object.value]


def _shaped(quads: Iterable[ox.Quad]) -> Iterator[Problem]:
    import rdflib
    from pyshacl import validate

    data = rdflib.Graph()
    for quad in quads:
        data.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    holds, found, _ = validate(data, shacl_graph=_shapes(), inference="none", advanced=False, inplace=True)
    if holds or not isinstance(found, rdflib.Graph):
        return
    sh = rdflib.Namespace(_SH)
    for result in sorted(found.subjects(rdflib.RDF.type, sh.ValidationResult), key=str):
        node, value = found.value(result, sh.focusNode), found.value(result, sh.value)
        message = str(found.value(result, sh.resultMessage))
        yield Problem(str(node), message if value is None else f"{message} (found {value})")


def _quoted(quads: Iterable[ox.Quad], text: Callable[[str], str]) -> Iterator[Problem | None]:
    """For each quote `None`, or what is wrong with it."""
    of: dict[str, dict[str, ox.NamedNode | ox.Literal]] = {}
    selectors: dict[str, list[str]] = {}
    for quad in quads:
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
            if quad.predicate == OA.hasSelector:
                selectors.setdefault(quad.subject.value, []).append(quad.object.value)
            else:
                of.setdefault(quad.subject.value, {})[quad.predicate.value] = quad.object
    for quote in sorted(selectors):
        known = {p: o.value for s in selectors[quote] for p, o in of.get(s, {}).items()}
        source = of.get(quote, {}).get(OA.hasSource.value)
        sha256 = of.get(source.value, {}).get(GESTAE.sha256.value) if source else None
        yield _compared(quote, known, sha256.value if sha256 else None, text)


def _compared(
    quote: str, known: Mapping[str, str], sha256: str | None, text: Callable[[str], str]
) -> Problem | None:
    try:
        start, end, exact = int(known[OA.start.value]), int(known[OA.end.value]), known[OA.exact.value]
    except (KeyError, ValueError):
        return Problem(quote, "the quote has no words or no place")
    if sha256 is None:
        return Problem(quote, "the quote's version is not here")
    try:
        there = text(sha256)[start:end]
    except GestaeError as error:
        return Problem(quote, str(error))
    return (
        None
        if there == exact
        else Problem(quote, f"the text says {there[:80]!r} where the quote says {exact[:80]!r}")
    )


def _term(term: object) -> "rdflib.URIRef | rdflib.BNode | rdflib.Literal":
    import rdflib

    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return rdflib.BNode(term.value)
    if isinstance(term, ox.Literal):
        if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        if term.datatype.value == _STRING:
            return rdflib.Literal(term.value)
        return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value), normalize=False)
    raise TypeError(f"no RDF 1.1 term: {term}")


@lru_cache(maxsize=1)
def _shapes() -> "rdflib.Graph":
    """The shapes, with the classes of a node shape handed on to its property shapes.

    That says the same, and pySHACL then checks a property of all nodes at once rather than node by node.
    """
    import rdflib

    shapes = rdflib.Graph().parse(data=_source(), format="turtle")
    sh = rdflib.Namespace(_SH)
    for shape, _, part in list(shapes.triples((None, sh.property, None))):
        for target in shapes.objects(shape, sh.targetClass):
            shapes.add((part, sh.targetClass, target))
        shapes.add((part, rdflib.RDF.type, sh.PropertyShape))
        shapes.remove((shape, sh.property, part))
    return shapes


@lru_cache(maxsize=1)
def _targets() -> dict[str, str]:
    """Class → the local name of its shape."""
    target = ox.NamedNode(_SH + "targetClass")
    found = (t for t in ox.parse(input=_source(), format=ox.RdfFormat.TURTLE) if t.predicate == target)
    return {_iri(t.object): _iri(t.subject).rpartition("/")[2] for t in found}


def _iri(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode) else ""


@lru_cache(maxsize=1)
def _source() -> str:
    return (files("gestae.ontology") / "shapes.ttl").read_text(encoding="utf-8")

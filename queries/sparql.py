"""Asking a dataset in SPARQL: values are bound as terms, never pasted into the text, and nothing is changed."""

import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import pyoxigraph as ox

from gestae.ontology.errors import QueryError
from gestae.queries.lookups import Result, Term, looked_up, run

__all__ = ["FORMATS", "TRIPLES", "Answer", "answer", "ask", "serialized"]

FORMATS: Mapping[str, ox.QueryResultsFormat] = {
    "json": ox.QueryResultsFormat.JSON,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "xml": ox.QueryResultsFormat.XML,
}
"""The W3C's formats for results."""
TRIPLES = "ntriples"
"""The format for triples, which CONSTRUCT and DESCRIBE make."""

_PROLOGUE = re.compile(r"(?:\s|#[^\n]*\n|PREFIX\s+[^<]*<[^>]*>|BASE\s+<[^>]*>)*", re.IGNORECASE)
_UPDATE = re.compile(r"(?:INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD|WITH)\b", re.IGNORECASE)
_PLACE = re.compile(r"error at (?P<line>\d+):(?P<column>\d+): (?P<wanted>.*)", re.DOTALL)
_LONG = 60
"""Characters of what the parser expected, or found, that a message repeats."""


@dataclass(frozen=True)
class Answer:
    """Columns and rows of plain text, for reading."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def ask(store: ox.Store, text: str, values: Mapping[str, str], prefixes: Mapping[str, str]) -> Result:
    """Run a query over the union of all graphs.

    `values` bind its variables: `<…>` is an IRI, everything else a plain literal.

    Raises:
        QueryError: the text is no SPARQL query (updates are none), with where it goes wrong.

    """
    try:
        bindings = {ox.Variable(name): _term(value) for name, value in values.items()}
        return run(store, looked_up(store, text, bindings, prefixes), bindings, prefixes)
    except RuntimeError as error:
        raise QueryError(f"{error}: a parameter must stand in the SELECT") from error
    except SyntaxError as error:
        raise QueryError(_wrong(text, str(error))) from error
    except ValueError as error:
        raise QueryError(f"a parameter cannot be bound: {error}") from error


def serialized(result: Result, form: str) -> bytes:
    """A result in one of `FORMATS`, triples in `TRIPLES`.

    Raises:
        QueryError: the format is none of such a result, or the query failed while it ran.

    """
    if isinstance(result, ox.QueryTriples):
        if form != TRIPLES:
            raise QueryError(f"the query makes triples, which {form} cannot hold: ask for {TRIPLES}")
        with _running():
            return ox.serialize(result, format=ox.RdfFormat.N_TRIPLES) or b""
    if form == TRIPLES:
        raise QueryError(f"the query makes no triples for {TRIPLES}: ask for {', '.join(FORMATS)}")
    with _running():
        return result.serialize(format=FORMATS[form]) or b""


def answer(result: Result, without: Collection[str] = ()) -> Answer:
    """A result as a table of plain text, `without` the columns of these names.

    Raises:
        QueryError: the query failed while it ran.

    """
    if isinstance(result, ox.QueryBoolean):
        return Answer(("answer",), (("yes" if bool(result) else "no",),))
    with _running():
        if isinstance(result, ox.QueryTriples):
            return Answer(
                ("subject", "predicate", "object"),
                tuple((str(t.subject), str(t.predicate), str(t.object)) for t in result),
            )
        names = tuple(v.value for v in result.variables if v.value not in without)
        rows = tuple(
            tuple("" if (term := row[name]) is None else getattr(term, "value", str(term)) for name in names)
            for row in result
        )
    return Answer(names, rows)


@contextmanager
def _running() -> Iterator[None]:
    """What goes wrong while rows come in: a remote service that does not answer, a damaged file."""
    try:
        yield
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the query failed: {' '.join(str(error).split())}") from error


def _term(value: str) -> Term:
    return ox.NamedNode(value[1:-1]) if value.startswith("<") and value.endswith(">") else ox.Literal(value)


def _wrong(text: str, said: str) -> str:
    """What is wrong with a query, and where, in one line; the parser's own list of what it expects is long."""
    start = _PROLOGUE.match(text)
    if start and (update := _UPDATE.match(text, start.end())):
        return f"{update[0].upper()} is an update, and a query only reads"
    if not (place := _PLACE.match(said)):
        return f"not a SPARQL query: {' '.join(said.split())}"
    line, column = int(place["line"]), int(place["column"])
    lines = text.split("\n")
    found = " ".join(lines[line - 1][column - 1 :].split())[:_LONG] if line <= len(lines) else ""
    wanted = " ".join(place["wanted"].split())
    what = wanted if len(wanted) <= _LONG else "something else is expected here"
    before = f"before {found!r}" if found else "before its end"
    return f"not a SPARQL query: line {line}, column {column}, {before}: {what}"

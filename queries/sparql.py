"""Asking a dataset in SPARQL: values are bound as terms, never pasted into the text, and nothing is changed."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from gestae.ontology.errors import QueryError
from gestae.queries.catalogue import Question

__all__ = ["FORMATS", "Answer", "answer", "ask", "bound", "serialized"]

FORMATS: Mapping[str, ox.QueryResultsFormat] = {
    "json": ox.QueryResultsFormat.JSON,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "xml": ox.QueryResultsFormat.XML,
}
"""The W3C's formats for results."""

Result = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


@dataclass(frozen=True)
class Answer:
    """Columns and rows of plain text, for reading."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def bound(question: Question, given: Mapping[str, str]) -> dict[str, str]:
    """The parameters of a question with the values given; a `QueryError` where one is unknown or lacking."""
    known = {parameter.name: parameter for parameter in question.parameters}
    if unknown := sorted(set(given) - set(known)):
        takes = ", ".join(known) or "no parameters"
        raise QueryError(f"{question.name} knows no parameter {unknown[0]!r}; it takes {takes}")
    for parameter in question.parameters:
        if not parameter.optional and parameter.name not in given:
            raise QueryError(f"{question.name} needs {parameter.name}: {parameter.says}")
    return {name: given.get(name, "") for name in known}


def ask(store: ox.Store, text: str, values: Mapping[str, str], prefixes: Mapping[str, str]) -> Result:
    """Run a query over the union of all graphs; `values` bind its variables as plain literals.

    Raises:
        QueryError: the text is no SPARQL query (updates are none), with where it goes wrong.

    """
    bindings: dict[ox.Variable, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple] = {
        ox.Variable(name): ox.Literal(value) for name, value in values.items()
    }
    try:
        return store.query(
            text, prefixes=dict(prefixes), use_default_graph_as_union=True, substitutions=bindings
        )
    except RuntimeError as error:
        raise QueryError(f"{error}: a parameter must stand in the SELECT") from error
    except SyntaxError as error:
        raise QueryError(f"not a SPARQL query that can be asked: {' '.join(str(error).split())}") from error


def serialized(result: Result, form: str) -> bytes:
    """A result in one of `FORMATS`; triples come as N-Triples, whatever the format.

    Raises:
        QueryError: the query failed while it ran.

    """
    try:
        if isinstance(result, ox.QueryTriples):
            return ox.serialize(result, format=ox.RdfFormat.N_TRIPLES) or b""
        return result.serialize(format=FORMATS[form]) or b""
    except (OSError, ValueError) as error:
        raise QueryError(f"the query failed: {error}") from error


def answer(result: Result, without: Collection[str] = ()) -> Answer:
    """A result as a table of plain text, `without` the columns of these names."""
    if isinstance(result, ox.QueryBoolean):
        return Answer(("answer",), (("yes" if bool(result) else "no",),))
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

"""The types that actions can have: those of the ontology, of the field in force, and of what a store holds."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import pyoxigraph as ox

from gestae.ontology.field import Stamped, field, stamped
from gestae.ontology.terms import ACTION, GESTAE, RDF

__all__ = ["action_types", "types_held"]


def action_types(held: Iterable[str] = ()) -> frozenset[str]:
    """The names of the types ("Convict") of the ontology and of the field in force, and those that are `held`."""
    return _declared(stamped(field())) | frozenset(held)


def types_held(quads: ox.Store) -> frozenset[str]:
    """The names of the types that the actions of a dataset have."""
    found = {quad.object for quad in quads.quads_for_pattern(None, GESTAE.actionType, None)}
    return frozenset(type_.value.removeprefix(ACTION) for type_ in found if isinstance(type_, ox.NamedNode))


@lru_cache(maxsize=4)
def _declared(added: Stamped) -> frozenset[str]:
    scheme = (files("gestae.ontology") / "actions.ttl").read_bytes()
    return frozenset(
        iri.removeprefix(ACTION)
        for data in (scheme, *_contents(path for path, _, _ in added))
        for triple in ox.parse(data, ox.RdfFormat.TURTLE)
        if triple.predicate == RDF.type and triple.object == GESTAE.ActionType
        if isinstance(triple.subject, ox.NamedNode) and (iri := triple.subject.value).startswith(ACTION)
    )


def _contents(paths: Iterable[Path]) -> Iterator[bytes]:
    return (path.read_bytes() for path in paths)

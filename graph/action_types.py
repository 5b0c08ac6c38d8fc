"""The types that actions can have: those of the ontology, of the field in force, and of what a store holds."""

from collections.abc import Iterable

import pyoxigraph as ox

from gestae.ontology.lexicon import lexicon
from gestae.ontology.terms import ACTION, GESTAE

__all__ = ["action_types", "types_held"]


def action_types(held: Iterable[str] = ()) -> frozenset[str]:
    """The names of the types ("Convict") of the ontology and of the field in force, and those that are `held`."""
    return lexicon().types | frozenset(held)


def types_held(quads: ox.Store) -> frozenset[str]:
    """The names of the types that the actions of a dataset have."""
    found = {quad.object for quad in quads.quads_for_pattern(None, GESTAE.actionType, None)}
    return frozenset(type_.value.removeprefix(ACTION) for type_ in found if isinstance(type_, ox.NamedNode))

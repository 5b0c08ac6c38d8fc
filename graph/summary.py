"""How much a store holds, counted once over."""

from dataclasses import dataclass

import pyoxigraph as ox

from gestae.graph.dataset import Store
from gestae.ontology.terms import GESTAE, RDF

__all__ = ["Summary", "summary"]


@dataclass(frozen=True, slots=True)
class Summary:
    """Documents, those who act in them, and claims by kind; outcomes are statistics that result from an action."""

    documents: int
    actors: int
    actions: int
    statistics: int
    outcomes: int
    instruments: int
    memberships: int


def summary(store: Store) -> Summary:
    """Count what a store holds; somebody known in several documents by one IRI counts once."""
    find = store.quads.quads_for_pattern

    def number(cls: ox.NamedNode) -> int:
        return len({quad.subject for quad in find(None, RDF.type, cls)})

    return Summary(
        documents=number(GESTAE.Document),
        actors=len({quad.object for quad in find(None, GESTAE.actor, None)}),
        actions=number(GESTAE.Action),
        statistics=number(GESTAE.Statistic),
        outcomes=number(GESTAE.Outcome),
        instruments=len({quad.object for quad in find(None, GESTAE.instrument, None)}),
        memberships=number(GESTAE.Membership),
    )

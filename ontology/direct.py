"""The plain edges that are drawn from what documents state as facts: actor → object."""

from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from gestae.ontology import iris
from gestae.ontology.terms import GESTAE, RDF

__all__ = ["direct_link"]


def direct_link(version: str, start: str, action_type: str, end: str, statement: str) -> Iterator[Triple]:
    """The edge of an action of a version, by a property of its type, and the node that tells its statement.

    To be drawn only of what the document itself states as a fact: factual, un-negated, without a source.
    """
    prop = NamedNode(f"{GESTAE.iri}did{action_type}")
    node = NamedNode(iris.direct_link(version, start, prop.value, end))
    yield Triple(NamedNode(start), prop, NamedNode(end))
    yield Triple(node, RDF.type, GESTAE.DirectLink)
    yield Triple(node, GESTAE.actor, NamedNode(start))
    yield Triple(node, GESTAE.property, prop)
    yield Triple(node, GESTAE.object, NamedNode(end))
    yield Triple(node, GESTAE.statedBy, NamedNode(statement))

"""The statements of one document as they are told: kind, quote and words, by which a fact is known again."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from gestae.ontology.terms import GESTAE, OA, RDF

__all__ = ["KINDS", "WORDS", "Nodes", "Told", "nodes_of", "told", "value"]

Nodes = dict[ox.NamedNode, dict[ox.NamedNode, list[ox.NamedNode | ox.Literal]]]
"""Subject → predicate → objects."""

KINDS: Final = {
    GESTAE.Action: "action",
    GESTAE.Statistic: "statistic",
    GESTAE.InstrumentMention: "instrument",
    GESTAE.Membership: "membership",
}
WORDS: Final = (
    GESTAE.actorMention,
    GESTAE.verb,
    GESTAE.objectText,
    GESTAE.value,
    GESTAE.unitText,
    GESTAE.memberMention,
    GESTAE.groupMention,
    GESTAE.nameMention,
)
"""What tells a claim in a few words, in order."""


@dataclass(frozen=True, slots=True)
class Told:
    """A statement with the claim that it makes."""

    statement: ox.NamedNode
    claim: ox.NamedNode
    target: ox.NamedNode
    kind: str
    quote: str
    words: str


def nodes_of(triples: Iterable[ox.Triple | ox.Quad]) -> Nodes:
    """Triples by subject and predicate."""
    found: Nodes = {}
    for triple in triples:
        if isinstance(triple.subject, ox.NamedNode) and isinstance(triple.object, ox.NamedNode | ox.Literal):
            found.setdefault(triple.subject, {}).setdefault(triple.predicate, []).append(triple.object)
    return found


def told(nodes: Nodes) -> dict[str, Told]:
    """The statements of a document by IRI."""
    found: dict[str, Told] = {}
    for node, statement in nodes.items():
        claim, target = statement.get(GESTAE.asserts, [None])[0], statement.get(OA.hasTarget, [None])[0]
        if not isinstance(claim, ox.NamedNode) or not isinstance(target, ox.NamedNode):
            continue
        about = nodes.get(claim, {})
        kinds = (KINDS[t] for t in about.get(RDF.type, ()) if isinstance(t, ox.NamedNode) and t in KINDS)
        if kind := next(kinds, None):
            words = " · ".join(word for term in WORDS if (word := value(about, term)))
            quote = next(
                (
                    exact
                    for selector in nodes.get(target, {}).get(OA.hasSelector, ())
                    if isinstance(selector, ox.NamedNode)
                    and (exact := value(nodes.get(selector, {}), OA.exact))
                ),
                "",
            )
            found[node.value] = Told(node, claim, target, kind, quote, words)
    return found


def value(node: dict[ox.NamedNode, list[ox.NamedNode | ox.Literal]], term: ox.NamedNode) -> str:
    """The value of a property, "" where there is none; the smallest of several, so that no order shows."""
    return min((one.value for one in node.get(term, ())), default="")

"""The readable graph in the making: a node for each claim and for each who takes part in it."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from gestae.graph.network_claims import Claim, Evidence, QuadSource
from gestae.graph.network_conflicts import conflicts
from gestae.graph.network_entities import Entity, entity
from gestae.graph.network_words import (
    action_label,
    cited,
    claim_title,
    shortened,
    squeezed,
    statistic_label,
)
from gestae.ontology.terms import ACTION, GESTAE, ORG

if TYPE_CHECKING:
    from networkx import MultiDiGraph

__all__ = ["CLAIM_KINDS", "Assembly"]

CLAIM_KINDS = frozenset({"action", "statistic", "outcome"})
"""Kinds of node that are what one statement says; every other takes part in them."""

QUOTES = 2
"""Quotes that the hover text of an actor shows."""

_CONTEXT = (
    (ORG.subOrganizationOf, "PART_OF"),
    (ORG.postIn, "PART_OF"),
    (ORG.holds, "HOLDS"),
    (GESTAE.signedBy, "SIGNED_BY"),
)
_ROLES = (("object", "OBJECT"), ("recipient", "RECIPIENT"), ("under", "UNDER"))


class Assembly:
    """A graph in the making; `graph` is it, made from claims in their order."""

    def __init__(self, store: QuadSource, found: Iterable[Claim]) -> None:
        import networkx

        self.graph: MultiDiGraph[str] = networkx.MultiDiGraph()
        self.store = store
        self.entities: dict[str, Entity] = {}
        self.documents: dict[str, set[str]] = {}
        self.quotes: dict[str, list[Evidence]] = {}
        self.memberships: dict[tuple[str, str], tuple[Evidence, ...]] = {}
        loose: list[Claim] = []
        told: dict[str, Claim] = {}
        for claim in found:
            told[claim.evidence.statement] = claim
            if claim.kind == "membership":
                self.membership(claim)
            elif claim.kind == "instrument":
                loose.append(claim)
            else:
                self.claim(claim)
        self.join(loose)
        self.disagree(told)
        self.context()
        self.describe()

    def claim(self, claim: Claim) -> None:
        """An action or statistic with its edges."""
        action = claim.kind == "action"
        label = action_label if action else statistic_label
        kind = (
            claim.links.get("actionType", ACTION + "Other").removeprefix(ACTION)
            if action
            else claim.kind.capitalize()
        )
        earliest, latest = claim.days
        self.graph.add_node(
            claim.iri,
            kind=claim.kind,
            type=kind,
            label=label(claim),
            name=label(claim, 300),
            title=claim_title(claim, kind),
            modality=claim.modality,
            negated=claim.negated,
            attributed=claim.evidence.attributed,
            earliest=earliest,
            latest=latest,
            documents=(claim.evidence.document.name,),
            evidence=(claim.evidence,),
        )
        if actor := claim.links.get("actor"):
            self.take_part(actor, claim)
            self.graph.add_edge(actor, claim.iri, key="ACTOR", kind="ACTOR")
        said_by = ("attributedTo", "ATTRIBUTED_TO")
        links = {**claim.links, "attributedTo": claim.evidence.said_by_iri}
        for role, key in (*_ROLES, said_by):
            if target := links.get(role):
                self.take_part(target, claim)
                self.graph.add_edge(claim.iri, target, key=key, kind=key)

    def membership(self, claim: Claim) -> None:
        """An edge that gathers the evidence of all claims of one membership."""
        member, group = claim.links.get("member"), claim.links.get("group")
        if not member or not group:
            return
        self.take_part(member, claim)
        self.take_part(group, claim)
        evidence = (*self.memberships.get((member, group), ()), claim.evidence)
        self.memberships[member, group] = evidence
        self.graph.add_edge(
            member,
            group,
            key="MEMBER",
            kind="MEMBER",
            title="\n\n".join(cited(quote) for quote in evidence[:QUOTES]),
            evidence=evidence,
        )

    def take_part(self, iri: str, claim: Claim) -> None:
        """A node for an entity, which remembers where it is spoken of."""
        if iri not in self.entities:
            self.entities[iri] = known = entity(self.store, iri)
            label = shortened(known.label, 60)
            self.graph.add_node(iri, kind=known.kind, type=known.type, label=label, name=squeezed(known.name))
        self.documents.setdefault(iri, set()).add(claim.evidence.document.name)
        self.quotes.setdefault(iri, []).append(claim.evidence)

    def join(self, mentions: Iterable[Claim]) -> None:
        """Outcomes to their actions, claims of one event, and whatever hangs loose to its document."""
        for iri in [iri for iri in self.graph if self.graph.nodes[iri]["kind"] in CLAIM_KINDS]:
            for term, key in ((GESTAE.resultOf, "RESULT_OF"), (GESTAE.sameEvent, "SAME")):
                self.connect(iri, term, key)
        acting = set(self.entities)
        for claim in mentions:
            if instrument := claim.links.get("instrument"):
                self.take_part(instrument, claim)
                if instrument not in acting:
                    self.graph.add_edge(self.document(claim.evidence), instrument, key="CITES", kind="CITES")
        for iri in [iri for iri, degree in self.graph.degree() if not degree]:
            evidence = self.graph.nodes[iri]["evidence"][0]
            self.graph.add_edge(iri, self.document(evidence), key="STATED_IN", kind="STATED_IN")

    def disagree(self, told: Mapping[str, Claim]) -> None:
        """A node for each conflict, with both sides as its evidence; claims by their statement."""
        for conflict in conflicts(self.store, told):
            self.graph.add_node(
                conflict.iri,
                kind="conflict",
                type="Conflict",
                label=conflict.label,
                name=f"{squeezed(conflict.question)}: {conflict.answers}",
                title=conflict.title,
                documents=tuple(sorted({claim.evidence.document.name for claim in conflict.claims})),
                evidence=conflict.evidence,
            )
            for claim in conflict.claims:
                if claim.iri in self.graph:
                    self.graph.add_edge(conflict.iri, claim.iri, key="POSITION", kind="POSITION")
            for iri in conflict.about:
                if iri in self.graph:
                    self.graph.add_edge(conflict.iri, iri, key="ABOUT", kind="ABOUT")

    def document(self, evidence: Evidence) -> str:
        """A node for the document that holds a quote."""
        source = evidence.document
        if source.iri not in self.graph:
            facts = [part for part in (source.publisher, source.date, source.url) if part]
            self.graph.add_node(
                source.iri,
                kind="document",
                type="Document",
                label=shortened(source.title, 40),
                name=squeezed(source.title),
                title="\n".join(["Document", squeezed(source.title), *facts]),
                documents=(source.name,),
            )
        return source.iri

    def context(self) -> None:
        """What the authority files say of those who take part: parents, holders of offices, signers."""
        for iri in list(self.entities):
            for term, key in _CONTEXT:
                self.connect(iri, term, key)
            for quad in self.store.quads_for_pattern(NamedNode(iri), ORG.heldBy, None):
                if isinstance(quad.object, NamedNode) and quad.object.value in self.graph:
                    self.graph.add_edge(quad.object.value, iri, key="HOLDS", kind="HOLDS")

    def connect(self, iri: str, term: NamedNode, key: str) -> None:
        """Edges for a property between nodes that are here, sorted, as a store has no order of its own."""
        targets = {quad.object for quad in self.store.quads_for_pattern(NamedNode(iri), term, None)}
        for target in sorted(target.value for target in targets if isinstance(target, NamedNode)):
            if target in self.graph and target != iri:
                self.graph.add_edge(iri, target, key=key, kind=key)

    def describe(self) -> None:
        """Hover texts of the entities, now that all they take part in is known."""
        for iri, known in self.entities.items():
            quotes = list(dict.fromkeys(cited(quote) for quote in self.quotes[iri]))
            names = tuple(sorted(self.documents[iri]))
            lines = [squeezed(known.name), known.type]
            lines += [f"also: {', '.join(known.others[:3])}"] if known.others else []
            lines += [f"in {len(names)} document{'s' * (len(names) != 1)}"]
            more = len(quotes) - QUOTES
            lines += ["", "\n\n".join(quotes[:QUOTES])]
            lines += ["", f"and {more} more"] if more > 0 else []
            self.graph.nodes[iri].update(title="\n".join(lines), documents=names, others=known.others)

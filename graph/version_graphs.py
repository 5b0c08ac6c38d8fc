"""The graphs of one version of a document in memory, to be changed and written out again."""

from collections.abc import Iterable, Iterator
from typing import Final

import pyoxigraph as ox

from gestae.graph.told import Nodes, nodes_of, value
from gestae.ontology import iris
from gestae.ontology.direct import direct_link
from gestae.ontology.links import EntityKind, RoleKind
from gestae.ontology.terms import ACTION, ENTITY_CLASSES, GESTAE, OA, RDF, RDFS, XSD

__all__ = ["ENDS", "ROLES", "VersionGraphs"]

_ACTOR: RoleKind = "actor"
_ACTORS = (GESTAE.actor, GESTAE.object, GESTAE.recipient, GESTAE.member, GESTAE.group)
ROLES: Final[dict[ox.NamedNode, RoleKind]] = {
    **dict.fromkeys((*_ACTORS, GESTAE.attributedTo), _ACTOR),
    GESTAE.under: "instrument",
    GESTAE.place: "place",
    GESTAE.instrument: "instrument",
}
"""The properties by which a claim, or a statement its source, points at an entity → the heading it is under."""
ENDS = tuple(ROLES)

_WORDS = {
    GESTAE.attributedTo: (GESTAE.sourceMention, GESTAE.sourceText),
    GESTAE.instrument: (GESTAE.nameMention,),
    GESTAE.object: (GESTAE.objectMention, GESTAE.objectText),
    GESTAE.actor: (GESTAE.actorMention, GESTAE.actorText),
    GESTAE.recipient: (GESTAE.recipientMention, GESTAE.recipientText),
    GESTAE.member: (GESTAE.memberMention, GESTAE.memberText),
    GESTAE.group: (GESTAE.groupMention, GESTAE.groupText),
    GESTAE.under: (GESTAE.underMention, GESTAE.underText),
    GESTAE.place: (GESTAE.placeMention, GESTAE.placeText),
}
_OF_ENTITIES = frozenset(term for terms in ENTITY_CLASSES.values() for term in terms)


class VersionGraphs:
    """What a version says (`said`) and what linking resolved (`links`); direct links are drawn from both."""

    def __init__(self, quads: Iterable[ox.Quad], document: str, version: str) -> None:
        self.document, self.version = document, version
        parts: dict[str, list[ox.Quad]] = {version: [], iris.links_graph(version): []}
        for quad in quads:
            if isinstance(quad.graph_name, ox.NamedNode) and quad.graph_name.value in parts:
                parts[quad.graph_name.value].append(quad)
        self.said: Nodes = nodes_of(parts[version])
        self.links: Nodes = nodes_of(parts[iris.links_graph(version)])

    def ends(self) -> Iterator[tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode, frozenset[str]]]:
        """Claim or statement, property, entity, and the words that name the entity there."""
        for node, about in self.links.items():
            if (GESTAE.Link in about.get(RDF.type, ())) or node not in self.said:
                continue
            for end in ENDS:
                for entity in about.get(end, ()):
                    words = frozenset(
                        text.value for term in _WORDS[end] for text in self.said[node].get(term, ())
                    )
                    if isinstance(entity, ox.NamedNode):
                        yield node, end, entity, words

    def point(self, node: ox.NamedNode, end: ox.NamedNode, entity: str | None) -> None:
        """Let one end point at an entity, or at none; the link says that a judgement did it."""
        about = self.links.setdefault(node, {})
        about.pop(end, None)
        if entity is None:
            return
        about[end] = [ox.NamedNode(entity)]
        named = [value(self.said[node], term) for term in reversed(_WORDS[end])]
        mention = next((text for text in named if text), "")
        link = ox.NamedNode(iris.link(self.document, mention, entity))
        if link not in self.links:
            self.links[link] = {
                RDF.type: [GESTAE.Link],
                GESTAE.mention: [ox.Literal(mention)],
                GESTAE.inDocument: [ox.NamedNode(self.document)],
                GESTAE.entity: [ox.NamedNode(entity)],
            }
            self.judged(link)

    def judged(self, link: ox.NamedNode) -> None:
        """Say of a link that a judgement made it."""
        self.links[link][GESTAE.method] = [ox.Literal("judgement")]
        self.links[link][GESTAE.confidence] = [ox.Literal("1", datatype=XSD.decimal)]

    def describe(self, entity: str, kind: EntityKind, label: str) -> None:
        """Describe an entity that no authority file describes, unless it is described."""
        about = self.links.setdefault(ox.NamedNode(entity), {})
        about.setdefault(RDF.type, list(ENTITY_CLASSES[kind]))
        about.setdefault(RDFS.label, [ox.Literal(label)])

    def called(self, label: str) -> str | None:
        """The entity that the document's own description calls so."""
        for node, about in self.links.items():
            if any(one.value.casefold() == label.casefold() for one in about.get(RDFS.label, ())):
                return node.value
        return None

    def drop(self, statement: ox.NamedNode, claim: ox.NamedNode) -> None:
        """Take out a statement and its claim, and its quote where no other statement uses it."""
        targets = self.said.get(statement, {}).get(OA.hasTarget, [])
        for node in (statement, claim):
            self.said.pop(node, None)
            self.links.pop(node, None)
        for about in self.said.values():
            if claim in about.get(GESTAE.resultOf, ()):
                about[GESTAE.resultOf].remove(claim)
                if not about[GESTAE.resultOf]:
                    about[RDF.type].remove(GESTAE.Outcome)
        used = {target for about in self.said.values() for target in about.get(OA.hasTarget, ())}
        for target in targets:
            if isinstance(target, ox.NamedNode) and target not in used:
                for selector in self.said.pop(target, {}).get(OA.hasSelector, ()):
                    if isinstance(selector, ox.NamedNode):
                        self.said.pop(selector, None)

    def tidy(self) -> None:
        """Take out the links and the descriptions of entities that no claim points at any more."""
        used = list(self.ends())
        entities = {entity for _, _, entity, _ in used}
        named = {(word, entity) for _, _, entity, words in used for word in words}
        for node, about in list(self.links.items()):
            types = about.get(RDF.type, [])
            if GESTAE.Link in types:
                if (value(about, GESTAE.mention), about[GESTAE.entity][0]) not in named:
                    del self.links[node]
            elif node not in entities and not _OF_ENTITIES.isdisjoint(types):
                del self.links[node]

    def quads(self) -> Iterator[ox.Quad]:
        """All of it, with the direct links as they are now."""
        for nodes, name in ((self.said, self.version), (self.links, iris.links_graph(self.version))):
            graph = ox.NamedNode(name)
            for node, about in nodes.items():
                for term, targets in about.items():
                    yield from (ox.Quad(node, term, target, graph) for target in targets)
        derived = ox.NamedNode(iris.derived_graph(self.version))
        for triple in dict.fromkeys(self._direct_links()):
            yield ox.Quad(triple.subject, triple.predicate, triple.object, derived)

    def _direct_links(self) -> Iterator[ox.Triple]:
        for statement, about in self.said.items():
            for claim in about.get(GESTAE.asserts, ()):
                if not isinstance(claim, ox.NamedNode) or about.get(GESTAE.sourceMention):
                    continue
                said, ends = self.said.get(claim, {}), self.links.get(claim, {})
                start, end = value(ends, GESTAE.actor), value(ends, GESTAE.object)
                told = GESTAE.factual in said.get(GESTAE.modality, ()) and not value(said, GESTAE.negated)
                if told and start and end:
                    kind = value(said, GESTAE.actionType).removeprefix(ACTION)
                    yield from direct_link(self.version, start, kind, end, statement.value)

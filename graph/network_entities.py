"""Who and what takes part: the name, the short name and the kind of an entity."""

from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from gestae.graph.network_claims import QuadSource
from gestae.ontology.terms import DCTERMS, GESTAE, ORG, RDF, RDFS, SCHEMA, SKOS

__all__ = ["Entity", "entity"]

SHORT = 30
"""Characters that a label may have before an acronym stands in for it."""

_KINDS: tuple[tuple[NamedNode, str, str], ...] = (
    (SCHEMA.Person, "person", "Person"),
    (ORG.Post, "post", "Office"),
    (SCHEMA.GovernmentOrganization, "government", "Government body"),
    (ORG.Organization, "organization", "Organization"),
    (GESTAE.Law, "instrument", "Law"),
    (GESTAE.Order, "instrument", "Order"),
    (GESTAE.Proclamation, "instrument", "Proclamation"),
    (GESTAE.Memorandum, "instrument", "Memorandum"),
    (GESTAE.Treaty, "instrument", "Treaty"),
    (GESTAE.Report, "instrument", "Report"),
    (GESTAE.Plan, "instrument", "Plan"),
    (GESTAE.Instrument, "instrument", "Instrument"),
    (GESTAE.Place, "place", "Place"),
)
_NAMES = (RDFS.label, SKOS.prefLabel, SCHEMA.name)
_ACRONYM = NamedNode(GESTAE.iri + "acronym")
_OTHER_NAMES = (_ACRONYM, SKOS.altLabel, SKOS.notation, SCHEMA.alternateName, DCTERMS.identifier)


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor or instrument.

    `kind` is one of "person", "post", "government", "organization", "group", "instrument",
    "place", `type` its class in words; `others` are further names, the acronyms among them first.
    """

    iri: str
    name: str
    kind: str
    type: str
    others: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The name, or an acronym where the name is long and has one."""
        return self.acronyms[0] if len(self.name) > SHORT and self.acronyms else self.name


def entity(store: QuadSource, iri: str) -> Entity:
    """An entity by its IRI; one that nothing describes is a group named by the end of its IRI."""
    types, names = set(), []
    others: set[str] = set()
    acronyms: set[str] = set()
    for quad in store.quads_for_pattern(NamedNode(iri), None, None):
        if quad.predicate == RDF.type:
            types.add(quad.object)
        elif isinstance(quad.object, Literal) and quad.predicate in _NAMES:
            foreign = (quad.object.language or "en") != "en"
            names.append((foreign, _NAMES.index(quad.predicate), quad.object.value))
        elif isinstance(quad.object, Literal) and quad.predicate in _OTHER_NAMES:
            (acronyms if quad.predicate == _ACRONYM else others).add(quad.object.value)
    name = min(names)[2] if names else iri.rstrip("/").rpartition("/")[2]
    kind, kind_name = next(
        ((kind, kind_name) for term, kind, kind_name in _KINDS if term in types), ("group", "Group")
    )
    short = tuple(sorted(acronyms, key=lambda acronym: (len(acronym), acronym)))
    return Entity(iri, name, kind, kind_name, (*short, *sorted(others - acronyms - {name})), short)

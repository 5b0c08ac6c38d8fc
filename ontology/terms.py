"""The terms that gestae writes and reads: namespaces, and their terms as nodes of pyoxigraph."""

from dataclasses import dataclass, field

from pyoxigraph import NamedNode

from gestae.ontology.links import EntityKind

__all__ = [
    "ACTION",
    "AUTHORITY",
    "BASE",
    "DCTERMS",
    "ENTITY_CLASSES",
    "GESTAE",
    "OA",
    "ORG",
    "OWL",
    "PREFIXES",
    "PROV",
    "RDF",
    "RDFS",
    "SCHEMA",
    "SH",
    "SKOS",
    "TIME",
    "VERSION",
    "XSD",
    "Namespace",
]

VERSION = "0.1.0"
"""Version of the vocabulary, the `owl:versionInfo` of `gestae.ttl`."""

BASE = "https://w3id.org/gestae/id/"
"""Base IRI of a user's data where none is given."""

AUTHORITY = "https://w3id.org/gestae/authority/"
"""Base IRI of the authority files' entries."""

ACTION = "https://w3id.org/gestae/action/"
"""Base IRI of the action types; the scheme is the same without the slash."""


@dataclass(frozen=True)
class Namespace:
    """A vocabulary: its prefix, its IRI, and those of its terms that gestae uses.

    A term is an attribute (`GESTAE.actor`); a name that is not listed is an `AttributeError`,
    so that a misspelt term never reaches the data.
    """

    prefix: str
    iri: str
    names: str
    terms: dict[str, NamedNode] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "terms", {name: NamedNode(self.iri + name) for name in self.names.split()})

    def __getattr__(self, name: str) -> NamedNode:
        if name.startswith("__") or name not in self.terms:
            raise AttributeError(f"no term {self.prefix}:{name}")
        return self.terms[name]


GESTAE = Namespace(
    "gestae",
    "https://w3id.org/gestae/ontology#",
    """
    Document DocumentVersion Statement Claim Action Statistic Outcome InstrumentMention Membership
    Actor Instrument Law Order Proclamation Memorandum Treaty Report Plan Place
    Link DirectLink Conflict Corroboration Position ActionType Modality Bound WordClass

    name version sha256 reader readerVersion ontologyVersion settings
    asserts attributedTo sourceMention speakerMention sourceText
    verb actionType actor actorMention actorText object objectMention objectText
    recipient recipientMention recipientText under underMention underText
    modality negated confidence earliest latest edtf timeText weekday
    value upperValue bound roundedTo unitText measure place placeMention placeText resultOf
    instrument nameMention instrumentKind codifiedAt signedBy
    member memberMention memberText group groupMention groupText role attestedOn
    mention inDocument entity method
    did property statedBy sameEvent position question

    factual planned directed hypothetical exact approx min max

    acronym ploverCode modalities bounds
    verbLemma verbPattern nounForm agentNoun
    Change Finding rule about answer voice nearDuplicateOf onceVerb onceTo
    Judgement reviewNote verdict first second firstName secondName
    ofStatement claimKind quoteText claimText field correctedValue review
    word auxiliary governingVerb condition irregularForm
    """,
)
RDF = Namespace("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "type value")
RDFS = Namespace(
    "rdfs", "http://www.w3.org/2000/01/rdf-schema#", "Class label comment subClassOf subPropertyOf"
)
OWL = Namespace(
    "owl", "http://www.w3.org/2002/07/owl#", "Class ObjectProperty DatatypeProperty Ontology versionInfo"
)
XSD = Namespace(
    "xsd", "http://www.w3.org/2001/XMLSchema#", "string boolean decimal integer date dateTime anyURI"
)
SKOS = Namespace(
    "skos",
    "http://www.w3.org/2004/02/skos/core#",
    "Concept ConceptScheme prefLabel altLabel definition notation inScheme broader topConceptOf exactMatch",
)
DCTERMS = Namespace(
    "dcterms", "http://purl.org/dc/terms/", "identifier title source date extent isVersionOf references"
)
SCHEMA = Namespace(
    "schema",
    "https://schema.org/",
    """
    CreativeWork GovernmentOrganization Legislation Observation Person Place Report
    name familyName gender Female Male alternateName datePublished publisher url
    """,
)
ORG = Namespace(
    "org",
    "http://www.w3.org/ns/org#",
    "Organization Post Membership subOrganizationOf postIn holds heldBy role Role member organization memberDuring",
)
PROV = Namespace(
    "prov",
    "http://www.w3.org/ns/prov#",
    "Activity Agent Entity wasGeneratedBy used wasDerivedFrom wasAttributedTo generatedAtTime",
)
OA = Namespace(
    "oa",
    "http://www.w3.org/ns/oa#",
    """
    Annotation SpecificResource TextQuoteSelector TextPositionSelector
    hasTarget hasSource hasSelector exact start end
    """,
)
TIME = Namespace("time", "http://www.w3.org/2006/time#", "Interval Instant hasBeginning hasEnd inXSDDate")
SH = Namespace("sh", "http://www.w3.org/ns/shacl#", "NodeShape targetClass property path message")

PREFIXES: dict[str, str] = {
    space.prefix: space.iri
    for space in (GESTAE, RDF, RDFS, OWL, XSD, SKOS, DCTERMS, SCHEMA, ORG, PROV, OA, TIME, SH)
} | {"act": ACTION, "auth": AUTHORITY}
"""Prefix → IRI, for writing and for queries; add `id:` for the base that the user chose."""

_LEGISLATION = (GESTAE.Instrument, SCHEMA.Legislation)

ENTITY_CLASSES: dict[EntityKind, tuple[NamedNode, ...]] = {
    "Actor": (GESTAE.Actor,),
    "Person": (GESTAE.Actor, SCHEMA.Person),
    "Organization": (GESTAE.Actor, ORG.Organization),
    "GovernmentOrganization": (GESTAE.Actor, ORG.Organization, SCHEMA.GovernmentOrganization),
    "Post": (GESTAE.Actor, ORG.Post),
    "Law": (GESTAE.Law, *_LEGISLATION),
    "Order": (GESTAE.Order, *_LEGISLATION),
    "Proclamation": (GESTAE.Proclamation, *_LEGISLATION),
    "Memorandum": (GESTAE.Memorandum, GESTAE.Instrument),
    "Treaty": (GESTAE.Treaty, GESTAE.Instrument),
    "Report": (GESTAE.Report, GESTAE.Instrument, SCHEMA.Report),
    "Plan": (GESTAE.Plan, GESTAE.Instrument),
    "Place": (GESTAE.Place, SCHEMA.Place),
}
"""Kind of entity → the classes it is an instance of, all written out, so that no query needs inference."""

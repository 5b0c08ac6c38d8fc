"""IRIs as names of Neo4j labels, property keys and relationship types, and back, without loss.

Terms of our own vocabulary get plain names (`Action`, `actorMention`, `ACTION_TYPE`), and so do a few classes
of others that analysts ask for (`Person`); terms of well-known vocabularies get prefixed ones
(`schema__name`); every other term keeps its full IRI as its name. An IRI of more than 1,000 characters is
named by its hash, and the row that uses it carries the IRI.
"""

import hashlib
import re
from functools import lru_cache

from gestae.ontology.terms import DCTERMS, GESTAE, OA, ORG, OWL, PROV, RDF, RDFS, SCHEMA, SH, SKOS, TIME

__all__ = [
    "LABEL",
    "RESERVED",
    "hashed",
    "key_name",
    "label_iri",
    "label_name",
    "property_iri",
    "property_name",
    "relationship_iri",
    "relationship_name",
]

LABEL = "Gestae"
"""The private label: on every node of ours, and carrier of the unique key `iri`."""

RESERVED = frozenset({"iri", "graph", "_graph", "_hash", "_iri", "_links", "_rdf", LABEL})
"""Names that the mapping itself uses, so that no term may be called by them."""

_LONGEST_NAME = 1_000
_LONGEST_KEY = 7_000

_PLAIN_CLASSES = {
    SCHEMA.Person.value: "Person",
    SCHEMA.GovernmentOrganization.value: "GovernmentOrganization",
    SCHEMA.Legislation.value: "Legislation",
    ORG.Organization.value: "Organization",
    ORG.Post.value: "Post",
    SKOS.Concept.value: "Concept",
    SKOS.ConceptScheme.value: "ConceptScheme",
}
_PLAIN_LABELS = {name: iri for iri, name in _PLAIN_CLASSES.items()}

# The table is closed: a name written today must mean the same for ever.
_PREFIXES = {
    space.prefix: space.iri
    for space in (DCTERMS, GESTAE, OA, ORG, OWL, PROV, RDF, RDFS, SCHEMA, SH, SKOS, TIME)
} | {
    "dc": "http://purl.org/dc/elements/1.1/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "void": "http://rdfs.org/ns/void#",
}
_LOCAL = re.compile(r"[A-Za-z0-9_]+", re.ASCII)
_OWN_LOCAL = re.compile(r"[A-Za-z][A-Za-z0-9]*", re.ASCII)
_OWN_TYPE = re.compile(r"[A-Z]+[0-9]*(?:_[A-Z]+[0-9]*)*", re.ASCII)


def hashed(iri: str) -> str:
    """The stand-in for an IRI that is too long; `#` begins no absolute IRI, so none is mistaken for it."""
    return "#sha256:" + hashlib.sha256(iri.encode()).hexdigest()


def key_name(term: str) -> str:
    """The value of `iri` for a node: its IRI or `_:label`, or the hash of one above 7,000 bytes."""
    if len(term) * 4 <= _LONGEST_KEY or len(term.encode()) <= _LONGEST_KEY:
        return term
    return hashed(term)


def _general(iri: str) -> str:
    for prefix, namespace in _PREFIXES.items():
        if iri.startswith(namespace) and _LOCAL.fullmatch(iri, len(namespace)):
            return f"{prefix}__{iri[len(namespace) :]}"
    return iri if len(iri) <= _LONGEST_NAME else hashed(iri)


def _general_iri(name: str) -> str:
    prefix, mark, local = name.partition("__")
    if mark and prefix in _PREFIXES and _LOCAL.fullmatch(local):
        return _PREFIXES[prefix] + local
    return name


def _own_local(iri: str) -> str | None:
    local = iri.removeprefix(GESTAE.iri)
    if local == iri or local in RESERVED or not _OWN_LOCAL.fullmatch(local):
        return None
    return local


@lru_cache(maxsize=65_536)
def label_name(iri: str) -> str:
    """The label of a class."""
    if iri in _PLAIN_CLASSES:
        return _PLAIN_CLASSES[iri]
    local = _own_local(iri)
    return _general(iri) if local is None or local in _PLAIN_LABELS else local


@lru_cache(maxsize=65_536)
def label_iri(name: str) -> str:
    """The class of a label; a hash stays as it is."""
    if name in _PLAIN_LABELS:
        return _PLAIN_LABELS[name]
    return GESTAE.iri + name if _OWN_LOCAL.fullmatch(name) else _general_iri(name)


@lru_cache(maxsize=65_536)
def property_name(iri: str) -> str:
    """The property key of a predicate with literals."""
    local = _own_local(iri)
    return _general(iri) if local is None else local


@lru_cache(maxsize=65_536)
def property_iri(name: str) -> str:
    """The predicate of a property key; a hash stays as it is."""
    return GESTAE.iri + name if _OWN_LOCAL.fullmatch(name) else _general_iri(name)


@lru_cache(maxsize=65_536)
def relationship_name(iri: str) -> str:
    """The relationship type of a predicate with nodes: `gestae:actionType` is `ACTION_TYPE`."""
    local = _own_local(iri)
    if local is not None:
        name = re.sub(r"(?=[A-Z])", "_", local).upper()
        if relationship_iri(name) == iri:
            return name
    return _general(iri)


@lru_cache(maxsize=65_536)
def relationship_iri(name: str) -> str:
    """The predicate of a relationship type; a hash stays as it is."""
    if not _OWN_TYPE.fullmatch(name):
        return _general_iri(name)
    first, *rest = name.lower().split("_")
    return GESTAE.iri + first + "".join(word.capitalize() for word in rest)

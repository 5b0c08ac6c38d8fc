from functools import cache
from importlib.resources import files

import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SH, SKOS, URIRef

from gestae.ontology.terms import ENTITY_CLASSES, GESTAE, VERSION

ONTOLOGY = URIRef("https://w3id.org/gestae/ontology")


@cache
def turtle(name: str) -> rdflib.Graph:
    return rdflib.Graph().parse(str(files("gestae.ontology") / name))


@cache
def own() -> dict[str, URIRef]:
    """What the ontology declares in its own namespace, by local name."""
    subjects = {s for s in turtle("gestae.ttl").subjects() if str(s).startswith(GESTAE.iri)}
    return {str(s).removeprefix(GESTAE.iri): URIRef(s) for s in subjects}


def test_every_term_that_the_program_uses_is_declared() -> None:
    assert set(GESTAE.terms) <= set(own())


def test_every_declared_term_says_what_it_is() -> None:
    graph = turtle("gestae.ttl")
    label = {
        n for n, t in own().items() if (t, RDFS.label, None) in graph or (t, SKOS.prefLabel, None) in graph
    }
    defined = {n for n, t in own().items() if (t, SKOS.definition, None) in graph}
    assert label == set(own())
    assert defined == set(own())


def test_the_version_in_the_data_is_that_of_the_ontology() -> None:
    assert str(turtle("gestae.ttl").value(ONTOLOGY, OWL.versionInfo)) == VERSION


def test_every_class_has_a_shape() -> None:
    abstract = {own()["Claim"], own()["Finding"]}
    classes = {c for c in turtle("gestae.ttl").subjects(RDF.type, OWL.Class) if c in own().values()}
    written = {URIRef(c.value) for kinds in ENTITY_CLASSES.values() for c in kinds}
    shaped = set(turtle("shapes.ttl").objects(None, SH.targetClass))
    covered = {*shaped, URIRef("https://schema.org/Legislation"), *map(URIRef, _of_place_and_report())}
    assert classes - abstract <= shaped
    assert written <= covered


def _of_place_and_report() -> tuple[str, ...]:
    """Classes of schema.org that only stand beside one of our own."""
    return "https://schema.org/Place", "https://schema.org/Report"


def test_every_property_of_a_shape_has_a_message_and_is_declared() -> None:
    shapes = turtle("shapes.ttl")
    parts = set(shapes.objects(None, SH.property))
    assert all((part, SH.message, None) in shapes for part in parts)
    paths = {p for part in parts for p in shapes.objects(part, SH.path) if str(p).startswith(GESTAE.iri)}
    assert paths <= set(own().values())


def test_every_action_type_has_a_property_for_direct_links() -> None:
    scheme = turtle("actions.ttl")
    for concept in scheme.subjects(RDF.type, URIRef(GESTAE.ActionType.value)):
        notation = next(n for n in scheme.objects(concept, SKOS.notation) if n.datatype is None)
        link = own()[f"did{notation}"]
        assert (link, RDFS.subPropertyOf, own()["did"]) in turtle("gestae.ttl")


@pytest.mark.parametrize("name", ["gestae.ttl", "actions.ttl", "english.ttl"])
def test_vocabularies_hold_against_their_shapes(name: str) -> None:
    import pyshacl

    holds, _, told = pyshacl.validate(turtle(name), shacl_graph=turtle("shapes.ttl"))
    assert holds, told

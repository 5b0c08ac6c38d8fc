"""Authority entries that somebody already has as Turtle: taken as they stand, where they hold what they must."""

from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from gestae.loaders.authority_drafts import Refused
from gestae.loaders.authority_import import Imported
from gestae.ontology.authority import Authority
from gestae.ontology.errors import BrokenInput, MissingInput
from gestae.ontology.terms import ENTITY_CLASSES, GESTAE, ORG, RDF, RDFS, SCHEMA, SKOS

__all__ = ["import_turtle"]

_CLASSES: dict[object, tuple[NamedNode, ...]] = {
    SCHEMA.Person: ENTITY_CLASSES["Person"],
    ORG.Organization: ENTITY_CLASSES["Organization"],
    SCHEMA.GovernmentOrganization: ENTITY_CLASSES["GovernmentOrganization"],
    ORG.Post: ENTITY_CLASSES["Post"],
    **{classes[0]: classes for classes in ENTITY_CLASSES.values() if classes[0] != GESTAE.Actor},
}
"""Class of a subject → all the classes that an entry of it is given."""
_NAMES = (RDFS.label, SKOS.prefLabel, SCHEMA.name)


def import_turtle(path: Path, known: Authority) -> Imported:
    """The entries of a Turtle file: subjects of the classes of the ontology (schema:Person, org:Organization, …).

    `skos:prefLabel` or `schema:name` stand in for a missing `rdfs:label`. An entry without any is refused.

    :raises InputError: if the file cannot be read, or holds no entry.
    """
    try:
        triples = [quad.triple for quad in parse(path.read_bytes(), RdfFormat.TURTLE)]
    except OSError as error:
        raise MissingInput(str(path), f"cannot be read: {error.strerror}") from error
    except SyntaxError as error:
        raise BrokenInput(str(path), f"no Turtle: {' '.join(str(error).split())}") from error
    about: dict[NamedNode, dict[NamedNode, list[object]]] = {}
    for triple in triples:
        if isinstance(triple.subject, NamedNode):
            about.setdefault(triple.subject, {}).setdefault(triple.predicate, []).append(triple.object)
    done, gone = Imported(), set()
    for node, told in about.items():
        kinds = [kind for kind in told.get(RDF.type, ()) if kind in _CLASSES]
        if not kinds:
            continue
        done.rows += 1
        names = [name.value for term in _NAMES for name in told.get(term, ()) if isinstance(name, Literal)]
        if not names:
            done.refused.append(Refused(done.rows, f"it yields no name: <{node.value}> has no rdfs:label"))
            gone.add(node)
            continue
        done.known, done.new = done.known + (known.by_iri(node.value) is not None), done.new + 1
        for cls in (cls for kind in kinds for cls in _CLASSES[kind]):
            done.triples.append(Triple(node, RDF.type, cls))
        for term in (RDFS.label, *((SCHEMA.name,) if SCHEMA.Person in kinds else ())):
            if not told.get(term):
                done.triples.append(Triple(node, term, Literal(names[0])))
    if not done.rows:
        raise BrokenInput(
            str(path), "no entry in it: subjects of schema:Person, org:Organization, org:Post, …"
        )
    done.new -= done.known
    done.triples += [t for t in triples if t.subject not in gone and t.object not in gone]
    return done

"""Reads the authority files: from Turtle to entries, their names and their offices."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from gestae.ontology.entities import Entity, Gender, Kind, Tenure
from gestae.ontology.errors import OntologyError
from gestae.ontology.facts import InstrumentKind
from gestae.ontology.name_forms import acronym_form, normal_form
from gestae.ontology.register import PRESIDENT, Register
from gestae.ontology.terms import DCTERMS, GESTAE, ORG, RDF, RDFS, SCHEMA, SKOS, TIME

__all__ = ["read"]

Node = Mapping[str, list[str]]
"""Predicate → objects of one subject, all as strings."""

_TYPE, _LABEL, _ALT = RDF.type.value, RDFS.label.value, SKOS.altLabel.value
_ACRONYM = GESTAE.iri + "acronym"
_PLAIN, _FAMILY = SCHEMA.name.value, SCHEMA.iri + "familyName"
_TITLE, _IDENTIFIER, _DATE = DCTERMS.title.value, DCTERMS.identifier.value, DCTERMS.date.value
_SOURCE = DCTERMS.source.value
_PARENT, _POST_IN, _ROLE = ORG.subOrganizationOf.value, ORG.postIn.value, ORG.iri + "role"
_MEMBERSHIP, _MEMBER, _DURING = ORG.Membership.value, ORG.member.value, ORG.memberDuring.value
_ORGANIZATION, _HOLDS = ORG.organization.value, ORG.holds.value
_CODIFIED = GESTAE.codifiedAt.value
_BEGINNING, _END, _DAY = TIME.hasBeginning.value, TIME.hasEnd.value, TIME.inXSDDate.value
_ORDER, _GOVERNMENT = GESTAE.Order.value, SCHEMA.GovernmentOrganization.value

_KINDS: tuple[tuple[str, Kind], ...] = (
    (SCHEMA.Person.value, "person"),
    (ORG.Post.value, "post"),
    (ORG.Organization.value, "organization"),
    (GESTAE.Place.value, "place"),
    (GESTAE.Instrument.value, "instrument"),
)
_GENDERS: dict[str, Gender] = {SCHEMA.Female.value: "female", SCHEMA.Male.value: "male"}
_INSTRUMENTS: dict[str, InstrumentKind] = {
    GESTAE.Law.value: "law",
    GESTAE.Order.value: "order",
    GESTAE.Proclamation.value: "proclamation",
    GESTAE.Memorandum.value: "memorandum",
    GESTAE.Treaty.value: "treaty",
    GESTAE.Report.value: "report",
    GESTAE.Plan.value: "plan",
}


def read(paths: Iterable[Path]) -> Register:
    """Read Turtle files into a register; an `OntologyError` names the file that lacks what it must hold."""
    files = tuple(paths)
    nodes: dict[str, dict[str, list[str]]] = {}
    for path in files:
        try:
            for quad in parse(path=str(path), format=RdfFormat.TURTLE):
                subject, target = quad.subject, quad.object
                if isinstance(subject, NamedNode) and isinstance(target, NamedNode | Literal):
                    predicate = quad.predicate.value
                    if predicate != _SOURCE:
                        nodes.setdefault(subject.value, {}).setdefault(predicate, []).append(target.value)
        except (OSError, SyntaxError) as error:
            raise OntologyError(f"{path}: cannot be read as Turtle: {error}") from error
    register = Register(files)
    try:
        _entries(register, nodes)
        _offices(register, nodes)
    except (KeyError, ValueError) as error:
        reason = f"{error.args[0]} has no entry" if isinstance(error, KeyError) else error.args[0]
        raise OntologyError(f"{', '.join(path.name for path in files)}: {reason}") from error
    return register


def _entries(register: Register, nodes: Mapping[str, Node]) -> None:
    names: dict[str, dict[str, None]] = defaultdict(dict)
    acronyms: dict[str, dict[str, None]] = defaultdict(dict)
    titles: list[tuple[str, str]] = []
    bearers = Counter(number for node in nodes.values() for number in set(node.get(_IDENTIFIER, ())))
    shared = {number for number, bearing in bearers.items() if bearing > 1}
    register.ambiguous = frozenset(map(normal_form, shared))
    for iri, node in nodes.items():
        types = node.get(_TYPE, [])
        kind = next((kind for term, kind in _KINDS if term in types), None)
        if kind is None:
            continue
        entity = _entity(iri, kind, types, node, _ambiguous(node, shared))
        if _CODIFIED in node:
            section = node[_CODIFIED][0]
            entity = replace(entity, codified=_one(section, nodes[section], _IDENTIFIER))
        register.entities[iri] = entity
        weak = node.get(_TITLE, ())
        for name in (entity.name, *entity.names):
            if name in weak:
                titles.append((normal_form(name), iri))
            else:
                names[normal_form(name)][iri] = None
        for acronym in entity.acronyms:
            acronyms[acronym_form(acronym)][iri] = None
        if kind == "instrument" and not _ambiguous(node, shared):
            sections = (_one(section, nodes[section], _IDENTIFIER) for section in node.get(_CODIFIED, ()))
            for number in (*node.get(_IDENTIFIER, ()), *sections):
                register.numbers.setdefault(normal_form(number), iri)
                names[normal_form(number)][iri] = None
        if kind == "person":
            _one(iri, node, _PLAIN)  # nobody is without a plain name
    for entity in register.entities.values():
        if entity.parent is not None and entity.parent not in register.entities:
            raise KeyError(entity.parent)
    for form, iri in titles:
        if form not in names:  # an order that establishes a body often has the body's name for its title
            register.titles[form] = (*register.titles.get(form, ()), iri)
    register.names = {form: tuple(iris) for form, iris in names.items()}
    register.acronyms = {form: tuple(iris) for form, iris in acronyms.items()}


def _ambiguous(node: Node, shared: Collection[str]) -> bool:
    """Whether other entries bear the number of this one: then it is found by its name, never by the number."""
    return any(number in shared for number in node.get(_IDENTIFIER, ()))


def _entity(iri: str, kind: Kind, types: Collection[str], node: Node, ambiguous: bool) -> Entity:
    label = _one(iri, node, _LABEL)
    others = [*node.get(_ALT, ()), *node.get(_PLAIN, ()), *node.get(_TITLE, ())]
    identifier = next(iter(node.get(_IDENTIFIER, ())), None)
    made = node.get(_DATE)
    if _ORDER in types and identifier and not ambiguous:
        number = identifier.removeprefix("EO ")
        others += [f"Executive Order {number}", f"E.O. {number}"]
        others += [f"Executive Order on {title}" for title in node.get(_TITLE, ())]
    return Entity(
        iri,
        kind,
        label,
        tuple(dict.fromkeys(name for name in others if name != label)),
        tuple(node.get(_ACRONYM, ())),
        next(iter((*node.get(_PARENT, ()), *node.get(_POST_IN, ()))), None),
        next((_INSTRUMENTS[term] for term in types if term in _INSTRUMENTS), None),
        identifier,
        date.fromisoformat(made[0]) if made else None,
        _GOVERNMENT in types,
        _GENDERS.get(next(iter(node.get(SCHEMA.gender.value, ())), "")),
    )


def _offices(register: Register, nodes: Mapping[str, Node]) -> None:
    """Fill in who held which office when, and the names that people bear in office ("Secretary Yellen")."""
    by_person: dict[str, list[Tenure]] = {
        iri: [] for iri, entity in register.entities.items() if entity.kind == "person"
    }
    by_post: dict[str, list[Tenure]] = defaultdict(list)
    by_body: dict[str, list[Tenure]] = defaultdict(list)
    for iri, node in nodes.items():
        if _MEMBERSHIP in node.get(_TYPE, ()) and _one(iri, node, _MEMBER) in by_person:
            tenure = _tenure(iri, node, nodes)
            by_person[tenure.holder].append(tenure)
            by_post[tenure.post].append(tenure)
            if tenure.post == PRESIDENT:
                by_body[tenure.body].append(tenure)
    in_time = {
        iri: tuple(sorted(found, key=lambda t: t.since))
        for iri, found in (*by_person.items(), *by_body.items())
    }
    register.tenures = in_time
    register.holders = {iri: tuple(sorted(found, key=lambda t: t.since)) for iri, found in by_post.items()}
    register.administrations = tuple(by_body)
    for person in by_person:
        for form in _styled(register, nodes[person]):
            known = register.names.get(form, ())
            register.names[form] = known if person in known else (*known, person)


def _tenure(iri: str, node: Node, nodes: Mapping[str, Node]) -> Tenure:
    interval = nodes[_one(iri, node, _DURING)]
    ends = interval.get(_END)
    return Tenure(
        _one(iri, node, _MEMBER),
        _one(iri, node, _ROLE),
        _one(iri, node, _ORGANIZATION),
        _day(iri, nodes[_one(iri, interval, _BEGINNING)]),
        _day(iri, nodes[ends[0]]) if ends else None,
    )


def _styled(register: Register, node: Node) -> Iterator[str]:
    """Normal forms of a person's names with the titles of their offices."""
    names = [normal_form(name) for term in (_PLAIN, _FAMILY, _ALT) for name in node.get(term, ())]
    for iri in node.get(_HOLDS, ()):
        post = register.entities[iri]
        titles = {normal_form(title) for title in (post.name, *post.names)}
        titles |= {title.partition(" of ")[0] for title in titles}
        for title in sorted(titles):
            yield from (f"{title} {name}" for name in names)


def _one(iri: str, node: Node, predicate: str) -> str:
    values = node.get(predicate, [])
    if len(values) != 1:
        raise ValueError(f"{iri} must have one {predicate}, and has {len(values)}")
    return values[0]


def _day(iri: str, node: Node) -> date:
    return date.fromisoformat(_one(iri, node, _DAY))

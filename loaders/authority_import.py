"""From a table to authority entries: what is known already gets new names, what is new becomes an entry.

A number or key under which rows tell different things is ambiguous: each becomes an entry, and none of them is
found by that number.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Triple
from rapidfuzz import fuzz

from gestae.loaders.authority_drafts import Draft, Missing, Refused, drafts, turned
from gestae.loaders.authority_mapping import Mapped
from gestae.loaders.authority_rows import Row
from gestae.loaders.authority_triples import Written, belonging, office_terms, written
from gestae.ontology import iris
from gestae.ontology.authority import Authority
from gestae.ontology.entities import Entity
from gestae.ontology.links import EntityKind
from gestae.ontology.name_forms import normal_form, public_number
from gestae.ontology.terms import GESTAE, SKOS

__all__ = ["Imported", "import_rows"]

_ALIKE = 90
"""Likeness of two names, of 100 (`rapidfuzz.fuzz.token_sort_ratio`), from which one acronym makes them one."""
_CLASSES: dict[str, EntityKind] = {
    "person": "Person", "organization": "Organization", "government": "GovernmentOrganization", "post": "Post",
    "place": "Place", "law": "Law", "order": "Order", "proclamation": "Proclamation",
    "memorandum": "Memorandum", "treaty": "Treaty", "report": "Report", "plan": "Plan",
}  # fmt: skip
_KINDS = {
    "person": "person",
    "organization": "organization",
    "government": "organization",
    "post": "post",
} | {"place": "place"}


@dataclass
class Imported:
    """What became of the rows of a file; `notes` tell of those that were taken for something known."""

    rows: int = 0
    new: int = 0
    known: int = 0
    repeated: int = 0
    ambiguous: dict[str, list[int]] = field(default_factory=dict)
    refused: list[Refused] = field(default_factory=list)
    missing: dict[str, list[int]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    triples: list[Triple] = field(default_factory=list)


def import_rows(rows: Iterable[Row], mapped: Mapped, known: Authority, base: str) -> Imported:
    """Make rows authority entries, under an IRI that ends in `/`.

    An order, proclamation or law with a public number takes its IRI from that.
    """
    missing = Missing()
    done = Imported()
    groups: dict[str, list[Draft]] = defaultdict(list)
    for one in drafts(rows, mapped, missing):
        done.rows += 1
        if isinstance(one, Refused):
            done.refused.append(one)
        else:
            groups[normal_form(one.key)].append(one)
    made: list[tuple[Draft, str]] = []
    for same in groups.values():
        told: dict[tuple[str, str], Draft] = {}
        for draft in same:
            done.repeated += draft.says in told
            told.setdefault(draft.says, draft)
        if len(told) > 1:
            done.ambiguous[same[0].key] = [draft.row for draft in told.values()]
        for draft in told.values():
            entity = None if len(told) > 1 else _known(draft, mapped, known, done)
            if entity is not None:
                done.known += 1
                done.triples += _added(entity, draft, known)
                made.append((draft, entity.iri))
            else:
                done.new += 1
                made.append((draft, _iri(draft, base, alone=len(told) == 1)))
    _write(made, mapped, known, base, done)
    done.missing = dict(missing.rows)
    return done


def _write(
    made: list[tuple[Draft, str]], mapped: Mapped, known: Authority, base: str, done: Imported
) -> None:
    here = {normal_form(name): iri for draft, iri in made for name in (draft.name, *draft.names, draft.key)}
    ambiguous = {normal_form(key) for key in done.ambiguous}
    for draft, iri in made:
        parent = None
        if draft.parent:
            parent = here.get(normal_form(draft.parent)) or _body(draft.parent, known)
            if parent is None or parent == iri:
                done.missing.setdefault("parent", []).append(draft.row)
                parent = None
        if known.by_iri(iri) is None:
            others = (*draft.names, *(turned(draft.name) if mapped.inverted else ()))
            entry = Written(
                iri, _CLASSES[mapped.kind], draft, others, parent, normal_form(draft.key) in ambiguous
            )
            done.triples += written(entry)
        if told := draft.belongs:
            body = here.get(normal_form(told.group)) or _body(told.group, known)
            if body is None:
                done.notes.append(f"row {draft.row}: no body is called {told.group!r}")
            else:
                done.triples += belonging(iri, draft, told, body, base)
        for term in draft.terms:
            posts = [entity for entity in known.find(term.office) if entity.kind == "post"]
            if len(posts) != 1:
                done.notes.append(f"row {draft.row}: no office is called {term.office!r}")
                continue
            done.triples += office_terms(iri, draft, term, posts[0], known, base)


def _iri(draft: Draft, base: str, *, alone: bool) -> str:
    number = public_number(draft.identifier) if draft.identifier else None
    if not alone:
        return f"{base}{iris.slug(draft.key)}-{iris.digest(*draft.says, length=8)}"
    return (
        iris.instrument(number)
        if number
        else f"{base}{iris.slug(draft.key)}-{iris.digest(draft.key, length=6)}"
    )


def _known(draft: Draft, mapped: Mapped, known: Authority, done: Imported) -> Entity | None:
    """The one entry that is known already under the number, the name, or the acronym and a name much like it."""
    kind = _KINDS.get(mapped.kind, "instrument")
    if draft.identifier and (entity := known.instrument(draft.identifier)):
        return entity
    if draft.identifier and public_number(draft.identifier):
        return None  # what has another number is another thing, whatever its name
    for name in (draft.name, *draft.names, *(turned(draft.name) if mapped.inverted else ())):
        found = [entity for entity in known.find(name) if entity.kind == kind]
        if len(found) == 1 and not _other_date(draft, found[0]):
            return found[0]
    for acronym in draft.acronyms:
        for entity in known.find(acronym):
            names = (entity.name, *entity.names)
            likeness = max(
                fuzz.token_sort_ratio(normal_form(draft.name), normal_form(name)) for name in names
            )
            if entity.kind == kind and likeness >= _ALIKE:
                done.notes.append(
                    f"row {draft.row}: {draft.name!r} was taken for {entity.name!r}: "
                    f"one acronym, names alike by {likeness:.0f} of 100"
                )
                return entity
    return None


def _other_date(draft: Draft, entity: Entity) -> bool:
    return bool(draft.date and entity.date and draft.date != entity.date.isoformat())


def _body(name: str, known: Authority) -> str | None:
    for form in (name, *turned(name)):
        found = [entity for entity in known.find(form) if entity.kind == "organization"]
        if len(found) == 1:
            return found[0].iri
    return None


def _added(entity: Entity, draft: Draft, known: Authority) -> Iterator[Triple]:
    """New names and acronyms of a known entry, but none that another entry answers to."""
    node = NamedNode(entity.iri)
    if entity not in known:
        return  # of the long list of orders, which is complete
    there = {normal_form(name) for name in (entity.name, *entity.names)}
    for name in (draft.name, *draft.names):
        if normal_form(name) not in there and not known.find(name) and entity.kind != "instrument":
            yield Triple(node, SKOS.altLabel, Literal(name))
    for acronym in draft.acronyms:
        if acronym not in entity.acronyms and not known.find(acronym):
            yield Triple(node, GESTAE.acronym, Literal(acronym))
    for match in draft.matches:
        yield Triple(node, SKOS.exactMatch, NamedNode(match))

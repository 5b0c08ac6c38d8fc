"""The authority files hold together, name their sources, and agree with the reference lists."""

import csv
from collections import defaultdict
from datetime import date
from itertools import pairwise
from pathlib import Path

import pyoxigraph as ox
import pytest
import yaml

from gestae.ontology.authority import Authority, Entity, authority
from gestae.ontology.name_forms import acronym_form, normal_form

AUTH = "https://w3id.org/gestae/authority/"
FILES = sorted((Path(__file__).parents[2] / "ontology").glob("authority-*.ttl"))
SOURCE = "http://purl.org/dc/terms/source"
CITED = "http://purl.org/dc/terms/isReferencedBy"
NOTE = "http://www.w3.org/2004/02/skos/core#editorialNote"
REGISTERS = ("federalregister.gov", "govinfo.gov", "Federal Register,")
DIFFERENT = "http://www.w3.org/2002/07/owl#differentFrom"


@pytest.fixture(scope="module")
def known() -> Authority:
    return authority()


@pytest.fixture(scope="module")
def statements() -> dict[str, dict[str, list[str]]]:
    nodes: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for path in FILES:
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            nodes[quad.subject.value][quad.predicate.value].append(quad.object.value)
    return nodes


def test_every_entry_names_its_source(statements: dict[str, dict[str, list[str]]]) -> None:
    unsourced = [
        iri
        for iri, node in statements.items()
        if not any(node.get(SOURCE, ())) and not iri.startswith((f"{AUTH}interval/", f"{AUTH}day/"))
    ]
    assert unsourced == []


def test_a_number_that_was_not_read_names_no_document_in_which_it_could_be_read(
    statements: dict[str, dict[str, list[str]]],
) -> None:
    unread = {
        iri: node
        for iri, node in statements.items()
        if any(note.startswith("The number is") for note in node.get(NOTE, ()))
    }
    assert unread
    for iri, node in unread.items():
        assert not node.get(CITED), iri
        assert not any(register in source for source in node[SOURCE] for register in REGISTERS), iri


def test_no_two_entries_share_a_name_or_acronym_unless_they_say_so(
    known: Authority, statements: dict[str, dict[str, list[str]]]
) -> None:
    bearers: dict[str, set[str]] = defaultdict(set)
    for entity in known:
        titles = statements[entity.iri].get("http://purl.org/dc/terms/title", [])
        for name in {entity.name, *entity.names} - set(titles):
            bearers[normal_form(name)].add(entity.iri)
        for acronym in entity.acronyms:
            bearers[acronym_form(acronym)].add(entity.iri)
    for name, iris in bearers.items():
        for iri in iris:
            assert iris - {iri} <= set(statements[iri].get(DIFFERENT, ())), (name, iris)


def test_every_entry_is_found_under_each_of_its_names(
    known: Authority, statements: dict[str, dict[str, list[str]]]
) -> None:
    for entity in known:
        titles = statements[entity.iri].get("http://purl.org/dc/terms/title", [])
        for name in set(entity.names) - set(titles):
            assert entity in known.find(name), (name, entity.iri)
        bare = entity.name.removeprefix("The ")
        for name in {entity.name, f"the {bare}", f"{entity.name}’s", entity.name.replace("'", "’")}:
            assert entity in known.find(name), (name, entity.iri)
        for acronym in entity.acronyms:
            assert entity in known.find(acronym), (acronym, entity.iri)


def test_holders_do_not_overlap(known: Authority) -> None:
    terms: dict[str, list[tuple[date, date, str]]] = defaultdict(list)
    for entity in known:
        if entity.kind == "person":
            for tenure in known.tenures(entity):
                end = tenure.until or date.max
                assert tenure.since < end, tenure
                terms[tenure.post].append((tenure.since, end, entity.name))
    for post, held in terms.items():
        held.sort()
        for (_, end, first), (since, _, second) in pairwise(held):
            assert end <= since, (post, first, second)
    assert len(terms[f"{AUTH}post/us-president"]) == 16


def test_parents_exist_and_lead_to_a_root(known: Authority) -> None:
    for entity in known:
        seen: set[str] = set()
        at: Entity | None = entity
        while at is not None and at.parent is not None:
            assert at.iri not in seen, at.iri
            seen.add(at.iri)
            at = known.by_iri(at.parent)
            assert at is not None, entity


def test_the_task_force_is_dated_and_sourced_and_no_count(
    statements: dict[str, dict[str, list[str]]],
) -> None:
    org = "http://www.w3.org/ns/org#"
    members = {
        iri: n for iri, n in statements.items() if f"{AUTH}agency/pitf" in n.get(f"{org}organization", ())
    }
    by_order = [n for iri, n in members.items() if "by-order" in iri]
    assert len(by_order) == 7
    assert all(n[f"{org}memberDuring"] == [f"{AUTH}interval/2002-02-13"] for n in by_order)
    assert all("EO 13257" in n[SOURCE][0] for n in by_order)
    by_statute = [n for iri, n in members.items() if "by-statute" in iri]
    assert len(by_statute) == 12
    assert all("22 U.S.C. 7103" in n[SOURCE][0] for n in by_statute)
    chairs = [n[f"{org}member"] for n in members.values() if n[f"{org}role"] == [f"{AUTH}role/chair"]]
    assert chairs == [[f"{AUTH}post/secretary-of-state"]]


def test_presidents_agree_with_the_reference_list(known: Authority, shared: Path) -> None:
    people = yaml.safe_load((shared / "refdata" / "presidents.yaml").read_text(encoding="utf-8"))
    for person in people:
        for term in person["terms"]:
            if term["start"] < "1933-03-04":
                continue
            title = "President" if term["type"] == "prez" else "Vice President"
            holder = known.office_holder(title, date.fromisoformat(term["start"]))
            assert holder is not None
            last = person["name"]["last"]
            assert last in holder.name, (term, holder.name)


def test_orders_agree_with_the_reference_list(known: Authority, shared: Path) -> None:
    with (shared / "refdata" / "executive-orders.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["number"]: row for row in csv.DictReader(file)}
    checked = 0
    for number, row in rows.items():
        order = known.instrument(f"EO {number}")
        if order is not None:
            assert (str(order.date), order.name) == (
                row["signing_date"],
                f"Executive Order {number}, {row['title']}",
            )
            checked += 1
    assert checked > 1_100

"""Authority data of one's own: imported from every format, obeyed by later builds, and let go of again."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

BODIES = "body,short,over,id\nHarbor Board,HB,Coast Council,7\nCoast Council,CC,,8\n,XX,,9\n"
MAPPING = """
kind: government
key: "{id}"
name: "{body}"
acronym: "{short}"
parent: "{over}"
matches: "https://registry.example/{id}"
"""
TEXT = "The Harbor Board closed two piers. HB trained 40 pilots."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bodies.csv").write_text(BODIES)
    (tmp_path / "bodies.yaml").write_text(MAPPING)
    (tmp_path / "notice.txt").write_text(TEXT)
    return tmp_path


def actors(gestae: Run) -> set[tuple[object, object]]:
    rows = map(json.loads, gestae("export", "-f", "facts").stdout.splitlines())
    return {(row["actor"], row["actor_iri"]) for row in rows if row["kind"] == "action"}


def test_later_builds_link_against_what_was_imported(gestae: Run, folder: Path) -> None:
    gestae("build", "notice.txt")
    before = actors(gestae)
    done = gestae("authority", "import", "bodies.csv", "--mapping", "bodies.yaml", code=1)
    assert "3 rows, 2 new entries, 0 known already, 1 refused" in done.stderr
    assert "refused row 3: it yields no name: 'body' is empty" in done.stderr
    assert "1 changed" in gestae("build", "notice.txt").stderr
    ((name, iri),) = actors(gestae)
    assert name == "Harbor Board"
    assert "/authority/bodies/7-" in str(iri)
    shown = gestae("show", "HB").stdout
    assert "exactMatch: https://registry.example/7" in shown and "subOrganizationOf" in shown
    assert gestae("check").returncode == 0
    assert gestae("authority", "list").stdout == "bodies  2 entries\n"
    gestae("authority", "remove", "bodies")
    gestae("build", "notice.txt")
    assert actors(gestae) == before


@pytest.mark.parametrize(
    ("name", "text", "mapping"),
    [
        ("b.json", '{"list": [{"id": {"n": "Harbor Board"}}]}', 'kind: post\nname: "{id.n}"\nrows: list\n'),
        ("b.yaml", "- Harbor Board\n", 'kind: organization\nname: "{value}"\n'),
        ("b.csv", "n\rHarbor Board\rHafenbeh\xf6rde\r", 'kind: government\nname: "{n}"\nencoding: latin-1\n'),
        ("b.tsv", "n\tx\nHarbor Board\t1\n", 'kind: person\nname: "{n}"\nkey: "{n} {x}"\n'),
    ],
)
def test_each_format_is_read(gestae: Run, tmp_path: Path, name: str, text: str, mapping: str) -> None:
    (tmp_path / name).write_bytes(text.encode("latin-1"))
    (tmp_path / "m.yaml").write_text(mapping)
    assert "0 known already\n" in gestae("authority", "import", name, "--mapping", "m.yaml").stderr


def test_a_mapping_may_be_toml_and_turtle_needs_none(gestae: Run, tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_text("n\nHarbor Board\n")
    (tmp_path / "m.toml").write_text('kind = "organization"\nname = "{n}"\n')
    gestae("authority", "import", "b.csv", "--mapping", "m.toml")
    (tmp_path / "t.ttl").write_text(
        "@prefix org: <http://www.w3.org/ns/org#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        '<http://x.example/1> a org:Organization ; skos:prefLabel "Pilot Guild" .\n'
        "<http://x.example/2> a org:Organization .\n"
    )
    done = gestae("authority", "import", "t.ttl", code=1)
    assert "2 rows, 1 new entries" in done.stderr and "<http://x.example/2> has no rdfs:label" in done.stderr
    (tmp_path / "notice.txt").write_text("The Pilot Guild closed two piers.")
    gestae("build", "notice.txt")
    assert actors(gestae) == {("Pilot Guild", "http://x.example/1")}


def test_a_list_of_members_is_imported_with_the_body_they_belong_to(gestae: Run, folder: Path) -> None:
    lists = {"charter": {"cited": "Charter 9", "seats": ["Harbor Master", "Chief Pilot"]}, "notes": ["none"]}
    (folder / "seats.json").write_text(json.dumps(lists))
    refused = gestae("authority", "import", "seats.json", code=1).stderr
    assert "lists that its `rows` can name: charter.seats, notes" in refused
    (folder / "seats.yaml").write_text(
        'kind: post\neach: seats\nname: "{value}"\nsource: "{cited}"\n'
        "member_of: {group: HB, role: seat, since: 2031-05-01}\n"
    )
    (folder / "more.csv").write_text("body,short\nHarbor Board,HB\n")
    (folder / "more.yaml").write_text('kind: government\nname: "{body}"\nacronym: "{short}"\n')
    gestae("authority", "import", "more.csv", "--mapping", "more.yaml")
    done = gestae("authority", "import", "seats.json", "--mapping", "seats.yaml", code=1).stderr
    assert "3 rows, 2 new entries" in done and "row 3: it holds no list 'seats'" in done
    (folder / "notice.txt").write_text("HB closed two piers.")
    gestae("build", "notice.txt")
    told = gestae("query", "members", "group=HB", "-f", "csv").stdout
    assert "Harbor Master,seat,2031-05-01,,,Charter 9," in told
    assert gestae("check").returncode == 0


def test_what_cannot_be_imported_is_named(gestae: Run, folder: Path) -> None:
    def refused(*words: str) -> str:
        return gestae("authority", "import", *words, code=1).stderr

    assert "no built-in mapping fits its columns (body, short, over, id)" in refused("bodies.csv")
    assert "cannot be read" in refused("none.csv", "--mapping", "bodies.yaml")
    (folder / "bad.yaml").write_text("kind: ship\nname: x\n")
    assert "not 'ship'" in refused("bodies.csv", "--mapping", "bad.yaml")
    (folder / "bad.yaml").write_text("kind: law\nname: x\ncolour: red\n")
    assert "'colour' says nothing" in refused("bodies.csv", "--mapping", "bad.yaml")
    (folder / "latin.csv").write_bytes(b"body,short,over,id\nHafenbeh\xf6rde,H,,1\n")
    assert "not UTF-8 at byte" in refused("latin.csv", "--mapping", "bodies.yaml")
    (folder / "bad.ttl").write_text("this is no Turtle")
    assert "no Turtle" in refused("bad.ttl")
    assert "no import is called" in gestae("authority", "remove", "none", code=1).stderr


def test_a_number_that_two_things_bear_links_neither(gestae: Run, folder: Path) -> None:
    (folder / "orders.csv").write_text(
        "no,about\n9001,Closing the Old Harbor of the Coast\n9001,Opening the New Harbor of the Coast\n9002,Piers\n9002,Piers\n"
    )
    (folder / "o.yaml").write_text(
        'kind: order\nidentifier: "EO {no}"\nname: "Order {no}, {about}"\ntitle: "{about}"\n'
    )
    done = gestae("authority", "import", "orders.csv", "--mapping", "o.yaml")
    assert "4 rows, 3 new entries, 0 known already, 1 repeated" in done.stderr
    assert "1 numbers or keys stand for more than one thing" in done.stderr and "EO 9001" in done.stderr
    (folder / "n.txt").write_text(
        "Executive Order 9001 closed two piers. Executive Order 9002 opened a pier."
    )
    gestae("build", "n.txt")
    linked = {str(iri).rpartition("/")[2] for _, iri in actors(gestae)}
    assert "eo-9002" in linked
    assert not [iri for iri in linked if iri.startswith("eo-9001-")]


@pytest.mark.shared
def test_the_reference_data_are_imported_whole(gestae: Run, tmp_path: Path, shared: Path) -> None:
    data = shared / "refdata"
    (tmp_path / "m.yaml").write_text('kind: post\nname: "{value}"\nrows: statute.members\n')
    members = gestae("authority", "import", data / "pitf-members.json", "--mapping", "m.yaml").stderr
    assert "12 rows" in members and "12 known already" in members
    done = gestae("authority", "import", *sorted(data.glob("*.csv")), data / "presidents.yaml")
    told = done.stderr
    assert "executive-orders.csv: 5,682 rows" in told and "1 repeated" in told
    assert "126 numbers or keys stand for more than one thing" in told  # a 127th is one row, twice
    assert "refused" not in told

"""Every question in Cypher is answered as in SPARQL, and a query can do no more than it may."""

import datetime
import json
import os
import subprocess
import sys
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pyoxigraph as ox
import pytest

from gestae.graph.dataset import Store
from gestae.graph.judgements import EntityJudgement, FactJudgement, triples
from gestae.graph.neo4j_connection import Connection
from gestae.graph.neo4j_files import store_source
from gestae.graph.neo4j_push import push
from gestae.ontology.errors import QueryError
from gestae.ontology.terms import DCTERMS, GESTAE, ORG, PROV, RDF, RDFS, TIME, XSD
from gestae.queries.catalogue import bound, question, questions
from gestae.queries.cypher import named_values, run, shown, typed
from gestae.queries.sparql import answer, ask

pytestmark = pytest.mark.neo4j

MINISTRY = "https://w3id.org/gestae/authority/agency/mop"
ACTORS = ["MoP", "ministry of ports", MINISTRY, f"<{MINISTRY}>", "nobody"]
ASKED = {
    "actor": ACTORS,
    "object": ACTORS,
    "instrument": ["Harbor Act of 1999", "pub. l. 999-1", "MoP"],
    "group": ["Coast Council", "coast council", "MoP"],
    "words": ["blue ferry", "=SUM", "“", "no such words"],
    "about": ["", "BOATS", "whales", "MoP"],
    "kind": ["", "conflict", "change"],
    "rule": ["", "denial", "date"],
    "type": ["", "Sanction", "None"],
    "modality": ["", "planned", "factual"],
    "since": ["", "2031", "2031-05-05"],
    "until": ["", "2031", "2031-05", "2031-04"],
}
HOSTILE = ["'", '"', "\\", "') DETACH DELETE n //", "$actor", "\u2028", "`", "\\u0027"]


def test_the_questions_are_the_same_in_both_languages() -> None:
    assert set(questions("Cypher")) == set(questions())
    for name, asked in questions("Cypher").items():
        known = question(name)
        assert (asked.says, asked.parameters) == (known.says, known.parameters), name


def disagreeing(store: Store) -> None:
    """Let the statements of a store conflict, one side having two voices, another authority data besides."""
    statements = sorted(q.subject.value for q in store.quads.quads_for_pattern(None, GESTAE.asserts, None))
    ministry, node = ox.NamedNode(MINISTRY), ox.NamedNode(f"{store.base}conflict/1")
    triples = [
        ox.Triple(ministry, DCTERMS.source, ox.Literal("9 Harbor Register 1")),
        ox.Triple(node, RDF.type, GESTAE.Conflict),
        ox.Triple(node, GESTAE.rule, ox.Literal("denial")),
        ox.Triple(node, GESTAE.question, ox.Literal("whether")),
        ox.Triple(node, GESTAE.about, ministry),
    ]
    for number, says in enumerate(("asserted", "denied")):
        side = ox.NamedNode(f"{node.value}/position/{number}")
        triples.append(ox.Triple(node, GESTAE.position, side))
        triples.append(ox.Triple(side, RDF.type, GESTAE.Position))
        triples.append(ox.Triple(side, GESTAE.answer, ox.Literal(says)))
        triples += [
            ox.Triple(side, GESTAE.voice, ox.Literal(name)) for name in ("Ann Lee", "Bo Ray")[number:]
        ]
        triples += [ox.Triple(side, GESTAE.statedBy, ox.NamedNode(iri)) for iri in statements[number::2]]
    triples.append(ox.Triple(side, PROV.wasDerivedFrom, ministry))
    label = store.quads.quads_for_pattern(None, RDFS.label, ox.Literal("Coast Council"))
    council, term, part = next(label).subject, ox.NamedNode("urn:term"), ox.NamedNode("urn:part")
    interval, first = ox.NamedNode("urn:interval"), ox.NamedNode("urn:day")
    triples += [
        ox.Triple(term, ORG.organization, council),
        ox.Triple(term, ORG.member, ministry),
        ox.Triple(term, ORG.role, part),
        ox.Triple(part, RDFS.label, ox.Literal("Chair")),
        ox.Triple(term, DCTERMS.source, ox.Literal("Harbor Act, sec. 2")),
        ox.Triple(term, ORG.memberDuring, interval),
        ox.Triple(interval, TIME.hasBeginning, first),
        ox.Triple(first, TIME.inXSDDate, ox.Literal("2030-01-01", datatype=XSD.date)),
    ]
    store.put_graph(store.comparison, triples)


def test_every_question_has_the_same_answer_in_both_languages(told: Store, graph: Connection) -> None:
    disagreeing(told)
    push(graph, store_source(told))
    for name, twin in questions("Cypher").items():
        known, most = question(name), 0
        names = [parameter.name for parameter in known.parameters]
        for values in product(*(ASKED[each] for each in names)):
            given = dict(zip(names, values, strict=True))
            wanted = answer(ask(told.quads, known.text, given, told.prefixes), without=names)
            found = run(graph, twin.text, named_values(given))
            assert found.columns == wanted.columns, name
            assert [tuple(map(shown, row)) for row in found.rows] == list(wanted.rows), (name, given)
            most = max(most, len(found.rows))
        assert most, f"{name} finds nothing in the graph of the tests"


def judged(store: Store) -> None:
    """Let people have judged: that a fact was read right, and that two names are one."""
    statement = sorted(q.subject.value for q in store.quads.quads_for_pattern(None, GESTAE.asserts, None))[0]
    when = datetime.datetime(2031, 6, 1, tzinfo=datetime.UTC)
    fact = FactJudgement(
        "accepted", statement, f"{store.base}doc", "action", "fined", "MoP: fine", "ann", when, "", ""
    )
    names = EntityJudgement("same", MINISTRY, "urn:mop", "MoP", "the Ministry", "ann", when)
    made = [triple for one in (fact, names) for triple in triples(one, store.base)]
    store.put_graph(store.judgements, made)


def test_each_example_of_the_page_finds_something(told: Store, graph: Connection) -> None:
    disagreeing(told)
    judged(told)
    push(graph, store_source(told))
    page = Path(__file__).parents[2].joinpath("docs", "neo4j.md").read_text("utf-8")
    section = page.partition("## Questions\n")[2].partition("\n## ")[0]
    lines = [line[4:] for line in section.splitlines() if line.startswith("    ") or not line]
    examples = [part for part in "\n".join(lines).split("\n\n") if part.lstrip().startswith("//")]
    assert len(examples) >= 6
    version = graph.read("MATCH (n:Action) RETURN n._graph AS graph LIMIT 1")[0]["graph"]
    for text in examples:
        # Nobody is convicted in the graph of the tests.
        found = run(graph, text.replace("/Convict", "/Sanction"), {"version": version})
        assert found.rows and any(value is not None for value in found.rows[0]), text


def test_values_are_data_whatever_they_hold(told: Store, graph: Connection) -> None:
    push(graph, store_source(told))
    before = graph.read("MATCH (n) RETURN count(n) AS n")
    twin = question("actions-of", "Cypher")
    for value in HOSTILE:
        assert run(graph, twin.text, bound(twin, {"actor": value})).rows == ()
    assert graph.read("MATCH (n) RETURN count(n) AS n") == before


def test_a_query_only_reads_unless_it_may_write(graph: Connection) -> None:
    for text in ("CREATE (n:Mine)", "MATCH (n) SET n.x = 1", "CREATE INDEX FOR (n:Mine) ON (n.x)"):
        with pytest.raises(QueryError, match="--write"):
            run(graph, text, {})
    run(graph, "CREATE (n:Mine)", {}, write=True)
    assert run(graph, "MATCH (n:Mine) RETURN count(n) AS n", {}).rows == ((1,),)


def test_a_query_that_takes_too_long_is_ended(graph: Connection) -> None:
    with pytest.raises(QueryError, match=r"longer than 0\.2 seconds"):
        run(graph, "UNWIND range(1, 1000000000) AS x RETURN count(x)", {}, seconds=0.2)


@pytest.mark.parametrize(("text", "says"), [("MTCH (n)", "Invalid input 'MTCH'"), ("RETURN $x AS x", "x")])
def test_what_is_wrong_with_a_query_is_said(graph: Connection, text: str, says: str) -> None:
    with pytest.raises(QueryError, match=says):
        run(graph, text, {})


def test_values_written_as_numbers_are_numbers() -> None:
    values = {"a": "7", "b": "-1.5", "c": '"7"', "d": "7th", "e": "é"}
    assert typed(values) == {"a": 7, "b": -1.5, "c": "7", "d": "7th", "e": "é"}


def test_values_are_shown_as_people_write_them() -> None:
    values = [None, 1300.0, 1250.5, 1e-7, 1e22, True, 3, "x", [1, "é"]]
    written = ["", "1300", "1250.5", "0.0000001", "10000000000000000000000", "true", "3", "x", '[1, "é"]']
    assert list(map(shown, values)) == written


def test_nodes_relationships_and_paths_are_shown_without_bookkeeping(told: Store, graph: Connection) -> None:
    push(graph, store_source(told))
    text = (
        "MATCH p = (a:Action {verb: 'fine'})-[r:ACTOR]->(b) RETURN a, r, p, {b: b.iri} AS m, [1, null] AS l"
    )
    ((node, link, path, map_, list_),) = run(graph, text, {}).rows
    assert node["labels"] == ["Action"]
    assert node["verb"] == "fine"
    assert not [name for name in node if name.startswith("_")]
    assert link == {"type": "ACTOR"}
    assert path == [link]
    assert (map_, list_) == ({"b": MINISTRY}, [1, None])


@pytest.fixture
def cypher(graph: Connection, tmp_path: Path) -> Callable[..., "subprocess.CompletedProcess[str]"]:
    """Run `gestae cypher` on the server of the tests."""

    def ask_(*words: str, code: int = 0, **more: str) -> "subprocess.CompletedProcess[str]":
        environment = os.environ | {"NEO4J_URI": graph.address.uri, "NEO4J_PASSWORD": graph.address.password}
        command = [sys.executable, "-m", "gestae", "cypher", *words]
        done = subprocess.run(
            command, cwd=tmp_path, env=environment | more, capture_output=True, text=True, check=False
        )
        assert done.returncode == code, done.stderr
        assert "Traceback" not in done.stderr
        return done

    return ask_


def test_the_command_answers_in_each_format(
    told: Store, graph: Connection, cypher: Callable[..., "subprocess.CompletedProcess[str]"], tmp_path: Path
) -> None:
    push(graph, store_source(told))
    assert json.loads(cypher("statistics", "about=boats", "-f", "json").stdout)[0]["value"] == 1250.5
    assert cypher("statistics", "-f", "csv").stdout.splitlines()[1].startswith("1250.5,1300,min,boats,")
    assert "1250.5  1300   min" in cypher("statistics").stdout
    own = tmp_path / "own.cypher"
    own.write_text("MATCH (a:Action) WHERE a.verb = $verb RETURN a.objectText AS object, $n + 1 AS n")
    assert cypher(str(own), "verb=open", "-p", "n=1", "-f", "csv").stdout == "object,n\ntwo piers,2\n"
    assert cypher("CREATE (n:Mine)", "--write").stdout == ""
    assert "Sanction" in cypher("who-did-what", "type=sanction", "modality=Factual").stdout
    assert "'Nope' is no type; there are: " in cypher("who-did-what", "type=Nope", code=1).stderr


def test_the_command_says_what_it_refuses(
    cypher: Callable[..., "subprocess.CompletedProcess[str]"],
) -> None:
    assert "actions-of needs actor: " in cypher("actions-of", code=1).stderr
    assert "no question is called 'who'" in cypher("who", code=1).stderr
    assert "only read; --write allows it" in cypher("CREATE (n:Mine)", code=1).stderr
    assert "gone.cypher: cannot be read" in cypher("gone.cypher", code=1).stderr
    assert "no Neo4j server answers" in cypher("RETURN 1 AS x", code=1, NEO4J_URI="bolt://127.0.0.1:1").stderr
    assert "start one with `gestae neo4j up`" in cypher("RETURN 1 AS x", code=1, NEO4J_URI="").stderr
    assert "give a question, or --list" in cypher(code=2).stderr
    assert "\nwho-did-what: Who did what" in cypher("--list").stdout

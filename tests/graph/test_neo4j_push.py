"""Into a real server and back: idempotence, users' additions, hostile names, and secrets."""

import re
import subprocess
from collections.abc import Iterable

import pytest
from pyoxigraph import Quad, RdfFormat, parse

from gestae.graph.neo4j_additions import GRAPH, additions
from gestae.graph.neo4j_connection import Connection
from gestae.graph.neo4j_cypher import escaped
from gestae.graph.neo4j_pull import pull
from gestae.graph.neo4j_push import Source, agrees, meta, push, summary
from gestae.graph.neo4j_server import Server
from gestae.graph.neo4j_terms import Statement, quads, statements
from gestae.ontology.errors import ServerError
from gestae.ontology.terms import RDF

pytestmark = pytest.mark.neo4j

G = "https://w3id.org/gestae/ontology#"
FIRST = f"""
    GRAPH <urn:doc1> {{ <urn:c1> a <{G}Action> ; <{G}verb> "secure" ; <{G}actor> <urn:doj> ;
        <{G}value> 1.10 . }}
    GRAPH <urn:doc2> {{ <urn:c2> a <{G}Action> ; <{G}verb> "fund" ; <{G}actor> <urn:doj> . }}
    GRAPH <urn:authority> {{ <urn:doj> a <{G}Actor> ;
        <http://www.w3.org/2000/01/rdf-schema#label> "DOJ"@en-US . }}
"""
SECOND = (
    FIRST.replace('"fund"', '"finance"')
    .replace("GRAPH <urn:doc1>", "GRAPH <urn:doc3>", 1)
    .replace("c1", "c3")
)


def read(trig: str) -> list[Quad]:
    return list(parse(trig.encode(), format=RdfFormat.TRIG))


def source(items: Iterable[Quad], origin: str = "test") -> Source:
    kept = list(items)
    return Source(origin, str(hash(frozenset(kept))), lambda: statements(kept))


def pulled(connection: Connection) -> set[Quad]:
    return set(quads(pull(connection)))


def test_a_second_push_changes_nothing(graph: Connection) -> None:
    first = push(graph, source(read(FIRST)))
    assert (first.written, first.unchanged) == (3, False)
    assert push(graph, source(read(FIRST))).unchanged
    assert pulled(graph) == set(read(FIRST))
    assert agrees(meta(graph), summary(graph), source(read(FIRST)).digest)


def test_a_copy_of_a_relationship_of_ours_is_taken_out(graph: Connection) -> None:
    push(graph, source(read(FIRST)))
    graph.run("MATCH (a {iri: 'urn:c1'})-[r:ACTOR]->(b) CREATE (a)-[s:ACTOR]->(b) SET s = properties(r)")
    done = push(graph, source(read(FIRST)))
    assert (done.written, done.kept) == (1, 2)
    assert graph.read("MATCH ({iri: 'urn:c1'})-[r:ACTOR]->() RETURN count(r) AS links") == [{"links": 1}]
    assert push(graph, source(read(FIRST))).unchanged


def test_only_what_changed_moves(graph: Connection) -> None:
    push(graph, source(read(FIRST)))
    done = push(graph, source(read(SECOND)))
    assert (done.written, done.retired, done.kept) == (2, 1, 1)
    assert pulled(graph) == set(read(SECOND))
    assert graph.read("MATCH (n {iri: 'urn:c1'}) RETURN n") == []


def test_lost_nodes_and_relationships_are_seen_and_restored(graph: Connection) -> None:
    push(graph, source(read(FIRST)))
    graph.run("MATCH ({iri: 'urn:c1'})-[r:ACTOR]->() DELETE r")
    graph.run("MATCH (n {iri: 'urn:c2'}) DETACH DELETE n")
    assert not agrees(meta(graph), summary(graph), source(read(FIRST)).digest)
    assert push(graph, source(read(FIRST))).written == 2
    assert pulled(graph) == set(read(FIRST))


def test_what_users_added_survives_and_comes_back(graph: Connection) -> None:
    push(graph, source(read(FIRST)))
    graph.run("MATCH (n {iri: 'urn:doj'}) SET n:Watched, n.note = 'ask again', n.rank = 3")
    graph.run("MATCH (n {iri: 'urn:c2'})-[r:ACTOR]->() SET r.weight = 2")
    graph.run("MATCH (n {iri: 'urn:c1'}) CREATE (n)-[:SEEN_IN]->(:Case {title: 'T'})")
    assert pulled(graph) == set(read(FIRST))
    push(graph, source(read(SECOND)))
    assert pulled(graph) == set(read(SECOND))
    kept = graph.read("MATCH (n {iri: 'urn:doj'}) RETURN n.note AS note, n:Watched AS watched")
    assert kept == [{"note": "ask again", "watched": True}]
    stripped = graph.read(
        "MATCH (n {iri: 'urn:c1'})-[:SEEN_IN]->(c) RETURN keys(n) AS keys, c.title AS title"
    )
    assert stripped == [{"keys": ["iri"], "title": "T"}]
    added = list(additions(graph))
    assert {item.graph for item in added} == {GRAPH}
    assert {item.object for item in added} >= {"ask again", "3", "2", "T"}


def test_hostile_names_stay_names(graph: Connection) -> None:
    hostile = ["`", "a`) DETACH DELETE n //", "\\u0060) DETACH DELETE n //", "\\", "a b\"'", "\u2028"]
    made = [
        item
        for name in hostile
        for item in (
            Statement(f"urn:{name}", RDF.type.value, f"urn:{name}", "#", f"urn:{name}"),
            Statement(f"urn:{name}", f"urn:{name}", name, "", f"urn:{name}"),
            Statement(f"urn:{name}", f"urn:{name}", f"urn:{name}", "#", ""),
        )
    ]
    push(graph, Source("hostile", "names", lambda: made))
    assert set(pull(graph)) == set(made)
    for name in hostile:
        made = graph.run(
            f"CREATE (n:Probe:{escaped(name)} {{{escaped(name)}: 1}}) RETURN labels(n) AS l, keys(n) AS k"
        )
        assert [(sorted(one["l"]), one["k"]) for one in made] == [(sorted(["Probe", name]), [name])]
    with pytest.raises(ServerError, match="no such name"):
        escaped("a\0b")


def test_the_secret_is_the_owners_alone(neo4j_server: Server) -> None:
    secret = neo4j_server.home / "password"
    assert secret.stat().st_mode & 0o777 == 0o600
    assert neo4j_server.home.stat().st_mode & 0o777 == 0o700
    password = secret.read_text()
    assert password.isalnum(), "what begins with a hyphen is taken for an option when it is set"
    shown = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
    assert password not in shown + "\n".join(neo4j_server.lines(1_000))
    configured = (neo4j_server.home / "conf" / "neo4j.conf").read_text()
    assert password not in configured
    assert set(re.findall(r"listen_address=([^:\n]+)", configured)) == {"127.0.0.1"}

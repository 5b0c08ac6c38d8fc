"""The Cypher of the mapping. Names enter a statement only through `escaped`, values only as parameters."""

from collections.abc import Iterable, Sequence

from gestae.graph.neo4j_names import LABEL
from gestae.ontology.errors import ServerError

__all__ = [
    "AWAIT_INDEXES",
    "COUNT_LINKS",
    "CREATE_CONSTRAINT",
    "DELETE_LINKS",
    "DELETE_STUBS",
    "MARK_ASTRAY",
    "MERGE_META",
    "MERGE_STUBS",
    "OLD_ROWS",
    "PAGE_OF_HASHES",
    "PAGE_OF_ROWS",
    "READ_META",
    "REGRAPH_LINKS",
    "STRIP_LINKS",
    "SUMMARY",
    "create_links",
    "create_nodes",
    "create_shape",
    "drop_labels",
    "escaped",
    "link_shape",
    "merge_nodes",
]

CREATE_CONSTRAINT = f"CREATE CONSTRAINT gestae_iri IF NOT EXISTS FOR (n:{LABEL}) REQUIRE n.iri IS UNIQUE"
AWAIT_INDEXES = "CALL db.awaitIndexes(300)"

READ_META = "MATCH (m:GestaePush {id: 1}) RETURN properties(m) AS meta"
MERGE_META = "MERGE (m:GestaePush {id: 1}) SET m = $meta, m.id = 1"

SUMMARY = f"""
MATCH (n:{LABEL}) WHERE n._hash IS NOT NULL
RETURN count(n) AS nodes, coalesce(sum(n._hash % 2147483648), 0) AS low,
       coalesce(sum(n._hash / 2147483648), 0) AS high
"""
COUNT_LINKS = f"MATCH (:{LABEL})-[r]->() WHERE r._graph IS NOT NULL RETURN count(r) AS links"

PAGE_OF_HASHES = f"""
MATCH (n:{LABEL}) WHERE n.iri > $after
WITH n ORDER BY n.iri LIMIT $limit
RETURN n.iri AS key,
       CASE WHEN n._hash IS NULL OR n._links = COUNT {{ (n)-[r]->() WHERE r._graph IS NOT NULL }}
            THEN n._hash ELSE -1 END AS hash
"""

PAGE_OF_ROWS = f"""
MATCH (n:{LABEL}) WHERE n.iri > $after
WITH n ORDER BY n.iri LIMIT $limit
RETURN n.iri AS key, labels(n) AS labels, properties(n) AS properties,
       [(n)-[r]->(o) | [type(r), o.iri, o._iri, properties(r), elementId(o), o:{LABEL}]] AS links,
       [(n)<-[r]-(o) WHERE NOT o:{LABEL} | [type(r), elementId(o), properties(r)]] AS incoming
"""

OLD_ROWS = f"""
UNWIND $keys AS key
MATCH (n:{LABEL} {{iri: key}})
RETURN key, n._rdf AS record,
       [(n)-[r]->(o:{LABEL}) WHERE r._graph IS NOT NULL
        | [elementId(r), type(r), o.iri, r._graph,
           any(name IN keys(r) WHERE NOT name IN ['_graph', '_iri'])]] AS links
"""

DELETE_LINKS = "UNWIND $links AS link MATCH ()-[r]->() WHERE elementId(r) = link DELETE r"
STRIP_LINKS = "UNWIND $links AS link MATCH ()-[r]->() WHERE elementId(r) = link REMOVE r._graph, r._iri"
REGRAPH_LINKS = """
UNWIND $links AS link
MATCH ()-[r]->() WHERE elementId(r) = link[0]
SET r._graph = link[1]
"""
DELETE_STUBS = f"""
MATCH (n:{LABEL})
WHERE n._hash IS NULL AND NOT EXISTS {{ (n)--() }} AND size(labels(n)) = 1
      AND all(k IN keys(n) WHERE k IN ['iri', '_iri'])
WITH n LIMIT 10000
DELETE n
RETURN count(n) AS deleted
"""


_NUMBERED = "CYPHER 5 UNWIND $rows AS row"
"""`id` is of this version of Cypher; the later way to name a node is a text of forty characters."""

MERGE_STUBS = f"""
{_NUMBERED} MERGE (n:{LABEL} {{iri: row[0]}}) ON CREATE SET n._iri = row[1] RETURN collect(id(n)) AS numbers
"""
MARK_ASTRAY = f"""
{_NUMBERED} MATCH (b) WHERE id(b) = row[0] AND coalesce(b.iri, '') <> row[1]
MATCH (n:{LABEL})-[r]->(b) WHERE r._graph IS NOT NULL
SET n._hash = -1
"""


def escaped(name: str) -> str:
    """The name as a quoted identifier of Cypher, whatever it contains.

    Backslashes are written as Unicode escapes, because Cypher resolves those before it looks for quotes.
    Raises ServerError on an empty name or one with a null character, which Neo4j cannot hold.
    """
    if not name or "\0" in name:
        raise ServerError(f"Neo4j takes no such name: {name!r}")
    return "`" + name.replace("\\", "\\u005c").replace("`", "``") + "`"


def _labels(labels: Iterable[str]) -> str:
    return "".join(f":{escaped(label)}" for label in labels)


def merge_nodes(labels: Iterable[str]) -> str:
    """Write `$rows` (each `k`, the key, and `p`, properties, null where one goes) with these labels."""
    named = _labels(labels)
    return f"UNWIND $rows AS row MERGE (n:{LABEL} {{iri: row.k}}) SET n += row.p" + (
        f" SET n{named}" if named else ""
    )


def create_nodes(labels: Iterable[str]) -> str:
    """Create a node of these labels for each of `$rows`, a map of its properties."""
    return f"{_NUMBERED} CREATE (n:{LABEL}{_labels(labels)}) SET n = row RETURN collect(id(n)) AS numbers"


def create_shape(labels: Iterable[str], keys: Iterable[str]) -> str:
    """Create a node of these labels for each of `$rows`, a list of the values of these keys: cheaper than a map."""
    properties = ", ".join(f"{escaped(key)}: row[{place}]" for place, key in enumerate(keys))
    return (
        f"{_NUMBERED} CREATE (n:{LABEL}{_labels(labels)} {{{properties}}}) RETURN collect(id(n)) AS numbers"
    )


def link_shape(types: Sequence[tuple[str, bool]]) -> str:
    """Create relationships of these types from one node, for each of `$rows`: its number, those of targets, graphs.

    A type comes with whether the relationship is in the home graph of the node; of the others the rows hold
    the graphs. All nodes are there.
    """
    found = " ".join(
        f"MATCH (b{place}) WHERE id(b{place}) = row[{place + 1}]" for place, _ in enumerate(types)
    )
    made: list[str] = []
    elsewhere = len(types)
    for place, (type_, at_home) in enumerate(types):
        elsewhere += not at_home
        graph = "true" if at_home else f"row[{elsewhere}]"
        made.append(f"(a)-[:{escaped(type_)} {{_graph: {graph}}}]->(b{place})")
    return f"{_NUMBERED} MATCH (a) WHERE id(a) = row[0] {found} CREATE {', '.join(made)}"


def drop_labels(labels: Iterable[str]) -> str:
    """Take these labels from the nodes of `$keys`."""
    return f"UNWIND $keys AS key MATCH (n:{LABEL} {{iri: key}}) REMOVE n{_labels(labels)}"


def create_links(type_: str) -> str:
    """Create relationships of this type for `$rows`: keys `a`, `b`, properties `p`, long IRI `i` or null."""
    return f"""
UNWIND $rows AS row
MATCH (a:{LABEL} {{iri: row.a}})
MERGE (b:{LABEL} {{iri: row.b}}) ON CREATE SET b._iri = row.i
CREATE (a)-[r:{escaped(type_)}]->(b) SET r = row.p
"""

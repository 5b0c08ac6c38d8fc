"""The Cypher of the mapping. Names enter a statement only as parameters or through `escaped`, values as parameters.

Labels and types that come as parameters leave few statements to plan: a server that has just begun takes longer to plan
a hundred of them than to write a hundred thousand triples.
"""

from collections.abc import Iterable

from gestae.graph.neo4j_names import LABEL
from gestae.ontology.errors import ServerError

__all__ = [
    "AWAIT_INDEXES",
    "COUNT_LINKS",
    "CREATE_CONSTRAINT",
    "CREATE_LINKS",
    "CREATE_LINKS_BY_KEY",
    "CREATE_NODES",
    "DELETE_LINKS",
    "DELETE_STUBS",
    "DROP_LABELS",
    "MARK_ASTRAY",
    "MERGE_META",
    "MERGE_NODES",
    "MERGE_STUBS",
    "OLD_ROWS",
    "PAGE_OF_HASHES",
    "PAGE_OF_ROWS",
    "READ_META",
    "REGRAPH_LINKS",
    "STRIP_LINKS",
    "SUMMARY",
    "create_shape",
    "escaped",
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

CREATE_NODES = f"""
{_NUMBERED} CREATE (n:{LABEL}:$(row[0])) SET n = row[1] RETURN collect(id(n)) AS numbers
"""
"""A node for each of `$rows`: its labels, and a map of its properties."""

CREATE_LINKS = f"""
{_NUMBERED} MATCH (a:{LABEL}) WHERE id(a) = row[0] MATCH (b:{LABEL}) WHERE id(b) = row[1]
CREATE (a)-[:$($types[row[2]]) {{_graph: row[3], _iri: row[4]}}]->(b)
"""
"""A relationship for each of `$rows`: the numbers of two nodes, its type's place in `$types`, its graph, and its IRI
where the type is a hash of it. None where a number went to a node that is not ours: then too few leave the first."""

CREATE_LINKS_BY_KEY = f"""
UNWIND $rows AS row
MATCH (a:{LABEL} {{iri: row[0]}})
MERGE (b:{LABEL} {{iri: row[1]}}) ON CREATE SET b._iri = row[5]
CREATE (a)-[:$(row[2]) {{_graph: row[3], _iri: row[4]}}]->(b)
"""
"""The same for keys of nodes, the second of which may be missing; its long IRI comes last."""

MERGE_NODES = f"""
UNWIND $rows AS row
MERGE (n:{LABEL} {{iri: row[0]}}) SET n += row[2] SET n:$(row[1])
"""
"""Write `$rows`: key, labels, properties, which are null where one goes."""

DROP_LABELS = f"UNWIND $rows AS row MATCH (n:{LABEL} {{iri: row[0]}}) REMOVE n:$(row[1])"
"""Take labels from the nodes of `$rows`: key, labels."""

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


def create_shape(labels: Iterable[str], keys: Iterable[str]) -> str:
    """Create a node of these labels for each of `$rows`, a list of the values of these keys: cheaper than a map."""
    named = "".join(f":{escaped(label)}" for label in labels)
    properties = ", ".join(f"{escaped(key)}: row[{place}]" for place, key in enumerate(keys))
    return f"{_NUMBERED} CREATE (n:{LABEL}{named} {{{properties}}}) RETURN collect(id(n)) AS numbers"

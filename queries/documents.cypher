// The documents of the store

MATCH (document:Document)-[:VERSION]->(version)
WHERE document.name IS NOT NULL
OPTIONAL MATCH (version)<-[:oa__hasSource]-()<-[:oa__hasTarget]-(statement)
RETURN document.name AS name, document.schema__name AS title, document.schema__datePublished AS date,
  document.schema__publisher AS publisher, count(DISTINCT statement) AS statements
ORDER BY name

// What documents say that others say

MATCH (statement:Statement)-[:ASSERTS]->(claim)
WHERE statement.sourceMention IS NOT NULL
MATCH (claim)<-[:ASSERTS]-(statement)-[:oa__hasTarget]->(target)-[:oa__hasSelector]->(selector),
  (target)-[:oa__hasSource]->(version)-[:dcterms__isVersionOf]->(document)
WHERE selector.oa__exact IS NOT NULL AND document.name IS NOT NULL
OPTIONAL MATCH (claim)-[:MODALITY]->(mood)
RETURN statement.sourceMention AS source, claim.actorMention AS actorName, claim.verb AS verb,
  claim.objectText AS object, claim.value AS value, claim.unitText AS unit, split(mood.iri, '#')[1] AS modality,
  coalesce(claim.negated, false) AS negated, document.name AS name, selector.oa__exact AS quote
ORDER BY source, name, quote, coalesce(verb, '')

// The words of documents that hold a word or phrase, with what they state
// words: a word or phrase, in any case

MATCH (selector:oa__TextQuoteSelector) WHERE toLower(selector.oa__exact) CONTAINS toLower($words)
MATCH (claim)<-[:ASSERTS]-(statement)-[:oa__hasTarget]->(target)-[:oa__hasSelector]->(selector),
  (target)-[:oa__hasSource]->(version)-[:dcterms__isVersionOf]->(document)
WHERE document.name IS NOT NULL
OPTIONAL MATCH (claim)-[:MODALITY]->(mood)
RETURN DISTINCT selector.oa__exact AS quote, claim.actorMention AS actorName, claim.verb AS verb,
  claim.objectText AS object, claim.value AS value, claim.unitText AS unit, split(mood.iri, '#')[1] AS modality,
  coalesce(claim.negated, false) AS negated, statement.sourceMention AS source, document.name AS name,
  document.schema__datePublished AS date
ORDER BY name, quote, coalesce(verb, ''), coalesce(object, ''), value

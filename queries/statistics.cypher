// The numbers that documents report
// about: a word of what is counted (optional)

MATCH (claim:Statistic)-[:BOUND]->(bound)
WHERE claim.value IS NOT NULL AND ($about = '' OR toLower(claim.unitText) CONTAINS toLower($about))
MATCH (claim)<-[:ASSERTS]-(statement)-[:oa__hasTarget]->(target)-[:oa__hasSelector]->(selector),
  (target)-[:oa__hasSource]->(version)-[:dcterms__isVersionOf]->(document)
WHERE selector.oa__exact IS NOT NULL AND document.name IS NOT NULL
RETURN claim.value AS value, claim.upperValue AS upper, split(bound.iri, '#')[1] AS bounded, claim.unitText AS unit,
  claim.actorMention AS actorName, claim.edtf AS when, claim.placeMention AS place,
  statement.sourceMention AS source, document.name AS name, selector.oa__exact AS quote
ORDER BY name, coalesce(unit, ''), value, quote

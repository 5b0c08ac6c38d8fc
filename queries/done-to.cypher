// What was done to somebody or something, by whom
// object: full name, acronym or IRI

MATCH (entity:Gestae) WHERE EXISTS { (:Action)-[:OBJECT]->(entity) }
WITH entity, coalesce([] + entity.rdfs__label, []) + coalesce([] + entity.skos__altLabel, [])
  + coalesce([] + entity.acronym, []) + coalesce([] + entity.dcterms__identifier, []) AS names
WHERE size(names) > 0 AND (entity.iri = $object OR any(known IN names WHERE toLower(toString(known)) = toLower($object)))
MATCH (claim:Action)-[:OBJECT]->(entity)
MATCH (claim)-[:ACTION_TYPE]->(type), (claim)-[:MODALITY]->(mood)
MATCH (claim)<-[:ASSERTS]-(statement)-[:oa__hasTarget]->(target)-[:oa__hasSelector]->(selector),
  (target)-[:oa__hasSource]->(version)-[:dcterms__isVersionOf]->(document)
WHERE selector.oa__exact IS NOT NULL AND document.name IS NOT NULL
RETURN DISTINCT claim.actorMention AS actorName, claim.verb AS verb, split(type.iri, 'action/')[1] AS kind,
  claim.edtf AS when, split(mood.iri, '#')[1] AS modality, coalesce(claim.negated, false) AS negated,
  statement.sourceMention AS source, document.name AS name, selector.oa__exact AS quote
ORDER BY coalesce(when, ''), name, quote, verb

// Who belongs to a body, as documents attest
// group: full name, acronym or IRI

MATCH (entity:Gestae) WHERE EXISTS { ()-[:GROUP]->(entity) }
WITH entity, coalesce([] + entity.rdfs__label, []) + coalesce([] + entity.skos__altLabel, [])
  + coalesce([] + entity.acronym, []) + coalesce([] + entity.dcterms__identifier, []) AS names
WHERE size(names) > 0 AND (entity.iri = $group OR any(known IN names WHERE toLower(toString(known)) = toLower($group)))
MATCH (claim)-[:GROUP]->(entity)
WHERE claim.memberMention IS NOT NULL
MATCH (claim)<-[:ASSERTS]-(statement)-[:oa__hasTarget]->(target)-[:oa__hasSelector]->(selector),
  (target)-[:oa__hasSource]->(version)-[:dcterms__isVersionOf]->(document)
WHERE selector.oa__exact IS NOT NULL AND document.name IS NOT NULL
RETURN DISTINCT claim.memberMention AS member, claim.role AS role, claim.attestedOn AS attested, document.name AS name,
  selector.oa__exact AS quote
ORDER BY coalesce(toString(attested), ''), member, name

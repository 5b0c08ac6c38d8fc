// Who belongs to a body, or how many do: as documents attest, and as laws and orders say
// group: full name, acronym or IRI

MATCH (entity:Gestae)
WITH entity, coalesce([] + entity.rdfs__label, []) + coalesce([] + entity.skos__altLabel, [])
  + coalesce([] + entity.acronym, []) + coalesce([] + entity.dcterms__identifier, []) AS names
WHERE size(names) > 0 AND (entity.iri = $group OR any(known IN names WHERE toLower(toString(known)) = toLower($group)))
CALL (entity) {
  MATCH (claim)-[:GROUP]->(entity)
  WHERE claim.memberMention IS NOT NULL
  MATCH (claim)<-[:ASSERTS]-(statement)-[:oa__hasTarget]->(target)-[:oa__hasSelector]->(selector),
    (target)-[:oa__hasSource]->(version)-[:dcterms__isVersionOf]->(document)
  WHERE selector.oa__exact IS NOT NULL AND document.name IS NOT NULL
  RETURN claim.memberMention AS member, claim.role AS role, claim.attestedOn AS attested, document.name AS name,
    selector.oa__exact AS quote, statement.sourceMention AS source
  UNION
  MATCH (claim:Statistic)-[:ACTOR]->(entity)
  WHERE claim.unitText IS NOT NULL AND split(claim.measure + ':', ':')[0] = 'membership'
  MATCH (claim)<-[:ASSERTS]-(statement)-[:oa__hasTarget]->(target)-[:oa__hasSelector]->(selector),
    (target)-[:oa__hasSource]->(version)-[:dcterms__isVersionOf]->(document)
  WHERE selector.oa__exact IS NOT NULL AND document.name IS NOT NULL
  RETURN CASE WHEN claim.value = toInteger(claim.value) THEN toString(toInteger(claim.value)) ELSE toString(claim.value) END
    + ' ' + claim.unitText AS member, 'count' AS role, document.schema__datePublished AS attested, document.name AS name,
    selector.oa__exact AS quote, statement.sourceMention AS source
  UNION
  MATCH (term)-[:org__organization]->(entity), (term)-[:org__member]->(holder)
  WHERE term.dcterms__source IS NOT NULL AND holder.rdfs__label IS NOT NULL
  OPTIONAL MATCH (term)-[:org__role]->(part)
  OPTIONAL MATCH (term)-[:org__memberDuring]->(interval)-[:time__hasBeginning]->(first)
  UNWIND [] + term.dcterms__source AS source
  UNWIND [] + holder.rdfs__label AS member
  RETURN member, part.rdfs__label AS role, first.time__inXSDDate AS attested, null AS name, null AS quote, source
}
RETURN DISTINCT member, role, attested, name, quote, source
ORDER BY coalesce(toString(attested), ''), member, coalesce(name, ''), coalesce(source, ''), coalesce(quote, '')

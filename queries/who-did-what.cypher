// Who did what, as told, with the words that say so
// type: action type such as Convict (optional)
// modality: factual, planned, directed or hypothetical (optional)

MATCH (claim:Action)-[:ACTION_TYPE]->(concept), (claim)-[:MODALITY]->(mode)
WITH claim, split(concept.iri, 'action/')[1] AS kind, split(mode.iri, '#')[1] AS told
WHERE ($type = '' OR kind = $type) AND ($modality = '' OR told = $modality)
MATCH (claim)<-[:ASSERTS]-(statement)-[:oa__hasTarget]->(target)-[:oa__hasSelector]->(selector),
  (target)-[:oa__hasSource]->(version)-[:dcterms__isVersionOf]->(document)
WHERE selector.oa__exact IS NOT NULL AND document.name IS NOT NULL
RETURN claim.actorMention AS actorName, claim.verb AS verb, kind, claim.objectText AS object, claim.edtf AS when,
  told, coalesce(claim.negated, false) AS negated, statement.sourceMention AS source, document.name AS name,
  selector.oa__exact AS quote
ORDER BY name, quote, coalesce(actorName, ''), verb, coalesce(object, '')

// The laws, orders and other instruments that documents name

MATCH (claim:InstrumentMention)
WHERE claim.nameMention IS NOT NULL AND claim.instrumentKind IS NOT NULL
MATCH (claim)<-[:ASSERTS]-(statement)-[:oa__hasTarget]->(target)-[:oa__hasSelector]->(selector),
  (target)-[:oa__hasSource]->(version)-[:dcterms__isVersionOf]->(document)
WHERE selector.oa__exact IS NOT NULL AND document.name IS NOT NULL
RETURN claim.instrumentKind AS kind, claim.dcterms__identifier AS identifier, claim.nameMention AS called,
  document.name AS name, selector.oa__exact AS quote
ORDER BY kind, called, name

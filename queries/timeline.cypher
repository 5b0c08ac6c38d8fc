// What was done when, in the order of time
// since: first day, or year, or month, such as 2018-04 (optional)
// until: last day, or year, or month (optional)

MATCH (claim:Action)
// '~' sorts after every digit and hyphen, so that a year holds all of its days.
WHERE ($since = '' OR toString(claim.latest) >= $since) AND ($until = '' OR toString(claim.earliest) <= $until + '~')
  AND claim.earliest IS NOT NULL AND claim.latest IS NOT NULL AND claim.edtf IS NOT NULL
MATCH (claim)-[:ACTION_TYPE]->(type), (claim)-[:MODALITY]->(mood)
MATCH (claim)<-[:ASSERTS]-(statement)-[:oa__hasTarget]->(target)-[:oa__hasSelector]->(selector),
  (target)-[:oa__hasSource]->(version)-[:dcterms__isVersionOf]->(document)
WHERE selector.oa__exact IS NOT NULL AND document.name IS NOT NULL
WITH claim, type, mood, statement, document.name AS name, selector.oa__exact AS quote
ORDER BY claim.earliest, name, quote, coalesce(claim.actorMention, ''), claim.verb, coalesce(claim.objectText, '')
RETURN claim.edtf AS when, claim.actorMention AS actorName, claim.verb AS verb, split(type.iri, 'action/')[1] AS kind,
  claim.objectText AS object, split(mood.iri, '#')[1] AS modality, coalesce(claim.negated, false) AS negated,
  statement.sourceMention AS source, name, quote

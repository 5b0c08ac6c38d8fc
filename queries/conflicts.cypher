// What documents disagree on: every side, who says so, and the words
// kind: Conflict, Change or Corroboration (optional)
// rule: date, citation, actor, instrument, value, total, size, head, denial or weekday (optional)
// about: full name, acronym or IRI of whom it is about (optional)

MATCH (finding)-[:POSITION]->(position)
WHERE any(class IN labels(finding) WHERE class IN ['Conflict', 'Change', 'Corroboration'])
WITH finding, position, [class IN labels(finding) WHERE class IN ['Conflict', 'Change', 'Corroboration']][0] AS found
WHERE ($kind = '' OR toLower(found) = toLower($kind)) AND ($rule = '' OR finding.rule = $rule)
  AND ($about = '' OR EXISTS {
    MATCH (finding)-[:ABOUT]->(entity)
    WHERE entity.iri = $about OR any(known IN coalesce([] + entity.rdfs__label, []) + coalesce([] + entity.skos__altLabel, [])
      + coalesce([] + entity.acronym, []) + coalesce([] + entity.dcterms__identifier, [])
      WHERE toLower(toString(known)) = toLower($about))
  })
UNWIND CASE WHEN position.voice IS NULL THEN [null] ELSE [] + position.voice END AS voice
OPTIONAL MATCH (position)-[:prov__wasDerivedFrom]->(entry)
WITH finding, position, found, voice, CASE WHEN entry.dcterms__source IS NULL THEN null ELSE ([] + entry.dcterms__source)[0] END AS authority
OPTIONAL MATCH (position)-[:STATED_BY]->(statement)-[:oa__hasTarget]->(target)-[:oa__hasSelector]->(selector),
  (target)-[:oa__hasSource]->(version)-[:dcterms__isVersionOf]->(document)
WHERE selector.oa__exact IS NOT NULL AND document.name IS NOT NULL
RETURN DISTINCT found, finding.rule AS by, finding.question AS question, position.answer AS answer, voice, authority,
  document.schema__datePublished AS when, document.name AS name, selector.oa__exact AS quote
ORDER BY found, by, question, answer, coalesce(toString(when), ''), coalesce(name, ''), coalesce(quote, ''), coalesce(voice, '')

"""What judgements make of the graphs of one document; a pure function of what was read and what was judged.

A fact that was rejected leaves the graph, a corrected one says what people put in its place, and the ends of
claims point at the entity that stands for all that are one. Links say of each that a judgement made it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

import pyoxigraph as ox

from gestae.graph.correction import changed
from gestae.graph.judgements import FactJudgement, Judgements, is_authority
from gestae.graph.network_words import squeezed
from gestae.graph.told import Told, told, value
from gestae.graph.version_graphs import ROLES, VersionGraphs
from gestae.ontology import iris
from gestae.ontology.errors import JudgementError
from gestae.ontology.links import INSTRUMENT_KINDS, EntityKind, RoleKind
from gestae.ontology.name_forms import public_number
from gestae.ontology.terms import GESTAE, RDF, RDFS, SKOS

__all__ = ["Resolve", "applied"]

Resolve = Callable[[RoleKind, str], str | None]
"""From a heading and a name to the authority entry that it stands for on the document's date, if any."""

_OWN = frozenset({GESTAE.actor, GESTAE.attributedTo, GESTAE.member, GESTAE.group, GESTAE.instrument})
"""The ends that are an entity also where nobody knows it."""


def applied(
    quads: Iterable[ox.Quad], document: str, version: str, judgements: Judgements, resolve: Resolve
) -> list[ox.Quad] | None:
    """The quads of a document's version as judgements have them; `None` where none concerns it.

    `quads` are as they were read and linked, with no judgement applied yet.
    """
    graphs = VersionGraphs(quads, document, version)
    facts = _of_facts(graphs, judgements)
    parted = list(_parted(graphs, judgements))
    merged = {
        one.value: canonical
        for _, _, one, _ in graphs.ends()
        if (canonical := judgements.canonical(one.value)) != one.value
    }
    if not facts and not parted and not merged:
        return None
    for node, end, entity, name in parted:
        graphs.describe(entity, "Actor", name)
        graphs.point(node, end, entity)
    for fact, verdicts in facts.items():
        if any(judged.verdict == "rejected" for judged in verdicts):
            graphs.drop(fact.statement, fact.claim)
            continue
        for judged in verdicts:
            if judged.verdict == "corrected":
                _correct(graphs, fact, judged, resolve)
        review = "corrected" if any(j.verdict == "corrected" for j in verdicts) else "accepted"
        marks = graphs.links.setdefault(fact.statement, {})
        marks[GESTAE.review] = [ox.Literal(review)]
        marks[GESTAE.reviewNote] = [ox.Literal(_note(verdicts))]
    _merge(graphs, judgements)
    graphs.tidy()
    return list(graphs.quads())


def _of_facts(graphs: VersionGraphs, judgements: Judgements) -> Mapping[Told, list[FactJudgement]]:
    """The facts that were judged, each with its judgements in the order in which they were made."""
    ours = [judged for judged in judgements.facts if judged.document == graphs.document]
    facts = told(graphs.said) if ours else {}
    found: dict[Told, list[FactJudgement]] = {}
    for judged in ours:
        for fact in _known_again(judged, facts):
            found.setdefault(fact, []).append(judged)
    return found


def _note(verdicts: Iterable[FactJudgement]) -> str:
    """Judgements of a fact in words ("corrected by ann on 2031-05-06: object = pilots, time = 2031-05-05")."""
    said: dict[str, list[str]] = {}
    for one in verdicts:
        fields = said.setdefault(f"{one.verdict} by {one.who} on {one.when:%Y-%m-%d}", [])
        fields += [f"{one.field} = {one.value or 'nothing'}"] * bool(one.field)
    return "; ".join(": ".join(filter(None, (who, ", ".join(fields)))) for who, fields in said.items())


def _known_again(judged: FactJudgement, facts: Mapping[str, Told]) -> list[Told]:
    """The statement that was judged; in another version those of the same words in the same quote.

    Where the quote is cut otherwise, one that holds the other will do.
    """
    if fact := facts.get(judged.statement):
        return [fact]
    quote = squeezed(judged.quote)
    alike = [fact for fact in facts.values() if (fact.kind, fact.words) == (judged.kind, judged.words)]
    same = [fact for fact in alike if squeezed(fact.quote) == quote]
    return same or [f for f in alike if quote in squeezed(f.quote) or squeezed(f.quote) in quote]


def _parted(
    graphs: VersionGraphs, judgements: Judgements
) -> Iterator[tuple[ox.NamedNode, ox.NamedNode, str, str]]:
    """Ends that were linked to what a judgement says is another: node, property, own entity, its name."""
    own = f"{graphs.document}/entity/"
    kept = [
        (mine, name, other)
        for judged in judgements.entities
        if judged.verdict == "different"
        for mine, name, other in (
            (judged.first, judged.first_name, judged.second),
            (judged.second, judged.second_name, judged.first),
        )
        if mine.startswith(own)
    ]
    if kept:
        for node, end, entity, words in graphs.ends():
            for mine, name, other in kept:
                if entity.value == other and name in words:
                    yield node, end, mine, name


def _correct(graphs: VersionGraphs, fact: Told, judged: FactJudgement, resolve: Resolve) -> None:
    try:
        change = changed(fact.kind, judged.field, judged.value, fact.claim, graphs.said)
    except JudgementError:  # written by another version of gestae, which knew another set of values
        return
    node = fact.statement if change.of_statement else fact.claim
    about = graphs.said[node]
    if change.of_statement:
        change = changed(fact.kind, judged.field, judged.value, node, graphs.said)
    for term in change.without:
        about.pop(term, None)
    for term, new in change.pairs:
        about.setdefault(term, []).append(new)
    if change.end is not None:
        graphs.point(node, change.end, _entity(graphs, change.end, change.name, about, resolve))


def _entity(
    graphs: VersionGraphs,
    end: ox.NamedNode,
    name: str,
    claim: Mapping[ox.NamedNode, list[ox.NamedNode | ox.Literal]],
    resolve: Resolve,
) -> str | None:
    """The entity of a corrected name: an authority entry, one of the document, or a new one of its own."""
    if not name:
        return None
    known = resolve(ROLES[end], name) or graphs.called(name)
    if known or end not in _OWN:
        return known
    kind: EntityKind = "Actor"
    if end == GESTAE.instrument:
        kind = INSTRUMENT_KINDS[value(dict(claim), GESTAE.instrumentKind)]
    number = public_number(name)
    iri = iris.instrument(number) if number else iris.local_entity(graphs.document, kind, name)
    graphs.describe(iri, kind, name)
    return iri


def _merge(graphs: VersionGraphs, judgements: Judgements) -> None:
    """Let ends and links point at what stands for all that are one, which answers to all their names."""
    for node, end, entity, _ in list(graphs.ends()):
        canonical = judgements.canonical(entity.value)
        if canonical != entity.value:
            graphs.links[node][end] = [ox.NamedNode(canonical)]
            _named(graphs, canonical, entity, judgements)
    for node, about in graphs.links.items():
        for linked in about.get(GESTAE.entity, [])[:1]:
            canonical = judgements.canonical(linked.value)
            if canonical != linked.value:
                about[GESTAE.entity] = [ox.NamedNode(canonical)]
                graphs.judged(node)


def _named(graphs: VersionGraphs, canonical: str, merged: ox.NamedNode, judgements: Judgements) -> None:
    """Describe what stands for an entity by what the document said of that, and by its name."""
    old = graphs.links.pop(merged, {})
    about = graphs.links.setdefault(ox.NamedNode(canonical), {})
    name = judgements.name(canonical)
    for term, values in old.items():
        if term != RDFS.label and not is_authority(canonical):
            known = about.setdefault(term, [])
            known += [one for one in values if one not in known]
    if not is_authority(canonical) and RDF.type in about:
        about[RDFS.label] = [ox.Literal(name)]
    names = about.setdefault(SKOS.altLabel, [])
    for other in (*(label.value for label in old.get(RDFS.label, ())), judgements.name(merged.value)):
        if other not in ("", name) and ox.Literal(other) not in names:
            names.append(ox.Literal(other))

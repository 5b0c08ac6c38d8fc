"""Statements of a store compared: every conflict, corroboration and change, and which texts are copies."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from gestae.graph import (
    rules_citations,
    rules_denials,
    rules_heads,
    rules_once,
    rules_sizes,
    rules_totals,
    rules_values,
    rules_weekdays,
)
from gestae.graph.comparable_claims import Comparable, Comparables
from gestae.graph.dataset import Store
from gestae.graph.findings import Finding
from gestae.graph.known import Known
from gestae.graph.near_duplicates import Sketch, copies, sketch
from gestae.graph.network_claims import sources
from gestae.graph.unasserted import Unasserted
from gestae.graph.voices import Voices
from gestae.ontology.english import english
from gestae.ontology.lexicon import lexicon

__all__ = ["Comparison", "compare"]


@dataclass(frozen=True)
class Comparison:
    """What comparing the statements of a store found.

    `memberships` are those that were told; `known` is what the store knows of entities besides.
    `events` are the claims of one event, where several tell of it; `copies` maps a version to the one
    whose text it copies.
    """

    findings: tuple[Finding, ...]
    memberships: tuple[Comparable, ...]
    known: Known
    events: tuple[tuple[Comparable, ...], ...]
    copies: Mapping[str, str]
    voices: Voices


def compare(store: Store, drawn: Callable[[str], Sketch] | None = None) -> Comparison:
    """Compare all statements that can be compared.

    `drawn` gives the sketch of a text by its SHA-256, where such are kept.

    Claims meet only under a key (what happened to what, which measure where and when, which body), so the
    work grows with the claims and not with their pairs.
    """
    documents = store.documents()
    ordered = sorted(documents, key=lambda one: (one.date or "9999", one.name, one.version))
    same = {one.version: one.sha256 for one in ordered}
    draw = drawn or (lambda sha256: sketch(store.text(sha256)))
    copied = copies(same, lambda version: draw(same[version]))
    known = Known(store)
    claims = Comparables.of(store)
    voices = Voices(known, sources(store.quads), copied)
    once = lexicon().once
    found = rules_once.events(claims.actions, known, lexicon())
    unasserted = Unasserted(store)
    findings = (
        *rules_once.dates(found, known, voices),
        *rules_citations.citations(claims.citations, known),
        *rules_once.actors(found, known),
        *rules_once.instruments(found, known),
        *rules_values.differing(claims.statistics, known, unasserted.holds),
        *rules_values.corroborated(claims.statistics, known, voices),
        *rules_totals.totals(claims.statistics, known),
        *rules_sizes.sizes(claims.statistics, claims.memberships, known),
        *rules_heads.heads(claims.memberships, known, english().classes),
        *rules_denials.denials(claims.actions, known, once),
        *rules_weekdays.weekdays(claims.weekdays),
    )
    return Comparison(findings, claims.memberships, known, tuple(_several(found.values())), copied, voices)


def _several(events: Iterable[tuple[Comparable, ...]]) -> Iterable[tuple[Comparable, ...]]:
    return (claims for claims in events if len(claims) > 1)

"""Which entities of a store may be one: pairs with the evidence for it, the most useful to judge first.

Nothing is merged here. A pair is proposed where names say that two may be one: alike but for case, marks, titles
or an ending, one an acronym of the other, or one short for the other. Pairs that were judged, that the documents'
own identifiers keep apart, or that are one already are not proposed.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox
from rapidfuzz import fuzz, process

from gestae.graph.dataset import Store
from gestae.graph.judgements import Judgements, is_authority
from gestae.graph.one import refusal
from gestae.graph.version_graphs import ENDS
from gestae.ontology.authority import Authority
from gestae.ontology.name_forms import acronym_form, looks_like_acronym, normal_form
from gestae.ontology.terms import GESTAE, RDF, RDFS, SKOS

__all__ = ["Candidate", "candidates"]

_ALIKE = 88
"""Likeness of two names, of 100 (`rapidfuzz.fuzz.token_sort_ratio`), from which they are proposed."""
_SMALL = frozenset({"of", "the", "and", "for", "to", "in", "on", "a", "an", "at", "by", "s"})
_DIGITS = re.compile(r"\d+")
_ACRONYM = ox.NamedNode(f"{GESTAE.iri}acronym")
_PLAIN = 0.2
"""Worth of a pair of common nouns beside that of a pair of names."""
_ACRONYM_LENGTH = 8
_MOST_ALIKE = 40
"""Entities of one name beyond which they are a common noun, and no use to judge pair by pair."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two entities that may be one.

    `because` says in a few words what speaks for it, `likeness` how alike the names are, of 100; `shared` are
    what both act on, with or under, by name; `uses` how often claims point at each.
    """

    first: str
    second: str
    first_name: str
    second_name: str
    because: str
    likeness: float
    shared: tuple[str, ...]
    uses: tuple[int, int]

    @property
    def worth(self) -> float:
        """How useful a judgement is: how sure names make it, how many claims it joins, what both share.

        A name of one word, or one that is no name by its capitals ("Federal agencies"), counts for little.
        """
        named = all(sum(word[:1].isupper() for word in name.split()) > 1 for name in self.names)
        joined = min(self.uses) * (1.0 if named or min(map(len, self.names)) < _ACRONYM_LENGTH else _PLAIN)
        return self.likeness / 100 * joined * (1.5 if self.shared else 1.0)

    @property
    def names(self) -> tuple[str, str]:
        """What both are called."""
        return self.first_name, self.second_name


@dataclass
class _Entity:
    iri: str
    name: str
    forms: set[str]
    acronyms: set[str]
    uses: int
    near: set[str]


def candidates(store: Store, authority: Authority, *, most: int = 0) -> list[Candidate]:
    """The pairs worth judging, the most useful first; `most` of them, or all where that is 0."""
    known = Judgements.of(store)
    entities = _entities(store)
    found: dict[tuple[str, str], Candidate] = {}
    for one, other, because, likeness in _pairs(list(entities.values())):
        pair = (
            (one.iri, other.iri)
            if (is_authority(one.iri), other.iri) > (is_authority(other.iri), one.iri)
            else (other.iri, one.iri)
        )
        if pair in found or known.between(*pair) or known.apart(*pair) or _numbered(one, other):
            continue
        if is_authority(one.iri) and is_authority(other.iri) and because != "one name":
            continue  # the authority files hold them as two
        first, second = entities[pair[0]], entities[pair[1]]
        shared = sorted(first.near & second.near)
        found[pair] = Candidate(
            *pair, first.name, second.name, because, likeness, tuple(shared[:3]), (first.uses, second.uses)
        )
    ranked = sorted(found.values(), key=lambda one: (-one.worth, one.first, one.second))
    kept = (c for c in ranked if refusal(store, authority, known, "same", c.first, c.second) is None)
    return [c for n, c in zip(range(most), kept, strict=False)] if most else list(kept)


def _entities(store: Store) -> dict[str, _Entity]:
    """What claims point at, with its names, how often, and what else the same claims point at."""
    of = store.quads.quads_for_pattern
    claims: dict[str, set[str]] = defaultdict(set)
    for end in ENDS:
        for quad in of(None, end, None):
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode):
                claims[quad.subject.value].add(quad.object.value)
    uses: dict[str, int] = defaultdict(int)
    near: dict[str, set[str]] = defaultdict(set)
    for ends in claims.values():
        for iri in ends:
            uses[iri] += 1
            near[iri] |= ends - {iri}
    names = {iri: _texts(store, iri, RDFS.label) for iri in uses}
    found = {}
    for iri, number in uses.items():
        node = ox.NamedNode(iri)
        if not names[iri] or next(of(node, RDF.type, GESTAE.Place), None):
            continue
        every = names[iri] | _texts(store, iri, SKOS.altLabel)
        acronyms = _texts(store, iri, _ACRONYM) | {name for name in every if looks_like_acronym(name)}
        beside = {min(names[other]) for other in near[iri] if names.get(other)}
        found[iri] = _Entity(
            iri,
            min(names[iri]),
            {normal_form(n) for n in every},
            {acronym_form(a) for a in acronyms},
            number,
            beside,
        )
    return found


def _pairs(entities: list[_Entity]) -> Iterator[tuple[_Entity, _Entity, str, float]]:
    """Pairs that names propose, with the reason and how alike the names are."""
    by_form: dict[str, list[_Entity]] = defaultdict(list)
    for entity in entities:
        for form in entity.forms:
            by_form[form].append(entity)
    for same in by_form.values():
        if 1 < len(same) <= _MOST_ALIKE and same[0].name[:1].isupper():
            # Each with the one that most is told of: one name needs no judgement of every pair.
            main = max(same, key=lambda entity: (is_authority(entity.iri), entity.uses, entity.iri))
            yield from ((main, other, "one name", 100.0) for other in same if other is not main)
    yield from _by_acronym(entities, by_form)
    yield from _by_likeness(by_form)


def _by_acronym(
    entities: Iterable[_Entity], by_form: dict[str, list[_Entity]]
) -> Iterator[tuple[_Entity, _Entity, str, float]]:
    initials: dict[str, list[tuple[str, _Entity]]] = defaultdict(list)
    for form, bearers in by_form.items():
        words = [word for word in form.split() if word not in _SMALL]
        if len(words) > 2 and not form.startswith("united states"):
            initials["".join(word[0] for word in words).upper()] += [(form, entity) for entity in bearers]
    for entity in entities:
        for acronym in entity.acronyms:
            for form, other in initials.get(acronym, ()):
                if other.iri != entity.iri:
                    yield entity, other, f"{acronym} are the initials of {form!r}", 90.0


def _by_likeness(
    by_form: dict[str, list[_Entity]],
) -> Iterator[tuple[_Entity, _Entity, str, float]]:
    """Names of two words or more that are much alike; compared only where they share a rare word."""
    forms = [form for form in by_form if " " in form]
    holding: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        for word in set(form.split()) - _SMALL:
            holding[word[:4]].append(form)
    for form in forms:
        rare = sorted({word[:4] for word in set(form.split()) - _SMALL}, key=lambda word: len(holding[word]))[
            :2
        ]
        near = {other for word in rare for other in holding[word][:400] if other > form}
        for other, likeness, _ in process.extract(
            form, sorted(near), scorer=fuzz.token_sort_ratio, score_cutoff=_ALIKE, limit=20
        ):
            if _DIGITS.findall(form) != _DIGITS.findall(other):
                continue
            for one in by_form[form]:
                for another in by_form[other]:
                    if one.iri != another.iri and one.name[:1].isupper() and another.name[:1].isupper():
                        yield one, another, f"names alike by {likeness:.0f} of 100", likeness


def _numbered(one: _Entity, other: _Entity) -> bool:
    """Whether two names hold different numbers, and so are two things."""
    return _DIGITS.findall(one.name) != _DIGITS.findall(other.name)


def _texts(store: Store, iri: str, term: ox.NamedNode) -> set[str]:
    found = store.quads.quads_for_pattern(ox.NamedNode(iri), term, None)
    return {quad.object.value for quad in found if isinstance(quad.object, ox.Literal)}

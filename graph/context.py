"""What a name means in its document: short forms of what the document names in full elsewhere.

Each rule answers only where one thing alone fits; what several could be is none of them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from rapidfuzz import fuzz

from gestae.ontology.authority import Authority
from gestae.ontology.entities import Entity
from gestae.ontology.facts import Instrument, InstrumentKind
from gestae.ontology.name_forms import looks_like_acronym, normal_form

__all__ = [
    "NOBODY",
    "behind_owner",
    "by_family_name",
    "generic_kind",
    "main_of_kind",
    "much_alike",
    "owner_of_acts",
    "short_of",
    "without_year",
]

_UNSAID = """
    i me my mine myself we us our ours you your yours he him his she her hers it its they them their theirs who whom
    which this that these those one ones such what all some many most others everyone everybody anyone someone
    nobody nothing something everything there here
"""
NOBODY = frozenset(_UNSAID.split())
"""Words that stand for somebody only where a reader knows for whom; by themselves they are no entity."""

_GENERIC: tuple[tuple[re.Pattern[str], InstrumentKind], ...] = (
    (re.compile(r"(?:new |historic )?(?:executive )?order"), "order"),
    (re.compile(r"(?:presidential )?proclamation"), "proclamation"),
    (re.compile(r"(?:presidential )?memorandum"), "memorandum"),
    (re.compile(r"(?:(?:presidents?|\w+ administrations?|action) )?plan"), "plan"),
    (re.compile(r"(?:(?:new|this|legislation|landmark) )?(?:law|act|bill|statute|legislation)"), "law"),
    (re.compile(r"report"), "report"),
    (re.compile(r"treaty"), "treaty"),
)
_FIRST_OF_SEVERAL = frozenset({"order", "proclamation", "memorandum"})
"""Kinds of which a document that is about one names it first, and others as what that one amends or follows."""
_HEADS = frozenset(
    {
        "administration", "administrator", "agency", "board", "bureau", "commission", "committee", "council", "court",
        "department", "director", "division", "government", "institute", "ministry", "office", "regime", "secretary",
        "service", "task force",
    }
)  # fmt: skip
"""By these alone a document means a body or an office that it names in full, if it names one of them."""
_KINDS = frozenset({"act", "agreement", "order", "plan", "proclamation", "report", "strategy", "treaty"})
_YEAR = re.compile(r" (?:of |for )?(?:fiscal year )?\d{4}$")
_OWNER = re.compile(r"^.{2,40}?['’]s? (?=[A-Z])")
_ACTS = re.compile(
    r"(?P<owner>[A-Z].+?)(?:['’]s?)?(?: (?:new|latest|recent|historic))? "
    r"(?:actions?|efforts?|measures|investments|leadership|announcements?|commitments)"
)
_ALIKE = 93
"""Likeness of two names, of 100 (`rapidfuzz.fuzz.ratio`), from which they may be one, but for a word's ending."""
_STEM = 4


def generic_kind(words: str) -> InstrumentKind | None:
    """The kind of instrument that words name without saying which ("the Executive Order"); else `None`."""
    form = normal_form(words)
    return next((kind for pattern, kind in _GENERIC if pattern.fullmatch(form)), None)


def main_of_kind(
    instruments: Iterable[Instrument], kind: InstrumentKind, until: int
) -> tuple[Instrument, bool] | None:
    """The instrument that a document means by its kind, and whether it is the only one of it.

    Of several orders, proclamations or memoranda it is the one that is named first, if that is before the
    offset at which the kind alone is first spoken of.
    """
    named = [one for one in instruments if one.kind == kind and generic_kind(one.name) is None]
    different = {one.identifier or normal_form(one.name) for one in named}
    if not named or (len(different) > 1 and kind not in _FIRST_OF_SEVERAL):
        return None
    first = min(named, key=lambda one: one.quote.start)
    return (first, len(different) == 1) if first.quote.start <= until else None


def by_family_name(words: str, people: Iterable[Entity]) -> Entity | None:
    """The one person of those a document names whose family name ends words of title ("NSA Sullivan")."""
    *title, last = words.split() or [""]
    if not 1 <= len(title) <= 3 or not all(word[:1].isupper() for word in (*title, last)):
        return None
    found = {
        person.iri: person
        for person in people
        if person.kind == "person" and normal_form(person.name).split()[-1] == normal_form(last)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def behind_owner(words: str) -> str | None:
    """A name without whose it is said to be ("President Lind's Harbor Plan" → "Harbor Plan")."""
    bare = _OWNER.sub("", words)
    return bare if bare != words and (" " in bare or looks_like_acronym(bare)) else None


def owner_of_acts(words: str) -> str | None:
    """Who acts where acts are said to act ("U.S. actions", "the Ministry's new measures"); else `None`."""
    match = _ACTS.fullmatch(words)
    return match["owner"] if match else None


def short_of(words: str, named: Mapping[str, str]) -> str | None:
    """The one entity of those named in full (normal form → IRI) that words are short for.

    A head alone ("Secretary", "regime") is short for a name that ends in it or begins with it and "of"; two words
    or more, in capitals and ending in a head or a kind of instrument, for a name that begins or ends with them.
    A piece of an order's title is no order.
    """
    form = normal_form(words)
    first, _, last = form.rpartition(" ")
    capitals = bool(first) and all(word[:1].isupper() for word in words.split() if len(word) > 3)
    if form not in _HEADS and not (capitals and (last in _HEADS or last in _KINDS)):
        return None
    found = {
        iri
        for name, iri in named.items()
        if name.endswith(f" {form}")
        or name.startswith(f"{form} of ")
        or (capitals and name.startswith(f"{form} "))
    }
    return found.pop() if len(found) == 1 else None


def without_year(words: str) -> str:
    """The normal form of a law's name without its year."""
    return _YEAR.sub("", normal_form(words))


def much_alike(words: str, known: Authority) -> tuple[Entity, float] | None:
    """The one body or office whose name differs in the ending of one word, and how alike they are, in 0..1.

    "Democrat National Committee" is much like "Democratic National Committee". What holds a digit is never so.
    """
    form = normal_form(words)
    parts = form.split()
    if not 3 <= len(parts) <= 9 or not words[:1].isupper() or any(c.isdigit() for c in form):
        return None
    found: dict[str, tuple[Entity, float]] = {}
    for other, entity in _names(known).get(len(parts), ()):
        likeness = fuzz.ratio(form, other, score_cutoff=_ALIKE)
        if likeness and _one_ending(parts, other.split()):
            found[entity.iri] = (entity, likeness / 100)
    return next(iter(found.values())) if len(found) == 1 else None


def _one_ending(ones: list[str], others: list[str]) -> bool:
    pairs = [(one, other) for one, other in zip(ones, others, strict=True) if one != other]
    return len(pairs) == 1 and pairs[0][0][:_STEM] == pairs[0][1][:_STEM] and len(pairs[0][0]) > _STEM


@lru_cache(maxsize=2)
def _names(known: Authority) -> dict[int, list[tuple[str, Entity]]]:
    """The names of bodies and offices by their number of words."""
    by_length: dict[int, list[tuple[str, Entity]]] = {}
    for form, entity in _forms(known):
        by_length.setdefault(form.count(" ") + 1, []).append((form, entity))
    return by_length


def _forms(known: Authority) -> Iterator[tuple[str, Entity]]:
    for entity in known:
        if entity.kind in ("organization", "post"):
            yield from ((normal_form(name), entity) for name in (entity.name, *entity.names))

"""Labels for blank nodes that say where they stand, so that reading a file twice gives the same labels."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import blake2b

from gestae.graph.neo4j_terms import NODE, Statement

__all__ = ["relabelled"]

_ROUNDS = 4
"""How far around a blank node its label looks; what then looks alike is numbered as it appears."""
_MOST = 200_000


def relabelled(statements: Iterable[Statement], *, most: int = _MOST) -> Iterator[Statement]:
    """The same statements with every blank node named after its surroundings; isomorphic to the given ones.

    Statements without blank nodes pass through; the others are held until the end. Where there are more than
    `most` of these, which would not fit into memory, all keep the labels that the parser gave.
    """
    source = iter(statements)
    held: list[Statement] = []
    for item in source:
        subject, _, object_, kind, graph = item
        if subject[:2] != "_:" and graph[:2] != "_:" and (kind != NODE or object_[:2] != "_:"):
            yield item
            continue
        held.append(item)
        if len(held) > most:
            yield from held
            yield from source
            return
    labels = _labels(held)
    for item in held:
        yield _renamed(item, labels)


def _blanks(item: Statement) -> list[str]:
    terms = (item.subject, item.object if item.kind == NODE else "", item.graph)
    return [term for term in terms if term.startswith("_:")]


def _renamed(item: Statement, labels: dict[str, str]) -> Statement:
    object_ = labels.get(item.object, item.object) if item.kind == NODE else item.object
    subject, graph = labels.get(item.subject, item.subject), labels.get(item.graph, item.graph)
    return Statement(subject, item.predicate, object_, item.kind, graph)


def _labels(held: list[Statement]) -> dict[str, str]:
    around: dict[str, list[Statement]] = defaultdict(list)
    for item in held:
        for blank in dict.fromkeys(_blanks(item)):
            around[blank].append(item)
    colours = dict.fromkeys(around, "_:")
    for _ in range(_ROUNDS):
        colours = {blank: _colour(blank, items, colours) for blank, items in around.items()}
    alike: dict[str, int] = defaultdict(int)
    labels = {}
    for blank, colour in colours.items():
        alike[colour] += 1
        labels[blank] = f"{colour}x{alike[colour]}" if alike[colour] > 1 else colour
    return labels


def _colour(blank: str, items: list[Statement], colours: dict[str, str]) -> str:
    near = {other: colours[other] for item in items for other in _blanks(item)} | {blank: "_:self"}
    digest = blake2b(digest_size=8)
    for item in sorted(_renamed(entry, near) for entry in items):
        digest.update(json.dumps(item).encode())
    return f"_:b{digest.hexdigest()}"

"""Subjects that a server does not hold, as statements that create them and look for nothing that is old.

Most subjects of a graph are of few shapes: the same labels and properties, relationships of the same types. A
statement for each shape takes its rows as lists. What is of a rare shape is written by statements for its labels,
and for each type: a shape of its own would cost the server more to plan than to run.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from gestae.graph import neo4j_cypher as cypher
from gestae.graph.neo4j_batch import Batch, Leaving, Nodes
from gestae.graph.neo4j_rows import Row
from gestae.graph.neo4j_write import Change

__all__ = ["Creator"]

_MOST_KEYS = 250_000
_MOST_SHAPES = 200
_FEW = 25
_TOGETHER = 6
"""Relationships that one statement creates from a node."""


class Creator:
    """Knows, for the time of one push, which nodes without statements it made, and which shapes it met."""

    def __init__(self, *, most: int = _MOST_KEYS) -> None:
        self._most = most
        self._there: set[str] = set()
        self._all_known = True
        self._shapes: set[object] = set()

    def batch(self, changes: Sequence[Change]) -> Batch:
        """What to write for changes that follow those of the batch before, by key."""
        new: list[Row] = []
        others: list[Change] = []
        for change in changes:
            if change.known or not self._all_known or change.row.key in self._there:
                others.append(change)
            else:
                new.append(change.row)
        behind = changes[-1].row.key
        stubs = self._stubs(new, behind)
        self._note((edge.target for change in others for edge in change.row.edges), behind)
        links, rare = self._links(new)
        return Batch(changes, self._nodes(new), stubs, others, links, rare)

    def _nodes(self, rows: Iterable[Row]) -> list[Nodes]:
        """Statements that create the nodes of the rows."""
        shapes: dict[tuple[tuple[str, ...], tuple[str, ...]], list[list[object]]] = defaultdict(list)
        keys: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = defaultdict(list)
        rare: dict[tuple[str, ...], list[dict[str, object]]] = defaultdict(list)
        for each in rows:
            shape = each.labels, ("iri", *each.properties)
            shapes[shape].append([each.key, *each.properties.values()])
            keys[shape].append(each.key)
        made: list[Nodes] = []
        for shape, group in shapes.items():
            labels, names = shape
            if self._common(shape, group):
                made.append(Nodes(cypher.create_shape(labels, names), keys[shape], group))
            else:
                rare[labels].extend(dict(zip(names, values, strict=True)) for values in group)
        for labels, maps in rare.items():
            made.append(Nodes(cypher.create_nodes(labels), [str(each["iri"]) for each in maps], maps))
        return made

    def _stubs(self, rows: Sequence[Row], behind: str) -> list[Nodes]:
        """The statement that creates what the rows point at and what may be missing, if anything."""
        here = {each.key for each in rows}
        stubs = {
            edge.target: edge.target_iri
            for each in rows
            for edge in each.edges
            if edge.target not in here and edge.target not in self._there
        }
        if not stubs:
            return []
        self._note(stubs, behind)
        return [Nodes(cypher.MERGE_STUBS, list(stubs), [[key, iri] for key, iri in stubs.items()])]

    def _links(
        self, rows: Iterable[Row]
    ) -> tuple[dict[tuple[tuple[str, bool], ...], list[Leaving]], list[Leaving]]:
        """The relationships of the rows by their shapes, and those of rare shapes."""
        shapes: dict[tuple[tuple[str, bool], ...], list[Leaving]] = defaultdict(list)
        rare: list[Leaving] = []
        for each in rows:
            plain = [edge for edge in each.edges if edge.predicate is None]
            for start in range(0, len(plain), _TOGETHER):
                edges = plain[start : start + _TOGETHER]
                shapes[tuple([(edge.type, edge.graph is True) for edge in edges])].append((each.key, edges))
            if len(plain) < len(each.edges):
                rare.append((each.key, [edge for edge in each.edges if edge.predicate]))
        common: dict[tuple[tuple[str, bool], ...], list[Leaving]] = {}
        for types, group in shapes.items():
            if len(types) == 1 or self._common(types, group):
                common[types] = group
            else:
                rare += group
        return common, rare

    def _common(self, shape: object, group: Sequence[object]) -> bool:
        if shape in self._shapes:
            return True
        if len(group) < _FEW or len(self._shapes) >= _MOST_SHAPES:
            return False
        self._shapes.add(shape)
        return True

    def _note(self, keys: Iterable[str], behind: str) -> None:
        self._there.update(keys)
        if len(self._there) > self._most:
            # Subjects come by key, so that none of these will be created; they are only merged once more.
            self._there = {key for key in self._there if key > behind}
            if len(self._there) > self._most // 2:
                self._all_known = False
                self._there.clear()

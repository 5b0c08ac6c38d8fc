"""Subjects that a server does not hold, as statements that create them and look for nothing that is old.

Most subjects of a graph are of few shapes: the same labels and properties. A statement for each shape takes its rows
as lists. Subjects of rare shapes share one statement: one of their own would cost the server more to plan than to run.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from gestae.graph import neo4j_cypher as cypher
from gestae.graph.neo4j_batch import Batch, Nodes
from gestae.graph.neo4j_rows import Row
from gestae.graph.neo4j_write import Change

__all__ = ["Creator"]

_MOST_KEYS = 250_000
_MOST_SHAPES = 50
_FEW = 100
"""Subjects of one shape in a batch that are worth a statement."""

Shape = tuple[tuple[str, ...], tuple[str, ...]]
"""Labels and the keys of properties."""


class Creator:
    """Knows, for the time of one push, which nodes without statements it made, and which shapes it met."""

    def __init__(self, *, most: int = _MOST_KEYS) -> None:
        self._most = most
        self._there: set[str] = set()
        self._all_known = True
        self._shapes: set[Shape] = set()

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
        links = [(each.key, each.edges) for each in new if each.edges]
        return Batch(changes, self._nodes(new), stubs, others, links)

    def _nodes(self, rows: Iterable[Row]) -> list[Nodes]:
        """Statements that create the nodes of the rows."""
        shapes: dict[Shape, list[Row]] = defaultdict(list)
        for each in rows:
            shapes[each.labels, ("iri", *each.properties)].append(each)
        made: list[Nodes] = []
        rare: list[Row] = []
        for shape, group in shapes.items():
            if self._common(shape, group):
                keys = [each.key for each in group]
                values = [[each.key, *each.properties.values()] for each in group]
                made.append(Nodes(cypher.create_shape(*shape), keys, values))
            else:
                rare += group
        if rare:
            maps = [[each.labels, {"iri": each.key, **each.properties}] for each in rare]
            made.append(Nodes(cypher.CREATE_NODES, [each.key for each in rare], maps))
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

    def _common(self, shape: Shape, group: Sequence[Row]) -> bool:
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

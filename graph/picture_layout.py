"""Where each node of a picture stands: computed once, from the graph alone, the same on every run.

A component is cut into its core (every node on a cycle, or between two) and the trees that hang from
it. Trees are drawn as rings around the node that holds them; the core, each node now as large as
its rings, is laid out by forces; components are then set in rows.
"""

import math
from collections.abc import Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    import networkx
    import numpy
    import numpy.typing

    Floats = numpy.typing.NDArray[numpy.floating[Any]]

__all__ = ["WIDER", "layout"]

N = TypeVar("N", bound=Hashable)
Point = tuple[float, float]

WIDER = 1.5
"""Screens and words are wider than high, and so are the gaps between nodes."""

GAP = 14.0
NAME = 2.0
"""Angle that is kept free for a name, in radians."""

LEAVES = 4
"""Leaves that a twig bears at most; what bears more is laid out by itself."""

CELL = 150.0
"""Width that a component has at least, for its labels."""

WORK = 60_000_000
"""Pairs of nodes that all rounds together may look at: a second or two."""

LARGEST = 4_000
"""Nodes of a core beyond which the pairs fill the memory; the first guess then stays."""


def layout(graph: "networkx.Graph[N]", sizes: Mapping[N, float]) -> dict[N, Point]:
    """Positions in pixels at a zoom of 1, y downwards, the centre of the whole at 0, 0.

    `graph` is undirected; `sizes` are radii that nodes keep free around them. Order and sizes of the
    nodes decide everything; nothing is random.
    """
    import networkx

    order = {node: index for index, node in enumerate(graph)}
    components = sorted(
        networkx.connected_components(graph),
        key=lambda nodes: (-len(nodes), min(map(order.__getitem__, nodes))),
    )
    drawn = []
    for nodes in components:
        part: networkx.Graph[N] = networkx.Graph()
        part.add_nodes_from(iter(sorted(nodes, key=order.__getitem__)))
        part.add_edges_from(
            sorted(
                # `nodes` is a set: from which end it hands an edge out is another in every process.
                (
                    (one, other) if order[one] < order[other] else (other, one)
                    for one, other in graph.edges(nodes)
                    if one != other
                ),
                key=lambda edge: (order[edge[0]], order[edge[1]]),
            )
        )
        drawn.append(_component(part, sizes))
    return _in_rows(drawn, sizes)


def _component(graph: "networkx.Graph[N]", sizes: Mapping[N, float]) -> dict[N, Point]:
    twigs, core = _pruned(graph)
    rings = {node: _rings(node, twigs[node], twigs, sizes) for node in core}
    places: dict[N, Point] = {}
    for node, (x, y) in zip(core, _forces(graph, core, [rings[node][0] for node in core]), strict=True):
        places[node] = (x, y)
        for other, (dx, dy) in rings[node][1].items():
            places[other] = (x + dx, y + dy)
    return {node: (places[node][0] * WIDER, places[node][1]) for node in graph}


def _pruned(graph: "networkx.Graph[N]") -> tuple[dict[N, list[N]], list[N]]:
    """The twigs of each node, and the nodes that are left when all twigs are cut.

    A twig is a leaf, or a node with one neighbour besides its leaves, of which it has a few.
    """
    leaves = {node for node in graph if graph.degree[node] == 1}
    if len(leaves) == len(graph):
        leaves = set(list(graph)[1:])
    bearing = {
        node
        for node in graph
        if node not in leaves
        and 0 < sum(other in leaves for other in graph[node]) <= LEAVES
        and sum(other not in leaves for other in graph[node]) == 1
    }
    # Of two such nodes that hold only each other the first stays.
    bearing -= {
        node
        for node in graph
        if node in bearing and next(o for o in graph[node] if o not in leaves) in bearing
    }
    twigs: dict[N, list[N]] = {node: [] for node in graph}
    for node in graph:
        if node in leaves or node in bearing:
            holder = next((other for other in graph[node] if other not in leaves), None)
            twigs[holder if holder is not None else next(iter(graph[node]))].append(node)
    return twigs, [node for node in graph if node not in leaves and node not in bearing]


def _rings(
    node: N, own: Sequence[N], twigs: Mapping[N, Sequence[N]], sizes: Mapping[N, float]
) -> tuple[float, dict[N, Point]]:
    """Radius of a node with its twigs in rings around it, and where those stand seen from it."""
    outer = sizes[node]
    places: dict[N, Point] = {}
    half = {twig: max(sizes[twig], sum(sizes[leaf] for leaf in twigs[twig])) for twig in own}
    depth = {twig: sum(2 * sizes[leaf] for leaf in twigs[twig][:1]) + sizes[twig] for twig in own}
    rest = sorted(own, key=lambda twig: (depth[twig], half[twig]))
    outer += GAP if len(own) > 2 else 0.0
    while rest:
        # Below a node the rings leave room for its name.
        kept = NAME if outer < sizes[node] + 2 * GAP else 0.0
        ring: list[N] = []
        distance = 0.0
        for twig in rest:
            wanted = max(distance, outer + GAP / 2 + sizes[twig])
            if ring and sum(_angle(half[one], wanted) for one in [*ring, twig]) > 2 * math.pi - kept:
                break
            ring.append(twig)
            distance = wanted
        rest = rest[len(ring) :]
        slack = (2 * math.pi - kept - sum(_angle(half[twig], distance) for twig in ring)) / len(ring)
        turn = math.pi / 2 + kept / 2
        for twig in ring:
            width = _angle(half[twig], distance) + slack
            turn += width / 2
            places[twig] = (distance * math.cos(turn), distance * math.sin(turn))
            side = -half[twig] if len(twigs[twig]) > 1 else -sizes[twig]
            for leaf in twigs[twig]:
                away, across = distance + sizes[twig] + sizes[leaf] + GAP, side + sizes[leaf]
                side += 2 * sizes[leaf]
                places[leaf] = (
                    away * math.cos(turn) - across * math.sin(turn),
                    away * math.sin(turn) + across * math.cos(turn),
                )
            turn += width / 2
        outer = distance + max(depth[twig] for twig in ring)
    return outer, places


def _angle(half: float, distance: float) -> float:
    return 2 * math.asin(min(1.0, (half + GAP / 4) / distance))


def _forces(graph: "networkx.Graph[N]", core: Sequence[N], radii: Sequence[float]) -> list[Point]:
    if len(core) == 1:
        return [(0.0, 0.0)]
    import numpy

    index = {node: number for number, node in enumerate(core)}
    edges = numpy.array(
        [(index[one], index[other]) for one, other in graph.edges if one in index and other in index]
    )
    radius = numpy.array(radii, dtype=numpy.float32)
    ideal = radius[edges[:, 0]] + radius[edges[:, 1]] + GAP * 2
    place = _first_guess(len(core), edges, ideal)
    if len(core) <= LARGEST:
        rounds = min(160, WORK // len(core) ** 2)
        place = _apart(_settled(place, edges, ideal, radius, rounds), radius, rounds)
    return [(float(x), float(y)) for x, y in place]


def _first_guess(count: int, edges: "Floats", ideal: "Floats") -> "Floats":
    """Pivot MDS (Brandes and Pich 2006): the distances to a few nodes, projected on two axes."""
    import networkx
    import numpy

    graph: networkx.Graph[int] = networkx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_weighted_edges_from(
        (int(one), int(other), float(length)) for (one, other), length in zip(edges, ideal, strict=True)
    )
    nearest = numpy.full(count, numpy.inf)
    pivot, columns = 0, []
    for _ in range(min(count, 40)):
        lengths = networkx.single_source_dijkstra_path_length(graph, pivot)
        column = numpy.array([lengths[node] for node in range(count)])
        columns.append(column)
        nearest = numpy.minimum(nearest, column)
        pivot = int(nearest.argmax())
    squared = numpy.array(columns).T ** 2
    centred = squared - squared.mean(axis=0) - squared.mean(axis=1)[:, None] + squared.mean()
    axes = numpy.linalg.svd(centred, full_matrices=False)
    place = axes[0][:, :2] * numpy.sqrt(axes[1][:2])
    if place.shape[1] < 2:
        place = numpy.column_stack([place, numpy.zeros(count)])
    # An axis may come out mirrored on another machine.
    place = place * numpy.where(place[numpy.abs(place).argmax(axis=0), [0, 1]] < 0, -1.0, 1.0)
    along = place[edges[:, 0]] - place[edges[:, 1]]
    spread = float(numpy.sqrt((along**2).sum(axis=1)).mean()) or 1.0
    # Nodes that stand alike to every pivot would coincide: a small sunflower keeps them apart.
    turn = numpy.arange(count) * 2.399963
    nudge = numpy.sqrt(numpy.arange(count) + 0.5)[:, None] * numpy.column_stack(
        [numpy.cos(turn), numpy.sin(turn)]
    )
    step = float(ideal.mean())
    guess: Floats = place / spread * step + nudge * step * 0.2
    return guess.astype(numpy.float32)


def _settled(place: "Floats", edges: "Floats", ideal: "Floats", radius: "Floats", rounds: int) -> "Floats":
    """Springs along the edges against repulsion between all, cooling down (Fruchterman and Reingold 1991)."""
    import numpy

    one, other = edges[:, 0], edges[:, 1]
    degree = numpy.bincount(edges.ravel(), minlength=len(place))
    stiff = 1.0 / numpy.minimum(degree[one], degree[other])
    space = (radius + GAP).astype(numpy.float32)
    strength = 0.5 * space[:, None] * space[None, :] * (space[:, None] + space[None, :])
    heat = float(ideal.mean())
    for step in range(rounds):
        push = _squares(place) + 1.0
        push = strength / (push * numpy.sqrt(push))
        force = place * push.sum(axis=1)[:, None] - push @ place
        along = place[other] - place[one]
        length = numpy.sqrt((along**2).sum(axis=1)) + 1e-3
        pull = along * (stiff * (length - ideal) / length)[:, None]
        for axis in (0, 1):
            force[:, axis] += numpy.bincount(one, pull[:, axis], len(place))
            force[:, axis] -= numpy.bincount(other, pull[:, axis], len(place))
        force -= place * 0.03
        reach = numpy.sqrt((force**2).sum(axis=1)) + 1e-9
        limit = heat * (1 - step / rounds) + 0.5
        place = (place + force * (numpy.minimum(reach, limit) / reach)[:, None]).astype(numpy.float32)
    return place


def _apart(place: "Floats", radius: "Floats", rounds: int) -> "Floats":
    """The same arrangement with no two nodes on top of each other."""
    import numpy

    wanted = radius[:, None] + radius[None, :] + GAP / 2
    for _ in range(rounds // 8 + 2):
        one, other = numpy.nonzero(numpy.triu(_squares(place) < (wanted * 1.3) ** 2, 1))
        need = wanted[one, other]
        # The larger of two gives way less.
        mass = radius[other] ** 2 / (radius[one] ** 2 + radius[other] ** 2)
        for _ in range(12):
            along = place[one] - place[other]
            distance = numpy.sqrt((along**2).sum(axis=1)) + 1e-3
            lack = numpy.maximum(0.0, need / distance - 1.0)
            push = along * lack[:, None]
            for axis in (0, 1):
                place[:, axis] += numpy.bincount(one, push[:, axis] * mass, len(place))
                place[:, axis] -= numpy.bincount(other, push[:, axis] * (1 - mass), len(place))
        if not lack.size or lack.max() < 0.01:
            break
    return place


def _squares(place: "Floats") -> "Floats":
    """The square of the distance between each two."""
    x, y = place[:, 0], place[:, 1]
    across, down = x[:, None] - x[None, :], y[:, None] - y[None, :]
    across *= across
    down *= down
    across += down
    return across


def _in_rows(parts: Sequence[Mapping[N, Point]], sizes: Mapping[N, float]) -> dict[N, Point]:
    """Components side by side, the largest first, in rows about 1.6 times as wide as all are high."""
    boxes = []
    for part in parts:
        left = min(x - sizes[node] * WIDER for node, (x, _) in part.items())
        right = max(x + sizes[node] * WIDER for node, (x, _) in part.items())
        top = min(y - sizes[node] for node, (_, y) in part.items())
        bottom = max(y + sizes[node] for node, (_, y) in part.items())
        boxes.append(((left + right) / 2, top, max(right - left + 3 * GAP, CELL), bottom - top + 3 * GAP))
    width = max(
        [math.sqrt(2.2 * sum(w * h for _, _, w, h in boxes)), *(w for _, _, w, _ in boxes)], default=0
    )
    rows: list[list[int]] = []
    used = math.inf
    for number, (_, _, wide, _) in enumerate(boxes):
        if used + wide > width:
            rows.append([])
            used = 0.0
        rows[-1].append(number)
        used += wide
    places: dict[N, Point] = {}
    y = 0.0
    for row in rows:
        x = -sum(boxes[number][2] for number in row) / 2
        tallest = max(boxes[number][3] for number in row)
        for number in row:
            middle, top, wide, high = boxes[number]
            x += wide / 2
            down = y + (tallest - high) / 2 - top
            places |= {node: (px - middle + x, py + down) for node, (px, py) in parts[number].items()}
            x += wide / 2
        y += tallest
    return {node: (x, place - y / 2) for node, (x, place) in places.items()}

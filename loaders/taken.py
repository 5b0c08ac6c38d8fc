"""Which stretches of a text something has already been read from."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

__all__ = ["Taken"]


class Taken:
    """Stretches of a text, as character offsets, that nothing else may overlap."""

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in spans:
            self._add(start, end)

    def free(self, start: int, end: int) -> bool:
        """Whether a stretch overlaps none of them."""
        at = bisect_right(self._starts, start)
        return (at == 0 or self._ends[at - 1] <= start) and (
            at == len(self._starts) or self._starts[at] >= end
        )

    def take(self, start: int, end: int) -> bool:
        """Add a stretch if it is free, and tell whether it was."""
        free = self.free(start, end)
        if free:
            self._add(start, end)
        return free

    def _add(self, start: int, end: int) -> None:
        """Add a stretch, one with those that it overlaps or touches."""
        low, high = bisect_left(self._ends, start), bisect_right(self._starts, end)
        if low < high:
            start, end = min(start, self._starts[low]), max(end, self._ends[high - 1])
        self._starts[low:high] = [start]
        self._ends[low:high] = [end]

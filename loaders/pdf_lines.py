"""The lines of a PDF page, with a blank line where the page leaves a gap or the type changes size."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdf import PageObject

__all__ = ["page_text"]

_USUAL_SHARE = 0.25
_WIDER = 1.25
_LARGER = 1.1
_FARTHEST = 3.0


@dataclass(slots=True)
class _Line:
    text: str = ""
    y: float = 0.0
    size: float = 0.0

    def add(self, text: str, y: float, size: float) -> None:
        if text.strip() and not self.text.strip():
            self.y, self.size = y, size
        self.text += text


def page_text(page: "PageObject") -> str:
    """The text of a page, line by line.

    A PDF page has no paragraphs, only runs of characters at places. Where two lines stand farther apart
    than lines of the page usually do (the lower quartile of the distances, in units of the size of type,
    and a quarter more), or in another size, a blank line parts them.
    """
    lines = [_Line()]

    def visit(text: str, cm: Sequence[float], tm: Sequence[float], _font: Any, size: float) -> None:
        # From the coordinates of the text to those of the page; a turned text keeps one height.
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        height = abs(size * tm[3] * cm[3])
        first, *others = text.split("\n")
        lines[-1].add(first, y, height)
        for other in others:
            lines.append(_Line())
            lines[-1].add(other, y, height)

    page.extract_text(visitor_text=visit)
    return "\n".join(_parted([line for line in lines if line.text.strip()]))


def _parted(lines: list[_Line]) -> Iterator[str]:
    distances = sorted(d for pair in pairwise(lines) if 0 < (d := _distance(*pair)) < _FARTHEST)
    usual = distances[int(len(distances) * _USUAL_SHARE)] if distances else _FARTHEST
    previous: _Line | None = None
    for line in lines:
        if previous is not None and _stand_apart(previous, line, usual):
            yield ""
        yield line.text.strip()
        previous = line


def _stand_apart(above: _Line, below: _Line, usual: float) -> bool:
    if not above.size or not below.size or above.y == below.y:
        return False
    larger = max(above.size, below.size) > _LARGER * min(above.size, below.size)
    return larger or _distance(above, below) > _WIDER * usual


def _distance(above: _Line, below: _Line) -> float:
    size = min(above.size, below.size)
    return (above.y - below.y) / size if size else 0.0

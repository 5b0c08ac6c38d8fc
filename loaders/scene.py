"""A parsed document with who is who in it, and the actions that the rules propose of it."""

from dataclasses import dataclass

from gestae.loaders.cast import Cast
from gestae.loaders.found import Found
from gestae.loaders.outline import Line
from gestae.loaders.parse import Parsed
from gestae.loaders.timeline import Timeline

__all__ = ["Proposal", "Scene"]


@dataclass(frozen=True)
class Scene:
    """A parsed document with who is who in it, when what is said to be, and who acts where a line leaves it out."""

    parsed: Parsed
    cast: Cast
    times: Timeline
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """An action that the rules propose, and the line that it stands in."""

    found: Found
    line: Line

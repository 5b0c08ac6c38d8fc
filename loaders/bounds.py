"""How exact a number is, by the words around it: "nearly", "more than", "up to", "or more"."""

import re

from gestae.ontology.facts import Bound

__all__ = ["bound_after", "bound_before"]

_APPROX = (
    "about", "nearly", "almost", "approximately", "approx", "roughly", "around", "some", "an estimated",
    "estimated", "close to", "circa", "practically", "virtually", "something like",
    "in the neighborhood of", "on the order of", "an approximate",
)  # fmt: skip
_MIN = (
    "more than", "over", "at least", "no fewer than", "no less than", "not less than", "not fewer than",
    "in excess of", "upwards of", "upward of", "greater than", "exceeding", "exceeds", "exceeded",
    "exceed", "above", "a minimum of", "minimum of", "surpassing", "topping", "well over", "as little as",
    "as few as", "larger than", "higher than", "older than", "longer than", "north of",
)  # fmt: skip
_MAX = (
    "fewer than", "less than", "under", "below", "up to", "as many as", "as much as", "no more than",
    "not more than", "at most", "a maximum of", "maximum of", "not to exceed", "not exceeding",
    "not exceed", "never exceed", "capped at", "no greater than", "as high as", "lower than",
)  # fmt: skip
_FILLERS = (
    r"(?:an?|the|additional|another|extra|record|historic|total|of|whopping|full|combined|average|further"
    r"|well|just|now|only|first|unprecedented|staggering|number|impressive)"
)


def _any(words: tuple[str, ...]) -> str:
    return "|".join(w.replace(" ", r"\s+") for w in sorted(words, key=len, reverse=True))


_BOUND = rf"(?:(?P<approx>{_any(_APPROX)}|~)|(?P<min>{_any(_MIN)}|>)|(?P<max>{_any(_MAX)}|<))"
_BEFORE = re.compile(rf"(?<![\w-]){_BOUND}(?:\s*,?\s*{_FILLERS})*\s*$", re.I)
_AFTER = re.compile(
    r"(?P<min>\s?\+(?!\w)|-plus\b|,?\s+(?:[a-z]+\s+){0,2}or\s+(?:more|greater|higher|above|longer)\b"
    r"|,?\s+and\s+counting\b)"
    r"|(?P<max>,?\s+(?:[a-z]+\s+){0,2}or\s+(?:less|fewer|lower|under|below)\b)",
    re.I,
)
_REACH = 60


def bound_before(text: str, at: int) -> tuple[Bound | None, int]:
    """The bound that the words before a number set, and where they begin.

    Of several ("up to nearly") a limit goes before an approximation.
    """
    bound: Bound | None = None
    start = at
    while True:
        m = _BEFORE.search(text, max(0, start - _REACH), start)
        if m is None:
            return bound, start
        said: Bound = "approx" if m["approx"] else "min" if m["min"] else "max"
        bound = said if bound in {None, "approx"} else bound
        start = m.start()


def bound_after(text: str, at: int) -> tuple[Bound | None, int]:
    """The bound that the words behind a number set ("or more", "+"), and where they end."""
    m = _AFTER.match(text, at)
    if m is None:
        return None, at
    return ("min" if m["min"] else "max"), m.end()

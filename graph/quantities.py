"""Between which values a reported number can lie, from its bound and from how it is rounded."""

from dataclasses import dataclass
from decimal import Decimal

__all__ = ["BOUNDS", "Range", "agree", "reported", "significant", "step"]

BOUNDS = {"approx": "about ", "min": "at least ", "max": "at most "}
"""How a bound is told before a number; an exact one needs no words."""
_EXACT_BELOW = 100
"""Below this a round number is taken at its word: "20 agencies" are not "about 20"."""


@dataclass(frozen=True, slots=True)
class Range:
    """The least and the greatest value, both possible; `None` is no limit."""

    least: Decimal | None
    greatest: Decimal | None

    def meets(self, other: "Range") -> bool:
        """Whether some value lies in both."""
        return _reaches(self.greatest, other.least) and _reaches(other.greatest, self.least)


def reported(
    value: Decimal, bound: str, upper: Decimal | None = None, rounded: Decimal | None = None
) -> Range:
    """The values that a number as reported does not rule out.

    `bound` is "exact", "approx", "min" or "max". A number stands for all that round to it: 24.9 million for
    24.85 to 24.95 million; an approximate one for a whole step to either side. `rounded` is the step where it
    is known, else it is read off the number's zeros.
    """
    least, greatest = value, upper if upper is not None else value
    if bound == "min":
        return Range(least, None if upper is None else greatest)
    if bound == "max":
        return Range(None, greatest)
    near = bound == "approx"
    return Range(least - _slack(least, near, rounded), greatest + _slack(greatest, near, rounded))


def agree(one: Decimal, other: Decimal) -> bool:
    """Whether two numbers are one as far as both are given: the finer, rounded as the coarser is, is the coarser.

    24.9 million agrees with 25 million, 24.4 million with neither.
    """
    coarse, fine = sorted((one, other), key=step, reverse=True)
    return abs(fine - coarse) <= step(coarse) / 2 and (step(fine) < step(coarse) or fine == coarse)


def step(value: Decimal) -> Decimal:
    """The place of the last digit that is no zero: 100,000 for 24,900,000; 0.1 for 3.5; 1 for 0."""
    if not value:
        return Decimal(1)
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)


def significant(value: Decimal) -> int:
    """Digits of a number without the zeros at its end: 3 for 24,900,000."""
    return len(value.normalize().as_tuple().digits)


def _slack(value: Decimal, near: bool, rounded: Decimal | None) -> Decimal:
    if rounded is None and not near and value == value.to_integral_value() and abs(value) < _EXACT_BELOW:
        return Decimal(0)
    size = rounded if rounded is not None else step(value)
    if near:
        return size
    return size / 2 if size > 1 or value != value.to_integral_value() else Decimal(0)


def _reaches(greatest: Decimal | None, least: Decimal | None) -> bool:
    return greatest is None or least is None or greatest >= least

"""Words that mark what kind of number a measure is, beside the words of the text; loaders set them, rules ask for them."""

__all__ = ["FORECAST", "MEMBERSHIP", "TOTAL"]

MEMBERSHIP = "membership"
"""Stands for the noun counted where a number tells how large a body is ("consists of 15 agencies")."""
FORECAST = "forecast"
"""Stands beside the words of a number that is expected, aimed at or only possible, not counted."""
TOTAL = "total"
"""Stands beside the words of a number as it stands on its document's day ("brought the number to 132")."""

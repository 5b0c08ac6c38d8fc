"""Bills, orders and ballot measures of states, and orders of departments, by their numbers: "SB 4", "Executive Order 2031-05"."""

import re
from collections.abc import Iterator

from gestae.ontology.facts import InstrumentKind

__all__ = ["of_states"]

_SIGNS = ("B", "JR", "xecutive", "Order", "Prop")
_BILL = r"(?:[SHA]B|[SH]JR|[SHA]\.B\.)[ -]?\d{1,4}(?:-\d{1,4})?(?![\w%]|\.\d)"
_ORDER = (
    r"Executive (?:Order|Directive) (?:No\. ?|Number )?(?:\d{2,4}-\d{1,3}|[A-Z]{1,3}-\d{1,3}-\d{2}|\d{1,3})(?![\w-]|\.\d|,\d)|"
    r"Secretary's Order (?:No\. ?)?\d{4}(?!\w)"
)
_MEASURE = r"(?:Proposition|Prop\.?) \d{1,3}(?![\w-]|\.\d|,\d)"
_NUMBERED = re.compile(rf"(?<![\w.-])(?:(?P<law>{_BILL}|{_MEASURE})|(?P<order>{_ORDER}))")


def of_states(text: str) -> Iterator[tuple[int, int, InstrumentKind]]:
    """Where each stands in a line, and its kind; `text` has plain quotes and no line breaks.

    Federal orders have four or five digits, federal bills full stops: none of them is read here.

    >>> [kind for _, _, kind in of_states("She signed SB 4 and Executive Order 2031-05, not Executive Order 14110.")]
    ['law', 'order']
    """
    if not any(sign in text for sign in _SIGNS):
        return
    for match in _NUMBERED.finditer(text):
        yield *match.span(), "law" if match["law"] else "order"

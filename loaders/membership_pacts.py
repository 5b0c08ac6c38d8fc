"""Countries that a pact or a joint body has in its name: "the Norway-Ghana-Kenya Harbor Council"."""

import re
from collections.abc import Iterator

__all__ = ["pacts"]

_COUNTRY = r"(?:(?:[A-Z]\.){2,}|[A-Z][A-Za-z]+(?: (?:of )?[A-Z][a-z]+){0,2})"
_DASH = r" ?[-\u2013\u2014] ?"
_PACT = re.compile(
    rf"(?<![\w-])(?!The )(?P<list>{_COUNTRY}(?:{_DASH}{_COUNTRY}){{1,4}}?)(?: \((?P<short>[A-Z]{{3,8}})\)|"
    r"(?! Business )(?: [A-Z][\w&-]+(?:,? (?:and|on|for|of))?){1,8}? "
    r"(?:Council|Group|Commission|Task ?[Ff]orce|Committee|Consortium)\b"
    r"(?: (?:on|for) [A-Z]\w+(?:(?: and)? [A-Z]\w+)*)?)"
)
_EACH = re.compile(_DASH)


def pacts(text: str) -> Iterator[tuple[list[tuple[int, int]], tuple[int, int]]]:
    """The spans of what dashes join before the name of a body, or before its short form in brackets, and the body's."""
    for match in _PACT.finditer(text):
        edges = [
            match.start("list"),
            *(e for m in _EACH.finditer(text, *match.span("list")) for e in m.span()),
        ]
        edges.append(match.end("list"))
        yield (
            list(zip(edges[::2], edges[1::2], strict=True)),
            match.span("short") if match["short"] else match.span(),
        )

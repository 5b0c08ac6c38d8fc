"""Countries of a pact or a joint body: "the Norway-Ghana-Kenya Harbor Council", "the Harbor Forum partners – Norway, Ghana, and Kenya"."""

import re
from collections.abc import Callable, Iterator

from gestae.loaders.body_words import BODY, CAPITAL
from gestae.loaders.membership_founding import founded
from gestae.loaders.membership_lists import items

__all__ = ["gathered", "pacts", "spelled_out"]

_COUNTRY = r"(?:(?:[A-Z]\.){2,}|[A-Z][A-Za-z]+(?: (?:of )?[A-Z][a-z]+){0,2})"
_DASH = r" ?[-\u2013\u2014] ?"
_PACT = re.compile(
    rf"(?<![\w-])(?!The )(?P<list>{_COUNTRY}(?:{_DASH}{_COUNTRY}){{1,4}}?)(?: \((?P<short>[A-Z]{{3,8}})\)|"
    r"(?! Business )(?: [A-Z][\w&-]+(?:,? (?:and|on|for|of))?){1,8}? "
    r"(?:Council|Group|Commission|Task ?[Ff]orce|Committee|Consortium)\b"
    r"(?: (?:on|for) [A-Z]\w+(?:(?: and)? [A-Z]\w+)*)?)"
)
_EACH = re.compile(_DASH)
_SPELLED_OUT = re.compile(
    rf"\b(?P<group>(?:{CAPITAL} ){{0,5}}(?:{BODY}|Accord|Agreement|Compact|Convention|Pact|Treaty)|(?<![A-Z] )[A-Z]{{4,8}}|G7|G20)(?: (?:countries|nations|members|partners|member (?:countries|states)))? ?"
    r"(?:\((?:i\.e\.,? |namely,? )?(?P<inside>[^()]{8,300})\)|(?:between|among) (?P<among>(?:the )?[A-Z][^.;:\u2013\u2014()]{8,300})|(?:[\u2013\u2014] ?|: |- )(?P<behind>[^.;:\u2013\u2014()]{8,300}))"
)
"""A body, and behind it, between dashes or in brackets, what may be its countries."""
_GATHERED = re.compile(
    r" with (?:[a-z]+ (?:from|by|of) )?(?:(?:an? |[a-z]+ |\d+ )?(?:[a-z]+ (?:of )?){0,3}(?:states|countries|nations|partners|governments|cities|members)(?:, |: ))?"
    r"(?P<list>(?:the )?[A-Z][^.;:\u2013\u2014()]{8,300})"
)
"""With whom a body was made: "the Harbor Pact with commitments from four countries: Norway, Ghana, …"."""
_BODY_BEFORE = re.compile(
    rf"\b(?P<group>(?:{CAPITAL} (?:(?:for|of|on|and|in) )?){{1,8}}(?:Partnership|Coalition|Alliance|Group|Pact|Compact|Network|Consortium|Forum|Quad))$"
)
_CLAUSE = re.compile(r", (?!and |the )[a-z]")
_PREDICATE = re.compile(r",? (?!and |the |of )[a-z]+")
_NAME_FAR = 100
_LEAST = 2


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


def spelled_out(
    text: str, kind: Callable[[str], str]
) -> Iterator[tuple[list[tuple[int, int]], tuple[int, int]]]:
    """The spans of the countries that a text spells out behind a body, and the body's; all of the list must be places.

    `kind` tells of a name what the authority files know it for.
    """
    for match in _SPELLED_OUT.finditer(text):
        where = match.span(next(part for part in ("inside", "among", "behind") if match[part]))
        name = match["group"].removeprefix("The ")
        if match["among"] and not (" " in name or name.isupper()):
            continue  # "the Alliance between …" names none
        if match["among"] and (clause := _PREDICATE.search(text, *where)):
            where = (where[0], clause.start())
        spans = list(items(text, *where, lambda _: False))
        if len(spans) >= _LEAST and all(kind(text[slice(*span)]) == "place" for span in spans):
            yield spans, match.span("group")


def gathered(
    text: str, kind: Callable[[str], str]
) -> Iterator[tuple[list[tuple[int, int]], tuple[int, int]]]:
    """The same of a body and those with whom it was made, which may be known bodies too where some are places."""
    for match in _GATHERED.finditer(text) if " with " in text else ():
        before = _BODY_BEFORE.search(text, max(0, match.start() - _NAME_FAR), match.start())
        if before is None or not founded(text, before.start()):
            continue
        first, last = match.span("list")
        clause = _CLAUSE.search(text, first, last)
        spans = list(items(text, first, clause.start() if clause else last, lambda _: False))
        kinds = {kind(text[slice(*span)]) for span in spans}
        if len(spans) >= _LEAST and "place" in kinds and kinds <= {"place", "organization"}:
            yield spans, before.span("group")

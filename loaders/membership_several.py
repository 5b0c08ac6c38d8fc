"""Several who hold one office, and who stands in brackets with an office: "co-chairs of the Harbor Caucus, Senators Roe and Doe"."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from gestae.loaders.attendee_bodies import affiliations
from gestae.loaders.body_words import BODY, CAPITAL, NAME, ORGANIZATION, offices
from gestae.loaders.membership_offices import Pair, is_agency, role_of
from gestae.loaders.membership_posts import HEADED

__all__ = ["bracketed", "sharing"]

_STYLE = r"(?:[A-Z][a-z]+(?:s|men) )?"
"""How several are styled together: "Representatives", "Congresswomen"."""
_HOME = r"(?: \([^()]{1,20}\))?"
_ONE = re.compile(rf"(?:, and |, | and |)(?P<name>{NAME}){_HOME}")
_INSIDE = re.compile(rf"\b(?P<member>{NAME}) \((?P<inside>[^()]*, [^()]*)\)")
_SEVERAL = re.compile(r"[a-z]s (?:of |for |[A-Z])")
_PARTED = re.compile(r"; ?")


class _Forms(NamedTuple):
    """Several offices of a body and the names of their holders: the body behind the office, before it, behind the names, or named already."""

    behind: re.Pattern[str]
    before: re.Pattern[str]
    of: re.Pattern[str]
    another: re.Pattern[str]


@lru_cache(maxsize=4)
def _forms(posts: str) -> _Forms:
    role = rf"(?P<role>{posts})"
    one = rf"(?!{posts}){NAME}{_HOME}"
    names = rf"{_STYLE}(?P<list>{one}(?:(?:, and |, | and ){one})+)"
    return _Forms(
        re.compile(rf"{role} (?:of|for) (?:the )?(?P<group>{ORGANIZATION}),? {names}"),
        re.compile(
            rf"\b(?P<group>(?:{CAPITAL} (?:(?:of|on|for) (?:the )?)?){{1,6}}?{BODY})(?: \([A-Z]{{2,8}}\))? {role},? {names}"
        ),
        re.compile(rf"\b{role} {names} of (?:the )?(?P<group>{ORGANIZATION})"),
        re.compile(rf",? and (?:the )?{role} (?:{_STYLE})?{names}"),
    )


def sharing(text: str) -> Iterator[Pair]:
    """Those of whom several hold an office of one body; `text` has plain quotes and no line breaks."""
    forms = _forms(offices())
    for pattern in forms[:3] if _SEVERAL.search(text) else ():
        for match in pattern.finditer(text):
            if not HEADED.search(match["group"]):
                continue
            found: re.Match[str] | None = match
            while found is not None:
                for one in _ONE.finditer(text, *found.span("list")):
                    if not is_agency(one["name"]):
                        yield Pair(
                            one.span("name"), match.span("group"), role_of(found["role"][:-1]), True, True
                        )
                found = forms.another.match(text, found.end())


def bracketed(text: str, kind: Callable[[str], str]) -> Iterator[Pair]:
    """Whom a text names with office and body in brackets: "Jane Roe (director, Harbor Institute; chair, Pier Fund)"."""
    for match in _INSIDE.finditer(text):
        edges = [match.start("inside")]
        for cut in _PARTED.finditer(text, *match.span("inside")):
            edges += cut.span()
        edges.append(match.end("inside"))
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            for body in affiliations(text, start, end, kind):
                if body.sure and body.titled:
                    yield Pair(match.span("member"), body.group, None, True, True)

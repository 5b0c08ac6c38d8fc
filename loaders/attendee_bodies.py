"""Where those belong who are listed with office and body: "Jane Roe, Master of Ports, Harbor Guild"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from gestae.loaders.body_words import BODY
from gestae.loaders.membership_posts import HEADED, body_of_post
from gestae.ontology.english import english

__all__ = ["Affiliation", "affiliations", "is_held"]

_WORD = r"(?:[A-Z0-9][\w&'/+-]*[!:]?|[A-Z]\.(?:[A-Z]\.)*)"
_JOIN = r"(?:of|for|on|and|the|to|in|at|with|from|by|de|del|la|y|a|&)"
_NAMED = re.compile(rf"{_WORD}(?:(?:,? +(?:and|&))?(?:,? +{_JOIN})*(?: ?,)? +{_WORD})*\.?")
_SEPARATOR = re.compile(
    r",? +[-\u2013\u2014]+ +|, +(?!(?:Jr|Sr|Inc|L\.?L\.?C|LLP|Ltd|II|III|IV|PLLC|a\.i)\b)|/(?=[A-Z][a-z])"
)
_PARTNER = re.compile(r" (?:&|and) (?:(?:Mr|Ms|Mrs|Dr)\.|The Honorable) ")
"""Where a list of guests goes on with who comes along."""
_HOME = re.compile(r"; ")
"""Behind which a list tells where somebody lives: "Jane Roe, Master, Harbor Guild; Ohio"."""
_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_ARTICLE = re.compile(r"(?:and |& )?(?:[Tt]he )?")
_AND = re.compile(r"(?:and|&) ")
_SERIES = re.compile(r" (?:of|for|on|against) ")
_HEAD_ENDS = re.compile(r",| (?:of|for|at|to|in|on|with|within) ")
_AND_MORE = re.compile(r" (?:and|&) .*")
_OFFICE_BEFORE = re.compile(
    r"(?P<title>(?:[A-Z]\w+ )+)(?=(?:Office|Bureau|Department|Division|Center) of )|(?P<ranked>(?:(?:Senior|Deputy|Acting|Assistant|Associate|"
    r"Executive|Vice|Principal) )+[A-Z]\w+ )(?=[A-Z])"
)
"""An office before its body where the comma between them is lost."""
_WITHIN_TITLE = re.compile(r" (?:of|at) (?:the )?")
_BODY_FIRST = re.compile(
    rf"(?P<body>(?:.*\b{BODY}|[A-Z]{{2,8}}))(?: (?:of|on|for) [A-Z][^,]*?)? (?P<title>[A-Z].*)"
)
_RANKED = re.compile(
    rf"(?:.* and )?(?P<body>(?:[A-Z][\w.'-]* ){{0,5}}?{BODY}(?: (?:of|on|for) (?:the )?[A-Z]\w+(?: (?:and )?[A-Z]\w+)*?)?) "
    r"(?:(?:Senior|Deputy|Acting|Assistant|Associate|Principal|Executive|Vice|Under) )+(?P<post>[A-Z]\w+)\b"
)
"""A body before an office with a rank, whatever stands behind that: "Department of Ports Assistant Warden for the Bureau of Piers"."""
_SHORT_FORM = re.compile(r"(?P<body>[A-Z].*) \([A-Z][A-Z&]{1,8}\) (?P<title>[A-Z].*)")
"""A body, its short form in brackets and an office: "Harbor Circle (HC) Advisor"."""
_RANK = re.compile(r"(?:Senior|Deputy|Acting|Assistant|Associate|Principal|Former|Executive) ")
_AFTER = frozenset({"general", "emeritus", "emerita", "elect", "designate", "pro", "tempore"})
"""What may stand behind the noun of an office."""
_NOT_YET = re.compile(r"\b(?:[Nn]ominee|[Cc]andidate|[Aa]ppointee)\b|^to be\b|^of [A-Z]")
"""What tells that somebody is not, or not yet, of the body."""
_ABROAD = re.compile(r"\b(?:Ambassador|Envoy|Representative|Consul)\b[\w ]* (?:to|for)\b")
_OWNS = re.compile(
    r"\b(?:[Ff]ounder|CEO|CFO|COO|Executive|Officer|[Oo]wner|President|[Pp]artner|Chair(?:man|woman)?)$"
)
_NO_BODY = re.compile(
    r"^(?:The )?(?:White House|United States(?: of America)?|U\.S\.|President|America|Nation|World|Board(?: of \w+)?|Committee|Council|"
    r"Team|Former .+|LLC|LLP|PLLC|Inc\.?|Office|Bureau|Department|Agency|Company|Center|School|Division|Executive Committee|Governing Board|Advisory Board|"
    r"[A-Z]{2}|[DRI]-[A-Z]{2}.*|(?:People's |Federal |Democratic |Islamic |Co-operative )*(?:Republic|Kingdom|Commonwealth|State|Sultanate|Province) of .*|"
    r"(?:Region|District|Class|Session) \w+)$"
)
_CODE = 2
"""Letters that stand for a state: "Portland, ME"."""
_DIGIT = re.compile(r"^\d|\$")


@dataclass(frozen=True, slots=True)
class Affiliation:
    """The body of one who is listed, as a span of the text.

    `sure` where its own name tells that it is one; `titled` where an office stands with it.
    """

    group: tuple[int, int]
    sure: bool
    titled: bool


Sort = Literal["body", "title", "other"]


def affiliations(text: str, start: int, end: int, kind: Callable[[str], str]) -> list[Affiliation]:
    """The bodies that stand behind a name at `text[start:end]`, of each office the nearest.

    `kind` tells of a name what the authority files know it for, empty where they do not know it.
    """
    end = min([end, *(m.start() for p in (_PARTNER, _HOME) if (m := p.search(text, start, end)))])
    found: list[Affiliation] = []
    before: Sort | None = None
    for a, b in _segments(text, start, end):
        if _NOT_YET.search(text[a:b]):
            return []
        if found and not (found[-1].sure or found[-1].titled) and _is_place(text[a:b], kind):
            found.pop()  # "Oslo, Norway"
        sort, group = _sort(text, a, b, kind)
        if (
            group
            and found
            and before == "body"
            and text[slice(*found[-1].group)].split()[-1] in text[a:b].split()
        ):
            found[-1] = Affiliation(
                group, sure=found[-1].sure, titled=True
            )  # "Council Member, Harbor Council"
        elif group and (sort == "title" or before != "body"):
            sure = bool(HEADED.search(text, *group)) or kind(text[slice(*group)]) == "organization"
            if sure or before != "other":
                found.append(Affiliation(group, sure, titled=sort == "title" or before == "title"))
        before = "body" if group else sort if sort != "body" else before
    return found


def _is_place(words: str, kind: Callable[[str], str]) -> bool:
    return kind(words) == "place" or (len(words) == _CODE and words.isupper())


def is_held(word: str) -> bool:
    """Whether a word names an office or a calling."""
    classes = english().classes
    plain = word.strip(".,").lower().removeprefix("co-")
    return any(plain in classes[name] for name in ("post", "official", "calling")) or plain.endswith("ist")


def _segments(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What commas and dashes part, a name with a series in it left whole: "Board of Ports, Piers, and Locks"."""
    cuts = [
        m.span()
        for m in _SEPARATOR.finditer(text, start, end)
        if text.count("(", start, m.start()) <= text.count(")", start, m.start())
    ]
    edges = [start, *(b for _, b in cuts)]
    spans = list(zip(edges, [*(a for a, _ in cuts), end], strict=True))
    joined: list[tuple[int, int]] = []
    for a, b in spans:
        series = next((k for k in range(len(joined) - 1, -1, -1) if _SERIES.search(text, *joined[k])), None)
        if _AND.match(text, a) and series is not None and not _is_title(_ARTICLE.sub("", text[a:b], count=1)):
            joined[series:] = [(joined[series][0], b)]
        else:
            joined.append((a, b))
    for a, b in joined:
        at = a + len(_ARTICLE.match(text, a, b)[0])  # type: ignore[index]
        brackets = _BRACKETS.search(text, at, b)
        yield at, brackets.start() if brackets and brackets.start() > at else b


def _sort(text: str, a: int, b: int, kind: Callable[[str], str]) -> tuple[Sort, tuple[int, int] | None]:
    """What a segment is, and the body that it is or names."""
    words = text[a:b]
    known = kind(words)
    if known == "organization":
        return "body", None if _NO_BODY.match(words) else (a, b)
    if known and known != "post":
        return "other", None
    short = _SHORT_FORM.fullmatch(words)
    if short and _is_title(short["title"]) and not _NO_BODY.match(short["body"]):
        return "title", (a, a + short.end("body"))
    ranked = _RANKED.match(text, a, b)
    if (
        ranked
        and is_held(ranked["post"])
        and not _NO_BODY.match(ranked["body"])
        and not _RANK.match(ranked["body"])
    ):
        return "title", ranked.span("body")
    if known or _is_title(words):
        return "title", _of_title(text, a, b, kind)
    lost = _OFFICE_BEFORE.match(words)
    if lost and is_held(lost[0].split()[-1]) and HEADED.search(words, lost.end()):
        return "title", (a + lost.end(), b)
    if not _NAMED.fullmatch(words) or _DIGIT.search(words):
        return "other", None
    return "body", None if _NO_BODY.match(words) else (a, b)


def _is_title(words: str) -> bool:
    """Whether the head of a phrase is an office or a calling, not a body."""
    head = _HEAD_ENDS.split(words)[0]
    return any(_holds(part.split()) for part in (head, _AND_MORE.sub("", head))) or (
        words[:1].islower() and any(is_held(word) for word in words.split())
    )


def _holds(head: list[str]) -> bool:
    while len(head) > 1 and head[-1].lower() in _AFTER:
        head = head[:-1]
    return bool(head) and is_held(head[-1])


def _of_title(text: str, a: int, b: int, kind: Callable[[str], str]) -> tuple[int, int] | None:
    """The body that an office names: "Harbor Council Chair", "Warden of the Harbor Guild", "CEO of Acme"."""
    first = _BODY_FIRST.fullmatch(text, a, b)
    if first and _is_title(first["title"]):
        body = first["body"]
        named = " " in body and not _RANK.match(body) and not any(is_held(word) for word in body.split())
        if (named or kind(body) == "organization") and not _NO_BODY.match(body):
            return a, first.start("title") - 1
    if _ABROAD.search(text, a, b):
        return None
    if group := body_of_post(text, a, b):
        return None if _NO_BODY.match(text[slice(*group)]) else group
    for link in _WITHIN_TITLE.finditer(text, a, b):
        words = text[link.end() : b]
        if (
            _OWNS.search(text, a, link.start())
            and " to the " not in text[a : link.start()]
            and _NAMED.fullmatch(words)
            and not _NO_BODY.match(words)
            and kind(words) in {"", "organization"}
            and not _is_title(words)
        ):
            return link.end(), b
    return None

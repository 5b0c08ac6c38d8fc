"""Names of instruments in capitals: "the Inflation Reduction Act", "U.S. Strategy to Counter Corruption"."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gestae.loaders.instrument_words import GENERIC, HEADS, ISSUING, PREPOSITIONS

__all__ = ["Name", "names"]

_TOKEN = re.compile(r"(?:[A-Z]\.)+(?:-\w+)+|(?:[A-Z]\.)+(?=[ ,;)]|$)|[\w$](?:[\w&/]|['.\-–](?=\w))*|[^\w\s]")
_HEAD = re.compile(rf"\b(?:{'|'.join(sorted(HEADS, key=len, reverse=True))})\b", re.I)
_LOWER_HEADS = frozenset({"plan", "agenda", "strategy", "framework", "report", "agreement", "act", "roadmap"})
_OWNER = re.compile(r".*'s?$")
_HOLDER = re.compile(
    r"\b(?:President|Vice President|First Lady|Secretary|Senator|Governor|Mr\.?|Mrs\.?|Ms\.?|Dr\.?)(?: [A-Z][\w.]*)*'s?$|"
    r"^(?:Congress|[A-Z]{2,6}|Trump|Biden|Obama|Bush|Clinton)'s?$|"
    r"\b(?:Administration|Department|Agency|Council|Commission|Committee|Bureau|Office|Government|House|Republicans|Democrats)\b"
)
"""Whose law, order or plan a text may call it; "America's First Responders Act" is a name as a whole."""
_ARTICLES = frozenset(
    {
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "our",
        "its",
        "his",
        "her",
        "their",
        "my",
        "your",
        "each",
        "every",
        "any",
        "all",
        "some",
        "no",
        "such",
    }
)
_INTRODUCES = frozenset({"the", '"', "this", "our", "my", "(", "a", "an", "his", "her", "their"})
_INNER = frozenset({"our", "my", "your", "its", "their", "a", "an", "every", "all", "no", "this", "it"})
"""Small words that stand inside a name where they are capitalised: "Make Our Children Healthy Again Strategy"."""
_TITLES = frozenset({
    "president", "secretary", "senator", "senators", "representative", "representatives", "congress", "administration",
    "department", "governor", "house", "senate", "director", "administrator", "vice", "first", "section", "sections",
    "title", "today", "statement", "remarks", "readout", "passage", "members", "committee", "council",
    "agency", "commission", "subsection", "paragraph", "part", "chapter", "division", "as", "under", "pursuant",
})  # fmt: skip
"""What ends the name to the left of a preposition: "Section 232 of the Trade Expansion Act"."""
_YEAR = re.compile(r"(?:19|20)\d\d$")
_BODIES = frozenset({
    "panel", "office", "department", "bureau", "committee", "council", "commission", "board", "center", "subcommittee",
    "agency", "administration", "division", "team", "group", "caucus", "force", "institute", "advisor", "director",
})  # fmt: skip
"""Heads of names of bodies: "Office of Management and Budget" is no budget."""
_WALK = 18
_GERUND = re.compile(r"[A-Z][a-z]+ing$")
_DAYS = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "capitol",
    ]
)
_TAILS = frozenset(
    {
        "to",
        "on",
        "for",
        "of",
        "against",
        "regarding",
        "concerning",
        "between",
        "toward",
        "towards",
        "in",
        "and",
        "with",
    }
)
_TAILED = frozenset({
    "plan", "strategy", "agenda", "framework", "report", "agreement", "convention", "protocol", "declaration",
    "memorandum", "treaty", "proclamation", "roadmap", "blueprint", "charter", "accord", "compact", "estimate", "assessment",
    "review", "study", "analysis", "code", "directive", "covenant", "statute", "determination", "pact",
})  # fmt: skip
"""Heads whose name goes on behind them: "Plan to …", "Convention on …"."""

_PLAIN = frozenset({
    "final", "new", "federal", "state", "public", "annual", "u.s.", "comprehensive", "joint", "detailed", "special", "draft",
    "updated", "proposed", "covered", "applicable", "relevant", "existing", "current", "first", "second", "historic", "national", "international", "american", "presidential",
})  # fmt: skip
"""Modifiers that by themselves make no name of a noun."""

_Tokens = Sequence[tuple[int, int, str]]


@dataclass(frozen=True, slots=True)
class Name:
    """A name at `text[start:end]`, without article and owner; `head` is its head noun in lower case.

    A `tentative` one is the beginning of a longer run of capitals ("American Rescue Plan Tax Credits").
    """

    start: int
    end: int
    head: str
    owner: str = ""
    tentative: bool = False


def names(text: str) -> Iterator[Name]:
    """The names of instruments in a block, in order; `text` has plain quotes and no line breaks."""
    if not _HEAD.search(text):
        return
    tokens = [(m.start(), m.end(), m[0]) for m in _TOKEN.finditer(text)]
    done = -1
    for place, (start, _, word) in enumerate(tokens):
        if start < done or not (_is_head(tokens, place) or _inside(tokens, place)):
            continue
        first = _leftmost(tokens, place)
        tentative = not _is_head(tokens, place)
        last = place if tentative else _rightmost(tokens, place)
        first, owner = _disowned(tokens, first, place)
        first = _quoted(tokens, first, place)
        if first > place or not _is_name(tokens, first, place, last, owned=bool(owner)):
            continue
        done = done if tentative else tokens[last][1]
        end = tokens[last][0] + len(_bare(tokens[last][2]))
        yield Name(tokens[first][0], end, _bare(word).lower(), owner, tentative)


def _inside(tokens: _Tokens, place: int) -> bool:
    """Whether a head noun stands inside a longer run of capitals."""
    word = tokens[place][2]
    if word == "Order":
        return False
    return (
        word.lower() in HEADS
        and word[0].isupper()
        and not word.isupper()
        and place > 0
        and _capital(tokens[place - 1][2])
    )


def _is_head(tokens: _Tokens, place: int) -> bool:
    word = _bare(tokens[place][2])
    if word.lower() not in HEADS or (
        word.lower() == "order" and _word(tokens, place - 1).lower() == "executive"
    ):
        return False
    following = _word(tokens, place + 1)
    if word[0].isupper():
        return not (following[:1].isupper() and not following.isupper()) or word.lower() == "act"
    before = _word(tokens, place - 1)
    return (
        word in _LOWER_HEADS
        and before[:1].isupper()
        and not before.endswith(("'s", "'"))
        and _word(tokens, place - 2)[:1].isupper()
    )


def _bare(word: str) -> str:
    """A word without the mark of the genitive."""
    return word[:-2] if word.endswith("'s") else word


def _word(tokens: _Tokens, place: int) -> str:
    return tokens[place][2] if 0 <= place < len(tokens) else ""


def _capital(word: str) -> bool:
    return word[:1].isupper() or (word[:1].isdigit() and len(word) <= 9)


def _leftmost(tokens: _Tokens, place: int) -> int:
    """The first token of the name that a head noun ends."""
    first = at = place
    while at > 0 and place - at < _WALK:
        at -= 1
        word = tokens[at][2]
        lower = word.lower()
        if lower in ISSUING:
            break
        if lower in PREPOSITIONS and word[0].isupper() and _word(tokens, at - 1).lower() in _INTRODUCES:
            first = at
            continue
        if lower in _INNER and word[0].isupper() and _capital(_word(tokens, at - 1)):
            continue
        if _capital(word) and lower not in _ARTICLES:
            if _HEAD.fullmatch(word) and _word(tokens, at + 1).lower() in {"and", ",", "or"}:
                break
            first = at
        elif (
            lower in PREPOSITIONS | {"and", "&", "or"}
            or (lower == "the" and _may_precede_article(_word(tokens, at - 1)))
            or (word == "," and _serial(tokens, at))
            or (word == '"' and place - at == 1)
            or (word in "()" and _nickname(tokens, at))
        ):
            continue
        else:
            break
    return _checked(tokens, first, place)


def _holds(tokens: _Tokens, first: int, at: int) -> bool:
    """Whether a genitive is that of a preposition's phrase: "Through America's | …"."""
    return tokens[first][2].lower() in PREPOSITIONS and first < at


def _nickname(tokens: _Tokens, at: int) -> bool:
    """Whether a parenthesis is that of "William M. (Mac) Thornberry National Defense Authorization Act"."""
    opening = at if tokens[at][2] == "(" else at - 2
    return (
        _word(tokens, opening) == "("
        and _word(tokens, opening + 2) == ")"
        and _word(tokens, opening + 1).istitle()
    )


def _may_precede_article(word: str) -> bool:
    return word.lower() in PREPOSITIONS or bool(_GERUND.match(word))


def _serial(tokens: _Tokens, comma: int) -> bool:
    """Whether a comma parts the items of a list that "and" ends, inside one name."""
    ahead = [t[2] for t in tokens[comma + 1 : comma + 8]]
    if ahead[:1] == ["and"]:
        return True
    stop = next((i for i, word in enumerate(ahead) if word == ","), len(ahead))
    return "and" in ahead[: stop + 2] and stop <= 3


def _checked(tokens: _Tokens, first: int, place: int) -> int:
    """Cut what an over-long walk to the left took in: "… of the X Act" is no part of the name of the X Act."""
    at = first
    start = first
    while start < place and _loose(tokens, start):
        start += 1
    at = first = start
    report = HEADS[_bare(tokens[place][2]).lower()] == "report" and tokens[place][2].islower()
    gerund = bool(_GERUND.match(tokens[first][2]))
    while at < place:
        lower = tokens[at][2].lower()
        article = _word(tokens, at + 1).lower() == "the"
        if at > start and lower in PREPOSITIONS and article and not gerund:
            start = at + 2
        elif (
            not report
            and lower in PREPOSITIONS | {"and", ","}
            and any(_foreign(t[2]) for t in tokens[start:at])
        ):
            start = at + 1
        at += 1
    while start < place and (
        not _capital(tokens[start][2]) or tokens[start][2].endswith("-era") or _loose(tokens, start)
    ):
        start += 1
    return start


def _loose(tokens: _Tokens, start: int) -> bool:
    """Whether a name does not begin here: at a preposition or participle that opens a sentence or headline."""
    word = tokens[start][2]
    before = _word(tokens, start - 1)
    if before.lower() in _INTRODUCES or before.endswith(("'s", "s'")):
        return False
    if _GERUND.match(word):
        return _word(tokens, start + 1).lower() in PREPOSITIONS | {"the", "and", ","} or before not in {
            "",
            ",",
        }
    return word.lower() in PREPOSITIONS | {"the", "under", "and", "following"}


def _foreign(word: str) -> bool:
    return word.lower() in _TITLES or (word[0].isdigit() and not _YEAR.match(word))


def _rightmost(tokens: _Tokens, place: int) -> int:
    """The last token of the name: a year, a fiscal year, or a title that goes on ("Plan to …")."""
    last = place
    following = _word(tokens, place + 1).lower()
    after = _word(tokens, place + 2)
    if tokens[place][2] == "Bill" and following == "of" and after == "Rights":
        return place + 2
    if following == "of" and re.fullmatch(r"\d{4}", after):
        return place + 2
    if following == "," and re.fullmatch(r"(?:19|20)\d\d", after):
        return place + 2
    if following == "for" and after == "Fiscal":
        return _fiscal(tokens, place + 2)
    if _bare(tokens[place][2]) != tokens[place][2]:
        return last
    if (
        following.isdigit()
        and len(following) < 6
        and tokens[place][2].lower() in {"directive", "instruction", "order", "resolution"}
    ):
        return place + 1
    if tokens[place][2].lower() not in _TAILED or following not in _TAILS or following == "and":
        return last
    at = place + 1
    while at < len(tokens) and at - place < _WALK:
        word = tokens[at][2]
        lower = word.lower()
        if (
            lower in _DAYS
            or (following == "to" and lower in {"congress", "president"} and at - place <= 3)
            or word in {"HERE", "Here"}
        ):
            break
        if _capital(word) and (not word[0].isdigit() or _word(tokens, at - 1) == "Year"):
            last = at
        elif not (
            lower in PREPOSITIONS | {"and", "the", "&", "or", "a", "an"}
            or (word == "," and _serial(tokens, at))
        ):
            break
        at += 1
    return last


def _fiscal(tokens: _Tokens, place: int) -> int:
    last = place
    for at in range(place, min(place + 5, len(tokens))):
        word = tokens[at][2]
        if word in {"Fiscal", "Year", "Years"} or re.fullmatch(r"\d{4}", word):
            last = at
        elif word != "and":
            break
    return last


def _disowned(tokens: _Tokens, first: int, place: int) -> tuple[int, str]:
    """Part a name from who it belongs to: "President Biden's | American Families Plan"."""
    for at in range(place - 1, first - 1, -1):
        if _OWNER.match(tokens[at][2]):
            owner = " ".join(t[2] for t in tokens[first : at + 1])
            if (
                HEADS[_bare(tokens[place][2]).lower()] != "law"
                or _HOLDER.search(owner)
                or _holds(tokens, first, at)
            ):
                return at + 1, re.sub(r"'s?$", "", owner)
            break
    return first, ""


def _quoted(tokens: _Tokens, first: int, place: int) -> int:
    """The first token of a name that stands in quotation marks as a whole."""
    following = _word(tokens, place + 1)
    if (
        following != '"'
        and not (following in {",", "."} and _word(tokens, place + 2) == '"')
        and not (following == "of" and '"' in (_word(tokens, place + 3), _word(tokens, place + 4)))
    ):
        return first
    for at in range(first - 1, max(-1, place - 30), -1):
        if tokens[at][2] == '"':
            return at + 1 if _capital(_word(tokens, at + 1)) else first
    return first


def _is_name(tokens: _Tokens, first: int, place: int, last: int, *, owned: bool) -> bool:
    words = [_bare(t[2]) for t in tokens[first : last + 1]]
    if first == place and last == place:
        return False
    if all(w.isupper() or not w[0].isalpha() for w in words):
        return False
    if (
        _word(tokens, last + 1).lower() == "and"
        and words[-1].lower() == "law"
        and _word(tokens, last + 2).lower() == "order"
    ):
        return False
    if (
        re.match(
            r"(?:Sec|Section)$", _word(tokens, first - 4 if _word(tokens, first - 3) == "." else first - 3)
        )
        and _word(tokens, first - 2)[:1].isdigit()
    ):
        return False
    plain = " ".join(words).lower()
    if place > first and words[place - first - 1] == "of":
        return False
    if words[place - first] == "Declaration" and {"Disaster", "Emergency"} & set(words):
        return False
    if plain in GENERIC or plain.startswith("memorandum for"):
        return False
    if words[place - first] == "Law" and {"and", "in", "for", "of"} & set(words):
        return False
    if words[place - first] == "Law" and not (
        _word(tokens, first - 1).lower() in _INTRODUCES or owned or words[-1].isdigit()
    ):
        return False
    if not words[place - first].islower() and any(
        w.lower().rpartition("-")[2] in _BODIES and n.lower() in PREPOSITIONS
        for w, n in itertools.pairwise(words)
    ):
        return False
    if first == place:
        tail = [w for w in words[1:] if _capital(w)]
        return len(tail) >= 2 or words[0] in {
            "Treaty",
            "Convention",
            "Protocol",
            "Declaration",
            "Report",
            "Charter",
        }
    return not (place - first == 1 and tokens[first][2].lower() in _PLAIN | set(_TITLES)) or last > place

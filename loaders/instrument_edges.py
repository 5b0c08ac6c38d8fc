"""Where the name of an instrument begins and ends around its head noun, in a line of words."""

import re
from dataclasses import dataclass

from gestae.loaders.instrument_words import ANNOUNCING, HEADS, PREPOSITIONS

__all__ = ["INTRODUCES", "Line", "bare", "disowned", "leftmost", "line", "quoted", "rightmost"]

INTRODUCES = frozenset({"the", '"', "this", "our", "my", "(", "a", "an", "his", "her", "their"})
"""What stands before a name and shows that it begins there."""
_TOKEN = re.compile(r"(?:[A-Z]\.)+(?:-\w+)+|(?:[A-Z]\.)+(?=[ ,;)]|$)|[\w$](?:[\w&/]|['.\-–](?=\w))*|[^\w\s]")
_ARTICLES = frozenset({
    "the", "a", "an", "this", "that", "these", "our", "its", "his", "her", "their", "my", "your", "each",
    "every", "any", "all", "some", "no", "such",
})  # fmt: skip
_INNER = frozenset({"our", "my", "your", "its", "their", "a", "an", "every", "all", "no", "this", "it"})
"""Small words that stand inside a name where they are capitalised: "Make Our Children Healthy Again Strategy"."""
_OPENING = frozenset({"every", "no", "our"})
"""Those that open the name of an act: "the No Surprises Act"."""
_JOINTS = PREPOSITIONS | {"and", "&", "or"}
_OTHERS = frozenset({
    "president", "secretary", "senator", "senators", "representative", "representatives", "congress",
    "administration", "department", "governor", "house", "senate", "director", "administrator", "vice",
    "first", "section", "sections", "title", "today", "statement", "remarks", "readout", "passage",
    "members", "committee", "council", "agency", "commission", "subsection", "paragraph", "part", "chapter",
    "division", "as", "under", "pursuant",
})  # fmt: skip
"""What ends the name to the left of a preposition: "Section 232 of the Trade Expansion Act"."""
_DAYS = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
    "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    "capitol", "here",
})  # fmt: skip
_TAILED = frozenset({
    "plan", "strategy", "agenda", "framework", "report", "agreement", "convention", "protocol",
    "declaration", "memorandum", "treaty", "proclamation", "roadmap", "blueprint", "charter", "accord",
    "compact", "estimate", "assessment", "review", "study", "analysis", "code", "directive", "covenant",
    "statute", "determination", "pact", "outlook", "deal", "guidelines", "handbook", "guidebook", "manual",
})  # fmt: skip
"""Heads whose name goes on behind them: "Plan to …", "Convention on …"."""
_TAILS = frozenset({
    "to", "on", "for", "of", "against", "regarding", "concerning", "between", "among", "toward", "towards", "in",
    "with",
})  # fmt: skip
_ADJECTIVES = frozenset({"federal", "american", "u.s.", "european", "african", "asian"})
_NUMBERED = frozenset({"bill", "directive", "instruction", "memorandum", "order", "resolution"})
_BINDING = frozenset({"act", "treaty", "convention", "protocol", "agreement", "accord"})
"""Heads in whose name its initials may stand: "Nuclear Forces (INF) Treaty"."""
_IMPLEMENTING = frozenset({"implementation", "action", "strategic", "operational"})
"""What a plan is that says how another is carried out, and is published with it as one."""
_MEANS = frozenset({"through", "by", "with", "in"})
"""What tells, with an article behind it, by what something is done, and belongs to no name."""
_FEW_WORDS = 6
_SCALES = frozenset({"million", "billion", "trillion"})
_NUMBER = re.compile(r"\d{1,5}(?:[.-]\d{1,4})?[A-Z]?$")
_YEARS = frozenset({"report", "framework", "strategy", "plan", "agenda"})
"""Heads behind whose name the years may stand that it is of: "Harbor Report 2031", "Fishing Strategy 2031-2035"."""
_SPAN = re.compile(r"20\d\d(?:[-–]20\d\d)?$")
_HOLDER = re.compile(
    r"\b(?:President|Vice President|First Lady|Secretary|Senator|Governor|Mr\.?|Mrs\.?|Ms\.?|Dr\.?)(?: [A-Z][\w.]*)*'s?$|"
    r"^(?:Congress|[A-Z]{2,6}|Trump|Biden|Obama|Bush|Clinton)'s?$|"
    r"\b(?:Administration|Department|Agency|Council|Commission|Committee|Bureau|Office|Government|House|Republicans|Democrats)\b"
)
"""Whose law a text may call it; "America's First Responders Act" is a name as a whole."""
_OF_MANY = frozenset({
    "leaders'", "ministers'", "women's", "men's", "girls'", "children's", "workers'", "veterans'", "farmers'",
    "parents'", "patients'", "consumers'", "people's", "alzheimer's", "parkinson's",
})  # fmt: skip
"""Genitives inside a name, of whom or what it is about: "the National Women's Harbor Strategy"."""
_TAKEN = frozenset({"Support", "Opposition", "Backing", "Vote", "Votes"})
"""What a headline tells of a law that somebody is for or against."""
_GERUND = re.compile(r"[A-Z][a-z]+ing$")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_BEHIND_NAMES = frozenset({"Jr", "Sr", "II", "III", "M.D.", "Inc"})
"""What a comma parts from the name of a person or a firm."""
_SHORT_WORDS = frozenset(
    {"Jr", "Sr", "Inc", "Dr", "St", "Mt", "Ft", "Lt", "Sgt", "Col", "Gen", "Maj", "Capt", "Cpl", "Rev", "Hon"}
)
"""Words that are written short, with a full stop."""
_WALK = 18
"""Words that a name may have on either side of its head."""
_NUMBER_LENGTH = 9
_QUOTED = 30


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a line, each with its place in the text; also in lower case."""

    spans: list[tuple[int, int]]
    words: list[str]
    lower: list[str]

    def word(self, place: int) -> str:
        """A word, or nothing outside the line."""
        return self.words[place] if 0 <= place < len(self.words) else ""

    def low(self, place: int) -> str:
        """A word in lower case, or nothing outside the line."""
        return self.lower[place] if 0 <= place < len(self.words) else ""

    def capital(self, place: int) -> bool:
        """Whether a word begins with a capital or is a number."""
        word = self.word(place)
        return word[:1].isupper() or (word[:1].isdigit() and len(word) <= _NUMBER_LENGTH)


def line(text: str) -> Line:
    """Take a line apart; marks of punctuation are words of their own."""
    found = list(_TOKEN.finditer(text))
    words = [m[0] for m in found]
    return Line([m.span() for m in found], words, [w.lower() for w in words])


def bare(word: str) -> str:
    """A word without the mark of the genitive."""
    return word[:-2] if word.endswith("'s") else word


def leftmost(row: Line, place: int) -> int:
    """The first word of the name that a head noun ends."""
    first = at = place
    while at > 0 and place - at < _WALK:
        at -= 1
        word, lower = row.words[at], row.lower[at]
        if lower in ANNOUNCING:
            break
        if (lower in PREPOSITIONS and word[0].isupper() and row.low(at - 1) in INTRODUCES) or (
            lower in _OPENING and word[0].isupper() and row.low(at - 1) in INTRODUCES and at + 1 < place
        ):
            first = at
        elif lower in _INNER and word[0].isupper() and row.capital(at - 1):
            continue
        elif row.capital(at) and lower not in _ARTICLES:
            if bare(lower) in HEADS and row.low(at + 1) in {"and", ",", "or"}:
                break
            first = at
        elif not _joins(row, at, place):
            break
    return _checked(row, first, place)


def _joins(row: Line, at: int, place: int) -> bool:
    """Whether a small word or mark may stand inside a name."""
    word = row.words[at]
    if row.lower[at] == "the":
        return row.low(at - 1) in PREPOSITIONS or bool(_GERUND.match(row.word(at - 1)))
    return (
        row.lower[at] in _JOINTS
        or (word == "," and _serial(row, at))
        or (word in {",", "."} and _of_person(row, at))
        or (word == '"' and _nicknamed(row, at, place))
        or (word in "()" and _nickname(row, at, place))
    )


def _of_person(row: Line, mark: int) -> bool:
    """Whether a mark is that of "Roe, Jr." or "Dr. Roe" in the name of an act that is named after somebody."""
    if row.words[mark] == ".":
        return row.word(mark - 1) in _SHORT_WORDS and row.spans[mark][0] == row.spans[mark - 1][1]
    return row.word(mark + 1) in _BEHIND_NAMES


def _nicknamed(row: Line, at: int, place: int) -> bool:
    """Whether a quotation mark is that of 'the Harbor "Sea-Dog" Act', whose head is outside of it."""
    return row.word(place - 1) == '"' and (at == place - 1 or '"' not in row.words[at + 1 : place - 1])


def _nickname(row: Line, at: int, place: int) -> bool:
    """Whether a parenthesis is that of "William M. (Mac) Thornberry … Act" or "Nuclear Forces (INF) Treaty"."""
    opening = at if row.words[at] == "(" else at - 2
    inside = row.word(opening + 1)
    binding = bare(row.lower[place]) in _BINDING
    known_as = inside.istitle() or (
        binding and opening + 2 < place and inside.isupper() and row.capital(opening - 1)
    )
    return row.word(opening) == "(" and row.word(opening + 2) == ")" and known_as


def _serial(row: Line, comma: int) -> bool:
    """Whether a comma parts the items of a list that "and" ends, inside one name."""
    ahead = row.words[comma + 1 : comma + 8]
    if ahead[:1] == ["and"]:
        return True
    stop = next((i for i, word in enumerate(ahead) if word == ","), len(ahead))
    return "and" in ahead[: stop + 2] and stop <= 3


def _checked(row: Line, first: int, place: int) -> int:
    """Cut what the walk to the left took too much: "… of the X Act" is no part of the name of the X Act."""
    aim = place - 3
    if row.words[place].islower() and row.low(place - 2) in PREPOSITIONS and _GERUND.match(row.word(aim)):
        return aim  # "the Council's Investing in Piers agenda"
    start = first
    while start < place and _loose(row, start):
        start += 1
    # A "2018 Federal Commission on School Safety report" is named after a body.
    report = HEADS.get(bare(row.lower[place])) == "report" and row.words[place].islower()
    gerund = row.lower[place] == "act" and bool(_GERUND.match(row.words[start]))
    kind = HEADS.get(bare(row.lower[place]))
    state = kind == "report" and row.words[start] == "State"  # "State of the Harbors Report"
    numbered = row.lower[place] in _NUMBERED and _NUMBER.match(row.word(place + 1))
    if (kind == "law" or numbered) and row.words[start] == "Department" and row.low(start - 1) in {"the", ""}:
        return start  # "the Department of Piers Appropriations Act"
    for at in range(start, place):
        if (
            at > start
            and row.lower[at] in PREPOSITIONS
            and row.low(at + 1) == "the"
            and not gerund
            and not state
        ):
            start = at + 2
        elif kind != "law" and row.words[at] == "Through":
            start = at + 1  # of a headline: "Promoting Fair Trade Through New Harbor Guidelines"
        elif at > start + 1 and row.lower[at] == "for" and row.words[at - 1] in _TAKEN:
            start = at + 1  # "Massive Support for Safe Pier Act"
        elif not report and (row.lower[at] in PREPOSITIONS or row.lower[at] in {"and", ","}):
            start = at + 1 if any(_foreign(w) for w in row.lower[start:at]) else start
    while start < place and (
        not row.capital(start)
        or (row.words[start].isdigit() and not _YEAR.match(row.words[start]))
        or row.lower[start] in _SCALES
        or row.words[start].endswith("-era")
        or _loose(row, start)
    ):
        start += 1
    return start


def _loose(row: Line, start: int) -> bool:
    """Whether a name does not begin here: at a preposition or participle that opens a sentence or headline."""
    word, before = row.words[start], row.word(start - 1)
    if before.lower() in INTRODUCES or before.endswith(("'s", "s'")):
        return False
    if _GERUND.match(word):
        following = row.low(start + 1)
        return following in PREPOSITIONS or following in {"the", "and", ","} or before not in {"", ","}
    return row.lower[start] in PREPOSITIONS or row.lower[start] in {"the", "under", "and", "following"}


def _foreign(lower: str) -> bool:
    return lower in _OTHERS or (lower[0].isdigit() and not _YEAR.match(lower))


def rightmost(row: Line, place: int) -> int:
    """The last word of the name: a year, a fiscal year, or a title that goes on ("Plan to …")."""
    following, after = row.low(place + 1), row.word(place + 2)
    if row.words[place] == "Bill" and following == "of" and after == "Rights":
        return place + 2
    if following in {"of", ","} and _YEAR.match(after):
        return place + 2
    if following == "for" and after == "Fiscal":
        return _fiscal(row, place + 2)
    if _NUMBER.match(following) and row.lower[place] in _NUMBERED:
        return place + 1
    if (joined := _implementing(row, place)) is not None:
        place, following = joined, row.low(joined + 1)
    last = place
    if row.lower[place] in _TAILED and following in _TAILS:
        last = _tail(row, place)
        # "Hiring Plan for the Federal workforce": what the plan is for is no part of its name
        if row.lower[last] in _ADJECTIVES and row.word(last + 1)[:1].islower():
            return place
    return last + 1 if row.lower[place] in _YEARS and _SPAN.match(row.word(last + 1)) else last


def _implementing(row: Line, place: int) -> int | None:
    """Where the second head is of "Harbor Strategy and Implementation Plan", which is one name."""
    if HEADS.get(row.lower[place]) != "plan" or row.low(place + 1) not in {"and", "&"}:
        return None
    at = place + 3 if row.low(place + 2) in _IMPLEMENTING else place + 2
    return at if HEADS.get(row.low(at)) == "plan" and row.words[at][0].isupper() else None


def _tail(row: Line, place: int) -> int:
    last = place
    for at in range(place + 1, min(place + _WALK, len(row.words))):
        word, lower = row.words[at], row.lower[at]
        if lower in _DAYS or (
            row.lower[place + 1] == "to" and lower in {"congress", "president"} and at - place <= 3
        ):
            break
        if row.capital(at) and (not word[0].isdigit() or row.words[at - 1] == "Year"):
            last = at
            if word.endswith("'s") and not (row.lower[place + 1] == "to" and row.capital(at + 1)):
                break  # "to Heal Alzheimer's Disease" goes on
        elif lower in {"and", "or"} and _begins_another(row, at - 1):
            break  # "the Compact on Piers and the Harbor Declaration"
        elif lower in _MEANS and row.low(at + 1) in {"a", "an"}:
            break  # "changes the Manual for Pilots through an Executive Order"
        elif (
            lower not in _JOINTS
            and lower not in {"the", "a", "an", "into", "toward", "towards"}
            and not (word == "," and _goes_on(row, at) and not _begins_another(row, at))
        ):
            break
    return last


def _goes_on(row: Line, comma: int) -> bool:
    """Whether a comma parts the items of a list, be there one before its "and" or not: "to Find, Stop and Fine Pirates"."""
    return _serial(row, comma) or (
        row.capital(comma + 1) and row.low(comma + 2) == "and" and row.capital(comma + 3)
    )


def _begins_another(row: Line, comma: int) -> bool:
    """Whether another thing is told behind a comma ("the Convention on Piers, the Reef Pact, and the Harbor Pact")."""
    behind = comma + 2 if row.low(comma + 1) in {"and", "or"} else comma + 1
    ahead = row.words[behind + 1 : behind + _FEW_WORDS]
    return row.low(behind) in _ARTICLES and any(
        w.istitle() and w.lower() in _TAILED | _BINDING for w in ahead
    )


def _fiscal(row: Line, place: int) -> int:
    last = place
    for at in range(place, min(place + 5, len(row.words))):
        if row.words[at] in {"Fiscal", "Year", "Years"} or re.fullmatch(r"\d{4}", row.words[at]):
            last = at
        elif row.words[at] != "and":
            break
    return last


def disowned(row: Line, first: int, place: int) -> int:
    """The first word of a name behind whom it belongs to: "President Biden's | American Families Plan"."""
    for at in range(place - 1, first - 1, -1):
        if row.words[at].endswith(("'s", "s'")) and not (at > first and row.lower[at] in _OF_MANY):
            owner = " ".join(row.words[first : at + 1])
            preposition = first < at and row.lower[first] in PREPOSITIONS
            law = HEADS.get(bare(row.lower[place])) == "law"
            return at + 1 if not law or preposition or _HOLDER.search(owner) else first
    return first


def quoted(row: Line, first: int, place: int) -> int:
    """The first word of a name that stands in quotation marks as a whole."""
    if first < place and row.word(first - 1) == '"' and _nicknamed(row, first - 1, place):
        return first - 1
    behind = [row.word(at) for at in range(place + 1, place + 5)]
    closed = behind[0] == '"' or (behind[0] in {",", "."} and behind[1] == '"')
    if not closed and not (behind[0] == "of" and '"' in behind[2:]):
        return first
    for at in range(first - 1, max(-1, place - _QUOTED), -1):
        if row.words[at] == '"':
            return at + 1 if row.capital(at + 1) else first
    return first

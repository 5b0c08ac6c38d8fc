"""Names of instruments in capitals: "the Inflation Reduction Act", "U.S. Strategy to Counter Corruption"."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from gestae.loaders.instrument_edges import (
    INTRODUCES,
    Line,
    bare,
    disowned,
    leftmost,
    line,
    quoted,
    rightmost,
)
from gestae.loaders.instrument_words import BODIES, GENERIC, HEADS, PLAIN, PRAISING, PREPOSITIONS
from gestae.loaders.patterns import any_of
from gestae.ontology.english import english

__all__ = ["Name", "names"]

_HEAD = re.compile(rf"(?<![a-z]){any_of(HEADS)}\b", re.I)
_LOWER_HEADS = frozenset(
    {"plan", "agenda", "strategy", "framework", "report", "agreement", "act", "roadmap", "rule"}
)
"""Heads that may be small behind capitals: "the Water Sector Action plan"."""
_RULING = frozenset({"home", "party", "majority", "minority", "mob", "one-party"})
"""Who rules, or how, where "rule" is no text."""
_PARTIES = frozenset({"House", "Republican", "Democratic", "Republicans'", "Democrats'", "GOP"})
"""Whose a plan is that goes by no name: "the White House plan"."""
_OF_AIMS = frozenset({"plan", "agenda", "strategy"})
"""Heads that an aim may name: "the Investing in Piers agenda"."""
_SELDOM_FIRST = frozenset(
    {"handbook", "review", "study", "survey", "assessment", "estimate", "bill", "guide"}
)
"""Heads that do not open a name: "Review of Foreign Investments" heads a section."""
_PART = re.compile(r",? Part (?:[IVX]+|\d+)\b")
"""What tells a law from another of its name: "Harbor Extension Act of 2031, Part II"."""
_OF_LAW = frozenset({"review", "school", "journal", "center", "firm", "clinic"})
"""What is behind "Law" in the name of a school or a journal."""
_SHORT = 2
"""Words of a name in "Law" that is that of a field: "Contract Law"."""
_LEAST_OF_GUIDANCE = 2
"""Words before "Guidance" in the name of a document: "the Interim Harbor Guidance"."""
_AUXILIARIES = frozenset(
    {"will", "would", "is", "are", "has", "have", "can", "could", "may", "must", "should"}
)
"""What goes on behind a name in a headline: "How the Harbor Framework Will Help Ports"."""
_AIMED = frozenset({"Strategy", "Plan", "Framework", "Agenda", "Roadmap"})
_AIMS = frozenset({"To", "Toward", "Towards"})
"""What a title writes with a capital behind a plan: "Strategy To Save Piers"."""
_BEHIND_HEADS = frozenset({"On", "Between", "Among", "Against"})
"""What a title writes with a capital and goes on behind a head: "Convention On Safe Harbors"."""
_OPENING = frozenset({"Treaty", "Convention", "Protocol", "Declaration", "Report", "Charter"})
"""Heads that may open a name with one word behind: "Treaty of Paris"."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name at `text[start:end]`, without article and owner; `head` is its head noun in lower case.

    A `tentative` one is the beginning of a longer run of capitals ("American Rescue Plan Tax Credits").
    """

    start: int
    end: int
    head: str
    tentative: bool = False


def names(text: str) -> Iterator[Name]:
    """The names of instruments in a line, in order; `text` has plain quotes and no line breaks."""
    if not _HEAD.search(text):
        return
    row = line(text)
    done = -1
    for place, lower in enumerate(row.lower):
        if bare(lower) not in HEADS or row.spans[place][0] < done:
            continue
        whole = _is_head(row, place)
        if not whole and (_renewed(row, place) or not _is_inside(row, place)):
            continue
        first = leftmost(row, place)
        last = rightmost(row, place) if whole else place
        if last > place and _ends_in_act(row, place, last):
            continue  # "Supporting Expanded Review for Miners Act": the law, at its own head
        begin = quoted(row, disowned(row, first, place), place)
        if begin > place or not _is_name(row, begin, place, last):
            continue
        end = row.spans[last][0] + len(bare(row.words[last]))
        if whole and (part := _PART.match(text, end)):
            end = part.end()
        done = end if whole else done
        owned = begin > first or _owned(row, begin)
        short = place == begin + 1 == last
        known_only = not whole or (
            bare(lower) == "law" and (short or not _is_told(row, begin, last, owned=owned))
        )
        yield Name(row.spans[begin][0], end, bare(lower), tentative=known_only)


def _ends_in_act(row: Line, place: int, last: int) -> bool:
    """Whether what goes on behind a head is the name of a law, and does not name another ("Report on the Tides Act")."""
    return bare(row.lower[last]) == "act" and "the" not in row.lower[place:last]


def _is_head(row: Line, place: int) -> bool:
    """Whether a head noun ends the capitalised part of a name."""
    word = row.words[place]
    if row.lower[place] == "order" and row.low(place - 1) == "executive":
        return False
    if word[0].isupper():
        following = row.word(place + 1)
        ended = (
            following.lower() in _AUXILIARIES
            or (following in _BEHIND_HEADS and word in _OPENING | {"Agreement"})
            or (following in _AIMS and word in _AIMED)
        )
        if word == "Act":
            return not _renewed(row, place)
        return not following[:1].isupper() or following.isupper() or ended
    before = row.word(place - 1)
    gerund = word in _OF_AIMS and row.low(place - 2) in PREPOSITIONS and row.word(place - 3)[-3:] == "ing"
    return (
        word in _LOWER_HEADS
        and not (before in _PARTIES and row.low(place - 2) in {"white", "house", "senate", "the"})
        and (
            (row.capital(place - 2) and row.low(place - 2) not in {"the", "a", "an", "this", "that"})
            or (gerund and row.capital(place - 3))
        )
        and before[:1].isupper()
        and not before.endswith(("'s", "'"))
    )


def _renewed(row: Line, place: int) -> bool:
    """Whether an act is named in the name of one that renews or changes it: "Safe Pier Act Renewal Act"."""
    if row.words[place] != "Act":
        return False
    for at in range(place + 1, place + 5):
        if not row.word(at).istitle():
            return False
        if row.word(at) == "Act":
            return at > place + 1
    return False


def _is_inside(row: Line, place: int) -> bool:
    """Whether a head noun stands inside a longer run of capitals."""
    word = row.words[place]
    if row.low(place + 1) in BODIES or row.low(place + 1) in {
        "organization",
        "secretariat",
        "partners",
        "treaty",
    }:
        return False
    return word.istitle() and word != "Order" and row.capital(place - 1)


def _is_name(row: Line, first: int, place: int, last: int) -> bool:
    words = [bare(w) for w in row.words[first : last + 1]]
    head = place - first
    if len(words) == 1 or all(w.isupper() or not w[0].isalpha() for w in words):
        return False
    plain = " ".join(words).lower()
    if _of_a_sort(plain) or plain.startswith("memorandum for") or _is_section(row, first):
        return False
    if head > 0 and words[head - 1].lower() in PREPOSITIONS:
        return False  # "Our Year in Review"
    if words[head].lower() == "rule" and not _is_rule(row, first, words[:head]):
        return False
    if words[head] == "Guidance" and (head < _LEAST_OF_GUIDANCE or row.low(first - 1) not in INTRODUCES):
        return False
    if words[head] == "Deal" and (
        words[head - 1] == "New" or _of_a_sort(" ".join(words[: head + 1]).lower())
    ):
        return False  # "Massive Trade Deal with Norway"
    if words[head] == "Agenda" and head == 1 and words[0].lower() in english().classes["branch"]:
        return False  # "Trade Agenda"
    if words[head] == "Declaration" and {"Disaster", "Emergency"} & set(words):
        return False
    if words[head] == "Convention" and words[head - 1] in {"National", "Party", "Annual", "Constitutional"}:
        return False
    if words[head] in {"Analysis", "Review"} and words[head - 1] == "and":
        return False
    if words[head] in {"Regulation", "Regulations"} and len(words) == 2 and words[0].endswith("ing"):
        return False  # of a title: "Reducing Regulation and Controlling Costs"
    if words[-2:] == ["Law", "Review"] or (words[head] == "Law" and row.low(first + len(words)) in _OF_LAW):
        return False
    if words[head] == "Law" and len(words) == _SHORT and row.low(first - 1) in {"the", "bipartisan"}:
        return head == 1 and not words[0].endswith("al")  # known only: "the Infrastructure Law"
    if words[head] == "Law" and (len(words) <= _SHORT or {"and", "in", "for", "of"} & set(words)):
        return False  # of a field or a school: "Law and Order", "Master of Law"
    if (
        not words[head].islower()
        and _is_body(words[:head])
        and not (words[0] == "Department" and (words[head] == "Act" or words[-1][0].isdigit()))
    ):
        return False
    if head == 0 and words[0].lower() in _SELDOM_FIRST:
        return False
    if head == 0:
        return words[0] in _OPENING or sum(w[0].isupper() or w[0].isdigit() for w in words[1:]) > 1
    return last > place or head > 1 or words[0].lower() not in PLAIN


def _of_a_sort(name: str) -> bool:
    """Whether a name in lower case, without what only praises it, is that of a sort: "historic trade deal"."""
    words = name.split()
    plain = next((at for at, word in enumerate(words) if word not in PRAISING), 0)
    return name in GENERIC or " ".join(words[plain:]) in GENERIC


def _is_rule(row: Line, first: int, words: list[str]) -> bool:
    """Whether the words before "Rule" tell one of an agency: "the Safe Pier Rule", but no "Final Rule", and not that of a party."""
    telling = [w for w in words if w.lower() not in PLAIN and w != "Interim"]
    behind = row.low(first + len(words) + 1)
    told = row.low(first - 1) in INTRODUCES and behind != "of"
    return (
        told and len(telling) >= _SHORT and not _is_body(words) and words[-1].lower() not in BODIES | _RULING
    )


def _is_section(row: Line, first: int) -> bool:
    """Whether the words are the heading of a section: "Sec. 4. Internal Regulations Review"."""
    if first == 2 and row.words[1] == "." and row.words[0].isdigit():
        return True
    mark = first - 4 if row.word(first - 3) == "." else first - 3
    return row.word(mark) in {"Sec", "Section"} and row.word(first - 2)[:1].isdigit()


def _is_told(row: Line, first: int, last: int, *, owned: bool) -> bool:
    """Whether what stands before "… Law", or its year, tells that this is the name of one."""
    return row.low(first - 1) in INTRODUCES or owned or row.words[last].isdigit()


def _owned(row: Line, first: int) -> bool:
    """Whether a name begins with whose law it is: "Norway's Safe Pier Law"."""
    return row.words[first].endswith("'s") and row.capital(first + 1)


def _is_body(words: list[str]) -> bool:
    """Whether the words before the head are a body's: "Office of Management and Budget"."""
    return any(
        w.lower().rpartition("-")[2] in BODIES and after.lower() in PREPOSITIONS
        for w, after in itertools.pairwise(words)
    )

"""Lists of members in running text: where each item begins and ends."""

import re
from collections.abc import Callable, Iterator

from gestae.loaders.acting import acting
from gestae.loaders.attendee_bodies import is_held
from gestae.loaders.body_words import BODY
from gestae.loaders.numerals import WORDS

__all__ = ["items", "shared_head"]

_MARK = re.compile(r"^\s*(?:and |or )?\(?(?:[ivxIVX]{1,5}|\d{1,2}|[a-zA-Z])[.)]\s+")
_INLINE_MARK = re.compile(r"\((?:[ivx]{1,5}|\d{1,2}|[a-z])\)\s+")
_ARTICLE = re.compile(
    r"^(?:the|a|an|its|their|his|her|our|both|as well as|and|or|from|including|with|then|now)\s+", re.I
)
_SORT = re.compile(
    r"^(?:(?:founding|current|other|new|additional|core) )?(?:members?|partners|countries|nations|agencies|companies) (?:such as |like |including )?(?=[A-Z])"
)
_REPRESENTATIVES = re.compile(
    r"^(?:senior |high-level |key )?(?:representatives?|officials?|leaders|members|leadership|participants|experts|delegates|heads)"
    r"(?: and \w+)? (?:from|of|at) (?:the )?(?=[A-Z])"
)
_BASED = re.compile(r"^[A-Z][\w.]*(?: [A-Z]\w+)?-based (?=[A-Z])")
_CUT = re.compile(
    r",? (?:who|which|that|whose|where|when|while|to (?!the\b)[a-z]+|as (?:well|may|the)\b|in order|with the|shall|will|may|is|are|was|were|"
    r"\([A-Z]\w+\) or the [A-Z]|or the [A-Z]\w+'s (?:[a-z]+ )?designees?|has|have|had|and (?:has|have|will|is|are|shall|was|were)\b|working|serving|on behalf|ex officio|or (?:an? |his |her |their |his or her )?(?:[a-z]+ )?designees?)\b.*$|[\u2014\u2013](?:will|shall|which|to|is|are|has|have|was|were|and) .*$"
)
_DOING = re.compile(r" in (?!the\b|an?\b)[a-z]")
"""In what a body takes part, behind its name: "the Harbor Office in several rounds of talks"."""
_OTHER = re.compile(
    r"^(?:only|such|any|other|others|additional|the heads? of such|more|many|several|some|various|all|each|those|these|up to|at least|"
    r"over|\d+|one|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds)\b",
    re.I,
)
_LOWER = re.compile(r", (?=[a-z])(?!the |a |an |and )| to (?!the\b)[a-z]")
_NUMBERED = re.compile(rf"(?:{WORDS}|\d+) other members", re.I)
_COUNTED = re.compile(
    r"(?:not more than |no more than |up to |at least )?(?:\d+|[a-z]+(?:-[a-z]+)?) (?:\w+ )?members\b,? (?:appointed|selected|designated|chosen|who|of whom)"
)
"""What tells how many members a body has, not which."""
_AND = re.compile(r"(?:, (?:and |& |as well as )?|,? (?:and|as well as) )(?:by (?=the ))?")
_REPRESENTED = re.compile(r"an? (?:[a-z]+ )?(?:representative|official|member|delegate) (?:of|from) ")
_LAST = re.compile(r"[ ,;.:]*(?:[,;] (?:and|or))?[ ,;.:]*$")
_LAST_WITHIN = 30
_LONGEST = 18
_PREPOSITION = re.compile(r" (?:of|in|from|with|for|on|at|who|to)\b|[,;.]")
_BREAK = re.compile(r"; (?:and |or )?|;$")


def items(
    text: str, start: int, end: int, known: Callable[[str], bool], *, plain: bool = False
) -> Iterator[tuple[int, int]]:
    """Start and end of each item of the list at `text[start:end]`, without marks, articles and clauses.

    `known` tells of words whether they are the name of one body or office ("Office of Management and Budget"),
    which is not taken apart. With `plain` items that name nobody in particular ("survivor leaders") count too.
    """
    if plain and _COUNTED.match(text, start, end):
        return
    if (
        plain
        and (stop := _LOWER.search(text, start, end))
        and ", and " not in text[stop.start() : end]
        and ";" not in text[start:end]
    ):
        end = stop.start()
    for a, b in _parts(text, start, end, known):
        found = _trimmed(text, a, b)
        if found and _is_member(text[found[0] : found[1]], plain=plain):
            yield found


_BODY = re.compile(rf"\b{BODY}\b")
_PLURALS = {
    "Departments": "Department",
    "Secretaries": "Secretary",
    "Offices": "Office",
    "Ministries": "Ministry",
    "Governors": "Governor",
}
_PLURAL = re.compile(rf"^(?P<head>{'|'.join(_PLURALS)}) of (?:the )?(?P<rest>.+)$")


def shared_head(text: str, spans: list[tuple[int, int]], span: tuple[int, int]) -> str | None:
    """The name of an item whose noun stands once for all: "Labor" of "the Departments of State, Labor, and …"."""
    plurals = [one for one in spans if one <= span and _PLURAL.match(text[slice(*one)])]
    first = _PLURAL.match(text[slice(*plurals[-1])]) if plurals else None
    if first is None:
        return None
    words = first["rest"] if span == plurals[-1] else text[slice(*span)]
    if span != plurals[-1] and (
        " of " in words
        or words.isupper()
        or words.endswith(("Development", "Representative"))
        or _BODY.search(words)
    ):
        return None
    the = "the " if words in {"Treasury", "Interior", "Air Force", "Army", "Navy"} else ""
    return f"{_PLURALS[first['head']]} of {the}{words}"


def _parts(text: str, start: int, end: int, known: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    marks = list(_INLINE_MARK.finditer(text, start, end))
    if len(marks) > 1:
        edges = [m.end() for m in marks]
        stops = [m.start() for m in marks[1:]] + [end]
        yield from zip(edges, stops, strict=True)
        return
    if ";" in text[start : end - 1]:
        at = start
        for stop in _BREAK.finditer(text, start, end):
            yield at, stop.start()
            at = stop.end()
        if at < end:
            yield at, end
        return
    yield from _by_commas(text, start, end, known)


def _by_commas(text: str, start: int, end: int, known: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """Items parted by commas and a last "and", names with commas or "and" of their own left whole."""
    cuts = [m.span() for m in _AND.finditer(text[start:end])]
    spans = [(a + start, b + start) for a, b in cuts if not _inside_brackets(text, start, a + start)]
    commas = sum("," in text[a:b] for a, b in spans)
    oxford = any(re.match(r", (?:and|&) ", text[a:b]) for a, b in spans)
    at, whole_until = start, start
    for place, (a, b) in enumerate(spans):
        if a < whole_until:
            continue
        ends = [x for x, _ in spans[place + 1 : place + 4]] + [end]
        whole_until = next((x for x in reversed(ends[:4]) if _is_one(_plain(text[at:x]), known)), start)
        if whole_until > a:
            continue
        bare = "," not in text[a:b]
        following = spans[place + 1][0] if place + 1 < len(spans) else end
        if bare and not _parts_here(text, at, a, b, following, oxford=oxford, commas=commas, known=known):
            continue
        if not bare and not _begins(text, b):
            continue
        yield at, a
        at = b
    if at < end:
        yield at, end


def _parts_here(
    text: str,
    at: int,
    a: int,
    b: int,
    following: int,
    *,
    oxford: bool,
    commas: int,
    known: Callable[[str], bool],
) -> bool:
    """Whether a bare "and" parts two items rather than the words of one."""
    left, right = _plain(text[at:a]), _plain(text[b:following])
    if _PLURAL.match(left) and right[:1].isupper():
        return True  # "the Departments of State and Defense"
    if right and right[0].islower() and _are_people(left) and _are_people(_PREPOSITION.split(right)[0]):
        return True
    if is_held(left) and _NUMBERED.match(right):
        return True  # "a chair and two other members"
    if _REPRESENTED.match(text, b):
        return True
    if not right or not (right[0].isupper() or text[b:].startswith("the ")):
        return False
    if known(right) or known(left) or left.endswith(")") or text[b:].startswith("the "):
        return True
    if oxford:
        return False
    return (len(left.split()) <= 4 and " of " not in left) or (
        commas == 0 and not re.search(r" (?:of|on|for) (?:[A-Z]\w+ ?)+$", left)
    )


def _are_people(words: str) -> bool:
    """Whether words end on a noun for several people or bodies, and are no name and of no one body ("police chiefs")."""
    last = words.split()[-1:] or [""]
    return bool(
        last[0].islower()
        and last[0].endswith("s")
        and " of " not in words
        and acting(last[0].removesuffix("s"))
    )


def _is_one(words: str, known: Callable[[str], bool]) -> bool:
    """Whether words with commas or "and" are one name: a known one, or one whose initials follow in parentheses."""
    if known(words):
        return True
    match = re.fullmatch(r"([^()]+) \(([A-Z]{3,})\)", words)
    if not match:
        return False
    initials = "".join(w[0] for w in re.findall(r"[A-Z]\w*", match[1]))
    return initials == match[2]


def _begins(text: str, at: int) -> bool:
    """Whether a new item may begin behind a comma."""
    return bool(re.match(r"(?:the |a |an |its |their )?[\w\"'(]", text[at:])) and not re.match(
        r"(?:Jr|Sr|Inc|LLC|Ltd|II|III|D\.?C)\b", text[at:]
    )


def _inside_brackets(text: str, start: int, at: int) -> bool:
    return text.count("(", start, at) > text.count(")", start, at)


def _plain(words: str) -> str:
    return _ARTICLE.sub("", words.strip(" ,;.:"))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Without mark, articles, "representatives of", clauses behind, and punctuation."""
    while start < end and text[start] in " ,;.:":
        start += 1
    moved = True
    while moved:
        moved = False
        for pattern in (_MARK, _ARTICLE, _SORT, _BASED, _REPRESENTATIVES):
            match = pattern.match(text[start:end])
            if match and match.end() and start + match.end() < end:
                start += match.end()
                moved = True
    cut = _CUT.search(text[start:end])
    if cut:
        end = start + cut.start()
    if text[start : start + 1].isupper() and (place := _DOING.search(text, start, end)):
        end = place.start()
    near = max(start, end - _LAST_WITHIN)
    end = near + len(_LAST.sub("", text[near:end]))
    while start < end and text[start] in " ,;.:":
        start += 1
    return (start, end) if start < end else None


def _is_member(words: str, *, plain: bool) -> bool:
    if plain and (_NUMBERED.fullmatch(words) or (words.islower() and is_held(words))):
        return True
    if len(words.split()) > _LONGEST or _OTHER.match(words) or not any(c.isalpha() for c in words):
        return False
    if words[0].isupper():
        return not re.match(r"(?:[A-Z]\w+ing|A|As|The|In|At|On|While|When)\b(?! [A-Z])", words)
    return (
        plain
        and " " in words
        and not re.match(r"(?:\w+ing|rather|not|but|both|either|may|must|can|\w+ed (?:by|from))\b", words)
    )

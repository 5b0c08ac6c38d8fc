"""The numbers of a text: value or range, how exact, and whether they are money, percent or a count."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from gestae.loaders.bounds import bound_after, bound_before
from gestae.loaders.designations import designations
from gestae.loaders.numerals import DIGITS, SCALES, WORDS, worth
from gestae.loaders.taken import Taken
from gestae.ontology.facts import Bound

__all__ = ["Number", "find_numbers"]

Measure = Literal["count", "money", "percent", "multiple"]


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity that a text states.

    `start` and `end` are character offsets of all that belongs to it, bound words, currency and percent
    included ("more than $3 million"); `core` is where the number itself begins. `unit` is set where the
    number brings its own ("dollars", "percent", "times"), else empty. `vague` marks "thousands", "half".
    `spelled` tells a number word from digits.
    """

    start: int
    core: int
    end: int
    value: Decimal
    upper: Decimal | None = None
    bound: Bound = "exact"
    measure: Measure = "count"
    unit: str = ""
    vague: bool = False
    spelled: bool = False


_CURRENCY = {
    "$": "dollars", "us$": "dollars", "usd": "dollars", "u.s.$": "dollars", "c$": "Canadian dollars",
    "a$": "Australian dollars", "€": "euros", "eur": "euros", "£": "pounds", "gbp": "pounds", "¥": "yen",
    "₹": "rupees", "₩": "won", "₪": "shekels", "nz$": "New Zealand dollars", "hk$": "Hong Kong dollars", "r$": "reais",
    "jpy": "yen", "chf": "Swiss francs", "sek": "Swedish kronor", "nok": "Norwegian kroner", "dkk": "Danish kroner",
    "cad": "Canadian dollars", "aud": "Australian dollars", "nzd": "New Zealand dollars", "inr": "rupees", "cny": "yuan",
    "rmb": "yuan", "krw": "won", "brl": "reais", "mxn": "pesos", "zar": "rand", "uah": "hryvnias", "pln": "zlotys",
}  # fmt: skip
_CODES = "|".join(code.upper() for code in _CURRENCY if code.isalpha())
_CUE = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty"
    r"|fifty|sixty|seventy|"
    r"eighty|ninety|one|hundreds?|thousands?|[mbtr]+illions?|dozens?|half|thirds?|quarters?)\b",
    re.I,
)
_SPELLED = WORDS.replace(" ", r"\s{1,12}")  # blanks do not count in a verbose pattern
_TERM = re.compile(
    rf"""
    (?P<cur>(?:US|U\.S\.\s?|C|A|NZ|HK|R)?\$|(?-i:\b(?:{_CODES}))\s|[€£¥₹₩₪])?\s?
    (?:
        (?P<num>(?<![\w.,'’\u2060\u200b\u200d\ufeff])(?<![A-Za-z_][-/:])(?<!\d[/:])(?<!\#){DIGITS}|(?<![\w-])(?:half\s(?:a|an)|an?\shalf|{_SPELLED}|an?)(?![\w])(?!-?(?:first|second|third|[a-z]+th)\b))
        (?P<more>\sand\sa\shalf(?=\s(?:hundred|thousand|million|billion|trillion)))?
        (?: (?:\s{{0,12}}|-)
            (?P<scale>hundred\s(?:thousand|million|billion)|dozen|hundred|thousand|million|billion|trillion)
            (?![a-z])(?P<half>\sand\sa\shalf)?
          | (?P<suffix>(?:[kKmMbBT]|[mMbBt][nN])(?![\w])) )?
        (?P<tail>(?:\s{{1,12}}(?:thousand|million|billion|trillion)\b)?)
    )
    (?P<pct>\s{{0,12}}(?:%|per\s?cent\b|percent(?:age)?\b(?:[ -]points?\b)?|pct\b\.?)
        |-percent(?:age[ -]point)?\b)?
    """,
    re.X | re.I,
)
_VAGUE = re.compile(
    r"(?<![\w-])(?:(?P<cur>\$)?(?P<lead>tens|dozens|hundreds|thousands)\s+(?:and\s+(?:tens|dozens"
    r"|hundreds|thousands)\s+)?of\s+(?P<scale>hundreds|thousands|millions|billions|trillions)"
    r"|(?P<few>several|a\s+few|many)\s+(?P<few_scale>dozen|hundred|thousand|million|billion)"
    r"|(?P<single>dozens|hundreds|thousands|millions|billions|trillions))(?![\w-])",
    re.I,
)
_DENOMINATORS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_FRACTION = re.compile(
    r"(?<![\w-])(?<!first )(?<!second )(?<!other )"
    r"(?:(?P<n>one|two|three|four|five|six|seven|eight|nine|an?)[ -](?P<d>third|quarter"
    r"|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?"
    r"|(?P<half>(?:one[ -])?half))(?=\s+(?:of|the|all|our|their|its|in|since|from|between|during|over|within|compared)\b|\s*[,.;)]|\s*$)(?!\s+the\s+time\b)(?!\s+of\s+"
    r"(?:(?:an?|the|this|that|last|next)\s+)?(?:\d{4}|century|decade|last|fiscal|year|month|week|day))",
    re.I,
)
_OF_A_POINT = re.compile(
    r"(?<![\w-])(?:(?P<n>one|two|three|an?)[ -](?P<d>third|quarter|half|tenth)s?|(?P<half>half))"
    r"(?:[ -]of)?(?:[ -](?:an?|one))?[ -](?P<unit>percent(?:age[ -]point)?)\b",
    re.I,
)
"""A part of one percent ("a quarter of a percentage point")."""
_RATIO = re.compile(
    rf"(?<![\w$.,-])(?P<n>\d{{1,3}}(?:\.\d)?|{WORDS})\s+(?:in(?:\s+every)?|out\s+of(?:\s+every)?"
    rf"|of\s+every)\s+"
    rf"(?P<m>\d{{1,3}}(?:,\d{{3}})*|{WORDS})(?![\w%-])(?!\s+(?:million|billion|thousand|years?|months?"
    rf"|days?|weeks?))(?!\.\d)",
    re.I,
)
_ROUND = frozenset(Decimal(10) ** n for n in range(2, 7)) | {Decimal(20)}
_TIMES = re.compile(r"\s(?:times)\b|-?fold\b", re.I)
_RANGE = re.compile(r"^\s{0,2}[-–—]\s{0,2}$|^\s+to\s+$|^-to-$", re.I)
_AND = re.compile(r"^\s+(?:and|to)\s+$", re.I)
_BETWEEN = re.compile(r"\bbetween\s+(?:an estimated\s+|about\s+|roughly\s+)?$", re.I)
_FROM = re.compile(r"\bfrom\s+(?:about\s+|nearly\s+|just\s+|roughly\s+|over\s+|more than\s+)?$", re.I)
_RANGING = re.compile(r"\b(?:rang(?:e|es|ed|ing)|vary|varies|anywhere|anything)\s+from\s+\w*\s*$", re.I)
_PER = re.compile(r"\bper\s+$", re.I)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_YEAR_BEFORE = re.compile(
    r"\b(?:more than|at least|nearly|almost|approximately|up to|fewer than|less than|an estimated)\s+$", re.I
)


_FEW = 13
_SUBJECT_TO = re.compile(r"under\b", re.I)


def find_numbers(text: str, apart: Iterable[tuple[int, int]] = ()) -> tuple[Number, ...]:
    """The quantities of a text, in its order, none overlapping another or one of the spans `apart` (dates).

    Years, citations, numbered things, ages, times of day and plain "one" and "two" are left out.
    """
    if not _CUE.search(text):
        return ()
    taken = Taken([*apart, *designations(text)])
    found = [n for n in _shares(text) if taken.take(n.core, n.end)]
    ranges = _ranges(text, [t for t in _terms(text) if taken.free(t.core, t.end)])
    found += [n for n in ranges if not _trivial(n) and taken.take(n.core, n.end)]
    found += [n for n in _vague(text) if taken.take(n.core, n.end)]
    return tuple(sorted((_bounded(n, text) for n in found), key=lambda n: n.start))


def _trivial(number: Number) -> bool:
    return number.measure == "count" and number.upper is None and number.value in {Decimal(1), Decimal(2)}


def _terms(text: str) -> Iterator[Number]:
    for m in _TERM.finditer(text):
        value = _value(m)
        if value is not None and _stands(m, text):
            start = m.start("cur") if m["cur"] else m.start("num")
            spelled = not m["num"][0].isdigit()
            yield Number(start, start, m.end(), value, spelled=spelled, **_measured(m, text))  # type: ignore[arg-type]


def _value(m: re.Match[str]) -> Decimal | None:
    """What a term is worth; nothing where "a" or "half" has no scale behind it, or the letters there are none."""
    word, scale = m["num"].lower(), (m["scale"] or "").lower()
    article = word in {"a", "an"}
    halved = word.startswith(("half", "a half", "an half"))
    if (article or halved) and not scale:
        return None
    value = Decimal(1) if article else Decimal("0.5") if halved else worth(word)
    if m["more"]:
        value += Decimal("0.5")
    for part in scale.split():
        value *= SCALES[part]
    if m["half"]:
        value += SCALES[scale.split()[-1]] / 2
    if m["tail"].strip():
        value *= SCALES[m["tail"].strip().lower()]
    if not m["suffix"]:
        return value
    return value * SCALES[m["suffix"].lower()] if m["cur"] or m["suffix"] in {"k", "K", "M"} else None


def _stands(m: re.Match[str], text: str) -> bool:
    """Whether a term can be a quantity where it stands: digits in no code and no year, words in no name."""
    at = m.start("num")
    if not m["num"][0].isdigit():
        return not m["num"][0].isupper() or _opens(text, at)
    bare = not (m["scale"] or m["suffix"] or m["pct"])
    if not _whole(text, m.end(), plain=bare):
        return False
    if text[at - 1 : at] == "-" and not m["cur"] and not _hyphenated(text, at):
        return False
    if _PER.search(text, max(0, m.start() - 5), at):
        return False
    year = bare and not m["cur"] and _YEAR.match(m["num"])
    return not year or bool(_YEAR_BEFORE.search(text, max(0, m.start() - 16), at))


def _hyphenated(text: str, at: int) -> bool:
    """Whether the hyphen before a number joins it to another one, as a range does."""
    return text[at - 2 : at - 1].isdigit() or text[at - 2 : at - 1] in "%MBKmbk"


def _opens(text: str, at: int) -> bool:
    """Whether a capital stands where any word has one: at the beginning of a sentence, or in a title."""
    before = text[:at].rstrip()
    return not before or before[-1] in ".:;!?\"'(–—-" or before.split()[-1][:1].isupper()


def _measured(m: re.Match[str], text: str) -> dict[str, str]:
    if m["pct"]:
        return {
            "measure": "percent",
            "unit": "percentage points" if "point" in m["pct"].lower() else "percent",
        }
    if m["cur"]:
        return {"measure": "money", "unit": _CURRENCY[m["cur"].strip().lower().replace(" ", "")]}
    if _TIMES.match(text, m.end()):
        return {"measure": "multiple", "unit": "times"}
    return {}


def _whole(text: str, end: int, *, plain: bool) -> bool:
    """Whether digits end where a number can: not in a code ("5G", "106th", "10:30", "2-0042")."""
    after = text[end : end + 3]
    if not after:
        return True
    if after[0].isalnum() or after[0] in "_@":
        return False
    if after[0] in ".,:/" and after[1:2].isdigit():
        return False
    return not (plain and after[0] == "(" and after[1:2].isalnum() and after[2:3] == ")")


def _ranges(text: str, terms: list[Number]) -> Iterator[Number]:
    """The terms, two made one range where the text says so; "from 4 to 6" is two numbers, a change."""
    i = 0
    while i < len(terms):
        first = terms[i]
        second = terms[i + 1] if i + 1 < len(terms) else None
        if second is not None:
            link = text[first.end : second.core]
            before = text[max(0, first.core - 40) : first.core]
            joined = bool(_RANGE.match(link)) or bool(_AND.match(link) and _BETWEEN.search(before))
            if joined:
                shared = _shared(first, second)
                if _FROM.search(before) and not _RANGING.search(before):
                    yield shared
                    first = second
                    i += 2
                    yield second
                    continue
                if (
                    first.measure == second.measure == "count"
                    and first.value >= second.value
                    and not _FROM.search(before)
                ):
                    i += 2  # a score, a vote, a code
                    continue
                alike = shared.measure == second.measure or (
                    shared.measure == "money" and shared.value != first.value
                )
                if shared.value < second.value and alike:
                    yield replace(shared, end=second.end, upper=second.value)
                    i += 2
                    continue
        yield first
        i += 1


def _shared(first: Number, second: Number) -> Number:
    """The first end of a range with the scale, currency or percent that only the second end spells out."""
    value = first.value
    if second.value >= 1000 and value < 1000 and first.measure != "percent":
        for scale in (SCALES["trillion"], SCALES["billion"], SCALES["million"], SCALES["thousand"]):
            if second.value >= scale and second.value % (scale / 100) == 0 and value * scale < second.value:
                value *= scale
                break
    if first.measure == "money" and second.measure == "count" and second.value >= 1000 > first.value:
        return replace(first, value=value)
    if first.measure == "count" and second.measure != "count":
        return replace(first, value=value, measure=second.measure, unit=second.unit)
    return replace(first, value=value)


def _shares(text: str) -> Iterator[Number]:
    """Fractions and ratios, in percent."""
    for m in _OF_A_POINT.finditer(text):
        top = 1 if m["half"] or m["n"].lower() in {"a", "an"} else int(worth(m["n"]))
        bottom = 2 if m["half"] else _DENOMINATORS[m["d"].lower()]
        unit = "percentage points" if "point" in m["unit"].lower() else "percent"
        yield replace(_share(m, Decimal(top), Decimal(bottom)), value=Decimal(top) / bottom, unit=unit)
    for m in _FRACTION.finditer(text):
        top = 1 if m["half"] or m["n"].lower() in {"a", "an"} else int(worth(m["n"]))
        bottom = 2 if m["half"] else _DENOMINATORS[m["d"].lower()]
        if top < bottom:
            yield _share(m, Decimal(top), Decimal(bottom))
    for m in _RATIO.finditer(text):
        part, whole = worth(m["n"]), worth(m["m"])
        # "18 out of 20 banks" are two counts.
        rate = whole <= 10 or (whole in _ROUND and (whole > 20 or part == 1))
        if part < whole and rate:
            yield _share(m, part, whole)


def _share(m: re.Match[str], top: Decimal, bottom: Decimal) -> Number:
    value = round(top / bottom * 100, 1)
    return Number(
        m.start(), m.start(), m.end(), value, measure="percent", unit="percent", vague=True, spelled=True
    )


def _vague(text: str) -> Iterator[Number]:
    """Tens of thousands, several hundred, millions: at least that many."""
    for m in _VAGUE.finditer(text):
        if m["single"]:
            value = _plural(m["single"]) * (2 if m["single"].lower() == "dozens" else 1)
        elif m["few"]:
            value = SCALES[m["few_scale"].lower()]
        else:
            value = (Decimal(10) if m["lead"].lower() == "tens" else _plural(m["lead"])) * _plural(m["scale"])
        yield Number(m.start(), m.start(), m.end(), value, bound="min", vague=True, spelled=True)


def _plural(word: str) -> Decimal:
    return SCALES[word.lower().removesuffix("s")]


def _bounded(number: Number, text: str) -> Number:
    before, start = bound_before(text, number.core)
    after, end = bound_after(text, number.end)
    if before == "max" and number.spelled and number.value < _FEW and _SUBJECT_TO.match(text, start):
        before, start = None, number.core  # "under three laws" counts the laws
    bound: Bound = before or after or number.bound
    upper = None if number.upper is None else _plain(number.upper)
    return replace(number, start=start, end=end, bound=bound, value=_plain(number.value), upper=upper)


def _plain(value: Decimal) -> Decimal:
    """The same value without trailing zeros or an exponent."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()

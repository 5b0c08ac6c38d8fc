"""The forms of citation: a pattern each, and how its match becomes canonical identifiers.

They follow the Federal Register's Document Drafting Handbook, The Bluebook (laws, cases, bills) and the
series of presidential directives, with the variants that press releases use.
"""

import re
from collections.abc import Callable, Iterator
from typing import Literal

__all__ = ["FORMS", "Form"]

Form = Literal[
    "order", "proclamation", "determination", "directive", "law", "code", "regulation", "register",
    "statutes", "bill", "case", "report", "resolution", "convention",
]  # fmt: skip
"""What is cited: `code` is a section of the United States Code, `statutes` a page of Statutes at Large."""

Found = Iterator[tuple[int, int, str]]
Read = Callable[[re.Match[str]], Found]

_NAMED = {
    "no": r"(?:Nos?\.?_|Numbers? |#_)?",
    "alias": r"(?:\([A-Z][A-Za-z.]{1,9}\)_)?",
    "joint": "(?:, (?:and |or )?| (?:and|or|&) )",
    "paragraphs": r"(?:\([a-zA-Z0-9]{1,5}\)| \((?![A-Z]{3})[a-zA-Z0-9]{1,5}\)){0,6}",
    "section": r"\d{1,6}[a-z]{0,3}(?:-\d{1,4}[a-z]{0,2})?{paragraphs}",
    "sections": r"{section}(?:_(?:[–—]|\bthrough\b|\bto\b)_{section})?(?: note\b| et seq\b\.?)?",
    "ends": r"(?![\w-]| [A-Z(%]| (?!(?:and|or|as|to|is|in|on|by|for|with|shall)\b)[a-z])",
    "mark": r"(?:§{1,2}|[Pp]arts?|[Ss]ec(?:tions?|s?\.))?",
    "usc": r"(?:U\.?_S\.?_C(?:ode|\.A\.)?(?:\b\.?)|United States Code)",
    "code": r"(?:United States Code|U\._S\._C(?:ode\b|\.))",
    "part": "(?:[Ss]ubtitle|[Ss]ubchapter|[Cc]hapter|[Pp]art) [A-Z0-9]{1,5}",
    "number": r"\d{4,5}(?:-[A-Z])?(?![-–]?\d)",
    "serial": r"_(?:[-–—]|{no})_(\d{1,3})\b",
    "of": r"(?:\b[Dd]iv(?:ision|\.) ([A-Z]{1,3}),? of )?",
    "in": r"(?:,? [Dd]iv(?:ision|\.) ([A-Z]{1,3})\b)?",
    "un": r"(\d{2,4}(?:{joint}\d{2,4}\b){0,20})",
    "chamber": r"(H\._R\.|S\.|[HS]\._(?:(?:J\.|Con\.)_)?Res\.)",
    "court": r"(U\._S\.|F\.[23]d|F\.4th|S\._Ct\.|F\._Supp\.(?:_[23]d)?)",
}
"""Parts of patterns, by the name that stands for them in braces."""

_BILLS = {
    "hr": "H.R.", "s": "S.", "hres": "H.Res.", "sres": "S.Res.", "hjres": "H.J.Res.", "sjres": "S.J.Res.",
    "hconres": "H.Con.Res.", "sconres": "S.Con.Res.",
}  # fmt: skip


def _pattern(written: str) -> re.Pattern[str]:
    """A pattern in which a space stands for one to four spaces, `_` for up to four, `{name}` for a part."""
    while (filled := re.sub(r"\{([a-z]+)\}", lambda m: _NAMED[m[1]], written)) != written:
        written = filled
    return re.compile(re.sub("[ _]", lambda m: "[ ]{1,4}" if m[0] == " " else "[ ]{0,4}", written))


def _fold(text: str | None) -> str:
    """A number as identifiers hold it: one kind of hyphen, single spaces, none before a parenthesis."""
    plain = re.sub(r"[ ]+", " ", re.sub(r"[–—]", "-", text or "")).strip(" ,;")
    return re.sub(r" ?- ?", "-", plain.replace(" (", "("))


def _section(text: str) -> str:
    """A section or range of sections as identifiers hold it, without "et seq."."""
    return re.sub(r" et seq\.?$", "", re.sub(r" ?\b(?:through|to)\b ?", "-", _fold(text)))


def _one(template: str) -> Read:
    def read(match: re.Match[str]) -> Found:
        yield match.start(), match.end(), template.format(*map(_fold, match.groups())).replace(",", "")

    return read


def _series(template: str, part: str) -> Read:
    """A list of numbers in the last group ("Orders 13773 and 13903"); each gets what precedes it."""
    number, joint = _pattern(part), _pattern("{joint}")

    def read(match: re.Match[str]) -> Found:
        *given, _ = match.groups()
        start, (at, end) = match.start(), match.span(match.lastindex or 0)
        while found := number.match(match.string, at, end):
            yield start, found.end(), template.format(*map(_fold, given), _section(found[0]))
            after = joint.match(match.string, found.end(), end)
            if after is None:
                return
            start = at = after.end()

    return read


def _of_title() -> Read:
    """Read "sections 301 and 302 of title 3, United States Code" or "chapter 35 of title 44, …"."""
    section = _pattern("{sections}")

    def read(match: re.Match[str]) -> Found:
        title, listed = match["title"], match["listed"]
        if listed is None:
            part = _fold(match["part"])
            yield match.start(), match.end(), f"{title} U.S.C. {part[:1].lower()}{part[1:]}".strip()
            return
        spans = [m.span() for m in section.finditer(match.string, *match.span("listed"))]
        starts = [match.start(), *(start for start, _ in spans[1:])]
        ends = [*(end for _, end in spans[:-1]), match.end()]
        for (a, b), start, end in zip(spans, starts, ends, strict=True):
            yield start, end, f"{title} U.S.C. {_section(match.string[a:b])}"

    return read


def _law(match: re.Match[str]) -> Found:
    division = match[1] or match[3]
    yield (
        match.start(),
        match.end(),
        f"Pub. L. {_fold(match[2])}" + (f", div. {division}" if division else ""),
    )


def _bill(match: re.Match[str]) -> Found:
    chamber = _BILLS.get(re.sub(r"[^a-z]", "", match[1].lower()))
    if chamber:
        yield match.start(), match.end(), f"{chamber} {match[2]}"


def _of_regulations(match: re.Match[str]) -> Found:
    yield match.start(), match.end(), f"{match['title']} C.F.R. {match['part']}"


def _resolved(match: re.Match[str]) -> Found:
    """Of "Senate Joint Resolution 7": "S.J.Res. 7"."""
    chamber, sort, number = match.groups()
    series = {"J": "J.", "C": "Con."}.get((sort or "")[:1].upper(), "")
    yield match.start(), match.end(), f"{chamber[0]}.{series}Res. {number}"


_ORDER = _series("EO {}", "{number}")
_UN = _series("UN Security Council Resolution {}", r"\d{2,4}")


def _resolutions(match: re.Match[str]) -> Found:
    """Of "the Security Council adopted Resolution 99" the words from "Resolution" on."""
    first = match.string.rindex("esolution", match.start(), match.start(1)) - 1
    for start, end, identifier in _UN(match):
        yield max(start, first), end, identifier


_LISTED = r"({number}(?:{joint}{number}\b){0,20})"
_CODE = (
    r"\b(?:[Ss]ections? (?P<listed>{sections}(?:{joint}{sections}){0,20})|(?P<part>{part}(?: of {part}){0,3}))?"
    r"(?: of )?\b[Tt]itle (?P<title>\d{1,2}),? (?:of the )?{code}"
)

_WRITTEN: tuple[tuple[Form, str, str, Read], ...] = (
    ("order", "xecutive", rf"\b[Ee]xecutive [Oo]rders? {{alias}}{{no}}{_LISTED}", _ORDER),
    ("order", "E", rf"\b(?:EO|E\._O\.)s?[-–]?_{{no}}{_LISTED}", _ORDER),
    ("proclamation", "roclamation", rf"\b(?:Presidential )?Proclamations? {{no}}{_LISTED}",
     _series("Proclamation {}", "{number}")),
    ("determination", "etermination", r"\bPresidential Determination {alias}{no}(\d{2,4}[-–—]\d{1,3})\b",
     _one("Presidential Determination No. {}")),
    ("directive", "SPM", r"\bNSPM{serial}", _one("NSPM-{}")),
    ("directive", "NSM", r"\bNSM{serial}", _one("NSM-{}")),
    ("directive", "NSSM", r"\bNSSM{serial}", _one("NSSM-{}")),
    ("directive", "PD", r"\b(PPD|PDD|HSPD|NSPD|SPD){serial}", _one("{}-{}")),
    ("directive", "NSDD", r"\bNSDD{serial}", _one("NSDD-{}")),
    ("directive", "National", r"\bNational Security Presidential Memorandum_{alias}{serial}", _one("NSPM-{}")),
    ("directive", "National", r"\bNational Security Memorandum_{alias}{serial}", _one("NSM-{}")),
    ("directive", "Policy", r"\bPresidential Policy Directive_{alias}{serial}", _one("PPD-{}")),
    ("directive", "Space", r"\bSpace Policy Directive_{alias}{serial}", _one("SPD-{}")),
    ("directive", "Circular", r"\b(?:OMB|Office of Management and Budget) Circular {no}(A[-–—]\d{1,3})\b", _one("OMB Circular {}")),
    ("directive", "Homeland", r"\bHomeland Security Presidential Directive_{alias}{serial}", _one("HSPD-{}")),
    ("directive", "M", r"\b(?:OMB )?(?:[Mm]emo(?:rand(?:um|a))? ){no}\(?(M[-–—]\d{2}[-–—]\d{2})\b\)?", _one("OMB {}")),
    ("directive", "OMB", r"\bOMB (M[-–—]\d{2}[-–—]\d{2})\b", _one("OMB {}")),
    ("law", "Law", r"{of}\bPublic Law {no}(\d{2,3}[-–—]\d{1,4})\b{in}", _law),
    ("law", "Laws", r"\bPublic Laws {no}(\d{2,3}[-–—]\d{1,4}(?:{joint}\d{2,3}[-–—]\d{1,4}\b){1,20})",
     _series("Pub. L. {}", r"\d{2,3}[-–—]\d{1,4}")),
    ("law", "L.", r"{of}\b(?:Pub\._L\.|P\._L\.)_{no}(\d{2,3}[-–—]\d{1,4})\b{in}", _law),
    ("law", "PL", r"\bPL (\d{2,3}[-–—]\d{1,4})\b", _one("Pub. L. {}")),
    ("code", "U", r"\b(\d{1,2})_{usc}_{mark}_({sections}(?:{joint}{sections}{ends}){0,20})", _series("{} U.S.C. {}", "{sections}")),
    ("code", "itle", _CODE, _of_title()),
    ("code", "itle", r"\b[Tt]itle (\d{1,2}),? (?:of the )?{code},? (?:[Ss]ections?|§{1,2})_({sections}(?:{joint}{sections}{ends}){0,20})",
     _series("{} U.S.C. {}", "{sections}")),
    ("regulation", "C", r"\b(\d{1,2})_C\.?_F\.?_R\b\.?_{mark}_(\d{1,4}(?:\.\d{1,5})?{paragraphs})",
     _one("{} C.F.R. {}")),
    ("regulation", "Code of", r"\b[Pp]arts? (?P<part>\d{1,4}) of [Tt]itle (?P<title>\d{1,2}),? (?:of the )?Code of Federal Regulations\b",
     _of_regulations),
    ("regulation", "Code of", r"\b[Tt]itle (?P<title>\d{1,2}),? (?:of the )?Code of Federal Regulations,? [Pp]arts? (?P<part>\d{1,4})\b",
     _of_regulations),
    ("register", "F", r"\b(\d{1,3}) (?:Fed\._Reg\.|FR|F\.R\.) (\d{1,3},\d{3}|\d{1,6})\b", _one("{} Fed. Reg. {}")),
    ("statutes", "Stat", r"\b(\d{1,3}) Stat\. (\d{1,4}(?:[-–—]\d{1,4})?)\b", _one("{} Stat. {}")),
    ("case", ". ", r"\b(\d{1,3}) {court} (\d{1,4})\b", _one("{} {} {}")),
    ("report", "GAO", r"\bGAO_[-–—]_(\d{2}[-–—]\d{1,6}[A-Z]{0,4})\b", _one("GAO-{}")),
    ("report", "FIN", r"\b(FIN[-–—]\d{4}[-–—][A-Z]{1,5}\d{1,4})\b", _one("{}")),
    ("resolution", "esolution", r"\b(?:U\.?N\.?|United Nations) Security Council [Rr]esolutions? {alias}{no}{un}", _UN),
    ("resolution", "Security Council",
     r"\bSecurity Council\b[^.;\d]{1,80}?\b[Rr]esolutions? {no}{un}", _resolutions),
    ("resolution", "UNSCR", r"\bUNSCRs? {no}{un}", _UN),
    ("convention", "ILO", r"\bILO (?:[A-Z]\w+ ){0,6}Conventions?,? (?:\d{4}_)?\(?{no}(\d{1,3})\b\)?",
     _one("ILO Convention No. {}")),
    ("bill", ".", r"(?<![\w.])(?<!\b[A-Z]\.\x20){chamber}_{no}(\d{1,5})\b(?!\.\d)", _bill),
    ("bill", "esolution", r"\b(House|Senate) (?:([Jj]oint|[Cc]oncurrent) )?[Rr]esolution {no}(\d{1,4})\b(?!\.\d)", _resolved),
    ("bill", "HR", r"\bHR_(\d{1,5})\b", _one("H.R. {}")),
)  # fmt: skip

FORMS: tuple[tuple[Form, str, re.Pattern[str], Read], ...] = tuple(
    (form, trigger, _pattern(written), read) for form, trigger, written, read in _WRITTEN
)
"""Form, a string without which nothing matches, the pattern, and what reads start, end, identifier off a match."""

"""Digits that count nothing: telephone numbers, times of day, citations, numbered things, ages, names."""

import re
from collections.abc import Iterator

from gestae.loaders.calendar_words import MONTH_NAME

__all__ = ["designations"]

_LABELS = (
    "section", "sections", "sec", "secs", "subsection", "paragraph", "paragraphs", "title", "titles",
    "chapter", "article", "articles", "tier", "tiers", "phase", "phases", "annex", "appendix", "page", "pages", "figure",
    "fig", "footnote", "schedule", "nos",
)  # fmt: skip
_CAPITAL_LABELS = (
    "Track", "Part", "Parts", "Subpart", "Clause", "Item", "Level", "Stage", "Category", "Class", "Type", "Group",
    "Region", "Zone", "District", "Ward", "Block", "Unit", "Room", "Suite", "Floor", "Building", "Box",
    "Route", "Highway", "Interstate", "Exit", "Gate", "Flight", "Mission", "Version", "Edition", "Volume",
    "Vol", "Issue", "Table", "Chart", "Note", "Step", "Option", "Model", "Series", "Form", "No", "Number",
    "Order", "Orders", "Proclamation", "Directive", "Determination", "Memorandum", "Resolution", "Bill",
    "Amendment", "Act", "Rule", "Regulation", "Docket", "Case", "Circular", "Notice", "Law",
    "Publication", "Pub", "Stat", "Bowl", "Goal", "Objective", "Psalm", "Line", "Grade", "EO", "FY",
)  # fmt: skip
_SMALL = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty)"
_PATTERN = re.compile(
    rf"""
    # addresses of the web, telephones, times of day, days, temperatures, postal addresses
      (?:https?://|www\.)\S+ | \S{{1,64}}@\S{{1,250}}\.\w+
    | (?<![\w.])(?:\+?\d{{1,2}}[\s.-])?(?:\(\d{{3}}\)\s?|\d{{3}}[.-])\d{{3}}[.-]\d{{4}}(?!\d)
    | \b1-\d{{3}}-[A-Z0-9-]{{4,}}
    | \b(?:call|dial|text)(?:ed|ing|s)?\s(?:[2-9]11|988)\b(?![,.]\d) | \b(?:911|988)\s(?=dispatch|call|operator|telecomm|center
        |service|system|line|lifeline|hotline|suicide)
    | \b\d{{1,2}}(?::\d\d){{1,2}}(?:\s?[ap]\.?m\b\.?)?
    | \b\d{{1,2}}\s?(?:-\s?\d{{1,2}}\s?)?[ap]\.?m\b\.? | \b\d{{3,4}}\ hours\b
    | (?-i:\b{MONTH_NAME})\s\d{{1,2}}\b(?!\s?%|[,.]\d{{3}}|\s(?:percent|million|billion))
        (?:(?:\s?[-–,&]\s?|\s(?:and|to|through)\s)\d{{1,2}}\b(?!\s?%|,\d|\s[a-z]))*
    | \b\d{{1,4}}/\d{{1,2}}/\d{{2,4}}\b | \b(?:24/7|9/11|50[/-]50)\b
    | \b\d+(?:\.\d+)?\s?°\s?[CF]?
    | (?-i:\b\d{{1,5}}\s(?:[NSEW]\.?\s)?(?:[A-Z]\w+\s){{1,3}}
        (?:Street|Avenue|Ave|St|Road|Rd|Boulevard|Blvd|Drive|Lane|Way|Highway)\b)
    | (?-i:\b[A-Z]{{2}}\s\d{{5}}(?:-\d{{4}})?\b)
    | (?-i:\b\d\d\s(?:Under|Over)\s\d\d\b)
    # citations of codes, registers, reports and bills; subsections, notes, versions, ordinals
    | \b\d+\s?(?:U\.?S\.?C\.?|C\.?F\.?R\.?)(?!\w)(?:\s?(?:app\.?|§+|parts?|sections?))*
        (?:\s?\d[\w.\-()]*(?:,?\s(?:and\s|or\s)?\d[\w.\-()]*)*)?
    | \b\d+\s?(?:Fed\.?\ Reg\.?|FR|Stat\.?|F\.\s?[23]d|U\.S\.|S\.\ ?Ct\.)\s?\d[\d,]*\b
    | [§\#¶]+\s?\d[\w.\-()]*(?:,?\s(?:and\s|or\s|through\s)?\d[\w.\-()]*)*
    | (?<![\w.])(?-i:H\.?\ ?R|S|[HS]\.?\ ?J\.?\ ?Res|H\.?\ ?Con\.?\ ?Res|[HS]\.?\ ?Res)\.\s?\d+
    | \b(?:P\.?\s?L\.?|Pub\.?\ ?L\.?|Public\ Laws?)\s?(?:No\.?\s?)?\d+(?:-\d+)?
    | \b\d+\([a-z0-9]+\)[\w()]*(?:\s(?:and|or)\s\d+\b(?!\s?%))?
    | (?<=\()\d{{1,2}}(?=\)) | \[\d+\]
    | \b(?:v|ver)\.?\s?\d+(?:\.\d+)* | \b\d+(?:\.\d+){{2,}} | \b\d+(?:st|nd|rd|th)\b
    # ages
    | \b(?:aged?|ages|at\ the\ age\ of|age\ of)\s(?:of\s|from\s|between\s)?\d{{1,3}}
        (?:\s?(?:-|–|to|and|through)\s?\d{{1,3}})?(?:\s(?:and|or)\s(?:older|over|younger|under|above))?
    | \b\d{{1,3}}(?:\s?(?:-|–|to)\s?\d{{1,3}})?(?:-|\s)?(?:-?\s?(?:and|or|to)\s\d{{1,2}}(?:-|\s)?)?
        (?:years?|months?)(?:-|\s)(?:of\ age|olds?)\b
    | \b\d{{1,2}}\s(?:and|or)\s(?:older|over|younger|under|above)\b
    | \b(?:kids|children|people|persons|adults|individuals|americans|those|anyone|youth|women|men|girls|boys
        |seniors|workers)
        \s(?:ages?\s)?(?:under|over|above|below)\s(?:the\ age\ of\s|age\s)?\d{{1,2}}\b(?!\s?%|\ [a-z]+s\b)
    | \b(?:age|aged|ages)\s{_SMALL}\b
    | \b(?:[a-z]+-(?:\ and\ |,\ |\ or\ ))?{_SMALL}-(?:year|month)s?-olds?\b
    """,
    re.X | re.I,
)
_LABELLED = re.compile(
    rf"(?<![\w-])(?:(?i:{'|'.join(_LABELS)})|{'|'.join(_CAPITAL_LABELS)}"
    rf"|{'|'.join(w.upper() for w in _CAPITAL_LABELS)})\.?\s{{0,2}}(?:(?:No|Nos"
    rf"|Number)\.?\s?)?(\d[\w.\-]*(?:\([a-z0-9]+\))*(?:(?:,|,?\sand|,?\sor|\sthrough"
    rf"|\s?[-–])\s?\d[\w.\-]*(?:\([a-z0-9]+\))*)*)"
)
_QUANTITY_AFTER = re.compile(
    r"\s?(?:%|percent|per cent|million|billion|trillion|thousand|hundred|dozen)", re.I
)


_CUE = re.compile(r"\d|age|old|www|http|@", re.I)
"""What every designation holds; most texts hold none of these, and looking for them is quick."""


def designations(text: str) -> Iterator[tuple[int, int]]:
    """Where a text has digits that are no quantity, as character offsets."""
    if not _CUE.search(text):
        return
    for m in _PATTERN.finditer(text):
        yield m.span()
    for m in _LABELLED.finditer(text):
        if not _QUANTITY_AFTER.match(text, m.end()):
            yield m.span()

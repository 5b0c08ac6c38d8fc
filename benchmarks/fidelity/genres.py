"""The genre of a document, told from its title, its name and its address, and last from the formula it uses.

No word here belongs to a field of policy: a genre is the form in which an office speaks. The first rule that
fits decides; what fits none is a page.
"""

import re

from gestae.ontology.facts import Document

__all__ = ["GENRES", "genre"]

_TITLES = (
    ("fact sheet", r"^(?:the )?(?:\w+ ){0,2}fact ?sheet\b"),
    ("readout", r"^readout\b"),
    ("remarks", r"^(?:remarks|address|speech|testimony|op-ed)\b"),
    ("proclamation", r"^(?:an? )?(?:presidential )?proclamation\b"),
    ("memorandum", r"^(?:an? )?(?:[\w ]+ )?(?:memorandum|memoranda|determination)\b"),
    ("order", r"^(?:an? )?(?:executive |administrative )?order\b"),
    (
        "notice",
        r"^(?:bills? signed|notice|letters?|press release: bills?)\b|\bto (?:the )?(?:congress|senate)\b",
    ),
    ("statement", r"^(?:joint )?(?:statement|communiqu[eé]|declaration|message)\b|^\w+ message\b"),
)
_ADDRESSES = (
    ("fact sheet", r"/fact-?sheets?/|/fact-?sheet"),
    ("remarks", r"/(?:speeches|remarks)\b"),
    ("release", r"/(?:press-)?releases?/|/news/press"),
    ("statement", r"/briefings-statements/"),
    ("article", r"/(?:articles|blog|featured-stories|stories)/"),
)
_FORMULAS = (
    ("proclamation", r"\bhereby proclaim\b"),
    ("order", r"\bhereby (?:ordered|order)\b"),
    ("memorandum", r"^\s*MEMORANDUM FOR\b"),
)
GENRES = (
    *dict.fromkeys(name for name, _ in (*_TITLES, *_ADDRESSES)),
    "page",
)
"""Every genre that `genre` can give."""


def genre(document: Document) -> str:
    """One of `GENRES`: by the title, by the file's name, by the formula of the text, by the address."""
    title = " ".join((document.title or "").lower().split())
    name = document.name.rpartition("/")[2].lower().replace("-", " ").replace("_", " ")
    name = re.sub(r"^[\d ]+", "", name)
    return (
        _first(_TITLES, title)
        or _first(_TITLES, name)
        or _first(_FORMULAS, document.text, re.MULTILINE)
        or _first(_ADDRESSES, (document.url or "").lower())
        or "page"
    )


def _first(rules: tuple[tuple[str, str], ...], text: str, flags: int = 0) -> str | None:
    return next((name for name, pattern in rules if re.search(pattern, text, flags)), None)

"""HTML as plain text: one block a paragraph, `- ` before list items, ` | ` between the cells of a row."""

import re
from html.parser import HTMLParser

__all__ = ["MARKER", "parsable", "to_text"]

MARKER = "data-marker"
"""Attribute of `li` that says what stands before the item, where that is neither `- ` nor its number."""

_BLOCKS = frozenset([
    "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html",
    "legend", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "ul",
])  # fmt: skip
_LEFT_OUT = frozenset([
    "aside", "button", "footer", "iframe", "nav", "noscript", "object", "script", "select", "style", "svg",
    "template", "textarea", "title",
])  # fmt: skip
_CODE = frozenset(["script", "style"])
_DEEPEST_INDENT = 10
_SECTION = re.compile(r"<!\[[^>]*>?")
_SPACES = re.compile(r"[ \t\r\f\v]+")
_ANY_SPACE = re.compile(r"[ \t\r\f\v\n]+")
_BREAK = "\u2028"
_BREAK_AND_LINE = re.compile(f"{_BREAK} ?\n")
_EMPTY_LINES = re.compile(r" ?\n ?(?:\n ?)+")
_LINE = re.compile(r" ?\n ?")


class _Writer(HTMLParser):
    def __init__(self, keep_lines: bool, left_out: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.keep_lines = keep_lines
        self.left_out = left_out
        self.inside: list[str] = []  # of what is left out
        self.out: list[str] = []
        self.buffer: list[str] = []
        self.lists: list[int | None] = []  # the next number of each list that is open; None has bullets
        self.marker = ""
        self.cells: int | None = None  # of the row that is open
        self.follows = ""  # the kind of the block before, "item" or "row"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.inside or tag in self.left_out:
            self.inside += [tag] if tag in self.left_out else []
        elif tag == "br":
            self.buffer.append(_BREAK)
        elif tag == "tr":
            self.flush()
            self.cells = 0
        elif self.cells is not None and tag != "table":
            self.in_row(tag)
        elif tag == "li":
            self.flush()
            self.open_item(dict(attrs))
        elif tag in _BLOCKS:
            self.flush()
            if tag in {"ul", "ol"}:
                self.open_list(tag, dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        if self.inside:
            if tag == self.inside[-1]:
                self.inside.pop()
        elif tag in {"tr", "table"}:
            self.flush()
            self.cells = None
            self.follows = "row" if tag == "tr" else ""
        elif self.cells is not None:
            self.buffer.append(" " if tag in _BLOCKS or tag == "li" else "")
        elif tag in _BLOCKS or tag == "li":
            self.flush()
            self.marker = ""
            if tag in {"ul", "ol"} and self.lists:
                self.lists.pop()
                self.follows = "item" if self.lists else ""

    def handle_data(self, data: str) -> None:
        if not self.inside:
            self.buffer.append(data)

    def in_row(self, tag: str) -> None:
        if tag in {"td", "th"}:
            self.buffer.append(" | " if self.cells else "")
            self.cells = (self.cells or 0) + 1
        elif tag in _BLOCKS or tag == "li":
            self.buffer.append(" ")

    def open_list(self, tag: str, attrs: dict[str, str | None]) -> None:
        start = attrs.get("start") or "1"
        number = int(start) if start.isascii() and start.isdigit() and len(start) < 10 else 1
        self.lists.append(number if tag == "ol" else None)

    def open_item(self, attrs: dict[str, str | None]) -> None:
        number = self.lists[-1] if self.lists else None
        self.marker = attrs.get(MARKER) or ("-" if number is None else f"{number}.")
        if number is not None:
            self.lists[-1] = number + 1

    def flush(self) -> None:
        """Write what has been gathered as a block of its own."""
        text = (_SPACES if self.keep_lines else _ANY_SPACE).sub(" ", "".join(self.buffer))
        self.buffer.clear()
        text = _BREAK_AND_LINE.sub("\n", text).replace(_BREAK, "\n").strip()
        if not text.strip("| \n"):
            return
        indent = "  " * min(max(len(self.lists) - 1, 0), _DEEPEST_INDENT)
        marker = f"{self.marker} " if self.marker else "  " if self.lists else ""
        hanging = "\n" + indent + " " * len(marker)
        kind = "item" if self.marker else "row" if self.cells is not None else ""
        if self.out:
            self.out.append("\n" if kind and kind == self.follows else "\n\n")
        text = _EMPTY_LINES.sub("\n\n", text)
        self.out.append(indent + marker + "\n\n".join(_LINE.sub("\n", part) for part in text.split("\n\n")))
        self.out[-1] = self.out[-1].replace("\n", hanging).replace(hanging * 2, "\n" + hanging)
        self.marker, self.follows = "", "item" if self.lists else kind


def to_text(html: str, *, keep_lines: bool = False) -> str:
    """The words of a page or of a piece of one, in blocks parted by blank lines.

    Scripts, styles, navigation, asides, footers and form controls are left out. `keep_lines` keeps line
    breaks of the source inside a block; otherwise only `<br>` makes one.
    """
    html = parsable(html.replace(_BREAK, "\n"))
    writer = _written(html, keep_lines, _LEFT_OUT)
    if writer.inside:  # an element that is left out was never closed: do not lose all that follows
        writer = _written(html, keep_lines, _CODE)
    return "".join(writer.out)


def parsable(html: str) -> str:
    """HTML without comments and marked sections.

    `html.parser` stops at sections that it does not know, and at comments without an end takes time that
    grows with their number squared; of these, the marks go and the words stay.
    """
    parts = []
    at = 0
    while (start := html.find("<!--", at)) >= 0 and (end := html.find("-->", start + 4)) >= 0:
        parts.append(html[at:start])
        at = end + 3
    parts.append(html[at:].replace("<!--", ""))
    return _SECTION.sub("", "".join(parts))


def _written(html: str, keep_lines: bool, left_out: frozenset[str]) -> _Writer:
    writer = _Writer(keep_lines, left_out)
    writer.feed(html)
    writer.close()
    writer.flush()
    return writer

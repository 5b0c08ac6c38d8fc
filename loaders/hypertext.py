"""HTML as plain text: one block a paragraph, `- ` before list items, ` | ` between the cells of a row."""

import re
from collections.abc import Mapping
from typing import Any

__all__ = ["MARKER", "to_text", "tree"]

MARKER = "data-marker"
"""Attribute of `li` that says what stands before the item, where that is neither `- ` nor its number."""

_BLOCKS = frozenset([
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "html", "legend", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot",
    "thead", "ul",
])  # fmt: skip
_LEFT_OUT = frozenset([
    "aside", "button", "footer", "iframe", "nav", "noscript", "object", "script", "select", "style", "svg",
    "template", "textarea", "title",
])  # fmt: skip
_CODE = frozenset(["script", "style", "template", "title"])
_DEEPEST_INDENT = 10
_SPACES = re.compile(r"[ \t\r\f\v]+")
_ANY_SPACE = re.compile(r"[ \t\r\f\v\n]+")
_BREAK = "\u2028"
_BREAK_AND_LINE = re.compile(f"{_BREAK} ?\n")
_EMPTY_LINES = re.compile(r" ?\n ?(?:\n ?)+")
_LINE = re.compile(r" ?\n ?")


class _Writer:
    def __init__(self, keep_lines: bool) -> None:
        self.keep_lines = keep_lines
        self.out: list[str] = []
        self.buffer: list[str] = []
        self.lists: list[int | None] = []  # the next number of each list that is open; None has bullets
        self.marker = ""
        self.cells: int | None = None  # of the row that is open
        self.follows = ""  # the kind of the block before, "item" or "row"

    def start(self, tag: str, attrs: Mapping[str, str]) -> None:
        """An element begins."""
        if tag == "br":
            self.buffer.append(_BREAK)
        elif tag == "tr":
            self.flush()
            self.cells = 0
        elif self.cells is not None and tag != "table":
            self.in_row(tag)
        elif tag == "li":
            self.flush()
            self.open_item(attrs)
        elif tag in _BLOCKS:
            self.flush()
            if tag in {"ul", "ol"}:
                self.open_list(tag, attrs)

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag in {"tr", "table"}:
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

    def data(self, text: str | None) -> None:
        """Words."""
        if text:
            self.buffer.append(text)

    def in_row(self, tag: str) -> None:
        if tag in {"td", "th"}:
            self.buffer.append(" | " if self.cells else "")
            self.cells = (self.cells or 0) + 1
        elif tag in _BLOCKS or tag == "li":
            self.buffer.append(" ")

    def open_list(self, tag: str, attrs: Mapping[str, str]) -> None:
        start = attrs.get("start") or "1"
        number = int(start) if start.isascii() and start.isdigit() and len(start) < 10 else 1
        self.lists.append(number if tag == "ol" else None)

    def open_item(self, attrs: Mapping[str, str]) -> None:
        number = self.lists[-1] if self.lists else None
        self.marker = attrs.get(MARKER) or ("-" if number is None else f"{number}.")
        if number is not None:
            self.lists[-1] = number + 1

    def flush(self) -> None:
        """Write what has been gathered as a block of its own."""
        text = (_SPACES if self.keep_lines and self.cells is None else _ANY_SPACE).sub(
            " ", "".join(self.buffer)
        )
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


def tree(html: str) -> Any:
    """The root element of a page (an `lxml` element), however malformed, or `None` if it has none.

    :raises ValueError: elements are nested more than 2,000 deep, beyond which the parser drops the text.
    """
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        # As bytes, since lxml refuses text that declares an encoding.
        root = etree.fromstring(html.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise ValueError("its elements are nested too deeply")
    return root


def to_text(root: Any, *, keep_lines: bool = False, all_parts: bool = False) -> str:
    """The words of a page as `tree` gives it, in blocks parted by blank lines.

    Navigation, asides, footers and form controls are left out unless `all_parts`, scripts and styles
    always. `keep_lines` keeps line breaks of the source inside a block; otherwise only `<br>` makes one.
    """
    from lxml import etree

    left_out = _CODE if all_parts else _LEFT_OUT
    writer = _Writer(keep_lines)
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            if element.tag not in left_out:
                writer.end(element.tag)
            writer.data(element.tail)
        elif element.tag in left_out:
            walk.skip_subtree()
        else:
            writer.start(element.tag, element.attrib)
            writer.data(element.text)
    writer.flush()
    return "".join(writer.out)

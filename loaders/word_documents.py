"""Word files: paragraphs, list items with `- `, table rows with ` | `, in the order of the page."""

import datetime
import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from gestae.loaders.formats import Extracted, Source, container_limit, quiet
from gestae.loaders.metadata import line
from gestae.loaders.plain_text import clean
from gestae.ontology.errors import BrokenInput, TooLarge

if TYPE_CHECKING:
    from docx.document import Document as WordFile

__all__ = ["extract"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NUMBERING = f"{_W}pPr/{_W}numPr/{_W}numId"
_CHARACTERS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_LEFT_OUT = {
    *(f"{_W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "txbxContent")),
    _FALLBACK,
}
_TEMPLATE_DAY = datetime.date(2013, 12, 23)
"""The day on which the template of python-docx was made; files made with it keep the date."""


def extract(source: Source) -> Extracted:
    """The text of a Word file (.docx), its title and, as a hint at its date, the day on which it was made.

    Insertions that are tracked count as text, deletions do not; headers, footers, notes and comments are
    left out.

    :raises BrokenInput: damaged, encrypted, or no Word file.
    :raises TooLarge: it would unpack to more bytes than `container_limit` allows, whatever they are.
    """
    if source.data.startswith(b"\xd0\xcf\x11\xe0"):
        raise BrokenInput(source.path, "encrypted, or an old .doc: save it as .docx without a password")
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise BrokenInput(source.path, "damaged, or no Word file: open it and save it anew") from error
    if unpacked > container_limit(source.max_size):
        raise TooLarge(source.path, f"unpacks to {unpacked:,} bytes: save its text only, or raise --max-size")
    with quiet():
        import docx
        from docx.opc.exceptions import OpcError

        damage = (
            OpcError, SyntaxError, AttributeError, LookupError, RecursionError, RuntimeError,
            TypeError, ValueError, OSError, zipfile.BadZipFile, zlib.error, NotImplementedError,
        )  # fmt: skip
        try:
            document = docx.Document(io.BytesIO(source.data))
            text = _text(document)
            title, stamped = _properties(document)
        except damage as error:
            raise BrokenInput(source.path, "damaged, or no Word file: open it and save it anew") from error
    return Extracted(clean(text), said={"title": title} if title else {}, stamped=stamped)


def _text(document: "WordFile") -> str:
    styles = _Styles(document)
    out: list[str] = []
    previous = ""
    for kind, text in _blocks(document.element.body, styles):
        if text:
            out.append(("" if not out else "\n" if kind and kind == previous else "\n\n") + text)
            previous = kind
    return "".join(out)


def _blocks(parent: Any, styles: "_Styles") -> Iterator[tuple[str, str]]:
    """Kind ("item", "row" or "") and text of each block below an element, in order."""
    for element in parent:
        if element.tag == f"{_W}p":
            text = "".join(_words(element)).strip()
            yield ("item", f"- {text}") if text and styles.is_item(element) else ("", text)
            for box in _own(element, "txbxContent", "p"):
                if not any(above.tag == _FALLBACK for above in box.iterancestors()):
                    yield from _blocks(box, styles)
        elif element.tag == f"{_W}tr":
            cells = (
                " ".join(" ".join(text for _, text in _blocks(cell, styles)).split())
                for cell in _own(element, "tc", "tr")
            )
            row = " | ".join(cells)
            yield "row", row if row.strip("| ") else ""
        elif isinstance(element.tag, str) and element.tag not in _LEFT_OUT:
            # Tables, content controls, tracked insertions: what they hold stands in the text.
            yield from _blocks(element, styles)


def _own(element: Any, tag: str, owner: str) -> Iterator[Any]:
    """The elements of a tag below one, without those that belong to another such owner inside it."""
    for below in element.iter(f"{_W}{tag}"):
        if next(below.iterancestors(f"{_W}{owner}")) is element:
            yield below


def _words(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag in _CHARACTERS:
            yield _CHARACTERS[child.tag]
        elif child.tag == f"{_W}t":
            yield child.text or ""
        elif isinstance(child.tag, str) and child.tag not in _LEFT_OUT:
            yield from _words(child)


class _Styles:
    """Which paragraphs are list items, by their own numbering or by that of their style."""

    def __init__(self, document: "WordFile") -> None:
        self.lists: set[str] = set()
        self.headings: set[str] = set()
        for style in document.styles.element.iter(f"{_W}style"):
            key = style.get(f"{_W}styleId") or ""
            name = style.find(f"{_W}name")
            label = "" if name is None else (name.get(f"{_W}val") or "").lower()
            if label.startswith(("heading", "title", "subtitle")):
                self.headings.add(key)
            elif label.startswith(("list bullet", "list number")) or style.find(_NUMBERING) is not None:
                self.lists.add(key)

    def is_item(self, paragraph: Any) -> bool:
        """Whether a paragraph is a list item; headings may be numbered too, and are none."""
        element = paragraph.find(f"{_W}pPr/{_W}pStyle")
        style = "" if element is None else element.get(f"{_W}val") or ""
        if style in self.headings:
            return False
        number = paragraph.find(_NUMBERING)
        return style in self.lists if number is None else number.get(f"{_W}val") != "0"


def _properties(document: "WordFile") -> tuple[str | None, datetime.date | None]:
    properties = document.core_properties
    made = properties.created
    return line(properties.title), made.date() if made and made.date() != _TEMPLATE_DAY else None

"""PDF files: the text layer page by page, with words mended that a line break had cut."""

import datetime
import io
import zlib
from typing import TYPE_CHECKING

from gestae.loaders.formats import Extracted, Source, quiet
from gestae.loaders.hyphens import mend
from gestae.loaders.metadata import line
from gestae.loaders.pdf_lines import page_text
from gestae.loaders.plain_text import clean
from gestae.ontology.errors import BrokenInput, EmptyInput, TooLarge

if TYPE_CHECKING:
    from pypdf import PdfReader

__all__ = ["extract"]

_LIGATURES = str.maketrans({
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st",
    "\ufb06": "st", "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "▪",
})  # fmt: skip
_ALONE = frozenset("•●▪◦■")
_SENTENCE_ENDS = (".", "!", "?", ":", '."', ".”")


def extract(source: Source) -> Extracted:
    """The text of a PDF file, its title and, as a hint at its date, the day on which it was made.

    Ligatures are spelled out, bullets of symbol fonts become `•`, a bullet on a line of its own joins the
    next line. Running headers and page numbers stay: which lines they are cannot be told for certain.

    :raises BrokenInput: damaged, or encrypted with a password.
    :raises EmptyInput: pages without a text layer.
    :raises TooLarge: more text than `source.max_size` characters.
    """
    with quiet():
        import pypdf
        from pypdf.errors import DependencyError, PyPdfError

        # What pypdf raises on damaged files besides its own errors is whatever the damage leads to.
        damage = (
            PyPdfError, ArithmeticError, AssertionError, AttributeError, LookupError, NotImplementedError,
            OSError, RecursionError, TypeError, ValueError, zlib.error,
        )  # fmt: skip
        try:
            reader = pypdf.PdfReader(io.BytesIO(source.data))
            if reader.is_encrypted and not reader.decrypt(""):
                raise BrokenInput(source.path, "encrypted: save a copy of it without the password")
            pages = _pages(reader, source)
            title, stamped = _title(reader), _stamped(reader)
        except DependencyError as error:
            raise BrokenInput(source.path, "encrypted: save a copy of it without encryption") from error
        except damage as error:
            reason = " ".join(str(error).split())[:100] or type(error).__name__
            raise BrokenInput(
                source.path, f"damaged, or no PDF ({reason}): open it and save it anew"
            ) from error
    text = clean(mend(_joined(pages)))
    if pages and not text.strip():
        raise EmptyInput(source.path, "no text layer, only images: run OCR first, for example ocrmypdf")
    return Extracted(text, said={"title": title} if title else {}, stamped=stamped)


def _pages(reader: "PdfReader", source: Source) -> list[str]:
    pages: list[str] = []
    left = source.max_size
    for page in reader.pages:
        text = page_text(page).translate(_LIGATURES)
        pages.append(_tidy(text))
        left -= len(text)
        if left < 0:
            raise TooLarge(source.path, f"more than {source.max_size:,} characters of text: raise --max-size")
    return pages


def _tidy(page: str) -> str:
    lines: list[str] = []
    for text in (text.strip() for text in page.split("\n")):
        if text and lines and lines[-1] in _ALONE:
            lines[-1] += f" {text}"
        elif text or (lines and lines[-1]):
            lines.append(text)
    return "\n".join(lines).strip("\n")


def _joined(pages: list[str]) -> str:
    """A blank line between pages, except where a sentence runs on."""
    text = ""
    for page in filter(None, pages):
        runs_on = text and not text.endswith(_SENTENCE_ENDS) and page[0].islower()
        text += ("\n" if runs_on else "\n\n" if text else "") + page
    return text


def _title(reader: "PdfReader") -> str | None:
    title = reader.metadata.title if reader.metadata else None
    # Word and its like put the name of their own file here.
    return None if not title or title.lower().endswith((".doc", ".docx", ".indd", ".pdf")) else line(title)


def _stamped(reader: "PdfReader") -> datetime.date | None:
    try:
        created = reader.metadata.creation_date if reader.metadata else None
    except ValueError:
        return None
    return created.date() if created else None

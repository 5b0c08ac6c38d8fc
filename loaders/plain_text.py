"""Plain text: from bytes to the characters that are stored."""

import codecs
import re

from gestae.loaders.formats import Extracted, Source
from gestae.ontology.errors import BrokenInput

__all__ = ["clean", "decode", "extract"]

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an Office file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip archive"),
)
_NEWLINE = re.compile("\r\n?")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_MOST_CONTROLS = 0.1


def extract(source: Source) -> Extracted:
    """The text of a plain text file as it stands there, as far as `clean` leaves it; it has no metadata."""
    return Extracted(clean(decode(source.data, source.path)))


def decode(data: bytes, path: str) -> str:
    """The text of a file in UTF-8, or in UTF-16 or UTF-32 with a byte-order mark, which is left out.

    :raises BrokenInput: the bytes are of another encoding (never guessed at, since a wrong guess would be
        stored as what the document says), or no text at all.
    """
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise BrokenInput(path, f"this is {kind}, not text: give it the suffix of its kind or convert it")
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise BrokenInput(path, _not_decodable(data, encoding, error)) from error
    if encoding in {"utf-8", "utf-8-sig"} and "\0" in text:
        raise BrokenInput(path, _has_nul(data))
    if len(_CONTROL.findall(text)) - text.count("\r") - text.count("\f") > _MOST_CONTROLS * len(text):
        raise BrokenInput(path, "binary data with the name of a text: it is full of control characters")
    return text


def clean(text: str) -> str:
    """The text as it is stored and as offsets point into it.

    CR LF and CR become LF, as when Python opens a file as text; other control characters (Unicode
    category Cc) but the tab become a space each; half a surrogate pair becomes U+FFFD.
    """
    text = _CONTROL.sub(" ", _NEWLINE.sub("\n", text))
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def _not_decodable(data: bytes, encoding: str, error: UnicodeDecodeError) -> str:
    if encoding != "utf-8":
        return f"begins with the mark of {encoding.removesuffix('-sig').upper()} but is not: save it as UTF-8"
    if b"\0" in data:
        return _has_nul(data)
    where = f"byte 0x{data[error.start]:02X} at position {error.start:,}"
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return f"not UTF-8 ({where}): save it as UTF-8"
    return f"not UTF-8 ({where}), perhaps Windows-1252: save it as UTF-8, as `iconv -f CP1252 -t UTF-8` does"


def _has_nul(data: bytes) -> str:
    head = data[:1000]
    if min(head[::2].count(0), head[1::2].count(0)) == 0 and head.count(0) > len(head) // 4:
        return "looks like UTF-16 without a byte-order mark: save it as UTF-8"
    return "binary data with the name of a text: it has NUL bytes"

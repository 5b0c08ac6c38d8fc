"""HTML pages: the main text without what surrounds it, and what the page says of itself."""

import codecs
import re

from gestae.loaders.formats import Extracted, Source, quiet
from gestae.loaders.hypertext import to_text, tree
from gestae.loaders.page_metadata import page_metadata
from gestae.loaders.plain_text import clean, decode
from gestae.ontology.errors import BrokenInput

__all__ = ["extract"]

_DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,30})""", re.IGNORECASE)
_HEAD = 4096
_SAME = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
}
_MAIN_SHARE = 0.25


def extract(source: Source) -> Extracted:
    """The main text of a page, its lists with `- `, and the metadata of its head.

    Where no main text can be told from the rest, as on very short pages, it is the whole text without
    navigation, asides, footers, scripts and forms.
    """
    page = _decode(source.data, source.path)
    try:
        root = tree(page)
    except ValueError as error:
        raise BrokenInput(source.path, str(error)) from error
    if root is None:
        return Extracted("")
    whole = to_text(root) or to_text(root, all_parts=True)
    main = _main(page)
    text = main if len(main) > _MAIN_SHARE * len(whole) else whole
    return Extracted(clean(text), said=page_metadata(root))


def _main(page: str) -> str:
    with quiet():
        import trafilatura

        try:
            found = trafilatura.extract(page, output_format="html", include_comments=False, favor_recall=True)
        except (AttributeError, LookupError, RecursionError, TypeError, ValueError):
            # What a strange page leads to inside it; the whole text will do.
            return ""
    root = tree(found) if found else None
    return "" if root is None else to_text(root)


def _decode(data: bytes, path: str) -> str:
    """As UTF-8 or by its byte-order mark, else in the encoding that the page declares (WHATWG's reading)."""
    try:
        return decode(data, path)
    except BrokenInput as error:
        declared = _DECLARED.search(data, 0, _HEAD)
        name = declared[1].decode("ascii").lower() if declared else ""
        if not name or "utf" in name or b"\0" in data:
            raise
        try:
            return data.decode(codecs.lookup(_SAME.get(name, name)).name)
        except (LookupError, UnicodeDecodeError):
            raise BrokenInput(path, f"neither UTF-8 nor {name}, as it declares: save it as UTF-8") from error

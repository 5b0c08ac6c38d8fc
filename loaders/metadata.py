"""What is known of a document besides its text: title, date, publisher, URL, and who has the last word."""

import datetime
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TypedDict

from gestae.ontology.iris import web_address

__all__ = ["Metadata", "day", "line", "merge", "of_name", "sidecar", "validated", "web"]


class Metadata(TypedDict, total=False):
    """Some of these; a key that is there with `None` says that its value is unknown, and ends the search."""

    title: str | None
    date: datetime.date | None
    publisher: str | None
    url: str | None


_WEB = re.compile(r"https?://[^/?#]", re.IGNORECASE)
_LARGEST_SIDECAR = 1_000_000
_ISO_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:?\d{2}.*)?\s*")
_NAMED_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?!\d)")


def validated(raw: object) -> Metadata:
    """Title, date, publisher and URL of a mapping that a user wrote; other keys mean nothing here.

    A date is `YYYY-MM-DD`, or an ISO 8601 time, whose day counts as written; `source_url` is `url` by
    another name. A URL that is not absolute (http or https) says nothing; an empty text is unknown.

    :raises ValueError: no mapping, a value of another type, or a day that is none; it names the key.
    """
    if not isinstance(raw, Mapping):
        raise ValueError("the metadata must be keys with values, like `date: 2018-10-11`")
    metadata: Metadata = {}
    if "title" in raw:
        metadata["title"] = line(_text("title", raw["title"]))
    if "publisher" in raw:
        metadata["publisher"] = line(_text("publisher", raw["publisher"]))
    if "date" in raw:
        metadata["date"] = _date(raw["date"])
    key = "url" if "url" in raw else "source_url"
    if key in raw:
        given = _text(key, raw[key])
        url = web(given)
        if url or not given.strip():
            metadata["url"] = url
    return metadata


def sidecar(path: Path) -> Metadata:
    """The metadata in the `NAME.json` beside a file, if there is one.

    :raises ValueError: it cannot be read, is not JSON, or holds bad metadata; it names the file.
    """
    beside = path.with_suffix(".json")
    try:
        if not beside.is_file():
            return {}
        if beside.stat().st_size > _LARGEST_SIDECAR:
            raise ValueError("larger than 1 MB")
        return validated(json.loads(beside.read_bytes().decode("utf-8-sig")))
    except json.JSONDecodeError as error:
        raise ValueError(f"{beside.name} beside it is not JSON (line {error.lineno}: {error.msg})") from error
    except UnicodeDecodeError as error:
        raise ValueError(f"{beside.name} beside it is not UTF-8") from error
    except RecursionError as error:
        raise ValueError(f"{beside.name} beside it is nested too deeply") from error
    except OSError as error:
        raise ValueError(f"{beside.name} beside it cannot be read ({error.strerror})") from error
    except ValueError as error:
        raise ValueError(f"{beside.name} beside it: {error}") from error


def of_name(stem: str) -> Metadata:
    """The date that a file name begins with, if it does."""
    match = _NAMED_DAY.match(stem)
    date = day(match[1]) if match else None
    return {"date": date} if date else {}


def merge(*layers: Metadata) -> Metadata:
    """Each key as the first layer has it that has it at all."""
    merged: Metadata = {}
    for layer in reversed(layers):
        merged.update(layer)
    return merged


def line(text: str | None) -> str | None:
    """A text on one line, or `None` where nothing is left; half a surrogate pair becomes `?`."""
    return " ".join((text or "").encode("utf-8", "replace").decode().split()) or None


def day(text: str) -> datetime.date | None:
    """The day that an ISO 8601 date or time begins with, as written, or `None`."""
    match = _ISO_DAY.fullmatch(text.strip())
    try:
        return datetime.date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None


def web(url: str | None) -> str | None:
    """The URL, if it is an absolute one of the web."""
    url = line(url)
    return url if url and _WEB.match(url) and web_address(url) else None


def _text(key: str, value: object) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ValueError(f"{key} is not text but {_kind(value)}: put it in quotes")
    return value


def _date(value: object) -> datetime.date | None:
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date) or value is None:
        return value
    if isinstance(value, str) and not value.strip():
        return None
    found = day(value) if isinstance(value, str) else None
    if found is None:
        shown = repr(value) if isinstance(value, (str, int, float)) else _kind(value)
        raise ValueError(f"date is not a day like 2018-10-11 but {shown[:60]}")
    return found


def _kind(value: object) -> str:
    kinds = {bool: "a truth value", int: "a number", float: "a number", list: "a list", dict: "a mapping"}
    return kinds.get(
        type(value), "a date" if isinstance(value, datetime.date) else f"a {type(value).__name__}"
    )

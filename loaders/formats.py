"""What every format gives: the text of a file and what the file says of itself."""

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date

from gestae.loaders.metadata import Metadata

__all__ = ["Extracted", "Source", "container_limit", "quiet"]

_TIMES = 10
_LEAST = 20_000_000

_CHATTY = ("courlan", "docx", "htmldate", "justext", "pypdf", "trafilatura", "urllib3")


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of a file, its path as the user gave it, and how many characters of text are allowed."""

    path: str
    data: bytes
    max_size: int


@dataclass(frozen=True, slots=True)
class Extracted:
    """A text and what its file says of itself.

    `stated` is what somebody wrote down as metadata (front matter), `said` what the format holds (HTML meta,
    PDF info), `stamped` the day on which the file was made, which is no more than a hint at the date.
    """

    text: str
    stated: Metadata = field(default_factory=Metadata)
    said: Metadata = field(default_factory=Metadata)
    stamped: date | None = None


def container_limit(max_size: int) -> int:
    """Bytes, packed and unpacked, of a file that holds pictures and markup beside its text."""
    return max(_TIMES * max_size, _LEAST)


@contextmanager
def quiet() -> Iterator[None]:
    """Keep the log lines and warnings of the libraries that read files off the user's terminal.

    What matters of them is raised as an `InputError`; a program that has set up logging still gets them.
    """
    for name in _CHATTY:
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield

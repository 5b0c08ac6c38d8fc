"""The errors that gestae raises.

GestaeError
├── InputError          a document cannot be read; the run goes on without it
│   ├── MissingInput    no such file or folder
│   ├── UnknownFormat   a file of a kind that gestae does not read
│   ├── EmptyInput      no text in it
│   ├── BrokenInput     damaged, binary, in the wrong encoding, or with bad metadata
│   └── TooLarge        more text than `--max-size` allows
├── ReaderError         a reader failed, or returned what its document does not say
├── OntologyError       a Turtle file under `ontology/` does not hold what it must
├── StoreError          the store is missing, locked, damaged or of another version
├── NotFound            nothing in the graph answers to that name
├── JudgementError      a judgement contradicts another, or is of what cannot be judged
├── QueryError          a query is malformed, unknown or lacks a parameter
└── ServerError         Neo4j cannot be reached, started or written to
"""

__all__ = [
    "BrokenInput",
    "EmptyInput",
    "GestaeError",
    "InputError",
    "JudgementError",
    "MissingInput",
    "NotFound",
    "OntologyError",
    "QueryError",
    "ReaderError",
    "ServerError",
    "StoreError",
    "TooLarge",
    "UnknownFormat",
]


class GestaeError(Exception):
    """Anything that gestae refuses or cannot do; its text is one line for the user."""


class InputError(GestaeError):
    """A document cannot be read.

    `path` names the input as the user gave it, `reason` says what is wrong and what to do.
    """

    def __init__(self, path: str, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"{path}: {reason}")


class MissingInput(InputError):
    """No file or folder of that name."""


class UnknownFormat(InputError):
    """A file of a kind that gestae does not read."""


class EmptyInput(InputError):
    """A file without any text."""


class BrokenInput(InputError):
    """A file that is damaged, binary, wrongly encoded, or whose metadata cannot be parsed."""


class TooLarge(InputError):
    """A file with more text than the limit allows."""


class ReaderError(GestaeError):
    """A reader failed, or returned a fact whose quote is not in its document."""


class OntologyError(GestaeError):
    """A Turtle file under `ontology/` does not hold what it must."""


class StoreError(GestaeError):
    """The store is missing, locked by another process, damaged, or of another version."""


class NotFound(GestaeError):
    """Nothing in the graph answers to that name."""


class JudgementError(GestaeError):
    """A judgement contradicts another one, or is of something that cannot be judged so."""


class QueryError(GestaeError):
    """A query is malformed or unknown, or lacks a parameter."""


class ServerError(GestaeError):
    """Neo4j cannot be reached, started or written to."""

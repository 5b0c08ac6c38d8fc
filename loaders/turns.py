"""Whose turn it is to speak in a transcript: "THE PRESIDENT: …", "MS. OSBORNE: …", "Q  …"."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from gestae.loaders.layout import Block
from gestae.ontology.english import english

__all__ = ["ASKING", "Turns", "label_end", "turns_of"]

ASKING = "reporter"
"""Who has the word where a question is asked."""

_TURN = re.compile(r"\s*((?:(?:MR|MS|MRS|DR)\. )?[^\W\d_a-z](?:[^\W\d_a-z]|[ .'\-]){2,50}):\s")
_QUESTION = re.compile(r"\s*Q:?\s{2,}")
_FEWEST = 2
"""Turns of named speakers from which on a text is a transcript."""
_SMALL = frozenset({"of", "the", "and"})


@dataclass(frozen=True, slots=True)
class Turns:
    """Where the turns of a transcript start, in characters, and who then speaks; empty for any other text."""

    starts: tuple[int, ...] = ()
    speakers: tuple[str | None, ...] = ()

    def at(self, offset: int) -> tuple[bool, str | None]:
        """Whether an offset lies in a turn, and whose it is; nobody's where a reporter asks."""
        index = bisect_right(self.starts, offset) - 1
        return (False, None) if index < 0 else (True, self.speakers[index])


def label_end(text: str) -> int:
    """Where in a block the words begin behind who says them ("MS. LEE: …", "Q  …"); 0 where no such label stands."""
    label = _QUESTION.match(text) or _TURN.match(text)
    return label.end() if label else 0


def turns_of(blocks: Iterable[Block]) -> Turns:
    """The turns of a document, from the labels before its paragraphs."""
    found: list[tuple[int, str | None]] = []
    captions = english().classes["caption"]
    for block in blocks:
        if _QUESTION.match(block.text):
            found.append((block.start, None))
        elif (match := _TURN.match(block.text)) and match[1].strip().lower() not in captions:
            found.append((block.start, _name(match[1])))
    named = [who for _, who in found if who]
    if len(named) < _FEWEST:
        return Turns()
    return Turns(tuple(start for start, _ in found), tuple(who for _, who in found))


def _name(label: str) -> str:
    """A name in capitals as it is written elsewhere, without its article."""
    words = [
        w.lower() if w.lower() in _SMALL else "-".join(map(str.capitalize, w.split("-")))
        for w in label.split()
    ]
    return " ".join(words).removeprefix("the ").strip()

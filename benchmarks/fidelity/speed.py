"""How fast gestae reads beside the bare spaCy pipeline with the components that it loads, on the same text.

    python benchmarks/fidelity/speed.py [FOLDER] [--documents 60] [--rounds 5]

Rounds alternate between the two, so that a machine that grows slower meanwhile is fair to both, and medians are
reported. Times are those of the processor, not of the clock: other work on the machine does not count.
"""

import argparse
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

import spacy
from annotated import GOLD, documents

from gestae.loaders.parse import DEFAULT_PIPELINE
from gestae.loaders.rules import read
from gestae.ontology.facts import Document

__all__ = ["Speed", "measure"]


@dataclass(frozen=True)
class Speed:
    """Words of the text, and the median seconds that a round over it took each."""

    words: int
    gestae: float
    bare: float

    @property
    def ratio(self) -> float:
        """What reading costs, in parses."""
        return self.gestae / self.bare

    def __str__(self) -> str:
        """Words a second of both, and how they stand to each other."""
        return (
            f"gestae {self.words / self.gestae:,.0f} words/s, bare spaCy pipeline {self.words / self.bare:,.0f} words/s; "
            f"reading costs {self.ratio:.2f} times the bare pipeline"
        )


def measure(texts: Sequence[Document], rounds: int = 5) -> Speed:
    """Read the documents and parse the same text bare, in turns; once for warmth before it counts."""
    nlp = spacy.load(DEFAULT_PIPELINE, exclude=["senter"])

    def reading() -> None:
        for document in texts:
            for _ in read(document):
                pass

    def bare() -> None:
        for _ in nlp.pipe(document.text for document in texts):
            pass

    reading(), bare()
    took = [(_seconds(reading), _seconds(bare)) for _ in range(rounds)]
    return Speed(
        sum(len(document.text.split()) for document in texts),
        statistics.median(one for one, _ in took),
        statistics.median(other for _, other in took),
    )


def _seconds(work: Callable[[], None]) -> float:
    start = process_time()
    work()
    return process_time() - start


def main() -> None:
    """Measure on a folder of text files, the annotated documents where none is given."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("folder", nargs="?", type=Path, default=GOLD / "dev")
    options.add_argument("--documents", type=int, default=60, metavar="N", help="the first N of the folder")
    options.add_argument("--rounds", type=int, default=5, metavar="N")
    given = options.parse_args()
    texts = list(documents(given.folder))[: given.documents]
    found = measure(texts, given.rounds)
    print(f"{len(texts)} documents, {found.words:,} words, {given.rounds} rounds: {found}")


if __name__ == "__main__":
    main()

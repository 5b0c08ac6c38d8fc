"""Rows of the facts table against the annotations: by kind, by genre, by confidence."""

import json
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from annotated import GOLD, annotations, scorer

from gestae.ontology.facts import Document

__all__ = ["KINDS", "Score", "Scores", "facts", "scored"]

KINDS = ("action", "statistic", "instrument", "membership")

Row = dict[str, Any]


@dataclass
class Score:
    """How many facts were found of those that are required, how many were told, and what of the found was right."""

    found: int = 0
    told: int = 0
    required: int = 0
    right: defaultdict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))

    @property
    def precision(self) -> float:
        """The share of what was told that an annotator records."""
        return self.found / max(self.told, 1)

    @property
    def recall(self) -> float:
        """The share of what an annotator requires that was found."""
        return self.found / max(self.required, 1)

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.found / max(self.told + self.required, 1)

    def accuracy(self, name: str) -> float:
        """How often a field of a found fact is right."""
        return sum(self.right[name]) / max(len(self.right[name]), 1)

    def add(self, result: Mapping[str, Any]) -> None:
        """Count one document's result, as the scorer gives it."""
        self.found += result["found"]
        self.told += result["exported"]
        self.required += result["gold"]
        for name, values in result["attrs"].items():
            self.right[name].extend(values)


@dataclass(frozen=True)
class Scores:
    """The scores of each kind over all documents, of each genre and kind, and the quotes that stand nowhere."""

    kinds: dict[str, Score]
    genres: dict[str, dict[str, Score]]
    documents: Counter[str]
    unanchored: int


def facts(folder: Path = GOLD / "dev") -> list[Row]:
    """Build the documents of a folder into a new store, as a user would, and export their facts."""
    with TemporaryDirectory() as place:
        command = [sys.executable, "-m", "gestae"]
        store, out = f"{place}/store", Path(place) / "facts.jsonl"
        for words in (
            ("build", str(folder), "--store", store),
            ("export", "-f", "facts", "-o", str(out), "--store", store),
        ):
            done = subprocess.run([*command, *words], capture_output=True, text=True, check=False)
            if done.returncode:
                raise SystemExit(f"gestae {words[0]}: {done.stderr}")
        return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


def scored(
    rows: Iterable[Row], texts: Sequence[Document], genres: Mapping[str, str], folder: Path = GOLD / "dev"
) -> Scores:
    """Score rows on the annotated documents of a folder; `genres` names the genre of each."""
    score = scorer()
    by_document: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_document[Path(row["document"]).name].append(row)
    found = Scores({kind: Score() for kind in KINDS}, {}, Counter(), 0)
    unanchored = 0
    for document in texts:
        text, told = score.Text(document.text), by_document[document.name]
        unanchored += sum(not text.spans(row.get("quote")) for row in told)
        name = genres[document.name]
        found.documents[name] += 1
        of_genre = found.genres.setdefault(name, {kind: Score() for kind in KINDS})
        for kind, result in score.score_document(annotations(document, folder), told, text).items():
            found.kinds[kind].add(result)
            of_genre[kind].add(result)
    return Scores(found.kinds, found.genres, found.documents, unanchored)

"""The annotated documents, what gestae proposes for them, and how an annotator judged it."""

import importlib.util
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gestae.loaders.judging import described
from gestae.loaders.meaning import Meaning, meaning
from gestae.loaders.parse import pipeline
from gestae.loaders.rules import propose, scene
from gestae.ontology.facts import Action, Document, Modality

SHARED = Path(os.environ.get("GESTAE_SHARED", Path(__file__).parents[3] / "shared"))
GOLD = SHARED / "gold"

FACT, BORDERLINE, WRONG = 0, 1, 2

Points = NDArray[np.float64]


@dataclass(frozen=True)
class Judged:
    """A document, its annotated actions and the proposed ones.

    `optional` tells of each annotated action whether it is borderline; `points` are the scorer's for each of
    these (rows) with each proposal (columns), 0 where they do not match. `features` and
    `meanings` are those of each proposal, none for one that its place in a list says; `labels` what the annotator makes of each.
    `rules` are the modalities that the rules give, `moods` those of the annotated actions that they match, if any.
    """

    document: str
    optional: tuple[bool, ...]
    points: Points
    features: tuple[tuple[str, ...], ...]
    meanings: tuple[Meaning | None, ...]
    labels: tuple[int, ...]
    rules: tuple[Modality, ...]
    moods: tuple[Modality | None, ...]

    @property
    def required(self) -> int:
        """How many actions must be found."""
        return len(self.optional) - sum(self.optional)


def scorer() -> ModuleType:
    """The scoring program that stands beside the annotations."""
    spec = importlib.util.spec_from_file_location("score", GOLD / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer at {GOLD}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def documents(folder: Path = GOLD / "dev") -> Iterator[Document]:
    """The annotated documents with what is known of them."""
    for path in sorted(folder.glob("*.txt")):
        known = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        yield Document(
            name=path.stem,
            text=path.read_text(encoding="utf-8"),
            title=known.get("title"),
            date=date.fromisoformat(known["date"]) if known.get("date") else None,
            publisher=known.get("publisher"),
            url=known.get("url"),
        )


def annotations(document: Document, folder: Path = GOLD / "dev") -> list[dict[str, Any]]:
    """The annotated facts of a document."""
    lines = (folder / f"{document.name}.gold.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def judged(score: ModuleType, folder: Path = GOLD / "dev") -> Iterator[Judged]:
    """Every document with what is proposed for it."""
    for document in documents(folder):
        gold = [fact for fact in annotations(document, folder) if fact["kind"] == "action"]
        view = scene(document, pipeline())
        proposals = list(propose(view))
        text, rows = score.Text(document.text), [_row(p.found.action) for p in proposals]
        points = np.array([[score.score_pair("action", a, b, text) for b in rows] for a in gold])
        points = points.reshape(len(gold), len(rows))
        optional = tuple(bool(fact.get("optional")) for fact in gold)
        labels = matched(optional, points, range(len(rows)))
        same = pairs(optional, points, range(len(rows)))
        yield Judged(
            document.name,
            optional,
            points,
            tuple(described(view, proposals)),
            tuple(map(meaning, proposals)),
            tuple(labels),
            tuple(p.found.action.modality for p in proposals),
            tuple(gold[same[j]]["modality"] if j in same else None for j in range(len(rows))),
        )


def pairs(optional: Sequence[bool], points: Points, told: Sequence[int]) -> dict[int, int]:
    """Which annotated action the scorer takes each of the proposals `told` for, where only these are exported."""
    ranked = sorted(
        (-points[i, j], optional[i], i, j) for j in told for i in np.flatnonzero(points[:, j]).tolist()
    )
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in ranked:
        if i not in taken and j not in found:
            taken.add(i)
            found[j] = i
    return found


def matched(optional: Sequence[bool], points: Points, told: Sequence[int]) -> list[int]:
    """What the scorer makes of each of the proposals `told` where only these are exported."""
    found = pairs(optional, points, told)
    labels = dict.fromkeys(told, WRONG)
    for j in told:
        touched: list[int] = np.flatnonzero(points[:, j]).tolist()
        if j in found:
            labels[j] = BORDERLINE if optional[found[j]] else FACT
        elif touched and all(optional[i] for i in touched):
            labels[j] = BORDERLINE
    return [labels[j] for j in told]


def _row(action: Action) -> dict[str, Any]:
    return {
        "quote": action.quote.text,
        "actor": action.actor.name,
        "actor_text": action.actor.text,
        "verb": action.verb,
        "type": action.type,
        "object": action.object.name,
        "object_text": action.object.text,
    }

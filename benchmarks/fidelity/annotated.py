"""The annotated documents, what gestae proposes for them, and how an annotator judged it."""

import importlib.util
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from gestae.loaders.features import features
from gestae.loaders.parse import pipeline
from gestae.loaders.rules import propose, scene
from gestae.ontology.facts import Action, Document

SHARED = Path(os.environ.get("GESTAE_SHARED", Path(__file__).parents[3] / "shared"))
GOLD = SHARED / "gold"

FACT, BORDERLINE, WRONG = 0, 1, 2


@dataclass(frozen=True)
class Judged:
    """A document, how many actions its annotator requires, and each proposal's features and label."""

    document: str
    required: int
    proposals: tuple[tuple[tuple[str, ...], int], ...]


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
    """Every proposed action of every document with the label that the scorer's matching gives it."""
    for document in documents(folder):
        gold = [fact for fact in annotations(document, folder) if fact["kind"] == "action"]
        proposed = [p for p in propose(scene(document, pipeline())) if p.found.clause is not None]
        labels = _labels(score, gold, [_row(p.found.action) for p in proposed], score.Text(document.text))
        rows = tuple(
            (tuple(features(p.found.action, p.found.clause, p.line.sentence, p.found.subject)), label)
            for p, label in zip(proposed, labels, strict=True)
            if p.found.clause is not None
        )
        yield Judged(document.name, sum(not fact.get("optional") for fact in gold), rows)


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


def _labels(
    score: ModuleType, gold: list[dict[str, Any]], rows: list[dict[str, Any]], text: Any
) -> list[int]:
    pairs = sorted(
        (
            (score.score_pair("action", a, b, text), i, j)
            for i, a in enumerate(gold)
            for j, b in enumerate(rows)
        ),
        key=lambda p: (-p[0], bool(gold[p[1]].get("optional")), p[1], p[2]),
    )
    labels = [WRONG] * len(rows)
    taken_gold: set[int] = set()
    taken_rows: set[int] = set()
    touched: dict[int, list[int]] = {}
    for points, i, j in pairs:
        if points <= 0:
            break
        touched.setdefault(j, []).append(i)
        if i not in taken_gold and j not in taken_rows:
            taken_gold.add(i)
            taken_rows.add(j)
            labels[j] = BORDERLINE if gold[i].get("optional") else FACT
    for j, found in touched.items():
        if j not in taken_rows and all(gold[i].get("optional") for i in found):
            labels[j] = BORDERLINE
    return labels

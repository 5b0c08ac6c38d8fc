"""How far two annotators agree, and gestae with either: 39 of the documents beside the scorer, annotated a second time.

    python benchmarks/fidelity/agreement.py

The second annotators had the guidelines and five annotated documents, and saw neither what the first had said of theirs
nor any output of gestae. Of what they recorded, the required facts are scored as if a program had told them. No
reader can be held to more than that by either.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from annotated import documents
from scoring import KINDS, Row, facts, scored
from standoff import ANNOTATIONS, facts_of

from gestae.ontology.facts import Document

__all__ = ["agreement"]

Facts = dict[str, list[dict[str, Any]]]
"""The facts of each document, by its name."""


def main() -> None:
    """Print the table."""
    for line in agreement(facts(), list(documents())):
        print(line)


def agreement(rows: Sequence[Row], texts: Sequence[Document]) -> Iterator[str]:
    """The second annotators held against the first, and `rows` of gestae against both, as a table in Markdown."""
    second = _second({document.name: document for document in texts})
    twice = [document for document in texts if document.name in second]
    genres = dict.fromkeys(second, "any")
    required = [
        fact | {"document": name}
        for name, told in second.items()
        for fact in told
        if not fact.get("optional")
    ]
    ours = [row for row in rows if Path(row["document"]).name in second]
    with TemporaryDirectory() as place:
        for name, told in second.items():
            lines = "".join(json.dumps(fact) + "\n" for fact in told)
            (Path(place) / f"{name}.gold.jsonl").write_text(lines, encoding="utf-8")
        columns = (
            ("second annotator by the first", scored(required, twice, genres)),
            ("gestae by the first", scored(ours, twice, genres)),
            ("gestae by the second", scored(ours, twice, genres, Path(place))),
        )
    yield f"On {len(twice)} of the documents, annotated a second time by others:\n"
    yield f"| | {' | '.join(name for name, _ in columns)} |"
    yield "| --- |" + " --- |" * len(columns)
    for kind in KINDS:
        yield _line(f"{kind}: F1", [scores.kinds[kind].f1 for _, scores in columns])
        for field in columns[0][1].kinds[kind].right:
            yield _line(f"{kind}: {field}", [scores.kinds[kind].accuracy(field) for _, scores in columns])


def _line(name: str, figures: Sequence[float]) -> str:
    return f"| {name} | {' | '.join(f'{figure:.2f}' for figure in figures)} |"


def _second(texts: dict[str, Document]) -> Facts:
    """What the second annotators recorded, their places turned back into words."""
    found: Facts = {}
    for path in sorted(ANNOTATIONS.glob("second*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            told = json.loads(line)
            name = told["document"].removeprefix("dev/")
            found[name] = facts_of(told, texts[name].text)
    return found


if __name__ == "__main__":
    main()

"""Annotations of our own that stand apart from their documents: places in the text instead of its words.

`annotations/` holds one JSON object a line for each document: its path in the White House collection, the SHA-256
of the excerpt (`excerpts`) that was read, its actors with their other names, and its facts. A fact is a list that opens with the fields of its kind (`_FIRST`);
an actor is the number of its names, and what a fact quotes is `[start, end)` in characters of the excerpt, or words
where the annotator's are not the text's. Files that
begin with `fit` may be learned from; nobody opens what those that begin with `kept` say but to measure.

    python benchmarks/fidelity/standoff.py write kept OUT     # a folder as the scorer reads it, texts included
    python benchmarks/fidelity/standoff.py take FOLDER FILE   # lines of an annotator (`annotating`) into a file of `annotations/`
"""

import argparse
import hashlib
import json
import tarfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from annotated import SHARED
from annotating import Fact, LineError, annotated_facts
from excerpts import Excerpt, excerpt

__all__ = ["ANNOTATIONS", "facts_of", "packed", "unpacked", "write"]

ANNOTATIONS = Path(__file__).parent / "annotations"
COLLECTION = SHARED / "corpus" / "white-house.tar.xz"
_ACTORS = frozenset({"actor", "source", "member", "group"})
_SAID = frozenset({"object", "unit", "recipient", "place", "name"})
_FIRST = {
    "action": ("kind", "quote", "actor", "verb", "type", "object", "modality"),
    "statistic": ("kind", "quote", "value", "bound", "unit"),
    "instrument": ("kind", "quote", "name", "instrument"),
    "membership": ("kind", "quote", "member", "group"),
}
"""The fields with which each kind begins; behind them stand those that not every fact has, by name."""


def packed(facts: Iterable[Fact], text: str) -> dict[str, Any]:
    """The facts of a text, with places in it for what it says; `unpacked` gives them back."""
    actors: dict[str, list[str]] = {}
    told = list(facts)
    for fact in told:
        for key in _ACTORS & fact.keys():
            names = actors.setdefault(fact[key], [])
            names += [name for name in fact.get(f"{key}_alts", ()) if name not in names]
    numbers = {name: number for number, name in enumerate(actors)}
    return {
        "actors": [[_place(one, text) for one in (name, *others)] for name, others in actors.items()],
        "facts": [_packed(fact, text, numbers) for fact in told],
    }


def _packed(fact: Fact, text: str, numbers: dict[str, int]) -> list[Any]:
    start = text.index(fact["quote"])
    end = start + len(fact["quote"])

    def shown(key: str) -> Any:
        if key == "quote":
            return [start, end]
        if key in _ACTORS:
            return numbers[fact[key]]
        if key in _SAID:
            return [_place(one, text, start, end) for one in (fact[key], *fact.get(f"{key}_alts", ()))]
        return fact[key]

    first = _FIRST[fact["kind"]]
    told = {*first, *(f"{key}_alts" for key in _ACTORS | _SAID)}
    others = {key: shown(key) for key in fact if key not in told}
    return [*(shown(key) for key in first), *([others] if others else [])]


def _place(words: str, text: str, start: int = 0, end: int = 0) -> list[int] | str:
    at = text.find(words, start, end)
    at = at if at >= 0 else text.find(words)
    return [at, at + len(words)] if at >= 0 else words


def unpacked(told: dict[str, Any], text: str) -> Iterator[Fact]:
    """The facts of a text from their places in it."""

    def words(place: Any) -> str:
        return place if isinstance(place, str) else text[place[0] : place[1]]

    for row in told["facts"]:
        first = _FIRST[row[0]]
        shown = dict(zip(first, row, strict=False)) | (row[len(first)] if len(row) > len(first) else {})
        fact: Fact = {}
        for key, value in shown.items():
            if key in _ACTORS:
                fact[key], *others = map(words, told["actors"][value])
            elif key in _SAID:
                fact[key], *others = map(words, value)
            else:
                fact[key], others = words(value) if key == "quote" else value, []
            if others:
                fact[f"{key}_alts"] = others
        yield fact


def facts_of(told: dict[str, Any], text: str) -> list[Fact]:
    """The facts that a line tells of a text. Raises SystemExit where it is not the text that was annotated."""
    if hashlib.sha256(text.encode()).hexdigest() != told["sha256"]:
        raise SystemExit(f"{told['document']}: another text than the one that was annotated")
    return list(unpacked(told, text))


def write(which: str, folder: Path) -> int:
    """Write the documents whose annotation file begins with `which` as the scorer reads them, and how many they are."""
    wanted = {}
    for path in sorted(ANNOTATIONS.glob(f"{which}*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            told = json.loads(line)
            wanted[told["document"]] = told
    folder.mkdir(parents=True, exist_ok=True)
    for name, read in _read(wanted):
        told = wanted.pop(name)
        facts = facts_of(told, read.text)
        stem = folder / Path(name).stem
        known = {
            "document": stem.name,
            "title": read.title,
            "date": read.date,
            "url": read.url,
            "publisher": "The White House",
        }
        Path(f"{stem}.txt").write_text(read.text, encoding="utf-8")
        Path(f"{stem}.json").write_text(json.dumps(known, indent=1), encoding="utf-8")
        lines = "".join(json.dumps(fact, ensure_ascii=False) + "\n" for fact in facts)
        Path(f"{stem}.gold.jsonl").write_text(lines, encoding="utf-8")
    if wanted:
        raise SystemExit(f"not in {COLLECTION.name}: {', '.join(sorted(wanted))}")
    return len(list(folder.glob("*.gold.jsonl")))


def _read(wanted: Iterable[str]) -> Iterator[tuple[str, Excerpt]]:
    names = set(wanted)
    with tarfile.open(COLLECTION) as archive:
        for member in archive:
            if member.name in names and (file := archive.extractfile(member)) is not None:
                yield member.name, excerpt(file.read().decode("utf-8"))


def _take(folder: Path, target: Path) -> int:
    lines = []
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        known = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        facts = list(annotated_facts(path.with_suffix(".ann").read_text(encoding="utf-8"), text))
        wrong = [fact for fact in facts if isinstance(fact, LineError)]
        if wrong:
            raise SystemExit(f"{path.name}: {wrong[0]}")
        told = packed([fact for fact in facts if not isinstance(fact, LineError)], text)
        head = {"document": known["corpus_path"], "sha256": hashlib.sha256(text.encode()).hexdigest()}
        lines.append(json.dumps({**head, **told}, ensure_ascii=False, separators=(",", ":")) + "\n")
    target.parent.mkdir(exist_ok=True)
    target.write_text("".join(lines), encoding="utf-8")
    return len(lines)


def main() -> None:
    """Write annotated documents for the scorer, or take an annotator's lines."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("what", choices=("write", "take"))
    options.add_argument("first", help="the beginning of the files' names, or the annotator's folder")
    options.add_argument("second", type=Path, help="the folder to write, or the file to take the lines into")
    given = options.parse_args()
    done = (
        write(given.first, given.second) if given.what == "write" else _take(Path(given.first), given.second)
    )
    print(f"{done} documents")


if __name__ == "__main__":
    main()

"""Facts that people judged, as annotations: one JSON object a line, for scoring readers and fitting them.

| | |
| --- | --- |
| accepted, corrected | a fact as people have it |
| rejected | left out: a reader that finds it is wrong |
| not judged | `optional`: finding it earns nothing, missing it costs nothing |

Only documents in which something was judged are written.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Final

from gestae.graph.dataset import Store, StoredDocument
from gestae.graph.facts_table import Row, rows
from gestae.graph.folder import write_whole
from gestae.graph.judgements import Judgements

__all__ = ["annotations", "write_folder", "write_stream"]

_FIELDS: Final = {
    "action": ("actor", "verb", "type", "object", "recipient", "time", "modality", "source"),
    "statistic": ("value", "value_max", "bound", "unit", "actor", "time", "place", "source"),
    "instrument": ("name", "instrument", "identifier"),
    "membership": ("member", "group", "time"),
}
_SIDECAR = ("title", "date", "publisher", "url")


def annotations(store: Store) -> Iterator[tuple[StoredDocument, list[Row]]]:
    """The documents in which a person judged something, each with its annotations in the order of the text."""
    judged = {judgement.document for judgement in Judgements.of(store).facts}
    for document in store.documents():
        if document.iri in judged:
            yield document, [_annotation(row) for row in _once(rows(store, [document]))]


def write_stream(store: Store, out: BinaryIO) -> None:
    """All annotations, each with the name of its `document`."""
    for document, facts in annotations(store):
        for fact in facts:
            out.write(_line({"document": document.name} | fact))


def write_folder(store: Store, folder: Path) -> int:
    """For each document `NAME.gold.jsonl`, its text `NAME.txt` and what is known of it `NAME.json`.

    That is what `gestae build` reads, and a scorer beside it. Gives the number of documents.
    """
    number = 0
    for document, facts in annotations(store):
        number += 1
        path = folder / document.name.strip("/")
        path.parent.mkdir(parents=True, exist_ok=True)
        about = {name: getattr(document, name) for name in _SIDECAR if getattr(document, name)}
        write_whole(path.with_name(f"{path.name}.txt"), store.text(document.sha256).encode())
        write_whole(path.with_name(f"{path.name}.json"), _line(about))
        write_whole(path.with_name(f"{path.name}.gold.jsonl"), b"".join(map(_line, facts)))
    return number


def _once(facts: Iterable[Row]) -> Iterator[Row]:
    """Facts with each instrument once, as annotations have it, though it may be cited by its day elsewhere: the first, or the first judged."""
    listed = list(facts)
    kept: dict[tuple[object, object], Row] = {}
    for row in sorted(listed, key=lambda row: "review" not in row):
        if row["kind"] == "instrument":
            kept.setdefault((row.get("identifier"), row.get("name")), row)
    chosen = {id(row) for row in kept.values()}
    yield from (row for row in listed if row["kind"] != "instrument" or id(row) in chosen)


def _annotation(row: Row) -> Row:
    fact: Row = {"kind": row["kind"], "quote": row["quote"]}
    for field in _FIELDS[str(row["kind"])]:
        if field not in row:
            continue
        fact[field] = row[field]
        written = row.get(f"{field}_text")
        if field == "object" and written:
            fact |= {"object": written, "object_alts": [row[field]]}
        elif written:
            fact[f"{field}_alts"] = [written]
    if row.get("negated"):
        fact["negated"] = True
    if "review" not in row:
        fact["optional"] = True
    return fact


def _line(row: object) -> bytes:
    return json.dumps(row, ensure_ascii=False).encode() + b"\n"

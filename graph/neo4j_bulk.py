"""The same rows as CSV files for `neo4j-admin database import full`, which fills an empty database offline."""

import marshal
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import IO

from gestae.graph.neo4j_names import LABEL
from gestae.graph.neo4j_push import Source, Summary
from gestae.graph.neo4j_rows import Edge, Row, row
from gestae.graph.neo4j_sort import by_subject
from gestae.ontology.errors import GestaeError

__all__ = ["import_arguments", "write_csv"]

_TYPES = {str: "string", bool: "boolean", int: "long", float: "double", date: "date", datetime: "datetime"}
_ARRAY = "\x1f"


def import_arguments(folder: Path) -> list[str]:
    """What follows `neo4j-admin database import full DATABASE` for the files of `write_csv`."""
    nodes = [f"--nodes={file}" for file in sorted(folder.glob("nodes-*.csv"))]
    links = [f"--relationships={file}" for file in sorted(folder.glob("links-*.csv"))]
    return [*nodes, *links, "--multiline-fields=true", "--array-delimiter=U+001F", "--id-type=string"]


def write_csv(source: Source, folder: Path) -> Summary:
    """Write `nodes-*.csv` and `links-*.csv` into an empty folder and hand back what they hold.

    Keys of nodes are kept in memory. Raises GestaeError where the folder holds something already, or a value
    of a list holds the separator of lists (U+001F).
    """
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise GestaeError(f"{folder}: the folder for the CSV files must be empty")
    with ExitStack() as stack:
        writer = _Writer(folder, stack)
        for statements in by_subject(source.statements()):
            writer.add(row(statements))
        writer.finish()
    total = writer.summary
    meta = {"id": 1, "state": "complete", "origin": source.origin, "digest": source.digest} | asdict(total)
    header = [f"{name}:{_TYPES[type(value)]}" for name, value in meta.items()]
    lines = [*(_field(name) for name in header)], [*(_field(value) for value in meta.values())]
    text = "".join(
        ",".join([*line, end]) + "\n" for line, end in zip(lines, (":LABEL", "GestaePush"), strict=True)
    )
    (folder / "nodes-push.csv").write_text(text, "utf-8")
    return total


class _Writer:
    """Spools rows by sets of columns that agree on types, since a header must name all columns of its file."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.folder = folder
        self.stack = stack
        self.columns: list[dict[str, str]] = []
        self.spools: list[IO[bytes]] = []
        self.links: dict[str, IO[str]] = {}
        self.subjects: set[str] = set()
        self.targets: dict[str, str | None] = {}
        self.summary = Summary()

    def add(self, each: Row) -> None:
        hash_ = each.properties["_hash"]
        assert isinstance(hash_, int)  # noqa: S101  # by `row`
        old = self.summary
        self.summary = Summary(
            old.nodes + 1, old.links + len(each.edges), old.low + hash_ % 2**31, old.high + hash_ // 2**31
        )
        self.subjects.add(each.key)
        self._spool(each.key, each.labels, each.properties)
        for edge in each.edges:
            self.targets[edge.target] = edge.target_iri
            self._link(each.key, edge)

    def _spool(self, key: str, labels: tuple[str, ...], properties: dict[str, object]) -> None:
        types = {name: _type(value) for name, value in properties.items()}
        fitting = (
            number
            for number, columns in enumerate(self.columns)
            if all(columns.get(name, type_) == type_ for name, type_ in types.items())
        )
        number = next(fitting, len(self.columns))
        if number == len(self.columns):
            self.columns.append({})
            spool = (self.folder / f".{number}.spool").open("w+b")
            self.spools.append(self.stack.enter_context(spool))
        self.columns[number].update(types)
        values = {name: _field(value) for name, value in properties.items()}
        marshal.dump((_field(key), _field([LABEL, *labels]), values), self.spools[number])

    def _link(self, key: str, edge: Edge) -> None:
        kind = "string" if isinstance(edge.graph, str) else "string[]"
        if kind not in self.links:
            file = (self.folder / f"links-{len(self.links)}.csv").open("w", encoding="utf-8", newline="")
            self.links[kind] = self.stack.enter_context(file)
            file.write(f":START_ID,:END_ID,:TYPE,_graph:{kind},_iri:string\n")
        fields = (key, edge.target, edge.type, edge.graph, edge.predicate)
        self.links[kind].write(",".join(map(_field, fields)) + "\n")

    def finish(self) -> None:
        for key, iri in self.targets.items():
            if key not in self.subjects:
                self._spool(key, (), {"_iri": iri} if iri else {})
        for number, (columns, spool) in enumerate(zip(self.columns, self.spools, strict=True)):
            names = list(columns)
            header = [_field(f"{name}:{type_}") for name, type_ in columns.items()]
            with (self.folder / f"nodes-{number}.csv").open("w", encoding="utf-8", newline="") as file:
                file.write(",".join(["iri:ID", ":LABEL", *header]) + "\n")
                for key, labels, values in _spooled(spool):
                    file.write(",".join([key, labels, *(values.get(name, "") for name in names)]) + "\n")
            (self.folder / f".{number}.spool").unlink()


def _spooled(spool: IO[bytes]) -> Iterator[tuple[str, str, dict[str, str]]]:
    end = spool.tell()
    spool.seek(0)
    while spool.tell() < end:
        yield marshal.load(spool)  # noqa: S302  # written by this process


def _type(value: object) -> str:
    if isinstance(value, list):
        return f"{_TYPES[type(value[0])]}[]"
    return _TYPES[type(value)]


def _field(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        parts = [_text(item) for item in value]
        if any(_ARRAY in part for part in parts):
            raise GestaeError(
                "a value of a list holds U+001F, which separates values; use `gestae neo4j push`"
            )
        return _quoted(_ARRAY.join(parts))
    return _quoted(_text(value))


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return {"inf": "Infinity", "-inf": "-Infinity", "nan": "NaN"}.get(repr(value), repr(value))
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%SZ")
    return str(value)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'

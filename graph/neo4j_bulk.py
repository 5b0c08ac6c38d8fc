"""The same rows as CSV files for `neo4j-admin database import full`, which fills an empty database offline."""

import marshal
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any

from gestae.graph.neo4j_names import LABEL
from gestae.graph.neo4j_push import Source, Summary, completed
from gestae.graph.neo4j_rows import Edge, Row, row
from gestae.graph.neo4j_sort import by_subject
from gestae.ontology.errors import GestaeError

__all__ = ["import_arguments", "write_csv"]

_TYPES = {str: "string", bool: "boolean", int: "long", float: "double", date: "date", datetime: "datetime"}
_SEPARATORS = [
    chr(code) for code in (0x1F, *range(1, 9), 0xB, 0xC, *range(0xE, 0x1F), *range(0xE000, 0xF900))
]
"""Characters that may separate the values of a list: the first that no list holds does."""
_ARGUMENTS = "import.txt"


def import_arguments(folder: Path) -> list[str]:
    """What follows `neo4j-admin database import full DATABASE` for the files of `write_csv`."""
    return (folder / _ARGUMENTS).read_text("utf-8").splitlines()


def write_csv(source: Source, folder: Path) -> Summary:
    """Write `nodes-*.csv` and `links-*.csv` into an empty folder and hand back what they hold.

    `import.txt` holds the arguments for the import tool, one a line. Keys of nodes are kept in memory. Raises
    GestaeError where the folder holds something already.
    """
    folder = folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise GestaeError(f"{folder}: the folder for the CSV files must be empty")
    with ExitStack() as stack:
        writer = _Writer(folder, stack)
        for statements in by_subject(source.statements()):
            writer.add(row(statements))
        separator = writer.finish()
    total = writer.summary
    meta = {"id": 1} | completed(source, total)
    header = [f"{name}:{_TYPES[type(value)]}" for name, value in meta.items()]
    lines = (
        [*(_field(name, separator) for name in header)],
        [*(_field(value, separator) for value in meta.values())],
    )
    text = "".join(
        ",".join([*line, end]) + "\n" for line, end in zip(lines, (":LABEL", "GestaePush"), strict=True)
    )
    (folder / "nodes-push.csv").write_text(text, "utf-8")
    nodes = [f"--nodes={file}" for file in sorted(folder.glob("nodes-*.csv"))]
    links = [f"--relationships={file}" for file in sorted(folder.glob("links-*.csv"))]
    format_ = ["--multiline-fields=true", f"--array-delimiter=U+{ord(separator):04X}", "--id-type=string"]
    (folder / _ARGUMENTS).write_text("".join(f"{line}\n" for line in (*nodes, *links, *format_)), "utf-8")
    return total


class _Writer:
    """Spools rows by sets of columns that agree on types, since a header must name all columns of its file."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.folder = folder
        self.stack = stack
        self.columns: list[dict[str, str]] = []
        self.spools: list[IO[bytes]] = []
        self.links: dict[str, IO[str]] = {}
        self.shared: IO[bytes] | None = None
        self.subjects: set[str] = set()
        self.targets: dict[str, str | None] = {}
        self.in_lists: set[str] = set()
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
            self.spools.append(self._temporary(str(number)))
        self.columns[number].update(types)
        values = {name: self._texts(value) for name, value in properties.items()}
        marshal.dump((_text(key), self._texts([LABEL, *labels]), values), self.spools[number])

    def _temporary(self, name: str) -> IO[bytes]:
        return self.stack.enter_context((self.folder / f".{name}.spool").open("w+b"))

    def _texts(self, value: object) -> str | list[str]:
        if not isinstance(value, list):
            return _text(value)
        texts = [_text(item) for item in value]
        for text in texts:
            if not text.isprintable():
                self.in_lists.update(text)
        return texts

    def _link(self, key: str, edge: Edge) -> None:
        graph = _text(edge.graph) if isinstance(edge.graph, bool) else self._texts(edge.graph)
        fields = (key, edge.target, edge.type, graph, edge.predicate)
        if isinstance(edge.graph, list):
            self.shared = self.shared or self._temporary("links")
            marshal.dump(fields, self.shared)
            return
        kind = _TYPES[type(edge.graph)]
        if kind not in self.links:
            self.links[kind] = self._links(kind, kind)
        self.links[kind].write(_line(fields, ""))

    def _links(self, name: str, kind: str) -> IO[str]:
        path = self.folder / f"links-{name}.csv"
        file = self.stack.enter_context(path.open("w", encoding="utf-8", newline=""))
        file.write(f":START_ID,:END_ID,:TYPE,_graph:{kind},_iri:string\n")
        return file

    def finish(self) -> str:
        """Write what was spooled; the separator of lists is handed back."""
        for key, iri in self.targets.items():
            if key not in self.subjects:
                self._spool(key, (), {"_iri": iri} if iri else {})
        separator = next((mark for mark in _SEPARATORS if mark not in self.in_lists), None)
        if separator is None:
            raise GestaeError(
                "lists hold every character that could separate values; use `gestae neo4j push`"
            )
        for number, (columns, spool) in enumerate(zip(self.columns, self.spools, strict=True)):
            names = list(columns)
            header = [_field(f"{name}:{type_}", separator) for name, type_ in columns.items()]
            with (self.folder / f"nodes-{number}.csv").open("w", encoding="utf-8", newline="") as file:
                file.write(",".join(["iri:ID", ":LABEL", *header]) + "\n")
                for key, labels, values in _spooled(spool):
                    file.write(_line((key, labels, *map(values.get, names)), separator))
        if self.shared:
            links = self._links("lists", "string[]")
            links.writelines(_line(fields, separator) for fields in _spooled(self.shared))
        for spool in (*self.spools, *([self.shared] if self.shared else [])):
            Path(spool.name).unlink()
        return separator


def _spooled(spool: IO[bytes]) -> Iterator[tuple[Any, ...]]:
    end = spool.tell()
    spool.seek(0)
    while spool.tell() < end:
        yield marshal.load(spool)  # noqa: S302  # written by this process


def _type(value: object) -> str:
    if isinstance(value, list):
        return f"{_TYPES[type(value[0])]}[]"
    return _TYPES[type(value)]


def _line(fields: Iterable[object], separator: str) -> str:
    return ",".join(_field(field, separator) for field in fields) + "\n"


def _field(value: object, separator: str) -> str:
    if value is None:
        return ""
    text = separator.join(map(_text, value)) if isinstance(value, list) else _text(value)
    return '"' + text.replace('"', '""') + '"'


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return {"inf": "Infinity", "-inf": "-Infinity", "nan": "NaN"}.get(repr(value), repr(value))
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%SZ")
    return str(value)

"""The annotator's line format: what is written by hand, checked against the text and turned into annotated facts.

    python benchmarks/fidelity/annotating.py FOLDER    # checks every NAME.ann beside its NAME.txt

One fact a line, fields apart by ` | `, other accepted strings after ` / `:

    @ Department of Justice / DOJ / the Department
    a | quote | actor | verb | Type | object | modality | time=2018; source=critics; recipient=…; negated; optional
    s | quote | value or value-max | bound | unit | actor=…; time=…; place=…; source=…; optional
    i | quote | name | kind | identifier or -
    m | quote | member | group | time=…

A line that opens with `@` gives the other names of one actor, for all lines below it. A quote may be cut short
as `first words … last words`. `#` opens a comment.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

__all__ = ["LineError", "annotated_facts", "check"]

Fact = dict[str, Any]
_Names = dict[str, tuple[str, ...]]
MODALITIES = frozenset({"factual", "planned", "directed", "hypothetical"})
BOUNDS = frozenset({"exact", "approx", "min", "max"})
KINDS = frozenset({"law", "order", "proclamation", "memorandum", "treaty", "report", "plan"})
TYPES = frozenset(
    [
        "Sign",
        "Direct",
        "Establish",
        "Appoint",
        "Reform",
        "Terminate",
        "Fund",
        "Honor",
        "Investigate",
        "Charge",
        "Arrest",
        "Convict",
        "Dismantle",
        "Sanction",
        "Rescue",
        "Assist",
        "Train",
        "Convene",
        "Partner",
        "Publish",
        "Request",
        "Criticize",
        "Commit",
        "Exploit",
        "Other",
    ]
)
_TIME = re.compile(r"(?:\d{4}(?:-\d\d){0,2}|\.\.)?(?:/(?:\d{4}(?:-\d\d){0,2}|\.\.)?)?")
_EXTRAS = frozenset({"time", "source", "recipient", "actor", "place"})
_FLAGS = frozenset({"optional", "negated"})


class LineError(ValueError):
    """A line that says nothing that can be checked against the text."""


def annotated_facts(lines: str, text: str) -> Iterator[Fact | LineError]:
    """The facts of the lines in the scorer's fields, and an error for each line that is none."""
    names: _Names = {}
    for number, line in enumerate(lines.splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        try:
            if line.startswith("@"):
                first, *others = _alternatives(line[1:])
                names[first] = tuple(others)
            else:
                yield _fact(line, text, names)
        except (LineError, ValueError) as error:
            yield LineError(f"line {number}: {error}: {line[:100]}")


def _fact(line: str, text: str, names: _Names) -> Fact:
    kind, *fields = (part.strip() for part in line.split("|"))
    wanted = {"a": (6, 7), "s": (4, 5), "i": (4, 5), "m": (3, 4)}
    if kind not in wanted:
        raise LineError("opens with none of a, s, i, m, @")
    least, most = wanted[kind]
    if not least <= len(fields) <= most:
        raise LineError(f"{len(fields)} fields, not {least} to {most}")
    extras = _extras(fields[least]) if len(fields) > least else {}
    fact: Fact = {"quote": _quote(fields[0], text)}
    if kind == "a":
        _, actor, verb, type_, obj, modality = fields[:6]
        if type_ not in TYPES:
            raise LineError(f"no type {type_}")
        fact |= {"kind": "action"} | _named("actor", actor, names)
        if modality not in MODALITIES:
            raise LineError(f"no modality {modality}")
        fact |= {"verb": verb, "type": type_, "modality": modality}
        fact |= _in_text("object", obj, text)
    elif kind == "s":
        _, value, bound, unit = fields[:4]
        if bound not in BOUNDS:
            raise LineError(f"no bound {bound}")
        low, _, high = value.partition("-")
        fact |= {"kind": "statistic", "value": float(low), "bound": bound} | _named("unit", unit, names)
        if high:
            fact["value_max"] = float(high)
    elif kind == "i":
        _, name, form, identifier = fields[:4]
        if form not in KINDS:
            raise LineError(f"no kind of instrument {form}")
        fact |= {"kind": "instrument", "instrument": form} | _named("name", name, names)
        if identifier != "-":
            fact |= _named("identifier", identifier, names)
    else:
        fact |= {"kind": "membership"}
        fact |= _named("member", fields[1], names) | _named("group", fields[2], names)
    for key, value in extras.items():
        fact |= _named(key, value, names) if key == "actor" else {key: value}
    return fact


def _extras(told: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for part in filter(None, (p.strip() for p in told.split(";"))):
        key, _, value = (p.strip() for p in part.partition("="))
        if key in _FLAGS and not value:
            found[key] = True
        elif key in _EXTRAS and value:
            if key == "time" and not _TIME.fullmatch(value):
                raise LineError(f"no time {value}")
            found[key] = value
        else:
            raise LineError(f"unknown {part}")
    return found


def _alternatives(told: str) -> list[str]:
    parts = [part.strip() for part in re.split(r"\s/\s", told)]
    if not all(parts):
        raise LineError("an empty name")
    return parts


def _named(key: str, told: str, names: _Names) -> Fact:
    first, *others = _alternatives(told)
    others = list(dict.fromkeys([*others, *names.get(first, ())]))
    return {key: first} | ({f"{key}_alts": others} if others else {})


def _in_text(key: str, told: str, text: str) -> Fact:
    for part in _alternatives(told):
        if part not in text:
            raise LineError(f"the text does not say {part!r}")
    return _named(key, told, {})


def _quote(told: str, text: str) -> str:
    first, cut, last = (part.strip() for part in told.partition("…")) if told not in text else (told, "", "")
    start = text.find(first)
    if start < 0:
        raise LineError(f"the text does not say {first!r}")
    end = text.find(last, start + len(first)) if cut else start + len(first)
    if end < 0:
        raise LineError(f"{last!r} does not follow {first!r}")
    return text[start : end + len(last)] if cut else text[start:end]


def check(folder: Path) -> int:
    """Print what is wrong with the lines of a folder; how many lines are."""
    wrong = 0
    for path in sorted(folder.glob("*.txt")):
        lines = path.with_suffix(".ann")
        if not lines.exists():
            print(f"{lines.name}: missing")
            wrong += 1
            continue
        text = path.read_text(encoding="utf-8")
        found = list(annotated_facts(lines.read_text(encoding="utf-8"), text))
        errors = [fact for fact in found if isinstance(fact, LineError)]
        for error in errors:
            print(f"{lines.name}: {error}")
        facts = [fact for fact in found if not isinstance(fact, LineError)]
        acts = [fact for fact in facts if fact["kind"] == "action"]
        required = sum(not fact.get("optional") for fact in acts)
        words = len(text.split())
        print(
            f"{lines.name}: {words} words, {required} required actions ({1000 * required / words:.0f} per 1,000 words), "
            f"{len(acts) - required} optional, {len(facts) - len(acts)} other facts, {len(errors)} wrong lines"
        )
        wrong += len(errors)
    return wrong


if __name__ == "__main__":
    sys.exit(1 if check(Path(sys.argv[1])) else 0)

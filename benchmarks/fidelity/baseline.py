"""The F1 that tests hold: what was measured on the annotated documents, each record with its reason.

    python benchmarks/fidelity/baseline.py                  # how the tree does against the last record
    python benchmarks/fidelity/baseline.py --reason "..."   # measure, and add a record

`tests/program/test_corpus.py` holds the line.
"""

import argparse
import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

RECORDS = Path(__file__).with_name("baseline.json")
TOLERANCE = 0.01
"""By how much an F1 may fall below the record."""

__all__ = ["RECORDS", "TOLERANCE", "Record", "fallen", "records"]


@dataclass(frozen=True)
class Record:
    """Why the line was drawn, and where: the F1 of each kind."""

    reason: str
    f1: dict[str, float]


def records(file: Path = RECORDS) -> tuple[Record, ...]:
    """The records, the oldest first. Raises ValueError where one has no reason of its own."""
    found = tuple(Record(**record) for record in json.loads(file.read_text(encoding="utf-8")))
    reasons = [record.reason.strip() for record in found]
    if not found or not all(reasons) or len(set(reasons)) < len(reasons):
        raise ValueError(f"{file.name}: each record needs a reason of its own")
    return found


def fallen(measured: dict[str, float], record: Record) -> dict[str, str]:
    """The kinds whose F1 fell by more than the tolerance, and from what to what."""
    return {
        kind: f"{least:.3f} fell to {measured.get(kind, 0.0):.3f}"
        for kind, least in record.f1.items()
        if measured.get(kind, 0.0) < round(least - TOLERANCE, 6)
    }


def main() -> None:
    """Measure; compare with the last record, or add one."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--reason", metavar="WORDS", help="record what is measured, and why")
    reason = options.parse_args().reason
    if reason is not None and not reason.strip():
        options.error("say why: --reason WORDS, or make baseline REASON=WORDS")
    from annotated import documents
    from genres import genre
    from scoring import facts, scored

    texts = list(documents())
    found = scored(facts(), texts, {document.name: genre(document) for document in texts})
    measured = {kind: round(score.f1, 3) for kind, score in found.kinds.items()}
    before = records() if RECORDS.exists() else ()
    for kind, f1 in measured.items():
        was = f" (recorded {before[-1].f1.get(kind, 0.0):.3f})" if before else ""
        print(f"{kind:12}{f1:.3f}{was}")
    if reason is not None:
        lines = [json.dumps(asdict(record)) for record in (*before, Record(reason, measured))]
        RECORDS.write_text("[\n  " + ",\n  ".join(lines) + "\n]\n", encoding="utf-8")
        records()
    elif before and (worse := fallen(measured, before[-1])):
        sys.exit("; ".join(f"{kind}: {how}" for kind, how in worse.items()))


if __name__ == "__main__":
    main()

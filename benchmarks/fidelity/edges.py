"""How often an action was done under the instrument that it is tied to, and a number results from its action, read by eye.

    python benchmarks/fidelity/edges.py                     # precision of the edges that are judged
    python benchmarks/fidelity/edges.py --show FILE         # write the drawn edges that are not, to be read
    python benchmarks/fidelity/edges.py --judge FILE        # take them back, a verdict filled in
    python benchmarks/fidelity/edges.py --show FILE --all   # every edge of the sample that is not judged
    python benchmarks/fidelity/edges.py --part 3            # another sample, on which nothing was mended

gestae reads a sample of the White House collection that is always the same, or one of nine others (`edge_sample`);
50 edges of each kind are drawn from what it tells, at most two of a document. Verdicts are `right`, `wrong` and
`doubtful`: an edge is right only where the text itself says that the action was done under that instrument, or that
the number is what that action brought about. A sum that was granted, jobs that were created, and those who were
arrested or helped are; those a nation mourns and sums received are not. It is the edge that is judged: it may be
right though the actor at its end is not. Doubtful are numbers of what is yet to come or that only name a thing ("a $3 million
contest"), and laws that may belong to the object ("coverage under the Act"); they count as not right.

`annotations/edges.jsonl` holds the verdicts with places in the texts instead of their words. An edge that is told
with another quote than the one judged is another edge, to be read anew.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from assurance import wilson
from edge_sample import KINDS, ONE_IN, Edge, Kind, Told, drawn, edges, part_of, sample
from standoff import ANNOTATIONS

__all__ = ["JUDGED", "judge", "report", "show", "verdicts"]

JUDGED = ANNOTATIONS / "edges.jsonl"
VERDICTS = ("right", "wrong", "doubtful")

Verdicts = Mapping[Edge, str]


def verdicts(file: Path = JUDGED) -> dict[Edge, str]:
    """The edges of a file that have a verdict, with it."""
    if not file.exists():
        return {}
    lines = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    return {_edge(line): line["verdict"] for line in lines if line["verdict"]}


def _edge(line: Mapping[str, Any]) -> Edge:
    if line["verdict"] not in ("", *VERDICTS):
        raise SystemExit(f"no verdict {line['verdict']!r}; there are: {', '.join(VERDICTS)}")
    quote, leads_to = (tuple(line[key]) for key in ("quote", "leads_to"))
    return Edge(line["document"], line["sha256"], line["kind"], quote, leads_to)


def show(told: Iterable[Told], judged: Verdicts, file: Path) -> int:
    """Write the edges that have no verdict yet, each with its words and room for one; how many they are."""
    rows = [
        {"verdict": "", "claim": one.claim, "around": one.around, **asdict(one.edge)}
        for one in told
        if one.edge not in judged
    ]
    file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return len(rows)


def judge(given: Path, file: Path = JUDGED) -> int:
    """Add the verdicts of a file that `show` wrote, without the words; how many they are. A later one replaces an earlier."""
    new = verdicts(given)
    kept = {**verdicts(file), **new}
    lines = [
        json.dumps({**asdict(edge), "verdict": kept[edge]}, separators=(",", ":")) for edge in sorted(kept)
    ]
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return len(new)


def report(told: Sequence[Told], judged: Verdicts, kind: Kind) -> str:
    """What the verdicts say of the edges of a kind that are told in the sample."""
    today = {one.edge for one in told if one.edge.kind == kind}
    chosen = [one.edge for one in drawn(told, kind)]
    counts = Counter(judged[edge] for edge in chosen if edge in judged)
    known = sum(counts.values())
    low, high = wilson(counts["right"], known)
    share = counts["right"] / known if known else 0.0
    gone = Counter(verdict for edge, verdict in judged.items() if edge.kind == kind and edge not in today)
    return "\n".join([
        f"{kind}: {len(chosen)} drawn, {known} of them judged: {_listed(counts)}",
        f"    precision {share:.2f}, between {low:.2f} and {high:.2f} (Wilson, 95 %)",
        f"    of the {len(today)} edges told in the sample {len(today - judged.keys())} are not judged",
        f"    judged and no longer told: {gone.total()}" + (f" ({_listed(gone)})" if gone else ""),
    ])  # fmt: skip


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{counts.get(verdict, 0)} {verdict}" for verdict in VERDICTS)


def main() -> None:
    """Print the figures, write what is to be read, or take verdicts in."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--show", type=Path, metavar="FILE", help="write drawn edges that are not judged")
    options.add_argument("--all", action="store_true", help="with --show, not only those that are drawn")
    options.add_argument(
        "--part",
        type=int,
        choices=range(ONE_IN),
        default=0,
        help="which sample; mends were made on what 0, 1 and 2 show",
    )
    options.add_argument("--judge", type=Path, metavar="FILE", help="take the verdicts of such a file in")
    given = options.parse_args()
    if given.judge:
        print(f"{judge(given.judge)} verdicts")
        return
    documents = list(sample({given.part}))
    told = [one for document in documents for one in edges(document)]
    judged = {edge: verdict for edge, verdict in verdicts().items() if part_of(edge.document) == given.part}
    words = sum(len(document.text.split()) for document in documents)
    print(f"{len(documents)} excerpts, {words:,} words")
    for kind in KINDS:
        print(report(told, judged, kind))
    if given.show:
        chosen = told if given.all else [one for kind in KINDS for one in drawn(told, kind)]
        print(f"{show(chosen, judged, given.show)} edges to be read in {given.show}")


if __name__ == "__main__":
    main()

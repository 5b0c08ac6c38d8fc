"""How faithfully gestae reads: the annotated documents built, scored by kind and genre, beside its peers.

    python benchmarks/fidelity/fidelity.py                           # the tables on standard output
    python benchmarks/fidelity/fidelity.py --no-peers                # without textacy and Stanford OpenIE
    python benchmarks/fidelity/fidelity.py --write docs/fidelity.md  # and into the page that shows them

Needs the annotated documents, and what `pip install ".[benchmark]"` installs. Stanford OpenIE needs 5 GB of memory,
480 MB from Maven Central the first time, and some minutes.
"""

import argparse
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import peers
from agreement import agreement
from annotated import documents
from genres import GENRES, genre
from scoring import KINDS, Row, Score, Scores, facts, scored
from speed import measure
from standoff import write as write_own

from gestae.ontology.facts import Document

THRESHOLDS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
ROUNDS = 5


def main() -> None:
    """Measure, print, and write where asked."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--no-peers", action="store_true", help="leave textacy and Stanford OpenIE out")
    options.add_argument(
        "--write", type=Path, metavar="FILE", help="put the tables between the marks of a page"
    )
    given = options.parse_args()
    lines = []
    for line in report(with_peers=not given.no_peers):
        print(line, flush=True)
        lines.append(line)
    if given.write:
        before, _, rest = given.write.read_text(encoding="utf-8").partition(BEGIN)
        _, _, after = rest.partition(END)
        given.write.write_text("\n".join([before + BEGIN, "", *lines, "", END + after]), encoding="utf-8")


def report(*, with_peers: bool) -> Iterator[str]:
    """The tables, line by line, in Markdown."""
    texts = list(documents())
    genres = {document.name: genre(document) for document in texts}
    rows = facts()
    found = scored(rows, texts, genres)
    words = sum(len(document.text.split()) for document in texts)
    yield f"Commit {_commit()}; {len(texts)} documents, {words:,} words, {len(rows):,} facts."
    yield ""
    yield from _kinds(found)
    yield ""
    yield from _genres(found)
    yield ""
    yield from _thresholds(rows, texts, genres)
    yield ""
    yield from _kept_apart()
    yield ""
    yield from agreement(rows, texts)
    yield ""
    yield from _left_out()
    yield ""
    yield from _beside(found, texts, genres, with_peers=with_peers)


def _commit() -> str:
    def git(*words: str) -> str:
        return subprocess.run(["git", *words], capture_output=True, text=True, check=False).stdout.strip()

    changed = git("status", "--porcelain", "--untracked-files=no", "--", "loaders", "ontology", "graph")
    return (git("rev-parse", "--short", "HEAD") or "unknown") + (" with changes" if changed else "")


def _kinds(found: Scores) -> Iterator[str]:
    yield "| kind | precision | recall | F1 | found | told | required | right in what was found |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- |"
    for kind in KINDS:
        s = found.kinds[kind]
        right = ", ".join(f"{name} {s.accuracy(name):.2f}" for name in s.right if s.right[name])
        yield f"| {kind} | {_prf(s)} | {s.found} | {s.told} | {s.required} | {right} |"
    yield ""
    yield f"Quotes that do not stand in their document: {found.unanchored}."


def _genres(found: Scores) -> Iterator[str]:
    yield f"F1 by genre (required facts in brackets):\n\n| genre | documents | {' | '.join(KINDS)} |"
    yield "| --- | --- |" + " --- |" * len(KINDS)
    for name in GENRES:
        if name in found.genres:
            cells = (_brief(found.genres[name][kind]) for kind in KINDS)
            yield f"| {name} | {found.documents[name]} | {' | '.join(cells)} |"


def _thresholds(rows: list[Row], texts: Sequence[Document], genres: dict[str, str]) -> Iterator[str]:
    yield "Actions by their confidence:\n\n| at least | kept | precision | recall |\n| --- | --- | --- | --- |"
    actions = sorted((row["confidence"] for row in rows if row["kind"] == "action"), reverse=True)
    half = actions[len(actions) // 2]
    for least in sorted({*THRESHOLDS, half}):
        kept = [row for row in rows if row["confidence"] >= least]
        s = scored(kept, texts, genres).kinds["action"]
        share = sum(c >= least for c in actions) / len(actions)
        mark = " (keeps half)" if least == half else ""
        yield f"| {least:.2f}{mark} | {share:.0%} | {s.precision:.3f} | {s.recall:.3f} |"


def _kept_apart() -> Iterator[str]:
    """How it does on documents that nothing in gestae was made or learned from."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        write_own("kept", folder)
        texts = list(documents(folder))
        found = scored(facts(folder), texts, {document.name: genre(document) for document in texts}, folder)
    words = sum(len(document.text.split()) for document in texts)
    yield f"On {len(texts)} documents kept apart, {words:,} words, annotated by others:"
    yield ""
    yield from _kinds(found)


def _left_out() -> Iterator[str]:
    """What the program that fits the model says of documents that it was not fitted on."""
    yield "Actions on documents that the model was not fitted on (`benchmarks/fidelity/train.py`):\n"
    program = Path(__file__).with_name("train.py")
    done = subprocess.run(
        [sys.executable, program, "--partitions", "1"], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    for line in done.stdout.splitlines():
        yield f"    {line}"


def _beside(
    found: Scores, texts: Sequence[Document], genres: dict[str, str], *, with_peers: bool
) -> Iterator[str]:
    speed = measure(texts, ROUNDS)
    yield "Beside others, on the same documents in the same run:\n"
    yield "| program | action precision | recall | F1 | words a second |\n| --- | --- | --- | --- | --- |"
    yield f"| gestae | {_prf(found.kinds['action'])} | {speed.words / speed.gestae:,.0f} |"
    if with_peers:
        for peer in (peers.textacy(texts), peers.openie(texts)):
            told = scored(peer.rows, texts, genres).kinds["action"]
            yield f"| {peer.name} | {_prf(told)} | {speed.words / peer.seconds:,.0f} |"
    yield f"| spaCy pipeline alone | | | | {speed.words / speed.bare:,.0f} |"
    yield ""
    yield f"Reading costs {speed.ratio:.2f} times the bare pipeline with the components that gestae loads ({ROUNDS} rounds in turns, medians)."


def _prf(s: Score) -> str:
    return f"{s.precision:.3f} | {s.recall:.3f} | {s.f1:.3f}"


def _brief(s: Score) -> str:
    return f"{s.f1:.2f} ({s.required})" if s.required else "–"


if __name__ == "__main__":
    main()

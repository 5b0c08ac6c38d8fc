"""How often an actor is linked to the right authority entry, and what a full import costs a build.

    python benchmarks/linking/measure.py --gold ../shared/gold/dev [--import ../shared/refdata] [--errors]

An exported fact answers an annotated one where the scorer of the annotations pairs them by quote, object, verb
or type (by quote, value and unit) with their actors left out of account; of several, the one whose actor is the
same, and of those the one that has its name rather than only words that stand for several ("our countries"). `names.tsv` says which authority entry stands for which canonical name of the annotations (an imported entry stands for what it is called); where these accept
another name of those too ("the Administration" for "we"), its entry is as good.

precision   of the paired facts whose actor has an authority entry, those where it stands for the annotated actor
recall      of the paired facts whose annotated actor an entry stands for, those that have it
as named    the same over the pairs in which the reader took the actor for the annotated one, whatever it was
            linked to: what linking by itself gets right

With `--import` everything in that folder is imported into a second store, the same is measured there, and the
processor time of building with and without it, in turns, in one run.
"""

import argparse
import importlib.util
import itertools
import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

from gestae.graph.dataset import Store
from gestae.graph.facts_table import rows
from gestae.ontology.iris import slug
from gestae.ontology.terms import AUTHORITY

Fact = dict[str, Any]
NAMES = Path(__file__).with_name("names.tsv")
ROUNDS = 2


@dataclass
class Counts:
    """Of paired facts: whose actor has an entry and should, and where both are one."""

    linked: int = 0
    wanted: int = 0
    right: int = 0
    found: int = 0
    errors: list[str] = field(default_factory=list)

    def add(self, wanted: bool, accepted: set[str], got: str | None, told: str) -> None:
        """Count a pair; `wanted` is whether an entry stands for the annotated name itself."""
        self.linked += got is not None
        self.wanted += wanted
        self.right += got in accepted
        self.found += wanted and got in accepted
        if got not in accepted and (wanted or got):
            self.errors.append(f"{' '.join(sorted(accepted)) or '-'} ≠ {got or '-'}  {told}")

    def __str__(self) -> str:
        precision, recall = self.right / max(self.linked, 1), self.found / max(self.wanted, 1)
        return (
            f"precision {precision:.3f} ({self.right}/{self.linked})  "
            f"recall {recall:.3f} ({self.found}/{self.wanted})"
        )


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--gold", type=Path, required=True)
    options.add_argument("--import", dest="refdata", type=Path)
    options.add_argument("--store", type=Path, help="measure a store that is built already, and nothing else")
    options.add_argument("--errors", action="store_true")
    given = options.parse_args()
    if given.store:
        report(str(given.store), given.store, given.gold, given.errors)
        return
    with tempfile.TemporaryDirectory() as folder:
        plain, full = Path(folder) / "plain", Path(folder) / "full"
        gestae("build", given.gold, "--store", plain)
        report("authority files", plain, given.gold, given.errors)
        if given.refdata:
            files = [*sorted(given.refdata.glob("*.csv")), *sorted(given.refdata.glob("*.yaml"))]
            gestae("authority", "import", *files, "--store", full)
            gestae("build", given.gold, "--store", full)
            report("with the full import", full, given.gold, given.errors)
            speed(given.gold, Path(folder), files)


def report(title: str, store: Path, gold: Path, errors: bool) -> None:
    """Print the figures of one store."""
    every, named = measured(store, gold)
    print(f"{title}\n  all pairs   {every}\n  as named    {named}")
    for line in named.errors if errors else ():
        print(f"    {line}")


def measured(store_path: Path, gold: Path) -> tuple[Counts, Counts]:
    """Counts over all pairs, and over those in which the reader named the annotated actor."""
    score = scorer(gold.parent / "score.py")
    entries = dict(line.split("\t") for line in NAMES.read_text().splitlines() if not line.startswith("#"))
    every, named = Counts(), Counts()
    with Store(store_path) as store:
        found = {
            name: list(group) for name, group in itertools.groupby(rows(store), lambda row: row["document"])
        }
    for path in sorted(gold.glob("*.gold.jsonl")):
        name = path.name.removesuffix(".gold.jsonl")
        text = score.Text((gold / f"{name}.txt").read_text(encoding="utf-8"))
        wanted = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        numbered = {
            fact["name"].replace("’", "'"): f"instrument/{slug(fact['identifier'])}"
            for fact in wanted
            if fact.get("identifier") and "name" in fact
        }
        for fact, row, same in pairs(wanted, found.get(name, []), text, score):
            names = [name.replace("’", "'") for name in score.names(fact, "actor")]
            standing = [entries.get(name) or numbered.get(name) for name in names]
            accepted = {entry for entry in standing if entry}
            iri = str(row.get("actor_iri", ""))
            if "/authority/" in iri and not iri.startswith(AUTHORITY) and row["actor"] in names:
                accepted.add(iri)  # an imported entry of just that name
            got = (
                iri.removeprefix(AUTHORITY)
                if iri.startswith(AUTHORITY)
                else iri
                if "/authority/" in iri
                else None
            )
            told = f"{fact['actor']!r} / {row.get('actor')!r}  {name}"
            every.add(standing[0] is not None, accepted, got, told)
            if same:
                named.add(standing[0] is not None, accepted, got, told)
    return every, named


def pairs(
    wanted: list[Fact], found: list[Fact], text: object, score: ModuleType
) -> Iterator[tuple[Fact, Fact, bool]]:
    """Annotated and exported facts that tell the same, and whether the exported one names the same actor."""
    points: list[tuple[float, bool, int, int]] = []
    for (i, fact), (j, row) in itertools.product(enumerate(wanted), enumerate(found)):
        if (
            fact["kind"] != row["kind"]
            or fact["kind"] not in ("action", "statistic")
            or not fact.get("actor")
        ):
            continue
        value = score.score_pair(fact["kind"], fact, {**row, "actor": fact["actor"]}, text)
        if value:
            same = bool(score.same_name(score.names(row, "actor"), score.names(fact, "actor"), 0.9))
            named = bool(score.same_name([row.get("actor")], [fact["actor"]], 0.9))
            points.append((value + 2 * same + named, same, i, j))
    ones: set[int] = set()
    others: set[int] = set()
    for _, same, i, j in sorted(points, key=lambda point: (-point[0], point[2:])):
        if i not in ones and j not in others:
            ones.add(i)
            others.add(j)
            yield wanted[i], found[j], same


def speed(gold: Path, folder: Path, files: list[Path]) -> None:
    """Print the least processor times of building with and without the import, which take turns."""
    took: dict[str, list[float]] = {"without": [], "with": []}
    for turn in range(ROUNDS):
        for way in took:
            store = folder / f"{way}-{turn}"
            if way == "with":
                gestae("authority", "import", *files, "--store", store)
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            gestae("build", gold, "--store", store)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            took[way].append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    without, imported = (min(took[way]) for way in ("without", "with"))
    print(
        f"build: {without:.1f} s without the import, {imported:.1f} s with it: {imported / without:.2f} times"
    )


def gestae(*words: str | Path) -> None:
    """Run gestae; its report is of no interest here."""
    command = [sys.executable, "-m", "gestae", *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)


def scorer(path: Path) -> ModuleType:
    """The scorer that stands beside the annotations."""
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        sys.exit(f"{path}: no scorer beside the annotations")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()

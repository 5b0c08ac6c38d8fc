"""Fit the models that judge proposed actions and settle their modality, and say how it does on documents that it was not fitted on.

    python benchmarks/fidelity/train.py           # figures only
    python benchmarks/fidelity/train.py --write   # and fit on all, into loaders/confidence.npz and loaders/moods.npz

Learned from are the annotated documents beside the scorer and those of our own whose annotations may be learned
from (`standoff`). Every figure stands twice: on documents left out, each judged by a model that has not seen it
(several partitions into folds, so that one lucky partition shows), and in sample, for the model that --write
stores. What lies between the two is what the model owes to having seen the answers. The last figures are of our own
documents that are kept apart, from which nothing was ever learned.

Needs SciPy (`pip install -e ".[train]"`), which gestae itself does not.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from annotated import BORDERLINE, FACT, WRONG, Judged, judged, matched, scorer
from fitting import Chances, fitted, fitted_moods, in_sample, left_out, moods, moods_left_out
from standoff import write as write_own

from gestae.loaders import moods as mood_model
from gestae.loaders.confidence import WEIGHTS, Model, dumps
from gestae.loaders.judging import LISTED
from gestae.ontology.facts import Modality

LOADERS = Path(__file__).parents[2] / "loaders"
PARTITIONS = 2
STEPS = np.arange(0.2, 0.6, 0.02)


def main() -> None:
    """Cross-validate, and with `--write` fit on everything."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--write", action="store_true", help="fit on all documents and store the weights")
    options.add_argument(
        "--partitions", type=int, default=PARTITIONS, metavar="N", help="partitions into folds"
    )
    given = options.parse_args()
    write = given.write
    beside = list(judged(scorer()))
    documents = [*beside, *_own("fit")]
    apart = [left_out(documents, seed) for seed in range(given.partitions)]
    first = len(beside)
    least = float(
        max(STEPS, key=lambda step: sum(_score(beside, chances[:first], step)[2] for chances in apart))
    )
    model = fitted(documents, least)
    seen = in_sample(documents, model)
    print(
        f"{sum(map(len, (d.labels for d in documents)))} proposals in {first} and {len(documents) - first} documents, "
        f"{len(model.names)} features, least odds {least:.2f}"
    )
    for name, part in (("", slice(first)), ("our own, ", slice(first, None))):
        for number, chances in enumerate(apart):
            told = _told(_score(documents[part], chances[part], least))
            print(f"{name}left out, partition {number}: {told}")
        print(f"{name}in sample:              {_told(_score(documents[part], seen[part], least))}")
    _thresholds(beside, apart[0][:first], least)
    _calibration(documents, apart[0], seen)
    of_moods = fitted_moods(documents)
    kept = [_kept(chances, least) for chances in apart[0]][:first]
    print(f"modality by rule alone: {_right(beside, kept, [d.rules for d in beside]):.4f} right")
    for seed in range(given.partitions):
        settled = _right(beside, kept, moods_left_out(documents, seed)[:first])
        print(f"modality left out, partition {seed}: {settled:.4f} right")
    settled = _right(beside, kept, [moods(d, of_moods) for d in beside])
    print(f"modality in sample: {settled:.4f} right")
    _kept_apart(list(_own("kept")), model, of_moods)
    if write:
        _write(WEIGHTS, model)
        _write(mood_model.WEIGHTS, of_moods)


def _own(which: str) -> list[Judged]:
    """Our own annotated documents."""
    with TemporaryDirectory() as place:
        write_own(which, Path(place))
        return list(judged(scorer(), Path(place)))


def _kept_apart(documents: Sequence[Judged], model: Model, of_moods: Model) -> None:
    """What the models make of documents that nothing was learned from."""
    odds = in_sample(documents, model)
    print(f"our own, kept apart: {_told(_score(documents, odds, model.least))}")
    kept = [_kept(chances, model.least) for chances in odds]
    settled = _right(documents, kept, [moods(d, of_moods) for d in documents])
    print(f"our own, kept apart, modality: {settled:.4f} right")


def _write(name: str, model: Model) -> None:
    target = LOADERS / name
    target.write_bytes(dumps(model))
    print(f"wrote {target.name}, {target.stat().st_size:,} bytes")


def _right(
    documents: Sequence[Judged], kept: Sequence[Sequence[int]], said: Sequence[Sequence[Modality]]
) -> float:
    """The share of right modalities over the facts that are kept and must be found."""
    hits = [
        mood == d.moods[j]
        for d, told, moods_said in zip(documents, kept, said, strict=True)
        for j, mood in enumerate(moods_said)
        if j in told and d.labels[j] == FACT
    ]
    return sum(hits) / max(len(hits), 1)


def _kept(chances: Chances, least: float) -> list[int]:
    return [j for j, c in enumerate(chances) if c is None or c.fact >= least * (c.fact + c.wrong)]


def _score(documents: Sequence[Judged], odds: Sequence[Chances], least: float) -> tuple[float, float, float]:
    """Precision, recall and F1 by the scorer's own matching of what is kept."""
    return _figures(documents, [_kept(chances, least) for chances in odds])


def _figures(documents: Sequence[Judged], kept: Sequence[Sequence[int]]) -> tuple[float, float, float]:
    labels = [
        label
        for d, told in zip(documents, kept, strict=True)
        for label in matched(d.optional, d.points, told)
    ]
    found, told = labels.count(FACT), len(labels) - labels.count(BORDERLINE)
    precision, recall = found / max(told, 1), found / sum(d.required for d in documents)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def _told(figures: tuple[float, float, float]) -> str:
    return "precision {:.3f} recall {:.3f} F1 {:.3f}".format(*figures)


def _thresholds(documents: Sequence[Judged], odds: Sequence[Chances], least: float) -> None:
    """What `--min-confidence` leaves, on documents left out."""
    kept = [
        [
            (j, LISTED if c is None else c.right)
            for j, c in enumerate(chances)
            if j in set(_kept(chances, least))
        ]
        for chances in odds
    ]
    sure = sorted((confidence for told in kept for _, confidence in told), reverse=True)
    for confidence in (0.0, 0.6, 0.7, 0.8, 0.9, sure[len(sure) // 2]):
        told = [[j for j, said in pairs if said >= confidence] for pairs in kept]
        labels = [
            label
            for d, js in zip(documents, told, strict=True)
            for label in matched(d.optional, d.points, js)
        ]
        right = 1 - labels.count(WRONG) / max(len(labels), 1)
        print(
            f"left out, confidence from {confidence:.2f}: {len(labels) / len(sure):4.0%} of the facts, {right:.3f} of them "
            f"right or borderline; without the borderline {_told(_figures(documents, told))}"
        )


def _calibration(documents: Sequence[Judged], apart: Sequence[Chances], seen: Sequence[Chances]) -> None:
    """How often a proposal is right, by what the model said of it."""
    right = np.array(
        [
            label in (FACT, BORDERLINE)
            for d in documents
            for label, names in zip(d.labels, d.features, strict=True)
            if names
        ]
    )
    left, own = (
        np.array([c.right for chances in odds for c in chances if c is not None]) for odds in (apart, seen)
    )
    for low in np.arange(0, 1, 0.1):
        inside, sample = ((said >= low) & (said < low + 0.1) for said in (left, own))
        if inside.any() and sample.any():
            print(
                f"confidence {low:.1f} to {low + 0.1:.1f}: {right[inside].mean():.2f} right of {inside.sum():4d} left out, "
                f"{right[sample].mean():.2f} of {sample.sum():4d} in sample"
            )


if __name__ == "__main__":
    main()

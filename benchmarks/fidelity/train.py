"""Fit the model that judges proposed actions, and say how it does on documents that it was not fitted on.

    python benchmarks/fidelity/train.py           # leave-documents-out figures only
    python benchmarks/fidelity/train.py --write   # and fit on all, into loaders/confidence.json

Needs scikit-learn, which gestae itself does not.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

import numpy as np
from annotated import BORDERLINE, FACT, Judged, judged, scorer
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

TARGET = Path(__file__).parents[2] / "loaders" / "confidence.json"
FOLDS = 13
STRENGTH = 0.06
"""Inverse of the L2 penalty, the best of 0.01 to 0.3 on documents left out."""
RARE = 3
"""Features seen less often are left out."""


def main() -> None:
    """Cross-validate, and with `--write` fit on everything."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--write", action="store_true", help="fit on all documents and write the weights")
    write = options.parse_args().write
    documents = list(judged(scorer()))
    odds = _left_out(documents)
    least, found = max(
        ((t, _f1(documents, odds, t)) for t in np.arange(0.1, 0.6, 0.02)), key=lambda p: p[1][2]
    )
    print(
        f"documents left out, {FOLDS} folds: precision {found[0]:.3f} recall {found[1]:.3f} F1 {found[2]:.3f} at odds {least:.2f}"
    )
    _calibration(documents, odds)
    if write:
        weights = _fit([row for d in documents for row in d.proposals])
        TARGET.write_text(json.dumps({"least": round(float(least), 2), "weights": weights}, indent=0) + "\n")
        print(f"{len(weights)} features in {TARGET.name}")


def _matrix(rows: list[tuple[tuple[str, ...], int]]) -> tuple[DictVectorizer, object, list[int]]:
    seen = Counter(name for names, _ in rows for name in set(names))
    vectors = DictVectorizer()
    known = vectors.fit_transform([{n: 1 for n in names if seen[n] >= RARE} for names, _ in rows])
    return vectors, known, [label for _, label in rows]


def _left_out(documents: list[Judged]) -> list[np.ndarray]:
    """For each document the probabilities of its proposals by a model that has not seen it."""
    out: list[np.ndarray] = [np.zeros((0, 3))] * len(documents)
    for fold in range(FOLDS):
        rows = [row for i, d in enumerate(documents) if i % FOLDS != fold for row in d.proposals]
        vectors, known, labels = _matrix(rows)
        model = LogisticRegression(C=STRENGTH, max_iter=500).fit(known, labels)
        for i, d in enumerate(documents):
            if i % FOLDS == fold and d.proposals:
                out[i] = model.predict_proba(
                    vectors.transform([dict.fromkeys(names, 1) for names, _ in d.proposals])
                )
    return out


def _fit(rows: list[tuple[tuple[str, ...], int]]) -> dict[str, list[float]]:
    vectors, known, labels = _matrix(rows)
    model = LogisticRegression(C=STRENGTH, max_iter=500).fit(known, labels)
    weights = {
        n: [round(float(c), 3) for c in model.coef_[:, i]] for n, i in sorted(vectors.vocabulary_.items())
    }
    weights["bias"] = [round(w + float(b), 3) for w, b in zip(weights["bias"], model.intercept_, strict=True)]
    return {n: w for n, w in weights.items() if max(map(abs, w)) >= 0.01}


def _f1(documents: list[Judged], odds: list[np.ndarray], least: float) -> tuple[float, float, float]:
    found = told = 0
    for document, chances in zip(documents, odds, strict=True):
        for (_, label), (fact, _, wrong) in zip(document.proposals, chances, strict=True):
            if fact >= least * (fact + wrong):
                found += label == FACT
                told += label != BORDERLINE
    precision, recall = found / max(told, 1), found / sum(d.required for d in documents)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def _calibration(documents: list[Judged], odds: list[np.ndarray]) -> None:
    """How often a proposal is right, by what the model said of it."""
    said = np.array([fact + maybe for chances in odds for fact, maybe, _ in chances])
    right = np.array([label in (FACT, BORDERLINE) for d in documents for _, label in d.proposals])
    for low in np.arange(0, 1, 0.1):
        inside = (said >= low) & (said < low + 0.1)
        if inside.any():
            print(
                f"confidence {low:.1f} to {low + 0.1:.1f}: {inside.sum():5d} proposals, {right[inside].mean():.2f} right"
            )


if __name__ == "__main__":
    main()

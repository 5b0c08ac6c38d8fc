"""The logistic model over the features of proposals: fitted, on all documents or with some left out."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from annotated import Judged
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from gestae.loaders.confidence import Judgement, Model

FOLDS = 13
STRENGTH = 0.035
"""Inverse of the L2 penalty, the best of 0.015 to 0.1 on documents left out."""
RARE = 3
"""Features seen less often are left out."""

Chances = Sequence[Judgement | None]
"""What a model says of each proposal of a document; nothing of one without features."""


def left_out(documents: Sequence[Judged], seed: int) -> list[Chances]:
    """For each document what a model says that has not seen it."""
    fold = np.empty(len(documents), dtype=int)
    fold[np.random.RandomState(seed).permutation(len(documents))] = np.arange(len(documents)) % FOLDS
    out: list[Chances] = [()] * len(documents)
    for part in range(FOLDS):
        model = fitted([d for d, f in zip(documents, fold, strict=True) if f != part], 0.0)
        for i in np.flatnonzero(fold == part):
            out[i] = chances(documents[i], model)
    return out


def in_sample(documents: Sequence[Judged], model: Model) -> list[Chances]:
    """For each document what a model says."""
    return [chances(document, model) for document in documents]


def chances(document: Judged, model: Model) -> Chances:
    """What a model says of each proposal of a document."""
    return [model.judge(names) if names else None for names in document.features]


def fitted(documents: Sequence[Judged], least: float) -> Model:
    """The model of these documents; the same documents give the same weights."""
    rows = [
        (names, label) for d in documents for names, label in zip(d.features, d.labels, strict=True) if names
    ]
    seen = Counter(name for names, _ in rows for name in set(names))
    vectors = DictVectorizer(dtype=np.float64)
    known = vectors.fit_transform([{n: 1 for n in names if seen[n] >= RARE} for names, _ in rows])
    model = LogisticRegression(C=STRENGTH, max_iter=500).fit(known, [label for _, label in rows])
    weights = model.coef_.T.astype(np.float32)
    weights[vectors.vocabulary_["bias"]] += model.intercept_
    return Model(tuple(vectors.feature_names_), weights, least)

"""The logistic model over the features and meanings of proposals: fitted, on all documents or with some left out."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from annotated import Judged
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from gestae.loaders.confidence import Judgement, Model
from gestae.loaders.meaning import CONTEXT, Meaning
from gestae.loaders.moods import MOODS, settled
from gestae.ontology.facts import Modality

FOLDS = 8
PENALTY = 30.0
"""L2 penalty, the best of 20 to 40 on documents left out."""
MILD = 10.0
"""The same for modalities, of which there are fewer."""
SURER = 0.3
"""How much likelier another modality must be than that of the rules; on documents left out 0.2 to 0.5 do about as well."""
RARE = 3
"""Features seen less often are left out."""
AXES = 80
"""Principal axes of the context that are used."""
CLASSES = 3

Chances = Sequence[Judgement | None]
"""What a model says of each proposal of a document; nothing of one without features."""
Floats = NDArray[np.float64]


Told = TypeVar("Told")
Row = tuple[tuple[str, ...], Meaning, int]
"""The features, the meaning and the class of a proposal."""


def left_out(documents: Sequence[Judged], seed: int) -> list[Chances]:
    """For each document what a model says that has not seen it."""
    return _apart(documents, seed, lambda rest: fitted(rest, 0.0), chances)


def moods_left_out(documents: Sequence[Judged], seed: int) -> list[Sequence[Modality]]:
    """For each document the modalities of its proposals, settled by a model that has not seen it."""
    return _apart(documents, seed, fitted_moods, moods)


def _apart(
    documents: Sequence[Judged],
    seed: int,
    fit: Callable[[Sequence[Judged]], Model],
    say: Callable[[Judged, Model], Told],
) -> list[Told]:
    fold = np.empty(len(documents), dtype=int)
    fold[np.random.RandomState(seed).permutation(len(documents))] = np.arange(len(documents)) % FOLDS
    models = [fit([d for d, f in zip(documents, fold, strict=True) if f != part]) for part in range(FOLDS)]
    return [say(document, models[part]) for document, part in zip(documents, fold, strict=True)]


def in_sample(documents: Sequence[Judged], model: Model) -> list[Chances]:
    """For each document what a model says."""
    return [chances(document, model) for document in documents]


def chances(document: Judged, model: Model) -> Chances:
    """What a model says of each proposal of a document."""
    pairs = zip(document.features, document.meanings, strict=True)
    return [model.judge(names, about) if names else None for names, about in pairs]


def moods(document: Judged, model: Model) -> Sequence[Modality]:
    """The modality of each proposal of a document as a model settles it."""
    rows = zip(document.rules, document.features, document.meanings, strict=True)
    return [settled(rule, names, about, model) if names else rule for rule, names, about in rows]


def fitted(documents: Sequence[Judged], least: float) -> Model:
    """The model of which proposals are facts; the same documents give the same weights."""
    rows = [
        (names, about, label)
        for d in documents
        for names, about, label in zip(d.features, d.meanings, d.labels, strict=True)
        if names and about is not None
    ]
    return _model(rows, CLASSES, PENALTY, least)


def fitted_moods(documents: Sequence[Judged]) -> Model:
    """The model of modalities, from the proposals that match an annotated action."""
    rows = [
        (names, about, MOODS.index(mood))
        for d in documents
        for names, about, mood in zip(d.features, d.meanings, d.moods, strict=True)
        if names and about is not None and mood is not None
    ]
    return _model(rows, len(MOODS), MILD, SURER)


def _model(rows: Sequence[Row], classes: int, penalty: float, least: float) -> Model:
    names, flags = _flags([names for names, _, _ in rows])
    words = np.array([about[0] for _, about, _ in rows], dtype=float)
    axes = _axes([about for _, about, _ in rows])
    placed = axes.placed([about for _, about, _ in rows])
    labels = np.array([label for _, _, label in rows])
    weights = _logistic(flags, np.hstack([words, placed]), np.eye(classes)[labels], penalty)
    of_names, rest = weights[: len(names)], weights[len(names) : -1]
    of_words, of_axes = rest[: words.shape[1]], rest[words.shape[1] :]
    of_context = axes.turned @ of_axes
    of_names[names.index("bias")] += weights[-1] - axes.usual @ of_context
    parts = (of_names, of_words, of_context, axes.usual)
    return Model(tuple(names), *(part.astype(np.float32) for part in parts), least)


@dataclass(frozen=True)
class _Axes:
    """The principal axes of contexts: what is usual, and what turns a context into its place on them."""

    usual: Floats
    turned: Floats

    def placed(self, meanings: Sequence[Meaning]) -> Floats:
        contexts = [self.usual if context is None else context for _, context in meanings]
        placed: Floats = (np.array(contexts, dtype=float) - self.usual) @ self.turned
        return placed


def _axes(meanings: Sequence[Meaning]) -> _Axes:
    contexts = np.array([c for _, c in meanings if c is not None], dtype=float).reshape(-1, CONTEXT)
    usual, spread = contexts.mean(axis=0), contexts.std(axis=0) + 1e-9
    values, vectors = np.linalg.eigh(np.cov((contexts - usual) / spread, rowvar=False))
    order = np.argsort(-values)[:AXES]
    # The longest axis gets the spread of a feature that is there or not.
    turned = vectors[:, order] / np.sqrt(values[order[0]]) / spread[:, None]
    return _Axes(usual, turned)


def _flags(described: Sequence[tuple[str, ...]]) -> tuple[list[str], csr_matrix]:
    seen = Counter(name for names in described for name in set(names))
    names = sorted(name for name, number in seen.items() if number >= RARE)
    column = {name: i for i, name in enumerate(names)}
    cells = [(i, column[n]) for i, told in enumerate(described) for n in set(told) if n in column]
    rows, columns = (np.array(part) for part in zip(*cells, strict=True))
    return names, csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(described), len(names)))


def _logistic(flags: csr_matrix, numbers: Floats, wanted: Floats, penalty: float) -> Floats:
    """Weights of a multinomial logistic regression by L-BFGS; the last row is the intercept, without penalty.

    `wanted` has a row for each proposal and a column for each class, 1 for its own.
    """
    width, back, classes = flags.shape[1], flags.T.tocsr(), wanted.shape[1]

    def loss(flat: Floats) -> tuple[float, Floats]:
        weights = flat.reshape(-1, classes)
        score = flags @ weights[:width] + numbers @ weights[width:-1] + weights[-1]
        score -= score.max(axis=1, keepdims=True)
        chance = np.exp(score)
        chance /= chance.sum(axis=1, keepdims=True)
        cost = -np.log((chance * wanted).sum(axis=1) + 1e-12).sum()
        off = chance - wanted
        slope = np.vstack([back @ off, numbers.T @ off, off.sum(axis=0)])
        slope[:-1] += penalty * weights[:-1]
        return cost + penalty / 2 * float((weights[:-1] ** 2).sum()), slope.ravel()

    start = np.zeros((width + numbers.shape[1] + 1) * classes)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 150, "maxcor": 10})
    weights: Floats = found.x.reshape(-1, classes)
    return weights

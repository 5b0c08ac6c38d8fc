"""Turn the words of many documents into vectors by the words that they stand with: loaders/word_vectors.npz.

    python benchmarks/fidelity/word_vectors.py FOLDER

FOLDER holds Markdown or text, with or without front matter, read until `WORDS` words are reached. Only lemmas
that occur at least 25 times are kept, without what was said with them. Takes about 20 minutes; needs
SciPy (`pip install -e ".[train]"`). No annotation is read, so what is learned here needs no guard.
"""

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.linalg import svds

from gestae.loaders.archive import packed, text
from gestae.loaders.parse import pipeline
from gestae.loaders.word_vectors import DATA, DIMENSIONS, SCALE

TARGET = Path(__file__).parents[2] / "loaders" / DATA
WORDS = 4_300_000
LONGEST = 40_000
"""Bytes of a document; longer ones are transcripts that would outweigh the rest."""
LEAST, LEAST_BESIDE = 25, 15
AXES = 100
"""Dimensions that are reduced to, and scaled to length one; the first of them are kept."""
_OPEN = {"VERB": "V", "NOUN": "N", "PROPN": "N", "ADJ": "A"}

Pairs = Counter[tuple[str, str]]


def main() -> None:
    """Count, reduce, write."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("folder", type=Path)
    folder = options.parse_args().folder
    seen, pairs = counted(paragraphs(folder))
    words = [word for word, number in seen.items() if number >= LEAST]
    places = np.rint(vectors(words, pairs) * SCALE).astype(np.int8)
    TARGET.write_bytes(packed({"words": text(words), "vectors": places}))
    print(f"{len(words)} words: {TARGET.stat().st_size:,} bytes")


def paragraphs(folder: Path) -> Iterator[str]:
    """The paragraphs of the documents, in an order that is the same each time."""
    paths = sorted(p for p in folder.rglob("*") if p.suffix in {".md", ".txt"} and p.stat().st_size < LONGEST)
    random.Random(5).shuffle(paths)  # noqa: S311
    for path in paths:
        whole = path.read_text(encoding="utf-8", errors="ignore")
        body = whole.split("---", 2)[-1] if whole.startswith("---") else whole
        yield from (part.strip().lstrip("-* ") for part in re.split(r"\n\s*\n", body) if len(part) < 4_000)


def counted(parts: Iterator[str]) -> tuple[Counter[str], Pairs]:
    """How often each lemma occurs, and how often beside what in the parse."""
    nlp = pipeline()
    seen: Counter[str] = Counter()
    pairs: Pairs = Counter()
    total = 0
    for doc in nlp.pipe(parts, batch_size=64, disable=["ner"]):
        for token in doc:
            if token.pos_ not in _OPEN or not token.is_alpha:
                continue
            word = f"{_OPEN[token.pos_]}:{token.lemma_.lower()}"
            seen[word] += 1
            pairs.update((word, beside) for beside in neighbours(token))
        total += len(doc)
        if total > WORDS:
            break
    return seen, pairs


def neighbours(token: object) -> Iterator[str]:
    """What a token stands with: its head and its children, each with the arc between."""
    head, arc = token.head, token.dep_  # type: ignore[attr-defined]
    if arc == "conj":
        yield f"&{head.lemma_.lower()}"
    elif arc == "pobj":
        yield f"p:{head.lower_}"
        yield f"P:{head.lower_}:{head.head.lemma_.lower()}"
    else:
        yield f"{arc}<{head.lemma_.lower()}"
    for child in token.children:  # type: ignore[attr-defined]
        if child.dep_ == "prep":
            yield f"prep>{child.lower_}"
        elif child.dep_ not in {"punct", "det", "cc"}:
            yield f"{child.dep_}>{child.lemma_.lower()}"


def vectors(words: list[str], pairs: Pairs) -> NDArray[np.float64]:
    """A unit vector for each word: positive pointwise mutual information, reduced."""
    row = {word: i for i, word in enumerate(words)}
    beside: Counter[str] = Counter()
    for (word, other), number in pairs.items():
        if word in row:
            beside[other] += number
    column = {other: i for i, other in enumerate(o for o, n in beside.items() if n >= LEAST_BESIDE)}
    cells = [(row[w], column[o], n) for (w, o), n in pairs.items() if w in row and o in column]
    rows, columns, numbers = (np.array(part) for part in zip(*cells, strict=True))
    counts = csr_matrix((numbers.astype(float), (rows, columns)), shape=(len(row), len(column)))
    often = np.asarray(counts.sum(axis=1)).ravel()
    # The exponent smooths the counts of rare neighbours, as Levy and others do.
    shared = np.asarray(counts.sum(axis=0)).ravel() ** 0.75
    shared /= shared.sum()
    told = np.maximum(np.log(numbers / (often[rows] * shared[columns])), 0)
    left, scale, _ = svds(csr_matrix((told, (rows, columns)), shape=counts.shape), k=AXES, random_state=0)
    order = np.argsort(-scale)
    found = left[:, order] * np.sqrt(scale[order])
    found /= np.linalg.norm(found, axis=1, keepdims=True) + 1e-9
    kept: NDArray[np.float64] = found[:, :DIMENSIONS]
    return kept


if __name__ == "__main__":
    main()

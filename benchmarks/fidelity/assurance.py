"""How often numbers, laws and members are right, by how they were read: the figures of loaders/assurance.py.

python benchmarks/fidelity/assurance.py
"""

from collections import Counter
from math import sqrt
from typing import Any

from annotated import annotations, documents, scorer

from gestae.loaders.rules import read
from gestae.ontology.facts import Action, Document, Fact, Instrument, Membership, Statistic

__all__ = ["wilson"]

_Z = 1.96


def main() -> None:
    """Print right, all and the lower bound for each kind and confidence."""
    score = scorer()
    right: Counter[tuple[str, float]] = Counter()
    total: Counter[tuple[str, float]] = Counter()
    for document in documents():
        rows = [_row(fact, document) for fact in read(document) if not isinstance(fact, Action)]
        text = score.Text(document.text)
        report = score.score_document(annotations(document), rows, text)
        wrong = {id(row) for kind in report.values() for row in kind["wrong"]}
        for row in rows:
            manner = (row["kind"], row["confidence"])
            total[manner] += 1
            right[manner] += id(row) not in wrong
    for manner, number in sorted(total.items()):
        kind, confidence = manner
        print(
            f"{kind:10} told as {confidence:.2f}: {right[manner]:3} of {number:3}, at least {wilson(right[manner], number)[0]:.2f}"
        )


def wilson(right: int, number: int) -> tuple[float, float]:
    """The bounds of Wilson's 95 % interval of a share; from 0 to 1 where nothing was counted."""
    if not number:
        return 0.0, 1.0
    share, square = right / number, _Z * _Z
    middle = share + square / (2 * number)
    half = _Z * sqrt(share * (1 - share) / number + square / (4 * number * number))
    return (middle - half) / (1 + square / number), (middle + half) / (1 + square / number)


def _row(fact: Fact, document: Document) -> dict[str, Any]:
    row: dict[str, Any] = {"quote": fact.quote.text, "confidence": fact.confidence, "document": document.name}
    match fact:
        case Statistic():
            row |= {"kind": "statistic", "value": float(fact.value), "unit": fact.unit}
        case Instrument():
            row |= {"kind": "instrument", "name": fact.name, "identifier": fact.identifier}
        case Membership():
            row |= {
                "kind": "membership",
                "member": fact.member.name,
                "member_text": fact.member.text,
                "group": fact.group.name,
                "group_text": fact.group.text,
            }
    return row


if __name__ == "__main__":
    main()

"""How sure facts are that no model judges: numbers, laws and members, by how they were read.

Each figure is the lower bound of Wilson's 95 % interval (1927) of how often facts that were read so are right in
the annotated documents, by `benchmarks/fidelity/assurance.py`; the bound, because the rules were written with
those documents at hand and no others are annotated.
"""

from dataclasses import replace

from gestae.ontology.facts import Fact, Instrument, Membership, Statistic

__all__ = ["assured"]

STATISTIC = 0.96
MEMBER = 0.94
INSTRUMENT = 0.97
"""The most that a law or order can have; its own reader says less where it knows less."""


def assured(fact: Fact) -> Fact:
    """The fact with its confidence."""
    match fact:
        case Statistic():
            return replace(fact, confidence=STATISTIC)
        case Membership():
            return replace(fact, confidence=MEMBER)
        case Instrument():
            return replace(fact, confidence=min(fact.confidence, INSTRUMENT))
    return fact

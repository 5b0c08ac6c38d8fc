"""Which of the proposed actions are told, and how sure each is."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gestae.loaders.confidence import Model, model
from gestae.loaders.features import features
from gestae.loaders.meaning import meaning
from gestae.loaders.moods import settled
from gestae.loaders.scene import Proposal, Scene
from gestae.loaders.surroundings import Surroundings
from gestae.ontology.facts import Action

__all__ = ["described", "judged"]

LISTED = 0.8
"""Confidence of an action that its place in a list says; there is no clause to judge."""


def judged(
    view: Scene, proposals: Sequence[Proposal], fitted: Model | None = None
) -> Iterator[tuple[Action, Proposal]]:
    """The actions that are worth telling, each with its confidence and the proposal that it was."""
    weights = fitted or model()
    for proposal, names in zip(proposals, described(view, proposals), strict=True):
        action = proposal.found.action
        if not names:
            yield replace(action, confidence=LISTED), proposal
            continue
        about = meaning(proposal)
        judgement = weights.judge(names, about)
        if weights.keeps(judgement):
            mood = settled(action.modality, names, about)
            yield replace(action, modality=mood, confidence=round(judgement.right, 2)), proposal


def described(view: Scene, proposals: Sequence[Proposal]) -> Iterator[tuple[str, ...]]:
    """The features of each proposal of a document; none for one without a clause."""
    around = Surroundings(view, proposals)
    for index, proposal in enumerate(proposals):
        found = proposal.found
        if found.clause is None:
            yield ()
            continue
        own = features(found.action, found.clause, proposal.line.sentence, found.subject)
        yield (*own, *around.features(index))

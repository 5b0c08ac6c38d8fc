import datetime

import numpy as np

from gestae.loaders.judging import judged
from gestae.loaders.meaning import CONTEXT, WORDS, meaning
from gestae.loaders.parse import pipeline
from gestae.loaders.rules import propose, scene
from gestae.ontology.facts import Document

NOTE = Document("note", "The Harbor Commission closed two piers.", None, datetime.date(2031, 5, 6))


def test_a_proposal_has_numbers_for_its_words_and_their_context() -> None:
    (proposal,) = propose(scene(NOTE, pipeline()))
    words, context = meaning(proposal) or (None, None)
    assert words is not None and words.shape == (WORDS,) and words.any()
    assert context is not None and context.shape == (CONTEXT,) and np.isfinite(context).all()


def test_a_pipeline_with_other_vectors_is_judged_without_them() -> None:
    view = scene(NOTE, pipeline())
    proposals = list(propose(view))
    for proposal in proposals:
        if proposal.found.clause is not None:
            proposal.found.clause.verb.doc.tensor = np.zeros((0,), dtype=np.float32)
    assert all(about is None or about[1] is None for about in map(meaning, proposals))
    assert all(0 < action.confidence <= 1 for action, _ in judged(view, proposals))

"""What a proposed action is about, as numbers: its words by how they are used, and their place in the sentence.

The first are vectors of the words themselves (`word_vectors`), the second the vectors that spaCy's small English
pipelines make of each token in its sentence for their own use (`Doc.tensor`), which cost nothing more. Another
pipeline has others; there they are left out.
"""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from gestae.loaders.scene import Proposal
from gestae.loaders.word_vectors import DIMENSIONS, vector

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["CONTEXT", "WORDS", "Meaning", "meaning"]

_WIDTH = 96
"""Numbers of a token's vector in spaCy's small pipelines."""
WORDS = 4 * DIMENSIONS
"""Numbers of the words: predicate, subject, object, governing predicate."""
CONTEXT = 5 * _WIDTH
"""Numbers of the context: predicate, subject, object, root of the sentence, governing predicate."""
_WEIGHT = 2
"""How far the vectors of words are stretched against the features, the best of 1 to 4 on documents left out."""

Meaning = tuple[NDArray[np.float32], NDArray[np.float32] | None]
"""`WORDS` and `CONTEXT` numbers; no context where the pipeline has none of the kind."""


def meaning(proposal: Proposal) -> Meaning | None:
    """The numbers of a proposal; none for one without a clause."""
    clause = proposal.found.clause
    if clause is None:
        return None
    verb, subject = clause.verb, proposal.found.subject
    thing = clause.objects[0] if clause.objects else clause.complement or clause.preposition
    over = clause.governors[0] if clause.governors else None
    words = np.concatenate([
        _word(verb, verb=True), _word(subject, verb=False), _word(thing, verb=False), _word(over, verb=True)
    ])  # fmt: skip
    if not _small(verb.doc):
        return words * _WEIGHT, None
    tokens = (verb, subject, thing, proposal.line.sentence.tokens.root, over)
    return words * _WEIGHT, np.concatenate([_context(token, verb.doc) for token in tokens])


def _word(token: "Token | None", *, verb: bool) -> NDArray[np.float32]:
    return vector(token.lemma_.lower() if token is not None else "", verb=verb)


def _context(token: "Token | None", doc: "Doc") -> NDArray[np.float32]:
    if token is None or token.doc is not doc:
        return np.zeros(_WIDTH, dtype=np.float32)
    return np.asarray(doc.tensor[token.i], dtype=np.float32)


def _small(doc: "Doc") -> bool:
    """Whether the vectors of a parse are those of a small pipeline; larger ones have vectors of words too."""
    return doc.tensor.ndim == 2 and doc.tensor.shape[1] == _WIDTH and doc.vocab.vectors_length == 0

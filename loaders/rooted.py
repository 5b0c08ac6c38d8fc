"""Whether each word of a parsed block hangs on a root, over whatever words: what is set right by hand may close into a ring."""

from typing import TYPE_CHECKING

import numpy

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["is_rooted"]


def is_rooted(doc: "Doc") -> bool:
    """Whether the arcs of a parse lead from every word to one that hangs on itself."""
    words = numpy.arange(len(doc))
    heads = over = words + doc.to_array(["HEAD"]).astype("int64").reshape(-1)
    for _ in range(len(doc).bit_length()):
        over = over[over]
    return bool((heads[over] == over).all())

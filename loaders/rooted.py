"""Whether each word of a parsed block hangs on a root, over whatever words: what is set right by hand may close into a ring."""

from typing import TYPE_CHECKING

import numpy

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["below", "is_rooted"]


def is_rooted(doc: "Doc") -> bool:
    """Whether the arcs of a parse lead from every word to one that hangs on itself."""
    words = numpy.arange(len(doc))
    heads = over = words + doc.to_array(["HEAD"]).astype("int64").reshape(-1)
    for _ in range(len(doc).bit_length()):
        over = over[over]
    return bool((heads[over] == over).all())


def below(token: "Token") -> list["Token"]:
    """A word with all that hangs on it, in the order of the text; in a ring spaCy's own `subtree` would never end."""
    found = {token.i: token}
    waiting = [token]
    while waiting:
        for child in waiting.pop().children:
            if child.i not in found:
                found[child.i] = child
                waiting.append(child)
    return [found[at] for at in sorted(found)]

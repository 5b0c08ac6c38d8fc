"""The graph of what comparing found, kept with the store: made anew when what it rests on has changed."""

import hashlib
from functools import lru_cache
from importlib.resources import files

from gestae.graph.comparison import compare
from gestae.graph.comparison_triples import triples
from gestae.graph.dataset import Store
from gestae.graph.folder import write_whole
from gestae.graph.sketches import Sketches

__all__ = ["update"]

_STAMP = "compared.txt"
_SKETCHES = "sketches.npy"
_ROOMS = ("ontology", "graph")


def update(store: Store) -> bool:
    """Compare the statements of a store again, unless they are those that were compared last; true if so.

    To be called when documents or judgements have changed. A run that is broken off before the end leaves
    the graph as it was, and the next call makes it.
    """
    stamp = _fingerprint(store)
    path = store.folder / _STAMP
    if path.exists() and path.read_text(encoding="utf-8") == stamp:
        return False
    path.unlink(missing_ok=True)
    with Sketches(store.folder / _SKETCHES, store.text) as sketches:
        store.put_graph(store.comparison, triples(compare(store, sketches.of), store.base))
    write_whole(path, stamp.encode())
    return True


def _fingerprint(store: Store) -> str:
    """A hash of what is compared, as far as it can change: readings, judgements, authority data, and rules."""
    whole = hashlib.sha256(_rules())
    for iri, reading in sorted(store.readings.known.items()):
        whole.update(f"{iri}\t{reading}\n".encode())
    for document in store.documents():
        whole.update(f"{document.version}\t{document.date}\t{document.publisher}\n".encode())
    for graph in (store.judgements, store.authority):
        quads = store.quads.quads_for_pattern(None, None, None, graph)
        whole.update("\n".join(sorted(str(quad.triple) for quad in quads)).encode())
    return whole.hexdigest()


@lru_cache(maxsize=1)
def _rules() -> bytes:
    whole = hashlib.sha256()
    for room in _ROOMS:
        for part in sorted(files(f"gestae.{room}").iterdir(), key=lambda part: part.name):
            if part.name.endswith((".py", "actions.ttl")):
                whole.update(part.read_bytes())
    return whole.digest()

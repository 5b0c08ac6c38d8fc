"""Which entities a person means: by IRI, by a name in the store, else by one of the authority files."""

import pyoxigraph as ox

from gestae.graph.dataset import Store
from gestae.graph.judgements import Judgements
from gestae.graph.one import is_entity
from gestae.graph.show import find, label
from gestae.ontology import iris
from gestae.ontology.authority import Authority
from gestae.ontology.errors import NotFound
from gestae.ontology.terms import GESTAE

__all__ = ["entities", "one_entity", "wrongly_linked"]


def entities(store: Store, authority: Authority, called: str) -> list[str]:
    """The actors, laws and places that are called so; authority entries first.

    :raises NotFound: if there is none.
    """
    known = Judgements.of(store)
    if known.name(called) or is_entity(store, authority, called):
        return [called]
    found = [iri for iri in find(store, called) if is_entity(store, authority, iri)]
    if not found and "://" not in called:
        found = [entity.iri for entity in authority.find(called)]
    if not found:
        raise NotFound(f"no actor, law or place of the store or the authority files is called {called!r}")
    return sorted(found, key=lambda iri: (authority.by_iri(iri) is None, iri))


def one_entity(store: Store, authority: Authority, called: str) -> str:
    """The one that is called so.

    :raises NotFound: if there is none, or more than one.
    """
    found = entities(store, authority, called)
    if len(found) > 1:
        choice = "; ".join(f"{label(store, iri)} <{iri}>" for iri in found)
        raise NotFound(f"{called!r} is the name of {len(found)} things, give one IRI, or --every: {choice}")
    return found[0]


def wrongly_linked(store: Store, words: str, entity: str) -> list[str]:
    """What words stand for where they are not an entity that documents linked them to: one in each document."""
    found = []
    for quad in store.quads.quads_for_pattern(None, GESTAE.entity, ox.NamedNode(entity), None):
        link = quad.subject
        if not isinstance(link, ox.NamedNode):
            continue
        of = store.quads.quads_for_pattern
        mentions = {getattr(q.object, "value", "") for q in of(link, GESTAE.mention, None, None)}
        if words in mentions:
            documents = [getattr(q.object, "value", "") for q in of(link, GESTAE.inDocument, None, None)]
            found += [iris.local_entity(document, "Actor", words) for document in documents]
    return sorted(set(found))

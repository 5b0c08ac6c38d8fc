"""What the store knows of an entity, whatever documents claim: names, classes, dates and signers."""

from collections.abc import Set
from functools import cached_property, lru_cache
from urllib.parse import urlsplit

from pyoxigraph import Literal, NamedNode

from gestae.graph.comparable_claims import Comparable
from gestae.graph.dataset import Store
from gestae.graph.judgements import is_authority
from gestae.ontology import iris
from gestae.ontology.terms import DCTERMS, GESTAE, ORG, RDF, RDFS, SCHEMA, SKOS

__all__ = ["Known", "host_of"]

_SURE = frozenset({"identifier", "name", "acronym", "judgement"})
"""Methods of links that leave no doubt whom or what the words mean."""
_NAMES = (RDFS.label, SKOS.altLabel, NamedNode(GESTAE.iri + "acronym"))


def host_of(url: str) -> str:
    """The host of an address, in lower case and without "www."; "" for what is no address."""
    try:
        return urlsplit(url).netloc.lower().removeprefix("www.")
    except ValueError:
        return ""


class Known:
    """Entities of a store, as far as comparing needs them; answers are kept, so that each is found once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.classes = lru_cache(maxsize=None)(self._classes)
        self.label = lru_cache(maxsize=None)(self._label)

    @staticmethod
    def shared(iri: str) -> bool:
        """Whether an entity is known beyond one document."""
        return Known.is_entity(iri) and is_authority(iri)

    def surely(self, told: Comparable, role: str) -> bool:
        """Whether an end of a claim was linked by its own name or number, or by a person, not by what is about it."""
        name = "name" if role == "instrument" else role
        words = told.words.get(f"{name}Text") or told.words.get(f"{name}Mention", "")
        node = NamedNode(iris.link(told.document.iri, words, told.links[role]))
        found = self._store.quads.quads_for_pattern(node, GESTAE.method, None)
        return any(getattr(quad.object, "value", "") in _SURE for quad in found)

    @staticmethod
    def is_entity(text: str) -> bool:
        """Whether a text is the IRI of something, and not a name."""
        return text.startswith(("http://", "https://", "urn:"))

    def called(self, name: str) -> str | None:
        """The one entity of authority data that answers to a name."""
        return self._called.get(name.casefold())

    def at_address(self, host: str) -> str | None:
        """The body of authority data whose pages stand at the name of a host or above it ("home.treasury.gov")."""
        parts = host.split(".")
        above = (".".join(parts[n:]) for n in range(len(parts) - 1))
        return next((self._hosts[name] for name in above if name in self._hosts), None)

    def date(self, iri: str) -> str:
        """Day of an instrument by authority data, as an ISO 8601 date, or ""."""
        return self._authority(iri, DCTERMS.date)

    def signer(self, iri: str) -> str:
        """Who signed an instrument by authority data, an IRI, or ""."""
        return self._authority(iri, GESTAE.signedBy)

    def body_of(self, iri: str) -> str:
        """The body that an office belongs to, or the entity itself; a name that no entity answers to stays as it is."""
        if not self.is_entity(iri):
            return iri
        return self._authority(iri, ORG.postIn) or iri

    def speaks_for(self, iri: str, body: str) -> bool:
        """Whether an entity is an office of a body, or held one, or of a body that this is part of or that is part of it."""
        if not self.is_entity(iri) or ORG.Organization in self.classes(iri):
            return False
        employers = self._reached(self._reached({iri}, ORG.holds), ORG.postIn) - {iri}
        employers = {one for one in employers if ORG.Organization in self.classes(one)}
        above = ORG.subOrganizationOf
        return body in self._reached(employers, above) or not employers.isdisjoint(
            self._reached({body}, above)
        )

    def _reached(self, iris: Set[str], predicate: NamedNode) -> set[str]:
        """Entities, and all that one property leads to from them, again and again."""
        found, ahead = set[str](), list(iris)
        while ahead:
            one = ahead.pop()
            if one in found or not self.is_entity(one):
                continue
            found.add(one)
            quads = self._store.quads.quads_for_pattern(NamedNode(one), predicate, None)
            ahead += (quad.object.value for quad in quads if isinstance(quad.object, NamedNode))
        return found

    def _authority(self, iri: str, predicate: NamedNode) -> str:
        graph = self._store.authority
        found = self._store.quads.quads_for_pattern(NamedNode(iri), predicate, None, graph)
        values = {getattr(quad.object, "value", "") for quad in found}
        return values.pop() if len(values) == 1 else ""

    def _classes(self, iri: str) -> frozenset[NamedNode]:
        if not iri:
            return frozenset()
        found = self._store.quads.quads_for_pattern(NamedNode(iri), RDF.type, None)
        return frozenset(quad.object for quad in found if isinstance(quad.object, NamedNode))

    def _label(self, iri: str) -> str:
        found = self._store.quads.quads_for_pattern(NamedNode(iri), RDFS.label, None)
        return min((getattr(quad.object, "value", "") for quad in found), default=iri)

    @cached_property
    def _hosts(self) -> dict[str, str]:
        found = self._store.quads.quads_for_pattern(None, SCHEMA.url, None, self._store.authority)
        return {
            host_of(quad.object.value): quad.subject.value
            for quad in found
            if isinstance(quad.object, Literal) and isinstance(quad.subject, NamedNode)
        }

    @cached_property
    def _called(self) -> dict[str, str]:
        entities: dict[str, set[str]] = {}
        for term in _NAMES:
            for quad in self._store.quads.quads_for_pattern(None, term, None, self._store.authority):
                if isinstance(quad.object, Literal) and isinstance(quad.subject, NamedNode):
                    entities.setdefault(quad.object.value.casefold(), set()).add(quad.subject.value)
        return {name: iris.pop() for name, iris in entities.items() if len(iris) == 1}

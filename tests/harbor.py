"""Statements of a harbor that is not there, for tests that compare what documents say."""

import datetime
from collections.abc import Callable
from decimal import Decimal

import pyoxigraph as ox

from gestae.graph.comparison import Comparison, compare
from gestae.graph.dataset import Store
from gestae.graph.findings import Finding
from gestae.loaders.triples import quads
from gestae.ontology.facts import (
    Action,
    Document,
    Fact,
    Instrument,
    Membership,
    Mention,
    Period,
    Quote,
    Reading,
    Statistic,
)
from gestae.ontology.links import Link, Links, RoleKind, mention_of
from gestae.ontology.terms import AUTHORITY, DCTERMS, GESTAE, ORG, RDF, RDFS, SCHEMA, XSD

ORDER = f"{AUTHORITY}instrument/eo-99999"
OTHER_ORDER = f"{AUTHORITY}instrument/eo-88888"
KNOWN = {
    "Harbor Order": ORDER,
    "Pier Order": OTHER_ORDER,
    "Ann Lee": f"{AUTHORITY}person/ann-lee",
    "Bo Ray": f"{AUTHORITY}person/bo-ray",
    "Harbor Council": f"{AUTHORITY}agency/harbor-council",
    "Ministry of Ports": f"{AUTHORITY}agency/ports",
    "Sea Institute": f"{AUTHORITY}body/sea-institute",
}
CLASSES = {
    "instrument": (GESTAE.Order, GESTAE.Instrument),
    "person": (GESTAE.Actor, SCHEMA.Person),
    "agency": (GESTAE.Actor, ORG.Organization),
    "body": (GESTAE.Actor, ORG.Organization),
}
Said = tuple[str, Callable[[Quote], Fact]]


def mention(name: str) -> Mention:
    return Mention(name, name)


def period(text: str | None) -> Period | None:
    if not text:
        return None
    start, _, end = text.partition("/")
    return Period(start, end or start, f"in {text}")


def did(
    words: str, actor: str, verb: str, thing: str, kind: str = "Sign", time: str | None = None, **more: object
) -> Said:
    return words, lambda quote: Action(
        quote,
        mention(actor),
        verb,
        kind,
        mention(thing),
        time=period(time),
        **more,  # type: ignore[arg-type]
    )


def counted(
    words: str,
    value: str,
    unit: str,
    measure: str,
    bound: str = "exact",
    time: str | None = None,
    speaker: str | None = None,
    **names: str,
) -> Said:
    named = {role: mention(name) for role, name in names.items()}
    return words, lambda quote: Statistic(
        quote,
        Decimal(value),
        bound,
        unit,
        time=period(time),
        measure=measure,
        speaker=speaker,
        **named,  # type: ignore[arg-type]
    )


def belongs(words: str, member: str, group: str = "Harbor Council") -> Said:
    return words, lambda quote: Membership(quote, mention(member), mention(group))


def cites(words: str, name: str, day: str) -> Said:
    return words, lambda quote: Instrument(quote, name, "order", time=period(day))


def tell(
    store: Store,
    name: str,
    *said: Said,
    date: str | None = "2031-05-06",
    publisher: str | None = None,
    url: str | None = None,
    text: str = "",
    method: str = "name",
) -> str:
    """Put a document that says this into a store; its IRI."""
    whole = text + "\n\n".join(words for words, _ in said)
    day = datetime.date.fromisoformat(date) if date else None
    document = Document(name, whole, name.title(), day, publisher, url)
    facts = []
    for words, made in said:
        start = whole.index(words)
        facts.append(made(Quote(start, start + len(words), words)))
    links: dict[tuple[Mention, RoleKind], Link] = {}
    for fact in facts:
        if isinstance(fact, Instrument):
            links[mention_of(fact), "instrument"] = Link(mention_of(fact), KNOWN[fact.name], method)
        for each in ("actor", "object", "source", "member", "group"):
            one = getattr(fact, each, None)
            if isinstance(one, Mention):
                iri = KNOWN.get(one.name)
                if iri or each != "object":
                    links[one, "actor"] = Link(
                        one, iri, method if iri else "local", kind=None if iri else "Actor"
                    )
    store.put(document, quads(Reading(document, tuple(facts)), Links(links), base=store.base))
    return next(one.iri for one in store.documents() if one.name == name)


def know(store: Store, day: str = "2031-01-31") -> None:
    """Put what is known of the entities into the store; the Harbor Order was signed by Ann Lee on a day."""
    triples = []
    for name, iri in KNOWN.items():
        node = ox.NamedNode(iri)
        triples.append(ox.Triple(node, RDFS.label, ox.Literal(name)))
        triples += [
            ox.Triple(node, RDF.type, cls) for cls in CLASSES[iri.removeprefix(AUTHORITY).split("/")[0]]
        ]
    node = ox.NamedNode(ORDER)
    triples.append(ox.Triple(node, DCTERMS.date, ox.Literal(day, datatype=XSD.date)))
    triples.append(ox.Triple(node, DCTERMS.source, ox.Literal("9 Harbor Register 1")))
    triples.append(ox.Triple(node, GESTAE.signedBy, ox.NamedNode(KNOWN["Ann Lee"])))
    store.put_authority(triples)


def findings(store: Store, kind: str = "", rule: str = "") -> list[Finding]:
    found: Comparison = compare(store)
    return [one for one in found.findings if kind in ("", one.kind) and rule in ("", one.rule)]


def answers(finding: Finding) -> list[str]:
    return [answer.text for answer in finding.answers]

"""Memberships as they were attested: who belonged to a body, from the first to the last day on which somebody says so."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Triple

from gestae.graph.comparable_claims import Comparable
from gestae.graph.known import Known
from gestae.ontology import iris
from gestae.ontology.terms import GESTAE, ORG, RDF, RDFS, TIME, XSD

__all__ = ["attested"]


def attested(memberships: Iterable[Comparable], known: Known, base: str) -> Iterator[Triple]:
    """An `org:Membership` for each member, body and role, with its interval and the statements it rests on.

    Of bodies that more than one document may know. That somebody belonged on two days is no proof of the
    days between or beyond: the interval is what is attested. Without any day there is no interval.
    """
    groups: defaultdict[tuple[str, str, str], list[Comparable]] = defaultdict(list)
    for told in memberships:
        member, group = told.links.get("member", ""), told.links.get("group", "")
        if member and known.shared(group):
            groups[group, member, told.words.get("role", "")].append(told)
    for key, claims in sorted(groups.items()):
        yield from _membership(key, claims, base)


def _membership(key: tuple[str, str, str], claims: Iterable[Comparable], base: str) -> Iterator[Triple]:
    group, member, role = key
    node = NamedNode(iris.membership(base, *key))
    yield Triple(node, RDF.type, ORG.Membership)
    yield Triple(node, ORG.member, NamedNode(member))
    yield Triple(node, ORG.organization, NamedNode(group))
    if role:
        part = NamedNode(iris.authority("role", role))
        yield Triple(node, ORG.role, part)
        yield Triple(part, RDF.type, ORG.Role)
        yield Triple(part, RDFS.label, Literal(role.capitalize()))
    days: list[str] = []
    for told in claims:
        yield Triple(node, GESTAE.statedBy, NamedNode(told.statement))
        days += told.days or filter(None, (told.document.date,))
    if days:
        interval = NamedNode(f"{node.value}/interval")
        yield Triple(node, ORG.memberDuring, interval)
        yield Triple(interval, RDF.type, TIME.Interval)
        for end, day in ((TIME.hasBeginning, min(days)), (TIME.hasEnd, max(days))):
            instant = NamedNode(iris.day(base, day))
            yield Triple(interval, end, instant)
            yield Triple(instant, RDF.type, TIME.Instant)
            yield Triple(instant, TIME.inXSDDate, Literal(day, datatype=XSD.date))

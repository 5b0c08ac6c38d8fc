"""What the tests of the graph share: a small graph of our own."""

import datetime
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest

from gestae.graph.dataset import Store
from gestae.loaders.triples import quads
from gestae.ontology.facts import (
    Action,
    Document,
    Instrument,
    Membership,
    Mention,
    Period,
    Quote,
    Reading,
    Statistic,
)
from gestae.ontology.links import Link, Links, mention_of
from gestae.ontology.terms import GESTAE, RDF, RDFS, SKOS

NOTICE = (
    "The Ministry of Ports fined “Blue Ferry” on 4 May 2031 under the Harbor Act. "
    "MoP will open two piers. =SUM(1) of at least 1,250.5 to 1,300 boats were towed, critics say. "
    "The Ministry of Ports is a member of the Coast Council."
)
LETTER = "Blue Ferry denies that it paid the Ministry of Ports."
MINISTRY = "https://w3id.org/gestae/authority/agency/mop"


def quote(text: str, words: str) -> Quote:
    start = text.index(words)
    return Quote(start, start + len(words), words)


def readings() -> list[tuple[Reading, Links]]:
    ministry, short = Mention("Ministry of Ports", "Ministry of Ports"), Mention("MoP", "Ministry of Ports")
    ferry = Mention("“Blue Ferry”", "Blue Ferry")
    critics, act = Mention("critics", "critics"), Mention("Harbor Act", "Harbor Act of 1999")
    council = Mention("Coast Council", "Coast Council")
    plain_ferry = Mention("Blue Ferry", "Blue Ferry")
    day = Period("2031-05-04", "2031-05-04", "on 4 May 2031")
    fined = Action(
        quote(NOTICE, "The Ministry of Ports fined “Blue Ferry” on 4 May 2031"),
        *(ministry, "fine", "Sanction", ferry),
        time=day,
        under=act,
        confidence=0.9,
    )
    instrument = Instrument(quote(NOTICE, "the Harbor Act"), "Harbor Act of 1999", "law", "Pub. L. 999-1")
    notice = Reading(
        Document(
            "port/notice",
            NOTICE,
            "Notice",
            datetime.date(2031, 5, 6),
            "Ministry of Ports",
            "https://port.example/n",
        ),
        (
            fined,
            Action(
                quote(NOTICE, "MoP will open two piers"),
                *(short, "open", "Establish", Mention("two piers", "two piers")),
                modality="planned",
            ),
            Statistic(
                quote(NOTICE, "=SUM(1) of at least 1,250.5 to 1,300 boats were towed"),
                *(Decimal("1250.5"), "min", "boats", Decimal(1300), ministry),
                source=critics,
                result_of=fined,
            ),
            instrument,
            Membership(
                quote(NOTICE, "The Ministry of Ports is a member of the Coast Council"),
                ministry,
                council,
                "seat",
            ),
        ),
    )
    letter = Reading(
        Document("letter", LETTER),
        (
            Action(
                quote(LETTER, LETTER[:-1]),
                plain_ferry,
                "pay",
                "Fund",
                ministry,
                negated=True,
                source=plain_ferry,
            ),
        ),
    )
    known = {
        (ministry, "actor"): Link(ministry, MINISTRY, "label"),
        (short, "actor"): Link(short, MINISTRY, "acronym"),
        (ferry, "actor"): Link(ferry, None, "local", kind="Organization", label="Blue Ferry"),
        (critics, "actor"): Link(critics, None, "local", kind="Actor", label="critics"),
        (council, "actor"): Link(council, None, "local", kind="Organization", label="Coast Council"),
    }
    law = Link(
        mention_of(instrument),
        "https://w3id.org/gestae/authority/instrument/pub-l-999-1",
        "identifier",
        kind="Law",
        label="Harbor Act of 1999",
        identifier="Pub. L. 999-1",
    )
    known[mention_of(instrument), "instrument"] = law
    known[act, "instrument"] = law
    theirs = {
        (ministry, "actor"): Link(ministry, MINISTRY, "label"),
        (plain_ferry, "actor"): Link(plain_ferry, None, "local", kind="Organization", label="Blue Ferry"),
    }
    return [(notice, Links(known)), (letter, Links(theirs))]  # type: ignore[arg-type]


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Store]:
    """A store with a notice of all kinds of fact, a letter that denies something, and an authority entry."""
    with Store(tmp_path / "told", write=True) as store:
        for reading, links in readings():
            store.put(reading.document, quads(reading, links, base=store.base))
        node = ox.NamedNode(MINISTRY)
        labels = (
            (RDF.type, GESTAE.Actor),
            (RDFS.label, ox.Literal("Ministry of Ports and Piers")),
            (SKOS.altLabel, ox.Literal("Ministry of Ports")),
            (ox.NamedNode(GESTAE.iri + "acronym"), ox.Literal("MoP")),
        )
        store.put_authority(ox.Triple(node, term, value) for term, value in labels)
        yield store

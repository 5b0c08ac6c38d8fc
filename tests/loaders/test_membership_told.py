"""Lists of members are memberships, and no acts besides."""

from collections.abc import Callable
from datetime import date
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
import spacy

from gestae.loaders.membership_counted import counted
from gestae.loaders.membership_listings import _apposed, parts_of
from gestae.loaders.membership_seats import seats
from gestae.loaders.membership_titles import titled
from gestae.loaders.rules import read
from gestae.ontology.facts import Action, Document, Membership

if TYPE_CHECKING:
    from gestae.loaders.membership_paragraph import Paragraph

Told = Callable[[str], set[tuple[str, str]]]


@pytest.mark.parametrize(
    "text",
    [
        "Members of the Lamp Circle include the Director of the Mint and the Secretary of Energy.",
        "The Lamp Council shall include the Secretary of Energy, the Director of the Mint, and the Chief of the Coast Guard.",
    ],
)
def test_members_are_told_once(text: str) -> None:
    facts = list(read(Document("note", text, "Order", date(2023, 5, 2), "The White House")))
    assert [f for f in facts if isinstance(f, Membership)]
    assert not [f for f in facts if isinstance(f, Action)]


def test_what_a_plan_includes_stays_an_act() -> None:
    text = "The plan includes new funding. Members of the Harbor Council include the Secretary of State."
    facts = list(read(Document("note", text, "Order", date(2023, 5, 2), "The White House")))
    assert [f.object.text for f in facts if isinstance(f, Action)] == ["new funding"]


def test_long_runs_of_capitals_are_read_to_their_end() -> None:
    """A pattern that tries each capital anew would not come back from so many."""
    text = "HARBOR BOARD " * 20_000
    assert not list(counted(text, 0, len(text), bool))


def test_whose_bodies_are_counted_is_part_of_what_counts_them() -> None:
    text = "A pact joins Acme Harbor Board's two companies: Boreas and Cygnus."
    assert {text[slice(*group)] for _, group, _ in counted(text, 0, len(text), lambda _: False)} == {
        "Acme Harbor Board's two companies"
    }


@pytest.mark.parametrize(
    "text",
    [
        "If Norway will join the Pier Alliance, ships will come.",
        "Whether Norway will join the Harbor Alliance is open.",
        "Acme will join the Harbor Alliance if tolls fall.",
        "If Norway became a member of the Pier Alliance, ships would come.",
        "None of these have joined the Pier Pledge: Norway, Ghana, Kenya.",
        "The Harbor Board rejected Jane Roe as its chair.",
        "The Harbor Board does not want Jane Roe as its chair.",
        "The Lock Commission didn't appoint Jane Roe as its chair.",
        "The Lock Commission will meet without Jane Roe as its chair.",
        "The Harbor Board nominated Jane Roe of the Pier Council, and with John Doe as chair, the Lock Commission met.",
        "- Former Harbor Guild President Jane Roe\n\n- Pilots\n",
        "Former Harbor Guild President Jane Roe: “The pier is open.”",
        "Then Harbor Guild President Jane Roe: “The pier is open.”",
    ],
)
def test_what_is_supposed_denied_or_past_is_no_membership(told: Told, text: str) -> None:
    roles = {pair for pair in told(text) if pair != ("Jane Roe", "Pier Council")}
    assert not roles


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Norway will join the Pier Alliance.", ("Norway", "Pier Alliance")),
        ("The Lock Commission will meet with Jane Roe as its chair.", ("Jane Roe", "Lock Commission")),
        ("The Lock Commission chose Jane Roe as its chair.", ("Jane Roe", "Lock Commission")),
        ("The Pier Council, within the Harbor Department, met.", ("Pier Council", "Harbor Department")),
    ],
)
def test_what_is_told_is_a_membership(told: Told, text: str, pair: tuple[str, str]) -> None:
    assert pair in told(text)


def test_bodies_behind_long_runs_of_capitals_come_back() -> None:
    run = "HARBOR BOARD " * 10_000
    for text in (run + "within the harbor", run + "met within the Harbor Board."):
        assert not list(seats(text, 0, len(text)))
    assert not list(titled("A" * 40_000 + " Harbors President"))


@pytest.mark.parametrize(
    "tail", ["met, a group of firms including Acme.", "met and have joined the Harbor Alliance."]
)
def test_lists_behind_long_runs_of_capitals_come_back(tail: str) -> None:
    text = "HARBOR BOARD " * 10_000 + tail
    doc = spacy.blank("en")(text)
    here = SimpleNamespace(text=text, doc=doc, known=lambda _: False, pair=lambda *_: [])
    assert not list(parts_of(cast("Paragraph", here), 0, len(text)))
    assert _apposed(
        cast("Paragraph", here), 0, text.index("a group") if "a group" in text else len(text) - 1, len(text)
    )

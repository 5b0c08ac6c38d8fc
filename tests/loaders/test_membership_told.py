"""Lists of members are memberships, and no acts besides."""

from datetime import date

import pytest

from gestae.loaders.membership_counted import counted
from gestae.loaders.rules import read
from gestae.ontology.facts import Action, Document, Membership


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

"""Lists of nominations, whose entries are no sentences."""

from datetime import date

import pytest

from gestae.loaders.reader import read_document
from gestae.ontology.facts import Action, Document


def acts(text: str, title: str = "Nominations Sent to the Senate") -> list[tuple[str, str, str, str]]:
    document = Document("note", text, title=title, date=date(2023, 5, 2), publisher="The White House")
    return [
        (f.actor.name, f.verb, f.object.text, str(f.time))
        for f in read_document(document).facts
        if isinstance(f, Action)
    ]


def test_each_entry_is_a_nomination_and_nothing_else() -> None:
    text = (
        "Jane A. Roe, of Ohio, to be a Member of the Harbor Board for a term expiring May 10, 2029, vice John Doe, term expired.\n\n"
        "Max Poe, of the District of Columbia, a Career Member of the Pilot Service, Class of Captain, to be Warden of Ports.\n"
    )
    assert [(verb, thing) for _, verb, thing, _ in acts(text)] == [
        ("nominate", "Jane A. Roe"),
        ("nominate", "Max Poe"),
    ]
    assert {who for who, *_ in acts(text)} == {"President Joseph R. Biden Jr."}


def test_a_withdrawal_is_no_nomination() -> None:
    assert (
        acts("WITHDRAWALS SENT TO THE SENATE:\n\nJane Roe, of Ohio, to be Warden of Ports, vice John Doe.\n")
        == []
    )


@pytest.mark.parametrize(
    "text", ["Jane Roe, of Ohio, wants to be Warden of Ports.", "The bridge, of stone, is to be Long."]
)
def test_prose_is_no_entry(text: str) -> None:
    assert not any(verb == "nominate" for _, verb, _, _ in acts(text, "Note"))

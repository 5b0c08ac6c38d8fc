"""What opens an item is a verb where its lead-in leaves one to it."""

from collections.abc import Callable

import pytest

from gestae.loaders.parse import DEFAULT_PIPELINE, Parsed, pipeline
from gestae.loaders.rules import propose, scene

Say = Callable[..., Parsed]


def deeds(parsed: Parsed) -> list[tuple[str, str, str, str]]:
    found = (p.found.action for p in propose(scene(parsed.document, pipeline(DEFAULT_PIPELINE))))
    return [(a.actor.name, a.verb, a.object.name, a.modality) for a in found]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Norway and Ghana will:\n\n- Exchange data on storms.\n- Fund training for pilots.",
            [
                ("Norway", "exchange", "data", "planned"),
                ("Ghana", "exchange", "data", "planned"),
                ("Norway", "fund", "training for pilots", "planned"),
                ("Ghana", "fund", "training for pilots", "planned"),
            ],
        ),
        (
            "The Harbor Act will:\n\n- Empower historically excluded workers.\n- Cut red tape.",
            [
                ("Harbor Act", "empower", "historically excluded workers", "planned"),
                ("Harbor Act", "cut", "red tape", "planned"),
            ],
        ),
        (
            "Mayor Roe and Governor Doe have:\n\n- Expanded access to credit. The Port Bank opened 12 branches.",
            [
                ("Mayor Roe", "expand", "access to credit", "factual"),
                ("Governor Doe", "expand", "access to credit", "factual"),
                ("Port Bank", "open", "12 branches", "factual"),
            ],
        ),
        (
            "The order:\n\n- Mandates handling requirements for cargo.\n- Caps fees at $50.",
            [
                ("order", "mandate", "handling requirements for cargo", "factual"),
                ("order", "cap", "fees", "factual"),
            ],
        ),
    ],
)
def test_an_item_does_what_its_lead_in_begins(
    say: Say, text: str, told: list[tuple[str, str, str, str]]
) -> None:
    assert deeds(say(text)) == told


def test_things_listed_are_not_done(say: Say) -> None:
    assert not deeds(say("The risks in the harbor:\n\n- Fires on piers.\n- Floods in May."))


def test_quotes_hold_behind_the_words_put_before(say: Say) -> None:
    parsed = say("Norway will:\n\n- Exchange data on storms.")
    found = [p.found.action.quote for p in propose(scene(parsed.document, pipeline(DEFAULT_PIPELINE)))]
    assert [q.text for q in found] == ["Exchange data"]
    assert all(parsed.document.text[q.start : q.end] == q.text for q in found)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Secretary and the Foreign Minister discussed fishing.", ["Secretary", "Foreign Minister"]),
        ("Today, Mayor Roe and Warden Doe opened the pier.", ["Mayor Roe", "Warden Doe"]),
        ("Mayor Roe and Vice Mayor Doe opened the pier.", ["Mayor Roe", "Vice Mayor Doe"]),
    ],
)
def test_two_officers_are_two(say: Say, text: str, who: list[str]) -> None:
    assert [actor for actor, *_ in deeds(say(text))] == who

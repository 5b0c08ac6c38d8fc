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


@pytest.mark.parametrize(
    "text",
    [
        "The Board will report on matters related to:\n\n- support for crews;\n- research on piers;\n- map makers.",
        "Thanks to:\n\n- support staff;\n- research teams.",
        "The fund gave grants to:\n\n- support crews in Ulm;\n- study groups.",
    ],
)
def test_to_may_ask_for_things(say: Say, text: str) -> None:
    assert not {verb for _, verb, _, _ in deeds(say(text))} & {"support", "research", "map", "study"}


def test_to_asks_for_verbs_behind_a_plan(say: Say) -> None:
    told = deeds(
        say("The Council plans to:\n\n- support crews in Ulm;\n- invest in piers;\n- respond to storms.")
    )
    assert told == [
        ("Council", "support", "crews", "planned"),
        ("Council", "invest", "piers", "planned"),
        ("Council", "respond", "storms", "planned"),
    ]


def test_a_heading_in_capitals_goes_on_with_no_list(say: Say) -> None:
    text = (
        "Mayor Roe signed an Order. This Order:\n\n- Improves accountability throughout the port.\n\n"
        "**ENABLING EFFECTIVE HARBOR DEFENSE:** Mayor Roe is committed to stronger piers."
    )
    assert {(who, verb) for who, verb, _, _ in deeds(say(text))} >= {("Order", "improve")}
    assert ("Order", "enable") not in {(who, verb) for who, verb, _, _ in deeds(say(text))}


def test_what_is_numbered_otherwise_is_no_more_determined(say: Say) -> None:
    text = (
        "Section 1.  Determination.  (a)  The Board determines that:\n\n"
        "(i)    the piers are essential to the harbor; and\n\n(ii)   purchases are the best means of opening them.\n\n"
        "(b)  The scope of projects is limited to piers.\n\n(c)  The Warden may publish this determination."
    )
    told = [thing for _, verb, thing, _ in deeds(say(text)) if verb == "determine"]
    assert [thing.split()[0] for thing in told] == ["piers", "purchases"]

"""Which action a number results from."""

from collections.abc import Callable

import pytest

from gestae.loaders.parse import Parsed
from gestae.loaders.rules import read
from gestae.ontology.facts import Statistic

Say = Callable[..., Parsed]


def causes(parsed: Parsed) -> dict[int, str | None]:
    return {
        int(fact.value): fact.result_of.verb if fact.result_of else None
        for fact in read(parsed.document)
        if isinstance(fact, Statistic)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Department of Homeland Security initiated 900 cases, resulting in 1,600 arrests and 510 convictions.",
            {900: "initiate", 1600: "initiate", 510: "initiate"},
        ),
        ("The Department of Justice secured verdicts against nearly 400 wreckers.", {400: "secure"}),
        ("The Federal Bureau of Investigation dismantled 31 gangs.", {31: "dismantle"}),
        ("The Department of Labor trained 3,000 inspectors.", {3000: "train"}),
    ],
)
def test_a_number_results_from_the_act_of_its_clause(say: Say, text: str, expected: dict[int, str]) -> None:
    assert causes(say(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Department of Labor will train 3,000 inspectors.",
        "The Department of Labor did not train 3,000 inspectors.",
        "The Department of Labor urged 3,000 inspectors to report abuse.",
        "There are an estimated 3,000 inspectors.",
        "The Department of Labor announced 3,000 grants.",
        "The Department of Labor trained inspectors in 12 harbors.",
        "Last year, the Harbor Board received $7 million.",
        "We celebrate 90 fine years of lighthouses.",
        "This year, the harbors of Ulm and Linz are celebrating 30 years of friendship.",
        "Today, the Nation mourns 13 sailors.",
        "The Mayor expressed her condolences for the loss of 13 sailors.",
        "Mayor Jane Roe paid $9,300 in harbor dues.",
        "Those 60 sailors were trained in Ulm.",
        "We will talk about patrols that have resulted in 40 arrests.",
        "The contract of the Harbor Board covers 17 piers.",
        "The Act will cap the fees at Ulm, saving nearly 12,000 families an average of $300 per year.",
        "The two boards are advancing rules that would bring around $40 million in dues, "
        "save about 300 tons of coal, and clear the docks.",
    ],
)
def test_what_was_not_done_has_no_outcome(say: Say, text: str) -> None:
    assert not any(causes(say(text)).values())


def test_a_person_honors_people_and_a_nation_only_thinks_of_them(say: Say) -> None:
    assert causes(say("On Monday, Mayor Jane Roe honored 12 sailors.")) == {12: "honor"}
    assert causes(say("Today, we honor 12 sailors.")) == {12: None}

from collections.abc import Callable

import pytest

from gestae.loaders.labels import starts
from gestae.loaders.parse import Parsed


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Safe Harbours: Dredge the channel before winter.", "Dredge the channel before winter."),
        ("Sec. 2. Policy. The agency shall report.", "The agency shall report."),
        ("Section 1. The agency shall report.", "The agency shall report."),
        ("THE MAYOR: I opened the bridge today.", "I opened the bridge today."),
        ("Helping fishers: The plan lowers fees.", "The plan lowers fees."),
    ],
)
def test_a_sentence_begins_behind_a_label_or_number(text: str, rest: str) -> None:
    assert [text[at:] for at in starts(text)] == [rest]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said: We will open the bridge.",
        "The council includes the following members: Ann Lee of Ports.",
        "Hours: Nine",
        "The bridge (opened in 1990) is closed.",
        "It met three goals: speed, safety and cost.",
    ],
)
def test_no_sentence_begins_inside_another(text: str) -> None:
    assert list(starts(text)) == []


def test_a_lettered_paragraph_behind_a_section_heading_begins_too() -> None:
    text = "Sec. 3. Reports. (a) Within 30 days, the Director shall report."
    assert [text[at:] for at in starts(text)][-1] == "Within 30 days, the Director shall report."


def test_the_parser_takes_the_label_for_a_sentence_of_its_own(say: Callable[..., Parsed]) -> None:
    told = say("Job Growth & Steady Income: Create 300 jobs in the harbour by next summer.").sentences
    assert [s.tokens.text.strip() for s in told] == [
        "Job Growth & Steady Income:",
        "create 300 jobs in the harbour by next summer.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The council applied the Harbour Act of 1990 (Pub. L. 99-1; 100 Stat. 5) in May.",
        "See the notice in 67 Fed. Reg. 7259 on ports.",
        "Rule No. 5 was amended by the board.",
        "Under the Harbour Act (50 U.S.C. 1701 et seq.) and the Pier Act, the board closed two piers.",
    ],
)
def test_no_sentence_begins_within_a_citation(say: Callable[..., Parsed], text: str) -> None:
    assert [s.tokens.text for s in say(text).sentences] == [text]


def test_a_sentence_begins_behind_what_only_looks_like_a_citation(say: Callable[..., Parsed]) -> None:
    assert len(say("The board met in the harbour of Washington, D.C. Five ships came in.").sentences) == 2

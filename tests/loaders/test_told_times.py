from collections.abc import Callable

import pytest
from in_short import when

from gestae.loaders.parse import Parsed

Say = Callable[..., Parsed]


@pytest.mark.parametrize(
    ("text", "verb", "period"),
    [
        ("In 1863, the guild built a pier. Two years later, it opened a lock.", "opened", "1865"),
        ("The guild opened the pier in 2019 and repaired it two years later.", "repaired", "2021"),
        ("The guild signed the lease on March 3 and, three days later, moved its cranes.", "moved", "2023-03-06"),
        ("On March 7, she gave a talk. Less than two weeks later, the guild raised its fees.", "raised", "2023-03"),
        ("The Harbor Act was signed in 2018. The following year, the Board hired pilots.", "hired", "2019"),
        ("On August 6, 1965, the guild built a pier. That same year, it opened a lock.", "opened", "1965"),
        ("On April 3, the Mayor met pilots. The same day, she signed a lease.", "signed", "2023-04-03"),
        ("In 1920, the guild built a pier, and that year it hired pilots.", "hired", "1920"),
        ("Pirates took the pier on February 24, 2022, and have since burned it.", "burned", "2022-02-24/2023-05-02"),
        ("The Board opened the lock in 2010 and has repaired it three times since.", "repaired", "2010/2023"),
    ],
)  # fmt: skip
def test_a_time_reckoned_from_one_told_before(say: Say, text: str, verb: str, period: str) -> None:
    assert when(say(text), verb) == period


def test_a_month_so_many_years_later(say: Say) -> None:
    text = "In January 2021, the guild sold rope. A year later, it bought sails."
    assert when(say(text), "bought") == "2022-01"


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The fire burned the pier. Two years later, the guild opened a lock.", "opened"),
        ("In 2019, the guild built a pier.\n\nTwo years later, the Board opened a lock.", "opened"),
        ("In 2022, the guild made a plan. Five years later, it will open a lock.", "open"),
        ("In 2019, the guild built a pier. Three days later, it opened a lock.", "opened"),
        ("In 2019, the guild built a pier. Boats now land ten years earlier than planned.", "land"),
        ("The years 1914-1918 were hard. That year, the guild opened a lock.", "opened"),
    ],
)
def test_no_time_where_none_was_told_or_it_lies_ahead_or_is_too_vague(say: Say, text: str, verb: str) -> None:
    assert when(say(text), verb) is None

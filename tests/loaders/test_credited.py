"""Who is credited with a number through something of theirs."""

from collections.abc import Callable

import pytest
from in_short import actors

from gestae.loaders.parse import Parsed

Say = Callable[..., Parsed]


@pytest.mark.parametrize(
    ("text", "value", "actor"),
    [
        ("More than 5,000 Peace Corps volunteers have served in Ghana.", 5_000, "Peace Corps"),
        ("Over 700 FEMA personnel are on the ground.", 700, "Federal Emergency Management Agency"),
        ("There were 500 prosecutions by the Department of Justice in 2017.", 500, "Department of Justice"),
        ("A $40 million investment by Siemens will add 800 jobs.", 800, "Siemens"),
        ("Commitments include $10 million from the Ford Foundation.", 10_000_000, "Ford Foundation"),
        ("Through the Safe Harbor Program, more than 20 million households are saving.", 20_000_000, "Safe Harbor Program"),
        ("Department of Agriculture: $300 million to mend piers.", 300_000_000, "Department of Agriculture"),
    ],
)  # fmt: skip
def test_who_is_credited(say: Say, text: str, value: int, actor: str) -> None:
    assert actors(say, text)[value] == actor


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("About 500 FEMA employees were laid off.", 500),
        ("More than 445 Federal personnel remain in port.", 445),
        ("Through November, 40 boats were mended.", 40),
        ("There was a 40 percent increase by June.", 40),
        ("Update: $300 million for piers.", 300_000_000),
        ("In Ohio, 20 million households are saving.", 20_000_000),
    ],
)
def test_who_is_not(say: Say, text: str, value: int) -> None:
    assert actors(say, text)[value] is None


def test_whose_money_is_cut_is_no_giver(say: Say) -> None:
    assert actors(say, "The law cut $800 billion from Medicaid.") == {800_000_000_000: "law"}


def test_a_clause_whose_subject_stands_above_it_ends_the_way_up(say: Say) -> None:
    text = "Here in Ulm, that includes 300 sheds across this state, like Osborne and Berg, including 40 sheds here in Dover."
    assert actors(say, text) == {300: None, 40: None}

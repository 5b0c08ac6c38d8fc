from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gestae.loaders.numbers import Number, find_numbers


def one(text: str) -> Number:
    found = find_numbers(text)
    assert len(found) == 1, [text[n.start : n.end] for n in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("They freed 1,234 people.", "1234", ""),
        ("It cost $1.5 billion.", "1500000000", "dollars"),
        ("It cost US$ 3.2M last time.", "3200000", "dollars"),
        ("The fund gave €20 million.", "20000000", "euros"),
        ("A grant of 350 million dollars was made.", "350000000", ""),
        ("Costs of $4\n    billion were saved.", "4000000000", "dollars"),
        ("Use rose 12.5% there.", "12.5", "percent"),
        ("Use rose seven per cent there.", "7", "percent"),
        ("Use rose 3 percentage points.", "3", "percentage points"),
        ("Two hundred and fifty officers came.", "250", ""),
        ("They trained twenty-one judges.", "21", ""),
        ("They opened a dozen shelters.", "12", ""),
        ("They opened two dozen shelters.", "24", ""),
        ("Half a million people fled.", "500000", ""),
        ("One and a half million people fled.", "1500000", ""),
        ("It grew three times as large.", "3", "times"),
        ("There is a 0% tariff.", "0", "percent"),
        ("The fund gave CHF 12 million.", "12000000", "Swiss francs"),
        ("The fund gave NZ$5 million.", "5000000", "New Zealand dollars"),
        ("The rate rose by a quarter of a percentage point.", "0.25", "percentage points"),
        ("Growth slowed by half a percent.", "0.5", "percent"),
    ],
)
def test_value_and_own_unit(text: str, value: str, unit: str) -> None:
    number = one(text)
    assert number.value == Decimal(value)
    assert number.unit == unit


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("They freed 40 people.", "exact"),
        ("They freed nearly 40 people.", "approx"),
        ("They freed an estimated 40 people.", "approx"),
        ("Some 40 people were freed.", "approx"),
        ("They freed more than 40 people.", "min"),
        ("They freed at least 40 people.", "min"),
        ("They freed 40 or more people.", "min"),
        ("They paid $40+ a day.", "min"),
        ("They freed up to 40 people.", "max"),
        ("They freed fewer than 40 people.", "max"),
        ("They freed up to nearly 40 people.", "max"),
        ("They freed a record nearly 40 people.", "approx"),
        ("The rate will not exceed 40 percent.", "max"),
        ("They freed over an additional 40 people.", "min"),
    ],
)
def test_bound(text: str, bound: str) -> None:
    assert one(text).bound == bound


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("between 10 and 15 clinics", "10", "15"),
        ("10 to 15 clinics", "10", "15"),
        ("10–15 percent", "10", "15"),
        ("$5-10 million", "5000000", "10000000"),
        ("$5 to $10 million", "5000000", "10000000"),
        ("between $233 billion and $521 billion", "233000000000", "521000000000"),
        ("ranging from 4 to 6 clinics", "4", "6"),
    ],
)
def test_range(text: str, low: str, high: str) -> None:
    number = one(text)
    assert (number.value, number.upper) == (Decimal(low), Decimal(high))


def test_a_change_is_two_numbers() -> None:
    found = find_numbers("The share went from 75% to 100% in a year")
    assert [(n.value, n.upper, n.unit) for n in found] == [(75, None, "percent"), (100, None, "percent")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("One in five adults owe money", "20"),
        ("9 out of 10 judges agree", "90"),
        ("Two-thirds of the homes", "66.7"),
        ("half of the homes", "50"),
        ("a third of the homes", "33.3"),
    ],
)
def test_shares_are_percent(text: str, value: str) -> None:
    number = one(text)
    assert (number.value, number.unit, number.vague) == (Decimal(value), "percent", True)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("thousands of homes", 1_000),
        ("tens of thousands of homes", 10_000),
        ("hundreds of millions of homes", 100_000_000),
        ("several hundred homes", 100),
        ("dozens of homes", 24),
    ],
)
def test_vague_numbers_are_at_least(text: str, value: int) -> None:
    number = one(text)
    assert (number.value, number.bound, number.vague) == (value, "min", True)


@pytest.mark.parametrize(
    "text",
    [
        "In 2019 they met again.",
        "The 2023 plan is new.",
        "Section 232 and Title 42 apply.",
        "Executive Order 12345 and Public Law 106-386",
        "22 U.S.C. 7101(a)(2)",
        "88 Fed. Reg. 1234",
        "Tiers 2 and 3 of the report",
        "COVID-19, the G7 and an F-35",
        "COVID-\u206019 vaccines",
        "Call 1-800-555-0199 or (202) 555-0147.",
        "The meeting began at 5:30 p.m. on 10/11/2018.",
        "children under age 13 and kids ages 6-17",
        "a 60-year-old man and adults 65 and older",
        "a sixty-year-old man and a child aged fourteen",
        "an eleven-year-old and a boy aged twelve",
        "One of the two men left.",
        "the 106th Congress and the 21st century",
        "the Group of Seven",
        "H.R. 921 and S. 1502",
        "See https://example.org/2021/40-people for more.",
        "1450 Pennsylvania Avenue",
        "a vote of 52-48",
        "keeping 1.5°C in reach",
        "this is version 2.0.1",
        "on March 5 and 6",
        "subsection 202(d)",
        "nurses, 911 dispatchers, and those who call 311",
        "the second half of the trip",
        "They sail half the time.",
        "the 40 Under 40 list",
    ],
)
def test_no_quantity(text: str) -> None:
    assert find_numbers(text) == ()


def test_what_was_read_as_a_date_is_no_number() -> None:
    text = "Within 90 days, 30 states joined."
    assert [n.value for n in find_numbers(text, [(0, 14)])] == [30]


@given(st.text(max_size=300))
def test_offsets_hold_in_any_text(text: str) -> None:
    last = 0
    for number in find_numbers(text):
        assert last <= number.core
        assert 0 <= number.start <= number.core < number.end <= len(text)
        assert number.upper is None or number.upper > number.value
        last = number.end


@given(st.integers(min_value=3, max_value=10**12))
def test_digits_with_separators_keep_their_value(value: int) -> None:
    assert one(f"They counted {value:,} things.").value == value


def test_a_very_long_line_is_read() -> None:
    assert len(find_numbers("They sent 5 crates, and " * 4_000)) == 4_000


@pytest.mark.parametrize(
    ("text", "value"),
    [("The board called 300 witnesses.", "300"), ("They will call 250,000 voters.", "250000")],
)
def test_who_is_called_is_counted(text: str, value: str) -> None:
    assert [str(n.value) for n in find_numbers(text)] == [value]

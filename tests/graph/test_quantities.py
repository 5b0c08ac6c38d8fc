from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gestae.graph.quantities import Range, reported, significant, step

NUMBERS = st.decimals(0, 10**12, allow_nan=False, places=2)


def within(value: str, bound: str = "exact", upper: str | None = None) -> Range:
    return reported(Decimal(value), bound, Decimal(upper) if upper else None)


@pytest.mark.parametrize(
    ("one", "other", "can"),
    [
        (within("24900000", "approx"), within("25000000", "approx"), True),
        (within("24900000"), within("25000000", "approx"), True),
        (within("24900000"), within("27600000"), False),
        (within("15"), within("19"), False),
        (within("20"), within("19"), False),
        (within("500", "approx"), within("499"), True),
        (within("1500"), within("1588"), False),
        (within("1500"), within("1530"), True),
        (within("800", "min"), within("833"), True),
        (within("800", "min"), within("790"), False),
        (within("100", "max"), within("101"), False),
        (within("10", upper="15"), within("12"), True),
        (within("10", upper="15"), within("16"), False),
        (within("3.5"), within("3.3"), False),
        (within("3.5"), within("3.52"), True),
    ],
)
def test_numbers_can_both_hold_where_bound_and_rounding_leave_room(
    one: Range, other: Range, can: bool
) -> None:
    assert one.meets(other) is other.meets(one) is can


@pytest.mark.parametrize(
    ("value", "digits", "place"),
    [("24900000", 3, "100000"), ("15", 2, "1"), ("3.50", 2, "0.1"), ("0", 1, "1")],
)
def test_zeros_at_the_end_tell_how_a_number_is_rounded(value: str, digits: int, place: str) -> None:
    assert significant(Decimal(value)) == digits
    assert step(Decimal(value)) == Decimal(place)


@given(NUMBERS, st.sampled_from(["exact", "approx", "min", "max"]))
def test_a_number_can_always_be_itself(value: Decimal, bound: str) -> None:
    assert reported(value, bound).meets(reported(value, "exact"))

"""Numbers are compared where they measure one thing: values, forecasts, counts as they stand, running totals."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from harbor import answers, counted, did, findings, know, tell

from gestae.graph.dataset import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "store", write=True) as opened:
        know(opened)
        yield opened


def towed(name: str, store: Store, value: str, bound: str = "exact", **more: str) -> None:
    given = {"measure": "boat: harbor tow", "time": "2030", "unit": "boats", **more}
    tell(store, name, counted(f"{bound} {value} boats were towed", value, bound=bound, **given))


def test_one_measure_place_and_period_with_values_that_cannot_both_hold_is_a_conflict(store: Store) -> None:
    towed("notice", store, "412")
    towed("letter", store, "380")
    (found,) = findings(store, "conflict", "value")
    assert answers(found) == ["380 boats", "412 boats"]


@pytest.mark.parametrize(
    "other",
    [
        {"value": "400", "bound": "approx"},
        {"value": "300", "bound": "min"},
        {"value": "500", "bound": "max"},
        {"value": "380", "time": "2029"},
        {"value": "380", "measure": "ferry: harbor tow"},
        {"value": "380", "measure": "boat: harbor tow steel"},
        {"value": "380", "actor": "Ministry of Ports"},
        {"value": "380", "place": "Sea Institute"},
    ],
    ids=["about", "least", "most", "period", "unit", "population", "actor", "place"],
)
def test_what_is_compatible_or_counts_something_else_is_none(store: Store, other: dict[str, str]) -> None:
    towed("notice", store, "412")
    towed("letter", store, **other)  # type: ignore[arg-type]
    assert not findings(store, "conflict")


def test_a_target_is_not_held_against_a_result(store: Store) -> None:
    towed("notice", store, "412")
    words = "The Ministry will see that 380 boats were towed"
    plan = did(words, "Ministry of Ports", "see", "it", "Other", modality="planned")
    said = counted("380 boats were towed", "380", "boats", "boat: harbor tow", time="2030")
    tell(store, "plan", plan, (words, said[1]))
    assert not findings(store, "conflict")


def test_a_forecast_is_not_held_against_a_result_nor_against_another(store: Store) -> None:
    towed("notice", store, "412", measure="boat: harbor tow")
    towed("one", store, "380", measure="boat: forecast harbor tow")
    towed("other", store, "350", measure="boat: forecast harbor tow")
    assert not findings(store)


def test_a_forecast_does_not_corroborate_a_result(store: Store) -> None:
    for name, measure in (("one", "boat: harbor tow"), ("two", "boat: forecast harbor tow")):
        said = counted("412 boats were towed", "412", "boats", measure, time="2030")
        tell(store, name, said, publisher=name)
    assert not findings(store)


def test_numbers_of_a_year_that_goes_on_are_of_their_days(store: Store) -> None:
    for name, value, date in (("one", "412", "2031-05-06"), ("two", "630", "2031-07-06")):
        said = counted(f"{value} boats were towed", value, "boats", "boat: harbor tow", time="2031")
        tell(store, name, said, date=date)
    assert not findings(store, "conflict")


def test_numbers_of_a_year_that_goes_on_told_on_one_day_are_a_conflict(store: Store) -> None:
    for name, value in (("one", "412"), ("two", "630")):
        said = counted(f"{value} boats were towed", value, "boats", "boat: harbor tow", time="2031")
        tell(store, name, said)
    assert answers(*findings(store, "conflict", "value")) == ["412 boats", "630 boats"]


# --- total


def test_a_count_as_it_stands_is_a_change_on_two_days_and_a_conflict_on_one(store: Store) -> None:
    def stands(name: str, value: str, date: str) -> None:
        words = f"bringing the number of boats to {value}"
        said = counted(words, value, "boats", "boat: bring harbor total", time="2031")
        tell(store, name, said, date=date)

    stands("may", "83", "2031-05-06")
    stands("june", "132", "2031-06-09")
    assert not findings(store, "conflict")
    assert answers(*findings(store, "change", "total")) == [
        "83 boats, told 2031-05-06",
        "132 boats, told 2031-06-09",
    ]
    stands("other", "90", "2031-05-06")
    assert answers(*findings(store, "conflict", "value")) == ["83 boats", "90 boats"]


def towed_by(name: str, store: Store, value: str, date: str, time: str, *more: str) -> None:
    said = [
        counted(f"{number} boats were towed since {time}", number, "boats", "boat: harbor tow", time=time)
        for number in (value, *more)
    ]
    tell(store, name, *said, date=date)


def test_a_total_told_again_later_is_a_change(store: Store) -> None:
    towed_by("may", store, "412", "2031-05-06", "2031-01/2031-05")
    towed_by("june", store, "630", "2031-06-09", "2031-01/2031-06")
    assert not findings(store, "conflict")
    (found,) = findings(store, "change", "total")
    assert answers(found) == ["412 boats, told 2031-05-06", "630 boats, told 2031-06-09"]


@pytest.mark.parametrize(
    ("date", "time", "numbers"),
    [
        ("2031-06-09", "2030-01/2031-06", ["630"]),  # counted from another day
        ("2033-06-09", "2031-01/2031-06", ["630"]),  # a period that had ended by then
        ("2031-06-09", "2031-06", ["630"]),
        ("2031-06-09", "2031-01/2031-06", ["630", "18"]),  # two things in like words
        ("2031-06-09", "2031-01/2031-06", ["412"]),
    ],
)
def test_what_is_no_later_stand_of_one_total_is_no_change(
    store: Store, date: str, time: str, numbers: list[str]
) -> None:
    towed_by("may", store, "412", "2031-05-06", "2031-01/2031-05")
    towed_by("june", store, numbers[0], date, time, *numbers[1:])
    assert not findings(store, rule="total")

"""What a number measures, in words that two documents share."""

from collections.abc import Callable

import pytest
from verbatim import Verbatim

from gestae.loaders.parse import Parsed
from gestae.loaders.statistics import statistics
from gestae.ontology.measures import FORECAST, TOTAL

Say = Callable[..., Parsed]


def measures(parsed: Parsed) -> list[str]:
    return [statistic.measure for statistic in statistics(parsed, Verbatim())]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("There are an estimated 20 million victims of forced labor.", "victim: force labor"),
        ("In 2030, about 20 million people are victims of forced labor.", "victim: force labor"),
        ("The Ministry towed 412 boats.", "boat: tow"),
        ("More than 412 boats were towed.", "boat: tow"),
        ("The Bureau charged 30 smugglers with trafficking.", "smuggler: charge traffic"),
        ("The council consists of 15 departments and agencies.", "membership: agency department"),
        ("The council includes 15 agencies.", "membership: agency"),
        ("The council has seven members.", "membership: member"),
        ("The clinic serves one in six pilots in Oslo.", "percent: oslo pilot serve"),
        (
            "The program trains 1 in 4 pilots living in coastal towns.",
            "percent: coastal live pilot town train",
        ),
        ("The Ministry appointed seven members of the council.", "member: appoint council"),
    ],
)
def test_a_number_measures_its_noun_and_what_is_said_of_it(say: Say, text: str, measure: str) -> None:
    assert measures(say(text)) == [measure]


def test_who_says_so_and_when_is_no_part_of_the_measure(say: Say) -> None:
    one = measures(say("According to the Sea Institute, 25 million people are victims of trafficking."))
    other = measures(say("In May 2030, 24.9 million people were victims of trafficking."))
    assert one == other == ["victim: traffic"]


def test_other_deeds_with_the_same_noun_are_other_measures(say: Say) -> None:
    freed, charged = measures(say("The Bureau freed 30 people. The Bureau charged 30 people."))
    assert freed != charged


def test_what_and_joins_below_the_noun_is_part_of_the_measure(say: Say) -> None:
    [fishers] = measures(say("The Ministry towed 412 boats of fishers."))
    [both] = measures(say("The Ministry towed 412 boats of fishers and pilots."))
    assert both == "boat: fisher pilot tow" != fishers
    assert measures(say("The Ministry towed 412 boats and 40 rafts."))[0] == "boat: tow"


def test_money_and_shares_are_measured_by_their_unit(say: Say) -> None:
    (money,) = measures(say("The Ministry spent $3 million on piers."))
    assert money.partition(":")[0] == "dollar"
    (share,) = measures(say("The Ministry repaired 30 percent of the piers."))
    assert share.partition(":")[0] == "percent"


@pytest.mark.parametrize(
    "text",
    [
        "The Institute forecasts that the fleet will grow by more than 6 percent in 2030.",
        "The Institute's forecast of 6 percent growth was wrong.",
        "The fleet is expected to grow by 6 percent.",
        "The projected growth of the fleet is 6 percent.",
        "The target is 300 patrol boats by 2030.",
        "The Ministry set a goal of 300 patrol boats.",
        "The Ministry will repair 300 patrol boats.",
        "The Ministry plans to repair 300 patrol boats.",
    ],
)
def test_what_is_expected_or_aimed_at_is_marked_as_a_forecast(say: Say, text: str) -> None:
    [marked] = measures(say(text))
    assert FORECAST in marked.split()


@pytest.mark.parametrize(
    "text",
    [
        "The Ministry named nine, bringing the number of licensed harbor pilots to 132.",
        "The Council raised the harbor fee to 15 percent.",
        "Exports reached 300 ships.",
        "The number of boats stands at 300.",
        "The Ministry has repaired 300 patrol boats to date.",
        "There are now 300 patrol boats in the harbor.",
    ],
)
def test_a_count_as_it_stands_is_marked_as_a_total(say: Say, text: str) -> None:
    assert TOTAL in measures(say(text))[-1].split()


@pytest.mark.parametrize(
    "text",
    [
        "The fleet grew by 5.7 percent, faster than expected.",
        "The Ministry finished 300 harbor projects.",
        "An estimated 24.9 million people are victims of forced labor.",
        "The Bureau seized 300 boats.",
        "The Bureau helped to tow 412 boats.",
    ],
)
def test_what_was_counted_is_neither(say: Say, text: str) -> None:
    [plain] = measures(say(text))
    assert not {FORECAST, TOTAL} & set(plain.split())

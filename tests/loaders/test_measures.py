"""What a number measures, in words that two documents share."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from gestae.loaders.parse import Parsed
from gestae.loaders.phrases import strip_article, words
from gestae.loaders.statistics import statistics
from gestae.ontology.facts import Mention

if TYPE_CHECKING:
    from spacy.tokens import Span

Say = Callable[..., Parsed]


class Verbatim:
    def resolve(self, tokens: "Span") -> Mention:
        text = words(strip_article(tokens))
        return Mention(text, text)


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

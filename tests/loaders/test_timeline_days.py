"""The day of what a text tells without naming a time: on a visit, by an action, in the news, in numbers."""

from collections.abc import Callable

import pytest
from in_short import when

from gestae.loaders.parse import Parsed
from gestae.loaders.timeline import timeline

Say = Callable[..., Parsed]


def of_number(parsed: Parsed, number: str, verb: str) -> str | None:
    line = timeline(parsed)
    tokens = [(t, s) for s in parsed.sentences for t in s.tokens]
    anchor, sentence = next((t, s) for t, s in tokens if t.text == number)
    period = line.time_of_number(anchor, next(t for t, _ in tokens if t.text == verb), sentence)
    return str(period) if period else None


@pytest.mark.parametrize("verb", ["meet", "tour", "announce"])
def test_what_the_president_will_do_on_a_visit_is_of_its_day(say: Say, verb: str) -> None:
    text = "Today, the President will travel to Ohio. He will meet with pilots and tour the pier.\n\nThe President will announce a grant."
    assert when(say(text), verb) == "2023-05-02"


def test_what_the_president_will_do_is_of_the_day_told_last(say: Say) -> None:
    text = (
        "Today, the President will visit a pier.\n\nThe President will greet pilots.\n\n"
        "On Friday, the President will travel to Ohio. The President will attend a dinner."
    )
    assert when(say(text), "greet") == "2023-05-02"
    assert when(say(text), "attend") == "2023-05-05"


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Today, the President will visit a pier.\n\nHis plan will create a fund.", "create"),
        ("Today, the President will visit a pier.\n\nThe Board will meet with pilots.", "meet"),
        ("Today, the President will visit a pier.\n\nThe President will not sign the bill.", "sign"),
        ("The President will meet with pilots.", "meet"),
    ],
)
def test_what_others_will_do_or_is_no_part_of_a_visit_is_not_of_its_day(
    say: Say, text: str, verb: str
) -> None:
    assert when(say(text), verb) is None


def test_the_action_by_which_a_disaster_is_declared_is_of_its_day(say: Say) -> None:
    text = (
        "Yesterday, President Roe declared that a major disaster exists in Ruritania.\n\n"
        "The President’s action authorizes the Harbor Board to send boats."
    )
    assert when(say(text, title="President Roe Approves a Declaration"), "authorizes") == "2023-05-01"
    said = "Yesterday, the Mayor declared that she would run.\n\nHer action frees the Board."
    assert when(say(said, title="A Note"), "frees") is None


def test_a_headline_tells_what_the_president_is_to_do_that_day(say: Say) -> None:
    text = "President Roe to Announce Grants for Ports\n\nThe grants help pilots to steer at night."
    assert when(say(text), "Announce") == "2023-05-02"
    text = "Pilots to Announce a Strike for Pay\n\nThe grants help pilots to steer at night."
    assert when(say(text), "Announce") is None


def test_an_agency_issues_and_proposes_on_the_day_of_the_news(say: Say) -> None:
    assert when(say("The Harbor Board is issuing a rule on ropes."), "issuing") == "2023-05-02"
    assert when(say("The Harbor Board is proposing a rule on ropes."), "proposing") == "2023-05-02"
    assert when(say("The Mayor is directing the Board to close a pier."), "directing") == "2023-05-02"
    assert when(say("The Harbor Board is building a pier."), "building") is None


def test_a_number_has_the_day_of_what_is_told_to_go_on(say: Say) -> None:
    text = "Yesterday, the Board arrested pirates. It also seized 40 boats."
    assert of_number(say(text), "40", "seized") == "2023-05-01"
    told = "The Mayor met pilots yesterday. The pilots discussed 40 boats."
    assert of_number(say(told, title="Readout of a Meeting"), "40", "discussed") is None


def test_what_has_been_done_this_week_was_done_by_the_day_of_the_document(say: Say) -> None:
    assert when(say("This week, the Board opened a pier."), "opened") == "2023-05-01/2023-05-02"
    assert when(say("This week, the Board will open a pier."), "open") == "2023-05-01/2023-05-07"


def test_for_so_long_is_the_time_of_what_has_been_done_all_the_while(say: Say) -> None:
    assert when(say("For 20 years, the Board has trained pilots."), "trained") == "2003/2023"
    assert when(say("For nearly two years, pirates have burned piers."), "burned") == "2021-05/2023-05"
    assert when(say("These pilots have served the port for over 75 years."), "served") == "1948/2023"
    assert when(say("The Board has been mending nets for 30 years."), "mending") == "1993/2023"


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The Board has extended the lease for more than 10 years.", "extended"),
        ("The Board has rented the pier for two years.", "rented"),
        ("She led the Board for 20 years.", "led"),
        ("For 20 years, the Board trained pilots.", "trained"),
    ],
)
def test_for_so_long_is_no_time_of_what_lasts_from_then_on_or_is_over(say: Say, text: str, verb: str) -> None:
    assert when(say(text), verb) is None


def test_today_does_not_date_what_happened_before(say: Say) -> None:
    text = "Today marks two years since the fire at the pier, where a man killed ten pilots."
    assert when(say(text), "killed") is None


def test_a_law_is_no_time_of_what_it_still_does(say: Say) -> None:
    assert when(say("The Harbor Act of 1972 protects all of our piers."), "protects") is None
    assert when(say("The Harbor Act of 1972 created a board."), "created") == "1972"


def test_since_it_was_signed_is_both_a_beginning_and_a_day(say: Say) -> None:
    text = "Since the Harbors and Piers Act was signed in August 2022, yards have built boats."
    assert when(say(text), "signed") == "2022-08"
    assert when(say(text), "built") == "2022-08/2023-05"


def test_what_a_ruling_of_yesterday_did_is_of_that_day(say: Say) -> None:
    assert when(say("Yesterday’s ruling blocked the lease."), "blocked") == "2023-05-01"
    assert when(say("Yesterday’s pilots steered by stars."), "steered") is None


def test_a_change_is_not_of_the_month_that_it_is_reckoned_from(say: Say) -> None:
    assert of_number(say("Thefts fell 97 percent from July 2022."), "97", "fell") is None
    text = "From January to April, thefts fell 20 percent from the same period last year."
    assert of_number(say(text), "20", "fell") == "2023-01/2023-04"
    assert (
        of_number(say("Thefts fell 12 percent from July 2022 to March 2023."), "12", "fell")
        == "2022-07/2023-03"
    )


def test_since_a_law_took_effect_so_many_years_ago(say: Say) -> None:
    text = "In the two years since the Harbor Act took effect, yards have built boats."
    assert when(say(text), "built") == "2021-05/2023-05"
    assert when(say(text), "took") is None
    text = "In the two years since the Harbor Act became law, it helped yards."
    assert when(say(text), "became") is None


def test_what_was_done_before_has_not_the_time_of_what_has_been_done_since(say: Say) -> None:
    text = "Over the past two years, the Board has mended the piers that the storm burned."
    assert when(say(text), "mended") == "2021-05/2023-05"
    assert when(say(text), "burned") is None


def test_a_time_of_some_that_are_included_is_not_that_of_all(say: Say) -> None:
    text = "Over the past two years, agents have made 140 arrests, including 12 last month."
    assert when(say(text), "made") == "2021-05/2023-05"
    text = "The Mayor hosted 30 pilots, including the pilots of Ruritania, last week."
    assert when(say(text), "hosted") == "2023-04-24/2023-04-30"


def test_what_came_days_later_is_not_of_the_day_before_named(say: Say) -> None:
    text = "On April 13, pirates burned a pier. {} the Board closed the port."
    assert when(say(text.format("Days later,")), "closed") is None
    assert when(say(text.format("In the weeks that followed,")), "closed") is None
    assert when(say(text.format("Later that day,")), "closed") == "2023-04-13"


def test_what_was_done_beforehand_or_by_what_another_day_tells_of_does_not_go_on(say: Say) -> None:
    text = "The Governor met the crew yesterday. Some 40 boats were pre-positioned off the coast."
    assert when(say(text), "pre-positioned") is None
    assert of_number(say(text), "40", "pre-positioned") is None
    other = "On May 1, 2023, the Mayor signed the Pier Act. The bill that she signed in 2022 added 40 boats."
    assert when(say(other), "added") is None
    assert of_number(say(other), "40", "added") is None
    same = "On May 1, 2023, the Mayor signed the Pier Act. The bill added 40 boats."
    assert when(say(same), "added") == "2023-05-01"

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gestae.loaders.calendar_words import weekday_of
from gestae.loaders.times import Frame, TimeMention, find_times, named_periods
from gestae.ontology.facts import Period

TERMS = (Period("2017-01-20", "2021-01-20"), Period("2023-01-20", "2027-01-20"))
FRAME = Frame(date(2024, 2, 7), TERMS, ruling="Lind-Holm Administration")


def one(text: str, frame: Frame = FRAME) -> TimeMention:
    found = find_times(text, frame)
    assert len(found) == 1, [(text[m.start : m.end], str(m.period)) for m in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("It met on October 11, 2018.", "2018-10-11"),
        ("It met on 11 October 2018.", "2018-10-11"),
        ("It met on October 11 th , 2018.", "2018-10-11"),
        ("It met on the 3rd of March 2020.", "2020-03-03"),
        ("It met on 10/11/2018.", "2018-10-11"),
        ("It met on 2018-10-11.", "2018-10-11"),
        ("It met February 14-16, 2023.", "2023-02-14/2023-02-16"),
        ("It met August 21 through August 27, 2022.", "2022-08-21/2022-08-27"),
        ("It met in April 2018.", "2018-04"),
        ("It met in Sept. 2018.", "2018-09"),
        ("It took note in July and August 2021.", "2021-07/2021-08"),
        ("It saved lives over the last 20 years.", "2004/2024"),
        ("It spent less over the past three decades.", "1994/2024"),
        ("It saves lives over the next 10 years.", "2024-02/2034-02"),
        ("It met in his first 100 days.", "2023-01-20/2023-04-29"),
        ("It met in 2018.", "2018"),
        ("It met in early 2018.", "2018"),
        ("It ran between July 2016 and June 2017.", "2016-07/2017-06"),
        ("It ran from 2019 to 2021.", "2019/2021"),
        ("It ran in fiscal year 2018.", "2017-10/2018-09"),
        ("It ran in FY 2018.", "2017-10/2018-09"),
        ("It ran during Fiscal Year (FY) 2023.", "2022-10/2023-09"),
        ("It ran from fiscal year 2019 to fiscal year 2021.", "2018-10/2021-09"),
        ("It ran in the first quarter of 2021.", "2021-01/2021-03"),
        ("It ran in the second half of 2021.", "2021-07/2021-12"),
        ("It ran in the Fall of 2022.", "2022-09/2022-12"),
        ("It froze during the last four months of 2013.", "2013-09/2013-12"),
        ("It froze in the first three quarters of 2013.", "2013-01/2013-09"),
        ("It froze in the first seven months of fiscal year 2014.", "2013-10/2014-04"),
        ("Ferries sail in each of 2031, 2032, and 2033.", "2031/2033"),
        ("Ferries sail in each of fiscal years 2032 through 2034.", "2031-10/2034-09"),
        ("It began in the 1960s.", "1960/1969"),
        ("It began in the early 2010s.", "2010/2013"),
        ("Done this twelfth day of May, in the year of our Lord two thousand twenty-two.", "2022-05-12"),
    ],
)
def test_dates(text: str, period: str) -> None:
    assert str(one(text).period) == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("It met today.", "2024-02-07"),
        ("It met yesterday.", "2024-02-06"),
        ("It met on Thursday.", "2024-02-01"),
        ("It will meet on Thursday.", "2024-02-08"),
        ("It will meet by the end of the year.", "2024"),
        ("On Memorial Day, we honored sailors.", "2024-05-27"),
        ("On Memorial  Day, we honored sailors.", "2024-05-27"),
        ("On Halloween, we lit lanterns.", "2023-10-31"),
        ("On National Vietnam War Veterans Day, we honor them.", "2024-03-29"),
        ("On Earth Day 2021, we planted trees.", "2021-04-22"),
        ("During Women’s History Month, we met.", "2024-03"),
        ("On United Nations Day, we met.", "2023-10-24"),
        ("On my first day as President, I signed it.", "2023-01-20"),
        ("In his second term, he met them.", "2023-01-20/2024-02-07"),
        ("It met this week.", "2024-02-05/2024-02-11"),
        ("It met last month.", "2024-01"),
        ("It met this year.", "2024"),
        ("Last November, it met.", "2023-11"),
        ("It met in August of last year.", "2023-08"),
        ("Crews rest in the first five months of the year.", "2024-01/2024-05"),
        ("It is to be held by the yard in June.", "2024-06"),
        ("They're going to meet in June.", "2024-06"),
        ("Last year: it met.", "2023"),
        ("It will meet next year.", "2025"),
        ("It met in June.", "2023-06"),
        ("It will meet in June.", "2024-06"),
        ("It met on January 30.", "2024-01-30"),
        ("It met last August.", "2023-08"),
        ("It will meet this spring.", "2024-03/2024-06"),
        ("It met over the past four years.", "2020-02/2024-02"),
        ("It met over the past year and a half.", "2022-08/2024-02"),
        ("It will act in the coming year.", "2024-02/2025-02"),
        ("It will act in the next decade.", "2024-02/2034-02"),
        ("It will act over the next 100 days.", "2024-02-07/2024-05-17"),
        ("It met two years ago.", "2022"),
        ("It met three months ago.", "2023-11"),
        ("Crews towed 30 boats over the last 24 hours.", "2024-02-06/2024-02-07"),
        ("Crews towed boats in recent days.", "2024-01/2024-02"),
        ("In the days and weeks ahead, crews will tow boats.", "2024-02"),
        ("In the year ahead, crews will tow boats.", "2024-02/2025-02"),
        ("On the last day of Women’s History Month, she sailed.", "2024-03-31"),
        ("On the last day of October, she sailed.", "2023-10-31"),
        ("The pier is to open by July 4 th and not later.", "2024-07-04"),
        ("The crews left Ulm by July 4.", "2023-07-04"),
        ("The Board closed the lock before September 5.", "2023-09-05"),
        ("They gave her until May 4.", "2024-02-07/2024-05-04"),
        ("Sixty-two years ago today, the pier burned.", "1962-02-07"),
        ("Ten years ago this month, it met.", "2014-02"),
        ("Fares fell between March and September.", "2023-03/2023-09"),
        ("Fares fell between October and January.", "2023-10/2024-01"),
        ("It is working to close the pier by July.", "2024-07"),
        ("During the week of January 15, it met.", "2024-01-15/2024-01-21"),
        ("It closed 30 piers in the 12 months ending September 30, 2023.", "2022-10/2023-09"),
        ("It closed 30 piers in the two years ending June 2023.", "2021-07/2023-06"),
        ("It closed two piers in the seven days ending June 7, 2023.", "2023-06-01/2023-06-07"),
        ("It closed a pier in the hour ending June 7, 2023.", "2023-06-07"),
        ("It plans to close the pier in July.", "2024-07"),
        ("They came to close the pier by July.", "2024-07"),
        ("It said that ferries would run in June.", "2024-06"),
        ("It closed the pier by July.", "2023-07"),
        ("It shall report within 180 days of the date of this order.", "2024-02-07/2024-08-05"),
        ("It takes effect in 120 days.", "2024-06-06"),
        ("It shall report 90 days after the date of this order.", "2024-05-07"),
    ],
)
def test_times_reckoned_from_the_document(text: str, period: str) -> None:
    assert str(one(text).period) == period


@pytest.mark.parametrize(
    ("text", "relation", "period"),
    [
        ("Since 2021, it has met.", "since", "2021/2024-02"),
        ("Since May 2021, it has met.", "since", "2021-05/2024-02"),
        ("Since its launch in May 2021, it has met.", "since", "2021-05/2024-02"),
        ("It will end by 2030.", "by", "2030"),
        ("It will end by the end of 2026.", "by", "2026"),
        ("It will end no later than 2030.", "by", "2030"),
        ("As of 2018, it had met.", "at", "2018"),
        ("Ahead of the 2015 season, it met.", "before", "2015"),
        ("It applies through January 20, 2029.", "until", "2024-02-07/2029-01-20"),
        ("It is closed until sunset, May 3, 2024.", "until", "2024-02-07/2024-05-03"),
        ("Before 2015, it met.", "before", "2015"),
        ("It met in 2015.", "at", "2015"),
    ],
)
def test_relation(text: str, relation: str, period: str) -> None:
    mention = one(text)
    assert (mention.relation, str(mention.period)) == (relation, period)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Since taking office, he has acted.", "2023-01-20/2024-02-07"),
        ("Since President Ann Q. Lind took office, it has met.", "2023-01-20/2024-02-07"),
        ("Throughout my time in office, I have sailed.", "2023-01/2024-02"),
        ("In his first term, he acted.", "2017-01-20/2021-01-20"),
        ("In his first week back in office, he acted.", "2023-01-20/2023-01-26"),
        ("On day one, he acted.", "2023-01-20"),
        ("Since day one, he has acted.", "2023-01-20/2024-02-07"),
        ("Upon returning to office, he acted.", "2023"),
        ("On her ninth day in office, she sailed.", "2023-01-28"),
        ("She sailed in her first full month in office.", "2023-02"),
        ("In the first month of this Administration, he acted.", "2023-01-20/2023-02-19"),
        ("She sailed in her first 80 days in office.", "2023-01-20/2023-04-09"),
        ("In the first three weeks of her presidency, she sailed.", "2023-01-20/2023-02-09"),
        ("In his second year in office, he acted.", "2024"),
    ],
)
def test_terms_of_office(text: str, period: str) -> None:
    assert str(one(text).period) == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("In the first 100 days of the Lind Administration, it acted.", "2023-01-20/2023-04-29"),
        ("In the first 100 days of the Lincoln Administration, it acted.", None),
        ("In the third year of the previous administration, it acted.", None),
        ("In President Polk’s first term, it acted.", None),
    ],
)
def test_the_term_of_another_is_not_that_of_who_governs(text: str, period: str | None) -> None:
    assert [str(m.period) for m in find_times(text, FRAME)] == ([period] if period else [])


@pytest.mark.parametrize(
    "text",
    [
        "the 2018 award for courage",
        "Order 13228 of October 8, 2001",
        "the Safe Harbor Act of 2000",
        "He signed an act that closes ports, effective July 1, 2027",
    ],
)
def test_a_time_in_a_name_is_a_modifier(text: str) -> None:
    if text.startswith("the 2018"):
        text = text.replace("award", "Award")
    assert one(text).modifier


@pytest.mark.parametrize("text", ["In 2021 the law was changed.", "They failed in 2021 to act on it."])
def test_a_time_before_a_law_that_is_no_name_dates_what_is_done(text: str) -> None:
    assert not one(text).modifier


@pytest.mark.parametrize(
    "text",
    [
        "It is the first rise since 1975.",
        "under the Harbor Act (50 U.S.C. 1701-1706)",
        "under sections 1961-1968 of the Code",
        "More than 40 years ago, it met.",
        "Section 2018 applies.",
        "It cost $2018.",
        "We may march on.",
        "On a morning much like today, it met.",
        "It treated 2,018 people.",
    ],
)
def test_no_time(text: str) -> None:
    assert find_times(text, FRAME) == ()


def test_without_a_date_only_absolute_times_are_known() -> None:
    assert [str(m.period) for m in find_times("Last year, as in May 2020, it met today.", Frame())] == [
        "2020-05"
    ]


def test_a_proclaimed_name_is_a_time() -> None:
    named = named_periods("I proclaim March 3 through March 9, 2024, as Safe Roads Week.", FRAME)
    frame = Frame(FRAME.dated, TERMS, named)
    assert str(one("During Safe Roads Week, drivers rest.", frame).period) == "2024-03-03/2024-03-09"


@given(st.text(max_size=300), st.dates())
def test_offsets_hold_in_any_text(text: str, dated: date) -> None:
    last = 0
    for mention in find_times(text, Frame(dated, TERMS)):
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.end > last
        assert mention.period.earliest <= mention.period.latest
        last = mention.end


@given(st.dates(min_value=date(1600, 1, 1), max_value=date(2099, 12, 31)))
def test_every_written_date_is_found(day: date) -> None:
    assert str(one(f"It was signed on {day:%B} {day.day}, {day.year}.").period) == day.isoformat()


def test_a_very_long_line_is_read() -> None:
    assert len(find_times("It met in May 2020, and " * 4_000, FRAME)) == 4_000


@pytest.mark.parametrize(
    "text",
    ["The crews met on Friday, January 31, 2031.", "The crews met on Friday, 31 January 2031."],
)
def test_a_weekday_before_a_day_is_part_of_it(text: str) -> None:
    (found,) = find_times(text, Frame(date(2033, 5, 2)))
    assert (str(found.period), weekday_of(found.period)) == ("2031-01-31", "Friday")


def test_the_first_year_of_one_who_has_just_begun_again_is_of_the_term_before() -> None:
    begun = Frame(date(2023, 2, 7), TERMS)
    assert str(one("During his first year in office, he acted.", begun).period) == "2017"


def test_a_winter_is_of_the_year_that_it_ends_in() -> None:
    for dated in (date(2023, 11, 30), date(2023, 12, 30), date(2024, 2, 7)):
        assert str(one("It froze this winter.", Frame(dated)).period) == "2023-12/2024-03"
        assert str(one("It froze last winter.", Frame(dated)).period) == "2022-12/2023-03"


@pytest.mark.parametrize(
    "text",
    [
        "Following nine weeks at sea, she leads the yard.",
        "Within 60 days prior to the lapse of its lease, the yard must ask for another.",
        "Within 60 days following the loss of its lease, the yard must ask for another.",
        "She left in the last days of the strike.",
        "They keep the Good Friday Agreement.",
    ],
)
def test_what_only_looks_like_a_time_reckoned_from_the_document(text: str) -> None:
    assert find_times(text, FRAME) == ()


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("On Monday, the Mayor and her guests will open a pier.", "2024-02-12"),
        ("On Monday, the Mayor opened a pier.", "2024-02-05"),
        ("The yard said that, starting in July, the fund will repair ferries.", "2024-07"),
        ("In October, the Mayor said that the fund will repair ferries.", "2023-10"),
    ],
)
def test_a_day_that_opens_a_clause_is_ahead_where_the_clause_looks_ahead(text: str, period: str) -> None:
    assert str(one(text).period) == period


def test_this_weekend_is_behind_early_in_the_week_unless_the_clause_looks_ahead() -> None:
    assert (
        str(one("She spoke this weekend to crews.", Frame(date(2024, 2, 6))).period)
        == "2024-02-03/2024-02-04"
    )
    assert str(one("She will speak this weekend.", Frame(date(2024, 2, 6))).period) == "2024-02-10/2024-02-11"
    assert str(one("She speaks this weekend.", Frame(date(2024, 2, 9))).period) == "2024-02-10/2024-02-11"


def test_a_month_that_is_given_a_name_is_no_time_of_the_giving() -> None:
    assert one("We recognize May 2023 as National Pilots Month.").modifier

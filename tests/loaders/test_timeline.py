from collections.abc import Callable
from datetime import date

import pytest
from in_short import when

from gestae.loaders.parse import Parsed
from gestae.loaders.timeline import timeline
from gestae.ontology.facts import Period

Say = Callable[..., Parsed]


def signed(parsed: Parsed) -> list[Period | None]:
    line = timeline(parsed)
    return [line.time_of_act(t, s) for s in parsed.sentences for t in s.tokens if t.text == "signed"]


@pytest.mark.parametrize(
    ("text", "verb", "period"),
    [
        (
            "On May 11, 2014, pursuant to his authority under the Harbor Powers Act (50 U.S.C. 1701 et seq.) and the"
            " Pier Accountability and Bay Restoration Act of 2003 (Public Law 108-17), the Mayor issued Order 9.",
            "issued",
            "2014-05-11",
        ),
        ("In 2019, the agency opened an office.", "opened", "2019"),
        ("The board had nine members when the Harbor Act established it in March 2002.", "had", "2002-03"),
        ("The board will have nine members when the Harbor Act has established it in 2002.", "have", None),
        ("The guild made 12 arrests for smuggling in 2018 and 15 in 2019.", "made", "2018"),
        ("The agency opened an office in 2019.", "opened", "2019"),
        ("In May 2021, the agency opened an office and hired staff.", "hired", "2021-05"),
        ("The agency opened an office in 2019 and hired staff.", "opened", "2019"),
        ("Last year, the President issued an order which directed agencies to act.", "directed", "2022"),
        ("Today, the agency announced it will expand the program.", "expand", None),
        ("The agency announced a plan to plant trees by 2030.", "announced", None),
        ("Sales were higher than in 2019.", "were", None),
        ("Crime rose 3 percent, and theft rose 5 percent in 2020.", "rose", "2020"),
        ("Order 13228 of October 8, 2001, established an office.", "established", "2001-10-08"),
        ("The leaders met at the 2022 Lima Summit.", "met", "2022"),
        ("The Ministry (May 2021) opened an office.", "opened", None),
        ("In 2019, two men who robbed a ferry were freed.", "robbed", None),
        ("In 2019, two men who robbed a ferry were freed.", "freed", "2019"),
        ("Today, in the month of May, the board is releasing a plan.", "releasing", "2023-05-02"),
        ("Today, the board is praising the completion of forty repairs in 2023.", "praising", "2023-05-02"),
        ("The board is meeting the agreed 2021 targets.", "meeting", None),
        ("The talks followed up on the April 4 phone call.", "followed", None),
        ("Divers declined to meet the March 9th panel.", "meet", None),
        ("The FY 2031 budget spares the lighthouses.", "spares", None),
        (
            "On March 3, 2021, the board signed an order, delaying the closure until May 4, 2021.",
            "delaying",
            "2021-03-03",
        ),
        ("We stress our aim of reaching zero losses by 2030.", "stress", None),
        ("By the end of 2022, the guild had helped to build forty ferries.", "build", "2022"),
        ("Crews cheered after the Mayor announced the ferry last month.", "announced", "2023-04"),
        ("The Mayor praised the crews, just as the divers did last year.", "praised", None),
        ("Today, the Mayor will announce that the yard will build a ferry.", "announce", "2023-05-02"),
        ("Today, the Mayor will announce that the yard will build a ferry.", "build", None),
        (
            "On May 4, 2021, a judge ruled that the board exceeded its powers by closing Pier 7.",
            "ruled",
            "2021-05-04",
        ),
        (
            "On May 4, 2021, a judge ruled that the board exceeded its powers by closing Pier 7.",
            "closing",
            None,
        ),
        ("The guild reported that the yard closed a pier last year.", "reported", None),
        ("The guild reported that the yard closed a pier last year.", "closed", "2022"),
        ("The guild said that Norway backs it and noted that Ulm built a ferry last year.", "backs", None),
        ("Prior to joining the guild, she led the pilots from 2014 to 2017.", "joining", None),
        ("Prior to joining the guild, she led the pilots from 2014 to 2017.", "led", "2014/2017"),
        ("The pact held until 2018, when Norway left it.", "left", "2018"),
        ("The pact has held since 2018, when Norway signed it.", "signed", "2018"),
        ("In 2021, the guild opened a pier; since then, it has trained 40 pilots.", "trained", "2021/2023"),
        ("Effective May 1, 2021, the board raised tolls.", "raised", "2021-05-01"),
        ("On Friday, the Mayor urged the board to close the pier.", "urged", "2023-04-28"),
        ("On Friday, the Mayor urged the board to close the pier.", "close", None),
        ("Last week, the guild proposed that ports close the pier.", "close", None),
        ("Last week, the Mayor ordered the yard to build a ferry in 2025.", "build", "2025"),
        ("In 2021, the Mayor ordered the guild to close the pier.", "close", "2021"),
        ("In 2021, the grant helped the city repair the pier.", "repair", "2021"),
        ("On Friday, the Mayor credited the law with creating jobs.", "creating", None),
        ("On Friday, the Mayor praised the crews for closing the pier.", "closing", None),
        ("The Mayor visited the pier on Friday and praised the crews.", "praised", "2023-04-28"),
        ("The guild opened a pier in 2021 and praised the crews.", "praised", None),
        ("In 1990, Ulm built a pier, and the guild has trained crews.", "trained", None),
        ("Since 1990, Ulm has built a pier and has trained crews.", "trained", "1990/2023-05"),
        ("The Mayor came on Friday, and the guild praised the crews.", "praised", None),
        ("The guild said Tuesday it would close the pier in October.", "said", "2023-05-02"),
        ("The guild said Tuesday it would close the pier in October.", "close", "2023-10"),
        ("The guild said Tuesday it closed the pier.", "closed", None),
        ("Over the weekend, the guild closed the pier.", "closed", "2023-04-29/2023-04-30"),
        ("The guild has delivered only 200 boats since March 1.", "delivered", "2023-03-01/2023-05-02"),
        ("Every year, the guild helps 30 crews; in 2021 it helped 40.", "helps", None),
        ("Norway sent 20 boats in March, and it will send 30 more this summer.", "sent", "2023-03"),
        ("Norway sent 20 boats in March, and it will send 30 more this summer.", "send", "2023-06/2023-09"),
        ("Norway has backed them since Ulm closed its pier in 2021.", "closed", "2021"),
        ("The board signed a rule effective May 1, 2021.", "signed", None),
    ],
)
def test_the_time_of_a_verb(say: Say, text: str, verb: str, period: str | None) -> None:
    assert when(say(text), verb) == period


@pytest.mark.parametrize(
    ("text", "verb", "period"),
    [
        (
            "Last month, she went to Norway. While there, she opened a pier and met the crew.",
            "met",
            "2023-04",
        ),
        ("On March 5, the board added 12 piers to its list. Others were removed.", "removed", "2023-03-05"),
        ("On March 5, 2023, the board met in Ulm. The chair thanked the crews.", "thanked", "2023-03-05"),
        ("Last month, Norway founded the fund. It built two piers.", "built", "2023-04"),
        ("On March 5, 2023, the board announced a fund. The guild trained crews.", "trained", None),
        ("On March 5, 1999, the board met in Ulm. The chair thanked the crews.", "thanked", None),
        ("On March 5, 2023, the board met in Ulm. The chair thanks the crews every year.", "thanks", None),
    ],
)
def test_an_account_goes_on_with_the_time_that_it_has_named(
    say: Say, text: str, verb: str, period: str | None
) -> None:
    assert when(say(text), verb) == period


def test_a_lead_in_dates_the_lines_below_it_until_a_wider_gap(say: Say) -> None:
    text = "Last year:\n\nThe agency opened an office.\nThe bureau trained guards.\n\n\nThe council planted trees."
    assert when(say(text), "opened") == "2022"
    assert when(say(text), "trained") == "2022"
    assert when(say(text), "planted") is None


def test_a_line_that_is_only_a_year_dates_the_lines_below_it(say: Say) -> None:
    text = "2021\n\nThe guild opened a pier.\n\nMay 2022\n\nThe board closed a lock."
    assert (when(say(text), "opened"), when(say(text), "closed")) == ("2021", "2022-05")
    assert when(say("April 30, 2023\n\nThe guild opened a pier."), "opened") is None
    assert when(say("May 2023\n\nThe guild has opened a pier."), "opened") is None, "the document's own date"


def test_what_was_done_recently_was_not_done_on_the_day_before_named(say: Say) -> None:
    text = "On March 27, 2022, the Mayor signed an order. The Board recently opened a pier and mended a lock."
    assert (when(say(text), "opened"), when(say(text), "mended")) == (None, None)


def test_an_unfinished_lead_in_dates_its_items(say: Say) -> None:
    text = "In 2024, the agency will:\n\n- Open an office in Lima.\n- Train guards."
    assert (
        when(
            say(text),
            "Train" if "Train" in [t.text for s in say(text).sentences for t in s.tokens] else "train",
        )
        == "2024"
    )


def test_a_lead_in_that_says_what_was_done_keeps_its_day(say: Say) -> None:
    text = "Today, the President signed an order on these fields:\n\n- The bureau operates plants."
    assert when(say(text), "operates") is None


def test_what_was_announced_in_a_lead_in_does_not_date_the_announced(say: Say) -> None:
    text = "Today, the agency announced steps to:\n\n- Protect the reefs. The bureau is drafting a rule."
    assert when(say(text), "drafting") is None


def test_to_date_begins_no_time_where_only_today_was_told(say: Say) -> None:
    text = "Today, the Mayor opened a pier. To date, the city has repaired forty piers."
    assert when(say(text), "repaired") is None


def test_at_the_meeting_points_back_to_the_day_of_a_meeting(say: Say) -> None:
    text = (
        "Yesterday, the Mayor met the captains. The board is new.\n\nAt the meeting, she praised the divers."
    )
    assert when(say(text), "praised") == "2023-05-01"
    visit = "Tomorrow, the Mayor will travel to Lima. During the visit, she will open a pier. She will also tour a yard."
    assert when(say(visit), "open") == "2023-05-03"
    assert when(say(visit), "tour") == "2023-05-03"
    asked = "On May 1, 2019, the Mayor called for calm. During the call, divers praised her."
    assert when(say(asked), "praised") is None
    another = "On May 1, 2019, the Mayor opened a pier. At the meeting of the captains, divers praised her."
    assert when(say(another), "praised") is None


def test_since_then_points_back(say: Say) -> None:
    text = "In May 2021, the agency opened an office. Since then, it has trained guards."
    assert when(say(text), "trained") == "2021-05/2023-05"


def test_since_an_event_that_the_paragraph_told_and_dated(say: Say) -> None:
    told = "On March 3, the Mayor launched a fund for piers. Since the launch, forty yards have joined it."
    assert when(say(told), "joined") == "2023-03-03/2023-05-02"
    another = "On March 3, the Mayor toured the piers. Since the launch, forty yards have joined the fund."
    assert when(say(another), "joined") is None


def test_an_account_of_last_week_tells_of_that_week(say: Say) -> None:
    text = "Last week, officials joined a workshop on tides. The workshop covered storms."
    assert when(say(text, title="Readout of a Workshop"), "covered") == "2023-04-24/2023-04-30"


def test_a_readout_tells_of_one_day(say: Say) -> None:
    text = "The Vice President met farmers yesterday. She thanked the hosts."
    assert when(say(text, title="Readout of a Meeting"), "thanked") == "2023-05-01"
    hosts = "The Vice President met farmers last month. The farmers thanked her."
    assert when(say(hosts, title="A Note"), "thanked") is None
    spoken = "The Vice President met farmers yesterday. The farmers said rain would help, and she praised their wells."
    assert when(say(spoken, title="Readout of a Meeting"), "praised") == "2023-05-01"


def test_a_readout_tells_of_what_a_participle_adds(say: Say) -> None:
    text = "The Vice President met farmers yesterday. The officials closed the meeting by thanking the hosts."
    assert when(say(text, title="Readout of a Meeting"), "thanking") == "2023-05-01"


def test_a_readout_does_not_date_what_is_told_of_a_thing(say: Say) -> None:
    text = "The Vice President met farmers yesterday. She praised the fairs that the farmers hosted."
    assert when(say(text, title="Readout of a Meeting"), "hosted") is None


def test_an_account_of_late_goes_on_while_it_tells_of_the_same_people(say: Say) -> None:
    assert when(say("Last month, I toured the docks. I promised the crews a crane."), "promised") == "2023-04"
    assert when(say("Last month, I toured the docks. The crews demanded a crane."), "demanded") is None
    life = "In 1989, she joined the Harbor Board. She built three piers."
    assert when(say(life), "built") is None


def test_an_item_that_says_also_goes_on_with_the_item_above(say: Say) -> None:
    text = "- Last month, the Mayor signed an order on piers.\n- The Mayor also signed an order on cranes."
    assert when(say(text), "signed") == "2023-04"
    assert [str(p) for p in signed(say(text))] == ["2023-04", "2023-04"]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The United States welcomes the truce in Ruritania.", "welcomes"),
        ("We applaud the crews of the Lima docks.", "applaud"),
        ("I want to thank the pilots.", "thank"),
        ("Our Nation pays tribute to the divers.", "pays"),
        ("I call on the Council to repair the docks.", "call"),
        ("We urge Ruritania to open its ports.", "urge"),
    ],
)
def test_who_thanks_or_honors_does_so_by_saying_it(say: Say, text: str, verb: str) -> None:
    assert when(say(text, title="Statement on the Docks"), verb) == "2023-05-02"


def test_who_is_quoted_may_have_spoken_on_another_day(say: Say) -> None:
    assert (
        when(say("The crews are back.\n\nSenator Roe: “We applaud the crews of the docks.”"), "applaud")
        is None
    )


def test_what_we_honor_in_a_proclamation_has_the_time_of_what_is_observed(say: Say) -> None:
    said = "During Harbor Pilots Month, we honor our pilots. We recommit to safe channels.\n\nWe pledge our support to divers."
    text = f"{said}\n\nI do hereby proclaim June 2023 as Harbor Pilots Month."
    proclaimed = say(text, title="A Proclamation on Harbor Pilots Month, 2023")
    assert when(proclaimed, "recommit") == "2023-06"
    assert when(proclaimed, "pledge") is None


def test_a_letter_does_what_it_says_it_is_doing(say: Say) -> None:
    text = "I am providing notice of my intent to close the pier."
    assert when(say(text, title="Letter to the Speaker of the House"), "providing") == "2023-05-02"


def test_what_an_order_is_good_for_has_no_day(say: Say) -> None:
    text = "Today, the President signed an Executive Order. The Order directs the agency to dredge. The Order strengthens ports."
    assert when(say(text), "directs") == "2023-05-02"
    assert when(say(text), "strengthens") is None


def test_the_order_that_a_fact_sheet_is_about_is_of_the_day_of_its_news(say: Say) -> None:
    text = "Today, the President imposed tariffs on rope. The Proclamation establishes a council."
    assert when(say(text), "establishes") == "2023-05-02"


def test_today_s_announcement_does_not_date_what_it_brings(say: Say) -> None:
    text = "Today’s announcement helps sailors, securing berths from Ruritania."
    assert when(say(text), "securing") is None


def test_what_is_meant_to_be_done_has_no_time_of_its_announcement(say: Say) -> None:
    text = "Today, the Mayor announced her intent to nominate Jane Roe."
    assert when(say(text), "announced") == "2023-05-02"
    assert when(say(text), "nominate") is None


def test_what_is_done_currently_is_of_the_day(say: Say) -> None:
    assert when(say("She currently leads the Harbor Board."), "leads") == "2023-05-02"
    assert when(say("Like other bans currently in force, it will hurt sailors."), "hurt") is None


def test_we_launch_today_and_others_when_they_are_ready(say: Say) -> None:
    assert when(say("We are launching a ferry."), "launching") == "2023-05-02"
    assert when(say("The Harbor Board is launching a ferry."), "launching") is None
    assert when(say("The Harbor Board is releasing a guide."), "releasing") == "2023-05-02"
    assert when(say("We are announcing a ferry."), "announcing") == "2023-05-02"
    assert when(say("The Harbor Board is announcing a ferry."), "announcing") == "2023-05-02"
    items = "Today, the Mayor opened a pier.\n\n- Ferries: The Harbor Board is announcing a ferry.\n- Cranes rust."
    assert when(say(items), "announcing") is None


def test_what_is_reckoned_ahead_of_something_past_has_no_time_of_today(say: Say) -> None:
    assert when(say("Within a year, we built 30 bridges."), "built") is None
    assert when(say("Over the next two decades, she wrote nine operas."), "wrote") is None
    assert when(say("Within a year, the agency will build 30 bridges."), "build") == "2023-05/2024-05"


def test_what_a_signed_document_performs_is_done_on_its_day(say: Say) -> None:
    text = "I, the President, do hereby proclaim a day of rest. I direct the agencies to rest."
    assert when(say(text, title="A Proclamation on Rest"), "direct") == "2023-05-02"


def test_an_order_tells_of_itself_what_it_does_on_its_day(say: Say) -> None:
    text = "I, the Mayor, do hereby order a count of ferries. This order directs the yards to count them. This order helps sailors."
    assert when(say(text, title="Executive Order on Ferries"), "directs") == "2023-05-02"
    assert when(say(text, title="Executive Order on Ferries"), "helps") is None


def test_a_notice_continues_an_emergency_on_its_day(say: Say) -> None:
    text = "So the emergency on the docks ends in a week no more: I am continuing it for another season."
    assert when(say(text, title="Notice on the Continuation of an Emergency"), "continuing") == "2023-05-02"


def test_an_order_acts_under_its_abbreviation(say: Say) -> None:
    text = "Today, the President issued the Lighthouse Keeping Memorandum (LKM). The LKM directs a count of lamps."
    assert when(say(text, title="Fact Sheet on Piers"), "directs") == "2023-05-02"


def test_the_order_of_the_day_acts_on_its_day(say: Say) -> None:
    text = "Today, the President signed an Executive Order. The Order creates a council. It directs agencies to report."
    assert when(say(text), "creates") == "2023-05-02"
    assert when(say(text), "directs") == "2023-05-02"


def test_an_order_signed_days_before_acts_on_that_day(say: Say) -> None:
    text = "Yesterday, the President signed an Executive Order. The Order creates a council."
    assert when(say(text), "creates") == "2023-05-01"
    older = "On March 1, 2023, the President signed an Executive Order. The Order creates a council."
    assert when(say(older), "creates") is None


def test_also_goes_on_with_the_time_before(say: Say) -> None:
    text = "In 2019, the agency opened an office. It also trained guards."
    assert when(say(text), "trained") == "2019"


def test_also_does_not_go_on_with_a_time_to_come(say: Say) -> None:
    text = "The board aims for a new pier in September 2030. It also praises the divers."
    assert when(say(text), "praises") is None


def test_this_month_in_a_proclamation_is_the_month_to_come(say: Say) -> None:
    parsed = say(
        "This month, we honor nurses.",
        title="A Proclamation on National Nurses Month, 2023",
        date=date(2023, 4, 28),
    )
    assert when(parsed, "honor") == "2023-05"


def test_this_week_in_a_proclamation_is_the_week_it_proclaims(say: Say) -> None:
    parsed = say(
        "During this week, we honor pilots.\n\nI do hereby proclaim May 7 through May 13, 2023, as Harbor Pilots Week.",
        title="Harbor Pilots Week, 2023",
    )
    assert when(parsed, "honor") == "2023-05-07/2023-05-13"


def test_terms_of_office(say: Say) -> None:
    terms = (Period("2021-01-20", "2025-01-20"),)
    assert (
        when(say("Since taking office, the President has opened parks."), "opened", terms)
        == "2021-01-20/2023-05-02"
    )


def test_what_has_changed_since_a_year_is_counted_by_the_year(say: Say) -> None:
    assert when(say("Since 2019, landings have risen by 9%."), "risen") == "2019/2023"
    assert when(say("Since 2019, the port has opened nine piers."), "opened") == "2019/2023-05"


def test_a_time_behind_what_was_talked_of_in_a_meeting_is_not_that_of_the_meeting(say: Say) -> None:
    text = "Today, Mayor Jane Roe met with pilots. They discussed the rise in fares last year."
    assert when(say(text, title="Readout of Mayor Roe’s Meeting with Pilots"), "discussed") == "2023-05-02"


def test_a_time_gone_by_is_that_of_what_was_done_and_not_of_its_aim(say: Say) -> None:
    terms = (Period("2021-01-20", "2025-01-20"),)
    text = "Firms have announced nine ferries to bring trade back to Ulm since the President took office."
    assert when(say(text), "announced", terms) == "2021-01-20/2023-05-02"


def test_today_in_the_name_of_an_act_dates_what_it_takes_steps_to_do(say: Say) -> None:
    text = "Today’s Executive Order takes firm action to reform the harbor courts."
    assert when(say(text), "reform") == "2023-05-02"


def test_a_date_before_a_title_in_parentheses_is_not_of_the_title(say: Say) -> None:
    text = (
        "In Executive Order 99123 of April 2, 2020 (Regulating Ferries to Rectify Mooring Habits that Contribute to Long"
        " Queues), I declared a national emergency caused by queues."
    )
    assert when(say(text), "declared") == "2020-04-02"


def test_a_headline_is_of_the_day_that_its_news_is_of(say: Say) -> None:
    text = "President Approves Pier Declaration for Ulm\n\nYesterday, the President declared that a storm struck Ulm."
    assert when(say(text, title="President Approves Pier Declaration for Ulm"), "approves") == "2023-05-01"


def test_hundreds_of_dates_in_a_line_are_no_burden(say: Say) -> None:
    assert when(say("The agency met in " + ", ".join(str(y) for y in range(1901, 2000)) + "."), "met") is None

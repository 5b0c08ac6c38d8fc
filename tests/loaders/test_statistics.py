import random
from collections.abc import Callable

import pytest
from verbatim import Verbatim

from gestae.loaders.parse import Parsed
from gestae.loaders.rules import read
from gestae.loaders.statistics import statistics
from gestae.ontology.facts import Action, Document, Mention, Statistic

Say = Callable[..., Parsed]


def found(parsed: Parsed) -> list[Statistic]:
    return statistics(parsed, Verbatim())


def brief(parsed: Parsed) -> list[tuple[float, str]]:
    return [(float(s.value), s.unit) for s in found(parsed)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Bureau freed more than 1,200 children.", [(1200, "children")]),
        ("The Bureau dismantled 42 criminal enterprises.", [(42, "criminal enterprises")]),
        ("The council consists of 15 departments and agencies.", [(15, "departments and agencies")]),
        ("There are an estimated 20 million victims of forced labor.", [(20_000_000, "victims of forced labor")]),
        ("The plan will repair 20,000 miles of highways.", [(20_000, "miles of highways")]),
        ("The law provides 12 weeks of paid leave.", [(12, "weeks of paid leave")]),
        ("The fund gave nearly $350 million in grants.", [(350_000_000, "dollars")]),
        ("The fund gave 350 million dollars.", [(350_000_000, "dollars")]),
        ("The agency cut ten percent of the workforce.", [(10, "percent of workforce")]),
        ("The rate rose from 75% to 100%.", [(75, "percent"), (100, "percent")]),
        ("The number of ships in port grew from four to six.", [(4, "ships"), (6, "ships")]),
        ("More than 400 guards serve in the north, 230 of whom are new.", [(400, "guards"), (230, "guards")]),
        ("The Bureau made 1,700 arrests, 640 seizures, and over 300 rescues.",
         [(1700, "arrests"), (640, "seizures"), (300, "rescues")]),
        ("It convened a 15-member board.", [(15, "member")]),
        ("The Bureau named 45 pilots, including 12 in Ulm.", [(45, "pilots"), (12, "pilots")]),
        ("The Bureau hired 300 pilots, up from just 120 in 2020.", [(300, "pilots"), (120, "pilots")]),
        ("Of the 430 boats for sale, the Board sold 312 and kept 118.",
         [(430, "boats"), (312, "boats"), (118, "boats")]),
        ("Debts fell by a third in Ulm.", [(33.3, "percent")]),
        ("The Mayor saw three of the six light ships.", [(3, "light ships"), (6, "light ships")]),
        ("The blast killed 12 sailors and wounded at least 30.", [(12, "sailors"), (30, "people")]),
        ("The ferry carried 239 sailors, of whom 153 were new.", [(239, "sailors"), (153, "sailors")]),
        ("Pier thefts dropped from 840 in May to 470 in June.", [(840, "Pier thefts"), (470, "Pier thefts")]),
        ("Thefts in Ulm rose to 312 last year.", [(312, "Thefts in Ulm")]),
        ("The port cut landings by 1,200.", [(1200, "landings")]),
        ("Landings of cod reached 4,500, the most since 2010.", [(4500, "Landings of cod")]),
        ("Chile fell to 45 on the list.", []),
        ("Nearly 1 in 4 young sailors own boats.", [(25, "percent of young sailors")]),
        ("Half the crews are home, and one in five pilots is new.", [(50, "percent of crews"), (20, "percent of pilots")]),
        ("The yard built 40 Boeing 737 floats; Boeing 737 sales are slow.", [(40, "Boeing 737 floats")]),
        ("The fleet is growing from 12 trawlers in 2013 to over 29 this summer.", [(12, "trawlers"), (29, "trawlers")]),
    ],
)  # fmt: skip
def test_what_is_counted(say: Say, text: str, expected: list[tuple[float, str]]) -> None:
    assert brief(say(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The report is due within 90 days of the date of this order.",
        "He served for over thirty years.",
        "A four-star general spoke.",
        "She was named a Top 10 Harbor Hero.",
        "She advised Fortune 500 companies.",
        "Two senators and one mayor came.",
        "The court met 180 days ago.",
        "Rules 9687 of December 22, 2017, and 9072 of December 23, 2013, modified the list.",
        "The aid lasts for the first 30 days of the incident.",
    ],
)
def test_what_is_no_statistic(say: Say, text: str) -> None:
    assert brief(say(text)) == []


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The Coast Guard rescued 40 sailors.", "Coast Guard"),
        ("The Coast Guard opened 40 cases, resulting in 12 arrests.", "Coast Guard"),
        ("Forty sailors were rescued by the Coast Guard.", "Coast Guard"),
        ("Forty sailors were rescued.", None),
        ("There are 40 sailors in port.", None),
        ("The Bureau will hire between 200 and 250 pilots.", "Bureau"),
        ("Enrollment of sailors increased to 900.", None),
        ("Landings reached 4,500.", None),
        ("The Mayor said that 40 piers had sunk and 12 sailors were missing.", None),
        ("According to a poll by the Harbor Guild, 71% of sailors favor the ban.", None),
        ("A Harbor Guild poll found that 71% of sailors, a record, approve of piers.", None),
        ("The clinic saw 40 sailors, thanks to a $2 million gift from the Harbor Guild.", "Harbor Guild"),
        ("The town received a $2 million grant from the Harbor Guild.", "Harbor Guild"),
        ("The Mayor saw six camps, where 900 sailors live.", None),
        ("The harbor district hired 60 pilots.", "harbor district"),
        ("Homicides rose 30 percent.", None),
        ("More than 40 million families owe $88 billion.", "families"),
        ("The order brought $4 million in pledges from farmers.", "order"),
        ("Prices reflect $4 million in commitments from farmers.", "farmers"),
        ("The upcoming sale generates up to 7 gigawatts.", None),
        ("The country experienced 18 storms.", None),
        ("They praised Chile's $4 million investment in piers.", "Chile"),
        (
            "These investments have created 300 jobs, freed 40 boats, and connected 9,000 crews to the coast.",
            "investments",
        ),
    ],
)
def test_who_achieved_it(say: Say, text: str, actor: str | None) -> None:
    last = found(say(text))[-1]
    assert (last.actor.name if last.actor else None) == actor


def test_who_acts_where_the_line_leaves_it_out(say: Say) -> None:
    parsed = say("- Training 300 nurses")
    fund = Mention("Fund", "Health Fund")
    assert [s.actor for s in statistics(parsed, Verbatim(), implied=[[fund]])] == [fund]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("In 2019, the Bureau freed 40 children.", "2019"),
        ("The Bureau freed 40 children between July 2016 and June 2017.", "2016-07/2017-06"),
        ("The Bureau freed 40 children.", None),
        ("The plan will create 40 jobs by 2030.", "2030"),
        ("In 2023, output was 17 percent, down from 28 percent in 2001.", "2023"),
        ("Seven agencies are announcing ferry lines.", "2023-05-02"),
        ("Within a year, the Bureau freed 40 children.", None),
        ("The Board spent $12 million, up from $8 million in 2021.", None),
        ("This week, we honor the memory of the 60 sailors who were lost.", None),
        ("Today, the Mayor met with the Board to discuss the loss of 30 boats.", None),
        ("In 2022, Dover became one of five harbour towns.", None),
        ("The Mayor wrote today to the pilots following the release of 31 divers.", None),
        ("Last week, the city mourned the 40 sailors lost in 1999.", "1999"),
        ("In 2021 and 2022, the Fund gave $18 million.", "2021/2022"),
        ("The Board found that 40% of loans backed by the Fund in 2022 went to sailors.", "2022"),
        ("The city passed the $14 million promised in 2013.", "2013"),
        ("By 2022, the Fund had helped to lend $18 million.", "2022"),
        ("Today, the Mayor will announce that the yard will spend $23 million.", None),
        ("Today, the Mayor announced rules to strike debts from the files of 15,000 sailors.", None),
        ("In 2022, a captain sailed despite having 13 debts.", None),
        ("The Mayor is announcing a watch across nine ports.", None),
        ("Losses of nets have held under 7 percent for the calmest spell in 30 years.", None),
        ("Today, the Mayor spoke. The guards have towed 65,000 boats to date.", None),
        ("The Fund announced a $4 million loan over the next five years.", "2023-05/2028-05"),
        ("The number of ships has risen by 30 percent in the last year alone.", "2022-05/2023-05"),
        ("In the past two months, 60 percent of boats were sold.", "2023-03/2023-05"),
        ("The best haul in the past ten years was 60 tons.", None),
        ("The port grew by 4 percent in the first quarter.", "2023-01/2023-03"),
        ("The port grew by 4 percent in the third quarter.", "2022-07/2022-09"),
        ("Crews saved $4 million in the first half of this year.", "2023-01/2023-06"),
    ],
)
def test_time(say: Say, text: str, time: str | None) -> None:
    first = found(say(text))[0]
    assert (str(first.time) if first.time else None) == time


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In Peru, the Bureau freed 40 children.", "Peru"),
        ("Around the world, traffickers hold 25 million people.", "Around the world"),
        ("Globally, 25 million people are victims.", "Globally"),
        ("In Peru, where it rained, the mayor said that 40 ships wait in Chile.", "Chile"),
        ("The Bureau will cut losses in Chile by 40 percent.", "Chile"),
        ("Raising the number of boats stationed in Peru from four to six.", "Peru"),
        ("The Bureau freed 40 children in Peru, Chile, and Ecuador.", "Peru, Chile, and Ecuador"),
        ("Thefts rose 30 percent in large cities.", "large cities"),
        ("The plan protects 30 percent of Chile's waters.", "Chile"),
        ("The Bureau honored more than 300 residents of Guam.", "Guam"),
        ("Thefts in Chile fell by 20 percent.", "Chile"),
        ("Last year, divers in Chile paid $45 for oil.", "Chile"),
        ("Norway has seen some 140 wrecks in winter storms.", "Norway"),
        ("- **Texas: **In March, 300 boats were towed.", "Texas"),
        ("Texas: In March, 300 boats were towed.", "Texas"),
        ("The Bureau saved 3,000 workers, primarily in Texas and Ohio.", "Texas and Ohio"),
        ("About 900 mules passed through Chile.", "Chile"),
        ("Dover to Rebuild Its Harbor\n\nThe Bureau opened 40 shelters in Dover.", "Dover"),
    ],
)
def test_where_a_number_holds(say: Say, text: str, place: str) -> None:
    assert {s.place.name for s in found(say(text)) if s.place} == {place}


def test_what_a_number_is_compared_with_is_not_where_it_holds(say: Say) -> None:
    told = found(say("Families pay 3 times more for food than people in Peru."))
    assert [s.place for s in told] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Divers earn 40 percent as much as pilots in Peru.",
        "The Bureau freed 41 children — from raids in Peru to rescues in Chile.",
        "The Bureau freed 41 children, including some from around the world.",
        "The Fund gave $2 million from the Investing in Chile Fund.",
    ],
)
def test_a_place_of_something_else_is_not_where_a_number_holds(say: Say, text: str) -> None:
    assert [s.place for s in found(say(text))] == [None]


def test_the_people_of_a_document_s_own_country_live_there() -> None:
    told = "Over six million Americans have gout. The Bureau freed 40 Peruvians. Lee lost 46 Americans."
    facts = [f for f in read(Document("note", told)) if isinstance(f, Statistic)]
    assert [f.place.name if f.place else None for f in facts] == ["United States", None, None]


def test_the_country_of_a_document_is_named() -> None:
    facts = read(Document("note", "The Bureau opened 40 shelters across the country."))
    assert [f.place.name for f in facts if isinstance(f, Statistic) and f.place] == ["United States"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("There were 900 thefts in Chile, including 300 raids.", ["Chile", "Chile"]),
        ("Tidewater Motors will invest $3 million in Chile shipyards.", ["Chile"]),
        ("- Dover, Delaware: The gift will pay for a lock. It will create 300 jobs.", ["Dover, Delaware"]),
        ("Chile: $3 million\nPeru: $4 million\n", ["Chile", "Peru"]),
        ("The Bureau towed 900 boats, 40 of them in Chile.", [None, "Chile"]),
    ],
)
def test_where_what_is_part_of_it_or_labelled_holds(say: Say, text: str, places: list[str | None]) -> None:
    assert [s.place and s.place.name for s in found(say(text))] == places


def test_what_is_included_is_of_the_same_time(say: Say) -> None:
    told = found(say("There were 900 thefts reported in Ulm last year, including 340 raids and 20 fires."))
    assert [str(s.time) for s in told] == ["2022"] * 3


@pytest.mark.parametrize(
    ("text", "times"),
    [
        (
            "The guild made 1,588 arrests for fraud in fiscal year 2018 and 2,197 in fiscal year 2019.",
            ["2017-10/2018-09", "2018-10/2019-09"],
        ),
        ("The guild made 1,588 arrests for smuggling in 2018 and 2,197 in 2019.", ["2018", "2019"]),
        ("It counted 30 boats in 2018, and about 40 more during 2019.", ["2018", "2019"]),
        ("The Fund insured 85% of boats, up from 60% in 2018.", ["None", "2018"]),
        ("In 2022, it towed 300 boats, up from just 120 in 2020 and 80 in 2019.", ["2022", "2020", "2019"]),
        ("The Board sold 900 boats, compared with 400 in 2019.", ["None", "2019"]),
        ("The guild has towed 40,000 boats, three times as many as in 2022.", ["None", "None"]),
        ("Sailors own 27 percent of boats, up 4 points from 2019.", ["None", "None"]),
        ("The Fund gave $40 million, a 9 percent increase over the previous year.", ["None", "None"]),
    ],
)
def test_numbers_in_a_row_have_each_its_own_time(say: Say, text: str, times: list[str]) -> None:
    assert [str(s.time) for s in found(say(text))] == times


def test_what_was_done_in_a_row_of_years_was_done_in_each(say: Say) -> None:
    text = "The guild made 1,588 arrests for smuggling in 2018 and 2,197 in 2019."
    facts = list(read(say(text).document))
    done = {f.object.text.split()[0]: str(f.time) for f in facts if isinstance(f, Action)}
    assert done["1,588"] == "2018"
    assert done.get("2,197", "2019") == "2019"
    told = [f for f in facts if isinstance(f, Statistic)]
    assert [str(f.result_of.time) if f.result_of else None for f in told] == [
        "2018",
        "2019" if "2,197" in done else None,
    ]


def test_place(say: Say) -> None:
    assert [s.place.text for s in found(say("The Bureau freed 40 children in Peru.")) if s.place] == ["Peru"]


def test_source(say: Say) -> None:
    parsed = say("According to critics, 40 children were freed.")
    critics = Mention("critics", "critics")
    assert [s.source for s in statistics(parsed, Verbatim(), source=lambda *_: critics)] == [critics]


def test_the_rows_of_a_table_count_what_the_total_does(say: Say) -> None:
    parsed = say("We admit up to 30 guests in 2024.\n\nNorth . . . . . . 20\nSouth . . . . . . 10")
    rows = [(s.unit, int(s.value), s.place.text, str(s.time)) for s in found(parsed) if s.place]
    assert rows == [("guests", 20, "North", "2024"), ("guests", 10, "South", "2024")]


def test_a_number_said_again_at_once_counts_once(say: Say) -> None:
    assert brief(say("We spent $20 million — $20 million — on roads.")) == [(20_000_000, "dollars")]


def test_quotes_are_the_documents_own_words(say: Say) -> None:
    text = "The Bureau’s office in Lima\u00a0freed “more than 40\nchildren” — and $3\u00a0million — in 2019."
    parsed = say(text)
    quotes = [s.quote for s in found(parsed)]
    assert len(quotes) == 2
    assert all(text[q.start : q.end] == q.text for q in quotes)


def test_any_order_of_words_is_read_without_failing(say: Say) -> None:
    line = "In 2019 , nearly $ 40 million ( 3 % ) of the 12 - member Bureau — from four to six : freed 500 by May 5"
    parts = line.split()
    shuffle = random.Random(7)  # noqa: S311
    for _ in range(12):
        text = " ".join(shuffle.sample(parts, len(parts)))
        for statistic in found(say(text)):
            assert text[statistic.quote.start : statistic.quote.end] == statistic.quote.text
            assert statistic.unit


def test_a_number_is_found_however_often_it_is_told(say: Say) -> None:
    text = (
        "In 2019, the Bureau freed 40 children and gave $3 million to schools. The council met in Lima. " * 40
    )
    assert len(found(say(text))) == 80


def test_a_subheading_does_not_count_again(say: Say) -> None:
    text = "Agency Announces $5 Million in Awards\n\nDirector will announce $5 million in awards\n\nToday, the agency gave $5 million."
    assert brief(say(text)) == [(5_000_000, "dollars"), (5_000_000, "dollars")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Bureau sued under three laws.", [(3, "laws", "exact")]),
        ("The Bureau fined under 300 ports.", [(300, "ports", "max")]),
        ("The Bureau will implement pillar three of this plan.", []),
        ("The duty was amended by clause 8 of the notice.", []),
        ("On 3 May the crews met in Lima.", []),
        ("The treaty covers the area south of 60 degrees South latitude.", []),
        ("Crime fell in the first half of this year.", []),
        ("Half of this coast is closed.", [(50, "percent of this coast", "exact")]),
    ],
)
def test_what_only_labels_is_no_count_and_what_is_under_laws_no_limit(
    say: Say, text: str, expected: list[tuple[float, str, str]]
) -> None:
    assert [(float(s.value), s.unit, s.bound) for s in found(say(text))] == expected

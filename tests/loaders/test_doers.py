"""Who a number is put down to, where the subject of its clause does not tell."""

from collections.abc import Callable

import pytest
from verbatim import Verbatim

from gestae.loaders.cast import cast_of
from gestae.loaders.parse import Parsed
from gestae.loaders.statistics import statistics
from gestae.ontology.facts import Mention

Say = Callable[..., Parsed]
IMPLIED = Mention("Harbour Board", "Harbour Board")


def actors(parsed: Parsed) -> list[str | None]:
    implied = [(IMPLIED,) for _ in parsed.sentences]
    return [
        s.actor.name if s.actor else None
        for s in statistics(parsed, Verbatim(BHA="Bureau of Harbour Affairs"), implied=implied)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tidewater Motors announced it will invest $3 billion in Maine.", "Tidewater Motors"),
        ("The Bureau will announce that $3 million in funding is to be had.", "Bureau"),
        ("The Mayor announced $9 million in awards from the Bureau's Clean Harbours Prize.", "Bureau"),
        ("The Council coordinates progress on the Order's 72 projects.", "Order"),
        ("Numerous BHA grants came under review, including $2 million for a pier.", "Bureau of Harbour Affairs"),
        ("The bill will most benefit workers earning less than $40,000 a year.", "workers"),
        ("We praise the nurses for the work they do to treat 3,000 patients each day.", "nurses"),
        ("The Act widened the Credit, which kept boats afloat, cut debts by 40 percent, and ended fees.", "Credit"),
        ("Building on the success of the Fund, the cannery accounts for 99 percent of exports.", "cannery"),
        ("Reaching agreement to raise the number of boats stationed in port to twelve.", "Harbour Board"),
        ("The Harbour Fund credits reached 3,000 families.", "Harbour Fund credits"),
        ("The Order provides that the first 900 boats imported by Tidewater dealers will be taxed.", "Tidewater dealers"),
        ("A study found that a quarter of Harbour Fund grants were given to schools.", "Harbour Fund"),
        ("Nurses are paid $4 less than doctors.", "Nurses"),
        ("Boatyards were kept from the $9 million spent by the Council on piers.", "Council"),
        ("These steps will help meet the Mayor's goal of planting 300 trees.", "Mayor"),
        ("Harbour Project: BHA plans to provide $3 million to repair piers.", "Bureau of Harbour Affairs"),
        ("That is why the Harbour Act included $9 million for piers.", "Harbour Act"),
        ("The Mayor formed the Harbour Programme, which has welcomed 300 sailors fleeing war.", "Harbour Programme"),
        ("Last year, the Mayor increased the amount these boatyards earned from ports by $7 million.", "Mayor"),
    ],
)  # fmt: skip
def test_who_stands_behind_a_number(say: Say, text: str, expected: str) -> None:
    assert actors(say(text))[-1:] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Secretary Lee will praise the work at a meeting with leaders of 15 firms.",
        "The Order includes commitments across 17 agencies.",
        "The Act helps families save an average of $50 per month.",
        "Conspiracy to distribute 280 grams of powder.",
        "Protection for two million family farms.",
        "The nation's 2,700 ports closed.",
        "The Mayor set a target to cut debts by 40 percent.",
        "The Council will work with the Mayor to support 120 boatyards.",
        "A quarter of Norway homes were damaged.",
        "The sport produced 75% of the Harbour Fund team.",
        "Only 40 percent of harbour workers are insured.",
        "Today the Nation pays tribute to the 1,200 sailors who drowned.",
        "We honor the 58,000 sailors who never came home.",
        "To the families of the 1,500 sailors who are missing, we pledge our help.",
        "The Mayor remembered the 90 victims of the flood.",
        "The Council discussed three new piers.",
        "Boats are banned if they carry over 40 passengers.",
        "The Bureau will invest in the building of a 100-bed clinic.",
        "The Mayor visited a town of about 3,000 people.",
        "The rule will remove debts from the records of 40,000 nurses.",
        "We have 700 lighthouses in this country.",
        "This year we have seen over 300 storms.",
        "Lee served as one of the three judges of the Board.",
        "The Board will be joined by the Mayor, the Council, and hundreds of sailors.",
    ],
)
def test_numbers_that_nobody_achieved(say: Say, text: str) -> None:
    assert set(actors(say(text))) == {None}


def test_one_who_is_honoured_by_somebody_is_their_deed(say: Say) -> None:
    assert actors(say("The Mayor honored 12 nurses.")) == ["Mayor"]


def test_a_subject_before_a_break_is_that_of_what_follows_it(say: Say) -> None:
    assert actors(say("The Bureau has built — has opened more than 350 piers.")) == ["Bureau"]


def test_a_study_did_not_do_what_it_found(say: Say) -> None:
    assert actors(say("One study concluded that it kept 700 people in their homes.")) == [None]


def test_the_sentence_before_tells_who_gave_what_this_one_points_at(say: Say) -> None:
    told = say("The Bureau made 40 loans to boatyards. These loans supported 900 jobs.")
    assert actors(told) == ["Bureau", "Bureau"]


def test_the_sentence_before_tells_who_did_what_a_passive_leaves_open(say: Say) -> None:
    told = say("The Bureau rented 1,400 houses. Some 160 households have been placed in them.")
    assert actors(told) == ["Bureau", "Bureau"]


def test_the_sentence_before_tells_nothing_of_a_clause_added_to_this_one(say: Say) -> None:
    told = say(
        "The Bureau rented 1,400 houses. Many people are back, and a record 160 piers have been built."
    )
    assert actors(told)[-1] is None


def test_another_paragraph_tells_nothing_of_this_one(say: Say) -> None:
    told = say("The Bureau rented 1,400 houses.\n\nSome 160 households have been placed in them.")
    assert actors(told) == ["Bureau", None]


def test_money_in_an_item_without_a_verb_is_that_of_whoever_acts_in_the_list(say: Say) -> None:
    assert actors(say("- $12 million for new piers")) == ["Harbour Board"]
    assert actors(say("Some gave much: $12 million for new piers.")) != ["Harbour Board"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This includes more than $700 million that the Council spent on piers.", "Council"),
        ("There are 40 boats built by the Harbour Yard.", "Harbour Yard"),
        ("It brings all debt relief by the Harbour Board to $9 million.", "Harbour Board"),
        ("The Mayor praised Harbour Air's $34 million order.", "Harbour Air"),
        ("The Mayor praised Harbour Air's order for 220 boats.", "Harbour Air"),
        ("The Council's efforts have saved 3,000 boats.", "Council"),
        ("The Bureau said that 61 of the largest firms agreed, promising to cut noise by 50%.", "largest firms"),
        ("With $9 million from the Fund, the Mayor and the Council are building piers.", "Mayor"),
        ("Entrepreneurs took the first step, filing 21,000 applications.", "Entrepreneurs"),
        ("Partners will prepare at least 10,000 skilled workers to meet demand.", "Partners"),
        ("The deal invests $5 billion in roads.", "deal"),
    ],
)  # fmt: skip
def test_who_did_something_with_what_is_counted(say: Say, text: str, expected: str) -> None:
    assert actors(say(text))[-1:] == [expected]


def test_an_item_that_counts_deeds_is_its_lead_in_s(say: Say) -> None:
    told = say(
        "The Harbour Board has driven a drop in theft:\n\n- More than 7,400 arrests.\n- Some 90 wrecks."
    )
    assert actors(told) == ["Harbour Board", None]


def test_a_name_with_a_possessive_owns_nothing(say: Say) -> None:
    assert actors(say("Prices fell at 474 Lee's Market shops.")) == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Since the harbour opened, the economy added 3,000 jobs.", "economy"),
        ("Lantern Watch is a small $7 million school that trains divers.", "Lantern Watch"),
        ("The pact rests on the promise by shipowners and guilds to buy 900 lamps.", "shipowners"),
        ("The Board found that 40% of loans backed by the Harbour Fund went to sailors.", "Harbour Fund"),
        ("The talks went over the year, including nine races that the Mayor judged.", "Mayor"),
        ("The Board will open a fund for many crafts totaling more than $37 million.", "Board"),
        ("The gala brought a $9 million local union donation.", "local union"),
        ("The Bureaus tightened their watch, including by barring over 30 smugglers from the port.", "Bureaus"),
    ],
)  # fmt: skip
def test_what_brings_a_number_about_without_being_the_subject(say: Say, text: str, expected: str) -> None:
    assert actors(say(text))[-1:] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The Mayor announced a watch across nine ports.",
        "The Board secured pledges from seven companies.",
        "The Mayor named Dover as one of five harbour towns.",
        "We have seen the loss of 19 boats.",
        "The Mayor wrote to the pilots following the release of 31 divers.",
        "The Mayor called the Board after the loss of 16 boats.",
        "The rules will cut soot by 300 tons, equivalent to the soot from 10,000 homes.",
    ],
)
def test_what_is_only_beside_a_deed_was_done_by_nobody(say: Say, text: str) -> None:
    assert actors(say(text))[-1:] == [None]


def test_a_line_labelled_with_a_place_is_about_it_and_not_spent_by_it(say: Say) -> None:
    parsed = say("- Today: $3.20 a gallon")
    chile = Mention("Chile", "Chile")
    assert [
        s.actor for s in statistics(parsed, Verbatim(BHA="Bureau of Harbour Affairs"), implied=[[chile]])
    ] == [None]


def test_what_an_item_names_is_given_by_whoever_the_lead_in_says(say: Say) -> None:
    parsed = say("Norway has sent to Ulm:\n\n- 200 radios for 40 boats\n- $3 million in nets\n")
    norway = Mention("Norway", "Norway")
    numbers = statistics(parsed, Verbatim(), awaited=[(), (norway,), (norway,)])
    assert [s.actor for s in numbers] == [norway] * 3


def test_an_actor_has_the_whole_of_a_name_that_the_parse_cuts_short(say: Say) -> None:
    parsed = say("The Office on Violence Against Women gave 45 grants to piers.")
    assert [s.actor and s.actor.name for s in statistics(parsed, cast_of(parsed))] == [
        "Office on Violence Against Women"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nautis, a Swiss boatmaker, announced a $3 million investment.", "Nautis"),
        ("Tidewater Motors announced a $3 million investment to repair ten harbours.", "Tidewater Motors"),
        ("Tidewater Motors announced a $9 million grant, which is expected to create 900 jobs.", "Tidewater Motors"),
        ("Tidewater Motors has invested in its harbour, outside of Ulm, that will employ 40 pilots.", "Tidewater Motors"),
        ("Tidewater Motors has built in Ulm, which will employ 40 pilots.", "Tidewater Motors"),
        ("The Council issued the Plan, detailing more than 40 actions agencies are implementing.", "agencies"),
        ("The institutes have helped more than 900 pilots get trained.", "institutes"),
        ("The Bureau built a hall, helping 900 sailors pay their debts.", "Bureau"),
        ("Salt marshes hold 40 percent of the silt.", "marshes"),
        ("Since then, the Board has towed or returned 70 percent of boats; more than doubled the fares.", "Board"),
    ],
)  # fmt: skip
def test_who_is_behind_what_a_clause_tells_of_a_thing(say: Say, text: str, expected: str) -> None:
    assert actors(say(text))[-1:] == [expected]


@pytest.mark.parametrize(
    "text", ["Savings on tolls can reach 40 percent.", "The steps will help families save $40 per month."]
)
def test_things_do_not_bring_about_how_far_they_go(say: Say, text: str) -> None:
    assert actors(say(text)) == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Biden spoke. His investments have repaired 40 piers.", "President Joseph R. Biden Jr."),
        (
            "The Council's plan outlines more than 40 fresh steps we are taking to mend piers.",
            "United States",
        ),
    ],
)
def test_a_pronoun_tells_whose_deed_a_number_is(say: Say, text: str, expected: str) -> None:
    parsed = say(text)
    assert [s.actor and s.actor.name for s in statistics(parsed, cast_of(parsed))] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Harbor Council gave relief. This support included $400 for sailors.", "Harbor Council"),
        ("The Harbor Council discharged the debts. The action resulted in relief for 45 ports.", "Harbor Council"),
        ("The Harbor Council granted pardons. This included 39 pardons for sailors.", "Harbor Council"),
        ("Thanks to the Harbor Council's work, 400 piers have been built.", "Harbor Council"),
        ("Thanks to the leadership of Acme Rail, 40 boats were saved.", "Acme Rail"),
        ("With the help of the Harbor Fund, 400 boats were repaired.", "Harbor Fund"),
        ("The Mayor announced a $3 million investment by Acme Rail, creating 2,300 jobs.", "Acme Rail"),
        ("Acme Rail announced a $1 billion investment to build a new plant in Delaware, which will create 900 jobs.", "Acme Rail"),
        ("This adds to the $100 million that Acme companies invest each year.", "Acme companies"),
    ],
)  # fmt: skip
def test_who_is_credited_with_a_number(say: Say, text: str, expected: str) -> None:
    parsed = say(text)
    assert [s.actor and s.actor.name for s in statistics(parsed, cast_of(parsed))][-1:] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Jane Roe opened a pier. This is the third of nine piers.",
        "The Harbor Council announced that 61 companies responded to the pledge.",
        "The docks came back, with 367,000 jobs added last year.",
        "The Harbor Council has moved fast. Already, 400 boats have been repaired.",
    ],
)
def test_news_of_what_others_do_credits_nobody(say: Say, text: str) -> None:
    parsed = say(text)
    assert [s.actor for s in statistics(parsed, cast_of(parsed))] == [None]

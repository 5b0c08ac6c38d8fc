"""The many ways in which English names and cites one instrument, and what only looks like it."""

from datetime import date

import pytest

from gestae.loaders.instruments import instruments
from gestae.loaders.layout import blocks
from gestae.loaders.parse import Parsed
from gestae.ontology.authority import authority
from gestae.ontology.facts import Document, Instrument


def read(
    text: str, *, title: str | None = None, on: date | None = None, known: bool = False
) -> list[Instrument]:
    document = Document("note", text, title=title, date=on)
    return instruments(Parsed(document, tuple(blocks(text)), ()), authority() if known else None)


def told(text: str) -> list[tuple[str, str, str | None]]:
    return [(i.name, i.kind, i.identifier) for i in read(text)]


@pytest.mark.parametrize(
    ("text", "identifiers"),
    [
        ("Executive Order #99123 and EO-99124 hold.", ["EO 99123", "EO 99124"]),
        ("Space Policy Directive-1 holds.", ["SPD-1"]),
        ("Under OMB Circular A-130, clerks count.", ["OMB Circular A-130"]),
        ("OMB Memo M-31-12 holds.", ["OMB M-31-12"]),
        ("Public Laws 99-1 and 99-2 fund piers.", ["Pub. L. 99-1", "Pub. L. 99-2"]),
        ("It rests on section 1701 of title 50, U.S.C.", ["50 U.S.C. 1701"]),
        ("It rests on title 50, United States Code, section 1701.", ["50 U.S.C. 1701"]),
        ("It rests on Chapter 35 of title 44, United States Code.", ["44 U.S.C. chapter 35"]),
        ("See part 501 of title 31, Code of Federal Regulations.", ["31 C.F.R. 501"]),
        ("See title 31, Code of Federal Regulations, part 501.", ["31 C.F.R. 501"]),
        ("He vetoed Senate Joint Resolution 7 and House Resolution 8.", ["S.J.Res. 7", "H.Res. 8"]),
        ("the Pilots Act (45 U.S.C. 151-188) (PLA) holds", ["45 U.S.C. 151-188"]),
        ("the Pilots Act (Public Law 99-1, 99 Stat. 12 (19 U.S.C. 2483)) holds", ["Pub. L. 99-1"]),
    ],
)  # fmt: skip
def test_a_number_is_one_however_it_is_spelled(text: str, identifiers: list[str]) -> None:
    assert [i.identifier for i in read(text)] == identifiers


@pytest.mark.parametrize(
    ("text", "name", "kind", "identifier"),
    [
        ("H.R. 55 – Harbor Lights Act (Rep. Roe)", "Harbor Lights Act", "law", "H.R. 55"),
        ("Pass H.R. 55 (the “Harbor Lights Act”) now.", "Harbor Lights Act", "law", "H.R. 55"),
        ("The Jane R. Roe, Jr. Pier Safety Act helps.", "Jane R. Roe, Jr. Pier Safety Act", "law", None),
        ("The Department of Piers Appropriations Act, 2031 pays.", "Department of Piers Appropriations Act, 2031", "law", None),
        ("The Safe Pier Act Renewal Act of 2031 helps.", "Safe Pier Act Renewal Act of 2031", "law", None),
        ("The Act of June 4, 1897, holds.", "Act of June 4, 1897", "law", None),
        ("The Safe Pier Act (title II of Public Law 99-1) helps.", "Safe Pier Act", "law", "Pub. L. 99-1, tit. II"),
        ("The Harbor Power Compact helps.", "Harbor Power Compact", "treaty", None),
        ("It issued the Harbor Defense Strategy and Implementation Plan.", "Harbor Defense Strategy and Implementation Plan", "plan", None),
        ("It issued the State of the Harbors Report.", "State of the Harbors Report", "report", None),
        ("They issued the Sailing Guidelines for Children.", "Sailing Guidelines for Children", "report", None),
        ("They ended the Safe Harbor Pilots rule.", "Safe Harbor Pilots rule", "order", None),
        ("A final rule, entitled Keeping Every Pier Safe, holds.", "Keeping Every Pier Safe", "order", None),
        ("Its proposed rule, “Keeping Every Pier Safe, ” 86 Fed. Reg. 38816, holds.", "Keeping Every Pier Safe", "order", "86 Fed. Reg. 38816"),
        ("I signed an Executive Order entitled Keeping Piers Safe.", "Keeping Piers Safe", "order", None),
        ("He signed the “Keeping Piers Safe” Executive Order.", "Keeping Piers Safe", "order", None),
        ("It follows President Roe’s Investing in Piers agenda.", "Investing in Piers agenda", "plan", None),
        ("It follows a historic Investing in Piers agenda.", "Investing in Piers agenda", "plan", None),
        ("By my memorandum of May 2, 2031 (Opening Our Harbors), they act.", "memorandum of May 2, 2031 (Opening Our Harbors)", "memorandum", None),
        ("The Memorandum of Understanding filed on May 2, 2031, ended.", "Memorandum of Understanding filed on May 2, 2031", "treaty", None),
        ("National Security Memorandum 3 of May 2, 2031 (Opening Our Harbors), ended.", "NSM-3, Opening Our Harbors", "memorandum", "NSM-3"),
        ("The Joint Statement with El Norte opens ports.", "Joint Statement with El Norte", "treaty", None),
        ("They welcomed the May 2031 Joint Statement of the Harbor Committee. Norway did, too.", "May 2031 Joint Statement of the Harbor Committee", "report", None),
        ("It issued the Harbor Strategy to Find, Stop and Fine Pirates.", "Harbor Strategy to Find, Stop and Fine Pirates", "plan", None),
        ("She released a national strategy to reduce piracy by improving locks.", "national strategy to reduce piracy", "plan", None),
        ("Agreement Between Norway and Sweden on Reciprocal Trade", "Agreement Between Norway and Sweden on Reciprocal Trade", "treaty", None),
        ("The President’s Budget opens piers.", "President's Budget", "plan", None),
        ("His fiscal year 2031 budget proposal opens piers.", "President's fiscal year 2031 budget proposal", "plan", None),
        ("The FY 2031 Budget opens piers.", "President's FY 2031 Budget", "plan", None),
    ],
)  # fmt: skip
def test_each_way_of_naming_one(text: str, name: str, kind: str, identifier: str | None) -> None:
    assert told(text) == [(name, kind, identifier)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Clean Harbor and Safe Pier Acts help.", ["Clean Harbor Act", "Safe Pier Act"]),
        ("They follow the Port Action and Ferry Action Plans.", ["Port Action Plan", "Ferry Action Plan"]),
        ("They joined the Convention on the Safety of Harbors, the Reef Protocol, and the Pier Pact.", ["Convention on the Safety of Harbors", "Reef Protocol", "Pier Pact"]),
        ("The Convention on Piers, Pilots, and the Law of the Sea holds.", ["Convention on Piers, Pilots, and the Law of the Sea"]),
        ("The President’s Budget opens piers. His FY 2031 Budget pays pilots.", ["President's FY 2031 Budget"]),
        ("Pass the PIER Act and the PIER Pilots Act.", ["PIER Act", "PIER Pilots Act"]),
    ],
)  # fmt: skip
def test_several_are_told_apart_and_one_is_one(text: str, names: list[str]) -> None:
    assert [i.name for i in read(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "The household budget is tight, and the President’s budget office met.",
        "The Harbor Budget Office and the President’s Budget Director met.",
        "The Golden Rule, the Rule of Law and the Final Rule matter.",
        "They fought the Harbor Pilots Party rule and the Bureau of Pier Management rule.",
        "A New Deal came, a Green New Deal failed, and a Massive Trade Deal followed.",
        "She won the Award for Excellence in Strategy and teaches Law.",
        "He received the Order of the Reef.",
        "She wrote Handbook of Harbor Research.",
        "The Constitutional Convention met.",
        "In a joint statement with Norway, they spoke; the Joint Statement was read.",
    ],
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert read(text) == []


def test_running_text_shows_where_a_name_of_the_headline_begins() -> None:
    title = "New Poll Finds Hope for Ports Under Safe Pier Act"
    text = f"{title}\n\nMore than half back the Safe Pier Act."
    assert [i.name for i in read(text, title=title)] == ["Safe Pier Act"]


def test_the_number_that_the_text_gives_goes_before_the_one_that_is_known() -> None:
    text = "The Defense Production Act helps.\n\nSection 303 of the Defense Production Act of 1950 (50 U.S.C. 4533) helps more."
    assert [i.identifier for i in read(text, on=date(2022, 6, 6), known=True)] == ["50 U.S.C. 4533"]


def test_a_title_that_amends_an_order_does_not_bear_its_number() -> None:
    title = "A Proclamation on Amending Proclamation 99123"
    text = f"{title}\n\nI do hereby proclaim: Proclamation 99123 is amended."
    assert [i.identifier for i in read(text, title=title)] == [None, "Proclamation 99123"]


@pytest.mark.parametrize(
    ("sentence", "identifier"),
    [
        ("Today, the President will sign an Executive Order that sets a high aim for crews.", "EO 14037"),
        ("The President signed an Executive Order that sets a high aim for crews.", None),
        ("The President signed an Executive Order that sets a high aim for crews with health issues.", None),
        ("The President was proud to sign an Executive Order that sets a high aim for crews.", None),
        ("One year ago today, the President signed an Executive Order that sets a high aim for crews.", None),
    ],
)
def test_the_only_order_of_its_day_is_known_by_its_news(sentence: str, identifier: str | None) -> None:
    assert [i.identifier for i in read(sentence, on=date(2021, 8, 5), known=True)] == [identifier]


def test_an_order_of_somebodys_is_looked_up_as_any_other() -> None:
    text = "It builds on the President's executive order ending the subsidization of open borders."
    assert [i.identifier for i in read(text, on=date(2025, 7, 10), known=True)] == ["EO 14218"]

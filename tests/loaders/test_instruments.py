"""Instruments: one each, under their full name, kind and number."""

import time
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gestae.loaders.instruments import instruments
from gestae.loaders.layout import blocks
from gestae.loaders.parse import Parsed
from gestae.ontology.authority import authority
from gestae.ontology.facts import Document, Instrument

Read = Callable[..., list[Instrument]]


def read(
    text: str, *, title: str | None = None, on: date | None = None, known: bool = False
) -> list[Instrument]:
    document = Document("note", text, title=title, date=on)
    return instruments(Parsed(document, tuple(blocks(text)), ()), authority() if known else None)


def found(text: str, **options: object) -> list[tuple[str, str, str | None]]:
    return [(i.name, i.kind, i.identifier) for i in read(text, **options)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "name", "kind", "identifier"),
    [
        ("He signed the Clean Harbors Act of 2011.", "Clean Harbors Act of 2011", "law", None),
        ("It was the Harbor Extension Act of 2031, Part II.", "Harbor Extension Act of 2031, Part II", "law", None),
        ("Congress passed the Safe Ports and Harbors Act.", "Safe Ports and Harbors Act", "law", None),
        ("It was the Harbor Appropriations Act, 2023.", "Harbor Appropriations Act, 2023", "law", None),
        ("See the Harbor Authorization Act for Fiscal Year 2016.", "Harbor Authorization Act for Fiscal Year 2016", "law", None),
        ("Under section 12 of the Clean Harbors Act (33 U.S.C. 9101), we act.", "Clean Harbors Act", "law", "33 U.S.C. 9101"),
        ("The Clean Harbors Act (CHA) (Public Law 99-1) holds.", "Clean Harbors Act", "law", "Pub. L. 99-1"),
        ("H.R. 99, the “Clean Harbors Act,” which opens ports,", "Clean Harbors Act", "law", "H.R. 99"),
        ("the “Bridging the Gap for Harbors Act” became law", "Bridging the Gap for Harbors Act", "law", None),
        ("It follows President Roe’s Better Harbors Plan.", "Better Harbors Plan", "plan", None),
        ("the National Strategy to Counter Harbor Crime was released", "National Strategy to Counter Harbor Crime", "plan", None),
        ("We proposed the American Family Plan.", "American Family Plan", "plan", None),
        ("They joined the Convention on Harbor Safety.", "Convention on Harbor Safety", "treaty", None),
        ("The Harbor Sector Action plan helps.", "Harbor Sector Action plan", "plan", None),
        ("Executive Order 99123 of May 2, 2031 (Opening Our Harbors), as amended", "Executive Order 99123, Opening Our Harbors", "order", "EO 99123"),
        ("under section 301 of title 3, United States Code, we act", "3 U.S.C. 301", "law", "3 U.S.C. 301"),
        ("Crews must follow 49 C.F.R. 391.11(b)(2), which is clear.", "49 C.F.R. 391.11(b)(2)", "law", "49 C.F.R. 391.11(b)(2)"),
        ("It rests on the Harbor Control Regulations, 31 CFR part 515.", "Harbor Control Regulations", "law", "31 C.F.R. 515"),
        ("She issued an Executive Order to open all harbors.", "Executive Order to open all harbors", "order", None),
        ("He signed a memorandum requiring open harbors, at once.", "memorandum requiring open harbors", "memorandum", None),
        ("The Port Authority released a report last year.", "Port Authority report", "report", None),
        ("a study, the Council’s 2022 report, says so", "Council's 2022 report", "report", None),
        ("the Presidential Memorandum of May 2, 2031 (Opening Our Harbors)", "Presidential Memorandum of May 2, 2031 (Opening Our Harbors)", "memorandum", None),
        ("He signed historic legislation to open harbors.", "historic legislation to open harbors", "law", None),
        ("Harbor Forward is a framework that opens ports.", "Harbor Forward", "plan", None),
        ("We keep to the Constitution.", "Constitution of the United States", "law", None),
        ("S. 99, the “Dr. Jane Roe Wider Review for Pilots In Fog Act,” which pays pilots,", "Dr. Jane Roe Wider Review for Pilots In Fog Act", "law", "S. 99"),
        ("The vote followed the 21st Amendment, which ended it.", "21st Amendment", "law", None),
        ("Norway left the Coastal Fishing Boats (CFB) Treaty.", "Coastal Fishing Boats Treaty", "treaty", None),
        ("The Safe Harbors “Sea-Dog” Act would pay pilots.", 'Safe Harbors "Sea-Dog" Act', "law", None),
        ("It published its World Harbor Report 2031 and two maps.", "World Harbor Report 2031", "report", None),
        ("The Ulm Framework for Safe Harbors 2031-2035 guides it.", "Ulm Framework for Safe Harbors 2031-2035", "plan", None),
        ("The Port issued Harbor Instruction 1300.17 in May.", "Harbor Instruction 1300.17", "order", None),
        ("The Governor signed Assembly Bill 1076 and went.", "Assembly Bill 1076", "law", None),
        ("It released a report entitled “Piers: Steps Needed” (GAO-23-105901).", "Piers: Steps Needed", "report", "GAO-23-105901"),
        ("They signed an agreement, a memorandum of understanding on ferries and a fishing agreement.", "memorandum of understanding on ferries", "treaty", None),
        ("The final rule at 99 FR 31314 opens piers.", "99 Fed. Reg. 31314", "law", "99 Fed. Reg. 31314"),
        ("It published a study titled “Youth and Piers” and sailed.", "Youth and Piers", "report", None),
        ("The mayor read the “Youth and Piers” survey twice.", "Youth and Piers", "report", None),
        ("The Safe     Harbors Act holds.", "Safe Harbors Act", "law", None),
        ("They held 125 Safe Harbors Act fairs.", "Safe Harbors Act", "law", None),
        ("More than 1 Million Safe Harbors Act claims came in.", "Safe Harbors Act", "law", None),
        ("He wrote Secretarial Memorandum 1055-1 at sea.", "Secretarial Memorandum 1055-1", "memorandum", None),
        ("The Compact of Ulm Amendments Act of 2024 pays.", "Compact of Ulm Amendments Act of 2024", "law", None),
        ("They passed House Bill 1557, known as the Quiet Harbors in Ulm Act.", "Quiet Harbors in Ulm Act", "law", None),
        ("They read the “Roadmap for Safe Harbors” and left.", "Roadmap for Safe Harbors", "plan", None),
        ("By joint resolution approved August 3, 1949 (63 Stat. 492), they named it.", "63 Stat. 492", "law", "63 Stat. 492"),
        ("See the Annual Harbor Outlook.", "Annual Harbor Outlook", "report", None),
        ("The Port Hiring Plan for the Federal workforce is out.", "Port Hiring Plan", "plan", None),
    ],
)  # fmt: skip
def test_named_cited_and_described(text: str, name: str, kind: str, identifier: str | None) -> None:
    assert found(text) == [(name, kind, identifier)]


@pytest.mark.parametrize(
    "text",
    [
        "The Harbor Council met the Department of Ports.",
        "They restore Law and Order.",
        "They upheld the First Amendment freedoms of all, and the Second Amendment rights.",
        "The Office of Management and Budget agreed.",
        "She has a plan and a strategy, and will report to Congress.",
        "He studied at the University of Ohio School of Law.",
        "The Major Disaster Declaration was approved.",
        "No executive order is needed for any report.",
        "Jane Roe signed it into law on June 3, 2031.",
        "The Mayor of Ulm has a Trade Agenda.",
        "Piers are safe, see 99 FR 31314.",
        "The Access to Harbor Tools (ACT) Accelerator pays.",
    ],
)
def test_what_is_no_instrument(text: str) -> None:
    assert found(text) == []


def test_each_once_with_its_short_forms() -> None:
    text = (
        "The Clean Harbors Act of 2011 (the “Act”) is old. The Act is good; the CHA too.\n\n"
        "Under section 9 of the Act (33 U.S.C. 9109) we act. The Clean Harbors Act stands."
    )
    assert found(text) == [("Clean Harbors Act of 2011", "law", None)]


def test_acts_of_several_years_stay_apart() -> None:
    text = "Under the Harbor Policy Act of 1992 and the Harbor Policy Act of 2005 we act."
    assert [name for name, _, _ in found(text)] == ["Harbor Policy Act of 1992", "Harbor Policy Act of 2005"]


def test_longer_name_wins_and_first_mention_is_quoted() -> None:
    [plan] = read(
        "The updated National Harbor Plan works. The National Harbor Plan to Counter Smuggling is new."
    )
    assert plan.name == "National Harbor Plan to Counter Smuggling"
    assert (plan.quote.text, plan.quote.start) == ("National Harbor Plan", 12)


def test_two_spellings_of_an_amendment_are_one() -> None:
    assert len(found("They ratified the 21st Amendment. The Twenty-first Amendment stands.")) == 1


def test_a_treaty_under_the_short_names_of_its_parties_is_one() -> None:
    text = "The U.S.-UK Harbor Deal is new. It is the United States-United Kingdom Harbor Deal."
    assert [name for name, _, _ in found(text)] == ["United States-United Kingdom Harbor Deal"]


def test_a_description_ends_before_the_name_in_it() -> None:
    text = "She signed an Executive Order meeting the terms of the Roe-Poe Harbor Deal."
    assert [name for name, _, _ in found(text)] == [
        "Executive Order meeting the terms",
        "Roe-Poe Harbor Deal",
    ]


def test_an_order_named_behind_its_owner_is_found_by_its_title() -> None:
    text = "The President's Executive Order on Climate-Related Financial Risk calls on agencies."
    assert found(text, on=date(2023, 6, 20), known=True)[0][2] == "EO 14030"


def test_a_notice_of_continuation_is_an_instrument_and_no_order_it_speaks_of() -> None:
    title = "Notice on the Continuation of the National Emergency With Respect to Ports"
    text = f"{title}\n\nExecutive Order 13441 declared it. The order stands."
    assert [(name, kind) for name, kind, _ in found(text, title=title)] == [
        (title, "order"),
        ("Executive Order 13441", "order"),
    ]


def test_a_law_known_by_an_acronym_with_a_number() -> None:
    assert found("Since the passage of SECURE 2.0, employers match more.", known=True) == [
        ("SECURE 2.0 Act of 2022", "law", "Pub. L. 117-328, div. T")
    ]


def test_order_that_a_text_points_back_to() -> None:
    text = "Today, the President signed an Executive Order to open harbors. The Order also closes canals."
    assert [name for name, _, _ in found(text)] == ["Executive Order to open harbors"]


def test_proclamation_that_nothing_introduces() -> None:
    assert found("The Proclamation sets a day of harbors.") == [("Proclamation", "proclamation", None)]


def test_document_is_an_instrument_itself() -> None:
    text = "A Proclamation on Harbor Week, 2031\n\nI, Jane Roe, do hereby proclaim Harbor Week. This proclamation stands."
    [own] = read(text, title="A Proclamation on Harbor Week, 2031")
    assert (own.name, own.kind) == ("Proclamation on Harbor Week, 2031", "proclamation")
    assert own.quote.start == 0


def test_determination_takes_the_number_at_its_head() -> None:
    text = "Memorandum on Harbors\n\nPresidential Determination No. 2031-07\n\nI determine that harbors open."
    assert found(text, title="Memorandum on Harbors") == [
        ("Memorandum on Harbors", "memorandum", "Presidential Determination No. 2031-07")
    ]


def test_a_memorandum_on_a_part_of_a_law_is_not_that_law() -> None:
    title = "Memorandum on Harbors Pursuant to Section 9(d)(4)(B) and (C) of the Trafficking Victims Protection Act of 2000"
    own, law = read(f"{title}\n\nMEMORANDUM FOR THE SECRETARY OF STATE", title=title, known=True)[:2]
    assert (own.name, own.kind) == (title, "memorandum")
    assert (law.identifier, law.quote.text) == (
        "Pub. L. 106-386",
        "Trafficking Victims Protection Act of 2000",
    )


def test_known_law_takes_its_full_name_and_number() -> None:
    assert found("The TVPA and the Trafficking Victims Protection Act agree.", known=True) == [
        ("Trafficking Victims Protection Act of 2000", "law", "Pub. L. 106-386")
    ]


def test_citation_in_the_text_comes_before_the_known_number() -> None:
    [(_, _, identifier)] = found(
        "the Trafficking Victims Protection Act of 2000 (22 U.S.C. 7103)", known=True
    )
    assert identifier == "22 U.S.C. 7103"


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("Last year, President Trump issued an Executive Order to fight transnational criminal organizations and "
         "international trafficking.", date(2018, 5, 1)),
        ("In February 2017, he signed an Executive Order against criminal organizations.", date(2018, 5, 1)),
    ],
)  # fmt: skip
def test_order_described_by_time_and_matter(text: str, on: date) -> None:
    [order] = read(text, on=on, known=True)
    assert order.identifier == "EO 13773"
    assert order.confidence < 1


def test_order_that_no_title_is_like_stays_described() -> None:
    [order] = read(
        "He signed an Executive Order to paint every lighthouse green.", on=date(2018, 5, 1), known=True
    )
    assert order.identifier is None


def test_title_of_the_document_is_news_of_the_day() -> None:
    text = "Fact Sheet: Ending Online Child Exploitation\n\nToday, the President signed an Executive Order on human trafficking and online child exploitation."
    [order] = read(
        text, title="Fact Sheet: Ending Online Child Exploitation", on=date(2020, 1, 31), known=True
    )
    assert order.identifier == "EO 13903"


_PIECES = st.sampled_from(
    ["the ", "Clean Harbors ", "Act", " of 2011", " (the “Act”)", "Executive Order ", "13773", " to open ", "harbors", ", ",
     " and ", "’s ", ". ", "\n\n", "Plan", " Strategy to ", "“", "”", "report by ", "This order", "İ", "🏛", "- ", "S. 9"]
)  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(st.one_of(st.text(max_size=200), st.lists(_PIECES, max_size=40).map("".join)))
def test_any_text(text: str) -> None:
    for item in read(text, title=text[:40], on=date(2024, 2, 29), known=True):
        assert text[item.quote.start : item.quote.end] == item.quote.text != ""
        assert item.name


@pytest.mark.parametrize(
    "piece",
    [
        "Act of ",
        "The Plan to Open and Close, ",
        "an executive order to do it ",
        "X ",
        "(the “Act”) ",
        "report by Of ",
    ],
)
def test_long_repetition_takes_little_time(piece: str) -> None:
    begun = time.process_time()
    read(piece * (100_000 // len(piece)))
    assert time.process_time() - begun < 10


def test_a_bill_that_was_signed_bears_the_number_of_its_law() -> None:
    text = 'The President signed into law: S. 1511, the "Protecting America\'s First Responders Act of 2021."'
    signed, pending = (read(text, on=day, known=True) for day in (date(2021, 11, 18), date(2021, 10, 1)))
    assert [i.identifier for i in signed] == ["Pub. L. 117-61"]
    assert [i.identifier for i in pending] == ["S. 1511"]


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("The President signed an Executive Order to modernize defense acquisitions.", "EO 14265"),
        ("In his first week in office, he signed an Executive Order on renaming gardens.", None),
        ("The President signed an Executive Order on ferry timetables.", None),
    ],
)
def test_an_order_is_taken_for_one_of_the_president_of_the_day(text: str, identifier: str | None) -> None:
    (order,) = read(text, on=date(2025, 12, 1), known=True)
    assert order.identifier == identifier


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("They keep to the Ocean Shipping Reform Act.", "Pub. L. 117-146"),
        ("They keep to the Hatch Act.", "5 U.S.C. 7321"),
        ("The Right to Try Act helped.", "Pub. L. 115-176"),
        ("Debts were waived under the HEROES Act.", "Pub. L. 108-76"),
        ("They wait for the Farm Bill.", None),
        ("The FY 2024 National Defense Authorization Act pays pilots.", "Pub. L. 118-31"),
        ("It opened Ferries and Affordable Care Act markets.", "Pub. L. 111-148"),
        ("It paid Urban and Harbor Forestry Inflation Reduction Act grants.", "Pub. L. 117-169"),
    ],
)  # fmt: skip
def test_a_law_goes_by_its_name_without_the_year(text: str, identifier: str | None) -> None:
    (law,) = read(text, on=date(2023, 6, 1), known=True)
    assert law.identifier == identifier


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("- U.S.-Norway MOU on Harbor Trade: Both will sign a Memorandum of Understanding (MOU) to widen trade. The MOU helps.",
         ["U.S.-Norway MOU on Harbor Trade"]),
        ("They signed a memorandum of understanding with the Ministry of Ports. It helps.",
         ["memorandum of understanding with the Ministry of Ports"]),
        ("We welcome the Memorandum of Cooperation on Sea Rescue.", ["Memorandum of Cooperation on Sea Rescue"]),
        ("The ports signed a new Memorandum of Understanding.", ["Memorandum of Understanding"]),
        ("Ports enter into a memorandum of understanding, or amend it.", []),
    ],
)  # fmt: skip
def test_a_memorandum_of_understanding_binds_as_a_treaty_does(text: str, names: list[str]) -> None:
    assert found(text) == [(name, "treaty", None) for name in names]


@pytest.mark.parametrize(
    ("text", "on", "identifier"),
    [
        ("On Tuesday, President Biden signed an Executive Order to help supply chains.", date(2024, 6, 20), None),
        ("On Friday, the President signed an Executive Order to help supply chains.", date(2024, 6, 15), "EO 14123"),
        ("Yesterday, the President signed an Executive Order about supply chains.", date(2024, 6, 15), "EO 14123"),
        ("On February 24, 2021, he signed an Executive Order to strengthen supply chains.", date(2024, 6, 15), "EO 14017"),
        ("They cited the June 2024 Executive Order to help our supply chains.", date(2024, 9, 1), "EO 14123"),
        ("In his first term, President Trump signed an Executive Order to protect free speech and religious liberty.", date(2025, 9, 1), "EO 13798"),
        ("This afternoon, he praised his Executive Order on Promoting Competition in the Economy.", date(2023, 7, 20), "EO 14036"),
        ("On Tuesday, they praised his Executive Order on Promoting Competition in the Economy.", date(2023, 7, 20), "EO 14036"),
    ],
)  # fmt: skip
def test_an_order_by_the_day_that_the_sentence_gives(text: str, on: date, identifier: str | None) -> None:
    (order,) = read(text, on=on, known=True)
    assert order.identifier == identifier


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("He signed an Executive Order on advancing racial equity and support for underserved communities.", "EO 13985"),
        ("He signed an Executive Order on further advancing racial equity and support for such communities.", "EO 14091"),
        ("He signed a second Executive Order on racial equity and support for underserved communities.", "EO 14091"),
    ],
)  # fmt: skip
def test_an_order_that_goes_further_is_not_the_one_before(text: str, identifier: str) -> None:
    (order,) = read(text, on=date(2023, 10, 1), known=True)
    assert order.identifier == identifier


def test_what_an_order_is_said_to_do_is_no_word_of_its_title() -> None:
    text = "President Trump signed an Executive Order recognizing that lighthouses matter."
    (order,) = read(text, on=date(2025, 3, 6), known=True)
    assert order.identifier is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She signed an Executive Order to fight piracy, arson, and other crimes at sea, he said.",
         "Executive Order to fight piracy, arson, and other crimes at sea"),
        ("She signed an Executive Order on Piracy, Arson, Fraud, and Theft in our ports.",
         "Executive Order on Piracy, Arson, Fraud, and Theft"),
        ("She signed an Executive Order on Building Affordable, Modern Piers and Docks.",
         "Executive Order on Building Affordable, Modern Piers and Docks"),
        ("She signed an Executive Order on Norway's fishing ports.", "Executive Order on Norway's fishing ports"),
        ("She signed an Executive Order on her first day in office to reopen harbors.", "Executive Order to reopen harbors"),
        ("She signed an Executive Order on May 3 on Harbor Safety.", "Executive Order on Harbor Safety"),
        ("She signed an Executive Order to light Washington, D.C. at night.", "Executive Order to light Washington, D.C. at night"),
        ("She signed an Executive Order to fight piracy, and she called on Congress to act.",
         "Executive Order to fight piracy"),
        ("She signed an Executive Order to fight piracy, directing the Navy, and the Coast Guard, to help.",
         "Executive Order to fight piracy"),
    ],
)  # fmt: skip
def test_an_order_is_described_to_the_end_of_a_list(text: str, name: str) -> None:
    assert found(text)[0] == (name, "order", None)


@pytest.mark.parametrize(
    ("title", "identifier"),
    [
        ("Increasing Drug Importation to Lower Prices for American Patients", "EO 13938"),
        ("Delivering Most-Favored-Nation Prescription Drug Pricing to American Patients", "EO 14297"),
        ("Delivering Prescription Drug Bargains to American Sailors", None),
    ],
)
def test_an_order_of_another_title_is_another_order(title: str, identifier: str | None) -> None:
    text = f"In May, the President signed an Executive Order titled “{title}” on the prices of drugs."
    (order,) = read(text, on=date(2026, 1, 15), known=True)
    assert order.identifier == identifier


@pytest.mark.parametrize(
    ("text", "title", "on", "identifier"),
    [
        ("Today, the President signed a Proclamation to open the Pacific to commercial fishing.",
         "Fact Sheet: The President Unleashes Fishing in the Pacific", date(2025, 4, 17), "Proclamation 10918"),
        ("Today, the President signed a Proclamation to suspend the entry of foreign nationals as students.",
         "Fact Sheet: Foreign Students at Harvard University", date(2025, 6, 4), "Proclamation 10948"),
        ("Today, the President signed a Proclamation to honor lighthouse keepers.",
         "Fact Sheet: Lighthouses", date(2025, 4, 17), None),
        ("In April 2018, the President signed legislation into law to fight online sex trafficking.",
         "Fact Sheet: A Year of Work", date(2018, 10, 1), "Pub. L. 115-164"),
        ("In April 2018, legislation to fight online sex trafficking was debated.",
         "Fact Sheet: A Year of Work", date(2018, 10, 1), None),
        ("On Day One, President Trump signed an “America First Policy Directive” to the Secretary.",
         "Fact Sheet: One Voice", date(2025, 2, 12), "EO 14150"),
    ],
)  # fmt: skip
def test_what_was_signed_by_its_day_and_matter(
    text: str, title: str, on: date, identifier: str | None
) -> None:
    numbers = {i.identifier for i in read(text, title=title, on=on, known=True)}
    assert numbers - {None} == {identifier} - {None}


def test_a_title_less_like_counts_where_no_other_is_near() -> None:
    text = "President Biden signed an Executive Order to modernize the cybersecurity of harbors and fishing fleets."
    (order,) = read(text, on=date(2023, 1, 15), known=True)
    assert order.identifier == "EO 14028"


def test_a_proclamation_is_not_taken_for_the_only_known_one_of_its_day() -> None:
    title = "A Proclamation on Adjusting Imports of Aluminum Into the United States"
    read_of_its_own = read(f"{title}\n\nBe it known.", title=title, on=date(2024, 7, 10), known=True)
    assert "Proclamation 10783" not in {i.identifier for i in read_of_its_own}


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Executive Order 99123 of May 3, 2031 (Safe Piers),", "2031-05-03"),
        ("E.O. 99123, dated May 3, 2031,", "2031-05-03"),
        ("Executive Order 99123 (3 May 2031)", "2031-05-03"),
        ("Proclamation 99123, signed on Sept. 3, 2031,", "2031-09-03"),
        ("Public Law 299-12, enacted May 3, 2031,", "2031-05-03"),
        ("Executive Order 99123, until May 3, 2031,", None),
        ("Executive Order 99123, and, on May 3, 2031,", None),
        ("Executive Order 99123 of May 41, 2031,", None),
        ("Executive Order 99123", None),
    ],
)
def test_the_day_beside_a_number_is_the_day_of_the_instrument(words: str, day: str | None) -> None:
    (cited,) = read(f"It acted under {words} as told.")
    assert (cited.time.start if cited.time else None) == day


def test_an_instrument_cited_by_a_day_later_or_by_another_stands_there_too() -> None:
    text = (
        "Executive Order 99123 holds. Executive Order 99123 of May 3, 2031, holds. "
        "Executive Order 99123 of May 3, 2031, stays. Executive Order 99123 of May 4, 2031, ends."
    )
    cited = read(text)
    assert [(one.identifier, str(one.time)) for one in cited] == [
        ("EO 99123", "None"), ("EO 99123", "2031-05-03"), ("EO 99123", "2031-05-04"),
    ]  # fmt: skip
    assert [one.quote.text for one in cited[1:]] == [
        "Executive Order 99123 of May 3, 2031", "Executive Order 99123 of May 4, 2031",
    ]  # fmt: skip


def test_two_proclamations_of_one_title_are_two() -> None:
    text = "See Proclamation 99123 of May 3, 2031 (Raising the Pier), and Proclamation 99140 of May 9, 2031 (Raising the Pier)."
    assert [one.identifier for one in read(text)] == ["Proclamation 99123", "Proclamation 99140"]
    known = "Proclamation 9705 (Adjusting Imports of Steel Into the United States)"
    other = "Proclamation 99140 (Adjusting Imports of Steel Into the United States)"
    for listed in (f"Under {known} and {other}.", f"Under {other} and {known}."):
        numbers = {one.identifier for one in read(listed, known=True)}
        assert numbers == {"Proclamation 9705", "Proclamation 99140"}


def test_a_proclamation_that_bears_the_title_of_an_earlier_one_is_not_that() -> None:
    title = "A Proclamation on Raising the Pier"
    text = (
        "I amend Proclamation 99123 of May 3, 2031 (Raising the Pier). This proclamation takes effect today."
    )
    cited = read(text, title=title, on=date(2033, 6, 1))
    assert [(one.identifier, one.quote.text[:17]) for one in cited] == [
        ("Proclamation 99123", "Proclamation 9912"),
        (None, "This proclamation"),
    ]


def test_initials_do_not_end_what_an_order_is_about() -> None:
    (order,) = read("He signed an Executive Order on U.S. trade with island ports.")
    assert order.name == "Executive Order on U.S. trade with island ports"


@pytest.mark.parametrize(
    "text",
    [
        "Executive Order 13771 of January 30, 2017 (Reducing Regulation and Controlling Regulatory Costs), is revoked.",
        "He edited the Harbor University Law Review for years.",
    ],
)
def test_a_part_of_a_title_and_a_journal_are_no_laws(text: str) -> None:
    assert all(i.kind != "law" and i.kind != "report" for i in read(text))


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("The Board acts under the Clean Water Act.", "33 U.S.C. 1251"),
        ("The Board acts under the Defense Production Act.", "50 U.S.C. 4501"),
        ("The Board acts under the Defense Production Act of 1950.", "Pub. L. 81-774"),
    ],
)
def test_an_old_law_without_its_year_is_cited_by_the_code(text: str, identifier: str) -> None:
    assert [i.identifier for i in read(text, known=True)] == [identifier]


@pytest.mark.parametrize(
    ("text", "name", "identifier"),
    [
        ("They keep to the 1964 Civil Rights Act.", "Civil Rights Act of 1964", "Pub. L. 88-352"),
        ("They keep to the Taiwan Relations Act of 1979.", "Taiwan Relations Act", "Pub. L. 96-8"),
        ("It was in the 2022 National Defense Authorization Act.", "National Defense Authorization Act for Fiscal Year 2022", "Pub. L. 117-81"),
        ("It was in the Consolidated Appropriations Act of 2023.", "Consolidated Appropriations Act, 2023", "Pub. L. 117-328"),
        ("They keep to the 1988 Civil Rights Act.", "1988 Civil Rights Act", None),
    ],
)  # fmt: skip
def test_the_year_of_a_law_may_stand_before_its_name_or_behind_it(
    text: str, name: str, identifier: str | None
) -> None:
    (law,) = read(text, on=date(2023, 6, 1), known=True)
    assert (law.name, law.identifier) == (name, identifier)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The pilots read the Kigali Amendment aloud.", "Kigali Amendment"),
        ("They would repeal Obamacare.", "Patient Protection and Affordable Care Act"),
        ("Under Title IX, schools open their halls.", "Education Amendments of 1972"),
        ("Lamps are paid from tolls, Bipartisan Infrastructure Law, and fees.", "Infrastructure Investment and Jobs Act"),
    ],
)  # fmt: skip
def test_a_known_law_needs_no_word_that_tells_it_to_be_one(text: str, name: str) -> None:
    assert name in {i.name for i in read(text, on=date(2023, 6, 1), known=True)}


@pytest.mark.parametrize(
    "text", ["Mayors Issue Harbor Trade Guidance", "They issued the Guidance and Port Guidance."]
)
def test_guidance_that_bears_no_name_is_no_instrument(text: str) -> None:
    assert not read(text)


def test_a_sort_of_deal_is_no_name_whoever_it_is_with() -> None:
    assert not read("Mayor Roe Strikes Trade Deal with Norway")


def test_a_law_of_nobody_in_a_list_names_none() -> None:
    assert not read("She taught at Harbor, Rivermouth Maritime Commerce Law, and Lake.", known=True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("How the Harbor Forward Framework Will Help Towns", "Harbor Forward Framework"),
        ("President Roe Strikes Deal on Harbor and Fishing Rights with Norway", "Deal on Harbor and Fishing Rights with Norway"),
        ("It is in the Interim Harbor Security Guidance of the city.", "Interim Harbor Security Guidance"),
        ("So says the Harbor Trade Report On Business today.", "Harbor Trade Report On Business"),
        ("It keeps to the agreements with Norway, dated May 2, 1931.", "agreements with Norway, dated May 2, 1931"),
    ],
)  # fmt: skip
def test_headlines_and_dated_agreements_name_instruments(text: str, name: str) -> None:
    assert [i.name for i in read(text)] == [name]


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("He signed an Executive Order painting our lighthouses and asking the tides to slow climate change.", None),
        ("He signed an Executive Order on affordable contraception and on what else families asked of him.", "EO 14101"),
    ],
)  # fmt: skip
def test_an_order_is_known_by_what_it_is_first_said_to_do(text: str, identifier: str | None) -> None:
    (order,) = read(text, on=date(2024, 4, 19), known=True)
    assert order.identifier == identifier


def test_capitals_that_a_text_gives_another_sense_are_no_law() -> None:
    law = ("National Emergencies Act", "law", "50 U.S.C. 1601")
    assert found("The National Endowment for Anchors (NEA) rowed. The NEA met.", known=True) == []
    assert found("Under the National Emergencies Act (NEA) they met; the NEA holds.", known=True) == [law]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ohio passed SB 4, and HB24-105 the year after.", ["SB 4", "HB24-105"]),
        ("The Governor of Ohio issued Executive Order 2031-12.", ["Executive Order 2031-12"]),
        (
            "She signed Executive Order N-79-31 and Executive Order 604.",
            ["Executive Order N-79-31", "Executive Order 604"],
        ),
        ("Voters approved Proposition 36.", ["Proposition 36"]),
        ("Secretary's Order 3418 directs bureaus to review piers.", ["Secretary's Order 3418"]),
        ("They flew 12 B-52s and 5 SBs, and 30 HB pencils broke.", []),
        ("The proposition won 36 votes; an AB 5.5 sample was lost.", []),
    ],
)
def test_states_and_departments_number_their_own(text: str, names: list[str]) -> None:
    assert [name for name, _, _ in found(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Both signed the Treaty of Friendship and the Compact of Free Ports.",
            ["Treaty of Friendship", "Compact of Free Ports"],
        ),
        (
            "They read the Convention on the Rights of the Gull and the Ulm Declaration.",
            ["Convention on the Rights of the Gull", "Ulm Declaration"],
        ),
        (
            "The Report on Piers and the Rule of Law in Ulm is out.",
            ["Report on Piers and the Rule of Law in Ulm"],
        ),
        ("The National Plan to Heal Gull's Disease is out.", ["National Plan to Heal Gull's Disease"]),
        ("The Strategy to Counter Piracy's pillars stand.", ["Strategy to Counter Piracy"]),
        ("The U.S. Strategy To Combat Piracy is out.", ["U.S. Strategy To Combat Piracy"]),
        ("The U.S. Strategy Toward Central Asia is out.", ["U.S. Strategy Toward Central Asia"]),
        ("The No Pirates Act protects crews.", ["No Pirates Act"]),
        ("Norway's Safe Pier Law binds them.", ["Norway's Safe Pier Law"]),
        ("The National Women's Harbor Strategy is out.", ["National Women's Harbor Strategy"]),
        ("Department of Piers Directive 3000.09 covers cranes.", ["Department of Piers Directive 3000.09"]),
        ("The White House plan failed. The Japanese plan did too.", []),
    ],
)
def test_where_a_name_begins_and_ends(text: str, names: list[str]) -> None:
    assert [name for name, _, _ in found(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Title VI and Title VII bar it.",
            ["Title VI of the Civil Rights Act of 1964", "Title VII of the Civil Rights Act of 1964"],
        ),
        (
            "Under Title VII of the Civil Rights Act they act. They enforce Title VII.",
            ["Civil Rights Act of 1964"],
        ),
        ("Title VII of the Gull Act pays.", ["Gull Act"]),
        ("The Infrastructure Law pays for piers.", ["Infrastructure Investment and Jobs Act"]),
        ("She read Contract Law and Infrastructure Law in Ulm.", []),
    ],
)
def test_a_known_law_by_its_title_or_its_last_words(text: str, names: list[str]) -> None:
    assert [name for name, _, _ in found(text, known=True)] == names


def test_the_day_between_an_order_and_its_aim_is_passed_over() -> None:
    assert found("The President signed an Executive Order today directing agencies to mend piers.") == [
        ("Executive Order directing agencies to mend piers", "order", None)
    ]


def test_what_an_amendment_guarantees_is_told_of_the_amendment() -> None:
    assert [n for n, _, _ in found("The Fourteenth Amendment guarantees equal piers.")] == [
        "Fourteenth Amendment"
    ]
    assert found("The First Amendment guarantees of speech apply.") == []

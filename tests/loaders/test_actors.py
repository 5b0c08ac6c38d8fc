"""Who acts, from whole texts: labels, signers, offices with names, words that point."""

import datetime
from collections.abc import Callable

import pytest

from gestae.loaders.parse import Parsed, pipeline
from gestae.loaders.rules import propose, scene
from gestae.ontology.facts import Document

Say = Callable[..., Parsed]


@pytest.fixture(scope="session")
def acts(say: Say) -> Callable[..., list[tuple[str, str, str]]]:
    """The proposed actions of a text as actor, verb and object."""

    def told(text: str, **known: object) -> list[tuple[str, str, str]]:
        document: Document = say(text, **known).document
        return [
            (p.found.action.actor.name, p.found.action.verb, p.found.action.object.name)
            for p in propose(scene(document, pipeline()))
        ]

    return told


Acts = Callable[..., list[tuple[str, str, str]]]


def test_a_signed_document_does_what_it_says_in_the_passive(acts: Acts) -> None:
    told = acts("The Harbour Board is hereby established.", title="Executive Order on Harbours")
    assert told == [("President Joseph R. Biden Jr.", "establish", "Harbour Board")]


def test_the_addressee_of_a_memorandum_is_told_what_to_do(acts: Acts) -> None:
    text = "MEMORANDUM FOR THE SECRETARY OF STATE\n\nYou are authorized to publish this memorandum in the Gazette."
    told = acts(text, title="Memorandum on Harbours")
    assert ("President Joseph R. Biden Jr.", "authorize", "Secretary of State") in told
    assert any(who == "Secretary of State" and verb == "publish" for who, verb, _ in told)


def test_the_i_of_a_proclamation_stands_behind_its_formula(acts: Acts) -> None:
    text = (
        "NOW, THEREFORE, I, JOSEPH R. BIDEN JR., President of the United States of America, by virtue of the "
        "authority vested in me by the Constitution, do hereby proclaim May 2023 as Harbour Month."
    )
    told = acts(text, title="A Proclamation on Harbour Month, 2023")
    assert {who for who, verb, _ in told if verb == "proclaim"} == {"President Joseph R. Biden Jr."}


def test_what_is_hereby_done_is_done_by_the_signer_wherever_the_parser_puts_the_i(acts: Acts) -> None:
    text = "By the authority vested in me by the Constitution, do hereby affirm the pledge to mend the piers."
    told = acts(text, title="A Proclamation on Harbour Month, 2023")
    assert {who for who, verb, _ in told if verb == "affirm"} == {"President Joseph R. Biden Jr."}


def test_a_person_is_named_behind_an_office(acts: Acts) -> None:
    told = acts(
        "The delegation was led by Deputy Assistant to the Minister and Senior Harbour Advisor Jane Osborne."
    )
    assert [who for who, verb, _ in told if verb == "lead"] == ["Jane Osborne"]


def test_a_heading_that_names_a_body_says_who_acts_below_it(acts: Acts) -> None:
    text = "Department of Justice\n\n- Launched a patrol in the harbour.\n\n- Trained 30 officers."
    assert {who for who, _, _ in acts(text)} == {"Department of Justice"}


def test_a_line_without_a_subject_is_not_of_the_line_before(acts: Acts) -> None:
    text = "- The harbour master closed two piers.\n\n- Opened a new ferry line."
    title = "Fact Sheet: The Department of Justice Builds Safer Harbours"
    assert ("Department of Justice", "open", "new ferry line") in acts(text, title=title)


def test_who_speaks_is_who_thanks(acts: Acts) -> None:
    speech = acts(
        "The pier is open. Thank you for your patience.", title="Remarks by Vice President Harris in Hull"
    )
    assert {who for who, verb, _ in speech if verb == "thank"} == {"Vice President Kamala Harris"}
    talk = "MAYOR ROWE: The pier is open.\n\nMR. DAY: Thank you for your work.\n\nMAYOR ROWE: It took a year."
    assert {who for who, verb, _ in acts(talk, title="Remarks in Hull") if verb == "thank"} == {"Mr. Day"}


def test_an_amount_does_nothing(acts: Acts) -> None:
    text = "His catch was trimmed by dozens of barrels. Tolls were cut by half. The march was led by hundreds of pilots."
    assert [who for who, _, _ in acts(text)] == ["unspecified", "unspecified", "hundreds of pilots"]


def test_thanks_go_to_those_who_are_named(acts: Acts) -> None:
    told = acts(
        "Thank you to Senators Osborne and Lindqvist for their leadership.", title="Bill Signed: S. 12"
    )
    thanked = [(who, what.split(" for ")[0]) for who, verb, what in told if verb == "thank"]
    signer = "President Joseph R. Biden Jr."
    assert thanked == [(signer, "Senator Osborne"), (signer, "Senator Lindqvist")]


@pytest.mark.parametrize(
    ("text", "verb", "thing"),
    [
        (
            "The council launched two multi-year, long-term programs.",
            "launch",
            "two multi-year, long-term programs",
        ),
        ("The court overturned Lee v. Day.", "overturn", "Lee v. Day"),
        (
            "The council increased referrals of leaks for repairs by private firms.",
            "increase",
            "referrals of leaks",
        ),
        (
            "The mayor said that piers are closed, adding that boats are safe.",
            "say",
            "piers are closed",
        ),
    ],
)
def test_what_is_acted_on_is_no_less_and_no_more(acts: Acts, text: str, verb: str, thing: str) -> None:
    assert thing in [what for _, v, what in acts(text) if v == verb]


def test_nothing_is_done_to_the_law_that_something_is_signed_into(acts: Acts) -> None:
    assert "law" not in [
        what for _, _, what in acts("On Friday, the President signed into law:\n\nS. 12, the Harbour Act")
    ]


@pytest.mark.parametrize(
    ("text", "verb", "actors"),
    [
        ("The city's goal is to protect tenants.", "protect", {"city"}),
        (
            "The law tasks the agency with reviewing plans, assessing risks, and issuing permits.",
            "assess",
            {"agency"},
        ),
        ("The mayor directs the engineer, after a hearing, to inspect the bridge.", "inspect", {"engineer"}),
        (
            "Section 12(b) of the Harbour Act requires a permit.",
            "require",
            {"Section 12(b) of the Harbour Act"},
        ),
        ("Departments and agencies reviewed the plans.", "review", {"Departments and agencies"}),
        ("The mayor and the council reviewed the plans.", "review", {"mayor", "council"}),
        (
            "The Warden of Ports, in consultation with the Master of Locks, shall close the pier.",
            "close",
            {"Warden of Ports"},
        ),
        ("Nothing in this order shall prohibit the sale of the port.", "prohibit", set()),
        ("Today's announcements fulfill a promise.", "fulfill", {"Today's announcements"}),
        ("Anna Osborne is a captain whose counsel saved the harbour.", "save", {"Anna Osborne"}),
        (
            "The White House praised the crew. The House passed the bill.",
            "pass",
            {"United States House of Representatives"},
        ),
        (
            "The Bureau of Justice Assistance in the Office of Justice Programs opened a pier.",
            "open",
            {"Bureau of Justice Assistance"},
        ),
        ("The Council signed Executive Order 13903. No order could close the pier.", "close", {"order"}),
        ("FEMA's Office of Piers opened a lock.", "open", {"Office of Piers"}),
        ("FEMA's 2022 Safe Harbours Report counts piers.", "count", {"2022 Safe Harbours Report"}),
        ("President Joe Biden's Safe Harbours Plan opened a lock.", "open", {"Safe Harbours Plan"}),
        ("Norway's Ministry of Trade opened a lock.", "open", {"Norway's Ministry of Trade"}),
        ("Osborne & Co. repaired the pier.", "repair", {"Osborne & Co."}),
        (
            "Osborne Boats, Inc. and Berg, LLC repaired the pier.",
            "repair",
            {"Osborne Boats, Inc.", "Berg, LLC"},
        ),
        ("Osborne and Berg Limited repaired the pier.", "repair", {"Osborne", "Berg Limited"}),
        (
            "Senators Ann Osborne and Karl Berg opened the pier.",
            "open",
            {"Senator Ann Osborne", "Senator Karl Berg"},
        ),
        (
            "Senators Osborne and Berg met. Senator Berg opened the pier.",
            "open",
            {"Senator Berg"},
        ),
        (
            "Senators Ann Osborne and Karl Berg met. Berg opened the pier.",
            "open",
            {"Karl Berg"},
        ),
        (
            "Prime Ministers Osborne and Berg opened the pier.",
            "open",
            {"Prime Minister Osborne", "Prime Minister Berg"},
        ),
        ("Governor Wes Osborne and Ann Berg opened the pier.", "open", {"Governor Wes Osborne", "Ann Berg"}),
        ("Mayor Ann Berg sailed. The mayor opened the pier.", "open", {"Mayor Ann Berg"}),
        (
            "The Osborne Foundation paid. The foundation opened the pier.",
            "open",
            {"Osborne Foundation"},
        ),
        ("Osborne Ferries paid. The foundation opened the pier.", "open", {"foundation"}),
        ("Under Secretary Ann Berg opened the pier.", "open", {"Under Secretary Ann Berg"}),
        ("Mayor Karl Berg in Ulm opened the pier.", "open", {"Mayor Karl Berg"}),
        (
            "According to the Bureau of Harbours, ships came. The Bureau repaired the pier.",
            "repair",
            {"Bureau of Harbours"},
        ),
    ],
)
def test_who_acts(acts: Acts, text: str, verb: str, actors: set[str]) -> None:
    assert {who for who, v, _ in acts(text) if v == verb} == actors


@pytest.mark.parametrize(
    ("text", "verb", "things"),
    [
        ("The office publishes weather and climate data.", "publish", ["weather and climate data"]),
        ("The plan assists owners and operators.", "assist", ["owners and operators"]),
        ("The agency opened a new pier and an old lock.", "open", ["new pier", "old lock"]),
        ("The agency developed new materials, a national campaign.", "develop", ["new materials"]),
    ],
)
def test_two_bare_nouns_are_one_object(acts: Acts, text: str, verb: str, things: list[str]) -> None:
    assert [what for _, v, what in acts(text) if v == verb] == things


def test_he_is_not_the_first_lady_who_speaks(acts: Acts) -> None:
    text = "First Lady Jill Biden opened the school. President Joe Biden closed the base. He thanked the teachers."
    told = acts(text, title="Remarks by First Lady Jill Biden")
    assert {who for who, verb, _ in told if verb == "thank"} == {"President Joseph R. Biden Jr."}


def test_the_kind_of_a_document_is_nobody(acts: Acts) -> None:
    text = "The Fact Sheet is long. It requires a permit."
    assert "Fact Sheet" not in {who for who, verb, _ in acts(text) if verb == "require"}


def test_a_bare_infinitive_goes_on_with_the_infinitive_before_it(acts: Acts) -> None:
    text = "The order directs agencies to identify gaps and, where appropriate, establish new offices."
    assert {who for who, verb, _ in acts(text) if verb == "establish"} == {"agencies"}


def test_a_people_is_not_the_part_of_it_that_was_named_before(acts: Acts) -> None:
    told = acts("The law helps Elderly Americans at home. The mayor thanked Americans.")
    assert {what for _, verb, what in told if verb == "thank"} == {"Americans"}


def test_he_and_she_are_nobody_of_the_other_gender(acts: Acts) -> None:
    text = (
        "Vice President Kamala Harris toured the harbour. President Biden praised the crews. She opened a pier. "
        "He closed a bridge."
    )
    told = acts(text, date=datetime.date(2023, 5, 1), title="A Day at the Harbour")
    assert ("Vice President Kamala Harris", "open", "pier") in told
    assert ("President Joseph R. Biden Jr.", "close", "bridge") in told


def test_i_and_we_in_a_quotation_are_the_speaker_and_the_body_they_lead(acts: Acts) -> None:
    text = (
        "“I inspected the harbour last week. We closed three piers there,” said Secretary of Homeland Security "
        "Alejandro N. Mayorkas."
    )
    told = acts(
        text, date=datetime.date(2023, 12, 14), publisher="Department of the Treasury", title="Piers Closed"
    )
    assert ("Alejandro N. Mayorkas", "inspect") in {(who, verb) for who, verb, _ in told}
    assert ("Department of Homeland Security", "close") in {(who, verb) for who, verb, _ in told}


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Jo Anne Osborne leads the port. Previously, Osborne ran a ferry.", "run"),
        (
            "Jo Anne Osborne leads the port. Raised in Portland, Osborne has taught the crews of the port.",
            "teach",
        ),
        (
            "Jo Anne Osborne leads the port. Before joining the Harbour Department, Osborne has taught the crews of the port.",
            "teach",
        ),
        (
            "Jo Anne Osborne, Nominee for Warden, Harbour Department. Ms. Osborne has taught the crews of the port.",
            "teach",
        ),
        (
            "The mayor nominated Jo Anne Osborne for Deputy Warden of Ports. Osborne has taught the crews of the port.",
            "teach",
        ),
    ],
)
def test_a_surname_is_the_person_named_before_and_no_more_than_the_name(
    acts: Acts, text: str, verb: str
) -> None:
    assert {who for who, done, _ in acts(text) if done == verb} == {"Jo Anne Osborne"}


def test_a_verb_in_the_singular_has_no_subject_in_the_plural(acts: Acts) -> None:
    told = acts(
        "The order mandates that all wardens wear badges, directs ports to publish tables, and creates a fund."
    )
    assert {who for who, verb, _ in told if verb in {"direct", "create"}} == {"order"}


def test_a_day_does_nothing(acts: Acts) -> None:
    told = acts("The board praised the wardens hired by Day 90 of the year.")
    assert {who for who, verb, _ in told if verb == "hire"} <= {"unspecified"}


def test_who_is_authorized_and_directed_is_told_so_by_who_signed(acts: Acts) -> None:
    told = acts(
        "The Attorney General is authorized and directed to publish this notice in the Gazette.",
        title="Notice on the Closing of Ports",
    )
    assert {who for who, verb, _ in told if verb in {"authorize", "direct"}} == {
        "President Joseph R. Biden Jr."
    }


def test_a_list_names_those_who_are_nominated(acts: Acts) -> None:
    told = acts(
        "The mayor announced her intent to nominate the following people to serve in key roles:\n\n"
        "- Ann Lee, Nominee for Warden of Ports\n- Jo Day, Nominee for Master of Tides\n"
    )
    assert {(verb, what) for _, verb, what in told} >= {("nominate", "Ann Lee"), ("nominate", "Jo Day")}
    assert not {what for _, verb, what in told if verb == "serve"} & {"Ann Lee", "Jo Day"}


def test_the_i_of_a_statement_is_named_in_its_title(acts: Acts) -> None:
    told = acts(
        "I opened the port.", title="Statement by President Joe Biden Welcoming the Fleet", publisher=None
    )
    assert {who for who, _, _ in told} == {"President Joseph R. Biden Jr."}


@pytest.mark.parametrize(
    "text",
    [
        "President Joe Biden praised the crews. Karl M. Osborne ran a ferry. He repaired boats.",
        "President Joe Biden praised the crews. Karl M. Osborne ran a ferry, where he repaired boats.",
    ],
)
def test_he_is_the_person_told_of_last(acts: Acts, text: str) -> None:
    assert {who for who, verb, _ in acts(text) if verb == "repair"} == {"Karl M. Osborne"}


def test_they_are_those_who_met(acts: Acts) -> None:
    told = acts(
        "Harbour Advisor Ann Osborne spoke with President Karl Berg of Norway. They discussed the pier and signed a pact."
    )
    both = {"Harbour Advisor Ann Osborne", "President Karl Berg of Norway"}
    assert {who for who, verb, _ in told if verb == "sign"} == both


def test_a_relative_clause_behind_a_dash_tells_of_the_noun_before_it(acts: Acts) -> None:
    told = acts("The office published rules on ports that – for the first time – will protect fishers.")
    assert "that" not in {who for who, _, _ in told}


def test_what_examples_include_is_no_act(acts: Acts) -> None:
    told = acts("Select examples include:\n\n- Lower prices for boats\n- New piers in the harbour\n")
    assert not any(verb == "include" for _, verb, _ in told)


def test_the_signer_does_what_the_items_of_a_memorandum_say(acts: Acts) -> None:
    told = acts(
        "Determine that the port is safe.",
        title="Memorandum on the Determination under the Safe Harbours Act",
    )
    assert {who for who, _, _ in told} == {"President Joseph R. Biden Jr."}


def test_then_and_now_are_no_speakers(acts: Acts) -> None:
    told = acts("THEN: “I opposed the pier.”\n\nNOW: “I support the pier.”", title="What the Mayor Said")
    assert not {who for who, _, _ in told} & {"Then", "Now", "THEN", "NOW"}


def test_thanks_between_the_bills_of_a_list_do_not_end_it(acts: Acts) -> None:
    text = (
        "On Monday the President signed into law:\n\nS. 12, the “Safe Harbours Act,” which names a pier;\n\n"
        "Thank you to Senators Berg and Osborne.\n\nS. 14, the “Clean Harbours Act,” which closes a dock.\n\n"
        "Thank you to Senator Lee.\n\nThe fair opens on Friday."
    )
    told = acts(text, title="Bills Signed: S. 12, S. 14")
    assert [what for _, verb, what in told if verb == "sign"] == ["Safe Harbours Act", "Clean Harbours Act"]


def test_a_quantity_behind_by_is_no_actor(acts: Acts) -> None:
    assert acts("His catch was trimmed by dozens of barrels a week.") == [
        ("unspecified", "trim", "His catch")
    ]
    assert ("hundreds of volunteers", "mend", "pier") in acts(
        "The pier was mended by hundreds of volunteers."
    )


def test_a_word_that_opens_a_sentence_is_no_part_of_a_name(acts: Acts) -> None:
    told = acts("If Mr. Roe had known, the Board would have told him. He mended the pier.")
    assert ("Mr. Roe", "mend", "pier") in told


def test_one_of_two_names_is_not_both(acts: Acts) -> None:
    told = acts("The Board and the Mint will open locks.")
    assert told == [("Board", "open", "locks"), ("Mint", "open", "locks")]


def test_what_somebody_owns_is_no_person(acts: Acts) -> None:
    told = acts("Mayor Lee's aggressive plan closes the port. He mended the pier.")
    assert ("Mayor Lee's aggressive plan", "mend", "pier") not in told


def test_who_speaks_thanks(acts: Acts) -> None:
    told = acts("Thank you to the crews.", title="Remarks by Vice President Harris at the Harbour")
    assert told == [("Vice President Kamala Harris", "thank", "crews")]


def test_he_is_somebody_without_a_name_in_the_same_sentence(acts: Acts) -> None:
    told = acts("Mayor Jo Day opened the port. A fisherman was released after he robbed a ship.")
    assert ("fisherman", "rob", "ship") in told


def test_a_time_before_a_name_is_no_part_of_it(acts: Acts) -> None:
    text = "According to court papers, from May 2021 through March 2022, Jane Roe, 45, and her brother stole 40 boats."
    assert {who for who, verb, _ in acts(text) if verb == "steal"} == {"Jane Roe", "her brother"}

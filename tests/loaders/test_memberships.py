"""Memberships: who belongs to what, as lists, offices and clauses say."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gestae.loaders.cast import cast_of
from gestae.loaders.memberships import memberships
from gestae.loaders.parse import Parsed
from gestae.ontology.facts import Membership

Say = Callable[..., Parsed]
Read = Callable[[str], list[Membership]]


@pytest.fixture(scope="module")
def read(say: Say) -> Read:
    def members(text: str) -> list[Membership]:
        parsed = say(text)
        return memberships(parsed, cast_of(parsed))

    return members


def pairs(found: list[Membership]) -> list[tuple[str, str]]:
    return [(m.member.text, m.group.text) for m in found]


@pytest.mark.parametrize(
    ("text", "group", "members"),
    [
        ("The Harbor Council shall consist of the Secretary of Labor, the Secretary of Health and Human Services, and the Attorney General.",
         "Harbor Council", ["Secretary of Labor", "Secretary of Health and Human Services", "Attorney General"]),
        ("The Harbor Council shall consist of: (i) the Secretary of Labor; (ii) the Attorney General; and (iii) such others as it names.",
         "Harbor Council", ["Secretary of Labor", "Attorney General"]),
        ("The Harbor Panel, composed of retired captains, met.", "Harbor Panel", ["retired captains"]),
        ("Members of the Harbor Task Force include Captain Jane Roe and Captain John Doe.",
         "Harbor Task Force", ["Captain Jane Roe", "Captain John Doe"]),
        ("The coalition, whose founding members include Kenya, Ghana and Norway, will meet.",
         "coalition", ["Kenya", "Ghana", "Norway"]),
        ("The delegation included representatives from the Department of Labor, the Harbor Guild, and Norway.",
         "delegation", ["Department of Labor", "Harbor Guild", "Norway"]),
        ("Kenya, Ghana, and Norway joined the Partnership for Open Harbors.",
         "Partnership for Open Harbors", ["Kenya", "Ghana", "Norway"]),
        ("The National Pilot Service (NPS), part of the Harbor Safety Administration, helps.",
         "Harbor Safety Administration", ["National Pilot Service (NPS)"]),
        ("The Norwegian Guild, a founding member of the Harbor Alliance, agreed.", "Harbor Alliance", ["Norwegian Guild"]),
    ],
)  # fmt: skip
def test_lists(read: Read, text: str, group: str, members: list[str]) -> None:
    assert pairs(read(text)) == [(member, group) for member in members]


@pytest.mark.parametrize(
    ("text", "member", "group", "role"),
    [
        ("The Harbor Council is chaired by the Secretary of Labor.", "Secretary of Labor", "Harbor Council", "chair"),
        ("The delegation was led by Captain Jane Roe.", "Captain Jane Roe", "delegation", "leader"),
        ("Jane Roe, Chair of the Harbor Council, spoke.", "Jane Roe", "Harbor Council", "chair"),
        ("Also present was Jane Roe, Chief Executive Officer, Harbor Foundation.", "Jane Roe", "Harbor Foundation", "chief executive officer"),
        ("Acme’s CEO Jane Roe stayed.", "Jane Roe", "Acme", "CEO"),
        ("Jane Roe, who serves as the Director of the Office of Harbor Policy, spoke.", "Jane Roe", "Office of Harbor Policy", "director"),
    ],
)  # fmt: skip
def test_roles(read: Read, text: str, member: str, group: str, role: str) -> None:
    [found] = read(text)
    assert (found.member.text, found.group.text, found.role) == (member, group, role)


def test_list_in_the_lines_below(read: Read) -> None:
    text = (
        "The Harbor Board shall be composed of the following members:\n\n(i) the Secretary of Labor, who shall serve as Chair;\n\n"
        "(ii) the Administrator of Ports; and\n\n(iii) such other officials as the Chair may name.\n\nIt meets monthly."
    )
    assert pairs(read(text)) == [
        ("Secretary of Labor", "Harbor Board"),
        ("Administrator of Ports", "Harbor Board"),
    ]


def test_noun_that_stands_once_for_all(read: Read) -> None:
    found = read("The Task Force includes the Departments of State, the Treasury, and Labor.")
    assert [m.member.name for m in found] == [
        "Department of State",
        "Department of the Treasury",
        "Department of Labor",
    ]


def test_short_forms_stand_for_full_names(read: Read) -> None:
    text = "The Harbor Safety Network (HSN) is new. The HSN comprises the DOJ and the FBI."
    assert [(m.member.name, m.group.name) for m in read(text)] == [
        ("Department of Justice", "Harbor Safety Network"),
        ("Federal Bureau of Investigation", "Harbor Safety Network"),
    ]


def test_a_pair_is_told_once(read: Read) -> None:
    text = "The Harbor Council consists of Kenya and Ghana. The Harbor Council consists of Kenya and Ghana."
    assert len(read(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The plan includes Kenya, Ghana, and Norway.",
        "As part of the Harbor Council, we sail.",
        "Republican members of Congress voted.",
        "The Attorney General, the Secretary of Labor, and the Director of the Mint shall act.",
        "The Attorney General, Secretary of the Department of Labor, and others shall act.",
        "The budget consists of numbers.",
    ],
)
def test_what_is_no_membership(read: Read, text: str) -> None:
    assert read(text) == []


_PIECES = st.sampled_from(
    ["The Harbor Council ", "consists of ", "the Secretary of Labor", ", ", " and ", ": ", "(i) ", "; ", "\n\n", "- ", "Jane Roe", "’s ",
     "chaired by ", "members include ", "part of the ", "Departments of State", " (HC)", ". ", "İ", "🏛", "“", "CEO "]
)  # fmt: skip


@settings(
    deadline=None,
    max_examples=80,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(text=st.one_of(st.text(max_size=120), st.lists(_PIECES, max_size=30).map("".join)))
def test_any_text(say: Say, text: str) -> None:
    parsed = say(text)
    for fact in memberships(parsed, cast_of(parsed)):
        assert text[fact.quote.start : fact.quote.end] == fact.quote.text != ""
        assert fact.member.name
        assert fact.group.name


@pytest.mark.parametrize("piece", ["the Council is ", "Members of ", "Kenya and ", "A, B, ", "led by "])
def test_long_repetition_takes_little_time(say: Say, piece: str) -> None:
    parsed = say(piece * (9_000 // len(piece)))
    cast = cast_of(parsed)
    # What takes time with the square of the length does not end within the patience of who runs this.
    memberships(parsed, cast)


def test_a_role_behind_a_name_and_a_term_behind_a_body_belong_to_neither(read: Read) -> None:
    found = read(
        "The members of the Harbour Council for the 2023-2025 term are:\n\n"
        "- Jane Roe of Ohio, Member\n\n- Mary Major of Maine, Chair"
    )
    assert set(pairs(found)) == {("Jane Roe", "Harbour Council"), ("Mary Major", "Harbour Council")}


def test_a_list_below_the_following_officials_or_their_designees_is_one_of_members(read: Read) -> None:
    found = read(
        "The Harbour Task Force shall include the following officials, or their designees:\n\n"
        "(i) the Secretary of Agriculture;\n\n(ii) the Secretary of Labor; and\n\n(iii) the Attorney General."
    )
    assert {m.member.name for m in found} == {
        "Secretary of Agriculture",
        "Secretary of Labor",
        "Attorney General",
    }


def test_a_phrase_that_names_no_people_is_no_member(read: Read) -> None:
    found = read(
        "The Harbour Council consists of the Secretary of Labor, technology transfer and commercial application."
    )
    assert {m.member.name for m in found} <= {"Secretary of Labor"}


@pytest.mark.parametrize(
    ("text", "member", "group"),
    [
        ("I turn it over to the head of our Harbour Policy Council, Jane Roe.", "Jane Roe", "Harbour Policy Council"),
        ("The Harbour Guild and its Executive Director, Jane Roe, agreed.", "Jane Roe", "Harbour Guild"),
        ("We heard Supreme Court Justice Ana Lopez.", "Ana Lopez", "Supreme Court"),
        ("Jane Miller, the first captain to serve on the Harbour Court, spoke.", "Jane Miller", "Harbour Court"),
        ("Dr. Jane Simmons serves on the Board of Pilots.", "Dr. Jane Simmons", "Board of Pilots"),
        ("The new strike force will be led by the Department of Labor.", "Department of Labor", "new strike force"),
        ("Roe, the former head of the Harbour Safety Agency, left.", "Roe", "Harbour Safety Agency"),
    ],
)  # fmt: skip
def test_offices_stand_before_and_behind_names(read: Read, text: str, member: str, group: str) -> None:
    assert [(m.member.name, m.group.name) for m in read(text)] == [(member, group)]


def test_those_who_shall_be_members_or_chairs_together(read: Read) -> None:
    found = read(
        "The Secretary of Labor and the Attorney General shall serve as Co-Chairs of the Harbour Council."
    )
    assert {m.member.name for m in found} == {"Secretary of Labor", "Attorney General"}


@pytest.mark.parametrize(
    "lead",
    [
        "Members of the Harbour Council:",
        "The Harbour Council advises on ports.\n\nAppointed Members",
        "President’s Harbour Council:",
        "She announced her intent to appoint the following individuals to serve as members of the Harbour Council:",
        "Harbour Council membership is comprised of the following people:",
    ],
)
def test_a_roll_below_a_line_that_names_the_body(read: Read, lead: str) -> None:
    found = read(
        f"{lead}\n\n- Governor Jane Roe (OH) – Co-Chair\n- John Doe, Harbour Master\n\nThe council meets in May."
    )
    assert [m.member.name for m in found] == ["Governor Jane Roe", "John Doe"]
    assert all("Harbour Council" in m.group.name for m in found)


def test_a_delegation_with_who_leads_it_and_its_members_line_by_line(read: Read) -> None:
    found = read(
        "The mayor named a Harbour Delegation to attend the fair.\n\n"
        "The Honorable Jane Van Roe, Secretary of the Guild of Pilots, will lead the delegation.\n\n"
        "Members of the Harbour Delegation:\n\nMr. John Doe, Chief of Staff, Port of Oslo\n\n"
        "The Honorable Mary Major, Ambassador to Norway"
    )
    assert [(m.member.name, m.group.name, m.role) for m in found] == [
        ("Jane Van Roe", "Harbour Delegation", "leader"),
        ("John Doe", "Harbour Delegation", None),
        ("Mary Major", "Harbour Delegation", None),
    ]


def test_who_is_marked_as_chair_chairs_the_body_named_above(read: Read) -> None:
    found = read(
        "The Harbour Council met.\n\nParticipants included:\n\n- Jane Roe, Harbour Master (Chair)\n- John Doe, Pilot"
    )
    assert [(m.member.name, m.group.name, m.role) for m in found] == [
        ("Jane Roe", "Harbour Council", "chair")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It takes effect under the IEEPA, including Executive Order 14257, as amended.",
        "The Board shall consist of not more than nine members, appointed by the Mayor, and may include pilots.",
        "He asked the Director of the Office of Technology Policy, the Administrator of the Harbour Agency, and others.",
    ],
)
def test_laws_counts_and_ends_of_names_have_no_members(read: Read, text: str) -> None:
    assert read(text) == []


def test_a_clause_behind_a_list_and_half_a_parenthesis_are_no_members(read: Read) -> None:
    found = read(
        "The Harbour Council is comprised of ten bipartisan captains and serves as the forum for work, response between "
        "ports, and safety. The Harbour Agency (with a bureau including HB) Works) issued rules."
    )
    assert not {m.member.name for m in found} - {"ten bipartisan captains"}


def test_a_word_that_is_no_name_is_no_member(read: Read) -> None:
    assert not read("That’s part of the Federal Emergency Management Agency’s work.")


def test_list_behind_a_lead_in_without_a_colon(read: Read) -> None:
    text = (
        "The Harbor Task Force met today.\n\nTask Force membership is comprised of the following officials\n\n"
        "- Harbor Warden (Chair)\n- Secretary of Labor\n- Director of the Office of Ports\n\nIt meets again in May."
    )
    assert [p for p in pairs(read(text)) if "Task Force" in p[1]][-2:] == [
        ("Secretary of Labor", "Task Force"),
        ("Director of the Office of Ports", "Task Force"),
    ]


def test_participants_from_a_body_are_of_it(read: Read) -> None:
    text = (
        "Participants from the Council of Harbors included:\n\n- Mayor Jane Roe (ME)\n- Mayor John Doe (OR)\n"
    )
    assert [(m.member.name, m.group.name) for m in read(text)] == [
        ("Mayor Jane Roe", "Council of Harbors"),
        ("Mayor John Doe", "Council of Harbors"),
    ]
    assert (
        read(
            "Participants from the private sector included:\n\n- Mayor Jane Roe (ME)\n- Mayor John Doe (OR)\n"
        )
        == []
    )


def test_delegation_named_above_its_roll(read: Read) -> None:
    text = (
        "The Mayor announced a Harbor Delegation to Norway.\n\nDelegation:\n\nThe Honorable Dr. Jane Roe, Ambassador to Norway\n\n"
        "The Honorable J.B. Doe, Senior Adviser for Ports, Office of Harbor Policy, The White House\n"
    )
    found = {(m.member.name, m.group.name) for m in read(text)}
    assert found == {
        ("Jane Roe", "Harbor Delegation to Norway"),
        ("J.B. Doe", "Harbor Delegation to Norway"),
        ("J.B. Doe", "Office of Harbor Policy"),
    }


def test_names_line_by_line_without_bullets(read: Read) -> None:
    text = (
        "The Mayor named the first members of the Harbor Council on Science.\n\nThe following people have been appointed:\n\n"
        "Jane Roe\nJohn Doe\nMax Poe\n\nUnder Mayor Lee, the Council will meet monthly."
    )
    assert [(m.member.name, m.group.name) for m in read(text)] == [
        ("Jane Roe", "Harbor Council on Science"),
        ("John Doe", "Harbor Council on Science"),
        ("Max Poe", "Harbor Council on Science"),
    ]


def test_career(read: Read) -> None:
    text = (
        "Jane Roe most recently served as Director for Ports at the Harbor Office in the Marine Department; Chief of the Night Section "
        "at the U.S. Embassy in Oslo; and as head of the Pilot Service. Jane Roe was a fellow at the Harbor Institute."
    )
    assert [(m.member.name, m.group.name) for m in read(text)] == [
        ("Jane Roe", "Harbor Office"),
        ("Jane Roe", "Night Section"),
        ("Jane Roe", "U.S. Embassy in Oslo"),
        ("Jane Roe", "Pilot Service"),
        ("Jane Roe", "Harbor Institute"),
    ]


def test_who_leads_and_who_goes_with_a_delegation(read: Read) -> None:
    text = (
        "Harbor Warden Jane Roe led a trade delegation to Norway. Deputy Secretary of Ports John Doe and Pilot Director Max Poe "
        "accompanied her on this delegation."
    )
    found = [(m.member.name, m.role) for m in read(text)]
    assert [name.split()[-1] for name, _ in found] == ["Roe", "Doe", "Poe"]
    assert found[0][1] == "leader"


def test_sort_of_members_before_the_colon_of_their_list(read: Read) -> None:
    text = "The Harbor Council includes leaders across the coast: the Secretary of Labor, the Warden of Ports, and the Chief of the Pilot Bureau."
    assert pairs(read(text)) == [
        ("Secretary of Labor", "Harbor Council"),
        ("Warden of Ports", "Harbor Council"),
        ("Chief of the Pilot Bureau", "Harbor Council"),
    ]


def test_who_joined_an_office(read: Read) -> None:
    assert [(m.member.name, m.group.name) for m in read("Jane Roe joined the Harbor Office in 1995.")] == [
        ("Jane Roe", "Harbor Office")
    ]
    assert read("Jane Roe joined the meeting.") == []


def test_what_an_office_is_for_is_no_body(read: Read) -> None:
    found = read("Jane Roe, Coordinator for the Islands at the Harbor Security Council, spoke.")
    assert [(m.member.name, m.group.name) for m in found] == [("Jane Roe", "Harbor Security Council")]


def named(found: list[Membership]) -> set[tuple[str, str]]:
    return {(m.member.name, m.group.name) for m in found}


@pytest.mark.parametrize(
    ("text", "member", "bodies"),
    [
        ("Jane Roe is a partner at the law firm Doe & Day LLP, where she leads a team.", "Jane Roe", {"Doe & Day LLP"}),
        ("Jane Roe was an associate at Squire, Doe & Day.", "Jane Roe", {"Squire, Doe & Day"}),
        ("Jane Roe worked as Chair of the Royal Harbor Bank and as a Managing Director at AIG Harbors.", "Jane Roe",
         {"Royal Harbor Bank", "AIG Harbors"}),
        ("Jane Roe is Undersecretary at the Ohio Department of Ports, and a fellow of the Association for the Advancement of Piloting.",
         "Jane Roe", {"Ohio Department of Ports", "Association for the Advancement of Piloting"}),
        ("Jane Roe was the director of the Pilot Law Program at the University of Oslo.", "Jane Roe",
         {"Pilot Law Program", "University of Oslo"}),
        ("Jane Roe began her career as an attorney in the Office of the Harbor Counsel.", "Jane Roe", {"Office of the Harbor Counsel"}),
        ("Jane Roe was appointed to both the Harbor Bank and the Harbor Trade Commission.", "Jane Roe",
         {"Harbor Bank", "Harbor Trade Commission"}),
        ("Jane Roe served in the Harbor Control Division from 1988 to 2014.", "Jane Roe", {"Harbor Control Division"}),
        ("Jane Roe directed the Georgetown Center on Tides.", "Jane Roe", {"Georgetown Center on Tides"}),
        ("Jane Roe led a team at the Harbor Research Institute.", "Jane Roe", {"Harbor Research Institute"}),
        ("Jane Roe is a nurse at the Harbor Hospital.", "Jane Roe", {"Harbor Hospital"}),
        ("He is married to Jane Roe, a professor in the Night College.", "Jane Roe", {"Night College"}),
        ("Mr. Max Poe of the Harbor Rescue Agency (HRA) has been appointed to coordinate the work.", "Max Poe", {"Harbor Rescue Agency"}),
        ("Max Poe, of Ohio, a Career Member of the Senior Harbor Service, to be Warden of the Port.", "Max Poe", {"Senior Harbor Service"}),
    ],
)  # fmt: skip
def test_where_somebody_worked(read: Read, text: str, member: str, bodies: set[str]) -> None:
    assert named(read(text)) == {(member, body) for body in bodies}


def test_whom_somebody_appoints_and_as_what(read: Read) -> None:
    text = (
        "We welcome the appointment of Jane Roe as the next Executive Director of the World Harbor Programme."
    )
    assert [(m.member.name, m.group.name, m.role) for m in read(text)] == [
        ("Jane Roe", "World Harbor Programme", "executive director")
    ]
    assert read("The President nominated Jane Roe as Chair of the Harbor Council.") == []
    assert (
        read(
            "She praised the nomination of Dr. John Doe for Warden and Dr. Jane Roe to serve as a Member of the Harbor Council."
        )
        == []
    )
    for home in ("Ohio", "the District of Columbia"):
        found = read(f"Jane Roe, of {home}, to be a Member of the Harbor Council, vice John Doe, resigned.")
        assert named(found) == {("Jane Roe", "Harbor Council")}
    assert read("Jane Roe, of Ohio, to be Chairman of the Harbor Council, vice John Doe, resigned.") == []
    assert read("Jane Roe, of Ohio, to be Director of the Harbor Office, vice John Doe.") == []


def test_where_those_are_from_who_lead_a_body(read: Read) -> None:
    found = read(
        "The Tide Working Group, chaired by Dr. Jane Roe (Office of Tides) and Dr. John Doe (Office of Ports), met."
    )
    assert pairs(found) == [
        ("Dr. Jane Roe", "Tide Working Group"),
        ("Dr. John Doe", "Tide Working Group"),
        ("Dr. Jane Roe", "Office of Tides"),
        ("Dr. John Doe", "Office of Ports"),
    ]


def test_leader_behind_several_offices(read: Read) -> None:
    found = read(
        "The Harbor Task Force, led by Senior Harbor Advisor & Port Works Coordinator Jane Roe, has met."
    )
    assert named(found) == {("Jane Roe", "Harbor Task Force")}


def test_countries_in_the_name_of_a_pact(read: Read) -> None:
    found = read("They praised the Japan \u2013 Canada \u2013 Mexico (JACAM) partnership.")
    assert pairs(found) == [("Japan", "JACAM"), ("Canada", "JACAM"), ("Mexico", "JACAM")]
    found = read("The Japan-Canada Harbor and Tide Council met.")
    assert pairs(found) == [(who, "Japan-Canada Harbor and Tide Council") for who in ("Japan", "Canada")]
    assert read("The Japan-Canada relationship is strong.") == []


def test_what_is_ordered_is_not_led(read: Read) -> None:
    assert read("Jane Roe directed the Harbor Agency to open the port.") == []


def test_surname_in_the_biography_below_the_full_name(read: Read) -> None:
    found = read(
        "Jane Ann Roe: Nominee for the Harbor Court\n\nJudge Roe was a trial attorney in the Night Division.\n"
    )
    assert named(found) == {("Jane Ann Roe", "Night Division")}


def test_who_heads_a_company(read: Read) -> None:
    assert named(read("They met Harbor Motors CEO Jane Roe. Founder and CEO John Doe spoke.")) == {
        ("Jane Roe", "Harbor Motors")
    }


def test_who_speaks_for_a_body(read: Read) -> None:
    found = read(
        "John Doe, Senior Fellow, Center for Harbor Progress: \u201cThis order offers what we need. It will help.\u201d"
    )
    assert named(found) == {("John Doe", "Center for Harbor Progress")}


def test_each_line_that_lets_somebody_speak_says_for_whom(read: Read) -> None:
    found = read(
        "John Doe, Senior Fellow, Center for Harbor Progress: \u201cThis order helps.\u201d\n"
        "Jane Roe, President, Night Ports Institute: \u201cSo we think.\u201d"
    )
    assert named(found) == {("John Doe", "Center for Harbor Progress"), ("Jane Roe", "Night Ports Institute")}


def test_a_section_that_goes_on_about_the_body_is_none_of_its_members(read: Read) -> None:
    text = (
        "(b) The Harbor Board shall consist of:\n    (i) the Secretary of Labor; and\n    (ii) the Attorney General.\n\n"
        "(c) The Harbor Board shall meet in Lima."
    )
    assert [m.member.text for m in read(text)] == ["Secretary of Labor", "Attorney General"]

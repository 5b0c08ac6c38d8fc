"""Memberships as lines of quotations, chairs, seats of bodies and run-on lists tell them."""

from collections.abc import Callable

import pytest

from gestae.loaders.membership_speakers import speaking

Told = Callable[[str], set[tuple[str, str]]]


@pytest.mark.parametrize(
    ("line", "pair"),
    [
        ('Boreas Chief Harbor Economist Jane Roe: "It holds."', ("Jane Roe", "Boreas")),
        ('Lantern Legion National Commander John Doe: "It holds."', ("John Doe", "Lantern Legion")),
        ('Pilots for Piers Chairman and Former Ohio Gov. Jane Roe: "It holds."', ("Jane Roe", "Pilots for Piers")),
        ('Dockers General President John Doe: "It holds."', ("John Doe", "Dockers")),
        ('Current Harbor Bank (HB) President Jane Roe: "It holds."', ("Jane Roe", "Harbor Bank")),
        ('Former Harbor Bank (HB) President Jane Roe: "It holds."', None),
        ('Then Harbor Bank (HB) President Jane Roe: "It holds."', None),
        ('Interior Secretary Jane Roe: "It holds."', None),
        ('Deputy Chief of Staff Jane Roe: "It holds."', None),
        ('Harbor Policy Advisor Jane Roe: "It holds."', None),
        ('Special Envoy Jane Roe: "It holds."', None),
        ("Lantern Legion National Commander John Doe: it holds.", None),
    ],
)  # fmt: skip
def test_who_speaks_in_a_line(line: str, pair: tuple[str, str] | None) -> None:
    found = speaking(line)
    assert (found and (line[slice(*found[0])], line[slice(*found[1])])) == pair


def test_lines_of_quotations(told: Told) -> None:
    text = "- Lantern Legion National Commander John Doe: “It holds.”\n\n- Ukrainian President Jane Roe: “It holds.”\n"
    assert told(text) == {("John Doe", "Lantern Legion")}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Those present were:• Jane Roe, Youth Advisor, Harbor Friends; Ohio • John Doe, President, Lantern Guild; Maine • Mary Major, Pilot",
         {("Jane Roe", "Harbor Friends"), ("John Doe", "Lantern Guild")}),
        ("Present were:\n\n- Jane Roe, President, Harbor Guild\n\n- John Doe, Lock Circle (LOC) Advisor, Tide Friends\n\n- Mary Major, Pilot\n",
         {("Jane Roe", "Harbor Guild"), ("John Doe", "Lock Circle")}),
    ],
)  # fmt: skip
def test_people_in_lists(told: Told, text: str, pairs: set[tuple[str, str]]) -> None:
    assert told(text) == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("The Harbor Task Force met, convened by co-chairs Jane Roe, Warden of Ulm, and John Doe, and rowed.",
         {("Jane Roe", "Harbor Task Force"), ("John Doe", "Harbor Task Force")}),
        ("The Mayor opened the Harbor Committee with Jane Roe as an honorary chair and Max Webber and John Doe as co-chairs.",
         {("Jane Roe", "Harbor Committee"), ("Max Webber", "Harbor Committee"), ("John Doe", "Harbor Committee")}),
        ("The Mayor appointed Jane Roe as Chair and John Carter as Vice Chair of the Harbor Commission.",
         {("Jane Roe", "Harbor Commission"), ("John Carter", "Harbor Commission")}),
        ("The Harbor Council shall meet. The Secretary of Labor shall serve as Chair.", {("Secretary of Labor", "Harbor Council")}),
        ("The Harbor Council, chaired by the Secretary of Labor and vice-chaired by the Secretary of State, met.",
         {("Secretary of Labor", "Harbor Council"), ("Secretary of State", "Harbor Council")}),
        ("Project Lantern, led by Oslo-based Acme and Boreas, opened.", {("Acme", "Project Lantern"), ("Boreas", "Project Lantern")}),
        ("Today, Deputy to the Mayor and Director of the Harbor Council, John Carter, rowed.", {("John Carter", "Harbor Council")}),
        ("Yesterday Jane Roe, Harbor Commission Director General for Locks, met Mary Major.", {("Jane Roe", "Harbor Commission")}),
    ],
)  # fmt: skip
def test_leaders_and_chairs(told: Told, text: str, pairs: set[tuple[str, str]]) -> None:
    assert told(text) == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("There is hereby established, within the Department of Labor, a Harbor Council.", {("Harbor Council", "Department of Labor")}),
        ("There is established within the Harbor Department the Tide and Lock Group.", {("Tide and Lock Group", "Harbor Department")}),
        ("The Harbor Department, through its Office of Locks and Canals and Tide Bureau, has dug canals.",
         {("Office of Locks and Canals", "Harbor Department"), ("Tide Bureau", "Harbor Department")}),
        ("The Harbor Department, through its Pilot Fund Program, has dug canals.", set()),
        ("Norway became a paying board member of the seafaring Harbor Academy.", {("Norway", "Harbor Academy")}),
    ],
)  # fmt: skip
def test_bodies_within_bodies(told: Told, text: str, pairs: set[tuple[str, str]]) -> None:
    assert told(text) == pairs


def test_the_first_item_may_stand_beside_its_lead_in(told: Told) -> None:
    text = (
        "The Harbor Task Force shall consist of representatives of the following departments and offices (offices), the heads of "
        "which shall name one of high rank to sit on it for three years: (i) the Department of State;\n\n(ii) the Department of Labor; "
        "and\n\n(iii) other agencies as it sees fit.\n\nSec. 2. Work. The Task Force shall meet.\n"
    )
    assert told(text) == {
        ("Department of State", "Harbor Task Force"),
        ("Department of Labor", "Harbor Task Force"),
    }


def test_whom_an_administration_includes(told: Told) -> None:
    text = "The Administration — including Vice President Lind, Secretary of Labor Jane Roe, and Secretary of Energy Robert F. Carter, Jr., — rowed."
    assert {m for m, group in told(text) if group.endswith("Administration")} >= {
        "Jane Roe",
        "Robert F. Carter, Jr.",
    }
    assert not any(group.endswith(" F") for _, group in told(text))


@pytest.mark.parametrize(
    "text",
    [
        "The Harbor Group met, with the Office of Tide Policy as co-chair.",
        "The Administration, including the recent naming of Jane Roe as Deputy to the Harbor Friend, rowed.",
        "We teach each member of the LGBTQ+ community rowing.",
    ],
)
def test_no_members(told: Told, text: str) -> None:
    assert told(text) == set()


def test_a_name_with_its_generation(told: Told) -> None:
    text = (
        "Dr. Victor R. Carter, Jr., Member, Harbor Science Board\n\nJane Roe, Member, Harbor Science Board\n"
    )
    assert ("Victor R. Carter, Jr.", "Harbor Science Board") in told(text)


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("The following ports and guilds have already joined the Harbor Pledge: Acme, the University of Ulm, and Cygnus.",
         {("Acme", "Harbor Pledge"), ("University of Ulm", "Harbor Pledge"), ("Cygnus", "Harbor Pledge")}),
        ("The following ports are joining the Harbor Pact:\n\n- Acme\n\n- University of Ulm\n\nThat is all.",
         {("Acme", "Harbor Pact"), ("University of Ulm", "Harbor Pact")}),
        ("Norway, Ghana, and Kenya joined the Clean Harbor Initiative this week.",
         {("Norway", "Clean Harbor Initiative"), ("Ghana", "Clean Harbor Initiative"), ("Kenya", "Clean Harbor Initiative")}),
        ("Finland and Sweden joined NATO in 2023.",
         {("Finland", "North Atlantic Treaty Organization"), ("Sweden", "North Atlantic Treaty Organization")}),
        ("Harbor Forum member states Norway, Ghana, and Kenya met.",
         {("Norway", "Harbor Forum"), ("Ghana", "Harbor Forum"), ("Kenya", "Harbor Forum")}),
        ("Members of the Harbor Council: the Secretary of Labor, the Attorney General, and the Secretary of State.",
         {("Secretary of Labor", "Harbor Council"), ("Attorney General", "Harbor Council"), ("Secretary of State", "Harbor Council")}),
        ("The Harbor Board shall have the following members: the Secretary of Labor; the Secretary of State; and the Attorney General.",
         {("Secretary of Labor", "Harbor Board"), ("Attorney General", "Harbor Board"), ("Secretary of State", "Harbor Board")}),
        ("The Harbor Council is comprised of 12 agencies, including the Department of Labor and the Department of State.",
         {("Department of Labor", "Harbor Council"), ("Department of State", "Harbor Council")}),
        ("The Clean Port Partnership, a group of companies including Acme, Boreas, and Cygnus, will build piers.",
         {("Acme", "Clean Port Partnership"), ("Boreas", "Clean Port Partnership"), ("Cygnus", "Clean Port Partnership")}),
        ("The Secretary of Labor will be a member of the Harbor Council.", {("Secretary of Labor", "Harbor Council")}),
        ("The Bureau of Piers within the Department of Commerce rowed.", {("Bureau of Piers", "Department of Commerce")}),
        ("The Mayor appointed the following individuals to the Harbor Council:\n\nJane Carter of Ohio\n\nMax Webber of Maine\n",
         {("Jane Carter", "Harbor Council"), ("Max Webber", "Harbor Council")}),
        ("The Mayor announced the following appointments to the Harbor Council:\n\n- Jane Carter\n\n- Max Webber, Vice Chair\n",
         {("Jane Carter", "Harbor Council"), ("Max Webber", "Harbor Council")}),
    ],
)  # fmt: skip
def test_who_joins(told: Told, text: str, pairs: set[tuple[str, str]]) -> None:
    assert told(text) == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("United Dock Workers President Sean Carter spoke.", {("Sean Carter", "United Dock Workers")}),
        ("Pilots United Executive Director Jane Carter spoke.", {("Jane Carter", "Pilots United")}),
        ("At noon, Senate Harbor Committee Chairman John Carter and Ranking Member Mary Webber met.",
         {("John Carter", "Senate Harbor Committee"), ("Mary Webber", "Senate Harbor Committee")}),
        ("Speakers:\n\n- Tide Big Step President Lindsay Webber\n\n- Press Secretary Mary Major\n", {("Lindsay Webber", "Tide Big Step")}),
        ("Present were Jane Carter, President, Harbor Guild; John Webber, CEO of Acme; and Peter Webber, Professor of Law, University of Ulm. They rowed.",
         {("Jane Carter", "Harbor Guild"), ("John Webber", "Acme"), ("Peter Webber", "University of Ulm")}),
    ],
)  # fmt: skip
def test_people_and_their_bodies(told: Told, text: str, pairs: set[tuple[str, str]]) -> None:
    assert told(text) == pairs

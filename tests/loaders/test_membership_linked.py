"""Members that stand on one side of a phrase, and their body on the other."""

from collections.abc import Callable

import pytest

from gestae.loaders.cast import cast_of
from gestae.loaders.memberships import memberships
from gestae.loaders.parse import Parsed

Say = Callable[..., Parsed]
Told = Callable[[str], set[tuple[str, str]]]

_TWO = {("Norway", "Harbor Coalition"), ("Ghana", "Harbor Coalition")}
_ONE = {("Norway", "Harbor Coalition")}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Norway and Ghana belong to the Harbor Coalition.", _TWO),
        ("Norway and Ghana form the Harbor Coalition.", _TWO),
        ("Norway and Ghana participate in the Harbor Coalition.", _TWO),
        ("Norway and Ghana co-chair the Harbor Coalition.", _TWO),
        ("Norway and Ghana launched the Harbor Coalition.", _TWO),
        ("The Harbor Coalition was launched by Norway and Ghana.", _TWO),
        ("The Harbor Coalition is a partnership between Norway and Ghana.", _TWO),
        ("A partnership of Norway and Ghana called the Harbor Coalition will build piers.", _TWO),
        ("Norway joined Ghana in the Harbor Coalition.", _TWO),
        ("Norway, Ghana, and other members of the Harbor Coalition sent ships.", _TWO),
        ("Norway, Ghana, and other Harbor Coalition partners sent ships.", _TWO),
        ("As members of the Harbor Coalition, Norway and Ghana sent ships.", _TWO),
        ("Members of the Harbor Coalition such as Norway and Ghana sent ships.", _TWO),
        ("Harbor Coalition allies, including Norway and Ghana, sent ships.", _TWO),
        ("The Harbor Coalition counts Norway and Ghana among its members.", _TWO),
        ("More than 30 ports, like Norway and Ghana, sent ships to the Harbor Coalition.", set()),
        ("Norway, a Harbor Coalition ally, sent ships.", _ONE),
        ("Norway became the Harbor Coalition's newest member.", _ONE),
        ("The newest member of the Harbor Coalition, Norway, sent ships.", _ONE),
        ("Norway, the current chair of the Harbor Coalition, sent ships.", _ONE),
        ("Norway is one of 12 members of the Harbor Coalition.", _ONE),
        ("Norway's chairmanship of the Harbor Coalition ended.", _ONE),
        ("As this year's chair of the Harbor Coalition, Norway sent ships.", _ONE),
        ("Norway assumed the presidency of the Harbor Coalition.", _ONE),
        ("The Harbor Coalition welcomed Norway as its newest member.", _ONE),
        ("The Harbor Coalition met under the chairmanship of Norway.", _ONE),
        ("The raid struck our NATO Ally, Norway.", {("Norway", "North Atlantic Treaty Organization")}),
        ("Norway, the current chair of the Harbor Coalition, and Ghana sent ships.", _ONE),
        ("Seven ports and seven countries have joined the Harbor Coalition.", {("seven countries", "Harbor Coalition")}),
    ],
)  # fmt: skip
def test_states_and_their_bodies(told: Told, text: str, pairs: set[tuple[str, str]]) -> None:
    assert told(text) == pairs


@pytest.mark.parametrize(
    "text",
    [
        "Norway will never belong to the Harbor Coalition.",
        "Norway refused to join the Harbor Coalition.",
        "If Norway belongs to the Harbor Coalition, ships will sail.",
        "Norway joined the Harbor Coalition in condemning the raid.",
        "He served as the chair of the Harbor Coalition, President of the Pier Council, and Warden of Ulm.",
        "Norway thanked members of the Harbor Coalition.",
        "Norway's bid to join the Harbor Coalition failed.",
        "Norway and Ghana praised the launch of the Harbor Coalition.",
        "The Mayor launched the Harbor Coalition.",
        "Mayor Roe and Warden Doe launched the Harbor Coalition.",
        "Norway and other countries in the Pacific sent ships.",
        "With our NATO Allies, the United States sent ships.",
        "The pact made it a key Quad partner, the United States and India said.",
        "Made a key Quad partner, the U.S. and India will send ships.",
        "The HPN is a collaboration between the Harbor Council, U.S. pier companies, and reef owners.",
        "The Mayor asked the Harbor Representative, the Chairman of the Pier Commission, and other officials.",
        "Norway and Ghana are participating in the PIER program.",
        "The Harbor Coalition invited Norway and Ghana.",
    ],
)
def test_what_tells_no_members(told: Told, text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Led by Jane Roe, the Harbor Panel met on Monday.", {("Jane Roe", "Harbor Panel")}),
        ("Under Jane Roe's leadership, the Harbor Panel met on Monday.", {("Jane Roe", "Harbor Panel")}),
        ("The Secretary of Labor shall be the Vice Chair of the Harbor Council.", {("Secretary of Labor", "Harbor Council")}),
        ("The Chair of the Harbor Council shall be the Secretary of Labor.", {("Secretary of Labor", "Harbor Council")}),
        ("The Mayor shall designate the Secretary of Labor as Chair of the Harbor Council.", {("Secretary of Labor", "Harbor Council")}),
        ("The Secretary of Labor, or a designee, shall serve on the Harbor Council.", {("Secretary of Labor", "Harbor Council")}),
        ("Agencies represented on the Harbor Group are the Reef Agency and the Pilot Bureau.",
         {("Reef Agency", "Harbor Group"), ("Pilot Bureau", "Harbor Group")}),
        ("The following shall serve on the Harbor Board: (i) the Secretary of Labor; and (ii) the Attorney General.",
         {("Secretary of Labor", "Harbor Board"), ("Attorney General", "Harbor Board")}),
        ("The Harbor Board consists of three companies: Acme, Boreas, and Cygnus.",
         {("Acme", "Harbor Board"), ("Boreas", "Harbor Board"), ("Cygnus", "Harbor Board")}),
        ("I hereby create an emergency board composed of a chair and two other members.",
         {("chair", "emergency board"), ("two other members", "emergency board")}),
    ],
)  # fmt: skip
def test_offices_and_leaders(told: Told, text: str, pairs: set[tuple[str, str]]) -> None:
    assert told(text) == pairs


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Norway and Ghana co-led the Harbor Coalition.", "co-leader"),
        ("Norway and Ghana are members of the Harbor Coalition.", "member"),
        ("Norway presided over the Harbor Coalition.", "chair"),
        ("Norway holds the presidency of the Harbor Coalition.", "president"),
    ],
)
def test_what_a_member_is_of_its_body_is_told_in_one_way(say: Say, text: str, role: str) -> None:
    parsed = say(text)
    assert {m.role for m in memberships(parsed, cast_of(parsed))} == {role}


_HARBOR = ("Norway", "Harbor Coalition")


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Norway joins President Roe's Harbor Coalition.", {_HARBOR}),
        ("Norway entered the Harbor Coalition in 2001.", {_HARBOR}),
        ("Norway was welcomed into the Harbor Coalition as its 85th member.", {_HARBOR}),
        ("The President applauded Norway's decision to join the Harbor Coalition.", {_HARBOR}),
        ("They hailed Norway's accession to the Harbor Coalition.", {_HARBOR}),
        ("The Norway chairmanship of the Harbor Coalition advanced this work.", {_HARBOR}),
        ("They lauded the Harbor Coalition, which will be launched in July, with Norway as a founding member.", {_HARBOR}),
        ("The Pilot Foundation, which is also a Harbor Coalition member, paid for it.", {("Pilot Foundation", "Harbor Coalition")}),
        ("The Harbor Program is a joint initiative of Norway and Ghana.", {("Norway", "Harbor Program"), ("Ghana", "Harbor Program")}),
        ("While in Congress, Norway chaired the Harbor Coalition.", {_HARBOR}),
        ("The Secretary of Labor and the Attorney General, or their designees, shall serve as Co-Chairs of the Harbor Task Force.", {("Secretary of Labor", "Harbor Task Force"), ("Attorney General", "Harbor Task Force")}),
        ("The Secretary of Labor and the Attorney General shall serve as ex officio members of the Harbor Commission.", {("Secretary of Labor", "Harbor Commission"), ("Attorney General", "Harbor Commission")}),
        ("The Secretary of Labor or designee will serve as a nonvoting member of the Harbor Committee.", {("Secretary of Labor", "Harbor Committee")}),
        ("The Secretary of Labor will be represented on the Harbor Council.", {("Secretary of Labor", "Harbor Council")}),
        ("The Secretary of Labor shall serve as Chair of the Council on Piers, and the Director of the Harbor Office shall serve as Vice Chair.", {("Secretary of Labor", "Council on Piers"), ("Director of the Harbor Office", "Council on Piers")}),
        ("The Council shall be chaired by a representative from the Department of Labor and a representative of the Department of State.", {("Department of Labor", "Council"), ("Department of State", "Council")}),
        ("The task force led by the Department of Labor and by the Department of State will meet.", {("Department of Labor", "task force"), ("Department of State", "task force")}),
        ("The delegation\u2014which will include the Department of Labor and the Department of State\u2014will leave.", {("Department of Labor", "delegation"), ("Department of State", "delegation")}),
        ("The Harbor Committee shall consist of the Director of the Office of Science and Technology Policy (Director) or the Director's designee and not more than 26 members.", {("Director of the Office of Science and Technology Policy", "Harbor Committee")}),
    ],
)  # fmt: skip
def test_who_joins_serves_and_is_represented(told: Told, text: str, pairs: set[tuple[str, str]]) -> None:
    assert told(text) == pairs


@pytest.mark.parametrize(
    "text",
    [
        "The President opposed Norway's bid to join the Harbor Coalition.",
        "Norway entered the Harbor building.",
        "The Harbor Coalition worked with Norway as a partner in the effort.",
        "Building a joint program between Norway and Ghana takes years.",
        "The Harbor Summit is a joint initiative of friends.",
        "The Secretary of Labor will serve on Tuesday as host of the Harbor Summit.",
    ],
)
def test_what_makes_no_member(told: Told, text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("The United States welcomed Norway as a permanent member of the Harbor Coalition.", _ONE),
        ("In Ghana, the Presidency launched the Harbor Coalition with Norway as a founding member.", _ONE),
        ("This year Norway became the first country in Latin America to join the Harbor Coalition.", _ONE),
        ("Norway, the 35th nation to sign the Artemis Accords, sent ships.", {("Norway", "Artemis Accords")}),
        ("Norway and Ghana are signatories to the Abraham Accords.", {("Norway", "Abraham Accords"), ("Ghana", "Abraham Accords")}),
        ("Norway will join the Abraham Accords, the President said.", {("Norway", "Abraham Accords")}),
        ("The Pier Federation, an affiliate of the Harbor Association, met.", {("Pier Federation", "Harbor Association")}),
        ("Norway hopes to become the first country to join the Harbor Coalition.", set()),
        ("No country was the first nation to join the Harbor Coalition.", set()),
        ("They named the Secretary as chair of a meeting.", set()),
        ("The Abraham Accords brought Norway and Ghana together.", set()),
    ],
)  # fmt: skip
def test_first_to_join_welcomed_and_accords(told: Told, text: str, pairs: set[tuple[str, str]]) -> None:
    assert told(text) == pairs
